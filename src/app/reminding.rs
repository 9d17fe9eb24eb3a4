//! A batch of reminders before it goes out: whom it asks, what it says, which files it makes, what the ledger will say.
//!
//! Works from a board; writes nothing itself.

use chrono::{Days, NaiveDate};

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::board::{Board, BoardRow, BoardState};
use crate::domain::heirs::acting;
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::record::{ReportKey, Stamp};
use crate::domain::reminder::{Batch, Level, Reminder, Step, batch};
use crate::text::cited;
use crate::text::letter::{Asked, Asking, Desk, Recipient, chat, event, letter, mail};
use crate::text::letterhead::{signature, spelled_out, superior};
use crate::text::parcel::{Body, File, Mail, Parcel};
use crate::text::words::Lang;

use super::model::Model;

/// A part of a batch that can be written alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The letter, for a word processor and as text.
    Letter,
    /// The message for a phone.
    Chat,
    /// The day for a calendar.
    Calendar,
    /// The mails.
    Mail,
}

/// A batch of reminders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminding {
    /// Who is reminded, and who was today already.
    pub batch: Batch,
    /// What is asked for: of those that have not sent, then of those whose report was given back.
    pub letters: Vec<Asking>,
    /// What the ledger will say.
    pub reminder: Reminder,
    /// Name of the folder.
    folder: String,
    /// Reminders of the round so far.
    before: u32,
    /// The cards of those that have an address for e-mail.
    cards: Vec<Card>,
}

/// Where a mail to one agency goes.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Card {
    agency: AgencyId,
    name: String,
    person: String,
    address: String,
}

/// Days after which a report is asked for where the plan names no day.
const DAYS_WITHOUT_DUE: usize = 5;

impl Model {
    /// What would remind `wanted` on `today`; those that owe nothing are left out.
    pub fn reminding(&self, board: &Board, wanted: &[AgencyId], today: NaiveDate) -> Option<Reminding> {
        let (plan, obligation) = self.catalog.obligation(&board.key.obligation)?;
        let owing = wanted.iter().filter_map(|agency| board.row(agency)).filter(|row| row.state.is_owed());
        let owing = owing.map(|row| row.agency.clone());
        let batch = batch(owing, &self.records.reminders, &board.key, today);
        let step = board.due.and_then(|due| Step::reached(today, due.due_last));
        let rows = || batch.fresh.iter().filter_map(|agency| board.row(agency));
        let asking = |returned: bool| {
            let rows: Vec<_> = rows().filter(|row| (row.state == BoardState::Returned) == returned).collect();
            (!rows.is_empty()).then(|| self.asking((plan, obligation), board, &rows, returned, (today, step)))
        };
        let before = self.records.reminders.iter().filter(|reminder| reminder.is_of(&board.key)).count();
        Some(Reminding {
            letters: [asking(false), asking(true)].into_iter().flatten().collect(),
            reminder: Reminder {
                stamp: Stamp::default(),
                obligation: obligation.id.clone(),
                period: board.key.period,
                on: today,
                agencies: batch.fresh.clone(),
                step,
            },
            folder: format!("don-doc {} {today}", round_in_name(plan, obligation)),
            before: u32::try_from(before).unwrap_or(u32::MAX),
            cards: rows().filter_map(|row| self.card(plan, &row.agency)).collect(),
            batch,
        })
    }

    fn asking(
        &self,
        (plan, obligation): (&Plan, &ReportingObligation),
        board: &Board,
        rows: &[&BoardRow],
        returned: bool,
        (today, step): (NaiveDate, Option<Step>),
    ) -> Asking {
        Asking {
            desk: self.asking_desk(plan, obligation),
            today,
            plan: cited::plan_in_full(&self.catalog, plan),
            plan_short: cited::plan_by_number(plan),
            clause: cited::clause(&obligation.clause).to_owned(),
            period: Lang::Vi.period(board.key.period),
            due: board.due,
            asked: self.asked_day(board, today),
            total: board.total(),
            missing: board.owing() - board.count(BoardState::Returned),
            given_back: board.count(BoardState::Returned),
            level: step.map_or(Level::Specialist, Step::level),
            to: rows.iter().map(|row| self.recipient(plan, board, row, today)).collect(),
            returned,
        }
    }

    fn recipient(&self, plan: &Plan, board: &Board, row: &BoardRow, today: NaiveDate) -> Recipient {
        let key = ReportKey {
            obligation: board.key.obligation.clone(),
            period: board.key.period,
            agency: row.agency.clone(),
        };
        let returned = self.report_of(&key).filter(|_| row.state == BoardState::Returned);
        Recipient {
            name: self.name_in_letter(plan, &row.agency),
            extended_to: row.extended_to.filter(|day| *day >= today),
            remark: returned.map(|report| report.remark.clone()).unwrap_or_default(),
        }
    }

    /// The advised day; where that is past, at once, by the next working day.
    fn asked_day(&self, board: &Board, today: NaiveDate) -> Asked {
        let later = (1..60).filter_map(|days| today.checked_add_days(Days::new(days)));
        let mut working = later.filter(|day| self.calendar.is_working_day(*day));
        match board.due.map(|due| due.due_advice) {
            Some(advice) if advice >= today => Asked { day: advice, at_once: false },
            Some(_) => Asked { day: working.next().unwrap_or(today), at_once: true },
            None => Asked { day: working.nth(DAYS_WITHOUT_DUE - 1).unwrap_or(today), at_once: false },
        }
    }

