//! Files of migrations (R5.6.1): what each entry of an exported file asks for. The console shows it before the file
//! is sent, and the local DMS does it.
//!
//! RocketMQ's `topics.json` and `subscriptionGroup.json` (and the SDK's spelling of them) become topics and groups.
//! Of RabbitMQ's definitions exchanges become topics and queues become groups; the virtual host is put before the
//! name unless it is `/`, and what RocketMQ does not take in a name becomes `_`.

use serde_json::{Map, Value};

use super::{RESERVED_TOPICS, rocketmq_group_name, rocketmq_topic_name};
use crate::models::rocketmq::MigrationKind;
use crate::rules::Problem;

/// Most bytes of a file: what the cloud's gateway takes in one request.
pub const MIGRATION_FILE_BYTES: usize = 12 * 1024 * 1024;
/// Queues of a topic where the file names no number.
const USUAL_QUEUES: u32 = 8;
/// Most queues of a topic on one broker.
const MOST_QUEUES: u32 = 50;
/// Attempts of a group where the file names no number, and at most.
const MOST_RETRIES: u64 = 16;
/// Groups that RocketMQ's own tools use.
const TOOLS: &[&str] = &["TOOLS_CONSUMER", "SELF_TEST_C_GROUP", "FILTERSRV_CONSUMER"];
/// The tables of each kind of file, in both spellings.
const TOPIC_TABLE: [&str; 2] = ["topicConfigTable", "topic_config_table"];
const GROUP_TABLE: [&str; 2] = ["subscriptionGroupTable", "subscription_group_table"];
/// Parts of RabbitMQ's definitions that the service reads. Users with their passwords are none of them.
const RABBIT_PARTS: [&str; 4] = ["vhosts", "exchanges", "queues", "bindings"];

/// What one entry asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MigrationThing {
    /// A topic.
    Topic {
        /// `all`, `pub` or `sub`.
        permission: &'static str,
        /// Queues on each broker that can be read, 1-50.
        read_queues: u32,
        /// Queues on each broker that can be written, 1-50.
        write_queues: u32,
    },
    /// A consumer group.
    Group {
        /// Whether it may consume.
        enabled: bool,
        /// Whether every member gets every message.
        broadcast: bool,
        /// Whether it begins with the oldest message.
        from_beginning: bool,
        /// Attempts before a message becomes a dead letter, 1-16.
        retry_max: u32,
    },
}

impl MigrationThing {
    /// Whether it is a topic.
    pub const fn is_topic(&self) -> bool {
        matches!(self, Self::Topic { .. })
    }
}

/// What can become of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MigrationFate {
    /// It is made, or changes what is there.
    Make,
    /// Every cluster has it by itself.
    Skip,
    /// Its name cannot be used.
    Refuse(Problem),
}

/// One entry of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MigrationEntry {
    /// What to make.
    pub thing: MigrationThing,
    /// Its name in the file.
    pub source: String,
    /// Its name on the instance.
    pub name: String,
    /// What can become of it.
    pub fate: MigrationFate,
}

/// The kind of an exported file, by its tables; `None` for a file that is neither's.
pub fn migration_kind(file: &Value) -> Option<MigrationKind> {
    let object = file.as_object()?;
    let has = |names: &[&str], fits: fn(&Value) -> bool| {
        names.iter().any(|name| object.get(*name).is_some_and(fits))
    };
    if has(&TOPIC_TABLE, Value::is_object) || has(&GROUP_TABLE, Value::is_object) {
        Some(MigrationKind::RocketMq)
    } else if has(&["exchanges", "queues"], Value::is_array) {
        Some(MigrationKind::RabbitMq)
    } else {
        None
    }
}

/// Every entry of a file in its order, topics first. `None` if it is none of the kind.
pub fn migration_entries(kind: &MigrationKind, file: &Value) -> Option<Vec<MigrationEntry>> {
    match kind {
        MigrationKind::RocketMq => rocketmq(file),
        MigrationKind::RabbitMq => rabbitmq(file),
        MigrationKind::Other(_) => None,
    }
}

/// The parts of a file that the service reads. The rest, RabbitMQ's users and their password hashes for one, has no
/// business on the network.
pub fn migration_body(kind: &MigrationKind, file: Value) -> Value {
    let Value::Object(object) = file else { return file };
    let wanted = |key: &str| match kind {
        MigrationKind::RabbitMq => RABBIT_PARTS.contains(&key),
        _ => TOPIC_TABLE.contains(&key) || GROUP_TABLE.contains(&key),
    };
    Value::Object(object.into_iter().filter(|(key, _)| wanted(key)).collect())
}

fn rocketmq(file: &Value) -> Option<Vec<MigrationEntry>> {
    let table = |names: [&str; 2]| names.iter().find_map(|name| file.get(name)?.as_object());
    let (topics, groups) = (table(TOPIC_TABLE), table(GROUP_TABLE));
    if topics.is_none() && groups.is_none() {
        return None;
    }
    let each = |table: Option<&Map<String, Value>>, make: fn(&str, &Value) -> MigrationEntry| {
        table.into_iter().flatten().map(|(name, config)| make(name, config)).collect::<Vec<_>>()
    };
    let mut all = each(topics, |name, config| topic(name, name.to_owned(), config));
    all.extend(each(groups, |name, config| group(name, name.to_owned(), config)));
    Some(all)
}

