//! More clients: of users, and of RocketMQ messages.

use std::collections::BTreeMap;

use dms_api::models::Instance;
use dms_api::ops::kafka::{CreateUser, CreateUserBody, DeleteUsers, DeleteUsersBody, ListUsers};
use dms_api::ops::rocketmq::{
    CreateInstanceBody, CreateTopic, CreateTopicBody, ListMessages, SendBody, SendMessage,
};

use super::load::{Told, gone};
use crate::remote::{Remote, Reply};
use crate::support::{ZONE, order};

/// Topic of the RocketMQ messages.
const LETTERS: &str = "letters";
/// As many as an instance may have.
const MOST_USERS: usize = 12;

/// A valid order of a RocketMQ instance.
pub fn rocketmq_order() -> CreateInstanceBody {
    let kafka = order("rocketmq-killed");
    CreateInstanceBody {
        name: kafka.name,
        engine: "reliability".to_owned(),
        engine_version: "4.8.0".to_owned(),
        broker_num: 1,
        storage_space: 300,
        storage_spec_code: kafka.storage_spec_code,
        product_id: "c6.4u8g.cluster".to_owned(),
        vpc_id: kafka.vpc_id,
        subnet_id: kafka.subnet_id,
        security_group_id: kafka.security_group_id,
        available_zones: vec![ZONE.to_owned()],
        ..CreateInstanceBody::default()
    }
}

/// What the clients need, made before the first kill.
pub async fn prepare(remote: &Remote, rocketmq: &Instance) {
    let body = CreateTopicBody {
        name: LETTERS.to_owned(),
        brokers: Some(vec!["broker-0".to_owned()]),
        queue_num: Some(3),
        permission: Some("all".to_owned()),
        ..CreateTopicBody::default()
    };
    remote.send(&CreateTopic { instance_id: rocketmq.instance_id.clone(), body }).await.unwrap();
}

/// Creates a user and deletes another, over and over.
pub async fn change_users(remote: Remote, instance_id: String, round: usize) -> Told {
    let mut told = Told::default();
    for n in 0.. {
        let name = format!("user-{}", (round + n) % MOST_USERS);
        let delete = DeleteUsers {
            instance_id: instance_id.clone(),
            body: DeleteUsersBody { users: vec![name.clone()], ..DeleteUsersBody::default() },
        };
        let create = CreateUser {
            instance_id: instance_id.clone(),
            body: CreateUserBody {
                user_name: name.clone(),
                user_passwd: "Reader-2026!".into(),
                ..CreateUserBody::default()
            },
        };
        // Which of the two it is, is known only after the other one was refused.
        told.users.remove(&name);
        told.unclear.insert(name.clone());
        match remote.send(&create).await {
            Reply::Done(()) => told.users.insert(name.clone(), true),
            Reply::Refused(_) if gone(remote.send(&delete).await) => return told,
            Reply::Refused(_) => told.users.insert(name.clone(), false),
            Reply::Unknown => return told,
        };
        told.unclear.remove(&name);
        told.changes += 1;
    }
    told
}

/// Sends messages one after the other.
pub async fn send(remote: Remote, instance_id: String, round: usize) -> Told {
    let mut told = Told::default();
    for n in 0.. {
        let body =
            SendBody { topic: LETTERS.to_owned(), body: format!("{round}-{n}"), ..SendBody::default() };
        let send = SendMessage { instance_id: instance_id.clone(), body, ..Default::default() };
        match remote.send(&send).await {
            Reply::Done(sent) => told.letters.push(sent.msg_id),
            Reply::Refused(refusal) => panic!("{refusal}"),
            Reply::Unknown => break,
        }
    }
    told
}

/// Compares the users with those of the service.
pub async fn look_for_users(
    remote: &Remote,
    instance: &Instance,
    users: &BTreeMap<String, bool>,
    round: usize,
) {
    let list = ListUsers { instance_id: instance.instance_id.clone() };
    let shown: Vec<String> =
        remote.send(&list).await.unwrap().users.into_iter().map(|user| user.user_name).collect();
    for (name, there) in users {
        assert_eq!(shown.contains(name), *there, "round {round}: user {name}");
    }
}

/// Looks for messages by their ids.
pub async fn look_for_letters(remote: &Remote, instance: &Instance, letters: &[String], round: usize) {
    for id in letters {
        let instance_id = instance.instance_id.clone();
        let find = ListMessages {
            instance_id,
            topic: LETTERS.to_owned(),
            msg_id: Some(id.clone()),
            ..Default::default()
        };
        assert_eq!(
            remote.send(&find).await.unwrap().messages.len(),
            1,
            "round {round}: message {id} is lost"
        );
    }
}
