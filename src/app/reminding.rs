//! A batch of reminders before it goes out: whom it asks, what it says, which files it makes, what the ledger will say.
//!
//! Works from a board; writes nothing itself.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::board::{Board, BoardRow, BoardState};
use crate::domain::heirs::acting;
use crate::domain::ids::AgencyId;
use crate::domain::obligation::ReportingObligation;
use crate::domain::plan::Plan;
use crate::domain::record::{ReportKey, Stamp};
use crate::domain::reminder::{Batch, Reminder, Step, batch};
use crate::text::cited;
use crate::text::letter::{Asked, Asking, Desk, Recipient, chat, event, letter, mail};
use crate::text::letterhead::{office_name_in, signature, superior};
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
    /// What is asked for: of those that have not sent, then of those whose report was given back; after them the same
    /// of those that were granted another day, by that day.
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
        let rows = || batch.fresh.iter().filter_map(|agency| board.row(agency));
        let mut groups: BTreeMap<(Option<NaiveDate>, bool), Vec<&BoardRow>> = BTreeMap::new();
        for row in rows() {
            let returned = row.state == BoardState::Returned;
            groups.entry((row.extended_to, returned)).or_default().push(row);
        }
        let asking =
            |(group, rows): (&_, &Vec<_>)| self.asking((plan, obligation), board, *group, rows, today);
        let before = self.records.reminders.iter().filter(|reminder| reminder.is_of(&board.key)).count();
        Some(Reminding {
            letters: groups.iter().map(asking).collect(),
            reminder: Reminder {
                stamp: Stamp::default(),
                obligation: obligation.id.clone(),
                period: board.key.period,
                on: today,
                agencies: batch.fresh.clone(),
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
        (granted, returned): (Option<NaiveDate>, bool),
        rows: &[&BoardRow],
        today: NaiveDate,
    ) -> Asking {
        let extended = board.rows.iter().filter(|row| {
            row.state.is_owed() && row.state != BoardState::Returned && row.extended_to.is_some()
        });
        let extended = extended.count();
        let due_last = granted.or(board.due.map(|due| due.due_last));
        Asking {
            desk: self.asking_desk(plan, obligation),
            today,
            plan: cited::plan_in_full(&self.catalog, plan),
            plan_short: cited::plan_by_number(plan),
            clause: cited::clause(&obligation.clause).to_owned(),
            period: Lang::Vi.period(board.key.period),
            due: board.due,
            granted,
            asked: self.asked_day(due_last, today),
            total: board.total(),
            missing: board.owing() - board.count(BoardState::Returned) - extended,
            extended,
            given_back: board.count(BoardState::Returned),
            step: due_last.and_then(|day| Step::reached(today, day)),
            to: rows.iter().map(|row| self.recipient(plan, board, row)).collect(),
            returned,
        }
    }

    fn recipient(&self, plan: &Plan, board: &Board, row: &BoardRow) -> Recipient {
        let key = ReportKey {
            obligation: board.key.obligation.clone(),
            period: board.key.period,
            agency: row.agency.clone(),
        };
        let returned =
            Some(&key).filter(|_| row.state == BoardState::Returned).and_then(|key| self.report_of(key));
        Recipient {
            name: self.name_in_letter(plan, &row.agency),
            remark: returned.map(|report| report.remark).unwrap_or_default(),
        }
    }

    /// The advised day; where that is past, at once, by the next working day.
    fn asked_day(&self, due_last: Option<NaiveDate>, today: NaiveDate) -> Asked {
        let later = (1..60).filter_map(|days| today.checked_add_days(Days::new(days)));
        let mut working = later.filter(|day| self.calendar.is_working_day(*day));
        match due_last.map(|day| self.calendar.last_working_day_until(day)) {
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
        office_name_in(agency, Some(agency.province.as_deref().unwrap_or(&plan.province)))
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
    /// The steps of the ladder that the letters are at, each once, in their order.
    pub fn steps(&self) -> Vec<Step> {
        let mut steps: Vec<Step> = self.letters.iter().filter_map(|asking| asking.step).collect();
        steps.dedup();
        steps
    }

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
            files.extend(self.letters.iter().map(|asking| self.calendar(asking)));
        }
        if wants(Part::Mail) {
            files.extend(self.letters.iter().flat_map(|asking| self.mails(asking)));
        }
        Parcel { folder: Parcel::name_of(&self.folder), files }
    }

    fn round(&self) -> String {
        format!("{}|{}", self.reminder.obligation, self.reminder.period)
    }

    fn calendar(&self, asking: &Asking) -> File {
        let event = event(asking, &self.round(), self.before);
        File { name: named(CALENDAR, asking, "ics"), body: Body::Ics(vec![event]) }
    }

    /// One mail for each that has an address, and one for all others.
    fn mails(&self, asking: &Asking) -> Vec<File> {
        let card = |asked: &Recipient| self.cards.iter().find(|card| card.name == asked.name);
        let alone = asking.to.iter().filter_map(|asked| Some((asked, card(asked)?)));
        let mut files: Vec<File> =
            alone.map(|(asked, card)| self.mail_to(asking, &[asked], Some(card))).collect();
        let others: Vec<&Recipient> = asking.to.iter().filter(|asked| card(asked).is_none()).collect();
        if !others.is_empty() {
            files.push(self.mail_to(asking, &others, None));
        }
        files
    }

    fn mail_to(&self, asking: &Asking, asked: &[&Recipient], card: Option<&Card>) -> File {
        let (subject, body) = mail(asking, asked, card.map(|card| card.person.as_str()));
        let whom = card.map_or("chung", |card| card.agency.as_str());
        let name = named(&format!("thu-{whom}"), asking, "eml");
        let mail = Mail {
            key: Parcel::name_of(&format!("{} {} {name}", self.round(), self.reminder.on)),
            to: card.map(|card| card.address.clone()).into_iter().collect(),
            subject,
            body,
            attached: vec![named(LETTER, asking, "docx"), named(CALENDAR, asking, "ics")],
        };
        File { name, body: Body::Eml(mail) }
    }
}

/// Name of the letter without its ending.
const LETTER: &str = "cong-van";
/// Name of the day for a calendar without its ending.
const CALENDAR: &str = "lich";

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
    let granted = asking.granted.map(|day| day.format("-gia-han-%d-%m-%Y").to_string()).unwrap_or_default();
    Parcel::name_of(&format!("{name}{what}{granted}")) + "." + ending
}
