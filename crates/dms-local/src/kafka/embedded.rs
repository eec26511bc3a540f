//! A Kafka broker inside this process, shown to clients as a cluster of several.
//!
//! A request passes `listener` (ports), [`connection`] (frames, login) and [`dispatch`] (which operation), and is
//! answered under the one lock of the cluster ([`core`]) by the engine or, where several brokers must be shown or
//! whole logs would be read, by the modules named after the subject. `writer` carries changes to `store`.

mod cleaner;
mod connection;
mod core;
mod describe;
mod dispatch;
mod groups;
mod listener;
mod log;
mod metadata;
pub(super) mod placement;
mod producers;
mod reassign;
mod records;
mod rights;
mod shared;
mod store;
mod topics;
mod wire;
mod writer;

use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use noida::kafka::engine::EngineState;
use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;

use self::core::Core;
use self::listener::Tasks;
pub use self::producers::Producer;
use self::shared::Shared;
use self::store::{Loaded, Store};
use super::{Broker, ErrorKind, KafkaError, Sasl, StartError};

/// Most brokers that a DMS instance can have.
const MAX_BROKERS: u16 = 50;

/// Partitions of a topic whose creator does not say, as DMS sets it.
const DEFAULT_PARTITIONS: &str = "3";

/// The broker setting that says whether unknown topics are created.
const AUTO_CREATE: &str = "auto.create.topics.enable";

/// Milliseconds since the epoch.
pub type Clock = Arc<dyn Fn() -> u64 + Send + Sync>;

/// Decides who may log in with SASL/PLAIN. Asked at every login, so that a changed password counts at once.
pub trait UserCheck: Send + Sync {
    /// Whether `password` is the password of `user`.
    fn check(&self, user: &str, password: &str) -> bool;

    /// Whether `user`, who logged in before, may use `topic` so. Asked at every produce and fetch.
    fn may(&self, user: &str, topic: &str, right: TopicRight) -> bool;
}

/// What clients do with topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TopicRight {
    /// Produce.
    Publish,
    /// Consume.
    Subscribe,
}

/// How to start an embedded broker.
#[derive(Clone)]
pub struct EmbeddedOptions {
    /// Folder of this instance's messages, created when missing; `None` keeps nothing.
    pub data_dir: Option<PathBuf>,
    /// Address to listen on and to tell clients.
    pub host: IpAddr,
    /// Number of brokers to show, 1-50. More than before adds brokers without moving partitions.
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
    /// The clock of retention and append times; `None` is the system's.
    pub clock: Option<Clock>,
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
            clock: None,
        }
    }
}

/// A running embedded broker. Cheap to clone. It runs until [`stop`](Self::stop) or until the last clone is dropped;
/// only `stop` waits for the last write.
#[derive(Clone)]
pub struct Embedded {
    inner: Arc<Inner>,
}

struct Inner {
    shared: Arc<Shared>,
    tasks: Tasks,
    finish: watch::Sender<bool>,
    writer: Mutex<Option<JoinHandle<()>>>,
}

impl std::fmt::Debug for Embedded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Embedded").field("brokers", &self.brokers()).finish_non_exhaustive()
    }
}

impl Embedded {
    /// Reads what the folder holds, opens the ports and serves. Must be called inside a Tokio runtime.
    ///
    /// # Errors
    /// [`StartError`]: a folder or file that cannot be used, or an address without a free port.
    pub async fn start(options: EmbeddedOptions) -> Result<Self, StartError> {
        if !(1..=MAX_BROKERS).contains(&options.brokers) {
            return Err(StartError::Options("an embedded cluster has 1 to 50 brokers"));
        }
        let (store, loaded) = match options.data_dir.clone() {
            None => (None, Loaded::default()),
            Some(folder) => {
                let (store, loaded) = read(folder, options.flush.is_zero()).await?;
                (Some(store), loaded)
            }
        };
        let listeners = listener::bind(options.host, options.brokers, &options.ports).await?;
        let brokers = listeners.iter().map(|(broker, _)| broker.clone()).collect();
        let shared = Arc::new(Shared::new(build(&options, brokers, loaded), &options));
        let (finish, finished) = watch::channel(false);
        let writer = store.map(|store| tokio::spawn(writer::run(Arc::clone(&shared), store, finished)));
        // What the start itself changed, such as placing the internal topics.
        shared.dirty.notify_one();
        let tasks = Tasks::start(&shared, listeners);
        Ok(Self { inner: Arc::new(Inner { shared, tasks, finish, writer: Mutex::new(writer) }) })
    }

