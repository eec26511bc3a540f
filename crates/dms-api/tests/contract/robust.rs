//! Whatever the service answers, reading it neither fails nor panics, and nothing that was understood is lost.

use dms_api::models::kafka::{
    AccessPolicy, CesHierarchy, ClusterAnswer, CoordinatorList, CreatedTopic, CrossVpcResults,
    DeletedGroupOffsets, DeletedGroups, DeletedMessages, DeletedTopics, DiskUsage, Group, GroupAnswer,
    GroupList, GroupMemberPage, GroupOffsetPage, GroupState, GroupTopicPage, MaintainWindowList, Message,
    MessageList, MessagePage, MessagePosition, PartitionMessages, ProductList, ReassignmentStarted,
    SentMessage, TopicDetail, TopicList, TopicPartitionPage, TopicPolicies, TopicProducerPage, TopicReplicas,
    UserList, V1ProductList,
};
use dms_api::models::{
    ActionResults, AvailableZone, AvailableZoneList, CreatedInstance, Instance, InstanceList, InstanceStatus,
    JobStarted, ProjectTag, ProjectTagList, TagList, Task, TaskList, TaskStatus, iam,
};
use dms_api::models::{kafka, rocketmq};
use dms_api::record::{FromAnswer, Lenient};
use proptest::prelude::*;
use serde::Serialize;
use serde_json::{Map, Number, Value, to_value};

