//! What a list of trace entries (R5.4.2) tells: who did what, when, and how it ended. Pure.

use dms_api::models::rocketmq::{Consumed, Trace, TraceType, TransactionState};

use crate::order::in_order;

/// Somebody who has a part in the story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A producer's group.
    Producer(String),
    /// A broker's address.
    Broker(String),
    /// A consumer group.
    Group(String),
}

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// The producer sent it.
    Sent,
    /// The broker stored it; known from the producer's entry.
    Stored,
    /// The transaction came to an end, or not yet.
    Ended { state: Option<TransactionState>, checked: bool },
    /// A consumer got it; `retry` is 0 the first time. `None` where no end has been told.
    Delivery { retry: u32, how: Option<Consumed> },
    /// A word of the service's that this version does not know more about.
    Other(String),
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    Well,
    Badly,
    /// It is not over, or nobody has told the end.
    Open,
}

/// One thing on the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    pub actor: Actor,
    pub what: What,
    pub went: Went,
    /// Epoch milliseconds.
    pub begin: i64,
    /// The same as `begin` where it took no time that is known.
    pub end: i64,
    /// Address of the client.
    pub client: String,
    /// The topic that it was in: that of retries for a second attempt.
    pub topic: String,
}

/// How far one consumer group has come, with the number of deliveries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// One of them went well.
    Consumed(usize),
    /// All of them failed.
    Failing(usize),
    /// The last one has not told its end.
    Waiting(usize),
}

/// The whole story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    /// Producers, brokers, groups, each in the order of their first deed.
    pub actors: Vec<Actor>,
    /// In the order of their beginning.
    pub events: Vec<Event>,
}

impl Story {
    /// Puts the entries together.
    pub fn of(entries: &[Trace]) -> Self {
        let mut events: Vec<Event> = Vec::new();
        for entry in entries {
            match &entry.trace_type {
                TraceType::Pub => sent(entry, &mut events),
                TraceType::EndTransaction => events.push(ended(entry)),
                TraceType::SubBefore => events.push(delivery(entry, after_of(entry, entries))),
                TraceType::SubAfter if before_of(entry, entries) => {}
                TraceType::SubAfter => events.push(delivery(entry, Some(entry))),
                other => events.push(told(entry, other.as_str())),
            }
        }
        let events = in_order(&events, |a, b| a.begin.cmp(&b.begin));
        let actors = actors(&events);
        Self { actors, events }
    }

    /// When it began, epoch milliseconds; `None` without events.
    pub fn begin(&self) -> Option<i64> {
        self.events.first().map(|e| e.begin)
    }

    /// Every beginning and end.
    pub fn moments(&self) -> Vec<i64> {
        self.events.iter().flat_map(|e| [e.begin, e.end]).collect()
    }

    /// When the broker had it.
    pub fn stored_at(&self) -> Option<i64> {
        self.events.iter().find(|e| e.what == What::Stored).map(|e| e.begin)
    }

    /// The consumer groups and how far they are, in the order of their first attempt.
    pub fn groups(&self) -> Vec<(&str, Outcome)> {
        let outcome = |actor: &Actor| {
            let own: Vec<&Event> = self.events.iter().filter(|e| e.actor == *actor).collect();
            let deliveries = own.iter().filter(|e| matches!(e.what, What::Delivery { .. })).count();
            match own.last().map(|e| e.went) {
                _ if own.iter().any(|e| e.went == Went::Well) => Outcome::Consumed(deliveries),
                Some(Went::Badly) => Outcome::Failing(deliveries),
                _ => Outcome::Waiting(deliveries),
            }
        };
        let named = self.actors.iter().filter(|actor| matches!(actor, Actor::Group(_)));
        named.map(|actor| (actor.name(), outcome(actor))).collect()
    }

