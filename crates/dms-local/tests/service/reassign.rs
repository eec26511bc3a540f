//! Topics that grow and partitions that move.

use std::time::Duration;

use bytes::Bytes;
use dms_api::models::{Instance, InstanceStatus, TaskStatus};
use dms_api::ops::kafka::{
    AddPartitions, AddPartitionsBody, BatchAction, CreateReassignment, CreateTopic, CreateTopicBody,
    DeleteInstance, DeleteTopics, DeleteTopicsBody, Extend, ExtendBody, ListTasks, PartitionAssignment,
    PartitionReplicas, Reassign, ReassignBody, ReassignReplicas, ReassignReplicasBody, ShowTask, ShowTopic,
    TopicReassignment,
};
use dms_api::ops::shared::InstanceActionBody;
use dms_local::kafka::{Admin, NewRecord};
use dms_local::{KafkaBackend, Options};

use crate::support::{Local, eventually, options};

async fn topic(local: &Local, instance: &Instance, name: &str, partitions: i64) {
    let body = CreateTopicBody { id: name.to_owned(), partition: Some(partitions), ..Default::default() };
    local.send(&CreateTopic { instance_id: instance.instance_id.clone(), body }).await.unwrap();
}

fn address(instance: &Instance) -> String {
    format!("127.0.0.1:{}", instance.port.unwrap())
}

/// Replicas of each partition as a Kafka client sees them.
async fn replicas(instance: &Instance, topic: &str) -> Vec<Vec<i32>> {
    let kafka = Admin::connect(&address(instance), None).await.unwrap();
    kafka.topic(topic).await.unwrap().partitions.into_iter().map(|p| p.replicas).collect()
}

async fn ended(local: &Local, instance: &Instance, job: &str) -> dms_api::models::Task {
    let show = ShowTask { instance_id: instance.instance_id.clone(), task_id: job.to_owned() };
    eventually(async || {
        let task = local.send(&show).await.ok()?.tasks.remove(0);
        (!task.status.is_transient()).then_some(task)
    })
    .await
}

fn spread(topic: &str, brokers: &[i32], factor: Option<i64>) -> ReassignBody {
    let one = TopicReassignment {
        topic: topic.to_owned(),
        brokers: Some(brokers.to_vec()),
        replication_factor: factor,
        assignment: None,
    };
    ReassignBody { reassignments: vec![one], ..ReassignBody::default() }
}

fn reassign(instance: &Instance, body: ReassignBody) -> Reassign {
    Reassign { instance_id: instance.instance_id.clone(), body }
}

#[tokio::test]
async fn partitions_are_added_up_to_the_total_asked_for() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-grow").await;
    topic(&local, &instance, "orders", 3).await;
    let add = |name: &str, partition| AddPartitions {
        instance_id: instance.instance_id.clone(),
        topic: name.to_owned(),
        body: AddPartitionsBody { partition },
    };
    local.send(&add("orders", 5)).await.unwrap();
    assert_eq!(replicas(&instance, "orders").await.len(), 5);
    assert_eq!(local.send(&add("orders", 4)).await.unwrap_err().code, "DMS.00400102");
    assert_eq!(local.send(&add("orders", 101)).await.unwrap_err().code, "DMS.00400102");
    let missing = local.send(&add("nothing", 5)).await.unwrap_err();
    assert_eq!((missing.status, missing.code.as_str()), (404, "DMS.10540401"));
    for n in 0..7 {
        topic(&local, &instance, &format!("full-{n}"), 100).await;
    }
    assert_eq!(local.send(&add("orders", 60)).await.unwrap_err().code, "DMS.00400039");
}

