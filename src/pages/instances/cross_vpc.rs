//! What clients in other networks are told about each private address (`cross_vpc_info`). Pure.
//!
//! It is JSON in a text, and the reference's own example for RocketMQ is no valid JSON: each entry is closed before its
//! last key. So the text is not parsed but read from left to right: a key that is no known field begins an entry, known
//! fields belong to the entry before them.

use serde_json::Value;

/// One private address.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listener {
    /// The address, with its port where the service says it.
    pub address: String,
    /// What clients in other networks are told instead.
    pub advertised: String,
    /// Ports there, as the service writes them; empty or `-` for none.
    pub broker_port: String,
    pub namesrv_port: String,
    pub port: String,
    /// Id of the network port.
    pub port_id: String,
}

impl Listener {
    fn field(&mut self, key: &str) -> Option<&mut String> {
        Some(match key {
            "advertised_ip" => &mut self.advertised,
            "broker_port" => &mut self.broker_port,
            "namesrv_port" => &mut self.namesrv_port,
            "port" => &mut self.port,
            "port_id" => &mut self.port_id,
            _ => return None,
        })
    }

    /// Its ports, without those that are not there.
    pub fn ports(&self) -> Vec<&str> {
        let all = [&self.broker_port, &self.namesrv_port, &self.port];
        all.into_iter().map(String::as_str).filter(|port| !matches!(*port, "" | "-")).collect()
    }
}

/// Every listener that the value names, valid JSON or not.
pub fn listeners(info: &Value) -> Vec<Listener> {
    match info {
        Value::String(text) => read(text),
        other => read(&other.to_string()),
    }
}

fn read(text: &str) -> Vec<Listener> {
    let mut all: Vec<Listener> = Vec::new();
    let mut rest = text;
    while let Some((word, tail)) = token(rest) {
        rest = tail;
        // Only what a colon follows is a key.
        let Some(after) = rest.trim_start().strip_prefix(':') else { continue };
        rest = after;
        if all.last_mut().is_some_and(|entry| entry.field(&word).is_some()) {
            if !after.trim_start().starts_with(['{', '['])
                && let Some((value, tail)) = token(after)
            {
                rest = tail;
                if let Some(field) = all.last_mut().and_then(|entry| entry.field(&word)) {
                    *field = value;
                }
            }
        } else if after.trim_start().starts_with('{') {
            all.push(Listener { address: word, ..Listener::default() });
        }
    }
    all
}

/// The next text, number or word, and what follows it.
fn token(text: &str) -> Option<(String, &str)> {
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || "{}[],:".contains(c));
    if let Some(quoted) = text.strip_prefix('"') {
        // Neither addresses nor ids have quotes in them.
        let (word, tail) = quoted.split_once('"')?;
        return Some((word.to_owned(), tail));
    }
    let end = text.find(|c: char| c.is_whitespace() || "{}[],:".contains(c)).unwrap_or(text.len());
    let (word, tail) = text.split_at(end);
    (!word.is_empty()).then(|| (word.to_owned(), tail))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn valid_json_in_either_form() {
        let object = json!({
            "10.0.0.1:9092": {"advertised_ip": "10.0.0.9", "port": 9092, "port_id": "p1"},
            "10.0.0.2:9092": {"advertised_ip": "10.0.0.2", "port": 9092, "port_id": "p2"}
        });
        let found = listeners(&object);
        assert_eq!(found, listeners(&Value::String(object.to_string())));
        assert_eq!(
            (found.len(), found[0].advertised.as_str(), found[1].port.as_str()),
            (2, "10.0.0.9", "9092")
        );
        assert_eq!(found[0].ports(), ["9092"]);
    }

    #[test]
    fn entries_that_are_closed_too_early() {
        let text = concat!(
            r#"{"192.168.1.21":{"advertised_ip":"192.168.1.21","broker_port":"-","port_id":"a"},"#,
            r#""namesrv_port":"8301"},"192.168.1.246":{"advertised_ip":"192.168.1.246","broker_port":"10100","#,
            r#""port_id":"b"},"namesrv_port":"-"}}"#
        );
        let found = listeners(&Value::String(text.to_owned()));
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].namesrv_port.as_str(), found[0].ports()), ("8301", vec!["8301"]));
        assert_eq!((found[1].port_id.as_str(), found[1].ports()), ("b", vec!["10100"]));
    }

    #[test]
    fn a_text_that_breaks_off_or_says_nothing() {
        let cut = listeners(&json!("{\"192.168.1.159\"}"));
        assert!(cut.is_empty());
        let cut = listeners(&json!("{\"10.0.0.1\":{\"advertised_ip\":\"10.0"));
        assert_eq!((cut.len(), cut[0].advertised.as_str()), (1, ""));
        for nothing in [json!(null), json!({}), json!(""), json!(7), json!(":::{{\"")] {
            assert!(listeners(&nothing).is_empty(), "{nothing}");
        }
    }
}
