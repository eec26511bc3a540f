//! Starting and stopping the whole service.

use std::fs::{self, File, TryLockError};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::routing::{any, get};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::auth::identity;
use crate::demo::DemoError;
use crate::instance::Instance;
use crate::options::{LocalInfo, Options};
use crate::service::Service;
use crate::store::{Store, StoreError};
use crate::{control, demo, dispatch, lifecycle, rocketmq};

/// Where the brokers of a Kafka instance are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KafkaAddress {
    /// The instance's name.
    pub name: String,
    /// For clients: `host:port` of every broker, separated by commas.
    pub bootstrap: String,
    /// Whether a port that it had before was taken by another program.
    pub moved: bool,
}

/// Why the service could not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address is taken or not ours.
    #[error("cannot listen on {addr}")]
    Listen {
        /// The address asked for.
        addr: SocketAddr,
        /// What the system said.
        source: std::io::Error,
    },
    /// The data folder cannot be made or used.
    #[error("cannot use the data folder {}", folder.display())]
    Folder {
        /// The folder asked for.
        folder: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Temporary files cannot be made.
    #[error("cannot make a temporary folder")]
    Temporary(#[source] std::io::Error),
    /// Another process uses the data folder.
    #[error("the data folder {} is in use by another process", .0.display())]
    InUse(PathBuf),
    /// The database cannot be used.
    #[error("cannot open the database")]
    Store(#[from] StoreError),
    /// The demo cannot be set up.
    #[error("cannot set up the demo")]
    Demo(#[from] DemoError),
}

/// A running service. Dropping it without [`Running::shutdown`] stops it without a last flush.
#[derive(Debug)]
pub struct Running {
    addr: SocketAddr,
    info: LocalInfo,
    kafka: Vec<KafkaAddress>,
    service: Arc<Service>,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
    _lock: Option<File>,
}

impl Running {
    /// Where it listens.
    pub fn addr(&self) -> SocketAddr {
        self.addr
    }

    /// How to reach it and sign in.
    pub fn info(&self) -> &LocalInfo {
        &self.info
    }

    /// The Kafka instances that ran at the start, by name.
    pub fn kafka(&self) -> &[KafkaAddress] {
        &self.kafka
    }

    /// Stops accepting, finishes what runs, writes everything to disk.
    pub async fn shutdown(self) {
        self.stop.send_replace(true);
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::error!(%error, "a background task failed");
            }
        }
        self.service.clusters.stop_all().await;
    }
}

/// Starts the service and returns once it answers.
///
/// # Errors
/// [`StartError`] says what is missing.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let lock = options.data_dir.as_deref().map(claim).transpose()?;
    let store = Store::open(options.data_dir.as_ref().map(|dir| dir.join("dms.sqlite")).as_deref())?;
    let listen = |source| StartError::Listen { addr: options.listen, source };
    let listener = TcpListener::bind(options.listen).await.map_err(listen)?;
    let addr = listener.local_addr().map_err(listen)?;
    let service = Service::new(options, store).map_err(StartError::Temporary)?;
    demo::add_instances(&service).await?;
    lifecycle::resume(&service).await?;
    demo::fill(&service).await?;
    let (stop, stopped) = watch::channel(false);
    let mut tasks = demo::move_messages(&service, &stopped);
    tasks.push(tokio::spawn(lifecycle::run(service.clone(), stopped.clone())));
    tasks.push(tokio::spawn(rocketmq::run(service.clone(), stopped.clone())));
    tasks.push(tokio::spawn(serve(listener, service.clone(), stopped)));
    let kafka = kafka_addresses(&service).await?;
    Ok(Running { addr, info: local_info(addr), kafka, service, stop, tasks, _lock: lock })
}

async fn kafka_addresses(service: &Service) -> Result<Vec<KafkaAddress>, StoreError> {
    let instances = service.store.all_instances().await?;
    let address = |instance: Instance| {
        let running = service.clusters.get(&instance.id)?;
        let bootstrap = running.cluster.bootstrap();
        Some(KafkaAddress { name: instance.name, bootstrap, moved: running.moved })
    };
    let mut all: Vec<_> = instances.into_iter().filter_map(address).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(all)
}

/// Makes the data folder and keeps other processes out of it for as long as the file is open.
fn claim(folder: &Path) -> Result<File, StartError> {
    let fail = |source| StartError::Folder { folder: folder.to_owned(), source };
    fs::create_dir_all(folder).map_err(fail)?;
    let lock = File::create(folder.join("lock")).map_err(fail)?;
    match lock.try_lock() {
        Ok(()) => Ok(lock),
        Err(TryLockError::WouldBlock) => Err(StartError::InUse(folder.to_owned())),
        Err(TryLockError::Error(source)) => Err(fail(source)),
    }
}

async fn serve(listener: TcpListener, service: Arc<Service>, mut stopped: watch::Receiver<bool>) {
    let router = Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .merge(control::routes(service.clone()))
        .fallback_service(any(dispatch::dispatch).with_state(service));
    let stopped = async move {
        // The sender is gone only when the service was dropped: stop then, too.
        let _ = stopped.wait_for(|stop| *stop).await;
    };
    let serving = axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>());
    if let Err(error) = serving.with_graceful_shutdown(stopped).await {
        tracing::error!(%error, "the local DMS stopped serving");
    }
}

fn local_info(addr: SocketAddr) -> LocalInfo {
    let endpoint = format!("http://{addr}");
    let (key, project) = (&identity::KEYS[0], &identity::PROJECTS[0]);
    LocalInfo {
        iam_endpoint: endpoint.clone(),
        endpoint,
        domain: identity::DOMAIN_NAME.to_owned(),
        user: identity::DEMO.name.to_owned(),
        password: identity::DEMO.password.to_owned(),
        access_key: key.access.to_owned(),
        secret_key: key.secret.to_owned(),
        project_id: project.id.to_owned(),
        project_name: project.name.to_owned(),
    }
}
