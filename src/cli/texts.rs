//! The words of the command line in Vietnamese and English side by side; those of the field are `text::words`.

mod examples;
mod reports;

pub(super) use examples::EXAMPLES;

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

/// What each command is for.
pub(super) static COMMANDS: &[Named] = &[
    named(
        "tiendo",
        "Theo dõi kế hoạch từ văn bản đến báo cáo cuối cùng. Không có lệnh: mở màn hình chính.",
        "Follow a plan from its text to the last report. Without a command: the full screen.",
    ),
    named(
        "due",
        "Việc cần làm: đến hạn, quá hạn, chưa có hạn. Không có --agency: cơ quan đã chọn trong chương trình.",
        "What is due, overdue or without a day. Without --agency: the agency chosen in the program.",
    ),
    named(
        "tasks",
        "Nhiệm vụ của các kế hoạch: cơ quan, thời gian, tình trạng mới nhất.",
        "Tasks of the plans: agencies, time, latest state.",
    ),
    named(
        "targets",
        "Chỉ tiêu: mức ban đầu, số hiện nay, mục tiêu, đánh giá.",
        "Targets: baseline, actual, aim, verdict.",
    ),
    named("plans", "Các văn bản đi kèm chương trình.", "The bundled documents."),
    named(
        "agencies",
        "Danh bạ cơ quan đi kèm chương trình, cùng các cơ quan đã nạp từ tệp.",
        "The bundled register of agencies, with those loaded from files.",
    ),
    named(
        "agencies import",
        "Nạp cơ quan từ bảng CSV vào cơ sở dữ liệu. Sai một dòng thì không ghi gì.",
        "Load agencies from a CSV table into the database. One bad line, and nothing is written.",
    ),
    named(
        "search",
        "Tìm trong cơ quan, văn bản, mục, nhiệm vụ, chỉ tiêu, báo cáo; không cần dấu; nhiều nhất 200 dòng.",
        "Search agencies, documents, clauses, tasks, targets, reports; marks are not needed; at most 200 lines.",
    ),
    named(
        "export",
        "Xuất tệp: báo cáo (docx, html, txt), danh sách (xlsx, csv), hạn của một cơ quan (ics), danh mục đi kèm chương trình (json).",
        "Write files: a report (docx, html, txt), a list (xlsx, csv), an agency's due days (ics), the bundled catalogue (json).",
    ),
    named(
        "when",
        "Cụm từ thời gian nghĩa là gì và rơi vào những ngày nào: tiendo when \"trước ngày 30/10 hằng năm\". Lịch nghỉ: của cơ sở dữ liệu, gồm mục đã duyệt, đã thêm; chưa có cơ sở dữ liệu thì lịch đi kèm chương trình.",
        "What a time phrase means and on which days it falls: tiendo when \"trước ngày 30/10 hằng năm\". Days off: those of the database with what was approved and added; the bundled calendar while there is no database.",
    ),
    named("keys", "Mọi phím của màn hình chính.", "Every key of the full screen."),
    named(
        "check",
        "Kiểm tra tệp kế hoạch (hoặc agencies.toml, calendar.toml) theo danh bạ đi kèm chương trình.",
        "Check plan files (or agencies.toml, calendar.toml) against the bundled register.",
    ),
    named(
        "calendar",
        "Lịch nghỉ: list (xem), add NGÀY (thêm), approve, drop NGÀY hoặc nguồn (duyệt, bỏ mục dự kiến).",
        "The calendar: list, add DAY, approve or drop a proposal by DAY or source.",
    ),
    named(
        "plan",
        "Dự thảo: issue (nhập số và ngày ban hành, có hiệu lực từ ngày đó), withdraw (trở lại dự thảo).",
        "A draft: issue (number and date; it binds from then on), withdraw (a draft again).",
    ),
    named(
        "year",
        "Lịch cả năm trên một trang: 12 tháng, mỗi nghĩa vụ một dòng, số hạn của từng tháng.",
        "A year on one page: 12 months, a line for each duty, what each month carries.",
    ),
    named(
        "stats",
        "Thống kê một năm: tổng số; xong (đúng hạn, trễ); chưa xong (trong hạn, quá hạn); gia hạn; không theo dõi. Không giới hạn: mọi kế hoạch, mọi cơ quan.",
        "Counts of a year: total; done (on time, late); not done (in time, overdue); extended; untracked. Without a limit: all plans, all agencies.",
    ),
    named(
        "board",
        "Ai đã nộp, ai chưa nộp báo cáo của một kỳ. Không có --obligation, --plan: báo cáo mà cơ quan đã chọn trong chương trình tiếp nhận.",
        "Who has reported in a period and who has not. Without --obligation and --plan: the report that the agency chosen in the program receives.",
    ),
    named(
        "remind",
        "Ghi công văn, tin Zalo, lịch và thư đôn đốc những nơi chưa nộp, rồi ghi sổ; không nhắc nơi nào hai lần trong ngày.",
        "Write letter, message, calendar and mails to those who have not reported, and note it; nobody is reminded twice on a day.",
    ),
    named(
        "compile",
        "Báo cáo tổng hợp: liệt kê; với --write hoặc --out thì ghi bao-cao.docx, bao-cao.txt, so-lieu.xlsx.",
        "Compiled reports: lists them; with --write or --out writes bao-cao.docx, bao-cao.txt, so-lieu.xlsx.",
    ),
    named(
        "report",
        "Báo cáo không qua màn hình: bắt đầu, ghi, trình, gửi, nhận; theo đúng các quy tắc của màn hình.",
        "Reports without the screen: begin, write, submit, send, receive; by the rules of the screen.",
    ),
    named(
        "report list",
        "Các báo cáo đã bắt đầu: trạng thái, lần lưu, ngày gửi.",
        "The reports that were begun: state, revision, day of sending.",
    ),
    named("report new", "Bắt đầu một báo cáo trống.", "Begin a blank report."),
    named(
        "report show",
        "Một báo cáo với số liệu và tiến độ kèm theo.",
        "One report with its figures and entries.",
    ),
    named(
        "report history",
        "Lịch sử một báo cáo: ai, lúc nào, trạng thái và phần nào thay đổi, số liệu, ý kiến khi trả lại.",
        "History of one report: who, when, which state and parts changed, figures, remarks.",
    ),
    named(
        "report set",
        "Ghi một phần của báo cáo, số liệu, hoặc cả hai; sai một chỗ thì không ghi gì.",
        "Write a part of a report, figures, or both; one fault, and nothing is written.",
    ),
    named(
        "report submit",
        "Trình duyệt: tài khoản này là người soạn. Kiểm tra trước; còn lỗi chặn thì mã thoát 1.",
        "Submit for approval: this account is the author. Checked first; what blocks it gives exit code 1.",
    ),
    named(
        "report send",
        "Duyệt và gửi: người duyệt là tài khoản này, hoặc tên người ký trên giấy; không phải người soạn.",
        "Approve and send: by this account, or by who signed on paper; never the author.",
    ),
    named("report return", "Trả lại báo cáo, kèm ý kiến.", "Give a report back, with a remark."),
    named("report receive", "Nhận báo cáo đã gửi.", "Take a report that was sent."),
    named(
        "report import",
        "Nạp bảng số liệu và nội dung mà đơn vị đã điền (tiendo export xlsx --form). Sai một dòng thì không ghi gì.",
        "Load a table that an agency filled in (tiendo export xlsx --form). One bad row, and nothing is written.",
    ),
    named(
        "receipt",
        "Biên nhận nộp báo cáo, và kiểm tra sổ gửi.",
        "Receipts of reports, and checks of the ledger.",
    ),
    named(
        "receipt show",
        "Biên nhận của một bản đã gửi, in ra hoặc ghi tệp (--out).",
        "The receipt of a version that was sent, printed or as files (--out).",
    ),
    named(
        "receipt verify",
        "Kiểm tra một biên nhận đã in (.txt, .html), hoặc cả sổ gửi (--all). Không đúng: mã thoát 1.",
        "Check a printed receipt (.txt, .html), or the whole ledger (--all). What does not hold gives exit code 1.",
    ),
];

