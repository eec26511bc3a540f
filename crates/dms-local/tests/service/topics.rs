//! Topics, seen from the API and from a Kafka client.

use std::time::Duration;

use bytes::Bytes;
use dms_api::models::Instance;
use dms_api::ops::kafka::{
    ConfigEntry, CreateTopic, CreateTopicBody, DeleteTopics, DeleteTopicsBody, ListGroups, ListTopics,
    ModifyTopic, ModifyTopics, ModifyTopicsBody, ShowCluster, ShowTopic,
};
use dms_local::Options;
use dms_local::kafka::{Admin, NewRecord, NewTopic};

use crate::support::{Local, eventually, options};

/// A Kafka client of the instance, as anybody's program would connect.
async fn client(instance: &Instance) -> Admin {
    let host = instance.connect_address.as_ref().unwrap().0[0].clone();
    Admin::connect(&format!("{host}:{}", instance.port.unwrap()), None).await.unwrap()
}

fn new(instance: &Instance, name: &str) -> CreateTopic {
    let body = CreateTopicBody { id: name.to_owned(), ..CreateTopicBody::default() };
    CreateTopic { instance_id: instance.instance_id.clone(), body }
}

fn all(instance: &Instance) -> ListTopics {
    ListTopics { instance_id: instance.instance_id.clone(), limit: None, offset: None }
}

fn change(instance: &Instance, topic: ModifyTopic) -> ModifyTopics {
    ModifyTopics { instance_id: instance.instance_id.clone(), body: ModifyTopicsBody { topics: vec![topic] } }
}

fn config(name: &str, value: &str) -> ConfigEntry {
    ConfigEntry { name: name.to_owned(), value: value.to_owned() }
}

#[tokio::test]
async fn a_topic_made_here_is_a_topic_for_kafka_clients() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    let mut order = new(&instance, "orders");
    order.body = CreateTopicBody {
        partition: Some(6),
        replication: Some(2),
        retention_time: Some(24),
        sync_replication: Some(true),
        topic_other_configs: Some(vec![config("message.timestamp.type", "LogAppendTime")]),
        topic_desc: Some("来自商店的订单".to_owned()),
        ..order.body
    };
    let created = local.send(&order).await.unwrap();
    assert_eq!((created.name.as_str(), created.id.as_deref()), ("orders", Some("orders")));

    let kafka = client(&instance).await;
    assert_eq!(kafka.topic("orders").await.unwrap().partitions.len(), 6);
    let configs = kafka.topic_configs("orders").await.unwrap();
    assert_eq!(configs["retention.ms"].value, "86400000");
    assert_eq!(configs["message.timestamp.type"].value, "LogAppendTime");

    let listed = local.send(&all(&instance)).await.unwrap();
    assert_eq!((listed.total, listed.max_partitions, listed.remain_partitions), (1, 750, 744));
    let topic = &listed.topics[0];
    assert_eq!((topic.partition, topic.replication, topic.retention_time), (6, 2, 24));
    assert!(topic.sync_replication && !topic.sync_message_flush);
    assert_eq!(topic.topic_desc.as_deref(), Some("来自商店的订单"));
    assert_eq!(topic.config("message.timestamp.type"), Some("LogAppendTime"));
    assert_eq!(topic.config("max.message.bytes"), Some("10485760"));
}

#[tokio::test]
async fn a_topic_made_by_a_kafka_client_shows_up_with_its_messages() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    assert_eq!(local.send(&all(&instance)).await.unwrap().total, 0);
    let kafka = client(&instance).await;
    let topic = NewTopic { name: "clicks".to_owned(), partitions: 2, replication: 1, ..NewTopic::default() };
    kafka.create_topic(&topic).await.unwrap();
    let listed =
        eventually(async || local.send(&all(&instance)).await.ok().filter(|list| list.total == 1)).await;
    assert!(listed.topics[0].created_at.is_some_and(|at| at.0 > 0));

    for n in 0..5 {
        let value = Some(Bytes::from(format!("{{\"page\":{n}}}")));
        kafka.produce("clicks", Some(1), NewRecord { value, ..NewRecord::default() }).await.unwrap();
    }
    kafka.move_group("readers", &[(("clicks".to_owned(), 1), 3)].into()).await.unwrap();
    let show = ShowTopic { instance_id: instance.instance_id.clone(), topic: "clicks".to_owned() };
    let detail = local.send(&show).await.unwrap();
    let partition = &detail.partitions[1];
    assert_eq!((partition.lso, partition.leo, partition.hw), (0, 5, 5));
    assert!(partition.last_update_timestamp.is_some_and(|at| at.0 > 0));
    assert!(partition.replicas[0].leader && partition.replicas[0].in_sync && partition.replicas[0].size > 0);
    assert_eq!(detail.group_subscribed, ["readers"]);

    let groups = ListGroups {
        instance_id: instance.instance_id.clone(),
        offset: None,
        limit: None,
        group: Some("read".to_owned()),
    };
    let groups = local.send(&groups).await.unwrap();
    assert_eq!((groups.total, groups.groups[0].lag), (1, Some(2)));
    assert_eq!(groups.groups[0].state.as_str(), "EMPTY");

    let cluster = ShowCluster { instance_id: instance.instance_id.clone() };
    let cluster = local.send(&cluster).await.unwrap().cluster;
    assert_eq!((cluster.brokers.len(), cluster.topics_count, cluster.partitions_count), (3, 1, 2));
    assert_eq!(cluster.brokers.iter().filter(|broker| broker.is_controller).count(), 1);
}

