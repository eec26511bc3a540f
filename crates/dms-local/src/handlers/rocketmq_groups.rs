//! Consumer groups (R5.2).

use std::sync::Arc;

use dms_api::models::rocketmq::{
    BrokerConsumption, ClientList, Consumption, CreatedGroup, Group, GroupList, JobAnswer, ResetOffsets,
};
use dms_api::ops::rocketmq::{DeleteGroupsBody, GroupBody, ModifyGroupsBody, ResetOffsetBody};
use dms_api::rules::RocketmqFacts;
use serde_json::json;

use super::rocketmq::{Asked, check, cut, neighbours, page};
use crate::call::Call;
use crate::fail::{Code, Fail};
use crate::rocketmq::{NewGroup, Page};
use crate::service::Service;
use crate::tasks;

/// `rocketmq.ListGroups`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<GroupList, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let (page, part) = (page(&call, 10)?, call.query("group").unwrap_or_default().to_owned());
    let everything = part.is_empty();
    let found = asked.ask(move |cluster, now| cluster.groups(&part, page, now)).await?;
    let all = if everything { found.total } else { count(&asked).await? };
    let (next_offset, previous_offset) = neighbours(page, found.total);
    Ok(GroupList {
        total: found.total,
        groups: found.items,
        max: asked.most(),
        remaining: asked.most().saturating_sub(all),
        next_offset,
        previous_offset,
    })
}

/// How many groups there are.
async fn count(asked: &Asked) -> Result<u64, Fail> {
    let none = Page { offset: 0, limit: 0 };
    Ok(asked.ask(move |cluster, now| cluster.groups("", none, now)).await?.total)
}

/// `rocketmq.CreateGroup`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedGroup, Fail> {
    only_create(&call)?;
    let asked = Asked::by(&service, &call).await?;
    let body: GroupBody = call.body()?;
    let brokers = asked.brokers();
    let names: Vec<&str> = brokers.iter().map(String::as_str).collect();
    check(body.check(&RocketmqFacts { brokers: &names, ..RocketmqFacts::default() }))?;
    if count(&asked).await? >= asked.most() {
        return Err(Code::TOO_MANY_GROUPS.into());
    }
    let name = body.name.clone();
    let group =
        NewGroup { enabled: true, from_beginning: true, retry_max: 16, brokers, ..NewGroup::default() };
    let group = changed(NewGroup { name: name.clone(), ..group }, body);
    asked.ask(move |cluster, now| cluster.create_group(&group, now)).await?;
    Ok(CreatedGroup { name })
}

/// Refuses a query that is neither of creating nor of deleting.
///
/// # Errors
/// DMS.00400064.
pub fn only_create(call: &Call) -> Result<(), Fail> {
    match call.query("action") {
        None | Some("create") => Ok(()),
        Some(other) => Err(Code::ACTION.because(other)),
    }
}

/// `rocketmq.DeleteGroups`: all or none, at once; the task only takes its time.
pub async fn delete_all(service: Arc<Service>, call: Call) -> Result<JobAnswer, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: DeleteGroupsBody = call.body()?;
    check(body.check())?;
    let params = json!({ "groups": body.groups });
    asked
        .ask(move |cluster, now| {
            body.groups.iter().try_for_each(|name| cluster.group(name, now).map(drop))?;
            cluster.delete_groups(&body.groups)
        })
        .await?;
    let job_id = tasks::begin(&service, &call, &asked.instance.id, "batchDeleteGroups", params).await?;
    Ok(JobAnswer { job_id })
}

/// `rocketmq.ModifyGroups`: all or none, at once; the task only takes its time.
pub async fn modify_all(service: Arc<Service>, call: Call) -> Result<JobAnswer, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: ModifyGroupsBody = call.body()?;
    let brokers = asked.brokers();
    let names: Vec<&str> = brokers.iter().map(String::as_str).collect();
    check(body.check(&RocketmqFacts { brokers: &names, ..RocketmqFacts::default() }))?;
    let mut groups = Vec::with_capacity(body.groups.len());
    for change in body.groups {
        groups.push(after(&asked, change.name.clone(), change).await?);
    }
    let params = json!({ "groups": groups.iter().map(|group| group.name.as_str()).collect::<Vec<_>>() });
    asked.ask(move |cluster, _| cluster.change_groups(&groups)).await?;
    let job_id = tasks::begin(&service, &call, &asked.instance.id, "batchUpdateGroups", params).await?;
    Ok(JobAnswer { job_id })
}

/// `rocketmq.DeleteGroup`.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let asked = Asked::by(&service, &call).await?;
    let name = call.param("group").to_owned();
    asked
        .ask(move |cluster, now| {
            cluster.group(&name, now)?;
            cluster.delete_groups(&[name])
        })
        .await
}

