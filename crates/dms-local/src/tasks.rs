//! Tasks (K5.7) of calls that are done at once or merely take time. What changes an instance step by step is a job of
//! its lifecycle.

use serde_json::Value;

use crate::call::Call;
use crate::lifecycle;
use crate::service::Service;
use crate::store::{Job, JobKind, JobStatus, StoreError};

/// Keeps what a call did at once as an ended task.
///
/// # Errors
/// When the store refuses.
pub async fn done(
    service: &Service,
    call: &Call,
    instance_id: &str,
    name: &str,
    params: Value,
) -> Result<String, StoreError> {
    let now = service.now();
    let job =
        Job::new(instance_id, JobKind::Wait, now, now).named(name).with(params).by(&call.caller.user_id);
    let id = job.id.clone();
    service.store.add_ended(job, JobStatus::Success).await?;
    Ok(id)
}

/// Begins a task that takes a while, as long as deleting an instance; what it stands for is done already.
///
/// # Errors
/// When the store refuses.
pub async fn begin(
    service: &Service,
    call: &Call,
    instance_id: &str,
    name: &str,
    params: Value,
) -> Result<String, StoreError> {
    let job = lifecycle::job(service, instance_id, JobKind::Wait);
    let job = job.named(name).with(params).by(&call.caller.user_id);
    let id = job.id.clone();
    service.store.begin_job(job).await?;
    service.alarm.ring();
    Ok(id)
}
