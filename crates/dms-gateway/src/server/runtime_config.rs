//! `config.json`: what the console learns about this gateway.

use bytes::Bytes;
use dms_api::config::{LocalDms, RuntimeConfig};

use crate::config::Config;

/// The file's content.
///
/// # Errors
/// When serialising fails.
pub fn json(config: &Config, local: Option<&dms_local::Running>) -> Result<Bytes, serde_json::Error> {
    let proxy = config.proxy.as_ref();
    let runtime = RuntimeConfig {
        proxy: if proxy.is_some() { "proxy/".to_owned() } else { String::new() },
        local: local.map(|running| local_dms(running.info())),
        hosts: proxy.map(|p| p.allow.names()).unwrap_or_default(),
        read_only: proxy.is_some_and(|p| p.read_only),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    };
    serde_json::to_vec(&runtime).map(Bytes::from)
}

fn local_dms(info: &dms_local::LocalInfo) -> LocalDms {
    LocalDms {
        name: "Local DMS".to_owned(),
        endpoint: info.endpoint.clone(),
        iam_endpoint: info.iam_endpoint.clone(),
        domain: info.domain.clone(),
        user: info.user.clone(),
        password: info.password.as_str().into(),
        access_key: info.access_key.clone(),
        secret_key: info.secret_key.as_str().into(),
        project_id: info.project_id.clone(),
        project_name: info.project_name.clone(),
    }
}
