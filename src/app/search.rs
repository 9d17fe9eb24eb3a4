//! What can be found and chosen: everything, one's agency, whose report it is.

use crate::domain::agency::Agency;
use crate::domain::ids::ItemId;
use crate::domain::plan::Plan;
use crate::domain::record::{Report, ReportQuery};
use crate::domain::schedule::Period;
use crate::domain::shelf::Hit;
use crate::text::fold::{Query, Rank};

use super::chooser::{Besides, Candidate, Choice, Chooser, Destination, MOST, Purpose};
use super::line::Tone;
use super::model::{Model, View};
use super::overlay::Overlay;

impl Model {
    pub(super) fn open_search(&mut self) {
        let choices = self.everything();
        self.open_chooser(Purpose::Search, self.words().search_title, choices, false);
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
        let tasks = match chooser.purpose {
            Purpose::Search => self.tasks_found(chooser.query.text()),
            _ => Vec::new(),
        };
        if let Some(Overlay::Chooser(chooser)) = self.overlays.last_mut() {
            chooser.search(tasks);
        }
    }

    /// The tasks that the search finds: by words that begin as the typed ones do.
    pub fn tasks_found(&self, typed: &str) -> Vec<Besides> {
        let query = Query::new(typed);
        let hits = match self.catalog.shelf().index() {
            Some(index) => index.find(query.words(), MOST),
            None => Vec::new(),
        };
        let besides = |hit: Hit| {
            let plan = hit.task.plan();
            let short = self.catalog.plan(&plan).map_or("", |plan| plan.short.as_str());
            let choice = Choice {
                kind: self.words().kind_task.into(),
                label: hit.title,
                place: format!("{short} {}", hit.clause),
                to: Some(Destination::Task(hit.task)),
            };
            Besides { rank: if hit.exact { Rank::ExactStart } else { Rank::FoldedStart }, plan, choice }
        };
        hits.into_iter().map(besides).collect()
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
            Destination::Occurrence(obligation, period, agency) => {
                self.open_report(obligation, *period, agency);
            }
            Destination::Report(id) => {
                let found = self
                    .catalog
                    .shelf()
                    .heads(&ReportQuery::default())
                    .into_iter()
                    .find(|report| report.stamp.id == *id);
                if let Some(report) = found {
                    self.open_report(&report.obligation, report.period, &report.agency);
                }
            }
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

    /// Agencies, documents, clauses, obligations, targets, reports: in the order in which equals are listed. Tasks are
    /// found by [`Self::tasks_found`].
    pub fn everything(&self) -> Vec<Candidate> {
        let mut found = self.agency_choices(|_| true);
        for plan in &self.catalog.plans {
            found.extend(self.plan_candidates(plan));
        }
        let heads = self.catalog.shelf().heads(&ReportQuery::default()).into_iter();
        let reports = heads.filter_map(|head| self.report_of(&head.key()));
        found.extend(reports.map(|report| self.report_candidate(&report)));
        found
    }

    fn report_candidate(&self, report: &Report) -> Candidate {
        let name = self.report_name(&report.obligation, report.period);
        let place = self.catalog.short_name(&report.agency).to_owned();
        let body = format!("{} {} {}", report.results, report.obstacles, report.proposals);
        let to = Destination::Report(report.stamp.id);
        Candidate { body, ..Candidate::new(self.words().kind_report, &name, place, to) }
    }

    fn plan_candidates(&self, plan: &Plan) -> Vec<Candidate> {
        let words = self.words();
        let item = |kind, label: &str, clause: &str, to| {
            Candidate::new(kind, label, format!("{} {clause}", plan.short), to)
        };
        let head = item(words.kind_plan, &plan.title, "", Destination::Plan(plan.id.clone()));
        let mut found = vec![Candidate { names: plan_names(plan), ..head }];
        let text = self.catalog.text(&plan.id);
        found.extend(text.clauses.iter().filter(|clause| !clause.path.contains('#')).map(|clause| {
            let to = Destination::Clause(plan.id.clone(), clause.path.clone());
            let candidate = item(words.kind_clause, &clause.heading, &clause.path, to);
            Candidate { names: vec![clause.path.clone()], ..candidate }
        }));
        found.extend(plan.obligations.iter().map(|obligation| {
            let to = Destination::Obligation(obligation.id.clone());
            item(words.kind_obligation, &obligation.title, &obligation.clause, to)
        }));
        found.extend(text.targets.iter().map(|target| {
            let to = Destination::Target(target.id.clone());
            item(words.kind_target, &target.indicator, &target.clause, to)
        }));
        found
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
