//! Creating, extending and deleting topics: the engine knows one broker, so replication is checked and kept here.

use std::collections::HashMap;

use kafka_protocol::messages::create_topics_request::CreatableTopic;
use kafka_protocol::messages::create_topics_response::CreatableTopicResult;
use kafka_protocol::messages::{
    CreatePartitionsRequest, CreatePartitionsResponse, CreateTopicsRequest, CreateTopicsResponse,
    DeleteTopicsRequest, DeleteTopicsResponse,
};

use super::core::Core;
use super::metadata::{text, topic_name};

const INVALID_REPLICATION_FACTOR: i16 = 38;
const INVALID_REPLICA_ASSIGNMENT: i16 = 39;
const INVALID_REQUEST: i16 = 42;

/// How a topic's replicas are to be placed.
enum Plan {
    Copies(usize),
    Explicit(Vec<Vec<i32>>),
}

/// Creates topics with the replication asked for.
pub(super) fn create(core: &mut Core, request: &CreateTopicsRequest, version: i16) -> CreateTopicsResponse {
    let mut plans: HashMap<String, Plan> = HashMap::new();
    let mut refused: HashMap<String, (i16, String)> = HashMap::new();
    let mut accepted = request.clone();
    accepted.topics.clear();
    for topic in &request.topics {
        match plan(core, topic) {
            Ok(plan) => {
                accepted.topics.push(for_engine(topic, &plan));
                plans.insert(topic.name.to_string(), plan);
            }
            Err(error) => {
                refused.insert(topic.name.to_string(), error);
            }
        }
    }
    let mut response = core.engine.handle_create_topics(&accepted, version);
    for result in &mut response.topics {
        if result.error_code == 0 {
            created(core, result, plans.remove(result.name.as_str()), request.validate_only);
        }
    }
    response.topics.extend(refused.into_iter().map(|(name, (code, reason))| {
        CreatableTopicResult::default()
            .with_name(topic_name(&name))
            .with_error_code(code)
            .with_error_message(Some(text(&reason)))
    }));
    response
}

/// Completes the engine's result, and places the topic unless this was only a check.
fn created(core: &mut Core, result: &mut CreatableTopicResult, plan: Option<Plan>, validate_only: bool) {
    let name = result.name.to_string();
    let copies = match &plan {
        Some(Plan::Explicit(replicas)) => replicas.first().map_or(1, Vec::len),
        Some(Plan::Copies(copies)) => *copies,
        None => 1,
    };
    result.replication_factor = i16::try_from(copies).unwrap_or(i16::MAX);
    if validate_only {
        return;
    }
    match plan {
        Some(Plan::Explicit(replicas)) => core.place_at(&name, replicas),
        _ => core.place(&name, copies),
    }
    if let Some(placement) = core.placements.get(&name) {
        result.topic_id = placement.id;
    }
}

fn plan(core: &Core, topic: &CreatableTopic) -> Result<Plan, (i16, String)> {
    let brokers = core.brokers.len();
    if !topic.assignments.is_empty() {
        return explicit(core, topic).map(Plan::Explicit);
    }
    match topic.replication_factor {
        -1 => Ok(Plan::Copies(core.default_replication())),
        // The engine words its refusal of zero and less.
        factor if factor < 1 => Ok(Plan::Copies(0)),
        factor => match usize::try_from(factor) {
            Ok(copies) if copies <= brokers => Ok(Plan::Copies(copies)),
            _ => Err((
                INVALID_REPLICATION_FACTOR,
                format!(
                    "Unable to replicate the partition {factor} time(s): The target replication factor of {factor} \
                     cannot be reached because only {brokers} broker(s) are registered."
                ),
            )),
        },
    }
}

/// A placement given by the client: every partition from 0 on, distinct known brokers, equally many.
fn explicit(core: &Core, topic: &CreatableTopic) -> Result<Vec<Vec<i32>>, (i16, String)> {
    if topic.num_partitions != -1 || topic.replication_factor != -1 {
        let reason = "Both numPartitions or replicationFactor and replicasAssignments were set. Both cannot be used \
                      at the same time.";
        return Err((INVALID_REQUEST, reason.to_owned()));
    }
    let mut assignments: Vec<_> = topic.assignments.iter().collect();
    assignments.sort_by_key(|assignment| assignment.partition_index);
    let mut replicas: Vec<Vec<i32>> = Vec::with_capacity(assignments.len());
    for assignment in assignments {
        let brokers: Vec<i32> = assignment.broker_ids.iter().map(|broker| broker.0).collect();
        let known = brokers.iter().all(|id| core.brokers.iter().any(|broker| broker.id == *id));
        let distinct = brokers.iter().enumerate().all(|(index, id)| !brokers[..index].contains(id));
        let in_order = usize::try_from(assignment.partition_index) == Ok(replicas.len());
        let as_many = replicas.first().is_none_or(|first| first.len() == brokers.len());
        if brokers.is_empty() || !known || !distinct || !in_order || !as_many {
            let reason =
                format!("Partition {}: impossible replicas {brokers:?}.", assignment.partition_index);
            return Err((INVALID_REPLICA_ASSIGNMENT, reason));
        }
        replicas.push(brokers);
    }
    Ok(replicas)
}

/// The same topic as the engine's single broker can have it.
fn for_engine(topic: &CreatableTopic, plan: &Plan) -> CreatableTopic {
    let mut topic = topic.clone();
    match plan {
        Plan::Explicit(replicas) => {
            topic.num_partitions = i32::try_from(replicas.len()).unwrap_or(i32::MAX);
            topic.assignments.clear();
            topic.replication_factor = 1;
        }
        Plan::Copies(0) => {}
        Plan::Copies(_) => topic.replication_factor = 1,
    }
    topic
}

/// Creates a topic that a client asked for by using it; false where the cluster does not do that.
pub(super) fn auto_create(core: &mut Core, name: &str) -> bool {
    if core.engine.broker_configs.get(super::AUTO_CREATE).is_some_and(|value| value == "false") {
        return false;
    }
    let topic = CreatableTopic::default()
        .with_name(topic_name(name))
        .with_num_partitions(-1)
        .with_replication_factor(-1);
    let response = create(core, &CreateTopicsRequest::default().with_topics(vec![topic]), 7);
    response.topics.iter().all(|topic| topic.error_code == 0)
}

/// Deletes topics by name, or from version 6 by id.
pub(super) fn delete(core: &mut Core, request: &DeleteTopicsRequest, version: i16) -> DeleteTopicsResponse {
    let mut named = request.clone();
    for topic in &mut named.topics {
        if topic.name.is_none() {
            topic.name = core.topic_by_id(topic.topic_id).map(topic_name);
        }
    }
    let mut response = core.engine.handle_delete_topics(&named, version);
    for result in response.responses.iter_mut().filter(|result| result.error_code == 0) {
        let Some(name) = result.name.as_ref().map(|name| name.to_string()) else { continue };
        if let Some(placement) = core.placements.get(&name) {
            result.topic_id = placement.id;
        }
        core.unplace(&name);
    }
    response
}

/// Adds partitions.
pub(super) fn extend(
    core: &mut Core,
    request: &CreatePartitionsRequest,
    version: i16,
) -> CreatePartitionsResponse {
    let response = core.engine.handle_create_partitions(request, version);
    if !request.validate_only {
        for result in response.results.iter().filter(|result| result.error_code == 0) {
            core.place_added(&result.name);
        }
    }
    response
}
