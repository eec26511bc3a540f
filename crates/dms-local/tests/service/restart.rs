//! What outlives the service.

use std::time::Duration;

use bytes::Bytes;
use dms_api::models::InstanceStatus;
use dms_api::ops::kafka::{CreateTopic, CreateTopicBody, ListTopics, ShowTopic};
use dms_local::kafka::{Admin, NewRecord};
use dms_local::{Options, StartError};

use crate::support::{Local, options, order};

#[tokio::test]
async fn a_restart_keeps_instances_topics_messages_ports_and_tokens() {
    let folder = tempfile::tempdir().unwrap();
    let local = Local::in_folder(folder.path()).await;
    let before = local.kafka("kafka-kept").await;
    let body = CreateTopicBody {
        id: "orders".to_owned(),
        topic_desc: Some("kept".to_owned()),
        ..Default::default()
    };
    local.send(&CreateTopic { instance_id: before.instance_id.clone(), body }).await.unwrap();
    let kafka = Admin::connect(&format!("127.0.0.1:{}", before.port.unwrap()), None).await.unwrap();
    let value = Some(Bytes::from_static(b"{}"));
    kafka.produce("orders", Some(0), NewRecord { value, ..NewRecord::default() }).await.unwrap();
    kafka.close().await;
    let token = local.token.clone();
    local.running.shutdown().await;

    let local = Local { token, ..Local::in_folder(folder.path()).await };
    let after = local.show(&before.instance_id).await.unwrap();
    assert_eq!(after.status, InstanceStatus::Running);
    assert_eq!((after.port, after.created_at), (before.port, before.created_at));
    let list = ListTopics { instance_id: before.instance_id.clone(), limit: None, offset: None };
    let topics = local.send(&list).await.unwrap().topics;
    assert_eq!(topics[0].topic_desc.as_deref(), Some("kept"));
    let show = ShowTopic { instance_id: before.instance_id, topic: "orders".to_owned() };
    assert_eq!(local.send(&show).await.unwrap().partitions[0].leo, 1);
}

#[tokio::test]
async fn a_creation_goes_on_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let slow =
        Options { data_dir: Some(folder.path().to_owned()), pace: Duration::from_secs(3600), ..options() };
    let local = Local::with(slow.clone()).await;
    let id = local.create(order("kafka-late")).await.unwrap();
    local.running.shutdown().await;
    let local = Local::with(slow).await;
    assert_eq!(local.show(&id).await.unwrap().status, InstanceStatus::Creating);
    local.advance(Duration::from_secs(3600)).await;
    local.until(&id, InstanceStatus::Running).await;
}

#[tokio::test]
async fn two_services_do_not_share_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let first = Local::in_folder(folder.path()).await;
    let second = Options { data_dir: Some(folder.path().to_owned()), ..options() };
    let refusal = dms_local::start(second.clone()).await.unwrap_err();
    assert!(matches!(refusal, StartError::InUse(_)), "{refusal}");
    first.running.shutdown().await;
    dms_local::start(second).await.unwrap().shutdown().await;
}

#[tokio::test]
async fn passwords_are_not_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let local = Local::in_folder(folder.path()).await;
    let mut body = order("kafka-secret");
    body.ssl_enable = Some(true);
    body.access_user = Some("shop-user".to_owned());
    body.password = Some("Findme-2026!".into());
    let id = local.create(body).await.unwrap();
    local.until(&id, InstanceStatus::Running).await;
    let token = local.token.clone();
    local.running.shutdown().await;
    for file in std::fs::read_dir(folder.path()).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() {
            let text = String::from_utf8_lossy(&std::fs::read(&file).unwrap()).into_owned();
            assert!(!text.contains("Findme-2026!") && !text.contains(&token), "{}", file.display());
        }
    }
}
