//! Topics, first messages and first positions of the demo.

use std::collections::BTreeMap;
use std::sync::Arc;

use futures::{StreamExt, TryStreamExt, stream};

use super::DemoError;
use super::messages::record;
use super::topics::{DemoGroup, DemoTopic, GROUPS, Habit, TOPICS};
use crate::clusters::Running;
use crate::kafka::{ErrorKind, NewTopic, OffsetAt};
use crate::service::Service;
use crate::store::TopicRow;
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
