//! Moving partitions between brokers.

use krafka::admin::{AlterPartitionReassignmentsOptions, ListPartitionReassignmentsOptions};
use krafka::consumer::TopicPartition;

use super::{Admin, ErrorSubject, KafkaError};

impl Admin {
    /// Begins to put a partition on `replicas`, the first of which shall lead.
    ///
    /// # Errors
    /// `UnknownTopic`, `InvalidReplication` and the like, `Unavailable`.
    pub async fn move_partition(
        &self,
        topic: &str,
        partition: i32,
        replicas: &[i32],
    ) -> Result<(), KafkaError> {
        let place = TopicPartition::new(topic.to_owned(), partition);
        let subject = (topic.to_owned(), partition).subject();
        let mut answers = self
            .client
            .alter_partition_reassignments(
                [(place.clone(), Some(replicas.to_vec()))],
                AlterPartitionReassignmentsOptions::default(),
            )
            .await
            .map_err(|error| KafkaError::new(subject.clone(), error))?;
        let answer = answers.remove(&place);
        answer
            .unwrap_or_else(|| Err(krafka::KrafkaError::timeout("no answer for the partition")))
            .map_err(|error| KafkaError::new(subject, error))
    }

    /// Whether a partition is still being moved.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn is_moving(&self, topic: &str, partition: i32) -> Result<bool, KafkaError> {
        let place = TopicPartition::new(topic.to_owned(), partition);
        let options = ListPartitionReassignmentsOptions::default().partitions(vec![place.clone()]);
        let moving = self
            .client
            .list_partition_reassignments(options)
            .await
            .map_err(|error| KafkaError::new((topic.to_owned(), partition).subject(), error))?;
        Ok(moving.contains_key(&place))
    }
}
