//! Rules of RocketMQ's bodies at their ends.

use dms_api::models::rocketmq::{MessageProperty, NamedPermission};
use dms_api::ops::rocketmq::{
    CreateTopicBody, DeleteGroupsBody, GroupBody, ModifyGroupsBody, ModifyQueues, ModifyTopicBody, NewQueues,
    ResetOffsetBody, SendBody, UserBody, VerifyBody,
};
use dms_api::rules::{
    self, Problem, RocketmqFacts, rocketmq_code, rocketmq_topic_name, white_list, white_list_has,
};

#[test]
fn names_of_topics_and_groups() {
    for good in ["abc", "%DLQ%group1", "a|b", "1-_", &"a".repeat(64)] {
        assert_eq!(rocketmq_topic_name(good, &[]), Ok(()), "{good}");
        assert_eq!(rules::rocketmq_group_name(good, &[]), Ok(()), "{good}");
    }
    assert_eq!(rocketmq_topic_name("ab", &[]), Err(Problem::TooShort { min: 3 }));
    assert_eq!(rocketmq_topic_name(&"a".repeat(65), &[]), Err(Problem::TooLong { max: 64 }));
    assert_eq!(rocketmq_topic_name("a.b", &[]), Err(Problem::BadChar { at: 1, ch: '.' }));
    assert_eq!(rocketmq_topic_name("", &[]), Err(Problem::Required));
    for reserved in rules::RESERVED_TOPICS.iter().copied().chain(["rmq_sys_x"]) {
        assert_eq!(rocketmq_topic_name(reserved, &[]), Err(Problem::Reserved), "{reserved}");
    }
    assert_eq!(rocketmq_topic_name("abc", &["abc"]), Err(Problem::Duplicate));
}

#[test]
fn topics() {
    let facts = RocketmqFacts { brokers: &["broker-0"], ..RocketmqFacts::default() };
    let good = CreateTopicBody { name: "orders".into(), queue_num: Some(50), ..Default::default() };
    assert!(good.check(&facts).is_empty());
    let full = RocketmqFacts { remaining: Some(0), ..facts };
    assert!(matches!(good.check(&full).of("name"), Some(Problem::TooMany { .. })));
    let bad = CreateTopicBody {
        queue_num: Some(51),
        brokers: Some(vec!["broker-0".into(), "other".into()]),
        permission: Some("PUB".into()),
        queues: Some(vec![NewQueues { broker: String::new(), queue_num: None }]),
        ..good
    };
    let found = bad.check(&facts);
    assert_eq!(found.of("queue_num"), Some(&Problem::TooLarge { max: 50 }));
    assert_eq!(found.of_entry("brokers", 1), Some(&Problem::Unknown));
    assert!(matches!(found.of("permission"), Some(Problem::NotOneOf { .. })));
    assert_eq!(found.of_entry("queues.broker", 0), Some(&Problem::NotChosen));
    assert_eq!(found.of_entry("queues.queue_num", 0), Some(&Problem::Required));

    let change = |read| ModifyTopicBody { read_queue_num: Some(read), ..Default::default() };
    let two = ["broker-0", "broker-1"];
    assert!(change(100).check(&two).is_empty() && change(2).check(&two).is_empty());
    assert_eq!(change(3).check(&two).of("read_queue_num"), Some(&Problem::NotStep { step: 2 }));
    assert_eq!(change(102).check(&two).of("read_queue_num"), Some(&Problem::TooLarge { max: 100 }));
    let entry = ModifyQueues { broker: "broker-9".into(), read_queue_num: Some(0), write_queue_num: None };
    let found = ModifyTopicBody { queues: Some(vec![entry]), ..Default::default() }.check(&two);
    assert_eq!(found.of("queues.broker"), Some(&Problem::Unknown));
    assert_eq!(found.of("queues.read_queue_num"), Some(&Problem::TooSmall { min: 1 }));
}

#[test]
fn groups() {
    let facts = RocketmqFacts::default();
    let group =
        |retries| GroupBody { name: "billing".into(), retry_max_time: Some(retries), ..Default::default() };
    assert!(group(1).check(&facts).is_empty() && group(16).check(&facts).is_empty());
    assert_eq!(group(0).check(&facts).of("retry_max_time"), Some(&Problem::TooSmall { min: 1 }));
    assert_eq!(group(17).check(&facts).of("retry_max_time"), Some(&Problem::TooLarge { max: 16 }));
    assert!(GroupBody::default().check_change(&facts).is_empty());
    assert_eq!(DeleteGroupsBody::default().check().of("groups"), Some(&Problem::Required));
    let nameless = ModifyGroupsBody { groups: vec![GroupBody::default()] };
    assert_eq!(nameless.check(&facts).of_entry("groups.name", 0), Some(&Problem::Required));
}

