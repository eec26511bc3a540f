//! RocketMQ instances for tests, and clients of theirs: the local DMS emulates the brokers, so its side door takes
//! what a client's own protocol would.

use std::collections::BTreeMap;

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use dms_api::ops::rocketmq::{
    CreateGroup, CreateInstance, CreateInstanceBody, CreateTopic, CreateTopicBody, GroupBody, ListInstances,
    ShowInstance,
};
use reqwest::Method;
use serde_json::{Value, json};

use super::api::Api;
use super::local::Local;
use super::wait::until;

impl Api<'_> {
    /// A running RocketMQ instance of this name with two brokers, ordered if there is none; its id.
    pub async fn rocketmq(&self, name: &str, controlled: bool) -> anyhow::Result<String> {
        self.rocketmq_with(CreateInstanceBody { enable_acl: Some(controlled), ..order(name) }).await
    }

    /// The same with one broker: the service answers many lists of one as an object then.
    pub async fn rocketmq_small(&self, name: &str) -> anyhow::Result<String> {
        self.rocketmq_with(CreateInstanceBody { broker_num: 1, storage_space: 300, ..order(name) }).await
    }

    async fn rocketmq_with(&self, body: CreateInstanceBody) -> anyhow::Result<String> {
        let name = body.name.clone();
        let list = ListInstances {
            engine: Engine::RocketMq,
            name: Some(name.clone()),
            instance_id: None,
            status: None,
            include_failure: None,
            exact_match_name: Some(true),
            enterprise_project_id: None,
            offset: None,
            limit: None,
        };
        let found = self.send(&list).await?.instances.into_iter().find(|i| i.name == name);
        let id = match found {
            Some(instance) => instance.instance_id,
            None => self.send(&CreateInstance { body }).await?.instance_id,
        };
        until(format!("{name} to run"), || async {
            let instance = self.send(&ShowInstance { instance_id: id.clone() }).await?;
            Ok((instance.status == InstanceStatus::Running).then_some(()))
        })
        .await?;
        Ok(id)
    }

    /// Makes a RocketMQ topic with so many queues on each broker.
    pub async fn rocketmq_topic(&self, instance: &str, topic: &str, queues: i64) -> anyhow::Result<()> {
        let body =
            CreateTopicBody { name: topic.to_owned(), queue_num: Some(queues), ..CreateTopicBody::default() };
        self.send(&CreateTopic { instance_id: instance.to_owned(), body }).await.map(drop)
    }

    /// Makes a RocketMQ consumer group.
    pub async fn rocketmq_group(&self, instance: &str, body: GroupBody) -> anyhow::Result<()> {
        self.send(&CreateGroup { instance_id: instance.to_owned(), body }).await.map(drop)
    }
}

/// The order of a small RocketMQ instance.
fn order(name: &str) -> CreateInstanceBody {
    CreateInstanceBody {
        name: name.to_owned(),
        engine: "reliability".to_owned(),
        engine_version: "4.8.0".to_owned(),
        broker_num: 2,
        storage_space: 600,
        storage_spec_code: "dms.physical.storage.ultra.v2".to_owned(),
        product_id: "c6.4u8g.cluster".to_owned(),
        vpc_id: "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf".to_owned(),
        subnet_id: "0a0f1fcb-f019-458d-b9e5-301867394d50".to_owned(),
        security_group_id: "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c".to_owned(),
        available_zones: vec!["9f1c5806706d4c1fb0eb72f0a9b18c77".to_owned()],
        ..CreateInstanceBody::default()
    }
}

/// Producers and consumers of one RocketMQ instance.
pub struct RocketMq<'l> {
    local: &'l Local,
    instance: String,
}

impl<'l> RocketMq<'l> {
    /// Clients of an instance.
    pub fn of(local: &'l Local, instance: &str) -> Self {
        Self { local, instance: instance.to_owned() }
    }

    /// Sends so many messages to a topic.
    pub async fn produce(&self, topic: &str, count: u32) -> anyhow::Result<()> {
        for n in 0..count {
            let message =
                json!({ "topic": topic, "body": format!("message {n}"), "producer": "test-producer" });
            self.ask("produce", message).await?;
        }
        Ok(())
    }

    /// A consumer of a group shows up, with topics and filters, and takes at most so many messages.
    pub async fn consume(
        &self,
        group: &str,
        client: &str,
        subscriptions: &[(&str, &str)],
        most: u32,
    ) -> anyhow::Result<()> {
        let subscriptions: BTreeMap<&str, &str> = subscriptions.iter().copied().collect();
        let step = json!({
            "group": group, "client_id": client, "subscriptions": subscriptions, "most": most,
            "address": "10.9.8.7:41000",
        });
        self.ask("consume", step).await.map(drop)
    }

    /// A consumer goes.
    pub async fn leave(&self, group: &str, client: &str) -> anyhow::Result<()> {
        self.ask("leave", json!({ "group": group, "client_id": client })).await.map(drop)
    }

    async fn ask(&self, what: &str, body: Value) -> anyhow::Result<Value> {
        self.local.ask(Method::POST, &format!("rocketmq/{}/{what}", self.instance), Some(body)).await
    }
}

impl Local {
    /// A producer sends a message; what the side door takes besides topic and body is in `more`.
    pub async fn rocketmq_sends(
        &self,
        instance: &str,
        topic: &str,
        body: &str,
        more: Value,
    ) -> anyhow::Result<Sent> {
        let mut message = json!({ "topic": topic, "body": body, "producer": "checkout" });
        if let (Value::Object(message), Value::Object(more)) = (&mut message, more) {
            message.extend(more);
        }
        let answer = RocketMq::of(self, instance).ask("produce", message).await?;
        let text = |name: &str| answer[name].as_str().unwrap_or_default().to_owned();
        Ok(Sent { msg_id: text("msg_id"), unique_key: text("unique_key") })
    }

    /// A consumer of a topic takes what there is and deals with it as `outcome` says. It stays connected.
    pub async fn rocketmq_consumes(
        &self,
        instance: &str,
        group: &str,
        topic: &str,
        outcome: &str,
    ) -> anyhow::Result<()> {
        let step = json!({ "group": group, "client_id": format!("10.9.0.1@{group}"), "outcome": outcome,
            "subscriptions": { topic: "*" }, "address": "10.9.0.1:40001" });
        RocketMq::of(self, instance).ask("consume", step).await.map(drop)
    }
}

/// A message that was sent.
pub struct Sent {
    /// The broker's id of it.
    pub msg_id: String,
    /// The producer's.
    pub unique_key: String,
}
