//! The service's own time: the machine's, plus what `/__local/clock` added.

use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// A clock that can be moved, so that a day's token can be seen to expire in a second's test.
#[derive(Debug, Default)]
pub struct Clock {
    ahead_ms: AtomicI64,
    /// The machine's time at which it was stopped.
    stopped_at: Mutex<Option<i64>>,
}

impl Clock {
    /// Milliseconds since 1970, moved.
    pub fn now_ms(&self) -> i64 {
        let stopped_at = *self.stopped_at.lock().unwrap_or_else(PoisonError::into_inner);
        stopped_at.unwrap_or_else(machine_ms).saturating_add(self.ahead_ms())
    }

    /// Stops it: nothing becomes due until it is moved or reset.
    pub fn stop(&self) {
        self.stopped_at.lock().unwrap_or_else(PoisonError::into_inner).get_or_insert_with(machine_ms);
    }

    /// How far it is ahead of the machine's time (negative: behind).
    pub fn ahead_ms(&self) -> i64 {
        self.ahead_ms.load(Ordering::Relaxed)
    }

    /// Moves it.
    pub fn advance(&self, ms: i64) {
        self.ahead_ms.fetch_add(ms, Ordering::Relaxed);
    }

    /// Back to the machine's time, and running.
    pub fn reset(&self) {
        self.ahead_ms.store(0, Ordering::Relaxed);
        *self.stopped_at.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

fn machine_ms() -> i64 {
    let real = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    i64::try_from(real).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_moves_only_when_it_is_moved() {
        let clock = Clock::default();
        clock.stop();
        let then = clock.now_ms();
        clock.advance(5_000);
        assert_eq!(clock.now_ms(), then + 5_000);
        clock.stop();
        assert_eq!(clock.now_ms(), then + 5_000, "stopping twice is stopping once");
        clock.reset();
        assert!(clock.now_ms() < then + 5_000 || machine_ms() >= then + 5_000);
        assert_eq!(clock.ahead_ms(), 0);
    }
}
