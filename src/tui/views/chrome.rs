//! What every screen has: title, tabs, detail pane, footer.

use chrono::{DateTime, FixedOffset};

use crate::app::keymap::Binding;
use crate::app::layout::{Area, Frame};
use crate::app::line::{Line, Tone};
use crate::app::model::{Model, View};
use crate::domain::ids::AgencyId;
use crate::text::date::format_date;
use crate::text::width::width;
use crate::text::words::Word;

use super::Canvas;

/// A view in the line of tabs: its key, its name, and its name where room is scarce.
struct Tab {
    view: View,
    key: char,
    name: Word,
    short: Word,
}

/// The views with their keys.
const TABS: [Tab; 9] = [
    Tab { view: View::Agenda, key: '1', name: |w| w.view_agenda, short: |w| w.tab_agenda },
    Tab { view: View::Tasks, key: '2', name: |w| w.view_tasks, short: |w| w.tab_tasks },
    Tab { view: View::Targets, key: '3', name: |w| w.view_targets, short: |w| w.tab_targets },
    Tab { view: View::Reports, key: '4', name: |w| w.view_reports, short: |w| w.tab_reports },
    Tab { view: View::Board, key: '5', name: |w| w.view_board, short: |w| w.tab_board },
    Tab { view: View::Compile, key: '6', name: |w| w.view_compile, short: |w| w.tab_compile },
    Tab { view: View::Plans, key: '7', name: |w| w.view_plans, short: |w| w.tab_plans },
    Tab { view: View::Year, key: '8', name: |w| w.view_year, short: |w| w.tab_year },
    Tab { view: View::Statistics, key: '9', name: |w| w.view_statistics, short: |w| w.tab_statistics },
];

pub fn title(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let words = model.words();
    let name = match model.view {
        View::Agenda => words.title_agenda,
        View::Tasks => words.title_tasks,
        View::Targets => words.title_targets,
        View::Reports if model.report.is_some() => words.title_report,
        View::Reports => words.title_reports,
        View::Board => words.title_board,
        View::Plans => words.title_plans,
        View::Year if model.holidays.shown => words.title_holidays,
        View::Year => words.title_year,
        View::Statistics => words.title_statistics,
        View::Compile => words.title_compile,
    };
    let report = model.report.as_ref().filter(|_| model.view == View::Reports);
    let name = match report {
        Some(form) => {
            let name = if !form.is_open() { words.title_reports } else { name };
            format!(
                "{name} {} · {}",
                model.lang.period(form.key.period).to_uppercase(),
                model.route_short(&form.key)
            )
        }
        None if model.view == View::Year => format!("{name} {}", model.shown_year()),
        None => name.to_owned(),
    };
    let mut line = Line::of(Tone::Strong, format!(" {name}"));
    if model.demo {
        line = line.and(Tone::Warn, format!("  {}", words.demo_banner));
    }
    let used = canvas.line((area.x, area.y), area.w, &line);
    let tone = if model.as_of.is_some() { Tone::Warn } else { Tone::Plain };
    let text = if report.is_some() { saved(model) } else { about(model) };
    canvas.right((area.x + used + 2, area.y), area.w.saturating_sub(used + 3), tone, &text);
}

/// When the text last reached the disk.
fn saved(model: &Model) -> String {
    let words = model.words();
    match model.saved_at {
        _ if model.has_unsaved_text() => words.not_saved.into(),
        saved if saved < model.draft_at => time(words.draft_at, model.draft_at),
        saved => time(words.saved_at, saved),
    }
}

fn time(word: &str, at: Option<DateTime<FixedOffset>>) -> String {
    at.map(|at| format!("{word} {}", at.format("%H:%M"))).unwrap_or_default()
}

/// Agency, user, day and last save.
fn about(model: &Model) -> String {
    let words = model.words();
    let agency = match &model.agency {
        Some(id) => agency_name(model, id),
        None => words.all_agencies.to_owned(),
    };
    let agency = if model.is_looking_elsewhere() { format!("{} {agency}", words.looking_at) } else { agency };
    let day = format!("{} {}", model.lang.weekday(model.day()), format_date(model.day()));
    let day = if model.as_of.is_some() { format!("{} {day}", words.looking_at_day) } else { day };
    let mut parts = vec![agency, model.user.clone(), day];
    parts.extend(Some(saved(model)).filter(|saved| !saved.is_empty()));
    parts.join(" · ")
}

/// The short name; with the province where it is not the user's own, for short names repeat between provinces.
fn agency_name(model: &Model, id: &AgencyId) -> String {
    let province = |id: &AgencyId| model.catalog.agency(id).and_then(|agency| agency.province.as_deref());
    let name = model.catalog.short_name(id);
    match (province(id), model.my_agency.as_ref().and_then(province)) {
        (Some(theirs), Some(own)) if theirs != own => format!("{name} ({theirs})"),
        _ => name.to_owned(),
    }
}

