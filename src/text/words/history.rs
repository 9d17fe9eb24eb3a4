//! The history of a report, in words.

use super::Lang;
use crate::domain::history::{Part, What};
use crate::domain::record::{ReportState, Sealed};
use crate::text::sanitise::one_line;

impl Lang {
    /// How far a report is.
    pub fn report_state(self, state: ReportState) -> &'static str {
        let (vi, en) = match state {
            ReportState::Draft => ("nháp", "draft"),
            ReportState::AwaitingApproval => ("chờ duyệt", "awaiting approval"),
            ReportState::Sent => ("đã gửi", "sent"),
            ReportState::Received => ("đã nhận", "received"),
            ReportState::Returned => ("trả lại", "returned"),
        };
        self.pick(vi, en)
    }

    /// What a part of a report is called that can change.
    pub fn changed_part(self, part: Part) -> &'static str {
        let words = self.words();
        match part {
            Part::Results => words.part_results,
            Part::Obstacles => words.part_obstacles,
            Part::Proposals => words.part_proposals,
            Part::Evidence => words.part_evidence,
            Part::Without => self.pick("chỉ tiêu không có số", "targets without a figure"),
            Part::Dispatch => self.pick("văn bản phát hành", "dispatch"),
        }
    }

    /// What happened to a report: "nháp → chờ duyệt · sửa: Kết quả thực hiện"; `figure` writes a figure out.
    pub fn happened(self, what: &What, is_undo: bool, figure: impl Fn(&What) -> String) -> String {
        let mut told = Vec::new();
        if is_undo {
            told.push(self.pick("hoàn tác", "taken back").to_owned());
        }
        match what {
            What::Figure { .. } => told.push(figure(what)),
            What::Report { from, to, changed, remark, sealed } => {
                told.extend(self.step(*from, *to));
                if !changed.is_empty() {
                    let parts: Vec<_> = changed.iter().map(|part| self.changed_part(*part)).collect();
                    told.push(format!("{}: {}", self.pick("ghi", "written"), parts.join("; ")));
                }
                told.extend(sealed.as_ref().map(|sealed| self.sending(sealed)));
                let remark = remark.as_deref().map(one_line);
                told.extend(remark.map(|remark| format!("{}: {remark}", self.words().field_remark)));
            }
        }
        match told.is_empty() {
            true => self.pick("lưu lại, không đổi", "saved, nothing changed").to_owned(),
            false => told.join(" · "),
        }
    }

    fn step(self, from: Option<ReportState>, to: Option<ReportState>) -> Option<String> {
        match (from, to) {
            (None, Some(to)) => {
                Some(format!("{} ({})", self.pick("bắt đầu", "begun"), self.report_state(to)))
            }
            (Some(_), None) => Some(self.pick("bỏ báo cáo", "report removed").to_owned()),
            (Some(from), Some(to)) if from != to => {
                Some(format!("{} → {}", self.report_state(from), self.report_state(to)))
            }
            _ => None,
        }
    }

    fn sending(self, sealed: &Sealed) -> String {
        let number = self.receipt_number(sealed.number, sealed.version);
        let by = &sealed.approved_by;
        self.pick(format!("{by} duyệt, sổ gửi {number}"), format!("approved by {by}, ledger {number}"))
    }
}
