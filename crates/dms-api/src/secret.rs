//! Values that must never be shown: they print as `•••` and are cut out of texts that are shown.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::json_text;

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
    "password_hash",
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

/// Whether the value under a key, in an object that itself stands under the key `around`, is a secret.
fn is_secret(key: &str, around: Option<&str>) -> bool {
    // No key of ours is written with an escape; one that hides its letters is not trusted.
    is_secret_key(key) || key.contains('\\') || (key == "id" && around == Some("token"))
}

/// Replaces every secret in a JSON text by [`MASK`]; the keys keep their order. An object under a secret key (IAM's
/// `identity.password`) is searched instead; IAM's `identity.token.id` is a secret too. A text that is no JSON is
/// masked whole, since nothing is known about it.
pub fn redact_text(body: &str) -> String {
    match serde_json::from_str::<Value>(body) {
        Ok(_) => json_text::mask(body, MASK, is_secret),
        Err(_) if body.is_empty() => String::new(),
        Err(_) => MASK.to_owned(),
    }
}
