//! Properties as lines of text: `name=value`. Pure.

use dms_api::models::rocketmq::MessageProperty;

/// Properties that have a field of their own.
pub const FIELDS: [&str; 4] = [
    MessageProperty::MESSAGE_KEYS,
    MessageProperty::TAGS,
    MessageProperty::SHARDING_KEY,
    MessageProperty::DELAY,
];

/// What brokers and clients write by themselves: it would be wrong in a copy.
const BROKERS: [&str; 17] = [
    MessageProperty::UNIQ_KEY,
    MessageProperty::RETRY_TOPIC,
    MessageProperty::ORIGIN_ID,
    "CLUSTER",
    "CONSUME_START_TIME",
    "DLQ_ORIGIN_MESSAGE_ID",
    "DLQ_ORIGIN_TOPIC",
    "MAX_OFFSET",
    "MAX_RECONSUME_TIMES",
    "MIN_OFFSET",
    "MSG_REGION",
    "PGROUP",
    "REAL_QID",
    "REAL_TOPIC",
    "RECONSUME_TIME",
    "TRAN_MSG",
    "WAIT",
];

/// Why a line is no property. Lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadLine {
    /// No name, or no `=`.
    Form { line: usize },
    /// It has a field of its own.
    Field { line: usize, name: String },
    /// The name stands above already.
    Twice { line: usize, name: String },
}

/// Reads lines of `name=value`; empty lines do not count.
///
/// # Errors
/// What is wrong with the first bad line.
pub fn read(text: &str) -> Result<Vec<MessageProperty>, BadLine> {
    let mut all: Vec<MessageProperty> = Vec::new();
    for (i, raw) in text.lines().enumerate().filter(|(_, raw)| !raw.trim().is_empty()) {
        let line = i + 1;
        let (name, value) = raw.split_once('=').ok_or(BadLine::Form { line })?;
        let name = name.trim().to_owned();
        if name.is_empty() {
            return Err(BadLine::Form { line });
        }
        if FIELDS.contains(&name.as_str()) {
            return Err(BadLine::Field { line, name });
        }
        if all.iter().any(|p| p.name == name) {
            return Err(BadLine::Twice { line, name });
        }
        all.push(MessageProperty::new(&name, unescaped(value)));
    }
    Ok(all)
}

/// The producer's own properties of a message as lines.
pub fn write(properties: &[MessageProperty]) -> String {
    let own =
        |p: &&MessageProperty| !FIELDS.contains(&p.name.as_str()) && !BROKERS.contains(&p.name.as_str());
    let lines = properties.iter().filter(own).map(|p| format!("{}={}", p.name, escaped(&p.value)));
    lines.collect::<Vec<_>>().join("\n")
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r")
}

fn unescaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value.chars();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match rest.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('\\') => out.push('\\'),
            Some(other) => out.extend(['\\', other]),
            None => out.push('\\'),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let own = [("shop", "7"), ("formula", "a=b"), ("text", "two\nlines \\n and a \\"), ("empty", "")];
        let mut all: Vec<MessageProperty> = own.map(|(n, v)| MessageProperty::new(n, v)).to_vec();
        let lines = write(&all);
        assert_eq!(read(&lines).unwrap(), all);
        all.extend(
            [("KEYS", "k"), ("UNIQ_KEY", "7F"), ("RETRY_TOPIC", "t")]
                .map(|(n, v)| MessageProperty::new(n, v)),
        );
        assert_eq!(write(&all), lines, "fields and what the broker wrote are not copied");
    }

    #[test]
    fn bad_lines_are_named() {
        assert_eq!(read("a=1\n\nb"), Err(BadLine::Form { line: 3 }));
        assert_eq!(read("=1"), Err(BadLine::Form { line: 1 }));
        assert_eq!(read("a=1\n a =2"), Err(BadLine::Twice { line: 2, name: "a".into() }));
        assert_eq!(read("TAGS=x"), Err(BadLine::Field { line: 1, name: "TAGS".into() }));
    }
}
