//! What a reset of offsets would do, partition by partition. Pure: the page asks, this computes.

use std::collections::BTreeMap;

/// A partition by topic and number.
pub type Key = (String, i32);

/// A partition as it is now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Partition {
    pub topic: String,
    pub partition: i32,
    /// Next offset that the group would read; `None` if it never committed one.
    pub committed: Option<i64>,
    /// Offset of the oldest message kept; `None` if not known.
    pub start: Option<i64>,
    /// Offset that the next message written will have; `None` if not known.
    pub end: Option<i64>,
}

/// Where a search by time has led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AtTime {
    /// The first message at or after the time.
    Message(i64),
    /// No message is that young: the end.
    Nothing,
    /// The service could not say.
    Unknown,
}

/// Where the group shall go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Earliest,
    Latest,
    /// To the first message at or after a time, epoch milliseconds, with what is known of each partition.
    Time {
        ms: i64,
        found: BTreeMap<Key, AtTime>,
    },
    /// The same offset in every partition, unless one is given for a partition.
    Offset {
        all: i64,
        own: BTreeMap<Key, i64>,
    },
    /// Forwards (skip) or backwards (replay) by so many messages.
    Shift(i64),
    /// To offsets given for each partition: copied from another group, or saved earlier.
    Listed(BTreeMap<Key, i64>),
}

/// Where one partition would go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New {
    To(i64),
    /// The service decides, and the page can only read it afterwards.
    KnownAfter,
    /// It stays where it is, for a reason.
    Stays(Why),
}

/// Why a partition is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is there already.
    There,
    /// There is no offset to shift.
    NoOffset,
    /// The list names no offset for it.
    NotListed,
}

/// What was wanted lies outside of what is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clamp {
    /// Wanted this, but the oldest message is younger.
    ToStart(i64),
    /// Wanted this, but the partition ends earlier.
    ToEnd(i64),
}

/// What it means for the consumer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// So many messages will not be read.
    Skips(u64),
    /// So many messages will be read again.
    Replays(u64),
    /// Nothing changes.
    None,
    /// There was no offset before, or the new one is not known yet.
    Unknown,
}

/// What has to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Send {
    Offset(i64),
    /// Epoch milliseconds.
    Time(i64),
}

/// One row of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub topic: String,
    pub partition: i32,
    pub old: Option<i64>,
    pub new: New,
    pub clamp: Option<Clamp>,
    pub effect: Effect,
    /// The call, if one is needed.
    pub send: Option<Send>,
}

impl Line {
    /// Topic and number.
    pub fn key(&self) -> Key {
        (self.topic.clone(), self.partition)
    }
}

/// Sums over a plan's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Partitions that move: the number of calls.
    pub moves: u64,
    pub skipped: u64,
    pub replayed: u64,
    pub clamped: u64,
    /// Partitions of which the new offset or the effect is not known.
    pub unknown: u64,
}

/// The plan for partitions, in their order.
pub fn plan(partitions: &[Partition], target: &Target) -> Vec<Line> {
    partitions.iter().map(|partition| line(partition, target)).collect()
}

/// Adds up lines.
pub fn totals<'l>(lines: impl Iterator<Item = &'l Line>) -> Totals {
    lines.filter(|line| line.send.is_some()).fold(Totals::default(), |mut sum, line| {
        sum.moves += 1;
        sum.clamped += u64::from(line.clamp.is_some());
        match line.effect {
            Effect::Skips(n) => sum.skipped = sum.skipped.saturating_add(n),
            Effect::Replays(n) => sum.replayed = sum.replayed.saturating_add(n),
            Effect::Unknown => sum.unknown += 1,
            Effect::None => {}
        }
        sum
    })
}

fn line(of: &Partition, target: &Target) -> Line {
    let key = (of.topic.clone(), of.partition);
    match target {
        Target::Earliest => match of.start {
            Some(start) => moved(of, start),
            // The service moves an offset that is too low to the oldest message.
            None => known_after(of, Send::Offset(0)),
        },
        Target::Latest => match of.end {
            Some(end) => moved(of, end),
            None => known_after(of, Send::Offset(i64::MAX)),
        },
        Target::Time { ms, found } => match (found.get(&key), of.end) {
            (Some(AtTime::Message(offset)), _) => moved(of, *offset),
            (Some(AtTime::Nothing), Some(end)) => moved(of, end),
            _ => known_after(of, Send::Time(*ms)),
        },
        Target::Offset { all, own } => moved(of, own.get(&key).copied().unwrap_or(*all)),
        Target::Shift(by) => match of.committed {
            Some(old) => moved(of, old.saturating_add(*by)),
            None => stays(of, Why::NoOffset),
        },
        Target::Listed(offsets) => match offsets.get(&key) {
            Some(offset) => moved(of, *offset),
            None => stays(of, Why::NotListed),
        },
    }
}

