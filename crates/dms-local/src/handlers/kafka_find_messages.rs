//! Finding messages by time, by place, or by what is in them (K5.6.1).

use std::sync::Arc;

use dms_api::models::kafka::{Message as Shown, MessageList};
use dms_api::ops::kafka::FindMessages;
use dms_api::record::{Millis, Nullable};
use dms_api::rules::{SEARCH_RESULTS, SEARCHED_BYTES, SEARCHED_MESSAGES, SHOWN_BYTES, keywords};

use super::kafka_messages::{at, size, text};
use super::kafka_topics::cluster;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail, check};
use crate::kafka::Message;
use crate::messages::{Found, TimeRange};
use crate::service::Service;

/// Messages that a search reads at a time.
const STEP: u64 = 500;
/// Some thousand years, in milliseconds: later than any message.
const FOREVER: i64 = 1 << 46;

/// `kafka.FindMessages`.
pub async fn find(service: Arc<Service>, call: Call) -> Result<MessageList, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let wanted = read(&call)?;
    check(wanted.check())?;
    if wanted.by_content() {
        return by_content(&running, &wanted).await;
    }
    match wanted.start_time.zip(wanted.end_time) {
        Some(times) => by_time(&running, &wanted, times).await,
        None => by_place(&running, &wanted).await,
    }
}

fn read(call: &Call) -> Result<FindMessages, Fail> {
    let word = |name: &str| call.query(name).map(str::to_owned);
    Ok(FindMessages {
        instance_id: call.instance_id(),
        topic: word("topic").unwrap_or_default(),
        asc: flag(call, "asc")?,
        start_time: call.number("start_time")?,
        end_time: call.number("end_time")?,
        limit: call.number("limit")?,
        offset: call.number("offset")?,
        download: flag(call, "download")?,
        message_offset: call.number("message_offset")?,
        partition: call.number("partition")?,
        keyword: word("keyword"),
        key: word("key"),
        include: word("include"),
        exclude: word("exclude"),
    })
}

fn flag(call: &Call, name: &str) -> Result<Option<bool>, Fail> {
    match call.query(name).map(str::to_ascii_lowercase).as_deref() {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err(Code::PARAMETER.because(name)),
    }
}

/// All partitions: a partition means nothing with times.
async fn partitions(running: &Running, topic: &str) -> Result<Vec<i32>, Fail> {
    Ok(running.admin.topic(topic).await?.partitions.iter().map(|known| known.partition).collect())
}

async fn by_time(running: &Running, wanted: &FindMessages, times: (i64, i64)) -> Result<MessageList, Fail> {
    let all = partitions(running, &wanted.topic).await?;
    let range = TimeRange::of(&running.admin, &wanted.topic, &all, times).await?;
    let (skip, limit) = (wanted.offset.unwrap_or(0), wanted.limit.unwrap_or(10));
    let page = range.page(skip, limit.into(), wanted.asc == Some(true)).await?;
    let messages: Vec<Shown> = page
        .into_iter()
        .map(|found| Shown { value: Nullable(None), ..shown(&wanted.topic, found, true) })
        .collect();
    Ok(MessageList { total: range.total(), size: messages.len() as u64, messages })
}

async fn by_place(running: &Running, wanted: &FindMessages) -> Result<MessageList, Fail> {
    let number = |given: Option<i64>| given.ok_or_else(|| Fail::from(Code::PARAMETER));
    let offset = number(wanted.message_offset.and_then(|offset| i64::try_from(offset).ok()))?;
    let partition = number(wanted.partition.map(i64::from))?;
    let partition = i32::try_from(partition).map_err(|_| Fail::from(Code::PARAMETER))?;
    let whole = wanted.download == Some(true);
    let found = at(running, &wanted.topic, partition, offset).await?;
    let messages: Vec<Shown> =
        found.into_iter().map(|message| shown(&wanted.topic, (partition, message), whole)).collect();
    let count = messages.len() as u64;
    Ok(MessageList { messages, total: count, size: count })
}

/// Looks at so many messages and bytes and returns so few as the cloud does.
async fn by_content(running: &Running, wanted: &FindMessages) -> Result<MessageList, Fail> {
    let mut all = partitions(running, &wanted.topic).await?;
    let times = wanted.start_time.zip(wanted.end_time);
    if let (None, Some(only)) = (times, wanted.partition) {
        all.retain(|known| u32::try_from(*known) == Ok(only));
        if all.is_empty() {
            return Err(Code::KAFKA_REFUSED.because("The topic has no such partition."));
        }
    }
    let range = TimeRange::of(&running.admin, &wanted.topic, &all, times.unwrap_or((0, FOREVER))).await?;
    let limit = usize::try_from(wanted.limit.unwrap_or(10)).unwrap_or(SEARCH_RESULTS).min(SEARCH_RESULTS);
    let whole = wanted.download == Some(true);
    let (mut seen, mut bytes, mut messages) = (0, 0, Vec::new());
    while seen < SEARCHED_MESSAGES as u64 && bytes < SEARCHED_BYTES as u64 && messages.len() < limit {
        let page = range.page(seen, STEP, wanted.asc == Some(true)).await?;
        if page.is_empty() {
            break;
        }
        seen += STEP;
        bytes += page.iter().map(|(_, message)| size(message)).sum::<u64>();
        let matching = page.into_iter().filter(|(_, message)| matches(wanted, message));
        messages.extend(matching.map(|found| shown(&wanted.topic, found, whole)));
    }
    messages.truncate(limit);
    let count = messages.len() as u64;
    Ok(MessageList { messages, total: count, size: count })
}

fn matches(wanted: &FindMessages, message: &Message) -> bool {
    let (key, value) = (text(&message.key), text(&message.value));
    let (key, value) = (key.as_deref().unwrap_or_default(), value.as_deref().unwrap_or_default());
    let has = |text: &str, word: &Option<String>| word.as_deref().is_none_or(|word| text.contains(word));
    has(value, &wanted.keyword)
        && has(key, &wanted.key)
        && keywords(wanted.include.as_deref()).iter().all(|word| value.contains(word))
        && !keywords(wanted.exclude.as_deref()).iter().any(|word| value.contains(word))
}

/// A message with its content: all of it, or its start where it is too big to be shown.
fn shown(topic: &str, (partition, message): Found, whole: bool) -> Shown {
    let huge = message.value.as_ref().is_some_and(|value| value.len() > SHOWN_BYTES);
    let value = match &message.value {
        Some(value) if huge && !whole => Nullable(Some(start(&String::from_utf8_lossy(value)))),
        _ => text(&message.value),
    };
    Shown {
        topic: topic.to_owned(),
        partition: partition.unsigned_abs(),
        key: text(&message.key),
        value,
        size: size(&message),
        timestamp: Millis(message.timestamp),
        huge_message: huge,
        message_offset: message.offset.unsigned_abs(),
        ..Shown::default()
    }
}

/// The first bytes of a text, up to the end of a character.
fn start(text: &str) -> String {
    let mut end = SHOWN_BYTES.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default().to_owned()
}
