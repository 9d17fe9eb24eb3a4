//! The program without a terminal: keys in, a screen and database rows out.
//!
//! An `App` is the state machine and a real database in a temporary folder. What
//! the state machine asks of the store is answered before the next key, unless a
//! test holds the answers back or makes them fail. Time moves only by `wait`.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    reason = "each test file takes what it needs, and the lint takes helpers of a test for code"
)]

mod terminals;

use std::cell::RefCell;
use std::collections::VecDeque;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::OnceLock;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use tempfile::TempDir;
use tiendo::app::chord::{Chord, Key};
use tiendo::app::layout::Size;
use tiendo::app::model::{Model, Setup};
use tiendo::app::msg::{Effect, Msg, Now};
use tiendo::catalog;
use tiendo::catalog::{BUNDLE_HASH, Bundle};
use tiendo::domain::agency::Agency;
use tiendo::domain::change::{Failure, Record, Reply, Request, Snapshot};
use tiendo::domain::compilation::Compilation;
use tiendo::domain::decision::Decision;
use tiendo::domain::ids::{AgencyId, ItemId};
use tiendo::domain::record::{
    Enclosed, Observation, ProgressEntry, Quality, Report, ReportKey, ReportQuery, ReportState,
    ReportedFigure, Sealed,
};
use tiendo::domain::reminder::Reminder;
use tiendo::export::parcel::files;
use tiendo::store::{Bundled, OpenError, Opening, Store};
use tiendo::text::parcel::{Delivered, Parcel, Undelivered};
use tiendo::text::words::Lang;
use tiendo::tui::Looks;
use tiendo::tui::views::{self, Canvas};

use terminals::Terminals;

/// What the next request meets instead of the database.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The store says that it could not.
    Failed(Failure),
    /// Somebody else saves the same record just before.
    Conflict,
}

/// A database file; it goes when the last `App` on it goes.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// A database with nothing but the bundled plans in it.
    pub fn new() -> Rc<Self> {
        let home = Self { folder: TempDir::new().unwrap() };
        std::fs::write(home.path(), blank_database()).unwrap();
        Rc::new(home)
    }

    /// The database file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("tiendo.db")
    }

    /// The database as a user opens it.
    pub fn open(&self, user: &str) -> Store {
        open(&self.path(), user)
    }

    /// Saves a report as `user`.
    pub fn save(&self, user: &str, report: Report) -> Report {
        let request = Request::Save { record: Record::Report(report), draft: None };
        match self.open(user).handle(request, instant(Duration::ZERO)) {
            Some(Reply::Saved(Record::Report(report))) => report,
            other => panic!("{other:?}"),
        }
    }

    /// A report that went through approval and is sealed, with one figure: target, numerator, denominator.
    pub fn send(&self, key: ReportKey, texts: [&str; 3], figure: Option<(&str, f64, f64)>) -> Report {
        let [results, obstacles, proposals] = texts.map(str::to_owned);
        let figures = figure.map(|(target, numerator, denominator)| ReportedFigure {
            target: ItemId::new(target),
            as_of: "2026-09-30".parse().unwrap(),
            value: None,
            numerator: Some(numerator),
            denominator: Some(denominator),
            quality: Quality::Estimate,
        });
        let enclosed = Enclosed { figures: figures.into_iter().collect(), ..Enclosed::default() };
        let (state, author) = (ReportState::AwaitingApproval, Some("cv-07".to_owned()));
        let blank = Report::blank(&key);
        let asked = Report { results, obstacles, proposals, enclosed, state, author, ..blank };
        let asked = self.save("cv-07", asked);
        let sealed = Some(Sealed::asked("ld-01", None));
        self.save("ld-01", Report { state: ReportState::Sent, sealed, ..asked })
    }

    /// Marks the database as one of made-up data.
    pub fn mark_made_up(&self) {
        self.open("demo").mark_made_up().unwrap();
    }

    /// Loads agencies as `user` does from a file.
    pub fn import(&self, user: &str, agencies: &[Agency], group: &str) {
        let group = AgencyId::new(group);
        self.open(user).import_agencies(agencies, Some(&group), instant(Duration::ZERO)).unwrap();
    }

    /// Asks the store something as `user` does in a program of his own.
    pub fn ask(&self, user: &str, request: Request) -> Reply {
        self.open(user).handle(request, instant(Duration::ZERO)).unwrap()
    }

    /// Reads the database as `user` finds it at the next start.
    pub fn snapshot(&self, user: &str) -> Snapshot {
        self.open(user).snapshot().unwrap()
    }

    /// What users entered, read from the file anew.
    pub fn records(&self, user: &str) -> Entered {
        Entered::of(&self.snapshot(user))
    }
}

