//! After an outage pages ask again by themselves: with growing pauses, and while somebody can see it.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;

use leptos::leptos_dom::helpers::IntervalHandle;

use crate::i18n::now;
use crate::prelude::*;

const FIRST_PAUSE_MS: i64 = 8_000;
const LONGEST_PAUSE_MS: i64 = 60_000;
const SECOND_MS: i64 = 1_000;

/// Who waits, and until when. All wait together: what is down is the same for everybody.
#[derive(Default)]
struct Waiting {
    waiters: Vec<(u32, Callback<()>)>,
    last_number: u32,
    /// Attempts made since the trouble began.
    attempt: u32,
    /// When the last attempt was made, and when the next one is due; epoch milliseconds.
    tried_at: i64,
    due: i64,
    timer: Option<IntervalHandle>,
}

thread_local! {
    static WAITING: RefCell<Waiting> = RefCell::default();
}

/// Seconds until the next attempt.
static LEFT: LazyLock<ArcRwSignal<u32>> = LazyLock::new(ArcRwSignal::default);

/// The pause in milliseconds after so many attempts in vain.
fn pause(attempt: u32) -> i64 {
    FIRST_PAUSE_MS.saturating_mul(1 << attempt.min(8)).min(LONGEST_PAUSE_MS)
}

/// Does `again` after a pause that grows from time to time, for as long as the component lives and the tab is
/// visible. Gives the seconds that are left.
pub fn try_again_by_itself(again: Callback<()>) -> ArcRwSignal<u32> {
    let number = WAITING.with_borrow_mut(|waiting| waiting.join(again, now()));
    on_cleanup(move || WAITING.with_borrow_mut(|waiting| waiting.leave(number)));
    tick();
    LEFT.clone()
}

impl Waiting {
    fn join(&mut self, again: Callback<()>, now: i64) -> u32 {
        self.last_number = self.last_number.wrapping_add(1);
        self.waiters.push((self.last_number, again));
        if self.timer.is_none() {
            self.begin(now);
            self.timer = set_interval_with_handle(tick, Duration::from_millis(SECOND_MS.unsigned_abs())).ok();
        }
        self.last_number
    }

    /// A new pause: a longer one, unless the last attempt is so long ago that this is another trouble.
    fn begin(&mut self, now: i64) {
        if now - self.tried_at > 2 * LONGEST_PAUSE_MS {
            self.attempt = 0;
        }
        self.due = now + pause(self.attempt);
    }

    fn leave(&mut self, number: u32) {
        self.waiters.retain(|(other, _)| *other != number);
        if self.waiters.is_empty() {
            self.timer.take().iter().for_each(IntervalHandle::clear);
        }
    }

    /// Who is to try now; nobody before the time has come.
    fn due_now(&mut self, now: i64) -> Vec<Callback<()>> {
        if now < self.due {
            return Vec::new();
        }
        self.attempt += 1;
        self.tried_at = now;
        self.begin(now);
        self.waiters.iter().map(|(_, again)| *again).collect()
    }
}

fn tick() {
    // A hidden tab asks once it is seen again.
    if document().hidden() {
        return;
    }
    let now = now();
    let (due, waiters) = WAITING.with_borrow_mut(|waiting| {
        let waiters = waiting.due_now(now);
        (waiting.due, waiters)
    });
    let left = (due - now + SECOND_MS - 1) / SECOND_MS;
    LEFT.set(u32::try_from(left).unwrap_or_default());
    waiters.into_iter().for_each(|again| again.run(()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_a_minute() {
        let pauses: Vec<i64> = (0..5).map(pause).collect();
        assert_eq!(pauses, [8_000, 16_000, 32_000, 60_000, 60_000]);
        assert_eq!(pause(u32::MAX), LONGEST_PAUSE_MS);
    }

    #[test]
    fn a_later_trouble_begins_with_a_short_pause() {
        let mut waiting = Waiting::default();
        waiting.begin(1_000_000);
        assert!(waiting.due_now(1_007_999).is_empty() && waiting.attempt == 0);
        waiting.due_now(1_008_000);
        assert_eq!((waiting.attempt, waiting.due), (1, 1_024_000));
        waiting.begin(1_010_000);
        assert_eq!(waiting.due, 1_026_000, "the same trouble still");
        waiting.begin(2_000_000);
        assert_eq!(waiting.due, 2_008_000, "another one");
    }
}