/// What is told below the arguments of a command.
pub(super) static NOTES: &[Named] = &[named(
    "agencies import",
    "Bảng:
  Dòng đầu là tên các cột, thứ tự tùy ý, ngăn bằng ; hoặc ,
  mã;tên;loại;từ;đến hoặc code;name;kind;from;to: phải đủ năm cột này
  tên ngắn;tỉnh hoặc short;province: hai cột thêm nếu cần
  mã           chữ không dấu, số và - _ . ; không trùng danh bạ đi kèm chương trình
  loại         UBND tỉnh, HĐND, sở, huyện, xã, cơ quan Đảng, trung ương, báo chí, hội, trường,
               văn phòng, khác; không cần dấu
  từ, đến      ngày đầu, ngày cuối hoạt động như 01/07/2025; ô để trống: không giới hạn
  tên ngắn     không có: dùng tên
  tỉnh         không có: tỉnh của --group

Ví dụ:
  mã;tên;loại;từ;đến
  ls-x1;UBND xã Bắc Sơn tỉnh Lạng Sơn;xã;01/07/2025;

  tiendo agencies import xa-phuong.csv --group ls-ubnd-cac-xa-phuong --dry-run

Nạp lại cùng một tệp thì không thêm gì; dòng có mã đã nạp thì sửa cơ quan đó.",
    "Table:
  The first line names the columns, in any order, with ; or , between them
  code;name;kind;from;to (or mã;tên;loại;từ;đến): all five are needed
  short;province (or tên ngắn;tỉnh): two more if wanted
  code         ASCII letters, digits and - _ . ; none of the bundled register
  kind         provincial_committee, council, department, district, commune, party, central, press,
               association, school, office, other
  from, to     first and last day, like 01/07/2025; an empty cell: no limit
  short        without it: the name
  province     without it: the province of --group

Example:
  code;name;kind;from;to
  ls-x1;UBND xã Bắc Sơn tỉnh Lạng Sơn;commune;01/07/2025;

  tiendo agencies import xa-phuong.csv --group ls-ubnd-cac-xa-phuong --dry-run

The same file again adds nothing; a line with a code that was loaded before changes that agency.",
)];

