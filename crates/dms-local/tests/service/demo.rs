//! The demo: a company that looks alive, and that is the user's once it is there.

use std::time::Duration;

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use dms_api::ops::kafka::{
    DeleteTopics, DeleteTopicsBody, ListGroups, ListInstances, ListTasks, ListTopics, ShowTopic,
};
use dms_api::ops::rocketmq;
use dms_api::record::Lenient;
use dms_local::Options;

use crate::support::{Local, eventually, list, options};

const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";

fn topics() -> ListTopics {
    ListTopics { instance_id: ORDERS.to_owned(), limit: None, offset: None }
}

async fn end_of_orders(local: &Local) -> u64 {
    let show = ShowTopic { instance_id: ORDERS.to_owned(), topic: "orders".to_owned() };
    local.send(&show).await.unwrap().partitions.iter().map(|partition| partition.leo).sum()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_are_instances_in_every_state_and_messages_move() {
    let local = Local::with(Options { demo: true, ..options() }).await;
    let all = ListInstances { include_failure: Some(true), limit: Some(50), ..list() };
    let kafka = local.send(&all).await.unwrap().instances;
    for status in ["RUNNING", "CREATING", "CREATEFAILED", "EXTENDING", "FROZEN", "ERROR"] {
        let status = InstanceStatus::read(&status.into()).unwrap();
        assert!(kafka.iter().any(|instance| instance.status == status), "{status:?}");
    }
    let rockets = ListInstances { engine: Engine::RocketMq, ..list() };
    assert!(local.send(&rockets).await.unwrap().instance_num >= 2);

    let listed = local.send(&topics()).await.unwrap();
    assert!(listed.topics.iter().any(|topic| topic.name == "orders" && topic.sync_replication));
    let before = end_of_orders(&local).await;
    assert!(before >= 400);
    eventually(async || (end_of_orders(&local).await > before).then_some(())).await;

    let groups = ListGroups { instance_id: ORDERS.to_owned(), offset: None, limit: None, group: None };
    let groups = eventually(async || {
        let groups = local.send(&groups).await.ok()?.groups;
        let alive = groups.iter().filter(|group| group.state.as_str() == "STABLE").count();
        (alive == 3).then_some(groups)
    })
    .await;
    let lag = |id: &str| groups.iter().find(|group| group.group_id == id).unwrap().lag.unwrap();
    assert!(lag("warehouse-sync") >= 60 && lag("migration-2025") > 0);
    local.running.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn there_are_tasks_that_run_and_some_that_ended() {
    let local = Local::with(Options { demo: true, ..options() }).await;
    let tasks = async |digit: u32| {
        let instance_id = format!("{}{digit}", &ORDERS[..ORDERS.len() - 1]);
        local.send(&ListTasks { instance_id, ..Default::default() }).await.unwrap().tasks
    };
    let (clicks, parcels) = (tasks(2).await, tasks(8).await);
    assert!(tasks(1).await.len() >= 4, "orders");
    assert_eq!((clicks[0].name.as_str(), clicks[0].status.as_str()), ("reassignPartitions", "EXECUTING"));
    assert_eq!((parcels[0].name.as_str(), parcels[0].status.as_str()), ("extendInstance", "EXECUTING"));
    assert_eq!(parcels[0].parameters()["new_broker_num"], 5);

    // The moves are made and the brokers come while one looks.
    for _ in 0..8 {
        local.advance(Duration::from_secs(120)).await;
    }
    eventually(async || (tasks(2).await[0].status.as_str() == "SUCCESS").then_some(())).await;
    let parcels = local.until(&format!("{}8", &ORDERS[..ORDERS.len() - 1]), InstanceStatus::Running).await;
    assert_eq!((parcels.broker_num, parcels.total_storage_space), (Some(5), Some(1500)));
    local.running.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_the_user_deleted_stays_deleted() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Options { demo: true, data_dir: Some(folder.path().to_owned()), ..options() };
    let local = Local::with(demo.clone()).await;
    let body = DeleteTopicsBody { topics: vec!["returns".to_owned()] };
    local.send(&DeleteTopics { instance_id: ORDERS.to_owned(), body }).await.unwrap();
    let before = local.send(&topics()).await.unwrap().total;
    let messages = end_of_orders(&local).await;
    local.running.shutdown().await;

    let local = Local::with(demo).await;
    let after = local.send(&topics()).await.unwrap();
    assert_eq!(after.total, before);
    assert!(after.topics.iter().all(|topic| topic.name != "returns"));
    assert!(end_of_orders(&local).await >= messages);
    local.running.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_instance_with_many_topics_is_listed_in_pages() {
    let folder = tempfile::tempdir().unwrap();
    let scale = Options { demo_scale: Some(600), data_dir: Some(folder.path().to_owned()), ..options() };
    Local::with(scale.clone()).await.running.shutdown().await;
    let local = Local::with(scale).await;
    let page = |offset| ListTopics {
        instance_id: "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a99".to_owned(),
        limit: Some(50),
        offset: Some(offset),
    };
    let mut names = Vec::new();
    for offset in (0..600).step_by(50) {
        let page = local.send(&page(offset)).await.unwrap();
        assert_eq!(page.total, 600);
        names.extend(page.topics.into_iter().map(|topic| topic.name));
    }
    assert!(names.is_sorted() && names.len() == 600);
    let instance_id = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b99".to_owned();
    let topics =
        rocketmq::ListTopics { instance_id: instance_id.clone(), limit: Some(50), offset: Some(550) };
    let topics = local.send(&topics).await.unwrap();
    assert_eq!((topics.total, topics.topics.len()), (600, 50));
    let groups = rocketmq::ListGroups { instance_id, limit: Some(50), offset: Some(550), group: None };
    let groups = local.send(&groups).await.unwrap();
    assert_eq!((groups.total, groups.groups.len()), (600, 50));
    local.running.shutdown().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_usual_ports_are_taken_is_known() {
    let first = Local::with(Options { demo: true, ..options() }).await;
    let second = Local::with(Options { demo: true, ..options() }).await;
    let orders = second.running.kafka().iter().find(|instance| instance.name == "kafka-orders").unwrap();
    // Somebody has them: the first one, or whoever runs on this machine besides.
    assert!(orders.moved, "{orders:?}");
    assert_eq!(orders.bootstrap.split(',').count(), 3);
    first.running.shutdown().await;
    second.running.shutdown().await;
}
