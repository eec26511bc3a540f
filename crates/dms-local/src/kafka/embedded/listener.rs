//! The ports of a cluster, and everything that runs behind them.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{mpsc, watch};
use tokio::time::{MissedTickBehavior, interval, sleep};

use super::cleaner;
use super::connection::serve;
use super::shared::Shared;
use super::{Broker, StartError};

/// How often silent group members are looked for.
const TICK: Duration = Duration::from_secs(1);

/// Ticks between two looks at retention and compaction. Kafka's is five minutes; a test should not wait that long.
const CLEAN_EVERY: u32 = 5;

/// Opens a port per broker, the preferred one where it is free.
pub(super) async fn bind(
    host: IpAddr,
    brokers: u16,
    ports: &[u16],
) -> Result<Vec<(Broker, TcpListener)>, StartError> {
    let mut bound = Vec::with_capacity(usize::from(brokers));
    for index in 0..brokers {
        let preferred = ports.get(usize::from(index)).copied().unwrap_or(0);
        let listener = match TcpListener::bind((host, preferred)).await {
            Ok(listener) => listener,
            Err(error) => {
                tracing::debug!(%error, port = preferred, "preferred port not free, taking another");
                TcpListener::bind((host, 0))
                    .await
                    .map_err(|source| StartError::Listen { address: format!("{host}:{preferred}"), source })?
            }
        };
        let port = listener
            .local_addr()
            .map_err(|source| StartError::Listen { address: format!("{host}:{preferred}"), source })?
            .port();
        bound.push((Broker { id: i32::from(index), host: host.to_string(), port }, listener));
    }
    Ok(bound)
}

/// The tasks of a cluster: they run until told to stop, or until nobody is left to tell them.
pub(super) struct Tasks {
    stop: watch::Sender<bool>,
    /// Every task holds the other end; when all are gone, nothing answers any more.
    alive: tokio::sync::Mutex<mpsc::Receiver<()>>,
}

impl Tasks {
    /// Starts accepting and the cleaner.
    pub fn start(shared: &Arc<Shared>, listeners: Vec<(Broker, TcpListener)>) -> Self {
        let (stop, stopped) = watch::channel(false);
        let (guard, alive) = mpsc::channel(1);
        for (broker, listener) in listeners {
            let shared = Arc::clone(shared);
            spawn(
                guard.clone(),
                stopped.clone(),
                accept(shared, broker.id, listener, guard.clone(), stopped.clone()),
            );
        }
        spawn(guard, stopped, tick(Arc::clone(shared)));
        Self { stop, alive: tokio::sync::Mutex::new(alive) }
    }

    /// Ends all tasks and waits until the last one is gone.
    pub async fn stop(&self) {
        self.stop.send_replace(true);
        while self.alive.lock().await.recv().await.is_some() {}
    }
}

fn spawn(
    guard: mpsc::Sender<()>,
    mut stopped: watch::Receiver<bool>,
    task: impl Future<Output = ()> + Send + 'static,
) {
    tokio::spawn(async move {
        // An error means that the cluster was dropped, which is the same as stopped.
        tokio::select! {
            _ = stopped.wait_for(|stopped| *stopped) => {}
            () = task => {}
        }
        drop(guard);
    });
}

async fn accept(
    shared: Arc<Shared>,
    broker: i32,
    listener: TcpListener,
    guard: mpsc::Sender<()>,
    stopped: watch::Receiver<bool>,
) {
    loop {
        match listener.accept().await {
            Ok((stream, _)) => {
                spawn(guard.clone(), stopped.clone(), serve(Arc::clone(&shared), broker, stream))
            }
            Err(error) => {
                // Too many open files, most likely: it passes when connections end.
                tracing::warn!(%error, broker, "cannot accept a connection");
                sleep(Duration::from_millis(100)).await;
            }
        }
    }
}

async fn tick(shared: Arc<Shared>) {
    let mut ticks = interval(TICK);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut count: u32 = 0;
    loop {
        ticks.tick().await;
        cleaner::expire_members(&shared);
        if count.is_multiple_of(CLEAN_EVERY) {
            cleaner::clean_logs(&shared).await;
        }
        count = count.wrapping_add(1);
    }
}
