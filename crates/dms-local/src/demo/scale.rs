//! One instance of each engine with very many topics and as many consumer groups, to see how the console and the service
//! bear it.

use std::collections::{BTreeMap, HashSet};

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use futures::{StreamExt, TryStreamExt, stream};

use super::{DemoError, cast};
use crate::auth::identity;
use crate::instance::{Instance, InstanceSpec};
use crate::kafka::{ErrorKind, NewTopic};
use crate::rocketmq::{NewGroup, RocketmqCluster, Topic};
use crate::service::Service;
use crate::store::{KafkaGroup, NewInstance, TopicRow};
use crate::tables::network;
use crate::views::topic::{HOUR_MS, RETENTION};

/// Id of the Kafka instance.
const ID: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a99";
/// Id of the RocketMQ instance.
const ROCKETMQ: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b99";
const NAME: &str = "kafka-scale";
const PRODUCT: &str = "c6.16u32g.cluster";
/// Partitions of one broker of [`PRODUCT`].
const PER_BROKER: u32 = 2000;
/// Topics of one RocketMQ broker of [`PRODUCT`].
const TOPICS_PER_BROKER: u32 = 16_000;
/// Topics created at a time.
const PARALLEL: usize = 16;

/// Adds the instances unless they are there.
pub async fn add_instances(service: &Service) -> Result<(), DemoError> {
    let topics = service.options.demo_scale.unwrap_or_default();
    // Two partitions per topic on average, and room for more.
    let brokers = (topics * 2 / PER_BROKER + 1).clamp(3, 30);
    let ports = (0..16).take(brokers as usize).map(|n| 19592 + n).collect();
    let kafka = InstanceSpec { ports, ..spec(Engine::Kafka, brokers) };
    add_instance(service, Engine::Kafka, ID, kafka).await?;
    let brokers = (topics / TOPICS_PER_BROKER + 1).clamp(2, 10);
    add_instance(service, Engine::RocketMq, ROCKETMQ, spec(Engine::RocketMq, brokers)).await
}

fn spec(engine: Engine, brokers: u32) -> InstanceSpec {
    InstanceSpec {
        description: "Very many topics".to_owned(),
        product_id: PRODUCT.to_owned(),
        broker_num: brokers,
        storage_space: 300 * u64::from(brokers),
        vpc_id: network::VPCS[0].id.to_owned(),
        subnet_id: network::SUBNETS[0].id.to_owned(),
        security_group_id: network::SECURITY_GROUPS[0].id.to_owned(),
        ..cast::base(engine)
    }
}

async fn add_instance(
    service: &Service,
    engine: Engine,
    id: &str,
    spec: InstanceSpec,
) -> Result<(), DemoError> {
    let name = if engine == Engine::Kafka { NAME } else { "rocketmq-scale" };
    let instance = Instance {
        id: id.to_owned(),
        project_id: identity::PROJECTS[0].id.to_owned(),
        engine,
        name: name.to_owned(),
        status: InstanceStatus::Running,
        created_at: service.now(),
        spec,
    };
    let tags = vec![("env".to_owned(), "load".to_owned())];
    // Taken means that it is there from an earlier start.
    let _ = service.store.add_instance(NewInstance { instance, tags, job: None }, u32::MAX).await?;
    Ok(())
}

/// Creates the topics and groups of the RocketMQ instance that are not there, all at once.
pub async fn fill_rocketmq(service: &Service, topics: u32) -> Result<(), DemoError> {
    let Some(cluster) = service.rocketmq.emulated(ROCKETMQ) else { return Ok(()) };
    let now = service.now();
    let brokers: Vec<String> = cluster.brokers().into_iter().map(|broker| broker.broker_name).collect();
    let fill = move || {
        let age = |n: u32| now - i64::from(n) * HOUR_MS;
        let groups: Vec<_> = (0..topics).map(|n| (rocketmq_group(n, &brokers), age(n))).collect();
        let topics: Vec<_> = (0..topics).map(|n| (rocketmq_topic(n, &brokers), age(n))).collect();
        cluster.add_all(&topics, &groups)
    };
    let filled = tokio::task::spawn_blocking(fill).await;
    Ok(filled.map_err(|error| DemoError::Refused(error.to_string()))??)
}

fn rocketmq_topic(n: u32, brokers: &[String]) -> Topic {
    let queues = [8, 4, 16][n as usize % 3];
    Topic {
        name: name(n),
        permission: ["all", "all", "all", "pub", "sub"][n as usize % 5].to_owned(),
        description: if n.is_multiple_of(3) { format!("Load topic {n}") } else { String::new() },
        queues: brokers.iter().map(|broker| (broker.clone(), queues, queues)).collect(),
        ..Topic::default()
    }
}

fn rocketmq_group(n: u32, brokers: &[String]) -> NewGroup {
    NewGroup {
        name: format!("reader-{n:05}"),
        enabled: !n.is_multiple_of(11),
        broadcast: n.is_multiple_of(5),
        from_beginning: n.is_multiple_of(2),
        retry_max: 1 + n % 16,
        description: if n.is_multiple_of(3) { format!("Load group {n}") } else { String::new() },
        brokers: brokers.to_vec(),
        ..NewGroup::default()
    }
}

/// Creates the topics and groups of the Kafka instance that are not there.
pub async fn fill(service: &Service, topics: u32) -> Result<(), DemoError> {
    let Some(running) = service.clusters.get(ID) else { return Ok(()) };
    let there: HashSet<String> = running.admin.topic_names(false).await?.into_iter().collect();
    let missing: Vec<u32> = (0..topics).filter(|n| !there.contains(&name(*n))).collect();
    if missing.is_empty() {
        return Ok(());
    }
    tracing::info!(topics = missing.len(), "creating the topics of {NAME}");
    let admin = &running.admin;
    stream::iter(missing.iter().copied())
        .map(|n| async move {
            match admin.create_topic(&topic(n)).await {
                Err(error) if error.kind() != ErrorKind::TopicExists => Err(error),
                _ => Ok(()),
            }
        })
        .buffer_unordered(PARALLEL)
        .try_for_each(async |()| Ok(()))
        .await?;
    let now = service.now();
    let groups = missing.iter().map(|&n| KafkaGroup {
        name: format!("reader-{n:05}"),
        created_at: now - i64::from(n) * HOUR_MS,
        description: if n.is_multiple_of(3) { format!("Load group {n}") } else { String::new() },
        declared: true,
    });
    service.store.put_kafka_groups(ID.to_owned(), groups.collect()).await?;
    let rows = missing.iter().map(|&n| TopicRow {
        name: name(n),
        created_at: now - i64::from(n) * HOUR_MS,
        sync_replication: n.is_multiple_of(7),
        sync_message_flush: false,
        description: if n.is_multiple_of(3) { format!("Load topic {n}") } else { String::new() },
    });
    service.store.put_topics(ID.to_owned(), rows.collect()).await?;
    Ok(())
}

fn name(n: u32) -> String {
    const TEAMS: [&str; 8] = ["orders", "stock", "clicks", "logs", "billing", "search", "mail", "fraud"];
    format!("{}-{n:05}", TEAMS[n as usize % TEAMS.len()])
}

fn topic(n: u32) -> NewTopic {
    let hours = [72, 24, 168, 720][n as usize % 4];
    NewTopic {
        name: name(n),
        partitions: [1, 2, 3][n as usize % 3],
        replication: [3, 2, 3, 1][n as usize % 4],
        configs: BTreeMap::from([(RETENTION.to_owned(), (hours * HOUR_MS).to_string())]),
    }
}
