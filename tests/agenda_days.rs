//! `tiendo due --json` and the agenda on the screen say the same, day by day, for more than a year.

#![allow(clippy::panic, clippy::unwrap_used, reason = "the lint takes helpers of a test for code")]

mod harness;

use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use chrono::{Days, NaiveDate};
use harness::{App, Home, Start, now};
use serde_json::Value;
use tiendo::app::layout::Size;
use tiendo::app::model::{Model, Setup};
use tiendo::app::screens::agenda::AgendaRow;
use tiendo::cli::due_json;
use tiendo::domain::agenda::{AgendaItem, AgendaKind, Horizon, ItemStatus};
use tiendo::domain::ids::AgencyId;
use tiendo::text::date::format_date;
use tiendo::text::words::Lang;

/// Whose agenda is compared; the empty one is everybody's.
const EVERYBODY: &str = "";

/// 400 days around 2026-11-21: from 2026-05-05 to 2027-06-08.
fn days() -> impl Iterator<Item = NaiveDate> {
    let first: NaiveDate = "2026-05-05".parse().unwrap();
    (0..400).map(move |n| first.checked_add_days(Days::new(n)).unwrap())
}

/// A database in which something is sent, something begun, and some work done.
fn lived_in() -> Rc<Home> {
    let home = Home::new();
    let at = |agency: &str| App::on(&home, &Start { agency: Some(agency.into()), ..Start::default() });
    let mut app = at("ls-so-y-te");
    app.press("Enter Enter");
    app.type_text("Đã mở 12 lớp.");
    app.press("F10 Enter");
    app.approved_by("truong-phong");
    let mut app = at("ls-so-tai-chinh");
    app.press("Enter Enter");
    app.type_text("Đang soạn.");
    app.press("^S");
    let mut app = at("ls-so-noi-vu");
    app.press("2 Tab e");
    app.type_text("Đã có dự thảo.");
    app.press("^S");
    let records = app.records();
    assert!(records.reports.len() == 2 && app.entries().len() == 1, "{records:?}");
    home
}

/// The state that `tiendo due` answers from; the day is set as `--today` sets it.
fn at_the_command_line(home: &Home, agency: &str) -> Model {
    let setup = Setup {
        snapshot: home.snapshot("cv-01"),
        lang: Lang::Vi,
        user: "cv-01".into(),
        fixed_today: None,
        layout: tiendo::catalog::bundled_layout().unwrap().into(),
        size: Size { w: 80, h: 24 },
    };
    let mut model = Model::new(setup, now(Duration::ZERO));
    model.agency = (agency != EVERYBODY).then(|| AgencyId::new(agency));
    model
}

/// Kind, item, period, agency, last valid day, group, status: what makes a line.
type Told = [String; 7];

fn told_by_data(item: &Value) -> Told {
    let text = |name: &str| item[name].as_str().unwrap_or("-").to_owned();
    let status = match item["late_days"].as_i64() {
        Some(days) => format!("{} {days}", text("status")),
        None => text("status"),
    };
    [text("kind"), text("id"), text("period"), text("agency"), text("due_last"), text("group"), status]
}

fn told_by_screen(app: &App, item: &AgendaItem) -> Told {
    let (kind, id, period, reporter) = match &item.kind {
        AgendaKind::Submit { obligation, period, reporter } => {
            ("submit", obligation, Some(*period), reporter.as_ref())
        }
        AgendaKind::Prepare { obligation, period, reporter } => {
            ("prepare", obligation, Some(*period), Some(reporter))
        }
        AgendaKind::Chase { obligation, period, .. } => ("chase", obligation, Some(*period), None),
        AgendaKind::AnswerExtension { key, .. } => {
            ("answer_extension", &key.obligation, Some(key.period), Some(&key.agency))
        }
        AgendaKind::Task { task } => ("task", task, None, None),
    };
    let name = |id: &AgencyId| app.model.catalog.agency(id).unwrap().name.clone();
    let agency = reporter.or(app.model.agency.as_ref()).map(name);
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "-".into());
    [
        kind.into(),
        id.to_string(),
        or_none(period.map(|period| period.to_string())),
        or_none(agency),
        or_none(item.due.map(|due| due.due_last.to_string())),
        snake(&format!("{:?}", item.group)),
        status(item.status),
    ]
}

fn status(status: ItemStatus) -> String {
    match status {
        ItemStatus::Sent { late_days: Some(days) } => format!("sent {days}"),
        ItemStatus::Sent { late_days: None } => "sent".into(),
        ItemStatus::Waiting(_) => "waiting".into(),
        other => snake(&format!("{other:?}")),
    }
}

