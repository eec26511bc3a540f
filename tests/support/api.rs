//! Calls that a test makes itself, to prepare what it then looks at in the browser.

use anyhow::{Context, bail};
use dms_api::error::ApiError;
use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::FromAnswer;
use dms_api::ops::iam::{CreateToken, CreateTokenBody, TokenScope};
use dms_api::ops::kafka::{
    CreateInstance, CreateInstanceBody, CreateTopic, CreateTopicBody, ListInstances, ShowInstance,
};
use dms_api::{Engine, Operation, Scope};
use reqwest::Method;
use serde_json::Value;

use super::local::Local;
use super::wait::until;

/// The demo user of a local DMS, signed in.
pub struct Api<'l> {
    local: &'l Local,
    token: String,
}

impl<'l> Api<'l> {
    /// Signs in with the demo user's password.
    pub async fn sign_in(local: &'l Local) -> anyhow::Result<Self> {
        let info = local.info();
        let scope = Some(TokenScope::project_name(&info.project_name));
        let body = CreateTokenBody::password(&info.domain, &info.user, &info.password, scope);
        let request = CreateToken { nocatalog: None, body }.request(&Scope::default())?;
        let call = local.http.post(format!("{}{}", info.iam_endpoint, request.target()));
        let call = call.header("content-type", "application/json").body(request.body.unwrap_or_default());
        let answer = call.send().await?;
        let header = |name: &str| answer.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        local.disown(&header("x-request-id").unwrap_or_default());
        let token = header("x-subject-token").context("the local DMS gives no token")?;
        Ok(Self { local, token })
    }

    /// The token, to paste.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// Sends an operation.
    pub async fn send<O: Operation>(&self, operation: &O) -> anyhow::Result<O::Response> {
        let info = self.local.info();
        let request = operation.request(&Scope { project_id: info.project_id.clone() })?;
        let method = Method::from_bytes(request.method.as_str().as_bytes())?;
        let url = format!("{}{}", info.endpoint, request.target());
        let mut call = self.local.http.request(method, url).header("x-auth-token", &self.token);
        if let Some(body) = request.body {
            call = call.header("content-type", "application/json").body(body);
        }
        let answer = call.send().await?;
        let id =
            answer.headers().get("x-request-id").and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        self.local.disown(&id);
        let (status, text) = (answer.status(), answer.text().await?);
        if !status.is_success() {
            bail!("{}: {:?}", O::SPEC.id, ApiError::read(status.as_u16(), &text, Some(&id)));
        }
        Ok(O::Response::from_answer(&serde_json::from_str(&text).unwrap_or(Value::Null)))
    }

    /// Id of the Kafka instance with this name, if there is one.
    pub async fn find_kafka(&self, name: &str) -> anyhow::Result<Option<String>> {
        let list = ListInstances {
            engine: Engine::Kafka,
            name: Some(name.to_owned()),
            instance_id: None,
            status: None,
            include_failure: None,
            exact_match_name: Some(true),
            enterprise_project_id: None,
            offset: None,
            limit: None,
        };
        let found = self.send(&list).await?;
        Ok(found.instances.into_iter().find(|i| i.name == name).map(|i| i.instance_id))
    }

    /// Orders a Kafka instance; its id.
    pub async fn order_kafka(&self, name: &str) -> anyhow::Result<String> {
        let body = order(name);
        Ok(self.send(&CreateInstance { engine: Engine::Kafka, body }).await?.instance_id)
    }

    /// A running Kafka instance of this name, ordered if there is none; its id.
    pub async fn kafka(&self, name: &str) -> anyhow::Result<String> {
        let id = match self.find_kafka(name).await? {
            Some(id) => id,
            None => self.order_kafka(name).await?,
        };
        until(format!("{name} to run"), || async {
            let instance = self.send(&ShowInstance { instance_id: id.clone() }).await?;
            Ok((instance.status == InstanceStatus::Running).then_some(()))
        })
        .await?;
        Ok(id)
    }

    /// A running Kafka instance of this name whose clients sign in, ordered if there is none; its id.
    pub async fn kafka_with_users(&self, name: &str, user: &str, password: &str) -> anyhow::Result<String> {
        if self.find_kafka(name).await?.is_none() {
            let body = CreateInstanceBody {
                ssl_enable: Some(true),
                access_user: Some(user.to_owned()),
                password: Some(password.into()),
                ..order(name)
            };
            self.send(&CreateInstance { engine: Engine::Kafka, body }).await?;
        }
        self.kafka(name).await
    }

    /// A running Kafka instance of this name with SASL and Kafka Manager, whose users are `admin` and `manager`; its id.
    pub async fn kafka_with_manager(&self, name: &str, password: &str) -> anyhow::Result<String> {
        if self.find_kafka(name).await?.is_none() {
            let body = CreateInstanceBody {
                ssl_enable: Some(true),
                access_user: Some("admin".to_owned()),
                password: Some(password.into()),
                kafka_manager_user: Some("manager".to_owned()),
                kafka_manager_password: Some(password.into()),
                ..order(name)
            };
            self.send(&CreateInstance { engine: Engine::Kafka, body }).await?;
        }
        self.kafka(name).await
    }

    /// One Kafka instance.
    pub async fn show_kafka(&self, instance: &str) -> anyhow::Result<Instance> {
        self.send(&ShowInstance { instance_id: instance.to_owned() }).await
    }

    /// Makes a topic with one replica.
    pub async fn create_topic(&self, instance: &str, topic: &str, partitions: i64) -> anyhow::Result<()> {
        let body = CreateTopicBody {
            id: topic.to_owned(),
            partition: Some(partitions),
            replication: Some(1),
            ..CreateTopicBody::default()
        };
        self.send(&CreateTopic { instance_id: instance.to_owned(), body }).await.map(drop)
    }
}

/// The order of a small Kafka instance.
fn order(name: &str) -> CreateInstanceBody {
    CreateInstanceBody {
        name: name.to_owned(),
        engine: "kafka".to_owned(),
        engine_version: "2.7".to_owned(),
        broker_num: 3,
        storage_space: 300,
        storage_spec_code: "dms.physical.storage.ultra.v2".to_owned(),
        product_id: "c6.2u4g.cluster".to_owned(),
        vpc_id: "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf".to_owned(),
        subnet_id: "0a0f1fcb-f019-458d-b9e5-301867394d50".to_owned(),
        security_group_id: "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c".to_owned(),
        available_zones: vec!["9f1c5806706d4c1fb0eb72f0a9b18c77".to_owned()],
        ..CreateInstanceBody::default()
    }
}
