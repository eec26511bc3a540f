//! What is still there after a stop, and after a kill.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use dms_local::kafka::{Embedded, EmbeddedOptions, GroupState, NewRecord, NewTopic, OffsetAt, StartError};
use krafka::Kafka;

use crate::support::{FIRST, client, group_member, options, produce, read, start, topic, values};

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_keeps_topics_records_and_offsets() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    let configs = BTreeMap::from([("retention.ms".to_owned(), "3600000000".to_owned())]);
    admin.create_topic(&NewTopic { configs, ..topic("orders", 3) }).await.unwrap();
    let kafka = client(&cluster).await;
    produce(&kafka, "orders", 0..500).await;
    let consumer = group_member(&kafka, "billing", "orders").await;
    read(&consumer, 500).await;
    consumer.commit().await.unwrap();
    consumer.close().await.unwrap();
    produce(&kafka, "orders", 500..600).await;
    let before = (values(&admin, "orders").await, admin.group_offsets("billing").await.unwrap());
    let configs_before = admin.topic_configs("orders").await.unwrap();
    cluster.stop().await;

    let (cluster, admin) = start(options(Some(folder.path()))).await;
    let after = (values(&admin, "orders").await, admin.group_offsets("billing").await.unwrap());
    assert_eq!(after, before);
    assert_eq!(admin.topic_configs("orders").await.unwrap(), configs_before);
    assert_eq!(admin.group("billing").await.unwrap().state, GroupState::Empty);
    let message = admin.fetch_range("orders", 0, 0, 1, usize::MAX).await.unwrap().messages.remove(0);
    let number = message.headers[0].1.clone().unwrap();
    let number: i64 = std::str::from_utf8(&number).unwrap().parse().unwrap();
    assert_eq!(message.timestamp, *FIRST + number);
    assert_eq!(message.key.unwrap(), format!("key-{number}"));

    // The group goes on where it was: the last hundred.
    let kafka = client(&cluster).await;
    let consumer = group_member(&kafka, "billing", "orders").await;
    let rest = read(&consumer, 100).await;
    assert!(rest.iter().all(|record| record.header_str("n").unwrap().parse::<usize>().unwrap() >= 500));
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_producer_goes_on_across_a_restart_without_repeating() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let kafka = client(&cluster).await;
    let producer = kafka.producer().build().await.unwrap();
    for n in 0..10 {
        let _sent = producer.send(krafka::Record::new("orders", format!("{n}"))).await.unwrap();
    }
    let ports = cluster.brokers().iter().map(|broker| broker.port).collect();
    cluster.stop().await;
    let (cluster, admin) = {
        drop(admin);
        start(EmbeddedOptions { ports, ..options(Some(folder.path())) }).await
    };
    for n in 10..20 {
        let _sent = producer.send(krafka::Record::new("orders", format!("{n}"))).await.unwrap();
    }
    // A producer that starts now must not get an id whose sequence numbers are known already.
    produce(&client(&cluster).await, "orders", 20..21).await;
    let expected: Vec<String> = (0..20).map(|n| n.to_string()).chain(["value-20".to_owned()]).collect();
    assert_eq!(values(&admin, "orders").await[&0], expected);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_transaction_is_aborted_by_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let kafka = client(&cluster).await;
    let producer = kafka.producer().build_transactional("payments").await.unwrap();
    producer.begin().unwrap();
    let _sent = producer.send(krafka::Record::new("orders", "lost")).await.unwrap();
    cluster.stop().await;
    let (cluster, admin) = {
        drop(admin);
        start(options(Some(folder.path()))).await
    };
    let stable = admin.offsets("orders", OffsetAt::LastStable).await.unwrap()[&0];
    assert_eq!(stable, 2, "the record and its abort marker");
    let kafka = client(&cluster).await;
    produce(&kafka, "orders", 0..1).await;
    let builder = kafka.consumer_without_group();
    let consumer =
        builder.isolation_level(krafka::consumer::IsolationLevel::ReadCommitted).build().await.unwrap();
    consumer.assign("orders", vec![0]).await.unwrap();
    consumer.seek_to_beginning("orders", 0).await.unwrap();
    assert_eq!(read(&consumer, 1).await[0].value_str(), Some("value-0"));
    cluster.stop().await;
}

