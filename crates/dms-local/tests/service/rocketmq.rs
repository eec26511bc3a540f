//! RocketMQ instances: everything the API does with them, seen from outside. Clients come through `/__local/rocketmq`.

mod demo;
mod groups;
mod kept;
mod killed;
mod messages;
mod metadata;
mod shapes;
mod topics;
mod users;

use dms_api::Method;
use dms_api::models::InstanceStatus;
use dms_api::operation::{FromAnswer, Operation};
use dms_api::ops::rocketmq::{
    CreateGroup, CreateInstance, CreateInstanceBody, CreateTopic, CreateTopicBody, GroupBody, ListTasks,
    SendBody, SendMessage, ShowInstance,
};
use serde_json::{Value, json};

use crate::support::{Local, ZONE, eventually};

/// The order of an instance with two brokers.
pub fn order(name: &str, acl: bool) -> CreateInstanceBody {
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
        available_zones: vec![ZONE.to_owned()],
        enable_acl: Some(acl),
        ..CreateInstanceBody::default()
    }
}

/// An instance at work and how to use it.
pub struct Rocket {
    pub local: Local,
    pub id: String,
}

impl Rocket {
    pub async fn start() -> Self {
        Self::of(Local::start().await, false).await
    }

    pub async fn with_acl() -> Self {
        Self::of(Local::start().await, true).await
    }

    pub async fn of(local: Local, acl: bool) -> Self {
        let created = local.send(&CreateInstance { body: order("rocket-shop", acl) }).await.unwrap();
        let id = created.instance_id;
        eventually(async || {
            let shown = local.send(&ShowInstance { instance_id: id.clone() }).await.unwrap();
            (shown.status == InstanceStatus::Running).then_some(())
        })
        .await;
        Self { local, id }
    }

    /// A topic with two queues on each broker.
    pub async fn topic(&self, name: &str) {
        let body = CreateTopicBody { name: name.to_owned(), queue_num: Some(2), ..Default::default() };
        self.local.send(&CreateTopic { instance_id: self.id.clone(), body }).await.unwrap();
    }

    pub async fn group(&self, name: &str) {
        self.group_with(GroupBody { name: name.to_owned(), ..Default::default() }).await;
    }

    pub async fn group_with(&self, body: GroupBody) {
        self.local.send(&CreateGroup { instance_id: self.id.clone(), body }).await.unwrap();
    }

    /// Sends messages with the bodies `m0`, `m1` and so on.
    pub async fn fill(&self, topic: &str, count: usize) -> Vec<String> {
        let mut ids = Vec::new();
        for n in 0..count {
            let body = SendBody { topic: topic.to_owned(), body: format!("m{n}"), ..Default::default() };
            let send = SendMessage { instance_id: self.id.clone(), body, ..Default::default() };
            ids.push(self.local.send(&send).await.unwrap().msg_id);
        }
        ids
    }

    /// What a program of this machine does as a client.
    pub async fn client(&self, verb: &str, body: Value) -> (u16, Value) {
        let reply = self.local.control(Method::Post, &format!("rocketmq/{}/{verb}", self.id), body).await;
        (reply.status, reply.json())
    }

    /// A consumer takes what there is; the bodies.
    pub async fn consume(&self, group: &str, client: &str, topic: &str, outcome: &str) -> Vec<String> {
        let body = json!({ "group": group, "client_id": client, "subscriptions": { topic: "*" }, "outcome": outcome });
        let (status, answer) = self.client("consume", body).await;
        assert_eq!(status, 200, "{answer}");
        let messages = answer["messages"].as_array().unwrap();
        messages.iter().map(|message| message["body"].as_str().unwrap().to_owned()).collect()
    }

    /// The code of a refusal.
    pub async fn refused<O: Operation>(&self, operation: &O) -> (u16, String) {
        let reply = self.local.reply(operation).await;
        (reply.status, reply.code())
    }

    /// Waits until a task has ended well.
    pub async fn done(&self, job: &str) {
        let list = ListTasks { instance_id: self.id.clone(), ..Default::default() };
        eventually(async || {
            let tasks = self.local.send(&list).await.unwrap().tasks;
            tasks.iter().find(|task| task.id == job && task.status.as_str() == "SUCCESS").map(drop)
        })
        .await;
    }
}

/// Reads a JSON text as an answer.
pub fn read<T: FromAnswer>(text: &str) -> T {
    T::from_answer(&serde_json::from_str(text).unwrap())
}