/// How an `App` is started.
#[derive(Clone)]
pub struct Start {
    /// Language of the screen.
    pub lang: Lang,
    /// User name.
    pub user: String,
    /// Own agency; chosen before the start.
    pub agency: Option<String>,
    /// Columns and rows.
    pub size: (u16, u16),
    /// Colours and glyphs.
    pub looks: Looks,
}

impl Default for Start {
    fn default() -> Self {
        let looks = Looks { colour: true, ..Looks::default() };
        Self { lang: Lang::Vi, user: "cv-01".into(), agency: None, size: (80, 24), looks }
    }
}

/// The program.
pub struct App {
    /// The state machine.
    pub model: Model,
    /// The database file.
    pub home: Rc<Home>,
    /// What the next requests meet, in their order.
    pub faults: VecDeque<Fault>,
    /// Whether the program asked to be ended.
    pub ended: bool,
    /// The files that were given out last, with their names.
    pub written: Vec<(String, Vec<u8>)>,
    /// Whether files find no room.
    pub disk_is_full: bool,
    store: Store,
    start: Start,
    elapsed: Duration,
    chords: usize,
    held: Option<Vec<Request>>,
    terminals: RefCell<Terminals>,
}

impl App {
    /// A program for nobody in particular.
    pub fn new() -> Self {
        Self::start(&Start::default())
    }

    /// A program whose user works at this agency.
    pub fn at(agency: &str) -> Self {
        Self::start(&Start { agency: Some(agency.into()), ..Start::default() })
    }

    /// A program on a database of its own.
    pub fn start(start: &Start) -> Self {
        Self::on(&Home::new(), start)
    }

    /// A program on a database that others may use as well.
    pub fn on(home: &Rc<Home>, start: &Start) -> Self {
        let mut store = home.open(&start.user);
        if let Some(agency) = &start.agency {
            let agency = Some(AgencyId::new(agency));
            store.handle(Request::SetMyAgency(agency), instant(Duration::ZERO)).unwrap();
        }
        let model = model(&mut store, start, Duration::ZERO);
        Self {
            model,
            home: home.clone(),
            faults: VecDeque::new(),
            ended: false,
            written: Vec::new(),
            disk_is_full: false,
            store,
            start: start.clone(),
            elapsed: Duration::ZERO,
            chords: 0,
            held: None,
            terminals: RefCell::new(Terminals::new()),
        }
    }

    /// A new program on the same database; the old one ends without a word, as after a power cut.
    pub fn reopen(&mut self) {
        self.store = self.home.open(&self.start.user);
        self.model = model(&mut self.store, &self.start, self.elapsed);
        self.held = None;
        self.faults.clear();
        self.ended = false;
    }

