//! What a cluster refuses.

/// Why a cluster did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RocketmqError {
    /// There is a topic of that name.
    #[error("topic {0} exists")]
    TopicExists(String),
    /// There is no topic of that name.
    #[error("there is no topic {0}")]
    TopicUnknown(String),
    /// There is a group of that name.
    #[error("group {0} exists")]
    GroupExists(String),
    /// There is no group of that name.
    #[error("there is no group {0}")]
    GroupUnknown(String),
    /// There is no broker of that name.
    #[error("there is no broker {0}")]
    BrokerUnknown(String),
    /// The group has no connected client, or not the one named.
    #[error("{0} is not connected")]
    Offline(String),
    /// The group is a broadcast group: each of its clients has a position of its own.
    #[error("{0} is a broadcast group")]
    Broadcast(String),
    /// Nobody may write to the topic.
    #[error("topic {0} cannot be written")]
    NotWritable(String),
    /// Access control forbids it.
    #[error("access is denied: {0}")]
    Denied(String),
    /// There is a user of that name.
    #[error("user {0} exists")]
    UserExists(String),
    /// There is no user of that name.
    #[error("there is no user {0}")]
    UserUnknown(String),
    /// The store failed.
    #[error("the store failed")]
    Store(#[from] rusqlite::Error),
    /// What the store holds cannot be read.
    #[error("the store holds what cannot be read")]
    Content(#[from] serde_json::Error),
    /// The store's file cannot be used.
    #[error("the store's file cannot be used")]
    File(#[from] std::io::Error),
}