/// `rocketmq.ShowGroup`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<Group, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let name = call.param("group").to_owned();
    let group = asked.ask(move |cluster, now| cluster.group(&name, now)).await?;
    // Only the list has these two.
    Ok(Group { from_beginning: None, topic_subscription_count: None, ..group })
}

/// `rocketmq.ModifyGroup`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: GroupBody = call.body()?;
    let name = call.param("group").to_owned();
    if !body.name.is_empty() && body.name != name {
        return Err(Code::PARAMETER.because("name: a group keeps its name"));
    }
    let brokers = asked.brokers();
    let names: Vec<&str> = brokers.iter().map(String::as_str).collect();
    check(body.check_change(&RocketmqFacts { brokers: &names, ..RocketmqFacts::default() }))?;
    let group = after(&asked, name, body).await?;
    asked.ask(move |cluster, _| cluster.change_groups(&[group])).await
}

/// The group as it will be after a change.
async fn after(asked: &Asked, name: String, change: GroupBody) -> Result<NewGroup, Fail> {
    let old = asked.ask(move |cluster, now| cluster.group(&name, now)).await?;
    let old = NewGroup {
        name: old.name,
        enabled: old.enabled,
        broadcast: old.broadcast,
        from_beginning: old.from_beginning.unwrap_or_default(),
        orderly: old.consume_orderly.unwrap_or_default(),
        retry_max: old.retry_max_time,
        description: old.group_desc.unwrap_or_default(),
        brokers: old.brokers,
    };
    Ok(changed(old, change))
}

fn changed(old: NewGroup, change: GroupBody) -> NewGroup {
    let retries = change.retry_max_time.and_then(|n| u32::try_from(n).ok());
    NewGroup {
        enabled: change.enabled.unwrap_or(old.enabled),
        broadcast: change.broadcast.unwrap_or(old.broadcast),
        from_beginning: change.from_beginning.unwrap_or(old.from_beginning),
        orderly: change.consume_orderly.unwrap_or(old.orderly),
        retry_max: retries.unwrap_or(old.retry_max),
        description: change.group_desc.unwrap_or(old.description),
        brokers: change.brokers.filter(|brokers| !brokers.is_empty()).unwrap_or(old.brokers),
        name: old.name,
    }
}

/// `rocketmq.ShowConsumption`.
pub async fn consumption(service: Arc<Service>, call: Call) -> Result<Consumption, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let group = call.param("group").to_owned();
    let Some(topic) = call.query("topic").map(str::to_owned) else {
        let found =
            cut(asked.ask(move |cluster, _| cluster.topics_of_group(&group)).await?, page(&call, 10)?);
        return Ok(Consumption {
            topics: Some(found.items),
            total: Some(found.total),
            ..Consumption::default()
        });
    };
    let brokers = asked.ask(move |cluster, now| cluster.consumption(&group, &topic, now)).await?;
    let sum = |part: fn(&dms_api::models::rocketmq::QueueConsumption) -> i64| {
        brokers.iter().flat_map(|broker: &BrokerConsumption| &broker.queues).map(part).sum()
    };
    Ok(Consumption {
        lag: Some(sum(|queue| queue.lag)),
        max_offset: Some(sum(|queue| queue.broker_offset)),
        consumer_offset: Some(sum(|queue| queue.consumer_offset)),
        brokers: Some(brokers),
        ..Consumption::default()
    })
}

/// `rocketmq.ResetOffset`.
pub async fn reset(service: Arc<Service>, call: Call) -> Result<ResetOffsets, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let body: ResetOffsetBody = call.body()?;
    check(body.check())?;
    let group = call.param("group_id").to_owned();
    let reset = move |cluster: &dyn crate::rocketmq::RocketmqCluster, now| {
        cluster.reset(&group, &body.topic, body.timestamp, now)
    };
    Ok(ResetOffsets { queues: asked.ask(reset).await? })
}

/// `rocketmq.ListClients`.
pub async fn clients(service: Arc<Service>, call: Call) -> Result<ClientList, Fail> {
    let asked = Asked::by(&service, &call).await?;
    let (group_name, page) = (call.param("group").to_owned(), page(&call, 10)?);
    let group = group_name.clone();
    let all = asked.ask(move |cluster, now| cluster.clients(&group, now)).await?;
    let consistent = all.windows(2).all(|pair| match pair {
        [one, other] => one.subscriptions == other.subscriptions,
        _ => true,
    });
    let mut found = cut(all, page);
    if call.query("is_detail") == Some("false") {
        found.items.iter_mut().for_each(|client| client.subscriptions.clear());
    }
    let (next_offset, previous_offset) = neighbours(page, found.total);
    Ok(ClientList {
        group_name,
        online: found.total > 0,
        subscription_consistency: consistent,
        total: found.total,
        next_offset,
        previous_offset,
        clients: found.items,
    })
}
