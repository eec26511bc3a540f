//! What the gateway tells the console at start: `config.json` beside the page.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::record::field;
use crate::secret::Secret;

/// The console's runtime configuration. Missing file or missing keys mean the defaults, so a plain static host
/// needs no file at all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuntimeConfig {
    /// Where the gateway forwards calls, relative to the page's base address; `""` for no proxy: the browser
    /// calls the endpoints itself.
    pub proxy: String,
    /// The DMS that the gateway runs itself, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub local: Option<LocalDms>,
    /// Hosts that the gateway forwards to, as `host` or `host:port`; empty if unknown.
    pub hosts: Vec<String>,
    /// Whether the gateway refuses everything that changes something.
    pub read_only: bool,
    /// Version of the gateway, `""` if there is none.
    pub version: String,
}

impl Default for RuntimeConfig {
    fn default() -> Self {
        Self {
            proxy: "proxy/".to_owned(),
            local: None,
            hosts: Vec::new(),
            read_only: false,
            version: String::new(),
        }
    }
}

impl RuntimeConfig {
    /// Reads the file: what is missing or strange is as by default. By hand, because derived code would be several times
    /// as large in the browser.
    pub fn read(file: &Value) -> Self {
        let usual = Self::default();
        let Some(file) = file.as_object() else { return usual };
        Self {
            proxy: file.get("proxy").and_then(Value::as_str).map_or(usual.proxy, str::to_owned),
            local: file.get("local").and_then(Value::as_object).map(LocalDms::read),
            hosts: field(file, &["hosts"]),
            read_only: field(file, &["read_only"]),
            version: field(file, &["version"]),
        }
    }
}

/// A DMS on the user's own machine, with credentials that are valid nowhere else and so may be sent to the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct LocalDms {
    /// Name for people.
    pub name: String,
    /// `http://127.0.0.1:8635`.
    pub endpoint: String,
    /// Where its IAM answers; usually the same.
    pub iam_endpoint: String,
    /// Account name.
    pub domain: String,
    /// User name.
    pub user: String,
    /// The user's password.
    pub password: Secret,
    /// Access key.
    pub access_key: String,
    /// Secret key.
    pub secret_key: Secret,
    /// The project that holds its instances.
    pub project_id: String,
    /// That project's name.
    pub project_name: String,
}

impl LocalDms {
    fn read(object: &Map<String, Value>) -> Self {
        let text = |name: &str| -> String { field(object, &[name]) };
        Self {
            name: text("name"),
            endpoint: text("endpoint"),
            iam_endpoint: text("iam_endpoint"),
            domain: text("domain"),
            user: text("user"),
            password: text("password").into(),
            access_key: text("access_key"),
            secret_key: text("secret_key").into(),
            project_id: text("project_id"),
            project_name: text("project_name"),
        }
    }
}
