//! Consumer groups.

use std::collections::BTreeMap;
use std::time::Duration;

use dms_local::kafka::{ErrorKind, GroupState};

use crate::support::{client, eventually, group_member, options, produce, read, start, topic};

#[tokio::test(flavor = "multi_thread")]
async fn a_group_reads_commits_and_its_lag_agrees() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 3)).await.unwrap();
    let kafka = client(&cluster).await;
    produce(&kafka, "orders", 0..1_000).await;
    let consumer = group_member(&kafka, "billing", "orders").await;
    let records = read(&consumer, 1_000).await;
    let mut values: Vec<usize> = records
        .iter()
        .map(|record| record.value_str().unwrap().trim_start_matches("value-").parse().unwrap())
        .collect();
    values.sort_unstable();
    assert_eq!(values, (0..1_000).collect::<Vec<_>>());
    consumer.commit().await.unwrap();
    produce(&kafka, "orders", 1_000..1_100).await;

    let offsets = admin.group_offsets("billing").await.unwrap();
    assert_eq!(offsets.iter().map(|offset| offset.partition).collect::<Vec<_>>(), [0, 1, 2]);
    assert_eq!(offsets.iter().filter_map(|offset| offset.committed).sum::<i64>(), 1_000);
    assert_eq!(offsets.iter().filter_map(|offset| offset.end).sum::<i64>(), 1_100);
    assert_eq!(offsets.iter().filter_map(|offset| offset.lag).sum::<i64>(), 100);

    let group = admin.group("billing").await.unwrap();
    assert_eq!(group.state, GroupState::Stable);
    assert_eq!(group.members.len(), 1);
    assert_eq!(
        (group.members[0].client_id.as_str(), group.members[0].host.as_str()),
        ("test-client", "127.0.0.1")
    );
    assert_eq!(group.members[0].assignment, BTreeMap::from([("orders".to_owned(), vec![0, 1, 2])]));
    assert_eq!(admin.delete_group("billing").await.unwrap_err().kind(), ErrorKind::GroupNotEmpty);
    let to = BTreeMap::from([(("orders".to_owned(), 0), 5)]);
    assert_eq!(admin.move_group("billing", &to).await.unwrap_err().kind(), ErrorKind::GroupNotEmpty);

    consumer.close().await.unwrap();
    eventually("the group empties", async || {
        admin.group("billing").await.unwrap().state == GroupState::Empty
    })
    .await;
    admin.move_group("billing", &to).await.unwrap();
    assert_eq!(admin.group_offsets("billing").await.unwrap()[0].committed, Some(5));
    admin.forget_offsets("billing", &[("orders".to_owned(), 2)]).await.unwrap();
    assert_eq!(admin.group_offsets("billing").await.unwrap().len(), 2);
    admin.delete_group("billing").await.unwrap();
    assert_eq!(admin.group("billing").await.unwrap_err().kind(), ErrorKind::UnknownGroup);
    assert_eq!(admin.delete_group("billing").await.unwrap_err().kind(), ErrorKind::UnknownGroup);
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn members_share_a_topic_and_every_group_is_listed_once() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 4)).await.unwrap();
    let kafka = client(&cluster).await;
    let other = client(&cluster).await;
    produce(&kafka, "orders", 0..100).await;
    let (one, two) =
        tokio::join!(group_member(&kafka, "shared", "orders"), group_member(&other, "shared", "orders"));
    let polling = async {
        loop {
            one.poll(Duration::from_millis(50)).await.unwrap();
            two.poll(Duration::from_millis(50)).await.unwrap();
        }
    };
    let balanced = eventually("both members have partitions", async || {
        let Ok(group) = admin.group("shared").await else { return false };
        let of_each: Vec<usize> =
            group.members.iter().map(|m| m.assignment.values().map(Vec::len).sum()).collect();
        of_each == [2, 2]
    });
    tokio::select! {
        () = polling => {}
        () = balanced => {}
    }
    for n in 0..12 {
        let to = BTreeMap::from([(("orders".to_owned(), 0), n)]);
        admin.move_group(&format!("idle-{n}"), &to).await.unwrap();
    }
    let groups = admin.groups().await.unwrap();
    assert_eq!(groups.len(), 13);
    assert_eq!(
        groups.last().map(|group| (group.id.as_str(), &group.state)),
        Some(("shared", &GroupState::Stable))
    );
    assert!(groups.iter().any(|group| group.coordinator != groups[0].coordinator), "coordinators are spread");

    let deleted = admin.delete_topics(&["orders".to_owned()]).await;
    assert!(deleted[0].1.is_ok());
    assert_eq!(admin.group_offsets("idle-3").await.unwrap(), [], "offsets of a deleted topic go with it");
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consumer_waits_for_records_instead_of_asking_again_and_again() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let kafka = client(&cluster).await;
    let consumer = kafka.consumer_without_group().build().await.unwrap();
    consumer.assign("orders", vec![0]).await.unwrap();
    consumer.seek_to_beginning("orders", 0).await.unwrap();
    assert!(consumer.poll(Duration::from_millis(300)).await.unwrap().is_empty());
    let waiting = consumer.poll(Duration::from_secs(20));
    let sending = async {
        tokio::time::sleep(Duration::from_millis(200)).await;
        produce(&kafka, "orders", 0..1).await;
    };
    let started = std::time::Instant::now();
    let (records, ()) = tokio::join!(waiting, sending);
    assert_eq!(records.unwrap().len(), 1);
    assert!(started.elapsed() < Duration::from_secs(5));
    cluster.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn transactions_are_seen_when_committed_and_skipped_when_aborted() {
    let (cluster, admin) = start(options(None)).await;
    admin.create_topic(&topic("orders", 1)).await.unwrap();
    let kafka = client(&cluster).await;
    let producer = kafka.producer().build_transactional("payments").await.unwrap();
    let send = async |values: std::ops::Range<i32>, commit: bool| {
        producer.begin().unwrap();
        for n in values {
            let _sent =
                producer.send(krafka::Record::new("orders", format!("{n}")).partition(0)).await.unwrap();
        }
        if commit {
            producer.commit().await.unwrap();
        } else {
            producer.abort().await.unwrap();
        }
    };
    send(0..3, true).await;
    send(3..6, false).await;
    send(6..9, true).await;
    let read_committed = async |from: i64| {
        let builder = kafka.consumer_without_group();
        let consumer =
            builder.isolation_level(krafka::consumer::IsolationLevel::ReadCommitted).build().await.unwrap();
        consumer.assign("orders", vec![0]).await.unwrap();
        consumer.seek("orders", 0, from).await.unwrap();
        let mut seen: Vec<String> = Vec::new();
        while seen.last().is_none_or(|value| value != "8") {
            let records = consumer.poll(Duration::from_millis(200)).await.unwrap();
            seen.extend(records.iter().map(|record| record.value_str().unwrap().to_owned()));
        }
        seen
    };
    assert_eq!(read_committed(0).await, ["0", "1", "2", "6", "7", "8"]);
    // Offset 8 lies after the abort marker: the same producer's later records must not be skipped.
    assert_eq!(read_committed(8).await, ["6", "7", "8"]);
    cluster.stop().await;
}