/// Any JSON, with keys that records know as well as any others.
fn json() -> impl Strategy<Value = Value> {
    let number = prop_oneof![
        any::<i64>().prop_map(Number::from),
        any::<u64>().prop_map(Number::from),
        // Fractions that survive being written as text; others differ in the last digit.
        prop::sample::select(vec![0.5, -1.5, 1e20, -1e300, 0.25e-3])
            .prop_filter_map("finite", Number::from_f64),
    ];
    let text = prop_oneof![
        ".{0,12}",
        Just(String::new()),
        Just("true".to_owned()),
        Just("a, b,".to_owned()),
        Just("{\"name\":[{\"x\":".to_owned()),
        Just("[{\"topics\":1}]".to_owned()),
        Just("99999999999999999999".to_owned()),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(Value::Number),
        text.prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 48, 6, |inner| {
        let key = prop_oneof![
            prop::sample::select(known_keys()),
            "[a-z_]{1,6}".prop_map(|k| k),
            Just(String::new())
        ];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::Array),
            prop::collection::vec((key, inner), 0..8)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn known_keys() -> Vec<String> {
    let records: &[&[&[&str]]] = &[
        Instance::KEYS,
        InstanceList::KEYS,
        TopicList::KEYS,
        dms_api::models::kafka::Topic::KEYS,
        TopicDetail::KEYS,
        Group::KEYS,
        GroupAnswer::KEYS,
        Message::KEYS,
        TopicPolicies::KEYS,
        ProductList::KEYS,
        dms_api::models::kafka::Product::KEYS,
        iam::Token::KEYS,
        AvailableZoneList::KEYS,
        rocketmq::GroupList::KEYS,
        rocketmq::Consumption::KEYS,
        rocketmq::TopicList::KEYS,
        rocketmq::Message::KEYS,
        rocketmq::Trace::KEYS,
        rocketmq::User::KEYS,
        rocketmq::Migration::KEYS,
    ];
    records
        .iter()
        .flat_map(|keys| keys.iter())
        .flat_map(|names| names.iter())
        .map(|name| (*name).to_owned())
        .collect()
}

/// Reads, writes, and reads again: the second reading is the first one.
fn stable<R: FromAnswer + Serialize + PartialEq + std::fmt::Debug>(value: &Value) {
    let first = R::from_answer(value);
    let written = to_value(&first).unwrap();
    assert_eq!(R::from_answer(&written), first, "{written}");
}

proptest! {
    #[test]
    fn any_json_is_read(value in json()) {
        stable::<InstanceList>(&value);
        stable::<Instance>(&value);
        stable::<CreatedInstance>(&value);
        stable::<ActionResults>(&value);
        stable::<TopicList>(&value);
        stable::<TopicDetail>(&value);
        stable::<CreatedTopic>(&value);
        stable::<DeletedTopics>(&value);
        stable::<GroupList>(&value);
        stable::<GroupAnswer>(&value);
        stable::<CoordinatorList>(&value);
        stable::<DeletedGroups>(&value);
        stable::<DeletedGroupOffsets>(&value);
        stable::<GroupMemberPage>(&value);
        stable::<GroupOffsetPage>(&value);
        stable::<GroupTopicPage>(&value);
        stable::<MessageList>(&value);
        stable::<MessagePage>(&value);
        stable::<MessagePosition>(&value);
        stable::<PartitionMessages>(&value);
        stable::<SentMessage>(&value);
        stable::<DeletedMessages>(&value);
        stable::<TopicPartitionPage>(&value);
        stable::<TopicProducerPage>(&value);
        stable::<TopicReplicas>(&value);
        stable::<TopicPolicies>(&value);
        stable::<UserList>(&value);
        stable::<ClusterAnswer>(&value);
        stable::<ProductList>(&value);
        stable::<MaintainWindowList>(&value);
        stable::<AvailableZoneList>(&value);
        stable::<TagList>(&value);
        stable::<ProjectTagList>(&value);
        stable::<TaskList>(&value);
        stable::<JobStarted>(&value);
        stable::<DiskUsage>(&value);
        stable::<CesHierarchy>(&value);
        stable::<CrossVpcResults>(&value);
        stable::<ReassignmentStarted>(&value);
        stable::<V1ProductList>(&value);
        stable::<iam::TokenAnswer>(&value);
        stable::<iam::ProjectList>(&value);
    }

    #[test]
    fn any_json_is_read_as_rocketmq(value in json()) {
        stable::<rocketmq::BrokerList>(&value);
        stable::<rocketmq::GroupList>(&value);
        stable::<rocketmq::Group>(&value);
        stable::<rocketmq::Consumption>(&value);
        stable::<rocketmq::ResetOffsets>(&value);
        stable::<rocketmq::ClientList>(&value);
        stable::<rocketmq::TopicList>(&value);
        stable::<rocketmq::TopicStatus>(&value);
        stable::<rocketmq::MessageList>(&value);
        stable::<rocketmq::ExportedMessages>(&value);
        stable::<rocketmq::TraceList>(&value);
        stable::<rocketmq::ResendResults>(&value);
        stable::<rocketmq::SentMessage>(&value);
        stable::<rocketmq::UserList>(&value);
        stable::<rocketmq::PolicyList>(&value);
        stable::<rocketmq::CreatedMigration>(&value);
        stable::<rocketmq::MigrationList>(&value);
        stable::<rocketmq::ProductList>(&value);
        stable::<rocketmq::Hierarchy>(&value);
    }

    #[test]
    fn unknown_keys_of_an_instance_are_kept(key in "x_[a-z]{1,10}", value in json()) {
        let answer = serde_json::json!({"instance_id": "i", key.clone(): value.clone(), "status": "HIBERNATING"});
        let instance = Instance::from_answer(&answer);
        prop_assert_eq!(instance.rest.0.get(&key), Some(&value));
        prop_assert_eq!(instance.status.as_str(), "HIBERNATING");
        let written = to_value(&instance).unwrap();
        prop_assert_eq!(written.get(&key), Some(&value));
    }

    #[test]
    fn unknown_keys_of_every_thing_that_answers_list_are_kept(key in "x_[a-z]{1,10}", value in json()) {
        macro_rules! kept {
            ($($record:ty),* $(,)?) => {$({
                let read = <$record>::from_answer(&serde_json::json!({key.clone(): value.clone()}));
                prop_assert_eq!(read.rest.0.get(&key), Some(&value));
                let written = to_value(&read).unwrap();
                prop_assert_eq!(written.get(&key), Some(&value));
            })*};
        }
        kept!(kafka::Broker, kafka::Cluster, kafka::BrokerDisk, kafka::TopicDisk, kafka::CesDimension);
        kept!(kafka::Coordinator, kafka::Group, kafka::GroupMember, kafka::GroupOffset, kafka::GroupPosition);
        kept!(kafka::GroupTopic, kafka::FailedGroup, kafka::Topic, kafka::TopicDetail, kafka::Partition);
        kept!(kafka::PartitionRange, kafka::Replica, kafka::TopicProducer, kafka::User, kafka::PolicyEntry);
        kept!(kafka::Message, kafka::ListedMessage, kafka::PartitionMessage, kafka::Product);
        kept!(kafka::CrossVpcResult, kafka::MaintainWindow, AvailableZone, ProjectTag, Task, iam::Project);
        kept!(rocketmq::BrokerSummary, rocketmq::BrokerConsumption, rocketmq::QueueConsumption, rocketmq::Group);
        kept!(rocketmq::ResetQueue, rocketmq::HierarchyDimension, rocketmq::Message, rocketmq::ResendResult);
        kept!(rocketmq::Topic, rocketmq::QueueStatus, rocketmq::BrokerStatus, rocketmq::User, rocketmq::Policy);
        kept!(rocketmq::Client, rocketmq::Trace, rocketmq::Migration, rocketmq::Product);
    }

    #[test]
    fn unknown_words_of_enumerations_are_kept(word in "X_[A-Z]{1,12}(_[a-z]{1,5})?") {
        macro_rules! kept {
            ($($word:ty),*) => {$({
                let read: $word = Lenient::read(&Value::String(word.clone())).unwrap();
                prop_assert_eq!(read.as_str(), word.as_str());
                prop_assert_eq!(to_value(&read).unwrap(), Value::String(word.clone()));
            })*};
        }
        kept!(InstanceStatus, TaskStatus, GroupState, AccessPolicy, rocketmq::ConsumeType, rocketmq::MessageKind);
        kept!(rocketmq::MigrationKind, rocketmq::MigrationOutcome, rocketmq::MigrationStatus, rocketmq::Permission);
        kept!(rocketmq::TopicPermission, rocketmq::TraceType, rocketmq::TransactionState);
    }
}
