//! What a reset will do to each queue, as far as that can be told beforehand. Pure.

use dms_api::ops::rocketmq::ResetOffsetBody;

use crate::pages::rocketmq::groups::places::Place;

/// Where to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The oldest message kept.
    Earliest,
    /// Behind the newest message.
    Latest,
    /// The first message stored at this time or later, epoch milliseconds.
    Time(i64),
}

impl Target {
    /// The number in the request.
    pub fn timestamp(self) -> i64 {
        match self {
            Self::Earliest => ResetOffsetBody::EARLIEST,
            Self::Latest => ResetOffsetBody::LATEST,
            Self::Time(ms) => ms,
        }
    }
}

/// Where a queue will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum New {
    To(i64),
    /// Only the service's answer tells.
    KnownAfter,
}

/// What that means for the group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    Skips(u64),
    Replays(u64),
    None,
    Unknown,
}

/// One queue of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub place: Place,
    pub new: New,
    pub effect: Effect,
}

/// The plan for `places`. `start` tells a queue's oldest offset where it is known.
///
/// A time leads to a queue's end where its newest message is older; which message it leads to otherwise, no call of
/// the service says beforehand.
pub fn plan(places: &[Place], start: impl Fn(&Place) -> Option<i64>, target: Target) -> Vec<Line> {
    let line = |place: &Place| {
        let new = match target {
            Target::Latest => New::To(place.end),
            Target::Earliest => start(place).map_or(New::KnownAfter, New::To),
            Target::Time(ms) if place.last.is_none_or(|last| last < ms) => New::To(place.end),
            Target::Time(_) => New::KnownAfter,
        };
        Line { place: place.clone(), new, effect: effect(place.position, new) }
    };
    places.iter().map(line).collect()
}

/// What going from `old` to `new` means.
pub fn effect(old: Option<i64>, new: New) -> Effect {
    match (old, new) {
        (Some(old), New::To(new)) if new > old => Effect::Skips(new.abs_diff(old)),
        (Some(old), New::To(new)) if new < old => Effect::Replays(new.abs_diff(old)),
        (Some(_), New::To(_)) => Effect::None,
        _ => Effect::Unknown,
    }
}

/// Sums of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    pub queues: u64,
    pub skipped: u64,
    pub replayed: u64,
    /// Queues whose effect is not known.
    pub unknown: u64,
}

/// Adds up a plan.
pub fn totals(lines: &[Line]) -> Totals {
    lines.iter().fold(Totals::default(), |sum, line| {
        let sum = Totals { queues: sum.queues + 1, ..sum };
        match line.effect {
            Effect::Skips(n) => Totals { skipped: sum.skipped.saturating_add(n), ..sum },
            Effect::Replays(n) => Totals { replayed: sum.replayed.saturating_add(n), ..sum },
            Effect::Unknown => Totals { unknown: sum.unknown + 1, ..sum },
            Effect::None => sum,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(queue: u32, position: Option<i64>, end: i64, last: Option<i64>) -> Place {
        let (topic, broker) = ("orders".to_owned(), "broker-0".to_owned());
        let lag = position.map(|at| end - at);
        Place { topic, broker, queue, position, end, lag, last, client: None }
    }

    fn shown(target: Target) -> Vec<(New, Effect)> {
        let places = [
            place(0, Some(30), 40, Some(1_000)),
            place(1, Some(40), 40, Some(5_000)),
            place(2, None, 12, Some(5_000)),
            place(3, Some(0), 0, None),
        ];
        let start = |place: &Place| (place.queue != 2).then_some(if place.queue == 3 { 0 } else { 10 });
        plan(&places, start, target).into_iter().map(|line| (line.new, line.effect)).collect()
    }

    #[test]
    fn the_ends_are_known_where_the_service_tells_them() {
        assert_eq!(
            shown(Target::Earliest),
            [
                (New::To(10), Effect::Replays(20)),
                (New::To(10), Effect::Replays(30)),
                (New::KnownAfter, Effect::Unknown),
                (New::To(0), Effect::None),
            ]
        );
        assert_eq!(
            shown(Target::Latest),
            [
                (New::To(40), Effect::Skips(10)),
                (New::To(40), Effect::None),
                (New::To(12), Effect::Unknown),
                (New::To(0), Effect::None),
            ]
        );
    }

    #[test]
    fn a_time_is_known_only_behind_the_newest_message() {
        assert_eq!(
            shown(Target::Time(2_000)),
            [
                (New::To(40), Effect::Skips(10)),
                (New::KnownAfter, Effect::Unknown),
                (New::KnownAfter, Effect::Unknown),
                (New::To(0), Effect::None),
            ]
        );
        assert_eq!(Target::Time(2_000).timestamp(), 2_000);
        assert_eq!((Target::Earliest.timestamp(), Target::Latest.timestamp()), (0, -1));
    }

    #[test]
    fn sums_admit_what_is_not_known() {
        let places = [place(0, Some(30), 40, Some(1)), place(1, None, 12, Some(1))];
        let sums = totals(&plan(&places, |_| Some(10), Target::Earliest));
        assert_eq!(sums, Totals { queues: 2, skipped: 0, replayed: 20, unknown: 1 });
    }
}
