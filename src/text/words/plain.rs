//! What the program says line by line, to whoever sees no screen: whole sentences, no keys, no signs.

use super::Lang;
use crate::domain::explain::Countdown;

macro_rules! prompts {
    ($($name:ident: $vi:literal, $en:literal;)+) => {
        /// One text for each thing that is said line by line, in one language.
        #[derive(Debug)]
        pub struct Prompts {
            $(#[doc = $en] pub $name: &'static str,)+
        }

        static VI: Prompts = Prompts { $($name: $vi),+ };
        static EN: Prompts = Prompts { $($name: $en),+ };
    };
}

prompts! {
    alone: "--plain đi một mình: tiendo --plain. Lệnh con vốn đã in từng dòng.", "--plain goes alone: tiendo --plain. Commands print lines anyway.";
    greeting: "tiendo, từng dòng một. Gõ ? để biết trả lời gì, q để thoát.", "tiendo, line by line. Type ? to hear what can be answered, q to leave.";
    farewell: "Đã thoát.", "Goodbye.";
    input_ended: "Hết phần nhập, chương trình kết thúc.", "The input has ended, and so does the program.";
    drafts_kept: "Chữ đã gõ mà chưa ghi còn nguyên trong bản nháp.", "What was typed and not saved is kept as a draft.";
    not_utf8: "Dòng này không phải UTF-8 nên không đọc được. Gõ lại.", "This line is not UTF-8 and cannot be read. Type it again.";

    // Prompts: all of one form.
    prompt: "Chọn số (Enter: quay lại): ", "Choose a number (Enter: back): ";
    prompt_leave: "Chọn số (Enter: thoát): ", "Choose a number (Enter: leave): ";
    prompt_more: "Chọn số (Enter: xem tiếp, 0: quay lại): ", "Choose a number (Enter: go on, 0: back): ";
    prompt_keep: "Chọn số (Enter: giữ nguyên): ", "Choose a number (Enter: keep): ";
    prompt_text: "Gõ chữ mới (Enter: giữ nguyên): ", "Type new text (Enter: keep): ";
    prompt_figure: "Gõ số (Enter: giữ nguyên): ", "Type the figure (Enter: keep): ";
    prompt_name: "Gõ tên (Enter: bỏ qua): ", "Type the name (Enter: skip): ";
    prompt_yes: "Trả lời c hoặc k: ", "Answer y or n: ";

    // What `?` answers.
    help_choose: "Gõ một số trong danh sách, hoặc vài chữ của mục cần chọn, không cần dấu. Enter: như trong ngoặc. 0: quay lại. q: thoát chương trình.",
        "Type a number of the list, or some words of the line you want. Enter: as in the brackets. 0: back. q: leave the program.";
    help_text: "Gõ chữ mới trên một dòng. Enter: giữ nguyên. Dấu trừ (-) đứng một mình: xóa trống. q: thoát chương trình.",
        "Type the new text on one line. Enter: keep it. A lone minus (-): empty it. q: leave the program.";
    help_lines: "Gõ chữ mới, bao nhiêu dòng cũng được, rồi một dòng chỉ có dấu chấm để hết. Enter ngay dòng đầu: giữ nguyên. Dấu trừ (-) đứng một mình ở dòng đầu: xóa trống. q ở dòng đầu: thoát chương trình.",
        "Type the new text, as many lines as you like, then a line with a full stop alone. Enter on the first line: keep it. A lone minus (-) on the first line: empty it. q on the first line: leave the program.";
    help_figure: "Gõ tử số/mẫu số như 12/20, hoặc một số như 97,65. k: không có số. b: bỏ qua các số còn lại. Enter: giữ nguyên. q: thoát chương trình.",
        "Type numerator/denominator such as 12/20, or a number such as 97,65. n: there is no figure. s: skip the other figures. Enter: keep it. q: leave the program.";
    help_name: "Gõ tên cơ quan hoặc vài chữ của tên, không cần dấu, ví dụ: so y te lang son. Enter: bỏ qua. q: thoát chương trình.",
        "Type the name of the agency or some words of it, such as: so y te lang son. Enter: skip. q: leave the program.";
    help_yes: "c: có. k: không. Enter: không. q: thoát chương trình.", "y: yes. n: no. Enter: no. q: leave the program.";

    // Wrong answers.
    no_match: "Không có mục nào có những chữ ấy.", "No line has these words.";
    no_yes: "Chỉ trả lời c (có) hoặc k (không).", "Answer y (yes) or n (no).";
    no_list: "Danh sách trống.", "The list is empty.";

    // Menu.
    menu_due: "Việc đến hạn", "What is due";
    menu_progress: "Nhập tiến độ nhiệm vụ", "Enter progress of a task";
    menu_report: "Soạn và gửi báo cáo", "Write and send a report";
    menu_board: "Ai chưa nộp báo cáo", "Who has not reported";
    menu_agency: "Chọn cơ quan khác", "Choose another agency";
    which_agency: "Bạn làm việc cho cơ quan nào?", "Which agency do you work for?";
    agency_is: "Cơ quan", "Agency";
    today_is: "Hôm nay", "Today";
    agency_needed: "Việc này cần biết cơ quan của bạn.", "For this your agency has to be known.";

    // Due.
    due_head: "Việc đến hạn, gấp nhất trước:", "What is due, the most urgent first:";
    due_none: "Không có việc nào trong năm nay.", "Nothing is due this year.";
    due_today: "hết hạn hôm nay", "due today";
    act_progress: "Nhập tiến độ", "Enter progress";
    act_report: "Mở báo cáo", "Open the report";
    act_board: "Xem ai chưa nộp", "See who has not reported";
    do_task: "Việc cần làm: thực hiện nhiệm vụ, rồi nhập tiến độ.", "To do: carry out the task and enter its progress.";
    do_report: "Việc cần làm: viết báo cáo, trình người khác duyệt, rồi gửi.", "To do: write the report, have it approved, send it.";
    do_chase: "Việc cần làm: xem nơi nào chưa nộp, rồi đôn đốc.", "To do: see who has not reported, and remind them.";
    do_answer: "Việc cần làm: trả lời đề nghị gia hạn, ở màn hình chính (tiendo).", "To do: answer the request for another day, on the full screen (tiendo).";

    // Forms.
    empty: "(trống)", "(empty)";
    task_head: "Nhiệm vụ của cơ quan:", "Tasks of the agency:";
    last_entry: "Lần ghi gần nhất:", "The last entry:";
    no_entry: "Chưa ghi lần nào.", "Nothing was entered yet.";
    type_lines: "Gõ chữ mới, hết thì gõ một dòng chỉ có dấu chấm. Enter: giữ nguyên.", "Type the new text; end with a line that has a full stop alone. Enter: keep it.";
    review: "Xem lại:", "To review:";
    save_it: "Ghi? (c/k)", "Save it? (y/n)";
    agree: "Đồng ý? (c/k)", "Agreed? (y/n)";
    save_over: "Ghi bản của bạn đè lên bản kia? Bản kia vẫn còn trong lịch sử. (c/k)", "Save yours over theirs? Theirs stays in the history. (y/n)";
    too_long: "Ô này không giữ hết được từng ấy chữ; phần giữ lại là:", "This field cannot hold that much; what it holds is:";

    // Reports.
    report_head: "Báo cáo của cơ quan:", "Reports of the agency:";
    figure_now: "Đang có", "It is";
    figure_none: "không có số", "there is no figure";
    figure_known: "Số này đã có trong kỳ: chỉ thay được bằng số khác.", "There is a figure of this period: it can only be replaced.";
    figure_bad: "Không phải là số có thể nhận; ví dụ đúng: 12/20 hoặc 97,65.", "This figure cannot be taken; such as 12/20 or 97,65 can.";
    quality_head: "Loại số:", "How firm it is:";
    checks_head: "Kiểm tra trước khi trình:", "The checks before it goes on:";
    checks_good: "Kiểm tra: không thấy thiếu gì.", "The checks find nothing missing.";
    blocks: "Phải sửa", "To be mended";
    advises: "Nên xem", "To be looked at";
    act_submit: "Trình duyệt", "Ask for approval";
    act_approve: "Duyệt và gửi", "Approve and send";
    act_receive: "Ghi nhận đã nhận báo cáo", "Take the report in";
    act_keep: "Lưu, chưa trình", "Save, not yet to be approved";
    act_edit: "Viết lại", "Write again";
    ask_submit: "Trình người khác trong cơ quan duyệt? (c/k)", "Ask somebody else of the agency to approve it? (y/n)";
    ask_send: "Duyệt và gửi báo cáo này? Nội dung khóa lại và có biên nhận. (c/k)", "Approve and send this report? It is frozen and gets a receipt. (y/n)";
    ask_receive: "Ghi nhận là đã nhận báo cáo này? (c/k)", "Take this report in? (y/n)";
    waits_for_approval: "Báo cáo chờ duyệt. Người duyệt mở lại báo cáo này bằng tài khoản của mình; nếu đã ký trên giấy, chính bạn mở lại và ghi tên người ký.",
        "The report waits for approval. Whoever approves opens it under his own account; if it was signed on paper, open it again yourself and write who signed.";
    receipt_is: "Số trong sổ gửi", "In the ledger";
    remark_is: "Lý do trả lại", "Given back because";

    // What the screens say with keys in it.
    saved: "Đã lưu.", "Saved.";
    submitted: "Đã trình duyệt.", "Submitted.";
    sent: "Đã gửi, không hoàn tác được; nơi nhận có thể trả lại.", "Sent, which cannot be undone; the desk may give it back.";
    part_empty: "còn trống; không có gì thì ghi “Không có”.", "empty; where there is nothing, write “none”.";
    part_missing: "còn trống, kế hoạch bắt buộc phải có.", "empty, and the plan asks for it.";
    waits_as_submitted: "Chờ duyệt: nội dung và số liệu giữ nguyên như lúc trình.", "Waits for approval: text and figures stay as submitted.";
    can_be_taken: "Nơi nhận ghi nhận được báo cáo này.", "The desk can take this report.";
    of_another: "Nhập thay thì chọn cơ quan ấy ở bảng đầu. Liên hệ:", "To enter for it, choose that agency in the first list. Turn to:";
    awaits: "Báo cáo đang chờ duyệt.", "The report waits for approval.";
    no_entries: "Trong kỳ chưa có tiến độ nào ghi dưới tên cơ quan báo cáo.", "No progress of the reporting agency in the period.";
    changed_meanwhile: "Người khác vừa đổi báo cáo này; chữ của bạn còn nguyên. Ghi lại lần nữa.", "Somebody changed this report meanwhile; what you typed is still here. Save it again.";
    to_settle: "quyết định ai thực hiện ở màn hình chính (tiendo)", "settle who does it on the full screen (tiendo)";
    said_none: "hoặc trả lời là không có số", "or say that there is none";

    // Who has not reported.
    board_which: "Báo cáo nào?", "Which report?";
    board_owing: "Chưa nộp:", "Not yet reported:";
    board_remind: "Ghi hồ sơ đôn đốc? (c/k)", "Write the files that remind them? (y/n)";
    board_no_contact: "chưa có đầu mối", "no contact";
}

impl Lang {
    /// What is said line by line, in this language.
    pub fn words_of_prompts(self) -> &'static Prompts {
        self.pick(&VI, &EN)
    }

    /// "còn 8 ngày, trong đó 4 ngày làm việc", "quá hạn 23 ngày".
    pub fn left_in_words(self, left: Countdown) -> String {
        let (days, working) = (left.days, left.working_days);
        match days {
            0 => self.words_of_prompts().due_today.to_owned(),
            ..0 => self.pick(format!("quá hạn {} ngày", -days), format!("{} days overdue", -days)),
            _ => self.pick(
                format!("còn {days} ngày, trong đó {working} ngày làm việc"),
                format!("{days} days left, {working} of them working days"),
            ),
        }
    }

    /// "142 ngày chưa cập nhật".
    pub fn silent_in_words(self, days: i64) -> String {
        self.pick(format!("{days} ngày chưa cập nhật"), format!("{days} days without news"))
    }

    /// A text of the screens without the keys that it tells: there are none to press.
    pub fn without_keys(self, text: &str) -> String {
        let (words, prompts) = (self.words(), self.words_of_prompts());
        let told = [
            (words.saved, prompts.saved),
            (words.report_submitted, prompts.submitted),
            (words.report_sent, prompts.sent),
            (words.part_empty, prompts.part_empty),
            (words.part_missing, prompts.part_missing),
            (words.report_waits_as_submitted, prompts.waits_as_submitted),
            (words.report_can_be_taken, prompts.can_be_taken),
            (words.report_of_another_deals, prompts.of_another),
            (words.report_awaits_approval, prompts.awaits),
            (words.no_entries_in_period, prompts.no_entries),
            (words.changed_while_writing, prompts.changed_meanwhile),
            (words.question_hint, prompts.to_settle),
            (self.pick("hoặc phím cách: không có số", "or Space: no figure"), prompts.said_none),
            (
                self.pick("; không có thì trả lời bằng phím cách", "; Space answers that there is no figure"),
                "",
            ),
            (self.pick(" (b: xem khác biệt)", " (b: what differs)"), ""),
            (self.pick(" u: rút lại lần nhắc cuối.", " u takes the last reminder back."), ""),
            (self.pick("; ^S: thử lại", "; ^S tries again"), ""),
        ];
        told.into_iter().fold(text.to_owned(), |text, (keyed, plain)| text.replace(keyed, plain))
    }

    /// A report with its reader, read out: "Báo cáo năm 2026 gửi Sở Nội vụ".
    pub fn to_whom(self, name: &str) -> String {
        name.replace(" → ", self.pick(" gửi ", " to "))
    }

    /// A number that stands in no line of a list.
    pub fn no_such_number(self, typed: &str, count: usize) -> String {
        self.pick(
            format!("Không có số {typed}: chỉ có từ 1 đến {count}."),
            format!("There is no {typed}: the list goes from 1 to {count}."),
        )
    }

    /// The lines of a list that is read in pages.
    pub fn lines_from_to(self, from: usize, to: usize, count: usize) -> String {
        self.pick(format!("Từ {from} đến {to} trong {count} mục."), format!("{from} to {to} of {count}."))
    }

    /// "Số 2 trong 5: ".
    pub fn figure_of(self, at: usize, count: usize) -> String {
        self.pick(format!("Số liệu {at} trong {count}"), format!("Figure {at} of {count}"))
    }

    /// How many get a reminder.
    pub fn reminds(self, count: usize) -> String {
        self.pick(format!("Sẽ đôn đốc {count} nơi."), format!("{count} will be reminded."))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change::Failure;

    #[test]
    fn no_key_is_left_in_what_the_screens_say() {
        for lang in [Lang::Vi, Lang::En] {
            let told = [
                lang.figures_missing(3),
                lang.figures_empty(3),
                lang.much_the_same(92),
                lang.failure(&Failure::Busy, true),
                lang.all_reminded_today(3),
                lang.words().saved.to_owned(),
                lang.words().report_submitted.to_owned(),
                lang.words().part_empty.to_owned(),
            ];
            for text in told {
                let plain = lang.without_keys(&text);
                assert_ne!(plain, text);
                for key in ["phím", "Space", "^S", "F10", "(b:", "u:", "u takes"] {
                    assert!(!plain.contains(key), "{plain}");
                }
            }
        }
    }

    #[test]
    fn days_are_told_in_words() {
        let left = |days, working_days| Lang::Vi.left_in_words(Countdown { days, working_days });
        assert_eq!(left(-23, 0), "quá hạn 23 ngày");
        assert_eq!(left(0, 1), "hết hạn hôm nay");
        assert_eq!(left(8, 4), "còn 8 ngày, trong đó 4 ngày làm việc");
    }
}
