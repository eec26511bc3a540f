//! What the connections of one cluster share.

use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Notify, watch};

use super::core::Core;
use super::producers::Producers;
use super::wire::Broken;
use super::{Broker, UserCheck};

/// How far the writer has come.
#[derive(Clone, Debug, Default)]
pub(super) struct Written {
    /// The last change on disk.
    pub version: u64,
    /// Why the last attempt failed.
    pub error: Option<String>,
}

/// State, settings and signals of one cluster.
pub(super) struct Shared {
    core: Mutex<Core>,
    pub brokers: Arc<[Broker]>,
    pub cluster_id: String,
    pub users: Option<Arc<dyn UserCheck>>,
    /// Password of the service's own user, for this run.
    pub service_password: String,
    /// Whether changes are written to disk at all.
    pub durable: bool,
    /// How often; zero lets every answer wait for it.
    pub flush: Duration,
    /// Something is to be written.
    pub dirty: Notify,
    /// Somebody waits for the writer.
    pub hurry: Notify,
    pub written: watch::Sender<Written>,
    /// Counts appends, for readers that wait at the end of a log.
    pub appended: watch::Sender<u64>,
    /// Who produces to what.
    pub producers: Producers,
    /// Counts connections.
    pub connections: AtomicU64,
}

impl Shared {
    pub fn new(core: Core, options: &super::EmbeddedOptions) -> Self {
        Self {
            brokers: Arc::clone(&core.brokers),
            core: Mutex::new(core),
            cluster_id: options.cluster_id.clone(),
            users: options.users.clone(),
            service_password: uuid::Uuid::new_v4().to_string(),
            durable: options.data_dir.is_some(),
            flush: options.flush,
            dirty: Notify::new(),
            hurry: Notify::new(),
            written: watch::Sender::default(),
            appended: watch::Sender::default(),
            producers: Producers::default(),
            connections: AtomicU64::default(),
        }
    }

    /// The state. A handler that panicked has failed its own connection only; the others go on.
    pub fn lock(&self) -> MutexGuard<'_, Core> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Runs `change` on the state, wakes the writer if anything changed and, where the options ask for it, waits until
    /// it is on disk.
    pub async fn change<T>(&self, change: impl FnOnce(&mut Core) -> T) -> Result<T, Broken> {
        let (result, before, after) = {
            let mut core = self.lock();
            let before = core.version;
            let result = change(&mut core);
            (result, before, core.version)
        };
        if after != before && self.durable {
            self.dirty.notify_one();
            if self.flush.is_zero() {
                self.wait_written(after).await.map_err(Broken::NotWritten)?;
            }
        }
        Ok(result)
    }

    /// Waits until change `version` is on disk.
    pub async fn wait_written(&self, version: u64) -> Result<(), String> {
        if !self.durable {
            return Ok(());
        }
        let mut written = self.written.subscribe();
        written.borrow_and_update();
        loop {
            if self.written.borrow().version >= version {
                return Ok(());
            }
            self.hurry.notify_one();
            if written.changed().await.is_err() {
                return Err("the writer has ended".to_owned());
            }
            let now = written.borrow_and_update().clone();
            if let Some(error) = now.error {
                return Err(error);
            }
        }
    }
}
