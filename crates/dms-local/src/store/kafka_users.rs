//! Kafka users and what they may do with topics.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{Store, StoreError};

/// A SASL user beside the one that the instance was created with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KafkaUser {
    /// Name.
    pub name: String,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// Salted hash of the password (see `auth::password`).
    pub password: String,
    /// Free text.
    pub description: String,
}

/// What users may do with topics: topic, user, `all`, `pub` or `sub`.
pub type KafkaPolicies = BTreeMap<String, BTreeMap<String, String>>;

impl Store {
    /// The users of an instance, oldest first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn kafka_users(&self, instance_id: String) -> Result<Vec<KafkaUser>, StoreError> {
        self.db
            .run(move |c| {
                let mut query = c.prepare_cached(
                    "SELECT name, created_at, password, description
                     FROM kafka_users WHERE instance_id = ?1 ORDER BY created_at, name",
                )?;
                let rows = query.query_map([instance_id], |row| {
                    Ok(KafkaUser {
                        name: row.get(0)?,
                        created_at: row.get(1)?,
                        password: row.get(2)?,
                        description: row.get(3)?,
                    })
                })?;
                rows.collect()
            })
            .await
    }

    /// Keeps a user, replacing what was known of it.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put_kafka_user(&self, instance_id: String, user: KafkaUser) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                c.prepare_cached(
                    "INSERT OR REPLACE INTO kafka_users (instance_id, name, created_at, password, description)
                     VALUES (?1, ?2, ?3, ?4, ?5)",
                )?
                .execute((
                    &instance_id,
                    &user.name,
                    user.created_at,
                    &user.password,
                    &user.description,
                ))?;
                Ok(())
            })
            .await
    }

    /// Forgets users and what they were allowed.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn remove_kafka_users(
        &self,
        instance_id: String,
        names: Vec<String>,
    ) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                for name in &names {
                    for table in ["kafka_users WHERE name", "kafka_policies WHERE user_name"] {
                        tx.prepare_cached(&format!("DELETE FROM {table} = ?1 AND instance_id = ?2"))?
                            .execute([name, &instance_id])?;
                    }
                }
                tx.commit()
            })
            .await
    }

    /// What users of an instance may do with its topics. A topic that is not in it is open to everybody.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn kafka_policies(&self, instance_id: String) -> Result<KafkaPolicies, StoreError> {
        self.db
            .run(move |c| {
                let mut query = c.prepare_cached(
                    "SELECT topic, user_name, policy FROM kafka_policies WHERE instance_id = ?1",
                )?;
                let mut rows = query.query([instance_id])?;
                let mut policies = KafkaPolicies::new();
                while let Some(row) = rows.next()? {
                    policies.entry(row.get(0)?).or_default().insert(row.get(1)?, row.get(2)?);
                }
                Ok(policies)
            })
            .await
    }

    /// Replaces what users may do with the given topics.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_kafka_policies(
        &self,
        instance_id: String,
        policies: KafkaPolicies,
    ) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                for (topic, users) in &policies {
                    forget_policies(&tx, &instance_id, topic)?;
                    for (user, policy) in users {
                        tx.prepare_cached(
                            "INSERT INTO kafka_policies (instance_id, topic, user_name, policy)
                             VALUES (?1, ?2, ?3, ?4)",
                        )?
                        .execute([&instance_id, topic, user, policy])?;
                    }
                }
                tx.commit()
            })
            .await
    }
}

/// Forgets what users may do with a topic.
pub(super) fn forget_policies(c: &Connection, instance_id: &str, topic: &str) -> rusqlite::Result<usize> {
    c.prepare_cached("DELETE FROM kafka_policies WHERE instance_id = ?1 AND topic = ?2")?
        .execute([instance_id, topic])
}
