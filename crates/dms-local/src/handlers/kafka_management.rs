//! The cluster (K5.2.5).

use std::sync::Arc;

use dms_api::models::kafka::{Broker, Cluster, ClusterAnswer};
use dms_api::record::Millis;

use super::kafka_topics::cluster;
use crate::call::Call;
use crate::fail::Fail;
use crate::service::Service;
use crate::{groups, topics};

/// `kafka.ShowCluster`.
pub async fn show_cluster(service: Arc<Service>, call: Call) -> Result<ClusterAnswer, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let all = topics::all(&service, &instance.id, &running).await?;
    let info = running.admin.cluster().await?;
    let groups = groups::all(&service, &instance.id, &running).await?;
    let partitions = || all.iter().flat_map(|topic| &topic.partitions);
    let brokers = info.brokers.iter().map(|broker| Broker {
        broker_id: broker.id.to_string(),
        host: broker.host.clone(),
        port: broker.port.into(),
        is_controller: broker.id == info.controller,
        version: instance.spec.engine_version.clone(),
        register_time: Some(Millis(running.since)),
        is_health: true,
        ..Default::default()
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
        ..Default::default()
    };
    Ok(ClusterAnswer { cluster })
}
