//! Topics, configurations, records and offsets through the adapter.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bytes::Bytes;
use dms_local::kafka::{ErrorKind, NewRecord, NewTopic, OffsetAt};

use crate::support::{FIRST, client, eventually, options, produce, start, topic, values};

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_lives_from_creation_to_deletion() {
    let (cluster, admin) = start(options(None)).await;
    let configs = BTreeMap::from([("retention.ms".to_owned(), "259200000".to_owned())]);
    admin.create_topic(&NewTopic { configs, ..topic("orders", 3) }).await.unwrap();
    assert_eq!(admin.topic_names(false).await.unwrap(), ["orders"]);
    assert!(admin.topic_names(true).await.unwrap().contains(&"__consumer_offsets".to_owned()));

    let kafka = client(&cluster).await;
    produce(&kafka, "orders", 0..1_000).await;
    let ends = admin.offsets("orders", OffsetAt::Latest).await.unwrap();
    assert_eq!(ends.len(), 3);
    assert_eq!(ends.values().sum::<i64>(), 1_000);
    assert!(ends.values().all(|&end| end > 200), "keys are spread: {ends:?}");

    admin.grow_topic("orders", 6).await.unwrap();
    let grown = admin.topic("orders").await.unwrap();
    assert_eq!(grown.partitions.len(), 6);
    assert!(grown.partitions.iter().all(|p| p.replicas.len() == 3 && p.isr.len() == 3 && p.leader.is_some()));
    let error = admin.grow_topic("orders", 6).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidPartitions);

    let names = ["orders".to_owned(), "missing".to_owned(), "orders".to_owned()];
    let results = admin.delete_topics(&names).await;
    assert_eq!(results.len(), 2);
    assert!(results[0].1.is_ok());
    assert_eq!(results[1].1.as_ref().unwrap_err().kind(), ErrorKind::UnknownTopic);
    assert_eq!(admin.topic("orders").await.unwrap_err().kind(), ErrorKind::UnknownTopic);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_tell_what_was_wrong() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let kind = async |new: NewTopic| admin.create_topic(&new).await.unwrap_err().kind();
    assert_eq!(kind(topic("orders", 1)).await, ErrorKind::TopicExists);
    assert_eq!(kind(topic("no spaces", 1)).await, ErrorKind::InvalidTopic);
    assert_eq!(kind(topic("a", 0)).await, ErrorKind::InvalidPartitions);
    assert_eq!(kind(NewTopic { replication: 4, ..topic("a", 1) }).await, ErrorKind::InvalidReplication);
    let configs = BTreeMap::from([("retention.ms".to_owned(), "soon".to_owned())]);
    assert_eq!(kind(NewTopic { configs, ..topic("a", 1) }).await, ErrorKind::InvalidConfig);

    let error = admin.create_topic(&topic("orders", 1)).await.unwrap_err();
    assert_eq!(error.subject(), "topic orders");
    assert_eq!(error.reason(), "Topic 'orders' already exists.");
    assert!(std::error::Error::source(&error).is_some());

    let missing = admin.produce("missing", None, NewRecord::default()).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::UnknownTopic);
    let missing = admin.produce("orders", Some(1), NewRecord::default()).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::UnknownPartition);
    let missing = admin.fetch_range("orders", 1, 0, 10, 1_000).await.unwrap_err();
    assert_eq!(missing.kind(), ErrorKind::UnknownPartition);
    let large = NewRecord { value: Some(Bytes::from(vec![b'x'; 2_000_000])), ..NewRecord::default() };
    let large = admin.produce("orders", None, large).await.unwrap_err();
    assert_eq!(large.kind(), ErrorKind::InvalidMessage);

    cluster.stop().await;
    let gone = admin.topic_names(false).await.unwrap_err();
    assert_eq!(gone.kind(), ErrorKind::Unavailable);
}

