//! The Kafka data plane: a cluster per Kafka instance, and the one adapter through which the service talks to it.
//!
//! ```text
//! REST handlers -> Admin (krafka client) -> bootstrap address -> Embedded broker or External cluster
//! any Kafka client ------------------------^
//! ```
//!
//! * [`KafkaCluster`]: what an instance runs on. [`Embedded`] is a broker inside this process on loopback ports of its
//!   own; [`External`] is an existing Apache Kafka cluster (3.9 or later). Both are reached only by their address.
//! * [`Admin`]: topics, configurations, offsets, groups, messages. The only way REST handlers reach a cluster.
//! * [`KafkaError`]: what went wrong as a kind that maps to a DMS code, with the client's error as its source.
//!
//! # What is real and what is façade in `Embedded`
//!
//! Real: the wire protocol, records with keys, headers and timestamps, offsets, idempotent and transactional
//! producers, consumer groups (classic protocol) with members, assignments, generations and committed offsets,
//! topic configurations with Kafka's defaults and checks, retention, compaction, record deletion, log sizes.
//!
//! Façade: there is one log and one group coordinator, shown as N brokers on N ports with leaders spread over them,
//! replicas and ISR rotated as a controller would place them, and coordinators chosen by the hash of the group. No
//! data is copied: every replica is in sync because it is the same log. A broker answers for any partition, whoever
//! leads it.
//!
//! Replicas are moved between brokers at once, since there is one log. Topic permissions ([`UserCheck::may`]) are asked
//! at every produce and fetch; other requests need a login only.
//!
//! Missing: SCRAM, Kafka's own ACLs, quotas, leader election, KIP-848 groups, time limits of transactions (one that
//! its producer left open holds back `read_committed` readers until that producer returns or the service restarts,
//! which aborts it).
//!
//! # Durability
//!
//! Everything is served from memory, so messages take at least their own size of it, and written behind to one SQLite
//! file per instance. Each write is one transaction over a consistent cut of topics, records, producers and group
//! offsets, so a crash never shows offsets without their records. Only what changed is written.
//!
//! * [`Embedded::stop`] loses nothing.
//! * A `kill -9` loses at most what was acknowledged during the last [`EmbeddedOptions::flush`] interval, plus the time
//!   of the write itself. What is lost is always the newest.
//! * A power cut may also lose writes that the operating system still held; the file stays consistent.
//! * With `flush` zero nothing acknowledged is lost by either: a change is answered when the disk has it.
//!
//! Group membership is never kept; consumers join again. A file has one owner: a second service on it is refused.
//!
//! On two cores, unoptimised, librdkafka produced 100,000 messages of 200 bytes in 1.0 to 2.0 s and consumed them in
//! 0.7 to 1.3 s in every mode; they were there again 0.1 s after a start (0.5 s if each came in a request of its own).

mod admin;
mod embedded;
mod error;
mod external;

pub use admin::{
    Admin, ClusterInfo, ConfigEntry, Fetched, GroupInfo, GroupListing, GroupMember, GroupOffset, GroupState,
    Message, NewRecord, NewTopic, OffsetAt, PartitionInfo, TopicInfo,
};
pub use embedded::{Clock, Embedded, EmbeddedOptions, Producer, TopicRight, UserCheck};
pub use error::{ErrorKind, KafkaError, StartError};
pub use external::{External, Sasl};

/// How this service's own connections are called.
const SERVICE_CLIENT: &str = "dms-local";

/// One broker as clients see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broker {
    /// Broker id, from 0 for embedded ones, as in the cloud, which names broker 0 `broker-0`.
    pub id: i32,
    /// Host name or address that clients connect to.
    pub host: String,
    /// Port that clients connect to.
    pub port: u16,
}

/// What a Kafka instance runs on.
#[derive(Clone, Debug)]
pub enum KafkaCluster {
    /// A broker inside this process.
    Embedded(Embedded),
    /// An existing cluster, which this service neither starts nor stops.
    External(External),
}

impl KafkaCluster {
    /// The bootstrap addresses, `host:port` separated by commas.
    pub fn bootstrap(&self) -> String {
        match self {
            Self::Embedded(cluster) => cluster.bootstrap(),
            Self::External(cluster) => cluster.bootstrap.clone(),
        }
    }

    /// A new client of this cluster; keep it for as long as the cluster runs, it holds connections.
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`] when no broker answers, [`ErrorKind::NotAuthorized`] when it refuses the user.
    pub async fn connect(&self) -> Result<Admin, KafkaError> {
        match self {
            Self::Embedded(cluster) => Admin::connect(&cluster.bootstrap(), cluster.service_user()).await,
            Self::External(cluster) => Admin::connect(&cluster.bootstrap, cluster.sasl.clone()).await,
        }
    }

    /// Turns the creation of unknown topics on or off. An external cluster keeps its own setting.
    pub fn set_auto_create_topics(&self, on: bool) {
        if let Self::Embedded(cluster) = self {
            cluster.set_auto_create_topics(on);
        }
    }

    /// Ends what [`Embedded::start`] began: closes the listeners and every client's connection, then writes what is
    /// not on disk yet. Nothing happens for an external cluster, nor at a second call.
    pub async fn stop(&self) {
        if let Self::Embedded(cluster) = self {
            cluster.stop().await;
        }
    }
}
