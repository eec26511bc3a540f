//! One SQLite file per cluster, written in transactions of a consistent cut.

use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, Transaction, params};
use serde::{Deserialize, Serialize};

use super::core::OffsetKey;
use crate::kafka::StartError;

mod load;

pub(super) use load::Loaded;

/// File name inside a cluster's folder.
const FILE: &str = "kafka.db";

/// The layout below; a file with a later one is refused.
const LAYOUT: i64 = 1;

const SCHEMA: &str = "
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE topic (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, id TEXT NOT NULL, internal INTEGER NOT NULL,
        configs TEXT NOT NULL, replicas TEXT NOT NULL);
    CREATE TABLE log (
        topic INTEGER NOT NULL, partition INTEGER NOT NULL, state TEXT NOT NULL,
        PRIMARY KEY (topic, partition)) WITHOUT ROWID;
    CREATE TABLE batch (
        topic INTEGER NOT NULL, partition INTEGER NOT NULL, base INTEGER NOT NULL, last INTEGER NOT NULL,
        data BLOB NOT NULL);
    CREATE UNIQUE INDEX batch_place ON batch (topic, partition, base);
    CREATE TABLE group_offset (
        name TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL, offset INTEGER NOT NULL,
        metadata TEXT NOT NULL, PRIMARY KEY (name, topic, partition)) WITHOUT ROWID;
";

/// A topic's definition.
#[derive(Clone, Debug)]
pub(super) struct TopicRow {
    pub number: i64,
    pub name: String,
    pub id: String,
    pub internal: bool,
    pub configs: std::collections::HashMap<String, String>,
    pub replicas: Vec<Vec<i32>>,
}

/// What a partition is besides its batches. Pairs are as in the engine.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct LogState {
    pub end: i64,
    pub start: i64,
    pub clean: i64,
    /// Base offset and creation time.
    pub segments: Vec<(i64, i64)>,
    /// Producer, epoch, last sequence, base offset of its last batch.
    pub producers: Vec<(i64, i16, i32, i64)>,
    /// Producer and first offset of open transactions.
    pub open: Vec<(i64, i64)>,
    /// The same of aborted ones.
    pub aborted: Vec<(i64, i64)>,
    /// Offset of a tombstone, and when compaction may drop it.
    pub tombstones: Vec<(i64, i64)>,
}

/// Producer ids and broker settings.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Meta {
    pub next_producer: i64,
    /// Transactional id, producer, epoch.
    pub transactional: Vec<(String, i64, i16)>,
    pub broker_configs: std::collections::HashMap<String, String>,
}

/// Changes of one partition.
#[derive(Clone, Debug)]
pub(super) struct LogDelta {
    pub topic: i64,
    pub partition: i32,
    pub state: LogState,
    /// Compaction replaced everything below this offset.
    pub rewritten_below: Option<i64>,
    /// Batches to add: base offset, last offset, bytes.
    pub batches: Vec<(i64, i64, Vec<u8>)>,
}

/// Everything that changed since the last write, as of one moment.
#[derive(Clone, Debug, Default)]
pub(super) struct Delta {
    /// The change up to which this goes.
    pub version: u64,
    pub dropped: Vec<i64>,
    pub topics: Vec<TopicRow>,
    pub logs: Vec<LogDelta>,
    /// `None` forgets the offset.
    pub offsets: Vec<(OffsetKey, Option<(i64, String)>)>,
    /// Groups whose offsets all go, before `offsets` are applied.
    pub groups: Vec<String>,
    pub meta: Option<Meta>,
}

/// The open file.
pub(super) struct Store {
    connection: Connection,
}

impl Store {
    /// Opens or creates the file in `folder`. With `sync` every write waits for the disk.
    pub fn open(folder: &Path, sync: bool) -> Result<Self, StartError> {
        let path = folder.join(FILE);
        std::fs::create_dir_all(folder)
            .map_err(|source| StartError::Folder { path: folder.display().to_string(), source })?;
        Self::open_file(&path, sync)
            .map_err(|source| StartError::Store { path: path.display().to_string(), source })
    }

    fn open_file(path: &Path, sync: bool) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.busy_timeout(Duration::from_secs(5))?;
        // The state is in memory: a second process on the same file would overwrite what the first one wrote.
        connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // NORMAL survives the end of the process; only FULL also survives a power cut.
        connection.pragma_update(None, "synchronous", if sync { "FULL" } else { "NORMAL" })?;
        let layout: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        match layout {
            LAYOUT => {}
            0 => {
                connection
                    .execute_batch(&format!("BEGIN; {SCHEMA} PRAGMA user_version = {LAYOUT}; COMMIT;"))?;
            }
            later => {
                let reason = format!("layout {later} is of a later version of this program");
                let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_SCHEMA);
                return Err(rusqlite::Error::SqliteFailure(code, Some(reason)));
            }
        }
        Ok(Self { connection })
    }

    /// Reads everything.
    pub fn load(&self) -> rusqlite::Result<Loaded> {
        load::load(&self.connection)
    }

    /// Writes a delta in one transaction.
    pub fn write(&mut self, delta: &Delta) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction()?;
        for number in &delta.dropped {
            for table in ["DELETE FROM batch WHERE topic = ?1", "DELETE FROM log WHERE topic = ?1"] {
                transaction.prepare_cached(table)?.execute([number])?;
            }
            transaction.prepare_cached("DELETE FROM topic WHERE number = ?1")?.execute([number])?;
        }
        for topic in &delta.topics {
            write_topic(&transaction, topic)?;
        }
        for log in &delta.logs {
            write_log(&transaction, log)?;
        }
        for group in &delta.groups {
            transaction.prepare_cached("DELETE FROM group_offset WHERE name = ?1")?.execute([group])?;
        }
        for (key, offset) in &delta.offsets {
            write_offset(&transaction, key, offset.as_ref())?;
        }
        if let Some(meta) = &delta.meta {
            transaction
                .prepare_cached("INSERT OR REPLACE INTO meta (key, value) VALUES ('meta', ?1)")?
                .execute([json(meta)?])?;
        }
        transaction.commit()
    }
}

