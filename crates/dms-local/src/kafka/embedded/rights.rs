//! What a user may not do with topics, taken out of its requests before they are carried out.

use kafka_protocol::messages::fetch_response::FetchableTopicResponse;
use kafka_protocol::messages::produce_response::{PartitionProduceResponse, TopicProduceResponse};
use kafka_protocol::messages::{FetchRequest, ProduceRequest};

use super::TopicRight;
use super::connection::SERVICE_USER;
use super::records;
use super::shared::Shared;

const TOPIC_AUTHORIZATION_FAILED: i16 = 29;

fn may(shared: &Shared, user: &str, topic: &str, right: TopicRight) -> bool {
    let Some(users) = &shared.users else { return true };
    user == SERVICE_USER || users.may(user, topic, right)
}

/// Takes topics that the user may not publish to out of the request; returns their part of the answer.
pub(super) fn refuse_produce(
    shared: &Shared,
    user: &str,
    request: &mut ProduceRequest,
) -> Vec<TopicProduceResponse> {
    let allowed = |name: &str| may(shared, user, name, TopicRight::Publish);
    let (kept, refused) =
        std::mem::take(&mut request.topic_data).into_iter().partition(|topic| allowed(&topic.name));
    request.topic_data = kept;
    let refused: Vec<kafka_protocol::messages::produce_request::TopicProduceData> = refused;
    let answers = refused.into_iter().map(|topic| {
        let partitions = topic.partition_data.iter().map(|data| {
            let answer = PartitionProduceResponse::default().with_index(data.index).with_base_offset(-1);
            answer.with_error_code(TOPIC_AUTHORIZATION_FAILED)
        });
        let partitions = partitions.collect();
        TopicProduceResponse::default().with_name(topic.name).with_partition_responses(partitions)
    });
    answers.collect()
}

/// Takes topics that the user may not subscribe to out of the request; returns their part of the answer, which then
/// comes at once.
pub(super) fn refuse_fetch(
    shared: &Shared,
    user: &str,
    request: &mut FetchRequest,
) -> Vec<FetchableTopicResponse> {
    if shared.users.is_none() {
        return Vec::new();
    }
    let topics = std::mem::take(&mut request.topics);
    let names: Vec<Option<String>> = {
        let core = shared.lock();
        topics.iter().map(|topic| records::name_of(&core, topic)).collect()
    };
    let mut refused = Vec::new();
    for (topic, name) in topics.into_iter().zip(names) {
        // What is unknown is refused as that.
        if name.is_none_or(|name| may(shared, user, &name, TopicRight::Subscribe)) {
            request.topics.push(topic);
            continue;
        }
        let partitions = topic.partitions.iter();
        let partitions = partitions.map(|wanted| records::refuse(wanted, TOPIC_AUTHORIZATION_FAILED));
        let answer = FetchableTopicResponse::default().with_topic(topic.topic.clone());
        refused.push(answer.with_topic_id(topic.topic_id).with_partitions(partitions.collect()));
    }
    if !refused.is_empty() {
        request.max_wait_ms = 0;
    }
    refused
}
