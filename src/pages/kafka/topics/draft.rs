//! What a topic form holds, and the requests it turns into. Pure: no signals, no browser.

use dms_api::models::kafka::Topic;
use dms_api::ops::kafka::{ConfigEntry, CreateTopicBody, ModifyTopic};

/// A topic's settings as typed: numbers stay text, so that bad input is kept and shown, not dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TopicDraft {
    pub name: String,
    pub partitions: String,
    pub replicas: String,
    /// Hours.
    pub retention: String,
    pub sync_replication: bool,
    pub sync_flush: bool,
    /// `CreateTime` or `LogAppendTime`.
    pub timestamp_type: String,
    /// Bytes.
    pub max_message: String,
    pub description: String,
}

/// The timestamp types of `message.timestamp.type`.
pub const TIMESTAMP_TYPES: [&str; 2] = ["CreateTime", "LogAppendTime"];

impl Default for TopicDraft {
    /// The service's own defaults, spelt out so that the user sees them.
    fn default() -> Self {
        Self {
            name: String::new(),
            partitions: "3".to_owned(),
            replicas: "3".to_owned(),
            retention: "72".to_owned(),
            sync_replication: false,
            sync_flush: false,
            timestamp_type: "CreateTime".to_owned(),
            max_message: "10485760".to_owned(),
            description: String::new(),
        }
    }
}

/// A setting that the edit form can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    Partitions,
    Retention,
    SyncReplication,
    SyncFlush,
    TimestampType,
    MaxMessage,
    Description,
}

/// One line of the review: a setting with its old and new value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub setting: Setting,
    pub before: Value,
    pub after: Value,
}

/// A value of a [`Change`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Switch(bool),
}

impl TopicDraft {
    /// The settings that `topic` has now.
    pub fn of(topic: &Topic) -> Self {
        Self {
            name: topic.name.clone(),
            partitions: topic.partition.to_string(),
            replicas: topic.replication.to_string(),
            retention: topic.retention_time.to_string(),
            sync_replication: topic.sync_replication,
            sync_flush: topic.sync_message_flush,
            timestamp_type: topic.config(ConfigEntry::TIMESTAMP_TYPE).unwrap_or_default().to_owned(),
            max_message: topic.config(ConfigEntry::MAX_MESSAGE_BYTES).unwrap_or_default().to_owned(),
            description: topic.topic_desc.clone().unwrap_or_default(),
        }
    }

    /// The settings of `topic` for another one called `name`; what is not known of it starts as usual.
    pub fn copy_of(topic: &Topic, name: &str) -> Self {
        let (own, usual) = (Self::of(topic), Self::default());
        let known = |own: String, usual: String| if own.is_empty() { usual } else { own };
        Self {
            name: name.to_owned(),
            timestamp_type: known(own.timestamp_type, usual.timestamp_type),
            max_message: known(own.max_message, usual.max_message),
            ..own
        }
    }

    /// The request that creates the topic. A number that cannot be read is left out; the form's rules have
    /// refused it before.
    pub fn create_body(&self) -> CreateTopicBody {
        CreateTopicBody {
            id: self.name.trim().to_owned(),
            replication: number(&self.replicas),
            partition: number(&self.partitions),
            retention_time: number(&self.retention),
            sync_replication: Some(self.sync_replication),
            sync_message_flush: Some(self.sync_flush),
            topic_other_configs: Some(vec![
                config(ConfigEntry::TIMESTAMP_TYPE, &self.timestamp_type),
                config(ConfigEntry::MAX_MESSAGE_BYTES, &self.max_message),
            ]),
            topic_desc: Some(self.description.clone()).filter(|d| !d.is_empty()),
        }
    }

