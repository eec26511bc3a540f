//! Where partitions are and where they shall be. Pure: no signals, no browser.

use dms_api::ops::kafka::{PartitionAssignment, PartitionReplicas, TopicReassignment};

/// A partition with the brokers that hold it and those that shall. The first of a list leads.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub topic: String,
    /// Its number, from 0.
    pub partition: u32,
    pub before: Vec<i32>,
    pub after: Vec<i32>,
    /// Bytes of one replica; `None` where that is not known.
    pub bytes: Option<u64>,
}

impl Line {
    /// Whether anything about it shall change, if only who leads.
    pub fn is_changed(&self) -> bool {
        self.before != self.after
    }

    /// How many replicas have to be copied to a broker that has none.
    pub fn copies(&self) -> u64 {
        self.after.iter().filter(|broker| !self.before.contains(broker)).count() as u64
    }

    /// Bytes that have to be copied; `None` where the size is not known.
    pub fn bytes_to_copy(&self) -> Option<u64> {
        match self.copies() {
            0 => Some(0),
            copies => Some(self.bytes?.saturating_mul(copies)),
        }
    }
}

/// What a broker holds of the partitions of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    pub replicas: u64,
    /// Partitions that it leads while all brokers are up.
    pub leaders: u64,
    /// `None` as soon as one size is not known.
    pub bytes: Option<u64>,
}

/// Which side of a plan is counted.
pub type Side = fn(&Line) -> &[i32];

/// The side as it is.
pub fn before(line: &Line) -> &[i32] {
    &line.before
}

/// The side as it shall be.
pub fn after(line: &Line) -> &[i32] {
    &line.after
}

/// What `broker` holds.
pub fn load(lines: &[Line], broker: i32, side: Side) -> Load {
    let mut load = Load { bytes: Some(0), ..Load::default() };
    for line in lines.iter().filter(|line| side(line).contains(&broker)) {
        load.replicas += 1;
        load.leaders += u64::from(side(line).first() == Some(&broker));
        load.bytes = load.bytes.zip(line.bytes).map(|(sum, bytes)| sum.saturating_add(bytes));
    }
    load
}

/// All brokers that the plan is about: those of the cluster and those that hold a replica, in order.
pub fn brokers(cluster: &[i32], lines: &[Line]) -> Vec<i32> {
    let held = lines.iter().flat_map(|line| line.before.iter().chain(&line.after));
    let mut all: Vec<i32> = cluster.iter().chain(held).copied().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What a plan comes to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Partitions that change.
    pub partitions: u64,
    /// Replicas that are copied to a broker without one.
    pub copies: u64,
    /// Bytes of these; `None` as soon as one size is not known.
    pub bytes: Option<u64>,
    /// Partitions that get another leader.
    pub leaders: u64,
    /// Partitions with fewer replicas than before.
    pub fewer: u64,
}

/// Adds up a plan.
pub fn sum(lines: &[Line]) -> Sum {
    let start = Sum { bytes: Some(0), ..Sum::default() };
    lines.iter().filter(|line| line.is_changed()).fold(start, |sum, line| Sum {
        partitions: sum.partitions + 1,
        copies: sum.copies + line.copies(),
        bytes: sum.bytes.zip(line.bytes_to_copy()).map(|(a, b)| a.saturating_add(b)),
        leaders: sum.leaders + u64::from(line.before.first() != line.after.first()),
        fewer: sum.fewer + u64::from(line.after.len() < line.before.len()),
    })
}

/// Puts a replica of a partition on a broker, or takes it away. The last replica stays.
pub fn toggle(after: &mut Vec<i32>, broker: i32) {
    match after.iter().position(|held| *held == broker) {
        Some(at) if after.len() > 1 => drop(after.remove(at)),
        Some(_) => {}
        None => after.push(broker),
    }
}

/// Makes a broker lead a partition; it gets a replica if it has none.
pub fn lead(after: &mut Vec<i32>, broker: i32) {
    after.retain(|held| *held != broker);
    after.insert(0, broker);
}

/// The body of the two calls that move partitions of several topics: the changed ones only.
pub fn reassignments(lines: &[Line]) -> Vec<TopicReassignment> {
    let mut topics: Vec<TopicReassignment> = Vec::new();
    for line in lines.iter().filter(|line| line.is_changed()) {
        let assigned = PartitionAssignment {
            partition: i32::try_from(line.partition).unwrap_or(i32::MAX),
            partition_brokers: line.after.clone(),
        };
        match topics.iter_mut().find(|topic| topic.topic == line.topic) {
            Some(topic) => topic.assignment.get_or_insert_default().push(assigned),
            None => topics.push(TopicReassignment {
                topic: line.topic.clone(),
                assignment: Some(vec![assigned]),
                ..TopicReassignment::default()
            }),
        }
    }
    topics
}

