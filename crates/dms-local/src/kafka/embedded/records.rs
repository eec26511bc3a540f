//! Records in and out: produce, fetch, offsets, deletion.

use std::time::Duration;

use bytes::Bytes;
use kafka_protocol::messages::fetch_request::{FetchPartition, FetchTopic};
use kafka_protocol::messages::fetch_response::{AbortedTransaction, FetchableTopicResponse, PartitionData};
use kafka_protocol::messages::list_offsets_response::{
    ListOffsetsPartitionResponse, ListOffsetsTopicResponse,
};
use kafka_protocol::messages::{
    FetchRequest, FetchResponse, ListOffsetsRequest, ListOffsetsResponse, ProduceRequest, ProduceResponse,
    ProducerId,
};
use tokio::time::{Instant, timeout_at};

use super::core::Core;
use super::log;
use super::metadata::topic_name;
use super::shared::Shared;

const OFFSET_OUT_OF_RANGE: i16 = 1;
const UNKNOWN_TOPIC: i16 = 3;
const UNKNOWN_TOPIC_ID: i16 = 100;

/// Longest that a fetch may wait, whatever the client asks for.
const MAX_WAIT: Duration = Duration::from_secs(60);

/// Appends records.
pub(super) fn produce(core: &mut Core, request: &ProduceRequest, version: i16) -> ProduceResponse {
    let now = core.engine.now_ms();
    for topic in &request.topic_data {
        let Some(state) = core.engine.topics.get_mut(topic.name.as_str()) else { continue };
        for data in &topic.partition_data {
            if let Some(log) = state.partitions.get_mut(&data.index) {
                log::roll(log, now);
            }
        }
    }
    let response = core.engine.handle_produce(request, version);
    for topic in &response.responses {
        if topic.partition_responses.iter().any(|partition| partition.error_code == 0) {
            core.log_changed(&topic.name);
        }
    }
    response
}

/// Reads records, waiting for `min_bytes` of them up to `max_wait_ms`. Every fetch is a full one: sessions are
/// declined, as a broker without room for them does.
pub(super) async fn fetch(shared: &Shared, request: &FetchRequest) -> FetchResponse {
    let wait = Duration::from_millis(u64::try_from(request.max_wait_ms).unwrap_or_default()).min(MAX_WAIT);
    let deadline = Instant::now() + wait;
    let mut appended = shared.appended.subscribe();
    loop {
        appended.borrow_and_update();
        let (response, bytes, failed) = fetch_now(&shared.lock(), request);
        let enough = bytes >= usize::try_from(request.min_bytes).unwrap_or_default();
        if enough || failed || Instant::now() >= deadline {
            return response;
        }
        // Either outcome means to look once more; a late append is found by the look at the deadline.
        let _woken = timeout_at(deadline, appended.changed()).await;
    }
}

/// What is there now: the answer, its bytes of records, and whether a partition was refused.
fn fetch_now(core: &Core, request: &FetchRequest) -> (FetchResponse, usize, bool) {
    let mut budget = usize::try_from(request.max_bytes).unwrap_or(usize::MAX);
    let mut total = 0;
    let mut failed = false;
    let mut responses = Vec::with_capacity(request.topics.len());
    for topic in &request.topics {
        let name = name_of(core, topic);
        let partitions = topic.partitions.iter().map(|wanted| {
            let data = match &name {
                Some(name) => partition(core, name, wanted, request.isolation_level == 1, budget, total == 0),
                None => refuse(wanted, UNKNOWN_TOPIC_ID),
            };
            let bytes = data.records.as_ref().map_or(0, Bytes::len);
            total += bytes;
            budget = budget.saturating_sub(bytes);
            failed |= data.error_code != 0;
            data
        });
        let partitions = partitions.collect();
        responses.push(
            FetchableTopicResponse::default()
                .with_topic(topic.topic.clone())
                .with_topic_id(topic.topic_id)
                .with_partitions(partitions),
        );
    }
    (FetchResponse::default().with_responses(responses), total, failed)
}

/// From version 13 topics are named by id.
pub(super) fn name_of(core: &Core, topic: &FetchTopic) -> Option<String> {
    if topic.topic_id.is_nil() {
        return Some(topic.topic.to_string());
    }
    core.topic_by_id(topic.topic_id).map(str::to_owned)
}

pub(super) fn refuse(wanted: &FetchPartition, code: i16) -> PartitionData {
    PartitionData::default()
        .with_partition_index(wanted.partition)
        .with_error_code(code)
        .with_high_watermark(-1)
        .with_records(Some(Bytes::new()))
}

fn partition(
    core: &Core,
    topic: &str,
    wanted: &FetchPartition,
    committed_only: bool,
    budget: usize,
    first: bool,
) -> PartitionData {
    let Some(log) = core.log(topic, wanted.partition) else { return refuse(wanted, UNKNOWN_TOPIC) };
    let stable = log::last_stable(log);
    let mut data = PartitionData::default()
        .with_partition_index(wanted.partition)
        .with_high_watermark(log.high_watermark)
        .with_last_stable_offset(stable)
        .with_log_start_offset(log.log_start_offset)
        .with_records(Some(Bytes::new()));
    if !(log.log_start_offset..=log.high_watermark).contains(&wanted.fetch_offset) {
        return data.with_error_code(OFFSET_OUT_OF_RANGE);
    }
    let end = if committed_only { stable } else { log.high_watermark };
    if wanted.fetch_offset < end {
        let limit = usize::try_from(wanted.partition_max_bytes).unwrap_or_default().min(budget);
        data.records = Some(log::read(log, wanted.fetch_offset, end, limit, first));
    }
    if committed_only {
        let aborted = log::aborted(log, wanted.fetch_offset, end).into_iter().map(|(producer, first)| {
            AbortedTransaction::default().with_producer_id(ProducerId(producer)).with_first_offset(first)
        });
        data.aborted_transactions = Some(aborted.collect());
    }
    data
}

/// Where partitions begin, end, or stand at a time.
pub(super) fn list_offsets(core: &Core, request: &ListOffsetsRequest) -> ListOffsetsResponse {
    let topics = request.topics.iter().map(|topic| {
        let partitions = topic.partitions.iter().map(|wanted| {
            let answer = ListOffsetsPartitionResponse::default().with_partition_index(wanted.partition_index);
            let Some(log) = core.log(&topic.name, wanted.partition_index) else {
                return answer.with_error_code(UNKNOWN_TOPIC);
            };
            let end = if request.isolation_level == 1 { log::last_stable(log) } else { log.high_watermark };
            let (offset, timestamp) = match wanted.timestamp {
                // -4 is the earliest offset in local storage, and all of it is local.
                -2 | -4 => (log.log_start_offset, -1),
                -1 => (end, -1),
                -3 => log::find_time(log, None, end).unwrap_or((-1, -1)),
                time => log::find_time(log, Some(time), end).unwrap_or((-1, -1)),
            };
            answer.with_offset(offset).with_timestamp(timestamp)
        });
        ListOffsetsTopicResponse::default()
            .with_name(topic_name(&topic.name))
            .with_partitions(partitions.collect())
    });
    ListOffsetsResponse::default().with_topics(topics.collect())
}
