//! Where replicas would be: a controller's rack-unaware placement over the brokers shown to clients.

/// The replicas of partition `partition`, the leader first, on brokers 0 to `brokers` - 1.
///
/// Kafka's own rule: leaders go round from `start`, and the followers of each round over all brokers are shifted by
/// one more, so that a broker's followers are not all on the same neighbour.
pub(super) fn replicas(partition: usize, replication: usize, start: usize, brokers: usize) -> Vec<i32> {
    let first = (start + partition) % brokers;
    let shift = start + partition / brokers;
    (0..replication.min(brokers))
        .map(|copy| {
            let broker =
                if copy == 0 { first } else { (first + 1 + (shift + copy - 1) % (brokers - 1)) % brokers };
            id(broker)
        })
        .collect()
}

/// Broker ids count from 0.
fn id(index: usize) -> i32 {
    i32::try_from(index).unwrap_or(i32::MAX)
}

/// Which of Kafka's 50 partitions of `__consumer_offsets` or `__transaction_state` keeps a group or transactional id;
/// its leader coordinates it. Java's `String.hashCode`, made positive as Kafka does.
pub(in crate::kafka) fn coordinator_partition(key: &str) -> usize {
    let hash =
        key.encode_utf16().fold(0_i32, |hash, unit| hash.wrapping_mul(31).wrapping_add(i32::from(unit)));
    usize::try_from((hash & i32::MAX) % 50).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn leaders_go_round_and_replicas_are_distinct() {
        let all: Vec<Vec<i32>> = (0..6).map(|partition| replicas(partition, 3, 1, 3)).collect();
        let leaders: Vec<i32> = all.iter().map(|replicas| replicas[0]).collect();
        assert_eq!(leaders, [1, 2, 0, 1, 2, 0]);
        for replicas in all {
            assert_eq!(replicas.iter().collect::<BTreeSet<_>>().len(), 3);
        }
    }

    #[test]
    fn a_single_broker_holds_everything() {
        assert_eq!(replicas(7, 3, 5, 1), [0]);
    }

    #[test]
    fn coordinators_are_those_of_kafka() {
        // "group".hashCode() is 98629247 in Java.
        assert_eq!(coordinator_partition("group"), 98_629_247 % 50);
        // Integer.MIN_VALUE has no positive counterpart; Kafka masks the sign bit.
        assert_eq!(coordinator_partition("polygenelubricants"), 0);
    }
}
