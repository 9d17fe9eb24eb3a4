//! What can be found and chosen: everything, one's agency, whose report it is.

use crate::domain::agency::Agency;
use crate::domain::ids::ItemId;
use crate::domain::plan::Plan;
use crate::domain::schedule::Period;
use crate::domain::shelf::{Hit, Thing};
use crate::text::fold::{Query, Rank};

use super::chooser::{Besides, Candidate, Choice, Chooser, Destination, Purpose};
use super::line::Tone;
use super::model::{Model, View};
use super::overlay::Overlay;

/// Most things that the search of the screen lists besides agencies and plans, about four screens: each of them is read
/// at every letter, and whoever wants another one types more.
const HITS: usize = 60;

impl Model {
    pub(super) fn open_search(&mut self) {
        let search = self.search();
        self.overlays.push(Overlay::Chooser(Box::new(search)));
    }

    /// A search before anything is typed.
    pub fn search(&self) -> Chooser {
        Chooser::new(Purpose::Search, self.words().search_title, self.few(), false)
    }

    /// What is searched in the memory: agencies and plans. Of anything else there may be a million.
    fn few(&self) -> Vec<Candidate> {
        let mut candidates = self.agency_choices(|_| true);
        candidates.extend(self.catalog.plans.iter().map(|plan| self.plan_candidate(plan)));
        candidates
    }

    pub(super) fn open_agency_chooser(&mut self) {
        let words = self.words();
        let mut choices =
            vec![Candidate::new("", words.all_agencies, String::new(), Destination::AllAgencies)];
        choices.extend(self.agency_choices(|agency| agency.group.is_none() && agency.province.is_some()));
        self.open_chooser(Purpose::MyAgency, words.agency_title, choices, true);
        if let (Some(Overlay::Chooser(chooser)), Some(mine)) = (self.overlays.last_mut(), &self.my_agency) {
            chooser.list.select(&Destination::Agency(mine.clone()));
        }
    }

    /// Asks whose report it is, when several agencies owe one.
    pub(super) fn choose_reporter(&mut self, obligation: &ItemId, period: Period) {
        let owing = self.owing(obligation, period);
        let choices = self.agency_choices(|agency| owing.contains(&agency.id));
        let purpose = Purpose::Reporter(obligation.clone(), period);
        self.open_chooser(purpose, self.words().choose_reporter, choices, true);
    }

    pub(super) fn open_chooser(
        &mut self,
        purpose: Purpose,
        title: &str,
        choices: Vec<Candidate>,
        full: bool,
    ) {
        self.overlays.push(Overlay::Chooser(Box::new(Chooser::new(purpose, title, choices, full))));
    }

    pub(super) fn refresh_chooser(&mut self) {
        let Some(Overlay::Chooser(chooser)) = self.overlays.last() else { return };
        let besides = match chooser.purpose {
            Purpose::Search => self.found(chooser.query.text(), HITS),
            _ => Vec::new(),
        };
        if let Some(Overlay::Chooser(chooser)) = self.overlays.last_mut() {
            chooser.search(besides);
        }
    }

    /// What the search finds besides agencies and plans, at most so many: by words that begin as the typed ones do.
    pub fn found(&self, typed: &str, most: usize) -> Vec<Besides> {
        let query = Query::new(typed);
        if query.is_empty() {
            return Vec::new();
        }
        let hits = self.catalog.shelf().index().map(|index| index.find(query.words(), most));
        hits.into_iter().flatten().map(|hit| self.besides(hit)).collect()
    }

    fn besides(&self, hit: Hit) -> Besides {
        let words = self.words();
        let Hit { thing, clause, title, named, exact } = hit;
        let rank = if exact { Rank::ExactStart } else { Rank::FoldedStart };
        let (kind, plan, to) = match thing {
            Thing::Report(key) => {
                let label = self.report_name(&key.obligation, key.period);
                let place = self.catalog.short_name(&key.agency).to_owned();
                let to = Some(Destination::Report(key));
                let choice = Choice { kind: words.kind_report.into(), label, place, to };
                return Besides { named, rank, plan: None, choice };
            }
            Thing::Clause(plan) => {
                (words.kind_clause, plan.clone(), Destination::Clause(plan, clause.clone()))
            }
            Thing::Obligation(id) => (words.kind_obligation, id.plan(), Destination::Obligation(id)),
            Thing::Task(id) => (words.kind_task, id.plan(), Destination::Task(id)),
            Thing::Target(id) => (words.kind_target, id.plan(), Destination::Target(id)),
        };
        let short = self.catalog.plan(&plan).map_or("", |plan| plan.short.as_str());
        let place = format!("{short} {clause}");
        let choice = Choice { kind: kind.into(), label: title, place, to: Some(to) };
        Besides { named, rank, plan: Some(plan), choice }
    }

