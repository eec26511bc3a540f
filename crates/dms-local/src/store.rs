//! Everything the service must not forget, in one SQLite database.
//!
//! One thread owns the connection ([`db`]), so there is one writer and no lock to hold across an `await`; a
//! change that was answered is on disk. Each file here adds the queries of one table to [`Store`].

mod db;
mod instances;
mod jobs;
mod kafka_groups;
mod kafka_users;
mod migrations;
mod settings;
mod tags;
mod tasks;
mod tokens;
mod topics;

use std::path::Path;

pub use db::StoreError;
pub use instances::{InstanceFilter, NewInstance, Taken};
pub use jobs::{Job, JobKind, JobStatus, Refused};
pub use kafka_groups::KafkaGroup;
pub use kafka_users::{KafkaPolicies, KafkaUser};
pub use tasks::{TaskFilter, TaskRow};
pub use tokens::TokenRow;
pub use topics::TopicRow;

use db::Db;

/// The database. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Store {
    db: Db,
}

impl Store {
    /// Opens (and creates or upgrades) the database file; `None` keeps everything in memory.
    ///
    /// # Errors
    /// When the file cannot be opened or was written by a newer version.
    pub fn open(file: Option<&Path>) -> Result<Self, StoreError> {
        Ok(Self { db: Db::open(file)? })
    }
}
