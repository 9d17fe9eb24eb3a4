//! How an agency came about, what became of it, and how it came to a duty: in words.

use chrono::NaiveDate;

use crate::domain::agency::Agency;
use crate::domain::heirs::{Ground, Heir, Hold, Standing, standing};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::succession::{Share, Succession};
use crate::domain::task::{Role, Task};
use crate::text::date::format_date;

use super::super::line::{Line, Tone};
use super::super::model::Model;
use super::super::overlay::{Overlay, Sheet};
use super::{heading, indented};

impl Model {
    /// Opens the history of the selected agency.
    pub(in crate::app) fn open_history(&mut self) {
        if let Some(agency) = self.selected_agency() {
            self.open_history_of(&agency);
        }
    }

    /// Opens the history of an agency: also what there is to see where nobody has settled who does its duties.
    pub(in crate::app) fn open_history_of(&mut self, agency: &AgencyId) {
        let lines = self.history_lines(agency);
        self.overlays.push(Overlay::Sheet(Sheet::new(self.words().history_title, lines)));
    }

    /// Predecessors and successors of an agency with dates, functions, shares and sources.
    fn history_lines(&self, id: &AgencyId) -> Vec<Line> {
        let words = self.words();
        let Some(agency) = self.catalog.agency(id) else { return Vec::new() };
        let mut lines = vec![Line::of(Tone::Strong, &agency.name)];
        lines.extend(self.lifetime(agency));
        lines.extend(agency.note.as_deref().and_then(|note| Line::field(words.note, note)));
        let before: Vec<_> = self.catalog.predecessors(id).collect();
        let after: Vec<_> = self.catalog.successors(id).collect();
        if before.is_empty() && after.is_empty() {
            let ended = agency.valid_to.is_some();
            let text = if ended { words.history_unknown } else { words.history_none };
            lines.extend([Line::blank(), Line::plain(text)]);
        }
        for (title, successions, outward) in
            [(words.history_before, before, false), (words.history_after, after, true)]
        {
            if !successions.is_empty() {
                heading(&mut lines, title);
                for succession in successions {
                    lines.extend(self.succession_lines(succession, outward));
                }
            }
        }
        lines
    }

