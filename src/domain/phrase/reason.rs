//! Why a phrase is refused, in words that say what to write instead.

use thiserror::Error;

/// Why a phrase gives no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhraseReason {
    /// No rule of the grammar fits.
    #[error("không thuộc mẫu nào đã biết; ghi như \"trước ngày 30/10 hằng năm\" hoặc \"Hằng năm\"")]
    Unknown,
    /// The day does not exist, such as 31/2.
    #[error("không có ngày {day}/{month}")]
    ImpossibleDate {
        /// Day as printed.
        day: u32,
        /// Month as printed.
        month: u32,
    },
    /// A year or a week of it is meant, but not which.
    #[error("thiếu năm; ghi như \"đến hết năm 2026\" hoặc \"quý II năm 2026\"")]
    NoYear,
    /// A year that no plan can mean.
    #[error("năm {0} ngoài khoảng 1945-2199")]
    BadYear(u32),
    /// A quarter above 4, a month above 12, a day above 31, or a cycle of nothing.
    #[error("số {0} không hợp lệ ở vị trí này")]
    BadNumber(u32),
    /// A cycle that no period of the calendar matches, such as two weeks or four months.
    #[error("chu kỳ này không trùng kỳ nào của lịch; chỉ có tuần, tháng, quý, 6 tháng, năm và nhiều năm")]
    OddCycle,
    /// Two cycles in one phrase, such as "hằng tháng, hằng quý".
    #[error("nhiều chu kỳ trong một câu: tách thành từng nghĩa vụ, mỗi nghĩa vụ một chu kỳ")]
    SeveralCycles,
    /// A day and a cycle that cannot go together, such as "30/10 hằng quý" or "thứ Sáu hằng tháng".
    #[error(
        "ngày và chu kỳ không khớp nhau; ghi như \"trước ngày 25 hằng tháng\", \"trước ngày 15 tháng cuối quý\""
    )]
    CycleMismatch,
    /// A day in a cycle of several years, for which no rule exists.
    #[error("chưa có quy tắc cho ngày trong chu kỳ nhiều năm; ghi từng ngày, như \"trước ngày 15/11/2026\"")]
    DayOfYears,
    /// A day without its month, and not of every month either.
    #[error(
        "thiếu tháng của ngày {0}; ghi như \"ngày 15/11\", \"ngày 25 hằng tháng\" hoặc \"ngày 15 tháng cuối quý\""
    )]
    NoMonth(u32),
    /// A weekday or a day of the next month, and nothing says that it comes back.
    #[error("thiếu chu kỳ; ghi như \"trước thứ Sáu hằng tuần\" hoặc \"ngày 05 tháng sau, hằng tháng\"")]
    NoCycle,
    /// Two days that do not lie half a year apart.
    #[error("hai ngày trong một câu: tách thành hai nghĩa vụ, mỗi nghĩa vụ một ngày")]
    TwoDays,
    /// A week of a month that is neither its first nor its last.
    #[error("chỉ hiểu tuần đầu và tuần cuối của tháng; với tuần khác, ghi ngày cụ thể")]
    WeekOfMonth,
    /// "đến năm 2030" is the year of a target and gives a task no day.
    #[error("năm mục tiêu không phải là hạn; ghi \"đến hết năm …\" nếu đó là hạn")]
    TargetYear,
    /// A span that ends before it begins.
    #[error("giai đoạn kết thúc trước khi bắt đầu")]
    ReversedSpan,
    /// A year beside "hằng năm": one day or every year?
    #[error("vừa có năm cụ thể vừa có \"hằng năm\": bỏ một trong hai")]
    Contradiction,
}

impl PhraseReason {
    /// The reason in English; [`Display`](std::fmt::Display) says it in Vietnamese.
    pub fn english(&self) -> String {
        let text = match self {
            Self::Unknown => "no known pattern; write it like \"trước ngày 30/10 hằng năm\" or \"Hằng năm\"",
            Self::ImpossibleDate { day, month } => return format!("there is no {day}/{month}"),
            Self::NoYear => "the year is missing; write it like \"đến hết năm 2026\" or \"quý II năm 2026\"",
            Self::BadYear(year) => return format!("the year {year} is not between 1945 and 2199"),
            Self::BadNumber(number) => return format!("{number} is not possible in this place"),
            Self::OddCycle => {
                "no period of the calendar matches this cycle; there are weeks, months, quarters, half-years and years"
            }
            Self::SeveralCycles => "several cycles in one phrase: make an obligation for each",
            Self::CycleMismatch => {
                "the day and the cycle do not go together; write it like \"trước ngày 25 hằng tháng\" or \
                 \"trước ngày 15 tháng cuối quý\""
            }
            Self::DayOfYears => {
                "no rule for a day in a cycle of several years; write each day, like \"trước ngày 15/11/2026\""
            }
            Self::NoMonth(day) => {
                return format!(
                    "the month of the day {day} is missing; write it like \"ngày 15/11\", \"ngày 25 hằng tháng\" or \
                     \"ngày 15 tháng cuối quý\""
                );
            }
            Self::NoCycle => {
                "the cycle is missing; write it like \"trước thứ Sáu hằng tuần\" or \"ngày 05 tháng sau, hằng tháng\""
            }
            Self::TwoDays => "two days in one phrase: make an obligation for each",
            Self::WeekOfMonth => {
                "only the first and the last week of a month are known; write a day for any other"
            }
            Self::TargetYear => {
                "the year of a target is no due day; write \"đến hết năm …\" if it is meant as one"
            }
            Self::ReversedSpan => "the span ends before it begins",
            Self::Contradiction => "both a year and \"hằng năm\": leave one out",
        };
        text.to_owned()
    }
}
