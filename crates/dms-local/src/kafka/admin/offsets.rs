//! Where partitions begin, end, and stand at a time.

use std::collections::BTreeMap;

use krafka::KrafkaError;
use krafka::admin::{DeleteRecordsOptions, ListOffsetsOptions, OffsetSpec, TopicPartition};

use super::{Admin, ErrorSubject, KafkaError};

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
        let found = self.list_offsets(partitions, at).await?;
        let mut offsets = BTreeMap::new();
        let mut late = Vec::new();
        for (partition, answer) in found {
            match answer {
                Ok(offset) => {
                    offsets.insert(partition, offset);
                }
                // Kafka has no offset for a time after the last record: the log continues at its end.
                Err(KrafkaError::Broker { code: krafka::error::ErrorCode::OffsetNotAvailable, .. })
                    if matches!(at, OffsetAt::Time(_)) =>
                {
                    late.push(partition);
                }
                Err(error) => return Err(KafkaError::new(partition.subject(), error)),
            }
        }
        if !late.is_empty() {
            for (partition, answer) in self.list_offsets(&late, OffsetAt::Latest).await? {
                let offset = answer.map_err(|error| KafkaError::new(partition.subject(), error))?;
                offsets.insert(partition, offset);
            }
        }
        Ok(offsets)
    }

    async fn list_offsets(
        &self,
        partitions: &[(String, i32)],
        at: OffsetAt,
    ) -> Result<Vec<((String, i32), krafka::Result<i64>)>, KafkaError> {
        let spec = match at {
            OffsetAt::Earliest => OffsetSpec::Earliest,
            OffsetAt::Latest | OffsetAt::LastStable => OffsetSpec::Latest,
            OffsetAt::Time(millis) => OffsetSpec::Timestamp(millis),
        };
        let options = ListOffsetsOptions::default().read_committed(at == OffsetAt::LastStable);
        let specs = partitions.iter().map(|(topic, p)| (TopicPartition::new(topic.clone(), *p), spec));
        let answers = self
            .client
            .list_offsets(specs, options)
            .await
            .map_err(|error| KafkaError::new("offsets", error))?;
        let answers =
            answers.into_iter().map(|(p, answer)| ((p.topic, p.partition), answer.map(|found| found.offset)));
        Ok(answers.collect())
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
