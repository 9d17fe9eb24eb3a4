//! Millimetres and points in the units of the format.

/// Twentieths of a point in a millimetre.
const PER_MM: f64 = 1440.0 / 25.4;

/// Millimetres as twentieths of a point.
pub(super) fn twips(mm: f64) -> i64 {
    (mm * PER_MM).round() as i64
}

/// Points as twentieths of a point.
pub(super) fn points(pt: f64) -> i64 {
    (pt * 20.0).round() as i64
}

/// Size of type in half points.
pub(super) fn half_points(pt: f64) -> i64 {
    (pt * 2.0).round() as i64
}

/// Points as millimetres.
pub(super) fn mm(pt: f64) -> f64 {
    pt * 25.4 / 72.0
}
