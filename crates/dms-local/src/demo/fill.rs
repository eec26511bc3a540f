//! Topics, first messages and first positions of the demo.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::{StreamExt, TryStreamExt, stream};

use super::DemoError;
use super::messages::record;
use super::topics::{DemoGroup, DemoTopic, GROUPS, Habit, TOPICS, UNUSED_GROUPS, USERS};
use crate::access;
use crate::auth::{identity, password};
use crate::clusters::Running;
use crate::kafka::{ErrorKind, NewTopic, OffsetAt};
use crate::service::Service;
use crate::store::{KafkaGroup, KafkaUser, TopicRow};
use crate::views::topic::{HOUR_MS, RETENTION};

/// Messages on their way at a time.
const PARALLEL: usize = 32;
/// Over how long the first messages are spread.
const PAST_MS: i64 = 6 * HOUR_MS;
/// Bytes that a partition keeps at most: the broker has everything in memory, and the demo may run for weeks.
const PARTITION_BYTES: &str = "2097152";

/// Fills every instance that runs.
pub async fn all(service: &Service) -> Result<(), DemoError> {
    for topic in TOPICS {
        if let Some(running) = service.clusters.get(topic.instance) {
            add_topic(service, &running, topic).await?;
        }
    }
    for group in GROUPS {
        if let Some(running) = service.clusters.get(group.instance) {
            place_group(&running, group).await?;
        }
    }
    describe_groups(service).await?;
    add_users(service).await
}

/// What DMS itself keeps of the groups.
async fn describe_groups(service: &Service) -> Result<(), DemoError> {
    let created_at = service.now() - 30 * 24 * HOUR_MS;
    let used = GROUPS.iter().map(|group| (group.instance, group.id, group.description, false));
    let unused = UNUSED_GROUPS.iter().map(|(instance, id, description)| (*instance, *id, *description, true));
    for (instance, id, description, declared) in used.chain(unused) {
        if service.clusters.get(instance).is_some() {
            let (name, description) = (id.to_owned(), description.to_owned());
            let group = KafkaGroup { name, created_at, description, declared };
            service.store.put_kafka_groups(instance.to_owned(), vec![group]).await?;
        }
    }
    Ok(())
}

async fn add_users(service: &Service) -> Result<(), DemoError> {
    for user in USERS {
        let instance = user.instance.to_owned();
        let Some(known) = service.store.instance(instance.clone()).await? else { continue };
        let first = known.spec.kafka.access_user;
        let row = KafkaUser {
            name: user.name.to_owned(),
            created_at: service.now() - 20 * 24 * HOUR_MS,
            password: password::hash(identity::DEMO.password),
            description: user.description.to_owned(),
        };
        service.store.put_kafka_user(instance.clone(), row).await?;
        let mut policies = service.store.kafka_policies(instance.clone()).await?;
        for (topic, policy) in user.granted {
            let users = policies.entry((*topic).to_owned()).or_default();
            // The first user has no rights of its own once somebody was granted some.
            users.insert(first.clone(), "all".to_owned());
            users.insert(user.name.to_owned(), (*policy).to_owned());
        }
        service.store.set_kafka_policies(instance.clone(), policies).await?;
        access::changed(service, &instance).await?;
    }
    Ok(())
}

async fn add_topic(service: &Service, running: &Arc<Running>, topic: &DemoTopic) -> Result<(), DemoError> {
    let new = NewTopic {
        name: topic.name.to_owned(),
        partitions: topic.partitions,
        replication: 3,
        configs: BTreeMap::from([
            (RETENTION.to_owned(), (topic.hours * HOUR_MS).to_string()),
            ("max.message.bytes".to_owned(), "10485760".to_owned()),
            ("retention.bytes".to_owned(), PARTITION_BYTES.to_owned()),
            ("segment.bytes".to_owned(), PARTITION_BYTES.to_owned()),
        ]),
    };
    match running.admin.create_topic(&new).await {
        Err(error) if error.kind() == ErrorKind::TopicExists => return Ok(()),
        other => other?,
    }
    let row = TopicRow {
        name: topic.name.to_owned(),
        created_at: service.now() - 30 * 24 * HOUR_MS,
        sync_replication: topic.sync,
        sync_message_flush: false,
        description: topic.description.to_owned(),
    };
    service.store.put_topics(topic.instance.to_owned(), vec![row]).await?;
    let now = service.now();
    let step = PAST_MS / i64::from(topic.seeds.max(1));
    stream::iter(0..topic.seeds)
        .map(|n| {
            let at = now - PAST_MS + i64::from(n) * step;
            running.admin.produce(topic.name, None, record(topic.kind, n.into(), at))
        })
        .buffered(PARALLEL)
        .try_for_each(async |_| Ok(()))
        .await?;
    Ok(())
}

/// Commits where a group stands before it comes to life, if it does.
async fn place_group(running: &Running, group: &DemoGroup) -> Result<(), DemoError> {
    let mut places = BTreeMap::new();
    for topic in group.topics {
        for (partition, end) in running.admin.offsets(topic, OffsetAt::Latest).await? {
            let offset = match group.habit {
                Habit::Follows | Habit::Rests => end,
                Habit::Lags => end * 4 / 5,
                Habit::Stuck | Habit::Left => end / 2,
            };
            places.insert(((*topic).to_owned(), partition), offset);
        }
    }
    Ok(running.admin.move_group(group.id, &places).await?)
}
