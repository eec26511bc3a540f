//! The demo's RocketMQ instances: what they have, what is in it, and what keeps moving.

mod cast;
mod fill;

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::DemoError;
use crate::rocketmq::{Emulated, RocketmqCluster, RocketmqError, TransactionEnd};
use crate::service::Service;
use cast::{DemoGroup, DemoTopic, GROUPS, Habit, TOPICS};

/// Setting that says that the instances were filled.
const FILLED: &str = "demo_rocketmq";
/// One step of everybody.
const STEP: Duration = Duration::from_millis(1000);
/// Messages and traces older than two days go, as RocketMQ has it.
const KEPT_MS: i64 = 48 * 3600 * 1000;
/// Messages of a queue that stay at most: the demo may run for weeks.
const KEPT: i64 = 1000;
/// Steps between two clean-ups.
const CLEAN: u64 = 300;

/// Creates topics, groups, users and messages, once.
///
/// # Errors
/// When a cluster or the database refuses.
pub async fn fill(service: &Service) -> Result<(), DemoError> {
    if !service.options.demo || service.store.setting(FILLED).await?.is_some() {
        return Ok(());
    }
    for instance in cast::INSTANCES {
        let Some(cluster) = service.rocketmq.emulated(instance) else { continue };
        let now = service.now();
        let filled = tokio::task::spawn_blocking(move || fill::instance(&cluster, instance, now)).await;
        filled.map_err(|error| DemoError::Refused(error.to_string()))??;
    }
    service.store.set_setting(FILLED, "filled".to_owned()).await?;
    Ok(())
}

/// Keeps messages moving until `stop` says so. What was deleted is not made again.
pub fn start(service: &Arc<Service>, stop: &watch::Receiver<bool>) -> JoinHandle<()> {
    let (service, mut stop) = (service.clone(), stop.clone());
    tokio::spawn(async move {
        for number in 0u64.. {
            tokio::select! {
                () = tokio::time::sleep(STEP) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
            for instance in cast::INSTANCES {
                let Some(cluster) = service.rocketmq.emulated(instance) else { continue };
                let now = service.now();
                // Whatever does not work now may work in a second.
                let _ = tokio::task::spawn_blocking(move || step(&cluster, instance, number, now)).await;
            }
        }
    })
}

fn step(cluster: &Emulated, instance: &str, number: u64, now: i64) {
    let mut failed = Vec::new();
    for topic in TOPICS.iter().filter(|topic| topic.instance == instance && topic.seconds > 0) {
        if number.is_multiple_of(topic.seconds) {
            failed.extend(produce(cluster, topic, number, now).err());
        }
    }
    for group in GROUPS.iter().filter(|group| group.instance == instance) {
        failed.extend(consume(cluster, group, number, now).err());
    }
    if number % CLEAN == CLEAN - 1 {
        failed.extend(cluster.trim(now - KEPT_MS, KEPT).err());
    }
    for error in failed {
        tracing::debug!(error = &error as &dyn std::error::Error, "the demo stumbled");
    }
}

/// Sends a message or, to a topic of transactions, begins and ends one. Every fifth producer forgets to end it, and
/// the broker asks a while later.
fn produce(cluster: &Emulated, topic: &DemoTopic, number: u64, now: i64) -> Result<(), RocketmqError> {
    let draft = cast::message(topic, now.unsigned_abs() / 1000, now);
    if !topic.transactional {
        return cluster.send(&draft, now).map(drop);
    }
    for id in cluster.open_transactions(now - 10_000)? {
        cluster.end_transaction(&id, TransactionEnd::Commit, true, now)?;
    }
    let id = cluster.begin_transaction(&draft, now)?;
    let end = match number / topic.seconds % 5 {
        3 => TransactionEnd::Rollback,
        4 => TransactionEnd::Unknown,
        _ => TransactionEnd::Commit,
    };
    cluster.end_transaction(&id, end, false, now).map(drop)
}

fn consume(cluster: &Emulated, group: &DemoGroup, number: u64, now: i64) -> Result<(), RocketmqError> {
    for session in group.sessions() {
        let most = match group.habit {
            Habit::Away => return Ok(()),
            // A message in ten seconds: fewer than come.
            Habit::Lags => usize::from(number.is_multiple_of(10)),
            _ => 32,
        };
        cluster.consume_with(
            &session,
            most,
            group.habit.usual(),
            |message| group.habit.deals_with(message),
            now,
        )?;
    }
    Ok(())
}
