//! The places where the references, their examples and the service disagree: each variant is read to the same value.

use dms_api::models::kafka::{
    AccessPolicy, AutoTopic, CoordinatorList, CreatedTopic, DeletedGroups, DeletedMessages, DeletedTopics,
    GroupAnswer, GroupList, GroupState, MaintainWindow, Message, MessageList, PartitionMessages, ProductList,
    ReassignmentStarted, Topic, TopicConfig, TopicDisk, TopicList, TopicPolicies, TopicReplicas, UserList,
    size_bytes, size_text,
};
use dms_api::models::{
    AvailableZoneList, Charging, Instance, InstanceList, InstanceStatus, JobStarted, Tag, TaskList,
    TaskStatus, iam,
};
use dms_api::operation::Engine;
use dms_api::ops::kafka::{CreateInstanceBody, CreateTopicBody, ResetOffsetBody, ResetTo};
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

#[test]
fn a_group_inside_or_beside_its_name() {
    let group = json!({
        "group_id": "readers", "state": "STABLE", "coordinator_id": "2", "assignment_strategy": "range",
        "members": [{"host": "/172.31.1.102", "member_id": "m", "client_id": "c",
                     "assignment": [{"topic": "test", "partitions": [0, "1"]}]}],
        "group_message_offsets": {"partition": 0, "lag": "5", "topic": "test", "message_current_offset": 1},
    });
    let mut flat = group.clone();
    flat["group"] = Value::Null;
    for answer in [json!({"group": group}), flat] {
        let group = GroupAnswer::from_answer(&answer).group;
        assert_eq!((group.group_id.as_str(), group.coordinator_id), ("readers", 2));
        assert_eq!(group.state, GroupState::Stable);
        assert_eq!(group.members[0].address(), "172.31.1.102");
        assert_eq!(group.members[0].assignment[0].partitions, [0, 1]);
        assert_eq!(group.group_message_offsets[0].lag, Some(5));
    }
}

#[test]
fn creation_times_and_words_of_groups() {
    for key in ["createdAt", "created_at"] {
        let list =
            GroupList::from_answer(&json!({"groups": [{"group_id": "a", key: 1_688_112_779_916_i64}]}));
        assert_eq!(list.groups[0].created_at.map(|at| at.ms()), Some(1_688_112_779_916));
    }
    for key in ["error_message", "error_msg"] {
        let deleted =
            DeletedGroups::from_answer(&json!({"failed_groups": [{"group_id": "a", key: "UNKNOW"}]}));
        assert_eq!(deleted.failed_groups[0].error_message, "UNKNOW");
    }
    let list =
        CoordinatorList::from_answer(&json!({"coordinators": [{"id": "2", "port": "9091", "host": "/h"}]}));
    assert_eq!((list.coordinators[0].id, list.coordinators[0].port), (2, 9091));
}

#[test]
fn keys_and_contents_of_messages() {
    let message = |json: Value| Message::from_answer(&json);
    assert_eq!(message(json!({"key": null, "value": "v"})).key.as_deref(), None);
    assert_eq!(message(json!({"value": "v"})).key.as_deref(), None);
    assert_eq!(message(json!({"key": "", "value": ""})).key.as_deref(), Some(""), "an empty key is a key");
    assert_eq!(message(json!({"key": 7, "value": {"a": 1}})).value.as_deref(), Some("{\"a\":1}"));
    for offset in [json!(7), json!("7")] {
        let list = MessageList::from_answer(&json!({"messages": [{"message_offset": offset}], "total": "1"}));
        assert_eq!((list.messages[0].message_offset, list.total), (7, 1));
    }
    for shape in [json!([{"message_offset": 7}]), json!({"message_offset": 7})] {
        assert_eq!(PartitionMessages::from_answer(&json!({"message": shape})).message[0].message_offset, 7);
    }
    for code in [json!(0), json!("0")] {
        let answer = json!({"partitions": [{"partition": 0, "result": "success", "error_code": code}]});
        assert_eq!(DeletedMessages::from_answer(&answer).partitions[0].error_code, "0");
    }
}

#[test]
fn answers_that_are_lists() {
    let placed =
        json!([{"topic": "orders", "partitions": [{"partition": 0, "leader": 1, "replicas": [1, 2]}]}]);
    assert_eq!(TopicReplicas::from_answer(&placed).topics[0].partitions[0].replicas, [1, 2]);
}

#[test]
fn users_and_their_policies() {
    let users =
        json!({"users": [{"user_name": "a", "created_time": "1615431764734", "default_app": "false"}]});
    let user = &UserList::from_answer(&users).users[0];
    assert_eq!((user.created_time.map(|at| at.ms()), user.default_app), (Some(1_615_431_764_734), false));
    let policies =
        json!({"name": "t", "topic_type": "0", "policies": [{"user_name": "a", "access_policy": "PUB"}]});
    assert_eq!(TopicPolicies::from_answer(&policies).policies[0].access_policy, AccessPolicy::Publish);
}

#[test]
fn a_reset_goes_to_an_offset_or_a_time_but_not_both() {
    let read = |json: Value| serde_json::from_value::<ResetOffsetBody>(json);
    let all = read(json!({"topic": "t", "message_offset": 10})).unwrap();
    assert_eq!((all.partition, all.to), (None, ResetTo::Offset(10)));
    let one = read(json!({"topic": "t", "partition": 3, "timestamp": 5})).unwrap();
    assert_eq!((one.partition, one.to), (Some(3), ResetTo::Time(5)));
    for wrong in [
        json!({"topic": "t", "message_offset": 1, "timestamp": 5}),
        json!({"topic": "t"}),
        json!({"topic": "t", "partition": -2, "timestamp": 5}),
        json!({"topic": "t", "partition": "x", "timestamp": 5}),
    ] {
        assert!(read(wrong.clone()).is_err(), "{wrong}");
    }
    assert_eq!(
        serde_json::to_string(&all).unwrap(),
        "{\"topic\":\"t\",\"partition\":-1,\"message_offset\":10}"
    );
}
