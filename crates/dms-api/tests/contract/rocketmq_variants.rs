//! The places where the RocketMQ reference, its examples and the SDKs disagree (numbers as in the list of known
//! disagreements): each variant is read to the same value.

use dms_api::models::rocketmq::{
    BrokerList, Consumed, Consumption, CreatedMigration, CreatedTopic, ExportedMessages, Group, Message,
    MessageList, MigrationKind, MigrationList, MigrationStatus, Permission, PolicyList, ResendResults,
    ResetOffsets, Topic, TopicPermission, TopicStatus, TraceList, TransactionState, User,
};
use dms_api::operation::{Operation, Scope};
use dms_api::ops::rocketmq::{
    CreateGroup, CreateMigration, CreateTopicBody, DeleteGroups, DeleteMigrations, DeleteMigrationsBody,
    GroupBody, ListGroupPolicies, ListMessages, ResetOffset, UserBody,
};
use dms_api::record::FromAnswer;
use serde_json::{Value, json, to_value};

fn read<T: FromAnswer>(json: Value) -> T {
    T::from_answer(&json)
}

#[test]
fn a_group_with_or_without_its_parts() {
    let listed: Group =
        read(json!({"name": "g", "enabled": true, "retry_max_time": 16.0, "from_beginning": false}));
    assert_eq!((listed.retry_max_time, listed.from_beginning), (16, Some(false)));
    let shown: Group = read(json!({"name": "g", "app_id": null, "app_name": null, "permissions": []}));
    assert_eq!((shown.app_id, shown.permissions), (None, Some(vec![])));
    let today: Group = read(
        json!({"name": "g", "retry_max_time": "10", "created_at": 1700000000000i64, "group_online": true}),
    );
    assert_eq!((today.retry_max_time, today.group_online), (10, Some(true)));
}

#[test]
fn the_three_shapes_of_consumption() {
    let list: Consumption = read(json!({"topics": ["t"], "total": 1}));
    assert_eq!((list.topics.as_deref(), list.brokers), (Some(&["t".to_owned()][..]), None));
    let queue = json!({"id": 1, "lag": 0, "broker_offset": 1, "consumer_offset": 1, "last_message_time": 0});
    let broker = json!({"broker_name": "broker-0", "queues": [queue]});
    for brokers in [json!([broker]), broker.clone()] {
        let detail: Consumption = read(json!({"brokers": brokers}));
        let queues = &detail.brokers.unwrap()[0].queues;
        assert_eq!((queues[0].broker_offset, queues[0].last_message()), (1, None));
    }
}

#[test]
fn where_a_reset_went() {
    for key in ["timestamp_offset", "timestamp_of_fset"] {
        let reset: ResetOffsets = read(json!({"queues": [{"broker_name": "b", "queue_id": 0, key: 7}]}));
        assert_eq!(reset.queues[0].timestamp_offset, 7, "{key}");
    }
}

#[test]
fn a_new_topic_is_named_id_or_name() {
    for key in ["id", "name"] {
        assert_eq!(read::<CreatedTopic>(json!({key: "t"})).id, "t");
    }
}

#[test]
fn one_object_where_a_list_belongs() {
    let queue = json!({"id": 0, "min_offset": 0, "max_offset": 2, "last_message_time": 1662689877152i64});
    let broker = json!({"queues": queue, "broker_name": "broker-0"});
    for brokers in [broker.clone(), json!([broker])] {
        let status: TopicStatus = read(json!({"brokers": brokers}));
        assert_eq!((status.messages(), status.brokers[0].broker_name.as_str()), (2, "broker-0"));
    }
    let policy = json!({"access_key": "test_01", "secret_key": "*****", "admin": false, "perm": ""});
    for policies in [policy.clone(), json!([policy])] {
        let list: PolicyList = read(json!({"policies": policies, "total": 1, "name": "test"}));
        assert_eq!((list.policies.len(), list.policies[0].perm.as_str()), (1, ""));
    }
    let newer: PolicyList = read(json!({"policies": [{"access_key": "u", "perm": "PUB|SUB"}]}));
    assert_eq!(
        (newer.policies[0].secret_key.as_deref(), &newer.policies[0].perm),
        (None, &Permission::PubSub)
    );
    assert_eq!(
        read::<BrokerList>(json!({"brokers": {"ids": [0.0, 1], "broker_name": "b"}})).brokers[0].ids,
        [0, 1]
    );
}

