//! Topics page by page: what newer admin clients ask for instead of metadata.

use kafka_protocol::messages::describe_topic_partitions_response::{
    Cursor, DescribeTopicPartitionsResponsePartition, DescribeTopicPartitionsResponseTopic,
};
use kafka_protocol::messages::{BrokerId, DescribeTopicPartitionsRequest, DescribeTopicPartitionsResponse};

use super::core::{Core, Placement};
use super::metadata::{UNKNOWN_TOPIC, ids, topic_name};

/// Kafka's `max.request.partition.size.limit`.
const MAX_PARTITIONS: usize = 2_000;

/// Describes the topics named, or all, from the cursor on, until the page is full.
pub(super) fn topic_partitions(
    core: &Core,
    request: &DescribeTopicPartitionsRequest,
) -> DescribeTopicPartitionsResponse {
    let mut names: Vec<&str> = match request.topics.is_empty() {
        true => core.engine.topics.keys().map(String::as_str).collect(),
        false => request.topics.iter().map(|topic| topic.name.as_str()).collect(),
    };
    names.sort_unstable();
    names.dedup();
    let (from_topic, from_partition) = match &request.cursor {
        Some(cursor) => {
            (cursor.topic_name.as_str(), usize::try_from(cursor.partition_index).unwrap_or_default())
        }
        None => ("", 0),
    };
    let limit =
        usize::try_from(request.response_partition_limit).unwrap_or_default().clamp(1, MAX_PARTITIONS);
    let mut room = limit;
    let mut response = DescribeTopicPartitionsResponse::default();
    for name in names.into_iter().skip_while(|name| *name < from_topic) {
        let first = if name == from_topic { from_partition } else { 0 };
        if room == 0 {
            response.next_cursor = Some(cursor(name, first));
            break;
        }
        let answer = DescribeTopicPartitionsResponseTopic::default().with_name(Some(topic_name(name)));
        let (Some(state), Some(placement)) = (core.engine.topics.get(name), core.placements.get(name)) else {
            response.topics.push(answer.with_error_code(UNKNOWN_TOPIC));
            continue;
        };
        let partitions: Vec<_> =
            (first..placement.replicas.len()).take(room).map(|p| partition(placement, p)).collect();
        let next = first + partitions.len();
        room -= partitions.len();
        response.topics.push(
            answer
                .with_topic_id(placement.id)
                .with_is_internal(state.is_internal)
                .with_partitions(partitions),
        );
        if next < placement.replicas.len() {
            response.next_cursor = Some(cursor(name, next));
            break;
        }
    }
    response
}

fn cursor(topic: &str, partition: usize) -> Cursor {
    Cursor::default()
        .with_topic_name(topic_name(topic))
        .with_partition_index(i32::try_from(partition).unwrap_or(i32::MAX))
}

fn partition(placement: &Placement, index: usize) -> DescribeTopicPartitionsResponsePartition {
    let number = i32::try_from(index).unwrap_or(i32::MAX);
    DescribeTopicPartitionsResponsePartition::default()
        .with_partition_index(number)
        .with_leader_id(BrokerId(placement.leader(number)))
        .with_replica_nodes(ids(placement.of(number)))
        .with_isr_nodes(ids(placement.of(number)))
}
