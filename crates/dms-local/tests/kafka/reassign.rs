//! Partitions put on other brokers over the Kafka protocol.

use dms_local::kafka::{Admin, EmbeddedOptions, ErrorKind};

use crate::support::{client, options, produce, start, topic, values};

async fn replicas(admin: &Admin) -> Vec<Vec<i32>> {
    admin.topic("orders").await.unwrap().partitions.into_iter().map(|p| p.replicas).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn replicas_move_stay_moved_and_lose_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&topic("orders", 2)).await.unwrap();
    let kafka = client(&cluster).await;
    produce(&kafka, "orders", 0..100).await;
    let before = values(&admin, "orders").await;
    admin.move_partition("orders", 0, &[2]).await.unwrap();
    admin.move_partition("orders", 1, &[1, 0]).await.unwrap();
    assert!(!admin.is_moving("orders", 0).await.unwrap());
    assert_eq!(replicas(&admin).await, [vec![2], vec![1, 0]]);
    let moved = admin.topic("orders").await.unwrap();
    assert_eq!(moved.partitions[0].leader, Some(2), "the first leads");
    assert_eq!(moved.partitions[1].isr, [1, 0]);
    produce(&kafka, "orders", 100..110).await;
    let sizes = admin.log_sizes().await.unwrap();
    let holders: Vec<i32> = sizes[&("orders".to_owned(), 0)].keys().copied().collect();
    assert_eq!(holders, [2], "disks tell the same");
    cluster.stop().await;

    let (cluster, admin) = start(options(Some(folder.path()))).await;
    assert_eq!(replicas(&admin).await, [vec![2], vec![1, 0]]);
    let after = values(&admin, "orders").await;
    for (partition, values) in before {
        assert_eq!(after[&partition][..values.len()], values);
    }
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn impossible_places_are_refused() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let before = replicas(&admin).await;
    let kind = async |topic: &str, partition, brokers: &[i32]| {
        admin.move_partition(topic, partition, brokers).await.unwrap_err().kind()
    };
    assert_eq!(kind("orders", 0, &[3]).await, ErrorKind::InvalidReplication);
    assert_eq!(kind("orders", 0, &[1, 1]).await, ErrorKind::InvalidReplication);
    assert_eq!(kind("orders", 0, &[]).await, ErrorKind::InvalidReplication);
    assert_eq!(kind("orders", 7, &[1]).await, ErrorKind::UnknownTopic);
    assert_eq!(kind("nothing", 0, &[1]).await, ErrorKind::UnknownTopic);
    assert_eq!(replicas(&admin).await, before);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn added_brokers_take_partitions() {
    let folder = tempfile::tempdir().unwrap();
    let (cluster, admin) = start(options(Some(folder.path()))).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    assert!(admin.move_partition("orders", 0, &[3]).await.is_err());
    cluster.stop().await;
    let wider = EmbeddedOptions { brokers: 4, ..options(Some(folder.path())) };
    let (cluster, admin) = start(wider).await;
    admin.move_partition("orders", 0, &[3, 0]).await.unwrap();
    assert_eq!(replicas(&admin).await, [vec![3, 0]]);
    cluster.stop().await;
}
