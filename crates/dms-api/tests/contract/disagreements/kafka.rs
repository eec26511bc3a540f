//! Kafka and IAM: numbers 1 to 67.

use dms_api::catalogue;
use dms_api::error::ApiError;
use dms_api::models::kafka::{
    AutoTopic, CesHierarchy, ClusterAnswer, CreatedTopic, CrossVpcResults, DeletedGroups, DeletedTopics,
    DiskUsage, GroupAnswer, GroupList, MaintainWindow, MaintainWindowList, MessageList, MessagePage,
    PartitionMessages, ProductList, TopicList, TopicPolicies, UserList, V1ProductList,
};
use dms_api::models::{
    ActionResults, AvailableZoneList, Charging, Instance, InstanceStatus, JobStarted, TaskList, iam,
};
use dms_api::operation::{Method, Operation, Scope};
use dms_api::ops::iam::ListAuthProjects;
use dms_api::ops::kafka::{
    AddPartitionsBody, CreateInstanceBody, CreateTopicBody, CreateUserBody, DeleteTopicsBody, ExtendBody,
    ListInstances, ModifyTopicsBody, SetTopicPolicies, ShowTopicPolicies, v1,
};
use dms_api::record::FromAnswer;
use serde_json::{Value, json};

use super::{Proof, same, sent};
use Proof::{NoData, Shown};

/// Number, what it is about, proof.
pub fn rows() -> Vec<(u8, &'static str, Proof)> {
    let parts = [names_and_types(), answers(), messages_and_tasks(), rules()];
    let mut rows: Vec<_> = parts.into_iter().flatten().collect();
    rows.sort_by_key(|(number, ..)| *number);
    rows
}

fn read<R: FromAnswer>(json: Value) -> R {
    R::from_answer(&json)
}

fn query<O: Operation>(operation: &O) -> String {
    operation.request(&Scope { project_id: "p".into() }).unwrap().target()
}

fn ids(method: Method, path: &str) -> Vec<&'static str> {
    catalogue::find(method, path).iter().map(|spec| spec.id).collect()
}

