//! A task's parameters for people: what it changes, from what to what.

use dms_api::models::Task;
use dms_api::record::Json;

use crate::i18n::{Locale, Msg, core, number, tasks as text};

/// What a parameter is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    Known(Msg),
    /// As the service calls it.
    Raw(String),
}

/// One parameter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Param {
    pub label: Label,
    /// What it was, where the task says.
    pub before: Option<String>,
    pub value: String,
}

/// Parameters that have a name of their own, the telling ones first; what begins with `old_`, `origin_` or `new_` goes by the rest.
const LABELS: [(&str, Msg); 25] = [
    ("oper_type", text::P_KIND),
    ("storage_space", text::P_STORAGE),
    ("broker_num", text::P_BROKERS),
    ("product_id", text::P_FLAVOUR),
    ("auto_status", text::P_AUTO_TOPIC),
    ("retention_policy", text::P_RETENTION),
    ("user_name", text::P_USER),
    ("kafka_manager_user", text::P_USER),
    ("advertised_ip_contents", text::P_ADDRESSES),
    ("topics", text::P_TOPICS),
    ("topic", text::P_TOPIC),
    ("groups", text::P_GROUPS),
    ("group_ids", text::P_GROUPS),
    ("partitions", text::P_PARTITIONS),
    ("reassignments", text::P_REASSIGNMENTS),
    ("throttle", text::P_THROTTLE),
    ("execute_at", text::P_AT),
    ("partitions_to_move", text::P_TO_MOVE),
    ("moved_partitions", text::P_MOVED),
    ("name", core::NAME),
    ("engine", text::P_ENGINE),
    ("public_ip_id", text::P_PUBLIC_IP),
    ("public_ip_address", text::P_PUBLIC_IP),
    ("instance_id", text::P_INSTANCE),
    ("enable_publicip", text::P_PUBLIC),
];

/// Words among the values.
const WORDS: [(&str, Msg); 5] = [
    ("storage", text::KIND_STORAGE),
    ("horizontal", text::KIND_HORIZONTAL),
    ("vertical", text::KIND_VERTICAL),
    ("time_base", crate::i18n::instances::TIME_BASE),
    ("produce_reject", crate::i18n::instances::PRODUCE_REJECT),
];

/// The parameters of `task`, those with a name first; none where it has none or where they cannot be read.
pub fn params(task: &Task, locale: Locale) -> Vec<Param> {
    let Json::Object(all) = task.parameters() else { return Vec::new() };
    let mut out = Vec::new();
    for (key, value) in &all {
        let (time, stem) = split(key);
        let before = ["old_", "origin_"].iter().find_map(|prefix| all.get(&format!("{prefix}{stem}")));
        // What it was stands beside what it is.
        let has_after = all.contains_key(&format!("new_{stem}"));
        if time == Time::Before && has_after {
            continue;
        }
        let before = before.filter(|_| time == Time::After).map(|value| written(value, locale));
        let rank = LABELS.iter().position(|(own, _)| *own == stem).unwrap_or(LABELS.len());
        out.push((rank, Param { label: label(stem, key), before, value: written(value, locale) }));
    }
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, param)| param).collect()
}

/// How many of how many partitions a reassignment has moved.
pub fn moved(task: &Task) -> Option<(u64, u64)> {
    let all = task.parameters();
    let count = |key: &str| all.get(key).and_then(Json::as_u64);
    Some((count("moved_partitions")?, count("partitions_to_move")?))
}

/// The first parameters in one line.
pub fn line(params: &[Param], locale: Locale) -> String {
    let one = |param: &Param| {
        let label = match &param.label {
            Label::Known(msg) => msg.text(locale),
            Label::Raw(key) => key,
        };
        match &param.before {
            Some(before) => format!("{label}: {before} → {}", param.value),
            None => format!("{label}: {}", param.value),
        }
    };
    params.iter().take(3).map(one).collect::<Vec<_>>().join(" · ")
}

#[derive(Clone, Copy, PartialEq)]
enum Time {
    Before,
    After,
    Plain,
}

fn split(key: &str) -> (Time, &str) {
    let of = |prefix, time| key.strip_prefix(prefix).map(|stem| (time, stem));
    of("old_", Time::Before)
        .or_else(|| of("origin_", Time::Before))
        .or_else(|| of("new_", Time::After))
        .unwrap_or((Time::Plain, key))
}

fn label(stem: &str, key: &str) -> Label {
    match LABELS.iter().find(|(own, _)| *own == stem) {
        Some((_, msg)) => Label::Known(*msg),
        None => Label::Raw(key.to_owned()),
    }
}

fn written(value: &Json, locale: Locale) -> String {
    match value {
        Json::Null => "–".to_owned(),
        Json::Bool(on) => (if *on { core::YES } else { core::NO }).text(locale).to_owned(),
        Json::Number(n) => n.as_i64().map_or_else(|| n.to_string(), number),
        Json::String(word) => {
            let known = WORDS.iter().find(|(own, _)| own == word);
            known.map_or_else(|| word.clone(), |(_, msg)| msg.text(locale).to_owned())
        }
        Json::Array(items) => {
            let items = items.iter().map(|item| written(item, locale));
            items.collect::<Vec<_>>().join(", ")
        }
        Json::Object(map) => match map.get("topic") {
            // What is moved is known by its topic; the rest is in the document below.
            Some(topic) => written(topic, locale),
            None => {
                let pairs = map.iter().map(|(key, value)| format!("{key} = {}", written(value, locale)));
                pairs.collect::<Vec<_>>().join(", ")
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn task(params: &str) -> Task {
        Task { params: params.to_owned(), ..Task::default() }
    }

    #[test]
    fn before_and_after_are_one_parameter() {
        let grown = task(r#"{"oper_type":"storage","old_storage_space":600,"new_storage_space":900}"#);
        let all = params(&grown, Locale::En);
        assert_eq!(all.len(), 2);
        let storage = all.iter().find(|p| p.before.is_some()).unwrap();
        assert_eq!((storage.before.as_deref(), storage.value.as_str()), (Some("600"), "900"));
        assert_eq!(storage.label, Label::Known(text::P_STORAGE));
        assert!(line(&all, Locale::En).contains("600 → 900"));
        let policy =
            task(r#"{"new_retention_policy":"time_base","origin_retention_policy":"produce_reject"}"#);
        assert_eq!(params(&policy, Locale::En).len(), 1);
    }

    #[test]
    fn what_is_not_known_or_no_json_is_not_lost_and_breaks_nothing() {
        let odd = params(&task(r#"{"shoe_size":43,"tags":[{"k":"a"},true,null]}"#), Locale::En);
        let has = |raw: &str, value: &str| {
            odd.iter().any(|p| p.label == Label::Raw(raw.to_owned()) && p.value == value)
        };
        assert!(has("shoe_size", "43") && has("tags", "k = a, Yes, –"), "{odd:?}");
        assert!(params(&task("not json"), Locale::En).is_empty());
        assert!(params(&task("[1]"), Locale::En).is_empty());
    }

    #[test]
    fn a_reassignment_says_how_far_it_is() {
        assert_eq!(moved(&task(r#"{"partitions_to_move":6,"moved_partitions":2}"#)), Some((2, 6)));
        assert_eq!(moved(&task("{}")), None);
    }
}
