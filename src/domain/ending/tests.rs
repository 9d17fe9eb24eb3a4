use super::*;
use crate::domain::testing::*;

/// How "cu" of Lạng Sơn ended, by these successions; "moi" began on the day that it ended, "tinh" is elsewhere.
fn ending_by(successions: &[Succession]) -> Ending {
    let here = |agency: Agency| Agency { province: Some("Lạng Sơn".to_owned()), ..agency };
    let there = |agency: Agency| Agency { province: Some("An Giang".to_owned()), ..agency };
    let begun = |id: &str| Agency { valid_from: Some(day("2025-03-01")), ..agency(id) };
    let agencies = vec![
        here(ended("cu", "2025-02-28")),
        here(ended("kia", "2025-02-28")),
        here(agency("cu-hon")),
        here(begun("moi")),
        there(begun("tinh")),
    ];
    let cu = agencies[0].clone();
    ending(&Catalog::new(Vec::new(), agencies).with_successions(successions.to_vec()), &cu)
}

#[test]
fn the_successions_tell_what_became_of_an_agency() {
    let on = "2025-03-01";
    let merged = [whole("cu", "moi", on), whole("kia", "moi", on)];
    assert_eq!(ending_by(&merged), Ending::Merged);
    assert_eq!(ending_by(&[whole("cu", "tinh", on)]), Ending::Merged);
    assert_eq!(ending_by(&[whole("cu", "cu-hon", on)]), Ending::Absorbed);
    assert_eq!(ending_by(&[whole("cu", "moi", on)]), Ending::Renamed);
    assert_eq!(ending_by(&[whole("cu", "moi", on), part("cu-hon", "moi", on)]), Ending::Reorganised);
    assert_eq!(ending_by(&[part("cu", "moi", on), part("cu", "cu-hon", on)]), Ending::Reorganised);
    assert_eq!(ending_by(&[]), Ending::Ceased);
}

#[test]
fn the_main_part_decides_and_what_is_not_certain_says_nothing() {
    let on = "2025-03-01";
    let main = Succession { share: Share::Main, ..whole("cu", "cu-hon", on) };
    assert_eq!(ending_by(&[part("cu", "moi", on), main.clone()]), Ending::Absorbed);
    assert_eq!(ending_by(&[Succession { certain: false, ..main }]), Ending::Ceased);
}

#[test]
fn what_was_given_away_before_the_end_does_not_tell_it() {
    let early = part("cu", "cu-hon", "2024-01-01");
    assert_eq!(ending_by(&[early, whole("cu", "moi", "2025-03-01")]), Ending::Renamed);
}