fn message(reconsumed: Value, queue: Value, offset: Value) -> Value {
    json!({"msg_id": "C0A8", "topic": "t", "reconsume_times": reconsumed, "queue_id": queue, "queue_offset": offset,
           "body": "Hello", "property_list": {"name": "ORIGIN_MESSAGE_ID", "value": "C0A9"}})
}

#[test]
fn numbers_of_a_message_as_numbers_or_texts() {
    for json in [message(json!(5), json!(2), json!(9)), message(json!("5"), json!("2"), json!("9"))] {
        let list: MessageList = read(json!({"messages": [json], "total": 1}));
        let message = &list.messages[0];
        assert_eq!((message.reconsume_times, message.queue_id, message.queue_offset), (5, 2, 9));
        assert_eq!(message.property("ORIGIN_MESSAGE_ID"), Some("C0A9"));
    }
}

#[test]
fn dead_letters_in_a_list_alone_or_wrapped() {
    let one = message(json!(1), json!(0), json!(0));
    for shape in [json!([one]), one.clone(), json!({"messages": [one]}), json!({"body": [one]})] {
        let exported: ExportedMessages = read(shape);
        assert_eq!((exported.0.len(), exported.0[0].body.as_str()), (1, "Hello"));
    }
    assert_eq!(read::<ExportedMessages>(json!([])).0, Vec::<Message>::new());
    assert!(to_value(read::<ExportedMessages>(json!([one]))).unwrap().is_array());
}

#[test]
fn traces_bare_or_wrapped() {
    let entry = json!({"success": true, "trace_type": "EndTransaction", "retry_times": "3", "consume_status": 5,
                       "msg_type": "Trans_Msg_Half", "transaction_state": "ROLLBACK_MESSAGE", "transaction_id": null});
    for shape in [json!([entry]), json!({"trace": [entry]})] {
        let list: TraceList = read(shape);
        let trace = &list.trace[0];
        assert_eq!((trace.retry_times, trace.consumed()), (3, Consumed::Failed));
        assert_eq!(
            (&trace.transaction_state, &trace.transaction_id),
            (&Some(TransactionState::Rollback), &None)
        );
    }
    let null: TraceList = read(json!({"trace": [{"transaction_state": null, "retry_times": 0}]}));
    assert_eq!(null.trace[0].transaction_state, None);
}

#[test]
fn success_inside_a_success() {
    let results: ResendResults = read(json!({"resend_results": [
        {"msg_id": "a", "error_code": "DMS.00000000", "error_message": "Success."},
        {"msg_id": "b", "error_code": "DMS.50050004", "message": "The consumer group is offline."}]}));
    assert!(results.resend_results[0].is_success() && !results.resend_results[1].is_success());
    assert_eq!(results.resend_results[1].error_message, "The consumer group is offline.");
}

#[test]
fn permissions_in_either_case() {
    for (word, wanted) in
        [("all", TopicPermission::All), ("PUB", TopicPermission::Pub), ("sub", TopicPermission::Sub)]
    {
        assert_eq!(read::<Topic>(json!({"permission": word})).permission, wanted);
    }
    let user: User =
        read(json!({"access_key": "test_01", "secret_key": "*****", "default_topic_perm": "SUB",
        "default_group_perm": "DENY", "topic_perms": [{"name": "t", "perm": "pub|sub"}], "group_perms": []}));
    assert_eq!((user.default_topic_perm, user.default_group_perm), (Permission::Sub, Permission::Deny));
    assert!(Permission::from_word(&user.topic_perms[0].perm).may_publish());
}

