//! The last so many messages of a topic that is being followed, and what was missed. Pure.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::ask::Place;
use super::plan::Stretch;

/// What came in lately, for a rate that is steady enough to be read.
#[derive(Clone, Debug, Default)]
pub struct Flow(VecDeque<(i64, i64, u64)>);

impl Flow {
    /// The rate is that of the last ten seconds.
    const WINDOW_MS: i64 = 10_000;

    /// `count` came between two moments, epoch milliseconds; tenths of a message per second lately.
    pub fn take(&mut self, from: i64, to: i64, count: u64) -> u64 {
        self.0.push_back((from, to, count));
        while self.0.len() > 1 && self.0.front().is_some_and(|(from, ..)| to - from > Self::WINDOW_MS) {
            self.0.pop_front();
        }
        let span = self.0.front().map_or(1, |(from, ..)| u64::try_from(to - from).unwrap_or(0).max(1));
        let all: u64 = self.0.iter().map(|(.., count)| count).sum();
        (all.saturating_mul(10_000) + span / 2) / span
    }
}

/// A bounded buffer, newest first.
#[derive(Clone, Debug)]
pub struct Ring<T> {
    items: VecDeque<T>,
    capacity: usize,
    /// How many have been pushed out at the old end.
    pub dropped: u64,
}

impl<T> Ring<T> {
    /// An empty buffer for `capacity` items.
    pub fn new(capacity: usize) -> Self {
        Self { items: VecDeque::with_capacity(capacity.min(4096)), capacity: capacity.max(1), dropped: 0 }
    }

    /// Adds an item at the new end; the oldest goes where there is no room.
    pub fn push(&mut self, item: T) {
        if self.items.len() == self.capacity {
            self.items.pop_back();
            self.dropped += 1;
        }
        self.items.push_front(item);
    }

    /// The items, newest first.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.items.iter()
    }

    /// Changes the first item that `is` the one.
    pub fn replace(&mut self, is: impl Fn(&T) -> bool, with: T) {
        if let Some(item) = self.items.iter_mut().find(|item| is(item)) {
            *item = with;
        }
    }
}

/// How far each partition has been followed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Follow {
    next: BTreeMap<u32, u64>,
}

impl Follow {
    /// What has come since the last time, given the ends of the partitions (the offset that the next message gets).
    /// A partition that was not known before begins at its end. One whose end has moved back (the topic was made
    /// anew) begins again at its end.
    pub fn due(&mut self, ends: &[(u32, u64)]) -> Vec<Stretch> {
        let mut due = Vec::new();
        for (partition, end) in ends {
            let next = self.next.entry(*partition).or_insert(*end);
            if *next > *end {
                *next = *end;
            }
            if *next < *end {
                due.push(Stretch { partition: *partition, from: *next, to: *end });
            }
        }
        due
    }

    /// The due stretches have been dealt with: of their messages those in `seen` are shown. The holes that are left.
    pub fn settle(&mut self, due: &[Stretch], seen: &BTreeSet<Place>) -> Vec<Stretch> {
        let mut holes = Vec::new();
        for stretch in due {
            self.next.insert(stretch.partition, stretch.to);
            holes.extend(holes_of(*stretch, seen));
        }
        holes
    }
}

/// The parts of a stretch of which no message is in `seen`.
pub fn holes_of(stretch: Stretch, seen: &BTreeSet<Place>) -> Vec<Stretch> {
    let place = |offset| Place { partition: stretch.partition, offset };
    let mut holes = Vec::new();
    let mut from = stretch.from;
    for found in seen.range(place(stretch.from)..place(stretch.to)) {
        if found.offset > from {
            holes.push(Stretch { from, to: found.offset, ..stretch });
        }
        from = found.offset + 1;
    }
    if from < stretch.to {
        holes.push(Stretch { from, ..stretch });
    }
    holes
}

/// How many offsets some stretches have.
pub fn length(stretches: &[Stretch]) -> u64 {
    stretches.iter().fold(0, |sum, s| sum.saturating_add(s.to - s.from))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(places: &[(u32, u64)]) -> BTreeSet<Place> {
        places.iter().map(|(partition, offset)| Place { partition: *partition, offset: *offset }).collect()
    }

    #[test]
    fn the_buffer_keeps_the_newest() {
        let mut ring = Ring::new(3);
        (1..=5).for_each(|n| ring.push(n));
        assert_eq!((ring.iter().copied().collect::<Vec<_>>(), ring.dropped), (vec![5, 4, 3], 2));
        ring.replace(|n| *n == 4, 40);
        assert_eq!(ring.iter().copied().collect::<Vec<_>>(), [5, 40, 3]);
    }

    #[test]
    fn following_begins_at_the_end_and_says_what_is_new() {
        let mut follow = Follow::default();
        assert_eq!(follow.due(&[(0, 100), (1, 7)]), []);
        let due = follow.due(&[(0, 103), (1, 7)]);
        assert_eq!(due, [Stretch { partition: 0, from: 100, to: 103 }]);
        assert_eq!(follow.settle(&due, &seen(&[(0, 100), (0, 101), (0, 102)])), []);
        assert_eq!(follow.due(&[(0, 103), (1, 7)]), []);
        assert_eq!(follow.due(&[(0, 2)]), [], "the topic was made anew");
        assert_eq!(length(&follow.due(&[(0, 4)])), 2);
    }

    #[test]
    fn what_was_not_seen_is_a_hole() {
        let mut follow = Follow::default();
        follow.due(&[(0, 10), (1, 0)]);
        let due = follow.due(&[(0, 20), (1, 2)]);
        let holes = follow.settle(&due, &seen(&[(0, 9), (0, 12), (0, 13), (0, 20), (1, 0), (1, 1)]));
        assert_eq!(
            holes,
            [Stretch { partition: 0, from: 10, to: 12 }, Stretch { partition: 0, from: 14, to: 20 }]
        );
        assert_eq!(length(&holes), 8);
    }

    #[test]
    fn one_message_a_second_is_not_rounded_to_none() {
        let mut flow = Flow::default();
        let mut rate = 0;
        for round in 0..30 {
            let from = round * 1_020;
            rate = flow.take(from, from + 1_020, 1);
        }
        assert_eq!(rate, 10, "1.0 per second");
        for round in 30..61 {
            let from = round * 1_020;
            rate = flow.take(from, from + 1_020, u64::from(round % 5 == 0));
        }
        assert_eq!(rate, 2, "a message every five seconds");
        assert_eq!(Flow::default().take(0, 1_000, 0), 0);
        assert_eq!(Flow::default().take(5, 5, 3), 30_000, "no time at all");
    }
}
