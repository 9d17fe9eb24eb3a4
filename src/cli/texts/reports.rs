//! What `tiendo report` says, in both languages.

use chrono::NaiveDate;

use crate::domain::record::ReportState;
use crate::text::date::format_date;
use crate::text::figure::quality_text;
use crate::text::fill_in::PARTS;
use crate::text::naming::QUALITIES;
use crate::text::sanitise::one_line;
use crate::text::words::Lang;

impl Lang {
    /// That nobody has begun a report.
    pub(in crate::cli) fn not_opened(self) -> &'static str {
        self.pick("chưa mở", "not opened")
    }

    /// That nothing says whose agency it is.
    pub(in crate::cli) fn no_own_agency(self, option: &str) -> String {
        self.pick(
            format!("chưa biết cơ quan nào: thêm {option}, hoặc chọn cơ quan của mình trong chương trình (phím a)."),
            format!("no agency is named: add {option}, or choose your own in the program (key a)."),
        )
    }

    /// That a text is no period.
    pub(in crate::cli) fn no_period(self, option: &str, typed: &str) -> String {
        self.pick(
            format!(
                "{option}: “{typed}” không phải là kỳ; ghi 2026, 2026-H1, 2026-Q2, 2026-10 hoặc 2026-W48."
            ),
            format!("{option}: `{typed}` is no period; write 2026, 2026-H1, 2026-Q2, 2026-10 or 2026-W48."),
        )
    }

    /// That nobody has begun a report, and how to.
    pub(in crate::cli) fn no_report_yet(self, key: &str, options: &str) -> String {
        self.pick(
            format!("chưa có báo cáo {key}. Bắt đầu: tiendo report set {options} --part results --text …"),
            format!(
                "there is no report {key} yet. Begin: tiendo report set {options} --part results --text …"
            ),
        )
    }

    /// That a report is begun already.
    pub(in crate::cli) fn report_begun(self, options: &str) -> String {
        self.pick(
            format!("báo cáo này đã có. Xem: tiendo report show {options}"),
            format!("this report is begun already. See: tiendo report show {options}"),
        )
    }

    /// That somebody saved meanwhile.
    pub(in crate::cli) fn other_revision(self, read: i64, now: i64, by: &str) -> String {
        self.pick(
            format!("--revision {read}: báo cáo nay là bản {now}, {by} đã lưu. Chưa ghi gì; xem lại bằng report show."),
            format!("--revision {read}: the report is at {now}, saved by {by}. Nothing was written; look with report show."),
        )
    }

    /// Why a report cannot be written.
    pub(in crate::cli) fn report_closed(self, state: ReportState) -> String {
        let state = self.report_state(state);
        self.pick(
            format!("báo cáo đang ở trạng thái “{state}”, không sửa được. Muốn sửa: tiendo report return --remark …"),
            format!("the report is `{state}` and cannot be changed. To change it: tiendo report return --remark …"),
        )
    }

    /// That `set` has nothing to set.
    pub(in crate::cli) fn nothing_to_set(self) -> &'static str {
        self.pick(
            "chưa nói ghi gì: thêm --part với --text hoặc --file, hoặc --figure CHỈ-TIÊU=7/20.",
            "nothing to set: add --part with --text or --file, or --figure TARGET=7/20.",
        )
    }

    /// That a text was typed with an old font.
    pub(in crate::cli) fn old_font(self) -> &'static str {
        self.pick(
            "chữ gõ bằng phông cũ (TCVN3, VNI); đổi sang Unicode rồi làm lại.",
            "the text is typed with an old font (TCVN3, VNI); convert it to Unicode.",
        )
    }

    /// That a file is no text.
    pub(in crate::cli) fn not_unicode(self, file: &str) -> String {
        self.pick(
            format!("{file}: không phải chữ Unicode (UTF-8)."),
            format!("{file}: not a Unicode text (UTF-8)."),
        )
    }

    /// How a figure is written.
    pub(in crate::cli) fn figure_form(self) -> &'static str {
        self.pick("ghi như CHỈ-TIÊU=7/20 hoặc CHỈ-TIÊU=97,65.", "write it like TARGET=7/20 or TARGET=97.65.")
    }

    /// That no target, or several, are called so.
    pub(in crate::cli) fn no_such_target(self, ambiguous: bool) -> &'static str {
        if ambiguous {
            return self.pick(
                "có thể là nhiều chỉ tiêu. Ghi rõ hơn, hoặc dùng mã:",
                "it can be several targets. Say more, or use the id:",
            );
        }
        self.pick(
            "báo cáo này không có chỉ tiêu đó. Các chỉ tiêu:",
            "this report has no such target. There are:",
        )
    }

    /// That no part of a report is called so.
    pub(in crate::cli) fn no_part(self, typed: &str) -> String {
        let names = |lang: usize| PARTS.map(|part| part.names[lang]).join("; ");
        let keys = PARTS.map(|part| part.key).join(", ");
        self.pick(
            format!(
                "--part: không có phần “{typed}”; ghi một trong: {} (không cần dấu; hoặc {keys}).",
                names(0)
            ),
            format!("--part: there is no part `{typed}`; write one of: {keys} (or {}).", names(1)),
        )
    }

    /// That no figure is as firm as that.
    pub(in crate::cli) fn no_quality(self, typed: &str) -> String {
        let names = |lang| QUALITIES.map(|quality| quality_text(quality, lang)).join(", ");
        let (vi, en) = (names(Lang::Vi), names(Lang::En));
        self.pick(
            format!("--quality: không có loại số “{typed}”; ghi một trong: {vi} (không cần dấu; hoặc {en})."),
            format!("--quality: there is no quality `{typed}`; write one of: {en} (or {vi})."),
        )
    }

    /// That a target cannot have such a figure.
    pub(in crate::cli) fn impossible_figure(self, unit: &str) -> String {
        self.pick(
            format!("số này không thể có với đơn vị “{unit}” (âm, hoặc trên 100%)."),
            format!("no figure in `{unit}` can be this (negative, or above 100%)."),
        )
    }

    /// That a day lies outside the window of the report's figures.
    pub(in crate::cli) fn outside_window(self, from: NaiveDate, to: NaiveDate) -> String {
        let (from, to) = (format_date(from), format_date(to));
        self.pick(
            format!("ngoài kỳ số liệu của báo cáo, {from} đến {to}."),
            format!("outside the report's window, {from} to {to}."),
        )
    }

    /// That the checks stopped a report.
    pub(in crate::cli) fn not_submitted(self) -> &'static str {
        self.pick("Chưa trình: sửa dòng có dấu x rồi làm lại.", "Not submitted: mend the lines with x first.")
    }

    /// That a report cannot be sent yet, or again.
    pub(in crate::cli) fn not_submitted_yet(self, state: ReportState) -> String {
        let state = self.report_state(state);
        self.pick(
            format!(
                "báo cáo đang ở trạng thái “{state}”; chỉ gửi được báo cáo chờ duyệt (tiendo report submit)."
            ),
            format!(
                "the report is `{state}`; only one that awaits approval can be sent (tiendo report submit)."
            ),
        )
    }

    /// That the desk gave the report back before, and its agency mends it.
    pub(in crate::cli) fn returned_already(self, remark: &str) -> String {
        let remark = one_line(remark);
        self.pick(
            format!("báo cáo đã trả lại từ trước (ý kiến: {remark}); chờ nơi soạn sửa và gửi lại."),
            format!("the report was given back before (remark: {remark}); its agency is to mend it and send it again."),
        )
    }

    /// That a part is empty, and the command that fills it.
    pub(in crate::cli) fn empty_part(self, report: &str, part: &str, asked: bool) -> String {
        let command = format!("tiendo report set {report} --part {part} --text …");
        match asked {
            true => self.pick(
                format!("còn trống, kế hoạch bắt buộc. Ghi: {command}"),
                format!("empty, the plan asks for it. Write it: {command}"),
            ),
            false => self.pick(
                format!("còn trống; không có thì ghi “Không có”: {command}"),
                format!("empty; where there is nothing to say, say “none”: {command}"),
            ),
        }
    }

    /// That figures are empty, and the command that gives one.
    pub(in crate::cli) fn empty_rows(self, report: &str, rows: usize, asked: bool) -> String {
        let target = self.pick("CHỈ-TIÊU", "TARGET");
        let command = format!("tiendo report set {report} --figure {target}=7/20");
        let rows = self.pick(format!("{rows} dòng trống"), format!("{rows} empty rows"));
        match asked {
            true => self.pick(
                format!("{rows}, kế hoạch bắt buộc. Ghi: {command}"),
                format!("{rows}, the plan asks for them. Write them: {command}"),
            ),
            false => self.pick(format!("{rows}. Ghi: {command}"), format!("{rows}. Write them: {command}")),
        }
    }

    /// That a part reads like last period's.
    pub(in crate::cli) fn same_as_before(self, percent: u8) -> String {
        self.pick(
            format!("giống {percent}% báo cáo kỳ trước, xem lại."),
            format!("{percent}% the same as last period’s, look again."),
        )
    }

    /// That reports came or were given back since the text was compiled.
    pub(in crate::cli) fn other_sources(self, came: usize, gone: usize) -> String {
        self.pick(
            format!("sau khi tổng hợp có {came} báo cáo mới đến, {gone} báo cáo bị trả lại"),
            format!("since this was compiled {came} reports came, {gone} were given back"),
        )
    }

    /// That all were reminded today, and where that is taken back.
    pub(in crate::cli) fn nobody_left_today(self, count: usize) -> String {
        self.pick(
            format!("Hôm nay đã nhắc cả {count} nơi này; không có gì mới. Rút lại lần nhắc cuối: mở tiendo, màn hình 5, phím u."),
            format!("All {count} were reminded today; nothing new. To take the last reminder back: open tiendo, view 5, key u."),
        )
    }

    /// That there is nothing to receive.
    pub(in crate::cli) fn nothing_to_receive(self, state: ReportState) -> String {
        let state = self.report_state(state);
        self.pick(
            format!("báo cáo đang ở trạng thái “{state}”; chỉ nhận được báo cáo đã gửi."),
            format!("the report is `{state}`; only one that was sent can be received."),
        )
    }

    /// That another agency receives the report.
    pub(in crate::cli) fn not_the_desk(self, desk: &str) -> String {
        self.pick(
            format!("chỉ {desk} nhận hoặc trả lại được báo cáo này; thêm --as nếu bạn làm cho nơi đó."),
            format!("only {desk} can take this report or give it back; add --as if you act for it."),
        )
    }

    /// That no obligation, or several, are meant.
    pub(in crate::cli) fn no_obligation(self, typed: &str, ambiguous: bool) -> String {
        if ambiguous {
            return self.pick(
                format!("“{typed}” có thể là nhiều nghĩa vụ báo cáo. Dùng mã:"),
                format!("`{typed}` can be several obligations. Use the id:"),
            );
        }
        self.pick(
            format!("Không có nghĩa vụ báo cáo “{typed}”. Các nghĩa vụ:"),
            format!("No obligation `{typed}`. There are:"),
        )
    }

    /// "dòng 5".
    pub(in crate::cli) fn row(self, line: u64) -> String {
        self.pick(format!("dòng {line}"), format!("row {line}"))
    }

    /// What is written over.
    pub(in crate::cli) fn instead_of(self, old: &str) -> String {
        self.pick(format!(" (thay “{old}”)"), format!(" (instead of “{old}”)"))
    }

    /// That a figure may be in another unit than the one before.
    pub(in crate::cli) fn unit_slip_in_row(
        self,
        line: u64,
        indicator: &str,
        before: &str,
        now: &str,
    ) -> String {
        let row = self.row(line);
        self.pick(
            format!("{row}: {indicator}: {now}, trước đây {before}; xem lại đơn vị tính."),
            format!("{row}: {indicator}: {now}, before it was {before}; look at the unit."),
        )
    }

    /// That one of the two tables is not in the file.
    pub(in crate::cli) fn sheet_missing(self, figures: bool) -> &'static str {
        if figures {
            self.pick("Tệp không có bảng số liệu nào đã điền.", "The file has no table of figures.")
        } else {
            self.pick("Tệp không có bảng nội dung nào đã điền.", "The file has no table of texts.")
        }
    }

    /// What a table changes: new, written over, the same, blank.
    pub(in crate::cli) fn filled_tally(self, counts: [usize; 4], dry_run: bool) -> String {
        let [new, over, same, blank] = counts;
        let tally = self.pick(
            format!("{new} mới, {over} ghi đè, {same} không đổi, {blank} để trống."),
            format!("{new} new, {over} written over, {same} the same, {blank} blank."),
        );
        let end = match (dry_run, new + over) {
            (_, 0) => self.pick("Không có gì để ghi.", "Nothing to write."),
            (true, _) => self.pick("Chạy thử: chưa ghi gì.", "Dry run: nothing was written."),
            (false, _) => self.pick("Đã ghi.", "Written."),
        };
        format!("{tally} {end}")
    }

    /// That a table is asked for without saying which.
    pub(in crate::cli) fn which_list(self) -> &'static str {
        self.pick(
            "chưa nói danh sách nào: tasks, targets, due, reports, agencies, stats, figures; hoặc --form.",
            "which list: tasks, targets, due, reports, agencies, stats, figures; or --form.",
        )
    }
}
