//! Topics (R5.3).

use std::sync::Arc;

use dms_api::models::rocketmq::{CreatedTopic, JobAnswer, Topic, TopicGroups, TopicList, TopicStatus};
use dms_api::ops::rocketmq::{CreateTopicBody, DeleteTopicsBody, ModifyTopicBody};
use dms_api::rules::RocketmqFacts;
use serde_json::json;

use super::rocketmq::{Asked, check, cut, neighbours, page};
use super::rocketmq_groups::only_create;
use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::rocketmq::{Page, Topic as NewTopic};
use crate::service::Service;
use crate::tasks;

/// Queues on each broker of a topic that is ordered without a number.
const QUEUES: i64 = 3;

/// `rocketmq.ListTopics`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<TopicList, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let page = page(&call, 10)?;
    let found = asked.ask(move |cluster, _| cluster.topics(page)).await?;
    let (next_offset, previous_offset) = neighbours(page, found.total);
    Ok(TopicList {
        total: found.total,
        max: asked.most(),
        remaining: asked.most().saturating_sub(found.total),
        next_offset,
        previous_offset,
        topics: found.items,
    })
}

/// `rocketmq.CreateTopic`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedTopic, Fail> {
    only_create(&call)?;
    let asked = Asked::by(&service, &call).await?;
    let body: CreateTopicBody = call.body()?;
    let brokers = asked.brokers();
    let names: Vec<&str> = brokers.iter().map(String::as_str).collect();
    check(body.check(&RocketmqFacts { brokers: &names, ..RocketmqFacts::default() }))?;
    let none = Page { offset: 0, limit: 0 };
    if asked.ask(move |cluster, _| cluster.topics(none)).await?.total >= asked.most() {
        return Err(Code::QUOTA.into());
    }
    let topic = NewTopic {
        name: body.name.clone(),
        permission: body.permission.clone().unwrap_or_else(|| "all".to_owned()),
        message_type: body.message_type.clone().unwrap_or_default(),
        description: String::new(),
        queues: new_queues(&body, brokers),
    };
    let id = topic.name.clone();
    asked.ask(move |cluster, now| cluster.create_topic(&topic, now)).await?;
    Ok(CreatedTopic { id })
}

/// The queues that an order wants: those it lists, or so many on each of its brokers.
fn new_queues(body: &CreateTopicBody, all: Vec<String>) -> Vec<(String, u32, u32)> {
    let number = |n: Option<i64>| u32::try_from(n.unwrap_or(QUEUES)).unwrap_or_default();
    if let Some(list) = body.queues.as_ref().filter(|list| !list.is_empty()) {
        let entry = |entry: &dms_api::ops::rocketmq::NewQueues| {
            (entry.broker.clone(), number(entry.queue_num), number(entry.queue_num))
        };
        return list.iter().map(entry).collect();
    }
    let brokers = body.brokers.clone().filter(|brokers| !brokers.is_empty()).unwrap_or(all);
    brokers.into_iter().map(|broker| (broker, number(body.queue_num), number(body.queue_num))).collect()
}

/// `rocketmq.DeleteTopics`: all or none, at once; the task only takes its time.
pub async fn delete_all(service: Arc<Service>, call: Call) -> Result<JobAnswer, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: DeleteTopicsBody = call.body()?;
    check(body.check())?;
    let params = json!({ "topics": body.topics });
    asked
        .ask(move |cluster, _| {
            body.topics.iter().try_for_each(|name| cluster.topic(name).map(drop))?;
            cluster.delete_topics(&body.topics)
        })
        .await?;
    let job_id = tasks::begin(&service, &call, &asked.instance.id, "batchDeleteTopics", params).await?;
    Ok(JobAnswer { job_id })
}

/// `rocketmq.DeleteTopic`.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let asked = Asked::by(&service, &call).await?;
    let name = call.param("topic").to_owned();
    asked
        .ask(move |cluster, _| {
            cluster.topic(&name)?;
            cluster.delete_topics(&[name])
        })
        .await
}

/// `rocketmq.ShowTopic`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<Topic, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let name = call.param("topic").to_owned();
    asked.ask(move |cluster, _| cluster.topic(&name)).await
}

/// `rocketmq.ModifyTopic`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: ModifyTopicBody = call.body()?;
    let name = call.param("topic").to_owned();
    let old = asked.ask(move |cluster, _| cluster.topic(&name)).await?;
    let brokers: Vec<&str> = old.brokers.iter().map(|broker| broker.broker_name.as_str()).collect();
    check(body.check(&brokers))?;
    let count = i64::try_from(brokers.len()).unwrap_or(1).max(1);
    let each = |total: Option<i64>, old: u32| {
        total.and_then(|total| u32::try_from(total / count).ok()).unwrap_or(old)
    };
    let queues = old.brokers.iter().map(|broker| {
        let entry = body.queues.iter().flatten().find(|entry| entry.broker == broker.broker_name);
        let own =
            |wanted: Option<i64>, shared: u32| wanted.and_then(|n| u32::try_from(n).ok()).unwrap_or(shared);
        let read = each(body.read_queue_num, broker.read_queue_num);
        let write = each(body.write_queue_num, broker.write_queue_num);
        let read = own(entry.and_then(|entry| entry.read_queue_num), read);
        (broker.broker_name.clone(), read, own(entry.and_then(|entry| entry.write_queue_num), write))
    });
    let topic = NewTopic {
        queues: queues.collect(),
        permission: body.permission.unwrap_or_else(|| old.permission.as_str().to_owned()),
        message_type: old.message_type.unwrap_or_default(),
        description: body.topic_desc.or(old.topic_desc).unwrap_or_default(),
        name: old.name,
    };
    asked.ask(move |cluster, _| cluster.change_topic(&topic)).await
}

/// `rocketmq.ListTopicGroups`.
pub async fn groups(service: Arc<Service>, call: Call) -> Result<TopicGroups, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let (name, page) = (call.param("topic").to_owned(), page(&call, 10)?);
    let found = cut(asked.ask(move |cluster, _| cluster.groups_of_topic(&name)).await?, page);
    Ok(TopicGroups { groups: found.items, total: Some(found.total) })
}

/// `rocketmq.ShowTopicStatus`.
pub async fn status(service: Arc<Service>, call: Call) -> Result<TopicStatus, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let name = call.param("topic").to_owned();
    let brokers = asked.ask(move |cluster, _| cluster.topic_status(&name)).await?;
    let sum = |part: fn(&dms_api::models::rocketmq::QueueStatus) -> u64| {
        Some(brokers.iter().flat_map(|broker| &broker.queues).map(part).sum())
    };
    Ok(TopicStatus {
        max_offset: sum(|queue| queue.max_offset),
        min_offset: sum(|queue| queue.min_offset),
        brokers,
    })
}
