//! Growing topics and moving their partitions between brokers (K5.2.9, K5.2.10, K5.2.15).

use serde::{Deserialize, Serialize};

use crate::models::kafka::ReassignmentStarted;
use crate::operation;

operation! {
    /// Adds partitions to a topic.
    pub AddPartitions -> () = "kafka.AddPartitions" "K5.2.9" "" 204,
    Post "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/partitions-reassignment",
    path { instance_id: String, topic: String }
    query {}
    body: AddPartitionsBody
}

operation! {
    /// Puts the replicas of a topic's partitions on other brokers. Newer editions have [`CreateReassignment`] only.
    pub ReassignReplicas -> () = "kafka.ReassignReplicas" "K5.2.10" "" 204,
    Post "/v2/{project_id}/instances/{instance_id}/management/topics/{topic}/replicas-reassignment",
    path { instance_id: String, topic: String }
    query {}
    body: ReassignReplicasBody
}

operation! {
    /// Begins to move partitions of several topics; a task does it. Newer editions have [`CreateReassignment`].
    pub Reassign -> ReassignmentStarted = "kafka.Reassign" "K5.2.15" "" 200,
    Post "/v2/kafka/{project_id}/instances/{instance_id}/reassign",
    path { instance_id: String }
    query {}
    body: ReassignBody
}

operation! {
    /// Begins to move partitions of several topics, now or at a set time, or only tells how long it would take.
    pub CreateReassignment -> ReassignmentStarted = "kafka.CreateReassignment" "SDK" "" 200,
    Post "/v2/{project_id}/kafka/instances/{instance_id}/reassign",
    path { instance_id: String }
    query {}
    body: ReassignBody
}

/// Body of [`AddPartitions`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AddPartitionsBody {
    /// Partitions wanted in all; they can only grow.
    pub partition: i64,
}

/// Body of [`ReassignReplicas`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReassignReplicasBody {
    /// The partitions to change; others stay where they are.
    pub partitions: Vec<PartitionReplicas>,
}

/// Where a partition shall be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PartitionReplicas {
    /// Its number, from 0.
    pub partition: i32,
    /// Ids of brokers, the one that shall lead first.
    pub replicas: Vec<i32>,
}

/// Body of [`Reassign`] and [`CreateReassignment`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReassignBody {
    /// The topics, each at most once.
    pub reassignments: Vec<TopicReassignment>,
    /// Most bytes per second that the move may take of each broker; no limit if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub throttle: Option<i64>,
    /// Whether it begins at `execute_at` instead of now; newer editions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_schedule: Option<bool>,
    /// When it begins, milliseconds since 1970; newer editions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execute_at: Option<i64>,
    /// Whether nothing is moved and only the time it would take is answered; newer editions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_estimate: Option<bool>,
}

/// Where a topic's partitions shall be: on given brokers, as the service spreads them, or each on its own list.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TopicReassignment {
    /// The topic.
    pub topic: String,
    /// Brokers to spread the partitions over; not looked at where there is an `assignment`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brokers: Option<Vec<i32>>,
    /// Replicas that each partition shall have when they are spread; as many as now if left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replication_factor: Option<i64>,
    /// The brokers of each partition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Vec<PartitionAssignment>>,
}

/// The brokers of one partition.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PartitionAssignment {
    /// Its number, from 0.
    pub partition: i32,
    /// Ids of brokers, the one that shall lead first.
    pub partition_brokers: Vec<i32>,
}
