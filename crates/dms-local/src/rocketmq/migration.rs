//! Metadata migration (R5.6): what an exported file asks for, entry by entry.
//!
//! RocketMQ's `topics.json` and `subscriptionGroup.json` (and the SDK's spelling of them) become topics and groups.
//! Of RabbitMQ's definitions exchanges become topics and queues become groups; the virtual host is put before the
//! name unless it is `/`, and what RocketMQ does not take in a name becomes `_`.

use dms_api::models::rocketmq::{MigrationKind, MigrationOutcome, MigrationResult};
use dms_api::rules;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{NewGroup, Topic};

pub(crate) use super::emulated::Made;

/// Queues of a topic where the file names no number.
const QUEUES: u32 = 8;
/// Groups that RocketMQ's own tools use.
const TOOLS: &[&str] = &["TOOLS_CONSUMER", "SELF_TEST_C_GROUP", "FILTERSRV_CONSUMER"];

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
    match kind {
        MigrationKind::RocketMq => rocketmq(file, brokers),
        MigrationKind::RabbitMq => rabbitmq(file, brokers),
        MigrationKind::Other(_) => None,
    }
}

fn rocketmq(file: &Value, brokers: &[String]) -> Option<Vec<Step>> {
    let table = |names: [&str; 2]| names.iter().find_map(|name| file.get(name)?.as_object());
    let topics = table(["topicConfigTable", "topic_config_table"]);
    let groups = table(["subscriptionGroupTable", "subscription_group_table"]);
    if topics.is_none() && groups.is_none() {
        return None;
    }
    let topics = topics.into_iter().flatten().map(|(name, config)| {
        let number = |keys| field(config, keys).and_then(Value::as_u64);
        let queues = |keys| number(keys).and_then(|n| u32::try_from(n).ok()).unwrap_or(QUEUES).clamp(1, 50);
        let topic = Topic {
            name: name.clone(),
            permission: permission(field(config, ["perm", "perm"])).to_owned(),
            queues: brokers
                .iter()
                .map(|broker| {
                    let read = queues(["readQueueNums", "read_queue_nums"]);
                    (broker.clone(), read, queues(["writeQueueNums", "write_queue_nums"]))
                })
                .collect(),
            ..Topic::default()
        };
        topic_step(name, topic)
    });
    let groups = groups.into_iter().flatten().map(|(name, config)| {
        let flag = |keys, otherwise| field(config, keys).and_then(Value::as_bool).unwrap_or(otherwise);
        let retries =
            field(config, ["retryMaxTimes", "retry_max_times"]).and_then(Value::as_u64).unwrap_or(16);
        let group = NewGroup {
            enabled: flag(["consumeEnable", "consume_enable"], true),
            broadcast: flag(["consumeBroadcastEnable", "consume_broadcast_enable"], false),
            from_beginning: flag(["consumeFromMinEnable", "consume_from_min_enable"], true),
            retry_max: u32::try_from(retries.clamp(1, 16)).unwrap_or(16),
            ..group(name, brokers)
        };
        group_step(name, group)
    });
    Some(topics.chain(groups).collect())
}

fn rabbitmq(file: &Value, brokers: &[String]) -> Option<Vec<Step>> {
    let list = |name: &str| file.get(name).and_then(Value::as_array);
    let (exchanges, queues) = (list("exchanges"), list("queues"));
    if exchanges.is_none() && queues.is_none() {
        return None;
    }
    let text =
        |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let topics = exchanges.into_iter().flatten().map(|entry| {
        let source = text(entry, "name");
        if source.is_empty() || source.starts_with("amq.") {
            return Step::Skip { kind: "topic".to_owned(), source };
        }
        let topic = Topic {
            name: translated(&text(entry, "vhost"), &source),
            permission: "all".to_owned(),
            queues: brokers.iter().map(|broker| (broker.clone(), QUEUES, QUEUES)).collect(),
            ..Topic::default()
        };
        topic_step(&source, topic)
    });
    let groups = queues.into_iter().flatten().map(|entry| {
        let source = text(entry, "name");
        group_step(&source, group(&translated(&text(entry, "vhost"), &source), brokers))
    });
    Some(topics.chain(groups).collect())
}

fn field<'v>(config: &'v Value, keys: [&str; 2]) -> Option<&'v Value> {
    keys.iter().find_map(|key| config.get(key))
}

/// RocketMQ's bits: 4 to read, 2 to write; the SDK has words as well.
fn permission(perm: Option<&Value>) -> &'static str {
    match (perm.and_then(Value::as_u64), perm.and_then(Value::as_str)) {
        (Some(4), _) | (_, Some("SUB")) => "sub",
        (Some(2), _) | (_, Some("PUB")) => "pub",
        _ => "all",
    }
}

fn group(name: &str, brokers: &[String]) -> NewGroup {
    NewGroup {
        name: name.to_owned(),
        enabled: true,
        from_beginning: true,
        retry_max: 16,
        brokers: brokers.to_vec(),
        ..NewGroup::default()
    }
}

/// A name of RabbitMQ's as RocketMQ takes it.
fn translated(host: &str, name: &str) -> String {
    let full = if matches!(host, "" | "/") { name.to_owned() } else { format!("{host}_{name}") };
    let fits = |c: char| if c.is_ascii_alphanumeric() || "%|-_".contains(c) { c } else { '_' };
    full.trim_start_matches('/').chars().map(fits).collect()
}

fn topic_step(source: &str, topic: Topic) -> Step {
    let own = source.starts_with("%RETRY%") || source.starts_with("%DLQ%") || source.starts_with("rmq_sys_");
    if own || rules::RESERVED_TOPICS.contains(&source) {
        return Step::Skip { kind: "topic".to_owned(), source: source.to_owned() };
    }
    match rules::rocketmq_topic_name(&topic.name, &[]) {
        Ok(()) => Step::Topic { source: source.to_owned(), topic },
        Err(problem) => refuse("topic", source, &problem),
    }
}

fn group_step(source: &str, group: NewGroup) -> Step {
    let own = source.starts_with("CID_RMQ_SYS_") || source.starts_with("CID_ONS");
    if own || TOOLS.contains(&source) {
        return Step::Skip { kind: "group".to_owned(), source: source.to_owned() };
    }
    match rules::rocketmq_group_name(&group.name, &[]) {
        Ok(()) => Step::Group { source: source.to_owned(), group },
        Err(problem) => refuse("group", source, &problem),
    }
}

fn refuse(kind: &str, source: &str, problem: &rules::Problem) -> Step {
    Step::Refuse {
        kind: kind.to_owned(),
        source: source.to_owned(),
        code: rules::rocketmq_code("name", problem).to_owned(),
        why: format!("The name cannot be used: {problem:?}"),
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
