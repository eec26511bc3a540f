//! Storing messages.

use dms_api::models::rocketmq::{MessageKind, MessageProperty, TopicPermission, TraceType};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{Emulated, ids, topics, trace};
use crate::rocketmq::{Place, RocketmqError};

/// RocketMQ's delays of the levels 1 to 18, seconds.
const LEVELS: [i64; 18] =
    [1, 5, 10, 30, 60, 120, 180, 240, 300, 360, 420, 480, 540, 600, 1200, 1800, 3600, 7200];
/// Bytes of a stored message besides topic, body and properties.
const FRAME: usize = 91;

/// The delay of a level, milliseconds; levels past the last are the last.
pub(super) fn level_ms(level: usize) -> i64 {
    let level = level.clamp(1, LEVELS.len());
    LEVELS.get(level - 1).copied().unwrap_or_default() * 1000
}

/// A message on its way into a topic.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// The topic.
    pub topic: String,
    /// What it says.
    pub body: String,
    /// Properties, in order.
    pub properties: Vec<MessageProperty>,
    /// Group of the producer.
    pub producer: String,
    /// The producer's address with port.
    pub born_host: String,
    /// When the producer made it, milliseconds since 1970; 0 for now.
    pub born_at: i64,
    /// How often it was tried again.
    pub reconsumed: u32,
    /// Broker and queue, if not any.
    pub queue: Option<(String, u32)>,
}

impl Draft {
    /// A message for a topic.
    pub fn new(topic: &str, body: impl Into<String>) -> Self {
        Self { topic: topic.to_owned(), body: body.into(), ..Self::default() }
    }

    /// A property's value.
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|p| p.name == name).map(|p| p.value.as_str())
    }

    /// Sets a property.
    pub fn set(&mut self, name: &str, value: impl Into<String>) {
        let value = value.into();
        match self.properties.iter_mut().find(|p| p.name == name) {
            Some(property) => property.value = value,
            None => self.properties.push(MessageProperty::new(name, value)),
        }
    }
}

impl Emulated {
    /// Takes many messages at once, each at its time.
    ///
    /// # Errors
    /// When a topic is not there or cannot be written; then none is stored.
    pub fn send_all(&self, drafts: &[(Draft, i64)]) -> Result<(), RocketmqError> {
        self.write(|tx| drafts.iter().try_for_each(|(draft, at)| send(tx, draft, *at).map(drop)))
    }
}

/// Takes a message from a producer: stores it or, with a delay, holds it back. The producer's trace goes with it.
pub(super) fn send(c: &Connection, draft: &Draft, now: i64) -> Result<Place, RocketmqError> {
    let topic = topics::one(c, &draft.topic)?;
    if topic.permission == TopicPermission::Sub {
        return Err(RocketmqError::NotWritable(draft.topic.clone()));
    }
    let draft = complete(c, draft, now)?;
    let level = draft.property(MessageProperty::DELAY).and_then(|level| level.parse::<usize>().ok());
    let kind = match (level, draft.property(MessageProperty::SHARDING_KEY)) {
        (Some(1..), _) => MessageKind::Delay,
        (_, Some(_)) => MessageKind::Order,
        _ => MessageKind::Normal,
    };
    let place = match level {
        Some(level @ 1..) => hold(c, &draft, now + level_ms(level))?,
        _ => store(c, &draft, now)?,
    };
    // Java's client writes this property of a message that it traces; who denies it does not trace.
    if draft.property("TRACE_ON") != Some("false") {
        trace::published(c, &draft, &place, kind, TraceType::Pub, now)?;
    }
    Ok(place)
}

/// The draft with the properties and the time that a producer's client adds.
pub(super) fn complete(c: &Connection, draft: &Draft, now: i64) -> Result<Draft, RocketmqError> {
    let mut draft = draft.clone();
    if draft.born_at == 0 {
        draft.born_at = now;
    }
    if draft.born_host.is_empty() {
        draft.born_host = "127.0.0.1:50098".to_owned();
    }
    if draft.producer.is_empty() {
        draft.producer = "DMS_CONSOLE".to_owned();
    }
    if draft.property(MessageProperty::UNIQ_KEY).is_none_or(str::is_empty) {
        let number = ids::count(c, "unique_key", 1)?;
        draft.set(MessageProperty::UNIQ_KEY, ids::unique_key(number, now));
    }
    draft.set("CLUSTER", "DmsCluster");
    Ok(draft)
}

/// Holds a message back. Its place is known when it is delivered.
pub(super) fn hold(c: &Connection, draft: &Draft, due_at: i64) -> Result<Place, RocketmqError> {
    c.prepare_cached("INSERT INTO held (due_at, draft) VALUES (?1, ?2)")?
        .execute((due_at, serde_json::to_string(draft)?))?;
    let unique_key = draft.property(MessageProperty::UNIQ_KEY).unwrap_or_default().to_owned();
    Ok(Place {
        msg_id: unique_key.clone(),
        unique_key,
        properties: draft.properties.clone(),
        ..Place::default()
    })
}

