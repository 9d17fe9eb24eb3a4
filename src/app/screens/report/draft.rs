//! What is typed into a report form and not saved, on its way into a draft and back.

use serde::{Deserialize, Serialize};

use crate::domain::ids::ItemId;
use crate::domain::record::Quality;

use super::super::super::editor::Editor;
use super::{Part, ReportForm};

/// What is kept of a form in a draft.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    texts: Vec<String>,
    figures: Vec<(ItemId, String, String)>,
    #[serde(default)]
    qualities: Vec<Quality>,
    #[serde(default)]
    without: Vec<ItemId>,
    part: Part,
    revision: i64,
}

impl ReportForm {
    /// What is typed, for a draft.
    pub fn to_draft(&self) -> String {
        let kept = Kept {
            texts: self.texts.iter().map(|editor| editor.text().to_owned()).collect(),
            figures: self
                .figures
                .iter()
                .filter(|figure| figure.changed)
                .map(|f| (f.target.clone(), f.numerator.text().to_owned(), f.denominator.text().to_owned()))
                .collect(),
            qualities: self.figures.iter().filter(|figure| figure.changed).map(|f| f.quality).collect(),
            without: self.without(),
            part: self.part,
            revision: self.saved.stamp.revision,
        };
        serde_json::to_string(&kept).unwrap_or_default()
    }

    /// Fills the form from a draft; false if the draft cannot be read, or holds nothing that is not saved.
    pub fn restore(&mut self, draft: &str) -> bool {
        let Ok(kept) = serde_json::from_str::<Kept>(draft) else { return false };
        let same = |editor: &Editor, text: &String| editor.text().trim_end() == text.trim_end();
        let answered = kept.without != self.without();
        if kept.figures.is_empty()
            && !answered
            && self.texts.iter().zip(&kept.texts).all(|(e, text)| same(e, text))
        {
            return false;
        }
        for (editor, text) in self.texts.iter_mut().zip(&kept.texts) {
            editor.set_text(text);
        }
        self.count_words();
        self.restore_figures(&kept);
        self.part = kept.part;
        // The save must meet what stands in the database now: an older draft is a conflict, not an overwrite.
        self.saved.stamp.revision = kept.revision;
        self.touched = true;
        self.restored = true;
        true
    }

    fn restore_figures(&mut self, kept: &Kept) {
        for (at, (target, numerator, denominator)) in kept.figures.iter().enumerate() {
            if let Some(figure) = self.figures.iter_mut().find(|figure| figure.target == *target) {
                figure.numerator.set_text(numerator);
                figure.denominator.set_text(denominator);
                figure.quality = kept.qualities.get(at).copied().unwrap_or(figure.quality);
                figure.changed = true;
            }
        }
        for figure in &mut self.figures {
            figure.none = figure.is_empty() && kept.without.contains(&figure.target);
        }
    }
}
