//! One faultless small plan; each test breaks one thing in it and marks the line with `#!`.

use super::*;

mod figures;
mod heads;
mod hostile;
mod items;
mod outline;
mod refs;
mod shapes;
mod texts;
mod times;

const AGENCIES: &str = r#"
[[agency]]
id = "ls-ubnd-tinh"
name = "UBND tỉnh Lạng Sơn"
short = "UBND tỉnh"
kind = "provincial_committee"
province = "Lạng Sơn"
order = 1

[[agency]]
id = "ls-so-noi-vu"
name = "Sở Nội vụ tỉnh Lạng Sơn"
short = "Sở Nội vụ"
kind = "department"
province = "Lạng Sơn"
order = 2
"#;

const PLAN: &str = r#"
id = "thu"
source = "thu.txt"
short = "KH 1/KH-UBND"
province = "Lạng Sơn"
issuer = "ls-ubnd-tinh"
number = "1/KH-UBND"
issued_on = 2024-07-16
kind = "plan"
state = "issued"
title = "Kế hoạch thử"

[signer]
name = "Nguyễn Văn A"
position = "Phó Chủ tịch"
authority = "KT. Chủ tịch"
signed = true

[[clause]]
path = "II"
heading = "Mục tiêu"
lines = [10, 20]

[[clause]]
path = "II.1"
heading = "Đến năm 2030"
lines = [11, 15]

[[clause]]
path = "II.1#1"
heading = "Trình độ"
lines = [12, 12]

[[clause]]
path = "II.1#2"
heading = "Tiếng Anh"
lines = [13, 14]

[[clause]]
path = "IV"
heading = "Tổ chức"
lines = [30, 40]

[[clause]]
path = "IV.1"
heading = "Sở Nội vụ"
lines = [31, 35]

[[target]]
id = "II.1#1.1"
clause = "II.1#1.1"
indicator = "Tỉ lệ đạt chuẩn"
short = "Đạt chuẩn"
comparator = "at_least"
comparator_words = "tối thiểu"
value = 95
unit = "%"
year = 2030
year_from = "II.1"
milestones = [{ year = 2025, value = 90 }, { year = 2030, value = 95 }]

[target.baseline]
value = 97.65
numerator = 12239
denominator = 12533
clause = "II.1"

[[target]]
id = "II.1#2.1"
clause = "II.1#2.1"
indicator = "Tiếng Anh bậc 3"
short = "Tiếng Anh"
comparator = "range"
comparator_words = "từ … đến"
value = 25
value_high = 30
unit = "%"
parent = "II.1#1.1"

[[task]]
id = "IV.1"
clause = "IV.1"
kind = "duty"
title = "Theo dõi, đôn đốc"
roles = [{ agency = "ls-so-noi-vu", role = "lead" }]
schedule = { phrase = "Hằng năm", kind = "yearly", inherited_from = "IV" }
links = [{ to = "IV.1~2", kind = "duplicate" }]

[[task]]
id = "IV.1~2"
clause = "IV.1"
kind = "duty"
title = "Hướng dẫn"
roles = []

[[obligation]]
id = "IV.1"
clause = "IV.1"
kind = "periodic"
title = "Báo cáo năm"
reporters = ["ls-so-noi-vu"]
recipient = "ls-ubnd-tinh"
schedule = { phrase = "trước ngày 30/10 hằng năm", kind = "annual", day = 30, month = 10, bound = "before" }
content = ["results"]
"#;

fn register() -> Vec<Agency> {
    load_agencies("agencies.toml", AGENCIES).unwrap()
}

/// The faults of the small plan with `old` replaced once by `new`.
fn faults(old: &str, new: &str) -> Vec<Fault> {
    assert!(PLAN.contains(old), "the small plan has no {old}");
    load_plan("thu.toml", &PLAN.replacen(old, new, 1), &register()).err().unwrap_or_default()
}

/// The line of the small plan that `needle` stands on first.
fn line(needle: &str) -> usize {
    PLAN.lines().position(|line| line.contains(needle)).unwrap() + 1
}

/// Asserts that the edit makes exactly one fault, on the line marked `#!`.
#[track_caller]
fn breaks(old: &str, new: &str, field: &str, reason: FaultReason) {
    let found = faults(old, new);
    let text = PLAN.replacen(old, new, 1);
    let line = text.lines().position(|line| line.contains("#!")).unwrap() + 1;
    let [fault] = found.as_slice() else { panic!("not one fault: {found:#?}") };
    assert_eq!((fault.line, fault.field.as_str(), &fault.reason), (line, field, &reason));
    assert_eq!(fault.file, "thu.toml");
}

#[test]
fn a_sound_plan_is_read() {
    let plan = load_plan("thu.toml", PLAN, &register()).unwrap();
    assert_eq!(plan.id.as_str(), "thu");
    assert_eq!(plan.targets[1].parent.as_ref().unwrap().as_str(), "thu/II.1#1.1");
    assert_eq!(plan.tasks[0].links[0].to.as_str(), "thu/IV.1~2");
    assert_eq!(plan.tasks[1].schedule.rule, crate::domain::schedule::Rule::Unspecified);
    assert_eq!(plan.obligations[0].recipient.as_str(), "ls-ubnd-tinh");
}

#[test]
fn links_between_plans_are_checked_over_all_plans() {
    let text = PLAN.replace("IV.1~2\", kind = \"duplicate\"", "khac/V.2\", kind = \"conflict\"");
    let plan = load_plan("thu.toml", &text, &register()).unwrap();
    let found = check_links(&[plan]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].reason, FaultReason::UnknownItem { id: "khac/V.2".to_owned() });
    assert_eq!(
        (found[0].file.as_str(), found[0].field.as_str()),
        ("data/plans/thu.toml", "task IV.1.links.to")
    );
}

#[test]
fn two_plans_with_one_id_are_a_fault() {
    let plan = load_plan("thu.toml", PLAN, &register()).unwrap();
    let found = check_links(&[plan.clone(), plan]);
    assert_eq!(found[0].reason, FaultReason::DuplicateId { id: "thu".to_owned() });
}