    /// The brokers in the order of their ids, from 0, with the ports they got.
    pub fn brokers(&self) -> &[Broker] {
        &self.inner.shared.brokers
    }

    /// `host:port` of every broker, separated by commas.
    pub fn bootstrap(&self) -> String {
        let addresses: Vec<String> =
            self.brokers().iter().map(|b| format!("{}:{}", b.host, b.port)).collect();
        addresses.join(",")
    }

    /// The user as which this service itself connects, where clients have to log in.
    pub fn service_user(&self) -> Option<Sasl> {
        let shared = &self.inner.shared;
        shared.users.as_ref().map(|_| Sasl::Plain {
            user: connection::SERVICE_USER.to_owned(),
            password: shared.service_password.clone(),
        })
    }

    /// The clients that are connected and have produced to a topic; the service's own connection is none.
    pub fn producers(&self, topic: &str) -> Vec<Producer> {
        self.inner.shared.producers.of(topic)
    }

    /// Turns the creation of unknown topics on or off, see [`EmbeddedOptions::auto_create_topics`].
    pub fn set_auto_create_topics(&self, on: bool) {
        let mut core = self.inner.shared.lock();
        core.engine.broker_configs.insert(AUTO_CREATE.to_owned(), on.to_string());
    }

    /// Writes every change so far and returns when it is on disk; at once where nothing is kept.
    ///
    /// # Errors
    /// `Unavailable` when the write failed. It is tried again, so nothing is lost while the service runs.
    pub async fn flush(&self) -> Result<(), KafkaError> {
        let shared = &self.inner.shared;
        let version = shared.lock().version;
        let written = shared.wait_written(version).await;
        written.map_err(|reason| KafkaError::with_kind(ErrorKind::Unavailable, "message store", &reason))
    }

    /// Why the last write failed, if it did.
    pub fn write_error(&self) -> Option<String> {
        self.inner.shared.written.borrow().error.clone()
    }

    /// Applies retention and compaction now instead of within the next seconds.
    pub async fn clean(&self) {
        cleaner::clean_logs(&self.inner.shared).await;
    }

    /// Closes the listeners and every connection, then writes what is left. The ports are free when it returns.
    pub async fn stop(&self) {
        self.inner.tasks.stop().await;
        self.inner.finish.send_replace(true);
        if let Some(writer) = self.inner.writer.lock().await.take()
            && let Err(error) = writer.await
        {
            tracing::error!(%error, "the writer of a Kafka cluster failed");
        }
    }
}

/// Opens and reads the file off the runtime's threads: a large one takes a while.
async fn read(folder: PathBuf, sync: bool) -> Result<(Store, Loaded), StartError> {
    let path = folder.display().to_string();
    let reading = tokio::task::spawn_blocking(move || {
        let store = Store::open(&folder, sync)?;
        let loaded = store
            .load()
            .map_err(|source| StartError::Store { path: folder.display().to_string(), source })?;
        Ok((store, loaded))
    });
    match reading.await {
        Ok(result) => result,
        Err(error) => Err(StartError::Folder { path, source: std::io::Error::other(error) }),
    }
}

fn build(options: &EmbeddedOptions, brokers: Arc<[Broker]>, loaded: Loaded) -> Core {
    let first = brokers.first().map_or(0, |broker| i32::from(broker.port));
    let mut engine = EngineState::new(options.host.to_string(), first);
    engine.clock = options.clock.clone();
    let placements = writer::restore(&mut engine, loaded).into_iter().collect();
    let replication = brokers.len().min(3).to_string();
    for (name, value) in [
        (AUTO_CREATE, options.auto_create_topics.to_string()),
        ("num.partitions", DEFAULT_PARTITIONS.to_owned()),
        ("default.replication.factor", replication),
    ] {
        engine.broker_configs.insert(name.to_owned(), value);
    }
    let mut core = Core::new(engine, brokers, placements);
    writer::abort_open(&mut core);
    core
}
