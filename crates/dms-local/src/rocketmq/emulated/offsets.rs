//! Positions of groups.

use std::collections::BTreeSet;

use dms_api::models::rocketmq::{BrokerConsumption, Group, QueueConsumption, ResetQueue};
use dms_api::record::Millis;
use rusqlite::{Connection, OptionalExtension};

use super::clients::owner;
use super::topics::{self, Queue};
use super::{groups, retry_topic};
use crate::rocketmq::RocketmqError;

/// Where a group is in a queue; where it would begin if it was never there.
pub(super) fn position(
    c: &Connection,
    group: &Group,
    topic: &str,
    queue: &Queue,
) -> Result<i64, RocketmqError> {
    let kept = c
        .prepare_cached(
            "SELECT position FROM positions WHERE consumer_group = ?1 AND topic = ?2 AND broker = ?3 AND queue = ?4",
        )?
        .query_row((&group.name, topic, &queue.broker, queue.id), |row| row.get(0))
        .optional()?;
    // A retry is never skipped. Where nobody said otherwise, a group begins with what is there.
    let earliest = group.from_beginning != Some(false) || topic == retry_topic(&group.name);
    let first = if earliest { queue.min } else { queue.max };
    Ok(kept.unwrap_or(first).max(queue.min))
}

/// Moves a group. Nothing is written where it is there already.
pub(super) fn put(
    c: &Connection,
    group: &str,
    topic: &str,
    (broker, queue): (&str, u32),
    position: i64,
) -> Result<(), RocketmqError> {
    c.prepare_cached(
        "INSERT INTO positions (consumer_group, topic, broker, queue, position) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET position = excluded.position WHERE position <> excluded.position",
    )?
    .execute((group, topic, broker, queue, position))?;
    Ok(())
}

pub(super) fn topics_of_group(
    c: &Connection,
    group: &str,
    mut all: BTreeSet<String>,
) -> Result<Vec<String>, RocketmqError> {
    groups::one(c, group)?;
    let mut query = c.prepare_cached("SELECT DISTINCT topic FROM positions WHERE consumer_group = ?1")?;
    for topic in query.query_map([group], |row| row.get(0))? {
        all.insert(topic?);
    }
    Ok(all.into_iter().collect())
}

pub(super) fn groups_of_topic(
    c: &Connection,
    topic: &str,
    mut all: BTreeSet<String>,
) -> Result<Vec<String>, RocketmqError> {
    if !topics::exists(c, topic)? {
        return Err(RocketmqError::TopicUnknown(topic.to_owned()));
    }
    let mut query = c.prepare_cached("SELECT DISTINCT consumer_group FROM positions WHERE topic = ?1")?;
    for group in query.query_map([topic], |row| row.get(0))? {
        all.insert(group?);
    }
    Ok(all.into_iter().collect())
}

pub(super) fn consumption(
    c: &Connection,
    group: &str,
    topic: &str,
    members: &[String],
) -> Result<Vec<BrokerConsumption>, RocketmqError> {
    let group = groups::one(c, group)?;
    if !topics::exists(c, topic)? {
        return Err(RocketmqError::TopicUnknown(topic.to_owned()));
    }
    let queues: Vec<Queue> = topics::queues(c, topic)?.into_iter().filter(|queue| queue.readable).collect();
    let mut brokers: Vec<BrokerConsumption> = Vec::new();
    for (index, queue) in queues.iter().enumerate() {
        let at = position(c, &group, topic, queue)?;
        let client = if group.broadcast { None } else { owner(index, queues.len(), members) };
        let shown = QueueConsumption {
            id: queue.id,
            lag: queue.max - at,
            broker_offset: queue.max,
            consumer_offset: at,
            last_message_time: Millis(queue.last),
            client_id: Some(client.cloned().unwrap_or_default()),
            ..Default::default()
        };
        match brokers.last_mut().filter(|broker| broker.broker_name == queue.broker) {
            Some(broker) => broker.queues.push(shown),
            None => brokers.push(BrokerConsumption {
                broker_name: queue.broker.clone(),
                queues: vec![shown],
                ..Default::default()
            }),
        }
    }
    Ok(brokers)
}

pub(super) fn reset(
    c: &Connection,
    group: &str,
    topic: &str,
    timestamp: i64,
    online: bool,
) -> Result<Vec<ResetQueue>, RocketmqError> {
    let known = groups::one(c, group)?;
    if !topics::exists(c, topic)? {
        return Err(RocketmqError::TopicUnknown(topic.to_owned()));
    }
    if known.broadcast {
        return Err(RocketmqError::Broadcast(group.to_owned()));
    }
    if !online {
        return Err(RocketmqError::Offline(group.to_owned()));
    }
    let mut results = Vec::new();
    for queue in topics::queues(c, topic)?.into_iter().filter(|queue| queue.readable) {
        let at = if timestamp < 0 { queue.max } else { at_time(c, topic, &queue, timestamp)? };
        put(c, group, topic, (&queue.broker, queue.id), at)?;
        results.push(ResetQueue {
            broker_name: queue.broker,
            queue_id: queue.id,
            timestamp_offset: at,
            ..Default::default()
        });
    }
    Ok(results)
}

/// The first message of a queue that was stored at a time or later; the queue's end if there is none.
fn at_time(c: &Connection, topic: &str, queue: &Queue, timestamp: i64) -> Result<i64, RocketmqError> {
    let found: Option<i64> = c
        .prepare_cached(
            "SELECT min(queue_offset) FROM messages
             WHERE topic = ?1 AND broker = ?2 AND queue = ?3 AND stored_at >= ?4",
        )?
        .query_row((topic, &queue.broker, queue.id, timestamp), |row| row.get(0))?;
    Ok(found.unwrap_or(queue.max))
}