#[rustfmt::skip]
fn names_and_types() -> Vec<(u8, &'static str, Proof)> {
    vec![
        (1, "engine_version as text and number", same::<Instance>(vec![json!({"engine_version": "2.7"}), json!({"engine_version": 2.7})])),
        (2, "creation with and without the engine in its path", Shown(|| {
            assert_eq!(ids(Method::Post, "/v2/kafka/p/instances"), ["kafka.CreateInstance"]);
        })),
        (3, "connector_enable, connector_enabled", same::<Instance>(vec![json!({"connector_enable": true}), json!({"connector_enabled": true})])),
        (4, "sasl_enabled_mechanisms, misspelt in an example", sent::<CreateInstanceBody>(vec![order(json!({"sasl_enabled_mechanisms": ["PLAIN"]}))])),
        (5, "disk_encrypted_enable in requests, disk_encrypted in answers", Shown(|| {
            let body: CreateInstanceBody = serde_json::from_value(order(json!({"disk_encrypted_enable": true}))).unwrap();
            assert_eq!(body.disk_encrypted_enable, Some(true));
            assert_eq!(read::<Instance>(json!({"disk_encrypted": true})).disk_encrypted, Some(true));
        })),
        (6, "bss_param in snake_case", sent::<CreateInstanceBody>(vec![order(json!({"bss_param": {"charging_mode": "prePaid", "period_type": "month", "period_num": 1, "is_auto_renew": true}}))])),
        (7, "ways of paying as number, word and list", Shown(|| {
            for (shape, wanted) in [(json!(1), Charging::PayPerUse), (json!("postPaid"), Charging::PayPerUse), (json!(0), Charging::Period), (json!("prePaid"), Charging::Period)] {
                assert_eq!(read::<Instance>(json!({"charging_mode": shape})).charging_mode, Some(wanted));
            }
            for shape in [json!(["monthly", "hourly"]), json!("monthly,hourly")] {
                assert_eq!(read::<ProductList>(json!({"products": [{"charging_mode": shape}]})).products[0].charging_mode, ["monthly", "hourly"]);
            }
        })),
        (8, "lists joined by commas, with blanks, and as lists", same::<Instance>(vec![
            json!({"publicip_id": "a,b,c", "available_zones": ["y", "z"]}), json!({"publicip_id": "a, b, c", "available_zones": "y,z"}), json!({"publicip_id": ["a", "b", "c"], "available_zones": ["y", "z"]}),
        ])),
        (9, "maintenance windows: 22, 22:00, 22:00:00", Shown(|| {
            for begin in ["22", "22:00", "22:00:00"] {
                assert_eq!(read::<MaintainWindow>(json!({"begin": begin})).begin_hour(), Some(22));
            }
        })),
        (10, "two sections promise an example and have none", NoData("version 1's examples are read")),
        (11, "public_boundwidth and what it was misprinted to; words for switches", Shown(|| {
            for key in ["public_boundwidth", "public_bound_width"] {
                assert_eq!(read::<Instance>(json!({key: 3})).public_boundwidth, Some(3));
            }
            for word in ["true", "actived", "activated", "closed", "false"] {
                let shown: Instance = read(json!({"public_access_enabled": word, "kafka_public_status": word}));
                assert_eq!((shown.public_access_enabled.as_deref(), shown.kafka_public_status.as_deref()), (Some(word), Some(word)));
            }
        })),
        (12, "partition_num as text and number", same::<Instance>(vec![json!({"partition_num": "300"}), json!({"partition_num": 300})])),
        (13, "connect_address, connect_addresses", same::<Instance>(vec![json!({"connect_address": "a,b"}), json!({"connect_addresses": "a,b"})])),
        (14, "public_bandwidth as number and text", same::<Instance>(vec![json!({"public_bandwidth": 6}), json!({"public_bandwidth": "6"})])),
        (15, "all_failure and allFailure; a success without a body", Shown(|| {
            let body = serde_json::to_value(v1::ActionBody { all_failure: Some("kafka".into()), ..Default::default() }).unwrap();
            assert_eq!(body["allFailure"], "kafka");
            assert_eq!(read::<ActionResults>(Value::Null).results.len(), 0);
        })),
        (16, "filters of lists are spelt otherwise in version 1", Shown(|| {
            let old = v1::ListInstances { include_failure: Some(true), exact_match_name: Some(true), id: Some("i".into()), start: Some(1), ..Default::default() };
            assert_eq!(query(&old), "/v1.0/p/instances?id=i&includeFailure=true&exactMatchName=true&start=1");
            let new = ListInstances { include_failure: Some(true), exact_match_name: Some(true), ..Default::default() };
            assert_eq!(query(&new), "/v2/p/instances?engine=kafka&include_failure=true&exact_match_name=true");
        })),
        (17, "automatic topics: 200 with and without a body", Shown(|| {
            assert_eq!(read::<AutoTopic>(Value::Null).enable_auto_topic, None);
            assert_eq!(read::<AutoTopic>(json!({"enable_auto_topic": true})).enable_auto_topic, Some(true));
        })),
        (18, "an example whose answer has another address than its request", same::<CrossVpcResults>(vec![json!({"success": true, "results": [{"advertised_ip": "a", "success": true, "ip": "b"}]})])),
        (19, "ids of brokers as text and number", same::<ClusterAnswer>(vec![
            json!({"cluster": {"controller": "1", "brokers": [{"broker_id": "1"}]}}), json!({"cluster": {"controller": 1, "brokers": [{"broker_id": 1}]}}),
        ])),
        (20, "states of groups in capitals and not", same::<GroupList>(vec![json!({"groups": [{"state": "STABLE"}]}), json!({"groups": [{"state": "Stable"}]})])),
        (21, "a group nested or not", Shown(|| {
            let group = json!({"group_id": "g", "state": "EMPTY", "coordinator_id": 1, "assignment_strategy": "range"});
            let mut flat = group.clone();
            flat["group"] = Value::Null;
            for shape in [json!({"group": group}), flat] {
                let group = read::<GroupAnswer>(shape).group;
                assert_eq!((group.group_id.as_str(), group.coordinator_id, group.assignment_strategy.as_str()), ("g", 1, "range"));
            }
        })),
        (22, "hosts with and without a slash", Shown(|| {
            for host in ["/172.31.1.15", "172.31.1.15"] {
                let answer: GroupAnswer = read(json!({"group": {"members": [{"host": host}]}}));
                assert_eq!(answer.group.members[0].address(), "172.31.1.15");
            }
        })),
        (23, "partitions wanted in all, under two names", Shown(|| {
            assert_eq!(serde_json::to_value(AddPartitionsBody { partition: 6 }).unwrap(), json!({"partition": 6}));
            let body: ModifyTopicsBody = serde_json::from_value(json!({"topics": [{"id": "t", "new_partition_numbers": 6}]})).unwrap();
            assert_eq!(body.topics[0].new_partition_numbers, Some(6));
        })),
        (24, "disk usage: numbers as texts, an exponent", same::<DiskUsage>(vec![
            json!({"broker_list": [{"data_disk_use_percentage": "1", "topic_list": [{"size": "12K", "topic_partition": "2", "percentage": 1.73E-5}]}]}),
            json!({"broker_list": [{"data_disk_use_percentage": 1, "topic_list": [{"size": "12K", "topic_partition": 2, "percentage": "1.73E-5"}]}]}),
        ])),
        (25, "error_message, error_msg", same::<DeletedGroups>(vec![json!({"failed_groups": [{"group_id": "g", "error_message": "no"}]}), json!({"failed_groups": [{"group_id": "g", "error_msg": "no"}]})])),
        (26, "job ids: 32 hex digits and UUIDs", Shown(|| {
            for id in ["8abfa7b27da211df017da340427b0979", "9a3b62e7-4c43-4cd1-91b4-e0f1a3f1a5a3"] {
                assert_eq!(read::<JobStarted>(json!({"job_id": id})).job_id, id);
            }
        })),
        (27, "publicip_id of new brokers, mandatory or absent", sent::<ExtendBody>(vec![json!({"oper_type": "horizontal", "new_storage_space": 800, "new_broker_num": 4})])),
        (28, "what a flavour has: numbers as texts, features of any name", same::<ProductList>(vec![
            json!({"products": [{"properties": {"min_broker": "3"}, "support_features": [{"name": "f", "properties": {"max_task": "10"}}]}]}),
            json!({"products": [{"properties": {"min_broker": 3}, "support_features": {"name": "f", "properties": {"max_task": 10}}}]}),
        ])),
        (29, "versions on offer", same::<ProductList>(vec![json!({"versions": ["1.1.0", "2.7"]}), json!({"versions": ["1.1.0", 2.7]})])),
    ]
}

