//! Answers kept by request, shared by everyone who shows them.
//!
//! An entry keeps its last good answer while a newer one is on its way or fails. Those who show it watch it: an
//! entry that nobody watches is neither refreshed nor loaded to its end, only kept for a return to the page.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use crate::data::affected::is_affected;
use crate::data::client::Answer;
use crate::data::transport::Abort;
use crate::data::{ApiFailure, once};
use crate::i18n::now;
use crate::prelude::*;

/// Entries kept without anyone watching them.
const IDLE_ENTRIES: usize = 40;
/// Answers younger than this are not asked for again by the next who wants them.
const FRESH_MS: i64 = 2_000;

/// How an entry's answer is got. The ticket takes the result.
pub type Load = Rc<dyn Fn(Ticket)>;

/// What is known of a request besides its answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub failure: Option<ApiFailure>,
    pub loading: bool,
    /// How much of a long answer has come, and how much there is, while it is on its way.
    pub arrived: Option<(u64, u64)>,
    /// Epoch milliseconds.
    pub loaded_at: Option<i64>,
}

/// One request with its last good answer.
#[derive(Clone)]
pub struct Entry(Arc<Kept>);

struct Kept {
    key: String,
    /// Path without query: what a change is compared with.
    path: String,
    answer: ArcRwSignal<Option<Answer>>,
    state: ArcRwSignal<State>,
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Entry {
    /// The last good answer, tracked.
    pub fn answer(&self) -> Option<Answer> {
        self.0.answer.get()
    }

    /// Tracked.
    pub fn state(&self) -> State {
        self.0.state.get()
    }

    /// Loads again, unless a load is on its way already.
    pub fn refresh(&self) {
        let running = with_slot(self, |slot| slot.running.is_some()).unwrap_or(true);
        if !running {
            start(self);
        }
    }
}

/// The right to set one load's result; worthless once another load of the entry has begun.
#[derive(Clone)]
pub struct Ticket {
    entry: Entry,
    number: u64,
    pub abort: Abort,
}

impl Ticket {
    /// Whether there is nothing to show yet, so that a part of the answer is better than none.
    pub fn is_first(&self) -> bool {
        self.entry.0.state.with_untracked(|s| s.loaded_at.is_none())
    }

    /// Shows a part of the answer while the rest is on its way.
    pub fn publish(&self, answer: Answer) {
        if self.is_valid() {
            self.entry.0.answer.set(Some(answer));
        }
    }

    /// Says how much of a long answer has come, behind the old one.
    pub fn progress(&self, arrived: u64, of: u64) {
        if self.is_valid() {
            self.entry.0.state.update(|s| s.arrived = Some((arrived, of)));
        }
    }

    /// Sets the result.
    pub fn finish(self, result: Result<Answer, ApiFailure>) {
        if !self.is_valid() {
            return;
        }
        with_slot(&self.entry, |slot| slot.running = None);
        let kept = &self.entry.0;
        match result {
            Ok(answer) => {
                kept.answer.set(Some(answer));
                kept.state.set(State { loaded_at: Some(now()), ..State::default() });
            }
            Err(failure) => kept.state.update(|s| {
                s.loading = false;
                s.arrived = None;
                s.failure = Some(failure);
            }),
        }
    }

