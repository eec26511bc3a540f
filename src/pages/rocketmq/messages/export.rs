//! Messages as files.

use std::sync::Arc;

use dms_api::time;

use super::row::Row;
use crate::pages::browse::quoted;
use crate::pages::export::{CSV, Cell, csv, save};

/// Media type of [`json`].
pub const JSON: &str = "application/json";

/// The forms that a list can be saved in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Json,
    Csv,
}

/// Saves messages. `name` is that of the file, without its end.
pub fn save_all(name: &str, rows: &[Arc<Row>], form: Form) {
    match form {
        Form::Json => save(&format!("{name}.json"), JSON, &json(rows)),
        Form::Csv => save(&format!("{name}.csv"), CSV, &table(rows)),
    }
}

/// Saves one message as JSON.
pub fn save_message(row: &Row) {
    let mut out = String::new();
    push_object(&mut out, row);
    out.push('\n');
    save(&file(row, "json"), JSON, &out);
}

/// Saves the body of one message.
pub fn save_body(row: &Row) {
    let (end, media_type) = match row.doc() {
        Some(_) => ("json", JSON),
        None => ("txt", "text/plain;charset=utf-8"),
    };
    save(&file(row, &format!("body.{end}")), media_type, &row.message.body);
}

fn file(row: &Row, end: &str) -> String {
    format!("{}-{}.{end}", row.message.topic, row.id())
}

/// One JSON object per message in a list. A body that is JSON stands as JSON, exactly as it was written; any other as a
/// text.
fn json(rows: &[Arc<Row>]) -> String {
    let mut out = String::from("[");
    for (i, row) in rows.iter().enumerate() {
        out.push_str(if i == 0 { "\n" } else { ",\n" });
        push_object(&mut out, row);
    }
    out.push_str("\n]\n");
    out
}

fn push_object(out: &mut String, row: &Row) {
    let m = &row.message;
    let mut member = |name: &str, value: &str| {
        out.push_str(if name == "topic" { "{" } else { ", " });
        out.push_str(&quoted(name));
        out.push_str(": ");
        out.push_str(value);
    };
    let moment = |at: Option<i64>| at.map_or_else(|| "null".to_owned(), |at| at.to_string());
    member("topic", &quoted(&m.topic));
    member("msg_id", &quoted(&m.msg_id));
    member("queue_id", &m.queue_id.to_string());
    member("queue_offset", &m.queue_offset.to_string());
    member("store_timestamp", &moment(row.stored_at()));
    member("born_timestamp", &moment(row.born_at()));
    member("reconsume_times", &m.reconsume_times.to_string());
    member("store_size", &m.store_size.to_string());
    member("body_crc", &m.body_crc.to_string());
    member("born_host", &quoted(&m.born_host));
    member("store_host", &quoted(&m.store_host));
    member("property_list", &properties(row));
    member("body", &row.doc().map_or_else(|| quoted(&m.body), |doc| doc.source().trim().to_owned()));
    out.push('}');
}

fn properties(row: &Row) -> String {
    let each = row.message.property_list.iter();
    let each = each.map(|p| format!("{{\"name\": {}, \"value\": {}}}", quoted(&p.name), quoted(&p.value)));
    format!("[{}]", each.collect::<Vec<_>>().join(", "))
}

fn table(rows: &[Arc<Row>]) -> String {
    let header = [
        "topic",
        "msg_id",
        "unique_key",
        "queue_id",
        "queue_offset",
        "store_timestamp_ms",
        "stored_utc",
        "born_timestamp_ms",
        "reconsume_times",
        "tags",
        "keys",
        "store_size",
        "born_host",
        "store_host",
        "origin_topic",
        "origin_msg_id",
        "body",
    ];
    csv(&header, rows.iter().map(|row| cells(row)))
}

fn cells(row: &Row) -> Vec<Cell> {
    let m = &row.message;
    let moment = |at: Option<i64>| at.map_or_else(|| "".into(), Cell::from);
    let (topic, id) = row.origin().unwrap_or_default();
    vec![
        m.topic.as_str().into(),
        m.msg_id.as_str().into(),
        m.unique_key().unwrap_or_default().into(),
        m.queue_id.into(),
        m.queue_offset.into(),
        moment(row.stored_at()),
        row.stored_at().map(time::iso).unwrap_or_default().into(),
        moment(row.born_at()),
        m.reconsume_times.into(),
        m.tags().unwrap_or_default().into(),
        m.keys().join(" ").into(),
        m.store_size.into(),
        m.born_host.as_str().into(),
        m.store_host.as_str().into(),
        topic.into(),
        id.into(),
        m.body.as_str().into(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::models::rocketmq::{Message, MessageProperty};
    use dms_api::record::Millis;

    fn rows() -> Vec<Arc<Row>> {
        let message = |body: &str| Message {
            topic: "%DLQ%g".to_owned(),
            msg_id: "AB\"1".to_owned(),
            store_timestamp: Millis(1_700_000_000_123),
            body: body.to_owned(),
            property_list: vec![
                MessageProperty::new("TAGS", "paid"),
                MessageProperty::new("RETRY_TOPIC", "t"),
            ],
            ..Message::default()
        };
        [r#"{"n": 1.10, "big": 12345678901234567890123}"#, "plain, text"]
            .map(|body| Arc::new(Row::new(message(body))))
            .to_vec()
    }

    #[test]
    fn json_bodies_stay_exactly_as_they_were_written() {
        let text = json(&rows());
        assert!(text.contains(r#""body": {"n": 1.10, "big": 12345678901234567890123}}"#), "{text}");
        let list: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!((&list[0]["msg_id"], &list[1]["body"]), (&"AB\"1".into(), &"plain, text".into()));
        assert_eq!(list[0]["property_list"][0]["value"], "paid");
        assert!(list[0]["born_timestamp"].is_null());
    }

    #[test]
    fn tables_have_a_line_per_message() {
        let text = table(&rows());
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[2].contains("1700000000123,2023-11-14T22:13:20.123Z,,0,paid,"), "{}", lines[2]);
        assert!(lines[2].ends_with("\"plain, text\""), "{}", lines[2]);
    }
}
