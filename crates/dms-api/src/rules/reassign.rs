//! Rules for moving partitions between brokers (K5.2.10, K5.2.15).

use std::collections::HashSet;

use crate::ops::kafka::{ReassignBody, ReassignReplicasBody, TopicReassignment};

use super::{Findings, NumberRule, Problem};

/// What is known about the cluster; an empty list is not known and not checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReassignFacts<'a> {
    /// Ids of its brokers.
    pub brokers: &'a [i32],
    /// Its topics, with the number of their partitions.
    pub topics: &'a [(&'a str, i32)],
}

impl ReassignFacts<'_> {
    /// Checks the brokers of one partition, or those to spread a topic over.
    ///
    /// # Errors
    /// The first problem.
    pub fn brokers(&self, ids: &[i32]) -> Result<(), Problem> {
        if ids.is_empty() {
            return Err(Problem::NotChosen);
        }
        if ids.iter().collect::<HashSet<_>>().len() < ids.len() {
            return Err(Problem::Duplicate);
        }
        let known = self.brokers.is_empty() || ids.iter().all(|id| self.brokers.contains(id));
        if known { Ok(()) } else { Err(Problem::Unknown) }
    }

    fn partitions(&self, topic: &str) -> Result<Option<i32>, Problem> {
        if topic.is_empty() {
            return Err(Problem::NotChosen);
        }
        match self.topics.iter().find(|(name, _)| *name == topic) {
            Some((_, partitions)) => Ok(Some(*partitions)),
            None if self.topics.is_empty() => Ok(None),
            None => Err(Problem::Unknown),
        }
    }
}

/// Checks partition numbers: each at most once and, where `count` is known, below it.
fn numbers(numbers: impl Iterator<Item = i32>, count: Option<i32>) -> Result<(), Problem> {
    let mut seen = HashSet::new();
    for number in numbers {
        if number < 0 {
            return Err(Problem::TooSmall { min: 0 });
        }
        if let Some(count) = count.filter(|count| number >= *count) {
            return Err(Problem::TooLarge { max: (count - 1).into() });
        }
        if !seen.insert(number) {
            return Err(Problem::Duplicate);
        }
    }
    Ok(())
}

impl TopicReassignment {
    fn check(&self, found: &mut Findings, index: usize, facts: &ReassignFacts<'_>) {
        let partitions = facts.partitions(&self.topic);
        found.note_entry("reassignments.topic", index, partitions.clone());
        let assignment = self.assignment.as_deref().unwrap_or_default();
        if assignment.is_empty() {
            let brokers = self.brokers.as_deref().unwrap_or_default();
            found.note_entry("reassignments.brokers", index, facts.brokers(brokers));
            if let Some(factor) = self.replication_factor {
                let rule = NumberRule::range("K5.2.15", 1, i64::try_from(brokers.len()).unwrap_or(i64::MAX));
                found.note_entry("reassignments.replication_factor", index, rule.check(factor));
            }
            return;
        }
        let count = partitions.ok().flatten();
        found.note_entry(
            "reassignments.assignment",
            index,
            numbers(assignment.iter().map(|a| a.partition), count),
        );
        for partition in assignment {
            let checked = facts.brokers(&partition.partition_brokers);
            found.note_entry("reassignments.assignment.partition_brokers", index, checked);
        }
    }
}

impl ReassignBody {
    /// Every problem of the plan.
    pub fn check(&self, facts: &ReassignFacts<'_>) -> Findings {
        let mut found = Findings::default();
        if self.reassignments.is_empty() {
            found.note("reassignments", Err::<(), _>(Problem::Required));
        }
        let mut seen = HashSet::new();
        for (index, topic) in self.reassignments.iter().enumerate() {
            topic.check(&mut found, index, facts);
            if !seen.insert(topic.topic.as_str()) {
                found.note_entry("reassignments.topic", index, Err::<(), _>(Problem::Duplicate));
            }
        }
        // The console of the service writes -1 for "no limit".
        if let Some(throttle) = self.throttle.filter(|throttle| *throttle != -1) {
            found.note("throttle", NumberRule::range("K5.2.15", 1, i64::MAX).check(throttle));
        }
        if self.is_schedule == Some(true) && self.execute_at.is_none() {
            found.note("execute_at", Err::<(), _>(Problem::Required));
        }
        found
    }
}

impl ReassignReplicasBody {
    /// Every problem of the change; `partitions` is how many the topic has.
    pub fn check(&self, partitions: i32, facts: &ReassignFacts<'_>) -> Findings {
        let mut found = Findings::default();
        if self.partitions.is_empty() {
            found.note("partitions", Err::<(), _>(Problem::Required));
        }
        found.note("partitions", numbers(self.partitions.iter().map(|p| p.partition), Some(partitions)));
        for (index, partition) in self.partitions.iter().enumerate() {
            found.note_entry("partitions.replicas", index, facts.brokers(&partition.replicas));
        }
        found
    }
}