    fn lifetime(&self, agency: &Agency) -> Option<Line> {
        let words = self.words();
        let side = |word: &str, day: Option<NaiveDate>| day.map(|day| format!("{word} {}", format_date(day)));
        let sides = [side(words.since, agency.valid_from), side(words.until, agency.valid_to)];
        let text = sides.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!text.is_empty())
            .then(|| Line::of(Tone::Dim, format!("{}: ", words.history_exists)).and(Tone::Plain, text))
    }

    fn succession_lines(&self, succession: &Succession, outward: bool) -> Vec<Line> {
        let words = self.words();
        let other = if outward { &succession.to } else { &succession.from };
        let share = match succession.share {
            Share::Whole => words.share_whole,
            Share::Main => words.share_main,
            Share::Part => words.share_part,
        };
        let what = succession.functions.as_deref().map(|text| format!(": {text}")).unwrap_or_default();
        let head = Line::of(Tone::Plain, format!("{} ", format_date(succession.on)))
            .and(Tone::Strong, self.catalog.agency(other).map_or(other.as_str(), |agency| &agency.name))
            .and(Tone::Plain, format!(" · {share}{what}"));
        let (tone, sure) = match succession.certain {
            true => (Tone::Dim, words.history_settled),
            false => (Tone::Warn, words.history_uncertain),
        };
        let source = Line::of(Tone::Dim, format!("  {}: {} · ", words.history_source, succession.source))
            .and(tone, sure);
        vec![indented(head), indented(source)]
    }

    /// What became of an agency, or what it was made of, on one line; `None` where nothing happened by the day.
    pub(super) fn origin_line(&self, id: &AgencyId) -> Option<Line> {
        let words = self.words();
        let agency = self.catalog.agency(id)?;
        if agency.valid_to.is_some_and(|to| to < self.day()) {
            let text = match standing(&self.catalog, id, None, self.day()) {
                Standing::Passed(heirs) => self.heirs_text(&heirs),
                Standing::Open(heirs) => {
                    format!("{}: {}", self.open_word(id), self.names(heirs.iter().map(|heir| &heir.agency)))
                }
                Standing::Ended => self.open_word(id).to_owned(),
                Standing::Stopped => words.duty_stopped.to_owned(),
                Standing::Own => return None,
            };
            return Some(Line::of(Tone::Strong, &agency.short).and(Tone::Plain, format!(" → {text}")));
        }
        let day = self.day();
        let parts: Vec<_> = self.catalog.predecessors(id).filter(|s| s.certain && s.on <= day).collect();
        let latest = parts.iter().map(|s| s.on).max()?;
        let parts = parts.iter().filter(|s| s.on == latest && s.share != Share::Part).map(|s| &s.from);
        let parts = self.names(parts).replace("; ", " + ");
        if parts.is_empty() {
            return None;
        }
        // An agency that went on under its name is one of its own parts.
        let went_on = agency.valid_from.is_none_or(|from| from < latest);
        let itself = if went_on { format!(" + {}", agency.short) } else { String::new() };
        let text = format!(" = {parts}{itself} {} {}", words.since, format_date(latest));
        Some(Line::of(Tone::Strong, &agency.short).and(Tone::Plain, text))
    }

    fn heirs_text(&self, heirs: &[Heir]) -> String {
        let words = self.words();
        let texts = heirs.iter().map(|heir| {
            let on = heir.steps.first().map(|step| format!(" {} {}", words.since, format_date(step.on)));
            format!("{}{}", self.name_here(&heir.agency), on.unwrap_or_default())
        });
        texts.collect::<Vec<_>>().join("; ")
    }

    fn open_word(&self, ended: &AgencyId) -> &'static str {
        let group = self.catalog.agency(ended).is_some_and(|agency| agency.group.is_some());
        if group { self.words().group_open } else { self.words().heir_open }
    }

    /// Short names, with the province where it is not the one of the selected agency.
    pub(in crate::app) fn names<'a>(&'a self, ids: impl Iterator<Item = &'a AgencyId>) -> String {
        ids.map(|id| self.name_here(id)).collect::<Vec<_>>().join("; ")
    }

    /// The short name; with the province where it is not the one of the agency that is selected in view 2.
    pub fn name_here(&self, id: &AgencyId) -> String {
        let province = |id: &AgencyId| self.catalog.agency(id).and_then(|agency| agency.province.as_deref());
        let here = self.selected_agency();
        let short = self.catalog.short_name(id);
        match (province(id), here.as_ref().and_then(province)) {
            (Some(other), Some(here)) if other != here => format!("{short} ({other})"),
            _ => short.to_owned(),
        }
    }

    /// How the selected agency came to a task, or where it went; `None` where the plan itself gives it.
    pub(super) fn hold_line(&self, task: &Task) -> Option<Line> {
        let (role, hold) = self.hold_in(task, &self.selected_agency()?)?;
        self.hold_text(task, role, &hold)
    }

    /// The same for any agency, as one line of text.
    pub fn hold_text_of(&self, task: &Task, agency: &AgencyId) -> Option<String> {
        let (role, hold) = self.hold_in(task, agency)?;
        let line = self.hold_text(task, role, &hold)?;
        Some(line.0.into_iter().map(|span| span.text).collect())
    }

    fn hold_text(&self, task: &Task, role: Role, hold: &Hold) -> Option<Line> {
        let words = self.words();
        let role = self.lang.role(role);
        let text = match &hold.ground {
            Ground::Own => return None,
            Ground::Inherited { from } => {
                format!("{role}: {}", self.lang.taken_over(&self.way(from, hold, &task.id)))
            }
            Ground::Candidate { from } => {
                format!("{role}: {} ({})", self.open_word(from), self.name_here(from))
            }
            Ground::Undecided => format!("{role}: {}", self.open_word(&hold.agency)),
            Ground::Passed { to } if to.is_empty() => format!("{role}: {}", words.duty_stopped),
            Ground::Passed { to } => format!("{role} → {}", self.names(to.iter())),
        };
        Some(Line::of(Tone::Warn, text))
    }

    /// "Sở KH&ĐT từ 01/03/2025 (NQ 04/NQ-HĐND)", step by step, the oldest first.
    fn way(&self, from: &AgencyId, hold: &Hold, item: &ItemId) -> String {
        let words = self.words();
        let heirs = match standing(&self.catalog, from, Some(item), self.day()) {
            Standing::Passed(heirs) => heirs,
            _ => [].into(),
        };
        let agency = hold.through.as_ref().filter(|group| heirs.iter().any(|heir| heir.agency == **group));
        let agency = agency.unwrap_or(&hold.agency);
        let Some(heir) = heirs.iter().find(|heir| heir.agency == *agency) else {
            return self.name_here(from);
        };
        let step = |step: &crate::domain::heirs::Step| {
            let source = step.source.as_deref().unwrap_or(words.decided_by_user);
            let name = self.name_here(&step.from);
            format!("{name} {} {} ({source})", words.since, format_date(step.on))
        };
        heir.steps.iter().map(step).collect::<Vec<_>>().join(", ")
    }

    /// Every line on how the roles of a task passed on by the day, for its sheet.
    pub(super) fn passing_lines(&self, task: &Task) -> Vec<Line> {
        let words = self.words();
        let mut lines = Vec::new();
        for link in &task.roles {
            let text = match standing(&self.catalog, &link.agency, Some(&task.id), self.day()) {
                Standing::Own => continue,
                Standing::Passed(heirs) => heirs
                    .iter()
                    .map(|heir| {
                        let hold =
                            Hold { agency: heir.agency.clone(), through: None, ground: Ground::Undecided };
                        let way = self.lang.taken_over(&self.way(&link.agency, &hold, &task.id));
                        format!("{} {way}", self.catalog.short_name(&heir.agency))
                    })
                    .collect::<Vec<_>>()
                    .join("; "),
                Standing::Open(heirs) => format!(
                    "{} {}: {}",
                    self.catalog.short_name(&link.agency),
                    self.open_word(&link.agency),
                    self.names(heirs.iter().map(|heir| &heir.agency))
                ),
                Standing::Ended => {
                    format!("{} {}", self.catalog.short_name(&link.agency), self.open_word(&link.agency))
                }
                Standing::Stopped => {
                    format!("{} {}", self.catalog.short_name(&link.agency), words.duty_stopped)
                }
            };
            lines.push(Line::of(Tone::Warn, format!("{}: {text}", self.lang.role(link.role))));
        }
        lines
    }
}
