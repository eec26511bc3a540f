//! What partitions take of the brokers' disks (K5.2.11).

use std::sync::Arc;

use dms_api::models::kafka::{BrokerDisk, DiskUsage, TopicDisk, size_bytes, size_text};
use dms_api::record::TextNumber;

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::service::Service;
use crate::views::instance::usable;

/// Most partitions that `top` may ask for.
const TOP: usize = 1000;

/// Which partitions are shown.
struct Filter {
    min_size: u64,
    top: usize,
    percentage: f64,
}

impl Filter {
    fn of(call: &Call) -> Result<Self, Fail> {
        let min_size = match call.query("minSize") {
            None => 0,
            Some(text) => size_bytes(text).ok_or_else(|| Code::PARAMETER.because("minSize"))?,
        };
        let top = call.number("top")?.unwrap_or(usize::MAX);
        if call.query("top").is_some() && !(1..=TOP).contains(&top) {
            return Err(Code::PARAMETER.because(format_args!("top must be within 1-{TOP}.")));
        }
        let percentage = call.number("percentage")?.unwrap_or(-1.0);
        let given = call.query("percentage").is_some();
        if given && !(0.0..=100.0).contains(&percentage) {
            return Err(Code::PARAMETER.because("percentage must be within 0-100."));
        }
        Ok(Self { min_size, top, percentage })
    }
}

/// `kafka.ShowDiskUsage`. Kafka's own topics count too.
pub async fn show(service: Arc<Service>, call: Call) -> Result<DiskUsage, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let filter = Filter::of(&call)?;
    let sizes = running.admin.log_sizes().await?;
    let brokers = u64::try_from(running.brokers.len()).unwrap_or(1).max(1);
    let disk = (usable(&instance.spec) << 30) / brokers;
    let broker_list = running.brokers.iter().enumerate().map(|(index, broker)| {
        let mut held: Vec<(u64, &str, i32)> = sizes
            .iter()
            .filter_map(|((topic, partition), brokers)| {
                let size = brokers.get(&broker.id)?;
                Some((size.unsigned_abs(), topic.as_str(), *partition))
            })
            .collect();
        held.sort_unstable_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
        broker_disk(&format!("broker-{index}"), disk, &held, &filter)
    });
    Ok(DiskUsage { broker_list: broker_list.collect() })
}

fn broker_disk(name: &str, disk: u64, held: &[(u64, &str, i32)], filter: &Filter) -> BrokerDisk {
    let used: u64 = held.iter().map(|(size, ..)| size).sum();
    // Sizes are far below 2^53.
    let percent = |size: u64| size as f64 * 100.0 / disk.max(1) as f64;
    let shown = held
        .iter()
        .filter(|(size, ..)| *size >= filter.min_size && percent(*size) > filter.percentage)
        .take(filter.top)
        .map(|(size, topic, partition)| TopicDisk {
            size: size_text(*size),
            topic_name: (*topic).to_owned(),
            topic_partition: Some(TextNumber(partition.unsigned_abs().into())),
            percentage: percent(*size),
            ..Default::default()
        });
    BrokerDisk {
        broker_name: name.to_owned(),
        data_disk_size: size_text(disk),
        data_disk_use: size_text(used),
        data_disk_free: size_text(disk.saturating_sub(used)),
        data_disk_use_percentage: (used * 100).div_ceil(disk.max(1)).to_string(),
        status: "Success get info".to_owned(),
        topic_list: shown.collect(),
        ..Default::default()
    }
}
