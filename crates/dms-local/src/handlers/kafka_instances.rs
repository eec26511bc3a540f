//! Creating and changing Kafka instances (K5.1.1, K5.1.5).

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::{CreatedInstance, InstanceStatus};
use dms_api::ops::kafka::{BssParam, CreateInstanceBody, ModifyInstanceBody};
use serde_json::json;
use uuid::Uuid;

use super::instances::{self, QUOTA};
use super::order::ordered;
use crate::auth::password;
use crate::call::Call;
use crate::fail::{Code, Fail, check};
use crate::instance::{Billing, Instance, InstanceSpec, KafkaSpec};
use crate::lifecycle;
use crate::service::Service;
use crate::store::{JobKind, NewInstance, Taken};
use crate::tables::{offer, windows};
use crate::tasks;

/// `kafka.CreateInstance`. The path names the engine; RocketMQ's SDK creates its prepaid instances here too.
pub async fn create(service: Arc<Service>, call: Call) -> Result<CreatedInstance, Fail> {
    match Engine::parse(call.param("engine")) {
        Some(Engine::Kafka) => order(&service, &call).await,
        Some(Engine::RocketMq) => super::rocketmq_instances::order(&service, &call).await,
        None => Err(Code::PARAMETER.because("engine")),
    }
}

/// Checks the order and begins to carry it out.
///
/// # Errors
/// The code of the first field that is wrong, or of the quota.
pub async fn order(service: &Service, call: &Call) -> Result<CreatedInstance, Fail> {
    let body: CreateInstanceBody = call.body()?;
    check(body.check(&offer(Engine::Kafka).facts()))?;
    let tags = body.tags.iter().flatten().map(|tag| (tag.key.clone(), tag.value.clone())).collect();
    place(service, call, body.name.clone(), spec(&body)?, Engine::Kafka, tags).await
}

/// Adds an instance of either engine and begins to create it.
///
/// # Errors
/// DMS.00400060 for a name that is taken, DMS.00400035 when the quota is used up.
pub async fn place(
    service: &Service,
    call: &Call,
    name: String,
    spec: InstanceSpec,
    engine: Engine,
    tags: Vec<(String, String)>,
) -> Result<CreatedInstance, Fail> {
    let id = Uuid::new_v4().to_string();
    let instance = Instance {
        id: id.clone(),
        project_id: call.param("project_id").to_owned(),
        engine,
        name,
        status: InstanceStatus::Creating,
        created_at: service.now(),
        spec,
    };
    let params = json!({
        "name": instance.name, "engine": engine.as_str(), "product_id": instance.spec.product_id,
        "broker_num": instance.spec.broker_num, "storage_space": instance.spec.storage_space
    });
    let job = lifecycle::job(service, &id, JobKind::Create).by(&call.caller.user_id).with(params);
    let job = Some(job);
    service.store.add_instance(NewInstance { instance, tags, job }, QUOTA).await?.map_err(taken)?;
    service.alarm.ring();
    Ok(CreatedInstance { instance_id: id })
}

/// The code for a name or a quota that is taken.
pub fn taken(why: Taken) -> Fail {
    match why {
        Taken::Name => Code::NAME_TAKEN.into(),
        Taken::Quota => Code::INSTANCE_QUOTA.into(),
    }
}

/// What is kept of an order.
///
/// # Errors
/// DMS.00400106 for a maintenance window that is none.
pub fn spec(body: &CreateInstanceBody) -> Result<InstanceSpec, Fail> {
    let window = windows::choose(body.maintain_begin.as_deref(), body.maintain_end.as_deref());
    Ok(InstanceSpec {
        disk_encrypted: body.disk_encrypted_enable.unwrap_or_default(),
        disk_encrypted_key: body.disk_encrypted_key.clone().unwrap_or_default(),
        kafka: kafka_spec(body, body.ssl_enable == Some(true)),
        billing: billing(body.bss_param.as_ref()),
        ..ordered!(body, window.ok_or(Code::WINDOW)?)
    })
}

fn kafka_spec(body: &CreateInstanceBody, sasl: bool) -> KafkaSpec {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let or = |value: &Option<String>, default: &str| match value {
        Some(given) if !given.is_empty() => given.clone(),
        _ => default.to_owned(),
    };
    let hashed = |value: &Option<dms_api::Secret>| {
        value.as_ref().map_or_else(String::new, |p| password::hash(p.expose()))
    };
    let given = body.sasl_enabled_mechanisms.clone().unwrap_or_default();
    let mechanisms = if given.is_empty() { vec!["PLAIN".to_owned()] } else { given };
    KafkaSpec {
        access_user: if sasl { text(&body.access_user) } else { String::new() },
        access_password: if sasl { hashed(&body.password) } else { String::new() },
        manager_user: text(&body.kafka_manager_user),
        manager_password: hashed(&body.kafka_manager_password),
        security_protocol: if sasl { or(&body.kafka_security_protocol, "SASL_SSL") } else { String::new() },
        sasl_mechanisms: if sasl { mechanisms } else { Vec::new() },
        retention_policy: or(&body.retention_policy, "produce_reject"),
        enable_auto_topic: body.enable_auto_topic.unwrap_or_default(),
        connector_enable: body.connector_enable.unwrap_or_default(),
        vpc_client_plain: body.vpc_client_plain.unwrap_or_default(),
        ..KafkaSpec::default()
    }
}

fn billing(bss: Option<&BssParam>) -> Billing {
    let Some(bss) = bss.filter(|bss| bss.charging_mode.as_deref() == Some(BssParam::PREPAID)) else {
        return Billing::default();
    };
    Billing {
        prepaid: true,
        period_type: bss.period_type.clone().unwrap_or_default(),
        period_num: bss.period_num.and_then(|n| u32::try_from(n).ok()).unwrap_or_default(),
        auto_renew: bss.is_auto_renew.unwrap_or_default(),
        order_id: format!("CS{}", &Uuid::new_v4().simple().to_string()[..16].to_uppercase()),
    }
}

/// `kafka.ModifyInstance`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let mut instance = instances::own_running(&service, &call).await?;
    let body: ModifyInstanceBody = call.body()?;
    check(body.check())?;
    let spec = &mut instance.spec;
    if body.maintain_begin.is_some() || body.maintain_end.is_some() {
        let window = windows::choose(body.maintain_begin.as_deref(), body.maintain_end.as_deref());
        (spec.maintain_begin, spec.maintain_end) = window.ok_or(Code::WINDOW)?;
    }
    set(&mut instance.name, body.name);
    set(&mut spec.description, body.description);
    set(&mut spec.security_group_id, body.security_group_id);
    set(&mut spec.enterprise_project_id, body.enterprise_project_id);
    let policy = body.retention_policy.filter(|policy| *policy != spec.kafka.retention_policy);
    let origin = spec.kafka.retention_policy.clone();
    set(&mut spec.kafka.retention_policy, policy.clone());
    let id = instance.id.clone();
    service.store.update_instance(instance).await?.map_err(taken)?;
    if let Some(policy) = policy {
        let params = json!({ "new_retention_policy": policy, "origin_retention_policy": origin });
        tasks::done(&service, &call, &id, "changeRetentionPolicy", params).await?;
    }
    Ok(())
}

/// Takes a value that was given.
pub fn set<T>(field: &mut T, given: Option<T>) {
    if let Some(value) = given {
        *field = value;
    }
}
