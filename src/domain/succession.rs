//! Which agency took over from which, on which day, and by what; and what users settled where that is open.
//!
//! States facts only; who holds a duty on a day follows from them in `heirs`.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ids::AgencyId;

/// How much of the predecessor went to the successor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Share {
    /// Everything.
    Whole,
    /// The main part; other functions went elsewhere.
    Main,
    /// Some functions.
    Part,
}

/// One agency taking over from another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Succession {
    /// The predecessor.
    pub from: AgencyId,
    /// The successor.
    pub to: AgencyId,
    /// First day of the new state.
    pub on: NaiveDate,
    /// Which functions went there, in our words; `None`: not told apart.
    pub functions: Option<String>,
    /// How much went there.
    pub share: Share,
    /// Law, resolution or notice.
    pub source: Arc<str>,
    /// Whether the facts are settled; else they are still to be confirmed and only make a candidate.
    pub certain: bool,
}

/// What becomes of the duties of a group that was abolished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupFate {
    /// These agencies or groups have them.
    Successors(Vec<AgencyId>),
    /// Nobody has them from the end of the group on.
    Stopped,
    /// Nobody knows yet; the question stays open.
    Waiting,
}

impl Succession {
    /// Whether it alone says who has every duty of the predecessor.
    pub fn is_clear(&self) -> bool {
        self.certain && self.share == Share::Whole
    }
}
