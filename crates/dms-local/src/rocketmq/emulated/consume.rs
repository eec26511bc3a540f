//! Consumers at work: taking messages, failing, trying again, giving up.

use dms_api::models::rocketmq::{Group, Message, MessageProperty};
use rusqlite::Connection;
use serde::Deserialize;

use super::append::{hold, level_ms, store};
use super::clients::{Session, owner};
use super::messages::{self, Stored};
use super::topics::{self, Queue};
use super::{
    Emulated, acl, append, dead_letter_topic, group_of_dead_letters, groups, ids, offsets, retry_topic, trace,
};
use crate::rocketmq::RocketmqError;

/// RocketMQ tries again after 10 s at first: the third level.
const FIRST_RETRY_LEVEL: usize = 3;

/// How a consumer deals with a message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Well.
    #[default]
    Success,
    /// It takes too long.
    Timeout,
    /// Its code breaks.
    Exception,
    /// Its code says nothing.
    Null,
    /// It wants it again later.
    Failed,
    /// It never ends: the position stays where it is.
    Stuck,
}

impl Outcome {
    /// The status in the trace and what it cost in milliseconds; `None` while it does not end.
    pub(super) const fn ended(self) -> Option<(u32, u64)> {
        match self {
            Self::Success => Some((0, 12)),
            Self::Timeout => Some((1, 900_000)),
            Self::Exception => Some((2, 31)),
            Self::Null => Some((3, 8)),
            Self::Failed => Some((5, 17)),
            Self::Stuck => None,
        }
    }

    /// The same in words, where it failed.
    const fn failure(self) -> Option<&'static str> {
        match self {
            Self::Success => None,
            Self::Timeout | Self::Stuck => Some("the consumer took too long"),
            Self::Exception => Some("an exception in the consumer"),
            Self::Null => Some("the consumer returned nothing"),
            Self::Failed => Some("the consumer wants it again later"),
        }
    }
}

impl Emulated {
    /// One step of a consumer: it says that it is alive, and deals with up to `most` messages of the queues that
    /// are its share. Positions, retries, dead letters and traces are on disk when it returns.
    ///
    /// # Errors
    /// When the group is not there, or access is denied.
    pub fn consume(
        &self,
        session: &Session,
        most: usize,
        outcome: Outcome,
        now: i64,
    ) -> Result<Vec<Message>, RocketmqError> {
        self.consume_with(session, most, outcome, |_| outcome, now)
    }

    /// The same with an outcome for each message; `usual` is what a verification would get.
    ///
    /// # Errors
    /// When the group is not there, or access is denied.
    pub fn consume_with(
        &self,
        session: &Session,
        most: usize,
        usual: Outcome,
        outcome: impl Fn(&Message) -> Outcome,
        now: i64,
    ) -> Result<Vec<Message>, RocketmqError> {
        let controlled = self.acl.load(std::sync::atomic::Ordering::Relaxed);
        self.read(|c| {
            groups::one(c, &session.group)?;
            if controlled { acl::may_consume(c, session) } else { Ok(()) }
        })?;
        self.registry().seen(session, usual, now);
        let retries = retry_topic(&session.group);
        let own = session.subscriptions.iter().map(|(topic, _)| topic).chain([&retries]);
        let shares: Vec<(String, Vec<String>)> = {
            let registry = self.registry();
            own.map(|topic| (topic.clone(), registry.members(&session.group, topic, now))).collect()
        };
        self.write(|tx| {
            append::release(tx, now)?;
            let group = groups::one(tx, &session.group)?;
            let mut taken = Vec::new();
            for (topic, members) in &shares {
                for queue in share(tx, &group, topic, members, &session.client_id)? {
                    let step =
                        Step { c: tx, session, group: &group, topic, now, instance: &self.instance_id };
                    taken.extend(step.take(&queue, most.saturating_sub(taken.len()), &outcome)?);
                }
            }
            Ok(taken)
        })
    }

    /// A consumer closes its connection. Whether it was there.
    pub fn leave(&self, group: &str, client_id: &str) -> bool {
        self.registry().gone(group, client_id)
    }

    /// All connections break.
    pub fn disconnect_all(&self) {
        self.registry().clear();
    }

    /// Does what is due: delivers what was held back long enough, carries out migrations.
    ///
    /// # Errors
    /// When the store fails.
    pub fn tick(&self, now: i64) -> Result<(), RocketmqError> {
        if self.read(|c| append::is_due(c, now))? {
            self.write(|tx| append::release(tx, now))?;
        }
        self.migrate(now)
    }

    /// Drops messages and traces older than `before`, and all but the newest `keep` of each queue.
    ///
    /// # Errors
    /// When the store fails.
    pub fn trim(&self, before: i64, keep: i64) -> Result<(), RocketmqError> {
        self.write(|tx| messages::trim(tx, before, keep))
    }
}

