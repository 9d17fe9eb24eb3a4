//! Reading the index of tasks: a screenful at a time, never a table.
//!
//! What is written there is in `index`. Every statement here goes along an index and stops where it has enough;
//! tests ask SQLite for its plan.

use std::rc::Rc;

use chrono::NaiveDate;

use super::index::{ALL, PLAN_SPAN, Still, day_no};
use super::reader::{Reader, count, json_list, limit};
use super::rows::Line;
use crate::domain::ids::{AgencyId, ItemId, PlanId};
use crate::domain::shelf::{
    DueLine, Hit, Holder, IdleLine, Index, Lane, Shelf, Stretch, TaskNo, Told, UntouchedLine, Which,
};
use crate::domain::task::Task;

#[cfg(test)]
mod tests;

/// The days of a lane in which the entry speaks for itself, of those that stand in one way.
const OWN: &str = "
    SELECT day, no, shared FROM shelf_due WHERE agency = ?1 AND still = ?2 AND day BETWEEN ?3 AND ?4
        AND begins <= ?6
    ORDER BY day, no LIMIT ?5";

/// The days of a lane in which somebody else speaks, of those that stand in one way, with whether they are done: by the
/// speaker, or as long as it is silent by whoever spoke before. Agency 0, all together, has a word wherever anybody has.
const OTHERS: &str = "
    SELECT day, no, shared, done FROM (
        SELECT due.day, due.no, due.shared, CASE
            WHEN (due.heard OR ?6 = 0) AND EXISTS (
                    SELECT 1 FROM shelf_word w WHERE w.no = due.no AND w.agency = ?6)
                THEN coalesce((SELECT sure FROM shelf_done d
                               WHERE d.no = due.no AND d.agency = ?6 AND d.day = due.day), -1)
            WHEN ?7 = due.agency THEN iif(due.still IN (0, 3), 1, -1)
            ELSE coalesce((SELECT sure FROM shelf_done d
                           WHERE d.no = due.no AND d.agency = ?7 AND d.day = due.day), -1)
            END AS done
        FROM shelf_due due
        WHERE due.agency = ?1 AND due.still = ?2 AND due.day BETWEEN ?3 AND ?4 AND due.begins <= ?9
        ORDER BY due.day, due.no)
    WHERE done < ?8 LIMIT ?5";

/// What has no day and no word of those who speak in the lane, of a list of plans in its order: a cross join goes plan by
/// plan, and to sort what it finds would be to read all of it.
const UNTOUCHED: &str = "
    SELECT idle.no, wanted.key, idle.shared FROM json_each(?4) wanted
    CROSS JOIN shelf_plan plan ON plan.plan = wanted.value
    CROSS JOIN shelf_idle idle ON idle.agency = ?1 AND idle.no BETWEEN plan.no * ?5 AND plan.no * ?5 + ?5 - 1
    WHERE (idle.starts IS NULL OR idle.starts <= ?6)
        AND (NOT idle.spoken OR NOT EXISTS (
            SELECT 1 FROM shelf_word w WHERE w.no = idle.no AND w.agency IN (?2, ?3)))
    LIMIT ?7";

/// What has no day and a word of a speaker; of two, the one before is silent once the other has spoken. Of a turn that
/// is still to come the rules tell.
const TOUCHED: &str = "
    SELECT told.no, told.touched,
        CASE WHEN told.since > ?4 THEN 2 WHEN told.until < ?4 THEN 1 ELSE told.still END, told.shared
    FROM shelf_told told
    WHERE told.entry = ?1 AND told.agency = ?2 AND (told.starts IS NULL OR told.starts <= ?4)
        AND NOT (told.still = 3 AND ?4 BETWEEN told.since AND told.until)
        AND NOT (told.heard AND EXISTS (SELECT 1 FROM shelf_word w WHERE w.no = told.no AND w.agency = ?3))
    ORDER BY told.touched, told.no LIMIT ?5";

/// Of a list of tasks those for which an agency answers.
const ANSWERED: &str = "
    SELECT held.no FROM json_each(?2) place
    CROSS JOIN shelf_held held ON held.agency = ?1 AND held.no = place.value AND held.class = 0";

/// Of a list of agencies, in its order, whether a task names each.
const NAMED: &str = "
    SELECT EXISTS (SELECT 1 FROM shelf_held held WHERE held.agency = wanted.value) FROM json_each(?1) wanted";

/// No agency has this number.
const NOBODY: i64 = -1;

