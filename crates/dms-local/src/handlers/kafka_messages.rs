//! Messages: list those of a time, show one, send one, delete the oldest (K5.6).

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use dms_api::models::kafka::{
    DeletedMessages, DeletedMessagesOf, ListedMessage, MessagePage, MessagePosition, PartitionMessage,
    PartitionMessages, SentMessage,
};
use dms_api::ops::kafka::{ConfigEntry, DeleteMessagesBody, MessageProperty, SendAction, SendMessageBody};
use dms_api::record::{Millis, Nullable};
use dms_api::rules::time_range;
use serde_json::json;

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail, check};
use crate::kafka::{ErrorKind, Message, NewRecord};
use crate::messages::TimeRange;
use crate::service::Service;

/// How far back a partition's last message is looked for: ends of transactions take offsets too.
const LOOK_BACK: i64 = 100;
/// What a record takes beside its key and value, at most.
const OVERHEAD: usize = 512;

/// A key or content as text. What is no UTF-8 becomes replacement characters, as in the cloud.
pub fn text(bytes: &Option<Bytes>) -> Nullable {
    Nullable(bytes.as_ref().map(|bytes| String::from_utf8_lossy(bytes).into_owned()))
}

/// Bytes of key and content.
pub fn size(message: &Message) -> u64 {
    let length = |bytes: &Option<Bytes>| bytes.as_ref().map_or(0, Bytes::len) as u64;
    length(&message.key) + length(&message.value)
}

/// The message at an offset: none where it was compacted away.
///
/// # Errors
/// DMS.10540401 for the topic, DMS.00400800 for partition and offset.
pub async fn at(
    running: &Running,
    topic: &str,
    partition: i32,
    offset: i64,
) -> Result<Option<Message>, Fail> {
    let read = running.admin.fetch_range(topic, partition, offset, 1, 1).await?;
    if !(read.earliest..read.latest).contains(&offset) {
        let there =
            format!("Partition {partition} has offsets from {} to below {}.", read.earliest, read.latest);
        return Err(Code::KAFKA_REFUSED.because(there));
    }
    Ok(read.messages.into_iter().find(|message| message.offset == offset))
}

fn partition(call: &Call) -> Result<i32, Fail> {
    call.param("partition").parse().map_err(|_| Code::PARAMETER.because("partition is an index."))
}

/// `kafka.ShowMessage`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<PartitionMessages, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let (topic, partition) = (call.param("topic"), partition(&call)?);
    let offset = call.number("message_offset")?.ok_or_else(|| Code::PARAMETER.because("message_offset"))?;
    let found = at(&running, topic, partition, offset).await?.map(|message| PartitionMessage {
        key: text(&message.key),
        value: text(&message.value),
        topic: topic.to_owned(),
        partition: partition.unsigned_abs(),
        message_offset: message.offset.unsigned_abs(),
        size: size(&message),
        timestamp: Millis(message.timestamp),
        ..Default::default()
    });
    Ok(PartitionMessages { message: found.into_iter().collect() })
}

/// `kafka.ListMessages`: oldest first.
pub async fn list(service: Arc<Service>, call: Call) -> Result<MessagePage, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let topic = running.admin.topic(call.param("topic")).await?;
    let times =
        (call.number("start_time")?.unwrap_or(0), call.number("end_time")?.unwrap_or_else(|| service.now()));
    if time_range(times.0, times.1).is_err() {
        return Err(Code::TIMESTAMP.into());
    }
    let (offset, limit) = call.page(10)?;
    let wanted: Option<i32> = call.number("partition")?.filter(|index| *index != -1);
    let partitions: Vec<i32> = topic
        .partitions
        .iter()
        .map(|known| known.partition)
        .filter(|index| wanted.is_none_or(|wanted| wanted == *index))
        .collect();
    if partitions.is_empty() {
        return Err(Code::KAFKA_REFUSED.because("The topic has no such partition."));
    }
    let range = TimeRange::of(&running.admin, &topic.name, &partitions, times).await?;
    let page = range.page(offset, limit.into(), true).await?;
    let messages = page.into_iter().map(|(partition, message)| ListedMessage {
        topic: topic.name.clone(),
        partition: partition.unsigned_abs(),
        message_offset: message.offset.unsigned_abs(),
        size: size(&message),
        timestamp: Millis(message.timestamp),
        ..Default::default()
    });
    Ok(MessagePage {
        messages: messages.collect(),
        messages_count: range.total(),
        offsets_count: range.total().div_ceil(limit.into()),
        offset: offset / u64::from(limit) + 1,
    })
}

