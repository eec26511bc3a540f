//! `/rocketmq/{instance}`: the overview.

mod access;
mod brokers;
mod monitoring;
mod networks;

use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::Engine;
use dms_api::ops::rocketmq::ShowInstance;

use crate::data::use_query;
use crate::pages::instances::InstanceDetail;
use crate::prelude::*;

use access::AccessSection;
use brokers::BrokersSection;
use monitoring::MonitoringSection;
use networks::NetworksSection;

/// The overview of a RocketMQ instance (R5.1.3).
#[component]
pub fn RocketMqOverviewPage(instance: String) -> AnyView {
    let query = use_query(move || Some(ShowInstance { instance_id: instance.clone() }));
    view! { <InstanceDetail query engine=Engine::RocketMq extra/> }.into_any()
}

fn extra(instance: Arc<Instance>) -> AnyView {
    let running = instance.status == InstanceStatus::Running;
    let id = instance.instance_id.clone();
    view! {
        <AccessSection instance=Arc::clone(&instance) running/>
        <BrokersSection id=id.clone() running/>
        <NetworksSection instance/>
        <MonitoringSection id running/>
    }
    .into_any()
}