    /// Presses keys: `"2 j j Tab e ^S"`.
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.chord(chord(key));
        }
    }

    /// Presses a key.
    pub fn chord(&mut self, chord: Chord) {
        self.chords += 1;
        self.send(Msg::Key(chord));
    }

    /// Somebody else of the same agency approves and sends what this one submitted; this one then looks at view 4.
    pub fn approved_by(&mut self, user: &str) {
        let waits = |report: &&Report| report.state == ReportState::AwaitingApproval;
        let key = self.records().reports.iter().find(waits).unwrap().key();
        let mut other = self.colleague(user, key.agency.as_str());
        other.press("4 Home");
        while other.model.reports.list.selected_id().as_ref() != Some(&key) {
            let before = other.model.reports.list.selected_id();
            other.press("j");
            assert_ne!(other.model.reports.list.selected_id(), before, "{key} is not listed");
        }
        other.press("Enter F10 Enter");
        assert!(other.model.report.is_none(), "{}", other.screen());
        self.press("4");
    }

    /// The desk gives back the report that holds these words, with a remark; this one then looks at view 4.
    pub fn given_back_by(&mut self, (user, desk): (&str, &str), words: &str, remark: &str) {
        let mut other = self.colleague(user, desk);
        other.press("/");
        other.type_text(words);
        other.press("Enter m Enter");
        other.type_text(remark);
        other.press("F10");
        assert!(other.records().reports.iter().any(|report| report.remark == remark), "{}", other.screen());
        self.press("4");
    }

    /// Somebody else on the same database, at the same time.
    pub fn colleague(&self, user: &str, agency: &str) -> Self {
        let start = Start { user: user.into(), agency: Some(agency.into()), ..self.start.clone() };
        Self { elapsed: self.elapsed, ..Self::on(&self.home, &start) }
    }

    /// Types a text, a character a key; it counts as no chord.
    pub fn type_text(&mut self, text: &str) {
        for c in text.chars() {
            let chord = if c == '\n' { Chord::key(Key::Enter) } else { Chord::char(c) };
            self.send(Msg::Key(chord));
        }
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        self.send(Msg::Paste(text.into()));
    }

    /// Lets time pass; wakes the program whenever it asked for it, and fails if it asks again and again.
    pub fn wait(&mut self, ms: u64) {
        let end = self.elapsed + Duration::from_millis(ms);
        let mut wakes = 0;
        while let Some(at) = self.model.next_wake().filter(|at| *at <= end) {
            self.elapsed = self.elapsed.max(at);
            self.send(Msg::Wake);
            wakes += 1;
            assert!(wakes <= 10 + ms / 100, "woken {wakes} times in {ms} ms");
        }
        self.elapsed = end;
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, w: u16, h: u16) {
        self.send(Msg::Resize(Size { w, h }));
    }

    /// The terminal hangs up.
    pub fn hang_up(&mut self) {
        self.send(Msg::Leave);
    }

    /// Lets the store take requests in without answering.
    pub fn hold_answers(&mut self) {
        self.held = Some(Vec::new());
    }

    /// Lets the store do and answer what it was asked meanwhile.
    pub fn release_answers(&mut self) {
        for request in self.held.take().unwrap_or_default() {
            self.ask(request);
        }
    }

    /// Counts chords anew.
    pub fn count_from_here(&mut self) {
        self.chords = 0;
    }

    /// Chords since the count began, text not counted.
    pub fn count(&self) -> usize {
        self.chords
    }

    /// The screen as lines of text.
    pub fn screen(&self) -> String {
        let (buffer, _) = self.draw();
        text_of(&buffer)
    }

    /// Where the cursor is shown.
    pub fn cursor(&self) -> Option<(u16, u16)> {
        self.draw().1
    }

    /// The frame and the cursor.
    pub fn draw(&self) -> (Buffer, Option<(u16, u16)>) {
        let Size { w, h } = self.model.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, w, h));
        let mut canvas = Canvas::new(&mut buffer, self.start.looks);
        views::draw(&mut canvas, &self.model);
        let cursor = canvas.cursor;
        (buffer, cursor)
    }

    /// Shows the screen on terminals of several kinds, after what they showed before.
    pub fn show_on_terminals(&self) {
        let (buffer, cursor) = self.draw();
        self.terminals.borrow_mut().show(&buffer, cursor);
    }

    /// The line of the screen that holds this text.
    pub fn line_with(&self, text: &str) -> String {
        let screen = self.screen();
        let line = screen.lines().find(|line| line.contains(text));
        line.unwrap_or_else(|| panic!("{text:?} is not on the screen:\n{screen}")).to_owned()
    }

    /// Whether the screen shows this text.
    pub fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// What users entered, read from the file anew.
    pub fn records(&self) -> Entered {
        Entered::of(&self.snapshot())
    }

    /// The progress entries in the database, oldest first.
    pub fn entries(&self) -> Vec<ProgressEntry> {
        entries(&self.snapshot())
    }

    /// Everything in the database, read from the file anew.
    pub fn snapshot(&self) -> Snapshot {
        self.home.snapshot(&self.start.user)
    }

    /// Time since the start.
    pub fn elapsed(&self) -> Duration {
        self.elapsed
    }

    /// Gives the state machine a message and the store what follows from it.
    pub fn send(&mut self, msg: Msg) {
        let now = now(self.elapsed);
        for effect in self.model.update(msg, now) {
            match effect {
                Effect::Store(request) => match &mut self.held {
                    Some(held) => held.push(*request),
                    None => self.ask(*request),
                },
                Effect::Write(parcel, then) => self.write(*parcel, then.map(|record| *record)),
                Effect::Repaint => {}
                Effect::Quit => self.ended = true,
            }
        }
    }

    /// Encodes files as the program does, answers that they are on the disk and saves what is noted of them, or answers
    /// that the disk is full.
    fn write(&mut self, parcel: Parcel, then: Option<Record>) {
        let stamp = instant(self.elapsed).to_utc();
        let folder = parcel.folder.clone();
        let outcome = if self.disk_is_full {
            Err(Undelivered { place: folder, failure: Failure::Full })
        } else {
            self.written = files(&parcel, &self.model.layout, self.model.demo, stamp).unwrap();
            let files = self.written.iter().map(|(name, _)| name.clone()).collect();
            Ok(Delivered { folder, files })
        };
        let then = then.filter(|_| outcome.is_ok());
        self.send(Msg::Written(Box::new(outcome)));
        if let Some(record) = then {
            self.ask(Request::Save { record, draft: None });
        }
    }

    fn ask(&mut self, request: Request) {
        let reply = match (self.faults.pop_front(), request) {
            (Some(Fault::Conflict), request) => {
                if let Request::Save { record, .. } = &request {
                    let theirs = Request::Save { record: record.clone(), draft: None };
                    self.home.open("cv-02").handle(theirs, instant(self.elapsed));
                }
                self.store.handle(request, instant(self.elapsed))
            }
            (Some(Fault::Failed(failure)), request) => {
                Some(Reply::Failed { request: Box::new(request), failure })
            }
            (_, request) => self.store.handle(request, instant(self.elapsed)),
        };
        if let Some(reply) = reply {
            self.send(Msg::Store(Box::new(reply)));
        }
    }
}

