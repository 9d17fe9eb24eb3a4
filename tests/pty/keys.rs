//! Keys in all the byte sequences that terminals of an office send for them.

use crate::terminal::{Terminal, USUAL};
use crate::user::User;

const LEFT: [&str; 2] = ["\x1b[D", "\x1bOD"];
const RIGHT: [&str; 2] = ["\x1b[C", "\x1bOC"];
/// xterm, xterm in application mode, VT220 and Linux and PuTTY, rxvt.
const HOME: [&str; 4] = ["\x1b[H", "\x1bOH", "\x1b[1~", "\x1b[7~"];
const END: [&str; 4] = ["\x1b[F", "\x1bOF", "\x1b[4~", "\x1b[8~"];
const BACKSPACE: [&str; 2] = ["\x7f", "\x08"];

/// Types in a field of one line and sees what stands in it.
fn field(terminal: &mut Terminal, keys: &str, wanted: &str) {
    // Ctrl+U takes what stands before the caret.
    terminal.send("\x1b[F\x15");
    terminal.send(keys);
    terminal.wait_until(&format!("{keys:?} gives {wanted}"), |screen| {
        screen.contents().lines().any(|line| line.trim_end().ends_with(&format!("/ {wanted}")))
    });
}

#[test]
fn the_caret_moves_by_every_sequence_of_its_keys() {
    let mut terminal = User::new().start();
    terminal.send("/");
    terminal.send("zq");
    terminal.wait_for("/ zq");
    for key in LEFT {
        field(&mut terminal, &format!("zq{key}x"), "zxq");
    }
    for key in RIGHT {
        field(&mut terminal, &format!("zq\x1b[D\x1b[D{key}x"), "zxq");
    }
    for key in HOME {
        field(&mut terminal, &format!("zq{key}x"), "xzq");
    }
    for key in END {
        field(&mut terminal, &format!("zq\x1b[H{key}x"), "zqx");
    }
    for key in BACKSPACE {
        field(&mut terminal, &format!("zwq{key}{key}x"), "zx");
    }
    field(&mut terminal, "zwq\x1b[D\x1b[D\x1b[3~x", "zxq");
}

#[test]
fn the_selection_moves_by_every_sequence_of_its_keys() {
    let mut terminal = User::new().start();
    let selected = |terminal: &Terminal, row: u16| {
        terminal.wait_until(&format!("row {row}"), |screen| {
            screen.cell(row, 0).is_some_and(|cell| cell.contents() == "►")
        });
    };
    selected(&terminal, 6);
    for (down, up) in [("\x1b[B", "\x1b[A"), ("\x1bOB", "\x1bOA")] {
        terminal.send(down);
        selected(&terminal, 7);
        terminal.send(up);
        selected(&terminal, 6);
    }
    for end in END {
        terminal.send(end);
        terminal.wait_until(&format!("{end:?}"), |screen| screen.cell(6, 0).unwrap().contents() != "►");
        terminal.send("\x1b[H");
        selected(&terminal, 6);
    }
}

/// Shift+Tab as all of them send it, also where PuTTY or a multiplexer puts an ESC before it for Alt.
#[test]
fn tab_goes_on_and_shift_tab_goes_back() {
    let mut terminal = User::new().start_with_reports();
    terminal.send("\r");
    terminal.wait_for("SOẠN BÁO CÁO");
    let part = |terminal: &Terminal, row: u16| {
        terminal.wait_until(&format!("part in row {row}"), |screen| {
            screen.cell(row, 0).is_some_and(|cell| cell.contents() == "►")
        });
    };
    part(&terminal, 5);
    for back in ["\x1b[Z", "\x1b\x1b[Z"] {
        terminal.send("\t");
        part(&terminal, 6);
        terminal.send(back);
        part(&terminal, 5);
    }
}

#[test]
fn function_keys_come_as_xterm_vt220_putty_and_the_linux_console_send_them() {
    let mut terminal = User::new().start_with_reports();
    for key in ["\x1bOP", "\x1b[11~", "\x1b[[A", "\x1b[P"] {
        terminal.send(key);
        terminal.wait_for("PHÍM TẮT");
        terminal.send("\x1b");
        terminal.wait_until_gone("PHÍM TẮT");
    }
    for key in ["\x1bOQ", "\x1b[12~", "\x1b[[B", "\x1b[Q"] {
        terminal.send(key);
        terminal.wait_until(&format!("{key:?} opens"), |screen| screen.contents().contains("SOẠN BÁO CÁO"));
        terminal.send("\x1b");
        terminal.wait_until_gone("SOẠN BÁO CÁO");
    }
    terminal.send("\r");
    terminal.wait_for("SOẠN BÁO CÁO");
    terminal.send("\x1b[20~");
    terminal.wait_for("BÁO CÁO TRÊN GIẤY");
}

#[test]
fn a_keypad_or_cursor_mode_that_was_left_behind_is_ended() {
    let user = User::new();
    let command = user.command();
    let program = command.get_argv().iter().map(|arg| format!("'{}'", arg.display())).collect::<Vec<_>>();
    let mut shell = command;
    let script = format!("printf '\\033[?1h\\033='; exec {} --db work.db", program.join(" "));
    *shell.get_argv_mut() = ["/bin/sh", "-c", &script].map(Into::into).into();
    let terminal = Terminal::run(shell, USUAL);
    terminal.wait_for("q thoát");
    assert!(terminal.screen(|screen| !screen.application_cursor() && !screen.application_keypad()));
}
