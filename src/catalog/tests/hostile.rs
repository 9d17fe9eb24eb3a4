//! Files that nobody meant to write: they give faults with a place, and never a panic.

use proptest::prelude::*;

use super::*;

fn cut(text: &str, at: usize, length: usize, put: &str) -> String {
    let start = text.chars().take(at);
    let end = text.chars().skip(at + length);
    start.chain(put.chars()).chain(end).collect()
}

proptest! {
    #[test]
    fn a_damaged_plan_gives_faults_with_a_place(
        at in 0..PLAN.chars().count(),
        length in 0usize..40,
        put in prop_oneof!["[\\[\\]{}=\"#\\n0-9a-z.đ-]{0,6}", any::<String>()],
    ) {
        let text = cut(PLAN, at, length, &put);
        if let Err(found) = load_plan("thu.toml", &text, &register()) {
            prop_assert!(!found.is_empty());
            let last = text.split('\n').count();
            for fault in found {
                prop_assert!((1..=last).contains(&fault.line), "{fault}");
                prop_assert!(fault.column >= 1);
                prop_assert!(!fault.to_string().is_empty() && !fault.english().is_empty());
            }
        }
    }
}

#[test]
fn line_ends_and_byte_order_mark_make_no_difference() {
    let text = format!("\u{feff}{}", PLAN.replace('\n', "\r\n"));
    assert_eq!(load_plan("thu.toml", &text, &register()), load_plan("thu.toml", PLAN, &register()));
}

#[test]
fn an_empty_file_lacks_its_head() {
    let found = load_plan("thu.toml", "", &register()).unwrap_err();
    assert_eq!(found[0].reason, FaultReason::MissingField { name: "id".to_owned() });
    assert_eq!((found[0].line, found[0].column, found[0].field.as_str()), (1, 1, "id"));
}
