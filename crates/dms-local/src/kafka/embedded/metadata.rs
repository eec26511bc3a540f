//! The cluster as clients see it: several brokers where there is one engine.

use kafka_protocol::messages::describe_cluster_response::DescribeClusterBroker;
use kafka_protocol::messages::describe_log_dirs_response::{
    DescribeLogDirsPartition, DescribeLogDirsResult, DescribeLogDirsTopic,
};
use kafka_protocol::messages::find_coordinator_response::Coordinator;
use kafka_protocol::messages::metadata_response::{
    MetadataResponseBroker, MetadataResponsePartition, MetadataResponseTopic,
};
use kafka_protocol::messages::{
    BrokerId, DescribeClusterRequest, DescribeClusterResponse, DescribeLogDirsRequest,
    DescribeLogDirsResponse, FindCoordinatorRequest, FindCoordinatorResponse, ListGroupsRequest,
    ListGroupsResponse, MetadataRequest, MetadataResponse, TopicName,
};
use kafka_protocol::protocol::StrBytes;
use noida::kafka::log::validate_topic_name;

use super::core::Core;
use super::topics;

pub(super) const UNKNOWN_TOPIC: i16 = 3;
const INVALID_TOPIC: i16 = 17;
const UNKNOWN_TOPIC_ID: i16 = 100;

/// The broker that answers for the cluster; any will do, since all share one state.
pub(super) const CONTROLLER: i32 = 0;

pub(super) fn text(value: &str) -> StrBytes {
    StrBytes::from_string(value.to_owned())
}

pub(super) fn topic_name(value: &str) -> TopicName {
    TopicName(text(value))
}

pub(super) fn ids(brokers: &[i32]) -> Vec<BrokerId> {
    brokers.iter().copied().map(BrokerId).collect()
}

/// Brokers, and the topics asked for: none named means all, except that version 0 says it with an empty list.
pub(super) fn metadata(
    core: &mut Core,
    cluster_id: &str,
    request: &MetadataRequest,
    version: i16,
) -> MetadataResponse {
    let brokers = core.brokers.iter().map(|broker| {
        MetadataResponseBroker::default()
            .with_node_id(BrokerId(broker.id))
            .with_host(text(&broker.host))
            .with_port(i32::from(broker.port))
    });
    let mut response = MetadataResponse::default()
        .with_brokers(brokers.collect())
        .with_cluster_id(Some(text(cluster_id)))
        .with_controller_id(BrokerId(CONTROLLER));
    let named = request.topics.as_ref().filter(|topics| !(topics.is_empty() && version == 0));
    response.topics = match named {
        None => {
            let mut names: Vec<String> = core.engine.topics.keys().cloned().collect();
            names.sort_unstable();
            names.iter().map(|name| describe(core, name, false)).collect()
        }
        Some(topics) => {
            let describe_one = |topic: &kafka_protocol::messages::metadata_request::MetadataRequestTopic| {
                let by_id = || core.topic_by_id(topic.topic_id).map(str::to_owned);
                match topic.name.as_ref().map(|name| name.to_string()).or_else(by_id) {
                    Some(name) => describe(core, &name, request.allow_auto_topic_creation),
                    None => MetadataResponseTopic::default()
                        .with_name(None)
                        .with_topic_id(topic.topic_id)
                        .with_error_code(UNKNOWN_TOPIC_ID),
                }
            };
            topics.iter().map(describe_one).collect()
        }
    };
    response
}

