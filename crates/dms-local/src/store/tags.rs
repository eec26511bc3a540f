//! Tags of instances.

use std::collections::BTreeMap;

use super::{Store, StoreError};

/// Why tags could not be added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TagRefusal {
    /// There would be more than the limit.
    TooMany,
}

impl Store {
    /// An instance's tags in the order of their keys.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn tags(&self, instance_id: String) -> Result<Vec<(String, String)>, StoreError> {
        self.db
            .run(move |c| {
                let mut query =
                    c.prepare("SELECT key, value FROM tags WHERE instance_id = ?1 ORDER BY key")?;
                query.query_map([instance_id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
            })
            .await
    }

    /// The tags of many instances at once, by instance.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn tags_of_all(&self) -> Result<BTreeMap<String, Vec<(String, String)>>, StoreError> {
        self.db
            .run(move |c| {
                let mut found: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
                let mut query =
                    c.prepare("SELECT instance_id, key, value FROM tags ORDER BY instance_id, key")?;
                let mut rows = query.query([])?;
                while let Some(row) = rows.next()? {
                    found.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
                }
                Ok(found)
            })
            .await
    }

    /// Adds tags, replacing the values of keys that exist. All or none: `Err` inside leaves everything as it was.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_tags(
        &self,
        instance_id: String,
        tags: Vec<(String, String)>,
        limit: usize,
    ) -> Result<Result<(), TagRefusal>, StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                for (key, value) in tags {
                    tx.execute(
                        "INSERT OR REPLACE INTO tags (instance_id, key, value) VALUES (?1, ?2, ?3)",
                        (&instance_id, key, value),
                    )?;
                }
                let count: u32 =
                    tx.query_row("SELECT count(*) FROM tags WHERE instance_id = ?1", [&instance_id], |r| {
                        r.get(0)
                    })?;
                if count as usize > limit {
                    return Ok(Err(TagRefusal::TooMany));
                }
                tx.commit().map(Ok)
            })
            .await
    }

    /// Removes tags by key; returns the keys that were not there, and then removes nothing.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn remove_tags(
        &self,
        instance_id: String,
        keys: Vec<String>,
    ) -> Result<Vec<String>, StoreError> {
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                let mut missing = Vec::new();
                for key in keys {
                    let gone = tx.execute(
                        "DELETE FROM tags WHERE instance_id = ?1 AND key = ?2",
                        (&instance_id, &key),
                    )?;
                    if gone == 0 {
                        missing.push(key);
                    }
                }
                if missing.is_empty() {
                    tx.commit()?;
                }
                Ok(missing)
            })
            .await
    }
}
