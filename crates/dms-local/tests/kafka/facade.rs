//! Several brokers, several clusters, logins.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use dms_local::kafka::{
    Admin, Embedded, EmbeddedOptions, ErrorKind, KafkaCluster, NewTopic, Sasl, TopicRight, UserCheck,
};

use crate::support::{client, eventually, options, produce, start, topic, values};

#[tokio::test(flavor = "multi_thread")]
async fn leaders_and_replicas_are_spread_over_the_brokers() {
    let (cluster, admin) = start(EmbeddedOptions { cluster_id: "kafka-1".to_owned(), ..options(None) }).await;
    let info = admin.cluster().await.unwrap();
    assert_eq!(info.id, "kafka-1");
    assert_eq!(info.brokers, cluster.brokers());
    assert_eq!(info.brokers.iter().map(|broker| broker.id).collect::<Vec<_>>(), [0, 1, 2]);
    let ports: BTreeSet<u16> = info.brokers.iter().map(|broker| broker.port).collect();
    assert_eq!(ports.len(), 3);

    admin.create_topic(&topic("orders", 6)).await.unwrap();
    admin.create_topic(&NewTopic { replication: 2, ..topic("pairs", 3) }).await.unwrap();
    let orders = admin.topic("orders").await.unwrap();
    let mut led: BTreeMap<i32, usize> = BTreeMap::new();
    for partition in &orders.partitions {
        assert_eq!(partition.leader, partition.replicas.first().copied());
        assert_eq!(partition.replicas.iter().collect::<BTreeSet<_>>().len(), 3);
        *led.entry(partition.leader.unwrap()).or_default() += 1;
    }
    assert_eq!(led, BTreeMap::from([(0, 2), (1, 2), (2, 2)]));
    assert_eq!(admin.topic("pairs").await.unwrap().replication(), 2);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn placement_and_ports_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&NewTopic { replication: 2, ..topic("orders", 4) }).await.unwrap();
    let before = admin.topics(false).await.unwrap();
    let brokers = cluster.brokers().to_vec();
    cluster.stop().await;

    let ports = brokers.iter().map(|broker| broker.port).collect();
    let (cluster, admin) = start(EmbeddedOptions { ports, brokers: 5, ..options(Some(folder.path())) }).await;
    assert_eq!(cluster.brokers()[..3], brokers);
    assert_eq!(admin.topics(false).await.unwrap(), before);
    admin.grow_topic("orders", 6).await.unwrap();
    assert_eq!(admin.topic("orders").await.unwrap().partitions[..4], before[0].partitions);
    cluster.stop().await;

    let (cluster, admin) = start(EmbeddedOptions { brokers: 1, ..options(Some(folder.path())) }).await;
    let alone = admin.topic("orders").await.unwrap();
    assert!(alone.partitions.iter().all(|p| p.leader == Some(0) && p.replicas == [0]));
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_taken_port_is_replaced() {
    let taken = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = taken.local_addr().unwrap().port();
    let (cluster, admin) = start(EmbeddedOptions { ports: vec![port], brokers: 1, ..options(None) }).await;
    assert_ne!(cluster.brokers()[0].port, port);
    admin.create_topic(&NewTopic { replication: 1, ..topic("orders", 1) }).await.unwrap();
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_clusters_do_not_share_anything() {
    let (one, admin_one) = start(options(None)).await;
    let (two, admin_two) = start(options(None)).await;
    admin_one.create_topic(&topic("orders", 1)).await.unwrap();
    admin_two.create_topic(&topic("orders", 1)).await.unwrap();
    produce(&client(&one).await, "orders", 0..3).await;
    assert_eq!(values(&admin_one, "orders").await[&0].len(), 3);
    assert_eq!(values(&admin_two, "orders").await[&0].len(), 0);
    one.stop().await;
    produce(&client(&two).await, "orders", 0..1).await;
    assert_eq!(values(&admin_two, "orders").await[&0], ["value-0"]);
    two.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unknown_topics_are_created_only_where_that_is_on() {
    let (cluster, admin) = start(EmbeddedOptions { auto_create_topics: true, ..options(None) }).await;
    let asking =
        krafka::Kafka::builder(cluster.bootstrap()).allow_auto_create_topics(true).connect().await.unwrap();
    produce(&asking, "surprise", 0..3).await;
    let surprise = admin.topic("surprise").await.unwrap();
    assert_eq!((surprise.partitions.len(), surprise.replication()), (3, 3));

    cluster.set_auto_create_topics(false);
    let producer = asking.producer().max_block(std::time::Duration::from_millis(300)).build().await.unwrap();
    assert!(producer.send(krafka::Record::new("other", "x")).await.is_err());
    assert_eq!(admin.topic_names(false).await.unwrap(), ["surprise"]);
    cluster.stop().await;
}

struct OneUser;

impl UserCheck for OneUser {
    fn check(&self, user: &str, password: &str) -> bool {
        (user, password) == ("alice", "Secret-1")
    }

    fn may(&self, _: &str, topic: &str, right: TopicRight) -> bool {
        topic != "read-only" || right == TopicRight::Subscribe
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_the_users_of_the_instance_get_in() {
    let options = EmbeddedOptions { users: Some(Arc::new(OneUser)), ..options(None) };
    let cluster = Embedded::start(options).await.unwrap();
    let login = async |password: &str| {
        let sasl = Sasl::Plain { user: "alice".to_owned(), password: password.to_owned() };
        Admin::connect(&cluster.bootstrap(), Some(sasl)).await
    };
    assert!(login("Secret-1").await.unwrap().topic_names(false).await.is_ok());
    assert_eq!(login("guess").await.unwrap_err().kind(), ErrorKind::NotAuthorized);
    assert!(Admin::connect(&cluster.bootstrap(), None).await.is_err(), "without a login nothing is answered");
    let service = KafkaCluster::Embedded(cluster.clone()).connect().await.unwrap();
    assert!(service.create_topic(&topic("orders", 1)).await.is_ok());
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_ends_only_the_connection_that_sent_it() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let (cluster, admin) = start(options(None)).await;
    let frames: [&[u8]; 6] = [
        b"GET / HTTP/1.1\r\n\r\n",
        &[0x7f, 0xff, 0xff, 0xff],
        &[0xff, 0xff, 0xff, 0xff, 0, 0],
        &[0, 0, 0, 0],
        // An operation that does not exist, and metadata of a version that does not.
        &[0, 0, 0, 8, 0x7f, 0xff, 0, 0, 0, 0, 0, 1],
        &[0, 0, 0, 8, 0, 3, 0, 99, 0, 0, 0, 1],
    ];
    for frame in frames {
        let broker = &cluster.brokers()[0];
        let mut stream = tokio::net::TcpStream::connect((broker.host.as_str(), broker.port)).await.unwrap();
        stream.write_all(frame).await.unwrap();
        stream.shutdown().await.unwrap();
        let mut answer = Vec::new();
        // Closing with unread bytes may show as a reset.
        let _closed = stream.read_to_end(&mut answer).await;
        assert!(answer.is_empty(), "{frame:?}");
    }
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_producer_that_wants_no_answer_gets_none() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&NewTopic { replication: 1, ..topic("orders", 1) }).await.unwrap();
    let kafka = client(&cluster).await;
    let producer =
        kafka.producer().acks(krafka::producer::Acks::None).idempotent(false).build().await.unwrap();
    for n in 0..10 {
        let _sent = producer.send(krafka::Record::new("orders", format!("{n}"))).await.unwrap();
    }
    producer.close().await.unwrap();
    eventually("all have arrived", async || values(&admin, "orders").await[&0].len() == 10).await;
    cluster.stop().await;
}