/// The lines of a frame, without blanks at their ends.
pub fn text_of(buffer: &Buffer) -> String {
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
        lines.push(row.trim_end().to_owned());
    }
    lines.join("\n") + "\n"
}

/// The progress entries on the shelf of a snapshot, oldest first.
pub fn entries(snapshot: &Snapshot) -> Vec<ProgressEntry> {
    let catalog = &snapshot.catalog;
    let tasks = catalog.plans.iter().flat_map(|plan| catalog.tasks_of(&plan.id));
    let mut entries: Vec<_> = tasks.flat_map(|task| catalog.shelf().entries_on(&task.id)).collect();
    entries.sort_by_key(|entry| entry.stamp.id);
    entries
}

/// What users entered but for the progress entries, oldest first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entered {
    /// Figures of the targets of the plans.
    pub observations: Vec<Observation>,
    /// Reports.
    pub reports: Vec<Report>,
    /// Every version that was sent.
    pub submissions: Vec<Report>,
    /// Decisions.
    pub decisions: Vec<Decision>,
    /// Batches of reminders.
    pub reminders: Vec<Reminder>,
    /// What was settled about compiled reports.
    pub compilations: Vec<Compilation>,
}

impl Entered {
    /// What a snapshot and its shelf tell.
    pub fn of(snapshot: &Snapshot) -> Self {
        let (catalog, shelf) = (&snapshot.catalog, snapshot.catalog.shelf());
        let targets = catalog.plans.iter().flat_map(|plan| catalog.targets(&plan.id));
        let mut observations: Vec<_> =
            targets.flat_map(|target| shelf.figures_of(&target.id, None)).collect();
        observations.sort_by_key(|figure| figure.stamp.id);
        let all = ReportQuery::default();
        let records = snapshot.records.clone();
        Self {
            observations,
            reports: shelf.heads(&all).iter().map(|head| shelf.report(&head.key()).unwrap()).collect(),
            submissions: shelf.sent(&all),
            decisions: records.decisions,
            reminders: records.reminders,
            compilations: records.compilations,
        }
    }
}

