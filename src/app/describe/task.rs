//! A task in words: who, when, what was done, what it is linked to.

use crate::domain::ids::ItemId;
use crate::domain::task::{LinkKind, Task};
use crate::text::date::format_date;

use super::super::entry::WORK_STATES;
use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::overlay::{EditWhat, Overlay, Sheet};
use super::super::screens::tasks::Pane;
use super::{heading, indented};

impl Model {
    /// The detail pane of the task view.
    pub fn task_detail(&self) -> Vec<Line> {
        let origin = self.selected_agency().and_then(|agency| self.origin_line(&agency));
        let selected = self.tasks.tasks.selected_id().and_then(|id| self.catalog.task(&id));
        let Some((plan, task)) = selected else { return origin.into_iter().collect() };
        let mut lines = vec![
            Line::of(Tone::Strong, format!("{} ", self.place(plan, &task.clause)))
                .and(Tone::Plain, &task.title),
        ];
        match self.hold_line(&task) {
            Some(line) => lines.push(line),
            None => lines.extend(self.role_lines(&task)),
        }
        lines.push(self.time_line(&task));
        lines.extend(self.last_entry_line(&task));
        // Who looks at the agencies sees first what the agency is, and goes on seeing it when only the keys go over.
        match origin {
            Some(origin) if self.tasks.told == Pane::Left => lines.insert(0, origin),
            origin => lines.extend(origin),
        }
        lines
    }

    /// Opens everything about a task.
    pub(in crate::app) fn open_task_sheet(&mut self, id: &ItemId) {
        let Some((plan, task)) = self.catalog.task(id) else { return };
        let words = self.words();
        let mut lines = vec![
            Line::of(Tone::Strong, &task.title),
            Line::of(Tone::Dim, format!("{} · {}", self.place(plan, &task.clause), plan.title)),
            Line::blank(),
        ];
        lines.extend(self.role_lines(&task));
        lines.extend(self.passing_lines(&task));
        lines.push(self.time_line(&task));
        lines.extend(task.note.as_deref().and_then(|note| Line::field(words.note, note)));
        self.add_links(&task, &mut lines);
        self.add_entries(&task, &mut lines);
        let mut sheet = Sheet::new(words.task_title, lines);
        sheet.edits = Some(EditWhat::Task(id.clone()));
        self.overlays.push(Overlay::Sheet(sheet));
    }

    /// One line for each role, with the agencies that hold it.
    fn role_lines(&self, task: &Task) -> Vec<Line> {
        let mut roles: Vec<_> = task.roles.iter().map(|role| role.role).collect();
        roles.sort();
        roles.dedup();
        if roles.is_empty() {
            return vec![Line::of(Tone::Warn, self.words().no_owner)];
        }
        let mut line = Line::blank();
        for (at, role) in roles.iter().enumerate() {
            let names: Vec<_> = task
                .roles
                .iter()
                .filter(|r| r.role == *role)
                .map(|r| self.catalog.short_name(&r.agency))
                .collect();
            let gap = if at == 0 { "" } else { " · " };
            line = line
                .and(Tone::Dim, format!("{gap}{}: ", capital(self.lang.role(*role))))
                .and(Tone::Plain, names.join("; "));
        }
        vec![line]
    }

    fn time_line(&self, task: &Task) -> Line {
        let words = self.words();
        let schedule = &task.schedule;
        let phrase = if schedule.phrase.is_empty() {
            words.no_phrase.into()
        } else {
            format!("“{}”", schedule.phrase)
        };
        let mut line = Line::of(Tone::Dim, format!("{}: ", words.time)).and(Tone::Plain, phrase);
        if let Some(from) = &schedule.inherited_from {
            line = line.and(Tone::Dim, format!(" ({} {from})", words.from_clause));
        }
        line
    }

    fn last_entry_line(&self, task: &Task) -> Option<Line> {
        let entry = self.latest_entry(&task.id, None)?;
        let words = self.words();
        let state =
            WORK_STATES.iter().find(|(state, _)| *state == entry.state).map_or("", |(_, name)| name(words));
        let percent = entry.percent.map(|percent| format!(" {percent}%")).unwrap_or_default();
        let head = format!("{} {}: ", format_date(entry.as_of), self.catalog.short_name(&entry.agency));
        let first = entry.result.lines().next().unwrap_or_default();
        Some(Line::of(Tone::Dim, head).and(Tone::Plain, format!("{state}{percent} {first}")))
    }

    fn add_links(&self, task: &Task, lines: &mut Vec<Line>) {
        let words = self.words();
        // A link holds both ways, wherever it is written.
        let mut linked = self.catalog.shelf().linked_to(&task.id);
        let ours = task.links.iter().map(|link| (link.kind, link.to.clone()));
        for link in ours {
            if linked.iter().all(|(_, other)| *other != link.1) {
                linked.push(link);
            }
        }
        if linked.is_empty() {
            return;
        }
        heading(lines, words.links);
        for (kind, id) in linked {
            let Some((plan, other)) = self.catalog.task(&id) else { continue };
            let name = match kind {
                LinkKind::Implements => words.link_implements,
                LinkKind::Duplicate => words.link_duplicate,
                LinkKind::Conflict => words.link_conflict,
            };
            lines.push(indented(
                Line::of(Tone::Dim, format!("{name}: "))
                    .and(Tone::Plain, format!("{} {}", self.place(plan, &other.clause), other.title)),
            ));
        }
    }

    fn add_entries(&self, task: &Task, lines: &mut Vec<Line>) {
        let words = self.words();
        heading(lines, words.entries);
        let mut entries = self.catalog.shelf().entries_on(&task.id);
        entries.sort_by_key(|entry| std::cmp::Reverse((entry.as_of, entry.stamp.id)));
        if entries.is_empty() {
            lines.push(Line::of(Tone::Dim, format!("  {}", words.no_entries)));
        }
        for entry in entries {
            let head = format!(
                "{} · {} · {}",
                format_date(entry.as_of),
                self.catalog.short_name(&entry.agency),
                entry.stamp.by
            );
            lines.push(indented(Line::of(Tone::Strong, head)));
            lines.extend(
                self.record_lines(&crate::domain::change::Record::Progress(entry)).into_iter().map(indented),
            );
        }
    }
}

/// The text with a capital first letter.
pub(in crate::app) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