fn describe(core: &mut Core, name: &str, create: bool) -> MetadataResponseTopic {
    let topic = MetadataResponseTopic::default().with_name(Some(topic_name(name)));
    if !core.engine.topics.contains_key(name) {
        if validate_topic_name(name).is_err() {
            return topic.with_error_code(INVALID_TOPIC);
        }
        if !(create && topics::auto_create(core, name)) {
            return topic.with_error_code(UNKNOWN_TOPIC);
        }
    }
    let (Some(state), Some(placement)) = (core.engine.topics.get(name), core.placements.get(name)) else {
        return topic.with_error_code(UNKNOWN_TOPIC);
    };
    let mut numbers: Vec<i32> = state.partitions.keys().copied().collect();
    numbers.sort_unstable();
    let partitions = numbers.into_iter().map(|number| {
        MetadataResponsePartition::default()
            .with_partition_index(number)
            .with_leader_id(BrokerId(placement.leader(number)))
            .with_replica_nodes(ids(placement.of(number)))
            .with_isr_nodes(ids(placement.of(number)))
    });
    topic
        .with_topic_id(placement.id)
        .with_is_internal(state.is_internal)
        .with_partitions(partitions.collect())
}

/// Id, controller and brokers.
pub(super) fn cluster(
    core: &Core,
    cluster_id: &str,
    request: &DescribeClusterRequest,
) -> DescribeClusterResponse {
    let brokers = core.brokers.iter().map(|broker| {
        DescribeClusterBroker::default()
            .with_broker_id(BrokerId(broker.id))
            .with_host(text(&broker.host))
            .with_port(i32::from(broker.port))
    });
    DescribeClusterResponse::default()
        .with_cluster_id(text(cluster_id))
        .with_controller_id(BrokerId(CONTROLLER))
        .with_endpoint_type(request.endpoint_type)
        .with_brokers(brokers.collect())
}

/// The broker that coordinates each group or transactional id: several from version 4, one before.
pub(super) fn find_coordinator(
    core: &Core,
    request: &FindCoordinatorRequest,
    version: i16,
) -> FindCoordinatorResponse {
    let transactional = request.key_type == 1;
    if version < 4 {
        let broker = core.coordinator(&request.key, transactional);
        return FindCoordinatorResponse::default()
            .with_node_id(BrokerId(broker.id))
            .with_host(text(&broker.host))
            .with_port(i32::from(broker.port));
    }
    let coordinators = request.coordinator_keys.iter().map(|key| {
        let broker = core.coordinator(key, transactional);
        Coordinator::default()
            .with_key(key.clone())
            .with_node_id(BrokerId(broker.id))
            .with_host(text(&broker.host))
            .with_port(i32::from(broker.port))
    });
    FindCoordinatorResponse::default().with_coordinators(coordinators.collect())
}

/// The groups that `broker` coordinates; clients ask every broker and add up.
pub(super) fn groups(
    core: &Core,
    request: &ListGroupsRequest,
    version: i16,
    broker: i32,
) -> ListGroupsResponse {
    let mut response = core.engine.handle_list_groups(request, version);
    response.groups.retain(|group| core.coordinator(&group.group_id, false).id == broker);
    response
}

/// The sizes of the replicas that `broker` holds.
pub(super) fn log_dirs(
    core: &Core,
    request: &DescribeLogDirsRequest,
    broker: i32,
) -> DescribeLogDirsResponse {
    let wanted = |name: &str, partition: i32| match &request.topics {
        None => true,
        Some(topics) => topics.iter().any(|t| t.topic.as_str() == name && t.partitions.contains(&partition)),
    };
    let mut topics = Vec::new();
    for (name, state) in &core.engine.topics {
        let Some(placement) = core.placements.get(name) else { continue };
        let held = |number: i32| placement.of(number).contains(&broker) && wanted(name, number);
        let partitions: Vec<DescribeLogDirsPartition> = state
            .partitions
            .iter()
            .filter(|(number, _)| held(**number))
            .map(|(&number, log)| {
                DescribeLogDirsPartition::default()
                    .with_partition_index(number)
                    .with_partition_size(log.size_bytes())
            })
            .collect();
        if !partitions.is_empty() {
            topics.push(
                DescribeLogDirsTopic::default().with_name(topic_name(name)).with_partitions(partitions),
            );
        }
    }
    let dir = DescribeLogDirsResult::default()
        .with_log_dir(text(&format!("/kafka/broker-{broker}")))
        .with_topics(topics);
    DescribeLogDirsResponse::default().with_results(vec![dir])
}