    fn is_valid(&self) -> bool {
        with_slot(&self.entry, |slot| slot.load_number == self.number).unwrap_or(false)
    }
}

struct Slot {
    entry: Entry,
    load: Load,
    watchers: usize,
    running: Option<Abort>,
    load_number: u64,
    /// An answer is known to be out of date.
    stale: bool,
    last_used: u64,
}

/// At most some hundred slots: a walk through them is quicker than it is to explain, and a tree would be 10 kB of code.
#[derive(Default)]
struct Store {
    slots: Vec<Slot>,
    clock: u64,
}

thread_local! {
    static STORE: RefCell<Store> = RefCell::default();
}

fn with_slot<R>(entry: &Entry, f: impl FnOnce(&mut Slot) -> R) -> Option<R> {
    STORE.with_borrow_mut(|store| store.slots.iter_mut().find(|s| s.entry == *entry).map(f))
}

/// The entry of `key`, made if need be.
pub fn entry(key: String, path: &str, load: Load) -> Entry {
    STORE.with_borrow_mut(|store| {
        store.clock += 1;
        let clock = store.clock;
        if let Some(slot) = store.slots.iter_mut().find(|s| s.entry.0.key == key) {
            slot.last_used = clock;
            return slot.entry.clone();
        }
        store.make_room();
        let (answer, state) = (ArcRwSignal::new(None), ArcRwSignal::new(State::default()));
        let entry = Entry(Arc::new(Kept { key, path: path.to_owned(), answer, state }));
        let slot = Slot {
            entry: entry.clone(),
            load,
            watchers: 0,
            running: None,
            load_number: 0,
            stale: false,
            last_used: clock,
        };
        store.slots.push(slot);
        entry
    })
}

impl Store {
    /// Drops what nobody has shown for longest, a quarter at a time.
    fn make_room(&mut self) {
        let idle = self.slots.iter().filter(|s| s.watchers == 0).count();
        if idle >= IDLE_ENTRIES {
            for _ in 0..IDLE_ENTRIES / 4 {
                let idle = self.slots.iter().enumerate().filter(|(_, s)| s.watchers == 0);
                let Some((oldest, _)) = idle.min_by_key(|(_, s)| s.last_used) else { return };
                self.slots.swap_remove(oldest);
            }
        }
    }
}

/// Whoever asks below prefers what was kept, however old, to asking again.
#[derive(Clone, Copy)]
struct PreferKept;

/// From here on, the component and those inside it take answers as they were kept, and ask only for what is missing
/// or known to be out of date.
pub fn prefer_kept() {
    provide_context(PreferKept);
}

/// Someone shows the entry: from now on it is kept up to date. An answer may be `fresh_ms` old, or any age if `None`.
fn watch(entry: &Entry, fresh_ms: Option<i64>) {
    let (loaded_at, failed) = entry.0.state.with_untracked(|s| (s.loaded_at, s.failure.is_some()));
    let old = loaded_at.is_none_or(|at| fresh_ms.is_some_and(|fresh| now() - at > fresh));
    let wanted = with_slot(entry, |slot| {
        slot.watchers += 1;
        slot.running.is_none() && (old || failed || slot.stale)
    });
    if wanted == Some(true) {
        start(entry);
    }
}

/// One less shows the entry; the last one cancels what is on its way.
fn unwatch(entry: &Entry) {
    let running = with_slot(entry, |slot| {
        slot.watchers = slot.watchers.saturating_sub(1);
        if slot.watchers > 0 {
            return None;
        }
        slot.load_number += 1;
        let running = slot.running.take();
        // What was asked for has not come: whoever watches next must ask again.
        slot.stale |= running.is_some();
        running
    });
    if let Some(Some(abort)) = running {
        abort.cancel();
        entry.0.state.update(|s| (s.loading, s.arrived) = (false, None));
    }
}

/// Begins a load in place of any that is on its way.
fn start(entry: &Entry) {
    let begun = with_slot(entry, |slot| {
        slot.load_number += 1;
        slot.stale = false;
        let abort = Abort::default();
        let before = slot.running.replace(abort.clone());
        (Rc::clone(&slot.load), Ticket { entry: entry.clone(), number: slot.load_number, abort }, before)
    });
    if let Some((load, ticket, before)) = begun {
        if let Some(before) = before {
            before.cancel();
        }
        entry.0.state.update(|s| (s.loading, s.arrived) = (true, None));
        load(ticket);
    }
}

/// Watches whatever entry `wanted` names, as long as the component lives.
pub fn use_entry(wanted: impl Fn() -> Option<Entry> + Send + Sync + 'static) -> Memo<Option<Entry>> {
    let entry = Memo::new(move |_| wanted());
    let fresh_ms = use_context::<PreferKept>().is_none().then_some(FRESH_MS);
    // Not an arena value: the clean-up below must still find it.
    let watched: Arc<Mutex<Option<Entry>>> = Arc::default();
    let change = move |to: Option<Entry>| {
        let Ok(mut held) = watched.lock() else { return };
        if *held == to {
            return;
        }
        to.iter().for_each(|entry| watch(entry, fresh_ms));
        let from = std::mem::replace(&mut *held, to);
        drop(held);
        from.iter().for_each(unwatch);
    };
    let stop = change.clone();
    Effect::new(move |_| change(entry.get()));
    on_cleanup(move || stop(None));
    entry
}

/// A change was made: what it may have touched is loaded again where it is shown, else when it is shown next.
pub fn invalidate(written_path: &str) {
    reload(|slot| is_affected(&slot.entry.0.path, written_path));
}

/// Loads again what failed for want of a session or a connection.
pub fn resume() {
    reload(|slot| {
        slot.entry.0.state.with_untracked(|s| s.failure.as_ref().is_some_and(ApiFailure::is_interruption))
    });
    once::resumed();
}

fn reload(wanted: impl Fn(&Slot) -> bool) {
    let (shown, hidden): (Vec<_>, Vec<_>) = STORE.with_borrow_mut(|store| {
        let slots = store.slots.iter_mut().filter(|slot| wanted(slot));
        let marked = slots.map(|slot| {
            slot.stale = true;
            (slot.watchers > 0, slot.entry.clone())
        });
        marked.partition(|(shown, _)| *shown)
    });
    shown.iter().for_each(|(_, entry)| start(entry));
    // Nobody may take these for young before they have been asked for again.
    hidden.iter().for_each(|(_, entry)| entry.0.state.update(|s| s.loaded_at = None));
}

/// Drops everything: another connection, or nobody, is signed in.
pub fn forget_everything() {
    let slots = STORE.with_borrow_mut(|store| std::mem::take(&mut store.slots));
    for abort in slots.into_iter().filter_map(|slot| slot.running) {
        abort.cancel();
    }
}
