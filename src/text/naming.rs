//! From the words that people type to a part of a report, and to how firm a figure is.
//!
//! Marks and capitals do not count, nor does a hyphen for a space; the first words of a name are enough.

use crate::domain::record::Quality;
use crate::text::figure::quality_text;
use crate::text::fill_in::{Field, PARTS};
use crate::text::fold::fold;
use crate::text::words::Lang;

/// Every degree, the least firm first.
pub const QUALITIES: [Quality; 3] = [Quality::Estimate, Quality::Provisional, Quality::Final];

/// The part that is called so, by its key or its name in either language: "kết quả", "kien-nghi", "obstacles".
pub fn part_named(typed: &str) -> Option<Field> {
    PARTS.into_iter().find(|part| part.names.iter().chain([&part.key]).any(|name| is_called(name, typed)))
}

/// How firm a figure is that is called so in either language: "ước", "so bo", "final".
pub fn quality_named(typed: &str) -> Option<Quality> {
    let names = |quality| [Lang::Vi, Lang::En].map(|lang| quality_text(quality, lang));
    QUALITIES.into_iter().find(|quality| names(*quality).iter().any(|name| is_called(name, typed)))
}

/// Whether a thing of this name is meant; a name may be several, with commas between them.
fn is_called(name: &str, typed: &str) -> bool {
    let names: Vec<String> = name.split(',').map(plain).collect();
    typed.split(',').map(plain).all(|typed| {
        let begins = |name: &String| name.strip_prefix(&typed).is_some_and(|rest| rest.starts_with(' '));
        names.iter().any(|name| *name == typed || begins(name))
    })
}

fn plain(text: &str) -> String {
    let folded = fold(text).replace(['-', '_'], " ");
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_by_key_and_by_name_in_both_languages() {
        let known = [
            ("results", ["results", "Kết quả thực hiện", "kết quả", "KET QUA", "ket-qua"]),
            ("obstacles", ["obstacles", "Khó khăn, vướng mắc", "khó khăn", "vướng mắc", "kho_khan"]),
            ("proposals", ["proposals", "Kiến nghị, đề xuất", "kiến nghị", "đề xuất", "de xuat"]),
            ("evidence", ["evidence", "Minh chứng", "minh chứng", "minh chung", "Evidence"]),
        ];
        for (key, spellings) in known {
            for typed in spellings {
                assert_eq!(part_named(typed).map(|part| part.key), Some(key), "{typed}");
            }
        }
        for typed in ["", " ", ",", "k", "quả", "khó khăn, đề xuất", "kết quả nào đó"] {
            assert_eq!(part_named(typed), None, "{typed}");
        }
    }

    #[test]
    fn how_firm_a_figure_is_is_known_in_both_languages() {
        let known = [
            (Quality::Estimate, ["ước", "uoc", "estimate"]),
            (Quality::Provisional, ["sơ bộ", "so-bo", "Provisional"]),
            (Quality::Final, ["chính thức", "CHINH THUC", "final"]),
        ];
        for (quality, spellings) in known {
            for typed in spellings {
                assert_eq!(quality_named(typed), Some(quality), "{typed}");
            }
        }
        assert_eq!(quality_named("chắc chắn"), None);
        assert_eq!(quality_named(""), None);
    }
}
