//! Messages as files. Pure.

use std::sync::Arc;

use dms_api::time;

use super::message::{Body, Message};
use crate::json::Path;
use crate::pages::browse::quoted;
use crate::pages::export::{Cell, csv};

/// Media type of [`json`].
pub const JSON: &str = "application/json";

/// One JSON object per message in a list. A body that is JSON stands as JSON, exactly as it was written; any other as
/// a text; one that has not been loaded whole is marked.
pub fn json(topic: &str, messages: &[Arc<Message>]) -> String {
    let mut out = String::from("[");
    for (i, message) in messages.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        push_object(&mut out, topic, message);
    }
    out.push_str("\n]\n");
    out
}

/// One message as a JSON object.
pub fn one(topic: &str, message: &Message) -> String {
    let mut out = String::new();
    push_object(&mut out, topic, message);
    out.push('\n');
    out
}

fn push_object(out: &mut String, topic: &str, message: &Message) {
    let mut member = |name: &str, value: &str| {
        out.push_str(if name == "topic" { "{" } else { ", " });
        out.push('"');
        out.push_str(name);
        out.push_str("\": ");
        out.push_str(value);
    };
    member("topic", &quoted(topic));
    member("partition", &message.place.partition.to_string());
    member("offset", &message.place.offset.to_string());
    member("timestamp", &message.at.map_or_else(|| "null".to_owned(), |at| at.to_string()));
    member("size", &message.size.to_string());
    match &message.body {
        Body::Unloaded => member("loaded", "false"),
        body => {
            member("key", &message.key.as_deref().map_or_else(|| "null".to_owned(), quoted));
            let value = match (message.doc(), message.text()) {
                (Some(doc), _) => doc.source().trim().to_owned(),
                (None, Some(text)) => quoted(text),
                (None, None) => "null".to_owned(),
            };
            member("value", &value);
            if matches!(body, Body::Start(_)) {
                member("truncated", "true");
            }
        }
    }
    out.push('}');
}

/// A table of messages; a column for each path after the usual ones.
pub fn table(topic: &str, messages: &[Arc<Message>], paths: &[(String, Path)]) -> String {
    let usual = ["topic", "partition", "offset", "timestamp_ms", "time_utc", "size", "key", "value"];
    let header: Vec<&str> = usual.into_iter().chain(paths.iter().map(|(text, _)| text.as_str())).collect();
    csv(&header, messages.iter().map(|message| row(topic, message, paths)))
}

fn row(topic: &str, message: &Message, paths: &[(String, Path)]) -> Vec<Cell> {
    let mut cells: Vec<Cell> = vec![
        topic.into(),
        message.place.partition.into(),
        message.place.offset.into(),
        message.at.map_or_else(|| "".into(), Into::into),
        message.at.map(time::iso).unwrap_or_default().into(),
        message.size.into(),
        message.key.as_deref().unwrap_or_default().into(),
        message.text().map(|text| &**text).unwrap_or_default().into(),
    ];
    cells.extend(paths.iter().map(|(_, path)| Cell::from(field(message, path))));
    cells
}

/// The values that a path leads to in a message, separated by blanks.
pub fn field(message: &Message, path: &Path) -> String {
    let Some(doc) = message.doc() else { return String::new() };
    let found = path.find(doc, 20);
    found.iter().map(|id| doc.text(*id)).collect::<Vec<_>>().join("  ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::kafka::messages::ask::Place;

    fn messages() -> Vec<Arc<Message>> {
        let message = |offset, key: Option<&str>, body| {
            let place = Place { partition: 1, offset };
            Arc::new(Message::new(place, Some(1_700_000_000_123), 9, key.map(Into::into), body))
        };
        vec![
            message(
                7,
                Some("k\"1"),
                Body::Whole(Some(r#"{"n": 1.10, "big": 12345678901234567890123}"#.into())),
            ),
            message(8, None, Body::Whole(Some("plain, text".into()))),
            message(9, None, Body::Whole(None)),
            message(10, None, Body::Start("{\"cut".into())),
            message(11, None, Body::Unloaded),
        ]
    }

    #[test]
    fn json_bodies_stay_exactly_as_they_were_written() {
        let text = json("orders", &messages());
        assert!(text.contains(r#""value": {"n": 1.10, "big": 12345678901234567890123}}"#), "{text}");
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(list[0]["key"], "k\"1");
        assert_eq!(list[1]["value"], "plain, text");
        assert!(list[2]["value"].is_null());
        assert_eq!((&list[3]["truncated"], &list[3]["value"]), (&true.into(), &"{\"cut".into()));
        assert_eq!(list[4]["loaded"], false);
    }

    #[test]
    fn tables_have_a_column_per_field() {
        let text = table("orders", &messages(), &[("$.n".to_owned(), Path::parse("$.n").unwrap())]);
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert!(lines[0].ends_with(",key,value,$.n"), "{}", lines[0]);
        assert!(lines[1].starts_with("orders,1,7,1700000000123,2023-11-14T22:13:20.123Z,9,"), "{}", lines[1]);
        assert!(lines[1].ends_with(",1.10"), "{}", lines[1]);
        assert!(lines[2].contains("\"plain, text\""), "{}", lines[2]);
    }
}
