//! What DMS knows of a Kafka topic and Kafka does not.

use std::collections::{BTreeSet, HashMap};

use rusqlite::Connection;

use super::kafka_users::forget_policies;
use super::{Store, StoreError};

/// A topic's own part in the database. Partitions, replicas and configuration are the engine's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicRow {
    /// Name of the topic.
    pub name: String,
    /// Milliseconds since 1970; for a topic that a Kafka client created, when it was first seen.
    pub created_at: i64,
    /// Whether producers with `acks=all` wait for every replica.
    pub sync_replication: bool,
    /// Whether each message is flushed to disk.
    pub sync_message_flush: bool,
    /// Free text.
    pub description: String,
}

impl Store {
    /// The topics of an instance whose names are between `first` and `last`, both included.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn topics(
        &self,
        instance_id: String,
        first: String,
        last: String,
    ) -> Result<HashMap<String, TopicRow>, StoreError> {
        self.db
            .run(move |c| {
                let mut query = c.prepare_cached(
                    "SELECT name, created_at, sync_replication, sync_message_flush, description
                     FROM topics WHERE instance_id = ?1 AND name BETWEEN ?2 AND ?3",
                )?;
                let rows = query.query_map([instance_id, first, last], |row| {
                    Ok(TopicRow {
                        name: row.get(0)?,
                        created_at: row.get(1)?,
                        sync_replication: row.get(2)?,
                        sync_message_flush: row.get(3)?,
                        description: row.get(4)?,
                    })
                })?;
                rows.map(|row| row.map(|topic| (topic.name.clone(), topic))).collect()
            })
            .await
    }

    /// Keeps topics, replacing what was known of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put_topics(&self, instance_id: String, topics: Vec<TopicRow>) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                for topic in &topics {
                    put(&tx, &instance_id, topic)?;
                }
                tx.commit()
            })
            .await
    }

    /// Forgets topics: one of the same name that comes later is another topic.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_topics(&self, instance_id: String, names: Vec<String>) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                for name in &names {
                    forget(&tx, &instance_id, name)?;
                }
                tx.commit()
            })
            .await
    }

    /// Makes the database have exactly the topics `names`, as the cluster told at `asked_at`: what Kafka clients
    /// created is added, what they deleted is forgotten. A topic that was created since stays.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn reconcile_topics(
        &self,
        instance_id: String,
        names: Vec<String>,
        asked_at: i64,
    ) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                let known: BTreeSet<String> = {
                    let mut query = tx.prepare_cached("SELECT name FROM topics WHERE instance_id = ?1")?;
                    let names = query.query_map([&instance_id], |row| row.get(0))?;
                    names.collect::<rusqlite::Result<_>>()?
                };
                let names: BTreeSet<String> = names.into_iter().collect();
                for name in names.difference(&known) {
                    let row = TopicRow { name: name.clone(), created_at: asked_at, ..TopicRow::default() };
                    put(&tx, &instance_id, &row)?;
                }
                for name in known.difference(&names) {
                    tx.prepare_cached(
                        "DELETE FROM topics WHERE instance_id = ?1 AND name = ?2 AND created_at < ?3",
                    )?
                    .execute((&instance_id, name, asked_at))?;
                }
                tx.commit()
            })
            .await
    }
}

fn forget(c: &Connection, instance_id: &str, name: &str) -> rusqlite::Result<usize> {
    forget_policies(c, instance_id, name)?;
    c.prepare_cached("DELETE FROM topics WHERE instance_id = ?1 AND name = ?2")?.execute([instance_id, name])
}

fn put(c: &Connection, instance_id: &str, topic: &TopicRow) -> rusqlite::Result<()> {
    c.prepare_cached(
        "INSERT OR REPLACE INTO topics
         (instance_id, name, created_at, sync_replication, sync_message_flush, description)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute((
        instance_id,
        &topic.name,
        topic.created_at,
        topic.sync_replication,
        topic.sync_message_flush,
        &topic.description,
    ))?;
    Ok(())
}
