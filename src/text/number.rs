//! Numbers the Vietnamese way: dot for thousands, comma for decimals (1.234,56).

use thiserror::Error;

/// What stands where no number can be shown.
const NO_NUMBER: &str = "–";

/// Why a typed number was not taken.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum NumberError {
    /// Nothing was typed.
    #[error("chưa nhập số")]
    Empty,
    /// The text is no number.
    #[error("“{0}” không phải là số; ví dụ đúng: 97,65 hoặc 12.239")]
    NotANumber(String),
    /// Two readings are equally likely and a thousand times apart.
    #[error("“{text}” có thể hiểu hai cách; gõ {whole} nếu là số nguyên, gõ {text}0 nếu là số thập phân")]
    Ambiguous {
        /// The text as typed.
        text: String,
        /// The reading as a whole number.
        whole: String,
    },
    /// A ratio whose denominator is missing, zero or below.
    #[error("mẫu số phải lớn hơn 0")]
    DenominatorNotPositive,
}

/// The number with at most two decimals, and without decimals that are zero: `97,5`, `12.239`, `100`.
pub fn format_number(value: f64) -> String {
    let text = format_decimals(value, 2);
    match text.split_once(',') {
        Some((whole, decimals)) => match decimals.trim_end_matches('0') {
            "" if whole == "-0" => "0".to_owned(),
            "" => whole.to_owned(),
            kept => format!("{whole},{kept}"),
        },
        None => text,
    }
}

/// A figure (0 or above) with every decimal that it has, as a field to edit shows it; `parse_number` reads it back
/// unchanged.
pub fn edit_number(value: f64) -> String {
    let whole = format_decimals(value.trunc(), 0);
    match value.to_string().split_once('.') {
        // Three decimals could be thousands of an English spreadsheet: a fourth one settles it.
        Some((_, decimals)) if decimals.len() == 3 => format!("{whole},{decimals}0"),
        Some((_, decimals)) => format!("{whole},{decimals}"),
        None => whole,
    }
}

/// The number with exactly so many decimals, as for a column: `35,00`.
pub fn format_decimals(value: f64, decimals: usize) -> String {
    if !value.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value < 0.0 && !is_zero { "-" } else { "" };
    let comma = if fraction.is_empty() { "" } else { "," };
    format!("{sign}{}{comma}{fraction}", group_thousands(whole))
}

fn group_thousands(digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// Reads a number as officials type it.
///
/// - A comma is for decimals: `97,65`. Dots with exactly three digits after each, and one to three before the
///   first, are for thousands: `12.239` is 12239, `1.234,56` is 1234.56.
/// - A dot that cannot be for thousands is for decimals: `97.65` is 97,65 and `0.125` is 0,125.
/// - With both signs the last one is for decimals: `1,234.56` is 1234.56 too.
/// - `12,239` is refused as ambiguous: 12,239 by the rule, but 12239 from a spreadsheet with English settings.
///   `12,2390` and `12239` say it clearly. `0,125` and `1234,567` can only be decimals.
/// - A sign for per cents behind it may stay: `97,65%`.
pub fn parse_number(text: &str) -> Result<f64, NumberError> {
    let typed = text.trim();
    if typed.is_empty() {
        return Err(NumberError::Empty);
    }
    let figure = typed.strip_suffix('%').map_or(typed, str::trim_end);
    let (sign, digits) = match figure.strip_prefix(['-', '−', '–']) {
        Some(rest) => (-1.0, rest.trim_start()),
        None => (1.0, figure.strip_prefix('+').unwrap_or(figure)),
    };
    let plain = plain_decimal(digits).map_err(|fault| match fault {
        Fault::NotANumber => NumberError::NotANumber(typed.to_owned()),
        Fault::Ambiguous => {
            NumberError::Ambiguous { text: figure.to_owned(), whole: figure.replace(',', "") }
        }
    })?;
    match plain.parse::<f64>() {
        Ok(value) if value.is_finite() => Ok(sign * value),
        _ => Err(NumberError::NotANumber(typed.to_owned())),
    }
}

enum Fault {
    NotANumber,
    Ambiguous,
}

/// The digits with a dot for decimals and nothing for thousands.
fn plain_decimal(digits: &str) -> Result<String, Fault> {
    let dots = digits.matches('.').count();
    let commas = digits.matches(',').count();
    match (dots, commas) {
        (0, 0) => all_digits(digits),
        (_, 0) if is_grouped(digits, '.') => Ok(digits.replace('.', "")),
        (1, 0) => decimal(digits, '.'),
        (0, 1) if is_grouped(digits, ',') => Err(Fault::Ambiguous),
        (0, 1) => decimal(digits, ','),
        (0, _) if is_grouped(digits, ',') => Ok(digits.replace(',', "")),
        (_, 1) if digits.rfind(',') > digits.rfind('.') => grouped_decimal(digits, '.', ','),
        (1, _) if digits.rfind('.') > digits.rfind(',') => grouped_decimal(digits, ',', '.'),
        _ => Err(Fault::NotANumber),
    }
}

fn all_digits(digits: &str) -> Result<String, Fault> {
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Ok(digits.to_owned()) } else { Err(Fault::NotANumber) }
}

fn decimal(digits: &str, point: char) -> Result<String, Fault> {
    let (whole, fraction) = digits.split_once(point).ok_or(Fault::NotANumber)?;
    Ok(format!("{}.{}", all_digits(whole)?, all_digits(fraction)?))
}

fn grouped_decimal(digits: &str, group: char, point: char) -> Result<String, Fault> {
    let (whole, fraction) = digits.rsplit_once(point).ok_or(Fault::NotANumber)?;
    if !is_grouped(whole, group) {
        return Err(Fault::NotANumber);
    }
    Ok(format!("{}.{}", whole.replace(group, ""), all_digits(fraction)?))
}

/// Whether the signs can part thousands: one to three digits without a leading zero, then threes.
fn is_grouped(digits: &str, group: char) -> bool {
    let mut groups = digits.split(group);
    let first = groups.next().unwrap_or("");
    let is_first = matches!(first.len(), 1..=3) && !first.starts_with('0') && all_digits(first).is_ok();
    is_first && groups.all(|part| part.len() == 3 && all_digits(part).is_ok())
}

/// Reads `12.239/12.533` as numerator and denominator; the denominator must be above zero.
pub fn parse_ratio(text: &str) -> Result<(f64, f64), NumberError> {
    let (numerator, denominator) =
        text.split_once('/').ok_or_else(|| NumberError::NotANumber(text.trim().to_owned()))?;
    let numerator = parse_number(numerator)?;
    let denominator = parse_number(denominator)?;
    if denominator > 0.0 { Ok((numerator, denominator)) } else { Err(NumberError::DenominatorNotPositive) }
}

#[cfg(test)]
mod tests;
