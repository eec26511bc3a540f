//! Version 1 of the API (K7.1): the same instances and topics in older shapes.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::kafka::{MaintainWindowList, V1ProductList};
use dms_api::models::{ActionResults, CreatedInstance};
use dms_api::ops::kafka::v1::{ActionBody, CreateInstanceBody};
use dms_api::ops::shared::InstanceActionBody;
use dms_api::rules::V1Flavour;

use super::{instances, kafka_instances, kafka_topics, tables};
use crate::call::{Answer, Call};
use crate::fail::{Code, Fail, check};
use crate::service::Service;
use crate::tables::{offer, v1};
use crate::views;

/// `kafka.V1CreateInstance`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedInstance, Fail> {
    let body: CreateInstanceBody = call.body()?;
    check(body.check(&offer(Engine::Kafka).facts()))?;
    let flavour = V1Flavour::find(&body.product_id).ok_or(Code::PRODUCT_ID)?;
    let order = body.as_version_2();
    let tags = order.tags.iter().flatten().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
    let mut spec = kafka_instances::spec(&order)?;
    spec.product_id = flavour.product_id.to_owned();
    spec.storage_space = body.storage_space.unsigned_abs();
    let bandwidth = body.public_bandwidth.as_deref().filter(|_| spec.enable_publicip);
    spec.kafka.public_bandwidth = bandwidth.and_then(|text| text.trim().parse().ok()).unwrap_or_default();
    kafka_instances::place(&service, &call, body.name, spec, Engine::Kafka, tags).await
}

/// `kafka.V1ShowInstance`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    Answer::json(&views::v1::shown(&instances::show(service, call).await?))
}

/// `kafka.V1ListInstances`: the query has other names, and pages are counted from 1.
pub async fn list(service: Arc<Service>, mut call: Call) -> Result<Answer, Fail> {
    let start: u64 = call.number("start")?.unwrap_or(1);
    for (name, _) in &mut call.query {
        let renamed = match name.as_str() {
            "id" => "instance_id",
            "includeFailure" => "include_failure",
            "exactMatchName" => "exact_match_name",
            _ => continue,
        };
        renamed.clone_into(name);
    }
    call.query.push(("offset".to_owned(), start.saturating_sub(1).to_string()));
    Answer::json(&views::v1::instances(&instances::page(&service, &call, instances::QUOTA).await?))
}

/// `kafka.V1BatchAction`.
pub async fn batch(service: Arc<Service>, call: Call) -> Result<ActionResults, Fail> {
    let ActionBody { action, instances, all_failure } = call.body()?;
    let body = InstanceActionBody { action, instances, all_failure, force_delete: None };
    instances::act(&service, &call, body).await
}

/// `kafka.V1CreateTopic`.
pub async fn create_topic(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    let created = kafka_topics::create(service, call).await?;
    Answer::json(&views::v1::created_topic(&created.name))
}

/// `kafka.V1ListTopics`.
pub async fn list_topics(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    Answer::json(&views::v1::topics(&kafka_topics::list(service, call).await?))
}

/// `kafka.V1ListAvailableZones`.
pub async fn zones(service: Arc<Service>, call: Call) -> Result<Answer, Fail> {
    Answer::json(&views::v1::zones(&tables::zones(service, call).await?))
}

/// `kafka.V1ListProducts`.
pub async fn products(_: Arc<Service>, call: Call) -> Result<V1ProductList, Fail> {
    match call.query("engine") {
        Some("kafka") => Ok(v1::answer()),
        _ => Err(Code::PARAMETER.because("engine")),
    }
}

/// `kafka.V1ListMaintainWindows`: full times.
pub async fn maintain_windows(service: Arc<Service>, call: Call) -> Result<MaintainWindowList, Fail> {
    let mut answer = tables::maintain_windows(service, call).await?;
    for window in &mut answer.maintain_windows {
        window.begin.push_str(":00:00");
        window.end.push_str(":00:00");
    }
    Ok(answer)
}