/// What each argument means.
pub(super) static ARGUMENTS: &[Named] = &[
    named(
        "db",
        "Tệp cơ sở dữ liệu [TIENDO_DB; mặc định ~/.local/share/tiendo/tiendo.db]",
        "Database file [TIENDO_DB; by default ~/.local/share/tiendo/tiendo.db]",
    ),
    named(
        "today",
        "Lấy ngày này làm hôm nay: 30/10, 30/10/2026, 2026-10-30",
        "Take this day for today: 30/10, 30/10/2026, 2026-10-30",
    ),
    named(
        "lang",
        "Ngôn ngữ: vi hoặc en [TIENDO_LANG; mặc định vi]",
        "Language: vi or en [TIENDO_LANG; by default vi]",
    ),
    named("ascii", "Màn hình chính chỉ dùng ký hiệu ASCII", "Only ASCII signs on the full screen"),
    named(
        "demo",
        "Dùng dữ liệu mẫu trong tệp tạm, xóa khi xong",
        "Use made-up data in a scratch file, removed at the end",
    ),
    named("help", "In hướng dẫn này", "Print this help"),
    named("version", "In số phiên bản", "Print the version"),
    named(
        "agency",
        "Cơ quan: mã, tên hoặc tên ngắn kèm tỉnh (“Sở Nội vụ Lạng Sơn”); “all”: tất cả",
        "Agency: id, name, or short name with the province (“so noi vu lang son”); “all”: all",
    ),
    named(
        "plan",
        "Văn bản: mã, số (165/KH-UBND), tên ngắn hoặc một phần đủ rõ",
        "Document: id, number (165/KH-UBND), short name or an unambiguous part",
    ),
    named(
        "horizon",
        "Nhìn trước: week (tuần), month (tháng), quarter (quý), year (năm) [mặc định year]",
        "How far to look: week, month, quarter, year [by default year]",
    ),
    named("json", "In JSON cho chương trình khác", "Print JSON for other programs"),
    named("text", "Chữ cần tìm", "What to search for"),
    named(
        "format",
        "Định dạng: json, docx, html, txt, xlsx, csv, ics",
        "Format: json, docx, html, txt, xlsx, csv, ics",
    ),
    named(
        "list",
        "Danh sách cho xlsx, csv: tasks, targets, due, reports, agencies, stats, figures (số liệu trong báo cáo; có --obligation: của mọi cơ quan)",
        "List for xlsx, csv: tasks, targets, due, reports, agencies, stats, figures (of reports; with --obligation: of every agency)",
    ),
    named(
        "form",
        "Bảng để đơn vị điền rồi gửi lại (report import); --agency all: mỗi đơn vị một bảng",
        "A table for an agency to fill in (report import); --agency all: one for each agency",
    ),
    named("phrase", "Cụm từ thời gian như trong văn bản", "A time phrase as a plan writes it"),
    named("from", "Từ năm nào [mặc định năm nay]", "First year [by default this year]"),
    named("to", "Đến hết năm nào [mặc định thêm 5 năm]", "Last year [by default 5 years more]"),
    named("file", "Tệp cần kiểm tra", "Files to check"),
    named("action", "Việc: list, add, approve, drop", "What to do: list, add, approve, drop"),
    named(
        "days",
        "Ngày (23/11/2026), hoặc nguồn của mục dự kiến",
        "Day (23/11/2026), or the source of a proposal",
    ),
    named(
        "kind",
        "Loại: lễ (holiday), nghỉ (off), làm bù (makeup) [mặc định nghỉ]",
        "Kind: holiday (lễ), off (nghỉ), makeup (làm bù) [by default off]",
    ),
    named("makeup", "Ngày làm bù cho ngày nghỉ này", "The day that is worked instead"),
    named("name", "Tên ngày", "Name of the day"),
    named("source", "Văn bản làm căn cứ", "The notice it rests on"),
    named(
        "approved",
        "Đã được duyệt [mặc định: dự kiến, chưa tính]",
        "Approved [by default: proposed, not counted]",
    ),
    named("change", "Việc: issue, withdraw", "What to do: issue, withdraw"),
    named("document", "Văn bản: mã, số hoặc tên ngắn", "Document: id, number or short name"),
    named("number", "Số, ký hiệu", "Number and sign"),
    named("date", "Ngày ban hành", "Date of issue"),
    named("year", "Năm, bốn chữ số [mặc định năm nay]", "Year in four digits [by default this year]"),
    named("province", "Kế hoạch của một tỉnh: “Lạng Sơn”", "The plans of a province: “lang son”"),
    named(
        "csv",
        "Tệp CSV, chữ UTF-8 (trong Excel: Lưu thành › CSV UTF-8)",
        "CSV file in UTF-8 (in Excel: Save As › CSV UTF-8)",
    ),
    named(
        "group",
        "Nhóm nhận các cơ quan này làm thành viên: mã hoặc tên; không có thì chỉ thêm vào danh bạ",
        "Group that these agencies become members of: id or name; without it they are only added",
    ),
    named("dry_run", "Chỉ kiểm tra, không ghi", "Check only, write nothing"),
    named(
        "obligation",
        "Nghĩa vụ báo cáo: mã (lang-son-165-2024/IV.7.a), mục, hoặc một phần đủ rõ",
        "Obligation: id (lang-son-165-2024/IV.7.a), clause, or an unambiguous part",
    ),
    named(
        "period",
        "Kỳ: 2026, 2026-H1, 2026-Q2, 2026-10 [mặc định kỳ mới nhất]",
        "Period: 2026, 2026-H1, 2026-Q2, 2026-10 [by default the newest]",
    ),
    named(
        "part",
        "Phần: “kết quả”, “khó khăn”, “kiến nghị”, “minh chứng”; không cần dấu (hoặc results, obstacles, proposals, evidence)",
        "Part: results, obstacles, proposals, evidence (or its Vietnamese name)",
    ),
    named("words", "Nội dung của phần", "Text of the part"),
    named(
        "part_file",
        "Tệp chứa nội dung của phần; -: đọc từ đầu vào",
        "File with the text of the part; -: standard input",
    ),
    named(
        "figure",
        "Số liệu, ghi nhiều lần được: II.1#2.1=7/20, “viên chức có ĐH”=97,65; chỉ tiêu: mã, mục (tiendo targets), tên hoặc một phần đủ rõ",
        "A figure, may be repeated: II.1#2.1=7/20, TARGET=97.65; a target: id, clause (tiendo targets), name or an unambiguous part",
    ),
    named("as_of", "Ngày của số liệu [mặc định hôm nay]", "Day of the figures [by default today]"),
    named(
        "quality",
        "Loại số: ước, “sơ bộ”, “chính thức” (hoặc estimate, provisional, final) [mặc định ước]",
        "Quality: estimate, provisional, final (or ước, “sơ bộ”, “chính thức”) [by default estimate]",
    ),
    named(
        "revision",
        "Lần lưu đã đọc; có người lưu sau đó thì không ghi",
        "Revision that was read; nothing is written if somebody saved since",
    ),
    named(
        "approved_by",
        "Người ký trên giấy [mặc định tài khoản này]",
        "Who signed on paper [by default this account]",
    ),
    named("remark", "Ý kiến khi trả lại", "Remark for the author"),
    named(
        "acting",
        "Làm cho cơ quan nào [mặc định cơ quan đã chọn]",
        "The agency acted for [by default one's own]",
    ),
    named("table", "Bảng đã điền, .xlsx hoặc .csv", "The table that was filled in, .xlsx or .csv"),
    named("ledger_number", "Số trong sổ gửi", "Number in the ledger"),
    named("sent_version", "Phiên bản [mặc định bản mới nhất]", "Version [by default the newest]"),
    named(
        "as_csv",
        "In CSV cho Excel (UTF-8 có BOM, ngăn bằng ;)",
        "Print CSV for Excel (UTF-8 with BOM, ; between)",
    ),
    named(
        "ladder",
        "Chỉ ghi khi hôm nay đến một bậc của thang T-15, -7, -3, -1, +1, +7 mà chưa nhắc (dùng cho cron)",
        "Write only when a step of the ladder T-15, -7, -3, -1, +1, +7 is due and not done (for cron)",
    ),
    named(
        "out",
        "Thư mục nhận tệp [TIENDO_OUT; mặc định ~/tiendo]",
        "Folder for the files [TIENDO_OUT; by default ~/tiendo]",
    ),
    named("write", "Ghi tệp vào thư mục mặc định", "Write the files into the default folder"),
    named("receipt_file", "Biên nhận, .txt hoặc .html", "The receipt, .txt or .html"),
    named("whole_ledger", "Kiểm tra cả sổ gửi", "Check the whole ledger"),
];