/// `NotOpened` as `not_opened`.
fn snake(name: &str) -> String {
    let mut found = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !found.is_empty() {
            found.push('_');
        }
        found.push(c.to_ascii_lowercase());
    }
    found
}

fn items(app: &App) -> Vec<&AgendaItem> {
    let rows = app.model.agenda.list.rows().iter();
    rows.filter_map(|row| match row {
        // The screen of the test is as high as the agenda is long.
        AgendaRow::Item { item, .. } => Some(item.as_deref().unwrap()),
        AgendaRow::Heading { .. } => None,
    })
    .collect()
}

/// Goes to a day as a user does.
fn go_to(app: &mut App, day: NaiveDate) {
    app.press("@");
    app.type_text(&format_date(day));
    app.press("Enter");
    assert_eq!(app.model.day(), day);
}

/// A year ahead, as the command line looks.
fn at_the_screen(home: &Rc<Home>, agency: &str) -> App {
    // The own agency is kept for each user.
    let user = format!("xem-{agency}");
    let agency = (agency != EVERYBODY).then(|| agency.to_owned());
    let mut app = App::on(home, &Start { user, agency, size: (120, 200), ..Start::default() });
    app.press("t t");
    assert_eq!(app.model.agenda.horizon, Horizon::Year);
    app
}

/// Compares both on all the days; some lines have to come up, so that something is compared.
fn agree_for(agency: &str, wanted: &[&str]) {
    let home = lived_in();
    let (mut model, mut app) = (at_the_command_line(&home, agency), at_the_screen(&home, agency));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for day in days() {
        model.fixed_today = Some(day);
        let data = due_json(&model, None, Horizon::Year);
        let said: Vec<Told> = data.as_array().unwrap().iter().map(told_by_data).collect();
        go_to(&mut app, day);
        let shown: Vec<Told> = items(&app).into_iter().map(|item| told_by_screen(&app, item)).collect();
        assert_eq!(said, shown, "{agency:?} on {day}");
        for told in &said {
            *seen.entry(format!("{} {} {}", told[0], told[5], told[6])).or_default() += 1;
        }
        // Once a month the drawn screen is read as well.
        if day.to_string().ends_with("-21") {
            check_drawn(&app, &said);
        }
    }
    for line in wanted {
        assert!(seen.contains_key(*line), "{line} never came up: {seen:?}");
    }
}

#[test]
fn the_command_line_and_the_screen_agree_for_everybody() {
    let wanted = [
        "chase later in_progress",
        "chase soon in_progress",
        "chase overdue in_progress",
        "chase overdue not_opened",
        "chase preview preview",
        "task no_date waiting",
        "submit question awaiting_decision",
    ];
    agree_for(EVERYBODY, &wanted);
}

#[test]
fn the_command_line_and_the_screen_agree_for_a_desk_that_drafts_and_chases() {
    let wanted = ["prepare soon not_opened", "prepare overdue not_opened", "task no_date in_progress"];
    agree_for("ls-so-noi-vu", &wanted);
}

#[test]
fn the_command_line_and_the_screen_agree_for_one_that_has_sent() {
    agree_for("ls-so-y-te", &["submit later sent 23", "submit later not_opened", "submit preview preview"]);
}

#[test]
fn the_command_line_and_the_screen_agree_for_one_that_has_begun() {
    let wanted = ["submit later drafting", "submit soon drafting", "submit overdue drafting"];
    agree_for("ls-so-tai-chinh", &wanted);
}

/// The lines on the screen hold the days of the data, in their order.
fn check_drawn(app: &App, said: &[Told]) {
    let screen = app.screen();
    let lines: Vec<&str> = screen.lines().collect();
    let drawn: Vec<String> = lines
        .iter()
        .filter_map(|line| line.get(..))
        .filter_map(|line| {
            line.chars()
                .skip(3)
                .take(12)
                .collect::<String>()
                .split_once(' ')
                .map(|(_, d)| d.trim().to_owned())
        })
        .filter(|day| day.len() == 8 && day.matches('/').count() == 2)
        .collect();
    let wanted: Vec<String> = said
        .iter()
        .filter_map(|told| told[4].parse::<NaiveDate>().ok())
        .map(|day| day.format("%d/%m/%y").to_string())
        .collect();
    assert_eq!(drawn, wanted, "\n{screen}");
}