/// Queues of a topic that a client has: its share, or all of them in a broadcast group. A group that is switched
/// off gets nothing.
fn share(
    c: &Connection,
    group: &Group,
    topic: &str,
    members: &[String],
    client_id: &str,
) -> Result<Vec<Queue>, RocketmqError> {
    if !group.enabled || !topics::exists(c, topic)? {
        return Ok(Vec::new());
    }
    let queues: Vec<Queue> = topics::queues(c, topic)?.into_iter().filter(|queue| queue.readable).collect();
    let count = queues.len();
    let mine = |index: usize| {
        group.broadcast || owner(index, count, members).is_some_and(|member| member == client_id)
    };
    Ok(queues.into_iter().enumerate().filter(|(index, _)| mine(*index)).map(|(_, queue)| queue).collect())
}

/// What one step of a consumer works with.
struct Step<'a> {
    c: &'a Connection,
    session: &'a Session,
    group: &'a Group,
    topic: &'a str,
    now: i64,
    instance: &'a str,
}

impl Step<'_> {
    /// Takes messages of one queue.
    fn take(
        &self,
        queue: &Queue,
        most: usize,
        outcome: &impl Fn(&Message) -> Outcome,
    ) -> Result<Vec<Message>, RocketmqError> {
        let begin = offsets::position(self.c, self.group, self.topic, queue)?;
        let mut at = begin;
        let mut taken = Vec::new();
        for stored in messages::from(self.c, self.topic, &queue.broker, queue.id, begin, most)? {
            let next = i64::try_from(stored.place.offset).unwrap_or(i64::MAX).saturating_add(1);
            let tag = stored.draft.property(MessageProperty::TAGS).unwrap_or_default();
            if !self.session.wants(self.topic, tag) {
                at = next;
                continue;
            }
            let message = stored.shown(self.instance);
            let (end, when) = (outcome(&message), self.delivery(&stored));
            if end == Outcome::Stuck {
                trace::begun(self.c, self.session, &stored.draft, &stored.place, when)?;
                break;
            }
            trace::consumed(self.c, self.session, &stored.draft, &stored.place, end, when)?;
            if end != Outcome::Success && !self.group.broadcast {
                self.again(&stored, when)?;
            }
            at = next;
            taken.push(message);
        }
        // The first step of a group leaves a position, too: the group consumes the topic from now on.
        offsets::put(self.c, &self.group.name, self.topic, (&queue.broker, queue.id), at)?;
        Ok(taken)
    }

    /// When the message is delivered: now, but some milliseconds after it was stored at the earliest. A demo consumes
    /// in one step what was stored over hours.
    fn delivery(&self, stored: &Stored) -> i64 {
        self.now.max(stored.stored_at + 2 + i64::from(ids::hash(&stored.place.unique_key) % 12))
    }

    /// Sends a message back, which failed at `when`: to be tried again later or, after too many attempts, to the dead
    /// letters.
    fn again(&self, stored: &Stored, when: i64) -> Result<(), RocketmqError> {
        let mut draft = stored.draft.clone();
        let broker = &stored.place.broker;
        if draft.property(MessageProperty::RETRY_TOPIC).is_none() {
            draft.set(MessageProperty::RETRY_TOPIC, draft.topic.clone());
            draft.set(MessageProperty::ORIGIN_ID, stored.place.msg_id.clone());
        }
        draft.queue = Some((broker.clone(), 0));
        if draft.reconsumed >= self.group.retry_max_time {
            draft.topic = dead_letter_topic(&self.group.name);
            topics::ensure(self.c, &draft.topic, broker, self.now)?;
            store(self.c, &draft, when)?;
        } else {
            let level = FIRST_RETRY_LEVEL + draft.reconsumed as usize;
            draft.reconsumed += 1;
            draft.topic = retry_topic(&self.group.name);
            topics::ensure(self.c, &draft.topic, broker, self.now)?;
            hold(self.c, &draft, when + level_ms(level))?;
        }
        Ok(())
    }
}

/// Puts dead letters into their group's topic of retries, as new messages. They stay where they are.
pub(super) fn resend(
    c: &Connection,
    topic: &str,
    ids: &[String],
    now: i64,
) -> Result<Vec<bool>, RocketmqError> {
    if !topics::exists(c, topic)? {
        return Err(RocketmqError::TopicUnknown(topic.to_owned()));
    }
    let group = group_of_dead_letters(topic).ok_or_else(|| RocketmqError::TopicUnknown(topic.to_owned()))?;
    groups::one(c, group)?;
    let mut results = Vec::with_capacity(ids.len());
    for id in ids {
        let found = messages::one(c, Some(topic), id)?;
        results.push(found.is_some());
        let Some(stored) = found else { continue };
        let mut draft = stored.draft;
        draft.topic = retry_topic(group);
        draft.reconsumed = 0;
        topics::ensure(c, &draft.topic, &stored.place.broker, now)?;
        store(c, &draft, now)?;
    }
    Ok(results)
}

/// Gives one message to one client. The position stays.
pub(super) fn verify(
    c: &Connection,
    session: &Session,
    outcome: Outcome,
    topic: Option<&str>,
    id: &str,
    now: i64,
) -> Result<Result<(), String>, RocketmqError> {
    let Some(stored) = messages::one(c, topic, id)? else {
        return Ok(Err("there is no such message".to_owned()));
    };
    trace::consumed(c, session, &stored.draft, &stored.place, outcome, now)?;
    Ok(outcome.failure().map_or(Ok(()), |why| Err(why.to_owned())))
}
