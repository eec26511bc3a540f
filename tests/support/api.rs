//! Calls that a test makes itself, to prepare what it then looks at in the browser.

use anyhow::{Context, ensure};
use reqwest::Method;
use serde_json::{Value, json};

use super::local::Local;

/// An IAM user of the local DMS, signed in.
pub struct Api<'l> {
    local: &'l Local,
    token: String,
}

impl<'l> Api<'l> {
    /// Signs in with the demo user's password.
    pub async fn sign_in(local: &'l Local) -> anyhow::Result<Self> {
        let info = local.info();
        let user = json!({ "name": info.user, "password": info.password, "domain": { "name": info.domain } });
        let body = json!({ "auth": {
            "identity": { "methods": ["password"], "password": { "user": user } },
            "scope": { "project": { "id": info.project_id } },
        }});
        let url = format!("{}/v3/auth/tokens", info.iam_endpoint);
        let answer = local.http.post(url).json(&body).send().await?;
        let header = |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        local.disown(&header("x-request-id").unwrap_or_default());
        let token = header("x-subject-token").context("the local DMS gives no token")?;
        Ok(Self { local, token })
    }

    /// The token, to paste.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Calls `path`, in which `{project_id}` is filled in; the answer's JSON.
    pub async fn call(&self, method: Method, path: &str, body: Option<Value>) -> anyhow::Result<Value> {
        let info = self.local.info();
        let url = format!("{}{}", info.endpoint, path.replace("{project_id}", &info.project_id));
        let mut request = self.local.http.request(method, url).header("x-auth-token", &self.token);
        if let Some(body) = body {
            request = request.json(&body);
        }
        let answer = request.send().await?;
        let id = answer.headers().get("x-request-id").and_then(|v| v.to_str().ok()).unwrap_or_default();
        self.local.disown(id);
        let (status, text) = (answer.status(), answer.text().await?);
        ensure!(status.is_success(), "{path}: {status} {text}");
        if text.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_str(&text)?) }
    }

    /// Id of the running Kafka instance with this name.
    pub async fn instance(&self, name: &str) -> anyhow::Result<String> {
        let list = self.call(Method::GET, "/v2/{project_id}/instances?limit=50", None).await?;
        let all = list["instances"].as_array().cloned().unwrap_or_default();
        let found = all.iter().find(|i| i["name"] == name).and_then(|i| i["instance_id"].as_str());
        found.map(str::to_owned).with_context(|| format!("no instance {name} in {list}"))
    }

    /// Makes a topic.
    pub async fn create_topic(&self, instance: &str, topic: &str, partitions: u32) -> anyhow::Result<()> {
        let body = json!({ "id": topic, "partition": partitions, "replication": 1 });
        let path = format!("/v2/{{project_id}}/instances/{instance}/topics");
        self.call(Method::POST, &path, Some(body)).await.map(drop)
    }
}
