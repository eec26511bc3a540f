//! How a topic's settings are shown.

use std::sync::Arc;

use dms_api::models::kafka::Topic;
use dms_api::ops::kafka::ConfigEntry;

use crate::i18n::{Msg, TimeAgo, bytes, core, t, tf, topics as text};
use crate::prelude::*;
use crate::ui::{Fact, KeyValues};

/// "On" or "Off" in the user's language.
pub fn on_off(on: bool) -> &'static str {
    t(if on { core::ON } else { core::OFF })
}

/// "72 h (3 d)".
pub fn retention(hours: u32) -> String {
    match (hours / 24, hours % 24) {
        (days, 0) if days > 0 => tf(text::HOURS_AND_DAYS, &[("n", &hours), ("days", &days)]),
        _ => tf(text::IN_HOURS, &[("n", &hours)]),
    }
}

/// `max.message.bytes` with a unit, or as the service wrote it.
pub fn max_message(topic: &Topic) -> String {
    let raw = topic.config(ConfigEntry::MAX_MESSAGE_BYTES).unwrap_or_default();
    raw.parse().map_or_else(|_| raw.to_owned(), bytes)
}

/// Who stamps messages.
pub fn timestamp_type(topic: &Topic) -> String {
    topic.config(ConfigEntry::TIMESTAMP_TYPE).unwrap_or_default().to_owned()
}

/// "Normal" or "Internal".
pub fn kind(topic: &Topic) -> &'static str {
    t(if topic.is_internal() { text::KIND_INTERNAL } else { text::KIND_NORMAL })
}

/// Every setting that two topics can differ in, as it is shown. Tracks the language.
pub fn setting_values(topic: &Topic) -> [(Msg, String); 9] {
    [
        (text::PARTITIONS, topic.partition.to_string()),
        (text::REPLICAS, topic.replication.to_string()),
        (text::RETENTION, retention(topic.retention_time)),
        (text::SYNC_REPLICATION, on_off(topic.sync_replication).to_owned()),
        (text::SYNC_FLUSH, on_off(topic.sync_message_flush).to_owned()),
        (text::TIMESTAMP_TYPE, timestamp_type(topic)),
        (text::MAX_MESSAGE, max_message(topic)),
        (text::KIND, kind(topic).to_owned()),
        (core::DESCRIPTION, topic.topic_desc.clone().unwrap_or_default()),
    ]
}

/// All settings as a list of names and values.
#[component]
pub fn Settings(topic: Arc<Topic>) -> AnyView {
    let created = topic.created_at.map(|at| at.ms());
    let kept = Arc::clone(&topic);
    let shown = move |show: fn(&Topic) -> String| {
        let topic = Arc::clone(&kept);
        move || show(&topic)
    };
    view! {
        <KeyValues>
            <Fact label=text::PARTITIONS value=topic.partition.to_string()/>
            <Fact label=text::REPLICAS value=topic.replication.to_string()/>
            <Fact label=text::RETENTION value=shown(|t| retention(t.retention_time))/>
            <Fact label=text::SYNC_REPLICATION value=shown(|t| on_off(t.sync_replication).to_owned())/>
            <Fact label=text::SYNC_FLUSH value=shown(|t| on_off(t.sync_message_flush).to_owned())/>
            <Fact label=text::TIMESTAMP_TYPE value=shown(timestamp_type)/>
            <Fact label=text::MAX_MESSAGE value=shown(max_message)/>
            <Fact label=text::KIND value=shown(|t| kind(t).to_owned())/>
            <Fact label=core::CREATED><TimeAgo ms=created/></Fact>
            <Fact label=core::DESCRIPTION value=topic.topic_desc.clone().unwrap_or_default() wide=true/>
        </KeyValues>
    }
    .into_any()
}
