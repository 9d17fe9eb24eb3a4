//! The one table of keys: what is bound, where, under which name.
//!
//! Input, footer, help sheet and `tiendo keys` are all made from it. A text field
//! takes printable characters before this table is asked.

use crate::text::words::Word;

use super::action::Action;
use super::chord::{Chord, Key};
use super::list::Motion;
use super::model::View;
use super::reminding::Part;

/// Where a key works. The innermost scope is asked first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// A question with yes and no.
    Question,
    /// Two versions of a record, of which one is to be saved.
    Conflict,
    /// A sheet of text on top of a screen.
    Sheet,
    /// A list to choose from, with a line to type in.
    Chooser,
    /// A form on top of a screen.
    Form,
    /// A form of one field, where Enter is the answer.
    Prompt,
    /// A number that has the cursor, in a table of figures.
    Cell,
    /// A text field that has the cursor.
    Field,
    /// The report form.
    Report,
    /// The list of reports.
    Reports,
    /// View 1.
    Agenda,
    /// View 2.
    Tasks,
    /// View 3.
    Targets,
    /// View 7.
    Plans,
    /// View 8, second page.
    Holidays,
    /// View 8.
    Year,
    /// View 9.
    Statistics,
    /// View 5.
    Board,
    /// The preview of a letter.
    Letter,
    /// View 6, the list.
    Rounds,
    /// View 6, one report.
    Compile,
    /// Any list.
    List,
    /// Everywhere outside text fields and overlays.
    Global,
    /// Everywhere, text fields included.
    Always,
}

/// Where a binding stands in the help sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// Moving about.
    Moving,
    /// What this screen can do.
    Here,
    /// Editing text.
    Text,
    /// Views and the program.
    Program,
}

/// One line of the table.
#[derive(Debug)]
pub struct Binding {
    /// Where it works.
    pub scope: Scope,
    /// The keys; the first one is shown in the footer.
    pub chords: &'static [Chord],
    /// What it does.
    pub action: Action,
    /// Its name.
    pub label: Word,
    /// Where it stands in the help sheet.
    pub group: Group,
    /// Place in the footer, from 1; from 9 on it is shown however narrow the screen; 0 keeps it out of the footer.
    pub rank: u8,
}

const fn ch(c: char) -> Chord {
    Chord::char(c)
}

const fn key(k: Key) -> Chord {
    Chord::key(k)
}

macro_rules! bindings {
    ($($scope:ident, [$($chord:expr),+], $action:expr, $label:ident, $group:ident, $rank:literal;)+) => {
        /// Every binding; the order is the order of the help sheet.
        pub static BINDINGS: &[Binding] = &[$(Binding {
            scope: Scope::$scope,
            chords: &[$($chord),+],
            action: $action,
            label: |words| words.$label,
            group: Group::$group,
            rank: $rank,
        }),+];
    };
}

