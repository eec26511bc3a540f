//! `/rocketmq/{instance}`: the overview.

use dms_api::operation::Engine;
use dms_api::ops::rocketmq::ShowInstance;
use leptos::prelude::*;

use crate::data::use_query;
use crate::pages::instances::InstanceDetail;

/// The overview of a RocketMQ instance (R5.1.3).
#[component]
pub fn RocketMqOverviewPage(instance: String) -> AnyView {
    let query = use_query(move || Some(ShowInstance { instance_id: instance.clone() }));
    view! { <InstanceDetail query engine=Engine::RocketMq extra=|_| ().into_any()/> }.into_any()
}
