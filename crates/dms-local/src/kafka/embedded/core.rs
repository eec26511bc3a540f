//! The state of one embedded cluster: the engine's own, where its topics are placed, and what is not on disk yet.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use noida::kafka::engine::{EngineState, PartitionState};
use uuid::Uuid;

use super::placement;
use crate::kafka::Broker;

/// A group's place: group, topic, partition.
pub(super) type OffsetKey = (String, String, i32);

/// What the engine does not know about a topic.
#[derive(Clone, Debug)]
pub(super) struct Placement {
    /// Never used twice, so that a topic deleted and created again is another one on disk.
    pub number: i64,
    /// The topic id that clients see.
    pub id: Uuid,
    /// Brokers of each partition, the leader first.
    pub replicas: Vec<Vec<i32>>,
    /// By partition: how much of its log has been handed to the writer.
    pub marks: Vec<Mark>,
}

impl Placement {
    /// The broker that leads `partition`.
    pub fn leader(&self, partition: i32) -> i32 {
        self.of(partition).first().copied().unwrap_or(0)
    }

    /// The brokers of `partition`.
    pub fn of(&self, partition: i32) -> &[i32] {
        usize::try_from(partition).ok().and_then(|index| self.replicas.get(index)).map_or(&[], Vec::as_slice)
    }
}

/// How far a partition has been handed to the writer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub end: i64,
    pub start: i64,
    pub clean: i64,
}

/// What the writer has to look at. Only names: the state itself is read when the writer gets to it.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Topics created, deleted, extended or configured.
    pub topics: BTreeSet<String>,
    /// Topics with new or removed records.
    pub logs: BTreeSet<String>,
    /// Numbers of deleted topics.
    pub dropped: Vec<i64>,
    /// Offsets committed or forgotten.
    pub offsets: HashSet<OffsetKey>,
    /// Groups whose offsets are all gone.
    pub groups: BTreeSet<String>,
    /// Producer ids or broker configurations.
    pub meta: bool,
}

/// Everything behind the one lock of a cluster. It is held for single requests, never across a wait.
pub(super) struct Core {
    pub engine: EngineState,
    pub brokers: Arc<[Broker]>,
    pub placements: HashMap<String, Placement>,
    pub changes: Changes,
    /// Counts changes; the writer tells which one is on disk.
    pub version: u64,
    ids: HashMap<Uuid, String>,
    next_number: i64,
}

impl Core {
    /// Wraps `engine` and places the topics that `placements` does not know, such as the internal ones of a new engine.
    pub fn new(engine: EngineState, brokers: Arc<[Broker]>, placements: HashMap<String, Placement>) -> Self {
        let next_number = placements.values().map(|placement| placement.number).max().unwrap_or(0) + 1;
        let ids = placements.iter().map(|(name, placement)| (placement.id, name.clone())).collect();
        let changes = Changes::default();
        let mut core = Self { engine, brokers, placements, changes, version: 0, ids, next_number };
        core.move_from_missing_brokers();
        let mut unplaced: Vec<String> =
            core.engine.topics.keys().filter(|name| !core.placements.contains_key(*name)).cloned().collect();
        unplaced.sort_unstable();
        for name in unplaced {
            core.place(&name, core.default_replication());
        }
        core
    }

    /// Places what was on brokers that are no longer there on the others.
    fn move_from_missing_brokers(&mut self) {
        let brokers = self.brokers.len();
        let missing = |id: &i32| usize::try_from(*id).is_ok_and(|id| id >= brokers);
        let affected = self.placements.iter().filter(|(_, p)| p.replicas.iter().flatten().any(missing));
        let affected: Vec<String> = affected.map(|(name, _)| name.clone()).collect();
        for name in affected {
            if let Some(placement) = self.placements.get_mut(&name) {
                let start = usize::try_from(placement.number).unwrap_or_default();
                for (partition, replicas) in placement.replicas.iter_mut().enumerate() {
                    *replicas = placement::replicas(partition, replicas.len(), start, brokers);
                }
            }
            self.topic_changed(&name);
        }
    }

    /// Copies that a topic gets when its creator does not say: three, or as many as there are brokers.
    pub fn default_replication(&self) -> usize {
        self.brokers.len().min(3)
    }

    /// Places a topic that the engine just created, by Kafka's rule.
    pub fn place(&mut self, topic: &str, replication: usize) {
        let start = usize::try_from(self.next_number).unwrap_or_default();
        let partitions = self.partitions(topic);
        let brokers = self.brokers.len();
        let replicas = (0..partitions).map(|p| placement::replicas(p, replication, start, brokers)).collect();
        self.place_at(topic, replicas);
    }

