use dms_api::record::FromAnswer;
use serde_json::json;

use super::*;

fn find(groups: &[Group], label: Msg) -> Option<&Fact> {
    groups.iter().flat_map(|g| &g.facts).find(|(l, _)| *l == Label::Text(label)).map(|(_, f)| f)
}

#[test]
fn every_key_of_the_answer_is_shown_somewhere() {
    let keys = Instance::KEYS.iter().filter_map(|names| names.first()).filter(|k| {
        // The page's header has these, or they are shown together with another.
        !matches!(**k, "name" | "status" | "engine" | "tags" | "port" | "used_storage_space")
            && !matches!(
                **k,
                "maintain_end" | "user_name" | "vpc_name" | "subnet_name" | "security_group_name"
            )
            && !matches!(**k, "public_boundwidth" | "total_storage_space")
    });
    for key in keys {
        let value = match *key {
            "created_at" => json!("1636699753874"),
            "charging_mode" | "broker_num" | "node_num" | "extend_times" | "public_bandwidth" => json!(1),
            "storage_space" | "partition_num" => json!(300),
            "available_zones" | "available_zone_names" | "sasl_enabled_mechanisms" => json!(["a"]),
            "ipv6_connect_addresses" => json!(["::1"]),
            "cross_vpc_info" => json!("{\"10.0.0.1\":{\"advertised_ip\":\"10.0.0.2\"}}"),
            key if key.contains("enable") || key.contains("replaced") || key == "disk_encrypted" => {
                json!(true)
            }
            "is_logical_volume" | "vpc_client_plain" => json!(true),
            _ => json!("some-text"),
        };
        let engine =
            if key.contains("namesrv") || key.contains("broker_address") { "reliability" } else { "kafka" };
        let with = groups(&Instance::from_answer(&json!({"engine": engine, *key: value})));
        let without = groups(&Instance::from_answer(&json!({"engine": engine})));
        assert_ne!(with, without, "{key} is shown nowhere");
    }
}

#[test]
fn keys_of_newer_editions_come_last_under_their_own_name() {
    let groups = groups(&Instance::from_answer(&json!({
        "engine": "kafka", "brand_new": "x", "flag": false, "nothing": null, "nested": {"a": 1}})));
    let last = groups.last().map(|g| (g.title, g.facts.clone()));
    let key = |k: &str| Label::Key(k.to_owned());
    assert_eq!(
        last,
        Some((
            fact::OTHER,
            vec![
                (key("brand_new"), Fact::Codes(vec!["x".into()])),
                (key("flag"), Fact::YesNo(false)),
                (key("nested"), Fact::Codes(vec!["{\"a\":1}".into()])),
            ]
        ))
    );
}

#[test]
fn addresses_come_one_per_line_with_their_port() {
    let kafka = groups(&Instance::from_answer(&json!({
        "engine": "kafka", "connect_address": "10.0.0.1,10.0.0.2", "port": 9092})));
    let lines = Fact::Codes(vec!["10.0.0.1:9092".into(), "10.0.0.2:9092".into()]);
    assert_eq!(find(&kafka, fact::ADDRESS), Some(&lines));
    let rocketmq = groups(&Instance::from_answer(&json!({
        "engine": "reliability", "namesrv_address": "10.0.0.1:8100;10.0.0.2:8100"})));
    let lines = Fact::Codes(vec!["10.0.0.1:8100".into(), "10.0.0.2:8100".into()]);
    assert_eq!(find(&rocketmq, fact::NAMESRV), Some(&lines));
}

#[test]
fn bought_and_usable_storage_are_told_apart() {
    let groups = groups(&Instance::from_answer(&json!({
        "engine": "reliability", "storage_space": 558, "total_storage_space": 600, "used_storage_space": 28})));
    assert_eq!(find(&groups, fact::USED), Some(&Fact::Storage { used: 28, size: 558 }));
    assert_eq!(find(&groups, fact::BOUGHT), Some(&Fact::Gigabytes(600)));
}
