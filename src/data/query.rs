//! One answer, kept up to date.

use std::marker::PhantomData;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use dms_api::operation::{Operation, Request};
use leptos::task::spawn_local;

use crate::data::ApiFailure;
use crate::data::cache::{self, Entry, State, Ticket};
use crate::data::client::{self, Decode};
use crate::prelude::*;
use crate::session::{self, Session};

/// What is known of one operation's answer. Cheap to copy into closures.
pub struct Query<T: 'static> {
    entry: Memo<Option<Entry>>,
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
    let request = move || request_of(&op()?, session::current());
    let entry = cache::use_entry(move || Some(entry_of(request()?, client::decode::<O::Response>)));
    Query { entry, answer: PhantomData }
}

/// The request for a session; `None` while nobody is signed in.
pub(super) fn request_of<O: Operation>(op: &O, session: Option<Arc<Session>>) -> Option<Request> {
    op.request(&session?.scope()).ok()
}

fn entry_of(request: Request, decode: Decode) -> Entry {
    // Engines share paths but not answers, so the operation is part of the key.
    let (key, path) = (format!("{} {}", request.spec.id, request.target()), request.path.clone());
    let load = move |ticket: Ticket| {
        let request = request.clone();
        spawn_local(async move {
            let result = client::send(&request, &ticket.abort).await;
            ticket.finish(result.map(|body| decode(&body)));
        });
    };
    cache::entry(key, &path, Rc::new(load))
}

impl<T: Send + Sync + 'static> Query<T> {
    /// The last good answer, tracked. It stays while a refresh runs or fails.
    pub fn data(&self) -> Option<Arc<T>> {
        self.entry.with(|e| e.as_ref().and_then(Entry::answer)).and_then(|answer| answer.downcast().ok())
    }

    /// Why the last attempt failed, tracked; `None` once one succeeds.
    pub fn error(&self) -> Option<ApiFailure> {
        self.state().failure
    }

    /// Whether there is nothing to show yet: no answer and no failure. Tracked.
    pub fn loading(&self) -> bool {
        self.data().is_none() && self.error().is_none()
    }

    /// Whether a request is on its way, tracked.
    pub fn refreshing(&self) -> bool {
        self.state().loading
    }

    /// When the answer arrived, epoch milliseconds. Tracked.
    pub fn loaded_at(&self) -> Option<i64> {
        self.state().loaded_at
    }

    /// Asks again.
    pub fn refresh(&self) {
        refresh(self.entry);
    }

    /// The last good answer as a signal.
    pub fn signal(self) -> Signal<Option<Arc<T>>> {
        Signal::derive(move || self.data())
    }

    /// Asks again every `every_ms` as long as `busy` holds for the last answer and the tab is visible.
    pub fn poll_while(self, every_ms: u32, busy: impl Fn(&T) -> bool + Send + Sync + 'static) -> Self {
        poll(self.entry, move || every_ms, move || self.data().is_some_and(|data| busy(&data)));
        self
    }

    /// Asks again every `every_ms` as long as the tab is visible; not at all while that is 0.
    pub fn poll_every(self, every_ms: Signal<u32>) -> Self {
        poll(self.entry, move || every_ms.get(), || true);
        self
    }

    fn state(&self) -> State {
        state(self.entry)
    }
}

pub(super) fn state(entry: Memo<Option<Entry>>) -> State {
    entry.with(|e| e.as_ref().map(Entry::state)).unwrap_or_default()
}

pub(super) fn refresh(entry: Memo<Option<Entry>>) {
    if let Some(Some(entry)) = entry.try_get_untracked() {
        entry.refresh();
    }
}

/// Refreshes every `every_ms` (0: never) while `busy`. A failed attempt is waited for longer; a hidden tab asks
/// nothing.
pub(super) fn poll(
    entry: Memo<Option<Entry>>,
    every_ms: impl Fn() -> u32 + Send + Sync + 'static,
    busy: impl Fn() -> bool + Send + Sync + 'static,
) {
    let due = Memo::new(move |_| {
        let (state, every_ms) = (state(entry), every_ms());
        let due = !state.loading && every_ms > 0 && busy();
        due.then_some((every_ms, state.loaded_at, state.failure.is_some()))
    });
    Effect::new(move |_| {
        let Some((every_ms, _, failed)) = due.get() else { return };
        let wait = if failed { every_ms.saturating_mul(4) } else { every_ms };
        let ask = move || {
            if !document().hidden() {
                refresh(entry);
            }
        };
        // An interval, so that a tab that was hidden when its time came is asked for later.
        if let Ok(timer) = set_interval_with_handle(ask, Duration::from_millis(wait.into())) {
            on_cleanup(move || timer.clear());
        }
    });
}
