use proptest::prelude::*;

use super::*;

#[test]
fn numbers_are_printed_the_vietnamese_way() {
    for (value, text) in [
        (1234.56, "1.234,56"),
        (97.65, "97,65"),
        (97.5, "97,5"),
        (100.0, "100"),
        (12239.0, "12.239"),
        (0.0, "0"),
        (-0.001, "0"),
        (-1234.5, "-1.234,5"),
        (999_999.999, "1.000.000"),
        (1_000_000.0, "1.000.000"),
        (f64::NAN, "–"),
    ] {
        assert_eq!(format_number(value), text);
    }
    assert_eq!(format_decimals(35.0, 2), "35,00");
    assert_eq!(format_decimals(97.6542, 4), "97,6542");
    assert_eq!(format_decimals(12239.4, 0), "12.239");
}

#[test]
fn numbers_are_read_as_officials_type_them() {
    for (text, value) in [
        ("97,65", 97.65),
        ("97.65", 97.65),
        ("12.239", 12239.0),
        ("12239", 12239.0),
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("1.234.567", 1_234_567.0),
        ("1,234,567", 1_234_567.0),
        ("0.125", 0.125),
        ("0,125", 0.125),
        ("1234,567", 1234.567),
        ("12,2390", 12.239),
        (" 35 ", 35.0),
        ("-2,5", -2.5),
        ("−2,5", -2.5),
        ("+2", 2.0),
        ("007", 7.0),
    ] {
        assert_eq!(parse_number(text), Ok(value), "{text}");
    }
}

#[test]
fn what_is_no_number_is_refused() {
    for text in [
        "abc", "1.23.456", "1,2,3", "1.2,3.4", ",5", "5,", ".", "1..2", "12 239", "1e5", "NaN", "-", "%",
        "10%%", "%10",
    ] {
        assert_eq!(parse_number(text), Err(NumberError::NotANumber(text.to_owned())), "{text}");
    }
    assert_eq!(parse_number("  "), Err(NumberError::Empty));
    assert!(matches!(parse_number(&"9".repeat(400)), Err(NumberError::NotANumber(_))));
}

#[test]
fn two_readings_are_asked_about() {
    let asked = NumberError::Ambiguous { text: "12,239".to_owned(), whole: "12239".to_owned() };
    assert_eq!(parse_number("12,239"), Err(asked.clone()));
    assert!(asked.to_string().contains("12239") && asked.to_string().contains("12,2390"));
}

#[test]
fn ratios_keep_both_parts() {
    assert_eq!(parse_ratio("12.239/12.533"), Ok((12239.0, 12533.0)));
    assert_eq!(parse_ratio("7 / 20"), Ok((7.0, 20.0)));
    assert_eq!(parse_ratio("7/0"), Err(NumberError::DenominatorNotPositive));
    assert_eq!(parse_ratio("7/-2"), Err(NumberError::DenominatorNotPositive));
    assert_eq!(parse_ratio("7/"), Err(NumberError::Empty));
    assert_eq!(parse_ratio("7"), Err(NumberError::NotANumber("7".to_owned())));
    assert!(parse_ratio("1/2/3").is_err());
}

proptest! {
    #[test]
    fn what_is_printed_can_be_read(hundredths in -1_000_000_000_000i64..1_000_000_000_000) {
        let value = hundredths as f64 / 100.0;
        prop_assert_eq!(parse_number(&format_number(value)), Ok(value));
        prop_assert_eq!(parse_number(&format_decimals(value, 2)), Ok(value));
    }

    #[test]
    fn what_a_field_shows_can_be_read(millionths in 0i64..1_000_000_000_000) {
        let value = millionths as f64 / 1_000_000.0;
        prop_assert_eq!(parse_number(&edit_number(value)), Ok(value));
    }

    #[test]
    fn any_text_is_answered(text in "[-+0-9., a]{0,12}") {
        if let Ok(value) = parse_number(&text) {
            prop_assert!(value.is_finite());
        }
    }
}

#[test]
fn a_sign_for_per_cents_may_stay_behind_the_number() {
    assert_eq!(parse_number("97,65%"), Ok(97.65));
    assert_eq!(parse_number(" 97,65 % "), Ok(97.65));
    let whole = "12239".to_owned();
    assert_eq!(parse_number("12,239%"), Err(NumberError::Ambiguous { text: "12,239".to_owned(), whole }));
}
