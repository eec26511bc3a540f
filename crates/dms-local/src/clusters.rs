//! The Kafka clusters of the instances that run, each with one client of it.

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::access::Access;
use crate::instance::Instance;
use crate::kafka::{
    Admin, Broker, Embedded, EmbeddedOptions, External, KafkaCluster, KafkaError, StartError, UserCheck,
};
use crate::options::{KafkaBackend, Options};
use crate::topics::TopicCache;

/// Why a cluster could not be brought up.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ClusterError {
    /// The broker did not start.
    #[error("the broker did not start")]
    Start(#[from] StartError),
    /// The broker does not answer.
    #[error("the broker does not answer")]
    Connect(#[from] KafkaError),
}

/// A running cluster.
#[derive(Debug)]
pub struct Running {
    /// What it runs on.
    pub cluster: KafkaCluster,
    /// The client through which the service talks to it.
    pub admin: Admin,
    /// What clients connect to.
    pub brokers: Vec<Broker>,
    /// Since when, milliseconds since 1970.
    pub since: i64,
    /// Its topics.
    pub topics: TopicCache,
    /// Whether a port of its own was taken by another program, so that clients find it elsewhere.
    pub moved: bool,
    /// Its users; `None` where clients need not log in.
    pub access: Option<Arc<Access>>,
    size: Mutex<Size>,
}

impl Running {
    /// Bytes that the messages take, all replicas counted, as last measured: it takes looking at every log, so
    /// whoever asks starts the next measurement but does not wait for it. 0 before the first.
    pub fn bytes(self: &Arc<Self>) -> u64 {
        let mut size = self.size.lock().unwrap_or_else(PoisonError::into_inner);
        if size.measured.is_none_or(|when| when.elapsed() >= SIZE_FRESH) {
            size.measured = Some(Instant::now());
            tokio::spawn(self.clone().measure());
        }
        size.bytes
    }

    async fn measure(self: Arc<Self>) {
        // A cluster that does not tell keeps the size it had.
        let Ok(sizes) = self.admin.log_sizes().await else { return };
        let bytes =
            sizes.values().flat_map(|brokers| brokers.values()).map(|&size| size.unsigned_abs()).sum();
        self.size.lock().unwrap_or_else(PoisonError::into_inner).bytes = bytes;
    }
}

/// What was measured, and when the last measurement began.
#[derive(Debug, Default)]
struct Size {
    measured: Option<Instant>,
    bytes: u64,
}

/// How long a measured size is used again.
const SIZE_FRESH: Duration = Duration::from_secs(15);

/// Where messages are. An instance that restarts must find them again, so a service that keeps nothing has a folder
/// too, and deletes it when it ends.
#[derive(Debug)]
enum Folder {
    Kept(PathBuf),
    Temporary(TempDir),
}

/// All running clusters, by instance.
#[derive(Debug)]
pub struct Clusters {
    running: RwLock<HashMap<String, Arc<Running>>>,
    backend: KafkaBackend,
    host: IpAddr,
    folder: Folder,
    flush: Duration,
}

impl Clusters {
    /// None yet.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub fn new(options: &Options) -> io::Result<Self> {
        let folder = match &options.data_dir {
            Some(dir) => Folder::Kept(dir.join("kafka")),
            None => Folder::Temporary(tempfile::Builder::new().prefix("dms-local-").tempdir()?),
        };
        Ok(Self {
            running: RwLock::default(),
            backend: options.kafka.clone(),
            // Brokers tell clients where they are, and "everywhere" is no address.
            host: Some(options.listen.ip())
                .filter(|ip| !ip.is_unspecified())
                .unwrap_or(Ipv4Addr::LOCALHOST.into()),
            folder,
            flush: options.flush,
        })
    }

    /// The cluster of an instance, if it runs.
    pub fn get(&self, instance_id: &str) -> Option<Arc<Running>> {
        self.running.read().unwrap_or_else(PoisonError::into_inner).get(instance_id).cloned()
    }

    /// Where clients connect, `host:port` separated by commas, by instance.
    pub fn addresses(&self) -> Vec<(String, String)> {
        let running = self.running.read().unwrap_or_else(PoisonError::into_inner);
        running.iter().map(|(id, running)| (id.clone(), running.cluster.bootstrap())).collect()
    }

    /// Brings up the cluster of an instance, for the users of `access`; one that runs stays as it is.
    ///
    /// # Errors
    /// [`ClusterError`].
    pub async fn start(
        &self,
        instance: &Instance,
        access: Option<Arc<Access>>,
        now: i64,
    ) -> Result<Arc<Running>, ClusterError> {
        if let Some(running) = self.get(&instance.id) {
            return Ok(running);
        }
        let cluster = self.cluster(instance, access.clone()).await?;
        let admin = cluster.connect().await?;
        let brokers = admin.cluster().await?.brokers;
        let moved = match &cluster {
            KafkaCluster::Embedded(embedded) => {
                let ports = embedded.brokers().iter().map(|broker| broker.port);
                ports.zip(&instance.spec.ports).any(|(port, usual)| *usual != 0 && port != *usual)
            }
            KafkaCluster::External(_) => false,
        };
        let running = Arc::new(Running {
            cluster,
            admin,
            brokers,
            moved,
            since: now,
            topics: TopicCache::default(),
            access,
            size: Mutex::default(),
        });
        let mut all = self.running.write().unwrap_or_else(PoisonError::into_inner);
        all.insert(instance.id.clone(), running.clone());
        Ok(running)
    }

    async fn cluster(
        &self,
        instance: &Instance,
        access: Option<Arc<Access>>,
    ) -> Result<KafkaCluster, StartError> {
        match &self.backend {
            KafkaBackend::External { bootstrap } => {
                Ok(KafkaCluster::External(External { bootstrap: bootstrap.clone(), sasl: None }))
            }
            KafkaBackend::Embedded => {
                let options = EmbeddedOptions {
                    data_dir: Some(self.folder(&instance.id)),
                    host: self.host,
                    brokers: u16::try_from(instance.spec.broker_num).unwrap_or(3).clamp(1, 50),
                    ports: instance.spec.ports.clone(),
                    cluster_id: instance.id.clone(),
                    auto_create_topics: instance.spec.kafka.enable_auto_topic,
                    flush: self.flush,
                    // SASL/PLAIN without TLS, whatever was ordered.
                    users: access.map(|access| access as Arc<dyn UserCheck>),
                    ..EmbeddedOptions::default()
                };
                Embedded::start(options).await.map(KafkaCluster::Embedded)
            }
        }
    }

    /// Writes what an instance's cluster has changed so far: what REST acknowledges does not wait for the flush
    /// interval. Nothing to do where nothing is kept, or the cluster is somebody else's.
    ///
    /// # Errors
    /// When it cannot be written.
    pub async fn write(&self, instance_id: &str) -> Result<(), KafkaError> {
        let Some(running) = self.get(instance_id) else { return Ok(()) };
        match (&running.cluster, &self.folder) {
            (KafkaCluster::Embedded(cluster), Folder::Kept(_)) => cluster.flush().await,
            _ => Ok(()),
        }
    }

    /// Takes down the cluster of an instance and keeps its messages.
    pub async fn stop(&self, instance_id: &str) {
        let stopped = self.running.write().unwrap_or_else(PoisonError::into_inner).remove(instance_id);
        if let Some(running) = stopped {
            running.admin.close().await;
            running.cluster.stop().await;
        }
    }

    /// Takes down all clusters, side by side.
    pub async fn stop_all(&self) {
        let ids: Vec<String> =
            self.running.read().unwrap_or_else(PoisonError::into_inner).keys().cloned().collect();
        futures::future::join_all(ids.iter().map(|id| self.stop(id))).await;
    }

    /// Takes down the cluster of an instance and deletes its messages.
    pub async fn remove(&self, instance_id: &str) {
        self.stop(instance_id).await;
        let folder = self.folder(instance_id);
        match tokio::fs::remove_dir_all(&folder).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                tracing::warn!(%error, folder = %folder.display(), "messages of a deleted instance remain");
            }
            _ => {}
        }
    }

    fn folder(&self, instance_id: &str) -> PathBuf {
        let folder = match &self.folder {
            Folder::Kept(folder) => folder.as_path(),
            Folder::Temporary(folder) => folder.path(),
        };
        folder.join(instance_id)
    }
}