#[tokio::test]
async fn partitions_move_to_the_brokers_named_and_messages_stay() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-move").await;
    topic(&local, &instance, "orders", 4).await;
    let kafka = Admin::connect(&address(&instance), None).await.unwrap();
    let value = Some(Bytes::from_static(b"kept"));
    kafka.produce("orders", Some(1), NewRecord { value, ..NewRecord::default() }).await.unwrap();

    let started = local.send(&reassign(&instance, spread("orders", &[0, 2], Some(2)))).await.unwrap();
    let job = started.job_id.unwrap();
    let task = ended(&local, &instance, &job).await;
    assert_eq!((task.name.as_str(), &task.status), ("reassignPartitions", &TaskStatus::Success));
    let moved = &task.parameters()["moved_partitions"];
    assert_eq!(moved, &task.parameters()["partitions_to_move"]);
    assert_eq!(replicas(&instance, "orders").await, [vec![0, 2], vec![2, 0], vec![0, 2], vec![2, 0]]);
    let shown = local
        .send(&ShowTopic { instance_id: instance.instance_id.clone(), topic: "orders".to_owned() })
        .await
        .unwrap();
    let leaders: Vec<i32> = shown.partitions.iter().map(|partition| partition.leader).collect();
    assert_eq!(leaders, [0, 2, 0, 2]);
    assert_eq!(kafka.fetch_range("orders", 1, 0, 1, 10).await.unwrap().messages.len(), 1);
}

#[tokio::test]
async fn partitions_go_where_they_are_assigned_also_by_the_older_call() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-assign").await;
    topic(&local, &instance, "orders", 2).await;
    let assignment =
        |partition, brokers: &[i32]| PartitionAssignment { partition, partition_brokers: brokers.to_vec() };
    let one = TopicReassignment {
        topic: "orders".to_owned(),
        assignment: Some(vec![assignment(0, &[2, 0]), assignment(1, &[1])]),
        ..TopicReassignment::default()
    };
    let body =
        ReassignBody { reassignments: vec![one], throttle: Some(10_000_000), ..ReassignBody::default() };
    let today = CreateReassignment { instance_id: instance.instance_id.clone(), body };
    let job = local.send(&today).await.unwrap().job_id.unwrap();
    ended(&local, &instance, &job).await;
    assert_eq!(replicas(&instance, "orders").await, [vec![2, 0], vec![1]]);

    let body = ReassignReplicasBody {
        partitions: vec![PartitionReplicas { partition: 1, replicas: vec![0, 1, 2] }],
    };
    let older =
        ReassignReplicas { instance_id: instance.instance_id.clone(), topic: "orders".to_owned(), body };
    local.send(&older).await.unwrap();
    eventually(async || (replicas(&instance, "orders").await[1] == [0, 1, 2]).then_some(())).await;
    assert_eq!(replicas(&instance, "orders").await[0], [2, 0], "what is not named stays");

    let wrong = ReassignReplicas {
        body: ReassignReplicasBody {
            partitions: vec![PartitionReplicas { partition: 7, replicas: vec![0] }],
        },
        ..older
    };
    assert_eq!(local.send(&wrong).await.unwrap_err().code, "DMS.00400062");
}

