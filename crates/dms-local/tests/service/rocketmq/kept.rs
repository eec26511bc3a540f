//! What outlives the service, and what goes with an instance.

use std::time::Duration;

use dms_api::models::rocketmq::MigrationKind;
use dms_api::ops::rocketmq::{
    CreateMigration, CreateUser, DeleteInstance, ListMessages, ListMigrations, ListTopics, ListUsers,
    ShowConsumption, ShowTrace, UserBody,
};
use serde_json::json;

use super::Rocket;
use crate::support::{Local, eventually};

#[tokio::test]
async fn a_restart_keeps_everything_but_connections() {
    let folder = tempfile::tempdir().unwrap();
    let rocket = Rocket::of(Local::in_folder(folder.path()).await, true).await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let ids = rocket.fill("orders", 4).await;
    let body = UserBody {
        access_key: "shop_app".into(),
        secret_key: "Rocket-2026!".into(),
        admin: Some(true),
        ..Default::default()
    };
    rocket.local.send(&CreateUser { instance_id: rocket.id.clone(), body }).await.unwrap();
    let consume = json!({ "group": "billing", "client_id": "c", "subscriptions": { "orders": "*" }, "most": 3,
        "outcome": "failed", "access_key": "shop_app", "secret_key": "Rocket-2026!" });
    assert_eq!(rocket.client("consume", consume.clone()).await.0, 200);
    let migrate = CreateMigration {
        instance_id: rocket.id.clone(),
        overwrite: true,
        name: "move-in".to_owned(),
        kind: MigrationKind::RocketMq,
        body: json!({"topicConfigTable": {"moved": {}}}),
    };
    rocket.local.send(&migrate).await.unwrap();
    let Rocket { local, id } = rocket;
    local.running.shutdown().await;

    let rocket = Rocket { local: Local::in_folder(folder.path()).await, id };
    let show = ShowConsumption {
        instance_id: rocket.id.clone(),
        group: "billing".to_owned(),
        topic: Some("orders".to_owned()),
        ..Default::default()
    };
    assert_eq!(rocket.local.send(&show).await.unwrap().lag, Some(1));
    let all = ListMessages {
        instance_id: rocket.id.clone(),
        topic: "orders".to_owned(),
        start_time: Some(0),
        end_time: Some(i64::MAX),
        ..Default::default()
    };
    assert_eq!(rocket.local.send(&all).await.unwrap().total, 4);
    let trace =
        ShowTrace { instance_id: rocket.id.clone(), msg_id: Some(ids[0].clone()), ..Default::default() };
    assert_eq!(rocket.local.send(&trace).await.unwrap().trace.len(), 3);
    assert_eq!(
        rocket
            .local
            .send(&ListUsers { instance_id: rocket.id.clone(), ..Default::default() })
            .await
            .unwrap()
            .total,
        1
    );
    // The three that failed come again: what was held back was kept, too.
    rocket.local.advance(Duration::from_secs(11)).await;
    let again = rocket
        .client(
            "consume",
            json!({ "most": 9, "outcome": "success", "group": "billing", "client_id": "d",
        "subscriptions": { "orders": "*" }, "access_key": "shop_app", "secret_key": "Rocket-2026!" }),
        )
        .await
        .1;
    assert_eq!(again["messages"].as_array().unwrap().len(), 4);
    let migrations = ListMigrations { instance_id: rocket.id.clone(), ..Default::default() };
    assert_eq!(rocket.local.send(&migrations).await.unwrap().total, 1);
    let topics = ListTopics { instance_id: rocket.id.clone(), ..Default::default() };
    eventually(async || (rocket.local.send(&topics).await.unwrap().total == 2).then_some(())).await;
    let text = std::fs::read(folder.path().join("rocketmq").join(format!("{}.sqlite", rocket.id))).unwrap();
    assert!(!String::from_utf8_lossy(&text).contains("Rocket-2026!"));
}

#[tokio::test]
async fn a_deleted_instance_leaves_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let rocket = Rocket::of(Local::in_folder(folder.path()).await, false).await;
    let file = folder.path().join("rocketmq").join(format!("{}.sqlite", rocket.id));
    assert!(file.exists());
    rocket.local.send(&DeleteInstance { instance_id: rocket.id.clone() }).await.unwrap();
    eventually(async || (!file.exists()).then_some(())).await;
}
