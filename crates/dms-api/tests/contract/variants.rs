//! The places where the references, their examples and the service disagree: each variant is read to the same value.

use dms_api::models::kafka::{
    AutoTopic, CreatedTopic, DeletedTopics, GroupList, GroupState, MaintainWindow, ProductList,
    ReassignmentStarted, Topic, TopicConfig, TopicDisk, TopicList, size_bytes, size_text,
};
use dms_api::models::{
    AvailableZoneList, Charging, Instance, InstanceList, InstanceStatus, JobStarted, Tag, TaskList,
    TaskStatus, iam,
};
use dms_api::operation::Engine;
use dms_api::ops::kafka::{CreateInstanceBody, CreateTopicBody};
use dms_api::record::{CommaList, FromAnswer, TextNumber};
use serde_json::{Value, json};

fn instance(json: Value) -> Instance {
    Instance::from_answer(&json)
}

#[test]
fn versions_and_counts_as_numbers_or_texts() {
    assert_eq!(instance(json!({"engine_version": 2.7})).engine_version, "2.7");
    assert_eq!(instance(json!({"engine_version": "2.7"})).engine_version, "2.7");
    for shape in [json!("300"), json!(300)] {
        assert_eq!(instance(json!({"partition_num": shape})).partition_num, Some(TextNumber(300)));
    }
    for shape in [json!("6"), json!(6)] {
        assert_eq!(instance(json!({"public_bandwidth": shape})).public_bandwidth, Some(6));
    }
}

#[test]
fn ways_of_paying() {
    for (shape, wanted) in [
        (json!(1), Charging::PayPerUse),
        (json!("1"), Charging::PayPerUse),
        (json!("postPaid"), Charging::PayPerUse),
        (json!(0), Charging::Period),
        (json!("prePaid"), Charging::Period),
    ] {
        assert_eq!(instance(json!({"charging_mode": shape})).charging_mode, Some(wanted));
    }
    assert_eq!(instance(json!({"charging_mode": 7})).charging_mode, None);
}

#[test]
fn lists_of_addresses() {
    let wanted = Some(CommaList::from_iter(["a", "b", "c"]));
    for shape in [json!("a, b, c"), json!("a,b,c"), json!(["a", "b", "c"])] {
        assert_eq!(instance(json!({"publicip_id": shape})).publicip_id, wanted);
    }
    assert_eq!(instance(json!({"publicip_id": ""})).publicip_id, None);
    assert_eq!(instance(json!({"connect_addresses": "a,b,c"})).connect_address, wanted);
    assert_eq!(instance(json!({"available_zones": "z1, z2"})).available_zones, ["z1", "z2"]);
    assert_eq!(instance(json!({"available_zones": ["z1", "z2"]})).available_zones, ["z1", "z2"]);
}

#[test]
fn two_names_of_one_thing() {
    assert_eq!(instance(json!({"public_bound_width": 3})).public_boundwidth, Some(3));
    assert_eq!(instance(json!({"public_boundwidth": 3})).public_boundwidth, Some(3));
    assert_eq!(instance(json!({"broker_addresses": "x"})).broker_address.as_deref(), Some("x"));
    assert_eq!(instance(json!({"broker_address": "x"})).broker_address.as_deref(), Some("x"));
    assert_eq!(instance(json!({"connector_enabled": true})).connector_enable, Some(true));
    let list = InstanceList::from_answer(&json!({"instances": {"id": "one"}, "total": "1"}));
    assert_eq!((list.instance_num, list.instances.len()), (1, 1));
    assert_eq!(list.instances[0].instance_id, "one");
    assert_eq!(CreatedTopic::from_answer(&json!({"id": "t"})).name, "t");
    assert_eq!(
        DeletedTopics::from_answer(&json!({"topics": [{"name": "t", "success": "true"}]})).topics[0].id,
        "t"
    );
}

#[test]
fn the_topic_list_of_the_example_and_of_the_table() {
    let example = json!({"count": 1, "size": 0, "topics": [{"id": "test01", "sync_replication": "false",
        "sync_message_flush": "true", "partition": "3", "created_at": 1_688_112_779_916_i64, "topic_type": 1,
        "topic_other_configs": [{"name": "max.message.bytes", "value": 10_485_760}], "assign_partition": false}]});
    let list = TopicList::from_answer(&example);
    let topic = &list.topics[0];
    assert_eq!((list.total, topic.name.as_str(), topic.partition), (1, "test01", 3));
    assert!(!topic.sync_replication && topic.sync_message_flush && topic.is_internal());
    assert_eq!(topic.config("max.message.bytes"), Some("10485760"));
    assert_eq!(topic.created_at.map(|at| at.ms()), Some(1_688_112_779_916));
    assert_eq!(topic.rest.0.get("assign_partition"), Some(&json!(false)));
    let table = json!({"total": 1, "topics": [{"name": "test01", "sync_replication": false}]});
    assert_eq!(TopicList::from_answer(&table).topics[0].name, "test01");
}

