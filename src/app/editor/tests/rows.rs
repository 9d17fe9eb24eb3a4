use super::*;

fn texts(editor: &Editor, width: usize) -> Vec<&str> {
    layout(editor, width).iter().map(|row| row.text).collect()
}

#[test]
fn rows_break_between_words_and_spaces_hang() {
    let editor = with("theo 57-NQ/TW của Bộ\n\nhết");
    assert_eq!(texts(&editor, 8), ["theo ", "57-NQ/TW ", "của Bộ", "", "hết"]);
    assert_eq!(layout(&field(), 8), [Row { text: "", ends_line: false }]);
    assert_eq!(texts(&with("a\n"), 8), ["a", ""]);
}

#[test]
fn the_cursor_column_counts_cells() {
    assert_eq!(cursor_position(&with(&nfd("Nghị quyết")), 20), (0, 10));
    assert_eq!(cursor_position(&with("漢字"), 20), (0, 4));
    assert_eq!(cursor_position(&with("abcd"), 4), (0, 4));
    assert_eq!(cursor_position(&with("abcd   "), 4), (0, 4));
    assert_eq!(cursor_position(&with("abcd e"), 4), (1, 1));
    assert_eq!(cursor_position(&with("abcd\n"), 4), (1, 0));
}

#[test]
fn up_and_down_keep_the_column() {
    let mut editor = with("một hai ba\nbốn\nnăm sáu bảy");
    assert!(editor.up(40));
    assert_eq!(cursor_position(&editor, 40), (1, 3));
    assert!(editor.up(40));
    assert_eq!(cursor_position(&editor, 40), (0, 10));
    assert!(!editor.up(40));
    editor.down(40);
    editor.down(40);
    assert_eq!(cursor_position(&editor, 40), (2, 11));
    assert!(!editor.down(40));
}

#[test]
fn up_and_down_go_by_screen_row() {
    let mut editor = with("abcd efgh ijkl");
    assert_eq!(texts(&editor, 5), ["abcd ", "efgh ", "ijkl"]);
    editor.up(5);
    assert_eq!(shown(&editor), "abcd efgh| ijkl");
    editor.up(5);
    assert_eq!(shown(&editor), "abcd| efgh ijkl");
}

#[test]
fn home_and_end_stay_on_the_screen_row() {
    let mut editor = with("abcd efgh ijkl");
    editor.up(5);
    assert!(editor.home(5));
    assert_eq!(shown(&editor), "abcd |efgh ijkl");
    assert!(!editor.home(5));
    assert!(editor.end(5));
    assert_eq!(shown(&editor), "abcd efgh| ijkl");
    assert!(!editor.end(5));
    editor.down(5);
    editor.end(5);
    assert_eq!(shown(&editor), "abcd efgh ijkl|");
}

#[test]
fn words_are_what_stands_between_spaces() {
    let mut editor = with("theo  57-NQ/TW\ncủa Bộ");
    for expected in ["theo  57-NQ/TW\ncủa |Bộ", "theo  57-NQ/TW\n|của Bộ", "theo  |57-NQ/TW\ncủa Bộ"]
    {
        assert!(editor.word_left());
        assert_eq!(shown(&editor), expected);
    }
    editor.word_left();
    assert!(!editor.word_left());
    editor.word_right();
    assert_eq!(shown(&editor), "theo  |57-NQ/TW\ncủa Bộ");
    editor.doc_end();
    assert!(!editor.word_right());
}

#[test]
fn a_window_ends_with_the_row_of_the_cursor() {
    let mut editor = with("a\nb\nc d e\nf");
    let window = |editor: &Editor, height, follow| {
        let window = editor.window(2, height, follow);
        let rows: Vec<String> = window.rows.iter().map(|row| row.text.trim_end().to_owned()).collect();
        (rows.concat(), window.cursor, window.goes_on)
    };
    assert_eq!(window(&editor, 3, true), ("def".into(), Some((2, 1)), false));
    assert_eq!(window(&editor, 3, false), ("abc".into(), None, true));
    editor.up(2);
    assert_eq!(window(&editor, 3, true), ("cde".into(), Some((2, 1)), true));
    editor.doc_start();
    assert_eq!(window(&editor, 3, true), ("abc".into(), Some((0, 0)), true));
    assert_eq!(window(&editor, 6, true), ("abcdef".into(), Some((0, 0)), false));
}
