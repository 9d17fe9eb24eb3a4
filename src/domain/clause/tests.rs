use proptest::prelude::*;

use super::*;

fn path(text: &str) -> ClausePath {
    ClausePath::parse(text).unwrap()
}

#[test]
fn every_printed_form_is_read_and_kept() {
    for text in
        ["IV", "IV.7.a", "II.1#2.3", "III.2.đ", "PL", "PL.3", "[1]", "#12", "#6.1", "III.1#2", "I.2.đ#1.1"]
    {
        assert_eq!(path(text).as_str(), text);
    }
}

#[test]
fn document_order_goes_by_value_and_by_the_vietnamese_alphabet() {
    let order = [
        "I",
        "I.2.c",
        "I.2.d",
        "I.2.đ",
        "I.2.đ#1",
        "I.2.đ#1.1",
        "I.2.e",
        "I.2.g",
        "I.10",
        "II",
        "IV.7.a",
        "IV#1",
        "IX",
        "X",
        "XL",
        "#2",
        "#12",
        "PL",
        "PL.2",
        "PL.11",
        "[1]",
        "[2]",
    ];
    let mut sorted: Vec<ClausePath> = order.iter().rev().map(|text| path(text)).collect();
    sorted.sort();
    let texts: Vec<&str> = sorted.iter().map(ClausePath::as_str).collect();
    assert_eq!(texts, order);
}

#[test]
fn parents_climb_to_the_section() {
    let climb = |text: &str| path(text).parent().map(|parent| parent.as_str().to_owned());
    assert_eq!(climb("II.1#2.3").as_deref(), Some("II.1#2"));
    assert_eq!(climb("II.1#2").as_deref(), Some("II.1"));
    assert_eq!(climb("III.2.đ").as_deref(), Some("III.2"));
    assert_eq!(climb("PL.3").as_deref(), Some("PL"));
    assert_eq!(climb("#6.1").as_deref(), Some("#6"));
    for top in ["IV", "PL", "[1]", "#12"] {
        assert_eq!(climb(top), None);
    }
    assert_eq!(path("II.1#2").parent().unwrap(), path("II.1"));
    assert_eq!(path("PL.3").parent().unwrap(), path("PL"));
}

#[test]
fn within_means_itself_or_below_and_never_a_longer_number() {
    assert!(path("IV.7.a").is_within(&path("IV.7")));
    assert!(path("IV.7").is_within(&path("IV.7")));
    assert!(path("PL.3").is_within(&path("PL")));
    assert!(!path("IV.10").is_within(&path("IV.1")));
    assert!(!path("PL.1").is_within(&path("[1]")));
    assert!(!path("[1]").is_within(&path("PL")));
}

#[test]
fn nonsense_is_refused_with_the_part_at_fault() {
    assert_eq!(ClausePath::parse("  "), Err(ClauseError::Empty));
    let bads = [
        ("IIII", "IIII"),
        ("IV.f", "f"),
        ("IV..a", ""),
        ("II.1#", ""),
        ("II.1#2.a", "a"),
        ("II.01", "01"),
        ("III.2.đ~2", "đ~2"),
        ("[0]", "[0]"),
        ("IV.ab", "ab"),
    ];
    for (text, part) in bads {
        let error = ClausePath::parse(text).unwrap_err();
        assert_eq!(error, ClauseError::BadPart { text: text.to_owned(), part: part.to_owned() });
    }
}

proptest! {
    #[test]
    fn no_text_panics(text in "\\PC{0,12}|[IVXLC]{0,20}|[IVPL#.\\[\\]0-9ađ]{0,10}") {
        if let Ok(read) = ClausePath::parse(&text) {
            prop_assert_eq!(read.as_str(), text.trim());
            if let Some(parent) = read.parent() {
                prop_assert_eq!(&ClausePath::parse(parent.as_str()).unwrap(), &parent);
                prop_assert!(read.is_within(&parent) && parent < read);
            }
        }
    }
}