#[test]
fn times_of_creation() {
    let wanted = Some(1_636_699_753_874);
    for shape in [json!("1636699753874"), json!(1_636_699_753_874_i64), json!("2021-11-12T06:49:13.874Z")] {
        assert_eq!(instance(json!({"created_at": shape.clone()})).created_at.map(|at| at.ms()), wanted);
        let groups = GroupList::from_answer(&json!({"groups": [{"group_id": "g", "createdAt": shape}]}));
        assert_eq!(groups.groups[0].created_at.map(|at| at.ms()), wanted);
    }
    assert_eq!(instance(json!({"created_at": ""})).created_at, None);
}

#[test]
fn states_in_every_spelling() {
    for word in ["Stable", "STABLE", "stable"] {
        let groups = GroupList::from_answer(&json!({"groups": [{"state": word}], "count": 1}));
        assert_eq!((groups.groups[0].state.clone(), groups.total), (GroupState::Stable, 1));
    }
    assert_eq!(GroupState::from_word("PreparingRebalance"), GroupState::from_word("PREPARING_REBALANCE"));
    for (word, wanted) in [
        ("Faulty", InstanceStatus::Error),
        ("Changing", InstanceStatus::Extending),
        ("Change failed", InstanceStatus::ExtendedFailed),
        ("Stopping", InstanceStatus::Stopping),
    ] {
        assert_eq!(instance(json!({"status": word})).status, wanted);
    }
}

#[test]
fn addresses_for_other_networks_are_json_in_a_text() {
    let inside = json!({"192.168.1.21": {"advertised_ip": "192.168.1.21", "port_id": "p"}});
    for shape in [json!(inside.to_string()), inside.clone()] {
        assert_eq!(
            instance(json!({"cross_vpc_info": shape})).cross_vpc_info.map(|j| j.0),
            Some(inside.clone())
        );
    }
    let broken = "{\"a\":{}},\"b\"}";
    assert_eq!(instance(json!({"cross_vpc_info": broken})).cross_vpc_info.map(|j| j.0), Some(json!(broken)));
}

#[test]
fn zones_flavours_and_windows() {
    let zones = AvailableZoneList::from_answer(&json!({"regionId": "r", "available_zones": [
        {"soldOut": "false", "resource_availability": "true", "remain_time": 9_223_372_036_854_776_000_u64, "port": 443}]}));
    let zone = &zones.available_zones[0];
    assert_eq!((zones.region_id.as_str(), zone.remain_time), ("r", Some(9_223_372_036_854_776_000)));
    assert!(zone.is_usable() && zone.port == "443");
    let products = ProductList::from_answer(&json!({"products": [{"charging_mode": "monthly,hourly",
        "properties": {"max_broker": 30, "min_broker": "3"},
        "support_features": {"name": "connector_obs", "properties": {"max_task": 10}}}]}));
    let product = &products.products[0];
    assert_eq!(product.charging_mode, ["monthly", "hourly"]);
    assert_eq!(
        (product.properties.min_broker, product.properties.max_broker),
        (Some(TextNumber(3)), Some(TextNumber(30)))
    );
    assert_eq!(product.support_features[0].properties.get("max_task").map(String::as_str), Some("10"));
    for begin in ["22", "22:00", "22:00:00"] {
        assert_eq!(MaintainWindow::from_answer(&json!({"begin": begin})).begin_hour(), Some(22));
    }
}

#[test]
fn projects_with_gaps() {
    let list =
        iam::ProjectList::from_answer(&json!({"links": {}, "projects": [{"is_domain": null, "enabled": true,
        "id": "p", "name": "eu-west-0"}]}));
    assert_eq!((list.projects[0].name.as_str(), list.projects[0].is_domain), ("eu-west-0", false));
    let token = iam::TokenAnswer::from_answer(&json!({"token": {"expires_at": "2019-02-13T06:52:13.855000Z",
        "methods": "password", "project": {"id": "p", "name": "n", "domain": {"name": "d"}}}}));
    assert_eq!(token.token.methods, ["password"]);
    assert_eq!(token.token.project.map(|p| p.domain.name).as_deref(), Some("d"));
    assert_eq!(dms_api::time::parse(&token.token.expires_at), Some(1_550_040_733_855));
}

#[test]
fn requests_that_the_reference_itself_misspells() {
    let body: CreateTopicBody = serde_json::from_value(json!({"id": "t", "sync_replication": "false",
        "topic_other_configs": [{"name": "max.message.bytes", "value": 10_485_760}]}))
    .unwrap();
    assert_eq!(body.sync_replication, Some(false));
    assert_eq!(body.topic_other_configs.unwrap()[0].value, "10485760");
    let body: CreateInstanceBody = serde_json::from_value(
        json!({"sasls_enabled_mechanisms": ["PLAIN"], "connector_enabled": true, "new": 1}),
    )
    .unwrap();
    assert_eq!(
        (body.sasl_enabled_mechanisms.unwrap()[0].as_str(), body.connector_enable),
        ("PLAIN", Some(true))
    );
    assert!(serde_json::from_value::<CreateTopicBody>(json!({"id": 5})).is_err(), "other types are refused");
}

