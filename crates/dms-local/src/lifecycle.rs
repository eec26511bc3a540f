//! What happens to instances over time: creating, restarting, resizing, deleting, moving their partitions.
//!
//! A change of state and the job that will end it are written together, so a service that was stopped in between
//! carries on where it was. One task works off the jobs in the order they are due.

mod extend;
mod reassign;

use std::sync::Arc;
use std::time::Duration;

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use tokio::sync::{Notify, watch};

use crate::access;
use crate::clusters::ClusterError;
use crate::instance::Instance;
use crate::rocketmq::RocketmqError;
use crate::service::Service;
use crate::store::{Job, JobKind, JobStatus, StoreError};

/// An instance whose name ends like this cannot be created: for tests, and to see what a failure looks like.
pub const FAILING: &str = "-fail";

pub use extend::Change;
pub use reassign::{Move, Plan};

/// Wakes the lifecycle.
#[derive(Debug, Default)]
pub struct Alarm(Notify);

impl Alarm {
    /// There is a new job, or time has moved.
    pub fn ring(&self) {
        self.0.notify_one();
    }
}

/// A job that begins now. Restarts and resizing take half as long as a creation, deletions a third.
pub fn job(service: &Service, instance_id: &str, kind: JobKind) -> Job {
    let pace = service.options.pace;
    let pace = match kind {
        JobKind::Create => pace,
        JobKind::Restart | JobKind::Extend => pace / 2,
        JobKind::Delete | JobKind::Wait => pace / 3,
        // What it moves says how long that takes.
        JobKind::Reassign => Duration::ZERO,
    };
    let now = service.now();
    Job::new(instance_id, kind, now, now.saturating_add(millis(pace)))
}

/// A duration as the clock counts.
fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// Begins to restart or delete an instance: its brokers refuse clients from now on. `false` if its state forbids it.
///
/// # Errors
/// When the store refuses.
pub async fn begin(
    service: &Service,
    instance_id: &str,
    kind: JobKind,
    user_id: &str,
) -> Result<bool, StoreError> {
    let (from, to): (fn(&InstanceStatus) -> bool, _) = match kind {
        JobKind::Restart => (InstanceStatus::can_restart, InstanceStatus::Restarting),
        JobKind::Delete => (InstanceStatus::can_delete, InstanceStatus::Deleting),
        _ => return Ok(false),
    };
    let job = job(service, instance_id, kind).by(user_id);
    let begun = service.store.move_instance(instance_id.to_owned(), from, to, Some(job)).await?;
    if begun {
        service.clusters.stop(instance_id).await;
        service.rocketmq.stop(instance_id);
        service.alarm.ring();
    }
    Ok(begun)
}

/// Whether the brokers of an instance in this state run. Resizing does not stop them.
const fn has_brokers(status: &InstanceStatus) -> bool {
    matches!(status, InstanceStatus::Running | InstanceStatus::Extending | InstanceStatus::ExtendedFailed)
}

/// Brings up the brokers of every instance that was running when the service stopped.
///
/// # Errors
/// When the store refuses. A broker that does not start puts its instance into `ERROR`.
pub async fn resume(service: &Service) -> Result<(), StoreError> {
    let all = service.store.all_instances().await?;
    let running = all.into_iter().filter(|i| has_brokers(&i.status));
    let started = futures::future::join_all(running.map(|instance| async move {
        let outcome = start_brokers(service, &instance).await;
        (instance, outcome)
    }));
    for (instance, outcome) in started.await {
        if let Err(error) = outcome {
            break_down(service, instance, InstanceStatus::Error, &error).await?;
        }
    }
    Ok(())
}

/// Works off jobs until `stop` says so.
pub async fn run(service: Arc<Service>, mut stop: watch::Receiver<bool>) {
    loop {
        let wait = match step(&service).await {
            Ok(wait) => wait,
            Err(error) => {
                tracing::error!(error = &error as &dyn std::error::Error, "the lifecycle stumbled");
                Duration::from_secs(1)
            }
        };
        tokio::select! {
            () = tokio::time::sleep(wait) => {}
            () = service.alarm.0.notified() => {}
            _ = stop.wait_for(|stop| *stop) => return,
        }
    }
}

