//! The odd shapes of answers, and the SDK's other way of writing paths.

use std::fmt::Debug;

use dms_api::Method;
use dms_api::models::rocketmq::MigrationKind;
use dms_api::operation::Operation;
use dms_api::ops::rocketmq::{
    CreateMigration, ListBrokers, ListGroups, ListMessages, ListTopics, ShowConsumption, ShowInstance,
    ShowTopic, ShowTopicStatus, ShowTrace,
};
use serde_json::json;

use super::Rocket;

/// An operation answers the same in its odd shape, to those who read tolerantly.
async fn same<O: Operation>(rocket: &Rocket, operation: &O)
where
    O::Response: PartialEq + Debug,
{
    let plain = rocket.local.reply(operation).await;
    let usual = rocket.local.send(operation).await.unwrap();
    let fault = json!({ "kind": "shape", "operation": O::SPEC.id, "times": 2 });
    assert_eq!(rocket.local.control(Method::Post, "faults", fault).await.status, 201);
    let odd = rocket.local.reply(operation).await;
    assert_ne!(odd.text, plain.text, "{} has no odd shape", O::SPEC.id);
    assert_eq!(rocket.local.send(operation).await.unwrap(), usual, "{}", odd.text);
}

#[tokio::test]
async fn odd_shapes_are_read_as_the_usual_ones() {
    let rocket = Rocket::start().await;
    let instance_id = rocket.id.clone();
    let text = |text: &str| text.to_owned();
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let id = rocket.fill("orders", 1).await.remove(0);
    rocket.consume("billing", "c1", "orders", "success").await;
    same(&rocket, &ShowInstance { instance_id: instance_id.clone() }).await;
    same(&rocket, &ListGroups { instance_id: instance_id.clone(), ..Default::default() }).await;
    same(&rocket, &ListTopics { instance_id: instance_id.clone(), ..Default::default() }).await;
    same(
        &rocket,
        &ListMessages {
            instance_id: instance_id.clone(),
            topic: text("orders"),
            msg_id: Some(id.clone()),
            ..Default::default()
        },
    )
    .await;
    let trace = ShowTrace { instance_id: instance_id.clone(), msg_id: Some(id), ..Default::default() };
    let fault = json!({ "kind": "shape", "operation": "rocketmq.ShowTrace" });
    let usual = rocket.local.send(&trace).await.unwrap().trace;
    rocket.local.control(Method::Post, "faults", fault).await;
    let odd = rocket.local.reply(&trace).await;
    assert!(odd.text.starts_with('['));
    assert_eq!(super::read::<dms_api::models::rocketmq::TraceList>(&odd.text).trace, usual);
    // With one broker in the answer the list is one object.
    same(&rocket, &ListBrokers { instance_id: instance_id.clone(), limit: Some(1), offset: None }).await;
    // An operation that has only one shape keeps it.
    let fault = json!({ "kind": "shape", "operation": "rocketmq.ShowTopicStatus" });
    rocket.local.control(Method::Post, "faults", fault).await;
    let status = ShowTopicStatus { instance_id: instance_id.clone(), topic: text("orders") };
    assert_eq!(rocket.local.send(&status).await.unwrap().messages(), 1);
    let shown = ShowTopic { instance_id: instance_id.clone(), topic: text("orders") };
    rocket
        .local
        .control(Method::Post, "faults", json!({ "kind": "shape", "operation": "rocketmq.ShowTopic" }))
        .await;
    assert_eq!(rocket.local.send(&shown).await.unwrap().name, "");
    let consumption = ShowConsumption {
        instance_id: instance_id.clone(),
        group: text("billing"),
        topic: Some(text("orders")),
        ..Default::default()
    };
    assert_eq!(rocket.local.send(&consumption).await.unwrap().lag, Some(0));
    rocket
        .local
        .control(Method::Post, "faults", json!({ "kind": "shape", "operation": "rocketmq.CreateMigration" }))
        .await;
    let migrate = CreateMigration {
        instance_id,
        overwrite: true,
        name: text("move-in"),
        kind: MigrationKind::RocketMq,
        body: json!({"topicConfigTable": {}}),
    };
    let bare = rocket.local.reply(&migrate).await;
    assert_eq!((bare.status, bare.text.len()), (200, 36), "{}", bare.text);
}

#[tokio::test]
async fn the_sdks_other_paths_lead_to_the_same() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("a|b").await;
    let project = &rocket.local.info().project_id;
    let headers = [("x-auth-token", rocket.local.token.as_str())];
    let base = format!("/v2/{project}/rocketmq/instances/{}", rocket.id);
    let send = format!("{base}/messages");
    let sent = rocket.local.raw("POST", &send, &headers, r#"{"topic":"orders","body":"x"}"#).await.unwrap();
    assert_eq!(sent.status, 200, "{}", sent.text);
    let list = format!("{base}/messages?topic=orders&start_time=0&end_time=9999999999999");
    assert_eq!(rocket.local.raw("GET", &list, &headers, "").await.unwrap().json()["total"], 1);
    let clients =
        rocket.local.raw("GET", &format!("{base}/groups/a%7Cb/clients"), &headers, "").await.unwrap();
    assert_eq!((clients.status, clients.json()["online"].as_bool()), (200, Some(false)));
}
