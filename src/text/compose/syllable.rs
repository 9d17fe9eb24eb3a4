//! Which letters can make a Vietnamese syllable, and which of them carries the tone.
//!
//! A word is looked at while it is being typed: "tuye" is the beginning of "tuyên", whose circumflex is
//! still to come. It must not know which keys were pressed.

use super::letter::{Letter, Tone};

/// What a syllable can begin with. The last row is of place names of the Central Highlands: Krông, Plông.
const ONSETS: [&str; 35] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k",
    "l", "m", "n", "p", "r", "s", "t", "v", "x", "", //
    "kr", "pl", "br", "gr", "đr", "bl", "kl",
];

/// Everything that can follow, without tones. Those on k are of place names: Đắk Lắk, Búk.
const RIMES: [&str; 179] = [
    "a", "ac", "ach", "ai", "ak", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", //
    "ă", "ăc", "ăk", "ăm", "ăn", "ăng", "ăp", "ăt", //
    "âc", "âk", "âm", "ân", "âng", "âp", "ât", "âu", "ây", //
    "e", "ec", "ek", "em", "en", "eng", "eo", "ep", "et", //
    "ê", "êch", "êk", "êm", "ên", "êng", "ênh", "êp", "êt", "êu", //
    "i", "ia", "ich", "ik", "im", "in", "inh", "ip", "it", "iu", //
    "iêc", "iêm", "iên", "iêng", "iêp", "iêt", "iêu", //
    "o", "oc", "oi", "ok", "om", "on", "ong", "op", "ot", //
    "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", //
    "oăc", "oăm", "oăn", "oăng", "oăt", "oe", "oem", "oen", "oeo", "oet", "ooc", "oong", //
    "ô", "ôc", "ôi", "ôk", "ôm", "ôn", "ông", "ôp", "ôt", //
    "ơ", "ơi", "ơm", "ơn", "ơp", "ơt", //
    "u", "ua", "uc", "ui", "uk", "um", "un", "ung", "up", "ut", //
    "uân", "uâng", "uât", "uây", "uê", "uêch", "uên", "uênh", //
    "uôc", "uôi", "uôm", "uôn", "uông", "uôt", "uơ", //
    "uy", "uya", "uych", "uyn", "uynh", "uyp", "uyt", "uyu", "uyên", "uyêt", //
    "ư", "ưa", "ưc", "ưi", "ưk", "ưm", "ưn", "ưng", "ưt", "ưu", //
    "ươc", "ươi", "ươm", "ươn", "ương", "ươp", "ươt", "ươu", //
    "y", "ych", "yêm", "yên", "yêng", "yêt", "yêu", "yn", "ynh", "yp", "yt",
];

/// Where the rime begins; `None` when no syllable begins with these letters.
///
/// The longest onset counts: the i of "gia" belongs to the onset, that of "gì" and "giếng" cannot.
pub(super) fn rime_start(letters: &[Letter]) -> Option<usize> {
    let fits = |onset: &&&str| {
        let count = onset.chars().count();
        letters.len() >= count
            && begins(letters, onset)
            && RIMES.iter().any(|rime| begins_with(rime, &letters[count..]))
    };
    let starts = ONSETS.iter().filter(fits).map(|onset| onset.chars().count());
    // An onset alone waits for its vowel, unless what looks like an onset has one in it: "gi".
    starts.max_by_key(|start| (*start < letters.len(), *start))
}

fn begins(letters: &[Letter], onset: &str) -> bool {
    onset.chars().zip(letters).all(|(wanted, letter)| letter.may_become(wanted))
}

/// Whether these letters can still become the beginning of the rime.
fn begins_with(rime: &str, letters: &[Letter]) -> bool {
    let mut wanted = rime.chars();
    letters.iter().all(|letter| wanted.next().is_some_and(|wanted| letter.may_become(wanted)))
}

/// Whether a syllable can begin with these letters and have this tone.
///
/// Letters without a vowel are an abbreviation, and can be anything: QĐ, HĐND.
pub(super) fn is_possible(letters: &[Letter], tone: Option<Tone>) -> bool {
    if !letters.iter().any(|letter| letter.is_vowel()) {
        return tone.is_none();
    }
    let Some(start) = rime_start(letters) else { return false };
    let last = letters[start..].iter().find(|letter| !letter.is_vowel());
    let stops = last.is_some_and(|letter| matches!(letter.base, 'c' | 'k' | 'p' | 't'));
    // A syllable that ends in a stop is sắc or nặng.
    !stops || matches!(tone, None | Some(Tone::Acute | Tone::Dot))
}

/// The letters that can carry the tone: the vowels of the rime.
pub(super) fn nucleus(letters: &[Letter]) -> std::ops::Range<usize> {
    let start = rime_start(letters).unwrap_or(letters.len());
    let vowels = letters[start..].iter().take_while(|letter| letter.is_vowel()).count();
    start..start + vowels
}

/// The letter that carries the tone, in the older placing: hòa, thúy, khỏe.
///
/// It is the one of nearly all documents of the government, and of the office's own word "CỘNG HÒA".
pub(super) fn tone_place(letters: &[Letter]) -> Option<usize> {
    let vowels = nucleus(letters);
    let marked = vowels.clone().rev().find(|at| letters[*at].mark.is_some());
    let is_closed = vowels.end < letters.len();
    let plain = match vowels.len() {
        0 => return None,
        1 => vowels.start,
        2 if !is_closed => vowels.start,
        _ => vowels.start + 1,
    };
    Some(marked.unwrap_or(plain))
}
