use super::*;

#[derive(Clone, Debug)]
enum Call {
    Insert(String),
    Paste(String),
    /// Types the last letters before the cursor anew.
    Retype(usize, String),
    Move(u8, usize),
    Remove(u8),
    Undo,
    Redo,
}

fn text() -> impl Strategy<Value = String> {
    "[aeuyđếộ \n\u{301}\u{302}\u{323}x漢🇻👩\u{200d}가\u{1100}\u{1161}]{0,6}"
}

fn call() -> impl Strategy<Value = Call> {
    prop_oneof![
        4 => text().prop_map(Call::Insert),
        1 => text().prop_map(Call::Paste),
        2 => (0usize..4, text()).prop_map(|(back, text)| Call::Retype(back, text)),
        4 => (0u8..10, 0usize..9).prop_map(|(way, width)| Call::Move(way, width)),
        3 => (0u8..3).prop_map(Call::Remove),
        1 => Just(Call::Undo),
        1 => Just(Call::Redo),
    ]
}

fn run(editor: &mut Editor, call: &Call) -> bool {
    match call {
        Call::Insert(text) => editor.insert(text),
        Call::Paste(text) => editor.paste(text),
        Call::Retype(back, text) => {
            let old: Vec<&str> = editor.around_cursor().0.graphemes(true).collect();
            let old = old[old.len().saturating_sub(*back)..].concat();
            editor.retype(&old, text)
        }
        Call::Undo => editor.undo(),
        Call::Redo => editor.redo(),
        Call::Remove(0) => editor.backspace(),
        Call::Remove(1) => editor.delete(),
        Call::Remove(_) => editor.kill_to_line_start(),
        Call::Move(way, width) => match way {
            0 => editor.left(),
            1 => editor.right(),
            2 => editor.up(*width),
            3 => editor.down(*width),
            4 => editor.home(*width),
            5 => editor.end(*width),
            6 => editor.word_left(),
            7 => editor.word_right(),
            8 => editor.doc_start(),
            _ => editor.doc_end(),
        },
    }
}

proptest! {
    #[test]
    fn every_call_keeps_the_field_sound(start in text(), calls in prop::collection::vec(call(), 0..30)) {
        let mut editor = with(&start);
        for call in &calls {
            run(&mut editor, call);
            let (before, after) = editor.around_cursor();
            prop_assert!(is_nfc(editor.text()), "{:?}", editor.text());
            prop_assert_eq!(letters(before) + letters(after), letters(editor.text()));
            let (row, column) = cursor_position(&editor, 7);
            prop_assert!(row < layout(&editor, 7).len() && column <= 7);
        }
    }

    #[test]
    fn undo_of_all_is_the_start_and_redo_of_all_the_end(
        start in text(),
        calls in prop::collection::vec(call(), 0..30),
    ) {
        let mut editor = with(&start);
        let first = editor.text().to_owned();
        calls.iter().filter(|call| !matches!(call, Call::Undo | Call::Redo)).for_each(|call| {
            run(&mut editor, call);
        });
        let last = editor.text().to_owned();
        let mut seen = Vec::new();
        loop {
            seen.push(shown(&editor));
            if !editor.undo() {
                break;
            }
        }
        prop_assert_eq!(editor.text(), first);
        // Where the cursor was moved after the last change, that place is not known to redo.
        for (index, step) in seen.iter().rev().enumerate().skip(1) {
            prop_assert!(editor.redo());
            prop_assert_eq!(editor.text(), step.replacen('|', "", 1), "step {}", index);
        }
        prop_assert!(!editor.redo());
        prop_assert_eq!(editor.text(), last);
    }

    #[test]
    fn one_undo_takes_back_one_paste(start in text(), steps in 0usize..6, pasted in text()) {
        let mut editor = with(&start);
        for _ in 0..steps {
            editor.left();
        }
        let before = shown(&editor);
        editor.paste(&pasted);
        if editor.undo() {
            prop_assert_eq!(shown(&editor), before);
        }
    }

    #[test]
    fn rows_partition_the_text(start in text(), more in text(), width in 0usize..9) {
        let editor = with(&format!("{start}{more}"));
        let joined: String = layout(&editor, width)
            .iter()
            .flat_map(|row| [row.text, if row.ends_line { "\n" } else { "" }])
            .collect();
        prop_assert_eq!(joined, editor.text());
    }

    #[test]
    fn a_window_is_a_part_of_the_whole(
        start in text(),
        more in text(),
        back in 0usize..12,
        (width, height) in (0usize..9, 1usize..5),
    ) {
        let mut editor = with(&format!("{start}\n{more}"));
        for _ in 0..back {
            editor.left();
        }
        let (whole, (row, column)) = (layout(&editor, width), cursor_position(&editor, width));
        let top = (row + 1).saturating_sub(height);
        let window = editor.window(width, height, true);
        let bottom = (top + height).min(whole.len());
        prop_assert_eq!(&window.rows, &whole[top..bottom]);
        prop_assert_eq!(window.cursor, Some((row - top, column)));
        prop_assert_eq!(window.goes_on, bottom < whole.len());
    }

    #[test]
    fn down_visits_every_row(start in text(), more in text(), width in 1usize..9) {
        let mut editor = with(&format!("{start}{more}"));
        editor.doc_start();
        for row in 0..layout(&editor, width).len() {
            prop_assert_eq!(cursor_position(&editor, width).0, row);
            editor.down(width);
        }
    }

    #[test]
    fn the_limit_holds(calls in prop::collection::vec(call(), 0..20)) {
        let mut editor = Editor::new(Options { single_line: false, max_len: Some(5) });
        for call in &calls {
            run(&mut editor, call);
            prop_assert!(letters(editor.text()) <= 5);
        }
    }

    #[test]
    fn one_line_stays_one_line(calls in prop::collection::vec(call(), 0..20)) {
        let mut editor = Editor::new(Options { single_line: true, max_len: None });
        for call in &calls {
            run(&mut editor, call);
            prop_assert_eq!(layout(&editor, usize::MAX).len(), 1);
        }
    }
}