/// A key in the notation of `press`.
pub fn chord(key: &str) -> Chord {
    let named = match key {
        "Enter" => Key::Enter,
        "Esc" => Key::Esc,
        "Tab" => Key::Tab,
        "BackTab" => Key::BackTab,
        "Backspace" => Key::Backspace,
        "Del" => Key::Delete,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "PgUp" => Key::PageUp,
        "PgDn" => Key::PageDown,
        "Home" => Key::Home,
        "End" => Key::End,
        "Space" => Key::Char(' '),
        _ => return modified(key),
    };
    Chord::key(named)
}

fn modified(key: &str) -> Chord {
    let letters: Vec<char> = key.chars().collect();
    match letters.as_slice() {
        [c] => Chord::char(*c),
        ['^', c] => Chord::ctrl(c.to_ascii_lowercase()),
        ['A', 'l', 't', '+', c] => Chord::alt(*c),
        ['F', number @ ..] => Chord::key(Key::F(number.iter().collect::<String>().parse().unwrap())),
        _ => panic!("no such key: {key}"),
    }
}

/// 2026-11-21 09:00 at +07:00, and the time that has passed since.
pub fn instant(elapsed: Duration) -> DateTime<FixedOffset> {
    let start: DateTime<FixedOffset> = "2026-11-21T09:00:00+07:00".parse().unwrap();
    start + elapsed
}

/// The time of a message.
pub fn now(elapsed: Duration) -> Now {
    Now { instant: instant(elapsed), elapsed }
}

fn model(store: &mut Store, start: &Start, elapsed: Duration) -> Model {
    let setup = Setup {
        snapshot: store.snapshot().unwrap(),
        lang: start.lang,
        user: start.user.clone(),
        fixed_today: None,
        layout: catalog::bundled_layout().unwrap().into(),
        size: Size { w: start.size.0, h: start.size.1 },
    };
    Model::new(setup, now(elapsed))
}

/// What comes with the program, read once.
pub fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| catalog::bundle().unwrap())
}

fn open(path: &std::path::Path, user: &str) -> Store {
    let opening = Opening { path, user, bundle_hash: BUNDLE_HASH, now: instant(Duration::ZERO) };
    Store::open(opening, || Ok::<_, OpenError>(bundled(bundle()))).unwrap()
}

/// What comes with the program, as a database takes it.
fn bundled(bundle: &Bundle) -> Bundled {
    let hashes = bundle.plan_hashes.iter().map(|(_, hash)| *hash);
    Bundled {
        plans: bundle.plans.iter().cloned().zip(hashes).collect(),
        agencies: bundle.agencies.clone(),
        successions: bundle.successions.clone(),
        calendar: bundle.calendar.clone(),
    }
}

/// The bytes of a new database: made once, because loading the plans takes most of a test's time.
fn blank_database() -> &'static [u8] {
    static BLANK: OnceLock<Vec<u8>> = OnceLock::new();
    BLANK.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("blank.db");
        drop(open(&path, "cv-01"));
        std::fs::read(path).unwrap()
    })
}