    /// Places a topic that the engine just created as its creator asked.
    pub fn place_at(&mut self, topic: &str, replicas: Vec<Vec<i32>>) {
        let number = self.next_number;
        self.next_number += 1;
        let id = Uuid::new_v4();
        let marks = vec![Mark::default(); replicas.len()];
        self.ids.insert(id, topic.to_owned());
        self.placements.insert(topic.to_owned(), Placement { number, id, replicas, marks });
        self.topic_changed(topic);
    }

    /// Places the partitions that a topic got since, in the order begun by the first.
    pub fn place_added(&mut self, topic: &str) {
        let partitions = self.partitions(topic);
        let brokers = self.brokers.len();
        let Some(placement) = self.placements.get_mut(topic) else { return };
        let replication = placement.replicas.iter().map(Vec::len).max().unwrap_or(1);
        let start = usize::try_from(placement.leader(0)).unwrap_or_default();
        for partition in placement.replicas.len()..partitions {
            placement.replicas.push(placement::replicas(partition, replication, start, brokers));
            placement.marks.push(Mark::default());
        }
        self.topic_changed(topic);
    }

    /// Forgets a topic that the engine deleted, and what groups committed for it, as Kafka does.
    pub fn unplace(&mut self, topic: &str) {
        if let Some(placement) = self.placements.remove(topic) {
            self.ids.remove(&placement.id);
            self.changes.dropped.push(placement.number);
        }
        let gone: Vec<OffsetKey> =
            self.engine.committed_offsets.keys().filter(|(_, name, _)| name == topic).cloned().collect();
        for key in gone {
            self.engine.committed_offsets.remove(&key);
            self.engine.offset_metadata.remove(&key);
            self.changes.offsets.insert(key);
        }
        self.topic_changed(topic);
    }

    fn partitions(&self, topic: &str) -> usize {
        self.engine.topics.get(topic).map_or(0, |topic| topic.partitions.len())
    }

    /// Notes that a topic's definition changed.
    pub fn topic_changed(&mut self, topic: &str) {
        self.changes.topics.insert(topic.to_owned());
        self.version += 1;
    }

    /// Notes that records came or went.
    pub fn log_changed(&mut self, topic: &str) {
        if !self.changes.logs.contains(topic) {
            self.changes.logs.insert(topic.to_owned());
        }
        self.version += 1;
    }

    /// Notes that a group moved.
    pub fn offset_changed(&mut self, key: OffsetKey) {
        self.changes.offsets.insert(key);
        self.version += 1;
    }

    /// Notes that a group is gone, with everything it committed.
    pub fn group_deleted(&mut self, group: &str) {
        self.changes.offsets.retain(|(name, _, _)| name != group);
        self.changes.groups.insert(group.to_owned());
        self.version += 1;
    }

    /// Notes that producer ids or broker configurations changed.
    pub fn meta_changed(&mut self) {
        self.changes.meta = true;
        self.version += 1;
    }

    /// The name of a topic known by its id.
    pub fn topic_by_id(&self, id: Uuid) -> Option<&str> {
        self.ids.get(&id).map(String::as_str)
    }

    /// The broker that coordinates a group or transactional id.
    pub fn coordinator(&self, key: &str, transactional: bool) -> &Broker {
        let internal = if transactional { "__transaction_state" } else { "__consumer_offsets" };
        let partition = i32::try_from(placement::coordinator_partition(key)).unwrap_or_default();
        let id = self.placements.get(internal).map_or(0, |placement| placement.leader(partition));
        self.broker(id)
    }

    /// A broker by id; the first one for an id that is none.
    pub fn broker(&self, id: i32) -> &Broker {
        self.brokers.iter().find(|broker| broker.id == id).unwrap_or(&self.brokers[0])
    }

    /// A partition's log.
    pub fn log(&self, topic: &str, partition: i32) -> Option<&PartitionState> {
        self.engine.topics.get(topic)?.partitions.get(&partition)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core() -> Core {
        let brokers: Arc<[Broker]> =
            (0..3).map(|id| Broker { id, host: "127.0.0.1".to_owned(), port: 9001 + id as u16 }).collect();
        Core::new(EngineState::new("127.0.0.1".to_owned(), 9001), brokers, HashMap::new())
    }

    #[test]
    fn coordinators_are_spread_over_the_brokers() {
        let core = core();
        let used: BTreeSet<i32> =
            (0..30).map(|n| core.coordinator(&format!("group-{n}"), false).id).collect();
        assert_eq!(used, BTreeSet::from([0, 1, 2]));
    }

    #[test]
    fn internal_topics_are_placed_with_three_replicas() {
        let core = core();
        assert_eq!(core.placements["__consumer_offsets"].replicas.len(), 50);
        assert_eq!(core.placements["__consumer_offsets"].of(7).len(), 3);
        assert!(core.placements["__consumer_offsets"].of(50).is_empty());
    }
}
