//! The cluster and its consumer groups (K5.2.5, K5.2.12).

use std::sync::Arc;

use dms_api::models::kafka::{Broker, Cluster, ClusterAnswer, GroupList, GroupState, GroupSummary};
use dms_api::record::Millis;
use futures::{StreamExt, stream};

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::Fail;
use crate::kafka::GroupListing;
use crate::service::Service;
use crate::topics;

/// Questions to the cluster at a time.
const PARALLEL: usize = 8;

/// `kafka.ShowCluster`.
pub async fn show_cluster(service: Arc<Service>, call: Call) -> Result<ClusterAnswer, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let all = topics::all(&service, &instance.id, &running).await?;
    let (info, groups) = futures::try_join!(running.admin.cluster(), running.admin.groups())?;
    let partitions = || all.iter().flat_map(|topic| &topic.partitions);
    let brokers = info.brokers.iter().map(|broker| Broker {
        broker_id: broker.id.to_string(),
        host: broker.host.clone(),
        port: broker.port.into(),
        is_controller: broker.id == info.controller,
        version: instance.spec.engine_version.clone(),
        register_time: Some(Millis(running.since)),
        is_health: true,
    });
    let cluster = Cluster {
        controller: info.controller.to_string(),
        brokers: brokers.collect(),
        topics_count: all.len() as u64,
        partitions_count: partitions().count() as u64,
        online_partitions_count: partitions().filter(|p| p.leader.is_some()).count() as u64,
        replicas_count: partitions().map(|p| p.replicas.len() as u64).sum(),
        isr_replicas_count: partitions().map(|p| p.isr.len() as u64).sum(),
        consumers_count: groups.len() as u64,
    };
    Ok(ClusterAnswer { cluster })
}

/// `kafka.ListGroups`.
pub async fn list_groups(service: Arc<Service>, call: Call) -> Result<GroupList, Fail> {
    let (_, running) = cluster(&service, &call).await?;
    let (offset, limit) = call.page(10)?;
    let part = call.query("group").unwrap_or_default();
    let mut groups = running.admin.groups().await?;
    groups.retain(|group| group.id.contains(part));
    let total = groups.len() as u64;
    let page = groups.into_iter().skip(usize::try_from(offset).unwrap_or(usize::MAX)).take(limit as usize);
    let groups = stream::iter(page).map(|group| summary(&running, group)).buffered(PARALLEL).collect().await;
    Ok(GroupList { groups, total })
}

async fn summary(running: &Running, group: GroupListing) -> GroupSummary {
    // A group that was deleted meanwhile has no lag.
    let offsets = running.admin.group_offsets(&group.id).await.unwrap_or_default();
    let lag = offsets.iter().filter_map(|place| place.lag).map(i64::unsigned_abs).sum();
    GroupSummary {
        group_id: group.id,
        state: GroupState::from_word(group.state.as_str()),
        coordinator_id: group.coordinator,
        group_desc: Some(String::new()),
        lag: Some(lag),
        ..GroupSummary::default()
    }
}