fn rabbitmq(file: &Value) -> Option<Vec<MigrationEntry>> {
    let list = |name: &str| file.get(name).and_then(Value::as_array);
    let (exchanges, queues) = (list("exchanges"), list("queues"));
    if exchanges.is_none() && queues.is_none() {
        return None;
    }
    let text =
        |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let named = |entry: &Value| {
        let source = text(entry, "name");
        let name = translated(&text(entry, "vhost"), &source);
        (source, name)
    };
    let topics = exchanges.into_iter().flatten().map(|entry| {
        let (source, name) = named(entry);
        let built_in = source.is_empty() || source.starts_with("amq.");
        let entry = topic(&source, name, &Value::Null);
        if built_in { MigrationEntry { fate: MigrationFate::Skip, ..entry } } else { entry }
    });
    let groups = queues.into_iter().flatten().map(|entry| {
        let (source, name) = named(entry);
        group(&source, name, &Value::Null)
    });
    Some(topics.chain(groups).collect())
}

fn topic(source: &str, name: String, config: &Value) -> MigrationEntry {
    let queues = |keys| {
        let number = field(config, keys).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
        number.unwrap_or(USUAL_QUEUES).clamp(1, MOST_QUEUES)
    };
    let thing = MigrationThing::Topic {
        permission: permission(field(config, ["perm", "perm"])),
        read_queues: queues(["readQueueNums", "read_queue_nums"]),
        write_queues: queues(["writeQueueNums", "write_queue_nums"]),
    };
    let own = source.starts_with("%RETRY%") || source.starts_with("%DLQ%") || source.starts_with("rmq_sys_");
    let fate = if own || RESERVED_TOPICS.contains(&source) {
        MigrationFate::Skip
    } else {
        rocketmq_topic_name(&name, &[]).map_or_else(MigrationFate::Refuse, |()| MigrationFate::Make)
    };
    MigrationEntry { thing, source: source.to_owned(), name, fate }
}

fn group(source: &str, name: String, config: &Value) -> MigrationEntry {
    let flag = |keys, otherwise| field(config, keys).and_then(Value::as_bool).unwrap_or(otherwise);
    let retries = field(config, ["retryMaxTimes", "retry_max_times"]).and_then(Value::as_u64);
    let retries = retries.unwrap_or(MOST_RETRIES).clamp(1, MOST_RETRIES);
    let thing = MigrationThing::Group {
        enabled: flag(["consumeEnable", "consume_enable"], true),
        broadcast: flag(["consumeBroadcastEnable", "consume_broadcast_enable"], false),
        from_beginning: flag(["consumeFromMinEnable", "consume_from_min_enable"], true),
        retry_max: u32::try_from(retries).unwrap_or(1),
    };
    let own = source.starts_with("CID_RMQ_SYS_") || source.starts_with("CID_ONS");
    let fate = if own || TOOLS.contains(&source) {
        MigrationFate::Skip
    } else {
        rocketmq_group_name(&name, &[]).map_or_else(MigrationFate::Refuse, |()| MigrationFate::Make)
    };
    MigrationEntry { thing, source: source.to_owned(), name, fate }
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

/// A name of RabbitMQ's as RocketMQ takes it.
fn translated(host: &str, name: &str) -> String {
    let full = if matches!(host, "" | "/") { name.to_owned() } else { format!("{host}_{name}") };
    let fits = |c: char| if c.is_ascii_alphanumeric() || "%|-_".contains(c) { c } else { '_' };
    full.trim_start_matches('/').chars().map(fits).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_file_tells_its_kind_and_only_its_tables_are_sent() {
        let rabbit = json!({"users": [{"name": "root", "password_hash": "h"}], "queues": [], "exchanges": [],
            "vhosts": [{"name": "/"}], "bindings": []});
        assert_eq!(migration_kind(&rabbit), Some(MigrationKind::RabbitMq));
        let sent = migration_body(&MigrationKind::RabbitMq, rabbit);
        assert_eq!(sent.as_object().map(Map::len), Some(4));
        assert!(sent.get("users").is_none());
        let rocket = json!({"dataVersion": {"counter": 3}, "subscriptionGroupTable": {}});
        assert_eq!(migration_kind(&rocket), Some(MigrationKind::RocketMq));
        let sent = migration_body(&MigrationKind::RocketMq, rocket);
        assert_eq!(sent, json!({"subscriptionGroupTable": {}}));
        for other in [json!([]), json!("text"), json!({"a": 1}), json!({"queues": {}})] {
            assert_eq!(migration_kind(&other), None, "{other}");
        }
    }

    #[test]
    fn names_of_rabbitmq_are_translated_and_those_that_cannot_be_are_refused() {
        let file = json!({
            "exchanges": [{"name": "", "vhost": "/"}, {"name": "order.events", "vhost": "shop"}],
            "queues": [{"name": "x", "vhost": "/"}]
        });
        let entries = migration_entries(&MigrationKind::RabbitMq, &file).unwrap();
        assert_eq!(entries[0].fate, MigrationFate::Skip);
        assert_eq!((entries[1].name.as_str(), &entries[1].fate), ("shop_order_events", &MigrationFate::Make));
        assert_eq!(entries[2].fate, MigrationFate::Refuse(Problem::TooShort { min: 3 }));
        assert_eq!(migration_entries(&MigrationKind::RocketMq, &file), None);
    }

    #[test]
    fn numbers_are_kept_within_their_bounds() {
        let file = json!({
            "topicConfigTable": {"orders": {"perm": 4, "readQueueNums": 400}},
            "subscriptionGroupTable": {"billing": {"retryMaxTimes": 0, "consumeEnable": false}}
        });
        let entries = migration_entries(&MigrationKind::RocketMq, &file).unwrap();
        let topic = MigrationThing::Topic { permission: "sub", read_queues: 50, write_queues: 8 };
        let group =
            MigrationThing::Group { enabled: false, broadcast: false, from_beginning: true, retry_max: 1 };
        assert_eq!((&entries[0].thing, &entries[1].thing), (&topic, &group));
    }
}
