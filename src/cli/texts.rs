//! The words of the command line in Vietnamese and English side by side; those of the field are `text::words`.

mod arguments;
mod commands;
mod examples;
mod notes;
mod receipts;
mod reports;

pub(super) use arguments::{ARGUMENTS, VALUES};
pub(super) use commands::COMMANDS;
pub(super) use examples::EXAMPLES;
pub(super) use notes::NOTES;

use crate::text::words::Lang;

/// A text in both languages, under the name that clap knows its command or argument by.
pub(super) struct Named {
    pub(super) name: &'static str,
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
}

const fn named(name: &'static str, vi: &'static str, en: &'static str) -> Named {
    Named { name, vi, en }
}

macro_rules! texts {
    ($($name:ident: $vi:literal, $en:literal;)+) => {
        /// Words of the command line in one language.
        pub(super) struct Texts {
            $(pub(super) $name: &'static str,)+
        }

        static VI: Texts = Texts { $($name: $vi),+ };
        static EN: Texts = Texts { $($name: $en),+ };
    };
}

texts! {
    usage: "Cách dùng", "Usage";
    usage_options: "[TÙY CHỌN]", "[OPTIONS]";
    usage_command: "[LỆNH]", "[COMMAND]";
    commands: "Lệnh", "Commands";
    arguments: "Đối số", "Arguments";
    options: "Tùy chọn", "Options";
    notes: "Dữ liệu:\n  due, year, stats, board, remind, compile, tasks, targets, search, plans, plan, calendar,\n  report, receipt,  export (trừ json), agencies import:\n    cơ sở dữ liệu, tạo mới ở lần chạy đầu\n  agencies, when:\n    cơ sở dữ liệu nếu đã có, nếu chưa thì dữ liệu đi kèm chương trình\n  export json, keys, check:\n    chỉ dữ liệu đi kèm chương trình\n\nMã thoát:\n  0  xong\n  1  check, report submit, report import, receipt verify thấy lỗi; search không thấy gì\n  2  dùng sai, hoặc không có cửa sổ dòng lệnh\n  3  không dùng được cơ sở dữ liệu\n  101  lỗi của chương trình",
        "Data:\n  due, year, stats, board, remind, compile, tasks, targets, search, plans, plan, calendar,\n  report, receipt,  export (but json), agencies import:\n    the database, made on the first run\n  agencies, when:\n    the database if there is one, otherwise the bundled data\n  export json, keys, check:\n    the bundled data alone\n\nExit codes:\n  0  done\n  1  check, report submit, report import or receipt verify found faults; search found nothing\n  2  wrong usage, or no terminal\n  3  the database cannot be used\n  101  a fault of the program";
    see: "Xem", "See";
    example: "Ví dụ", "Example";
    nothing_due: "Không có việc nào trong kỳ này.", "Nothing in this period.";
    nobody: "Không giao cho cơ quan nào.", "Given to nobody.";
    no_tasks: "Không có nhiệm vụ nào.", "No tasks.";
    no_targets: "Không có chỉ tiêu nào.", "No targets.";
    nothing_found: "Không tìm thấy.", "Nothing found.";
    col_period: "Kỳ", "Period";
    col_printed: "Văn bản ghi", "Day printed";
    col_last: "Ngày cuối hợp lệ", "Last valid day";
    col_advice: "Nên gửi (ngày làm việc)", "Better by (working day)";
    when_year_open: "Cụm từ không nêu năm: hiểu là năm của kế hoạch. Dưới đây là từng năm được hỏi.",
        "The phrase names no year: the year of the plan is meant. Below is each year asked for.";
    when_no_anchor: "Chưa rõ năm đầu tiên nên chưa có ngày nào; ghi thêm \"bắt đầu từ năm …\".",
        "The first year is unknown, so there is no day; add \"bắt đầu từ năm …\".";
    when_no_days: "Quy tắc này không tự cho ngày nào.", "This rule gives no day by itself.";
    when_outside: "Không có kỳ nào trong các năm được hỏi; chọn năm khác bằng --from, --to.",
        "No period in the years asked for; choose others with --from and --to.";
    when_provisional: "Lịch nghỉ của năm này chưa công bố đủ: ngày làm việc chỉ là tạm tính.",
        "The days off of this year are not all announced: the working day is provisional.";
    bench_exists: "đã có tệp này; chọn tên khác, dữ liệu bịa không bao giờ ghi vào tệp đã có",
        "this file exists; choose another name, made-up data are never written into an existing file";
    bench_range: "--tasks: ghi một số từ 100 đến 1000000", "--tasks: write a number from 100 to 1000000";
    bench_plans: "kế hoạch", "plans";
    bench_made: "Đã tạo dữ liệu bịa", "Made-up data";
    no_faults: "không có lỗi", "no faults";
    state: "Tình trạng", "State";
    revision: "Lần lưu", "Revision";
    ledger_number: "Số trong sổ gửi", "Number in the ledger";
    no_history: "Chưa ai ghi gì vào báo cáo này.", "Nobody has written anything in this report.";
    col_at: "Lúc", "When";
    col_account: "Tài khoản", "Account";
    col_happened: "Thay đổi", "Change";
    nothing_compiled: "Không có báo cáo nào như vậy phải tổng hợp từ báo cáo khác. Mọi cơ quan: tiendo compile --agency all",
        "No such report is compiled out of others. Of every agency: tiendo compile --agency all";
    no_reports: "Chưa có báo cáo nào.", "No reports.";
    col_agency_id: "Mã cơ quan", "Agency id";
    col_sent: "Gửi", "Sent";
    col_late: "Trễ (ngày)", "Late (days)";
    col_unit: "Đơn vị tính", "Unit";
    col_document: "Văn bản", "Document";
    name_agencies: "Danh bạ cơ quan", "Agencies";
    col_clause: "Mục", "Clause";
    col_id: "Mã", "Id";
    col_short: "Tên ngắn", "Short name";
    col_name: "Tên", "Name";
    col_province: "Tỉnh", "Province";
    col_number: "Số", "Number";
    col_issued: "Ngày ban hành", "Issued on";
    col_title: "Tên văn bản", "Title";
    col_document_state: "Trạng thái", "State";
    col_day: "Ngày", "Day";
    col_kind: "Loại", "Kind";
    col_source: "Nguồn", "Source";
    scope_question: "Câu hỏi", "Question";
    scope_sheet: "Tờ chi tiết", "Sheet";
    scope_chooser: "Danh sách chọn", "Chooser";
    scope_form: "Ô nhập", "Form";
    scope_prompt: "Một câu hỏi", "Prompt";
    scope_cell: "Bảng số liệu", "Table of figures";
    scope_field: "Đang gõ chữ", "Typing";
    scope_list: "Mọi danh sách", "Any list";
    scope_compile: "Một báo cáo tổng hợp", "A compiled report";
    scope_global: "Mọi màn hình", "Everywhere";
    scope_always: "Luôn luôn, kể cả khi gõ chữ", "Always, also while typing";
}

/// The words of a language.
pub(super) fn texts(lang: Lang) -> &'static Texts {
    lang.pick(&VI, &EN)
}

/// The text under a name, when the table has one.
pub(super) fn find(table: &'static [Named], name: &str, lang: Lang) -> Option<&'static str> {
    table.iter().find(|text| text.name == name).map(|text| lang.pick(text.vi, text.en))
}