    /// What the transaction came to last, and whether the broker had to ask; `None` where there is none.
    pub fn transaction(&self) -> Option<(&Option<TransactionState>, bool)> {
        self.events.iter().rev().find_map(|event| match &event.what {
            What::Ended { state, checked } => Some((state, *checked)),
            _ => None,
        })
    }
}

impl Actor {
    /// What it is called.
    pub fn name(&self) -> &str {
        match self {
            Self::Producer(name) | Self::Broker(name) | Self::Group(name) => name,
        }
    }
}

/// Milliseconds of a moment and a time that passed.
fn later(at: i64, cost: u64) -> i64 {
    at.saturating_add(i64::try_from(cost).unwrap_or(i64::MAX))
}

fn event(entry: &Trace, actor: Actor, what: What, went: Went) -> Event {
    let begin = entry.timestamp.ms();
    let (client, topic) = (entry.client_host.clone(), entry.topic.clone());
    Event { actor, what, went, begin, end: begin, client, topic }
}

/// A producer's entry tells of the sending and, where it went well, that the broker has the message.
fn sent(entry: &Trace, events: &mut Vec<Event>) {
    let went = if entry.success { Went::Well } else { Went::Badly };
    let sent = event(entry, Actor::Producer(entry.group_name.clone()), What::Sent, went);
    let end = later(sent.begin, entry.cost_time);
    if entry.success && !entry.store_host.is_empty() {
        let stored = event(entry, Actor::Broker(entry.store_host.clone()), What::Stored, Went::Well);
        events.push(Event { begin: end, end, client: String::new(), ..stored });
    }
    events.push(Event { end, ..sent });
}

fn ended(entry: &Trace) -> Event {
    let state = entry.transaction_state.clone();
    let went = match &state {
        Some(TransactionState::Commit) => Went::Well,
        Some(TransactionState::Rollback) => Went::Badly,
        _ => Went::Open,
    };
    let what = What::Ended { state, checked: entry.from_transaction_check };
    let ended = event(entry, Actor::Producer(entry.group_name.clone()), what, went);
    Event { end: later(ended.begin, entry.cost_time), ..ended }
}

/// One delivery to a consumer, by its first entry and, where there is one, its second.
fn delivery(before: &Trace, after: Option<&Trace>) -> Event {
    let how = after.map(Trace::consumed);
    let went = match (after, how) {
        (None, _) => Went::Open,
        (Some(after), Some(Consumed::Success)) if after.success => Went::Well,
        _ => Went::Badly,
    };
    let cost = after.map_or(0, |after| after.cost_time);
    let what = What::Delivery { retry: before.retry_times, how };
    let own = event(before, Actor::Group(before.group_name.clone()), what, went);
    let begin = match before.trace_type {
        // Without its first entry: the second is made when it is over.
        TraceType::SubAfter => own.begin.saturating_sub(i64::try_from(cost).unwrap_or_default()),
        _ => own.begin,
    };
    Event { begin, end: later(begin, cost), ..own }
}

fn told(entry: &Trace, word: &str) -> Event {
    let went = if entry.success { Went::Well } else { Went::Badly };
    let actor = match word {
        "Ack" => Actor::Group(entry.group_name.clone()),
        _ => Actor::Broker(entry.store_host.clone()),
    };
    let told = event(entry, actor, What::Other(word.to_owned()), went);
    Event { end: later(told.begin, entry.cost_time), ..told }
}

fn same_delivery(a: &Trace, b: &Trace) -> bool {
    a.request_id == b.request_id && a.group_name == b.group_name && !a.request_id.is_empty()
}

fn after_of<'t>(before: &Trace, entries: &'t [Trace]) -> Option<&'t Trace> {
    entries.iter().find(|e| e.trace_type == TraceType::SubAfter && same_delivery(before, e))
}

fn before_of(after: &Trace, entries: &[Trace]) -> bool {
    entries.iter().any(|e| e.trace_type == TraceType::SubBefore && same_delivery(e, after))
}

