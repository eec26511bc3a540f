//! Sends the calls of a batch.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use leptos::task::spawn_local;

use super::{Counts, Item, Outcome, note, reopen};
use crate::data::ApiFailure;
use crate::prelude::*;

type Outcomes = Pin<Box<dyn Future<Output = Vec<Outcome>>>>;
type Split = Rc<dyn Fn(Vec<String>) -> Vec<Vec<String>>>;

/// How a batch is sent.
#[derive(Clone)]
pub struct Job {
    split: Split,
    send: Rc<dyn Fn(Vec<String>) -> Outcomes>,
    /// Calls on their way at the same time.
    parallel: usize,
}

impl Job {
    /// Calls for up to `most` things each, one after the other. `send` takes their keys and gives an outcome for
    /// each, in the same order.
    pub fn calls<F>(most: usize, send: impl Fn(Vec<String>) -> F + 'static) -> Self
    where
        F: Future<Output = Vec<Outcome>> + 'static,
    {
        let split = move |keys: Vec<String>| keys.chunks(most.max(1)).map(<[String]>::to_vec).collect();
        Self { split: Rc::new(split), send: Rc::new(move |keys| Box::pin(send(keys))), parallel: 1 }
    }

    /// A call for each thing, four at a time.
    pub fn each<F>(send: impl Fn(String) -> F + 'static) -> Self
    where
        F: Future<Output = Outcome> + 'static,
    {
        let one = move |mut keys: Vec<String>| {
            let call = keys.pop().map(&send);
            async move {
                match call {
                    Some(call) => vec![call.await],
                    None => Vec::new(),
                }
            }
        };
        Self { parallel: 4, ..Self::calls(1, one) }
    }

    /// Divides the keys into calls in another way.
    #[must_use]
    pub fn split(mut self, split: impl Fn(Vec<String>) -> Vec<Vec<String>> + 'static) -> Self {
        self.split = Rc::new(split);
        self
    }
}

/// A batch: what is in it, what became of it. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Batch {
    pub(super) items: RwSignal<Vec<Item>>,
    pub(super) sending: RwSignal<bool>,
    /// Whether the results show.
    pub(super) shown: RwSignal<bool>,
    /// The user wants no more calls.
    stopping: RwSignal<bool>,
    job: StoredValue<Option<Job>, LocalStorage>,
    on_over: Callback<Vec<Item>>,
}

impl Batch {
    /// Nothing to do yet. `on_over` gets every item once all is done, or once the user has read what failed and
    /// closes the results.
    pub fn new(on_over: impl Fn(Vec<Item>) + Send + Sync + 'static) -> Self {
        Self {
            items: RwSignal::new(Vec::new()),
            sending: RwSignal::new(false),
            shown: RwSignal::new(false),
            stopping: RwSignal::new(false),
            job: StoredValue::new_local(None),
            on_over: Callback::new(on_over),
        }
    }

    /// Sends it. Several things show their results at once, a single one only if it fails.
    pub fn start(self, items: Vec<Item>, job: Job) {
        if self.sending.get_untracked() || items.is_empty() {
            return;
        }
        let keys = items.iter().map(|item| item.key.clone()).collect();
        self.shown.set(items.len() > 1);
        self.items.set(items);
        self.job.set_value(Some(job));
        self.send(keys);
    }

    /// Sends again what failed.
    pub fn retry(self) {
        let keys = self.items.try_update(|items| reopen(items)).unwrap_or_default();
        self.send(keys);
    }

    /// Whether calls are on their way. Tracked.
    pub fn sending(self) -> Signal<bool> {
        self.sending.into()
    }

    /// Makes no more calls; what was not sent can be sent by trying again.
    pub fn stop(self) {
        self.stopping.try_set(true);
    }

    /// Whether no more calls are to be made: because the user says so, or the page has gone. Not tracked.
    pub fn is_stopping(self) -> bool {
        self.stopping.try_get_untracked().unwrap_or(true)
    }

    /// Whether the results show, which then take the place of the review. Tracked.
    pub fn shows_results(self) -> bool {
        self.shown.get()
    }

    /// The user has read the results.
    pub(super) fn close(self) {
        if !self.sending.get_untracked() {
            self.over();
        }
    }

    fn send(self, keys: Vec<String>) {
        let Some(job) = self.job.get_value() else { return };
        self.sending.set(true);
        self.stopping.set(false);
        let calls: VecDeque<_> = (job.split)(keys).into();
        let workers = job.parallel.min(calls.len()).max(1);
        let run =
            Rc::new(Run { batch: self, job, calls: RefCell::new(calls), workers: RefCell::new(workers) });
        for _ in 0..workers {
            spawn_local(Rc::clone(&run).work());
        }
    }

    fn finished(self) {
        self.sending.try_set(false);
        let Some(counts) = self.items.try_with_untracked(|items| Counts::of(items)) else { return };
        if counts.is_success() {
            self.over();
        } else {
            self.shown.try_set(true);
        }
    }

    fn over(self) {
        let Some(items) = self.items.try_get_untracked() else { return };
        self.shown.set(false);
        self.items.set(Vec::new());
        let _ = self.on_over.try_run(items);
    }
}

/// The calls of one sending, shared by those who make them.
struct Run {
    batch: Batch,
    job: Job,
    calls: RefCell<VecDeque<Vec<String>>>,
    workers: RefCell<usize>,
}

impl Run {
    async fn work(self: Rc<Self>) {
        while let Some(keys) = self.next() {
            let outcomes = (self.job.send)(keys.clone()).await;
            if outcomes.contains(&Outcome::Call(ApiFailure::SignedOut)) {
                self.give_up(&Outcome::NotSent);
            }
            self.note(&keys, outcomes);
            if self.batch.is_stopping() {
                self.give_up(&Outcome::Stopped);
            }
        }
        let left = {
            let mut workers = self.workers.borrow_mut();
            *workers -= 1;
            *workers
        };
        if left == 0 {
            self.batch.finished();
        }
    }

    fn next(&self) -> Option<Vec<String>> {
        self.calls.borrow_mut().pop_front()
    }

    fn note(&self, keys: &[String], outcomes: Vec<Outcome>) {
        self.batch.items.try_update(|items| note(items, keys, outcomes));
    }

    /// Makes no other calls: nobody is signed in any more, or they are not wanted.
    fn give_up(&self, outcome: &Outcome) {
        for keys in self.calls.borrow_mut().drain(..) {
            self.note(&keys, vec![outcome.clone(); keys.len()]);
        }
    }
}