#[test]
fn what_the_service_sends_is_as_the_tables_say() {
    let topic = Topic {
        name: "t".into(),
        topic_other_configs: vec![TopicConfig { name: "n".into(), ..Default::default() }],
        ..Default::default()
    };
    let written = serde_json::to_value(topic).unwrap();
    assert_eq!(written["name"], "t");
    assert_eq!(written["sync_replication"], json!(false));
    assert_eq!(written.get("created_at"), None);
    let instance = Instance {
        engine: Engine::RocketMq.as_str().into(),
        partition_num: Some(TextNumber(300)),
        tags: Some(vec![Tag { key: "k".into(), value: "v".into() }]),
        ..Default::default()
    };
    assert_eq!(instance.engine_kind(), Some(Engine::RocketMq));
    let written = serde_json::to_value(instance).unwrap();
    assert_eq!((&written["partition_num"], &written["tags"][0]["key"]), (&json!("300"), &json!("k")));
    assert_eq!(written.get("connect_address"), None);
}

#[test]
fn times_and_counts_of_tasks() {
    let task = json!({"id": "8abf", "params": "{\"a\":1}", "created_at": "2020-05-15T03:19:51.046Z", "status": "EXECUTING"});
    for count in [json!("4"), json!(4)] {
        let list = TaskList::from_answer(&json!({"task_count": count, "tasks": [task]}));
        assert_eq!(list.task_count, TextNumber(4));
        assert_eq!(list.tasks[0].created_at.map(|at| at.ms()), Some(1_589_512_791_046));
        assert_eq!(list.tasks[0].parameters(), json!({"a": 1}));
        assert!(list.tasks[0].status.is_transient());
    }
    for (word, wanted) in
        [("SUCCESS", TaskStatus::Success), ("success", TaskStatus::Success), ("FAILED", TaskStatus::Failed)]
    {
        let list = TaskList::from_answer(&json!({"tasks": [{"status": word, "params": "no json"}]}));
        assert_eq!((&list.tasks[0].status, list.tasks[0].parameters()), (&wanted, Value::Null));
    }
    // A job is named by 32 hex digits or by a UUID.
    for id in ["8a2c259182ab0e9d0182ab1882560009", "93b94287-728d-4bb1-a158-cb66cb0854e7"] {
        assert_eq!(JobStarted::from_answer(&json!({"job_id": id})).job_id, id);
    }
}

#[test]
fn sizes_of_disks() {
    for (text, bytes) in [
        ("66G", 66 << 30),
        ("53M", 53 << 20),
        ("12K", 12 << 10),
        ("8.0K", 8 << 10),
        ("1.5 MB", 3 << 19),
        ("1.1T", (1_u64 << 40) + (1 << 40) / 10),
        ("512", 512),
        ("0", 0),
        ("1g", 1 << 30),
    ] {
        assert_eq!(size_bytes(text), Some(bytes), "{text}");
    }
    for text in ["", "G", "-1G", "1.x", "12Q", "K12", "99999999999999999999P", "1.2.3G", "号"] {
        assert_eq!(size_bytes(text), None, "{text}");
    }
    for (bytes, text) in [
        (0, "0"),
        (1023, "1023"),
        (1024, "1.0K"),
        (8192, "8.0K"),
        (8193, "8.1K"),
        (12 << 10, "12K"),
        ((9 << 10) + 1023, "10K"),
        (1_048_575, "1.0M"),
        (53 << 20, "53M"),
        (u64::MAX, "16384P"),
    ] {
        assert_eq!(size_text(bytes), text, "{bytes}");
    }
    let disk = json!({"size": "12K", "topic_partition": 2, "percentage": "1.73E-5"});
    let read = TopicDisk::from_answer(&disk);
    assert_eq!((read.topic_partition, read.percentage), (Some(TextNumber(2)), 1.73e-5));
    assert_eq!(
        TopicDisk::from_answer(&json!({"percentage": 1.73e-5, "topic_partition": "2"})).percentage,
        1.73e-5
    );
}

#[test]
fn answers_that_some_editions_leave_out() {
    assert_eq!(AutoTopic::from_answer(&Value::Null).enable_auto_topic, None);
    assert_eq!(AutoTopic::from_answer(&json!({"enable_auto_topic": "true"})).enable_auto_topic, Some(true));
    let estimate = ReassignmentStarted::from_answer(&json!({"reassignment_time": 30}));
    assert_eq!((estimate.job_id, estimate.reassignment_time), (None, Some(30)));
    let zones = AvailableZoneList::from_answer(&json!({"regionId": "r"}));
    assert_eq!(zones.region_id, "r");
}