/// Ends every job that is due; returns how long there is nothing to do.
async fn step(service: &Service) -> Result<Duration, StoreError> {
    while let Some(job) = service.store.next_job().await? {
        let ahead = job.due_at.saturating_sub(service.now());
        if let Ok(ahead @ 1..) = u64::try_from(ahead) {
            return Ok(Duration::from_millis(ahead));
        }
        let id = job.id.clone();
        match carry_on(service, job).await? {
            Next::Later(job) => service.store.continue_job(*job, service.now()).await?,
            Next::End(status) => service.store.end_job(id, status, service.now()).await?,
        }
    }
    Ok(Duration::from_secs(3600))
}

/// What becomes of a job that was due.
enum Next {
    /// It has ended.
    End(JobStatus),
    /// It goes on when it is due again.
    Later(Box<Job>),
}

async fn carry_on(service: &Service, job: Job) -> Result<Next, StoreError> {
    let Some(instance) = service.store.instance(job.instance_id.clone()).await? else {
        return Ok(Next::End(JobStatus::Failed));
    };
    match job.kind {
        JobKind::Reassign => reassign::step(service, &instance, job).await,
        _ => end(service, instance, &job).await.map(Next::End),
    }
}

async fn end(service: &Service, instance: Instance, job: &Job) -> Result<JobStatus, StoreError> {
    match job.kind {
        JobKind::Create if instance.name.ends_with(FAILING) => {
            settle(service, &instance, InstanceStatus::CreateFailed).await?;
            Ok(JobStatus::Failed)
        }
        JobKind::Create => bring_up(service, instance, InstanceStatus::CreateFailed).await,
        JobKind::Restart => bring_up(service, instance, InstanceStatus::Error).await,
        JobKind::Extend => extend::end(service, instance, job).await,
        JobKind::Reassign | JobKind::Wait => Ok(JobStatus::Success),
        JobKind::Delete => {
            service.clusters.remove(&instance.id).await;
            service.rocketmq.remove(&instance.id);
            service.store.remove_instance(instance.id).await?;
            Ok(JobStatus::Success)
        }
    }
}

async fn bring_up(
    service: &Service,
    instance: Instance,
    otherwise: InstanceStatus,
) -> Result<JobStatus, StoreError> {
    match start_brokers(service, &instance).await {
        Ok(()) => {
            settle(service, &instance, InstanceStatus::Running).await?;
            Ok(JobStatus::Success)
        }
        Err(error) => {
            break_down(service, instance, otherwise, &error).await?;
            Ok(JobStatus::Failed)
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum BringUpError {
    #[error(transparent)]
    Cluster(#[from] ClusterError),
    #[error(transparent)]
    Rocketmq(#[from] RocketmqError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Brings up an instance's brokers. The ports of the first time are its ports for good: when one is taken the
/// brokers make do with another and try again at the next start.
async fn start_brokers(service: &Service, instance: &Instance) -> Result<(), BringUpError> {
    if instance.engine != Engine::Kafka {
        return Ok(service.rocketmq.start(instance)?);
    }
    let access = access::load(service, instance).await?;
    let running = service.clusters.start(instance, access, service.now()).await?;
    let known = instance.spec.ports.len();
    if known < running.brokers.len() {
        let new: Vec<u16> = running.brokers.iter().skip(known).map(|broker| broker.port).collect();
        service.store.change_spec(instance.id.clone(), move |spec| spec.ports.extend(new)).await?;
    }
    Ok(())
}

async fn settle(service: &Service, instance: &Instance, status: InstanceStatus) -> Result<(), StoreError> {
    service.store.move_instance(instance.id.clone(), |_| true, status, None).await.map(drop)
}

async fn break_down(
    service: &Service,
    instance: Instance,
    status: InstanceStatus,
    error: &BringUpError,
) -> Result<(), StoreError> {
    tracing::error!(instance = %instance.id, error = error as &dyn std::error::Error, "brokers did not start");
    settle(service, &instance, status).await
}
