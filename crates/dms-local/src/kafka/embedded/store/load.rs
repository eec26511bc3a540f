//! Reading a cluster back.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

use super::{LogState, Meta, TopicRow};
use crate::kafka::embedded::core::OffsetKey;

/// One partition as it was written: its batches as (base offset, bytes) in offset order.
#[derive(Debug, Default)]
pub(in crate::kafka::embedded) struct LoadedLog {
    pub state: LogState,
    pub batches: Vec<(i64, Vec<u8>)>,
}

/// Everything in the file.
#[derive(Debug, Default)]
pub(in crate::kafka::embedded) struct Loaded {
    pub topics: Vec<TopicRow>,
    /// By topic number and partition.
    pub logs: HashMap<(i64, i32), LoadedLog>,
    pub offsets: Vec<(OffsetKey, i64, String)>,
    pub meta: Meta,
}

pub(super) fn load(connection: &Connection) -> rusqlite::Result<Loaded> {
    let mut logs = logs(connection)?;
    // In the order written, which is the fastest to read and nearly the order of offsets.
    let mut statement = connection.prepare("SELECT topic, partition, base, data FROM batch")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(log) = logs.get_mut(&(row.get(0)?, row.get(1)?)) {
            log.batches.push((row.get(2)?, row.get(3)?));
        }
    }
    for log in logs.values_mut() {
        log.batches.sort_by_key(|(base, _)| *base);
    }
    Ok(Loaded { topics: topics(connection)?, logs, offsets: offsets(connection)?, meta: meta(connection)? })
}

fn topics(connection: &Connection) -> rusqlite::Result<Vec<TopicRow>> {
    let mut statement =
        connection.prepare("SELECT number, name, id, internal, configs, replicas FROM topic")?;
    let topics = statement.query_map([], |row| {
        Ok(TopicRow {
            number: row.get(0)?,
            name: row.get(1)?,
            id: row.get(2)?,
            internal: row.get(3)?,
            configs: parsed(4, &row.get::<_, String>(4)?)?,
            replicas: parsed(5, &row.get::<_, String>(5)?)?,
        })
    })?;
    topics.collect()
}

fn logs(connection: &Connection) -> rusqlite::Result<HashMap<(i64, i32), LoadedLog>> {
    let mut statement = connection.prepare("SELECT topic, partition, state FROM log")?;
    let logs = statement.query_map([], |row| {
        let state = parsed(2, &row.get::<_, String>(2)?)?;
        Ok(((row.get(0)?, row.get(1)?), LoadedLog { state, batches: Vec::new() }))
    })?;
    logs.collect()
}

fn offsets(connection: &Connection) -> rusqlite::Result<Vec<(OffsetKey, i64, String)>> {
    let mut statement =
        connection.prepare("SELECT name, topic, partition, offset, metadata FROM group_offset")?;
    let offsets = statement
        .query_map([], |row| Ok(((row.get(0)?, row.get(1)?, row.get(2)?), row.get(3)?, row.get(4)?)))?;
    offsets.collect()
}

fn meta(connection: &Connection) -> rusqlite::Result<Meta> {
    let value: Option<String> =
        connection.query_row("SELECT value FROM meta WHERE key = 'meta'", [], |row| row.get(0)).optional()?;
    value.map_or_else(|| Ok(Meta::default()), |value| parsed(0, &value))
}

fn parsed<T: DeserializeOwned>(column: usize, value: &str) -> rusqlite::Result<T> {
    serde_json::from_str(value).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, error.into())
    })
}
