//! Tasks and duties: what is to be done, by whom, in which role, and when.

use serde::{Deserialize, Serialize};

use super::ids::{AgencyId, ItemId};
use super::schedule::Schedule;

/// Where in a plan a task comes from, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// A bullet of the sections on contents or solutions; often without an owner.
    Content,
    /// A duty under "tổ chức thực hiện".
    Duty,
    /// A row of the annex.
    Annex,
    /// A row of the annex that names a document rather than a piece of work.
    Document,
    /// A duty about money.
    Funding,
    /// A duty to keep a database.
    DataSystem,
}

/// What an agency has to do with a task. The role belongs to the link, not to the agency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Chủ trì, or the subject of the sentence.
    Lead,
    /// Phối hợp.
    Coordinating,
    /// Tham mưu: drafts for another signer.
    Advising,
    /// Tổng hợp.
    Compiling,
    /// Theo dõi, đôn đốc, kiểm tra, hướng dẫn.
    Monitoring,
    /// Thẩm định.
    Appraising,
    /// Trình.
    SubmittingForApproval,
    /// Quyết định, phê duyệt.
    Deciding,
    /// Báo cáo.
    Reporting,
    /// Qua (Sở …): the desk on the way.
    Via,
    /// Cung cấp số liệu.
    DataProvider,
    /// Chỉ đạo, hướng dẫn cấp dưới.
    DirectingSubordinates,
    /// Đề nghị: asked, not ordered; never overdue.
    Requested,
    /// Nhận để biết, giám sát.
    Informed,
}

/// One agency in one role.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleOf {
    /// Agency or group.
    pub agency: AgencyId,
    /// Its role in this task.
    pub role: Role,
}

/// How one task stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The duty carries out that content.
    Implements,
    /// The same work, written twice.
    Duplicate,
    /// The same work with another time or another owner.
    Conflict,
}

/// A link from one task to another, within a plan or across plans.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskLink {
    /// The other task.
    pub to: ItemId,
    /// How they stand to each other.
    pub kind: LinkKind,
}

/// A task or duty of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Task {
    /// Identifier over all plans.
    pub id: ItemId,
    /// Clause that it stands in.
    pub clause: String,
    /// Where it comes from.
    pub kind: TaskKind,
    /// Title in our words, at most about 120 characters.
    pub title: String,
    /// Agencies and groups with their roles; empty where the plan names nobody.
    pub roles: Vec<RoleOf>,
    /// Time phrase and what it means.
    pub schedule: Schedule,
    /// Links to other tasks.
    pub links: Vec<TaskLink>,
    /// What a reader has to know.
    pub note: Option<String>,
}

impl Role {
    /// Whether an agency in this role answers for the task in time.
    pub fn is_answerable(self) -> bool {
        matches!(self, Self::Lead | Self::Advising | Self::Compiling | Self::Monitoring | Self::Reporting)
    }
}
