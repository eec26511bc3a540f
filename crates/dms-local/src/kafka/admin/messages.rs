//! Messages: produce one, read a range.

use std::time::Duration;

use bytes::Bytes;
use krafka::consumer::{AutoOffsetReset, ConsumerRecord};
use krafka::producer::Producer;
use krafka::{Record, TimestampType};
use tokio::time::Instant;

use super::{Admin, ErrorSubject, KafkaError, OffsetAt};

/// How long a read may wait for records that exist; they arrive at once unless the cluster is overloaded.
const READ_TIMEOUT: Duration = Duration::from_secs(5);

/// The largest message that a call can bring, and a little more; the topic's own limit is the broker's matter.
const MAX_REQUEST: usize = 16 * 1024 * 1024;

/// A message to be sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewRecord {
    /// Key; equal keys go to the same partition.
    pub key: Option<Bytes>,
    /// Body; `None` deletes the key from a compacted topic.
    pub value: Option<Bytes>,
    /// Headers in order.
    pub headers: Vec<(String, Bytes)>,
    /// Milliseconds since the epoch; now when absent.
    pub timestamp: Option<i64>,
}

/// A message that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Offset in its partition.
    pub offset: i64,
    /// Milliseconds since the epoch.
    pub timestamp: i64,
    /// The broker's time of arrival, not the producer's time.
    pub append_time: bool,
    /// Key.
    pub key: Option<Bytes>,
    /// Body; `None` is a deletion.
    pub value: Option<Bytes>,
    /// Headers in order, repeated ones included.
    pub headers: Vec<(String, Option<Bytes>)>,
}

/// Messages of one partition, and where reading goes on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fetched {
    /// In offset order; offsets may be missing where records were compacted.
    pub messages: Vec<Message>,
    /// First offset of the partition.
    pub earliest: i64,
    /// End of the partition.
    pub latest: i64,
    /// Where to go on; equals `latest` when everything was read.
    pub next: i64,
}

impl Admin {
    /// Sends one message, to `partition` or to the one that Kafka's own rule picks. Returns partition and offset.
    ///
    /// # Errors
    /// `UnknownTopic`, `UnknownPartition`, `InvalidMessage`, `Unavailable`.
    pub async fn produce(
        &self,
        topic: &str,
        partition: Option<i32>,
        new: NewRecord,
    ) -> Result<(i32, i64), KafkaError> {
        let known = self.topic(topic).await?;
        if let Some(partition) = partition {
            known.require(partition)?;
        }
        let producer = self.producer().await?;
        let sent = producer.send(record(topic, partition, new)).await;
        let sent = sent.map_err(|error| KafkaError::of_topic(topic, error))?;
        Ok((sent.partition, sent.offset))
    }

    /// Sends many messages, each to the partition that Kafka's own rule picks, in batches.
    ///
    /// # Errors
    /// As [`produce`](Self::produce); messages before and after the failing one may have been sent.
    pub async fn produce_all(&self, topic: &str, new: Vec<NewRecord>) -> Result<(), KafkaError> {
        let fail = |error| KafkaError::of_topic(topic, error);
        self.topic(topic).await?;
        let producer = self.producer().await?;
        let mut deliveries = Vec::with_capacity(new.len());
        for new in new {
            deliveries.push(producer.enqueue(record(topic, None, new)).await.map_err(fail)?);
        }
        for delivery in deliveries {
            let _sent = delivery.await.map_err(fail)?;
        }
        Ok(())
    }

    async fn producer(&self) -> Result<&Producer, KafkaError> {
        let build = || {
            // Not idempotent: repeating a message is better than a client that a restarted broker no longer knows.
            let builder = self.kafka.producer().idempotent(false).linger(Duration::ZERO).metrics_push(false);
            let builder = builder.max_request_size(MAX_REQUEST);
            builder.delivery_timeout(super::CALL_TIMEOUT * 2).max_block(READ_TIMEOUT).build()
        };
        self.producer.get_or_try_init(build).await.map_err(|error| KafkaError::new("producer", error))
    }

