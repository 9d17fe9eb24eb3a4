//! Report obligations: who owes which report to whom, and before which day.

use serde::{Deserialize, Serialize};

use super::ids::{AgencyId, ItemId};
use super::schedule::Schedule;

/// Kinds of report (Nghị định 09/2019/NĐ-CP).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportKind {
    /// Định kỳ.
    Periodic,
    /// Chuyên đề: sơ kết, tổng kết.
    Thematic,
    /// Đột xuất: "kịp thời báo cáo".
    AdHoc,
}

/// What a report must contain by its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContentItem {
    /// Kết quả thực hiện.
    Results,
    /// Khó khăn, vướng mắc.
    Obstacles,
    /// Đề xuất, kiến nghị.
    Proposals,
    /// Vấn đề phát sinh.
    EmergingIssues,
    /// Số liệu.
    Figures,
}

/// An obligation to report, as one clause of one plan creates it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportingObligation {
    /// Identifier over all plans.
    pub id: ItemId,
    /// Clause that creates it.
    pub clause: String,
    /// Kind of report.
    pub kind: ReportKind,
    /// Title in our words.
    pub title: String,
    /// Agencies and groups that report.
    pub reporters: Vec<AgencyId>,
    /// The legal recipient.
    pub recipient: AgencyId,
    /// Further recipients.
    pub also_to: Vec<AgencyId>,
    /// The desk on the way ("qua Sở …"): on time is judged there.
    pub via: Option<AgencyId>,
    /// The agency that drafts the report for the reporter (tham mưu).
    pub prepared_by: Option<AgencyId>,
    /// The obligations of the level below whose reports are compiled into this one.
    pub consumes: Vec<ItemId>,
    /// Time phrase and due rule.
    pub schedule: Schedule,
    /// What the clause asks for; other sections are recommended only.
    pub content: Vec<ContentItem>,
    /// What a reader has to know.
    pub note: Option<String>,
}
