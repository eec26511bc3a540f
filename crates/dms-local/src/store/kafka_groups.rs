//! What DMS knows of a Kafka consumer group and Kafka does not.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension};

use super::{Store, StoreError};

/// A group's own part in the database. State, members and offsets are the engine's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KafkaGroup {
    /// Name of the group.
    pub name: String,
    /// Milliseconds since 1970; for a group that a Kafka client made, when it was first seen.
    pub created_at: i64,
    /// Free text.
    pub description: String,
    /// Whether it was created by a call, so that it is there even while the engine has nothing of it.
    pub declared: bool,
}

impl Store {
    /// One group.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn kafka_group(
        &self,
        instance_id: String,
        name: String,
    ) -> Result<Option<KafkaGroup>, StoreError> {
        self.db
            .run(move |c| {
                c.prepare_cached(
                    "SELECT name, created_at, description, declared
                     FROM kafka_groups WHERE instance_id = ?1 AND name = ?2",
                )?
                .query_row([instance_id, name], row)
                .optional()
            })
            .await
    }

    /// Keeps groups, replacing what was known of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put_kafka_groups(
        &self,
        instance_id: String,
        groups: Vec<KafkaGroup>,
    ) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                for group in &groups {
                    put(&tx, &instance_id, group)?;
                }
                tx.commit()
            })
            .await
    }

    /// Forgets a group.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn forget_kafka_group(&self, instance_id: String, name: String) -> Result<(), StoreError> {
        self.db.run(move |c| forget(c, &instance_id, &name)).await
    }

    /// Makes the database have the groups `names`, as the cluster told at `asked_at`, and those that were created by a
    /// call. Returns all of them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn reconcile_kafka_groups(
        &self,
        instance_id: String,
        names: BTreeSet<String>,
        asked_at: i64,
    ) -> Result<BTreeMap<String, KafkaGroup>, StoreError> {
        self.db
            .run(move |c| {
                let mut known = all(c, &instance_id)?;
                let gone = |group: &KafkaGroup| {
                    !group.declared && group.created_at < asked_at && !names.contains(&group.name)
                };
                let lost: Vec<String> =
                    known.values().filter(|group| gone(group)).map(|group| group.name.clone()).collect();
                let new: Vec<&String> = names.iter().filter(|name| !known.contains_key(*name)).collect();
                let new: Vec<KafkaGroup> = new
                    .into_iter()
                    .map(|name| KafkaGroup {
                        name: name.clone(),
                        created_at: asked_at,
                        ..KafkaGroup::default()
                    })
                    .collect();
                if lost.is_empty() && new.is_empty() {
                    return Ok(known);
                }
                let tx = c.transaction()?;
                for name in &lost {
                    forget(&tx, &instance_id, name)?;
                    known.remove(name);
                }
                for group in new {
                    put(&tx, &instance_id, &group)?;
                    known.insert(group.name.clone(), group);
                }
                tx.commit()?;
                Ok(known)
            })
            .await
    }
}

fn all(c: &Connection, instance_id: &str) -> rusqlite::Result<BTreeMap<String, KafkaGroup>> {
    let mut query = c.prepare_cached(
        "SELECT name, created_at, description, declared FROM kafka_groups WHERE instance_id = ?1",
    )?;
    let rows = query.query_map([instance_id], row)?;
    rows.map(|row| row.map(|group| (group.name.clone(), group))).collect()
}

fn row(row: &rusqlite::Row<'_>) -> rusqlite::Result<KafkaGroup> {
    Ok(KafkaGroup {
        name: row.get(0)?,
        created_at: row.get(1)?,
        description: row.get(2)?,
        declared: row.get(3)?,
    })
}

fn put(c: &Connection, instance_id: &str, group: &KafkaGroup) -> rusqlite::Result<()> {
    c.prepare_cached(
        "INSERT OR REPLACE INTO kafka_groups (instance_id, name, created_at, description, declared)
         VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((instance_id, &group.name, group.created_at, &group.description, group.declared))?;
    Ok(())
}

fn forget(c: &Connection, instance_id: &str, name: &str) -> rusqlite::Result<()> {
    c.prepare_cached("DELETE FROM kafka_groups WHERE instance_id = ?1 AND name = ?2")?
        .execute([instance_id, name])?;
    Ok(())
}
