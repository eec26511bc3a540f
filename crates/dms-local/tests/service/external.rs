//! `--kafka`: instances on a cluster of somebody else's, in another process.
//!
//! The other process runs the broker crate as it comes, with its own listener, without our façade of several brokers.

use std::io::Write;
use std::net::TcpListener;

use dms_api::models::Instance;
use dms_api::ops::kafka::{
    CreateGroup, CreateTopic, CreateTopicBody, DeleteTopics, DeleteTopicsBody, FindMessages, GroupBody,
    ListGroups, ListTopics, ModifyTopic, ModifyTopics, ModifyTopicsBody, ResetOffset, ResetOffsetBody,
    ResetTo, SendMessage, SendMessageBody, ShowCluster, ShowGroupDetail, ShowMessage, ShowTopic,
};
use dms_local::{KafkaBackend, Options};
use krafka::consumer::AutoOffsetReset;
use krafka::{Kafka, Record};
use noida::kafka::connection::handle_connection;
use noida::kafka::engine::Engine;

use crate::remote::{Process, spawn};
use crate::support::{Local, an_hour_ago, eventually, options};

/// Says that the process is to be a broker.
const BROKER: &str = "DMS_TEST_BROKER";

/// Not a test: somebody else's broker.
#[test]
#[ignore = "runs as a child of other tests"]
fn broker() {
    if std::env::var_os(BROKER).is_none() {
        return;
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let engine = Engine::new(address.ip().to_string(), address.port().into());
    println!("\nbroker={address}");
    std::io::stdout().flush().unwrap();
    for client in listener.incoming().map_while(Result::ok) {
        let engine = engine.clone();
        std::thread::spawn(move || handle_connection(client, engine));
    }
}

/// A broker in another process, a service on it, and an instance.
async fn on_a_foreign_broker() -> (Process, String, Local, Instance) {
    let (process, address) = spawn("external::broker", "broker=", &[(BROKER, "1".to_owned())]);
    let kafka = KafkaBackend::External { bootstrap: address.clone() };
    let local = Local::with(Options { kafka, ..options() }).await;
    let instance = local.kafka("kafka-foreign").await;
    (process, address, local, instance)
}

async fn add(local: &Local, instance: &Instance, name: &str, partitions: i64) {
    let body = CreateTopicBody {
        id: name.to_owned(),
        partition: Some(partitions),
        replication: Some(1),
        topic_desc: Some("foreign".to_owned()),
        ..CreateTopicBody::default()
    };
    local.send(&CreateTopic { instance_id: instance.instance_id.clone(), body }).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn topics_of_a_foreign_broker_are_managed_over_rest() {
    let (_process, address, local, instance) = on_a_foreign_broker().await;
    let instance_id = instance.instance_id.clone();
    let port: u32 = address.rsplit(':').next().unwrap().parse().unwrap();
    assert_eq!(instance.port, Some(port), "clients are sent to the foreign broker");
    add(&local, &instance, "orders", 3).await;
    let cluster = local.send(&ShowCluster { instance_id: instance_id.clone() }).await.unwrap().cluster;
    assert_eq!((cluster.brokers.len(), cluster.topics_count), (1, 1), "what is there, not what was ordered");

    let change = ModifyTopic {
        id: "orders".to_owned(),
        retention_time: Some(9),
        new_partition_numbers: Some(5),
        ..ModifyTopic::default()
    };
    let body = ModifyTopicsBody { topics: vec![change] };
    local.send(&ModifyTopics { instance_id: instance_id.clone(), body }).await.unwrap();
    let list = ListTopics { instance_id: instance_id.clone(), limit: None, offset: None };
    let topic = local.send(&list).await.unwrap().topics.remove(0);
    assert_eq!((topic.partition, topic.retention_time), (5, 9));
    assert_eq!(topic.topic_desc.as_deref(), Some("foreign"));

    let body = DeleteTopicsBody { topics: vec!["orders".to_owned()] };
    local.send(&DeleteTopics { instance_id, body }).await.unwrap();
    assert_eq!(local.send(&list).await.unwrap().total, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clients_messages_and_group_are_seen_over_rest() {
    let (_process, address, local, instance) = on_a_foreign_broker().await;
    add(&local, &instance, "orders", 1).await;
    let kafka = Kafka::builder(address).connect().await.unwrap();
    let producer = kafka.producer().build().await.unwrap();
    for n in 0..20 {
        let _sent = producer.send(Record::new("orders", format!("value-{n}"))).await.unwrap();
    }
    let consumer =
        kafka.consumer("billing").auto_offset_reset(AutoOffsetReset::Earliest).build().await.unwrap();
    consumer.subscribe(["orders"]).await.unwrap();
    let mut read = 0;
    while read < 20 {
        read += consumer.poll(std::time::Duration::from_millis(200)).await.unwrap().len();
    }
    consumer.commit().await.unwrap();

    let instance_id = instance.instance_id.clone();
    let show = ShowTopic { instance_id: instance_id.clone(), topic: "orders".to_owned() };
    assert_eq!(local.send(&show).await.unwrap().partitions[0].leo, 20);
    let groups = ListGroups { instance_id, ..Default::default() };
    let found = eventually(async || {
        local.send(&groups).await.ok()?.groups.into_iter().find(|group| group.group_id == "billing")
    });
    assert_eq!(found.await.state.as_str(), "STABLE");
    consumer.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_of_a_foreign_broker_are_found_and_groups_moved_over_rest() {
    let (_process, address, local, instance) = on_a_foreign_broker().await;
    add(&local, &instance, "orders", 1).await;
    let begin = an_hour_ago();
    let kafka = Kafka::builder(address).connect().await.unwrap();
    let producer = kafka.producer().build().await.unwrap();
    for n in 0..20 {
        let record = Record::new("orders", format!("order {n}")).key(format!("key {n}"));
        let _sent = producer.send(record.timestamp(begin + n * 1_000)).await.unwrap();
    }
    let (instance_id, topic) = (instance.instance_id.clone(), "orders".to_owned());
    let find = FindMessages { instance_id: instance_id.clone(), topic: topic.clone(), ..Default::default() };
    let period = FindMessages {
        start_time: Some(begin + 5_000),
        end_time: Some(begin + 9_000),
        asc: Some(true),
        ..find.clone()
    };
    let found = local.send(&period).await.unwrap();
    let offsets: Vec<_> = found.messages.iter().map(|message| message.message_offset).collect();
    assert_eq!((found.total, offsets), (5, vec![5, 6, 7, 8, 9]));
    let show = ShowMessage { instance_id: instance_id.clone(), topic, partition: 0, message_offset: 7 };
    let message = local.send(&show).await.unwrap().message.remove(0);
    assert_eq!((message.key.as_deref(), message.value.as_deref()), (Some("key 7"), Some("order 7")));

    let body = SendMessageBody::new("orders", "from REST").with("KEY", "k").with("PARTITION", "0");
    local.send(&SendMessage { instance_id: instance_id.clone(), body, ..Default::default() }).await.unwrap();
    let newest = FindMessages { keyword: Some("REST".to_owned()), ..find };
    assert_eq!(local.send(&newest).await.unwrap().messages[0].message_offset, 20);

    let body = GroupBody { group_name: "billing".to_owned(), group_desc: None };
    local.send(&CreateGroup { instance_id: instance_id.clone(), body }).await.unwrap();
    let positions = async |to| {
        let body = ResetOffsetBody { topic: "orders".to_owned(), partition: None, to };
        let reset = ResetOffset { instance_id: instance_id.clone(), group: "billing".to_owned(), body };
        local.send(&reset).await.unwrap();
        let show = ShowGroupDetail { instance_id: instance_id.clone(), group: "billing".to_owned() };
        let places = local.send(&show).await.unwrap().group.group_message_offsets;
        places.iter().map(|place| (place.message_current_offset, place.lag)).collect::<Vec<_>>()
    };
    assert_eq!(positions(ResetTo::Time(begin + 12_000)).await, [(Some(12), Some(9))]);
    assert_eq!(positions(ResetTo::Offset(3)).await, [(Some(3), Some(18))]);
    let consumer = kafka.consumer("billing").build().await.unwrap();
    consumer.subscribe(["orders"]).await.unwrap();
    let first = eventually(async || {
        let read = consumer.poll(std::time::Duration::from_millis(200)).await.ok()?;
        read.first().map(|record| record.offset)
    });
    assert_eq!(first.await, 3, "a client goes on where REST has put its group");
    consumer.close().await.unwrap();
}
