//! A Kafka broker inside this process, shown to clients as a cluster of several.

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use super::{Broker, Sasl, StartError};

/// Decides who may log in with SASL/PLAIN. Asked at every login, so that a changed password counts at once.
pub trait UserCheck: Send + Sync {
    /// Whether `password` is the password of `user`.
    fn check(&self, user: &str, password: &str) -> bool;
}

/// How to start an embedded broker.
#[derive(Clone)]
pub struct EmbeddedOptions {
    /// Folder of this instance's messages, created when missing; `None` keeps nothing.
    pub data_dir: Option<PathBuf>,
    /// Address to listen on and to tell clients.
    pub host: IpAddr,
    /// Number of brokers to show, 1-50.
    pub brokers: u16,
    /// Preferred ports, one per broker in their order. Missing, zero or taken ones are chosen by the system, so store
    /// what [`Embedded::brokers`] tells and pass it the next time.
    pub ports: Vec<u16>,
    /// Cluster id to show: DMS uses the instance's id.
    pub cluster_id: String,
    /// Whether producing to or asking for an unknown topic creates it (DMS: `enable_auto_topic`).
    pub auto_create_topics: bool,
    /// How often changes are written; see [`super`] for what a crash can lose. Zero writes before answering.
    pub flush: Duration,
    /// `Some` asks every client for SASL/PLAIN.
    pub users: Option<Arc<dyn UserCheck>>,
}

impl Default for EmbeddedOptions {
    fn default() -> Self {
        Self {
            data_dir: None,
            host: IpAddr::V4(Ipv4Addr::LOCALHOST),
            brokers: 3,
            ports: Vec::new(),
            cluster_id: "dms-local".to_owned(),
            auto_create_topics: false,
            flush: Duration::from_millis(200),
            users: None,
        }
    }
}

/// A running embedded broker. Cheap to clone; the broker runs until [`stop`](Self::stop) or until the last clone is
/// dropped, which loses what was not flushed.
#[derive(Clone)]
pub struct Embedded {
    brokers: Arc<[Broker]>,
}

impl std::fmt::Debug for Embedded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Embedded").field("brokers", &self.brokers).finish_non_exhaustive()
    }
}

impl Embedded {
    /// Reads what the folder holds, opens the ports and serves. Must be called inside a Tokio runtime.
    ///
    /// # Errors
    /// [`StartError`]: a folder or file that cannot be used, or an address without a free port.
    pub async fn start(_options: EmbeddedOptions) -> Result<Self, StartError> {
        Err(StartError::Options("the embedded broker is being built"))
    }

    /// The brokers in the order of their ids, from 1, with the ports they got.
    pub fn brokers(&self) -> &[Broker] {
        &self.brokers
    }

    /// `host:port` of every broker, separated by commas.
    pub fn bootstrap(&self) -> String {
        let addresses: Vec<String> = self.brokers.iter().map(|b| format!("{}:{}", b.host, b.port)).collect();
        addresses.join(",")
    }

    /// The user as which this service itself connects, where clients have to log in.
    pub fn service_user(&self) -> Option<Sasl> {
        None
    }

    /// Writes every change so far and returns when it is on disk.
    pub async fn flush(&self) {}

    /// Closes the listeners and every connection, then writes what is left. The ports are free when it returns.
    pub async fn stop(&self) {}
}