fn moved(of: &Partition, wanted: i64) -> Line {
    let (offset, clamp) = clamped(of, wanted);
    if of.committed == Some(offset) {
        return Line { clamp, ..stays(of, Why::There) };
    }
    Line {
        new: New::To(offset),
        clamp,
        effect: effect(of, offset),
        send: Some(Send::Offset(offset)),
        ..blank(of)
    }
}

fn clamped(of: &Partition, wanted: i64) -> (i64, Option<Clamp>) {
    let (start, end) = (of.start.unwrap_or(0).max(0), of.end.unwrap_or(i64::MAX));
    match wanted {
        low if low < start => (start, Some(Clamp::ToStart(low))),
        high if high > end => (end.max(start), Some(Clamp::ToEnd(high))),
        within => (within, None),
    }
}

/// Only messages that are kept can be skipped or read again.
fn effect(of: &Partition, new: i64) -> Effect {
    let Some(old) = of.committed else { return Effect::Unknown };
    let (start, end) = (of.start.unwrap_or(0), of.end.unwrap_or(i64::MAX));
    let inside = |offset: i64| offset.clamp(start.min(end), end);
    let (from, to) = (inside(old), inside(new));
    match to.abs_diff(from) {
        0 => Effect::None,
        n if to > from => Effect::Skips(n),
        n => Effect::Replays(n),
    }
}

fn known_after(of: &Partition, send: Send) -> Line {
    Line { new: New::KnownAfter, effect: Effect::Unknown, send: Some(send), ..blank(of) }
}

fn stays(of: &Partition, why: Why) -> Line {
    Line { new: New::Stays(why), ..blank(of) }
}

