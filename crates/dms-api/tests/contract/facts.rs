//! The facts of the references as machine-readable data, and how a test finds its part of them.

use dms_api::operation::Spec;
use serde_json::{Map, Value, json};

/// The description of an operation, by the section that its [`Spec`] names; `None` where only the SDKs have it.
pub fn of(spec: &Spec) -> Option<Value> {
    let (file, section) = match spec.section.split_at(1) {
        _ if spec.section == "K3.1" => (include_str!("../data/iam.json"), "3.1-3.3"),
        ("K", "8.4") => (include_str!("../data/iam.json"), "8.4"),
        ("K", section) => (include_str!("../data/kafka.json"), section),
        ("R", section) => (include_str!("../data/rocketmq.json"), section),
        _ => return None,
    };
    let all: Vec<Value> = serde_json::from_str(file).unwrap();
    all.into_iter().find(|entry| entry["section"] == section)
}

/// The JSON of the examples of one kind, `request` or `response`.
pub fn examples(facts: &Value, kind: &str) -> Vec<Value> {
    let all = facts["examples"][kind].as_array().unwrap();
    all.iter().map(|example| example["json"].clone()).filter(|json| !json.is_null()).collect()
}

/// The JSON of the example requests of an operation. Where one path creates and, with `action=delete`, deletes,
/// each operation has its own.
pub fn requests(facts: &Value, spec: &Spec) -> Vec<Value> {
    let two = facts["query"].as_array().unwrap().iter().any(|parameter| parameter["name"] == "action");
    let deletes = |example: &&Value| {
        example["request_line"].as_str().is_some_and(|line| line.contains("action=delete"))
    };
    let all = facts["examples"]["request"].as_array().unwrap();
    all.iter()
        .filter(|example| !two || deletes(example) == spec.id.contains(".Delete"))
        .map(|example| example["json"].clone())
        .filter(|json| !json.is_null())
        .collect()
}

/// An answer with every field of the table, each of the type that the table says.
pub fn sample_answer(facts: &Value) -> Value {
    fields(facts, facts["response"].as_array().unwrap())
}

fn fields(facts: &Value, list: &[Value]) -> Value {
    let pairs = list.iter().map(|field| {
        let name = field["name"].as_str().unwrap().to_owned();
        (name, sample(facts, field["type"].as_str().unwrap()))
    });
    Value::Object(pairs.collect::<Map<_, _>>())
}

fn sample(facts: &Value, kind: &str) -> Value {
    if let Some(of) = kind.strip_prefix("Array of ") {
        return json!([sample(facts, of)]);
    }
    match kind {
        "String" | "strings" | "string" => json!("1"),
        "Boolean" => json!(true),
        "Integer" | "Long" | "Number" | "integers" | "numbers" => json!(1),
        "Double" => json!(0.5),
        "Object" => json!({}),
        "Array" => json!([]),
        map if map.starts_with("Map<") => json!({"1": "1"}),
        name => {
            let name = name.trim_end_matches(" objects").trim_end_matches(" object");
            match facts["objects"][format!("response:{name}")].as_array() {
                Some(list) => fields(facts, list),
                None => json!({}),
            }
        }
    }
}

/// Where `written` lacks or changes what `read` has, as `path: what -> what`.
pub fn differences(read: &Value, written: &Value) -> Vec<String> {
    let mut found = Vec::new();
    compare(read, written, "", &mut found);
    found
}

fn compare(read: &Value, written: &Value, path: &str, found: &mut Vec<String>) {
    match (read, written) {
        (Value::Object(read), Value::Object(written)) => {
            for (key, value) in read {
                compare(value, written.get(key).unwrap_or(&Value::Null), &format!("{path}.{key}"), found);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (a, b) in a.iter().zip(b) {
                compare(a, b, &format!("{path}[]"), found);
            }
        }
        _ if read == written => {}
        _ => found.push(format!("{path}: {read} -> {written}")),
    }
}
