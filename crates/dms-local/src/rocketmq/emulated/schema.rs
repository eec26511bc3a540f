//! The store's format.

use rusqlite::Connection;

const STEPS: &[&str] = &["
    CREATE TABLE counters (
        name  TEXT PRIMARY KEY,
        value INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE topics (
        name         TEXT PRIMARY KEY,
        permission   TEXT NOT NULL,
        message_type TEXT NOT NULL,
        description  TEXT NOT NULL,
        created_at   INTEGER NOT NULL,
        internal     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE queues (
        topic      TEXT NOT NULL REFERENCES topics (name) ON DELETE CASCADE,
        broker     TEXT NOT NULL,
        queue      INTEGER NOT NULL,
        readable   INTEGER NOT NULL,
        writable   INTEGER NOT NULL,
        min_offset INTEGER NOT NULL DEFAULT 0,
        max_offset INTEGER NOT NULL DEFAULT 0,
        last_time  INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (topic, broker, queue)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE messages (
        id           INTEGER PRIMARY KEY,
        topic        TEXT NOT NULL REFERENCES topics (name) ON DELETE CASCADE,
        broker       TEXT NOT NULL,
        queue        INTEGER NOT NULL,
        queue_offset INTEGER NOT NULL,
        msg_id       TEXT NOT NULL,
        unique_key   TEXT NOT NULL,
        stored_at    INTEGER NOT NULL,
        born_at      INTEGER NOT NULL,
        born_host    TEXT NOT NULL,
        reconsumed   INTEGER NOT NULL,
        properties   TEXT NOT NULL,
        body         TEXT NOT NULL,
        crc          INTEGER NOT NULL,
        size         INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX messages_place ON messages (topic, broker, queue, queue_offset);
    CREATE INDEX messages_time ON messages (topic, stored_at);
    CREATE INDEX messages_id ON messages (msg_id);
    CREATE INDEX messages_unique_key ON messages (unique_key);

    CREATE TABLE message_keys (
        topic   TEXT NOT NULL,
        key     TEXT NOT NULL,
        message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
        PRIMARY KEY (topic, key, message)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX message_keys_message ON message_keys (message);

    CREATE TABLE held (
        id     INTEGER PRIMARY KEY,
        due_at INTEGER NOT NULL,
        draft  TEXT NOT NULL
    ) STRICT;
    CREATE INDEX held_due ON held (due_at);

    CREATE TABLE transactions (
        id       TEXT PRIMARY KEY,
        begun_at INTEGER NOT NULL,
        draft    TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE groups (
        name           TEXT PRIMARY KEY,
        enabled        INTEGER NOT NULL,
        broadcast      INTEGER NOT NULL,
        from_beginning INTEGER NOT NULL,
        orderly        INTEGER NOT NULL,
        retry_max      INTEGER NOT NULL,
        description    TEXT NOT NULL,
        brokers        TEXT NOT NULL,
        created_at     INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE positions (
        consumer_group TEXT NOT NULL REFERENCES groups (name) ON DELETE CASCADE,
        topic          TEXT NOT NULL REFERENCES topics (name) ON DELETE CASCADE,
        broker         TEXT NOT NULL,
        queue          INTEGER NOT NULL,
        position       INTEGER NOT NULL,
        PRIMARY KEY (consumer_group, topic, broker, queue)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX positions_topic ON positions (topic, consumer_group);

    CREATE TABLE traces (
        id         INTEGER PRIMARY KEY,
        unique_key TEXT NOT NULL,
        msg_id     TEXT NOT NULL,
        at         INTEGER NOT NULL,
        entry      TEXT NOT NULL
    ) STRICT;
    CREATE INDEX traces_unique_key ON traces (unique_key);
    CREATE INDEX traces_at ON traces (at);

    CREATE TABLE users (
        access_key TEXT PRIMARY KEY,
        secret     TEXT NOT NULL,
        settings   TEXT NOT NULL,
        created_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE migrations (
        id       TEXT PRIMARY KEY,
        name     TEXT NOT NULL,
        kind     TEXT NOT NULL,
        begun_at INTEGER NOT NULL,
        due_at   INTEGER NOT NULL,
        status   TEXT NOT NULL,
        plan     TEXT NOT NULL,
        results  TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    "];

/// Brings the store to the newest format.
pub(super) fn upgrade(connection: &Connection) -> rusqlite::Result<()> {
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    for (index, step) in STEPS.iter().enumerate().skip(found as usize) {
        connection.execute_batch(&format!("BEGIN; {step} PRAGMA user_version = {}; COMMIT;", index + 1))?;
    }
    Ok(())
}
