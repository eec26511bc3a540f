//! Moving partitions between brokers, one after the other (K5.2.10, K5.2.15).

use std::time::Duration;

use dms_api::models::InstanceStatus;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Next, millis};
use crate::clusters::Running;
use crate::instance::Instance;
use crate::kafka::{ErrorKind, KafkaError};
use crate::service::Service;
use crate::store::{Job, JobStatus, StoreError};
use crate::topics;

/// How long to wait before asking again whether a partition has arrived, or whether the brokers are back.
const PATIENCE: Duration = Duration::from_secs(1);

/// The moves of a task and how far it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// All moves, in their order.
    pub moves: Vec<Move>,
    /// How many are done.
    pub done: usize,
    /// Whether the brokers were told of the next one.
    pub told: bool,
}

/// One partition's move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// Its topic.
    pub topic: String,
    /// Its number.
    pub partition: i32,
    /// Where it goes; the first leads.
    pub replicas: Vec<i32>,
    /// How long that takes, milliseconds.
    pub ms: i64,
}

impl Plan {
    /// Milliseconds that all moves take.
    pub fn ms(&self) -> i64 {
        self.moves.iter().map(|one| one.ms).fold(0, i64::saturating_add)
    }

    /// When the move that comes next is made, if moving begins at `now`.
    pub fn next_at(&self, now: i64) -> i64 {
        now.saturating_add(self.moves.get(self.done).map_or(0, |next| next.ms))
    }
}

/// The key of a task's parameters that says how many partitions were moved.
const MOVED: &str = "moved_partitions";

/// Makes the move that is due, or looks whether it has been made.
pub(super) async fn step(service: &Service, instance: &Instance, mut job: Job) -> Result<Next, StoreError> {
    let Ok(mut plan) = serde_json::from_value::<Plan>(job.plan.clone()) else {
        return Ok(Next::End(JobStatus::Failed));
    };
    let now = service.now();
    if job.scheduled {
        // Its time has come; the first partition takes its while from now on.
        job.scheduled = false;
        job.due_at = plan.next_at(now);
        return Ok(Next::Later(Box::new(job)));
    }
    let Some(running) = service.clusters.get(&instance.id) else {
        return Ok(if comes_back(&instance.status) {
            Next::Later(Box::new(Job { due_at: now.saturating_add(millis(PATIENCE)), ..job }))
        } else {
            Next::End(JobStatus::Failed)
        });
    };
    let Some(next) = plan.moves.get(plan.done).cloned() else { return Ok(Next::End(JobStatus::Success)) };
    let advanced = async {
        let made = advance(&running, &next, plan.told).await?;
        // A move must be on disk before the task says that it is made.
        service.clusters.write(&instance.id).await?;
        Ok::<_, KafkaError>(made)
    };
    match advanced.await {
        Ok(false) => {
            plan.told = true;
            job.due_at = now.saturating_add(millis(PATIENCE));
        }
        Ok(true) => {
            plan.done += 1;
            plan.told = false;
            // Counted from when it was due: what was missed is caught up with.
            job.due_at = plan.next_at(job.due_at);
        }
        Err(error) if error.kind() == ErrorKind::Unavailable => {
            job.due_at = now.saturating_add(millis(PATIENCE));
        }
        Err(error) => {
            tracing::warn!(instance = %instance.id, error = &error as &dyn std::error::Error, "a partition stays");
            return Ok(Next::End(JobStatus::Failed));
        }
    }
    if let Value::Object(params) = &mut job.params {
        params.insert(MOVED.to_owned(), plan.done.into());
    }
    let ended = plan.done == plan.moves.len();
    job.plan = serde_json::to_value(plan).unwrap_or_default();
    if ended {
        service.store.continue_job(job, now).await?;
        return Ok(Next::End(JobStatus::Success));
    }
    Ok(Next::Later(Box::new(job)))
}

/// Whether the brokers of an instance in this state will be there again.
const fn comes_back(status: &InstanceStatus) -> bool {
    matches!(status, InstanceStatus::Restarting | InstanceStatus::Extending | InstanceStatus::Running)
}

/// Tells the brokers of a move unless they know; `true` once it is made. A topic that was deleted needs no moving.
async fn advance(running: &Running, next: &Move, told: bool) -> Result<bool, KafkaError> {
    let outcome = async {
        if !told {
            running.admin.move_partition(&next.topic, next.partition, &next.replicas).await?;
        }
        let arrived = !running.admin.is_moving(&next.topic, next.partition).await?;
        if arrived {
            topics::changed(running, &next.topic).await?;
        }
        Ok::<_, KafkaError>(arrived)
    };
    match outcome.await {
        Err(error) if error.kind() == ErrorKind::UnknownTopic => Ok(true),
        outcome => outcome,
    }
}