/// What stands for the value of an argument.
pub(super) static VALUES: &[Named] = &[
    named("db", "TỆP", "FILE"),
    named("today", "NGÀY", "DAY"),
    named("lang", "NGÔN NGỮ", "LANG"),
    named("agency", "CƠ QUAN", "AGENCY"),
    named("plan", "VĂN BẢN", "PLAN"),
    named("horizon", "KỲ", "SPAN"),
    named("text", "CHỮ", "TEXT"),
    named("format", "ĐỊNH DẠNG", "FORMAT"),
    named("list", "DANH SÁCH", "LIST"),
    named("phrase", "CỤM TỪ", "PHRASE"),
    named("from", "NĂM", "YEAR"),
    named("to", "NĂM", "YEAR"),
    named("file", "TỆP", "FILE"),
    named("action", "VIỆC", "ACTION"),
    named("days", "NGÀY|NGUỒN", "DAY|SOURCE"),
    named("year", "NĂM", "YEAR"),
    named("kind", "LOẠI", "KIND"),
    named("makeup", "NGÀY", "DAY"),
    named("name", "TÊN", "NAME"),
    named("source", "NGUỒN", "SOURCE"),
    named("change", "VIỆC", "ACTION"),
    named("document", "VĂN BẢN", "DOCUMENT"),
    named("number", "SỐ", "NUMBER"),
    named("date", "NGÀY", "DAY"),
    named("province", "TỈNH", "PROVINCE"),
    named("csv", "TỆP", "FILE"),
    named("group", "NHÓM", "GROUP"),
    named("obligation", "NGHĨA VỤ", "OBLIGATION"),
    named("period", "KỲ", "PERIOD"),
    named("part", "PHẦN", "PART"),
    named("words", "CHỮ", "TEXT"),
    named("part_file", "TỆP", "FILE"),
    named("figure", "CHỈ-TIÊU=SỐ", "TARGET=NUMBER"),
    named("as_of", "NGÀY", "DAY"),
    named("quality", "LOẠI", "QUALITY"),
    named("revision", "SỐ", "NUMBER"),
    named("approved_by", "TÊN", "NAME"),
    named("remark", "CHỮ", "TEXT"),
    named("acting", "CƠ QUAN", "AGENCY"),
    named("table", "TỆP", "FILE"),
    named("ledger_number", "SỐ", "NUMBER"),
    named("sent_version", "SỐ", "NUMBER"),
    named("out", "THƯ MỤC", "FOLDER"),
    named("receipt_file", "TỆP", "FILE"),
];

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