fn actors(events: &[Event]) -> Vec<Actor> {
    let mut all: Vec<Actor> = Vec::new();
    for event in events {
        if !all.contains(&event.actor) {
            all.push(event.actor.clone());
        }
    }
    let kind = |actor: &Actor| match actor {
        Actor::Producer(_) => 0,
        Actor::Broker(_) => 1,
        Actor::Group(_) => 2,
    };
    let of = |wanted: i32| all.iter().filter(move |actor| kind(actor) == wanted).cloned();
    of(0).chain(of(1)).chain(of(2)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::Millis;

    fn entry(kind: TraceType, at: i64, group: &str, request: &str) -> Trace {
        Trace {
            success: true,
            trace_type: kind,
            timestamp: Millis(at),
            group_name: group.to_owned(),
            request_id: request.to_owned(),
            store_host: "10.0.0.1:10100".to_owned(),
            ..Trace::default()
        }
    }

    fn failed(at: i64, group: &str, request: &str, status: u32) -> Trace {
        Trace {
            success: false,
            consume_status: status,
            cost_time: 31,
            ..entry(TraceType::SubAfter, at, group, request)
        }
    }

    #[test]
    fn a_message_is_sent_stored_tried_and_tried_again() {
        let second = Trace { retry_times: 1, ..entry(TraceType::SubBefore, 11_000, "g", "r2") };
        let story = Story::of(&[
            failed(1_031, "g", "r1", 2),
            Trace { cost_time: 12, ..entry(TraceType::Pub, 1_000, "p", "m") },
            entry(TraceType::SubBefore, 1_020, "g", "r1"),
            Trace { cost_time: 9, ..entry(TraceType::SubAfter, 11_009, "g", "r2") },
            second,
        ]);
        let told: Vec<(&str, i64, i64, Went)> =
            story.events.iter().map(|e| (e.actor.name(), e.begin, e.end, e.went)).collect();
        assert_eq!(
            told,
            [
                ("p", 1_000, 1_012, Went::Well),
                ("10.0.0.1:10100", 1_012, 1_012, Went::Well),
                ("g", 1_020, 1_051, Went::Badly),
                ("g", 11_000, 11_009, Went::Well),
            ]
        );
        assert_eq!(story.events[3].what, What::Delivery { retry: 1, how: Some(Consumed::Success) });
        assert_eq!(story.groups(), [("g", Outcome::Consumed(2))]);
        assert_eq!((story.begin(), story.stored_at()), (Some(1_000), Some(1_012)));
    }

    #[test]
    fn groups_that_fail_and_those_that_do_not_end_are_told_apart() {
        let story = Story::of(&[
            entry(TraceType::SubBefore, 5, "stuck", "a"),
            entry(TraceType::SubBefore, 6, "broken", "b"),
            failed(7, "broken", "b", 3),
            failed(90, "late", "c", 1),
        ]);
        let groups = story.groups();
        assert!(groups.contains(&("stuck", Outcome::Waiting(1))), "{groups:?}");
        assert!(groups.contains(&("broken", Outcome::Failing(1))), "{groups:?}");
        // Without its first entry it began its cost before.
        let late = story.events.iter().find(|e| e.actor.name() == "late").unwrap();
        assert_eq!((late.begin, late.end), (59, 90));
    }

    #[test]
    fn a_transaction_ends_as_it_was_told_last() {
        let end = |state, checked| Trace {
            transaction_state: Some(state),
            from_transaction_check: checked,
            ..entry(TraceType::EndTransaction, 40, "p", "m")
        };
        let story = Story::of(&[end(TransactionState::Unknown, false), end(TransactionState::Commit, true)]);
        assert_eq!(story.transaction(), Some((&Some(TransactionState::Commit), true)));
        assert_eq!(story.events[0].went, Went::Open);
        assert_eq!(Story::of(&[]), Story::default());
    }
}
