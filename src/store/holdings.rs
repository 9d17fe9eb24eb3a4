//! Reading whose tasks are whose from the index: counts and stretches of a plan.

use rusqlite::types::Value;
use rusqlite::{ToSql, params_from_iter};

use super::index::ALL;
use super::reader::{Reader, count, json_list, limit};
use super::values::Day;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::shelf::{Holder, Index, Stretch, TaskNo, Through};

/// How many tasks an agency or group is named by in each class.
pub(super) const CLASSES: &str = "
    SELECT count(*) FILTER (WHERE class = 0), count(*) FILTER (WHERE class = 1),
        count(*) FILTER (WHERE class = 2), count(*) FILTER (WHERE class = 3) FROM shelf_held
    WHERE agency = ?1 AND no BETWEEN ?2 AND ?3 AND no NOT IN (SELECT value FROM json_each(?4))";

/// The tasks that these name, in order, with the class of each; what has passed to others is of the last class.
pub(super) fn merged_classes(lanes: &[(i64, bool)]) -> String {
    let of_lane = |((_, passed), place): (&(i64, bool), usize)| {
        let class = if *passed { "3" } else { "class" };
        format!(
            "SELECT no, {class} FROM shelf_held WHERE agency = ?{place} AND no BETWEEN ?1 AND ?2
                AND no NOT IN (SELECT value FROM json_each(?3))"
        )
    };
    let lanes: Vec<String> = lanes.iter().zip(4..).map(of_lane).collect();
    format!("{} ORDER BY no", lanes.join(" UNION ALL "))
}

/// A statement with what it asks for.
#[derive(Default)]
struct Asked {
    sql: String,
    params: Vec<Value>,
}

impl Asked {
    /// Adds a parameter and answers how the statement names it.
    fn with(&mut self, value: impl Into<Value>) -> String {
        self.params.push(value.into());
        format!("?{}", self.params.len())
    }

    fn list(&mut self, values: impl IntoIterator<Item = i64>) -> String {
        let names: Vec<String> = values.into_iter().map(|value| self.with(value)).collect();
        names.join(", ")
    }

    fn params(&self) -> Vec<&dyn ToSql> {
        self.params.iter().map(|value| value as &dyn ToSql).collect()
    }
}

impl Reader {
    pub(super) fn count_held(&self, holder: &Holder, plan: &PlanId) -> usize {
        let mut asked = self.asked(holder, plan);
        asked.sql = format!("SELECT count(*) FROM ({})", asked.sql);
        self.number(&asked)
    }

    pub(super) fn list_held(&self, holder: &Holder, plan: &PlanId, skip: usize, most: usize) -> Vec<ItemId> {
        let mut asked = self.asked(holder, plan);
        let (most, skip) = (asked.with(limit(most)), asked.with(limit(skip)));
        asked.sql = format!(
            "SELECT t.task FROM ({} ORDER BY no LIMIT {most} OFFSET {skip}) h JOIN shelf_task t USING (no) ORDER BY no",
            asked.sql
        );
        self.list(&asked.sql, &*asked.params(), |row| row.get(0))
    }

    /// The statement that lists or counts.
    #[cfg(test)]
    pub(super) fn statement(&self, holder: &Holder, plan: &PlanId, ordered: bool) -> String {
        let order = if ordered { " ORDER BY no LIMIT 20" } else { "" };
        format!("{}{order}", self.asked(holder, plan).sql)
    }

    pub(super) fn list_named_twice(&self, agencies: &[AgencyId]) -> Vec<TaskNo> {
        let mut asked = Asked::default();
        let agencies = asked.list(agencies.iter().map(|agency| self.agency_no(agency)));
        asked.sql =
            format!("SELECT no FROM shelf_held WHERE agency IN ({agencies}) GROUP BY no HAVING count(*) > 1");
        self.list(&asked.sql, &*asked.params(), |row| row.get(0).map(TaskNo))
    }

    pub(super) fn count_before(&self, holder: &Holder, task: &ItemId) -> Option<usize> {
        let no = Index::number(self, task)?;
        let mut asked = self.asked(holder, &task.plan());
        let place = asked.with(no.0);
        let before = Asked {
            sql: format!("SELECT count(*) FROM ({}) WHERE no < {place}", asked.sql),
            params: asked.params.clone(),
        };
        asked.sql = format!("SELECT count(*) FROM ({}) WHERE no = {place}", asked.sql);
        (self.number(&asked) > 0).then(|| self.number(&before))
    }

    pub(super) fn count_classes(
        &self,
        lanes: &[(AgencyId, bool)],
        stretches: &[Stretch],
        without: &[TaskNo],
    ) -> [usize; 4] {
        let numbers: Vec<(i64, bool)> =
            lanes.iter().map(|(agency, passed)| (self.agency_no(agency), *passed)).collect();
        let mut counts = [0; 4];
        for stretch in stretches {
            let found = match numbers.as_slice() {
                // Who reports need not have a task.
                [] => [0; 4],
                [(agency, passed)] => self.classes_of_one(*agency, *passed, stretch, without),
                all => self.classes_of_many(all, stretch, without),
            };
            counts.iter_mut().zip(found).for_each(|(count, more)| *count += more);
        }
        counts
    }

