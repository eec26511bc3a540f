//! Instances coming, changing, restarting and going.

use std::time::Duration;

use dms_api::Engine;
use dms_api::models::{InstanceStatus, Tag};
use dms_api::ops::kafka::{
    BatchAction, ChangeTags, DeleteInstance, ListProjectTags, ListTags, ListTopics, ModifyInstance,
    ModifyInstanceBody, ShowCluster,
};
use dms_api::ops::rocketmq;
use dms_api::ops::shared::{ChangeTagsBody, InstanceActionBody};
use dms_local::Options;

use crate::support::{Local, ZONE, eventually, list, options, order};

/// So slow that nothing moves before the clock is advanced.
async fn slow() -> Local {
    Local::with(Options { pace: Duration::from_secs(3600), ..options() }).await
}

#[tokio::test]
async fn an_instance_is_creating_until_its_time_has_come() {
    let local = slow().await;
    let body = dms_api::ops::kafka::CreateInstanceBody {
        description: Some("orders of the shop".to_owned()),
        tags: Some(vec![Tag { key: "team".to_owned(), value: "shop".to_owned() }]),
        maintain_begin: Some("22:00".to_owned()),
        maintain_end: Some("02:00".to_owned()),
        ..order("kafka-orders")
    };
    let id = local.create(body).await.unwrap();
    assert_eq!(local.show(&id).await.unwrap().status, InstanceStatus::Creating);
    let early = local.send(&ListTopics { instance_id: id.clone(), limit: None, offset: None }).await;
    assert_eq!(early.unwrap_err().code, "DMS.00400026");

    local.advance(Duration::from_secs(3600)).await;
    let instance = local.until(&id, InstanceStatus::Running).await;
    assert_eq!(instance.name, "kafka-orders");
    assert_eq!(instance.description, "orders of the shop");
    assert_eq!(instance.specification, "c6.2u4g.cluster * 3 broker");
    assert_eq!((instance.maintain_begin.as_str(), instance.maintain_end.as_str()), ("22:00:00", "02:00:00"));
    assert_eq!(instance.tags()[0].value, "shop");
    assert_eq!(instance.partition_num.unwrap().0, 750);
    assert!(instance.port.unwrap() > 0);
}

#[tokio::test]
async fn a_failed_creation_is_listed_only_on_request_and_deleted_with_all_failures() {
    let local = Local::start().await;
    let id = local.create(order("kafka-fail")).await.unwrap();
    local.until(&id, InstanceStatus::CreateFailed).await;
    assert_eq!(local.send(&list()).await.unwrap().instance_num, 0);
    let failures = dms_api::ops::kafka::ListInstances { include_failure: Some(true), ..list() };
    assert_eq!(local.send(&failures).await.unwrap().instances[0].instance_id, id);

    let body = InstanceActionBody::delete_failed(Engine::Kafka);
    let results = local.send(&BatchAction { body }).await.unwrap().results;
    assert_eq!((results.len(), results[0].is_success()), (1, true));
    eventually(async || local.show(&id).await.err().filter(|e| e.code == "DMS.00404022")).await;
}

#[tokio::test]
async fn a_name_is_taken_once() {
    let local = slow().await;
    local.create(order("kafka-one")).await.unwrap();
    let again = local.create(order("kafka-one")).await.unwrap_err();
    assert_eq!((again.status, again.code.as_str()), (400, "DMS.00400060"));
}

#[tokio::test]
async fn what_can_be_changed_changes_and_the_rest_stays() {
    let local = Local::start().await;
    let other = local.kafka("kafka-other").await;
    let before = local.kafka("kafka-before").await;
    let change = |body| ModifyInstance { instance_id: before.instance_id.clone(), body };
    let body = ModifyInstanceBody {
        name: Some("kafka-after".to_owned()),
        description: Some(String::new()),
        maintain_begin: Some("10:00:00".to_owned()),
        maintain_end: Some("14:00:00".to_owned()),
        retention_policy: Some("time_base".to_owned()),
        ..ModifyInstanceBody::default()
    };
    local.send(&change(body)).await.unwrap();
    let after = local.show(&before.instance_id).await.unwrap();
    assert_eq!(after.name, "kafka-after");
    assert_eq!(after.maintain_begin, "10:00:00");
    assert_eq!(after.retention_policy.as_deref(), Some("time_base"));
    assert_eq!(after.security_group_id, before.security_group_id);

    let body = ModifyInstanceBody { name: Some(other.name), ..ModifyInstanceBody::default() };
    assert_eq!(local.send(&change(body)).await.unwrap_err().code, "DMS.00400060");
}

#[tokio::test]
async fn states_that_forbid_it_refuse_restart_and_deletion() {
    let local = slow().await;
    let id = local.create(order("kafka-busy")).await.unwrap();
    let delete = DeleteInstance { instance_id: id.clone() };
    assert_eq!(local.send(&delete).await.unwrap_err().code, "DMS.00400099");
    let restart = BatchAction { body: InstanceActionBody::restart(vec![id.clone()]) };
    assert_eq!(local.send(&restart).await.unwrap().results[0].result, "failed");

    local.advance(Duration::from_secs(3600)).await;
    local.until(&id, InstanceStatus::Running).await;
    assert!(local.send(&restart).await.unwrap().results[0].is_success());
    assert_eq!(local.show(&id).await.unwrap().status, InstanceStatus::Restarting);
    assert_eq!(local.send(&delete).await.unwrap_err().code, "DMS.00400099");

    local.advance(Duration::from_secs(3600)).await;
    local.until(&id, InstanceStatus::Running).await;
    local.send(&delete).await.unwrap();
    assert_eq!(local.show(&id).await.unwrap().status, InstanceStatus::Deleting);
    local.advance(Duration::from_secs(3600)).await;
    eventually(async || local.show(&id).await.err().filter(|e| e.is_not_found())).await;
}

