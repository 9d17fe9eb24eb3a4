//! The state of the program: what is known, what is shown, what is being typed.

use crate::domain::occurrence::Tracking;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, FixedOffset, NaiveDate};

use crate::domain::calendar::Calendar;
use crate::domain::catalog::Catalog;
use crate::domain::change::{Draft, Records, Request, Snapshot};
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::summary::AgencyCounts;
use crate::text::paper::LazyLayout;
use crate::text::words::{Lang, Words};

use super::follow::{self, ShownKeys};
use super::form::FormKind;
use super::layout::Size;
use super::line::{Line, Tone};
use super::msg::{Effect, Now};
use super::overlay::Overlay;
use super::rewriting::Rewriting;
use super::screens::board::BoardScreen;
use super::screens::compile::CompileScreen;
use super::screens::holidays::HolidaysScreen;
use super::screens::report::draft_key;
use super::screens::reports::ReportKey;
use super::screens::statistics::StatisticsScreen;
use super::screens::targets::TargetsScreen;
use super::screens::tasks::TasksScreen;
use super::screens::year::YearScreen;
use super::screens::{agenda::AgendaScreen, plans::PlansScreen, report::ReportForm, reports::ReportsScreen};
use super::typist::Typist;

/// The views on the number keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum View {
    /// 1: what is due.
    Agenda,
    /// 2: tasks by agency.
    Tasks,
    /// 3: targets.
    Targets,
    /// 4: reports.
    Reports,
    /// 5: who has reported.
    Board,
    /// 6: reports compiled out of others.
    Compile,
    /// 7: documents.
    Plans,
    /// 8: the year.
    Year,
    /// 9: what was done of what was owed.
    Statistics,
}

impl View {
    /// All of them, in the order of their keys.
    pub const ALL: [Self; 9] = [
        Self::Agenda,
        Self::Tasks,
        Self::Targets,
        Self::Reports,
        Self::Board,
        Self::Compile,
        Self::Plans,
        Self::Year,
        Self::Statistics,
    ];
}

/// What the program starts with.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Everything in the database.
    pub snapshot: Snapshot,
    /// Language of the screen.
    pub lang: Lang,
    /// Name of the user, as the system knows it.
    pub user: String,
    /// The day that stands for today in the whole run.
    pub fixed_today: Option<NaiveDate>,
    /// How documents look on paper.
    pub layout: LazyLayout,
    /// Size of the terminal.
    pub size: Size,
}

/// A message to the user that stays until the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How grave it is.
    pub tone: Tone,
    /// What it says.
    pub text: String,
}

/// Typed text that is not yet in a draft.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typing {
    /// When the first key came that no draft holds.
    pub first: Duration,
    /// When the last key came.
    pub last: Duration,
}

/// The whole state.
#[derive(Debug)]
pub struct Model {
    /// Plans and agencies.
    pub catalog: Catalog,
    /// What users entered.
    pub records: Records,
    /// Holidays and swapped days, with what users decided.
    pub calendar: Calendar,
    /// The calendar as it comes with the program.
    pub(super) printed_calendar: Calendar,
    /// Typed text that no record holds yet, by form.
    pub drafts: BTreeMap<String, Draft>,
    /// First year that is tracked, by plan.
    pub tracked_from: BTreeMap<PlanId, Tracking>,
    /// Language of the screen.
    pub lang: Lang,
    /// Name of the user.
    pub user: String,
    /// Whether the data are made up.
    pub demo: bool,
    /// How documents look on paper.
    pub layout: LazyLayout,
    /// The user's own agency.
    pub my_agency: Option<AgencyId>,
    /// The agency that the views show; the user's own one unless another was looked up.
    pub agency: Option<AgencyId>,
    /// The day that stands for today in the whole run.
    pub fixed_today: Option<NaiveDate>,
    /// The day that the screens show, when it is not today.
    pub as_of: Option<NaiveDate>,
    /// Time of the last message.
    pub now: Now,
    /// Size of the terminal.
    pub size: Size,
    /// The view that is shown.
    pub view: View,
    /// View 1.
    pub agenda: AgendaScreen,
    /// View 2.
    pub tasks: TasksScreen,
    /// View 3.
    pub targets: TargetsScreen,
    /// View 4 without an open report.
    pub reports: ReportsScreen,
    /// View 4 with an open report.
    pub report: Option<Box<ReportForm>>,
    /// View 5.
    pub board: BoardScreen,
    /// View 7.
    pub plans: PlansScreen,
    /// View 8.
    pub year: YearScreen,
    /// View 8, second page.
    pub holidays: HolidaysScreen,
    /// View 9.
    pub statistics: StatisticsScreen,
    /// View 6.
    pub compile: CompileScreen,
    /// What lies on top, the last one uppermost.
    pub overlays: Vec<Overlay>,
    /// How the user types.
    pub typist: Typist,
    pub(super) rewriting: Rewriting,
    /// A message that stays until the next key.
    pub notice: Option<Notice>,
    /// When the last record reached the disk.
    pub saved_at: Option<DateTime<FixedOffset>>,
    /// When the last draft reached the disk.
    pub draft_at: Option<DateTime<FixedOffset>>,
    /// Views whose rows are of before the last change; they are worked out anew when they are shown.
    pub(super) stale: BTreeSet<View>,
    /// Lead, coordinating and overdue counts by agency.
    pub counts: BTreeMap<AgencyId, AgencyCounts>,
    /// What the detail pane shows: the selected thing, as of the last pause of the keys.
    pub shown_detail: Vec<Line>,
    /// The keys that the footer shows: those for the selected thing, as of the last pause of the keys.
    pub shown_keys: ShownKeys,
    pub(super) moved_at: Option<Duration>,
    pub(super) typing: Option<Typing>,
    /// Drafts that the store could not take, by key: tried again with the next one.
    pub(super) unkept: BTreeSet<String>,
    /// Keys of forms that were closed while their save ran, with nothing typed since.
    pub(super) closed_saving: BTreeSet<String>,
    /// Since when a save waits for its answer, until that is said.
    pub(super) waiting: Option<Duration>,
    /// The report whose form opens once it is saved.
    pub(super) open_after_save: Option<ReportKey>,
    /// Whether files are being written.
    pub(super) delivering: bool,
    pub(super) leaving: bool,
    pub(super) quit_pressed: bool,
    pub(super) shown_day: NaiveDate,
    pub(super) effects: Vec<Effect>,
}