#[tokio::test]
async fn impossible_moves_are_refused() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-no").await;
    topic(&local, &instance, "orders", 2).await;
    let refused = async |body| local.send(&reassign(&instance, body)).await.unwrap_err().code;
    assert_eq!(refused(spread("nothing", &[0], None)).await, "DMS.10540401");
    assert_eq!(refused(spread("orders", &[], None)).await, "DMS.00400062");
    assert_eq!(refused(spread("orders", &[8], None)).await, "DMS.00400062");
    assert_eq!(refused(spread("orders", &[0], Some(2))).await, "DMS.00400861");
    assert_eq!(refused(ReassignBody::default()).await, "DMS.00400062");
    let past = ReassignBody { is_schedule: Some(true), execute_at: Some(1), ..spread("orders", &[0], None) };
    assert_eq!(refused(past).await, "DMS.00400142");
    let tasks = ListTasks { instance_id: instance.instance_id.clone(), ..Default::default() };
    assert_eq!(local.send(&tasks).await.unwrap().tasks.len(), 1, "the creation");
}

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn moving_takes_its_time_alone_and_survives_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let quick = Options { data_dir: Some(folder.path().to_owned()), ..options() };
    let local = Local::with(quick.clone()).await;
    let instance = local.kafka("kafka-slow").await;
    topic(&local, &instance, "orders", 4).await;
    local.running.shutdown().await;

    // Each partition takes three minutes.
    let slow = Options { pace: HOUR, ..quick };
    let local = Local::with(slow.clone()).await;
    let body = ReassignBody { time_estimate: Some(true), ..spread("orders", &[1], None) };
    let estimate = local.send(&reassign(&instance, body)).await.unwrap();
    assert_eq!((estimate.job_id, estimate.reassignment_time), (None, Some(4 * 180)));
    assert_ne!(replicas(&instance, "orders").await, vec![vec![1]; 4], "an estimate moves nothing");

    let job = local.send(&reassign(&instance, spread("orders", &[1], None))).await.unwrap().job_id.unwrap();
    local.advance(Duration::from_secs(400)).await;
    let show = ShowTask { instance_id: instance.instance_id.clone(), task_id: job.clone() };
    let moved = async |local: &Local| {
        let task = local.send(&show).await.unwrap().tasks.remove(0);
        task.parameters()["moved_partitions"].as_u64().unwrap()
    };
    eventually(async || (moved(&local).await >= 1).then_some(())).await;
    let there = replicas(&instance, "orders").await.iter().filter(|r| **r == [1]).count();
    assert!((1..4).contains(&there), "{there}");

    let again = local.send(&reassign(&instance, spread("orders", &[0], None))).await.unwrap_err();
    assert_eq!(again.code, "DMS.00400017");
    let body = ExtendBody::Storage { new_storage_space: 600 };
    let extend = Extend { instance_id: instance.instance_id.clone(), body, ..Extend::default() };
    assert_eq!(local.send(&extend).await.unwrap_err().code, "DMS.00400017");
    local.running.shutdown().await;

    let local = Local::with(slow).await;
    assert!(moved(&local).await >= 1);
    for _ in 0..6 {
        local.advance(HOUR).await;
    }
    ended(&local, &instance, &job).await;
    assert_eq!(replicas(&instance, "orders").await, vec![vec![1]; 4]);
}

#[tokio::test]
async fn a_move_can_wait_for_its_time_and_for_its_throttle() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-night").await;
    topic(&local, &instance, "orders", 1).await;
    let kafka = Admin::connect(&address(&instance), None).await.unwrap();
    let value = Some(Bytes::from(vec![b'x'; 100_000]));
    kafka.produce("orders", Some(0), NewRecord { value, ..NewRecord::default() }).await.unwrap();
    let shrink =
        ReassignBody { reassignments: spread("orders", &[0], None).reassignments, ..ReassignBody::default() };
    let job = local.send(&reassign(&instance, shrink)).await.unwrap().job_id.unwrap();
    ended(&local, &instance, &job).await;

    // 100 kB to two brokers at 1 kB/s.
    let body = ReassignBody {
        throttle: Some(1000),
        time_estimate: Some(true),
        ..spread("orders", &[0, 1, 2], Some(3))
    };
    let seconds = local.send(&reassign(&instance, body)).await.unwrap().reassignment_time.unwrap();
    assert!((200..220).contains(&seconds), "{seconds}");

    let now = local.control(dms_api::Method::Get, "clock", serde_json::Value::Null).await.json();
    let now = now["now"].as_i64().unwrap_or_else(|| panic!("{now}"));
    let body = ReassignBody {
        is_schedule: Some(true),
        execute_at: Some(now + 3_600_000),
        ..spread("orders", &[2], None)
    };
    let job = local.send(&reassign(&instance, body)).await.unwrap().job_id.unwrap();
    let show = ShowTask { instance_id: instance.instance_id.clone(), task_id: job.clone() };
    assert_eq!(local.send(&show).await.unwrap().tasks[0].status, TaskStatus::Created);
    assert_eq!(replicas(&instance, "orders").await, [vec![0]]);
    local.advance(HOUR).await;
    ended(&local, &instance, &job).await;
    assert_eq!(replicas(&instance, "orders").await, [vec![2]]);
}

