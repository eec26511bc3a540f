//! The local DMS's own side door: journal, faults, clock, tokens.

use std::collections::BTreeSet;
use std::sync::Mutex;

use anyhow::Context;
use dms_local::LocalInfo;
use reqwest::{Client, Method};
use serde::Deserialize;
use serde_json::Value;

/// One call as the local DMS journals it.
#[derive(Clone, Debug, Deserialize)]
pub struct Call {
    pub operation: Option<String>,
    pub status: u16,
    pub request_id: String,
}

/// The side door of one local DMS.
pub struct Local {
    info: LocalInfo,
    pub(super) http: Client,
    /// Request ids of calls that the tests made themselves, which are no deed of the console's.
    own: Mutex<BTreeSet<String>>,
}

impl Local {
    pub fn new(info: LocalInfo) -> Self {
        // Not through whatever proxy the environment names.
        let http = Client::builder().no_proxy().build().expect("a client without TLS");
        Self { info, http, own: Mutex::default() }
    }

    pub fn info(&self) -> &LocalInfo {
        &self.info
    }

    /// Remembers a call of the tests' own.
    pub(super) fn disown(&self, request_id: &str) {
        self.own.lock().expect("no test panics here").insert(request_id.to_owned());
    }

    /// What the browser has called since [`Local::forget`], oldest first.
    pub async fn calls(&self) -> anyhow::Result<Vec<Call>> {
        let mut answer = self.ask(Method::GET, "journal", None).await?;
        let calls: Vec<Call> = serde_json::from_value(answer["calls"].take())?;
        let own = self.own.lock().expect("no test panics here");
        Ok(calls.into_iter().filter(|call| !own.contains(&call.request_id)).collect())
    }

    /// Empties the journal.
    pub async fn forget(&self) -> anyhow::Result<()> {
        self.ask(Method::DELETE, "journal", None).await.map(drop)
    }

    /// Plays a failure, for example `{"operation": "kafka.ListTopics", "kind": "drop", "times": 1}`.
    pub async fn fault(&self, fault: Value) -> anyhow::Result<()> {
        self.ask(Method::POST, "faults", Some(fault)).await.map(drop)
    }

    /// Ends every token at once.
    pub async fn expire_tokens(&self) -> anyhow::Result<()> {
        self.ask(Method::POST, "tokens/expire", None).await.map(drop)
    }

    /// Broker addresses of a Kafka instance, `host:port` separated by commas.
    pub async fn bootstrap(&self, instance_id: &str) -> anyhow::Result<String> {
        let info = self.ask(Method::GET, "info", None).await?;
        let brokers = info["kafka"][instance_id].as_str().map(str::to_owned);
        brokers.with_context(|| format!("no brokers of {instance_id} in {info}"))
    }

    /// Moves the service's clock on, until [`Local::calm`].
    pub async fn advance(&self, ms: i64) -> anyhow::Result<()> {
        let body = serde_json::json!({ "advance_ms": ms });
        self.ask(Method::POST, "clock", Some(body)).await.map(drop)
    }

    /// Stops the service's clock until [`Local::calm`]: what takes time does not end meanwhile, so it can be seen.
    pub async fn stop_clock(&self) -> anyhow::Result<()> {
        self.ask(Method::POST, "clock", Some(serde_json::json!({ "stop": true }))).await.map(drop)
    }

    /// No faults, the real time.
    pub async fn calm(&self) -> anyhow::Result<()> {
        self.ask(Method::DELETE, "faults", None).await?;
        self.ask(Method::DELETE, "clock", None).await.map(drop)
    }

    pub(super) async fn ask(&self, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
        let url = format!("{}/__local/{path}", self.info.endpoint);
        let mut request = self.http.request(method, url);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let text = request.send().await?.error_for_status()?.text().await?;
        if text.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_str(&text)?) }
    }
}
