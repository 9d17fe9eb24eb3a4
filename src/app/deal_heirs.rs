//! Who has the duties of what was dissolved, where the register leaves it open: settled at once, undone with `u`.

use crate::domain::agenda::AgendaItem;
use crate::domain::change::{Record, Request};
use crate::domain::decision::{Decision, Duty, Ruling};
use crate::domain::heirs::{Ground, Hold, Standing, standing, task_holds};
use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::succession::GroupFate;

use crate::text::words::Word;

use super::chooser::Purpose;
use super::deal::Offer;
use super::describe::capital;
use super::model::Model;
use super::screens::reports::ReportRow;

/// What has ended and is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// A group of agencies.
    Group(AgencyId),
    /// An agency, for one duty or for all of them.
    Agency(AgencyId, Option<ItemId>),
}

impl Ended {
    /// The group or agency.
    pub(super) fn agency(&self) -> &AgencyId {
        match self {
            Self::Group(id) | Self::Agency(id, _) => id,
        }
    }

    /// What is asked about it, as a line to choose.
    pub(super) fn question(&self) -> Word {
        match self {
            Self::Agency(_, Some(_)) => |w| w.deal_other_heir_of_one,
            Self::Agency(_, None) | Self::Group(_) => |w| w.deal_other_heir,
        }
    }

    /// The decision that these have it; none: it is open again.
    pub(super) fn ruling(&self, heirs: Vec<AgencyId>) -> Ruling {
        match self {
            Self::Group(group) => {
                Ruling::GroupFate { group: group.clone(), fate: GroupFate::Successors(heirs) }
            }
            Self::Agency(from, duty) => Ruling::Heirs { from: from.clone(), duty: duty.clone(), heirs },
        }
    }
}

impl Model {
    /// What can be settled about who has an item of the agenda.
    pub(super) fn heirs_of_item(&self, item: &AgendaItem) -> Vec<Offer> {
        let duty = item.kind.duty();
        let reporter = item.kind.report().map(|key| key.agency);
        let from = item
            .inherited_from
            .clone()
            .or(reporter)
            .or_else(|| self.ended_holder(&duty, self.agency.as_ref()));
        self.heirs_on_offer(from, Some(duty.id()), item.status.is_question())
    }

    /// What can be settled about who sends a report.
    pub(super) fn heirs_of_row(&self, row: &ReportRow) -> Vec<Offer> {
        let from = row.inherited_from.clone().unwrap_or_else(|| row.key.agency.clone());
        self.heirs_on_offer(Some(from), Some(&row.key.obligation), row.question.is_some())
    }

    /// What can be settled about who has a task of the selected agency.
    pub(super) fn heirs_of_task(&self, task: &ItemId) -> Vec<Offer> {
        let owner = self.selected_agency();
        let from = self.ended_holder(&Duty::Task(task.clone()), owner.as_ref());
        self.heirs_on_offer(from, Some(task), true)
    }

    /// What can be settled about all tasks of the selected agency.
    pub(super) fn heirs_of_owner(&self) -> Vec<Offer> {
        self.heirs_on_offer(self.selected_agency(), None, true)
    }

    /// The agency or group that had a task and has ended: the one through which `agency` comes to it, or any.
    fn ended_holder(&self, duty: &Duty, agency: Option<&AgencyId>) -> Option<AgencyId> {
        let Duty::Task(id) = duty else { return None };
        let (_, task) = self.catalog.task(id)?;
        let ended = |hold: &Hold| match &hold.ground {
            Ground::Own => None,
            Ground::Inherited { from } | Ground::Candidate { from } => Some(from.clone()),
            Ground::Undecided | Ground::Passed { .. } => Some(hold.agency.clone()),
        };
        match agency {
            Some(agency) => self.hold_in(&task, agency).and_then(|(_, hold)| ended(&hold)),
            None => task_holds(&self.catalog, &task, self.day()).iter().find_map(|(_, hold)| ended(hold)),
        }
    }

    fn standing_of(&self, agency: &AgencyId, item: Option<&ItemId>) -> Standing {
        standing(&self.catalog, agency, item, self.day())
    }

