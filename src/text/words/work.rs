//! Work, reports and documents in words, and what goes wrong with them.

use std::fmt;

use chrono::{DateTime, FixedOffset};

use crate::domain::agenda::Pending;
use crate::domain::change::Failure;
use crate::domain::ending::Ending;
use crate::domain::plan::DocumentState;
use crate::domain::record::{ReportState, StepFault};
use crate::domain::schedule::{Period, Rule};
use crate::domain::task::Role;

use super::Lang;

/// How many there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// So many are listed.
    pub listed: usize,
    /// Whether there are more.
    pub cut: bool,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.listed, if self.cut { "+" } else { "" })
    }
}

impl Lang {
    /// "nhận từ Sở KH&ĐT từ 01/03/2025 (NQ 04/NQ-HĐND)".
    pub fn taken_over(self, way: &str) -> String {
        self.pick(format!("nhận từ {way}"), format!("taken over from {way}"))
    }

    /// "đã hợp nhất".
    pub fn ending(self, ending: Ending) -> &'static str {
        match ending {
            Ending::Merged => self.pick("đã hợp nhất", "merged"),
            Ending::Absorbed => self.pick("đã sáp nhập", "absorbed"),
            Ending::Renamed => self.pick("đã đổi tên", "renamed"),
            Ending::Reorganised => self.pick("đã tổ chức lại", "reorganised"),
            Ending::Ceased => self.pick("đã kết thúc hoạt động", "ceased to work"),
        }
    }

    /// Which change cannot be undone, and what can be done instead; what lies before it stays as it is.
    pub fn undo_barred(self, state: ReportState, agency: &str) -> String {
        match state {
            ReportState::Received => self.pick(
                format!("Đã nhận báo cáo của {agency}: không hoàn tác được; nhận nhầm thì trả lại (m)."),
                format!("The report of {agency} is taken, which cannot be undone; if by mistake, give it back (m)."),
            ),
            ReportState::Returned | ReportState::Draft | ReportState::AwaitingApproval => self.pick(
                format!("Đã trả lại báo cáo cho {agency}: không hoàn tác được; nơi đó sẽ gửi lại."),
                format!("The report went back to {agency}, which cannot be undone; it will be sent again."),
            ),
            ReportState::Sent => self.pick(
                format!("Đã gửi báo cáo của {agency}: không hoàn tác được; nơi nhận có thể trả lại."),
                format!("The report of {agency} is sent, which cannot be undone; the desk may give it back."),
            ),
        }
    }

    /// Why the report of another agency cannot be typed into.
    pub fn report_of_another(self, agency: &str) -> String {
        self.pick(
            format!("Báo cáo của {agency}: chỉ xem, {agency} mới soạn, trình, duyệt."),
            format!("The report of {agency}: it is only read here, {agency} writes and approves it."),
        )
    }

    /// "12 việc · 2 quá hạn · 1 sắp đến hạn"; "60+ việc" where there are more.
    pub fn agenda_tally(self, [all, overdue, soon]: [Count; 3]) -> String {
        self.pick(
            format!("{all} việc · {overdue} quá hạn · {soon} sắp đến hạn"),
            format!("{all} items · {overdue} overdue · {soon} soon"),
        )
    }

    /// A round of which all reports came and some are not taken yet.
    pub fn to_receive(self, count: usize, report: &str) -> String {
        self.pick(
            format!("Ghi nhận {count} đơn vị đã gửi: {report}"),
            format!("Take what {count} sent: {report}"),
        )
    }

    /// The reports of a round that wait for somebody else, for a column of 13 cells: "CHỜ DUYỆT 2".
    pub fn pending_short(self, pending: Pending) -> Option<String> {
        match (pending.approval, pending.receipt) {
            (0, 0) => None,
            (0, count) => Some(self.pick(format!("CHỜ NHẬN {count}"), format!("TO TAKE {count}"))),
            (count, _) => Some(self.pick(format!("CHỜ DUYỆT {count}"), format!("TO APPROVE {count}"))),
        }
    }

    /// The same in full: "2 chờ duyệt, 1 chờ nơi nhận ghi nhận".
    pub fn pending(self, pending: Pending) -> Option<String> {
        let of = |count: usize, vi: &str, en: &str| {
            (count > 0).then(|| self.pick(format!("{count} {vi}"), format!("{count} {en}")))
        };
        let parts = [
            of(pending.approval, "báo cáo chờ duyệt", "to be approved"),
            of(pending.receipt, "báo cáo chờ nơi nhận ghi nhận", "to be taken by the desk"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(" · "))
    }

    /// "chủ trì".
    pub fn role(self, role: Role) -> &'static str {
        match role {
            Role::Lead => self.pick("chủ trì", "lead"),
            Role::Coordinating => self.pick("phối hợp", "coordinating"),
            Role::Advising => self.pick("tham mưu", "advising"),
            Role::Compiling => self.pick("tổng hợp", "compiling"),
            Role::Monitoring => self.pick("theo dõi, đôn đốc", "monitoring"),
            Role::Appraising => self.pick("thẩm định", "appraising"),
            Role::SubmittingForApproval => self.pick("trình", "submitting"),
            Role::Deciding => self.pick("quyết định", "deciding"),
            Role::Reporting => self.pick("báo cáo", "reporting"),
            Role::Via => self.pick("gửi qua", "via"),
            Role::DataProvider => self.pick("cung cấp số liệu", "data provider"),
            Role::DirectingSubordinates => self.pick("chỉ đạo cấp dưới", "directing"),
            Role::Requested => self.pick("được đề nghị", "requested"),
            Role::Informed => self.pick("nhận để biết", "informed"),
        }
    }

    /// "dự thảo".
    pub fn document_state(self, state: DocumentState) -> &'static str {
        match state {
            DocumentState::Issued => self.pick("đã ban hành", "issued"),
            DocumentState::Draft => self.pick("dự thảo", "draft"),
            DocumentState::Secondary => self.pick("nguồn thứ cấp", "secondary source"),
        }
    }

    /// "Báo cáo năm 2026 (dự thảo)": of something that a draft asks for.
    pub fn of_draft(self, title: &str) -> String {
        format!("{title} ({})", self.document_state(DocumentState::Draft))
    }

    /// "Đôn đốc 6/15 đơn vị chưa gửi báo cáo năm 2026".
    pub fn chase(self, owing: usize, total: usize, period: &str) -> String {
        self.pick(
            format!("Đôn đốc {owing}/{total} đơn vị chưa gửi báo cáo {period}"),
            format!("Chase {owing} of {total} for the report of {period}"),
        )
    }

    /// "còn 14/15 đơn vị chưa gửi".
    pub fn owing_of(self, owing: usize, total: usize) -> String {
        self.pick(format!("còn {owing}/{total} chưa gửi"), format!("{owing} of {total} owing"))
    }

    /// "Báo cáo năm 2026 → Sở Nội vụ"; a report that is no report of a period by the title of its obligation.
    pub fn report_name(self, title: &str, rule: &Rule, period: Period, recipient: &str) -> String {
        if matches!(rule, Rule::Conditional { .. }) {
            return title.to_owned();
        }
        let period = self.period(period);
        self.pick(format!("Báo cáo {period} → {recipient}"), format!("Report of {period} → {recipient}"))
    }

    /// Heading of the list of those who have not reported.
    pub fn owing_count(self, owing: usize, period: &str) -> String {
        self.pick(
            format!("{owing} cơ quan chưa gửi báo cáo {period}"),
            format!("{owing} agencies have not sent the report of {period}"),
        )
    }

    /// "và 12 nhiệm vụ nữa: xem màn hình 2".
    pub fn and_more(self, count: usize) -> String {
        self.pick(
            format!("  và {count} nhiệm vụ nữa: xem màn hình 2"),
            format!("  and {count} more: see view 2"),
        )
    }

    /// "7 nhiệm vụ chưa giao cho cơ quan nào".
    pub fn tasks_without_owner(self, count: usize) -> String {
        self.pick(
            format!("{count} nhiệm vụ văn bản không giao cho ai"),
            format!("{count} tasks without an owner"),
        )
    }

    /// What a plan holds.
    pub fn plan_tally(self, targets: usize, tasks: usize, obligations: usize, orphans: usize) -> String {
        self.pick(
            format!("{targets} chỉ tiêu · {tasks} nhiệm vụ, {orphans} chưa phân công · {obligations} nghĩa vụ báo cáo"),
            format!("{targets} targets · {tasks} tasks, {orphans} without an owner · {obligations} report duties"),
        )
    }

    /// "dòng 80 của 001_….txt".
    pub fn lines_of(self, (from, to): (u32, u32), source: &str) -> String {
        let lines = if from == to { format!("{from}") } else { format!("{from}–{to}") };
        self.pick(format!("dòng {lines} của {source}"), format!("line {lines} of {source}"))
    }

    /// How much a report holds.
    pub fn report_size(self, words: usize, entries: usize, figures: usize) -> String {
        self.pick(
            format!("{words} chữ · {entries} mục tiến độ trong kỳ · {figures} số liệu"),
            format!("{words} words · {entries} progress entries · {figures} figures"),
        )
    }

    /// "1 chặn, 3 nhắc".
    pub fn check_tally(self, blocking: usize, advisory: usize) -> String {
        self.pick(
            format!("{blocking} lỗi phải sửa, {advisory} lưu ý"),
            format!("{blocking} blocking, {advisory} advisory"),
        )
    }

    /// Who changed a record meanwhile, and when.
    pub fn changed_by(self, who: &str, at: Option<DateTime<FixedOffset>>) -> String {
        let at = at.map(|at| at.format("%H:%M ngày %d/%m").to_string()).unwrap_or_default();
        self.pick(
            format!("{who} đã lưu bản khác lúc {at}. Chưa có gì bị ghi đè."),
            format!("{who} saved another version at {at}. Nothing was overwritten."),
        )
    }

    /// Why the store could not do it, and what to do.
    pub fn failure(self, failure: &Failure, retry: bool) -> String {
        let again = if retry {
            self.pick(" Chữ còn nguyên; ^S: thử lại.", " Your text is safe; ^S tries again.")
        } else {
            ""
        };
        let what = match failure {
            Failure::Busy => self.pick(
                "Cơ sở dữ liệu đang bận vì chương trình khác.".to_owned(),
                "The database is held by another program.".into(),
            ),
            Failure::Full => {
                self.pick("Ổ đĩa đã đầy: xóa bớt tệp.".to_owned(), "The disk is full: make room.".into())
            }
            Failure::ReadOnly => self.pick(
                "Không được phép ghi vào tệp cơ sở dữ liệu.".to_owned(),
                "The database file may not be written.".into(),
            ),
            Failure::Moved => self.pick(
                "Tệp cơ sở dữ liệu đã bị dời, xóa hoặc thay: đưa tệp cũ về chỗ cũ.".to_owned(),
                "The database file was moved, deleted or replaced: put it back.".into(),
            ),
            Failure::Step(fault) => return self.step_fault(*fault).to_owned(),
            Failure::ChangedByOther { by } => self.pick(
                format!("{by} đã sửa bản ghi này sau đó nên không hoàn tác được."),
                format!("{by} changed this record since, so it cannot be undone."),
            ),
            Failure::Other(reason) => {
                self.pick(format!("Không ghi được: {reason}."), format!("Cannot write: {reason}."))
            }
        };
        format!("{what}{again}")
    }

    /// Something on the screen could not be read from the database.
    pub fn unreadable(self, failure: &Failure) -> String {
        let why = match failure {
            Failure::Busy => {
                self.pick("chương trình khác đang giữ".to_owned(), "another program holds it".into())
            }
            Failure::Other(reason) => reason.clone(),
            other => self.failure(other, false),
        };
        self.pick(
            format!("Có dòng chưa đọc được từ cơ sở dữ liệu ({why}); bấm số của màn hình để đọc lại."),
            format!(
                "Some rows could not be read from the database ({why}); the number of the view reads again."
            ),
        )
    }

    /// A paste that found room for only a part of itself.
    pub fn paste_cut(self, most: usize) -> String {
        self.pick(
            format!("Ô này nhận nhiều nhất {most} ký tự: phần sau của đoạn dán không vào được."),
            format!("This field takes at most {most} characters: the rest of the paste was left out."),
        )
    }

    /// Why a report may not take a step.
    pub fn step_fault(self, fault: StepFault) -> &'static str {
        let words = self.words();
        match fault {
            StepFault::Frozen => words.step_frozen,
            StepFault::OwnApproval => words.own_approval,
            StepFault::NoApproval => words.signer_needed,
            StepFault::NoRemark => words.remark_needed,
            StepFault::NotSent => words.step_not_sent,
            StepFault::NotSubmitted => words.step_not_submitted,
        }
    }

    /// The figure that stands for today already.
    pub fn known_figure(self, figure: &str) -> String {
        self.pick(
            format!("Số hôm nay đang ghi: {figure}; gõ số mới để thay."),
            format!("Today's figure: {figure}; type a new one to replace it."),
        )
    }

    /// Who submitted a report, and what is waited for.
    pub fn submitted_by(self, author: &str) -> String {
        self.pick(
            format!("{author} đã trình; chờ người khác duyệt: mở báo cáo, F10."),
            format!("{author} submitted it; somebody else approves: open it, F10."),
        )
    }

    /// When a report was sent.
    pub fn sent_at(self, at: DateTime<FixedOffset>) -> String {
        let at = at.format("%H:%M ngày %d/%m/%Y").to_string();
        self.pick(format!("Đã gửi lúc {at}"), format!("Sent at {}", at.replace("ngày", "on")))
    }

    /// That the window is too small.
    pub fn too_small(self, w: u16, h: u16) -> String {
        self.pick(
            format!("Cửa sổ {w}x{h} quá nhỏ, cần ít nhất 60x15 (tốt nhất 80x24)."),
            format!("Window {w}x{h} is too small, at least 60x15 is needed (80x24 is best)."),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_is_not_all_says_so() {
        let count = |listed, cut| Count { listed, cut };
        let tally = Lang::Vi.agenda_tally([count(509, true), count(207, false), count(14, false)]);
        assert_eq!(tally, "509+ việc · 207 quá hạn · 14 sắp đến hạn");
    }
}
