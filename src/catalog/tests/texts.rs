use super::*;

#[test]
fn a_blank_text() {
    breaks("title = \"Hướng dẫn\"", "title = \"  \" #!", "task.title", FaultReason::Empty);
    breaks("name = \"Nguyễn Văn A\"", "name = \"\" #!", "signer.name", FaultReason::Empty);
    breaks("heading = \"Trình độ\"", "heading = \"\" #!", "clause.heading", FaultReason::Empty);
    breaks("unit = \"%\"\nyear", "unit = \"%\"\nnote = \"\" #!\nyear", "target.note", FaultReason::Empty);
}

#[test]
fn a_text_with_loose_marks() {
    breaks("title = \"Hướng dẫn\"", "title = \"Hu\u{31b}ớng dẫn\" #!", "task.title", FaultReason::NotNfc);
    breaks(
        "comparator_words = \"từ … đến\"",
        "comparator_words = \"tu\u{300}\" #!",
        "target.comparator_words",
        FaultReason::NotNfc,
    );
}

#[test]
fn a_title_that_is_too_long() {
    let title = |length: usize| format!("title = \"{}\" #!", "ệ".repeat(length));
    assert_eq!(faults("title = \"Hướng dẫn\"", &title(120)), []);
    breaks(
        "title = \"Hướng dẫn\"",
        &title(121),
        "task.title",
        FaultReason::TooLong { length: 121, limit: 120 },
    );
    breaks(
        "title = \"Báo cáo năm\"",
        &title(121),
        "obligation.title",
        FaultReason::TooLong { length: 121, limit: 120 },
    );
}

#[test]
fn a_short_name_that_is_too_long() {
    let short = |length: usize| format!("short = \"{}\" #!", "ệ".repeat(length));
    assert_eq!(faults("short = \"Tiếng Anh\"", &short(26)), []);
    breaks(
        "short = \"Tiếng Anh\"",
        &short(27),
        "target.short",
        FaultReason::TooLong { length: 27, limit: 26 },
    );
    breaks("short = \"KH 1/KH-UBND\"", &short(23), "short", FaultReason::TooLong { length: 23, limit: 22 });
}

#[test]
fn a_short_name_twice() {
    let reason = FaultReason::DuplicateShort { short: "đạt chuẩn".to_owned() };
    breaks("short = \"Tiếng Anh\"", "short = \"đạt chuẩn\" #!", "target.short", reason);
}