    fn heirs_on_offer(&self, from: Option<AgencyId>, item: Option<&ItemId>, asked: bool) -> Vec<Offer> {
        let Some(from) = from else { return Vec::new() };
        let settled = self.catalog.settled();
        let one = (from.clone(), item.cloned());
        let decided = settled.groups.contains_key(&from)
            || settled.heirs.contains_key(&one)
            || settled.heirs.contains_key(&(from.clone(), None));
        if !(asked || decided) {
            return Vec::new();
        }
        let candidates = match self.standing_of(&from, item) {
            Standing::Own => return Vec::new(),
            // The register is clear: nothing is asked.
            Standing::Passed(_) if !decided => return Vec::new(),
            Standing::Passed(heirs) | Standing::Open(heirs) => {
                heirs.iter().map(|heir| heir.agency.clone()).collect()
            }
            Standing::Ended | Standing::Stopped => self.known_candidates(&from),
        };
        match self.catalog.agency(&from).is_some_and(|agency| agency.group.is_some()) {
            true => group_offers(&from, candidates),
            false => self.agency_offers(&from, item, &candidates),
        }
    }

    /// For the one duty first, then for all of them.
    fn agency_offers(&self, from: &AgencyId, item: Option<&ItemId>, candidates: &[AgencyId]) -> Vec<Offer> {
        let mut offers = Vec::new();
        for duty in item.into_iter().cloned().map(Some).chain([None]) {
            let decided = self.catalog.settled().heirs.contains_key(&(from.clone(), duty.clone()));
            let ended = Ended::Agency(from.clone(), duty);
            let settle = |heirs| Offer::AtOnce(ended.ruling(heirs));
            offers.extend(candidates.iter().map(|heir| settle(vec![heir.clone()])));
            offers.push(Offer::Heir(ended.clone()));
            if decided {
                offers.push(settle(Vec::new()));
            }
        }
        offers
    }

    /// The agencies that the register names, whatever users settled.
    fn known_candidates(&self, from: &AgencyId) -> Vec<AgencyId> {
        self.catalog.successors(from).map(|succession| succession.to.clone()).collect()
    }

    /// Lets the user choose who has it among all agencies that exist.
    pub(super) fn choose_heir(&mut self, ended: &Ended) {
        let day = self.day();
        let province = self.catalog.agency(ended.agency()).and_then(|ended| ended.province.clone());
        let mut choices = self.agency_choices(|agency| agency.exists_on(day) && agency.province.is_some());
        // Those of the same province first; a merged province may need another one.
        choices.sort_by_key(|candidate| Some(&candidate.choice.place) != province.as_ref());
        let title = self.words().choose_heir;
        self.open_chooser(Purpose::Heir(ended.clone()), title, choices, true);
    }

    /// Settles who has it: the agency that was chosen.
    pub(super) fn settle_heir(&mut self, ended: &Ended, heir: AgencyId) {
        self.settle_at_once(ended.ruling(vec![heir]));
    }

    /// Saves a decision that needs no form.
    pub(super) fn settle_at_once(&mut self, ruling: Ruling) {
        let stamp = self.catalog.settled().stamp_for(&ruling);
        let record = Record::Decision(Decision { stamp, ruling });
        self.ask(Request::Save { record, draft: None });
    }

    /// What has ended, beside what can be settled about it.
    pub(super) fn ruling_about(&self, ruling: &Ruling) -> String {
        match ruling {
            Ruling::GroupFate { group: id, .. } | Ruling::Heirs { from: id, .. } => self.short_of(id),
            _ => String::new(),
        }
    }

    pub(super) fn short_of(&self, id: &AgencyId) -> String {
        self.catalog.short_name(id).to_owned()
    }

    /// A decision about what ended, as a line to choose.
    pub(super) fn settling_name(&self, ruling: &Ruling) -> String {
        match ruling {
            Ruling::GroupFate { fate: GroupFate::Successors(heirs), .. } => {
                self.lang.hand_over(&self.names(heirs.iter()))
            }
            Ruling::GroupFate { fate, .. } => capital(&self.fate_text(fate)),
            Ruling::Heirs { heirs, .. } if heirs.is_empty() => self.words().heirs_open_again.to_owned(),
            Ruling::Heirs { duty, heirs, .. } => {
                self.lang.settle_heir(duty.is_some(), &self.names(heirs.iter()))
            }
            _ => String::new(),
        }
    }
}

fn group_offers(group: &AgencyId, candidates: Vec<AgencyId>) -> Vec<Offer> {
    let fate = |fate| Offer::AtOnce(Ruling::GroupFate { group: group.clone(), fate });
    let mut offers: Vec<_> =
        candidates.into_iter().map(|heir| fate(GroupFate::Successors(vec![heir]))).collect();
    offers.push(Offer::Heir(Ended::Group(group.clone())));
    offers.extend([fate(GroupFate::Stopped), fate(GroupFate::Waiting)]);
    offers
}