    /// Reads a partition from `offset` until `max_messages`, `max_bytes` of keys, values and headers, or its end at
    /// the time of the call. The first message is returned whatever its size. An offset before the first record
    /// begins there, one past the end reads nothing.
    ///
    /// # Errors
    /// `UnknownTopic`, `UnknownPartition`, `Unavailable`.
    pub async fn fetch_range(
        &self,
        topic: &str,
        partition: i32,
        offset: i64,
        max_messages: usize,
        max_bytes: usize,
    ) -> Result<Fetched, KafkaError> {
        let place = (topic.to_owned(), partition);
        self.topic(topic).await?.require(partition)?;
        let wanted = [place.clone()];
        let earliest = self.offsets_of(&wanted, OffsetAt::Earliest).await?.remove(&place).unwrap_or_default();
        let latest = self.offsets_of(&wanted, OffsetAt::Latest).await?.remove(&place).unwrap_or_default();
        let mut fetched =
            Fetched { earliest, latest, next: offset.clamp(earliest, latest), ..Fetched::default() };
        if fetched.next < latest && max_messages > 0 {
            self.read(&place, &mut fetched, max_messages, max_bytes)
                .await
                .map_err(|error| KafkaError::new(place.subject(), error))?;
        }
        Ok(fetched)
    }

    async fn read(
        &self,
        (topic, partition): &(String, i32),
        fetched: &mut Fetched,
        max_messages: usize,
        max_bytes: usize,
    ) -> krafka::Result<()> {
        let consumer = self
            .kafka
            .consumer_without_group()
            .auto_offset_reset(AutoOffsetReset::Earliest)
            .fetch_max_wait(Duration::from_millis(100))
            .max_poll_records(i32::try_from(max_messages).unwrap_or(i32::MAX))
            .metrics_push(false)
            .build()
            .await?;
        consumer.assign(topic, vec![*partition]).await?;
        consumer.seek(topic, *partition, fetched.next).await?;
        let deadline = Instant::now() + READ_TIMEOUT;
        let mut bytes = 0;
        'reading: while fetched.next < fetched.latest && Instant::now() < deadline {
            for record in consumer.poll(Duration::from_millis(200)).await? {
                let size = size_of(&record);
                let full = fetched.messages.len() >= max_messages || bytes + size > max_bytes;
                if record.offset >= fetched.latest || (full && !fetched.messages.is_empty()) {
                    break 'reading;
                }
                bytes += size;
                fetched.next = record.offset + 1;
                fetched.messages.push(message(record));
            }
            if fetched.messages.len() >= max_messages || bytes >= max_bytes {
                break;
            }
            // The position passes records that are not shown, such as the end of a transaction.
            if let Some(position) = consumer.position(topic, *partition).await {
                fetched.next = fetched.next.max(position.min(fetched.latest));
            }
        }
        consumer.close().await
    }
}

fn record(topic: &str, partition: Option<i32>, new: NewRecord) -> Record {
    let mut record = match new.value {
        Some(value) => Record::new(topic, value),
        None => Record::new(topic, Bytes::new()).without_value(),
    };
    if let Some(partition) = partition {
        record = record.partition(partition);
    }
    if let Some(key) = new.key {
        record = record.key(key);
    }
    if let Some(timestamp) = new.timestamp {
        record = record.timestamp(timestamp);
    }
    for (name, value) in new.headers {
        record = record.header(name, value);
    }
    record
}

fn message(record: ConsumerRecord) -> Message {
    Message {
        offset: record.offset,
        timestamp: record.timestamp,
        append_time: record.timestamp_type == TimestampType::LogAppendTime,
        key: record.key,
        value: record.value,
        headers: record.headers.into_iter().map(|(name, value)| (name.to_string(), value)).collect(),
    }
}

fn size_of(record: &ConsumerRecord) -> usize {
    let headers: usize =
        record.headers.iter().map(|(name, value)| name.len() + value.as_ref().map_or(0, Bytes::len)).sum();
    record.key.as_ref().map_or(0, Bytes::len) + record.value.as_ref().map_or(0, Bytes::len) + headers
}