/// The numbers of a lane: the named one, the speaker, and who spoke before.
struct Numbers {
    entry: i64,
    speaker: i64,
    before: i64,
}

impl Reader {
    pub(super) fn agency_no(&self, agency: &AgencyId) -> i64 {
        let sql = "SELECT no FROM shelf_agency WHERE agency = ?1";
        self.one(sql, [agency], |row| row.get(0)).unwrap_or(NOBODY)
    }

    /// The numbers of all plans, in their order.
    fn plan_numbers(&self) -> Vec<(PlanId, i64)> {
        let sql = "SELECT plan, no FROM shelf_plan ORDER BY no";
        self.list(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    fn numbers(&self, lane: &Lane) -> Numbers {
        let of = |agency: &Option<AgencyId>| agency.as_ref().map_or(ALL, |agency| self.agency_no(agency));
        let before = lane.before.as_ref().map_or(NOBODY, |agency| self.agency_no(agency));
        Numbers { entry: of(&lane.entry), speaker: of(&lane.speaker), before }
    }

    /// The days of a lane that stand in one way.
    fn standing(&self, numbers: &Numbers, still: Still, which: &Which, most: usize) -> Vec<DueLine> {
        let Numbers { entry, speaker, before } = *numbers;
        let (from, to, stands) = (day_no(*which.days.start()), day_no(*which.days.end()), still as i64);
        let begun = day_no(which.begun);
        let line = |row: &Line<'_>, done| {
            Ok(DueLine { no: TaskNo(row.get(1)?), day: day(row, 0)?, done, shared: row.get(2)? })
        };
        if entry == speaker {
            let done = match still {
                Still::ToDo => Told::No,
                Still::Unsure => Told::Unsure,
                Still::Done | Still::DoneButAsk => Told::Yes,
            };
            return self.list(OWN, (entry, stands, from, to, limit(most), begun), |row| line(row, done));
        }
        let below = if which.open { 1 } else { 2 };
        let params = (entry, stands, from, to, limit(most), speaker, before, below, begun);
        self.list(OTHERS, params, |row| {
            let done = match row.get(3)? {
                1 => Told::Yes,
                0 => Told::Unsure,
                _ => Told::No,
            };
            line(row, done)
        })
    }
}

impl Index for Reader {
    fn named(&self, wanted: &dyn Fn(&AgencyId) -> bool) -> Vec<AgencyId> {
        // Whether a task names one is asked of the wanted alone: of each the answer is in another place.
        let known = "SELECT agency, no FROM shelf_agency WHERE no > 0 ORDER BY no";
        let mut known: Vec<(AgencyId, i64)> = self.list(known, [], |row| Ok((row.get(0)?, row.get(1)?)));
        known.retain(|(agency, _)| wanted(agency));
        let numbers: Vec<i64> = known.iter().map(|(_, no)| *no).collect();
        let numbers = serde_json::to_string(&numbers).unwrap_or_default();
        let named: Vec<bool> = self.list(NAMED, [numbers], |row| row.get(0));
        known.into_iter().zip(named).filter_map(|((agency, _), named)| named.then_some(agency)).collect()
    }

    fn names(&self, agency: &AgencyId, stretches: &[Stretch], counted: bool) -> bool {
        let sql = "SELECT 1 FROM shelf_held
                   WHERE agency = ?1 AND no BETWEEN ?2 AND ?3 AND class <= ?4 LIMIT 1";
        let (no, most) = (self.agency_no(agency), if counted { 1 } else { 2 });
        let within = |stretch: &Stretch| {
            self.one(sql, (no, stretch.start().0, stretch.end().0, most), |_| Ok(())).is_some()
        };
        stretches.iter().any(within)
    }

    fn answered_by(&self, agency: &AgencyId, places: &[TaskNo]) -> Vec<TaskNo> {
        self.list(ANSWERED, (self.agency_no(agency), json_list(places)), |row| row.get(0).map(TaskNo))
    }

    fn task_at(&self, no: TaskNo) -> Option<Rc<Task>> {
        let id: ItemId = self.one("SELECT task FROM shelf_task WHERE no = ?1", [no.0], |row| row.get(0))?;
        self.task(&id)
    }

    fn number(&self, id: &ItemId) -> Option<TaskNo> {
        self.one("SELECT no FROM shelf_task WHERE task = ?1", [id], |row| row.get(0).map(TaskNo))
    }

