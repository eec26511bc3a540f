//! The calls that were answered, for tests and for people. In memory, and without bodies: those hold secrets.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use serde::Serialize;

/// How many calls are kept.
const CAPACITY: usize = 20_000;

/// One answered call.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// When it came, milliseconds since 1970 by the service's clock.
    pub time: i64,
    /// `GET` and so on.
    pub method: String,
    /// Path as sent.
    pub path: String,
    /// Query as sent.
    pub query: String,
    /// Id of the operation; `None` where the path means none.
    pub operation: Option<&'static str>,
    /// Status answered.
    pub status: u16,
    /// Code of the refusal, if it was one.
    pub error_code: Option<String>,
    /// How long it took.
    pub ms: u64,
    /// Id in the header `X-Request-Id`.
    pub request_id: String,
    /// The failure that was played, if one was.
    pub fault: Option<&'static str>,
}

/// The last calls, oldest first.
#[derive(Debug, Default)]
pub struct Journal {
    entries: Mutex<VecDeque<Entry>>,
}

impl Journal {
    /// Adds a call.
    pub fn add(&self, entry: Entry) {
        let mut entries = self.entries.lock().unwrap_or_else(PoisonError::into_inner);
        if entries.len() == CAPACITY {
            entries.pop_front();
        }
        entries.push_back(entry);
    }

    /// All calls kept.
    pub fn entries(&self) -> Vec<Entry> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).iter().cloned().collect()
    }

    /// Forgets them.
    pub fn clear(&self) {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
