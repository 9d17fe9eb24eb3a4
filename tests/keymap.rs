//! The table of keys: complete, in both languages, and made of keys that every terminal can send.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use std::collections::BTreeSet;

use harness::{App, Start};
use tiendo::app::action::Action;
use tiendo::app::chord::{Chord, Key};
use tiendo::app::help::key_lines;
use tiendo::app::keymap::{BINDINGS, Binding, Scope, find, footer, working};
use tiendo::app::list::Motion;
use tiendo::app::model::View;
use tiendo::app::reminding::Part;
use tiendo::text::words::{EN, Lang, VI};

/// Every way in which scopes lie upon each other.
const STACKS: [&[Scope]; 21] = [
    &[Scope::Question, Scope::Always],
    &[Scope::Sheet, Scope::Always],
    &[Scope::Conflict, Scope::Always],
    &[Scope::Chooser, Scope::Always],
    &[Scope::Form, Scope::Always],
    &[Scope::Prompt, Scope::Always],
    &[Scope::Field, Scope::Always],
    &[Scope::Cell, Scope::Field, Scope::Always],
    &[Scope::Report, Scope::Global, Scope::Always],
    &[Scope::Reports, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Agenda, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Tasks, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Targets, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Board, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Letter, Scope::Always],
    &[Scope::Plans, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Year, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Holidays, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Statistics, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Rounds, Scope::List, Scope::Global, Scope::Always],
    &[Scope::Compile, Scope::List, Scope::Global, Scope::Always],
];

/// All actions. `has_place` does not compile when one is new.
const ACTIONS: [Action; 70] = {
    use Action as A;
    [
        A::Show(View::Agenda),
        A::Show(View::Tasks),
        A::Show(View::Targets),
        A::Show(View::Reports),
        A::Show(View::Plans),
        A::Show(View::Year),
        A::Show(View::Statistics),
        A::Show(View::Compile),
        A::Select,
        A::SelectAll,
        A::Join,
        A::Source,
        A::Preview,
        A::Export,
        A::Search,
        A::Help,
        A::ChooseAgency,
        A::ChooseDay,
        A::Undo,
        A::Redo,
        A::Repaint,
        A::Quit,
        A::QuitNow,
        A::Back,
        A::NextPane,
        A::PrevPane,
        A::Move(Motion::Up),
        A::Move(Motion::Down),
        A::Move(Motion::PageUp),
        A::Move(Motion::PageDown),
        A::Move(Motion::HalfUp),
        A::Move(Motion::HalfDown),
        A::Move(Motion::First),
        A::Move(Motion::Last),
        A::Left,
        A::Right,
        A::Open,
        A::Edit,
        A::NextHorizon,
        A::PeriodBack,
        A::PeriodForward,
        A::OnlyOpen,
        A::Sort,
        A::NextPlan,
        A::Save,
        A::Send,
        A::Discard,
        A::SayNone,
        A::LastText,
        A::InsertFigure,
        A::InsertParagraph,
        A::Compare,
        A::Confirm,
        A::Deal,
        A::Extension,
        A::Issue,
        A::Explain,
        A::Cascade,
        A::Widen,
        A::History,
        A::Show(View::Board),
        A::Letter,
        A::Give(Part::Letter),
        A::Give(Part::Chat),
        A::Give(Part::Calendar),
        A::Give(Part::Mail),
        A::Receive,
        A::ChooseRound,
        A::WriteFiles,
        A::NextInputMethod,
    ]
};

