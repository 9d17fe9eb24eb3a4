//! What terminals and users without colours or drawing characters get.

use crate::terminal::{Terminal, USUAL};
use crate::user::User;

/// Walks through the views and a report.
fn walk(user: User) -> Terminal {
    let mut terminal = user.start_with_reports();
    for (key, title) in [("1", "VIỆC CẦN LÀM"), ("2", "NHIỆM VỤ"), ("3", "CHỈ TIÊU"), ("7", "VĂN BẢN")]
    {
        terminal.send(key);
        terminal.wait_until(title, |screen| screen.contents().trim_start().starts_with(title));
    }
    terminal.send("4");
    terminal.wait_until("reports", |screen| screen.contents().trim_start().starts_with("BÁO CÁO"));
    terminal.send("\r");
    terminal.wait_for("SOẠN BÁO CÁO");
    terminal
}

#[test]
fn colours_are_used_where_nothing_speaks_against_them() {
    let terminal = walk(User::new());
    assert!(has_colours(&terminal.bytes()));
    assert!(has_drawing(&terminal.bytes()));
}

#[test]
fn no_color_takes_all_colours_away_and_leaves_the_marker_reversed() {
    let terminal = walk(User::new().with("NO_COLOR", "1"));
    assert!(!has_colours(&terminal.bytes()));
    assert!(is_reversed(&terminal, "►"));
}

#[test]
fn the_linux_console_gets_no_drawing_characters() {
    let terminal = walk(User::new().with("TERM", "linux"));
    assert!(has_colours(&terminal.bytes()));
    assert!(!has_drawing(&terminal.bytes()));
    assert!(is_reversed(&terminal, ">"));
}

#[test]
fn an_old_terminal_gets_neither_colours_nor_drawing_characters() {
    for term in ["vt100", "vt220"] {
        let terminal = walk(User::new().with("TERM", term));
        assert!(!has_colours(&terminal.bytes()), "{term}");
        assert!(!has_drawing(&terminal.bytes()), "{term}");
        assert!(is_reversed(&terminal, ">"), "{term}");
    }
}

#[test]
fn a_terminal_that_takes_no_utf8_gets_letters_without_marks_and_hears_what_to_set() {
    let mut terminal = User::new().with("LANG", "C").open();
    terminal.wait_for("Dat LANG=vi_VN.UTF-8 de chu co dau; dang la LANG=C.");
    terminal.send("2");
    terminal.wait_for("q thoat");
    terminal.wait_for("NHIEM VU");
    terminal.wait_for("1 Viec");
    assert!(terminal.bytes().is_ascii());
}

#[test]
fn a_command_says_the_same_to_such_a_terminal() {
    let user = User::new().with("LC_ALL", "POSIX");
    let mut command = user.command();
    command.args(["search", "so noi vu"]);
    let mut terminal = Terminal::run(command, USUAL);
    terminal.wait_for_exit();
    assert!(terminal.shows("So Noi vu"), "{}", terminal.text());
    assert!(terminal.shows("tiendo: Dat LC_ALL=vi_VN.UTF-8"), "{}", terminal.text());
    assert!(terminal.bytes().is_ascii());
}

#[test]
fn a_terminal_without_a_cursor_is_told_the_way_out() {
    for term in ["dumb", ""] {
        let mut terminal = User::new().with("TERM", term).open();
        assert_eq!(terminal.wait_for_exit().exit_code(), 2);
        assert!(terminal.shows("tiendo --plain"), "{}", terminal.text());
        assert!(!terminal.bytes().contains(&0x1b));
    }
}

/// Every byte of a whole walk is one that the terminal knows, and none asks it anything.
#[test]
fn no_terminal_gets_what_it_does_not_know() {
    for (term, known) in TERMS {
        let mut terminal = walk(User::new().with("TERM", term));
        terminal.send("\r");
        terminal.wait_until("the cursor in the report", |screen| !screen.hide_cursor());
        terminal.type_text("Đã mở lớp.");
        terminal.send("\x1b[21~");
        terminal.wait_for("TRÌNH DUYỆT");
        terminal.send("\x1b");
        terminal.wait_until_gone("TRÌNH DUYỆT");
        terminal.send("\x1b");
        terminal.wait_until("parts", |screen| screen.hide_cursor());
        terminal.send("?");
        terminal.wait_for("PHÍM");
        terminal.send("\x1b");
        terminal.wait_until_gone("PHÍM TẮT");
        terminal.send("2");
        terminal.wait_until("tasks", |screen| screen.contents().trim_start().starts_with("NHIỆM VỤ"));
        // Down to where the list scrolls, by lines, by pages, and back.
        for key in ["\x1b[6~", "j", "j", "j", "\x1b[5~", "\t", "j", "k"] {
            terminal.press(key);
        }
        terminal.send("q");
        terminal.wait_for("THOÁT");
        terminal.send("\r");
        assert_eq!(terminal.wait_for_exit().exit_code(), 0, "{term}");
        let bytes = terminal.bytes();
        let text = String::from_utf8(bytes).unwrap();
        for sequence in sequences(&text) {
            assert!(known.has(sequence), "{term} knows no {sequence:?}");
        }
    }
}

