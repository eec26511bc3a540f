//! Finding messages.

use dms_api::models::rocketmq::{Message, MessageProperty};
use dms_api::record::Millis;
use rusqlite::types::ToSql;
use rusqlite::{Connection, OptionalExtension, Row, params_from_iter};

use super::append::Draft;
use super::{ids, number, topics, unsigned};
use crate::rocketmq::{Found, MessageQuery, Page, Place, RocketmqError};

const COLUMNS: &str =
    "topic, broker, queue, queue_offset, msg_id, unique_key, stored_at, born_at, born_host, reconsumed,
     properties, body, crc, size";

/// A message as the store has it.
#[derive(Clone, Debug)]
pub(super) struct Stored {
    pub draft: Draft,
    pub place: Place,
    pub stored_at: i64,
    crc: u64,
    size: u64,
}

impl Stored {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let properties: String = row.get(10)?;
        let (broker, queue, offset): (String, u32, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
        let draft = Draft {
            topic: row.get(0)?,
            body: row.get(11)?,
            properties: serde_json::from_str(&properties).unwrap_or_default(),
            producer: String::new(),
            born_host: row.get(8)?,
            born_at: row.get(7)?,
            reconsumed: row.get(9)?,
            queue: Some((broker.clone(), queue)),
        };
        let place = Place {
            msg_id: row.get(4)?,
            unique_key: row.get(5)?,
            broker,
            queue,
            offset: offset.unsigned_abs(),
            properties: draft.properties.clone(),
        };
        Ok(Self { draft, place, stored_at: row.get(6)?, crc: unsigned(row, 12)?, size: unsigned(row, 13)? })
    }

    /// As the API shows it.
    pub fn shown(&self, instance_id: &str) -> Message {
        let mut property_list = self.draft.properties.clone();
        for name in [MessageProperty::MESSAGE_KEYS, MessageProperty::TAGS] {
            if self.draft.property(name).is_none() {
                property_list.push(MessageProperty::new(name, ""));
            }
        }
        Message {
            msg_id: self.place.msg_id.clone(),
            instance_id: instance_id.to_owned(),
            topic: self.draft.topic.clone(),
            store_timestamp: Millis(self.stored_at),
            born_timestamp: Millis(self.draft.born_at),
            reconsume_times: self.draft.reconsumed,
            body: self.draft.body.clone(),
            body_crc: self.crc,
            store_size: self.size,
            property_list,
            born_host: self.draft.born_host.clone(),
            store_host: ids::store_host(&self.place.broker),
            queue_id: self.place.queue,
            queue_offset: self.place.offset,
            ..Message::default()
        }
    }
}

/// Messages that match, newest first.
pub(super) fn find(
    c: &Connection,
    query: &MessageQuery,
    page: Page,
    instance_id: &str,
) -> Result<Found<Message>, RocketmqError> {
    if !topics::exists(c, &query.topic)? {
        return Err(RocketmqError::TopicUnknown(query.topic.clone()));
    }
    let mut clauses = vec!["topic = ?".to_owned()];
    let mut values: Vec<Box<dyn ToSql>> = vec![Box::new(query.topic.clone())];
    let mut narrow = |clause: &str, value: Option<Box<dyn ToSql>>| {
        if let Some(value) = value {
            clauses.push(clause.to_owned());
            values.push(value);
        }
    };
    narrow("stored_at >= ?", query.from.map(|at| Box::new(at) as Box<dyn ToSql>));
    narrow("stored_at <= ?", query.until.map(|at| Box::new(at) as Box<dyn ToSql>));
    narrow("queue = ?", query.queue.map(|queue| Box::new(queue) as Box<dyn ToSql>));
    narrow(
        "id IN (SELECT message FROM message_keys WHERE key = ?)",
        query.key.clone().map(|key| Box::new(key) as Box<dyn ToSql>),
    );
    narrow("? IN (msg_id, unique_key)", query.id.clone().map(|id| Box::new(id) as Box<dyn ToSql>));
    let clauses = clauses.join(" AND ");
    let total = c
        .prepare_cached(&format!("SELECT count(*) FROM messages WHERE {clauses}"))?
        .query_row(params_from_iter(&values), number)?;
    values.push(Box::new(page.limit));
    values.push(Box::new(i64::try_from(page.offset).unwrap_or(i64::MAX)));
    let sql = format!(
        "SELECT {COLUMNS} FROM messages WHERE {clauses} ORDER BY stored_at DESC, id DESC LIMIT ? OFFSET ?"
    );
    let mut query = c.prepare_cached(&sql)?;
    let rows = query.query_map(params_from_iter(&values), Stored::read)?;
    let items = rows.map(|row| row.map(|stored| stored.shown(instance_id))).collect::<Result<_, _>>()?;
    Ok(Found { items, total })
}

/// One message by either of its ids, of a topic or of any but those of retries.
pub(super) fn one(c: &Connection, topic: Option<&str>, id: &str) -> Result<Option<Stored>, RocketmqError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM messages WHERE (msg_id = ?1 OR unique_key = ?1)
         AND (topic = ?2 OR (?2 IS NULL AND substr(topic, 1, 7) <> '%RETRY%')) ORDER BY id LIMIT 1"
    );
    Ok(c.prepare_cached(&sql)?.query_row((id, topic), Stored::read).optional()?)
}

/// Messages of a queue from an offset on.
pub(super) fn from(
    c: &Connection,
    topic: &str,
    broker: &str,
    queue: u32,
    offset: i64,
    limit: usize,
) -> Result<Vec<Stored>, RocketmqError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM messages WHERE topic = ?1 AND broker = ?2 AND queue = ?3 AND queue_offset >= ?4
         ORDER BY queue_offset LIMIT ?5"
    );
    let mut query = c.prepare_cached(&sql)?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = query.query_map((topic, broker, queue, offset, limit), Stored::read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn bytes(c: &Connection) -> Result<u64, RocketmqError> {
    Ok(c.prepare_cached("SELECT coalesce(sum(size), 0) FROM messages")?.query_row([], number)?)
}

/// Drops messages and traces older than `before`, and all but the newest `keep` of each queue.
pub(super) fn trim(c: &Connection, before: i64, keep: i64) -> Result<(), RocketmqError> {
    c.prepare_cached(
        "DELETE FROM messages WHERE stored_at < ?1 OR queue_offset < (SELECT max_offset - ?2 FROM queues
         WHERE queues.topic = messages.topic AND queues.broker = messages.broker AND queues.queue = messages.queue)",
    )?
    .execute((before, keep))?;
    c.prepare_cached("DELETE FROM traces WHERE at < ?1")?.execute([before])?;
    c.prepare_cached(
        "UPDATE queues SET min_offset = coalesce((SELECT min(queue_offset) FROM messages WHERE
         messages.topic = queues.topic AND messages.broker = queues.broker AND messages.queue = queues.queue), max_offset)",
    )?
    .execute([])?;
    Ok(())
}
