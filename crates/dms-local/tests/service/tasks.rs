//! What the service does and did, as tasks.

use std::time::Duration;

use dms_api::models::{InstanceStatus, TaskStatus};
use dms_api::ops::kafka::{
    BatchAction, CreateTopic, CreateTopicBody, DeleteTask, DeleteTopics, DeleteTopicsBody, ListTasks,
    ModifyInstance, ModifyInstanceBody, ShowTask,
};
use dms_api::ops::rocketmq;
use dms_api::ops::shared::InstanceActionBody;
use dms_api::time;
use dms_local::Options;

use crate::support::{Local, ZONE, options, order, task_names};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn each_job_is_a_task_with_its_parameters_and_times() {
    let local = Local::with(Options { pace: HOUR, ..options() }).await;
    let id = local.create(order("kafka-tasks")).await.unwrap();
    let list = ListTasks { instance_id: id.clone(), ..Default::default() };
    let listed = local.send(&list).await.unwrap();
    assert_eq!((listed.task_count.0, listed.tasks.len()), (1, 1));
    let creation = listed.tasks[0].clone();
    assert_eq!((creation.name.as_str(), &creation.status), ("createInstance", &TaskStatus::Executing));
    assert_eq!(creation.parameters()["broker_num"], 3);
    assert_eq!((creation.user_name.as_str(), creation.user_id.is_empty()), ("demo", false));
    assert_eq!(creation.id.len(), 32);

    local.advance(HOUR).await;
    local.until(&id, InstanceStatus::Running).await;
    let restart = BatchAction { body: InstanceActionBody::restart(vec![id.clone()]) };
    local.send(&restart).await.unwrap();
    let listed = local.send(&list).await.unwrap();
    let names: Vec<(&str, &str)> =
        listed.tasks.iter().map(|task| (task.name.as_str(), task.status.as_str())).collect();
    assert_eq!(names, [("restartInstance", "EXECUTING"), ("createInstance", "SUCCESS")]);
    let (begun, ended) = (listed.tasks[1].created_at.unwrap().ms(), listed.tasks[1].updated_at.unwrap().ms());
    assert!(ended - begun >= 3_600_000, "an hour later: {begun} {ended}");

    let reply = local.reply(&list).await.json();
    assert_eq!(reply["task_count"], "2", "numbers as texts, as the tables have it");
    let created_at = reply["tasks"][0]["created_at"].as_str().unwrap();
    assert!(created_at.ends_with('Z') && created_at.contains('T'), "{created_at}");
    assert!(reply["tasks"][0]["params"].is_string());
}

#[tokio::test]
async fn a_changed_retention_policy_is_a_task_and_the_same_one_is_none() {
    let local = Local::start().await;
    let instance_id = local.kafka("kafka-policy").await.instance_id;
    let body = ModifyInstanceBody { retention_policy: Some("time_base".to_owned()), ..Default::default() };
    let modify = ModifyInstance { instance_id: instance_id.clone(), body };
    local.send(&modify).await.unwrap();
    local.send(&modify).await.unwrap();
    assert_eq!(task_names(&local, &instance_id).await, ["changeRetentionPolicy", "createInstance"]);
    let listed = local.send(&ListTasks { instance_id, ..Default::default() }).await.unwrap();
    let params = listed.tasks[0].parameters();
    assert_eq!(
        (&params["new_retention_policy"], &params["origin_retention_policy"]),
        (&"time_base".into(), &"produce_reject".into())
    );
}

