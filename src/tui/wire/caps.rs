//! What a terminal can, by its name alone: a question to it would cost a round trip.

/// What a terminal can beyond a VT100.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// Erasing paints with the background of the pen; else with the terminal's own.
    pub paints_erased: bool,
    /// ECH: blanks cells without writing them.
    pub erases_cells: bool,
    /// CHA: goes to a column of the row.
    pub goes_to_column: bool,
    /// SU, SD: scroll the region by a count; else by line feeds at its edge.
    pub scrolls_by_count: bool,
    /// SGR 22 to 29: takes one attribute off; else the whole pen is reset.
    pub unsets_attributes: bool,
}

/// What every terminal with an addressable cursor can.
const VT100: Caps = Caps {
    paints_erased: false,
    erases_cells: false,
    goes_to_column: false,
    scrolls_by_count: false,
    unsets_attributes: false,
};
const VT220: Caps = Caps { erases_cells: true, unsets_attributes: true, ..VT100 };
/// The console of Linux has no SU and SD.
const LINUX: Caps = Caps { paints_erased: true, goes_to_column: true, ..VT220 };
const XTERM: Caps = Caps { scrolls_by_count: true, ..LINUX };
/// Old versions of GNU screen know no ECH, of tmux no SD.
const SCREEN: Caps = Caps { goes_to_column: true, unsets_attributes: true, ..VT100 };
const TMUX: Caps = Caps { erases_cells: true, ..SCREEN };

/// Beginnings of names in `TERM`; the first one that fits counts.
const NAMES: [(&str, Caps); 20] = [
    ("xterm", XTERM),
    ("tmux", TMUX),
    ("screen", SCREEN),
    ("linux", LINUX),
    ("putty", XTERM),
    ("vt220", VT220),
    ("vt320", VT220),
    ("vt420", VT220),
    ("vt5", VT220),
    ("alacritty", XTERM),
    ("foot", XTERM),
    ("gnome", XTERM),
    ("iterm", XTERM),
    ("kitty", XTERM),
    ("konsole", XTERM),
    ("ms-terminal", XTERM),
    ("mintty", XTERM),
    ("rxvt", XTERM),
    ("vte", XTERM),
    ("wezterm", XTERM),
];

impl Caps {
    /// Those of the terminal with this name in `TERM`; of a name that is not known, those of a VT100.
    pub fn of(term: &str) -> Self {
        NAMES.iter().find(|(name, _)| term.starts_with(name)).map_or(VT100, |(_, caps)| *caps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_terminals_of_an_office_are_known_by_the_beginning_of_their_names() {
        for (term, caps) in [
            ("xterm", XTERM),
            ("xterm-256color", XTERM),
            ("putty-256color", XTERM),
            ("screen", SCREEN),
            ("screen.xterm-256color", SCREEN),
            ("tmux-256color", TMUX),
            ("linux", LINUX),
            ("linux-16color", LINUX),
            ("vt220", VT220),
            ("vt100", VT100),
            ("vt102", VT100),
        ] {
            assert_eq!(Caps::of(term), caps, "{term}");
        }
    }

    #[test]
    fn of_an_unknown_terminal_nothing_is_expected() {
        for term in ["", "dumb", "ansi", "sun", "wy50", "unknown"] {
            assert_eq!(Caps::of(term), VT100, "{term}");
        }
    }

    #[test]
    fn what_old_terminals_lack_is_not_sent_to_them() {
        assert!(![VT100, VT220, SCREEN, TMUX, LINUX].iter().any(|caps| caps.scrolls_by_count));
        assert!(![VT100, SCREEN].iter().any(|caps| caps.erases_cells));
        assert!(![VT100, VT220].iter().any(|caps| caps.goes_to_column));
    }
}
