//! Creating and changing RocketMQ instances (R5.1.1, R5.1.5).

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::CreatedInstance;
use dms_api::ops::rocketmq::{CreateInstanceBody, ModifyInstanceBody};

use super::instances;
use super::kafka_instances::{self, place, set, taken};
use super::order::ordered;
use crate::call::Call;
use crate::fail::{Code, Fail, check};
use crate::instance::InstanceSpec;
use crate::service::Service;
use crate::tables::{offer, windows};

/// `rocketmq.CreateInstance`. The path is the same for Kafka instances that are paid by the hour, as the SDK
/// creates them; the body tells.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedInstance, Fail> {
    let body: CreateInstanceBody = call.body()?;
    match Engine::parse(&body.engine) {
        Some(Engine::RocketMq) => order(&service, &call).await,
        Some(Engine::Kafka) => kafka_instances::order(&service, &call).await,
        None => Err(Code::PARAMETER.because("engine")),
    }
}

/// Checks the order and begins to carry it out.
///
/// # Errors
/// The code of the first field that is wrong, or of the quota.
pub async fn order(service: &Service, call: &Call) -> Result<CreatedInstance, Fail> {
    let body: CreateInstanceBody = call.body()?;
    check(body.check(&offer(Engine::RocketMq).facts()))?;
    let spec = InstanceSpec {
        enable_acl: body.enable_acl.unwrap_or_default(),
        ..ordered!(body, windows::choose(None, None).unwrap_or_default())
    };
    place(service, call, body.name, spec, Engine::RocketMq, Vec::new()).await
}

/// `rocketmq.ModifyInstance`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let mut instance = instances::own_running(&service, &call).await?;
    let body: ModifyInstanceBody = call.body()?;
    check(body.check())?;
    let spec = &mut instance.spec;
    set(&mut instance.name, body.name);
    set(&mut spec.description, body.description);
    set(&mut spec.security_group_id, body.security_group_id);
    set(&mut spec.enable_acl, body.enable_acl);
    set(&mut spec.enable_publicip, body.enable_publicip);
    set(&mut spec.publicip_id, body.publicip_id);
    let changed = instance.clone();
    service.store.update_instance(instance).await?.map_err(taken)?;
    Ok(service.rocketmq.start(&changed)?)
}
