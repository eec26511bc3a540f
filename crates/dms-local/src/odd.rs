//! Answers in the shapes that the references, their examples and older editions have instead of the tables': a list as
//! one object, a number as a text, another key. Played by the failure `shape`, so that a client's tolerance can be seen.

use bytes::Bytes;
use serde_json::{Map, Value};

/// What is odd about an answer. Paths are keys with points between; `[]` goes into every entry of a list.
enum Odd {
    /// Another key for the same.
    Key(&'static str, &'static str),
    /// A text instead of a number or a truth value.
    Text(&'static str),
    /// The only entry instead of the list.
    One(&'static str),
    /// Nothing.
    Gone(&'static str),
    /// Capitals.
    Capitals(&'static str),
    /// The value of a key instead of the object that holds it.
    Bare(&'static str),
    /// The same for a text, without quotes: no JSON at all.
    BareText(&'static str),
}

use Odd::{Bare, BareText, Capitals, Gone, Key, One, Text};

const ODD: &[(&str, &[Odd])] = &[
    (
        "kafka.ListInstances",
        &[Key("instances[].connect_address", "connect_addresses"), Text("instances[].port")],
    ),
    ("kafka.ShowInstance", &[Key("connect_address", "connect_addresses"), Text("port")]),
    ("kafka.CreateTopic", &[Gone("name")]),
    (
        "kafka.ListTopics",
        &[
            Key("total", "count"),
            Key("topics[].name", "id"),
            Text("topics[].sync_replication"),
            Text("topics[].sync_message_flush"),
        ],
    ),
    ("kafka.ListGroups", &[Key("total", "count"), Capitals("groups[].state")]),
    ("rocketmq.ListInstances", &[Key("instances[].broker_address", "broker_addresses")]),
    ("rocketmq.ShowInstance", &[Key("broker_address", "broker_addresses")]),
    ("rocketmq.ListBrokers", &[One("brokers")]),
    ("rocketmq.ListGroups", &[Text("total"), Text("max"), Text("groups[].retry_max_time"), One("groups")]),
    ("rocketmq.ShowGroup", &[Text("retry_max_time"), Gone("from_beginning")]),
    ("rocketmq.ShowConsumption", &[One("brokers"), Text("brokers.queues[].lag")]),
    ("rocketmq.ResetOffset", &[Key("queues[].timestamp_offset", "timestamp_of_fset")]),
    ("rocketmq.CreateTopic", &[Key("id", "name")]),
    ("rocketmq.ListTopics", &[Text("total"), Capitals("topics[].permission"), One("topics")]),
    ("rocketmq.ShowTopic", &[Gone("name"), Capitals("permission"), One("brokers")]),
    ("rocketmq.ShowTopicStatus", &[One("brokers")]),
    (
        "rocketmq.ListMessages",
        &[
            Text("messages[].reconsume_times"),
            Text("messages[].queue_id"),
            Text("messages[].queue_offset"),
            One("messages"),
        ],
    ),
    ("rocketmq.ShowTrace", &[Text("trace[].retry_times"), Bare("trace")]),
    ("rocketmq.ExportDeadLetters", &[Text("[].queue_id"), One("[].property_list"), One("")]),
    ("rocketmq.ResendDeadLetters", &[Key("resend_results[].error_message", "message")]),
    ("rocketmq.VerifyConsumption", &[Key("resend_results[].error_message", "message")]),
    ("rocketmq.ListTopicPolicies", &[One("policies")]),
    ("rocketmq.ListGroupPolicies", &[One("policies")]),
    ("rocketmq.CreateMigration", &[BareText("task_id")]),
    ("rocketmq.ListMigrations", &[One("task")]),
];

/// The odd variant of an operation's answer; the answer itself where none is known.
pub fn shape(operation: &str, body: Bytes) -> Bytes {
    let Some((_, changes)) = ODD.iter().find(|(id, _)| *id == operation) else { return body };
    let Ok(mut answer) = serde_json::from_slice::<Value>(&body) else { return body };
    for change in *changes {
        match change {
            Key(path, name) => parent(&mut answer, path, &|object, key| {
                if let Some(value) = object.remove(key) {
                    object.insert((*name).to_owned(), value);
                }
            }),
            Gone(path) => parent(&mut answer, path, &|object, key| drop(object.remove(key))),
            Text(path) => each(&mut answer, path, &|value| {
                if value.is_number() || value.is_boolean() {
                    *value = Value::String(value.to_string());
                }
            }),
            Capitals(path) => each(&mut answer, path, &|value| {
                if let Value::String(text) = value {
                    *text = text.to_uppercase();
                }
            }),
            One(path) => each(&mut answer, path, &|value| {
                if let Value::Array(items) = value
                    && items.len() == 1
                {
                    *value = items.pop().unwrap_or_default();
                }
            }),
            Bare(key) => answer = answer.get_mut(*key).map(Value::take).unwrap_or_default(),
            BareText(key) => {
                return answer.get(*key).and_then(Value::as_str).unwrap_or_default().to_owned().into();
            }
        }
    }
    answer.to_string().into()
}

/// Does something to every value that a path leads to.
fn each(value: &mut Value, path: &str, change: &dyn Fn(&mut Value)) {
    if path.is_empty() {
        return change(value);
    }
    let (head, rest) = path.split_once('.').unwrap_or((path, ""));
    let inner = match head.strip_suffix("[]") {
        Some("") => Some(&mut *value),
        Some(key) => value.get_mut(key),
        None => return value.get_mut(head).map_or((), |inner| each(inner, rest, change)),
    };
    for entry in inner.and_then(Value::as_array_mut).into_iter().flatten() {
        each(entry, rest, change);
    }
}

/// Does something to the object that holds the last key of a path.
fn parent(value: &mut Value, path: &str, change: &dyn Fn(&mut Map<String, Value>, &str)) {
    let (objects, key) = path.rsplit_once('.').unwrap_or(("", path));
    each(value, objects, &|value| {
        if let Value::Object(object) = value {
            change(object, key);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// The odd answer; one that is no JSON as the text it is.
    fn odd(operation: &str, json: &str) -> Value {
        let bytes = shape(operation, json.to_owned().into());
        serde_json::from_slice(&bytes).unwrap_or_else(|_| String::from_utf8_lossy(&bytes).into())
    }

    #[test]
    fn every_kind_of_oddity() {
        assert_eq!(
            odd("kafka.ListTopics", r#"{"total":1,"topics":[{"name":"t","sync_replication":false}]}"#),
            json!({"topics": [{"sync_replication": "false", "id": "t"}], "count": 1})
        );
        assert_eq!(
            odd("rocketmq.ShowTrace", r#"{"trace":[{"retry_times":3}]}"#),
            json!([{"retry_times": "3"}])
        );
        assert_eq!(
            odd("rocketmq.ShowTopicStatus", r#"{"brokers":[{"queues":[]}]}"#),
            json!({"brokers": {"queues": []}})
        );
        assert_eq!(
            odd("rocketmq.ExportDeadLetters", r#"[{"property_list":[{}]}]"#),
            json!({"property_list": {}})
        );
        assert_eq!(odd("rocketmq.CreateMigration", r#"{"task_id":"6cf4"}"#), json!("6cf4"));
        assert_eq!(
            odd("rocketmq.ShowTopic", r#"{"name":"t","permission":"all"}"#),
            json!({"permission": "ALL"})
        );
        assert_eq!(odd("rocketmq.ListTags", "{}"), json!({}));
    }
}
