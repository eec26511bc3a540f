//! Instances of both engines: list, show, delete, restart (K5.1.2-4, K5.1.6, R5.1.2-4, R5.1.6).
//!
//! Creating and changing differ between the engines: see `kafka_instances` and `rocketmq_instances`.

use std::sync::Arc;

use dms_api::models::{ActionResult, ActionResults, Instance as Shown, InstanceList, InstanceStatus};
use dms_api::ops::shared::InstanceActionBody;
use dms_api::{Engine, Spec};

use crate::call::Call;
use crate::fail::{Code, Fail, check};
use crate::instance::Instance;
use crate::lifecycle;
use crate::service::Service;
use crate::store::{InstanceFilter, JobKind};
use crate::views;

/// Instances per project and engine together; the cloud's default quota.
pub const QUOTA: u32 = 100;

/// The instance that the path names, if it is of the caller's project and of the operation's engine.
///
/// # Errors
/// DMS.00404022.
pub async fn own(service: &Service, call: &Call) -> Result<Instance, Fail> {
    let found = service.store.instance(call.instance_id()).await?;
    let engine = engine_of(call.spec);
    found
        .filter(|i| i.project_id == call.param("project_id") && i.engine == engine)
        .ok_or_else(|| Code::INSTANCE_UNKNOWN.into())
}

/// The same, but only while the instance is at work; while it is resized it can be looked at.
///
/// # Errors
/// DMS.00404022, or DMS.00400026 in any other state.
pub async fn own_running(service: &Service, call: &Call) -> Result<Instance, Fail> {
    let instance = own(service, call).await?;
    let usable = match instance.status {
        InstanceStatus::Running => true,
        // Its brokers go on meanwhile.
        InstanceStatus::Extending | InstanceStatus::ExtendedFailed => call.spec.is_read(),
        _ => false,
    };
    if usable {
        return Ok(instance);
    }
    Err(Code::STATUS_FORBIDS.because(format_args!("The status is {}.", instance.status.as_str())))
}

/// The engine that an operation is for.
pub fn engine_of(spec: &Spec) -> Engine {
    Engine::parse(spec.service()).unwrap_or_default()
}

/// `ListInstances`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<InstanceList, Fail> {
    page(&service, &call, 10).await
}

/// The page that the query asks for, of `default` instances unless it has a limit.
///
/// # Errors
/// DMS.10240042 and DMS.00400062 for a page that cannot be.
pub async fn page(service: &Service, call: &Call, default: u32) -> Result<InstanceList, Fail> {
    let text = |name: &str| call.query(name).map(str::to_owned);
    let filter = InstanceFilter {
        project_id: call.param("project_id").to_owned(),
        engine: Some(engine_of(call.spec)),
        name: text("name"),
        exact: call.query("exact_match_name") == Some("true"),
        id: text("instance_id"),
        status: call.query("status").map(|word| InstanceStatus::from_word(word).as_str().to_owned()),
        include_failure: call.query("include_failure") == Some("true"),
        enterprise_project_id: text("enterprise_project_id"),
    };
    let (offset, limit) = call.page(default)?;
    let page = service.store.instances(filter, offset, limit).await?;
    let mut tags = service.store.tags_of_all().await?;
    let mut instances = Vec::with_capacity(page.instances.len());
    for instance in page.instances {
        let tags = tags.remove(&instance.id).unwrap_or_default();
        instances.push(show_with(service, instance, tags));
    }
    Ok(InstanceList { instances, instance_num: page.total.into() })
}

/// `ShowInstance`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<Shown, Fail> {
    let instance = own(&service, &call).await?;
    let tags = service.store.tags(instance.id.clone()).await?;
    Ok(show_with(&service, instance, tags))
}

fn show_with(service: &Service, instance: Instance, tags: Vec<(String, String)>) -> Shown {
    let cluster = service.clusters.get(&instance.id);
    let bytes = match &cluster {
        Some(running) => running.bytes(),
        // A RocketMQ cluster that cannot be asked has its own troubles; the instance is shown all the same.
        None => {
            service.rocketmq.get(&instance.id).and_then(|cluster| cluster.bytes().ok()).unwrap_or_default()
        }
    };
    views::instance::shown(instance, tags, cluster.as_ref(), bytes)
}

/// `DeleteInstance`.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = own(&service, &call).await?;
    if lifecycle::begin(&service, &instance.id, JobKind::Delete, &call.caller.user_id).await? {
        return Ok(());
    }
    Err(Code::DELETE_FORBIDDEN.because(instance.id))
}

/// `kafka.BatchAction` and `rocketmq.BatchDelete`: instances of either engine, one result each.
pub async fn batch(service: Arc<Service>, call: Call) -> Result<ActionResults, Fail> {
    let body = call.body()?;
    act(&service, &call, body).await
}

/// Restarts or deletes instances. There is no recycle bin: what is deleted is gone, forced or not.
///
/// # Errors
/// The code of what is wrong with the body.
pub async fn act(service: &Service, call: &Call, body: InstanceActionBody) -> Result<ActionResults, Fail> {
    check(body.check())?;
    let restart = body.action == InstanceActionBody::RESTART;
    let kind = if restart { JobKind::Restart } else { JobKind::Delete };
    let ids = match &body.all_failure {
        Some(engine) if !restart => failed(service, call, engine).await?,
        _ => body.instances,
    };
    let mut results = Vec::with_capacity(ids.len());
    for id in ids {
        let found = service.store.instance(id.clone()).await?;
        let ours = found.is_some_and(|i| i.project_id == call.param("project_id"));
        let begun = ours && lifecycle::begin(service, &id, kind, &call.caller.user_id).await?;
        results
            .push(ActionResult { result: if begun { "success" } else { "failed" }.to_owned(), instance: id });
    }
    Ok(ActionResults { results })
}

async fn failed(service: &Service, call: &Call, engine: &str) -> Result<Vec<String>, Fail> {
    let engine = Engine::parse(engine).ok_or_else(|| Code::PARAMETER.because("all_failure"))?;
    let filter = InstanceFilter {
        project_id: call.param("project_id").to_owned(),
        engine: Some(engine),
        status: Some(InstanceStatus::CreateFailed.as_str().to_owned()),
        include_failure: true,
        ..InstanceFilter::default()
    };
    let page = service.store.instances(filter, 0, QUOTA).await?;
    Ok(page.instances.into_iter().map(|instance| instance.id).collect())
}
