//! Finds code, message and request id in whatever an error answer holds.

use serde_json::{Map, Value};

/// What was found; a blank counts as nothing.
#[derive(Default)]
pub(super) struct Found {
    pub code: Option<String>,
    pub message: Option<String>,
    pub request_id: Option<String>,
}

const CODE: &[&str] = &["error_code", "errorCode", "code"];
const MESSAGE: &[&str] = &["error_msg", "errorMsg", "error_message", "errorMessage", "message"];
const REQUEST_ID: &[&str] = &["request_id", "requestId"];

/// Longest text that is taken for a message where the body is no JSON, in characters.
const TEXT_LIMIT: usize = 300;

pub(super) fn find(body: &str) -> Found {
    let body = body.trim_start_matches('\u{feff}').trim();
    match serde_json::from_str::<Value>(body) {
        Ok(Value::String(text)) => Found { message: plain(&text), ..Found::default() },
        Ok(value) => search(&value, 0),
        Err(_) if body.starts_with(['{', '[']) => cut_off(body),
        Err(_) => Found { message: plain(body), ..Found::default() },
    }
}

/// Outer objects win over inner ones; what one lacks, the next inner one that says anything adds.
fn search(value: &Value, depth: u8) -> Found {
    let (found, inner): (Found, Vec<&Value>) = match value {
        Value::Object(map) => (read(map), map.values().collect()),
        Value::Array(items) => (Found::default(), items.iter().collect()),
        _ => return Found::default(),
    };
    if depth > 8 || found.code.is_some() && found.message.is_some() {
        return found;
    }
    let nested = inner.into_iter().map(|v| search(v, depth + 1));
    let nested = nested.into_iter().find(|f| f.code.is_some() || f.message.is_some()).unwrap_or_default();
    Found {
        code: found.code.or(nested.code),
        message: found.message.or(nested.message),
        request_id: found.request_id.or(nested.request_id),
    }
}

fn read(map: &Map<String, Value>) -> Found {
    Found { code: text_of(map, CODE), message: text_of(map, MESSAGE), request_id: text_of(map, REQUEST_ID) }
}

/// The first of the keys with a text or a number.
fn text_of(map: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().filter_map(|key| map.get(*key)).find_map(|value| match value {
        Value::String(text) => plain(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

/// JSON that ends too early: the keys are looked for in the text.
fn cut_off(body: &str) -> Found {
    let first = |keys: &[&str]| keys.iter().find_map(|key| scan(body, key));
    Found { code: first(CODE), message: first(MESSAGE), request_id: first(REQUEST_ID) }
}

/// The text or number after `"key":`. A text that is itself cut off is taken as far as it goes.
fn scan(body: &str, key: &str) -> Option<String> {
    let (_, after) = body.split_once(&format!("\"{key}\""))?;
    let value = after.trim_start().strip_prefix(':')?.trim_start();
    let Some(text) = value.strip_prefix('"') else {
        let number: String = value.chars().take_while(char::is_ascii_digit).collect();
        return plain(&number);
    };
    let mut out = String::new();
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    plain(&out)
}

/// A text to show: an HTML page is its title, long texts are cut, blanks are nothing.
fn plain(text: &str) -> Option<String> {
    let text = text.trim();
    let text = if text.starts_with('<') { title(text) } else { text };
    let cut: String = text.chars().take(TEXT_LIMIT).collect();
    (!cut.is_empty()).then_some(cut)
}

fn title(html: &str) -> &str {
    let inside = html.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    inside.map_or("", |(title, _)| title.trim())
}
