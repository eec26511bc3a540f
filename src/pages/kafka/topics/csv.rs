//! The topic list as a file.

use std::collections::HashMap;
use std::sync::Arc;

use dms_api::models::kafka::Topic;
use dms_api::ops::kafka::ConfigEntry;

use crate::pages::export::{self, Cell};

/// Saves the topics called `names`, in that order, with all columns.
pub fn export_topics(file: &str, names: &[String], items: &[Arc<Topic>]) {
    let by_name: HashMap<&str, &Arc<Topic>> = items.iter().map(|t| (t.name.as_str(), t)).collect();
    let header = [
        "name",
        "partitions",
        "replicas",
        "retention_hours",
        "sync_replication",
        "sync_message_flush",
        "message.timestamp.type",
        "max.message.bytes",
        "type",
        "description",
        "created_at_ms",
    ];
    let rows = names.iter().filter_map(|name| by_name.get(name.as_str())).map(|t| csv_row(t));
    export::save(file, export::CSV, &export::csv(&header, rows));
}

fn csv_row(topic: &Topic) -> Vec<Cell> {
    vec![
        topic.name.clone().into(),
        topic.partition.into(),
        topic.replication.into(),
        topic.retention_time.into(),
        topic.sync_replication.into(),
        topic.sync_message_flush.into(),
        topic.config(ConfigEntry::TIMESTAMP_TYPE).unwrap_or_default().into(),
        topic.config(ConfigEntry::MAX_MESSAGE_BYTES).unwrap_or_default().into(),
        if topic.is_internal() { "internal" } else { "normal" }.into(),
        topic.topic_desc.clone().unwrap_or_default().into(),
        topic.created_at.map_or_else(|| "".into(), |at| at.ms().into()),
    ]
}
