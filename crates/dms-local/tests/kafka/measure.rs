//! Figures for the documentation: `cargo test -p dms-local --test kafka measure -- --ignored --nocapture`.

use std::time::{Duration, Instant};

use dms_local::kafka::{EmbeddedOptions, OffsetAt};

use crate::support::{client, group_member, options, start, topic};

const MESSAGES: usize = 100_000;
const BYTES: usize = 200;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes long and asserts nothing"]
async fn throughput_and_recovery() {
    let folder = tempfile::tempdir().unwrap();
    for (name, kept, flush) in [
        ("nothing kept", None, Duration::ZERO),
        ("written every 200 ms", Some(folder.path()), Duration::from_millis(200)),
        ("written before answering", Some(folder.path()), Duration::ZERO),
    ] {
        let (cluster, admin) = start(EmbeddedOptions { flush, ..options(kept) }).await;
        let topic_name = format!("load-{}", flush.as_millis());
        admin.create_topic(&topic(&topic_name, 3)).await.unwrap();
        let kafka = client(&cluster).await;
        let producer = kafka.producer().linger(Duration::from_millis(5)).build().await.unwrap();
        let began = Instant::now();
        let mut deliveries = Vec::with_capacity(MESSAGES);
        for n in 0..MESSAGES {
            let record = krafka::Record::new(topic_name.as_str(), vec![b'x'; BYTES]).key(n.to_string());
            deliveries.push(producer.enqueue(record).await.unwrap());
        }
        for delivery in deliveries {
            let _sent = delivery.await.unwrap();
        }
        let produced = began.elapsed();
        let began = Instant::now();
        let consumer = group_member(&kafka, "load", &topic_name).await;
        crate::support::read(&consumer, MESSAGES).await;
        let consumed = began.elapsed();
        let began = Instant::now();
        for n in 0..200 {
            let _sent = producer.send(krafka::Record::new(topic_name.as_str(), n.to_string())).await.unwrap();
        }
        let single = began.elapsed() / 200;
        println!(
            "{name}: produced in {produced:?}, consumed in {consumed:?}, one acknowledged in {single:?}"
        );
        let began = Instant::now();
        cluster.stop().await;
        println!("  stopped in {:?}", began.elapsed());
        if kept.is_some() {
            let bytes: u64 = std::fs::read_dir(folder.path())
                .unwrap()
                .map(|file| file.unwrap().metadata().unwrap().len())
                .sum();
            let began = Instant::now();
            let (cluster, admin) = start(options(kept)).await;
            let recovered = began.elapsed();
            let ends: i64 = admin.offsets(&topic_name, OffsetAt::Latest).await.unwrap().values().sum();
            println!(
                "  {} kB on disk, {ends} messages of the topic there again in {recovered:?}",
                bytes / 1_000
            );
            cluster.stop().await;
        }
    }
}

/// One message per request is the worst case for the file: a row each.
#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes long and asserts nothing"]
async fn recovery_of_single_messages() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&topic("load", 3)).await.unwrap();
    let kafka = client(&cluster).await;
    let producer = kafka.producer().batch_size(300).build().await.unwrap();
    let began = Instant::now();
    let mut deliveries = Vec::with_capacity(MESSAGES);
    for n in 0..MESSAGES {
        let record = krafka::Record::new("load", vec![b'x'; BYTES]).key(n.to_string());
        deliveries.push(producer.enqueue(record).await.unwrap());
    }
    for delivery in deliveries {
        let _sent = delivery.await.unwrap();
    }
    println!("{MESSAGES} single messages in {:?}", began.elapsed());
    cluster.stop().await;
    let began = Instant::now();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    println!("there again in {:?}", began.elapsed());
    let began = Instant::now();
    let at = admin.offsets("load", OffsetAt::Time(1)).await.unwrap();
    println!("by time {at:?} in {:?}", began.elapsed());
    let began = Instant::now();
    let fetched = admin.fetch_range("load", 0, 30_000, 50, usize::MAX).await.unwrap();
    println!("{} messages from the middle in {:?}", fetched.messages.len(), began.elapsed());
    let began = Instant::now();
    cluster.clean().await;
    println!("cleaned in {:?}", began.elapsed());
    cluster.stop().await;
}