/// `kafka.ShowFirstMessage`.
pub async fn first(service: Arc<Service>, call: Call) -> Result<MessagePosition, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let (topic, partition) = (call.param("topic"), partition(&call)?);
    let read = running.admin.fetch_range(topic, partition, 0, 1, 1).await?;
    Ok(position(topic, partition, read.messages.first(), read.earliest))
}

/// `kafka.ShowLastMessage`.
pub async fn last(service: Arc<Service>, call: Call) -> Result<MessagePosition, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let (topic, partition) = (call.param("topic"), partition(&call)?);
    let read = running.admin.fetch_range(topic, partition, i64::MAX, 0, 0).await?;
    let from = (read.latest - LOOK_BACK).max(read.earliest);
    let near = running.admin.fetch_range(topic, partition, (read.latest - 1).max(from), 1, 1).await?;
    let near = match near.messages.is_empty() && read.latest > read.earliest {
        true => running.admin.fetch_range(topic, partition, from, usize::MAX, usize::MAX).await?,
        false => near,
    };
    Ok(position(topic, partition, near.messages.last(), read.latest))
}

fn position(topic: &str, partition: i32, message: Option<&Message>, otherwise: i64) -> MessagePosition {
    MessagePosition {
        topic: topic.to_owned(),
        partition: partition.unsigned_abs(),
        offset: message.map_or(otherwise, |message| message.offset).unsigned_abs(),
        timestamp: message.map(|message| Millis(message.timestamp)),
    }
}

/// `kafka.SendMessage`.
pub async fn send(service: Arc<Service>, call: Call) -> Result<SentMessage, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    if call.query("action_id") != Some(SendAction::WORD) {
        return Err(Code::PARAMETER.because("action_id is send."));
    }
    let body: SendMessageBody = call.body()?;
    check(body.check())?;
    let key = body.property(MessageProperty::KEY).map(str::to_owned);
    // The rules have found it to be a number.
    let partition: Option<i32> =
        body.property(MessageProperty::PARTITION).and_then(|p| p.trim().parse().ok());
    let bytes = body.body.len() + key.as_ref().map_or(0, String::len);
    let record = NewRecord {
        key: key.clone().map(Bytes::from),
        value: Some(Bytes::from(body.body.clone())),
        timestamp: Some(service.now()),
        ..NewRecord::default()
    };
    let sent = match running.admin.produce(&body.topic, partition, record).await {
        Ok(sent) => sent,
        Err(error) => {
            return Err(too_large(&running, &body.topic, bytes).await.unwrap_or_else(|| error.into()));
        }
    };
    let key = key.map(|key| json!({ "name": MessageProperty::KEY, "value": key }));
    let place = json!({ "name": MessageProperty::PARTITION, "value": sent.0.to_string() });
    let offset = json!({ "name": "OFFSET", "value": sent.1.to_string() });
    let property_list = key.into_iter().chain([place, offset]).collect();
    Ok(SentMessage { topic: body.topic, body: body.body, property_list })
}

/// The refusal of a message that is larger than its topic allows.
async fn too_large(running: &Running, topic: &str, bytes: usize) -> Option<Fail> {
    let configs = running.admin.topic_configs(topic).await.ok()?;
    let limit: usize = configs.get(ConfigEntry::MAX_MESSAGE_BYTES)?.value.parse().ok()?;
    let refusal =
        || Code::MESSAGE_TOO_LARGE.because(format_args!("It has {bytes} bytes, the limit is {limit}."));
    (bytes + OVERHEAD > limit).then(refusal)
}

/// `kafka.DeleteMessages`: one result per partition.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<DeletedMessages, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let topic = running.admin.topic(call.param("topic")).await?.name;
    let body: DeleteMessagesBody = call.body()?;
    check(body.check())?;
    let mut partitions = Vec::with_capacity(body.partitions.len());
    for wanted in body.partitions {
        let index = i32::try_from(wanted.partition).unwrap_or(i32::MAX);
        let outcome = running.admin.delete_records(&topic, &BTreeMap::from([(index, wanted.offset)])).await;
        let (result, error_code) = match outcome {
            Ok(_) => ("success".to_owned(), "0".to_owned()),
            Err(error) if error.kind() == ErrorKind::UnknownTopic => {
                ("There is no such partition.".to_owned(), Code::KAFKA_REFUSED.code.to_owned())
            }
            Err(error) => {
                let fail = Fail::from(error);
                (fail.message().to_owned(), fail.code().to_owned())
            }
        };
        partitions.push(DeletedMessagesOf { partition: wanted.partition, result, error_code });
    }
    Ok(DeletedMessages { partitions })
}
