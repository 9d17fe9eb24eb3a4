//! Everything that a key can ask for.

use super::list::Motion;
use super::model::View;
use super::reminding::Part;

/// What a key means where it was pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Show a view.
    Show(View),
    /// Search everything.
    Search,
    /// Show the keys that work here.
    Help,
    /// Choose one's own agency, or all.
    ChooseAgency,
    /// Choose the day that the screens show.
    ChooseDay,
    /// Take back the last change.
    Undo,
    /// Bring back what was taken back (text only).
    Redo,
    /// Switch to the next way of typing Vietnamese.
    NextInputMethod,
    /// Draw the screen anew.
    Repaint,
    /// Leave the program; asks when something is unsent.
    Quit,
    /// Leave the program at the second press.
    QuitNow,
    /// Close what lies on top, or leave the field.
    Back,
    /// Next pane or field.
    NextPane,
    /// Previous pane or field.
    PrevPane,
    /// Move the selection.
    Move(Motion),
    /// Fold a heading, or go to the pane on the left.
    Left,
    /// Unfold a heading, or go to the pane on the right.
    Right,
    /// Open what is selected.
    Open,
    /// Enter a progress entry or a figure for what is selected.
    Edit,
    /// Next length of the period shown.
    NextHorizon,
    /// The period before.
    PeriodBack,
    /// The period after.
    PeriodForward,
    /// Only what is open, behind or owed; or everything.
    OnlyOpen,
    /// Show how an agency came about and what became of it.
    History,
    /// Sort by how far behind.
    Sort,
    /// Next plan.
    NextPlan,
    /// Save what is typed.
    Save,
    /// Send the report; asks once.
    Send,
    /// Throw away what is typed and not saved; asks once.
    Discard,
    /// Answer a part with "không có"; give a figure the next quality.
    SayNone,
    /// Bring last period's text of this part.
    LastText,
    /// Choose a figure to write into the text.
    InsertFigure,
    /// Choose a paragraph of another report of the same year.
    InsertParagraph,
    /// Show what differs from the version that was sent, and from last period's.
    Compare,
    /// List what can be settled about the selected thing.
    Deal,
    /// Ask for another day, or answer such a request.
    Extension,
    /// Enter number and date of a draft.
    Issue,
    /// Say in full why it is this day.
    Explain,
    /// Say yes to a question.
    Confirm,
    /// Write what the sheet shows as files.
    WriteFiles,
    /// Show what must come before a compiled report, and how much time there is.
    Cascade,
    /// Count over more: the agency, its province, everything.
    Widen,
    /// Take what is selected, or leave it out.
    Select,
    /// Take all, or leave all out.
    SelectAll,
    /// Join what is selected to what stands above it.
    Join,
    /// Show where what is selected comes from.
    Source,
    /// Show the report as it stands on paper.
    Preview,
    /// Write files.
    Export,
    /// Write a letter to what is selected.
    Letter,
    /// Write one part of the letter alone.
    Give(Part),
    /// Take in what was sent.
    Receive,
    /// Choose another report to look at.
    ChooseRound,
}
