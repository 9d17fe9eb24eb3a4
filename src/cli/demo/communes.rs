//! The 65 communes of the made-up round: the four real wards of Lạng Sơn, made-up names for the others.

use chrono::NaiveDate;

use crate::domain::agency::{Agency, AgencyKind};
use crate::domain::ids::AgencyId;

/// The group that they are members of.
pub(super) const GROUP: &str = "ls-ubnd-cac-xa-phuong";

const WARDS: [&str; 4] = ["Tam Thanh", "Lương Văn Tri", "Kỳ Lừa", "Đông Kinh"];
/// Communes beside the wards.
const OTHERS: usize = 61;

/// The id of the n-th one, from 1; the wards come first.
pub(super) fn id(number: usize) -> AgencyId {
    AgencyId::new(format!("ls-mau-{number:02}"))
}

/// All of them, as members of the group since the districts ended.
pub(super) fn all() -> Vec<Agency> {
    let wards = WARDS.iter().map(|name| format!("phường {name}"));
    let others = (1..=OTHERS).map(|number| format!("xã Mẫu {number:02}"));
    (1..).zip(wards.chain(others)).map(|(number, name)| commune(number, &name)).collect()
}

fn commune(number: usize, name: &str) -> Agency {
    Agency {
        id: id(number),
        name: format!("UBND {name} tỉnh Lạng Sơn"),
        short: format!("UBND {name}"),
        kind: AgencyKind::Commune,
        province: Some("Lạng Sơn".to_owned()),
        order: 561,
        aliases: Vec::new(),
        valid_from: NaiveDate::from_ymd_opt(2025, 7, 1),
        valid_to: None,
        group: None,
        note: Some("Dữ liệu mẫu".to_owned()),
    }
}
