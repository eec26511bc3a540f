//! Topics and partitions.

use std::collections::BTreeMap;

use krafka::admin::{
    CreatePartitionsOptions, CreateTopicsOptions, DeleteTopicsOptions, DescribeLogDirsOptions,
    DescribeTopicsOptions, ListTopicsOptions, TopicDescription,
};

use super::{Admin, ErrorSubject, KafkaError, answer_for};
use crate::kafka::ErrorKind;

/// A topic to be created.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewTopic {
    /// Name, 1-249 letters, digits, `.`, `_` and `-`.
    pub name: String,
    /// Number of partitions, from 1.
    pub partitions: i32,
    /// Copies of each partition, from 1 to the number of brokers.
    pub replication: i16,
    /// Kafka's own configuration names, such as `retention.ms` (milliseconds), `cleanup.policy`,
    /// `message.timestamp.type` or `max.message.bytes`.
    pub configs: BTreeMap<String, String>,
}

/// A topic with its partitions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicInfo {
    /// Name.
    pub name: String,
    /// Kafka's own topic, such as `__consumer_offsets`.
    pub internal: bool,
    /// By partition number.
    pub partitions: Vec<PartitionInfo>,
}

impl TopicInfo {
    /// Copies of each partition: the most that any partition has.
    pub fn replication(&self) -> usize {
        self.partitions.iter().map(|partition| partition.replicas.len()).max().unwrap_or_default()
    }

    /// Fails with `UnknownPartition` where there is no such partition.
    pub(super) fn require(&self, partition: i32) -> Result<(), KafkaError> {
        if self.partitions.iter().any(|known| known.partition == partition) {
            return Ok(());
        }
        let subject = (self.name.clone(), partition).subject();
        Err(KafkaError::with_kind(ErrorKind::UnknownPartition, subject, "no such partition"))
    }
}

/// One partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartitionInfo {
    /// Number, from 0.
    pub partition: i32,
    /// Broker that serves it; `None` while there is none.
    pub leader: Option<i32>,
    /// Brokers that hold a copy, the preferred leader first.
    pub replicas: Vec<i32>,
    /// Those of `replicas` that have everything.
    pub isr: Vec<i32>,
}

impl Admin {
    /// Creates a topic.
    ///
    /// # Errors
    /// `TopicExists`, `InvalidTopic`, `InvalidPartitions`, `InvalidReplication`, `InvalidConfig`, `Unavailable`.
    pub async fn create_topic(&self, topic: &NewTopic) -> Result<(), KafkaError> {
        let subject = format!("topic {}", topic.name);
        if topic.partitions < 1 {
            return Err(KafkaError::with_kind(
                ErrorKind::InvalidPartitions,
                subject,
                "fewer than one partition",
            ));
        }
        if topic.replication < 1 {
            return Err(KafkaError::with_kind(
                ErrorKind::InvalidReplication,
                subject,
                "fewer than one replica",
            ));
        }
        let mut new = krafka::admin::NewTopic::new(topic.name.clone(), topic.partitions, topic.replication)
            .map_err(|error| KafkaError::of_topic(&topic.name, error))?;
        for (name, value) in &topic.configs {
            new = new.with_config(name, value);
        }
        let answers = self
            .client
            .create_topics([new], CreateTopicsOptions::default())
            .await
            .map_err(|error| KafkaError::of_topic(&topic.name, error))?;
        answer_for(answers, &topic.name, &subject)
    }

