//! What takes the disks, and under which names the monitoring service knows things.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use dms_api::models::Instance;
use dms_api::models::kafka::size_bytes;
use dms_api::ops::kafka::{
    CreateTopic, CreateTopicBody, ListGroups, ListTopics, ShowCesHierarchy, ShowDiskUsage, ShowTopic,
};
use dms_local::kafka::{Admin, NewRecord};

use crate::support::Local;

async fn filled(local: &Local) -> (Instance, Admin) {
    let instance = local.kafka("kafka-measured").await;
    for (name, partitions) in [("orders", 3), ("clicks", 2)] {
        let body = CreateTopicBody { id: name.to_owned(), partition: Some(partitions), ..Default::default() };
        local.send(&CreateTopic { instance_id: instance.instance_id.clone(), body }).await.unwrap();
    }
    let kafka = Admin::connect(&format!("127.0.0.1:{}", instance.port.unwrap()), None).await.unwrap();
    for (partition, size) in [(0, 50_000), (1, 5000)] {
        let value = Some(Bytes::from(vec![b'x'; size]));
        kafka.produce("orders", Some(partition), NewRecord { value, ..NewRecord::default() }).await.unwrap();
    }
    (instance, kafka)
}

/// How much a size may be off when it is written with one decimal.
fn about(text: &str, bytes: u64) -> bool {
    let read = size_bytes(text).unwrap();
    read >= bytes && read <= bytes + bytes / 10 + 1
}

#[tokio::test]
async fn disk_usage_adds_up_with_the_topics() {
    let local = Local::start().await;
    let (instance, _kafka) = filled(&local).await;
    let usage = ShowDiskUsage { instance_id: instance.instance_id.clone(), ..Default::default() };
    let brokers = local.send(&usage).await.unwrap().broker_list;
    let names: Vec<&str> = brokers.iter().map(|broker| broker.broker_name.as_str()).collect();
    assert_eq!(names, ["broker-0", "broker-1", "broker-2"]);

    let show = ShowTopic { instance_id: instance.instance_id.clone(), topic: "orders".to_owned() };
    let partitions = local.send(&show).await.unwrap().partitions;
    for (index, broker) in brokers.iter().enumerate() {
        assert_eq!((broker.data_disk_size.as_str(), broker.status.as_str()), ("93G", "Success get info"));
        let mut used = 0;
        for partition in &partitions {
            let replica = partition.replicas.iter().find(|replica| replica.broker == index as i32);
            let listed = broker.topic_list.iter().find(|disk| {
                disk.topic_name == "orders"
                    && disk.topic_partition.unwrap().0 == u64::from(partition.partition)
            });
            let (replica, listed) = (replica.unwrap(), listed.unwrap());
            assert!(about(&listed.size, replica.size), "{} {}", listed.size, replica.size);
            used += replica.size;
        }
        assert!(used > 55_000 && about(&broker.data_disk_use, used), "{} {used}", broker.data_disk_use);
        let (size, free) =
            (size_bytes(&broker.data_disk_size).unwrap(), size_bytes(&broker.data_disk_free).unwrap());
        assert!(size - used <= free && free <= size);
        assert_eq!(broker.data_disk_use_percentage, "1", "rounded up");
        let sizes: Vec<u64> = broker.topic_list.iter().map(|disk| size_bytes(&disk.size).unwrap()).collect();
        assert!(sizes.is_sorted_by(|a, b| a >= b), "largest first: {sizes:?}");
        let largest = &broker.topic_list[0];
        let percent = partitions[0].replicas[0].size as f64 * 100.0 / size as f64;
        assert!((largest.percentage - percent).abs() < 1e-9, "{} {percent}", largest.percentage);
    }
}