#[tokio::test]
async fn a_batch_reports_each_instance_and_checks_its_list() {
    let local = Local::start().await;
    let there = local.kafka("kafka-there").await.instance_id;
    let missing = "00000000-0000-4000-8000-000000000000".to_owned();
    let body = InstanceActionBody::restart(vec![there.clone(), missing.clone()]);
    let results = local.send(&BatchAction { body }).await.unwrap().results;
    assert_eq!(results[0].result, "success");
    assert_eq!((results[1].result.as_str(), &results[1].instance), ("failed", &missing));

    let refused = |body| async { local.send(&BatchAction { body }).await.unwrap_err().code };
    let many = (0..51).map(|n| format!("00000000-0000-4000-8000-{n:012}")).collect();
    assert_eq!(refused(InstanceActionBody::delete(many)).await, "DMS.00400100");
    assert_eq!(refused(InstanceActionBody::delete(Vec::new())).await, "DMS.00400065");
    assert_eq!(refused(InstanceActionBody::delete(vec![there.clone(), there])).await, "DMS.00400082");
    let explode = InstanceActionBody { action: "explode".to_owned(), ..Default::default() };
    assert_eq!(refused(explode).await, "DMS.00400064");
}

#[tokio::test]
async fn both_engines_share_paths_and_are_told_apart() {
    let local = Local::start().await;
    let kafka = local.kafka("kafka-shop").await.instance_id;
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
    let rocket = local.send(&rocketmq::CreateInstance { body }).await.unwrap().instance_id;
    let shown = local.until(&rocket, InstanceStatus::Running).await;
    assert_eq!(shown.engine_kind(), Some(Engine::RocketMq));
    assert!(shown.namesrv_address.is_some() && shown.kafka_manager_enable.is_none());

    assert_eq!(local.send(&list()).await.unwrap().instances[0].instance_id, kafka);
    let rockets = dms_api::ops::kafka::ListInstances { engine: Engine::RocketMq, ..list() };
    assert_eq!(local.send(&rockets).await.unwrap().instances[0].instance_id, rocket);
    let body = rocketmq::ModifyInstanceBody { enable_acl: Some(true), ..Default::default() };
    local.send(&rocketmq::ModifyInstance { instance_id: rocket.clone(), body }).await.unwrap();
    assert_eq!(local.show(&rocket).await.unwrap().enable_acl, Some(true));
    // The path is the same, the answer the other engine's.
    let topics = local.reply(&ListTopics { instance_id: rocket.clone(), limit: None, offset: None }).await;
    assert_eq!(topics.json()["max"], 4000);
    let cluster = local.send(&ShowCluster { instance_id: rocket.clone() }).await;
    assert_eq!(cluster.unwrap_err().code, "DMS.00404022");
    local.send(&rocketmq::DeleteInstance { instance_id: rocket.clone() }).await.unwrap();
    eventually(async || local.show(&rocket).await.err()).await;
}

#[tokio::test]
async fn tags_come_and_go_all_or_none() {
    let local = Local::start().await;
    let instance_id = local.kafka("kafka-tags").await.instance_id;
    let tag = |key: &str, value: &str| Tag { key: key.to_owned(), value: value.to_owned() };
    let change = |action: &str, tags: Vec<Tag>| ChangeTags {
        instance_id: instance_id.clone(),
        body: ChangeTagsBody { action: action.to_owned(), tags },
    };
    local.send(&change("create", vec![tag("env", "test"), tag("team", "")])).await.unwrap();
    local.send(&change("create", vec![tag("env", "prod")])).await.unwrap();
    let listed = || async { local.send(&ListTags { instance_id: instance_id.clone() }).await.unwrap().tags };
    assert_eq!(listed().await, [tag("env", "prod"), tag("team", "")]);

    let many = (0..19).map(|n| tag(&format!("k{n}"), "")).collect();
    assert_eq!(local.send(&change("create", many)).await.unwrap_err().code, "DMS.10240044");
    let gone = local.send(&change("delete", vec![tag("team", ""), tag("none", "")])).await;
    assert_eq!(gone.unwrap_err().code, "DMS.10240426");
    let bad = local.send(&change("create", vec![tag("a*b", "")])).await;
    assert_eq!(bad.unwrap_err().code, "DMS.10240036");
    assert_eq!(listed().await.len(), 2);
    local.send(&change("delete", vec![tag("team", "")])).await.unwrap();
    let of_project = local.send(&ListProjectTags {}).await.unwrap().tags;
    assert_eq!((of_project.len(), of_project[0].values.as_slice()), (1, ["prod".to_owned()].as_slice()));
}
