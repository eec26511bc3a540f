//! Changing an instance's size (K5.3).

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::kafka::{Product, ProductList};
use dms_api::models::{InstanceStatus, JobStarted};
use dms_api::ops::kafka::{ADVANCED, ExtendBody};
use dms_api::rules::{DISK_EXPANSIONS, ExtendFacts};
use serde_json::{Value, json};

use super::{instances, kafka_topics};
use crate::call::Call;
use crate::clusters::Running;
use crate::fail::{Code, Fail, check};
use crate::instance::Instance;
use crate::lifecycle::{self, Change};
use crate::service::Service;
use crate::store::{JobKind, Refused};
use crate::tables::{offer, products, zones};
use crate::topics;

/// `kafka.ListExtendProducts` and `kafka.ListResizeProducts`: flavours with room for the instance's brokers and disks,
/// its own included.
pub async fn list_products(service: Arc<Service>, call: Call) -> Result<ProductList, Fail> {
    let instance = own(&service, &call).await?;
    match call.query("type") {
        Some(ADVANCED) => {}
        _ => return Err(Code::PARAMETER.because("type must be advanced.")),
    }
    let all = products::answer(Engine::Kafka);
    let facts = facts(&instance, &all);
    let fits = |product: &Product| {
        product.product_id == facts.product_id || facts.flavour(&product.product_id).is_ok()
    };
    let sold_out = |sold_out: bool| -> Vec<String> {
        zones::ALL.iter().filter(|zone| zone.sold_out == sold_out).map(|zone| zone.id.to_owned()).collect()
    };
    let fitting = all.iter().filter(|product| fits(product)).map(|product| Product {
        available_zones: Some(sold_out(false)),
        unavailable_zones: Some(sold_out(true)),
        billing_code: None,
        ..product.clone()
    });
    Ok(ProductList {
        engine: Engine::Kafka.as_str().to_owned(),
        versions: products::versions(Engine::Kafka).iter().map(|&version| version.to_owned()).collect(),
        products: fitting.collect(),
    })
}

/// The instance of the path, whose engine must be the path's.
async fn own(service: &Service, call: &Call) -> Result<Instance, Fail> {
    let named = call.param("engine");
    if !named.is_empty() && Engine::parse(named) != Some(Engine::Kafka) {
        return Err(Code::UNSUPPORTED_TYPE.because(named));
    }
    instances::own(service, call).await
}

fn facts<'a>(instance: &'a Instance, products: &'a [Product]) -> ExtendFacts<'a> {
    let spec = &instance.spec;
    ExtendFacts {
        brokers: spec.broker_num.into(),
        storage: i64::try_from(spec.storage_space).unwrap_or(i64::MAX),
        product_id: &spec.product_id,
        public: spec.enable_publicip,
        products,
    }
}

/// `kafka.Extend` and `kafka.Resize`: the change is made when the job ends.
pub async fn extend(service: Arc<Service>, call: Call) -> Result<JobStarted, Fail> {
    let instance = own(&service, &call).await?;
    let body = body(&call)?;
    if instance.status != InstanceStatus::Running {
        return Err(Code::STATUS_FORBIDS.because(format_args!("The status is {}.", instance.status.as_str())));
    }
    check(body.check(&facts(&instance, offer(Engine::Kafka).facts().products)))?;
    match &body {
        ExtendBody::Storage { .. } if instance.spec.extend_times >= DISK_EXPANSIONS => {
            return Err(Code::EXTEND_TIMES.into());
        }
        ExtendBody::Vertical { new_product_id } => {
            let running = service.clusters.get(&instance.id).ok_or_else(|| Fail::from(Code::CLUSTER_AWAY))?;
            check_partitions(&service, &instance, &running, new_product_id).await?;
        }
        _ => {}
    }
    let mut job = lifecycle::job(&service, &instance.id, JobKind::Extend).by(&call.caller.user_id);
    job.params = params(&instance, &body);
    job.plan = serde_json::to_value(change(body)).map_err(|_| Fail::from(Code::INTERNAL))?;
    let job_id = job.id.clone();
    let begun = service.store.begin_alone(job, is_running, Some(InstanceStatus::Extending)).await?;
    begun.map_err(refused)?;
    service.alarm.ring();
    Ok(JobStarted { job_id })
}

fn is_running(status: &InstanceStatus) -> bool {
    *status == InstanceStatus::Running
}

/// The code for a job that could not begin.
pub fn refused(why: Refused) -> Fail {
    match why {
        Refused::State => Code::STATUS_FORBIDS.into(),
        Refused::Busy => Code::JOB_RUNNING.into(),
    }
}

/// The body. What it lacks is told by name, which serde's own words do not do for kinds of change.
fn body(call: &Call) -> Result<ExtendBody, Fail> {
    let given: Value = call.body()?;
    let kind = given.get("oper_type").and_then(Value::as_str).unwrap_or_default();
    if !ExtendBody::KINDS.contains(&kind) {
        return Err(Code::PARAMETER.because("oper_type must be storage, horizontal or vertical."));
    }
    serde_json::from_value(given).map_err(|error| Code::PARAMETER.because(error))
}

/// Another flavour must have room for the partitions there are.
async fn check_partitions(
    service: &Arc<Service>,
    instance: &Instance,
    running: &Arc<Running>,
    product_id: &str,
) -> Result<(), Fail> {
    let all = topics::all(service, &instance.id, running).await?;
    let room = products::per_broker(Engine::Kafka, product_id) * u64::from(instance.spec.broker_num);
    let used = kafka_topics::partitions(&all);
    if used <= room {
        return Ok(());
    }
    Err(Code::QUOTA.because(format_args!("{used} partitions exist, {product_id} has room for {room}.")))
}

fn change(body: ExtendBody) -> Change {
    let space = |gb: i64| u64::try_from(gb).ok();
    match body {
        ExtendBody::Storage { new_storage_space } => {
            Change { storage_space: space(new_storage_space), ..Change::default() }
        }
        ExtendBody::Horizontal { new_storage_space, new_broker_num, publicip_id, .. } => Change {
            storage_space: space(new_storage_space),
            broker_num: u32::try_from(new_broker_num).ok(),
            publicip_id,
            ..Change::default()
        },
        ExtendBody::Vertical { new_product_id } => {
            Change { product_id: Some(new_product_id), ..Change::default() }
        }
    }
}

fn params(instance: &Instance, body: &ExtendBody) -> Value {
    let spec = &instance.spec;
    let kind = body.kind();
    match body {
        ExtendBody::Storage { new_storage_space } => json!({
            "oper_type": kind, "old_storage_space": spec.storage_space, "new_storage_space": new_storage_space
        }),
        ExtendBody::Horizontal { new_storage_space, new_broker_num, .. } => json!({
            "oper_type": kind, "old_storage_space": spec.storage_space, "new_storage_space": new_storage_space,
            "old_broker_num": spec.broker_num, "new_broker_num": new_broker_num
        }),
        ExtendBody::Vertical { new_product_id } => json!({
            "oper_type": kind, "old_product_id": spec.product_id, "new_product_id": new_product_id
        }),
    }
}
