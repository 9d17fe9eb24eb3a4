//! The targets of a plan, and what was measured since.

use chrono::{Datelike, NaiveDate};

use super::dice::Dice;
use super::plans::{TARGET_BULLETS, TARGET_CLAUSE, share};
use super::provinces::Staff;
use crate::domain::ids::{ItemId, PlanId};
use crate::domain::indicator::{Baseline, Comparator, Target};
use crate::domain::record::{Observation, Quality, Stamp};

/// What is measured, its short name, who is counted.
const INDICATORS: [(&str, &str, &str); 12] = [
    ("Tỷ lệ hồ sơ giải quyết đúng hạn", "Hồ sơ đúng hạn", "Hồ sơ thủ tục hành chính"),
    ("Tỷ lệ dịch vụ công trực tuyến toàn trình", "DVC toàn trình", "Thủ tục đủ điều kiện"),
    ("Tỷ lệ viên chức có trình độ từ đại học", "Viên chức có ĐH", "Viên chức"),
    ("Tỷ lệ cán bộ, công chức được bồi dưỡng", "CBCC được bồi dưỡng", "Cán bộ, công chức"),
    ("Tỷ lệ trường đạt chuẩn quốc gia", "Trường đạt chuẩn", "Trường công lập"),
    ("Tỷ lệ dân số tham gia bảo hiểm y tế", "Dân số có BHYT", "Dân số của tỉnh"),
    ("Tỷ lệ hộ dùng nước sạch", "Hộ dùng nước sạch", "Hộ gia đình nông thôn"),
    ("Tỷ lệ văn bản điện tử được ký số", "Văn bản ký số", "Văn bản đi"),
    ("Tỷ lệ giải ngân vốn đầu tư công", "Giải ngân đầu tư công", "Kế hoạch vốn được giao"),
    ("Tỷ lệ lao động qua đào tạo", "Lao động qua đào tạo", "Lao động trong độ tuổi"),
    ("Tỷ lệ rác thải sinh hoạt được thu gom", "Rác thải được thu gom", "Rác thải sinh hoạt"),
    ("Tỷ lệ người dân hài lòng với cơ quan hành chính", "Người dân hài lòng", "Người được khảo sát"),
];

/// Six to twelve targets, in the bullets of their clause.
pub(super) fn all(plan: &PlanId, issued: NaiveDate, staff: &Staff<'_>, dice: &mut Dice) -> Vec<Target> {
    let count = dice.between(6, INDICATORS.len() as u32) as usize;
    let mut indicators = dice.some(&INDICATORS, count).into_iter();
    let mut targets = Vec::with_capacity(count);
    for bullet in 0..TARGET_BULLETS {
        for number in 1..=share(count, TARGET_BULLETS, bullet) {
            let Some(indicator) = indicators.next() else { break };
            let clause = format!("{TARGET_CLAUSE}#{}.{number}", bullet + 1);
            targets.push(target(plan, clause, *indicator, issued, staff, dice));
        }
    }
    targets
}

fn target(
    plan: &PlanId,
    clause: String,
    (indicator, short, population): (&str, &str, &str),
    issued: NaiveDate,
    staff: &Staff<'_>,
    dice: &mut Dice,
) -> Target {
    let start = f64::from(dice.between(30, 70));
    let baseline = Baseline {
        value: start,
        numerator: None,
        denominator: None,
        as_of: Some(issued),
        clause: TARGET_CLAUSE.to_owned(),
    };
    Target {
        id: ItemId::within(plan, &clause),
        clause,
        indicator: indicator.to_owned(),
        short: short.to_owned(),
        comparator: if dice.percent(60) { Comparator::AtLeast } else { Comparator::Reach },
        comparator_words: String::new(),
        value: Some(start + f64::from(dice.between(5, 29))),
        value_high: None,
        unit: "%".to_owned(),
        per: None,
        population: population.to_owned(),
        year: Some(dice.pick(&[2027, 2028, 2030, 2030])),
        year_from: Some(TARGET_CLAUSE.to_owned()),
        milestones: Vec::new(),
        baseline: dice.percent(60).then_some(baseline),
        parent: None,
        responsible: vec![dice.pick(&staff.departments).id.clone()],
        note: None,
    }
}

/// A figure for the end of each year since the plan, for most targets.
pub(super) fn observations(
    targets: &[Target],
    issued: NaiveDate,
    today: NaiveDate,
    dice: &mut Dice,
) -> Vec<Observation> {
    let mut figures = Vec::new();
    for target in targets {
        if dice.percent(30) {
            continue;
        }
        let years = issued.year()..=today.year();
        let ends = years.filter_map(|year| NaiveDate::from_ymd_opt(year, 12, 31)).map(|end| end.min(today));
        let mut value = target.value.unwrap_or_default() - f64::from(dice.between(10, 30));
        for as_of in ends {
            value = (value + f64::from(dice.between(0, 60)) / 10.0).min(100.0);
            figures.extend(target.responsible.first().map(|agency| Observation {
                stamp: Stamp::default(),
                target: target.id.clone(),
                agency: agency.clone(),
                as_of,
                value: Some(value),
                numerator: None,
                denominator: None,
                quality: if as_of == today { Quality::Estimate } else { Quality::Final },
                source: "Số liệu mẫu".to_owned(),
            }));
        }
    }
    figures
}
