//! What takes the disks, partition by partition or summed by topic. Pure.

use std::cmp::Reverse;

use dms_api::models::kafka::{BrokerDisk, DiskUsage, size_bytes};

/// One line of the list: a partition on a broker, or a topic on all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Empty for a topic.
    pub broker: String,
    pub topic: String,
    /// `None` for a topic, or where the service does not say.
    pub partition: Option<u64>,
    /// Replicas of partitions in it.
    pub replicas: u64,
    pub bytes: u64,
    /// Hundredths of a percent of the broker's disk, or of all disks.
    pub share: u64,
}

impl Row {
    /// What tells two lines apart.
    pub fn key(&self) -> String {
        let partition = self.partition.map(|n| n.to_string()).unwrap_or_default();
        format!("{}/{}/{partition}", self.broker, self.topic)
    }
}

/// Bytes of a broker's disk, in all and used; `None` where it could not be measured.
pub fn disk(broker: &BrokerDisk) -> Option<(u64, u64)> {
    let size = size_bytes(&broker.data_disk_size).filter(|size| *size > 0)?;
    Some((size, size_bytes(&broker.data_disk_use)?))
}

/// Every partition that the service named, the largest first.
pub fn partitions(usage: &DiskUsage) -> Vec<Row> {
    let mut rows: Vec<Row> = usage
        .broker_list
        .iter()
        .flat_map(|broker| {
            broker.topic_list.iter().map(|one| Row {
                broker: broker.broker_name.clone(),
                topic: one.topic_name.clone(),
                partition: one.topic_partition.map(|n| n.0),
                replicas: 1,
                bytes: size_bytes(&one.size).unwrap_or_default(),
                share: hundredths(one.percentage),
            })
        })
        .collect();
    rows.sort_by_key(|row| Reverse(row.bytes));
    rows
}

/// The same summed by topic, over all brokers.
pub fn topics(usage: &DiskUsage) -> Vec<Row> {
    let all: u64 = usage.broker_list.iter().filter_map(disk).map(|(size, _)| size).sum();
    let mut sums: Vec<Row> = Vec::new();
    for one in partitions(usage) {
        match sums.iter_mut().find(|sum| sum.topic == one.topic) {
            Some(sum) => {
                sum.bytes = sum.bytes.saturating_add(one.bytes);
                sum.replicas += 1;
            }
            None => sums.push(Row { broker: String::new(), partition: None, ..one }),
        }
    }
    for sum in &mut sums {
        sum.share = share(sum.bytes, all);
    }
    sums.sort_by_key(|sum| Reverse(sum.bytes));
    sums
}

fn share(part: u64, all: u64) -> u64 {
    let share = u128::from(part) * 10_000 / u128::from(all.max(1));
    u64::try_from(share).unwrap_or(10_000).min(10_000)
}

/// Hundredths of what the service writes in percent; shares beyond 0-100 are cut.
fn hundredths(percent: f64) -> u64 {
    // The cast saturates; not a number becomes 0.
    ((percent * 100.0) as i64).clamp(0, 10_000).unsigned_abs()
}

/// `0.05 %`, `12 %`; a little is never nothing.
pub fn share_text(hundredths: u64, bytes: u64) -> String {
    match (hundredths, bytes) {
        (0, 0) => "0 %".to_owned(),
        (0, _) => "<0.01 %".to_owned(),
        (share, _) if share >= 1000 => format!("{} %", share / 100),
        (share, _) => format!("{}.{:02} %", share / 100, share % 100),
    }
}

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn usage() -> DiskUsage {
        let topic = |name: &str, partition: u64, size: &str, percentage: f64| {
            json!({ "topic_name": name, "topic_partition": partition.to_string(), "size": size,
                    "percentage": percentage })
        };
        DiskUsage::from_answer(&json!({ "broker_list": [
            { "broker_name": "broker-0", "data_disk_size": "100G", "data_disk_use": "30G",
              "topic_list": [topic("orders", 0, "10G", 10.0), topic("logs", 0, "20G", 20.0)] },
            { "broker_name": "broker-1", "data_disk_size": "100G", "data_disk_use": "15G",
              "topic_list": [topic("orders", 0, "15G", 15.0)] },
            { "broker_name": "broker-2", "status": "timeout", "topic_list": [] },
        ] }))
    }

    #[test]
    fn topics_are_summed_over_brokers() {
        let all = topics(&usage());
        let told: Vec<_> =
            all.iter().map(|r| (r.topic.as_str(), r.replicas, r.bytes >> 30, r.share)).collect();
        assert_eq!(told, [("orders", 2, 25, 1250), ("logs", 1, 20, 1000)]);
    }

    #[test]
    fn partitions_come_largest_first_and_keep_apart() {
        let all = partitions(&usage());
        assert_eq!(all.iter().map(|r| r.bytes >> 30).collect::<Vec<_>>(), [20, 15, 10]);
        assert_ne!(all[1].key(), all[2].key());
    }

    #[test]
    fn a_disk_that_was_not_measured_is_not_empty() {
        let disks: Vec<_> = usage().broker_list.iter().map(disk).collect();
        assert_eq!(disks[0], Some((100 << 30, 30 << 30)));
        assert_eq!(disks[2], None);
    }

    #[test]
    fn shares_are_written_without_losing_little_ones() {
        let texts =
            [(0, 0), (0, 5), (7, 1), (250, 1), (1250, 1)].map(|(share, bytes)| share_text(share, bytes));
        assert_eq!(texts, ["0 %", "<0.01 %", "0.07 %", "2.50 %", "12 %"]);
        assert_eq!((hundredths(f64::NAN), hundredths(250.0), hundredths(0.073)), (0, 10_000, 7));
    }
}
