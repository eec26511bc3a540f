//! What the gateway tells the console at start: `config.json` beside the page.

use serde::{Deserialize, Serialize};

use crate::secret::Secret;

/// The console's runtime configuration. Missing file or missing keys mean the defaults, so a plain static host
/// needs no file at all.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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

/// A DMS on the user's own machine, with credentials that are valid nowhere else and so may be sent to the page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
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
