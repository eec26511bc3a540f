//! What the service asks of a RocketMQ cluster.

use std::fmt::Debug;

use dms_api::models::rocketmq as shown;
use serde::{Deserialize, Serialize};

use super::{Draft, RocketmqError};

/// The part of a list that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Index of the first entry, from 0.
    pub offset: u64,
    /// Most entries.
    pub limit: u32,
}

impl Page {
    /// Everything.
    pub const ALL: Self = Self { offset: 0, limit: u32::MAX };
}

/// A page and how much there is in all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found<T> {
    /// The page.
    pub items: Vec<T>,
    /// Entries on all pages.
    pub total: u64,
}

/// A topic that is to be made or changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Topic {
    /// Its name.
    pub name: String,
    /// `all`, `pub` or `sub`.
    pub permission: String,
    /// `NORMAL` and so on; empty where the version knows no kinds.
    pub message_type: String,
    /// Free text.
    pub description: String,
    /// Broker by broker: queues to read, queues to write.
    pub queues: Vec<(String, u32, u32)>,
}

/// A group that is to be made or changed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewGroup {
    /// Its name.
    pub name: String,
    /// Whether it may consume.
    pub enabled: bool,
    /// Whether every client gets every message.
    pub broadcast: bool,
    /// Whether it begins with the oldest message.
    pub from_beginning: bool,
    /// Whether messages of a queue are consumed one after another.
    pub orderly: bool,
    /// Attempts after the first, 1-16.
    pub retry_max: u32,
    /// Free text.
    pub description: String,
    /// Brokers that know it.
    pub brokers: Vec<String>,
}

/// Which messages are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MessageQuery {
    /// The topic; `%DLQ%group` and `%RETRY%group` included.
    pub topic: String,
    /// Stored at this time or later, milliseconds since 1970.
    pub from: Option<i64>,
    /// Stored at this time or earlier.
    pub until: Option<i64>,
    /// One of the message's keys.
    pub key: Option<String>,
    /// Number of the queue.
    pub queue: Option<u32>,
    /// The broker's or the producer's id.
    pub id: Option<String>,
}

/// Where a message was stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The broker's id of the message.
    pub msg_id: String,
    /// The producer's id of the message.
    pub unique_key: String,
    /// The broker.
    pub broker: String,
    /// Number of the queue.
    pub queue: u32,
    /// Place in the queue.
    pub offset: u64,
    /// Properties, the broker's own included.
    pub properties: Vec<shown::MessageProperty>,
}

/// A user as the cluster keeps it: the key only as a hash.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StoredUser {
    /// What the API shows, the key left out.
    pub user: shown::User,
    /// Hash of the key; see `auth::password`.
    pub secret: String,
}

/// A RocketMQ cluster. Calls may block: handlers make them off the async threads.
#[allow(clippy::missing_errors_doc, reason = "every error is a `RocketmqError` that names itself")]
pub trait RocketmqCluster: Send + Sync + Debug {
    /// The brokers.
    fn brokers(&self) -> Vec<shown::BrokerSummary>;
    /// Bytes that messages take.
    fn bytes(&self) -> Result<u64, RocketmqError>;

    /// Topics by name, without those that the cluster made for retries and dead letters.
    fn topics(&self, page: Page) -> Result<Found<shown::Topic>, RocketmqError>;
    /// One topic, of any kind.
    fn topic(&self, name: &str) -> Result<shown::Topic, RocketmqError>;
    /// Makes topics, all or none.
    fn create_topic(&self, topic: &Topic, now: i64) -> Result<(), RocketmqError>;
    /// Changes a topic. Queues can be taken from reading and writing; their messages stay.
    fn change_topic(&self, topic: &Topic) -> Result<(), RocketmqError>;
    /// Deletes topics with their messages and all groups' positions in them; unknown ones are passed over.
    fn delete_topics(&self, names: &[String]) -> Result<(), RocketmqError>;
    /// What each queue holds, broker by broker.
    fn topic_status(&self, name: &str) -> Result<Vec<shown::BrokerStatus>, RocketmqError>;
    /// Groups that consume the topic or have consumed it.
    fn groups_of_topic(&self, name: &str) -> Result<Vec<String>, RocketmqError>;
    /// Names of the topics that hold dead letters.
    fn dead_letter_topics(&self) -> Result<Vec<String>, RocketmqError>;

    /// Groups whose name contains `part`, by name.
    fn groups(&self, part: &str, page: Page, now: i64) -> Result<Found<shown::Group>, RocketmqError>;
    /// One group.
    fn group(&self, name: &str, now: i64) -> Result<shown::Group, RocketmqError>;
    /// Makes a group.
    fn create_group(&self, group: &NewGroup, now: i64) -> Result<(), RocketmqError>;
    /// Changes groups, all or none.
    fn change_groups(&self, groups: &[NewGroup]) -> Result<(), RocketmqError>;
    /// Deletes groups with their positions; unknown ones are passed over. Their dead letters stay.
    fn delete_groups(&self, names: &[String]) -> Result<(), RocketmqError>;
    /// Topics that the group consumes or has consumed, by name.
    fn topics_of_group(&self, name: &str) -> Result<Vec<String>, RocketmqError>;
    /// How far the group is in each queue of a topic.
    fn consumption(
        &self,
        group: &str,
        topic: &str,
        now: i64,
    ) -> Result<Vec<shown::BrokerConsumption>, RocketmqError>;
    /// Moves the group to the first message stored at `timestamp` or later, or behind the last for -1.
    fn reset(
        &self,
        group: &str,
        topic: &str,
        timestamp: i64,
        now: i64,
    ) -> Result<Vec<shown::ResetQueue>, RocketmqError>;
    /// Connected clients of a group, by id.
    fn clients(&self, group: &str, now: i64) -> Result<Vec<shown::Client>, RocketmqError>;

    /// Stores a message.
    fn send(&self, draft: &Draft, now: i64) -> Result<Place, RocketmqError>;
    /// Finds messages, newest first.
    fn messages(&self, query: &MessageQuery, page: Page) -> Result<Found<shown::Message>, RocketmqError>;
    /// What happened to a message, oldest first.
    fn trace(&self, id: &str) -> Result<Vec<shown::Trace>, RocketmqError>;
    /// Gives dead letters of a topic to their group again; `false` for those that are not there.
    fn resend(&self, topic: &str, ids: &[String], now: i64) -> Result<Vec<bool>, RocketmqError>;
    /// Gives a message to one connected client. The inner error says how the client failed.
    fn verify(
        &self,
        group: &str,
        client: &str,
        topic: Option<&str>,
        id: &str,
        now: i64,
    ) -> Result<Result<(), String>, RocketmqError>;

    /// Users by name.
    fn users(&self, page: Page) -> Result<Found<shown::User>, RocketmqError>;
    /// One user.
    fn user(&self, name: &str) -> Result<StoredUser, RocketmqError>;
    /// Makes a user.
    fn create_user(&self, user: &StoredUser, now: i64) -> Result<(), RocketmqError>;
    /// Replaces a user.
    fn change_user(&self, user: &StoredUser) -> Result<(), RocketmqError>;
    /// Deletes a user.
    fn delete_user(&self, name: &str) -> Result<(), RocketmqError>;
}
