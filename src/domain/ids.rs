//! Identifiers as types of their own, so that an agency cannot stand where a plan is meant.

use std::borrow::Borrow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Wraps a text that is already known to be an identifier.
            pub fn new(text: impl AsRef<str>) -> Self {
                Self(Arc::from(text.as_ref()))
            }

            /// The identifier as text, as it stands in the plan files and in the database.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_id! {
    /// An agency or a group of agencies in the register, such as `ls-so-noi-vu`.
    AgencyId
}
text_id! {
    /// A plan, such as `lang-son-165-2024`.
    PlanId
}
text_id! {
    /// A task, target or obligation: the plan's id, a slash, and the item's own id,
    /// such as `lang-son-165-2024/IV.7.a`. Unique within its kind over all plans.
    ItemId
}

/// A map by identifiers. Thousands are looked up at every start, and nobody gains by making them collide: a quick hash
/// does.
pub type IdMap<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

impl ItemId {
    /// Joins a plan and an item's id within that plan.
    pub fn within(plan: &PlanId, local: &str) -> Self {
        Self::new(format!("{plan}/{local}"))
    }

    /// The plan that the item belongs to.
    pub fn plan(&self) -> PlanId {
        PlanId::new(self.0.split_once('/').map_or(&*self.0, |(plan, _)| plan))
    }

    /// The item's id within its plan.
    pub fn local(&self) -> &str {
        self.0.split_once('/').map_or(&*self.0, |(_, local)| local)
    }
}
