//! Kafka topics: list, create, change, delete (K5.4.1-4). Their detail is in `kafka_topic_detail`.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::models::kafka::{CreatedTopic, DeletedTopic, DeletedTopics, TopicList};
use dms_api::ops::kafka::{ConfigEntry, CreateTopicBody, DeleteTopicsBody, ModifyTopic, ModifyTopicsBody};
use dms_api::rules::TopicFacts;
use serde_json::json;

use super::instances;
use crate::access;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail, check};
use crate::instance::Instance;
use crate::kafka::{NewTopic, TopicInfo};
use crate::service::Service;
use crate::store::TopicRow;
use crate::tables::products;
use crate::tasks;
use crate::topics::{self, Topics};
use crate::views::topic::{CONFIGS, HOUR_MS, RETENTION, shown};

const DEFAULT_PARTITIONS: i64 = 3;
const DEFAULT_REPLICATION: i64 = 3;
const DEFAULT_RETENTION_HOURS: i64 = 72;
const DEFAULT_MAX_BYTES: &str = "10485760";

/// The caller's running instance with its cluster.
///
/// # Errors
/// DMS.00404022, DMS.00400026, or DMS.00500106 if the brokers are away.
pub async fn cluster(service: &Service, call: &Call) -> Result<(Instance, Arc<Running>), Fail> {
    let instance = instances::own_running(service, call).await?;
    let running = service.clusters.get(&instance.id).ok_or_else(|| Fail::from(Code::CLUSTER_AWAY))?;
    Ok((instance, running))
}

/// `kafka.ListTopics`: all of them, or a page in the order of names.
pub async fn list(service: Arc<Service>, call: Call) -> Result<TopicList, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let all = topics::all(&service, &instance.id, &running).await?;
    let paged = call.query("limit").is_some();
    let (offset, limit) = call.page(u32::MAX)?;
    let page: Vec<&TopicInfo> =
        all.iter().skip(usize::try_from(offset).unwrap_or(usize::MAX)).take(limit as usize).collect();
    let names: Vec<String> = page.iter().map(|topic| topic.name.clone()).collect();
    let (first, last) =
        (names.first().cloned().unwrap_or_default(), names.last().cloned().unwrap_or_default());
    let rows = service.store.topics(instance.id.clone(), first, last).await?;
    let configs = running.admin.configs_of(&names, &CONFIGS).await?;
    let configs: BTreeMap<_, _> = configs.into_iter().filter_map(|(name, c)| Some((name, c.ok()?))).collect();
    let none = BTreeMap::new();
    let max = max_partitions(&instance);
    Ok(TopicList {
        total: all.len() as u64,
        size: if paged { limit.into() } else { 0 },
        remain_partitions: max.saturating_sub(partitions(&all)),
        max_partitions: max,
        topic_max_partitions: Some(100),
        topics: page
            .into_iter()
            .map(|topic| shown(topic, rows.get(&topic.name), configs.get(&topic.name).unwrap_or(&none)))
            .collect(),
    })
}

/// Partitions that all topics may have together.
fn max_partitions(instance: &Instance) -> u64 {
    products::partitions(&instance.spec)
}

/// Partitions of all topics.
pub fn partitions(topics: &Topics) -> u64 {
    topics.iter().map(|topic| topic.partitions.len() as u64).sum()
}

/// `kafka.CreateTopic`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedTopic, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: CreateTopicBody = call.body()?;
    let _changing = running.topics.changing.lock().await;
    let all = topics::all(&service, &instance.id, &running).await?;
    let names: Vec<&str> = all.iter().map(|topic| topic.name.as_str()).collect();
    check(body.check(&TopicFacts { names: &names, ..facts(&instance) }))?;
    let partitions_wanted = body.partition.unwrap_or(DEFAULT_PARTITIONS);
    check_room(&instance, &all, partitions_wanted)?;
    let replication = body.replication.unwrap_or(DEFAULT_REPLICATION.min(instance.spec.broker_num.into()));
    let hours = body.retention_time.unwrap_or(DEFAULT_RETENTION_HOURS);
    let mut configs = BTreeMap::from([
        (RETENTION.to_owned(), (hours * HOUR_MS).to_string()),
        (ConfigEntry::MAX_MESSAGE_BYTES.to_owned(), DEFAULT_MAX_BYTES.to_owned()),
    ]);
    configs.extend(body.topic_other_configs.into_iter().flatten().map(|config| (config.name, config.value)));
    let topic = NewTopic {
        name: body.id.clone(),
        partitions: i32::try_from(partitions_wanted).unwrap_or(i32::MAX),
        replication: i16::try_from(replication).unwrap_or(i16::MAX),
        configs,
    };
    running.admin.create_topic(&topic).await?;
    let row = TopicRow {
        name: body.id.clone(),
        created_at: service.now(),
        sync_replication: body.sync_replication.unwrap_or_default(),
        sync_message_flush: body.sync_message_flush.unwrap_or_default(),
        description: body.topic_desc.unwrap_or_default(),
    };
    service.store.put_topics(instance.id, vec![row]).await?;
    topics::changed(&running, &body.id).await?;
    Ok(CreatedTopic { name: body.id.clone(), id: Some(body.id) })
}

