//! The endpoints under `/__local`.

use std::time::Instant;

use dms_api::operation::Operation;
use dms_api::ops::kafka::{CreateTopic, CreateTopicBody, ListInstances, ListTopics};
use dms_api::{Engine, Method};
use serde_json::{Value, json};

use crate::support::{Local, list};

async fn fault(local: &Local, fault: Value) {
    let reply = local.control(Method::Post, "faults", fault).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
}

#[tokio::test]
async fn the_journal_names_operations_and_holds_no_secret() {
    let local = Local::start().await;
    local.control(Method::Delete, "journal", Value::Null).await;
    local.new_token().await;
    local.send(&list()).await.unwrap();
    let reply = local.control(Method::Get, "journal", Value::Null).await;
    let calls = reply.json()["calls"].clone();
    assert_eq!(calls[0]["operation"], "iam.CreateToken");
    assert_eq!(calls[1]["operation"], "kafka.ListInstances");
    assert_eq!((&calls[1]["method"], &calls[1]["status"]), (&json!("GET"), &json!(200)));
    assert!(!reply.text.contains(&local.token) && !reply.text.contains(&local.info().password));
}

#[tokio::test]
async fn every_fault_is_played_as_often_as_asked() {
    let local = Local::start().await;
    fault(
        &local,
        json!({ "kind": "throttle", "retry_after": 2, "times": 2, "operation": "kafka.ListInstances" }),
    )
    .await;
    for _ in 0..2 {
        let reply = local.reply(&list()).await;
        assert_eq!((reply.status, reply.headers["retry-after"].to_str().unwrap()), (429, "2"));
    }
    assert_eq!(local.reply(&list()).await.status, 200);

    fault(&local, json!({ "kind": "status", "status": 503 })).await;
    assert_eq!(local.reply(&list()).await.status, 503);
    fault(&local, json!({ "kind": "expired_token" })).await;
    assert_eq!(local.reply(&list()).await.code(), "DMS.10240102");
    fault(&local, json!({ "kind": "truncate" })).await;
    let cut = local.reply(&list()).await;
    assert_eq!((cut.status, cut.json()), (200, Value::Null), "{}", cut.text);
    fault(&local, json!({ "kind": "latency", "latency_ms": 60 })).await;
    let begun = Instant::now();
    assert_eq!(local.reply(&list()).await.status, 200);
    assert!(begun.elapsed().as_millis() >= 60);
    fault(&local, json!({ "kind": "status", "operation": "rocketmq.ListInstances" })).await;
    assert_eq!(local.reply(&list()).await.status, 200, "the same path means Kafka's operation here");
    let rockets = ListInstances { engine: Engine::RocketMq, ..list() };
    assert_eq!(local.reply(&rockets).await.status, 500);
    let wrong = local.control(Method::Post, "faults", json!({ "kind": "explosion" })).await;
    assert_eq!(wrong.status, 400);
}

#[tokio::test]
async fn a_dropped_answer_can_come_before_or_after_the_deed() {
    let local = Local::start().await;
    let instance_id = local.kafka("kafka-drop").await.instance_id;
    let create = |id: &str| CreateTopic {
        instance_id: instance_id.clone(),
        body: CreateTopicBody { id: id.to_owned(), ..Default::default() },
    };
    for (name, executed) in [("before", false), ("after", true)] {
        fault(&local, json!({ "kind": "drop", "executed": executed, "operation": "kafka.CreateTopic" }))
            .await;
        let request = create(name).request(&local.scope()).unwrap();
        let headers = [("x-auth-token", local.token.as_str())];
        let sent = local.raw("POST", &request.path, &headers, request.body.as_deref().unwrap()).await;
        assert!(sent.is_err(), "the connection broke");
    }
    let topics = local.send(&ListTopics { instance_id, limit: None, offset: None }).await.unwrap().topics;
    let names: Vec<_> = topics.iter().map(|topic| topic.name.as_str()).collect();
    assert_eq!(names, ["after"]);
}

#[tokio::test]
async fn pages_of_other_sites_are_kept_out() {
    let local = Local::start().await;
    for header in [("origin", "https://evil.example"), ("host", "evil.example")] {
        let reply = local.raw("GET", "/__local/journal", &[header], "").await.unwrap();
        assert_eq!(reply.status, 403);
    }
    let info = local.control(Method::Get, "info", Value::Null).await.json();
    assert!(info["operations"].as_array().unwrap().contains(&json!("kafka.CreateTopic")));
}
