//! Consumer groups: list, show, create, describe, delete, move (K5.2.6-8, K5.2.12-14).

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use dms_api::models::kafka::{
    Assignment, Coordinator, CoordinatorList, DeletedGroups, FailedGroup, Group, GroupAnswer, GroupList,
    GroupMember, GroupOffset, GroupState, GroupSummary,
};
use dms_api::ops::kafka::{DeleteGroupsBody, GroupBody, ModifyGroupsBody, ResetOffsetBody, ResetTo};
use dms_api::record::Millis;
use futures::{StreamExt, stream};
use serde_json::json;

use super::kafka_topics::cluster;
use crate::call::{Answer, Call};
use crate::clusters::Running;
use crate::fail::{Code, Fail, HAS_MEMBERS, check};
use crate::groups;
use crate::kafka::{ErrorKind, GroupListing, GroupMember as Member, KafkaError, OffsetAt};
use crate::service::Service;
use crate::store::KafkaGroup;
use crate::tasks;

/// Questions to the cluster at a time.
const PARALLEL: usize = 8;

/// `kafka.ListGroups`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<GroupList, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let (offset, limit) = call.page(10)?;
    let part = call.query("group").unwrap_or_default();
    let mut all = groups::all(&service, &instance.id, &running).await?;
    all.retain(|(group, _)| group.id.contains(part));
    let total = all.len() as u64;
    let page = all.into_iter().skip(usize::try_from(offset).unwrap_or(usize::MAX)).take(limit as usize);
    let groups = stream::iter(page)
        .map(|(group, row)| summary(&running, group, row))
        .buffered(PARALLEL)
        .collect()
        .await;
    Ok(GroupList { groups, total })
}

async fn summary(running: &Running, group: GroupListing, row: KafkaGroup) -> GroupSummary {
    // A group that was deleted meanwhile has no lag.
    let offsets = running.admin.group_offsets(&group.id).await.unwrap_or_default();
    let lag = offsets.iter().filter_map(|place| place.lag).map(i64::unsigned_abs).sum();
    let coordinator_id = match groups::located(running, group.clone()).await {
        Ok(located) => located.coordinator,
        Err(_) => group.coordinator,
    };
    GroupSummary {
        group_id: group.id,
        state: GroupState::from_word(group.state.as_str()),
        coordinator_id,
        group_desc: Some(row.description),
        lag: Some(lag),
        created_at: Some(Millis(row.created_at)),
        ..GroupSummary::default()
    }
}

/// `kafka.ShowGroupDetail`, which tells nothing of what DMS itself keeps.
pub async fn show_detail(service: Arc<Service>, call: Call) -> Result<GroupAnswer, Fail> {
    let group = show(service, call).await?.group;
    Ok(GroupAnswer { group: Group { group_desc: None, created_at: None, ..group } })
}

/// `kafka.ShowGroup`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<GroupAnswer, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let name = call.param("group");
    let known = groups::one(&service, &instance.id, &running, name).await?;
    let (coordinator_id, offsets) =
        futures::try_join!(running.admin.coordinator(name), running.admin.group_offsets(name))?;
    let offsets = offsets.into_iter().filter_map(|place| {
        Some(GroupOffset {
            partition: place.partition.unsigned_abs(),
            lag: place.lag.map(i64::unsigned_abs),
            message_current_offset: Some(place.committed?.unsigned_abs()),
            message_log_end_offset: Some(place.end?.unsigned_abs()),
            topic: place.topic,
            ..Default::default()
        })
    });
    let group = Group {
        group_id: known.info.id,
        state: GroupState::from_word(known.info.state.as_str()),
        coordinator_id,
        members: known.info.members.into_iter().map(member).collect(),
        group_message_offsets: offsets.collect(),
        assignment_strategy: known.info.assignor.unwrap_or_default(),
        group_desc: Some(known.row.description),
        created_at: Some(Millis(known.row.created_at)),
        ..Group::default()
    };
    Ok(GroupAnswer { group })
}

/// A member as K5.2.6 shows it: its address has Kafka's slash.
fn member(member: Member) -> GroupMember {
    let assignment = member.assignment.into_iter().map(|(topic, partitions)| Assignment {
        topic,
        partitions: partitions.into_iter().map(i32::unsigned_abs).collect(),
    });
    GroupMember {
        host: format!("/{}", member.host),
        assignment: assignment.collect(),
        member_id: member.id,
        client_id: member.client_id,
        ..Default::default()
    }
}

/// `kafka.ListCoordinators`.
pub async fn coordinators(service: Arc<Service>, call: Call) -> Result<CoordinatorList, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let mut listed = Vec::new();
    for (group, _) in groups::all(&service, &instance.id, &running).await? {
        listed.push(groups::located(&running, group).await?);
    }
    let coordinators = listed.into_iter().map(|group| {
        let broker = running.brokers.iter().find(|broker| broker.id == group.coordinator);
        Coordinator {
            group_id: group.id,
            id: group.coordinator,
            host: broker.map(|broker| broker.host.clone()).unwrap_or_default(),
            port: broker.map_or(0, |broker| broker.port.into()),
            ..Default::default()
        }
    });
    Ok(CoordinatorList { coordinators: coordinators.collect() })
}

