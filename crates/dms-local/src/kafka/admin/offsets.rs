//! Where partitions begin, end, and stand at a time.

use std::collections::BTreeMap;
use std::time::Duration;

use krafka::admin::{DeleteRecordsOptions, ListOffsetsOptions, OffsetSpec, TopicPartition};

use super::{Admin, ErrorSubject, KafkaError};

/// Shorter than other calls: a partition that is just gone is asked for again and again until then.
pub(super) const LOOKUP_TIMEOUT: Duration = Duration::from_secs(3);

/// Which offset is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OffsetAt {
    /// The first record still there.
    Earliest,
    /// Where the next record will go.
    Latest,
    /// Where a `read_committed` consumer has to stop (LSO).
    LastStable,
    /// The first record at or after this time, in milliseconds since the epoch.
    Time(i64),
}

impl Admin {
    /// The offset `at` of every partition of a topic. Past the newest record's time that is the end of the partition.
    ///
    /// # Errors
    /// `UnknownTopic`, `Unavailable`.
    pub async fn offsets(&self, topic: &str, at: OffsetAt) -> Result<BTreeMap<i32, i64>, KafkaError> {
        let partitions: Vec<i32> = self.topic(topic).await?.partitions.iter().map(|p| p.partition).collect();
        let wanted: Vec<(String, i32)> = partitions.iter().map(|&p| (topic.to_owned(), p)).collect();
        let found = self.offsets_of(&wanted, at).await?;
        Ok(found.into_iter().map(|((_, partition), offset)| (partition, offset)).collect())
    }

    /// The offset `at` of the given partitions, of any topics, in as few calls as there are brokers.
    ///
    /// # Errors
    /// `UnknownTopic` when one of them does not exist, `Unavailable`.
    pub async fn offsets_of(
        &self,
        partitions: &[(String, i32)],
        at: OffsetAt,
    ) -> Result<BTreeMap<(String, i32), i64>, KafkaError> {
        let options = ListOffsetsOptions::default().timeout(LOOKUP_TIMEOUT);
        let spec = match at {
            OffsetAt::Time(millis) => return self.offsets_at_time(partitions, millis).await,
            OffsetAt::Earliest => OffsetSpec::Earliest,
            OffsetAt::Latest | OffsetAt::LastStable => OffsetSpec::Latest,
        };
        let specs = partitions.iter().map(|(topic, p)| (TopicPartition::new(topic.clone(), *p), spec));
        let answers = self
            .client
            .list_offsets(specs, options.read_committed(at == OffsetAt::LastStable))
            .await
            .map_err(|error| KafkaError::new("offsets", error))?;
        let mut offsets = BTreeMap::new();
        for (partition, answer) in answers {
            let partition = (partition.topic, partition.partition);
            let found = answer.map_err(|error| KafkaError::new(partition.subject(), error))?;
            offsets.insert(partition, found.offset);
        }
        Ok(offsets)
    }

    /// The admin client takes "no record that new" for a passing failure and asks again until its time is up; the
    /// consumer tells it apart.
    async fn offsets_at_time(
        &self,
        partitions: &[(String, i32)],
        millis: i64,
    ) -> Result<BTreeMap<(String, i32), i64>, KafkaError> {
        let consumer = self.kafka.consumer_without_group().metrics_push(false).build().await;
        let consumer = consumer.map_err(|error| KafkaError::new("offsets", error))?;
        let wanted: Vec<(&str, i32)> = partitions.iter().map(|(topic, p)| (topic.as_str(), *p)).collect();
        let mut offsets = BTreeMap::new();
        let mut late = Vec::new();
        for (partition, answer) in consumer.offsets_for_times(&wanted, millis).await {
            match answer.map_err(|error| KafkaError::new(partition.subject(), error))? {
                offset if offset >= 0 => drop(offsets.insert(partition, offset)),
                _ => late.push(partition),
            }
        }
        if !late.is_empty() {
            offsets.extend(Box::pin(self.offsets_of(&late, OffsetAt::Latest)).await?);
        }
        Ok(offsets)
    }

    /// Deletes the records of a topic below the given offsets, by partition; -1 deletes all of a partition. Returns
    /// the new earliest offsets.
    ///
    /// # Errors
    /// `UnknownTopic`, `OffsetOutOfRange`, `Unavailable`.
    pub async fn delete_records(
        &self,
        topic: &str,
        before: &BTreeMap<i32, i64>,
    ) -> Result<BTreeMap<i32, i64>, KafkaError> {
        let wanted =
            before.iter().map(|(&partition, &offset)| (TopicPartition::new(topic, partition), offset));
        let answers = self
            .client
            .delete_records(wanted, DeleteRecordsOptions::default())
            .await
            .map_err(|error| KafkaError::new(format!("topic {topic}"), error))?;
        let mut starts = BTreeMap::new();
        for (partition, answer) in answers {
            let subject = (partition.topic, partition.partition);
            starts.insert(subject.1, answer.map_err(|error| KafkaError::new(subject.subject(), error))?);
        }
        Ok(starts)
    }
}