/// A save that takes longer is said to be waiting.
const STORE_PATIENCE: Duration = Duration::from_millis(300);
/// After this pause, typed text goes into a draft.
const DRAFT_PAUSE: Duration = Duration::from_millis(1000);
/// Typed text is at most this old before it goes into a draft, however fast the typing.
const DRAFT_AGE: Duration = Duration::from_millis(1500);

impl Model {
    /// The state at the start: the agenda of today.
    pub fn new(setup: Setup, now: Now) -> Self {
        let Setup { snapshot, lang, user, fixed_today, layout, size } = setup;
        let drafts = snapshot.drafts.into_iter().map(|draft| (draft.key.clone(), draft)).collect();
        let mut model = Self {
            catalog: snapshot.catalog,
            records: snapshot.records,
            calendar: Calendar::default(),
            printed_calendar: snapshot.calendar,
            drafts,
            tracked_from: snapshot.tracked_from,
            lang,
            user,
            demo: snapshot.made_up,
            layout,
            my_agency: snapshot.my_agency.clone(),
            agency: snapshot.my_agency,
            fixed_today,
            as_of: None,
            now,
            size,
            view: View::Agenda,
            agenda: AgendaScreen::default(),
            tasks: TasksScreen::default(),
            targets: TargetsScreen::default(),
            reports: ReportsScreen::default(),
            report: None,
            board: BoardScreen::default(),
            plans: PlansScreen::default(),
            year: YearScreen::default(),
            holidays: HolidaysScreen::default(),
            statistics: StatisticsScreen::default(),
            compile: CompileScreen::default(),
            overlays: Vec::new(),
            typist: Typist::new(snapshot.input_method),
            rewriting: Rewriting::default(),
            notice: None,
            saved_at: None,
            draft_at: None,
            stale: BTreeSet::new(),
            counts: BTreeMap::new(),
            shown_detail: Vec::new(),
            shown_keys: ShownKeys::default(),
            moved_at: None,
            typing: None,
            unkept: BTreeSet::new(),
            closed_saving: BTreeSet::new(),
            waiting: None,
            open_after_save: None,
            delivering: false,
            leaving: false,
            quit_pressed: false,
            shown_day: now.instant.date_naive(),
            effects: Vec::new(),
        };
        let moment = model.catalog.moment();
        model.refresh();
        model.fit();
        model.settle();
        drop(moment);
        model
    }

