//! The kinds of agencies as a table may write them: in Vietnamese words, or as the register's own codes.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as CodeError, StrDeserializer};

use crate::domain::agency::AgencyKind;
use crate::text::fold::fold;

/// Each kind with its usual word and with others for it.
const WORDS: [(AgencyKind, &str, &[&str]); 12] = [
    (AgencyKind::ProvincialCommittee, "UBND tỉnh", &["Ủy ban nhân dân tỉnh"]),
    (AgencyKind::Council, "HĐND", &["HĐND tỉnh", "Hội đồng nhân dân"]),
    (AgencyKind::Department, "sở", &["ban", "ngành", "sở, ban, ngành"]),
    (AgencyKind::District, "huyện", &["quận", "thị xã", "thành phố", "cấp huyện"]),
    (AgencyKind::Commune, "xã", &["phường", "đặc khu", "thị trấn", "cấp xã"]),
    (AgencyKind::Party, "cơ quan Đảng", &["Đảng"]),
    (AgencyKind::Central, "trung ương", &["bộ"]),
    (AgencyKind::Press, "báo chí", &["báo", "đài"]),
    (AgencyKind::Association, "hội", &["đoàn thể", "Mặt trận"]),
    (AgencyKind::School, "trường", &["trường học"]),
    (AgencyKind::Office, "văn phòng", &[]),
    (AgencyKind::Other, "khác", &[]),
];

/// The kind that is meant; marks, capitals and the number of spaces make no difference.
pub(super) fn read(text: &str) -> Option<AgencyKind> {
    let plain = |text: &str| fold(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let wanted = plain(text);
    let meant = |(_, word, others): &&(AgencyKind, &str, &[&str])| {
        plain(word) == wanted || others.iter().any(|other| plain(other) == wanted)
    };
    if let Some((kind, ..)) = WORDS.iter().find(meant) {
        return Some(*kind);
    }
    let text = text.to_lowercase();
    let code: StrDeserializer<'_, CodeError> = text.as_str().into_deserializer();
    AgencyKind::deserialize(code).ok()
}

/// The usual words, with commas between them.
pub(super) fn words() -> String {
    WORDS.map(|(_, word, _)| word).join(", ")
}
