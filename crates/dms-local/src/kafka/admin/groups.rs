//! Consumer groups: members, committed offsets, lag.

use std::collections::BTreeMap;

use krafka::admin::{
    AlterConsumerGroupOffsetsOptions, ConsumerGroupLagOptions, DeleteConsumerGroupOffsetsOptions,
    DeleteConsumerGroupsOptions, DescribeConsumerGroupsOptions, ListConsumerGroupOffsetsOptions,
    ListConsumerGroupsOptions, TopicPartition,
};

use super::offsets::LOOKUP_TIMEOUT;
use super::{Admin, ErrorSubject, KafkaError, answer_for};
use crate::kafka::ErrorKind;
use crate::kafka::embedded::placement::coordinator_partition;

/// What a group is doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupState {
    /// Members have their partitions.
    Stable,
    /// No members; offsets may remain.
    Empty,
    /// Members are joining.
    PreparingRebalance,
    /// Members wait for their partitions.
    CompletingRebalance,
    /// Does not exist, or is being removed.
    Dead,
    /// A state of a later Kafka.
    Other(String),
}

impl GroupState {
    /// Kafka's name of the state, as DMS shows it upper-cased.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Stable => "Stable",
            Self::Empty => "Empty",
            Self::PreparingRebalance => "PreparingRebalance",
            Self::CompletingRebalance => "CompletingRebalance",
            Self::Dead => "Dead",
            Self::Other(name) => name,
        }
    }
}

impl From<&str> for GroupState {
    fn from(name: &str) -> Self {
        match name {
            "Stable" => Self::Stable,
            "Empty" => Self::Empty,
            "PreparingRebalance" => Self::PreparingRebalance,
            "CompletingRebalance" => Self::CompletingRebalance,
            "Dead" => Self::Dead,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// A group in the list of groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupListing {
    /// Group id.
    pub id: String,
    /// State.
    pub state: GroupState,
    /// Broker that coordinates it.
    pub coordinator: i32,
}

/// A group with its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupInfo {
    /// Group id.
    pub id: String,
    /// State.
    pub state: GroupState,
    /// Assignment strategy that the members agreed on, such as `range`.
    pub assignor: Option<String>,
    /// Members, by id.
    pub members: Vec<GroupMember>,
}

/// A member of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupMember {
    /// Member id, given by the coordinator.
    pub id: String,
    /// Client id, chosen by the client.
    pub client_id: String,
    /// Client address, without the leading slash that Kafka adds.
    pub host: String,
    /// Partitions that it reads, by topic.
    pub assignment: BTreeMap<String, Vec<i32>>,
}

/// A group's place in one partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupOffset {
    /// Topic.
    pub topic: String,
    /// Partition.
    pub partition: i32,
    /// Next offset the group will read; `None` when nothing was committed.
    pub committed: Option<i64>,
    /// Where the partition ends; `None` when it no longer exists.
    pub end: Option<i64>,
    /// Records not read yet; `None` where one of the two is.
    pub lag: Option<i64>,
    /// Text that the consumer attached to its commit.
    pub metadata: String,
}

impl Admin {
    /// All groups, sorted by id.
    ///
    /// # Errors
    /// `Unavailable` when a broker does not answer: a list without its groups would be wrong.
    pub async fn groups(&self) -> Result<Vec<GroupListing>, KafkaError> {
        let answers = self
            .client
            .list_consumer_groups(ListConsumerGroupsOptions::default())
            .await
            .map_err(|error| KafkaError::new("groups", error))?;
        let mut groups = BTreeMap::new();
        for (coordinator, listings) in answers {
            for group in listings.map_err(|error| KafkaError::new(format!("broker {coordinator}"), error))? {
                let state = group.state.as_deref().unwrap_or_default().into();
                groups
                    .insert(group.group_id.clone(), GroupListing { id: group.group_id, state, coordinator });
            }
        }
        Ok(groups.into_values().collect())
    }

    /// A group with its members.
    ///
    /// # Errors
    /// `UnknownGroup` when neither members nor offsets exist, `Unavailable`.
    pub async fn group(&self, id: &str) -> Result<GroupInfo, KafkaError> {
        let subject = format!("group {id}");
        let answers = self
            .client
            .describe_consumer_groups([id], DescribeConsumerGroupsOptions::default())
            .await
            .map_err(|error| KafkaError::new(subject.clone(), error))?;
        let group = answer_for(answers, id, &subject)?;
        let state = GroupState::from(group.state.as_str());
        // Kafka describes a group that it never saw as a dead one.
        if state == GroupState::Dead {
            return Err(KafkaError::with_kind(ErrorKind::UnknownGroup, subject, "the group is dead"));
        }
        let mut members: Vec<GroupMember> = group.members.into_iter().map(member).collect();
        members.sort_by(|a, b| a.id.cmp(&b.id));
        let assignor = group.assignor.filter(|name| !name.is_empty());
        Ok(GroupInfo { id: group.group_id, state, assignor, members })
    }

