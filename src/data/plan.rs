//! Which pages of a list to ask for, and when it is complete. Pure, so that every odd service can be tested.

use crate::data::paged::PageAt;

/// The most that DMS gives in one answer.
pub const LIMIT: u32 = 50;
/// Requests of one list on their way at a time.
pub const PARALLEL: usize = 4;

/// The state of one list's loading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Records per page: what the first answer really held, for a service that gives less than asked for.
    step: u32,
    next: u32,
    in_flight: usize,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The first page decides how to go on.
    First,
    /// The service said how many records there are.
    Counted(u64),
    /// It did not: one page after the other until one is not full.
    Uncounted,
    Complete,
}

impl Default for Plan {
    fn default() -> Self {
        Self { step: LIMIT, next: 0, in_flight: 0, state: State::First }
    }
}

impl Plan {
    /// The next page to ask for now; `None` to wait for an answer or because nothing is missing.
    pub fn ask(&mut self) -> Option<PageAt> {
        let free = match self.state {
            State::First => self.in_flight == 0 && self.next == 0,
            State::Counted(total) => {
                self.in_flight < PARALLEL && u64::from(self.next) * u64::from(self.step) < total
            }
            State::Uncounted => self.in_flight == 0,
            State::Complete => false,
        };
        if !free {
            return None;
        }
        let index = self.next;
        self.next += 1;
        self.in_flight += 1;
        Some(PageAt { index, offset: u64::from(index) * u64::from(self.step), limit: self.step })
    }

    /// A page with `count` records came. `repeated`: it is the same as the one before, so the service knows no
    /// paging.
    pub fn arrived(&mut self, count: usize, total: Option<u64>, repeated: bool) {
        self.in_flight = self.in_flight.saturating_sub(1);
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        let first = self.state == State::First;
        if repeated || count == 0 || (first && count > self.step) {
            self.state = State::Complete;
            return;
        }
        self.state = match (total, self.state) {
            // An answer that counts only what it holds itself has no more to say than one without a count.
            (Some(total), State::First) if total > u64::from(count) => {
                self.step = count;
                State::Counted(total)
            }
            (Some(total), State::First) if total == u64::from(count) && count < self.step => State::Complete,
            (Some(total), State::Counted(_)) => State::Counted(total),
            (_, State::First | State::Uncounted) if count == self.step => State::Uncounted,
            (_, State::First | State::Uncounted) => State::Complete,
            (_, state) => state,
        };
    }
}

#[cfg(test)]
impl Plan {
    fn is_complete(&self) -> bool {
        self.in_flight == 0 && self.clone().ask().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Plays a service that holds `records` and gives at most `most` per answer; returns offsets asked for.
    fn play(records: u32, most: u32, counted: bool) -> (Vec<u64>, usize) {
        let (mut plan, mut asked, mut widest) = (Plan::default(), Vec::new(), 0);
        loop {
            let mut batch = Vec::new();
            while let Some(page) = plan.ask() {
                batch.push(page);
            }
            if batch.is_empty() {
                assert!(plan.is_complete());
                return (asked, widest);
            }
            widest = widest.max(batch.len());
            for page in batch {
                asked.push(page.offset);
                let count = records.saturating_sub(page.offset as u32).min(page.limit.min(most));
                plan.arrived(count as usize, counted.then_some(u64::from(records)), false);
            }
        }
    }

    #[test]
    fn asks_the_first_alone_and_then_four_at_a_time() {
        let (asked, widest) = play(10_000, 50, true);
        assert_eq!((asked.len(), widest), (200, 4));
        assert_eq!(asked.last(), Some(&9_950));
    }

    #[test]
    fn asks_no_more_than_needed() {
        assert_eq!(play(0, 50, true).0, [0]);
        assert_eq!(play(7, 50, true).0, [0]);
        assert_eq!(play(51, 50, true).0, [0, 50]);
        assert_eq!(play(120, 50, false).0, [0, 50, 100]);
    }

    #[test]
    fn a_service_that_gives_less_than_asked_for_loses_nothing() {
        assert_eq!(play(35, 10, true).0, [0, 10, 20, 30]);
    }

    #[test]
    fn a_service_without_paging_is_asked_once_or_found_out() {
        let mut plan = Plan::default();
        plan.ask();
        plan.arrived(400, Some(400), false);
        assert!(plan.ask().is_none() && plan.is_complete());

        let mut plan = Plan::default();
        plan.ask();
        plan.arrived(50, None, false);
        assert!(plan.ask().is_some());
        plan.arrived(50, None, true);
        assert!(plan.is_complete());
    }

    #[test]
    fn a_list_that_grows_meanwhile_is_followed() {
        let mut plan = Plan::default();
        plan.ask();
        plan.arrived(50, Some(60), false);
        assert_eq!(plan.ask().map(|p| p.offset), Some(50));
        plan.arrived(50, Some(101), false);
        assert_eq!(plan.ask().map(|p| p.offset), Some(100));
    }
}
