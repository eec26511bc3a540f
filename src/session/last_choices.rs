//! What the sign-in page remembers between visits: everything but secrets.

use serde::{Deserialize, Serialize};

use crate::session::storage;

/// The last choices made on the sign-in page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct LastChoices {
    /// `password`, `keys` or `token`.
    pub method: String,
    /// Region id, or `custom`.
    pub region: String,
    pub dms: String,
    pub iam: String,
    pub domain: String,
    pub user: String,
    pub access_key: String,
    pub project_id: String,
}

const KEY: &str = "dms.sign-in";

impl LastChoices {
    /// What the last sign-in on this browser used.
    pub fn load() -> Self {
        storage::local_get(KEY).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Remembers them.
    pub fn save(&self) {
        if let Ok(text) = serde_json::to_string(self) {
            storage::local_set(KEY, &text);
        }
    }
}
