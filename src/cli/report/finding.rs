//! What the checks found, with the command that mends it where the screen names a key.

use super::which::options;
use crate::app::model::Model;
use crate::domain::obligation::ContentItem;
use crate::domain::record::ReportKey;
use crate::domain::report::Finding;
use crate::text::fill_in::PARTS;

/// One line.
pub(super) fn finding_text(model: &Model, key: &ReportKey, finding: &Finding) -> String {
    let (lang, words) = (model.lang, model.words());
    let report = options(key);
    match finding {
        Finding::MissingPart(part) => {
            format!("{}: {}", model.part_name(*part), lang.empty_part(&report, part_key(*part), true))
        }
        Finding::EmptyPart(part) => {
            format!("{}: {}", model.part_name(*part), lang.empty_part(&report, part_key(*part), false))
        }
        Finding::MissingFigures(rows) => {
            format!("{}: {}", words.part_figures, lang.empty_rows(&report, *rows, true))
        }
        Finding::EmptyFigures(rows) => {
            format!("{}: {}", words.part_figures, lang.empty_rows(&report, *rows, false))
        }
        Finding::MuchTheSame(part, percent) => {
            format!("{}: {}", model.part_name(*part), lang.same_as_before(*percent))
        }
        Finding::SourcesChanged { came, gone } => {
            format!("{}: tiendo compile {report}", lang.other_sources(*came, *gone))
        }
        other => model.finding_text(other),
    }
}

/// What `--part` calls it.
fn part_key(part: ContentItem) -> &'static str {
    let [results, obstacles, proposals, _] = PARTS;
    match part {
        ContentItem::Results | ContentItem::Figures => results.key,
        ContentItem::Obstacles | ContentItem::EmergingIssues => obstacles.key,
        ContentItem::Proposals => proposals.key,
    }
}
