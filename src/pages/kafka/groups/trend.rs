//! How a group's lag moves, from samples taken while somebody looks. Pure.

use std::collections::VecDeque;

/// Samples kept of one group: ten minutes at one every ten seconds.
const MOST: usize = 60;
/// The rate is that of the last five minutes: long enough to be steady, short enough to notice a change.
const WINDOW_MS: i64 = 300_000;
/// Less than this says nothing about a rate.
const LEAST_SAMPLES: usize = 3;
const LEAST_MS: i64 = 4_000;
/// Who was without lag so lately keeps up.
const RECENT_MS: i64 = 60_000;
/// Consumers commit every few seconds: silence is worth a word only when it is longer.
const SILENT_MS: i64 = 20_000;

/// One look at the lag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Sample {
    /// Epoch milliseconds.
    at: i64,
    lag: u64,
    /// Only where the group was looked at closely.
    stand: Option<Stand>,
}

/// Where a group and its partitions stand, added up over those partitions where both are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stand {
    /// Offsets committed by the group.
    pub committed: u64,
    /// Offsets of the partitions' ends.
    pub end: u64,
}

/// The samples of one group, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Course(VecDeque<Sample>);

/// How fast the lag changes: thousandths of a message per second, negative while it shrinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rate(pub i64);

/// What goes in and what comes out, each in thousandths of a message per second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow {
    /// What the group commits.
    pub read: Rate,
    /// What producers write to its partitions.
    pub written: Rate,
}

/// When the group will have caught up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drain {
    /// The lag itself is not known.
    Unknown,
    /// Too few samples to tell.
    Measuring,
    /// It has caught up.
    Done,
    /// It was without lag a moment ago: what there is, is on its way.
    Keeping,
    /// In this many seconds, if it goes on like this.
    In(u64),
    /// The lag stays as it is: nothing is consumed, or as much as is produced.
    Standing,
    /// The lag grows.
    Growing,
    /// There are consumers, but for so many seconds nothing has been committed.
    Stuck(u64),
    /// No consumer is there to catch up.
    Nobody,
}

impl Course {
    /// Adds a sample; one not later than the last is ignored.
    pub fn push(&mut self, at: i64, lag: u64) {
        self.push_stand(at, lag, None);
    }

    /// [`push`](Self::push), with where the group stands.
    pub fn push_stand(&mut self, at: i64, lag: u64, stand: Option<Stand>) {
        if self.0.back().is_some_and(|last| last.at >= at) {
            return;
        }
        if self.0.len() == MOST {
            self.0.pop_front();
        }
        self.0.push_back(Sample { at, lag, stand });
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
        per_second(first.lag, last.lag, span)
    }

    /// The samples of the last five minutes that say where the group stands, if they are enough to go by.
    fn stands(&self) -> Option<Vec<(i64, Stand)>> {
        let last = self.0.back()?;
        let recent = self.0.iter().filter(|s| last.at - s.at <= WINDOW_MS);
        let stands: Vec<(i64, Stand)> = recent.filter_map(|s| Some((s.at, s.stand?))).collect();
        let span = stands.last()?.0 - stands.first()?.0;
        (stands.len() >= LEAST_SAMPLES && span >= LEAST_MS).then_some(stands)
    }

    /// What went in and out in the last five minutes; `None` while there is too little to go by.
    pub fn flow(&self) -> Option<Flow> {
        let stands = self.stands()?;
        let ((from, first), (to, last)) = (*stands.first()?, *stands.last()?);
        Some(Flow {
            read: per_second(first.committed, last.committed, to - from)?,
            written: per_second(first.end, last.end, to - from)?,
        })
    }

    /// For how many seconds nothing has been committed, if that is long enough to say so.
    fn stuck(&self) -> Option<u64> {
        let stands = self.stands()?;
        let (now, last) = stands.last()?;
        // Silence while there was nothing to read means nothing.
        let waits = |stand: &Stand| stand.committed == last.committed && stand.end > stand.committed;
        let since = stands.iter().rev().take_while(|(_, stand)| waits(stand)).last()?.0;
        let silent = now - since;
        (silent >= SILENT_MS).then(|| u64::try_from(silent / 1000).unwrap_or_default())
    }

    /// When a group with this course will have caught up.
    pub fn drain(&self) -> Drain {
        let (Some(last), rate) = (self.0.back(), self.rate()) else { return Drain::Measuring };
        if let (1.., Some(seconds)) = (last.lag, self.stuck()) {
            return Drain::Stuck(seconds);
        }
        if last.lag > 0 && rate.is_some() && self.0.iter().any(|s| s.lag == 0 && last.at - s.at <= RECENT_MS)
        {
            return Drain::Keeping;
        }
        match (last.lag, rate) {
            (0, _) => Drain::Done,
            (_, None) => Drain::Measuring,
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
            Self::Keeping => (0, 1),
            Self::In(seconds) => (1, seconds),
            Self::Unknown | Self::Measuring => (2, 0),
            Self::Nobody => (3, 0),
            Self::Standing => (4, 0),
            Self::Growing => (5, 0),
            Self::Stuck(seconds) => (6, seconds),
        }
    }
}

/// The change of a count within a time in milliseconds; `None` where that is none.
fn per_second(first: u64, last: u64, span: i64) -> Option<Rate> {
    let change = i128::from(last) - i128::from(first);
    i64::try_from((change * 1_000_000).checked_div(i128::from(span))?).ok().map(Rate)
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
        assert_eq!(course(&[]).drain(), Drain::Measuring);
        assert_eq!(course(&[100, 50]).rate(), None);
        assert_eq!(course(&[100, 50]).drain(), Drain::Measuring);
    }

    /// One sample every ten seconds: committed and end.
    fn seen(stands: &[(u64, u64)]) -> Course {
        let mut course = Course::default();
        for (i, (committed, end)) in stands.iter().enumerate() {
            let stand = Stand { committed: *committed, end: *end };
            course.push_stand(i as i64 * 10_000, end - committed, Some(stand));
        }
        course
    }

    #[test]
    fn who_reads_slowly_is_not_stuck() {
        let slow = seen(&[(10, 100), (15, 120), (20, 140)]);
        assert_eq!(slow.flow(), Some(Flow { read: Rate(500), written: Rate(2000) }));
        assert_eq!(slow.drain(), Drain::Growing);
        let stuck = seen(&[(9, 80), (10, 100), (10, 120), (10, 140)]);
        assert_eq!(stuck.drain(), Drain::Stuck(20));
        assert_eq!(seen(&[(10, 100), (10, 110), (11, 120)]).drain(), Drain::Growing, "it has just read");
        assert_eq!(seen(&[(10, 10), (10, 10), (10, 10)]).drain(), Drain::Done, "nothing to read");
        assert_eq!(seen(&[(10, 20), (10, 20)]).flow(), None, "too few samples");
        assert_eq!(course(&[9, 9, 9]).flow(), None, "a list does not say where a group stands");
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
    fn a_message_on_its_way_is_no_trouble() {
        assert_eq!(course(&[0, 0, 1]).drain(), Drain::Keeping);
        assert_eq!(course(&[3, 0, 2, 1]).drain(), Drain::Keeping);
        assert_eq!(course(&[0, 10, 20, 30, 40, 50, 60, 70]).drain(), Drain::Growing, "too long ago");
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
