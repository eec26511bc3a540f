use std::cmp::Reverse;

use dms_api::record::FromAnswer;
use serde_json::{Value, json};

use super::*;

fn instance(json: Value) -> Arc<Instance> {
    Arc::new(Instance::from_answer(&json))
}

fn company() -> Vec<Arc<Instance>> {
    let kafka = [
        instance(json!({"instance_id": "k1", "name": "orders", "engine": "kafka", "status": "RUNNING",
            "connect_address": "192.168.0.5,192.168.0.6", "port": 9092, "created_at": "3000",
            "storage_space": 300, "used_storage_space": 30, "broker_num": 3,
            "tags": [{"key": "env", "value": "prod"}]})),
        instance(json!({"instance_id": "k2", "name": "Billing", "engine": "kafka", "status": "CREATING",
            "created_at": "9000", "storage_space": 600, "used_storage_space": 590, "broker_num": 10,
            "tags": [{"key": "env", "value": "test"}, {"key": "core"}]})),
    ];
    let rocketmq = [
        instance(json!({"instance_id": "r1", "name": "payments", "engine": "rocketmq", "status": "Faulty",
            "namesrv_address": "10.0.0.1:8100;10.0.0.2:8100", "created_at": "6000"})),
        instance(json!({"instance_id": "k1", "name": "orders", "engine": "kafka"})),
    ];
    merge(&kafka, &rocketmq)
}

fn names(filter: &Filter) -> Vec<String> {
    company().iter().filter(|i| filter.lets_through(i)).map(|i| i.name.clone()).collect()
}

fn text(text: &str) -> Filter {
    Filter { text: text.into(), ..Filter::default() }
}

#[test]
fn newest_first_and_no_instance_twice() {
    assert_eq!(names(&Filter::default()), ["Billing", "payments", "orders"]);
}

#[test]
fn search_looks_into_name_id_address_and_tags() {
    assert_eq!(names(&text("ORD")), ["orders"]);
    assert_eq!(names(&text("r1")), ["payments"]);
    assert_eq!(names(&text("10.0.0.2")), ["payments"]);
    assert_eq!(names(&text("192.168.0.6:9092")), ["orders"]);
    assert_eq!(names(&text("env=prod")), ["orders"]);
    assert_eq!(names(&text("env bill")), ["Billing"]);
    assert!(names(&text("env payments")).is_empty());
}

#[test]
fn filters_narrow_together() {
    let engine = Filter { engines: vec!["rocketmq".into()], ..Filter::default() };
    assert_eq!(names(&engine), ["payments"]);
    let status = Filter { statuses: vec!["ERROR".into(), "CREATING".into()], ..Filter::default() };
    assert_eq!(names(&status), ["Billing", "payments"]);
    let tag = Filter { tags: vec!["core".into()], ..status };
    assert_eq!(names(&tag), ["Billing"]);
}

#[test]
fn sorting_knows_what_people_mean() {
    let mut rows = company();
    rows.sort_by_key(|i| Reverse(fullness(i)));
    let names: Vec<_> = rows.iter().map(|i| i.name.as_str()).collect();
    assert_eq!(names, ["Billing", "orders", "payments"], "fullest, not largest");
    rows.sort_by_key(|i| severity(&i.status));
    let names: Vec<_> = rows.iter().map(|i| i.name.as_str()).collect();
    assert_eq!(names, ["payments", "Billing", "orders"], "trouble first");
}

#[test]
fn options_are_counted() {
    let all = company();
    assert_eq!(options(&all, |i| vec![engine_word(i)]), [("kafka".into(), 2), ("rocketmq".into(), 1)]);
    assert_eq!(
        options(&all, |i| tag_words(i).collect()),
        [("core".into(), 1), ("env=prod".into(), 1), ("env=test".into(), 1)]
    );
}

#[test]
fn ids_that_begin_alike_can_be_told_apart() {
    assert_eq!(short_id("6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01"), "6a1f…2e7a01");
    assert_eq!(short_id("instance-1"), "instance-1");
    assert_eq!(short_id("实例实例实例实例实例"), "实例实例实例实例实例");
}

#[test]
fn a_missing_size_is_not_an_empty_disk() {
    assert_eq!(storage(&instance(json!({"name": "x"}))), None);
    assert_eq!(storage(&instance(json!({"total_storage_space": 600}))), Some((0, 600)));
}