/// What a terminal knows beyond a VT100.
#[derive(Clone, Copy)]
struct Known {
    finals: &'static str,
    /// Whether SGR takes single attributes off.
    unsets: bool,
    colours: bool,
}

const VT220: Known = Known { finals: "X", unsets: true, colours: false };
const XTERM: Known = Known { finals: "XGST", unsets: true, colours: true };

/// The terminals of an office; by their own manuals, not by the program's table.
const TERMS: [(&str, Known); 9] = [
    ("xterm-256color", XTERM),
    ("xterm", XTERM),
    ("putty", XTERM),
    ("putty-256color", XTERM),
    ("screen", Known { finals: "G", unsets: true, colours: true }),
    ("tmux-256color", Known { finals: "XG", unsets: true, colours: true }),
    ("linux", Known { finals: "XG", unsets: true, colours: true }),
    ("vt220", VT220),
    ("vt100", Known { finals: "", unsets: false, colours: false }),
];

impl Known {
    /// Whether it knows what stands behind an ESC.
    fn has(self, sequence: &str) -> bool {
        let Some(control) = sequence.strip_prefix('[') else {
            return ["M", ">"].contains(&sequence);
        };
        let (parameters, last) = control.split_at(control.len() - 1);
        match last {
            // The alternate screen and bracketed paste are passed over where they are unknown.
            "h" | "l" => ["?1", "?25", "?1049", "?2004"].contains(&parameters),
            "m" => parameters.split(';').all(|number| self.has_rendition(number.parse().unwrap_or(0))),
            _ if !parameters.chars().all(|c| c.is_ascii_digit() || c == ';') => false,
            _ => "ABCDHJKr".contains(last) || self.finals.contains(last),
        }
    }

    fn has_rendition(self, number: u8) -> bool {
        match number {
            0 | 1 | 4 | 7 => true,
            22 | 24 | 27 => self.unsets,
            // Never 38 and 48: the sixteen colours are enough.
            2 | 30..=37 | 39..=47 | 49 | 90..=97 | 100..=107 => self.colours,
            _ => false,
        }
    }
}

/// What stands behind each ESC: a control sequence with its last letter, or two characters.
fn sequences(text: &str) -> Vec<&str> {
    let behind = text.split('\x1b').skip(1);
    behind
        .map(|rest| {
            let end = match rest.strip_prefix('[') {
                Some(control) => {
                    control.find(|c: char| ('@'..='~').contains(&c)).map_or(rest.len(), |at| at + 2)
                }
                None => 1,
            };
            let (sequence, printed) = rest.split_at(end);
            let odd = printed.chars().find(|c| c.is_control() && !"\r\n\x08".contains(*c));
            assert_eq!(odd, None, "{rest:?}");
            sequence
        })
        .collect()
}

fn is_reversed(terminal: &Terminal, marker: &str) -> bool {
    terminal.screen(|screen| {
        let (rows, _) = screen.size();
        let mut first = (0..rows.get()).filter_map(|row| screen.cell(row, 0));
        first.any(|cell| cell.contents() == marker && cell.inverse())
    })
}

/// Lines, blocks and arrow heads.
fn has_drawing(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).chars().any(|c| ('\u{2500}'..='\u{25ff}').contains(&c))
}

/// Whether any sequence sets a colour; going back to the default colour sets none.
fn has_colours(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| rest.split_once('m'));
    sequences
        .map(|(parameters, _)| parameters)
        .filter(|parameters| parameters.chars().all(|c| c.is_ascii_digit() || ";:".contains(c)))
        .flat_map(|parameters| parameters.split([';', ':']).map(|p| p.parse::<u16>().unwrap_or(0)))
        .any(|p| matches!(p, 30..=38 | 40..=48 | 90..=97 | 100..=107))
}
