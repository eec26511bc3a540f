//! A topic's partitions, replicas and readers (K5.4.5).

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use dms_api::models::kafka::{Partition, Replica, TopicDetail};
use dms_api::record::Millis;
use futures::{StreamExt, stream};

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail};
use crate::kafka::{KafkaError, OffsetAt, PartitionInfo};
use crate::service::Service;

/// Questions to the cluster at a time.
pub const PARALLEL: usize = 8;

/// `kafka.ShowTopic`. The cloud refuses a second call within a second; [`crate::Options::flow_control`] does too.
pub async fn show(service: Arc<Service>, call: Call) -> Result<TopicDetail, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    if service.options.flow_control && !service.flow.allows(&instance.id, Duration::from_secs(1)) {
        return Err(Code::FLOW_CONTROL.into());
    }
    let name = call.param("topic").to_owned();
    let topic = running.admin.topic(&name).await?;
    let (starts, ends, sizes, group_subscribed) = futures::try_join!(
        running.admin.offsets(&name, OffsetAt::Earliest),
        running.admin.offsets(&name, OffsetAt::Latest),
        running.admin.log_sizes(),
        readers(&running, &name),
    )?;
    let partitions: Vec<Partition> = stream::iter(topic.partitions)
        .map(|info| {
            let at = |offsets: &BTreeMap<i32, i64>| offsets.get(&info.partition).copied().unwrap_or_default();
            let (start, end) = (at(&starts), at(&ends));
            let sizes = sizes.get(&(name.clone(), info.partition)).cloned().unwrap_or_default();
            let (running, name) = (&running, &name);
            async move {
                let written = last_written(running, name, info.partition, start, end).await;
                partition(&info, start, end, &sizes, written)
            }
        })
        .buffered(PARALLEL)
        .collect()
        .await;
    Ok(TopicDetail { topic: name, partitions, group_subscribed, ..Default::default() })
}

fn partition(
    info: &PartitionInfo,
    start: i64,
    end: i64,
    sizes: &BTreeMap<i32, i64>,
    written: Option<i64>,
) -> Partition {
    let replicas = info.replicas.iter().map(|broker| Replica {
        broker: *broker,
        leader: info.leader == Some(*broker),
        in_sync: info.isr.contains(broker),
        size: sizes.get(broker).map_or(0, |size| size.unsigned_abs()),
        lag: 0,
        ..Default::default()
    });
    Partition {
        partition: info.partition.unsigned_abs(),
        leader: info.leader.unwrap_or(-1),
        leo: end.unsigned_abs(),
        hw: end.unsigned_abs(),
        lso: start.unsigned_abs(),
        last_update_timestamp: Some(Millis(written.unwrap_or_default())),
        replicas: replicas.collect(),
        ..Default::default()
    }
}

/// The time of the last record, if there is one.
pub async fn last_written(
    running: &Running,
    topic: &str,
    partition: i32,
    start: i64,
    end: i64,
) -> Option<i64> {
    if end <= start {
        return None;
    }
    let read = running.admin.fetch_range(topic, partition, end - 1, 1, 1).await.ok()?;
    read.messages.last().map(|message| message.timestamp)
}

/// The groups that have committed an offset of the topic or read it now.
async fn readers(running: &Running, topic: &str) -> Result<Vec<String>, KafkaError> {
    let groups = running.admin.groups().await?;
    let found: Vec<Option<String>> = stream::iter(groups)
        .map(|group| async move {
            let reads = match running.admin.group_offsets(&group.id).await {
                Ok(offsets) => offsets.iter().any(|place| place.topic == topic && place.committed.is_some()),
                // It was deleted meanwhile.
                Err(_) => false,
            };
            reads.then_some(group.id)
        })
        .buffered(PARALLEL)
        .collect()
        .await;
    Ok(found.into_iter().flatten().collect())
}
