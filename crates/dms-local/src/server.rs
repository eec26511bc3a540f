//! The listener, and starting and stopping the whole service.

use std::net::SocketAddr;

use axum::Router;
use axum::routing::get;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::options::{LocalInfo, Options};

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
}

/// A running service. Dropping it without [`Running::shutdown`] stops it without a last flush.
#[derive(Debug)]
pub struct Running {
    addr: SocketAddr,
    info: LocalInfo,
    stop: oneshot::Sender<()>,
    serving: JoinHandle<()>,
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

    /// Stops accepting, finishes what runs, writes everything to disk.
    pub async fn shutdown(self) {
        // Both fail only when the server has stopped already.
        let _ = self.stop.send(());
        let _ = self.serving.await;
    }
}

/// Starts the service and returns once it answers.
///
/// # Errors
/// [`StartError`] says what is missing.
pub async fn start(options: Options) -> Result<Running, StartError> {
    let listen = |source| StartError::Listen { addr: options.listen, source };
    let listener = TcpListener::bind(options.listen).await.map_err(listen)?;
    let addr = listener.local_addr().map_err(listen)?;
    let (stop, stopped) = oneshot::channel::<()>();
    let router = Router::new().route("/healthz", get(|| async { "ok\n" }));
    let serving = tokio::spawn(async move {
        let stopped = async {
            let _ = stopped.await;
        };
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopped).await {
            tracing::error!(%error, "the local DMS stopped serving");
        }
    });
    Ok(Running { addr, info: local_info(addr), stop, serving })
}

fn local_info(addr: SocketAddr) -> LocalInfo {
    let endpoint = format!("http://{addr}");
    LocalInfo {
        iam_endpoint: endpoint.clone(),
        endpoint,
        domain: "lakeside".into(),
        user: "demo".into(),
        password: "Demo-2026!".into(),
        access_key: "LOCALDEMOACCESSKEY01".into(),
        secret_key: "local-demo-secret-key-for-loopback-only0".into(),
        project_id: "0c0a1d5e9f2b4c6d8e7f00112233aabb".into(),
        project_name: "local".into(),
    }
}