/// An order with these fields.
fn order(more: Value) -> Value {
    let mut order = json!({"name": "n", "engine": "kafka", "engine_version": "2.7", "broker_num": 3, "storage_space": 300,
        "storage_spec_code": "s", "product_id": "p", "vpc_id": "v", "subnet_id": "s", "security_group_id": "g", "available_zones": ["z"]});
    for (key, value) in more.as_object().unwrap() {
        order[key] = value.clone();
    }
    order
}

#[rustfmt::skip]
fn answers() -> Vec<(u8, &'static str, Proof)> {
    vec![
        (30, "a switch as a text, in a request", sent::<CreateTopicBody>(vec![json!({"id": "t", "sync_replication": false}), json!({"id": "t", "sync_replication": "false"})])),
        (31, "values of configurations as numbers, in requests", sent::<CreateTopicBody>(vec![
            json!({"id": "t", "topic_other_configs": [{"name": "n", "value": "10485760"}]}), json!({"id": "t", "topic_other_configs": [{"name": "n", "value": 10_485_760}]}),
        ])),
        (32, "the name of a new topic: name, id, both", Shown(|| {
            for shape in [json!({"name": "t"}), json!({"id": "t"}), json!({"id": "t", "name": "t"})] {
                assert_eq!(read::<CreatedTopic>(shape).name, "t");
            }
        })),
        (33, "total, count", Shown(|| {
            for key in ["total", "count"] {
                assert_eq!(read::<TopicList>(json!({key: 3})).total, 3);
            }
        })),
        (34, "the name of a topic: name, id", Shown(|| {
            for key in ["name", "id"] {
                assert_eq!(read::<TopicList>(json!({"topics": [{key: "t"}]})).topics[0].name, "t");
            }
        })),
        (35, "switches of a topic as texts", same::<TopicList>(vec![
            json!({"topics": [{"name": "t", "sync_replication": false, "sync_message_flush": true}]}), json!({"topics": [{"name": "t", "sync_replication": "false", "sync_message_flush": "true"}]}),
        ])),
        (36, "fields that only an example has are kept", same::<TopicList>(vec![
            json!({"size": 0, "topics": [{"name": "t", "assign_partition": false, "policiesOnly": false, "external_configs": {}}]}),
        ])),
        (37, "a topic's name differs between text and example", NoData("only the name")),
        (38, "names in requests, objects in answers", Shown(|| {
            assert_eq!(serde_json::to_value(DeleteTopicsBody { topics: vec!["t".into()] }).unwrap(), json!({"topics": ["t"]}));
            assert!(read::<DeletedTopics>(json!({"topics": [{"id": "t", "success": true}]})).topics[0].success);
        })),
        (39, "a garbled example, a wrong long form of lso", NoData("numbers and words of the text")),
        (40, "times: milliseconds as text and number, ISO 8601", Shown(|| {
            let ms = 1_589_512_791_046_i64;
            for shape in [json!(ms), json!(ms.to_string()), json!("2020-05-15T03:19:51.046Z")] {
                assert_eq!(read::<Instance>(json!({"created_at": shape.clone()})).created_at.map(|at| at.ms()), Some(ms));
                assert_eq!(read::<TopicList>(json!({"topics": [{"created_at": shape.clone()}]})).topics[0].created_at.map(|at| at.ms()), Some(ms));
                assert_eq!(read::<TaskList>(json!({"tasks": [{"created_at": shape.clone()}]})).tasks[0].created_at.map(|at| at.ms()), Some(ms));
                assert_eq!(read::<UserList>(json!({"users": [{"created_time": shape.clone()}]})).users[0].created_time.map(|at| at.ms()), Some(ms));
                assert_eq!(read::<GroupList>(json!({"groups": [{"createdAt": shape}]})).groups[0].created_at.map(|at| at.ms()), Some(ms));
            }
        })),
        (41, "name and password of a user are needed though called optional", sent::<CreateUserBody>(vec![json!({"user_name": "reader", "user_passwd": "Reader-2026!"})])),
        (42, "two operations of version 2 have paths of version 1", Shown(|| {
            assert_eq!(ShowTopicPolicies::SPEC.path, "/v1/{project_id}/instances/{instance_id}/topics/{topic_name}/accesspolicy");
            assert_eq!(SetTopicPolicies::SPEC.path, "/v1/{project_id}/instances/{instance_id}/topics/accesspolicy");
        })),
        (43, "topic_type as number and text", same::<TopicPolicies>(vec![json!({"topic_type": 1}), json!({"topic_type": "1"})])),
        (51, "zones: two spellings, switches as texts, a number past i64", same::<AvailableZoneList>(vec![
            json!({"region_id": "r", "available_zones": [{"soldOut": false, "resource_availability": "true", "port": "443", "remain_time": 9_223_372_036_854_776_000_u64}]}),
            json!({"regionId": "r", "available_zones": [{"sold_out": "false", "resource_availability": true, "port": 443, "remain_time": "9223372036854776000"}]}),
        ])),
        (52, "names for monitoring: lists, children in one place only", same::<CesHierarchy>(vec![
            json!({"dimensions": [{"name": "kafka_topics", "key_name": ["queues"], "dim_router": ["a", "b"], "children": [{"name": "kafka_partitions"}]}, {"name": "kafka_groups"}]}),
        ])),
        (53, "product ids of version 1", Shown(|| {
            for id in ["00300-30308-0--0", "00300-30308-0-0"] {
                assert_eq!(read::<Instance>(json!({"product_id": id})).product_id, id);
            }
        })),
        (54, "flavours of version 1 under Hourly, zones only in an example", Shown(|| {
            for key in ["Hourly", "hourly"] {
                let list: V1ProductList = read(json!({key: [{"values": [{"detail": [{"unavailable_zones": ["z"], "tps": 50000}]}]}]}));
                let detail = &list.hourly[0].values[0].detail[0];
                assert_eq!((detail.tps.0, detail.unavailable_zones.as_deref()), (50_000, Some(&["z".to_owned()][..])));
            }
        })),
        (55, "projects are got, whatever an example says; one example is no JSON", Shown(|| {
            assert_eq!(ListAuthProjects::SPEC.method, Method::Get);
            let list: iam::ProjectList = read(json!({"projects": [{"is_domain": null, "enabled": true, "name": "n"}]}));
            assert_eq!((list.projects[0].name.as_str(), list.projects[0].is_domain), ("n", false));
        })),
        (56, "names of headers in capitals and not", NoData("HTTP itself; the gateway's tests send both")),
        (57, "restarting Kafka Manager has a permission and no section", Shown(|| {
            assert_eq!(ids(Method::Put, "/v2/p/instances/i/restart-kafka-manager"), ["kafka.RestartManager"]);
        })),
        (58, "states of instances in two vocabularies", Shown(|| {
            for (word, wanted) in [("RUNNING", InstanceStatus::Running), ("Running", InstanceStatus::Running), ("Faulty", InstanceStatus::Error), ("Changing", InstanceStatus::Extending), ("Change failed", InstanceStatus::ExtendedFailed)] {
                assert_eq!(read::<Instance>(json!({"status": word})).status, wanted);
            }
        })),
    ]
}