bindings! {
    Question, [key(Key::Enter)], Action::Confirm, key_confirm, Here, 1;
    Question, [key(Key::Esc), ch('q')], Action::Back, key_cancel, Here, 2;
    Question, [key(Key::PageUp), key(Key::Up)], Action::Move(Motion::PageUp), key_page_up, Moving, 3;
    Question, [key(Key::PageDown), key(Key::Down)], Action::Move(Motion::PageDown), key_page_down, Moving, 0;

    Conflict, [key(Key::F(10)), Chord::ctrl('g')], Action::Confirm, key_save_over, Here, 1;
    Conflict, [key(Key::Esc)], Action::Back, key_back_to_text, Here, 2;
    Conflict, [key(Key::PageUp), key(Key::Up)], Action::Move(Motion::PageUp), key_page_up, Moving, 3;
    Conflict, [key(Key::PageDown), key(Key::Down)], Action::Move(Motion::PageDown), key_page_down, Moving, 0;

    Sheet, [key(Key::Up), ch('k')], Action::Move(Motion::Up), key_up, Moving, 0;
    Sheet, [key(Key::Down), ch('j')], Action::Move(Motion::Down), key_down, Moving, 0;
    Sheet, [key(Key::PageUp), Chord::ctrl('u')], Action::Move(Motion::PageUp), key_page_up, Moving, 0;
    Sheet, [key(Key::PageDown), Chord::ctrl('d'), ch(' ')], Action::Move(Motion::PageDown), key_page_down, Moving, 2;
    Sheet, [key(Key::Home), ch('g')], Action::Move(Motion::First), key_first, Moving, 0;
    Sheet, [key(Key::End), ch('G')], Action::Move(Motion::Last), key_last, Moving, 0;
    Sheet, [ch('e'), key(Key::F(2))], Action::Edit, key_edit, Here, 3;
    Sheet, [ch('x')], Action::WriteFiles, key_write_files, Here, 3;
    Sheet, [key(Key::Esc), key(Key::Enter), key(Key::Backspace), ch('q')], Action::Back, key_close, Here, 4;

    Chooser, [key(Key::Up)], Action::Move(Motion::Up), key_up, Moving, 0;
    Chooser, [key(Key::Down)], Action::Move(Motion::Down), key_down, Moving, 0;
    Chooser, [key(Key::PageUp)], Action::Move(Motion::PageUp), key_page_up, Moving, 0;
    Chooser, [key(Key::PageDown)], Action::Move(Motion::PageDown), key_page_down, Moving, 0;
    Chooser, [key(Key::Enter)], Action::Open, key_choose, Here, 2;
    Chooser, [key(Key::Esc)], Action::Back, key_cancel, Here, 3;

    Form, [key(Key::Tab), key(Key::Down)], Action::NextPane, key_next_field, Moving, 1;
    Form, [key(Key::BackTab), key(Key::Up)], Action::PrevPane, key_prev_field, Moving, 0;
    Form, [key(Key::Left)], Action::Left, key_prev_choice, Moving, 0;
    Form, [key(Key::Right), ch(' ')], Action::Right, key_next_choice, Moving, 2;
    Form, [key(Key::Enter)], Action::Open, key_next_field, Moving, 0;
    Form, [Chord::ctrl('s'), key(Key::F(10))], Action::Save, key_save, Here, 3;
    Form, [Chord::ctrl('x'), key(Key::F(8))], Action::Discard, key_discard, Here, 0;
    Form, [Chord::ctrl('z')], Action::Undo, key_undo_text, Text, 0;
    Form, [Chord::ctrl('r')], Action::Redo, key_redo_text, Text, 0;
    Form, [key(Key::Esc)], Action::Back, key_close_form, Here, 9;

    Prompt, [key(Key::Enter)], Action::Save, key_confirm, Here, 1;
    Prompt, [key(Key::Esc)], Action::Back, key_cancel, Here, 9;

    Cell, [key(Key::Tab)], Action::NextPane, key_next_cell, Moving, 1;
    Cell, [key(Key::BackTab)], Action::PrevPane, key_prev_cell, Moving, 0;
    Cell, [key(Key::Enter)], Action::Open, key_next_cell, Moving, 0;
    Cell, [key(Key::Up)], Action::Move(Motion::Up), key_up, Moving, 0;
    Cell, [key(Key::Down)], Action::Move(Motion::Down), key_down, Moving, 0;
    Cell, [ch(' ')], Action::SayNone, key_quality, Here, 2;

    Field, [key(Key::Tab)], Action::NextPane, key_next_part, Moving, 1;
    Field, [key(Key::BackTab)], Action::PrevPane, key_prev_part, Moving, 0;
    Field, [key(Key::Esc)], Action::Back, key_stop_typing, Here, 3;
    Field, [Chord::ctrl('z')], Action::Undo, key_undo_text, Text, 0;
    Field, [Chord::ctrl('r')], Action::Redo, key_redo_text, Text, 0;
    Field, [Chord::ctrl('s')], Action::Save, key_save, Here, 4;
    Field, [Chord::ctrl('x'), key(Key::F(8))], Action::Discard, key_discard, Here, 0;
    Field, [key(Key::F(5))], Action::LastText, key_last_text, Here, 6;
    Field, [key(Key::F(6))], Action::InsertFigure, key_insert_figure, Here, 8;
    Field, [key(Key::F(7))], Action::InsertParagraph, key_insert_paragraph, Here, 7;
    Field, [key(Key::F(9))], Action::Preview, key_preview, Here, 0;
    Field, [key(Key::F(10)), Chord::ctrl('g')], Action::Send, key_submit, Here, 5;

    Report, [key(Key::Up), ch('k')], Action::Move(Motion::Up), key_up, Moving, 0;
    Report, [key(Key::Down), ch('j')], Action::Move(Motion::Down), key_down, Moving, 0;
    Report, [key(Key::Tab)], Action::NextPane, key_next_part, Moving, 0;
    Report, [key(Key::BackTab)], Action::PrevPane, key_prev_part, Moving, 0;
    Report, [key(Key::Enter), ch('e'), key(Key::F(2))], Action::Open, key_type, Here, 2;
    Report, [ch(' ')], Action::SayNone, key_say_none, Here, 5;
    Report, [ch('m')], Action::Deal, key_deals, Here, 8;
    Report, [ch('b')], Action::Compare, key_compare, Here, 7;
    Report, [key(Key::F(5))], Action::LastText, key_last_text, Here, 0;
    Report, [key(Key::F(6))], Action::InsertFigure, key_insert_figure, Here, 0;
    Report, [key(Key::F(7))], Action::InsertParagraph, key_insert_paragraph, Here, 0;
    Report, [Chord::ctrl('s')], Action::Save, key_save, Here, 4;
    Report, [Chord::ctrl('x'), key(Key::F(8))], Action::Discard, key_discard, Here, 0;
    Report, [ch('v'), key(Key::F(9))], Action::Preview, key_preview, Here, 0;
    Report, [key(Key::F(10)), Chord::ctrl('g')], Action::Send, key_next_step, Here, 3;
    Report, [key(Key::Esc), key(Key::Backspace)], Action::Back, key_back_to_list, Here, 6;

    Agenda, [key(Key::Enter)], Action::Open, key_open, Here, 1;
    Agenda, [ch('e'), key(Key::F(2))], Action::Edit, key_edit_progress, Here, 2;
    Agenda, [ch('t')], Action::NextHorizon, key_horizon, Here, 3;
    Agenda, [ch('.')], Action::PeriodForward, key_period_forward, Here, 0;
    Agenda, [ch(',')], Action::PeriodBack, key_period_back, Here, 0;
    Agenda, [ch('c')], Action::OnlyOpen, key_only_dated, Here, 4;
    Agenda, [ch('m')], Action::Deal, key_deals, Here, 8;
    Agenda, [ch('i')], Action::Explain, key_explain, Here, 0;
    Agenda, [ch('E')], Action::Extension, key_extension, Here, 0;
    Agenda, [ch('f')], Action::Cascade, key_cascade, Here, 5;

    Tasks, [key(Key::Tab)], Action::NextPane, key_other_pane, Moving, 1;
    Tasks, [key(Key::BackTab)], Action::PrevPane, key_other_pane, Moving, 0;
    Tasks, [key(Key::Left), ch('h')], Action::Left, key_fold, Moving, 0;
    Tasks, [key(Key::Right), ch('l')], Action::Right, key_unfold, Moving, 0;
    Tasks, [key(Key::Enter)], Action::Open, key_open, Here, 2;
    Tasks, [ch('e'), key(Key::F(2))], Action::Edit, key_edit_progress, Here, 3;
    Tasks, [ch('c')], Action::OnlyOpen, key_only_open, Here, 4;
    Tasks, [ch('m')], Action::Deal, key_deals, Here, 8;
    Tasks, [ch('i')], Action::Explain, key_explain, Here, 0;
    Tasks, [ch('H')], Action::History, key_history, Here, 5;

    Targets, [key(Key::Enter)], Action::Open, key_figures, Here, 1;
    Targets, [ch('e'), key(Key::F(2))], Action::Edit, key_edit_figure, Here, 2;
    Targets, [ch('c')], Action::OnlyOpen, key_only_behind, Here, 3;
    Targets, [ch('s')], Action::Sort, key_sort, Here, 4;
    Targets, [ch('p')], Action::NextPlan, key_next_plan, Here, 5;

    Reports, [key(Key::Enter), ch('e'), key(Key::F(2))], Action::Open, key_write_report, Here, 1;
    Reports, [ch('c')], Action::OnlyOpen, key_only_owed, Here, 2;
    Reports, [ch('m')], Action::Deal, key_deals, Here, 8;
    Reports, [ch('i')], Action::Explain, key_explain, Here, 4;
    Reports, [ch('E')], Action::Extension, key_extension, Here, 5;
    Reports, [ch('f')], Action::Cascade, key_cascade, Here, 3;
    Reports, [ch('v'), key(Key::F(9))], Action::Preview, key_preview, Here, 6;

    Board, [key(Key::Enter)], Action::Open, key_open_row, Here, 5;
    Board, [ch(' ')], Action::Select, key_select, Here, 4;
    Board, [ch('A')], Action::SelectAll, key_select_all, Here, 2;
    Board, [ch('D')], Action::Letter, key_letter, Here, 3;
    Board, [ch('c')], Action::OnlyOpen, key_only_unsent, Here, 1;
    Board, [ch('n'), key(Key::F(10)), Chord::ctrl('g')], Action::Receive, key_receive, Here, 6;
    Board, [ch('E')], Action::Extension, key_extension, Here, 0;
    Board, [ch('m')], Action::Deal, key_deals, Here, 8;
    Board, [ch('o'), ch('i')], Action::Explain, key_source, Here, 6;
    Board, [ch('x')], Action::Export, key_export_list, Here, 0;
    Board, [ch('t'), key(Key::Tab)], Action::ChooseRound, key_choose_round, Here, 7;
    Board, [ch(',')], Action::PeriodBack, key_period_back, Here, 0;
    Board, [ch('.')], Action::PeriodForward, key_period_forward, Here, 0;

    Letter, [key(Key::Enter)], Action::Confirm, key_write_all, Here, 1;
    Letter, [ch('D')], Action::Give(Part::Letter), key_write_letter, Here, 2;
    Letter, [ch('T')], Action::Give(Part::Chat), key_write_chat, Here, 3;
    Letter, [ch('I')], Action::Give(Part::Calendar), key_write_calendar, Here, 4;
    Letter, [ch('M')], Action::Give(Part::Mail), key_write_mail, Here, 5;
    Letter, [key(Key::Up), ch('k')], Action::Move(Motion::Up), key_up, Moving, 0;
    Letter, [key(Key::Down), ch('j')], Action::Move(Motion::Down), key_down, Moving, 0;
    Letter, [key(Key::PageUp), Chord::ctrl('u')], Action::Move(Motion::PageUp), key_page_up, Moving, 0;
    Letter, [key(Key::PageDown), Chord::ctrl('d'), ch(' ')], Action::Move(Motion::PageDown), key_page_down, Moving, 6;
    Letter, [key(Key::Home), ch('g')], Action::Move(Motion::First), key_first, Moving, 0;
    Letter, [key(Key::End), ch('G')], Action::Move(Motion::Last), key_last, Moving, 0;
    Letter, [key(Key::Esc), key(Key::Backspace), ch('q')], Action::Back, key_close, Here, 9;

    Plans, [key(Key::Tab)], Action::NextPane, key_other_pane, Moving, 1;
    Plans, [key(Key::BackTab)], Action::PrevPane, key_other_pane, Moving, 0;
    Plans, [key(Key::Left), ch('h')], Action::Left, key_other_pane, Moving, 0;
    Plans, [key(Key::Right), ch('l')], Action::Right, key_other_pane, Moving, 0;
    Plans, [key(Key::Enter)], Action::Open, key_open, Here, 2;
    Plans, [ch('b')], Action::Issue, key_issue, Here, 3;

    Year, [key(Key::Enter)], Action::Open, key_open, Here, 1;
    Year, [key(Key::Tab)], Action::NextPane, key_holidays, Here, 2;
    Year, [key(Key::BackTab)], Action::PrevPane, key_holidays, Here, 0;
    Year, [ch(',')], Action::PeriodBack, key_year_back, Here, 3;
    Year, [ch('.')], Action::PeriodForward, key_year_forward, Here, 4;
    Year, [ch('f')], Action::Cascade, key_cascade, Here, 5;
    Year, [ch('m')], Action::Deal, key_deals, Here, 8;
    Year, [ch('i')], Action::Explain, key_explain, Here, 0;
    Year, [ch('E')], Action::Extension, key_extension, Here, 0;
    Year, [ch('e'), key(Key::F(2))], Action::Edit, key_edit_progress, Here, 0;
    Year, [key(Key::Left), ch('h')], Action::Left, key_prev_day, Moving, 0;
    Year, [key(Key::Right), ch('l')], Action::Right, key_next_day, Moving, 0;

    Holidays, [key(Key::Enter), ch('m'), ch('e')], Action::Deal, key_deals, Here, 1;
    Holidays, [ch(',')], Action::PeriodBack, key_year_back, Here, 2;
    Holidays, [ch('.')], Action::PeriodForward, key_year_forward, Here, 3;
    Holidays, [key(Key::Tab)], Action::NextPane, key_year_page, Here, 4;
    Holidays, [key(Key::BackTab)], Action::PrevPane, key_year_page, Here, 0;

    Statistics, [key(Key::Enter)], Action::Open, key_open_number, Here, 1;
    Statistics, [key(Key::Right), ch('l')], Action::Right, key_next_number, Moving, 2;
    Statistics, [key(Key::Left), ch('h')], Action::Left, key_prev_number, Moving, 0;
    Statistics, [ch('r')], Action::Widen, key_widen, Here, 3;
    Statistics, [ch('p')], Action::NextPlan, key_next_plan, Here, 4;
    Statistics, [ch(',')], Action::PeriodBack, key_year_back, Here, 5;
    Statistics, [ch('.')], Action::PeriodForward, key_year_forward, Here, 0;

    Rounds, [key(Key::Enter)], Action::Open, key_open, Here, 1;
    Rounds, [ch('m')], Action::Deal, key_deals, Here, 8;
    Rounds, [ch('f')], Action::Cascade, key_cascade, Here, 2;
    Rounds, [ch('i')], Action::Explain, key_explain, Here, 3;

    Compile, [key(Key::Tab)], Action::NextPane, key_next_part, Moving, 1;
    Compile, [key(Key::BackTab)], Action::PrevPane, key_prev_part, Moving, 0;
    Compile, [ch(' ')], Action::Select, key_take, Here, 2;
    Compile, [ch('A')], Action::SelectAll, key_take_all, Here, 0;
    Compile, [ch('+')], Action::Join, key_join, Here, 4;
    Compile, [key(Key::Enter), ch('e'), key(Key::F(2))], Action::Edit, key_rewrite, Here, 5;
    Compile, [ch('o')], Action::Source, key_source, Here, 6;
    Compile, [ch('m')], Action::Deal, key_deals, Here, 0;
    Compile, [ch('v'), key(Key::F(9))], Action::Preview, key_preview, Here, 0;
    Compile, [ch('x')], Action::Export, key_export, Here, 9;
    Compile, [key(Key::F(10)), Chord::ctrl('g')], Action::Send, key_hand_over, Here, 3;
    Compile, [key(Key::Esc), key(Key::Backspace)], Action::Back, key_back_to_list, Here, 8;

    List, [key(Key::Up), ch('k')], Action::Move(Motion::Up), key_up, Moving, 0;
    List, [key(Key::Down), ch('j')], Action::Move(Motion::Down), key_down, Moving, 0;
    List, [key(Key::PageUp)], Action::Move(Motion::PageUp), key_page_up, Moving, 0;
    List, [key(Key::PageDown)], Action::Move(Motion::PageDown), key_page_down, Moving, 0;
    List, [Chord::ctrl('u')], Action::Move(Motion::HalfUp), key_half_up, Moving, 0;
    List, [Chord::ctrl('d')], Action::Move(Motion::HalfDown), key_half_down, Moving, 0;
    List, [key(Key::Home), ch('g')], Action::Move(Motion::First), key_first, Moving, 0;
    List, [key(Key::End), ch('G')], Action::Move(Motion::Last), key_last, Moving, 0;

    Global, [ch('?'), key(Key::F(1))], Action::Help, key_help, Program, 9;
    Global, [ch('/')], Action::Search, key_search, Program, 7;
    Global, [ch('a')], Action::ChooseAgency, key_agency, Program, 8;
    Global, [ch('@')], Action::ChooseDay, key_day, Program, 0;
    Global, [ch('u'), Chord::ctrl('z')], Action::Undo, key_undo, Program, 0;
    Global, [ch('1'), Chord::alt('1')], Action::Show(View::Agenda), view_agenda, Program, 0;
    Global, [ch('2'), Chord::alt('2')], Action::Show(View::Tasks), view_tasks, Program, 0;
    Global, [ch('3'), Chord::alt('3')], Action::Show(View::Targets), view_targets, Program, 0;
    Global, [ch('4'), Chord::alt('4')], Action::Show(View::Reports), view_reports, Program, 0;
    Global, [ch('5'), Chord::alt('5')], Action::Show(View::Board), view_board, Program, 0;
    Global, [ch('6'), Chord::alt('6')], Action::Show(View::Compile), view_compile, Program, 0;
    Global, [ch('7'), Chord::alt('7')], Action::Show(View::Plans), view_plans, Program, 0;
    Global, [ch('8'), Chord::alt('8')], Action::Show(View::Year), view_year, Program, 0;
    Global, [ch('9'), Chord::alt('9')], Action::Show(View::Statistics), view_statistics, Program, 0;
    Global, [key(Key::Esc), key(Key::Backspace)], Action::Back, key_back, Program, 0;
    Global, [ch('q')], Action::Quit, key_quit, Program, 10;

    Always, [key(Key::F(4)), Chord::ctrl('t')], Action::NextInputMethod, key_input_method, Text, 5;
    Always, [key(Key::F(1))], Action::Help, key_help, Program, 10;
    Always, [Chord::ctrl('l')], Action::Repaint, key_repaint, Program, 0;
    Always, [Chord::ctrl('c')], Action::QuitNow, key_quit_now, Program, 0;
}

/// What a chord means in these scopes, the innermost first.
pub fn find(scopes: &[Scope], chord: Chord) -> Option<&'static Binding> {
    scopes.iter().find_map(|scope| BINDINGS.iter().find(|b| b.scope == *scope && b.chords.contains(&chord)))
}

/// The bindings that work in these scopes, each action and chord once, innermost first.
pub fn working(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut found: Vec<&'static Binding> = Vec::new();
    for scope in scopes {
        for binding in BINDINGS.iter().filter(|b| b.scope == *scope) {
            let hidden = binding.chords.iter().all(|c| found.iter().any(|f| f.chords.contains(c)));
            if !hidden {
                found.push(binding);
            }
        }
    }
    found
}

/// The bindings of the footer, in order of rank.
pub fn footer(scopes: &[Scope]) -> Vec<&'static Binding> {
    let mut shown: Vec<_> = working(scopes).into_iter().filter(|b| b.rank > 0).collect();
    shown.sort_by_key(|b| b.rank);
    shown
}
