//! A store that behaves as a RocketMQ cluster. See [the module above](super).
//!
//! One connection and one lock: calls are short, and SQLite writes one at a time anyway.

mod acl;
mod append;
mod clients;
mod consume;
mod groups;
mod ids;
mod messages;
mod migrations;
mod offsets;
mod schema;
mod topics;
mod trace;
mod transactions;
mod users;

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use dms_api::models::rocketmq as shown;
use rusqlite::{Connection, Row, Transaction};

pub use acl::Credentials;
pub(crate) use acl::right;
pub use append::Draft;
pub use clients::Session;
pub use consume::Outcome;
pub(crate) use migrations::Made;
pub use transactions::TransactionEnd;

use super::{Found, MessageQuery, NewGroup, Page, Place, RocketmqCluster, RocketmqError, StoredUser, Topic};
use clients::Registry;

/// Topic of a group's messages that are to be tried again.
pub fn retry_topic(group: &str) -> String {
    format!("%RETRY%{group}")
}

/// Topic of a group's dead letters.
pub fn dead_letter_topic(group: &str) -> String {
    format!("%DLQ%{group}")
}

/// The group of a topic of dead letters.
pub fn group_of_dead_letters(topic: &str) -> Option<&str> {
    topic.strip_prefix("%DLQ%").filter(|group| !group.is_empty())
}

/// A column that is no negative number.
fn unsigned(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    row.get::<_, i64>(column).map(i64::unsigned_abs)
}

/// The only column, a count.
fn number(row: &Row<'_>) -> rusqlite::Result<u64> {
    unsigned(row, 0)
}

/// An emulated cluster.
#[derive(Debug)]
pub struct Emulated {
    instance_id: String,
    connection: Mutex<Connection>,
    clients: Mutex<Registry>,
    brokers: AtomicU32,
    acl: AtomicBool,
}

impl Emulated {
    /// Opens a cluster's file, or makes it; `None` keeps everything in memory.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn open(file: Option<&Path>, instance_id: &str) -> Result<Self, RocketmqError> {
        let connection = match file {
            Some(path) => {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder)?;
                }
                Connection::open(path)?
            }
            None => Connection::open_in_memory()?,
        };
        connection.busy_timeout(Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        // Every commit reaches the disk before it is answered.
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", "ON")?;
        connection.set_prepared_statement_cache_capacity(64);
        schema::upgrade(&connection)?;
        Ok(Self {
            instance_id: instance_id.to_owned(),
            connection: Mutex::new(connection),
            clients: Mutex::default(),
            brokers: AtomicU32::new(1),
            acl: AtomicBool::new(false),
        })
    }

    /// Says how many brokers there are and whether access is controlled.
    pub fn configure(&self, brokers: u32, acl: bool) {
        self.brokers.store(brokers.max(1), Ordering::Relaxed);
        self.acl.store(acl, Ordering::Relaxed);
    }

    fn broker_names(&self) -> Vec<String> {
        (0..self.brokers.load(Ordering::Relaxed)).map(|n| format!("broker-{n}")).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn registry(&self) -> MutexGuard<'_, Registry> {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads.
    fn read<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, RocketmqError>,
    ) -> Result<T, RocketmqError> {
        work(&self.lock())
    }

    /// Changes, all or nothing; on disk when it returns.
    fn write<T>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, RocketmqError>,
    ) -> Result<T, RocketmqError> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        let done = work(&transaction)?;
        transaction.commit()?;
        Ok(done)
    }
}

impl RocketmqCluster for Emulated {
    fn brokers(&self) -> Vec<shown::BrokerSummary> {
        let broker =
            |broker_name| shown::BrokerSummary { broker_name, ids: vec![0, 1, 2], ..Default::default() };
        self.broker_names().into_iter().map(broker).collect()
    }

    fn bytes(&self) -> Result<u64, RocketmqError> {
        self.read(messages::bytes)
    }

    fn topics(&self, page: Page) -> Result<Found<shown::Topic>, RocketmqError> {
        self.read(|c| topics::list(c, page))
    }

    fn topic(&self, name: &str) -> Result<shown::Topic, RocketmqError> {
        self.read(|c| topics::one(c, name))
    }

    fn create_topic(&self, topic: &Topic, now: i64) -> Result<(), RocketmqError> {
        self.write(|tx| topics::create(tx, topic, now, false))
    }

    fn change_topic(&self, topic: &Topic) -> Result<(), RocketmqError> {
        self.write(|tx| topics::change(tx, topic))
    }

    fn delete_topics(&self, names: &[String]) -> Result<(), RocketmqError> {
        self.write(|tx| names.iter().try_for_each(|name| topics::delete(tx, name)))
    }