/// Environment of the killed process: folder, and flush interval in milliseconds.
const FOLDER: &str = "DMS_TEST_KAFKA_FOLDER";
const FLUSH: &str = "DMS_TEST_KAFKA_FLUSH";

/// Not a test: the process that `kill_loses_at_most` kills.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "runs as a child of other tests"]
async fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let flush = Duration::from_millis(std::env::var(FLUSH).unwrap().parse().unwrap());
    let (cluster, admin) = start(EmbeddedOptions { flush, ..options(Some(folder.as_ref())) }).await;
    if admin.topic("orders").await.is_err() {
        admin.create_topic(&topic("orders", 1)).await.unwrap();
    }
    println!("\nbootstrap={}", cluster.bootstrap());
    std::io::stdout().flush().unwrap();
    std::future::pending::<()>().await;
}

/// What became of numbers sent to a process that was killed.
struct Killed {
    /// How many were acknowledged.
    acknowledged: usize,
    /// How many of those longer before the kill than the flush interval and a slow write take.
    safe: usize,
    /// What was there afterwards.
    kept: Vec<String>,
}

async fn kill(flush: Duration) -> Killed {
    const SLOW_WRITE: Duration = Duration::from_millis(800);
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "durability::child", "--ignored", "--nocapture"])
        .env(FOLDER, folder.path())
        .env(FLUSH, flush.as_millis().to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let bootstrap = lines
        .map_while(Result::ok)
        .find_map(|line| line.strip_prefix("bootstrap=").map(str::to_owned))
        .expect("the child's address");
    let kafka = Kafka::builder(bootstrap).connect().await.unwrap();
    let producer = kafka.producer().build().await.unwrap();
    let started = Instant::now();
    let mut acknowledged = Vec::new();
    while started.elapsed() < Duration::from_secs(2) {
        let _sent =
            producer.send(krafka::Record::new("orders", acknowledged.len().to_string())).await.unwrap();
        acknowledged.push(Instant::now());
    }
    child.kill().unwrap();
    let killed = Instant::now();
    child.wait().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    let kept = values(&admin, "orders").await.remove(&0).unwrap_or_default();
    cluster.stop().await;
    let safe = acknowledged.iter().filter(|&&at| killed - at > flush + SLOW_WRITE).count();
    Killed { acknowledged: acknowledged.len(), safe, kept }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_loses_at_most_the_flush_interval() {
    let Killed { safe, kept, .. } = kill(Duration::from_millis(200)).await;
    assert!(safe > 20 && kept.len() >= safe, "{} kept of {safe} that had to be", kept.len());
    for (index, value) in kept.iter().enumerate() {
        assert_eq!(value, &index.to_string(), "a beginning is kept, in order");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_kill_loses_nothing_acknowledged_without_an_interval() {
    let Killed { acknowledged, kept, .. } = kill(Duration::ZERO).await;
    assert!(acknowledged > 20, "{acknowledged}");
    assert!(kept.len() >= acknowledged, "{} kept of {acknowledged}", kept.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_kept_without_a_folder() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let record = NewRecord { value: Some("x".into()), ..NewRecord::default() };
    admin.produce("orders", None, record).await.unwrap();
    cluster.flush().await.unwrap();
    assert_eq!(cluster.write_error(), None);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_has_one_owner() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    cluster.flush().await.unwrap();
    let second = Embedded::start(options(Some(folder.path()))).await.unwrap_err();
    assert!(matches!(second, StartError::Store { .. }), "{second}");
    cluster.stop().await;
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    assert_eq!(admin.topic_names(false).await.unwrap(), ["orders"]);
    cluster.stop().await;
}
