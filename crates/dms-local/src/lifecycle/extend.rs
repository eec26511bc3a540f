//! The end of a resizing (K5.3.1).

use dms_api::models::InstanceStatus;
use serde::{Deserialize, Serialize};

use super::{bring_up, settle};
use crate::instance::{Instance, InstanceSpec};
use crate::service::Service;
use crate::store::{Job, JobStatus, StoreError};

/// An instance whose name ends like this cannot be resized: for tests, and to see what a failure looks like.
const UNGROWING: &str = "-nogrow";

/// What a resizing makes of an instance; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Change {
    /// Disk of all brokers together, GB.
    pub storage_space: Option<u64>,
    /// Brokers.
    pub broker_num: Option<u32>,
    /// Flavour.
    pub product_id: Option<String>,
    /// Ids of the new brokers' elastic addresses.
    pub publicip_id: Option<String>,
}

impl Change {
    fn apply(self, spec: &mut InstanceSpec) {
        if self.broker_num.is_none() && self.storage_space.is_some() {
            spec.extend_times += 1;
        }
        spec.storage_space = self.storage_space.unwrap_or(spec.storage_space);
        spec.broker_num = self.broker_num.unwrap_or(spec.broker_num);
        spec.product_id = self.product_id.unwrap_or_else(|| std::mem::take(&mut spec.product_id));
        if let Some(more) = self.publicip_id.filter(|_| spec.enable_publicip) {
            spec.publicip_id = format!("{},{more}", spec.publicip_id);
        }
    }
}

/// Makes the change. More brokers and other machines need the brokers restarted, larger disks do not.
pub(super) async fn end(service: &Service, instance: Instance, job: &Job) -> Result<JobStatus, StoreError> {
    if instance.status != InstanceStatus::Extending {
        return Ok(JobStatus::Failed);
    }
    let change = serde_json::from_value::<Change>(job.plan.clone());
    let Some(change) = change.ok().filter(|_| !instance.name.ends_with(UNGROWING)) else {
        settle(service, &instance, InstanceStatus::ExtendedFailed).await?;
        return Ok(JobStatus::Failed);
    };
    let restart = change.broker_num.is_some() || change.product_id.is_some();
    service.store.change_spec(instance.id.clone(), move |spec| change.apply(spec)).await?;
    if restart {
        service.clusters.stop(&instance.id).await;
    }
    match service.store.instance(instance.id).await? {
        Some(changed) => bring_up(service, changed, InstanceStatus::ExtendedFailed).await,
        None => Ok(JobStatus::Failed),
    }
}