    fn topic_status(&self, name: &str) -> Result<Vec<shown::BrokerStatus>, RocketmqError> {
        self.read(|c| topics::status(c, name))
    }

    fn groups_of_topic(&self, name: &str) -> Result<Vec<String>, RocketmqError> {
        let connected = self.registry().groups_of(name);
        self.read(|c| offsets::groups_of_topic(c, name, connected))
    }

    fn dead_letter_topics(&self) -> Result<Vec<String>, RocketmqError> {
        self.read(topics::dead_letters)
    }

    fn groups(&self, part: &str, page: Page, now: i64) -> Result<Found<shown::Group>, RocketmqError> {
        let mut found = self.read(|c| groups::list(c, part, page))?;
        let registry = self.registry();
        found.items.iter_mut().for_each(|group| registry.complete(group, now));
        Ok(found)
    }

    fn group(&self, name: &str, now: i64) -> Result<shown::Group, RocketmqError> {
        let mut group = self.read(|c| groups::one(c, name))?;
        self.registry().complete(&mut group, now);
        Ok(group)
    }

    fn create_group(&self, group: &NewGroup, now: i64) -> Result<(), RocketmqError> {
        self.write(|tx| groups::create(tx, group, now))
    }

    fn change_groups(&self, groups: &[NewGroup]) -> Result<(), RocketmqError> {
        self.write(|tx| groups.iter().try_for_each(|group| groups::change(tx, group)))
    }

    fn delete_groups(&self, names: &[String]) -> Result<(), RocketmqError> {
        self.write(|tx| names.iter().try_for_each(|name| groups::delete(tx, name)))?;
        self.registry().forget(names);
        Ok(())
    }

    fn topics_of_group(&self, name: &str) -> Result<Vec<String>, RocketmqError> {
        let connected = self.registry().topics_of(name);
        self.read(|c| offsets::topics_of_group(c, name, connected))
    }

    fn consumption(
        &self,
        group: &str,
        topic: &str,
        now: i64,
    ) -> Result<Vec<shown::BrokerConsumption>, RocketmqError> {
        let members = self.registry().members(group, topic, now);
        self.read(|c| offsets::consumption(c, group, topic, &members))
    }

    fn reset(
        &self,
        group: &str,
        topic: &str,
        timestamp: i64,
        now: i64,
    ) -> Result<Vec<shown::ResetQueue>, RocketmqError> {
        let online = self.registry().is_online(group, now);
        self.write(|tx| offsets::reset(tx, group, topic, timestamp, online))
    }

    fn clients(&self, group: &str, now: i64) -> Result<Vec<shown::Client>, RocketmqError> {
        self.read(|c| groups::one(c, group))?;
        Ok(self.registry().clients(group, now))
    }

    fn send(&self, draft: &Draft, now: i64) -> Result<Place, RocketmqError> {
        self.write(|tx| append::send(tx, draft, now))
    }

    fn messages(&self, query: &MessageQuery, page: Page) -> Result<Found<shown::Message>, RocketmqError> {
        self.read(|c| messages::find(c, query, page, &self.instance_id))
    }

    fn trace(&self, id: &str) -> Result<Vec<shown::Trace>, RocketmqError> {
        self.read(|c| trace::of(c, id))
    }

    fn resend(&self, topic: &str, ids: &[String], now: i64) -> Result<Vec<bool>, RocketmqError> {
        self.write(|tx| consume::resend(tx, topic, ids, now))
    }

    fn verify(
        &self,
        group: &str,
        client: &str,
        topic: Option<&str>,
        id: &str,
        now: i64,
    ) -> Result<Result<(), String>, RocketmqError> {
        self.read(|c| groups::one(c, group))?;
        let (session, outcome) = self
            .registry()
            .client(group, client, now)
            .ok_or_else(|| RocketmqError::Offline(client.to_owned()))?;
        self.write(|tx| consume::verify(tx, &session, outcome, topic, id, now))
    }

    fn users(&self, page: Page) -> Result<Found<shown::User>, RocketmqError> {
        self.read(|c| users::list(c, page))
    }

    fn user(&self, name: &str) -> Result<StoredUser, RocketmqError> {
        self.read(|c| users::one(c, name))
    }

    fn create_user(&self, user: &StoredUser, now: i64) -> Result<(), RocketmqError> {
        self.write(|tx| users::create(tx, user, now))
    }

    fn change_user(&self, user: &StoredUser) -> Result<(), RocketmqError> {
        self.write(|tx| users::change(tx, user))
    }

    fn delete_user(&self, name: &str) -> Result<(), RocketmqError> {
        self.write(|tx| users::delete(tx, name))
    }
}
