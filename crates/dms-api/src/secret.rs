//! Values that must never be shown: they print as `•••` and are cut out of texts that are shown.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A password or key. Sent as the text it is; its `Debug` never shows it.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

impl Secret {
    /// The text itself.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing to hide.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MASK)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

/// What stands for a secret in texts that are shown.
pub const MASK: &str = "•••";

/// JSON keys, in bodies of requests and answers, whose values are secrets.
pub const KEYS: &[&str] = &[
    "password",
    "new_password",
    "user_passwd",
    "kafka_manager_password",
    "secret_key",
    "secret",
    "securitytoken",
    "source_password",
];

/// Whether a JSON key holds a secret.
pub fn is_secret_key(key: &str) -> bool {
    KEYS.iter().any(|k| key.eq_ignore_ascii_case(k))
}

/// Replaces every secret text in a JSON tree by [`MASK`]. An object under a secret key (IAM's
/// `identity.password`) is searched instead. IAM's `identity.token.id` is a secret too.
pub fn redact(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(redact),
        Value::Object(map) => {
            for (key, inner) in map.iter_mut() {
                match inner {
                    Value::Array(_) | Value::Object(_) => redact(inner),
                    scalar if is_secret_key(key) => hide(Some(scalar)),
                    _ => {}
                }
            }
            if let Some(Value::Object(token)) = map.get_mut("token") {
                hide(token.get_mut("id"));
            }
        }
        _ => {}
    }
}

fn hide(value: Option<&mut Value>) {
    if let Some(value) = value {
        *value = Value::String(MASK.to_owned());
    }
}

/// [`redact`] on JSON text; a text that is no JSON is masked whole, since nothing is known about it.
pub fn redact_text(body: &str) -> String {
    match serde_json::from_str::<Value>(body) {
        Ok(mut value) => {
            redact(&mut value);
            value.to_string()
        }
        Err(_) if body.is_empty() => String::new(),
        Err(_) => MASK.to_owned(),
    }
}