    /// What differs from `before`, in the form's order.
    pub fn changes(&self, before: &Self) -> Vec<Change> {
        let text = |setting, old: &str, new: &str| {
            (old != new).then(|| Change {
                setting,
                before: Value::Text(old.to_owned()),
                after: Value::Text(new.to_owned()),
            })
        };
        let switch = |setting, old: bool, new: bool| {
            (old != new).then_some(Change { setting, before: Value::Switch(old), after: Value::Switch(new) })
        };
        [
            text(Setting::Partitions, before.partitions.trim(), self.partitions.trim()),
            text(Setting::Retention, before.retention.trim(), self.retention.trim()),
            switch(Setting::SyncReplication, before.sync_replication, self.sync_replication),
            switch(Setting::SyncFlush, before.sync_flush, self.sync_flush),
            text(Setting::TimestampType, &before.timestamp_type, &self.timestamp_type),
            text(Setting::MaxMessage, before.max_message.trim(), self.max_message.trim()),
            text(Setting::Description, &before.description, &self.description),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The request that makes `before` into this draft: only what differs is sent, so that a change somebody
    /// else makes meanwhile is not undone.
    pub fn modify_body(&self, before: &Self) -> ModifyTopic {
        let mut body = ModifyTopic { id: before.name.clone(), ..ModifyTopic::default() };
        let mut configs = Vec::new();
        for change in self.changes(before) {
            match change.setting {
                Setting::Partitions => body.new_partition_numbers = number(&self.partitions),
                Setting::Retention => body.retention_time = number(&self.retention),
                Setting::SyncReplication => body.sync_replication = Some(self.sync_replication),
                Setting::SyncFlush => body.sync_message_flush = Some(self.sync_flush),
                Setting::TimestampType => {
                    configs.push(config(ConfigEntry::TIMESTAMP_TYPE, &self.timestamp_type));
                }
                Setting::MaxMessage => {
                    configs.push(config(ConfigEntry::MAX_MESSAGE_BYTES, &self.max_message));
                }
                Setting::Description => body.topic_desc = Some(self.description.clone()),
            }
        }
        body.topic_other_configs = Some(configs).filter(|c| !c.is_empty());
        body
    }

    /// Partitions asked for, if a number was typed.
    pub fn partition_count(&self) -> Option<i64> {
        number(&self.partitions)
    }

    /// Replicas asked for, if a number was typed.
    pub fn replica_count(&self) -> Option<i64> {
        number(&self.replicas)
    }
}

/// A whole number as typed.
pub fn number(text: &str) -> Option<i64> {
    text.trim().parse().ok()
}

fn config(name: &str, value: &str) -> ConfigEntry {
    ConfigEntry { name: name.to_owned(), value: value.trim().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn orders() -> TopicDraft {
        TopicDraft { name: "orders".to_owned(), ..TopicDraft::default() }
    }

    #[test]
    fn creating_sends_what_the_form_shows() {
        let json = serde_json::to_value(orders().create_body()).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "id": "orders", "replication": 3, "partition": 3, "retention_time": 72,
                "sync_replication": false, "sync_message_flush": false,
                "topic_other_configs": [
                    {"name": "message.timestamp.type", "value": "CreateTime"},
                    {"name": "max.message.bytes", "value": "10485760"},
                ],
            })
        );
    }

    #[test]
    fn editing_sends_only_what_differs() {
        let after = TopicDraft {
            partitions: "6".to_owned(),
            max_message: "1048576".to_owned(),
            sync_flush: true,
            description: "All orders".to_owned(),
            ..orders()
        };
        let json = serde_json::to_value(after.modify_body(&orders())).unwrap();
        assert_eq!(
            json,
            serde_json::json!({
                "id": "orders", "new_partition_numbers": 6, "sync_message_flush": true,
                "topic_other_configs": [{"name": "max.message.bytes", "value": "1048576"}],
                "topic_desc": "All orders",
            })
        );
        let settings: Vec<Setting> = after.changes(&orders()).iter().map(|c| c.setting).collect();
        assert_eq!(
            settings,
            [Setting::Partitions, Setting::SyncFlush, Setting::MaxMessage, Setting::Description]
        );
    }

    #[test]
    fn blanks_around_a_number_are_no_change() {
        let after = TopicDraft { retention: " 72 ".to_owned(), ..orders() };
        assert_eq!(after.changes(&orders()), []);
    }

    #[test]
    fn emptying_the_description_is_sent() {
        let before = TopicDraft { description: "old".to_owned(), ..orders() };
        assert_eq!(orders().modify_body(&before).topic_desc.as_deref(), Some(""));
    }
}