fn facts(instance: &Instance) -> TopicFacts<'static> {
    TopicFacts { brokers: Some(instance.spec.broker_num.into()), ..TopicFacts::default() }
}

fn check_room(instance: &Instance, all: &Topics, more: i64) -> Result<(), Fail> {
    let remaining = max_partitions(instance).saturating_sub(partitions(all));
    if u64::try_from(more).unwrap_or_default() <= remaining {
        return Ok(());
    }
    Err(Code::QUOTA.because(format_args!("{remaining} partitions remain.")))
}

/// `kafka.ModifyTopics`: everything is checked before anything is changed.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: ModifyTopicsBody = call.body()?;
    if body.topics.is_empty() {
        return Err(Code::PARAMETER.because("topics"));
    }
    change_all(&service, &instance, &running, body.topics).await
}

/// Makes changes of several topics: all are checked first.
///
/// # Errors
/// The documented code of the first that is wrong, or of the quota of partitions.
pub async fn change_all(
    service: &Arc<Service>,
    instance: &Instance,
    running: &Arc<Running>,
    changes: Vec<ModifyTopic>,
) -> Result<(), Fail> {
    let _changing = running.topics.changing.lock().await;
    let all = topics::all(service, &instance.id, running).await?;
    let mut growth = 0;
    for change in &changes {
        growth += check_change(instance, &all, change)?;
    }
    check_room(instance, &all, growth)?;
    for change in changes {
        apply(service, instance, running, change).await?;
    }
    Ok(())
}

/// The partitions that a change adds.
fn check_change(instance: &Instance, all: &Topics, change: &ModifyTopic) -> Result<i64, Fail> {
    let topic = all
        .binary_search_by(|topic| topic.name.as_str().cmp(&change.id))
        .ok()
        .and_then(|index| all.get(index))
        .ok_or_else(|| Code::TOPIC_UNKNOWN.because(&change.id))?;
    let now = shown(topic, None, &BTreeMap::new());
    check(change.check(Some(&now), &facts(instance)))?;
    let partitions = i64::from(now.partition);
    Ok(change.new_partition_numbers.map_or(0, |wanted| wanted - partitions))
}

async fn apply(
    service: &Service,
    instance: &Instance,
    running: &Running,
    change: ModifyTopic,
) -> Result<(), Fail> {
    let name = change.id;
    let settings = change.topic_other_configs.into_iter().flatten().map(|c| (c.name, Some(c.value)));
    let retention = change.retention_time.map(|h| (RETENTION.to_owned(), Some((h * HOUR_MS).to_string())));
    let configs: BTreeMap<_, _> = settings.chain(retention).collect();
    if !configs.is_empty() {
        running.admin.alter_topic(&name, &configs).await?;
    }
    let now = running.admin.topic(&name).await?.partitions.len() as i64;
    if let Some(wanted) = change.new_partition_numbers
        && wanted > now
    {
        running.admin.grow_topic(&name, i32::try_from(wanted).unwrap_or(i32::MAX)).await?;
    }
    let mut rows = service.store.topics(instance.id.clone(), name.clone(), name.clone()).await?;
    let mut row = rows.remove(&name).unwrap_or_else(|| TopicRow {
        name: name.clone(),
        created_at: service.now(),
        ..TopicRow::default()
    });
    let set = |field: &mut bool, given: Option<bool>| *field = given.unwrap_or(*field);
    set(&mut row.sync_replication, change.sync_replication);
    set(&mut row.sync_message_flush, change.sync_message_flush);
    row.description = change.topic_desc.unwrap_or(row.description);
    service.store.put_topics(instance.id.clone(), vec![row]).await?;
    topics::changed(running, &name).await?;
    Ok(())
}

/// `kafka.DeleteTopics`: one result per topic.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<DeletedTopics, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: DeleteTopicsBody = call.body()?;
    check(body.check())?;
    let _changing = running.topics.changing.lock().await;
    let results = running.admin.delete_topics(&body.topics).await;
    let gone: Vec<String> = results.iter().filter(|(_, r)| r.is_ok()).map(|(name, _)| name.clone()).collect();
    gone.iter().for_each(|name| topics::deleted(&running, name));
    service.store.forget_topics(instance.id.clone(), gone.clone()).await?;
    access::changed(&service, &instance.id).await?;
    if !gone.is_empty() {
        tasks::done(&service, &call, &instance.id, "batchDeleteTopics", json!({ "topics": gone })).await?;
    }
    let topics = results.into_iter().map(|(id, result)| DeletedTopic { id, success: result.is_ok() });
    Ok(DeletedTopics { topics: topics.collect() })
}
