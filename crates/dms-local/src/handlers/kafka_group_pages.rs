//! The parts of a consumer group page by page, as today's SDKs ask for them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use dms_api::models::kafka::{
    DeletedGroupOffsets, DeletedOffsetsOf, GroupMemberPage, GroupOffsetPage, GroupPosition, GroupTopic,
    GroupTopicPage, MemberName,
};
use dms_api::ops::kafka::DeleteGroupOffsetsBody;

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail, HAS_MEMBERS, check};
use crate::groups::{self, Known};
use crate::kafka::{GroupMember, GroupOffset, OffsetAt};
use crate::service::Service;

/// Items of a page.
fn page<T>(all: Vec<T>, (offset, limit): (u64, u32)) -> (Vec<T>, u64) {
    let total = all.len() as u64;
    let skipped = all.into_iter().skip(usize::try_from(offset).unwrap_or(usize::MAX));
    (skipped.take(limit as usize).collect(), total)
}

async fn group(service: &Service, call: &Call) -> Result<(Arc<Running>, Known), Fail> {
    let (instance, running) = cluster(service, call).await?;
    let known = groups::one(service, &instance.id, &running, call.param("group")).await?;
    Ok((running, known))
}

/// `kafka.ListGroupMembers`.
pub async fn members(service: Arc<Service>, call: Call) -> Result<GroupMemberPage, Fail> {
    let (_, known) = group(&service, &call).await?;
    let (host, id) = (call.query("host").unwrap_or_default(), call.query("member_id").unwrap_or_default());
    let wanted = known.info.members.into_iter().filter(|m| m.host.contains(host) && m.id.contains(id));
    let names = wanted.map(|m| MemberName { member_id: m.id, client_id: m.client_id });
    let (members, total) = page(names.collect(), call.page(10)?);
    Ok(GroupMemberPage { members, total })
}

/// `kafka.ListGroupOffsets`.
pub async fn offsets(service: Arc<Service>, call: Call) -> Result<GroupOffsetPage, Fail> {
    let (running, known) = group(&service, &call).await?;
    let partition: Option<i32> = call.number("partition")?;
    let topic = call.query("topic");
    let mut places = running.admin.group_offsets(call.param("group")).await?;
    places.retain(|place| place.committed.is_some() && place.end.is_some());
    places.retain(|place| topic.is_none_or(|wanted| place.topic == wanted));
    // -1 means every partition, as everywhere.
    places.retain(|place| partition.is_none_or(|wanted| wanted < 0 || place.partition == wanted));
    let (places, total) = page(places, call.page(10)?);
    let wanted: Vec<(String, i32)> =
        places.iter().map(|place| (place.topic.clone(), place.partition)).collect();
    let starts = running.admin.offsets_of(&wanted, OffsetAt::Earliest).await?;
    let readers = readers(&known.info.members);
    let positions = places.into_iter().map(|place| {
        let key = (place.topic.clone(), place.partition);
        position(place, starts.get(&key).copied().unwrap_or_default(), readers.get(&key).copied())
    });
    Ok(GroupOffsetPage { group_message_offsets: positions.collect(), total })
}

/// Which member reads which partition.
fn readers(members: &[GroupMember]) -> HashMap<(String, i32), &GroupMember> {
    let assigned = members.iter().flat_map(|member| {
        let topics = member.assignment.iter();
        topics.flat_map(move |(topic, places)| places.iter().map(move |p| ((topic.clone(), *p), member)))
    });
    assigned.collect()
}

fn position(place: GroupOffset, start: i64, reader: Option<&GroupMember>) -> GroupPosition {
    GroupPosition {
        partition: place.partition.unsigned_abs(),
        topic: place.topic,
        message_current_offset: place.committed.unwrap_or_default().unsigned_abs(),
        message_log_start_offset: start.unsigned_abs(),
        message_log_end_offset: place.end.unwrap_or_default().unsigned_abs(),
        lag: place.lag.unwrap_or_default().unsigned_abs(),
        consumer_id: reader.map(|reader| reader.id.clone()).unwrap_or_default(),
        host: reader.map(|reader| format!("/{}", reader.host)).unwrap_or_default(),
        client_id: reader.map(|reader| reader.client_id.clone()).unwrap_or_default(),
        ..Default::default()
    }
}

/// `kafka.ListGroupTopics`.
pub async fn topics(service: Arc<Service>, call: Call) -> Result<GroupTopicPage, Fail> {
    let (running, _) = group(&service, &call).await?;
    let part = call.query("topic").unwrap_or_default();
    let mut by_name: BTreeMap<String, GroupTopic> = BTreeMap::new();
    for place in running.admin.group_offsets(call.param("group")).await? {
        if place.committed.is_none() || !place.topic.contains(part) {
            continue;
        }
        let topic = by_name
            .entry(place.topic.clone())
            .or_insert_with(|| GroupTopic { topic: place.topic, ..GroupTopic::default() });
        topic.partitions += 1;
        topic.lag += place.lag.unwrap_or_default().unsigned_abs();
    }
    let mut topics: Vec<GroupTopic> = by_name.into_values().collect();
    match call.query("sort_key") {
        None | Some("topic") => {}
        Some("partition") => topics.sort_by_key(|topic| topic.partitions),
        Some("messages") => topics.sort_by_key(|topic| topic.lag),
        Some(_) => return Err(Code::PARAMETER.because("sort_key is topic, partition or messages.")),
    }
    match call.query("sort_dir") {
        None | Some("asc") => {}
        Some("desc") => topics.reverse(),
        Some(_) => return Err(Code::PARAMETER.because("sort_dir is asc or desc.")),
    }
    let (topics, total) = page(topics, call.page(10)?);
    Ok(GroupTopicPage { topics, total })
}

/// `kafka.DeleteGroupOffsets`: one result per topic.
pub async fn delete_offsets(service: Arc<Service>, call: Call) -> Result<DeletedGroupOffsets, Fail> {
    let (running, known) = group(&service, &call).await?;
    let body: DeleteGroupOffsetsBody = call.body()?;
    check(body.check())?;
    if !known.info.members.is_empty() {
        return Err(Code::KAFKA_REFUSED.because(HAS_MEMBERS));
    }
    let name = call.param("group");
    let places = running.admin.group_offsets(name).await?;
    let mut topics = Vec::with_capacity(body.topics.len());
    for topic in body.topics {
        let of_topic = places.iter().filter(|place| place.topic == topic && place.committed.is_some());
        let partitions: Vec<(String, i32)> = of_topic.map(|p| (p.topic.clone(), p.partition)).collect();
        let outcome = match partitions.is_empty() {
            true => Err(Fail::from(Code::TOPIC_UNKNOWN)),
            false => running.admin.forget_offsets(name, &partitions).await.map_err(Fail::from),
        };
        let error_code = outcome.as_ref().err().map(|fail| fail.code().to_owned()).unwrap_or_default();
        topics.push(DeletedOffsetsOf { name: topic, success: outcome.is_ok(), error_code });
    }
    Ok(DeletedGroupOffsets { topics })
}