/// The body of the older call, which is about one topic.
pub fn replicas_of(lines: &[Line], topic: &str) -> Vec<PartitionReplicas> {
    let changed = lines.iter().filter(|line| line.topic == topic && line.is_changed());
    let entry = |line: &Line| PartitionReplicas {
        partition: i32::try_from(line.partition).unwrap_or(i32::MAX),
        replicas: line.after.clone(),
    };
    changed.map(entry).collect()
}

/// Whether a partition is where it was asked to be: the same preferred leader and the same brokers. In which order the
/// others stand, not every edition says.
pub fn is_at(held: &[i32], asked: &[i32]) -> bool {
    held.len() == asked.len()
        && held.first() == asked.first()
        && asked.iter().all(|broker| held.contains(broker))
}

/// "1, 2, 3": brokers, the leader first.
pub fn list(brokers: &[i32]) -> String {
    brokers.iter().map(i32::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(topic: &str, partition: u32, before: &[i32], after: &[i32], bytes: Option<u64>) -> Line {
        Line { topic: topic.to_owned(), partition, before: before.to_vec(), after: after.to_vec(), bytes }
    }

    #[test]
    fn loads_count_replicas_leaders_and_bytes_of_one_side() {
        let lines = [line("a", 0, &[1, 2], &[3, 2], Some(10)), line("a", 1, &[2, 1], &[2, 1], Some(5))];
        assert_eq!(load(&lines, 1, before), Load { replicas: 2, leaders: 1, bytes: Some(15) });
        assert_eq!(load(&lines, 1, after), Load { replicas: 1, leaders: 0, bytes: Some(5) });
        assert_eq!(load(&lines, 3, after), Load { replicas: 1, leaders: 1, bytes: Some(10) });
        let unknown = [line("a", 0, &[1], &[1], None)];
        assert_eq!(load(&unknown, 1, before).bytes, None);
    }

    #[test]
    fn only_what_changes_is_sent_and_counted() {
        let lines = [
            line("a", 0, &[1, 2], &[3, 2], Some(10)),
            line("a", 1, &[1, 2], &[1, 2], Some(7)),
            line("b", 0, &[1, 2], &[2, 1], None),
        ];
        let fewer = [line("a", 0, &[1, 2, 3], &[2, 3], None), line("a", 1, &[1, 2], &[2, 1], None)];
        assert_eq!(sum(&fewer).fewer, 1);
        assert_eq!(sum(&lines), Sum { partitions: 2, copies: 1, bytes: Some(10), leaders: 2, fewer: 0 });
        let body = reassignments(&lines);
        assert_eq!(body.iter().map(|topic| topic.topic.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(body[0].assignment.as_deref().unwrap().len(), 1);
        assert_eq!(body[0].assignment.as_deref().unwrap()[0].partition_brokers, [3, 2]);
        assert!(replicas_of(&lines, "c").is_empty());
        assert_eq!(replicas_of(&lines, "b")[0].replicas, [2, 1]);
    }

    #[test]
    fn it_has_arrived_when_leader_and_brokers_are_those_asked_for() {
        assert!(is_at(&[2, 3, 1], &[2, 1, 3]));
        assert!(!is_at(&[1, 2, 3], &[2, 1, 3]), "another leader");
        assert!(!is_at(&[2, 1], &[2, 1, 3]) && !is_at(&[2, 1, 4], &[2, 1, 3]));
    }

    #[test]
    fn a_partition_never_loses_its_last_replica_by_hand() {
        let mut after = vec![1, 2];
        toggle(&mut after, 1);
        toggle(&mut after, 2);
        assert_eq!(after, [2]);
        toggle(&mut after, 3);
        lead(&mut after, 3);
        assert_eq!(after, [3, 2]);
        lead(&mut after, 4);
        assert_eq!(after, [4, 3, 2]);
    }

    #[test]
    fn a_broker_that_is_gone_is_still_a_column() {
        assert_eq!(brokers(&[1, 2], &[line("a", 0, &[5, 1], &[1, 2], None)]), [1, 2, 5]);
    }
}
