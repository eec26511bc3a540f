//! What keeps moving: producers, and consumers with habits. A few messages a second, next to no load.
//!
//! An instance that is restarted or deleted, a topic that is deleted: everything here waits and tries again, and
//! creates nothing.

use std::sync::Arc;
use std::time::Duration;

use krafka::Kafka;
use krafka::auth::AuthConfig;
use krafka::consumer::{AutoOffsetReset, Consumer};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::messages::record;
use super::topics::{DemoGroup, DemoTopic, GROUPS, Habit, TOPICS};
use crate::auth::identity;
use crate::service::Service;

/// How long something that went wrong is left alone.
const PAUSE: Duration = Duration::from_secs(3);
/// Messages that a lagging group reads a second; fewer than come.
const SLOWLY: usize = 1;

/// Starts everybody.
pub fn start(service: &Arc<Service>, stop: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    let producers = TOPICS.iter().filter(|topic| topic.per_minute > 0).map(|topic| {
        let (service, stop) = (service.clone(), stop.clone());
        tokio::spawn(async move { until(stop, produce(service, topic)).await })
    });
    let alive = |group: &&DemoGroup| matches!(group.habit, Habit::Follows | Habit::Lags | Habit::Stuck);
    let consumers = GROUPS.iter().filter(alive).map(|group| {
        let (service, stop) = (service.clone(), stop.clone());
        tokio::spawn(async move { consume(service, group, stop).await })
    });
    producers.chain(consumers).collect()
}

async fn until(mut stop: watch::Receiver<bool>, work: impl Future<Output = ()>) {
    tokio::select! {
        () = work => {}
        _ = stop.wait_for(|stop| *stop) => {}
    }
}

async fn produce(service: Arc<Service>, topic: &'static DemoTopic) {
    let pause = Duration::from_secs(60) / topic.per_minute.max(1);
    // Numbers go on where the first messages ended; after a restart the clock keeps them apart.
    let mut n = u64::try_from(service.now() / 1000 % 1_000_000).unwrap_or_default();
    loop {
        tokio::time::sleep(pause).await;
        let Some(running) = service.clusters.get(topic.instance) else { continue };
        n += 1;
        let message = record(topic.kind, n, service.now());
        if let Err(error) = running.admin.produce(topic.name, None, message).await {
            tracing::debug!(%error, topic = topic.name, "the demo could not produce");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

async fn consume(service: Arc<Service>, group: &'static DemoGroup, stop: watch::Receiver<bool>) {
    let mut stopped = stop.clone();
    loop {
        if let Some(running) = service.clusters.get(group.instance)
            && let Err(error) = be_member(&running.cluster.bootstrap(), group, stop.clone()).await
        {
            tracing::debug!(%error, group = group.id, "the demo could not consume");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
    }
}

/// Joins the group and behaves as it does, until stopped or until something breaks.
async fn be_member(
    bootstrap: &str,
    group: &DemoGroup,
    mut stop: watch::Receiver<bool>,
) -> Result<(), krafka::KrafkaError> {
    let mut builder = Kafka::builder(bootstrap).client_id(format!("{}-1", group.id));
    if !group.user.is_empty() {
        builder = builder.security(AuthConfig::sasl_plain(group.user, identity::DEMO.password));
    }
    let kafka = builder.connect().await?;
    let consumer = kafka
        .consumer(group.id)
        .auto_offset_reset(AutoOffsetReset::Earliest)
        .enable_auto_commit(false)
        .max_poll_records(if group.habit == Habit::Lags { SLOWLY as i32 } else { 100 })
        .metrics_push(false)
        .build()
        .await?;
    consumer.subscribe(group.topics).await?;
    let outcome = tokio::select! {
        outcome = read(&consumer, group.habit) => outcome,
        _ = stop.wait_for(|stop| *stop) => Ok(()),
    };
    let closed = consumer.close().await;
    outcome.and(closed)
}

async fn read(consumer: &Consumer, habit: Habit) -> Result<(), krafka::KrafkaError> {
    loop {
        let records = consumer.poll(Duration::from_secs(2)).await?;
        match habit {
            // Alive, but whatever it does with its messages does not end.
            Habit::Stuck => tokio::time::sleep(Duration::from_secs(2)).await,
            _ if records.is_empty() => {}
            Habit::Lags => {
                consumer.commit().await?;
                tokio::time::sleep(Duration::from_millis(1500)).await;
            }
            _ => consumer.commit().await?,
        }
    }
}
