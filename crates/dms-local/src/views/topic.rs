//! Topics as K5.4.2 shows them.

use std::collections::BTreeMap;

use dms_api::models::kafka::{Topic as Shown, TopicConfig};
use dms_api::ops::kafka::ConfigEntry as Setting;
use dms_api::record::{Json, Millis, Rest};
use serde_json::json;

use crate::kafka::{ConfigEntry, TopicInfo};
use crate::store::TopicRow;

/// Kafka's name of the retention time, in milliseconds.
pub const RETENTION: &str = "retention.ms";
/// The configurations that a list shows.
pub const CONFIGS: [&str; 3] = [RETENTION, Setting::MAX_MESSAGE_BYTES, Setting::TIMESTAMP_TYPE];
/// Milliseconds of an hour.
pub const HOUR_MS: i64 = 3_600_000;

/// A topic from what the engine and the database know.
pub fn shown(topic: &TopicInfo, row: Option<&TopicRow>, configs: &BTreeMap<String, ConfigEntry>) -> Shown {
    Shown {
        name: topic.name.clone(),
        partition: u32::try_from(topic.partitions.len()).unwrap_or(u32::MAX),
        replication: u32::try_from(topic.replication()).unwrap_or(u32::MAX),
        retention_time: retention_hours(configs),
        sync_replication: row.is_some_and(|row| row.sync_replication),
        sync_message_flush: row.is_some_and(|row| row.sync_message_flush),
        topic_other_configs: vec![
            config(configs, Setting::MAX_MESSAGE_BYTES, "10485760", "[0...10485760]", "int"),
            config(configs, Setting::TIMESTAMP_TYPE, "CreateTime", "[CreateTime, LogAppendTime]", "string"),
        ],
        topic_desc: Some(row.map_or_else(String::new, |row| row.description.clone())),
        topic_type: i32::from(topic.internal),
        policies_only: Some(false),
        external_configs: Some(json!({})),
        created_at: row.map(|row| Millis(row.created_at)),
        // Version 1's readers look for the name there.
        rest: Rest([("id".to_owned(), Json::from(topic.name.as_str()))].into_iter().collect()),
    }
}

/// Whole hours, rounded up. What Kafka keeps for ever shows as the longest time that DMS knows.
fn retention_hours(configs: &BTreeMap<String, ConfigEntry>) -> u32 {
    const LONGEST: u32 = 720;
    match configs.get(RETENTION).and_then(|entry| entry.value.parse::<i64>().ok()) {
        Some(ms) if ms >= 0 => u32::try_from((ms + HOUR_MS - 1) / HOUR_MS).unwrap_or(LONGEST),
        _ => LONGEST,
    }
}

fn config(
    configs: &BTreeMap<String, ConfigEntry>,
    name: &str,
    default: &str,
    valid: &str,
    value_type: &str,
) -> TopicConfig {
    TopicConfig {
        name: name.to_owned(),
        value: configs.get(name).map_or_else(|| default.to_owned(), |entry| entry.value.clone()),
        default_value: default.to_owned(),
        valid_values: valid.to_owned(),
        value_type: value_type.to_owned(),
        config_type: "dynamic".to_owned(),
    }
}
