//! The one adapter on a Kafka client through which the service talks to a cluster, embedded or external.

mod configs;
mod groups;
mod messages;
mod offsets;
mod reassign;
mod topics;

use std::time::Duration;

use krafka::Kafka;
use krafka::admin::{AdminClient, DescribeClusterOptions};
use krafka::auth::AuthConfig;
use krafka::producer::Producer;
use tokio::sync::OnceCell;

pub use configs::ConfigEntry;
pub use groups::{GroupInfo, GroupListing, GroupMember, GroupOffset, GroupState};
pub use messages::{Fetched, Message, NewRecord};
pub use offsets::OffsetAt;
pub use topics::{NewTopic, PartitionInfo, TopicInfo};

use super::{Broker, KafkaError, SERVICE_CLIENT, Sasl};

/// How long one call may take, retries included. A REST answer that needs more is better refused.
const CALL_TIMEOUT: Duration = Duration::from_secs(10);

/// A cluster as its brokers describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterInfo {
    /// Cluster id.
    pub id: String,
    /// Id of the controlling broker.
    pub controller: i32,
    /// All brokers, by id.
    pub brokers: Vec<Broker>,
}

/// A client of one cluster. Cheap to share in an `Arc`; every method takes `&self`.
pub struct Admin {
    kafka: Kafka,
    client: AdminClient,
    producer: OnceCell<Producer>,
}

impl std::fmt::Debug for Admin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Admin").field("kafka", &self.kafka).finish_non_exhaustive()
    }
}

impl Admin {
    /// Connects to `bootstrap` (`host:port`, several separated by commas).
    ///
    /// # Errors
    /// [`ErrorKind::Unavailable`](super::ErrorKind) when no broker answers, `NotAuthorized` when it refuses the user.
    pub async fn connect(bootstrap: &str, sasl: Option<Sasl>) -> Result<Self, KafkaError> {
        let mut builder = Kafka::builder(bootstrap)
            .client_id(SERVICE_CLIENT)
            .connect_timeout(Duration::from_secs(3))
            .request_timeout(CALL_TIMEOUT);
        builder = match sasl {
            None => builder,
            Some(Sasl::Plain { user, password }) => builder.security(AuthConfig::sasl_plain(user, password)),
            Some(Sasl::ScramSha512 { user, password }) => {
                builder.security(AuthConfig::sasl_scram_sha512(user, password))
            }
        };
        let kafka = builder
            .connect()
            .await
            .map_err(|error| KafkaError::new(format!("cluster {bootstrap}"), error))?;
        let client = kafka.admin().default_api_timeout(CALL_TIMEOUT);
        Ok(Self { kafka, client, producer: OnceCell::new() })
    }

    /// The cluster's id, controller and brokers.
    ///
    /// # Errors
    /// `Unavailable` when no broker answers.
    pub async fn cluster(&self) -> Result<ClusterInfo, KafkaError> {
        let cluster = self
            .client
            .describe_cluster(DescribeClusterOptions::default())
            .await
            .map_err(|error| KafkaError::new("cluster", error))?;
        let mut brokers: Vec<Broker> = cluster
            .brokers
            .into_iter()
            .map(|b| Broker { id: b.id, host: b.host, port: u16::try_from(b.port).unwrap_or_default() })
            .collect();
        brokers.sort_by_key(|broker| broker.id);
        Ok(ClusterInfo { id: cluster.cluster_id, controller: cluster.controller_id, brokers })
    }

    /// Ends the client's background work. Calls made afterwards fail with `Unavailable`.
    pub async fn close(&self) {
        if let Some(producer) = self.producer.get()
            && let Err(error) = producer.close().await
        {
            tracing::debug!(%error, "closing the producer");
        }
        if let Err(error) = self.client.close().await {
            tracing::debug!(%error, "closing the admin client");
        }
    }
}

/// The answer for `name` among per-item answers; a broker that left it out did not do it.
fn answer_for<T>(
    answers: std::collections::HashMap<String, krafka::Result<T>>,
    name: &str,
    subject: &str,
) -> Result<T, KafkaError> {
    answers
        .into_iter()
        .find(|(item, _)| item == name)
        .map_or_else(|| Err(krafka::KrafkaError::timeout("no answer for the item")), |(_, answer)| answer)
        .map_err(|error| KafkaError::new(subject, error))
}

/// How a thing is called in an error.
trait ErrorSubject {
    fn subject(&self) -> String;
}

impl ErrorSubject for (String, i32) {
    fn subject(&self) -> String {
        format!("topic {}, partition {}", self.0, self.1)
    }
}