/// Whether something was held back long enough.
pub(super) fn is_due(c: &Connection, now: i64) -> Result<bool, RocketmqError> {
    let mut query = c.prepare_cached("SELECT EXISTS (SELECT 1 FROM held WHERE due_at <= ?1)")?;
    Ok(query.query_row([now], |row| row.get(0))?)
}

/// Delivers what was held back long enough. A topic that was deleted meanwhile takes its messages along.
pub(super) fn release(c: &Connection, now: i64) -> Result<usize, RocketmqError> {
    let due: Vec<(i64, String)> = {
        let mut query =
            c.prepare_cached("SELECT id, draft FROM held WHERE due_at <= ?1 ORDER BY due_at, id")?;
        query.query_map([now], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?
    };
    for (id, draft) in &due {
        let draft: Draft = serde_json::from_str(draft)?;
        match store(c, &draft, now) {
            Ok(_) | Err(RocketmqError::TopicUnknown(_) | RocketmqError::NotWritable(_)) => {}
            Err(error) => return Err(error),
        }
        c.prepare_cached("DELETE FROM held WHERE id = ?1")?.execute([id])?;
    }
    Ok(due.len())
}

/// Puts a message at the end of a queue.
pub(super) fn store(c: &Connection, draft: &Draft, now: i64) -> Result<Place, RocketmqError> {
    let (broker, queue) = choose(c, draft)?;
    let properties = serde_json::to_string(&draft.properties)?;
    let size = FRAME + draft.topic.len() + draft.body.len() + properties_size(&draft.properties);
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    let end = ids::count(c, &broker, size)?;
    let msg_id = ids::message_id(&broker, end - size);
    let unique_key = draft.property(MessageProperty::UNIQ_KEY).unwrap_or(&msg_id).to_owned();
    let offset: i64 = c
        .prepare_cached(
            "UPDATE queues SET max_offset = max_offset + 1, last_time = ?4
             WHERE topic = ?1 AND broker = ?2 AND queue = ?3 RETURNING max_offset - 1",
        )?
        .query_row((&draft.topic, &broker, queue, now), |row| row.get(0))?;
    c.prepare_cached(
        "INSERT INTO messages (topic, broker, queue, queue_offset, msg_id, unique_key, stored_at, born_at, born_host,
         reconsumed, properties, body, crc, size) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
    )?
    .execute(rusqlite::params![
        draft.topic,
        broker,
        queue,
        offset,
        msg_id,
        unique_key,
        now,
        draft.born_at,
        draft.born_host,
        draft.reconsumed,
        properties,
        draft.body,
        ids::crc(draft.body.as_bytes()),
        size,
    ])?;
    let row = c.last_insert_rowid();
    for key in draft.property(MessageProperty::MESSAGE_KEYS).unwrap_or_default().split_whitespace() {
        c.prepare_cached("INSERT OR IGNORE INTO message_keys (topic, key, message) VALUES (?1, ?2, ?3)")?
            .execute((&draft.topic, key, row))?;
    }
    let properties = draft.properties.clone();
    Ok(Place { msg_id, unique_key, broker, queue, offset: offset.unsigned_abs(), properties })
}

/// Name, value and a separator after each.
fn properties_size(properties: &[MessageProperty]) -> usize {
    properties.iter().map(|property| property.name.len() + property.value.len() + 2).sum()
}

/// The queue of a message: the one asked for, the sharding key's, or the next in turn.
fn choose(c: &Connection, draft: &Draft) -> Result<(String, u32), RocketmqError> {
    let all = topics::queues(c, &draft.topic)?;
    if all.is_empty() {
        return Err(RocketmqError::TopicUnknown(draft.topic.clone()));
    }
    let writable: Vec<_> = all.into_iter().filter(|queue| queue.writable).collect();
    if let Some((broker, id)) = &draft.queue
        && writable.iter().any(|queue| queue.broker == *broker && queue.id == *id)
    {
        return Ok((broker.clone(), *id));
    }
    let turn = match draft.property(MessageProperty::SHARDING_KEY) {
        Some(key) => ids::hash(key) as usize,
        None => usize::try_from(ids::count(c, &format!("turn {}", draft.topic), 1)?).unwrap_or_default(),
    };
    let queue = turn.checked_rem(writable.len()).and_then(|index| writable.get(index));
    queue
        .map(|queue| (queue.broker.clone(), queue.id))
        .ok_or_else(|| RocketmqError::NotWritable(draft.topic.clone()))
}
