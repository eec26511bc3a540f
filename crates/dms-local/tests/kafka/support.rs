//! A cluster to test against, and the client's side of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use dms_local::kafka::{Admin, Embedded, EmbeddedOptions, KafkaCluster, NewTopic};
use krafka::consumer::{AutoOffsetReset, Consumer, ConsumerRecord};
use krafka::{Kafka, Record};

/// Long enough for a loaded machine; reached only by a failing test.
pub const PATIENCE: Duration = Duration::from_secs(30);

pub fn options(folder: Option<&Path>) -> EmbeddedOptions {
    EmbeddedOptions { data_dir: folder.map(Path::to_owned), ..EmbeddedOptions::default() }
}

pub async fn start(options: EmbeddedOptions) -> (Embedded, Admin) {
    let cluster = Embedded::start(options).await.unwrap();
    let admin = KafkaCluster::Embedded(cluster.clone()).connect().await.unwrap();
    (cluster, admin)
}

pub fn topic(name: &str, partitions: i32) -> NewTopic {
    NewTopic { name: name.to_owned(), partitions, replication: 3, configs: BTreeMap::new() }
}

pub async fn client(cluster: &Embedded) -> Kafka {
    Kafka::builder(cluster.bootstrap()).client_id("test-client").connect().await.unwrap()
}

/// The time of record 0: recent enough that retention leaves it alone.
pub static FIRST: LazyLock<i64> = LazyLock::new(|| {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    i64::try_from(now.as_millis()).unwrap() - 3_600_000
});

/// Produces `key-N` = `value-N` for N in `numbers` and waits for every acknowledgement.
pub async fn produce(kafka: &Kafka, topic: &str, numbers: std::ops::Range<usize>) {
    let producer = kafka.producer().build().await.unwrap();
    let mut deliveries = Vec::new();
    for n in numbers {
        let record =
            Record::new(topic, format!("value-{n}")).key(format!("key-{n}")).header("n", n.to_string());
        deliveries.push(producer.enqueue(record.timestamp(*FIRST + n as i64)).await.unwrap());
    }
    for delivery in deliveries {
        let _sent = delivery.await.unwrap();
    }
    producer.close().await.unwrap();
}

pub async fn group_member(kafka: &Kafka, group: &str, topic: &str) -> Consumer {
    let consumer = kafka
        .consumer(group)
        .auto_offset_reset(AutoOffsetReset::Earliest)
        .enable_auto_commit(false)
        .build()
        .await
        .unwrap();
    consumer.subscribe([topic]).await.unwrap();
    consumer
}

/// Reads until `count` records came.
pub async fn read(consumer: &Consumer, count: usize) -> Vec<ConsumerRecord> {
    let mut records = Vec::new();
    let reading = async {
        while records.len() < count {
            records.extend(consumer.poll(Duration::from_millis(200)).await.unwrap());
        }
    };
    tokio::time::timeout(PATIENCE, reading).await.expect("records in time");
    records
}

/// Everything in a topic, as `value` texts in offset order per partition.
pub async fn values(admin: &Admin, topic: &str) -> BTreeMap<i32, Vec<String>> {
    let mut values = BTreeMap::new();
    for partition in admin.topic(topic).await.unwrap().partitions {
        let fetched = admin.fetch_range(topic, partition.partition, 0, 100_000, usize::MAX).await.unwrap();
        let texts = fetched
            .messages
            .into_iter()
            .map(|message| String::from_utf8(message.value.expect("a value").to_vec()).unwrap());
        values.insert(partition.partition, texts.collect());
    }
    values
}

/// Looks until `condition` holds.
pub async fn eventually(what: &str, mut condition: impl AsyncFnMut() -> bool) {
    let looking = async {
        while !condition().await {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    tokio::time::timeout(PATIENCE, looking).await.unwrap_or_else(|_| panic!("{what}"));
}
