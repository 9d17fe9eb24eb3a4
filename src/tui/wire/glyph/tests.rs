use ratatui::style::{Color, Modifier};

use super::*;

const RED: Ink = Ink { fg: Color::Red, ..Ink::PLAIN };

#[test]
fn every_symbol_comes_back_whole() {
    let family = "👨\u{200d}👩\u{200d}👧";
    for (symbol, columns) in
        [("a", 1), ("ế", 1), ("e\u{302}\u{301}", 1), ("►", 1), ("漢", 2), ("", 0), (" ", 1), (family, 2)]
    {
        let glyph = Glyph::new(symbol, RED);
        assert_eq!(glyph.bytes(), symbol.as_bytes());
        assert_eq!(
            (glyph.columns(), glyph.is_wide(), glyph.is_behind()),
            (columns, columns == 2, columns == 0)
        );
        assert_eq!(glyph, Glyph::new(symbol, RED));
    }
    assert_ne!(Glyph::new("a", RED), Glyph::new("b", RED));
    assert_ne!(Glyph::new("a", RED), Glyph::new("a", Ink::PLAIN));
}

#[test]
fn of_a_blank_only_the_background_counts() {
    let mut cell = Cell::new(" ");
    (cell.fg, cell.modifier) = (Color::Red, Modifier::BOLD);
    assert_eq!(Glyph::of(&cell), Glyph::BLANK);
    assert!(Glyph::BLANK.shows(&cell) && Glyph::BLANK.is_empty());
    cell.modifier = Modifier::UNDERLINED;
    assert!(!Glyph::BLANK.shows(&cell) && !Glyph::of(&cell).is_empty());
    cell.set_symbol("a");
    assert!(!Glyph::BLANK.shows(&cell) && Glyph::of(&cell).shows(&cell) && !Glyph::of(&cell).is_empty());
}
