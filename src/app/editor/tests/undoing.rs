use super::*;

#[test]
fn undo_goes_by_word() {
    let mut editor = field();
    type_keys(&mut editor, "trình độ cao");
    for left in ["trình độ ", "trình ", ""] {
        assert!(editor.undo());
        assert_eq!(editor.text(), left);
    }
    assert!(!editor.undo());
    for right in ["trình ", "trình độ ", "trình độ cao"] {
        assert!(editor.redo());
        assert_eq!(editor.text(), right);
    }
    assert!(!editor.redo());
}

#[test]
fn a_rewritten_word_is_one_step() {
    let mut editor = field();
    type_keys(&mut editor, "kết a<á<án tie<ê<ến");
    assert_eq!(editor.text(), "kết án tiến");
    editor.undo();
    assert_eq!(editor.text(), "kết án ");
    editor.undo();
    assert_eq!(editor.text(), "kết ");
}

#[test]
fn a_word_removed_by_backspaces_comes_back() {
    let mut editor = field();
    type_keys(&mut editor, "quan trọng<<<<<<<");
    assert_eq!(editor.text(), "qua");
    editor.undo();
    assert_eq!(editor.text(), "quan trọng");
}

#[test]
fn moving_ends_a_step() {
    let mut editor = field();
    type_keys(&mut editor, "ab");
    editor.left();
    editor.right();
    type_keys(&mut editor, "cd");
    editor.undo();
    assert_eq!(shown(&editor), "ab|");
}

#[test]
fn typing_after_undo_drops_what_was_taken_back() {
    let mut editor = field();
    type_keys(&mut editor, "một hai");
    editor.undo();
    type_keys(&mut editor, "ba");
    assert!(!editor.redo());
    editor.undo();
    assert_eq!(editor.text(), "một ");
}

#[test]
fn dirty_means_different_from_saved() {
    let mut editor = with("một");
    assert!(!editor.is_dirty());
    editor.insert("x");
    assert!(editor.is_dirty());
    editor.undo();
    assert!(!editor.is_dirty());
    editor.redo();
    editor.mark_saved();
    assert!(!editor.is_dirty());
    editor.undo();
    assert!(editor.is_dirty());
}
