use super::*;

#[test]
fn a_paste_is_cleaned_and_one_step() {
    let mut editor = with("a");
    assert!(editor.paste(&format!("{}\r\nhai\rba\t\u{1b}[31m\u{202e}x", nfd("kết quả"))));
    assert_eq!(editor.text(), "akết quả\nhai\nba    x");
    editor.insert("y");
    editor.undo();
    editor.undo();
    assert_eq!(shown(&editor), "a|");
    assert!(!editor.undo());
}

#[test]
fn one_line_refuses_enter_and_joins_lines() {
    let mut editor = Editor::new(Options { single_line: true, max_len: None });
    assert!(!editor.insert("\n"));
    assert!(editor.paste("Sở\r\nNội vụ\n"));
    assert_eq!(editor.text(), "Sở Nội vụ");
}

#[test]
fn the_limit_counts_letters() {
    let mut editor = Editor::new(Options { single_line: false, max_len: Some(3) });
    type_keys(&mut editor, "vie");
    assert!(editor.insert("\u{302}"));
    assert!(editor.insert("\u{323}"));
    assert!(!editor.insert("t"));
    assert_eq!(editor.text(), "việ");
    editor.backspace();
    assert!(!editor.paste("ệt"));
    assert_eq!(editor.text(), "việ");
    editor.set_text("dài hơn");
    assert_eq!(editor.text(), "dài hơn");
    assert!(!editor.insert("x"));
    assert!(editor.backspace());
}
