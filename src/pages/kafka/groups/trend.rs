//! How a group's lag moves, from samples taken while somebody looks. Pure.

use std::collections::VecDeque;

/// Samples kept of one group: ten minutes at one every ten seconds.
const MOST: usize = 60;
/// The rate is that of the last five minutes: long enough to be steady, short enough to notice a change.
const WINDOW_MS: i64 = 300_000;
/// Less than this says nothing about a rate.
const LEAST_SAMPLES: usize = 3;
const LEAST_MS: i64 = 4_000;

/// One look at the lag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sample {
    /// Epoch milliseconds.
    at: i64,
    lag: u64,
}

/// The samples of one group, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course(VecDeque<Sample>);

/// How fast the lag changes: thousandths of a message per second, negative while it shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(pub i64);

/// When the group will have caught up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drain {
    /// Too few samples to tell, or the lag itself is not known.
    Unknown,
    /// It has caught up.
    Done,
    /// In this many seconds, if it goes on like this.
    In(u64),
    /// The lag stays as it is: nothing is consumed, or as much as is produced.
    Standing,
    /// The lag grows.
    Growing,
    /// No consumer is there to catch up.
    Nobody,
}

impl Course {
    /// Adds a sample; one not later than the last is ignored.
    pub fn push(&mut self, at: i64, lag: u64) {
        if self.0.back().is_some_and(|last| last.at >= at) {
            return;
        }
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(Sample { at, lag });
    }

    /// The lag seen last.
    pub fn last(&self) -> Option<u64> {
        self.0.back().map(|sample| sample.lag)
    }

    /// The lags, oldest first.
    pub fn lags(&self) -> Vec<u64> {
        self.0.iter().map(|sample| sample.lag).collect()
    }

    /// How many samples there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Time from the first to the last sample, seconds.
    pub fn seconds(&self) -> u64 {
        let span = self.0.back().zip(self.0.front()).map_or(0, |(last, first)| last.at - first.at);
        u64::try_from(span / 1000).unwrap_or_default()
    }

    /// The rate over the last five minutes; `None` while there is too little to go by.
    pub fn rate(&self) -> Option<Rate> {
        let last = self.0.back()?;
        let recent: Vec<&Sample> = self.0.iter().filter(|s| last.at - s.at <= WINDOW_MS).collect();
        let first = recent.first()?;
        let span = last.at - first.at;
        if recent.len() < LEAST_SAMPLES || span < LEAST_MS {
            return None;
        }
        let change = i128::from(last.lag) - i128::from(first.lag);
        i64::try_from(change * 1_000_000 / i128::from(span)).ok().map(Rate)
    }

    /// When a group with this course will have caught up.
    pub fn drain(&self) -> Drain {
        let (Some(last), rate) = (self.0.back(), self.rate()) else { return Drain::Unknown };
        match (last.lag, rate) {
            (0, _) => Drain::Done,
            (_, None) => Drain::Unknown,
            (_, Some(Rate(0))) => Drain::Standing,
            (_, Some(Rate(1..))) => Drain::Growing,
            (lag, Some(Rate(down))) => {
                let seconds = u128::from(lag) * 1000 / u128::from(down.unsigned_abs());
                Drain::In(u64::try_from(seconds).unwrap_or(u64::MAX).max(1))
            }
        }
    }
}

impl Drain {
    /// For sorting: the most urgent last.
    pub fn urgency(self) -> (u8, u64) {
        match self {
            Self::Done => (0, 0),
            Self::In(seconds) => (1, seconds),
            Self::Unknown => (2, 0),
            Self::Nobody => (3, 0),
            Self::Standing => (4, 0),
            Self::Growing => (5, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One sample every ten seconds.
    fn course(lags: &[u64]) -> Course {
        let mut course = Course::default();
        for (i, lag) in lags.iter().enumerate() {
            course.push(i as i64 * 10_000, *lag);
        }
        course
    }

    #[test]
    fn two_samples_are_no_trend() {
        assert_eq!(course(&[]).drain(), Drain::Unknown);
        assert_eq!(course(&[100, 50]).rate(), None);
        assert_eq!(course(&[100, 50]).drain(), Drain::Unknown);
    }

    #[test]
    fn a_shrinking_lag_ends_some_time() {
        let course = course(&[1000, 900, 800]);
        assert_eq!(course.rate(), Some(Rate(-10_000)));
        assert_eq!(course.drain(), Drain::In(80));
    }

    #[test]
    fn what_grows_or_stands_never_ends() {
        assert_eq!(course(&[10, 20, 30]).drain(), Drain::Growing);
        assert_eq!(course(&[10, 10, 10]).drain(), Drain::Standing);
        assert_eq!(course(&[0, 0, 0]).drain(), Drain::Done);
        assert_eq!(course(&[5, 0]).drain(), Drain::Done, "caught up is known at once");
    }

    #[test]
    fn a_trickle_is_not_nothing() {
        // One message less in twenty seconds.
        let slow = course(&[100, 100, 99]);
        assert_eq!(slow.rate(), Some(Rate(-50)));
        assert_eq!(slow.drain(), Drain::In(1980));
    }

    #[test]
    fn old_samples_do_not_blur_a_change() {
        let mut lags = vec![0; 40];
        lags.extend(std::iter::repeat_n(600, 31));
        let course = course(&lags);
        assert_eq!(course.drain(), Drain::Standing, "five minutes at 600");
        assert_eq!(course.len(), MOST);
    }

    #[test]
    fn the_same_answer_counts_once() {
        let mut course = course(&[10, 20, 30]);
        course.push(20_000, 99);
        assert_eq!(course.lags(), [10, 20, 30]);
        assert_eq!(course.seconds(), 20);
    }

    #[test]
    fn huge_lags_do_not_overflow() {
        let course = course(&[u64::MAX, u64::MAX / 2, 1]);
        assert!(course.rate().is_none_or(|rate| rate.0 < 0));
        let _ = course.drain();
    }
}
