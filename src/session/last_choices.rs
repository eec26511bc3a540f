//! What the sign-in page remembers between visits: everything but secrets.

use dms_api::record::field;
use serde_json::{Value, json};

use crate::session::storage;

/// The last choices made on the sign-in page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastChoices {
    /// `password`, `keys` or `token`.
    pub method: String,
    /// Region id, or `custom`.
    pub region: String,
    pub dms: String,
    pub iam: String,
    pub domain: String,
    pub user: String,
    /// Of the session that has ended, to sign in again; not kept on the machine.
    pub access_key: String,
    pub project_id: String,
    /// Whether version 1 of Kafka's API is used.
    pub version_1: bool,
}

const KEY: &str = "dms.sign-in";

impl LastChoices {
    /// What the last sign-in on this browser used.
    pub fn load() -> Self {
        let stored = storage::local_get(KEY).unwrap_or_default();
        Self::read(&serde_json::from_str(&stored).unwrap_or_default())
    }

    /// Remembers them.
    pub fn save(&self) {
        if let Ok(text) = serde_json::to_string(&self.written()) {
            storage::local_set(KEY, &text);
        }
    }

    fn read(value: &Value) -> Self {
        let Some(object) = value.as_object() else { return Self::default() };
        let text = |name: &str| -> String { field(object, &[name]) };
        Self {
            method: text("method"),
            region: text("region"),
            dms: text("dms"),
            iam: text("iam"),
            domain: text("domain"),
            user: text("user"),
            access_key: String::new(),
            project_id: text("project_id"),
            version_1: field(object, &["version_1"]),
        }
    }

    fn written(&self) -> Value {
        json!({
            "method": self.method.as_str(),
            "region": self.region.as_str(),
            "dms": self.dms.as_str(),
            "iam": self.iam.as_str(),
            "domain": self.domain.as_str(),
            "user": self.user.as_str(),
            "project_id": self.project_id.as_str(),
            "version_1": self.version_1,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_remembered() {
        let choices = LastChoices {
            method: "keys".into(),
            region: "custom".into(),
            dms: "https://dms.example".into(),
            iam: "https://iam.example".into(),
            domain: "acme".into(),
            user: "me".into(),
            access_key: String::new(),
            project_id: "p1".into(),
            version_1: true,
        };
        assert_eq!(LastChoices::read(&choices.written()), choices);
        assert_eq!(LastChoices::read(&Value::Null), LastChoices::default());
    }

    #[test]
    fn access_keys_are_not_kept() {
        let choices = LastChoices { access_key: "HIDDENKEY".into(), ..LastChoices::default() };
        assert!(!choices.written().to_string().contains("HIDDENKEY"));
    }
}