    /// The broker that coordinates a group, whether the group exists or not: Kafka's own rule, the leader of the
    /// partition of `__consumer_offsets` that the name's hash picks.
    ///
    /// # Errors
    /// `Unavailable`.
    pub async fn coordinator(&self, id: &str) -> Result<i32, KafkaError> {
        let place = coordinator_partition(id);
        let leader = match self.topic("__consumer_offsets").await {
            Ok(topic) => topic.partitions.get(place).and_then(|partition| partition.leader),
            // Kafka makes it when the first group needs it.
            Err(error) if error.kind() == ErrorKind::UnknownTopic => None,
            Err(error) => return Err(error),
        };
        match leader {
            Some(broker) => Ok(broker),
            None => Ok(self.cluster().await?.controller),
        }
    }

    /// Where a group stands in every partition it committed, by topic and partition.
    ///
    /// # Errors
    /// `Unavailable`. A group without commits, or without existence, has an empty list.
    pub async fn group_offsets(&self, id: &str) -> Result<Vec<GroupOffset>, KafkaError> {
        let subject = format!("group {id}");
        let fail = |error| KafkaError::new(subject.clone(), error);
        let committed = self
            .client
            .list_consumer_group_offsets(id, ListConsumerGroupOffsetsOptions::default())
            .await
            .map_err(fail)?;
        let lags = self
            .client
            .consumer_group_lag(id, ConsumerGroupLagOptions::default().timeout(LOOKUP_TIMEOUT))
            .await
            .map_err(fail)?;
        let mut offsets = Vec::with_capacity(committed.len());
        for (partition, commit) in committed {
            let commit = commit.map_err(fail)?;
            let end = lags.get(&partition).and_then(|lag| lag.as_ref().ok()).map(|lag| lag.end_offset);
            offsets.push(GroupOffset {
                lag: end.zip(commit.offset).map(|(end, committed)| (end - committed).max(0)),
                topic: partition.topic,
                partition: partition.partition,
                committed: commit.offset,
                end,
                metadata: commit.metadata.unwrap_or_default(),
            });
        }
        offsets.sort_by(|a, b| (&a.topic, a.partition).cmp(&(&b.topic, b.partition)));
        Ok(offsets)
    }

    /// Deletes a group and its offsets.
    ///
    /// # Errors
    /// `UnknownGroup`, `GroupNotEmpty`, `Unavailable`.
    pub async fn delete_group(&self, id: &str) -> Result<(), KafkaError> {
        let subject = format!("group {id}");
        let answers = self
            .client
            .delete_consumer_groups([id], DeleteConsumerGroupsOptions::default())
            .await
            .map_err(|error| KafkaError::new(subject.clone(), error))?;
        answer_for(answers, id, &subject)
    }

    /// Moves a group to the given offsets, by topic and partition; a group that does not exist begins to.
    ///
    /// # Errors
    /// `GroupNotEmpty` when it has members, `UnknownTopic`, `Unavailable`. Partitions before the failing one may
    /// have moved.
    pub async fn move_group(&self, id: &str, to: &BTreeMap<(String, i32), i64>) -> Result<(), KafkaError> {
        let offsets = to.iter().map(|((topic, p), &offset)| (TopicPartition::new(topic.clone(), *p), offset));
        let answers = self
            .client
            .alter_consumer_group_offsets(id, offsets, AlterConsumerGroupOffsetsOptions::default())
            .await
            .map_err(|error| KafkaError::new(format!("group {id}"), error))?;
        first_failure(id, answers)
    }

    /// Forgets a group's offsets in the given partitions.
    ///
    /// # Errors
    /// `UnknownGroup`, `GroupNotEmpty` when members read the topic, `Unavailable`.
    pub async fn forget_offsets(&self, id: &str, partitions: &[(String, i32)]) -> Result<(), KafkaError> {
        let partitions = partitions.iter().map(|(topic, p)| TopicPartition::new(topic.clone(), *p));
        let answers = self
            .client
            .delete_consumer_group_offsets(id, partitions, DeleteConsumerGroupOffsetsOptions::default())
            .await
            .map_err(|error| KafkaError::new(format!("group {id}"), error))?;
        first_failure(id, answers)
    }
}

fn first_failure(
    group: &str,
    answers: std::collections::HashMap<TopicPartition, krafka::Result<()>>,
) -> Result<(), KafkaError> {
    for (partition, answer) in answers {
        let subject = (partition.topic, partition.partition).subject();
        answer.map_err(|error| KafkaError::new(format!("group {group}, {subject}"), error))?;
    }
    Ok(())
}

fn member(member: krafka::admin::ConsumerGroupMember) -> GroupMember {
    let mut assignment: BTreeMap<String, Vec<i32>> = BTreeMap::new();
    for part in member.assignment.unwrap_or_default() {
        assignment.entry(part.topic_name).or_default().extend(part.partitions);
    }
    for partitions in assignment.values_mut() {
        partitions.sort_unstable();
    }
    GroupMember {
        id: member.member_id,
        client_id: member.client_id,
        host: member.client_host.trim_start_matches('/').to_owned(),
        assignment,
    }
}
