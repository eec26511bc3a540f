//! What instances run on: brokers that ask who is there, and clusters that are somebody else's.

use dms_api::models::{Instance, InstanceStatus};
use dms_api::ops::kafka::{BatchAction, CreateTopic, CreateTopicBody, ListTopics};
use dms_api::ops::shared::InstanceActionBody;
use dms_local::kafka::{Admin, Sasl};
use dms_local::{KafkaBackend, Options};

use crate::support::{Local, options, order};

fn address(instance: &Instance) -> String {
    format!("127.0.0.1:{}", instance.port.unwrap())
}

async fn add_topic(local: &Local, instance: &Instance, name: &str) {
    let body = CreateTopicBody { id: name.to_owned(), ..CreateTopicBody::default() };
    local.send(&CreateTopic { instance_id: instance.instance_id.clone(), body }).await.unwrap();
}

async fn names(local: &Local, instance: &Instance) -> Vec<String> {
    let list = ListTopics { instance_id: instance.instance_id.clone(), limit: None, offset: None };
    local.send(&list).await.unwrap().topics.into_iter().map(|topic| topic.name).collect()
}

#[tokio::test]
async fn an_instance_with_sasl_knows_its_user() {
    let local = Local::start().await;
    let mut body = order("kafka-locked");
    body.ssl_enable = Some(true);
    body.access_user = Some("shop-user".to_owned());
    body.password = Some("Secret-2026!".into());
    let id = local.create(body).await.unwrap();
    let instance = local.until(&id, InstanceStatus::Running).await;
    add_topic(&local, &instance, "orders").await;

    let login = |password: &str| Sasl::Plain { user: "shop-user".to_owned(), password: password.to_owned() };
    let kafka = Admin::connect(&address(&instance), Some(login("Secret-2026!"))).await.unwrap();
    assert_eq!(kafka.topic_names(false).await.unwrap(), ["orders"]);
    assert!(Admin::connect(&address(&instance), Some(login("wrong"))).await.is_err());
}

#[tokio::test]
async fn an_existing_cluster_serves_instances_and_outlives_them() {
    let owner = Local::start().await;
    let theirs = owner.kafka("kafka-theirs").await;
    add_topic(&owner, &theirs, "orders").await;

    let kafka = KafkaBackend::External { bootstrap: address(&theirs) };
    let local = Local::with(Options { kafka, demo: true, ..options() }).await;
    let ours = local.kafka("kafka-ours").await;
    assert_eq!(names(&local, &ours).await, ["orders"], "and nothing of the demo");
    add_topic(&local, &ours, "clicks").await;
    let ids = vec![ours.instance_id.clone()];
    local.send(&BatchAction { body: InstanceActionBody::restart(ids.clone()) }).await.unwrap();
    local.until(&ours.instance_id, InstanceStatus::Running).await;
    assert_eq!(names(&local, &ours).await, ["clicks", "orders"]);

    local.send(&BatchAction { body: InstanceActionBody::delete(ids) }).await.unwrap();
    local.running.shutdown().await;
    let kafka = Admin::connect(&address(&theirs), None).await.unwrap();
    assert_eq!(kafka.topic_names(false).await.unwrap(), ["clicks", "orders"]);
}

#[tokio::test]
async fn brokers_refuse_clients_while_they_restart_and_are_the_same_afterwards() {
    let pace = std::time::Duration::from_secs(3600);
    let local = Local::with(Options { pace, ..options() }).await;
    let id = local.create(order("kafka-shop")).await.unwrap();
    local.advance(pace).await;
    let before = local.until(&id, InstanceStatus::Running).await;
    add_topic(&local, &before, "orders").await;
    local.send(&BatchAction { body: InstanceActionBody::restart(vec![id.clone()]) }).await.unwrap();
    assert!(Admin::connect(&address(&before), None).await.is_err());

    local.advance(pace).await;
    let after = local.until(&id, InstanceStatus::Running).await;
    assert_eq!(after.port, before.port);
    assert!(Admin::connect(&address(&after), None).await.is_ok());
    assert_eq!(names(&local, &after).await, ["orders"], "also in a service that keeps nothing");
}
