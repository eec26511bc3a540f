//! The parts of a topic one by one, as today's SDKs ask for them: brokers, partitions, producers.

use std::sync::Arc;

use dms_api::models::kafka::{
    PartitionPlacement, PartitionRange, TopicPartitionPage, TopicPlacement, TopicProducer, TopicProducerPage,
};
use dms_api::record::Millis;
use futures::{StreamExt, stream};

use super::kafka_groups::ends_of;
use super::kafka_topic_detail::{PARALLEL, last_written};
use super::kafka_topics::cluster;
use crate::call::{Answer, Call};
use crate::fail::Fail;
use crate::kafka::KafkaCluster;
use crate::service::Service;

/// `kafka.ShowTopicReplicas`: the answer is a list of one.
pub async fn replicas(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let topic = running.admin.topic(call.param("topic")).await?;
    let name = topic.name.clone();
    let mut rows = service.store.topics(instance.id, name.clone(), name.clone()).await?;
    let partitions = topic.partitions.into_iter().map(|known| PartitionPlacement {
        partition: known.partition.unsigned_abs(),
        leader: known.leader.unwrap_or(-1),
        replicas: known.replicas,
    });
    let placement = TopicPlacement {
        create_time: rows.remove(&name).map(|row| Millis(row.created_at)),
        topic: name,
        partitions: partitions.collect(),
    };
    Answer::json(&[placement])
}

/// `kafka.ListTopicPartitions`.
pub async fn partitions(service: Arc<Service>, call: Call) -> Result<TopicPartitionPage, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let (offset, limit) = call.page(10)?;
    let topic = running.admin.topic(call.param("topic")).await?;
    let total = topic.partitions.len() as u64;
    let skipped = topic.partitions.iter().skip(usize::try_from(offset).unwrap_or(usize::MAX));
    let page: Vec<(String, i32)> =
        skipped.take(limit as usize).map(|known| (topic.name.clone(), known.partition)).collect();
    let (starts, ends) = ends_of(&running, &page).await?;
    let partitions = stream::iter(page)
        .map(|place| {
            let at =
                |ends: &std::collections::BTreeMap<_, i64>| ends.get(&place).copied().unwrap_or_default();
            let (start, end) = (at(&starts), at(&ends));
            let running = &running;
            async move {
                let written = last_written(running, &place.0, place.1, start, end).await;
                PartitionRange {
                    partition: place.1.unsigned_abs(),
                    start_offset: start.unsigned_abs(),
                    last_offset: end.unsigned_abs(),
                    message_count: (end - start).max(0).unsigned_abs(),
                    last_update_time: Some(Millis(written.unwrap_or_default())),
                    ..Default::default()
                }
            }
        })
        .buffered(PARALLEL)
        .collect()
        .await;
    Ok(TopicPartitionPage { total, partitions })
}

/// `kafka.ListTopicProducers`. Only brokers of this service tell who produces; of others the list is empty.
pub async fn producers(service: Arc<Service>, call: Call) -> Result<TopicProducerPage, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let (offset, limit) = call.page(10)?;
    let topic = running.admin.topic(call.param("topic")).await?.name;
    let all = match &running.cluster {
        KafkaCluster::Embedded(cluster) => cluster.producers(&topic),
        KafkaCluster::External(_) => Vec::new(),
    };
    let total = all.len() as u64;
    let page = all.into_iter().skip(usize::try_from(offset).unwrap_or(usize::MAX)).take(limit as usize);
    let producers = page.map(|producer| {
        let broker = running.brokers.iter().find(|broker| broker.id == producer.broker);
        TopicProducer {
            producer_address: producer.address,
            broker_address: broker.map(|b| format!("{}:{}", b.host, b.port)).unwrap_or_default(),
            join_time: Some(Millis(producer.since)),
            ..Default::default()
        }
    });
    Ok(TopicProducerPage { total, producers: producers.collect() })
}
