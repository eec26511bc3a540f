//! One answer for each of many things, asked for a few at a time.
//!
//! For what the API has no list of: the members of the groups on screen, the policies of topics, the bounds of
//! partitions. Nothing is asked twice while its answer is young, and what nobody wants any more is not asked.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dms_api::operation::Operation;

use crate::data::{ApiFailure, use_query};
use crate::i18n::now;
use crate::prelude::*;

/// The cache gives answers of this age without asking; whoever wants none that is older than that gets a new one.
const FRESH_MS: i64 = 2_000;

/// What came of asking about one thing.
pub type Told<T> = Result<Arc<T>, ApiFailure>;

/// Answers by key. Cheap to copy into closures.
pub struct Each<K: Send + Sync + 'static, T: Send + Sync + 'static> {
    /// What is wanted, and since when its answer may be, epoch milliseconds.
    queue: RwSignal<Vec<(K, i64)>>,
    known: RwSignal<BTreeMap<K, Known<T>>>,
    /// How many are on their way.
    asking: RwSignal<usize>,
}

struct Known<T> {
    told: Told<T>,
    /// Epoch milliseconds.
    at: i64,
}

impl<K: Send + Sync, T: Send + Sync> Clone for Each<K, T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<K: Send + Sync, T: Send + Sync> Copy for Each<K, T> {}

/// Asks what `op` makes of each wanted key, `lanes` at a time.
pub fn use_each<K, O>(
    lanes: usize,
    op: impl Fn(&K) -> O + Clone + Send + Sync + 'static,
) -> Each<K, O::Response>
where
    K: Ord + Clone + Send + Sync + 'static,
    O: Operation,
    O::Response: Send + Sync + 'static,
{
    let each = Each {
        queue: RwSignal::new(Vec::new()),
        known: RwSignal::new(BTreeMap::new()),
        asking: RwSignal::new(0),
    };
    for _ in 0..lanes {
        let op = op.clone();
        let current = RwSignal::new(None::<(K, i64)>);
        let query = use_query(move || current.with(|current| current.as_ref().map(|(key, _)| op(key))));
        Effect::new(move |_| {
            let Some((key, since)) = current.get() else {
                if let Some(next) = each.next() {
                    current.set(Some(next));
                }
                return;
            };
            let fresh = query.loaded_at().is_some_and(|at| at >= since);
            let told = match (query.refreshing(), query.error(), query.data()) {
                (false, Some(failure), _) => Err(failure),
                (false, None, Some(answer)) if fresh => Ok(answer),
                (false, None, Some(_)) => return query.refresh(),
                _ => return,
            };
            each.tell(key, told);
            current.set(None);
        });
    }
    each
}

impl<K: Ord + Clone + Send + Sync + 'static, T: Send + Sync + 'static> Each<K, T> {
    /// Puts a key in the queue unless its answer is younger than `old_ms`, or is waited for already.
    pub fn want(self, key: K, old_ms: i64) {
        let young = self.known.with_untracked(|known| known.get(&key).is_some_and(|k| now() - k.at < old_ms));
        if !young && !self.is_waiting(&key) {
            self.queue.update(|queue| queue.push((key, since(old_ms))));
        }
    }

    /// Puts many keys in the queue, except those whose answer is younger than `old_ms`.
    pub fn want_all(self, keys: impl IntoIterator<Item = K>, old_ms: i64) {
        let since = since(old_ms);
        let new: Vec<(K, i64)> = self.known.with_untracked(|known| {
            self.queue.with_untracked(|queue| {
                let waiting: BTreeSet<&K> = queue.iter().map(|(key, _)| key).collect();
                let young = |key: &K| known.get(key).is_some_and(|k| now() - k.at < old_ms);
                let new = keys.into_iter().filter(|key| !young(key) && !waiting.contains(key));
                new.map(|key| (key, since)).collect()
            })
        });
        if !new.is_empty() {
            self.queue.update(|queue| queue.extend(new));
        }
    }

    /// Takes a key out of the queue: nobody looks any more.
    pub fn unwant(self, key: &K) {
        if self.is_waiting(key) {
            self.queue.update(|queue| queue.retain(|(waiting, _)| waiting != key));
        }
    }

    fn is_waiting(self, key: &K) -> bool {
        let waits = |queue: &Vec<(K, i64)>| queue.iter().any(|(waiting, _)| waiting == key);
        self.queue.try_with_untracked(waits) == Some(true)
    }

    /// Forgets what is known of a key, and of all that waits.
    pub fn forget(self, key: &K) {
        self.known.try_update(|known| drop(known.remove(key)));
    }

    /// Empties the queue.
    pub fn stop(self) {
        self.queue.try_update(Vec::clear);
    }

    /// What came of a key, tracked.
    pub fn get(self, key: &K) -> Option<Told<T>> {
        self.known.with(|known| known.get(key).map(|known| known.told.clone()))
    }

    /// [`get`](Self::get), not tracked.
    pub fn peek(self, key: &K) -> Option<Told<T>> {
        self.known.with_untracked(|known| known.get(key).map(|known| known.told.clone()))
    }

    /// How many keys wait or are being asked about, tracked.
    pub fn pending(self) -> usize {
        self.queue.with(Vec::len) + self.asking.get()
    }

    /// The next key, and since when its answer may be. Tracked while there is none.
    fn next(self) -> Option<(K, i64)> {
        if self.queue.with(Vec::is_empty) {
            return None;
        }
        self.asking.update(|n| *n += 1);
        self.queue.try_update(|queue| queue.remove(0))
    }

    fn tell(self, key: K, told: Told<T>) {
        self.known.update(|known| drop(known.insert(key, Known { told, at: now() })));
        self.asking.update(|n| *n = n.saturating_sub(1));
    }
}

/// Since when an answer may be that shall not be older than `old_ms`.
fn since(old_ms: i64) -> i64 {
    now() - old_ms.min(FRESH_MS)
}
