//! Phrases that wait for something: "theo hướng dẫn của …", "khi có phát sinh".

use super::words::Words;
use super::{Branch, PhraseReason};
use crate::domain::schedule::{Condition, Rule};

/// Words that make a condition; of several in one phrase the first of this table holds.
const TABLE: [(&str, Condition); 14] = [
    ("sau khi có hướng dẫn", Condition::OnGuidance),
    ("khi có hướng dẫn", Condition::OnGuidance),
    ("theo hướng dẫn", Condition::OnGuidance),
    ("theo nhiệm vụ được giao", Condition::AsAssigned),
    ("theo phân công", Condition::AsAssigned),
    ("có nhu cầu", Condition::OnDemand),
    ("theo nhu cầu", Condition::OnDemand),
    ("khi có phát sinh", Condition::OnEvent),
    ("khi phát sinh", Condition::OnEvent),
    ("có vấn đề phát sinh", Condition::OnEvent),
    ("những vấn đề phát sinh", Condition::OnEvent),
    ("kịp thời", Condition::Promptly),
    ("phù hợp với", Condition::AsFits),
    ("theo quy định", Condition::AsRegulated),
];

/// What may not stand beside a condition: a day, a period or a cycle would be lost.
#[rustfmt::skip]
const BESIDE: [&str; 24] = [
    "trước ngày", "trước thứ", "chậm nhất", "muộn nhất", "không quá ngày", "đến hết", "hết năm", "hàng năm", "mỗi năm",
    "từng năm", "tuần", "tháng", "quý", "định kỳ", "giờ", "lần", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu",
    "thứ bảy", "chủ nhật", "giai đoạn",
];

pub(super) fn read(mut words: Words<'_>) -> Branch {
    // A number is a day or a year, unless it is that of a document: "theo hướng dẫn tại Công văn số 12".
    let numbered = words.has_digit() && !words.contains("số");
    if numbered || BESIDE.iter().any(|time| words.contains(time)) {
        return Ok(None);
    }
    words.eat_any(&["đột xuất", "báo cáo đột xuất", "báo cáo"]);
    let begins = TABLE.iter().find(|(phrase, _)| words.clone().eat(phrase));
    // Away from the beginning a condition must not hide a day that nobody understood, nor a "không".
    let dated = words.has_digit() || words.contains("ngày");
    let somewhere = || TABLE.iter().find(|(phrase, _)| words.contains(phrase));
    let found = match begins {
        Some(entry) => Some(entry),
        None if dated || words.contains("không") => None,
        None => somewhere(),
    };
    match found {
        Some((_, Condition::AsFits)) if !fits(&words) => Err(PhraseReason::Unknown),
        Some(&(_, condition)) => Ok(Some(Rule::Conditional { condition })),
        None => Ok(None),
    }
}

/// "phù hợp với" asks for what it fits: the situation, reality or the demands.
fn fits(words: &Words<'_>) -> bool {
    ["thực tiễn", "tình hình", "thực tế", "yêu cầu"].iter().any(|what| words.contains(what))
}
