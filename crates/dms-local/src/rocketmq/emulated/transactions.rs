//! Transactional messages: held back until their producer says what became of its own part.

use dms_api::models::rocketmq::{MessageKind, MessageProperty, TraceType, TransactionState};
use rusqlite::OptionalExtension;
use serde::Deserialize;

use super::append::{Draft, complete, store};
use super::{Emulated, topics, trace};
use crate::rocketmq::{Place, RocketmqError};

/// How a transaction ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TransactionEnd {
    /// The message is delivered.
    Commit,
    /// The message is dropped.
    Rollback,
    /// The producer does not know yet.
    Unknown,
}

impl TransactionEnd {
    fn state(self) -> TransactionState {
        match self {
            Self::Commit => TransactionState::Commit,
            Self::Rollback => TransactionState::Rollback,
            Self::Unknown => TransactionState::Unknown,
        }
    }
}

impl Emulated {
    /// Takes the half of a transaction. The answer is the transaction's id.
    ///
    /// # Errors
    /// When the topic is not there.
    pub fn begin_transaction(&self, draft: &Draft, now: i64) -> Result<String, RocketmqError> {
        self.write(|tx| {
            topics::one(tx, &draft.topic)?;
            let draft = complete(tx, draft, now)?;
            let id = draft.property(MessageProperty::UNIQ_KEY).unwrap_or_default().to_owned();
            tx.execute(
                "INSERT INTO transactions (id, begun_at, draft) VALUES (?1, ?2, ?3)",
                (&id, now, serde_json::to_string(&draft)?),
            )?;
            let place = half(&id);
            trace::published(tx, &draft, &place, MessageKind::TransactionHalf, TraceType::Pub, now)?;
            Ok(id)
        })
    }

    /// Ends a transaction; `checked` if the broker had to ask. `None` for one that has ended.
    ///
    /// # Errors
    /// When the store fails.
    pub fn end_transaction(
        &self,
        id: &str,
        end: TransactionEnd,
        checked: bool,
        now: i64,
    ) -> Result<Option<Place>, RocketmqError> {
        self.write(|tx| {
            let draft: Option<String> = tx
                .query_row("SELECT draft FROM transactions WHERE id = ?1", [id], |row| row.get(0))
                .optional()?;
            let Some(draft) = draft else { return Ok(None) };
            let draft: Draft = serde_json::from_str(&draft)?;
            let place = match end {
                TransactionEnd::Commit => store(tx, &draft, now)?,
                TransactionEnd::Rollback | TransactionEnd::Unknown => half(id),
            };
            trace::ended(tx, &draft, &place, id, (end.state(), checked), now)?;
            if end != TransactionEnd::Unknown {
                tx.execute("DELETE FROM transactions WHERE id = ?1", [id])?;
            }
            Ok(Some(place))
        })
    }

    /// Transactions that have been open since `before`: the broker asks their producers.
    ///
    /// # Errors
    /// When the store fails.
    pub fn open_transactions(&self, before: i64) -> Result<Vec<String>, RocketmqError> {
        self.read(|c| {
            let mut query =
                c.prepare_cached("SELECT id FROM transactions WHERE begun_at <= ?1 ORDER BY begun_at")?;
            Ok(query.query_map([before], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
    }
}

/// The place of a message that is not stored yet.
fn half(id: &str) -> Place {
    Place { msg_id: id.to_owned(), unique_key: id.to_owned(), ..Place::default() }
}
