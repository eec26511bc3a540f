//! Topics (R5.3).

use super::RocketmqFacts;
use crate::ops::rocketmq::{CreateTopicBody, DeleteTopicsBody, ModifyTopicBody};
use crate::rules::text::Chars;
use crate::rules::{Findings, NumberRule, Problem, TOPIC_DESC, TextRule, one_of};

/// Name of a topic or a group (R5.3.1, R5.2.2). Monitoring shows `%` and `|` as `_`.
pub const ROCKETMQ_NAME: TextRule =
    TextRule { section: "R5.3.1", min: 3, max: 64, chars: Chars::Anywhere("%|-_") };

/// Queues of a topic on one broker.
pub const QUEUES: NumberRule = NumberRule::range("R5.3.1", 1, 50);

/// What clients may do with a topic: both, produce, consume.
pub const TOPIC_PERMISSIONS: &[&str] = &["all", "pub", "sub"];

/// Topics that RocketMQ keeps for itself.
pub const RESERVED_TOPICS: &[&str] = &[
    "TBW102",
    "SCHEDULE_TOPIC_XXXX",
    "BenchmarkTest",
    "RMQ_SYS_TRANS_HALF_TOPIC",
    "RMQ_SYS_TRACE_TOPIC",
    "RMQ_SYS_TRANS_OP_HALF_TOPIC",
    "TRANS_CHECK_MAX_TIME_TOPIC",
    "SELF_TEST_TOPIC",
    "OFFSET_MOVED_EVENT",
    "rmq_sys_offset_commit_event",
];

/// Checks the name of a new topic against the rule and the names there are.
///
/// # Errors
/// The first problem.
pub fn rocketmq_topic_name(name: &str, existing: &[&str]) -> Result<(), Problem> {
    ROCKETMQ_NAME.check(name)?;
    if name.starts_with("rmq_sys_") || RESERVED_TOPICS.contains(&name) {
        return Err(Problem::Reserved);
    }
    if existing.contains(&name) { Err(Problem::Duplicate) } else { Ok(()) }
}

impl CreateTopicBody {
    /// Every problem of the body.
    pub fn check(&self, facts: &RocketmqFacts<'_>) -> Findings {
        let mut found = Findings::default();
        found.note("name", rocketmq_topic_name(&self.name, facts.names));
        facts.check_room(&mut found);
        facts.check_brokers(&mut found, self.brokers.as_deref());
        if let Some(queues) = self.queue_num {
            found.note("queue_num", QUEUES.check(queues));
        }
        for (index, entry) in self.queues.iter().flatten().enumerate() {
            found.note_entry("queues.broker", index, facts.broker(&entry.broker));
            found.note_entry("queues.queue_num", index, needed(entry.queue_num));
        }
        if let Some(permission) = &self.permission {
            found.note("permission", one_of(permission, TOPIC_PERMISSIONS));
        }
        if let Some(kind) = &self.message_type {
            found.note("message_type", one_of(kind, Self::MESSAGE_TYPES));
        }
        found
    }
}

fn needed(queues: Option<i64>) -> Result<(), Problem> {
    queues.map_or(Err(Problem::Required), |queues| QUEUES.check(queues))
}

impl ModifyTopicBody {
    /// Every problem of the change. `brokers` of the topic share its queues evenly.
    pub fn check(&self, brokers: &[&str]) -> Findings {
        let mut found = Findings::default();
        let facts = RocketmqFacts { brokers, ..RocketmqFacts::default() };
        for (field, total) in
            [("read_queue_num", self.read_queue_num), ("write_queue_num", self.write_queue_num)]
        {
            if let Some(total) = total {
                found.note(field, total_queues(brokers.len()).check(total));
            }
        }
        for (index, entry) in self.queues.iter().flatten().enumerate() {
            found.note_entry("queues.broker", index, facts.broker(&entry.broker));
            for (field, queues) in [
                ("queues.read_queue_num", entry.read_queue_num),
                ("queues.write_queue_num", entry.write_queue_num),
            ] {
                if let Some(queues) = queues {
                    found.note_entry(field, index, QUEUES.check(queues));
                }
            }
        }
        if let Some(permission) = &self.permission {
            found.note("permission", one_of(permission, TOPIC_PERMISSIONS));
        }
        found.note("topic_desc", TOPIC_DESC.check(self.topic_desc.as_deref().unwrap_or_default()));
        found
    }
}

/// The rule for the queues of several brokers together; each gets the same.
fn total_queues(brokers: usize) -> NumberRule {
    let brokers = i64::try_from(brokers).unwrap_or(1).max(1);
    NumberRule { min: QUEUES.min * brokers, max: QUEUES.max * brokers, step: brokers, ..QUEUES }
}

impl DeleteTopicsBody {
    /// Every problem of the list.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if self.topics.is_empty() {
            found.note("topics", Err::<(), _>(Problem::Required));
        }
        found
    }
}