    /// Who asks: the user's own agency where it is the desk, else the desk that acts by now.
    fn asking_desk(&self, plan: &Plan, obligation: &ReportingObligation) -> Desk {
        let named = obligation.via.as_ref().unwrap_or(&obligation.recipient);
        let acting = || acting(&self.catalog, named, Some(&obligation.id), self.day()).into_iter().next();
        let mine = self.my_agency.clone().filter(|_| self.is_desk_of(&obligation.id));
        let id = mine.or_else(acting).unwrap_or_else(|| named.clone());
        let agency = self.catalog.agency(&id);
        let province = agency.and_then(|agency| agency.province.clone());
        let committee =
            |found: &&Agency| found.kind == AgencyKind::ProvincialCommittee && found.province == province;
        let committee = self.catalog.agencies().iter().find(committee).filter(|found| found.id != id);
        let name = self.name_in_letter(plan, &id);
        Desk {
            superior: agency.and_then(superior),
            position: agency.map(|agency| signature(agency).position).unwrap_or_default(),
            place: province.unwrap_or_else(|| plan.province.clone()),
            committee: committee.map(|committee| committee.short.clone()),
            name,
        }
    }

    /// The name as a letter within a province writes it, without the province: "Sở Y tế", "Thanh tra tỉnh",
    /// "Ủy ban nhân dân phường Tam Thanh".
    fn name_in_letter(&self, plan: &Plan, id: &AgencyId) -> String {
        let Some(agency) = self.catalog.agency(id) else { return id.to_string() };
        let province = agency.province.as_deref().unwrap_or(&plan.province);
        let level = if agency.short.ends_with(" tỉnh") { "" } else { " tỉnh" };
        let bare = agency.name.strip_suffix(&format!("{level} {province}"));
        let stays = agency.kind == AgencyKind::ProvincialCommittee;
        spelled_out(bare.filter(|_| !stays).unwrap_or(&agency.name))
    }

    fn card(&self, plan: &Plan, agency: &AgencyId) -> Option<Card> {
        let contact = self.catalog.settled().contact(agency)?;
        Some(Card {
            agency: agency.clone(),
            name: self.name_in_letter(plan, agency),
            person: contact.person.clone(),
            address: contact.address()?.to_owned(),
        })
    }
}

/// A round in the name of a folder, short enough for a line of the screen: "165 IV.7.a".
pub(super) fn round_in_name(plan: &Plan, obligation: &ReportingObligation) -> String {
    let number = plan.number.as_deref().and_then(|number| number.split('/').next());
    format!("{} {}", number.unwrap_or(&plan.short), cited::clause(&obligation.clause))
}

impl Reminding {
    /// The files of all parts, or of one of them.
    pub fn parcel(&self, part: Option<Part>) -> Parcel {
        let wants = |wanted: Part| part.is_none_or(|part| part == wanted);
        let mut files = Vec::new();
        // What goes with a mail has to lie beside it.
        if wants(Part::Letter) || wants(Part::Mail) {
            files.extend(self.letters.iter().flat_map(letter_files));
        }
        if wants(Part::Chat) {
            let chat =
                |asking| File { name: named("zalo", asking, "txt"), body: Body::Text(chat(asking) + "\n") };
            files.extend(self.letters.iter().map(chat));
        }
        if wants(Part::Calendar) || wants(Part::Mail) {
            files.extend(self.calendar());
        }
        if wants(Part::Mail) {
            files.extend(self.letters.iter().flat_map(|asking| self.mails(asking)));
        }
        Parcel { folder: Parcel::name_of(&self.folder), files }
    }

    fn round(&self) -> String {
        format!("{}|{}", self.reminder.obligation, self.reminder.period)
    }

    fn calendar(&self) -> Option<File> {
        let event = event(self.letters.first()?, &self.round(), self.before);
        Some(File { name: "lich.ics".into(), body: Body::Ics(vec![event]) })
    }

    /// One mail for each that has an address, and one for all others.
    fn mails(&self, asking: &Asking) -> Vec<File> {
        let is_asked = |name: &str| asking.to.iter().any(|asked| asked.name == name);
        let cards: Vec<&Card> = self.cards.iter().filter(|card| is_asked(&card.name)).collect();
        let mut files: Vec<File> = cards.iter().map(|card| self.mail_to(asking, Some(card))).collect();
        if cards.len() < asking.to.len() {
            files.push(self.mail_to(asking, None));
        }
        files
    }

    fn mail_to(&self, asking: &Asking, card: Option<&Card>) -> File {
        let (subject, body) =
            mail(asking, card.map(|card| card.name.as_str()), card.map_or("", |card| card.person.as_str()));
        let whom = card.map_or("chung", |card| card.agency.as_str());
        let name = named(&format!("thu-{whom}"), asking, "eml");
        let mail = Mail {
            key: Parcel::name_of(&format!("{} {} {name}", self.round(), self.reminder.on)),
            to: card.map(|card| card.address.clone()).into_iter().collect(),
            subject,
            body,
            attached: vec![named(LETTER, asking, "docx"), "lich.ics".into()],
        };
        File { name, body: Body::Eml(mail) }
    }
}

/// Name of the letter without its ending.
const LETTER: &str = "cong-van";

fn letter_files(asking: &Asking) -> [File; 2] {
    let paper = Box::new(letter(asking));
    [
        File { name: named(LETTER, asking, "docx"), body: Body::Docx(paper.clone()) },
        File { name: named(LETTER, asking, "txt"), body: Body::Plain(paper) },
    ]
}

fn named(name: &str, asking: &Asking, ending: &str) -> String {
    let what = match (asking.returned, name) {
        (true, _) => "-tra-lai",
        (false, LETTER) => "-don-doc",
        (false, _) => "",
    };
    Parcel::name_of(&format!("{name}{what}")) + "." + ending
}
