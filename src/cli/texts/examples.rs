//! One line to copy for each command that does nothing by itself.

use super::{Named, named};

/// An example of each command, under the words by which it is called.
pub(in crate::cli) static EXAMPLES: &[Named] = &[
    named("search", "tiendo search so noi vu", "tiendo search so noi vu"),
    named(
        "bench-data",
        "tiendo bench-data --tasks 10000 --db do-thu.db",
        "tiendo bench-data --tasks 10000 --db measure.db",
    ),
    named("check", "tiendo check ke-hoach.toml", "tiendo check plan.toml"),
    named("when", "tiendo when \"trước ngày 30/10 hằng năm\"", "tiendo when \"trước ngày 30/10 hằng năm\""),
    named(
        "calendar",
        "tiendo calendar add 23/11/2026 --name \"Ngày Văn hóa Việt Nam\" --source \"TB 123/TB-BNV\"",
        "tiendo calendar add 23/11/2026 --name \"Culture Day\" --source \"TB 123/TB-BNV\"",
    ),
    named(
        "plan",
        "tiendo plan issue lang-son-2026 --number 27/KH-UBND --date 15/01/2026",
        "tiendo plan issue lang-son-2026 --number 27/KH-UBND --date 15/01/2026",
    ),
    named(
        "agencies import",
        "tiendo agencies import xa-phuong.csv --group ls-ubnd-cac-xa-phuong --dry-run",
        "tiendo agencies import communes.csv --group ls-ubnd-cac-xa-phuong --dry-run",
    ),
    named("board", "tiendo board --plan 165/KH-UBND", "tiendo board --plan 165/KH-UBND"),
    named(
        "remind",
        "tiendo remind --plan 165/KH-UBND --dry-run",
        "tiendo remind --plan 165/KH-UBND --dry-run",
    ),
    named(
        "compile",
        "tiendo compile --obligation lang-son-165-2024/IV.7.b --out tong-hop",
        "tiendo compile --obligation lang-son-165-2024/IV.7.b --out compiled",
    ),
    named(
        "export",
        "tiendo export docx --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\"",
        "tiendo export docx --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\"",
    ),
    named("report", "tiendo report list", "tiendo report list"),
    named(
        "report new",
        "tiendo report new --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\"",
        "tiendo report new --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\"",
    ),
    named(
        "report show",
        "tiendo report show --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\"",
        "tiendo report show --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\"",
    ),
    named(
        "report history",
        "tiendo report history --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\"",
        "tiendo report history --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\"",
    ),
    named(
        "report set",
        "tiendo report set --obligation lang-son-165-2024/IV.7.a --part \"kết quả\" --text \"Đã cử 24 bác sĩ.\" --figure II.1#2.1=7/20",
        "tiendo report set --obligation lang-son-165-2024/IV.7.a --part results --text \"24 doctors were sent.\" --figure II.1#2.1=7/20",
    ),
    named(
        "report submit",
        "tiendo report submit --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\"",
        "tiendo report submit --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\"",
    ),
    named(
        "report send",
        "tiendo report send --obligation lang-son-165-2024/IV.7.a --approved-by \"Trần Văn B\"",
        "tiendo report send --obligation lang-son-165-2024/IV.7.a --approved-by \"Trần Văn B\"",
    ),
    named(
        "report return",
        "tiendo report return --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\" --remark \"Thiếu số liệu\"",
        "tiendo report return --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\" --remark \"figures are missing\"",
    ),
    named(
        "report receive",
        "tiendo report receive --obligation lang-son-165-2024/IV.7.a --agency \"Sở Y tế Lạng Sơn\"",
        "tiendo report receive --obligation lang-son-165-2024/IV.7.a --agency \"so y te lang son\"",
    ),
    named(
        "report import",
        "tiendo report import bang-so-lieu.xlsx --dry-run",
        "tiendo report import figures.xlsx --dry-run",
    ),
    named("receipt", "tiendo receipt show 12", "tiendo receipt show 12"),
    named("receipt show", "tiendo receipt show 12", "tiendo receipt show 12"),
    named("receipt verify", "tiendo receipt verify bien-nhan.html", "tiendo receipt verify receipt.html"),
];