/// Whoever adds an action is led here, and to the list above.
fn has_place(action: Action) -> bool {
    use Action as A;
    match action {
        A::Show(_)
        | A::Search
        | A::Help
        | A::ChooseAgency
        | A::ChooseDay
        | A::Undo
        | A::Redo
        | A::Repaint
        | A::NextInputMethod => {}
        A::Quit | A::QuitNow | A::Back | A::NextPane | A::PrevPane | A::Move(_) | A::Left | A::Right => {}
        A::Open | A::Edit | A::NextHorizon | A::PeriodBack | A::PeriodForward | A::OnlyOpen | A::Sort => {}
        A::Deal | A::Extension | A::Issue | A::Explain => {}
        A::Select | A::SelectAll | A::Join | A::Source | A::Preview | A::Export => {}
        A::LastText | A::InsertFigure | A::InsertParagraph | A::Compare => {}
        A::Letter | A::Give(_) | A::Receive | A::ChooseRound => {}
        A::NextPlan
        | A::Save
        | A::Send
        | A::Discard
        | A::SayNone
        | A::Confirm
        | A::Cascade
        | A::Widen
        | A::History
        | A::WriteFiles => {}
    }
    ACTIONS.contains(&action)
}

fn name(binding: &Binding) -> String {
    format!("{:?} {:?}", binding.scope, binding.action)
}

/// The stacks that hold a scope.
fn stacks_with(scope: Scope) -> impl Iterator<Item = &'static [Scope]> {
    STACKS.into_iter().filter(move |stack| stack.contains(&scope))
}

#[test]
fn every_action_is_bound() {
    for action in ACTIONS {
        assert!(BINDINGS.iter().any(|binding| binding.action == action), "{action:?} has no key");
    }
    for binding in BINDINGS {
        assert!(has_place(binding.action), "{:?} is not in the list of this test", binding.action);
        assert!(!binding.chords.is_empty(), "{}", name(binding));
    }
}

#[test]
fn every_scope_of_a_screen_is_one_of_the_stacks() {
    let mut app = App::at("ls-so-y-te");
    for keys in [
        "", "a", "Esc ?", "Esc @", "Esc 2", "3", "4", "5", "7", "8", "9", "1 Enter", "Enter", "^Z ^X",
        "Esc 1",
    ] {
        app.press(keys);
        let scopes = app.model.scopes();
        assert!(STACKS.contains(&scopes.as_slice()), "{keys}: {scopes:?}");
    }
}

#[test]
fn every_binding_has_a_label_in_both_languages() {
    for binding in BINDINGS {
        let (vi, en) = ((binding.label)(&VI), (binding.label)(&EN));
        assert!(!vi.trim().is_empty() && !en.trim().is_empty(), "{}", name(binding));
        assert_ne!(vi, en, "{}", name(binding));
    }
}

#[test]
fn no_chord_has_two_meanings_in_one_scope() {
    let mut seen = Vec::new();
    for binding in BINDINGS {
        for chord in binding.chords {
            assert!(!seen.contains(&(binding.scope, *chord)), "{} has {chord} twice", name(binding));
            seen.push((binding.scope, *chord));
        }
    }
}

#[test]
fn every_binding_can_be_reached_by_a_key_of_its_own() {
    for binding in BINDINGS {
        let reached = stacks_with(binding.scope).any(|stack| {
            binding.chords.iter().any(|chord| find(stack, *chord).is_some_and(|b| std::ptr::eq(b, binding)))
        });
        assert!(reached, "{} is hidden by inner scopes everywhere", name(binding));
    }
}

#[test]
fn every_working_key_is_shown_once_in_the_help() {
    for stack in STACKS {
        let lines: Vec<String> = key_lines(stack, &VI).iter().map(|line| line.text()).collect();
        for binding in working(stack) {
            let label = (binding.label)(&VI);
            let keys = binding.chords.iter().map(ToString::to_string).collect::<Vec<_>>().join("  ");
            let shown =
                lines.iter().filter(|line| line.trim_start().starts_with(&keys) && line.ends_with(label));
            assert_eq!(shown.count(), 1, "{stack:?} {keys} {label}\n{}", lines.join("\n"));
        }
    }
}

