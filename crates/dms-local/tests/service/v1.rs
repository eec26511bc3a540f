//! Version 1 of the API: other shapes over the same state.

use dms_api::models::InstanceStatus;
use dms_api::models::kafka::V1ProductList;
use dms_api::ops::kafka::{CreateTopicBody, DeleteTopicsBody, ListTopics, ModifyInstanceBody, v1};
use serde_json::json;

use crate::support::{Local, ZONE, eventually};

fn old_order(name: &str) -> v1::CreateInstanceBody {
    v1::CreateInstanceBody {
        name: name.to_owned(),
        engine: "kafka".to_owned(),
        engine_version: "2.3.0".to_owned(),
        specification: "100MB".to_owned(),
        storage_space: 600,
        partition_num: 300,
        vpc_id: "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf".to_owned(),
        subnet_id: "0a0f1fcb-f019-458d-b9e5-301867394d50".to_owned(),
        security_group_id: "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c".to_owned(),
        available_zones: vec![ZONE.to_owned()],
        product_id: "00300-30308-0--0".to_owned(),
        storage_spec_code: "dms.physical.storage.high".to_owned(),
        ..Default::default()
    }
}

#[tokio::test]
async fn an_instance_of_version_1_is_one_of_version_2_as_well() {
    let local = Local::start().await;
    let create = v1::CreateInstance { body: old_order("kafka-old") };
    let instance_id = local.send(&create).await.unwrap().instance_id;
    let two = local.until(&instance_id, InstanceStatus::Running).await;
    assert_eq!((two.specification.as_str(), two.partition_num.unwrap().0), ("100MB", 300));
    assert_eq!((two.broker_num, two.total_storage_space), (Some(3), Some(600)));

    let one = local.reply(&v1::ShowInstance { instance_id: instance_id.clone() }).await.json();
    assert_eq!(one["resource_spec_code"], "dms.instance.kafka.cluster.c3.mini");
    assert_eq!((&one["partition_num"], &one["charging_mode"]), (&json!("300"), &json!(1)));
    assert_eq!(one["connect_addresses"], one["connect_address"]);
    assert!(
        one.get("broker_num").is_none() && one.get("tags").is_none(),
        "version 1 has no such keys: {one}"
    );

    let list = local
        .reply(&v1::ListInstances { engine: Some("kafka".to_owned()), ..Default::default() })
        .await
        .json();
    assert_eq!(
        (&list["instance_num"], &list["instances"][0]["instance_id"]),
        (&json!(1), &json!(instance_id))
    );
    assert!(list["instances"][0].get("subnet_cidr").is_none());

    let body = ModifyInstanceBody { name: Some("kafka-older".to_owned()), ..Default::default() };
    local.send(&v1::ModifyInstance { instance_id: instance_id.clone(), body }).await.unwrap();
    assert_eq!(local.show(&instance_id).await.unwrap().name, "kafka-older");
    local.send(&v1::DeleteInstance { instance_id: instance_id.clone() }).await.unwrap();
    eventually(async || local.show(&instance_id).await.err()).await;
}

#[tokio::test]
async fn orders_that_do_not_fit_a_bandwidth_are_refused() {
    let local = Local::start().await;
    let refused = async |body| local.send(&v1::CreateInstance { body }).await.unwrap_err().code;
    assert_eq!(
        refused(v1::CreateInstanceBody { storage_space: 500, ..old_order("kafka-a") }).await,
        "DMS.00400500"
    );
    let unknown = v1::CreateInstanceBody { product_id: "00300-1".to_owned(), ..old_order("kafka-b") };
    assert_eq!(refused(unknown).await, "DMS.00400009");
    let named = v1::CreateInstanceBody { name: "x".to_owned(), ..old_order("kafka-c") };
    assert_eq!(refused(named).await, "DMS.00400010");
    let disk = v1::CreateInstanceBody { storage_spec_code: "floppy".to_owned(), ..old_order("kafka-d") };
    assert_eq!(refused(disk).await, "DMS.00400125");
}

