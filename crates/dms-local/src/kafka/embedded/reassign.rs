//! Moving replicas: at once, since all brokers share one log and nothing has to be copied.

use kafka_protocol::messages::alter_partition_reassignments_request::ReassignablePartition;
use kafka_protocol::messages::alter_partition_reassignments_response::{
    ReassignablePartitionResponse, ReassignableTopicResponse,
};
use kafka_protocol::messages::{
    AlterPartitionReassignmentsRequest, AlterPartitionReassignmentsResponse,
    ListPartitionReassignmentsResponse,
};

use super::core::Core;
use super::metadata::{UNKNOWN_TOPIC, text};

const INVALID_REPLICA_ASSIGNMENT: i16 = 39;
const NO_REASSIGNMENT_IN_PROGRESS: i16 = 85;

/// Puts partitions on the brokers asked for; the first of them leads from now on.
pub(super) fn alter(
    core: &mut Core,
    request: &AlterPartitionReassignmentsRequest,
) -> AlterPartitionReassignmentsResponse {
    let mut responses = Vec::with_capacity(request.topics.len());
    for topic in &request.topics {
        let partitions = topic.partitions.iter().map(|partition| {
            let answer =
                ReassignablePartitionResponse::default().with_partition_index(partition.partition_index);
            match put(core, &topic.name, partition) {
                Ok(()) => answer,
                Err((code, reason)) => answer.with_error_code(code).with_error_message(Some(text(reason))),
            }
        });
        let partitions = partitions.collect();
        responses.push(
            ReassignableTopicResponse::default().with_name(topic.name.clone()).with_partitions(partitions),
        );
    }
    AlterPartitionReassignmentsResponse::default().with_responses(responses)
}

fn put(core: &mut Core, topic: &str, partition: &ReassignablePartition) -> Result<(), (i16, &'static str)> {
    let Some(replicas) = &partition.replicas else {
        return Err((NO_REASSIGNMENT_IN_PROGRESS, "No partition reassignment is in progress."));
    };
    let replicas: Vec<i32> = replicas.iter().map(|broker| broker.0).collect();
    let known = replicas.iter().all(|id| core.brokers.iter().any(|broker| broker.id == *id));
    let distinct = replicas.iter().enumerate().all(|(index, id)| !replicas[..index].contains(id));
    if replicas.is_empty() || !known || !distinct {
        return Err((INVALID_REPLICA_ASSIGNMENT, "Impossible replicas."));
    }
    let place = core.placements.get_mut(topic).and_then(|placement| {
        let index = usize::try_from(partition.partition_index).ok()?;
        placement.replicas.get_mut(index)
    });
    *place.ok_or((UNKNOWN_TOPIC, "This server does not host this topic-partition."))? = replicas;
    core.topic_changed(topic);
    Ok(())
}

/// What is still moving: never anything.
pub(super) fn ongoing() -> ListPartitionReassignmentsResponse {
    ListPartitionReassignmentsResponse::default()
}