#[test]
fn users() {
    let good =
        UserBody { access_key: "shop_app".into(), secret_key: "Rocket-2026!".into(), ..Default::default() };
    assert!(good.check().is_empty());
    let entry = |name: &str, perm: &str| NamedPermission { name: name.into(), perm: perm.into() };
    let bad = UserBody {
        access_key: "shop".into(),
        secret_key: "rocketmq".into(),
        white_remote_address: Some("10.0.0".into()),
        default_group_perm: Some("PUB".into()),
        topic_perms: Some(vec![entry("t", "PUB"), entry("t", "SUB"), entry("", "ANY")]),
        ..Default::default()
    };
    let found = bad.check();
    assert_eq!(found.of("access_key"), Some(&Problem::TooShort { min: 7 }));
    assert!(matches!(found.of("secret_key"), Some(Problem::TooFewClasses { .. })));
    assert!(matches!(found.of("white_remote_address"), Some(Problem::NotAnAddress { .. })));
    assert!(matches!(found.of("default_group_perm"), Some(Problem::NotOneOf { .. })));
    assert_eq!(found.of_entry("topic_perms.name", 1), Some(&Problem::Duplicate));
    assert!(matches!(found.of_entry("topic_perms.perm", 2), Some(Problem::NotOneOf { .. })));
    // A change keeps the key that is not named, and the name.
    let kept = UserBody { access_key: "shop_app".into(), ..Default::default() };
    assert!(kept.check_change("shop_app").is_empty());
    assert_eq!(kept.check_change("other_app").of("access_key"), Some(&Problem::Unknown));
    let named = UserBody { secret_key: "Shop_App1".into(), ..Default::default() };
    assert_eq!(named.check_change("Shop_App1").of("secret_key"), Some(&Problem::SameAsName));
}

#[test]
fn white_lists() {
    for good in ["", "*", "10.10.*.*", "10.0.0.1, 10.0.0.2", "192.168.1-9.{4,5}", "1.2.3.{4,5},6.7.8.9"] {
        assert_eq!(white_list(good), Ok(()), "{good}");
    }
    assert_eq!(white_list("10.a.0.1"), Err(Problem::BadChar { at: 3, ch: 'a' }));
    for bad in ["10.0.0", "10.0.0.256", "10.0.0.9-1", "10.0.0.{4", "1.2.3.4.5", "1..2.3"] {
        assert!(matches!(white_list(bad), Err(Problem::NotAnAddress { .. })), "{bad}");
    }
    assert!(white_list_has("10.10.*.*,192.168.1.{4,5}", [192, 168, 1, 5]));
    assert!(white_list_has("10.0.5-9.1", [10, 0, 9, 1]) && white_list_has("*", [1, 1, 1, 1]));
    assert!(!white_list_has("10.0.5-9.1", [10, 0, 4, 1]) && !white_list_has("", [1, 1, 1, 1]));
}

#[test]
fn messages_positions_and_their_codes() {
    let send = |body: &str| SendBody { topic: "t".into(), body: body.into(), ..Default::default() };
    assert!(send("x").check().is_empty());
    assert_eq!(send("").check().of("body"), Some(&Problem::Required));
    let twice = SendBody {
        property_list: vec![MessageProperty::new("a", "1"), MessageProperty::new("a", "2")],
        ..send("x")
    };
    assert_eq!(twice.check().of_entry("property_list.name", 1), Some(&Problem::Duplicate));
    let reset = |timestamp| ResetOffsetBody { topic: "t".into(), timestamp };
    assert!(reset(ResetOffsetBody::LATEST).check().is_empty() && reset(0).check().is_empty());
    assert_eq!(reset(-2).check().of("timestamp"), Some(&Problem::TooSmall { min: -1 }));
    let verify = VerifyBody::default().check();
    assert_eq!(
        (verify.of("group"), verify.of("client_id")),
        (Some(&Problem::NotChosen), Some(&Problem::NotChosen))
    );
    assert_eq!(rocketmq_code("name", &Problem::TooShort { min: 3 }), "DMS.10240011");
    assert_eq!(rocketmq_code("name", &Problem::Reserved), "DMS.10240007");
    assert_eq!(rocketmq_code("timestamp", &Problem::Required), "DMS.00400142");
}
