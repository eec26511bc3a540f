//! A list that comes in pages: the first shows at once, the rest fills in.

mod load;

use std::collections::HashSet;
use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;

use dms_api::operation::{FromAnswer, Operation};

use crate::data::cache::{self, Entry};
use crate::data::client::Answer;
use crate::data::{ApiFailure, query};
use crate::prelude::*;
use crate::session;

use load::{List, Source, Taken};

/// Which page to ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageAt {
    /// Number of the page, from 0.
    pub index: u32,
    /// Records before this page.
    pub offset: u64,
    /// Records wanted: 50, the most that DMS gives.
    pub limit: u32,
}

/// What one answer held.
pub struct Page<T> {
    pub items: Vec<T>,
    /// Length of the whole list, where the answer says it.
    pub total: Option<u64>,
}

/// How an operation is paged. Plain functions, because the list is loaded on after its page has gone from view.
pub struct Paging<O: Operation, T> {
    /// Sets the operation's own paging parameters.
    pub at: fn(&mut O, PageAt),
    /// Takes the records out of an answer; what remains of the first answer is [`Paged::head`].
    pub take: fn(&mut O::Response) -> Page<T>,
    /// What tells two records apart, so that a list that shifts while it loads shows none twice.
    pub key: fn(&T) -> &str,
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

/// What is known of a list of `T`, whose pages come as `R`. Cheap to copy into closures.
pub struct Paged<T: Send + Sync + 'static, R: 'static = ()> {
    entry: Memo<Option<Entry>>,
    items: Memo<Items<T>>,
    head: PhantomData<fn() -> R>,
}

impl<T: Send + Sync, R> Clone for Paged<T, R> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T: Send + Sync, R> Copy for Paged<T, R> {}

/// Compared by identity: two lists are the same if they are one.
struct Items<T>(Arc<Vec<Arc<T>>>);

impl<T> PartialEq for Items<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Loads a whole list page by page, at most 4 pages at a time. `op` is tracked like that of
/// [`crate::data::use_query`] and names the list; the paging parameters in it do not matter.
///
/// A service that ignores paging and sends the whole list at once is understood, and so is one that gives less
/// per page than asked for.
pub fn use_paged<O, T>(
    op: impl Fn() -> Option<O> + Send + Sync + 'static,
    paging: Paging<O, T>,
) -> Paged<T, O::Response>
where
    O: Operation + Clone + 'static,
    O::Response: Send + Sync + 'static,
    T: Send + Sync + 'static,
{
    let Paging { at, take, key } = paging;
    let entry = cache::use_entry(move || {
        let (op, scope) = (op()?, session::current()?.scope());
        let request = move |page: PageAt| {
            let mut op = op.clone();
            at(&mut op, page);
            op.request(&scope).ok()
        };
        let read = move |body: &serde_json::Value| -> Taken {
            let mut answer = O::Response::from_answer(body);
            let Page { items, total } = take(&mut answer);
            let rows = items.into_iter().map(|item| Arc::new(item) as Answer).collect();
            Taken { head: Arc::new(answer), rows, total }
        };
        load::entry(Source { request: Rc::new(request), read: Rc::new(read) })
    });
    let items =
        Memo::new(move |_| Items(Arc::new(list(entry).map(|l| unique(&l.rows, key)).unwrap_or_default())));
    Paged { entry, items, head: PhantomData }
}

fn list(entry: Memo<Option<Entry>>) -> Option<Arc<List>> {
    entry.with(|e| e.as_ref().and_then(Entry::answer)).and_then(|answer| answer.downcast().ok())
}

fn unique<T: Send + Sync + 'static>(rows: &[Answer], key: fn(&T) -> &str) -> Vec<Arc<T>> {
    let items: Vec<Arc<T>> = rows.iter().filter_map(|row| Arc::clone(row).downcast().ok()).collect();
    let mut seen = HashSet::with_capacity(items.len());
    let first: Vec<bool> = items.iter().map(|item| seen.insert(key(item))).collect();
    if first.iter().all(|first| *first) {
        return items;
    }
    items.iter().zip(first).filter(|(_, first)| *first).map(|(item, _)| Arc::clone(item)).collect()
}

impl<T: Send + Sync + 'static, R: Send + Sync + 'static> Paged<T, R> {
    /// What has arrived so far, in the service's order. Tracked. Rows stay while a refresh runs or fails.
    pub fn items(&self) -> Arc<Vec<Arc<T>>> {
        self.items.with(|items| Arc::clone(&items.0))
    }

    /// The first answer without its records: totals and quotas. Tracked.
    pub fn head(&self) -> Option<Arc<R>> {
        list(self.entry).and_then(|list| Arc::clone(&list.head).downcast().ok())
    }

    /// Tracked.
    pub fn progress(&self) -> Progress {
        list(self.entry).map_or_else(Progress::default, |list| Progress {
            loaded: list.rows.len() as u64,
            total: list.total,
            done: list.done,
        })
    }

    /// Why the last attempt failed, tracked. Pages that had arrived stay.
    pub fn error(&self) -> Option<ApiFailure> {
        query::state(self.entry).failure
    }

    /// Whether there is nothing to show yet. Tracked.
    pub fn loading(&self) -> bool {
        list(self.entry).is_none() && self.error().is_none()
    }

    /// Whether requests are on their way, tracked.
    pub fn refreshing(&self) -> bool {
        query::state(self.entry).loading
    }

    /// While a list that is there is loaded again: how many rows of the new one have come, of how many. Tracked.
    pub fn reloaded(&self) -> Option<(u64, u64)> {
        query::state(self.entry).arrived
    }

    /// When the last page arrived, epoch milliseconds. Tracked.
    pub fn loaded_at(&self) -> Option<i64> {
        query::state(self.entry).loaded_at
    }

    /// Loads the list again, the old rows staying until the new ones are there.
    pub fn refresh(&self) {
        query::refresh(self.entry);
    }

    /// Loads again every `every_ms` as long as `busy` holds for any row and the tab is visible.
    pub fn poll_while(self, every_ms: u32, busy: impl Fn(&T) -> bool + Send + Sync + 'static) -> Self {
        query::poll(self.entry, move || every_ms, move || self.items().iter().any(|item| busy(item)));
        self
    }

    /// Loads again every `every_ms` as long as the tab is visible; not at all while that is 0.
    pub fn poll_every(self, every_ms: Signal<u32>) -> Self {
        query::poll(self.entry, move || every_ms.get(), || true);
        self
    }
}