fn json<T: Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
}

fn write_topic(transaction: &Transaction, topic: &TopicRow) -> rusqlite::Result<()> {
    transaction
        .prepare_cached(
            "INSERT OR REPLACE INTO topic (number, name, id, internal, configs, replicas)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            topic.number,
            topic.name,
            topic.id,
            topic.internal,
            json(&topic.configs)?,
            json(&topic.replicas)?
        ])?;
    Ok(())
}

fn write_log(transaction: &Transaction, log: &LogDelta) -> rusqlite::Result<()> {
    if let Some(below) = log.rewritten_below {
        transaction
            .prepare_cached("DELETE FROM batch WHERE topic = ?1 AND partition = ?2 AND base < ?3")?
            .execute(params![log.topic, log.partition, below])?;
    }
    // A batch goes when all of it lies before the start, so the one across the start stays.
    transaction
        .prepare_cached("DELETE FROM batch WHERE topic = ?1 AND partition = ?2 AND base < ?3 AND last < ?3")?
        .execute(params![log.topic, log.partition, log.state.start])?;
    let mut insert = transaction.prepare_cached(
        "INSERT OR REPLACE INTO batch (topic, partition, base, last, data) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    for (base, last, data) in &log.batches {
        insert.execute(params![log.topic, log.partition, base, last, data])?;
    }
    transaction
        .prepare_cached("INSERT OR REPLACE INTO log (topic, partition, state) VALUES (?1, ?2, ?3)")?
        .execute(params![log.topic, log.partition, json(&log.state)?])?;
    Ok(())
}

fn write_offset(
    transaction: &Transaction,
    (group, topic, partition): &OffsetKey,
    offset: Option<&(i64, String)>,
) -> rusqlite::Result<()> {
    match offset {
        Some((offset, metadata)) => transaction
            .prepare_cached(
                "INSERT OR REPLACE INTO group_offset (name, topic, partition, offset, metadata)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![group, topic, partition, offset, metadata])?,
        None => transaction
            .prepare_cached("DELETE FROM group_offset WHERE name = ?1 AND topic = ?2 AND partition = ?3")?
            .execute(params![group, topic, partition])?,
    };
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn delta(batches: &[(i64, i64)], state: LogState) -> Delta {
        let batches = batches.iter().map(|&(base, last)| (base, last, vec![7; 10])).collect();
        let log = LogDelta { topic: 1, partition: 0, state, rewritten_below: None, batches };
        Delta { version: 1, logs: vec![log], ..Delta::default() }
    }

    fn bases(store: &Store) -> Vec<i64> {
        let loaded = store.load().unwrap();
        loaded
            .logs
            .get(&(1, 0))
            .map_or_else(Vec::new, |log| log.batches.iter().map(|(base, _)| *base).collect())
    }

    #[test]
    fn batches_before_the_start_go_and_the_one_across_it_stays() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), false).unwrap();
        store
            .write(&delta(&[(0, 4), (5, 9), (10, 14)], LogState { end: 15, ..LogState::default() }))
            .unwrap();
        store.write(&delta(&[], LogState { end: 15, start: 7, ..LogState::default() })).unwrap();
        assert_eq!(bases(&store), [5, 10]);
        store.write(&delta(&[], LogState { end: 15, start: 15, ..LogState::default() })).unwrap();
        assert_eq!(bases(&store), [0; 0]);
    }

    #[test]
    fn a_compacted_part_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), false).unwrap();
        let state = LogState { end: 15, ..LogState::default() };
        store.write(&delta(&[(0, 4), (5, 9), (10, 14)], state.clone())).unwrap();
        let mut compacted = delta(&[(3, 3)], LogState { clean: 10, ..state });
        compacted.logs[0].rewritten_below = Some(10);
        store.write(&compacted).unwrap();
        assert_eq!(bases(&store), [3, 10]);
    }

    #[test]
    fn offsets_are_kept_changed_and_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = Store::open(folder.path(), false).unwrap();
        let key = |group: &str| (group.to_owned(), "t".to_owned(), 0);
        let offsets = vec![(key("a"), Some((1, "m".to_owned()))), (key("b"), Some((2, String::new())))];
        store.write(&Delta { version: 1, offsets, ..Delta::default() }).unwrap();
        let offsets = vec![(key("a"), Some((5, String::new())))];
        store
            .write(&Delta { version: 2, offsets, groups: vec!["b".to_owned()], ..Delta::default() })
            .unwrap();
        assert_eq!(store.load().unwrap().offsets, [(key("a"), 5, String::new())]);
        store.write(&Delta { version: 3, offsets: vec![(key("a"), None)], ..Delta::default() }).unwrap();
        assert_eq!(store.load().unwrap().offsets, []);
    }

    #[test]
    fn a_file_of_a_later_version_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        Connection::open(folder.path().join(FILE)).unwrap().pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(Store::open(folder.path(), false), Err(StartError::Store { .. })));
    }
}
