//! From a spelling as an office writes it to the one agency that it means.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::agency::Agency;

/// Words that offices write out or shorten as they like.
const SHORTENED: [(&str, &str); 2] = [("ủy ban nhân dân", "ubnd"), ("hội đồng nhân dân", "hđnd")];

/// The agency that `spelling` means: name, short name or alias.
///
/// Case, spaces, punctuation, the place of the tone mark and "UBND" for "Ủy ban nhân dân" make no
/// difference. Bodies of `province` go before central ones; without a province the spelling must
/// lead to one agency in the whole register.
pub fn resolve<'a>(agencies: &'a [Agency], province: Option<&str>, spelling: &str) -> Option<&'a Agency> {
    let wanted = fold(spelling);
    let named = |agency: &&Agency| spellings(agency).any(|text| fold(text) == wanted);
    let in_province = |place: Option<&str>| {
        agencies.iter().filter(|agency| agency.province.as_deref() == place).find(named)
    };
    if province.is_some() {
        return in_province(province).or_else(|| in_province(None));
    }
    let mut found = agencies.iter().filter(named);
    found.next().filter(|_| found.next().is_none())
}

fn spellings(agency: &Agency) -> impl Iterator<Item = &str> {
    [&agency.name, &agency.short].into_iter().chain(&agency.aliases).map(String::as_str)
}

/// A spelling with everything removed that makes no difference: words in lower case, each with its marks
/// behind its letters ("uỷ" and "ủy" become one), one space between them.
pub(super) fn fold(spelling: &str) -> String {
    let folded = words(spelling);
    SHORTENED.iter().fold(folded, |folded, (long, short)| folded.replace(&words(long), short))
}

fn words(text: &str) -> String {
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c));
    words.filter(|word| !word.is_empty()).map(marks_last).collect::<Vec<_>>().join(" ")
}

fn marks_last(word: &str) -> String {
    let (mut marks, letters): (Vec<char>, Vec<char>) = word.nfd().partition(|c| is_combining_mark(*c));
    marks.sort_unstable();
    letters.into_iter().chain(marks).collect()
}
