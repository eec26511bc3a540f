//! Metadata migration (R5.6): what is done for an exported file, entry by entry. How a file is read is in
//! [`rules::migration_entries`].

use dms_api::models::rocketmq::{MigrationKind, MigrationOutcome, MigrationResult};
use dms_api::rules::{self, MigrationEntry, MigrationFate, MigrationThing};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{NewGroup, Topic};
use crate::fail::in_words;

pub(crate) use super::emulated::Made;

/// Everything a migration has to do.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Whether what is there already is changed.
    pub overwrite: bool,
    /// Entry by entry.
    pub steps: Vec<Step>,
}

/// What one entry of the file asks for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// A topic.
    Topic {
        /// Its name in the file.
        source: String,
        /// What to make.
        topic: Topic,
    },
    /// A group.
    Group {
        /// Its name in the file.
        source: String,
        /// What to make.
        group: NewGroup,
    },
    /// Something that every cluster has by itself.
    Skip {
        /// `topic` or `group`.
        kind: String,
        /// Its name in the file.
        source: String,
    },
    /// Something that cannot be made.
    Refuse {
        /// `topic` or `group`.
        kind: String,
        /// Its name in the file.
        source: String,
        /// Error code.
        code: String,
        /// The same in words.
        why: String,
    },
}

impl Step {
    /// What became of it, as the API shows it.
    pub(crate) fn result(&self, made: Made) -> MigrationResult {
        let (kind, source, name) = match self {
            Self::Topic { source, topic } => ("topic", source, &topic.name),
            Self::Group { source, group } => ("group", source, &group.name),
            Self::Skip { kind, source } | Self::Refuse { kind, source, .. } => {
                (kind.as_str(), source, source)
            }
        };
        let (result, error) = match made {
            Made::New => (MigrationOutcome::Created, None),
            Made::Changed => (MigrationOutcome::Overwritten, None),
            Made::Nothing => (MigrationOutcome::Skipped, None),
            Made::Refused(code, why) => (MigrationOutcome::Failed, Some((code, why))),
        };
        let (error_code, error_message) = error.unzip();
        MigrationResult {
            kind: kind.to_owned(),
            name: name.clone(),
            source: source.clone(),
            result,
            error_code,
            error_message,
        }
    }
}

/// Reads a file. `None` if it is none of the kind.
pub fn read(kind: &MigrationKind, file: &Value, brokers: &[String]) -> Option<Vec<Step>> {
    // One of the SDKs sends the file as a text.
    let parsed = file.as_str().map(|text| serde_json::from_str::<Value>(text).unwrap_or_default());
    let file = parsed.as_ref().unwrap_or(file);
    let entries = rules::migration_entries(kind, file)?;
    Some(entries.into_iter().map(|entry| step(entry, brokers)).collect())
}

/// An entry of the file as something to do on these brokers.
fn step(entry: MigrationEntry, brokers: &[String]) -> Step {
    let MigrationEntry { thing, source, name, fate } = entry;
    let kind = if thing.is_topic() { "topic" } else { "group" };
    match (fate, thing) {
        (MigrationFate::Skip, _) => Step::Skip { kind: kind.to_owned(), source },
        (MigrationFate::Refuse(problem), _) => Step::Refuse {
            kind: kind.to_owned(),
            source,
            code: rules::rocketmq_code("name", &problem).to_owned(),
            why: format!("The name cannot be used: {}", in_words(&problem)),
        },
        (MigrationFate::Make, MigrationThing::Topic { permission, read_queues, write_queues }) => {
            let queues = brokers.iter().map(|broker| (broker.clone(), read_queues, write_queues)).collect();
            let topic = Topic { name, permission: permission.to_owned(), queues, ..Topic::default() };
            Step::Topic { source, topic }
        }
        (MigrationFate::Make, MigrationThing::Group { enabled, broadcast, from_beginning, retry_max }) => {
            let brokers = brokers.to_vec();
            let group = NewGroup {
                name,
                enabled,
                broadcast,
                from_beginning,
                retry_max,
                brokers,
                ..NewGroup::default()
            };
            Step::Group { source, group }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn brokers() -> Vec<String> {
        vec!["broker-0".to_owned()]
    }

    #[test]
    fn rocketmqs_own_files_in_both_spellings() {
        let camel = json!({
            "topicConfigTable": {
                "orders": {"topicName": "orders", "perm": 6, "readQueueNums": 4, "writeQueueNums": 4},
                "TBW102": {"perm": 7}, "%RETRY%g": {"perm": 6}, "a b": {"perm": 6}
            },
            "subscriptionGroupTable": {"billing": {"groupName": "billing", "retryMaxTimes": 99}, "TOOLS_CONSUMER": {}}
        });
        let steps = read(&MigrationKind::RocketMq, &camel, &brokers()).unwrap();
        let skipped = steps.iter().filter(|step| matches!(step, Step::Skip { .. })).count();
        let refused = steps.iter().filter(|step| matches!(step, Step::Refuse { .. })).count();
        assert_eq!((steps.len(), skipped, refused), (6, 3, 1));
        let orders = steps.iter().find_map(|step| match step {
            Step::Topic { topic, .. } => Some(topic),
            _ => None,
        });
        assert_eq!(orders.unwrap().queues, [("broker-0".to_owned(), 4, 4)]);
        assert!(steps.iter().any(|step| matches!(step, Step::Group { group, .. } if group.retry_max == 16)));
        let snake = json!({"topic_config_table": {"orders": {"perm": 4, "read_queue_nums": 2}}});
        let steps = read(&MigrationKind::RocketMq, &snake, &brokers()).unwrap();
        assert!(matches!(&steps[0], Step::Topic { topic, .. } if topic.permission == "sub"));
        let text = Value::String(snake.to_string());
        assert_eq!(read(&MigrationKind::RocketMq, &text, &brokers()), Some(steps));
    }

    #[test]
    fn rabbitmqs_definitions() {
        let file = json!({
            "vhosts": [{"name": "shop"}],
            "exchanges": [{"name": "", "vhost": "/"}, {"name": "amq.topic", "vhost": "/"}, {"name": "order.events", "vhost": "shop"}],
            "queues": [{"name": "mail", "vhost": "/"}, {"name": "x", "vhost": "/"}]
        });
        let steps = read(&MigrationKind::RabbitMq, &file, &brokers()).unwrap();
        assert!(matches!(&steps[2], Step::Topic { topic, .. } if topic.name == "shop_order_events"));
        assert!(matches!(&steps[3], Step::Group { group, .. } if group.name == "mail"));
        assert!(matches!(&steps[4], Step::Refuse { code, .. } if code == "DMS.10240011"));
        assert_eq!(read(&MigrationKind::RabbitMq, &json!({"users": []}), &brokers()), None);
        assert_eq!(read(&MigrationKind::RocketMq, &json!("not json"), &brokers()), None);
    }
}