#[tokio::test(flavor = "multi_thread")]
async fn configurations_are_read_and_changed() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    admin.create_topic(&topic("logs", 1)).await.unwrap();
    let before = admin.topic_configs("orders").await.unwrap();
    assert_eq!(before["retention.ms"].value, "604800000");
    assert!(!before["retention.ms"].overridden);

    let changes = BTreeMap::from([
        ("retention.ms".to_owned(), Some("3600000".to_owned())),
        ("message.timestamp.type".to_owned(), Some("LogAppendTime".to_owned())),
    ]);
    admin.alter_topic("orders", &changes).await.unwrap();
    let bad = BTreeMap::from([
        ("retention.ms".to_owned(), None),
        ("max.message.bytes".to_owned(), Some("-5".to_owned())),
    ]);
    assert_eq!(admin.alter_topic("orders", &bad).await.unwrap_err().kind(), ErrorKind::InvalidConfig);

    let names = ["orders".to_owned(), "logs".to_owned(), "missing".to_owned()];
    let found = admin.configs_of(&names, &["retention.ms"]).await.unwrap();
    let orders = found[0].1.as_ref().unwrap();
    assert_eq!((orders["retention.ms"].value.as_str(), orders["retention.ms"].overridden), ("3600000", true));
    assert_eq!(orders.len(), 1);
    assert_eq!(found[1].1.as_ref().unwrap()["retention.ms"].value, "604800000");
    assert_eq!(found[2].1.as_ref().unwrap_err().kind(), ErrorKind::UnknownTopic);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn messages_are_produced_and_read_in_ranges() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 2)).await.unwrap();
    for n in 0..10_i64 {
        let record = NewRecord {
            key: Some("k".into()),
            value: Some(vec![b'v'; 100].into()),
            headers: vec![("trace".to_owned(), "1".into()), ("trace".to_owned(), "2".into())],
            timestamp: Some(*FIRST + n),
        };
        assert_eq!(admin.produce("orders", Some(1), record).await.unwrap(), (1, n));
    }
    let some = admin.fetch_range("orders", 1, 3, 4, usize::MAX).await.unwrap();
    assert_eq!(some.messages.iter().map(|message| message.offset).collect::<Vec<_>>(), [3, 4, 5, 6]);
    assert_eq!((some.earliest, some.latest, some.next), (0, 10, 7));
    let first = &some.messages[0];
    assert_eq!((first.timestamp, first.append_time, first.headers.len()), (*FIRST + 3, false, 2));
    let by_bytes = admin.fetch_range("orders", 1, 0, 100, 350).await.unwrap();
    assert_eq!(by_bytes.messages.len(), 3);
    let one = admin.fetch_range("orders", 1, 0, 100, 1).await.unwrap();
    assert_eq!(one.messages.len(), 1, "a message larger than the limit is shown alone");
    let past = admin.fetch_range("orders", 1, 99, 10, 1_000).await.unwrap();
    assert_eq!((past.messages.len(), past.next), (0, 10));
    assert_eq!(admin.fetch_range("orders", 0, 0, 10, 1_000).await.unwrap().messages.len(), 0);

    let at = admin.offsets("orders", OffsetAt::Time(*FIRST + 4)).await.unwrap();
    assert_eq!(at, BTreeMap::from([(0, 0), (1, 4)]));
    let late = admin.offsets("orders", OffsetAt::Time(*FIRST + 9_999)).await.unwrap();
    assert_eq!(late[&1], 10, "after the last message is the end");

    let sizes = admin.log_sizes().await.unwrap();
    let of_partition = &sizes[&("orders".to_owned(), 1)];
    assert_eq!(of_partition.keys().copied().collect::<Vec<_>>(), [0, 1, 2]);
    assert!(of_partition.values().all(|&bytes| bytes > 1_000));

    let starts = admin.delete_records("orders", &BTreeMap::from([(1, 6)])).await.unwrap();
    assert_eq!(starts, BTreeMap::from([(1, 6)]));
    let rest = admin.fetch_range("orders", 1, 0, 100, usize::MAX).await.unwrap();
    assert_eq!((rest.earliest, rest.messages[0].offset), (6, 6));
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_topic_made_again_is_empty() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    let kafka = client(&cluster).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    produce(&kafka, "orders", 0..50).await;
    admin.delete_topics(&["orders".to_owned()]).await[0].1.as_ref().unwrap();
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    admin
        .produce("orders", Some(0), NewRecord { value: Some("new".into()), ..NewRecord::default() })
        .await
        .unwrap();
    cluster.stop().await;
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    assert_eq!(values(&admin, "orders").await, BTreeMap::from([(0, vec!["new".to_owned()])]));
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn retention_follows_the_clock_across_restarts() {
    let folder = tempfile::tempdir().unwrap();
    let now = Arc::new(AtomicU64::new(u64::try_from(*FIRST).unwrap()));
    let with_clock = || {
        let now = Arc::clone(&now);
        let mut options = options(Some(folder.path()));
        options.clock = Some(Arc::new(move || now.load(Ordering::Relaxed)));
        options
    };
    let (cluster, admin) = start(with_clock()).await;
    let configs = BTreeMap::from([("retention.ms".to_owned(), "60000".to_owned())]);
    admin.create_topic(&NewTopic { configs, ..topic("logs", 1) }).await.unwrap();
    produce(&client(&cluster).await, "logs", 0..100).await;
    cluster.clean().await;
    assert_eq!(admin.offsets("logs", OffsetAt::Earliest).await.unwrap()[&0], 0, "nothing is old yet");
    cluster.stop().await;

    now.fetch_add(120_000, Ordering::Relaxed);
    let (cluster, admin) = start(with_clock()).await;
    cluster.clean().await;
    assert_eq!(admin.offsets("logs", OffsetAt::Earliest).await.unwrap()[&0], 100);
    cluster.stop().await;

    let (cluster, admin) = start(with_clock()).await;
    assert_eq!(admin.offsets("logs", OffsetAt::Earliest).await.unwrap()[&0], 100);
    assert_eq!(admin.offsets("logs", OffsetAt::Latest).await.unwrap()[&0], 100);
    eventually("the start of the log is not lost", async || {
        admin.fetch_range("logs", 0, 0, 10, 1_000).await.unwrap().messages.is_empty()
    })
    .await;
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_size_limit_keeps_the_newest_messages() {
    let (cluster, admin) = start(options(None)).await;
    let configs = BTreeMap::from([("retention.bytes".to_owned(), "200000".to_owned())]);
    admin.create_topic(&NewTopic { configs, ..topic("logs", 1) }).await.unwrap();
    for _ in 0..600 {
        let record = NewRecord { value: Some(vec![b'x'; 1_000].into()), ..NewRecord::default() };
        admin.produce("logs", Some(0), record).await.unwrap();
    }
    cluster.clean().await;
    let start = admin.offsets("logs", OffsetAt::Earliest).await.unwrap()[&0];
    assert!((1..600).contains(&start), "{start}");
    let size = admin.log_sizes().await.unwrap()[&("logs".to_owned(), 0)][&1];
    assert!((200_000..500_000).contains(&size), "whole segments go: {size}");
    assert_eq!(admin.fetch_range("logs", 0, start, 10, usize::MAX).await.unwrap().messages.len(), 10);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_compacted_topic_keeps_the_last_value_of_each_key() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    let configs = BTreeMap::from([("cleanup.policy".to_owned(), "compact".to_owned())]);
    admin.create_topic(&NewTopic { configs, ..topic("state", 1) }).await.unwrap();
    for n in 0..300 {
        let (key, value) = (format!("k{}", n % 5), format!("{n}"));
        let record = NewRecord { key: Some(key.into()), value: Some(value.into()), ..NewRecord::default() };
        admin.produce("state", Some(0), record).await.unwrap();
    }
    cluster.flush().await.unwrap();
    cluster.clean().await;
    let compacted = values(&admin, "state").await;
    assert!(compacted[&0].len() < 60, "the closed segment has one record per key: {}", compacted[&0].len());
    assert_eq!(compacted[&0].last().unwrap(), "299");
    cluster.stop().await;
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    assert_eq!(values(&admin, "state").await, compacted);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thousands_of_topics_are_listed_and_described() {
    let (cluster, admin) = start(options(None)).await;
    for n in 0..1_200 {
        admin.create_topic(&topic(&format!("topic-{n:04}"), 2)).await.unwrap();
    }
    let topics = admin.topics(false).await.unwrap();
    assert_eq!(topics.len(), 1_200);
    assert_eq!(topics[7].name, "topic-0007");
    assert!(topics.iter().all(|topic| topic.partitions.len() == 2 && topic.replication() == 3));
    assert_eq!(topics[1_199], admin.topic("topic-1199").await.unwrap());
    // More partitions than fit in one page of the protocol.
    admin.create_topic(&topic("wide", 2_500)).await.unwrap();
    assert_eq!(admin.topic("wide").await.unwrap().partitions.len(), 2_500);
    cluster.stop().await;
}