fn blank(of: &Partition) -> Line {
    Line {
        topic: of.topic.clone(),
        partition: of.partition,
        old: of.committed,
        new: New::Stays(Why::There),
        clamp: None,
        effect: Effect::None,
        send: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten messages are gone, ninety kept, the group is in the middle.
    fn middle() -> Partition {
        Partition {
            topic: "orders".into(),
            partition: 0,
            committed: Some(50),
            start: Some(10),
            end: Some(100),
        }
    }

    fn one(partition: Partition, target: Target) -> Line {
        plan(&[partition], &target).remove(0)
    }

    fn key() -> Key {
        ("orders".to_owned(), 0)
    }

    fn offset(all: i64) -> Target {
        Target::Offset { all, own: BTreeMap::new() }
    }

    #[test]
    fn earliest_replays_and_latest_skips() {
        let earliest = one(middle(), Target::Earliest);
        assert_eq!((earliest.new, earliest.effect), (New::To(10), Effect::Replays(40)));
        let latest = one(middle(), Target::Latest);
        assert_eq!((latest.new, latest.effect), (New::To(100), Effect::Skips(50)));
        assert_eq!(latest.send, Some(Send::Offset(100)), "exactly what the plan says is sent");
    }

    #[test]
    fn what_is_not_kept_is_clamped_and_said() {
        let low = one(middle(), offset(3));
        assert_eq!((low.new, low.clamp), (New::To(10), Some(Clamp::ToStart(3))));
        let high = one(middle(), Target::Shift(51));
        assert_eq!((high.new, high.clamp), (New::To(100), Some(Clamp::ToEnd(101))));
        assert_eq!(one(middle(), Target::Shift(50)).clamp, None, "the end itself is a place");
    }

    #[test]
    fn a_partition_that_is_there_already_costs_no_call() {
        let line = one(middle(), offset(50));
        assert_eq!((line.new, line.send, line.effect), (New::Stays(Why::There), None, Effect::None));
        let clamped = one(Partition { committed: Some(10), ..middle() }, Target::Shift(-5));
        assert_eq!((clamped.send, clamped.clamp), (None, Some(Clamp::ToStart(5))));
    }

    #[test]
    fn messages_that_expired_are_not_counted_as_skipped() {
        // The group stands at 4, but everything before 10 is gone.
        let behind = Partition { committed: Some(4), ..middle() };
        assert_eq!(one(behind.clone(), offset(30)).effect, Effect::Skips(20));
        assert_eq!(one(behind, Target::Earliest).effect, Effect::None);
    }

    #[test]
    fn without_an_offset_there_is_nothing_to_shift_and_no_known_effect() {
        let fresh = Partition { committed: None, ..middle() };
        assert_eq!(one(fresh.clone(), Target::Shift(1)).new, New::Stays(Why::NoOffset));
        let line = one(fresh, Target::Earliest);
        assert_eq!((line.new, line.effect), (New::To(10), Effect::Unknown));
    }

    #[test]
    fn a_time_leads_to_a_message_the_end_or_is_known_afterwards() {
        let at = |found: AtTime| Target::Time { ms: 7, found: BTreeMap::from([(key(), found)]) };
        assert_eq!(one(middle(), at(AtTime::Message(20))).new, New::To(20));
        assert_eq!(one(middle(), at(AtTime::Nothing)).new, New::To(100));
        let unknown = one(middle(), at(AtTime::Unknown));
        assert_eq!((unknown.new, unknown.send), (New::KnownAfter, Some(Send::Time(7))));
        let no_end = Partition { end: None, ..middle() };
        assert_eq!(one(no_end, at(AtTime::Nothing)).new, New::KnownAfter);
    }

    #[test]
    fn unknown_bounds_are_left_to_the_service() {
        let blind = Partition { start: None, end: None, ..middle() };
        assert_eq!(one(blind.clone(), Target::Earliest).send, Some(Send::Offset(0)));
        assert_eq!(one(blind.clone(), Target::Latest).new, New::KnownAfter);
        assert_eq!(one(blind, offset(1_000_000)).new, New::To(1_000_000));
    }

    #[test]
    fn a_list_moves_only_what_it_names_and_own_offsets_win() {
        let listed = Target::Listed(BTreeMap::from([(key(), 12)]));
        assert_eq!(one(middle(), listed.clone()).new, New::To(12));
        let other = Partition { partition: 1, ..middle() };
        assert_eq!(one(other, listed).new, New::Stays(Why::NotListed));
        let own = Target::Offset { all: 20, own: BTreeMap::from([(key(), 33)]) };
        assert_eq!(one(middle(), own).new, New::To(33));
    }

    #[test]
    fn an_empty_partition_is_not_turned_inside_out() {
        let empty = Partition { committed: Some(7), start: Some(7), end: Some(7), ..middle() };
        for target in [Target::Earliest, Target::Latest, offset(0), Target::Shift(i64::MIN)] {
            assert_eq!(one(empty.clone(), target).send, None);
        }
    }

    #[test]
    fn totals_count_calls_messages_and_what_is_not_known() {
        let partitions = [
            middle(),
            Partition { partition: 1, committed: Some(10), ..middle() },
            Partition { partition: 2, committed: None, ..middle() },
            Partition { partition: 3, committed: Some(5), start: None, ..middle() },
        ];
        let lines = plan(&partitions, &Target::Earliest);
        let sums = totals(lines.iter());
        assert_eq!(sums, Totals { moves: 3, replayed: 40, unknown: 2, ..Totals::default() });
    }

    #[test]
    fn an_undo_leads_back() {
        let before = [middle(), Partition { partition: 1, committed: Some(77), ..middle() }];
        let lines = plan(&before, &Target::Earliest);
        let after: Vec<Partition> = before
            .iter()
            .zip(&lines)
            .map(|(p, line)| match line.new {
                New::To(offset) => Partition { committed: Some(offset), ..p.clone() },
                _ => p.clone(),
            })
            .collect();
        let former = before.iter().filter_map(|p| Some(((p.topic.clone(), p.partition), p.committed?)));
        let undone = plan(&after, &Target::Listed(former.collect()));
        let offsets: Vec<New> = undone.iter().map(|line| line.new).collect();
        assert_eq!(offsets, [New::To(50), New::To(77)]);
    }
}
