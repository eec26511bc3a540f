//! Who produces to what: connections that have sent messages and are still there.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A client that produces to a topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Producer {
    /// The client's address, `host:port`.
    pub address: String,
    /// Id of the broker that it is connected to.
    pub broker: i32,
    /// When it first sent to the topic, milliseconds since 1970.
    pub since: i64,
}

/// The producers of a cluster, by connection and topic.
#[derive(Debug, Default)]
pub(super) struct Producers(Mutex<BTreeMap<(u64, String), Producer>>);

impl Producers {
    /// Notes that a connection sent to a topic.
    pub fn sent(&self, connection: u64, topic: &str, producer: impl FnOnce() -> Producer) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.entry((connection, topic.to_owned())).or_insert_with(producer);
    }

    /// Forgets a connection that ended.
    pub fn left(&self, connection: u64) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|(known, _), _| *known != connection);
    }

    /// Who produces to a topic, in the order of connecting.
    pub fn of(&self, topic: &str) -> Vec<Producer> {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter(|((_, known), _)| known == topic).map(|(_, producer)| producer.clone()).collect()
    }
}
