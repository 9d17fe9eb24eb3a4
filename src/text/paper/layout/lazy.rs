//! A layout that waits for the first document: most who open the program draw none.

use std::fmt;
use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use super::Layout;

type Make = Box<dyn FnOnce() -> Layout + Send>;

/// A layout that is made when it is first asked for; clones share it.
#[derive(Clone)]
pub struct LazyLayout(Arc<LazyLock<Layout, Make>>);

impl LazyLayout {
    /// A layout that `make` gives.
    pub fn new(make: impl FnOnce() -> Layout + Send + 'static) -> Self {
        Self(Arc::new(LazyLock::new(Box::new(make))))
    }
}

impl From<Layout> for LazyLayout {
    fn from(layout: Layout) -> Self {
        Self::new(|| layout)
    }
}

impl Deref for LazyLayout {
    type Target = Layout;

    fn deref(&self) -> &Layout {
        &self.0
    }
}

impl fmt::Debug for LazyLayout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LazyLayout").finish_non_exhaustive()
    }
}
