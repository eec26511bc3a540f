//! The RocketMQ clusters of the instances that run.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use tokio::sync::watch;

use super::{Emulated, RocketmqCluster, RocketmqError};
use crate::instance::Instance;
use crate::service::Service;

/// All running clusters, by instance. Without a folder nothing is kept beyond the process, but a restart of an
/// instance within it finds everything again.
#[derive(Debug, Default)]
pub struct Clusters {
    folder: Option<PathBuf>,
    running: RwLock<HashMap<String, Arc<Emulated>>>,
    stopped: RwLock<HashMap<String, Arc<Emulated>>>,
}

type Map = HashMap<String, Arc<Emulated>>;

fn take(map: &RwLock<Map>, id: &str) -> Option<Arc<Emulated>> {
    map.write().unwrap_or_else(PoisonError::into_inner).remove(id)
}

fn put(map: &RwLock<Map>, id: &str, cluster: Arc<Emulated>) {
    map.write().unwrap_or_else(PoisonError::into_inner).insert(id.to_owned(), cluster);
}

impl Clusters {
    /// None yet. `data_dir` is the service's folder.
    pub fn new(data_dir: Option<&std::path::Path>) -> Self {
        Self { folder: data_dir.map(|dir| dir.join("rocketmq")), ..Self::default() }
    }

    /// The cluster of an instance, if it runs.
    pub fn get(&self, instance_id: &str) -> Option<Arc<dyn RocketmqCluster>> {
        self.emulated(instance_id).map(|cluster| cluster as Arc<dyn RocketmqCluster>)
    }

    /// The same with the clients' side.
    pub fn emulated(&self, instance_id: &str) -> Option<Arc<Emulated>> {
        self.running.read().unwrap_or_else(PoisonError::into_inner).get(instance_id).cloned()
    }

    /// Every running cluster.
    pub fn all(&self) -> Vec<Arc<Emulated>> {
        self.running.read().unwrap_or_else(PoisonError::into_inner).values().cloned().collect()
    }

    /// Brings up the cluster of an instance; one that runs stays as it is, but learns how many brokers it has and
    /// whether access is controlled.
    ///
    /// # Errors
    /// When its file cannot be used.
    pub fn start(&self, instance: &Instance) -> Result<(), RocketmqError> {
        let cluster = match self.emulated(&instance.id).or_else(|| take(&self.stopped, &instance.id)) {
            Some(cluster) => cluster,
            None => Arc::new(Emulated::open(self.file(&instance.id).as_deref(), &instance.id)?),
        };
        cluster.configure(instance.spec.broker_num, instance.spec.enable_acl);
        put(&self.running, &instance.id, cluster);
        Ok(())
    }

    /// Takes down the cluster of an instance and keeps its messages. Clients lose their connection.
    pub fn stop(&self, instance_id: &str) {
        if let Some(cluster) = take(&self.running, instance_id) {
            cluster.disconnect_all();
            put(&self.stopped, instance_id, cluster);
        }
    }

    /// Takes down the cluster of an instance and deletes its messages.
    pub fn remove(&self, instance_id: &str) {
        drop(take(&self.running, instance_id));
        drop(take(&self.stopped, instance_id));
        let Some(file) = self.file(instance_id) else { return };
        for ending in ["", "-wal", "-shm"] {
            let mut path = file.clone().into_os_string();
            path.push(ending);
            match std::fs::remove_file(&path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    tracing::warn!(%error, ?path, "messages of a deleted instance remain");
                }
                _ => {}
            }
        }
    }

    fn file(&self, instance_id: &str) -> Option<PathBuf> {
        self.folder.as_ref().map(|folder| folder.join(format!("{instance_id}.sqlite")))
    }
}

/// How often something that is due is looked for.
const TICK: Duration = Duration::from_millis(250);

/// Delivers what was held back and carries out migrations, until `stop` says so.
pub async fn run(service: Arc<Service>, mut stop: watch::Receiver<bool>) {
    loop {
        for cluster in service.rocketmq.all() {
            let now = service.now();
            let done = tokio::task::spawn_blocking(move || cluster.tick(now)).await;
            if let Ok(Err(error)) = done {
                tracing::error!(error = &error as &dyn std::error::Error, "a RocketMQ cluster stumbled");
            }
        }
        tokio::select! {
            () = tokio::time::sleep(TICK) => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}
