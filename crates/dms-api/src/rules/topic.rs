//! Rules for Kafka topics (K5.4).

use crate::models::kafka::Topic;
use crate::ops::kafka::{ConfigEntry, CreateTopicBody, DeleteTopicsBody, ModifyTopic};

use super::{Findings, NumberRule, Problem, TOPIC_DESC, TOPIC_NAME, number, one_of};

/// Partitions of a topic. Up to 200 today; 100 is what every edition takes. They can only grow.
pub const PARTITIONS: NumberRule = NumberRule::range("K5.4.1", 1, 100);

/// Replicas of a topic; never more than there are brokers.
pub const REPLICAS: NumberRule = NumberRule::range("K5.4.1", 1, 3);

/// How long messages are kept, hours. 720 today and in the reference; 168 in DMS.00400105's text.
pub const RETENTION_HOURS: NumberRule = NumberRule::range("K5.4.1", 1, 720);

/// Largest batch of messages, bytes.
pub const MAX_MESSAGE_BYTES: NumberRule = NumberRule::range("K5.4.2", 0, 10_485_760);

/// Who stamps a message's time: the producer or the broker.
pub const TIMESTAMP_TYPES: &[&str] = &["CreateTime", "LogAppendTime"];

/// What is known about the instance; what is not known is not checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct TopicFacts<'a> {
    /// Brokers of the instance.
    pub brokers: Option<i64>,
    /// Partitions that can still be made.
    pub remaining_partitions: Option<i64>,
    /// Names of the topics there are.
    pub names: &'a [&'a str],
}

/// Checks the name of a new topic against the rule and the names there are.
///
/// # Errors
/// The first problem.
pub fn topic_name(name: &str, existing: &[&str]) -> Result<(), Problem> {
    TOPIC_NAME.check(name)?;
    if existing.contains(&name) {
        return Err(Problem::Duplicate);
    }
    match collision(name, existing) {
        Some(with) => Err(Problem::Collides { with: with.to_owned() }),
        None => Ok(()),
    }
}

/// The existing name that Kafka cannot tell from `name`: its metrics turn `.` into `_`.
pub fn collision<'e>(name: &str, existing: &[&'e str]) -> Option<&'e str> {
    fn folded(name: &str) -> impl Iterator<Item = char> {
        name.chars().map(|c| if c == '.' { '_' } else { c })
    }
    existing.iter().copied().find(|other| *other != name && folded(other).eq(folded(name)))
}

impl CreateTopicBody {
    /// Every problem of the body.
    pub fn check(&self, facts: &TopicFacts<'_>) -> Findings {
        let mut found = Findings::default();
        found.note("id", topic_name(&self.id, facts.names));
        if let Some(partitions) = self.partition {
            let rule = PARTITIONS.at_most(facts.remaining_partitions.unwrap_or(i64::MAX).max(0));
            found.note("partition", rule.check(partitions));
        }
        if let Some(replicas) = self.replication {
            found.note("replication", REPLICAS.at_most(facts.brokers.unwrap_or(i64::MAX)).check(replicas));
        }
        if let Some(hours) = self.retention_time {
            found.note("retention_time", RETENTION_HOURS.check(hours));
        }
        found.note("sync_replication", sync(self.sync_replication, self.replication));
        configs(&mut found, self.topic_other_configs.as_deref());
        found.note("topic_desc", TOPIC_DESC.check(self.topic_desc.as_deref().unwrap_or_default()));
        found
    }
}

impl ModifyTopic {
    /// Every problem of the change; `topic` is the topic as it is.
    pub fn check(&self, topic: Option<&Topic>, facts: &TopicFacts<'_>) -> Findings {
        let mut found = Findings::default();
        found.require("id", &self.id);
        if let Some(hours) = self.retention_time {
            found.note("retention_time", RETENTION_HOURS.check(hours));
        }
        found.note("sync_replication", sync(self.sync_replication, topic.map(|t| t.replication.into())));
        if let Some(partitions) = self.new_partition_numbers {
            let checked = match topic {
                Some(topic) => more_partitions(partitions, topic, facts),
                None => PARTITIONS.check(partitions),
            };
            found.note("new_partition_numbers", checked);
        }
        configs(&mut found, self.topic_other_configs.as_deref());
        found.note("topic_desc", TOPIC_DESC.check(self.topic_desc.as_deref().unwrap_or_default()));
        found
    }
}

impl DeleteTopicsBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if self.topics.is_empty() {
            found.note("topics", Err::<(), _>(Problem::Required));
        }
        for (index, name) in self.topics.iter().enumerate() {
            found.note_entry("topics", index, if name.is_empty() { Err(Problem::Required) } else { Ok(()) });
        }
        found
    }
}

/// Checks the partitions wanted for `topic`: they can grow, up to the rule's end and what the instance has left.
/// A topic made elsewhere can have more than the rule's end already.
///
/// # Errors
/// [`Problem::TooSmall`] or [`Problem::TooLarge`].
pub fn more_partitions(wanted: i64, topic: &Topic, facts: &TopicFacts<'_>) -> Result<(), Problem> {
    let now = i64::from(topic.partition);
    let left = facts.remaining_partitions.unwrap_or(i64::MAX).max(0);
    let max = PARTITIONS.max.max(now).min(now.saturating_add(left));
    NumberRule::range(PARTITIONS.section, now.max(PARTITIONS.min), max).check(wanted)
}

/// One replica has nothing to be in sync with.
fn sync(wanted: Option<bool>, replicas: Option<i64>) -> Result<(), Problem> {
    if wanted == Some(true) && replicas == Some(1) { Err(Problem::NeedsReplicas) } else { Ok(()) }
}

fn configs(found: &mut Findings, entries: Option<&[ConfigEntry]>) {
    for (index, entry) in entries.unwrap_or_default().iter().enumerate() {
        let (field, checked) = match entry.name.as_str() {
            ConfigEntry::TIMESTAMP_TYPE => {
                ("topic_other_configs.message.timestamp.type", one_of(&entry.value, TIMESTAMP_TYPES))
            }
            ConfigEntry::MAX_MESSAGE_BYTES => (
                "topic_other_configs.max.message.bytes",
                number(&entry.value).and_then(|bytes| MAX_MESSAGE_BYTES.check(bytes)),
            ),
            "" => ("topic_other_configs", Err(Problem::Required)),
            _ => ("topic_other_configs", Err(Problem::Unknown)),
        };
        found.note_entry(field, index, checked);
    }
}
