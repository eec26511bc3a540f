//! Operations that may be asked only so often.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Remembers when an instance was last asked something.
#[derive(Debug, Default)]
pub struct FlowControl {
    last: Mutex<HashMap<String, Instant>>,
}

impl FlowControl {
    /// Whether `key` may be asked now, at most once in `every`. A refused question does not count.
    pub fn allows(&self, key: &str, every: Duration) -> bool {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if last.get(key).is_some_and(|before| now.duration_since(*before) < every) {
            return false;
        }
        last.insert(key.to_owned(), now);
        true
    }
}
