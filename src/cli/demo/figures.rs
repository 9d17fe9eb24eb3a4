//! Made-up figures of targets, some with a history.

use chrono::NaiveDate;

use crate::domain::ids::{AgencyId, ItemId};
use crate::domain::record::{Observation, Quality, Stamp};

/// A value, or numerator and denominator.
#[derive(Clone, Copy)]
enum Figure {
    Value(f64),
    Ratio(f64, f64),
}

use Figure::{Ratio, Value};
use Quality::{Estimate, Final, Provisional};

/// Age in days, target, agency, figure, quality.
type Row = (u64, &'static str, &'static str, Figure, Quality);

const ROWS: &[Row] = &[
    (330, "kien-giang-192-2024/I.2.d#1.1", "kg-so-noi-vu", Ratio(12_310.0, 12_533.0), Final),
    (52, "kien-giang-192-2024/I.2.d#1.1", "kg-so-noi-vu", Ratio(12_402.0, 12_533.0), Provisional),
    (52, "kien-giang-192-2024/I.2.d#1.2", "kg-so-gddt", Value(98.05), Provisional),
    (47, "kien-giang-192-2024/I.2.d#1.3", "kg-so-ldtbxh", Ratio(4.0, 5.0), Final),
    (420, "kien-giang-192-2024/I.2.d#1.5", "kg-so-ldtbxh", Value(22.0), Final),
    (235, "kien-giang-192-2024/I.2.d#1.5", "kg-so-ldtbxh", Value(29.5), Final),
    (52, "kien-giang-192-2024/I.2.d#1.5", "kg-so-ldtbxh", Value(35.0), Estimate),
    (300, "kien-giang-192-2024/I.2.d#1.6", "kg-so-ldtbxh", Value(55.0), Final),
    (52, "kien-giang-192-2024/I.2.d#1.6", "kg-so-ldtbxh", Value(66.5), Provisional),
    (330, "kien-giang-192-2024/I.2.đ#1.1", "kg-so-ldtbxh", Value(73.8), Final),
    (52, "kien-giang-192-2024/I.2.đ#1.1", "kg-so-ldtbxh", Value(75.6), Provisional),
    (52, "kien-giang-192-2024/I.2.đ#1.2", "kg-so-ldtbxh", Value(52.6), Provisional),
    (52, "kien-giang-192-2024/I.2.đ#1.3", "kg-so-tttt", Value(61.2), Estimate),
    (33, "kien-giang-192-2024/I.2.đ#1.4", "kg-so-ldtbxh", Value(78.0), Provisional),
    (33, "lang-son-165-2024/II.1#2.1", "ls-so-noi-vu", Ratio(2_871.0, 3_060.0), Provisional),
    (33, "lang-son-165-2024/II.1#3.2", "ls-so-noi-vu", Value(88.4), Estimate),
];

/// Every figure: its age in days, and the observation once its day is known.
pub(super) fn all() -> impl Iterator<Item = (u64, impl FnOnce(NaiveDate) -> Observation)> {
    ROWS.iter().map(|row| (row.0, |as_of| made(*row, as_of)))
}

fn made((_, target, agency, figure, quality): Row, as_of: NaiveDate) -> Observation {
    let (value, numerator, denominator) = match figure {
        Value(value) => (Some(value), None, None),
        Ratio(numerator, denominator) => (None, Some(numerator), Some(denominator)),
    };
    Observation {
        stamp: Stamp::default(),
        target: ItemId::new(target),
        agency: AgencyId::new(agency),
        as_of,
        value,
        numerator,
        denominator,
        quality,
        source: "Số liệu mẫu".to_owned(),
    }
}
