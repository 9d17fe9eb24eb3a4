use super::*;

#[test]
fn marks_join_the_letter_before_the_cursor() {
    let mut editor = field();
    type_keys(&mut editor, "e\u{302}\u{301}");
    assert_eq!(editor.text(), "ế");
    assert!(editor.backspace());
    assert_eq!(editor.text(), "");
}

#[test]
fn nfd_typing_equals_nfc_typing() {
    let mut editor = field();
    type_keys(&mut editor, &nfd("Nghị quyết"));
    assert_eq!(editor.text(), "Nghị quyết");
    let steps = std::iter::repeat_with(|| editor.left()).take_while(|moved| *moved).count();
    assert_eq!(steps, 10);
}

#[test]
fn nothing_comes_between_a_letter_and_its_mark() {
    // x with a dot below has no code of its own, so the mark stays apart in NFC.
    let mut editor = with("x\u{323}");
    editor.left();
    editor.insert("i");
    assert_eq!(shown(&editor), "i|x\u{323}");
    editor.right();
    assert!(editor.backspace());
    assert_eq!(shown(&editor), "i|");
}

#[test]
fn an_input_method_rewrites_the_word() {
    let mut editor = field();
    type_keys(&mut editor, "So<ơ<ở No<ô<ội vu<ụ");
    assert_eq!(editor.text(), "Sở Nội vụ");
    let mut editor = field();
    type_keys(&mut editor, "thuong<<<<ương tie<ê<ến d<đo<ô<ộ");
    assert_eq!(editor.text(), "thương tiến độ");
    // The same in bursts: several letters in one event.
    let mut editor = field();
    editor.insert("thuong");
    type_keys(&mut editor, "<<<<");
    editor.insert("ương");
    assert_eq!(editor.text(), "thương");
}

#[test]
fn backspace_and_delete_take_whole_letters() {
    let mut editor = with("Nghị quyết");
    editor.backspace();
    editor.backspace();
    assert_eq!(editor.text(), "Nghị quy");
    editor.doc_start();
    editor.delete();
    assert_eq!(shown(&editor), "|ghị quy");
    assert!(!editor.backspace());
    editor.doc_end();
    assert!(!editor.delete());
}

#[test]
fn a_mark_left_over_joins_when_its_line_end_goes() {
    let mut editor = with("e\n\u{301}t");
    editor.doc_start();
    editor.right();
    editor.delete();
    assert_eq!(shown(&editor), "é|t");
    assert!(editor.undo());
    assert_eq!(shown(&editor), "e|\n\u{301}t");
}

#[test]
fn kill_goes_to_the_start_of_the_line() {
    let mut editor = with("một\nhai ba");
    editor.left();
    assert!(editor.kill_to_line_start());
    assert_eq!(shown(&editor), "một\n|a");
    assert!(!editor.kill_to_line_start());
    editor.undo();
    assert_eq!(shown(&editor), "một\nhai b|a");
}