#[tokio::test]
async fn lists_are_filtered_and_paged_by_the_older_names() {
    let local = Local::start().await;
    for name in ["kafka-one", "kafka-two", "kafka-three"] {
        local.kafka(name).await;
    }
    let failed = local.create(crate::support::order("kafka-four-fail")).await.unwrap();
    local.until(&failed, InstanceStatus::CreateFailed).await;
    let names = async |list: v1::ListInstances| {
        let answer = local.send(&list).await.unwrap();
        let names: Vec<String> = answer.instances.into_iter().map(|instance| instance.name).collect();
        (answer.instance_num, names)
    };
    assert_eq!(names(v1::ListInstances::default()).await.0, 3);
    let all = v1::ListInstances { include_failure: Some(true), ..Default::default() };
    assert_eq!(names(all.clone()).await.0, 4);
    let page = v1::ListInstances { start: Some(2), limit: Some(2), ..Default::default() };
    assert_eq!(names(page).await.1, ["kafka-two", "kafka-one"]);
    let exact = v1::ListInstances {
        name: Some("kafka-t".to_owned()),
        exact_match_name: Some(true),
        ..Default::default()
    };
    assert_eq!(names(exact).await.0, 0);
    let by_id = v1::ListInstances { id: Some(failed.clone()), ..all };
    assert_eq!(names(by_id).await.1, ["kafka-four-fail"]);

    let body = v1::ActionBody {
        action: "delete".to_owned(),
        all_failure: Some("kafka".to_owned()),
        ..Default::default()
    };
    let results = local.send(&v1::BatchAction { body }).await.unwrap().results;
    assert_eq!((results.len(), results[0].instance.as_str()), (1, failed.as_str()));
}

#[tokio::test]
async fn topics_have_an_id_instead_of_a_name() {
    let local = Local::start().await;
    let instance_id = local.kafka("kafka-topics").await.instance_id;
    let body = CreateTopicBody { id: "haha".to_owned(), partition: Some(3), ..Default::default() };
    let created = local.reply(&v1::CreateTopic { instance_id: instance_id.clone(), body }).await;
    assert_eq!((created.status, created.json()), (200, json!({ "id": "haha" })));
    let listed = local.reply(&v1::ListTopics { instance_id: instance_id.clone() }).await.json();
    assert_eq!((&listed["total"], &listed["count"]), (&json!(1), &json!(1)));
    let topic = &listed["topics"][0];
    assert_eq!(
        (&topic["id"], &topic["partition"], &topic["sync_replication"]),
        (&json!("haha"), &json!(3), &json!(false))
    );
    assert!(topic.get("name").is_none() && topic.get("topic_other_configs").is_none());
    let read = local.send(&v1::ListTopics { instance_id: instance_id.clone() }).await.unwrap();
    assert_eq!(read.topics[0].name, "haha");

    let body = DeleteTopicsBody { topics: vec!["haha".to_owned(), "aabb".to_owned()] };
    let deleted = local.send(&v1::DeleteTopics { instance_id: instance_id.clone(), body }).await.unwrap();
    let outcomes: Vec<(&str, bool)> = deleted.topics.iter().map(|t| (t.id.as_str(), t.success)).collect();
    assert_eq!(outcomes, [("haha", true), ("aabb", false)]);
    let rest = local.send(&ListTopics { instance_id, limit: None, offset: None }).await.unwrap();
    assert_eq!(rest.total, 0);
}

#[tokio::test]
async fn what_the_region_offers_in_older_shapes() {
    let local = Local::start().await;
    let zones = local.reply(&v1::ListAvailableZones {}).await.json();
    assert_eq!(zones["regionId"], zones["region_id"]);
    let zone = zones["available_zones"][0].as_object().unwrap();
    assert!(zone.contains_key("soldOut") && !zone.contains_key("default_az"), "{zone:?}");
    let windows = local.send(&v1::ListMaintainWindows {}).await.unwrap().maintain_windows;
    assert_eq!((windows[0].begin.as_str(), windows[0].end.as_str()), ("22:00:00", "02:00:00"));
    let products: V1ProductList = local.send(&v1::ListProducts { engine: "kafka".to_owned() }).await.unwrap();
    let detail = &products.hourly[0].values[0].detail;
    assert_eq!(
        detail.iter().map(|p| p.bandwidth.as_str()).collect::<Vec<_>>(),
        ["100MB", "300MB", "600MB", "1200MB"]
    );
    let wrong = local.send(&v1::ListProducts { engine: "rabbitmq".to_owned() }).await.unwrap_err();
    assert_eq!(wrong.code, "DMS.00400062");
}
