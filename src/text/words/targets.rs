//! Targets and their verdicts in words.

use crate::domain::evaluation::{Verdict, Whose};
use crate::domain::ids::AgencyId;
use crate::domain::indicator::{Comparator, Target};
use crate::text::number::format_number;

use super::Lang;

impl Lang {
    /// What is aimed at: "tối thiểu 40% · hết năm 2030".
    pub fn aim(self, target: &Target) -> String {
        let unit = if target.unit == "%" {
            "%".to_owned()
        } else if target.unit.is_empty() {
            String::new()
        } else {
            format!(" {}", target.unit)
        };
        let mut parts = Vec::new();
        if target.milestones.is_empty() {
            let value = match (target.value, target.value_high) {
                (Some(low), Some(high)) => format!("{}–{}{unit}", format_number(low), format_number(high)),
                (Some(value), None) => format!("{}{unit}", format_number(value)),
                _ => String::new(),
            };
            let words = target.comparator_words.as_str();
            parts.push(
                [words, &value].iter().filter(|s| !s.is_empty()).copied().collect::<Vec<_>>().join(" "),
            );
            parts.extend(
                target.per.as_ref().map(|per| self.pick(format!("mỗi {per}"), format!("for each {per}"))),
            );
            parts.extend(
                target.year.map(|year| self.pick(format!("hết năm {year}"), format!("end of {year}"))),
            );
        } else {
            let way =
                target.milestones.iter().map(|m| format!("{}{unit} ({})", format_number(m.value), m.year));
            parts.push(way.collect::<Vec<_>>().join(" → "));
        }
        if target.value.is_none() {
            parts.push(self.judged_how(target.comparator).into());
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// Whose figure it is, where it is not simply that of the whole: "* riêng của Sở Y tế", "cộng 3 nơi".
    pub fn whose_figure(self, whose: &Whose, name: impl Fn(&AgencyId) -> String) -> Option<String> {
        match whose {
            Whose::Whole(_) => None,
            Whose::One(agency) => {
                let name = name(agency);
                Some(self.pick(format!("* riêng của {name}"), format!("* of {name} alone")))
            }
            Whose::Sum { of, not_added } => {
                let count = of.len();
                let left = not_added.iter().map(name).collect::<Vec<_>>().join(", ");
                let left = match left.as_str() {
                    "" => String::new(),
                    names => self.pick(
                        format!(", chưa cộng được {names} (chỉ có tỷ lệ)"),
                        format!(", without {names} (a share alone)"),
                    ),
                };
                Some(self.pick(format!("cộng {count} nơi{left}"), format!("sum of {count} agencies{left}")))
            }
        }
    }

    fn judged_how(self, comparator: Comparator) -> &'static str {
        match comparator {
            Comparator::Binary => self.pick("có hoặc chưa", "done or not"),
            Comparator::Rank => self.pick("thứ hạng", "rank"),
            _ => self.pick("đánh giá bằng lời", "judged in words"),
        }
    }

    /// A verdict for a narrow column.
    pub fn verdict(self, verdict: Verdict) -> &'static str {
        let words = self.words();
        match verdict {
            Verdict::Met => words.v_met,
            Verdict::Ahead => words.v_ahead,
            Verdict::OnTrack => words.v_on_track,
            Verdict::SlightlyBehind => words.v_slightly_behind,
            Verdict::Behind => words.v_behind,
            Verdict::AboveRange => words.v_above_range,
            Verdict::Missed => words.v_missed,
            Verdict::NoClosingFigure => words.v_no_closing_figure,
            Verdict::NotDueYet => words.v_not_due,
            Verdict::NoBaseline => words.v_no_baseline,
            Verdict::NoYear => words.v_no_year,
            Verdict::NoFigure => words.v_no_figure,
            Verdict::InWords => words.v_in_words,
        }
    }

    /// A verdict with the rule behind it.
    pub fn verdict_long(self, verdict: Verdict) -> String {
        let why = match verdict {
            Verdict::Met => self.pick("đã bằng hoặc hơn mục tiêu", "the value is reached"),
            Verdict::Ahead => {
                self.pick("từ 110% quãng đường lẽ ra phải đi", "110% or more of the way expected")
            }
            Verdict::OnTrack => {
                self.pick("từ 95% quãng đường lẽ ra phải đi", "95% or more of the way expected")
            }
            Verdict::SlightlyBehind => {
                self.pick("từ 80% đến dưới 95% quãng đường lẽ ra phải đi", "80% to 95% of the way expected")
            }
            Verdict::Behind => {
                self.pick("dưới 80% quãng đường lẽ ra phải đi", "less than 80% of the way expected")
            }
            Verdict::AboveRange => {
                self.pick("cao hơn khung, không tính là chưa đạt", "above the range, which is no failure")
            }
            Verdict::Missed => self
                .pick("hết hạn mà số cuối thấp hơn mục tiêu", "time is over and the closing figure is below"),
            Verdict::NoClosingFigure => {
                self.pick("hết hạn mà chưa có số cuối", "time is over and no figure closes it")
            }
            Verdict::NotDueYet => self.pick("chưa đến lúc đo được", "cannot be measured yet"),
            Verdict::NoBaseline => self.pick(
                "văn bản không cho mức ban đầu nên chưa biết nhanh hay chậm",
                "no baseline, so fast or slow is not known",
            ),
            Verdict::NoYear => self.pick("văn bản không nêu năm phải đạt", "the text gives no year"),
            Verdict::NoFigure => {
                self.pick("chưa nhập số nào; e: nhập số", "no figure was entered; e enters one")
            }
            Verdict::InWords => self.pick("không đo bằng số", "not measured by a number"),
        };
        format!("{} ({why})", self.verdict(verdict))
    }

    /// How a target of this kind is judged.
    pub fn evaluation_rule(self, comparator: Comparator) -> &'static str {
        match comparator {
            Comparator::AtLeast | Comparator::Reach | Comparator::RaiseTo | Comparator::Toward => self.pick(
                "đạt khi bằng hoặc hơn mục tiêu; trên đường đi so với đường thẳng từ nền đến đích, tại ngày của số liệu",
                "met at the value or above; on the way compared with the straight line from the baseline, at the day of the figure",
            ),
            Comparator::About => self.pick("“khoảng”: đạt khi thiếu không quá 5% mục tiêu", "“about”: met when at most 5% short"),
            Comparator::Range => self.pick("đạt khi nằm trong khung; cao hơn khung là ghi nhận, không phải lỗi", "met inside the range; above is a note, no failure"),
            Comparator::MaintainFloor => self.pick("xét từng năm đã qua: năm nào cũng không được thấp hơn mức này", "every closed year must not be below"),
            Comparator::CohortRetention => self.pick("đo khi đủ thời gian theo dõi nhóm", "measured when the cohort's time is over"),
            Comparator::SetCoverage => self.pick("đạt khi mọi cơ quan trong danh sách đã xong", "met when all on the list are done"),
            Comparator::CountPer => self.pick("đạt khi mỗi đơn vị đủ số", "met when every unit has its number"),
            Comparator::Binary => self.pick("đạt khi việc đã xong, có minh chứng", "met when it is done, with evidence"),
            Comparator::Rank | Comparator::Qualitative => self.pick("người có trách nhiệm đánh giá bằng lời", "judged in words"),
        }
    }

    /// The counts of a plan's targets.
    pub fn target_tally(self, total: usize, behind: usize, unknown: usize) -> String {
        self.pick(
            format!("{total} chỉ tiêu · {behind} chậm · {unknown} chưa đủ số"),
            format!("{total} targets · {behind} behind · {unknown} without figures"),
        )
    }
}
