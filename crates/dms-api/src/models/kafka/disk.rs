//! What topics take of the brokers' disks (K5.2.11).

use crate::record;
use crate::record::TextNumber;

record! {
    /// Answer of `kafka.ShowDiskUsage`.
    pub struct DiskUsage {
        /// One entry per broker.
        pub broker_list: Vec<BrokerDisk>,
    }
}

record! {
    /// The disk of one broker. Sizes are texts such as `66G`; [`size_bytes`] reads them.
    pub struct BrokerDisk {
        /// `broker-0` and so on.
        pub broker_name: String,
        /// Size.
        pub data_disk_size: String,
        /// What is used.
        pub data_disk_use: String,
        /// What is free.
        pub data_disk_free: String,
        /// What is used, in percent.
        pub data_disk_use_percentage: String,
        /// `Success get info`, or why it could not be measured.
        pub status: String,
        /// Partitions, the largest first.
        pub topic_list: Vec<TopicDisk>,
        ..rest
    }
}

record! {
    /// A partition on a broker's disk.
    pub struct TopicDisk {
        /// What it takes.
        pub size: String,
        /// Its topic.
        pub topic_name: String,
        /// Its number.
        pub topic_partition: Option<TextNumber>,
        /// What it takes of the broker's disk, in percent.
        pub percentage: f64,
        ..rest
    }
}

const UNITS: &str = "KMGTP";

/// Reads a size such as `66G`, `8.0K`, `1.5 MB` or `512`: bytes, units of 1024. `None` for anything else.
pub fn size_bytes(text: &str) -> Option<u64> {
    let text = text.trim().trim_end_matches(['B', 'b', 'i']);
    let (number, unit) = match text.chars().last()?.to_ascii_uppercase() {
        last if last.is_ascii_digit() => (text, 1),
        last => {
            let power = UNITS.find(last)?;
            (text.get(..text.len() - 1)?, 1_u64 << (10 * (power + 1)))
        }
    };
    let (whole, fraction) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let whole: u64 = whole.parse().ok()?;
    // Three digits are more than the service writes.
    let fraction = fraction.get(..fraction.len().min(3))?;
    let scale = 10_u64.pow(u32::try_from(fraction.len()).ok()?);
    let part: u64 = if fraction.is_empty() { 0 } else { fraction.parse().ok()? };
    whole.checked_mul(unit)?.checked_add(unit.checked_mul(part)? / scale)
}

/// Writes a size as the service does: rounded up, with one decimal below ten units (`8.0K`, `12K`, `1.1G`).
pub fn size_text(bytes: u64) -> String {
    if bytes < 1024 {
        return bytes.to_string();
    }
    let mut unit = 1_u64;
    let mut name = ' ';
    for letter in UNITS.chars() {
        // Rounded up it would be 1024 of this unit: the next one says it shorter.
        if bytes.div_ceil(unit) < 1024 {
            break;
        }
        (unit, name) = (unit << 10, letter);
    }
    let tenths = (u128::from(bytes) * 10).div_ceil(u128::from(unit));
    if tenths < 100 {
        format!("{}.{}{name}", tenths / 10, tenths % 10)
    } else {
        format!("{}{name}", bytes.div_ceil(unit))
    }
}