#[test]
fn the_help_promises_no_key_that_does_something_else() {
    for stack in STACKS {
        for binding in working(stack) {
            for chord in binding.chords {
                let found = find(stack, *chord).unwrap();
                assert_eq!(found.action, binding.action, "{stack:?}: {chord}");
            }
        }
    }
}

#[test]
fn every_terminal_can_send_every_chord() {
    for binding in BINDINGS {
        for chord in binding.chords {
            assert!(is_portable(*chord), "{} {chord}", name(binding));
        }
    }
}

/// Ctrl+I, Ctrl+M, Ctrl+J and Ctrl+[ are Tab, Enter, a line end and Esc; Ctrl+H is Backspace; Ctrl with a digit or a named key and
/// Shift with a function key (F13 and up) are sent by few terminals; F11 is taken by many of them.
fn is_portable(chord: Chord) -> bool {
    match (chord.key, chord.ctrl, chord.alt) {
        (Key::Char(c), true, false) => c.is_ascii_lowercase() && !"imhj".contains(c),
        (Key::Char(c), false, true) => c.is_ascii_alphanumeric(),
        (Key::Char(c), false, false) => c.is_ascii_graphic() || c == ' ',
        (Key::F(n), false, false) => (1..=10).contains(&n),
        (_, false, false) => true,
        _ => false,
    }
}

/// Telex turns `aa ee oo dd`, `w`, `[`, `]` and `z` into other letters, so that a doubled command would be eaten.
#[test]
fn no_command_is_a_key_that_an_input_method_rewrites() {
    let letters: BTreeSet<char> = BINDINGS
        .iter()
        .flat_map(|binding| binding.chords)
        .filter_map(|chord| chord.typed())
        .filter(|c| c.is_ascii_graphic())
        .collect();
    for avoided in "zw[]{}ZW".chars() {
        assert!(!letters.contains(&avoided), "{avoided} is rewritten by Telex");
    }
    // Only commands that are never pressed twice in a row may be letters that double: `o` opens a sheet, where it
    // means nothing.
    for doubled in "dđ".chars() {
        assert!(!letters.contains(&doubled), "{doubled}{doubled} is rewritten by Telex");
    }
}

#[test]
fn the_footer_fits_into_sixty_columns_and_holds_help_and_quit() {
    for lang in [Lang::Vi, Lang::En] {
        for width in [60, 80, 120] {
            for screen in ["1", "2", "2 Tab", "3", "4", "5", "7", "7 Tab", "8", "9", "1 Enter"] {
                let start =
                    Start { agency: Some("ls-so-y-te".into()), lang, size: (width, 24), ..Start::default() };
                let mut app = App::start(&start);
                app.press(screen);
                let frame = app.screen();
                let footer = frame.lines().last().unwrap();
                for action in [Action::Help, Action::Quit] {
                    let label = label_of(&app, action);
                    assert!(
                        footer.contains(&label),
                        "{lang:?} {width} {screen}: {label:?} not in {footer:?}"
                    );
                }
                assert!(!footer.contains('…'), "{lang:?} {width} {screen}: {footer:?}");
            }
        }
    }
}

fn label_of(app: &App, action: Action) -> String {
    let scopes = app.model.scopes();
    let binding = footer(&scopes).into_iter().find(|binding| binding.action == action).unwrap();
    format!("{} {}", binding.chords[0], (binding.label)(app.model.words()))
}

#[test]
fn an_overlay_tells_how_to_close_it() {
    for width in [60, 80] {
        for keys in ["?", "/", "a", "@", "2 Tab e", "2 Tab Enter", "1 Enter Enter x F10"] {
            let start = Start { agency: Some("ls-so-y-te".into()), size: (width, 24), ..Start::default() };
            let mut app = App::start(&start);
            app.press(keys);
            assert!(!app.model.overlays.is_empty(), "{keys}");
            let frame = app.screen();
            let footer = frame.lines().last().unwrap();
            assert!(footer.contains("Esc"), "{width} {keys}: {footer}");
        }
    }
}
