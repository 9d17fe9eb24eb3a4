//! The holidays whose day is the same every year; those of the lunar calendar are announced, never computed.

use chrono::{Datelike, NaiveDate};

use super::{CalendarDay, DayKind, DayStatus};

/// The days of a year that may be fixed holidays.
pub(super) fn fixed_days(year: i32) -> impl Iterator<Item = NaiveDate> {
    let days = [(1, 1), (4, 30), (5, 1), (9, 2), (11, 24)];
    days.into_iter().filter_map(move |(month, day)| NaiveDate::from_ymd_opt(year, month, day))
}

/// The fixed holiday on a day (Bộ luật Lao động 2019, Điều 112; Nghị quyết 28/2026/QH16 for 24/11).
///
/// Of Quốc khánh only 02/9 is fixed: the second day is announced. A day in lieu is announced as well.
pub(super) fn fixed_holiday(date: NaiveDate) -> Option<CalendarDay> {
    let name = match (date.month(), date.day()) {
        (1, 1) => "Tết Dương lịch",
        (4, 30) => "Ngày Chiến thắng",
        (5, 1) => "Ngày Quốc tế lao động",
        (9, 2) => "Quốc khánh",
        (11, 24) if date.year() >= 2026 => "Ngày Văn hóa Việt Nam",
        _ => return None,
    };
    let source = if name == "Ngày Văn hóa Việt Nam" {
        "Nghị quyết 28/2026/QH16; tạm tính, lịch năm chưa công bố"
    } else {
        "Bộ luật Lao động 2019, Điều 112; tạm tính, lịch năm chưa công bố"
    };
    let (name, source) = (name.to_owned(), source.to_owned());
    Some(CalendarDay { date, kind: DayKind::Holiday, status: DayStatus::Law, name, source })
}