#[tokio::test]
async fn moving_waits_for_brokers_that_restart_and_ends_with_the_instance() {
    let local = Local::with(Options { pace: HOUR, ..options() }).await;
    let id = local.create(crate::support::order("kafka-restarts")).await.unwrap();
    local.advance(HOUR).await;
    let instance = local.until(&id, InstanceStatus::Running).await;
    topic(&local, &instance, "orders", 3).await;
    let job = local.send(&reassign(&instance, spread("orders", &[1], None))).await.unwrap().job_id.unwrap();
    let restart = BatchAction { body: InstanceActionBody::restart(vec![id.clone()]) };
    assert!(local.send(&restart).await.unwrap().results[0].is_success());
    local.advance(Duration::from_secs(200)).await;
    let show = ShowTask { instance_id: id.clone(), task_id: job.clone() };
    assert_eq!(local.send(&show).await.unwrap().tasks[0].status, TaskStatus::Executing);
    local.advance(HOUR).await;
    local.until(&id, InstanceStatus::Running).await;
    local.advance(HOUR).await;
    assert_eq!(ended(&local, &instance, &job).await.status, TaskStatus::Success);
    assert_eq!(replicas(&instance, "orders").await, vec![vec![1]; 3]);

    local.send(&reassign(&instance, spread("orders", &[2], None))).await.unwrap();
    local.send(&DeleteInstance { instance_id: id.clone() }).await.unwrap();
    local.advance(HOUR).await;
    eventually(async || local.show(&id).await.err().filter(|error| error.is_not_found())).await;
    // Nothing is left that would stumble over it.
    let next = local.create(crate::support::order("kafka-next")).await.unwrap();
    local.advance(HOUR).await;
    local.until(&next, InstanceStatus::Running).await;
}

#[tokio::test]
async fn a_topic_deleted_meanwhile_needs_no_moving() {
    let local = Local::with(Options { pace: Duration::from_secs(4), ..options() }).await;
    let id = local.create(crate::support::order("kafka-gone")).await.unwrap();
    local.advance(HOUR).await;
    let instance = local.until(&id, InstanceStatus::Running).await;
    topic(&local, &instance, "orders", 3).await;
    let job = local.send(&reassign(&instance, spread("orders", &[0], None))).await.unwrap().job_id.unwrap();
    let body = DeleteTopicsBody { topics: vec!["orders".to_owned()] };
    local.send(&DeleteTopics { instance_id: id, body }).await.unwrap();
    local.advance(HOUR).await;
    local.advance(HOUR).await;
    local.advance(HOUR).await;
    assert_eq!(ended(&local, &instance, &job).await.status, TaskStatus::Success);
}

#[tokio::test]
async fn partitions_of_somebody_elses_cluster_move_too() {
    let owner = Local::start().await;
    let theirs = owner.kafka("kafka-theirs").await;
    topic(&owner, &theirs, "orders", 2).await;
    let kafka = KafkaBackend::External { bootstrap: address(&theirs) };
    let local = Local::with(Options { kafka, ..options() }).await;
    let ours = local.kafka("kafka-ours").await;
    let job = local.send(&reassign(&ours, spread("orders", &[2], Some(1)))).await.unwrap().job_id.unwrap();
    assert_eq!(ended(&local, &ours, &job).await.status, TaskStatus::Success);
    assert_eq!(replicas(&theirs, "orders").await, [vec![2], vec![2]]);
}
