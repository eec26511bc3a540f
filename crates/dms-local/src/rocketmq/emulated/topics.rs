//! Topics and their queues.

use dms_api::models::rocketmq as shown;
use dms_api::models::rocketmq::{BrokerStatus, QueueStatus, TopicBroker, TopicPermission};
use dms_api::record::Millis;
use rusqlite::{Connection, OptionalExtension, Row};

use super::{Emulated, groups, number};
use crate::rocketmq::{Found, NewGroup, Page, RocketmqError, Topic};

const COLUMNS: &str = "name, permission, message_type, description, created_at";

impl Emulated {
    /// Makes many topics and groups at once, each at its time; those that are there stay as they are.
    ///
    /// # Errors
    /// When the store refuses; then none is made.
    pub fn add_all(
        &self,
        new_topics: &[(Topic, i64)],
        new_groups: &[(NewGroup, i64)],
    ) -> Result<(), RocketmqError> {
        self.write(|tx| {
            for (topic, at) in new_topics {
                match create(tx, topic, *at, false) {
                    Err(RocketmqError::TopicExists(_)) => {}
                    other => other?,
                }
            }
            for (group, at) in new_groups {
                match groups::create(tx, group, *at) {
                    Err(RocketmqError::GroupExists(_)) => {}
                    other => other?,
                }
            }
            Ok(())
        })
    }
}

pub(super) fn list(c: &Connection, page: Page) -> Result<Found<shown::Topic>, RocketmqError> {
    let total = c.query_row("SELECT count(*) FROM topics WHERE NOT internal", [], number)?;
    let sql = format!("SELECT {COLUMNS} FROM topics WHERE NOT internal ORDER BY name LIMIT ?1 OFFSET ?2");
    let mut query = c.prepare_cached(&sql)?;
    let rows = query.query_map((page.limit, i64::try_from(page.offset).unwrap_or(i64::MAX)), read)?;
    let mut items = rows.collect::<Result<Vec<_>, _>>()?;
    for topic in &mut items {
        add_queues(c, topic)?;
    }
    Ok(Found { items, total })
}

pub(super) fn one(c: &Connection, name: &str) -> Result<shown::Topic, RocketmqError> {
    let sql = format!("SELECT {COLUMNS} FROM topics WHERE name = ?1");
    let found = c.prepare_cached(&sql)?.query_row([name], read).optional()?;
    let mut topic = found.ok_or_else(|| RocketmqError::TopicUnknown(name.to_owned()))?;
    add_queues(c, &mut topic)?;
    Ok(topic)
}

pub(super) fn exists(c: &Connection, name: &str) -> Result<bool, RocketmqError> {
    let mut query = c.prepare_cached("SELECT EXISTS (SELECT 1 FROM topics WHERE name = ?1)")?;
    Ok(query.query_row([name], |row| row.get(0))?)
}

fn read(row: &Row<'_>) -> rusqlite::Result<shown::Topic> {
    let (permission, kind): (String, String) = (row.get(1)?, row.get(2)?);
    Ok(shown::Topic {
        name: row.get(0)?,
        permission: TopicPermission::from_word(&permission),
        message_type: Some(kind).filter(|kind| !kind.is_empty()),
        topic_desc: Some(row.get(3)?),
        created_at: Some(Millis(row.get(4)?)),
        ..shown::Topic::default()
    })
}

fn add_queues(c: &Connection, topic: &mut shown::Topic) -> Result<(), RocketmqError> {
    let mut query = c.prepare_cached(
        "SELECT broker, sum(readable), sum(writable) FROM queues WHERE topic = ?1 GROUP BY broker ORDER BY broker",
    )?;
    let rows = query.query_map([&topic.name], |row| {
        Ok(TopicBroker {
            broker_name: row.get(0)?,
            read_queue_num: row.get(1)?,
            write_queue_num: row.get(2)?,
        })
    })?;
    topic.brokers = rows.collect::<Result<_, _>>()?;
    topic.total_read_queue_num = topic.brokers.iter().map(|broker| broker.read_queue_num).sum();
    topic.total_write_queue_num = topic.brokers.iter().map(|broker| broker.write_queue_num).sum();
    Ok(())
}