/// How much the line of tabs says.
#[derive(Clone, Copy)]
enum Wording {
    Full,
    /// The first four in full: those that most people have open most of the day.
    Mixed,
    Short,
    /// The keys alone, but for the view that is shown.
    Keys,
}

impl Tab {
    fn label(&self, model: &Model, wording: Wording) -> String {
        let words = model.words();
        match wording {
            Wording::Keys if self.view != model.view => self.key.to_string(),
            Wording::Mixed if self.key > '4' => format!("{} {}", self.key, (self.short)(words)),
            Wording::Short => format!("{} {}", self.key, (self.short)(words)),
            Wording::Full | Wording::Mixed | Wording::Keys => format!("{} {}", self.key, (self.name)(words)),
        }
    }
}

/// The tabs, as wide as the screen allows: with gaps, without, with one blank between two, shortened, and at last
/// the keys alone.
pub fn tabs(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    if area.h == 0 {
        return;
    }
    let room = usize::from(area.w.saturating_sub(1));
    // Each label has a cell for a bracket on either side; one blank between two tabs has room for both.
    let cells = |step: usize, wording| {
        TABS.iter().map(|tab| width(&tab.label(model, wording)) + step).sum::<usize>() + 2 - step.min(2)
    };
    let ways = [
        (3, Wording::Full),
        (2, Wording::Full),
        (1, Wording::Full),
        (1, Wording::Mixed),
        (1, Wording::Short),
    ];
    let fitting = ways.into_iter().find(|(step, wording)| cells(*step, *wording) <= room);
    let (step, wording) = fitting.unwrap_or((2, Wording::Keys));
    let mut x = area.x + 2;
    for tab in &TABS {
        let left = area.w.saturating_sub(x);
        let shown = tab.view == model.view;
        let tone = if shown { Tone::Strong } else { Tone::Plain };
        let used = canvas.tone((x, area.y), left, tone, &tab.label(model, wording));
        if shown {
            canvas.tone((x - 1, area.y), 1, tone, "[");
            canvas.tone((x + used, area.y), 1, tone, "]");
        }
        x += used + u16::try_from(step).unwrap_or(1);
    }
}

/// The pane about the selected thing; it stays as it was while the selection runs.
pub fn detail(canvas: &mut Canvas<'_>, model: &Model, frame: Frame) {
    if frame.detail.h == 0 || (model.view == View::Reports && model.report.is_some()) {
        return;
    }
    canvas.rule(frame.detail.y - 1);
    let area = frame.detail.after(1);
    canvas.paragraphs(area.left(area.w.saturating_sub(1)), &model.shown_detail);
}

/// The input method that is switched on, at the end of the last row wherever text is typed; answers what is left.
fn input_method(canvas: &mut Canvas<'_>, model: &Model, area: Area) -> Area {
    let Some(method) = model.typist.method().filter(|_| model.is_typing()) else { return area };
    let sign = format!("[{}]", method.name());
    let cells = u16::try_from(width(&sign)).unwrap_or(area.w);
    canvas.right((area.x, area.y), area.w.saturating_sub(1), Tone::Strong, &sign);
    area.left(area.w.saturating_sub(cells + 1))
}

/// The keys that work here; a message takes their place until the next key.
pub fn footer(canvas: &mut Canvas<'_>, model: &Model, area: Area) {
    let area = input_method(canvas, model, area);
    if let Some(notice) = &model.notice {
        canvas.tone((area.x + 1, area.y), area.w.saturating_sub(2), notice.tone, &notice.text);
        return;
    }
    let words = model.words();
    let shown = |binding: &&Binding| (binding.rank, binding.chords[0].to_string(), (binding.label)(words));
    let keys: Vec<_> = model.shown_keys.keys.iter().map(shown).collect();
    let cells = |(_, chord, label): &(u8, String, &str)| width(chord) + 1 + width(label) + 2;
    let mut room = usize::from(area.w.saturating_sub(2));
    // Help, quit and the way out of a form are always there; the others as far as there is room.
    let kept: usize = keys.iter().filter(|key| key.0 >= 9).map(cells).sum();
    room = room.saturating_sub(kept);
    let mut x = area.x + 1;
    for key in &keys {
        if key.0 < 9 {
            if cells(key) > room {
                continue;
            }
            room -= cells(key);
        }
        let left = area.w.saturating_sub(x);
        x += canvas.tone((x, area.y), left, Tone::Strong, &key.1) + 1;
        x += canvas.tone((x, area.y), area.w.saturating_sub(x), Tone::Plain, key.2) + 2;
    }
}
