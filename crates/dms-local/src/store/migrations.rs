//! The database's format, step by step. A step that was released never changes: add another.

use rusqlite::Connection;

use super::db::StoreError;

const STEPS: &[&str] = &[
    "
    CREATE TABLE instances (
        id         TEXT PRIMARY KEY,
        project_id TEXT NOT NULL,
        engine     TEXT NOT NULL,
        name       TEXT NOT NULL,
        status     TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        spec       TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX instances_name ON instances (project_id, name);

    CREATE TABLE tags (
        instance_id TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
        key         TEXT NOT NULL,
        value       TEXT NOT NULL,
        PRIMARY KEY (instance_id, key)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE topics (
        instance_id        TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
        name               TEXT NOT NULL,
        created_at         INTEGER NOT NULL,
        sync_replication   INTEGER NOT NULL,
        sync_message_flush INTEGER NOT NULL,
        description        TEXT NOT NULL,
        PRIMARY KEY (instance_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE jobs (
        id          TEXT PRIMARY KEY,
        instance_id TEXT NOT NULL,
        kind        TEXT NOT NULL,
        status      TEXT NOT NULL,
        begun_at    INTEGER NOT NULL,
        due_at      INTEGER NOT NULL,
        ended_at    INTEGER
    ) STRICT;
    CREATE INDEX jobs_of_instance ON jobs (instance_id, begun_at);
    CREATE INDEX jobs_due ON jobs (due_at) WHERE status = 'EXECUTING';

    CREATE TABLE tokens (
        digest     BLOB PRIMARY KEY,
        user_id    TEXT NOT NULL,
        project_id TEXT NOT NULL,
        expires_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE settings (
        key   TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    ",
    // Jobs are shown as tasks, and some go on step by step.
    "
    ALTER TABLE jobs ADD COLUMN name TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN params TEXT NOT NULL DEFAULT '{}';
    ALTER TABLE jobs ADD COLUMN plan TEXT NOT NULL DEFAULT 'null';
    ALTER TABLE jobs ADD COLUMN user_id TEXT NOT NULL DEFAULT '';
    ALTER TABLE jobs ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE jobs ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
    UPDATE jobs SET name = lower(kind) || 'Instance', updated_at = coalesce(ended_at, begun_at);
    DROP INDEX jobs_due;
    CREATE INDEX jobs_due ON jobs (due_at) WHERE ended_at IS NULL;
    ",
    "
    CREATE TABLE kafka_groups (
        instance_id TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
        name        TEXT NOT NULL,
        created_at  INTEGER NOT NULL,
        description TEXT NOT NULL,
        declared    INTEGER NOT NULL,
        PRIMARY KEY (instance_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE kafka_users (
        instance_id TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
        name        TEXT NOT NULL,
        created_at  INTEGER NOT NULL,
        password    TEXT NOT NULL,
        description TEXT NOT NULL,
        PRIMARY KEY (instance_id, name)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE kafka_policies (
        instance_id TEXT NOT NULL REFERENCES instances (id) ON DELETE CASCADE,
        topic       TEXT NOT NULL,
        user_name   TEXT NOT NULL,
        policy      TEXT NOT NULL,
        PRIMARY KEY (instance_id, topic, user_name)
    ) STRICT, WITHOUT ROWID;
    ",
];

/// Brings the database to the newest format.
pub(super) fn upgrade(connection: &mut Connection) -> Result<(), StoreError> {
    let found: u32 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let found = found as usize;
    if found > STEPS.len() {
        return Err(StoreError::TooNew { found, known: STEPS.len() });
    }
    for (index, step) in STEPS.iter().enumerate().skip(found) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(step)?;
        transaction.execute_batch(&format!("PRAGMA user_version = {}", index + 1))?;
        transaction.commit()?;
    }
    Ok(())
}
