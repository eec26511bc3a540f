//! What RocketMQ does as a task: deleting and changing several topics or groups (R5.2.2-3, R5.3.1). The work is kept
//! with the task and done when the task is due, also after a restart.

use std::sync::Arc;

use dms_api::models::rocketmq::JobAnswer;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::rocketmq::{Asked, blocking};
use crate::call::Call;
use crate::fail::Fail;
use crate::instance::Instance;
use crate::lifecycle;
use crate::rocketmq::{NewGroup, RocketmqCluster, RocketmqError};
use crate::service::Service;
use crate::store::{JobKind, JobStatus};

/// The work of a task.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Work {
    /// Deletes topics.
    DeleteTopics {
        /// Their names.
        topics: Vec<String>,
    },
    /// Deletes groups.
    DeleteGroups {
        /// Their names.
        groups: Vec<String>,
    },
    /// Changes groups.
    ModifyGroups {
        /// The groups as they are to be.
        groups: Vec<NewGroup>,
    },
}

impl Work {
    /// The task's name and what the API tells about it.
    fn shown(&self) -> (&'static str, Value) {
        match self {
            Self::DeleteTopics { topics } => ("batchDeleteTopics", json!({ "topics": topics })),
            Self::DeleteGroups { groups } => ("batchDeleteGroups", json!({ "groups": groups })),
            Self::ModifyGroups { groups } => {
                let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
                ("batchUpdateGroups", json!({ "groups": names }))
            }
        }
    }

    fn carry_out(&self, cluster: &dyn RocketmqCluster) -> Result<(), RocketmqError> {
        match self {
            Self::DeleteTopics { topics } => cluster.delete_topics(topics),
            Self::DeleteGroups { groups } => cluster.delete_groups(groups),
            Self::ModifyGroups { groups } => cluster.change_groups(groups),
        }
    }
}

/// Takes work on.
///
/// # Errors
/// When the store refuses.
pub async fn begin(service: &Service, call: &Call, asked: &Asked, work: Work) -> Result<JobAnswer, Fail> {
    let (name, params) = work.shown();
    let job = lifecycle::job(service, &asked.instance.id, JobKind::Rocketmq);
    let mut job = job.named(name).with(params).by(&call.caller.user_id);
    job.plan = serde_json::to_value(&work).unwrap_or_default();
    let job_id = job.id.clone();
    service.store.begin_job(job).await?;
    service.alarm.ring();
    Ok(JobAnswer { job_id })
}

/// Does the work of a task that is due.
pub async fn carry_out(service: &Service, instance: &Instance, plan: Value) -> JobStatus {
    let work = serde_json::from_value::<Work>(plan);
    let (Ok(work), Some(cluster)) = (work, service.rocketmq.get(&instance.id)) else {
        return JobStatus::Failed;
    };
    let cluster: Arc<dyn RocketmqCluster> = cluster;
    match blocking(move || work.carry_out(cluster.as_ref())).await {
        Ok(Ok(())) => JobStatus::Success,
        Ok(Err(error)) => {
            tracing::warn!(error = &error as &dyn std::error::Error, "a task of a RocketMQ instance failed");
            JobStatus::Failed
        }
        Err(_) => JobStatus::Failed,
    }
}