    /// Goes where the selected line of the chooser leads.
    pub(super) fn choose(&mut self) {
        let Some(Overlay::Chooser(chooser)) = self.overlays.last() else { return };
        let purpose = chooser.purpose.clone();
        let Some(to) = chooser.list.selected_id() else {
            self.say(Tone::Warn, self.words().nothing_found);
            return;
        };
        self.overlays.pop();
        match (purpose, to) {
            (Purpose::MyAgency, Destination::AllAgencies) => {
                self.ask(crate::domain::change::Request::SetMyAgency(None));
            }
            (Purpose::MyAgency, Destination::Agency(agency)) => {
                self.ask(crate::domain::change::Request::SetMyAgency(Some(agency)));
            }
            (Purpose::Reporter(obligation, period), Destination::Agency(agency)) => {
                self.open_report(&obligation, period, &agency);
            }
            (Purpose::Counted, Destination::Task(task)) => self.open_task_sheet(&task),
            (Purpose::Heir(ended), Destination::Agency(heir)) => self.settle_heir(&ended, heir),
            (_, to) => self.go_to(&to),
        }
    }

    fn go_to(&mut self, to: &Destination) {
        match to {
            Destination::AllAgencies => {
                self.agency = None;
                self.refresh();
            }
            Destination::Agency(agency) if self.view == View::Tasks => self.select_owner(agency),
            Destination::Agency(agency) => {
                self.agency = Some(agency.clone());
                self.show(View::Agenda);
                self.refresh();
            }
            Destination::Task(task) => {
                self.show(View::Tasks);
                self.select_task(task);
            }
            Destination::Target(target) => {
                self.show(View::Targets);
                self.select_target(target);
            }
            Destination::Obligation(id) => {
                let clause = self.catalog.obligation(id).map(|(_, obligation)| obligation.clause.clone());
                self.show(View::Plans);
                self.select_clause(&id.plan(), &clause.unwrap_or_default());
            }
            Destination::Clause(plan, path) => {
                self.show(View::Plans);
                self.select_clause(plan, path);
            }
            Destination::Plan(plan) => {
                self.show(View::Plans);
                self.select_clause(plan, "");
            }
            Destination::Round(round) => self.show_round(round.clone()),
            Destination::Text(text, source) => self.insert_text(text, source),
            Destination::Whole(key) => self.insert_whole(key),
            Destination::Offer(offer) => self.take_offer((**offer).clone()),
            Destination::Report(key) => self.open_report(&key.obligation, key.period, &key.agency),
        }
    }

    pub(super) fn agency_choices(&self, wanted: impl Fn(&Agency) -> bool) -> Vec<Candidate> {
        let words = self.words();
        let candidate = |agency: &Agency| {
            let place = agency.province.clone().unwrap_or_else(|| words.central.into());
            let to = Destination::Agency(agency.id.clone());
            let names = [agency.short.clone(), agency.name.clone()].into_iter().chain(agency.aliases.clone());
            let candidate = Candidate::new(words.kind_agency, &agency.short, place, to);
            Candidate { names: names.collect(), ..candidate }
        };
        self.catalog.agencies().iter().filter(|agency| wanted(agency)).map(candidate).collect()
    }

    fn plan_candidate(&self, plan: &Plan) -> Candidate {
        let to = Destination::Plan(plan.id.clone());
        let candidate = Candidate::new(self.words().kind_plan, &plan.title, plan.short.clone(), to);
        Candidate { names: plan_names(plan), ..candidate }
    }
}

/// A plan is found by its number, and by the number alone: "165/KH-UBND", "165".
fn plan_names(plan: &Plan) -> Vec<String> {
    let number = plan.number.iter();
    number
        .flat_map(|number| [Some(number.as_str()), number.split('/').next()])
        .flatten()
        .map(str::to_owned)
        .collect()
}