#[tokio::test]
async fn tasks_are_paged_filtered_by_time_shown_and_deleted() {
    let local = Local::start().await;
    let instance_id = local.kafka("kafka-many").await.instance_id;
    for n in 0..6 {
        local.advance(HOUR).await;
        let policy = if n % 2 == 0 { "time_base" } else { "produce_reject" };
        let body = ModifyInstanceBody { retention_policy: Some(policy.to_owned()), ..Default::default() };
        local.send(&ModifyInstance { instance_id: instance_id.clone(), body }).await.unwrap();
    }
    let list = ListTasks { instance_id: instance_id.clone(), ..Default::default() };
    let all = local.send(&list).await.unwrap();
    assert_eq!((all.task_count.0, all.tasks.len()), (7, 7));
    let page = |start, limit| ListTasks { start: Some(start), limit: Some(limit), ..list.clone() };
    let second = local.send(&page(3, 2)).await.unwrap();
    assert_eq!((second.task_count.0, &second.tasks[..]), (7, &all.tasks[2..4]));
    assert_eq!(local.send(&page(0, 1)).await.unwrap().tasks, all.tasks[..1]);
    assert_eq!(local.send(&page(1, 51)).await.unwrap_err().code, "DMS.10240042");

    let at = |task: usize| Some(time::compact(all.tasks[task].created_at.unwrap().ms()));
    let between = ListTasks { begin_time: at(4), end_time: at(2), ..list.clone() };
    assert_eq!(local.send(&between).await.unwrap().tasks, all.tasks[2..5]);
    for bad in ["2020", "2020-01-01", "20209901000000"] {
        let wrong = ListTasks { begin_time: Some(bad.to_owned()), ..list.clone() };
        assert_eq!(local.send(&wrong).await.unwrap_err().code, "DMS.00400142", "{bad}");
    }

    let task = |id: &str| ShowTask { instance_id: instance_id.clone(), task_id: id.to_owned() };
    let one = local.send(&task(&all.tasks[3].id)).await.unwrap();
    assert_eq!((one.task_count.0, one.tasks.as_slice()), (1, &all.tasks[3..4]));
    assert_eq!(local.send(&task("nonsense")).await.unwrap_err().code, "DMS.00400070");
    assert_eq!(local.send(&task(&"0".repeat(32))).await.unwrap_err().status, 404);

    let delete = DeleteTask { instance_id: instance_id.clone(), task_id: all.tasks[3].id.clone() };
    local.send(&delete).await.unwrap();
    assert_eq!(local.send(&delete).await.unwrap_err().status, 404);
    assert_eq!(local.send(&task(&all.tasks[3].id)).await.unwrap_err().status, 404);
    assert_eq!(local.send(&list).await.unwrap().task_count.0, 6);
}

#[tokio::test]
async fn deleting_the_record_does_not_stop_the_work() {
    let local = Local::with(Options { pace: HOUR, ..options() }).await;
    let id = local.create(order("kafka-goes-on")).await.unwrap();
    let list = ListTasks { instance_id: id.clone(), ..Default::default() };
    let task_id = local.send(&list).await.unwrap().tasks[0].id.clone();
    local.send(&DeleteTask { instance_id: id.clone(), task_id }).await.unwrap();
    assert_eq!(local.send(&list).await.unwrap().task_count.0, 0);
    local.advance(HOUR).await;
    local.until(&id, InstanceStatus::Running).await;
}

#[tokio::test]
async fn rocketmq_has_tasks_too() {
    let local = Local::start().await;
    let body = rocketmq::CreateInstanceBody {
        name: "rocketmq-shop".to_owned(),
        engine: "reliability".to_owned(),
        engine_version: "4.8.0".to_owned(),
        broker_num: 1,
        storage_space: 600,
        storage_spec_code: "dms.physical.storage.ultra.v2".to_owned(),
        product_id: "c6.4u8g.cluster".to_owned(),
        vpc_id: "vpc".to_owned(),
        subnet_id: "subnet".to_owned(),
        security_group_id: "group".to_owned(),
        available_zones: vec![ZONE.to_owned()],
        ..rocketmq::CreateInstanceBody::default()
    };
    let instance_id = local.send(&rocketmq::CreateInstance { body }).await.unwrap().instance_id;
    local.until(&instance_id, InstanceStatus::Running).await;
    let list = rocketmq::ListTasks { instance_id: instance_id.clone(), ..Default::default() };
    let tasks = local.send(&list).await.unwrap().tasks;
    assert_eq!((tasks.len(), tasks[0].name.as_str()), (1, "createInstance"));
    let (instance_id, task_id) = (instance_id, tasks[0].id.clone());
    let show = rocketmq::ShowTask { instance_id: instance_id.clone(), task_id: task_id.clone() };
    assert_eq!(local.send(&show).await.unwrap().tasks, tasks);
    local.send(&rocketmq::DeleteTask { instance_id, task_id }).await.unwrap();
    assert_eq!(local.send(&list).await.unwrap().task_count.0, 0);
}

#[tokio::test]
async fn deleting_several_things_at_once_is_a_task() {
    let local = Local::start().await;
    let instance_id = local.kafka("kafka-clean").await.instance_id;
    let body = CreateTopicBody { id: "orders".to_owned(), ..Default::default() };
    local.send(&CreateTopic { instance_id: instance_id.clone(), body }).await.unwrap();
    let delete = |topic: &str| DeleteTopics {
        instance_id: instance_id.clone(),
        body: DeleteTopicsBody { topics: vec![topic.to_owned()] },
    };
    local.send(&delete("nothing")).await.unwrap();
    local.send(&delete("orders")).await.unwrap();
    assert_eq!(task_names(&local, &instance_id).await, ["batchDeleteTopics", "createInstance"]);
    let list = ListTasks { instance_id, limit: Some(1), ..Default::default() };
    let task = local.send(&list).await.unwrap().tasks.remove(0);
    assert_eq!(task.parameters()["topics"], serde_json::json!(["orders"]));
}