#[tokio::test]
async fn names_and_limits_of_new_topics_are_kept() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    local.send(&new(&instance, "shop.orders")).await.unwrap();
    let refused = async |topic: CreateTopic| local.send(&topic).await.unwrap_err().code;
    assert_eq!(refused(new(&instance, "shop.orders")).await, "DMS.00400800");
    assert_eq!(refused(new(&instance, "shop_orders")).await, "DMS.00400800", "Kafka cannot tell them apart");
    assert_eq!(refused(new(&instance, "no")).await, "DMS.00400101");
    let with = |change: fn(&mut CreateTopicBody)| {
        let mut topic = new(&instance, "limits");
        change(&mut topic.body);
        topic
    };
    assert_eq!(refused(with(|t| t.partition = Some(101))).await, "DMS.00400102");
    assert_eq!(refused(with(|t| t.replication = Some(4))).await, "DMS.00400103");
    assert_eq!(refused(with(|t| t.retention_time = Some(721))).await, "DMS.00400105");
    for n in 0..7 {
        let mut topic = new(&instance, &format!("wide-{n}"));
        topic.body.partition = Some(100);
        local.send(&topic).await.unwrap();
    }
    assert_eq!(refused(with(|t| t.partition = Some(50))).await, "DMS.00400039", "47 remain");
    local.send(&with(|t| t.partition = Some(47))).await.unwrap();
    assert_eq!(local.send(&all(&instance)).await.unwrap().remain_partitions, 0);
}

#[tokio::test]
async fn a_change_is_checked_whole_and_then_made() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    local.send(&new(&instance, "orders")).await.unwrap();
    let topic = ModifyTopic {
        id: "orders".to_owned(),
        retention_time: Some(48),
        new_partition_numbers: Some(5),
        topic_other_configs: Some(vec![config("max.message.bytes", "1000")]),
        topic_desc: Some("changed".to_owned()),
        sync_message_flush: Some(true),
        ..ModifyTopic::default()
    };
    local.send(&change(&instance, topic.clone())).await.unwrap();
    let shown = local.send(&all(&instance)).await.unwrap().topics.remove(0);
    assert_eq!((shown.partition, shown.retention_time), (5, 48));
    assert_eq!(shown.config("max.message.bytes"), Some("1000"));
    assert_eq!(shown.topic_desc.as_deref(), Some("changed"));
    assert!(shown.sync_message_flush);

    let fewer = ModifyTopic { new_partition_numbers: Some(2), retention_time: Some(1), ..topic.clone() };
    assert_eq!(local.send(&change(&instance, fewer)).await.unwrap_err().code, "DMS.00400102");
    assert_eq!(local.send(&all(&instance)).await.unwrap().topics[0].retention_time, 48);
    let missing = ModifyTopic { id: "missing".to_owned(), ..topic };
    assert_eq!(local.send(&change(&instance, missing)).await.unwrap_err().status, 404);
}

#[tokio::test]
async fn a_deletion_tells_about_each_topic() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    for name in ["one", "two"] {
        let mut topic = new(&instance, &format!("topic-{name}"));
        topic.body.topic_desc = Some("first".to_owned());
        local.send(&topic).await.unwrap();
    }
    let names = ["topic-one", "topic-none", "topic-two"].map(str::to_owned).to_vec();
    let delete =
        DeleteTopics { instance_id: instance.instance_id.clone(), body: DeleteTopicsBody { topics: names } };
    let results = local.send(&delete).await.unwrap().topics;
    let results: Vec<_> = results.iter().map(|topic| (topic.id.as_str(), topic.success)).collect();
    assert_eq!(results, [("topic-one", true), ("topic-none", false), ("topic-two", true)]);
    assert_eq!(local.send(&all(&instance)).await.unwrap().total, 0);

    client(&instance)
        .await
        .create_topic(&NewTopic {
            name: "topic-one".to_owned(),
            partitions: 1,
            replication: 1,
            ..NewTopic::default()
        })
        .await
        .unwrap();
    let again =
        eventually(async || local.send(&all(&instance)).await.ok().filter(|list| list.total == 1)).await;
    assert_eq!(again.topics[0].topic_desc.clone().unwrap_or_default(), "", "a new topic is not the old one");
}

#[tokio::test]
async fn topics_come_in_pages_by_name() {
    let local = Local::start().await;
    let instance = local.kafka("kafka-shop").await;
    for n in [3, 1, 0, 4, 2] {
        local.send(&new(&instance, &format!("topic-{n}"))).await.unwrap();
    }
    let page = |offset, limit| ListTopics { limit: Some(limit), offset: Some(offset), ..all(&instance) };
    let names = |list: dms_api::models::kafka::TopicList| -> Vec<String> {
        list.topics.into_iter().map(|topic| topic.name).collect()
    };
    let first = local.send(&page(0, 2)).await.unwrap();
    assert_eq!(first.total, 5);
    assert_eq!(names(first), ["topic-0", "topic-1"]);
    assert_eq!(names(local.send(&page(4, 2)).await.unwrap()), ["topic-4"]);
    assert!(names(local.send(&page(9, 2)).await.unwrap()).is_empty());
    assert_eq!(local.send(&page(0, 51)).await.unwrap_err().code, "DMS.10240042");
    assert_eq!(local.send(&all(&instance)).await.unwrap().topics.len(), 5);
}

#[tokio::test]
async fn detail_is_limited_to_one_a_second_where_asked_for() {
    let local = Local::with(Options { flow_control: true, ..options() }).await;
    let instance = local.kafka("kafka-shop").await;
    local.send(&new(&instance, "orders")).await.unwrap();
    let show = ShowTopic { instance_id: instance.instance_id.clone(), topic: "orders".to_owned() };
    local.send(&show).await.unwrap();
    let refusal = local.send(&show).await.unwrap_err();
    assert!(refusal.is_flow_control(), "{refusal}");
    eventually(async || local.send(&show).await.ok()).await;
    assert!(Duration::from_secs(1) > Duration::ZERO);
}
