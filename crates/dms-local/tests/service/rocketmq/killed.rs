//! `kill -9` under load: what was acknowledged is there afterwards.

use std::time::{Duration, Instant};

use dms_api::models::InstanceStatus;
use dms_api::ops::rocketmq::{
    CreateGroup, CreateInstance, CreateTopic, CreateTopicBody, GroupBody, ListMessages, SendBody,
    SendMessage, ShowGroup, ShowInstance, ShowTopicStatus,
};

use super::order;
use crate::remote::{Remote, Reply};

/// What the service has promised.
#[derive(Default)]
struct Promised {
    messages: Vec<String>,
    groups: Vec<String>,
}

/// Changes things until the service is gone.
async fn load(remote: Remote, instance: String, round: usize) -> Promised {
    let mut promised = Promised::default();
    for n in 0.. {
        let body =
            SendBody { topic: "orders".to_owned(), body: format!("{round}-{n}"), ..Default::default() };
        let send = SendMessage { instance_id: instance.clone(), body, ..Default::default() };
        match remote.send(&send).await {
            Reply::Done(sent) => promised.messages.push(sent.msg_id),
            Reply::Refused(refusal) => panic!("refused: {refusal}"),
            Reply::Unknown => break,
        }
        if n % 5 == 0 {
            let name = format!("group-{round}-{n}");
            let body = GroupBody { name: name.clone(), ..Default::default() };
            match remote.send(&CreateGroup { instance_id: instance.clone(), body }).await {
                Reply::Done(_) => promised.groups.push(name),
                Reply::Refused(refusal) => panic!("refused: {refusal}"),
                Reply::Unknown => break,
            }
        }
    }
    promised
}

async fn running(remote: &Remote, instance: &str) {
    let deadline = Instant::now() + Duration::from_secs(20);
    let show = ShowInstance { instance_id: instance.to_owned() };
    while remote.send(&show).await.unwrap().status != InstanceStatus::Running {
        assert!(Instant::now() < deadline);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

async fn is_kept(remote: &Remote, instance: &str, all: &Promised) {
    let status = ShowTopicStatus { instance_id: instance.to_owned(), topic: "orders".to_owned() };
    let kept = remote.send(&status).await.unwrap().messages();
    assert!(kept >= all.messages.len() as u64, "{kept} of {}", all.messages.len());
    for id in all.messages.iter().rev().take(20) {
        let find = ListMessages {
            instance_id: instance.to_owned(),
            topic: "orders".to_owned(),
            msg_id: Some(id.clone()),
            ..Default::default()
        };
        assert_eq!(remote.send(&find).await.unwrap().total, 1, "{id}");
    }
    for group in all.groups.iter().rev().take(10) {
        let show = ShowGroup { instance_id: instance.to_owned(), group: group.clone() };
        remote.send(&show).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn kills_lose_nothing_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut all = Promised::default();
    let mut instance = String::new();
    for (round, moment) in [120u64, 350, 70, 230, 410].into_iter().enumerate() {
        let (process, remote) = Remote::start(folder.path(), None);
        if round == 0 {
            let created = remote.send(&CreateInstance { body: order("rocket-killed", false) }).await.unwrap();
            instance = created.instance_id;
            running(&remote, &instance).await;
            let body = CreateTopicBody { name: "orders".to_owned(), ..Default::default() };
            remote.send(&CreateTopic { instance_id: instance.clone(), body }).await.unwrap();
        }
        running(&remote, &instance).await;
        is_kept(&remote, &instance, &all).await;
        let load = tokio::spawn(load(remote, instance.clone(), round));
        tokio::time::sleep(Duration::from_millis(moment)).await;
        process.kill();
        let promised = load.await.unwrap();
        all.messages.extend(promised.messages);
        all.groups.extend(promised.groups);
    }
    let (_process, remote) = Remote::start(folder.path(), None);
    is_kept(&remote, &instance, &all).await;
    assert!(all.messages.len() >= 5, "{}", all.messages.len());
}