    /// The names of all topics, sorted, without Kafka's internal ones unless `internal`.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn topic_names(&self, internal: bool) -> Result<Vec<String>, KafkaError> {
        let options = ListTopicsOptions::default().include_internal(internal);
        self.client.list_topics(options).await.map_err(|error| KafkaError::new("topics", error))
    }

    /// All topics with their partitions, sorted by name.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn topics(&self, internal: bool) -> Result<Vec<TopicInfo>, KafkaError> {
        // Listing has just fetched them all with their partitions; a second request for thousands would be a waste.
        self.topic_names(internal).await?;
        let consumer = self.kafka.consumer_without_group().metrics_push(false).build().await;
        let known = match consumer {
            Ok(consumer) => consumer.fetch_metadata(None).await,
            Err(error) => Err(error),
        };
        let known = known.map_err(|error| KafkaError::new("topics", error))?;
        let shown = known.topics.into_iter().filter(|topic| internal || !topic.is_internal);
        let mut topics: Vec<TopicInfo> = shown.map(TopicInfo::from).collect();
        topics.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(topics)
    }

    /// One topic with its partitions.
    ///
    /// # Errors
    /// `UnknownTopic`, `Unavailable`.
    pub async fn topic(&self, name: &str) -> Result<TopicInfo, KafkaError> {
        let subject = format!("topic {name}");
        let answers = self
            .client
            .describe_topics([name], DescribeTopicsOptions::default())
            .await
            .map_err(|error| KafkaError::of_topic(name, error))?;
        answer_for(answers, name, &subject).map(TopicInfo::from)
    }

    /// Raises a topic's partitions to `total`.
    ///
    /// # Errors
    /// `UnknownTopic`, `InvalidPartitions` when `total` is not an increase, `Unavailable`.
    pub async fn grow_topic(&self, name: &str, total: i32) -> Result<(), KafkaError> {
        let subject = format!("topic {name}");
        let answers = self
            .client
            .create_partitions([(name, total)], CreatePartitionsOptions::default())
            .await
            .map_err(|error| KafkaError::of_topic(name, error))?;
        answer_for(answers, name, &subject)
    }

    /// Deletes topics, telling for each, in the order given, what became of it. A name given twice is deleted once.
    pub async fn delete_topics(&self, names: &[String]) -> Vec<(String, Result<(), KafkaError>)> {
        let mut results = Vec::with_capacity(names.len());
        // One call per topic: a name that the client refuses must not keep the others.
        for name in names {
            if results.iter().any(|(done, _)| done == name) {
                continue;
            }
            let subject = format!("topic {name}");
            let result = match self.client.delete_topics([name], DeleteTopicsOptions::default()).await {
                Ok(answers) => answer_for(answers, name, &subject),
                Err(error) => Err(KafkaError::of_topic(name, error)),
            };
            results.push((name.clone(), result));
        }
        results
    }

    /// Bytes on disk by topic, partition and broker: each replica counts.
    ///
    /// # Errors
    /// `Unavailable`, `Unsupported`.
    pub async fn log_sizes(&self) -> Result<BTreeMap<(String, i32), BTreeMap<i32, i64>>, KafkaError> {
        let brokers: Vec<i32> = self.cluster().await?.brokers.iter().map(|broker| broker.id).collect();
        let answers = self
            .client
            .describe_log_dirs(brokers, DescribeLogDirsOptions::default())
            .await
            .map_err(|error| KafkaError::new("log sizes", error))?;
        let mut sizes: BTreeMap<(String, i32), BTreeMap<i32, i64>> = BTreeMap::new();
        for (broker, dirs) in answers {
            for dir in dirs.map_err(|error| KafkaError::new(format!("broker {broker}"), error))?.into_values()
            {
                let dir = dir.map_err(|error| KafkaError::new(format!("broker {broker}"), error))?;
                for (partition, replica) in dir.replicas {
                    let of_partition = sizes.entry((partition.topic, partition.partition)).or_default();
                    *of_partition.entry(broker).or_default() += replica.size;
                }
            }
        }
        Ok(sizes)
    }
}

impl From<TopicDescription> for TopicInfo {
    fn from(topic: TopicDescription) -> Self {
        let partitions = topic.partitions.into_iter().map(|p| PartitionInfo {
            partition: p.partition,
            leader: p.leader,
            replicas: p.replicas,
            isr: p.isr,
        });
        Self { name: topic.name, internal: topic.is_internal, partitions: partitions.collect() }
    }
}

impl From<krafka::TopicInfo> for TopicInfo {
    fn from(topic: krafka::TopicInfo) -> Self {
        let partitions = topic.partitions.into_values().map(|p| PartitionInfo {
            partition: p.partition,
            leader: (p.leader >= 0).then_some(p.leader),
            replicas: p.replicas,
            isr: p.isr,
        });
        let mut partitions: Vec<PartitionInfo> = partitions.collect();
        partitions.sort_by_key(|partition| partition.partition);
        Self { name: topic.name, internal: topic.is_internal, partitions }
    }
}
