//! The names under which the monitoring service knows an instance's parts (K5.9.4).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dms_api::models::kafka::{CesChild, CesDimension, CesGroup, CesHierarchy, CesName, CesQueue};
use futures::{StreamExt, stream};

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::Fail;
use crate::groups;
use crate::service::Service;
use crate::topics;

/// Questions to the cluster at a time.
const PARALLEL: usize = 8;

/// `kafka.ShowCesHierarchy`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<CesHierarchy, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let all = topics::all(&service, &instance.id, &running).await?;
    let queues = all.iter().map(|topic| {
        let numbers = topic.partitions.iter().map(|partition| partition.partition);
        queue(&topic.name, numbers)
    });
    let nodes = (0..running.brokers.len()).map(|index| named(format!("broker-{index}")));
    Ok(CesHierarchy {
        dimensions: dimensions(),
        instance_ids: vec![named(instance.id.clone())],
        nodes: nodes.collect(),
        queues: queues.collect(),
        groups: groups(&service, &instance.id, &running).await?,
    })
}

fn named(name: impl Into<String>) -> CesName {
    CesName { name: name.into() }
}

fn queue(topic: &str, partitions: impl Iterator<Item = i32>) -> CesQueue {
    CesQueue {
        name: topic.to_owned(),
        partitions: partitions.map(|number| named(number.to_string())).collect(),
    }
}

/// The groups with the partitions that they have a place in.
async fn groups(service: &Service, instance_id: &str, running: &Running) -> Result<Vec<CesGroup>, Fail> {
    let mut listed = groups::all(service, instance_id, running).await?;
    listed.sort_by(|(a, _), (b, _)| a.id.cmp(&b.id));
    let groups = stream::iter(listed).map(|(group, _)| async move {
        // A group that was deleted meanwhile reads nothing.
        let places = running.admin.group_offsets(&group.id).await.unwrap_or_default();
        let mut topics: BTreeMap<String, BTreeSet<i32>> = BTreeMap::new();
        for place in places {
            topics.entry(place.topic).or_default().insert(place.partition);
        }
        let queues = topics.iter().map(|(topic, partitions)| queue(topic, partitions.iter().copied()));
        CesGroup { name: group.id, queues: queues.collect(), ..Default::default() }
    });
    Ok(groups.buffered(PARALLEL).collect().await)
}

fn words(all: &str) -> Vec<String> {
    all.split(' ').map(str::to_owned).collect()
}

fn dimension(name: &str, metrics: &str, key_name: &str, dim_router: &str) -> CesDimension {
    CesDimension {
        name: name.to_owned(),
        metrics: words(metrics),
        key_name: words(key_name),
        dim_router: words(dim_router),
        children: None,
        ..Default::default()
    }
}

/// What is measured of every instance.
fn dimensions() -> Vec<CesDimension> {
    let partitions = CesChild {
        name: "kafka_partitions".to_owned(),
        metrics: words("produced_messages partition_messages"),
        key_name: words("queues partitions"),
        dim_router: words("kafka_instance_id kafka_topics kafka_partitions"),
    };
    let topics =
        "topic_data_size topic_messages_in_rate topic_bytes_out_rate topic_bytes_in_rate topic_messages";
    let brokers = "broker_data_size broker_messages_in_rate broker_bytes_out_rate broker_bytes_in_rate \
                   broker_produce_mean broker_fetch_mean";
    vec![
        dimension(
            "kafka_instance_id",
            "current_partitions current_topics group_messages",
            "instance_ids",
            "kafka_instance_id",
        ),
        dimension("kafka_broker", brokers, "nodes", "kafka_instance_id kafka_broker"),
        dimension("kafka_rest", &rest(), "nodes", "kafka_instance_id kafka_rest"),
        CesDimension {
            children: Some(vec![partitions]),
            ..dimension("kafka_topics", topics, "queues", "kafka_instance_id kafka_topics")
        },
        dimension(
            "kafka_groups_partitions",
            "messages_consumed messages_remained",
            "groups queues partitions",
            "kafka_instance_id kafka_groups kafka_groups_topics kafka_groups_partitions",
        ),
    ]
}

/// The metrics of REST access: five of each kind of call.
fn rest() -> String {
    let of = |call: &str| {
        let metrics = ["success", "failed", "latency", "msg_num", "flow"];
        metrics.map(|metric| format!("rest_{call}_{metric}")).join(" ")
    };
    ["produce", "consume", "commit"].map(of).join(" ")
}