/// Makes a topic. `internal` ones are the cluster's own, for retries and dead letters.
pub(super) fn create(c: &Connection, topic: &Topic, now: i64, internal: bool) -> Result<(), RocketmqError> {
    if exists(c, &topic.name)? {
        return Err(RocketmqError::TopicExists(topic.name.clone()));
    }
    c.prepare_cached(
        "INSERT INTO topics (name, permission, message_type, description, created_at, internal)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        &topic.name,
        &topic.permission,
        &topic.message_type,
        &topic.description,
        now,
        internal,
    ))?;
    set_queues(c, topic)
}

pub(super) fn change(c: &Connection, topic: &Topic) -> Result<(), RocketmqError> {
    let changed = c
        .prepare_cached(
            "UPDATE topics SET permission = ?2, message_type = ?3, description = ?4 WHERE name = ?1",
        )?
        .execute((&topic.name, &topic.permission, &topic.message_type, &topic.description))?;
    if changed == 0 {
        return Err(RocketmqError::TopicUnknown(topic.name.clone()));
    }
    set_queues(c, topic)
}

/// Queues are numbered from 0; those beyond the numbers wanted keep their messages but serve nobody.
fn set_queues(c: &Connection, topic: &Topic) -> Result<(), RocketmqError> {
    let mut put = c.prepare_cached(
        "INSERT INTO queues (topic, broker, queue, readable, writable) VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT DO UPDATE SET readable = excluded.readable, writable = excluded.writable",
    )?;
    for (broker, readable, writable) in &topic.queues {
        c.prepare_cached("UPDATE queues SET readable = 0, writable = 0 WHERE topic = ?1 AND broker = ?2")?
            .execute((&topic.name, broker))?;
        for queue in 0..*readable.max(writable) {
            put.execute((&topic.name, broker, queue, queue < *readable, queue < *writable))?;
        }
    }
    Ok(())
}

/// Makes an internal topic with one queue on a broker, unless it is there.
pub(super) fn ensure(c: &Connection, name: &str, broker: &str, now: i64) -> Result<(), RocketmqError> {
    let topic = Topic {
        name: name.to_owned(),
        permission: "all".to_owned(),
        queues: vec![(broker.to_owned(), 1, 1)],
        ..Topic::default()
    };
    if exists(c, name)? { set_queues(c, &topic) } else { create(c, &topic, now, true) }
}

pub(super) fn delete(c: &Connection, name: &str) -> Result<(), RocketmqError> {
    c.prepare_cached("DELETE FROM topics WHERE name = ?1")?.execute([name])?;
    Ok(())
}

pub(super) fn dead_letters(c: &Connection) -> Result<Vec<String>, RocketmqError> {
    let mut query =
        c.prepare_cached("SELECT name FROM topics WHERE substr(name, 1, 5) = '%DLQ%' ORDER BY name")?;
    Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}

/// One queue as the store has it.
#[derive(Clone, Debug)]
pub(super) struct Queue {
    pub broker: String,
    pub id: u32,
    pub readable: bool,
    pub writable: bool,
    pub min: i64,
    pub max: i64,
    pub last: i64,
}

/// Queues of a topic that serve somebody, in order.
pub(super) fn queues(c: &Connection, topic: &str) -> Result<Vec<Queue>, RocketmqError> {
    let mut query = c.prepare_cached(
        "SELECT broker, queue, readable, writable, min_offset, max_offset, last_time FROM queues
         WHERE topic = ?1 AND (readable OR writable) ORDER BY broker, queue",
    )?;
    let rows = query.query_map([topic], |row| {
        Ok(Queue {
            broker: row.get(0)?,
            id: row.get(1)?,
            readable: row.get(2)?,
            writable: row.get(3)?,
            min: row.get(4)?,
            max: row.get(5)?,
            last: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn status(c: &Connection, name: &str) -> Result<Vec<BrokerStatus>, RocketmqError> {
    if !exists(c, name)? {
        return Err(RocketmqError::TopicUnknown(name.to_owned()));
    }
    let mut brokers: Vec<BrokerStatus> = Vec::new();
    for queue in queues(c, name)? {
        let shown = QueueStatus {
            id: queue.id,
            min_offset: queue.min.unsigned_abs(),
            max_offset: queue.max.unsigned_abs(),
            last_message_time: Millis(queue.last),
            ..Default::default()
        };
        match brokers.last_mut().filter(|broker| broker.broker_name == queue.broker) {
            Some(broker) => broker.queues.push(shown),
            None => brokers.push(BrokerStatus {
                queues: vec![shown],
                broker_name: queue.broker,
                ..Default::default()
            }),
        }
    }
    Ok(brokers)
}
