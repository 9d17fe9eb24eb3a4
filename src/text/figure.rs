//! A figure as people read it.

use crate::domain::evaluation::scale_of;
use crate::domain::record::{Quality, ReportedFigure};
use crate::text::date::format_date;
use crate::text::number::format_number;
use crate::text::words::Lang;

/// "12.239/12.533 = 97,65 %, ước, 21/11/2026".
pub fn figure_text(figure: &ReportedFigure, unit: &str, lang: Lang) -> String {
    let ratio =
        ratio_text(figure.numerator, figure.denominator).map(|ratio| ratio + " = ").unwrap_or_default();
    let value = value_text(figure, unit);
    let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
    format!("{ratio}{value}{unit}, {}, {}", quality_text(figure.quality, lang), format_date(figure.as_of))
}

/// "12.239/12.533", where both numerator and denominator are known.
pub fn ratio_text(numerator: Option<f64>, denominator: Option<f64>) -> Option<String> {
    Some(format!("{}/{}", format_number(numerator?), format_number(denominator?)))
}

/// The figure in its unit, with at most two decimals.
pub fn value_text(figure: &ReportedFigure, unit: &str) -> String {
    figure.figure(scale_of(unit)).map(format_number).unwrap_or_default()
}

/// How firm it is.
pub fn quality_text(quality: Quality, lang: Lang) -> &'static str {
    let words = lang.words();
    match quality {
        Quality::Estimate => words.quality_estimate,
        Quality::Provisional => words.quality_provisional,
        Quality::Final => words.quality_final,
    }
}