/// `kafka.CreateGroup`. Kafka makes groups when somebody joins them: until then only DMS knows of it. The answer is
/// the bare word that the cloud answers, which is no JSON.
pub async fn create(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: GroupBody = call.body()?;
    let existing = groups::all(&service, &instance.id, &running).await?;
    let names: Vec<&str> = existing.iter().map(|(group, _)| group.id.as_str()).collect();
    check(body.check(&names))?;
    let row = KafkaGroup {
        name: body.group_name,
        created_at: service.now(),
        description: body.group_desc.unwrap_or_default(),
        declared: true,
    };
    service.store.put_kafka_groups(instance.id, vec![row]).await?;
    Ok(Answer { body: Bytes::from_static(b"success"), ..Answer::default() })
}

/// `kafka.ModifyGroup`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: GroupBody = call.body()?;
    check(body.check_change())?;
    let name = call.param("group");
    if !body.group_name.is_empty() && body.group_name != name {
        return Err(Code::PARAMETER.because("group_name: a group cannot be renamed."));
    }
    let mut row = groups::one(&service, &instance.id, &running, name).await?.row;
    row.description = body.group_desc.unwrap_or(row.description);
    Ok(service.store.put_kafka_groups(instance.id, vec![row]).await?)
}

/// `kafka.ModifyGroups`: everything is checked before anything is changed.
pub async fn modify_all(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: ModifyGroupsBody = call.body()?;
    check(body.check())?;
    let mut rows = Vec::with_capacity(body.groups.len());
    for group in body.groups {
        let mut row = groups::one(&service, &instance.id, &running, &group.group_name).await?.row;
        row.description = group.group_desc.unwrap_or(row.description);
        rows.push(row);
    }
    Ok(service.store.put_kafka_groups(instance.id, rows).await?)
}

/// `kafka.DeleteGroup`.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    remove(&service, &instance.id, &running, call.param("group")).await
}

/// `kafka.DeleteGroups`: those that fail are told with their reason.
pub async fn delete_all(service: Arc<Service>, call: Call) -> Result<DeletedGroups, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: DeleteGroupsBody = call.body()?;
    check(body.check())?;
    let (mut gone, mut failed_groups) = (Vec::new(), Vec::new());
    for group_id in body.group_ids {
        match remove(&service, &instance.id, &running, &group_id).await {
            Ok(()) => gone.push(group_id),
            Err(fail) => failed_groups.push(FailedGroup {
                group_id,
                error_message: fail.message().to_owned(),
                ..Default::default()
            }),
        }
    }
    if !gone.is_empty() {
        let params = json!({ "group_ids": gone });
        tasks::done(&service, &call, &instance.id, "batchDeleteGroups", params).await?;
    }
    Ok(DeletedGroups { total: failed_groups.len() as u64, failed_groups })
}

async fn remove(service: &Service, instance_id: &str, running: &Running, name: &str) -> Result<(), Fail> {
    groups::one(service, instance_id, running, name).await?;
    match running.admin.delete_group(name).await {
        Ok(()) => {}
        // Only DMS knew of it.
        Err(error) if error.kind() == ErrorKind::UnknownGroup => {}
        Err(error) => return Err(error.into()),
    }
    Ok(service.store.forget_kafka_group(instance_id.to_owned(), name.to_owned()).await?)
}

/// `kafka.ResetOffset` and `kafka.ResetGroupOffset`.
pub async fn reset(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: ResetOffsetBody = call.body()?;
    check(body.check())?;
    let name = call.param("group");
    let known = groups::one(&service, &instance.id, &running, name).await?;
    if !known.info.members.is_empty() {
        return Err(Code::KAFKA_REFUSED.because(HAS_MEMBERS));
    }
    let places = places(&running, &body).await?;
    Ok(running.admin.move_group(name, &places).await?)
}

/// Where the group goes, by partition. What lies outside a partition means its nearest end.
async fn places(running: &Running, body: &ResetOffsetBody) -> Result<BTreeMap<(String, i32), i64>, Fail> {
    let topic = running.admin.topic(&body.topic).await?;
    let wanted: Vec<(String, i32)> = topic
        .partitions
        .iter()
        .filter(|known| body.partition.is_none_or(|wanted| i64::from(wanted) == i64::from(known.partition)))
        .map(|known| (body.topic.clone(), known.partition))
        .collect();
    if wanted.is_empty() {
        return Err(
            Code::KAFKA_REFUSED.because(format_args!("The topic has no partition {:?}.", body.partition))
        );
    }
    let (starts, mut ends) = ends_of(running, &wanted).await?;
    match body.to {
        ResetTo::Time(at) => Ok(running.admin.offsets_of(&wanted, OffsetAt::Time(at)).await?),
        ResetTo::Offset(offset) => {
            for (place, end) in &mut ends {
                let start = starts.get(place).copied().unwrap_or_default();
                *end = offset.min(*end).max(start);
            }
            Ok(ends)
        }
    }
}

/// First and next offsets, by partition.
type Ends = BTreeMap<(String, i32), i64>;

/// Where partitions begin and end.
pub async fn ends_of(running: &Running, wanted: &[(String, i32)]) -> Result<(Ends, Ends), KafkaError> {
    futures::try_join!(
        running.admin.offsets_of(wanted, OffsetAt::Earliest),
        running.admin.offsets_of(wanted, OffsetAt::Latest),
    )
}
