//! IAM tokens. Only digests are kept: the file alone signs nobody in.

use rusqlite::OptionalExtension;

use super::{Store, StoreError};

/// A token that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TokenRow {
    /// Who asked for it.
    pub user_id: String,
    /// What it is good for.
    pub project_id: String,
    /// Milliseconds since 1970.
    pub expires_at: i64,
}

impl Store {
    /// Keeps a token and forgets those that expired more than a day ago.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn add_token(&self, digest: [u8; 32], token: TokenRow, now: i64) -> Result<(), StoreError> {
        const DAY_MS: i64 = 24 * 3600 * 1000;
        self.db
            .run(move |c| {
                let tx = c.transaction()?;
                tx.execute("DELETE FROM tokens WHERE expires_at < ?1", [now - DAY_MS])?;
                tx.execute(
                    "INSERT INTO tokens (digest, user_id, project_id, expires_at) VALUES (?1, ?2, ?3, ?4)",
                    (digest, token.user_id, token.project_id, token.expires_at),
                )?;
                tx.commit()
            })
            .await
    }

    /// The token with this digest, expired or not.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn token(&self, digest: [u8; 32]) -> Result<Option<TokenRow>, StoreError> {
        self.db
            .run(move |c| {
                c.query_row(
                    "SELECT user_id, project_id, expires_at FROM tokens WHERE digest = ?1",
                    [digest],
                    |row| {
                        Ok(TokenRow {
                            user_id: row.get(0)?,
                            project_id: row.get(1)?,
                            expires_at: row.get(2)?,
                        })
                    },
                )
                .optional()
            })
            .await
    }

    /// Lets every token expire at `now`; returns how many were still good.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn expire_tokens(&self, now: i64) -> Result<usize, StoreError> {
        self.db
            .run(move |c| c.execute("UPDATE tokens SET expires_at = ?1 WHERE expires_at > ?1", [now]))
            .await
    }
}
