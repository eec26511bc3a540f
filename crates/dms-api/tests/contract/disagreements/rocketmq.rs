//! RocketMQ: numbers 68 to 94.

use dms_api::models::Instance;
use dms_api::models::rocketmq::{
    Consumption, CreatedGroup, CreatedMigration, CreatedTopic, DeletedUser, ExportedMessages, Group,
    GroupList, JobAnswer, MessageList, MigrationList, PolicyList, ResendResults, ResetOffsets, Topic,
    TopicStatus, TraceList, User,
};
use dms_api::operation::{Operation, Scope};
use dms_api::ops::rocketmq::{
    CreateInstanceBody, DeleteMigrationsBody, ExportDeadLetters, ListGroupPolicies, ResetOffset,
};
use dms_api::ops::shared::InstanceActionBody;
use dms_api::record::FromAnswer;
use serde_json::{Value, json};

use super::{Proof, same, sent};
use Proof::{NoData, Shown};

fn read<R: FromAnswer>(json: Value) -> R {
    R::from_answer(&json)
}

/// Number, what it is about, proof.
#[rustfmt::skip]
pub fn rows() -> Vec<(u8, &'static str, Proof)> {
    vec![
        (68, "the unit of disks, a default for the brokers", Shown(|| {
            let body: CreateInstanceBody = serde_json::from_value(json!({"name": "n"})).unwrap();
            assert_eq!(body.broker_num, 1);
        })),
        (69, "broker_address, broker_addresses", same::<Instance>(vec![json!({"broker_address": "a:1"}), json!({"broker_addresses": "a:1"})])),
        (70, "addresses for other networks: JSON in a text, JSON, neither", Shown(|| {
            let inside = json!({"192.168.1.21": {"port_id": "p"}});
            for shape in [json!(inside.to_string()), inside.clone()] {
                assert_eq!(read::<Instance>(json!({"cross_vpc_info": shape})).cross_vpc_info.map(|info| info.0), Some(inside.clone()));
            }
            assert_eq!(read::<Instance>(json!({"cross_vpc_info": "{\"a\":{}},"})).cross_vpc_info.map(|info| info.0), Some(json!("{\"a\":{}},")));
        })),
        (71, "counts of an instance as number and text", same::<Instance>(vec![
            json!({"extend_times": 0, "node_num": 5, "broker_num": 1, "storage_space": 558, "total_storage_space": 600}),
            json!({"extend_times": "0", "node_num": "5", "broker_num": "1", "storage_space": "558", "total_storage_space": "600"}),
        ])),
        (72, "delete only, or delete and restart", sent::<InstanceActionBody>(vec![json!({"action": "delete", "instances": ["i"]})])),
        (73, "numbers with a fraction; -1 for no page", same::<GroupList>(vec![
            json!({"total": 1, "next_offset": -1, "previous_offset": -1}), json!({"total": 1.0, "next_offset": -1.0, "previous_offset": "-1"}),
        ])),
        (74, "one path that creates and deletes: a name or a job", Shown(|| {
            assert_eq!(read::<CreatedGroup>(json!({"name": "g"})).name, "g");
            assert_eq!(read::<JobAnswer>(json!({"job_id": "j"})).job_id, "j");
        })),
        (75, "a group with and without parts of another time", Shown(|| {
            let group: Group = read(json!({"name": "g", "app_id": null, "app_name": null, "permissions": []}));
            assert_eq!((group.name.as_str(), group.app_id, group.permissions), ("g", None, Some(vec![])));
            assert_eq!(read::<Group>(json!({"name": "g", "from_beginning": false})).from_beginning, Some(false));
        })),
        (76, "consumption as a list, as details, as both", Shown(|| {
            let brokers = json!([{"broker_name": "b", "queues": [{"id": 1, "last_message_time": 0}]}]);
            let both: Consumption = read(json!({"topics": ["t"], "total": 1, "brokers": brokers}));
            assert_eq!((both.total, both.brokers.unwrap()[0].queues[0].last_message()), (Some(1), None));
            assert_eq!(read::<Consumption>(json!({"topics": ["t"], "total": 1})).brokers, None);
        })),
        (77, "timestamp_offset, timestamp_of_fset", same::<ResetOffsets>(vec![json!({"queues": [{"timestamp_offset": 7}]}), json!({"queues": [{"timestamp_of_fset": 7}]})])),
        (78, "the engine in some paths and not in their siblings", Shown(|| {
            let scope = Scope { project_id: "p".into() };
            let with = ResetOffset { instance_id: "i".into(), ..Default::default() }.request(&scope).unwrap().path;
            assert!(with.starts_with("/v2/reliability/p/instances/i/groups/"), "{with}");
            let policies = ListGroupPolicies { instance_id: "i".into(), ..Default::default() }.request(&scope).unwrap().path;
            assert!(policies.starts_with("/v2/reliability/p/"), "{policies}");
            let without = ExportDeadLetters { instance_id: "i".into(), ..Default::default() }.request(&scope).unwrap().path;
            assert!(without.starts_with("/v2/p/instances/i/"), "{without}");
        })),
        (79, "the name of a new topic: id, name", same::<CreatedTopic>(vec![json!({"id": "t"}), json!({"name": "t"})])),
        (80, "brokers of a topic as list and object", same::<TopicStatus>(vec![
            json!({"brokers": [{"broker_name": "b", "queues": [{"id": 0, "max_offset": 2}]}]}), json!({"brokers": {"broker_name": "b", "queues": {"id": 0, "max_offset": 2}}}),
        ])),
        (81, "policies as list and object, with and without the secret", same::<PolicyList>(vec![
            json!({"policies": [{"access_key": "a", "perm": "SUB"}], "total": 1}), json!({"policies": {"access_key": "a", "perm": "SUB"}, "total": 1.0}),
        ])),
        (82, "numbers of messages and traces as texts", Shown(|| {
            for (times, queue) in [(json!(5), json!(2)), (json!("5"), json!("2"))] {
                let list: MessageList = read(json!({"messages": [{"reconsume_times": times.clone(), "queue_id": queue, "queue_offset": "9"}]}));
                assert_eq!((list.messages[0].reconsume_times, list.messages[0].queue_id, list.messages[0].queue_offset), (5, 2, 9));
                assert_eq!(read::<TraceList>(json!({"trace": [{"retry_times": times, "transaction_id": null}]})).trace[0].retry_times, 5);
            }
        })),
        (83, "traces wrapped and bare", same::<TraceList>(vec![json!({"trace": [{"msg_id": "m"}]}), json!([{"msg_id": "m"}])])),
        (84, "dead letters as list and object", same::<ExportedMessages>(vec![json!([{"msg_id": "m", "body": "b"}]), json!({"msg_id": "m", "body": "b"})])),
        (85, "properties as list and object; ids of 33 digits", same::<MessageList>(vec![
            json!({"messages": [{"msg_id": "C0A8787E000000000000000000000000A", "property_list": [{"name": "n", "value": "v"}]}]}),
            json!({"messages": [{"msg_id": "C0A8787E000000000000000000000000A", "property_list": {"name": "n", "value": "v"}}]}),
        ])),
        (86, "an error code that means success", Shown(|| {
            let results: ResendResults = read(json!({"resend_results": [{"error_code": "DMS.00000000", "error_message": "Success."}, {"error_code": "DMS.00400062"}]}));
            assert_eq!(results.resend_results.iter().map(|one| one.is_success()).collect::<Vec<_>>(), [true, false]);
        })),
        (87, "permissions in small letters and capitals", Shown(|| {
            assert_eq!(read::<Topic>(json!({"permission": "pub"})).permission, read::<Topic>(json!({"permission": "PUB"})).permission);
            let user: User = read(json!({"default_topic_perm": "PUB|SUB", "default_group_perm": "DENY"}));
            assert!(user.default_topic_perm.may_publish() && !user.default_group_perm.may_subscribe());
        })),
        (88, "secrets come back as stars", same::<User>(vec![json!({"access_key": "a", "secret_key": "*****"})])),
        (89, "a deletion with a message, one without a body", Shown(|| {
            assert_eq!(read::<DeletedUser>(json!({"message": "done"})).message, "done");
            assert_eq!(read::<DeletedUser>(Value::Null).message, "");
        })),
        (90, "the id of a migration: text, object", Shown(|| {
            for shape in [json!({"task_id": "t"}), json!("t"), json!({"id": "t"})] {
                assert_eq!(read::<CreatedMigration>(shape).task_id, "t");
            }
        })),
        (91, "migrations in the singular; taskIds", Shown(|| {
            for key in ["task", "tasks"] {
                let list: MigrationList = read(json!({key: [{"id": "t", "status": "finished", "type": "rabbitToRocket"}]}));
                assert_eq!((list.task[0].status.as_str(), list.task[0].r#type.as_str()), ("finished", "rabbitToRocket"));
            }
            assert_eq!(serde_json::to_value(DeleteMigrationsBody { task_ids: vec!["t".into()] }).unwrap(), json!({"taskIds": ["t"]}));
        })),
        (92, "an engine in the query of an example", NoData("the service ignores it")),
        (93, "RocketMQ's error table is Kafka's", NoData("one error catalogue serves both")),
        (94, "a date, and a list of fields in a text", NoData("words of the text")),
    ]
}
