//! The counts of what was done, in words: names of the numbers, the one-line summary.

use crate::domain::statistics::{Counted, Figure, Standing, Tally};
use crate::text::number::format_number;

use super::Lang;

impl Lang {
    /// "quá hạn".
    pub fn figure_name(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Total => self.pick("tổng số", "total"),
            Figure::Done => self.pick("xong", "done"),
            Figure::OnTime => self.pick("xong đúng hạn", "done on time"),
            Figure::Late => self.pick("xong trễ", "done late"),
            Figure::NotDone => self.pick("chưa xong", "not done"),
            Figure::InTime => self.pick("chưa xong, còn hạn", "not done, in time"),
            Figure::Overdue => self.pick("chưa xong, quá hạn", "not done, overdue"),
            Figure::Extended => self.pick("được gia hạn", "extended"),
            Figure::Untracked => self.pick("kỳ cũ, không theo dõi", "before, untracked"),
            Figure::Waived => self.pick("được miễn", "waived"),
        }
    }

    /// What a number counts, in full.
    pub fn figure_meaning(self, figure: Figure) -> &'static str {
        match figure {
            Figure::Total => self.pick("tổng số: xong và chưa xong", "all of them: done and not done"),
            Figure::Done => self.pick("đã xong: đúng hạn và trễ", "done, on time and late"),
            Figure::OnTime => self.pick("xong không muộn hơn ngày cuối hợp lệ", "done by the last valid day"),
            Figure::Late => self.pick("xong sau ngày cuối hợp lệ", "done after the last valid day"),
            Figure::NotDone => self.pick("chưa xong: còn hạn và quá hạn", "not done, in time and overdue"),
            Figure::InTime => self.pick(
                "chưa xong, chưa qua hạn hoặc không có ngày",
                "not done, not past its day, or without one",
            ),
            Figure::Overdue => {
                self.pick("chưa xong, đã qua ngày cuối hợp lệ", "not done, past the last valid day")
            }
            Figure::Extended => {
                self.pick("trong tổng số: được cho hạn khác", "of all of them: with a later day granted")
            }
            Figure::Untracked => self.pick(
                "ngoài tổng số: kỳ trước năm nạp kế hoạch",
                "besides: periods before the plan was loaded",
            ),
            Figure::Waived => self.pick("ngoài tổng số: được miễn", "besides: waived"),
        }
    }

    /// The name over a column, in two lines of at most four cells; of at most three where it is `narrow`.
    pub fn figure_heading(self, figure: Figure, narrow: bool) -> (&'static str, &'static str) {
        match (figure, narrow) {
            (Figure::Total, false) => self.pick(("", "tổng"), ("", "all")),
            (Figure::Total, true) => self.pick(("", "TS"), ("", "all")),
            (Figure::Done, false) => self.pick(("", "xong"), ("", "done")),
            (Figure::Done, true) => self.pick(("", "x."), ("", "dn")),
            (Figure::OnTime, false) => self.pick(("đúng", "hạn"), ("on", "time")),
            (Figure::OnTime, true) => self.pick(("đ.", "hạn"), ("on", "tm")),
            (Figure::Late, false) => self.pick(("", "trễ"), ("", "late")),
            (Figure::Late, true) => self.pick(("", "trễ"), ("", "lt")),
            (Figure::NotDone, false) => self.pick(("chưa", "xong"), ("not", "done")),
            (Figure::NotDone, true) => self.pick(("ch.", "x."), ("not", "dn")),
            (Figure::InTime, false) => self.pick(("còn", "hạn"), ("in", "time")),
            (Figure::InTime, true) => self.pick(("còn", "hạn"), ("in", "tm")),
            (Figure::Overdue, false) => self.pick(("quá", "hạn"), ("over", "due")),
            (Figure::Overdue, true) => self.pick(("quá", "hạn"), ("ov.", "due")),
            (Figure::Extended, false) => self.pick(("gia", "hạn"), ("more", "time")),
            (Figure::Extended, true) => self.pick(("gia", "hạn"), ("+", "tm")),
            (Figure::Untracked, _) => self.pick(("kỳ", "cũ"), ("be-", "fore")),
            (Figure::Waived, false) => self.pick(("", "miễn"), ("wai-", "ved")),
            (Figure::Waived, true) => self.pick(("", "mi."), ("wai", "ved")),
        }
    }

    /// The line that every leader knows: "21 nhiệm vụ: xong 16 (đúng hạn 14, trễ 2); chưa xong 5 …".
    pub fn statistics_line(self, counted: Counted, tally: &Tally) -> String {
        let n = |figure| tally.get(figure);
        let (total, done, open) = (n(Figure::Total), n(Figure::Done), n(Figure::NotDone));
        let (on_time, late) = (n(Figure::OnTime), n(Figure::Late));
        let (in_time, overdue) = (n(Figure::InTime), n(Figure::Overdue));
        let (extended, untracked) = (n(Figure::Extended), n(Figure::Untracked));
        let waived = match n(Figure::Waived) {
            0 => String::new(),
            waived => self.pick(format!("; miễn {waived}"), format!("; waived {waived}")),
        };
        let line = match self {
            Self::Vi => format!(
                "{total} {}: xong {done} (đúng hạn {on_time}, trễ {late}); chưa xong {open} (trong hạn {in_time}, \
                 quá hạn {overdue}); gia hạn {extended}; không theo dõi {untracked}",
                if counted == Counted::Reports { "báo cáo" } else { "nhiệm vụ" }
            ),
            Self::En => format!(
                "{total} {}: done {done} (on time {on_time}, late {late}); not done {open} (in time {in_time}, \
                 overdue {overdue}); extended {extended}; untracked {untracked}",
                if counted == Counted::Reports { "reports" } else { "tasks" }
            ),
        };
        format!("{line}{waived}")
    }

    /// The share on time of all whose outcome is known.
    pub fn punctual(self, on_time: usize, known: usize) -> String {
        let share = format_number(on_time as f64 * 100.0 / known as f64);
        self.pick(
            format!("Đúng hạn {on_time}/{known} ({share}%) trong số đã xong hoặc đã quá hạn."),
            format!("On time {on_time} of {known} ({share}%) of what is done or overdue."),
        )
    }

    /// How many have no day.
    pub fn undated(self, count: usize) -> String {
        self.pick(
            format!("{count} chưa ấn định ngày, không bao giờ tính là trễ."),
            format!("{count} without a day, never counted as late."),
        )
    }

    /// How an entry stands, for a narrow column: "trễ 3".
    pub fn standing_short(self, standing: Standing) -> String {
        match standing {
            Standing::OnTime => self.pick("đúng hạn", "on time").into(),
            Standing::Late(days) => self.pick(format!("trễ {days}"), format!("{days} late")),
            Standing::InTime => self.pick("trong hạn", "in time").into(),
            Standing::Overdue(days) => self.pick(format!("quá {days}"), format!("{days} over")),
            Standing::Untracked => self.pick("ko t.dõi", "untracked").into(),
            Standing::Waived => self.pick("miễn", "waived").into(),
        }
    }

    /// "tỉnh Lạng Sơn".
    pub fn province(self, name: &str) -> String {
        self.pick(format!("tỉnh {name}"), format!("{name} province"))
    }
}
