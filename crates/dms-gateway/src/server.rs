//! The listener, what answers which path, and starting and stopping it all.

mod dispatch;
mod runtime_config;

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::base_path::BasePath;
use crate::config::{Assets, Config};
use crate::hosts::HostRule;
use crate::metrics::Metrics;
use crate::origin::Origin;
use crate::proxy::Proxy;
use crate::security::SecurityHeaders;
use crate::static_files::StaticFiles;

/// Why the gateway could not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address is taken or not ours.
    #[error("cannot listen on {addr} (--listen): {source}")]
    Listen {
        /// The address asked for.
        addr: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// `--dist` names no folder with a built console.
    #[error("{} holds no built console (--dist): there is no index.html in it", .0.display())]
    Dist(PathBuf),
    /// The local DMS could not start.
    #[error("the local DMS does not start: {0}")]
    Local(#[from] dms_local::StartError),
    /// The runtime configuration could not be written as JSON.
    #[error("config.json cannot be written: {0}")]
    RuntimeConfig(#[from] serde_json::Error),
}

/// A running gateway. Dropping it stops it without waiting for running calls.
#[derive(Debug)]
pub struct Running {
    /// Where it listens.
    pub addr: SocketAddr,
    /// The local DMS, if there is one.
    pub local: Option<dms_local::Running>,
    /// Whether there is a console to serve.
    pub built: bool,
    base_path: BasePath,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
}

impl Running {
    /// The console's address on this machine, base path included.
    pub fn url(&self) -> String {
        let mut addr = self.addr;
        if addr.ip().is_unspecified() {
            addr.set_ip(if addr.is_ipv4() {
                std::net::Ipv4Addr::LOCALHOST.into()
            } else {
                std::net::Ipv6Addr::LOCALHOST.into()
            });
        }
        format!("http://{addr}{}", self.base_path)
    }

    /// Stops accepting, lets running calls finish, then stops the local DMS.
    pub async fn shutdown(self) {
        // Both fail only when the server has stopped already.
        let _ = self.stop.send(());
        let _ = self.serving.await;
        if let Some(local) = self.local {
            local.shutdown().await;
        }
    }
}

/// What every request needs.
struct App {
    listen: SocketAddr,
    base_path: BasePath,
    files: StaticFiles,
    runtime_config: bytes::Bytes,
    proxy: Option<Proxy>,
    origins: Vec<Origin>,
    security: SecurityHeaders,
    metrics: Metrics,
}

/// Starts the gateway, and the local DMS if asked for, and returns once both answer.
///
/// # Errors
/// [`StartError`] names the option that is at fault.
pub async fn serve(config: Config) -> Result<Running, StartError> {
    let files = StaticFiles::new(config.assets.clone(), config.base_path.clone());
    let built = files.built().await;
    if let (false, Assets::Dir(dir)) = (built, &config.assets) {
        return Err(StartError::Dist(dir.clone()));
    }
    let refused = |source| StartError::Listen { addr: config.listen, source };
    let listener = TcpListener::bind(config.listen).await.map_err(refused)?;
    let addr = listener.local_addr().map_err(refused)?;
    let local = match config.local.clone() {
        Some(options) => Some(dms_local::start(options).await?),
        None => None,
    };
    let base_path = config.base_path.clone();
    let app = Arc::new(app(config, files, addr, local.as_ref())?);
    let (stop, stopped) = oneshot::channel();
    let serving = tokio::spawn(run(listener, app, stopped));
    Ok(Running { addr, local, built, base_path, stop, serving })
}

fn app(
    mut config: Config,
    files: StaticFiles,
    listen: SocketAddr,
    local: Option<&dms_local::Running>,
) -> Result<App, StartError> {
    if let (Some(proxy), Some(local)) = (&mut config.proxy, local) {
        proxy.allow.add(HostRule::local(local.addr()));
    }
    Ok(App {
        listen,
        runtime_config: runtime_config::json(&config, local)?,
        security: SecurityHeaders::new(&config.frame_ancestors, config.proxy.is_some()),
        proxy: config.proxy.map(|proxy| Proxy::new(proxy, config.origins.clone())),
        base_path: config.base_path,
        origins: config.origins,
        metrics: Metrics::default(),
        files,
    })
}

async fn run(listener: TcpListener, app: Arc<App>, stopped: oneshot::Receiver<()>) {
    let service = Router::new()
        .fallback(dispatch::answer)
        .with_state(app)
        .into_make_service_with_connect_info::<SocketAddr>();
    // A dropped sender stops the server as well.
    let stopped = async {
        let _ = stopped.await;
    };
    if let Err(error) = axum::serve(listener, service).with_graceful_shutdown(stopped).await {
        tracing::error!(%error, "the gateway stopped serving");
    }
}