#[tokio::test]
async fn disk_usage_is_narrowed_by_size_number_and_share() {
    let local = Local::start().await;
    let (instance, _kafka) = filled(&local).await;
    let all = ShowDiskUsage { instance_id: instance.instance_id.clone(), ..Default::default() };
    let shown = async |usage: ShowDiskUsage| {
        let brokers = local.send(&usage).await.unwrap().broker_list;
        let list = &brokers[0].topic_list;
        list.iter().map(|disk| (disk.topic_name.clone(), disk.topic_partition.unwrap().0)).collect::<Vec<_>>()
    };
    let of =
        |names: &[(&str, u64)]| names.iter().map(|(name, n)| ((*name).to_owned(), *n)).collect::<Vec<_>>();
    assert!(shown(all.clone()).await.len() >= 5, "Kafka's own partitions too");
    let size = |text: &str| ShowDiskUsage { min_size: Some(text.to_owned()), ..all.clone() };
    assert_eq!(shown(size("10K")).await, of(&[("orders", 0)]));
    assert_eq!(shown(size("1K")).await, of(&[("orders", 0), ("orders", 1)]));
    assert_eq!(shown(size("1G")).await, of(&[]));
    assert_eq!(shown(ShowDiskUsage { top: Some(1), ..all.clone() }).await, of(&[("orders", 0)]));
    let share = |text: &str| ShowDiskUsage { percentage: Some(text.to_owned()), ..all.clone() };
    assert_eq!(shown(share("0")).await, of(&[("orders", 0), ("orders", 1)]));
    assert_eq!(shown(share("0.00001")).await, of(&[("orders", 0)]));
    for wrong in [size("much"), share("101"), share("x"), ShowDiskUsage { top: Some(0), ..all.clone() }] {
        assert_eq!(local.send(&wrong).await.unwrap_err().code, "DMS.00400062");
    }
}

#[tokio::test]
async fn monitoring_names_are_those_of_topics_groups_and_brokers() {
    let local = Local::start().await;
    let (instance, kafka) = filled(&local).await;
    let position = BTreeMap::from([(("orders".to_owned(), 1), 1)]);
    kafka.move_group("reports", &position).await.unwrap();
    let id = instance.instance_id.clone();
    let answer = local.send(&ShowCesHierarchy { instance_id: id.clone() }).await.unwrap();
    assert_eq!(answer.instance_ids[0].name, id);
    let nodes: Vec<&str> = answer.nodes.iter().map(|node| node.name.as_str()).collect();
    assert_eq!(nodes, ["broker-0", "broker-1", "broker-2"]);

    let topics =
        local.send(&ListTopics { instance_id: id.clone(), limit: None, offset: None }).await.unwrap().topics;
    let listed: Vec<(&str, usize)> = topics.iter().map(|t| (t.name.as_str(), t.partition as usize)).collect();
    let queues: Vec<(&str, usize)> =
        answer.queues.iter().map(|q| (q.name.as_str(), q.partitions.len())).collect();
    assert_eq!(queues, listed);
    let groups = ListGroups { instance_id: id, offset: None, limit: None, group: None };
    let groups: BTreeSet<String> =
        local.send(&groups).await.unwrap().groups.into_iter().map(|group| group.group_id).collect();
    assert_eq!(answer.groups.iter().map(|group| group.name.clone()).collect::<BTreeSet<_>>(), groups);
    let reports = &answer.groups[0];
    assert_eq!(
        (reports.queues[0].name.as_str(), reports.queues[0].partitions[0].name.as_str()),
        ("orders", "1")
    );

    let names: Vec<&str> = answer.dimensions.iter().map(|dimension| dimension.name.as_str()).collect();
    assert_eq!(
        names,
        ["kafka_instance_id", "kafka_broker", "kafka_rest", "kafka_topics", "kafka_groups_partitions"]
    );
    let topics = &answer.dimensions[3];
    assert_eq!(topics.children.as_ref().unwrap()[0].dim_router.len(), 3);
    for dimension in &answer.dimensions {
        for key in &dimension.key_name {
            assert!(
                ["instance_ids", "nodes", "queues", "groups", "partitions"].contains(&key.as_str()),
                "{key}"
            );
        }
        assert!(dimension.metrics.iter().all(|metric| !metric.is_empty()));
    }
}
