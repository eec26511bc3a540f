//! What a topic's partitions add up to. Pure.

use dms_api::models::kafka::{Partition, TopicDetail};

/// Sums over a topic's partitions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Messages between start offset and high watermark: what a consumer could read.
    pub messages: u64,
    /// Bytes of all replicas.
    pub bytes: u64,
    /// Partitions with a replica out of sync.
    pub under_replicated: u64,
    /// Partitions without a leader: neither readable nor writable.
    pub leaderless: u64,
    /// Time of the last write to any partition, epoch milliseconds.
    pub last_write: Option<i64>,
}

impl Totals {
    /// Adds up `detail`.
    pub fn of(detail: &TopicDetail) -> Self {
        detail.partitions.iter().fold(Self::default(), |sum, p| Self {
            messages: sum.messages.saturating_add(messages(p)),
            bytes: p.replicas.iter().fold(sum.bytes, |bytes, r| bytes.saturating_add(r.size)),
            under_replicated: sum.under_replicated + u64::from(!out_of_sync(p).is_empty()),
            leaderless: sum.leaderless + u64::from(p.leader < 0),
            last_write: sum.last_write.max(last_write(p)),
        })
    }
}

/// Messages a consumer could read from a partition.
pub fn messages(partition: &Partition) -> u64 {
    partition.hw.saturating_sub(partition.lso)
}

/// Brokers whose replica is behind.
pub fn out_of_sync(partition: &Partition) -> Vec<i32> {
    partition.replicas.iter().filter(|r| !r.in_sync).map(|r| r.broker).collect()
}

/// Bytes of the leader's replica: what the partition's messages take once.
pub fn leader_bytes(partition: &Partition) -> u64 {
    partition.replicas.iter().find(|r| r.leader).map_or(0, |r| r.size)
}

/// When the partition was last written to; the service says 0 or -1 for never.
pub fn last_write(partition: &Partition) -> Option<i64> {
    partition.last_update_timestamp.map(|at| at.0).filter(|ms| *ms > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    fn detail() -> TopicDetail {
        TopicDetail::from_answer(&serde_json::json!({"topic": "orders", "partitions": [
            {"partition": 0, "leader": 1, "lso": 10, "hw": 110, "leo": 112, "last_update_timestamp": 1_571_477_180_985_i64,
             "replicas": [{"broker": 1, "leader": true, "in_sync": true, "size": 100, "lag": 0},
                          {"broker": 2, "leader": false, "in_sync": false, "size": 90, "lag": 2}]},
            {"partition": 1, "leader": -1, "lso": 5, "hw": 0, "leo": 5, "last_update_timestamp": -1,
             "replicas": [{"broker": 2, "leader": false, "in_sync": true, "size": 7, "lag": 0}]},
        ]}))
    }

    #[test]
    fn adds_up_what_can_be_read_and_what_is_wrong() {
        let totals = Totals::of(&detail());
        assert_eq!(
            totals,
            Totals {
                messages: 100,
                bytes: 197,
                under_replicated: 1,
                leaderless: 1,
                last_write: Some(1_571_477_180_985),
            }
        );
    }

    #[test]
    fn names_the_brokers_that_are_behind() {
        let detail = detail();
        assert_eq!(detail.partitions.iter().map(out_of_sync).collect::<Vec<_>>(), [vec![2], vec![]]);
        assert_eq!(detail.partitions.iter().map(leader_bytes).collect::<Vec<_>>(), [100, 0]);
    }
}
