//! Single values, such as whether the demo was set up.

use rusqlite::OptionalExtension;

use super::{Store, StoreError};

impl Store {
    /// The value kept under `key`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn setting(&self, key: &'static str) -> Result<Option<String>, StoreError> {
        self.db
            .run(move |c| {
                c.query_row("SELECT value FROM settings WHERE key = ?1", [key], |row| row.get(0)).optional()
            })
            .await
    }

    /// Keeps `value` under `key`.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_setting(&self, key: &'static str, value: String) -> Result<(), StoreError> {
        self.db
            .run(move |c| {
                c.execute("INSERT OR REPLACE INTO settings (key, value) VALUES (?1, ?2)", (key, value))?;
                Ok(())
            })
            .await
    }
}