    fn numbers_of(&self, plan: &PlanId) -> Stretch {
        let no = self.one("SELECT no FROM shelf_plan WHERE plan = ?1", [plan], |row| row.get(0));
        stretch(no.unwrap_or(NOBODY))
    }

    fn stretches(&self, plans: &[&PlanId]) -> Vec<Stretch> {
        let mut found: Vec<Stretch> = Vec::new();
        for (_, no) in self.plan_numbers().iter().filter(|(plan, _)| plans.contains(&plan)) {
            let next = stretch(*no);
            match found.last_mut() {
                Some(last) if last.end().0 + 1 == next.start().0 => *last = *last.start()..=*next.end(),
                _ => found.push(next),
            }
        }
        found
    }

    fn find(&self, words: &[(String, String)], most: usize) -> Vec<Hit> {
        self.list_found(words, most)
    }

    fn held_count(&self, holder: &Holder, plan: &PlanId) -> usize {
        self.count_held(holder, plan)
    }

    fn named_twice(&self, agencies: &[AgencyId]) -> Vec<TaskNo> {
        self.list_named_twice(agencies)
    }

    fn held(&self, holder: &Holder, plan: &PlanId, skip: usize, most: usize) -> Vec<ItemId> {
        self.list_held(holder, plan, skip, most)
    }

    fn held_before(&self, holder: &Holder, task: &ItemId) -> Option<usize> {
        self.count_before(holder, task)
    }

    fn held_classes(
        &self,
        lanes: &[(AgencyId, bool)],
        stretches: &[Stretch],
        without: &[TaskNo],
    ) -> [usize; 4] {
        self.count_classes(lanes, stretches, without)
    }

    fn due(&self, lane: &Lane, which: &Which, most: usize) -> Vec<DueLine> {
        let numbers = self.numbers(lane);
        let stills: &[Still] = match (which.open, numbers.entry) {
            (false, _) => &[Still::Done, Still::ToDo, Still::Unsure, Still::DoneButAsk],
            (true, entry) if entry == numbers.speaker => &[Still::ToDo, Still::Unsure],
            (true, entry) if entry == numbers.before => &[Still::ToDo, Still::DoneButAsk],
            (true, _) => &[Still::Done, Still::ToDo, Still::DoneButAsk],
        };
        let of = |still: &Still| self.standing(&numbers, *still, which, most);
        let mut lines: Vec<DueLine> = stills.iter().flat_map(of).collect();
        lines.sort_by_key(|line| (line.day, line.no));
        lines.truncate(most);
        lines
    }

    fn untouched(&self, lane: &Lane, plans: &[&PlanId], today: NaiveDate, most: usize) -> Vec<UntouchedLine> {
        let Numbers { entry, speaker, before } = self.numbers(lane);
        let plans = serde_json::to_string(plans).unwrap_or_default();
        let params = (entry, speaker, before, plans, PLAN_SPAN, day_no(today), limit(most));
        self.list(UNTOUCHED, params, |row| {
            Ok(UntouchedLine { no: TaskNo(row.get(0)?), plan: count(row.get(1)?), shared: row.get(2)? })
        })
    }

    fn touched(&self, lane: &Lane, today: NaiveDate, most: usize) -> Vec<IdleLine> {
        let Numbers { entry, speaker, before } = self.numbers(lane);
        let of = |speaker: i64, but: i64| {
            self.list(TOUCHED, (entry, speaker, but, day_no(today), limit(most)), |row| {
                let done = if row.get::<_, i64>(2)? == 1 { Told::No } else { Told::Unsure };
                Ok(IdleLine { no: TaskNo(row.get(0)?), touched: day(row, 1)?, done, shared: row.get(3)? })
            })
        };
        let mut lines = of(speaker, NOBODY);
        if before != NOBODY {
            lines.extend(of(before, speaker));
            lines.sort_by_key(|line| (line.touched, line.no));
            lines.truncate(most);
        }
        lines
    }
}

/// The places of the plan with this number.
fn stretch(plan: i64) -> Stretch {
    let first = plan * PLAN_SPAN;
    TaskNo(first)..=TaskNo(first + PLAN_SPAN - 1)
}

fn day(row: &Line<'_>, column: usize) -> rusqlite::Result<NaiveDate> {
    let number: i64 = row.get(column)?;
    let day = i32::try_from(number).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
    day.ok_or(rusqlite::Error::IntegralValueOutOfRange(column, number))
}