    fn classes_of_one(&self, agency: i64, passed: bool, stretch: &Stretch, without: &[TaskNo]) -> [usize; 4] {
        let params = (agency, stretch.start().0, stretch.end().0, json_list(without));
        let found: Option<[i64; 4]> =
            self.one(CLASSES, params, |row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?]));
        let found = found.unwrap_or_default().map(count);
        if passed { [0, 0, 0, found.iter().sum()] } else { found }
    }

    /// What several name is counted once, in its best class. The rows come in order, so that none has to be kept.
    fn classes_of_many(&self, lanes: &[(i64, bool)], stretch: &Stretch, without: &[TaskNo]) -> [usize; 4] {
        let places = [stretch.start().0.into(), stretch.end().0.into(), json_list(without).into()];
        let params: Vec<Value> =
            places.into_iter().chain(lanes.iter().map(|(agency, _)| (*agency).into())).collect();
        let mut counts = [0; 4];
        let mut last: Option<(i64, usize)> = None;
        let mut note = |next: Option<(i64, usize)>| {
            last = match (last, next) {
                (Some((no, best)), Some((same, class))) if no == same => Some((no, best.min(class))),
                (done, next) => {
                    done.and_then(|(_, best)| counts.get_mut(best)).into_iter().for_each(|count| *count += 1);
                    next
                }
            };
        };
        self.list(&merged_classes(lanes), params_from_iter(params), |row| {
            note(Some((row.get(0)?, count(row.get(1)?))));
            Ok(())
        });
        note(None);
        counts
    }

    fn number(&self, asked: &Asked) -> usize {
        self.one(&asked.sql, &*asked.params(), |row| row.get(0)).map_or(0, count)
    }

    /// The numbers of the listed tasks of a plan, each once, in no order.
    fn asked(&self, holder: &Holder, plan: &PlanId) -> Asked {
        let mut asked = Asked::default();
        let places = self.numbers_of(plan);
        let (first, last) = (asked.with(places.start().0), asked.with(places.end().0));
        let within = format!("no BETWEEN {first} AND {last}");
        let held = match &holder.through {
            Through::Anybody => format!("SELECT no FROM shelf_task WHERE {within}"),
            Through::Nobody => format!("SELECT no FROM shelf_held WHERE agency = {ALL} AND {within}"),
            Through::Agencies(ways) => {
                let agencies = asked.list(ways.iter().map(|(agency, _)| self.agency_no(agency)));
                format!("SELECT DISTINCT no FROM shelf_held WHERE agency IN ({agencies}) AND {within}")
            }
        };
        let held = match holder.open_on {
            None => held,
            Some(day) => {
                let is_open = self.open_clause(&mut asked, holder, day);
                format!("SELECT no FROM ({held}) h WHERE {is_open}")
            }
        };
        asked.sql = match holder.without.is_empty() {
            true => held,
            false => {
                let without = asked.list(holder.without.iter().map(|no| no.0));
                let besides: Vec<String> = holder.besides.iter().map(|no| format!("({})", no.0)).collect();
                let besides = if besides.is_empty() { "(-1)".into() } else { besides.join(", ") };
                format!(
                    "SELECT no FROM ({held}) WHERE no NOT IN ({without})
                     UNION SELECT column1 AS no FROM (VALUES {besides}) WHERE {within}"
                )
            }
        };
        asked
    }

    /// What keeps the tasks whose last word on a day is not that they are done.
    fn open_clause(&self, asked: &mut Asked, holder: &Holder, day: chrono::NaiveDate) -> String {
        let day = asked.with(Day(day).0.to_string());
        let of_task = "p.task = (SELECT task FROM shelf_task t WHERE t.no = h.no)";
        let last = |whose: String| {
            format!(
                "(SELECT p.state FROM progress_entry p WHERE {of_task} {whose} AND p.as_of <= {day}
                  ORDER BY p.as_of DESC, p.id DESC LIMIT 1)"
            )
        };
        let Some(speaker) = &holder.speaker else {
            let spoken = format!("SELECT 1 FROM shelf_word w WHERE w.no = h.no AND w.agency = {ALL}");
            return format!("(NOT EXISTS ({spoken}) OR {} IS NOT 'done')", last(String::new()));
        };
        let name = asked.with(speaker.as_str().to_owned());
        let mut words = vec![last(format!("AND p.agency = {name}"))];
        if let Through::Agencies(ways) = &holder.through {
            for (entry, before) in ways {
                let Some(before) = before else { continue };
                let (entry, name) =
                    (asked.with(self.agency_no(entry)), asked.with(before.as_str().to_owned()));
                words.push(format!(
                    "(SELECT {} WHERE EXISTS
                         (SELECT 1 FROM shelf_held e WHERE e.agency = {entry} AND e.no = h.no))",
                    last(format!("AND p.agency = {name}"))
                ));
            }
        }
        words.push("''".into());
        format!("coalesce({}) <> 'done'", words.join(", "))
    }
}