    /// The words of the screen's language.
    pub fn words(&self) -> &'static Words {
        self.lang.words()
    }

    /// Today: the day of the run, at +07:00.
    pub fn today(&self) -> NaiveDate {
        self.fixed_today.unwrap_or_else(|| self.now.instant.date_naive())
    }

    /// The day that the screens show.
    pub fn day(&self) -> NaiveDate {
        self.as_of.unwrap_or_else(|| self.today())
    }

    /// When the program has to wake up by itself, as time since its start; `None`: never.
    ///
    /// The wake-ups are a draft that falls due, what follows the selection, a save that waits, a Backspace that
    /// an input method may have sent, and midnight.
    pub fn next_wake(&self) -> Option<Duration> {
        let draft = self.typing.map(draft_due);
        let follow = self.moved_at.map(|at| at + follow::PAUSE);
        let waiting = self.waiting.map(|since| since + STORE_PATIENCE);
        let rewriting = self.rewriting.due();
        [draft, follow, waiting, rewriting, self.midnight()].into_iter().flatten().min()
    }

    fn midnight(&self) -> Option<Duration> {
        if self.fixed_today.is_some() {
            return None;
        }
        let tomorrow = self.now.instant.date_naive().succ_opt()?.and_hms_opt(0, 0, 0)?;
        let left = (tomorrow - self.now.instant.naive_local()).to_std().ok()?;
        Some(self.now.elapsed + left + Duration::from_secs(1))
    }

    /// Works out what is shown anew from what is known, and every other view once it is shown.
    pub(super) fn refresh(&mut self) {
        self.shown_day = self.day();
        self.catalog.settle(&self.records.decisions, self.shown_day);
        self.calendar = self.printed_calendar.decided(&self.records.decisions);
        self.forget_aside();
        self.stale.extend(View::ALL);
        self.refresh_shown();
    }

    /// What stands beside an open report may be another by now.
    pub(super) fn forget_aside(&mut self) {
        if let Some(form) = &mut self.report {
            form.forget_aside();
        }
    }

    /// Turns to a view.
    pub(super) fn turn_to(&mut self, view: View) {
        self.view = view;
        self.refresh_shown();
    }

    fn refresh_shown(&mut self) {
        if !self.stale.remove(&self.view) {
            return;
        }
        match self.view {
            View::Agenda => self.refresh_agenda(),
            View::Tasks => self.refresh_tasks(),
            View::Targets => self.refresh_targets(),
            View::Reports => self.refresh_reports(),
            View::Board => self.refresh_board(),
            View::Compile => self.refresh_compile(),
            View::Plans => self.refresh_plans(),
            View::Year => {
                self.refresh_year();
                self.refresh_holidays();
            }
            View::Statistics => self.refresh_statistics(),
        }
    }

    /// Does what is due by now: the draft, what follows the selection, a new day.
    pub(super) fn settle(&mut self) {
        self.press_overdue();
        if self.typing.is_some_and(|typing| draft_due(typing) <= self.now.elapsed) {
            self.keep_draft();
        }
        if self.moved_at.is_some_and(|at| at + follow::PAUSE <= self.now.elapsed) {
            self.moved_at = None;
            // Whoever moves about in a list sees what others did meanwhile.
            self.ask(Request::Refresh);
        }
        if self.waiting.is_some_and(|since| since + STORE_PATIENCE <= self.now.elapsed) {
            self.waiting = None;
            self.say(Tone::Warn, self.words().waiting_for_store);
        }
        if self.day() != self.shown_day {
            self.refresh();
        }
        self.follow();
    }

    /// Notes that something was typed into the form or the report that is open.
    ///
    /// The form for a day keeps no draft, and what lies below it is not being typed into.
    pub(super) fn typed(&mut self) {
        if matches!(self.overlays.last(), Some(Overlay::Form(form)) if form.kind == FormKind::Day) {
            return;
        }
        let first = self.typing.map_or(self.now.elapsed, |typing| typing.first);
        self.typing = Some(Typing { first, last: self.now.elapsed });
    }

    /// Sends what is typed to the store as a draft, at once.
    pub(super) fn keep_draft(&mut self) {
        let typed = self.typing.take().is_some();
        for key in std::mem::take(&mut self.unkept) {
            if let Some(draft) = self.drafts.get(&key).cloned() {
                self.ask(Request::SaveDraft(draft));
            }
        }
        if typed && let Some((key, body)) = self.open_draft() {
            let draft = Draft { key: key.clone(), body, at: self.now.instant };
            self.drafts.insert(key, draft.clone());
            self.ask(Request::SaveDraft(draft));
        }
    }

    /// The draft of what is being typed: of the form on top, else of the report.
    fn open_draft(&self) -> Option<(String, String)> {
        let form = self.overlays.iter().rev().find_map(|overlay| match overlay {
            Overlay::Form(form) => form.draft_key().map(|key| (key, form.to_draft())),
            _ => None,
        });
        form.or_else(|| self.report.as_ref().map(|report| (report.draft_key(), report.to_draft())))
    }

    /// Whether a draft of a progress entry on this task waits.
    pub fn has_task_draft(&self, task: &ItemId) -> bool {
        let start = format!("progress|{task}|");
        self.drafts.range(start.clone()..).next().is_some_and(|(key, _)| key.starts_with(&start))
    }

    /// Whether a draft of this report waits.
    pub fn has_report_draft(&self, key: &ReportKey) -> bool {
        self.drafts.contains_key(&draft_key(key))
    }

    /// Whether something was typed that is not yet on the disk.
    pub fn has_unsaved_text(&self) -> bool {
        self.typing.is_some() || !self.unkept.is_empty()
    }

    pub(super) fn ask(&mut self, request: Request) {
        if matches!(request, Request::Save { .. }) {
            self.waiting.get_or_insert(self.now.elapsed);
        }
        self.effects.push(Effect::Store(Box::new(request)));
    }

    pub(super) fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.notice = Some(Notice { tone, text: text.into() });
    }
}

fn draft_due(typing: Typing) -> Duration {
    (typing.last + DRAFT_PAUSE).min(typing.first + DRAFT_AGE)
}