#[test]
fn a_migration_answers_with_an_object_or_a_text() {
    for shape in [json!("6cf4dcd3"), json!({"task_id": "6cf4dcd3"})] {
        assert_eq!(read::<CreatedMigration>(shape).task_id, "6cf4dcd3");
    }
    let list: MigrationList =
        read(json!({"total": 1, "task": [{"id": "i", "start_date": "2023-03-13 19:43:32.12",
        "status": "finished", "type": "rabbitToRocket"}]}));
    assert_eq!(
        (&list.task[0].status, &list.task[0].r#type),
        (&MigrationStatus::Finished, &MigrationKind::RabbitMq)
    );
}

#[test]
fn requests_as_the_tables_say() {
    let scope = Scope { project_id: "p".into() };
    let target = |request: dms_api::Request| request.target();
    let reset = ResetOffset { instance_id: "i".into(), group_id: "%DLQ%g".into(), ..Default::default() };
    assert_eq!(
        target(reset.request(&scope).unwrap()),
        "/v2/reliability/p/instances/i/groups/%25DLQ%25g/reset-message-offset"
    );
    let policies =
        ListGroupPolicies { instance_id: "i".into(), group_id: "a|b".into(), ..Default::default() };
    assert_eq!(
        target(policies.request(&scope).unwrap()),
        "/v2/reliability/p/instances/i/groups/a%7Cb/accesspolicy"
    );
    let delete = DeleteGroups { instance_id: "i".into(), ..Default::default() }.request(&scope).unwrap();
    assert_eq!(delete.target(), "/v2/p/instances/i/groups?action=delete");
    let create = CreateGroup { instance_id: "i".into(), ..Default::default() }.request(&scope).unwrap();
    assert_eq!(create.target(), "/v2/p/instances/i/groups");
    let migrate = CreateMigration {
        instance_id: "i".into(),
        overwrite: true,
        name: "task".into(),
        kind: MigrationKind::RabbitMq,
        body: json!({"vhosts": []}),
    };
    let migrate = migrate.request(&scope).unwrap();
    assert_eq!(migrate.query, "overwrite=true&name=task&type=rabbitToRocket");
    assert_eq!(migrate.body.as_deref(), Some("{\"vhosts\":[]}"));
    let forget = DeleteMigrations {
        instance_id: "i".into(),
        body: DeleteMigrationsBody { task_ids: vec!["t".into()] },
    };
    assert_eq!(forget.request(&scope).unwrap().body.as_deref(), Some("{\"taskIds\":[\"t\"]}"));
    let list = ListMessages {
        instance_id: "i".into(),
        topic: "%DLQ%g".into(),
        key: Some("a b".into()),
        ..Default::default()
    };
    assert_eq!(
        target(list.request(&scope).unwrap()),
        "/v2/reliability/p/instances/i/messages?topic=%25DLQ%25g&key=a%20b"
    );
}

#[test]
fn whole_numbers_may_come_as_floats() {
    let body: CreateTopicBody = serde_json::from_value(json!({"name": "t", "queue_num": 3.0})).unwrap();
    assert_eq!(body.queue_num, Some(3));
    let body: GroupBody = serde_json::from_value(json!({"name": "g", "retry_max_time": null})).unwrap();
    assert_eq!(body.retry_max_time, None);
    assert!(serde_json::from_value::<CreateTopicBody>(json!({"queue_num": 3.5})).is_err());
    assert!(serde_json::from_value::<CreateTopicBody>(json!({"queue_num": "3"})).is_err());
    let kept: UserBody = serde_json::from_value(json!({"access_key": "user_01", "secret_key": ""})).unwrap();
    assert!(kept.secret_key.is_empty());
}
