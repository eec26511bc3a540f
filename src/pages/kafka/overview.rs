//! One Kafka instance: its facts, its cluster, how to connect.

mod cluster;
mod connect;
mod snippet;

use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::Engine;
use dms_api::ops::kafka::ShowInstance;

use crate::data::use_query;
use crate::pages::instances::InstanceDetail;
use crate::prelude::*;

pub use cluster::ClusterSection;
use connect::ConnectSection;

/// The overview of a Kafka instance (K5.1.3, K5.2.5).
#[component]
pub fn KafkaPage(instance: String) -> AnyView {
    let query = use_query(move || Some(ShowInstance { instance_id: instance.clone() }));
    view! { <InstanceDetail query engine=Engine::Kafka extra=extra/> }.into_any()
}

fn extra(instance: Arc<Instance>) -> AnyView {
    let running = instance.status == InstanceStatus::Running;
    view! {
        <ClusterSection id=instance.instance_id.clone() running/>
        <ConnectSection instance/>
    }
    .into_any()
}