#[rustfmt::skip]
fn messages_and_tasks() -> Vec<(u8, &'static str, Proof)> {
    vec![
        (44, "messages: three ways of counting; a list called message; no key", Shown(|| {
            assert_eq!(read::<MessageList>(json!({"messages": [{"value": "v"}], "total": 1, "size": 1})).total, 1);
            assert_eq!(read::<MessagePage>(json!({"messages_count": 25, "offsets_count": 3, "offset": 1})).offsets_count, 3);
            for key in [json!({"message": [{"key": null, "value": "v"}]}), json!({"message": {"value": "v"}})] {
                let found: PartitionMessages = read(key);
                assert_eq!((found.message.len(), serde_json::to_value(&found.message[0].key).unwrap()), (1, Value::Null));
            }
        })),
        (45, "offsets of messages as number and text", same::<MessageList>(vec![json!({"messages": [{"message_offset": 7}]}), json!({"messages": [{"message_offset": "7"}]})])),
        (46, "paging as text and number", NoData("the same on the wire of a query")),
        (47, "a wrong description of an offset", NoData("words of the text")),
        (48, "tasks: a count as text, JSON in a text", Shown(|| {
            for count in [json!("4"), json!(4)] {
                let list: TaskList = read(json!({"task_count": count, "tasks": [{"params": "{\"public_access\":\"true\"}", "status": "Executing"}]}));
                assert_eq!((list.task_count.0, list.tasks[0].parameters()["public_access"].as_str()), (4, Some("true")));
                assert_eq!(list.tasks[0].status.as_str(), "EXECUTING");
            }
        })),
        (49, "characters and number of tags", NoData("rules: tests in rules.rs")),
        (50, "a window twice in an example", Shown(|| {
            assert_eq!(read::<MaintainWindowList>(json!({"maintain_windows": [{"seq": 4}, {"seq": 4}]})).maintain_windows.len(), 2);
        })),
    ]
}

#[rustfmt::skip]
fn rules() -> Vec<(u8, &'static str, Proof)> {
    vec![
        (59, "underscores in names of instances", NoData("rules: tests in rules.rs")),
        (60, "names of users", NoData("rules: tests in rules.rs")),
        (61, "classes of characters in passwords", NoData("rules: tests in rules.rs")),
        (62, "length of topic names, dots in them", NoData("rules: tests in rules.rs")),
        (63, "limits of retention, partitions, replicas", NoData("rules: tests in rules.rs")),
        (64, "sizes of disks, numbers of brokers and zones", NoData("rules: tests in rules.rs")),
        (65, "the digits of a code do not give the status", Shown(|| {
            let refusal = ApiError::read(404, r#"{"error_code": "DMS.10240407", "error_msg": "too often"}"#, None);
            assert_eq!((refusal.status, refusal.code.as_str()), (404, "DMS.10240407"));
        })),
        (66, "slips in descriptions", NoData("words of the text")),
        (67, "examples that are no JSON", NoData("repaired in the contract's data, which examples.rs reads")),
    ]
}
