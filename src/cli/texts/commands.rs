//! What each command is for, as its help says it.

use super::{Named, named};

/// What each command is for.
pub(in crate::cli) static COMMANDS: &[Named] = &[
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
    named(
        "report return",
        "Trả lại báo cáo, kèm ý kiến: nơi nhận trả lại báo cáo đã gửi, cơ quan soạn rút lại báo cáo chờ duyệt.",
        "Give a report back, with a remark: the desk what was sent, its own agency what awaits approval.",
    ),
    named("report receive", "Nhận báo cáo đã gửi.", "Take a report that was sent."),
    named(
        "report import",
        "Nạp bảng số liệu và nội dung mà đơn vị đã điền (tiendo export xlsx --form). Nơi tổng hợp nạp thay được cho đơn vị không dùng chương trình. Sai một dòng thì không ghi gì.",
        "Load a table that an agency filled in (tiendo export xlsx --form). A desk may load it for an agency that does not use the program. One bad row, and nothing is written.",
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
    named(
        "bench-data",
        "Tạo cơ sở dữ liệu bịa để đo chương trình; cùng một số nhiệm vụ thì cùng nội dung. Tệp đã có: từ chối. Hôm nay: 21/11/2026 hoặc --today.",
        "Make a database of made-up data to measure the program with; the same number of tasks gives the same content. An existing file is refused. Today is 21/11/2026, or --today.",
    ),
];
