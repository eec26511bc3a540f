//! The cluster (K5.2).

use crate::models::kafka::ClusterAnswer;
use crate::operation;

operation! {
    /// Shows the cluster's brokers and totals.
    pub ShowCluster -> ClusterAnswer = "kafka.ShowCluster" "K5.2.5" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/cluster",
    path { instance_id: String }
    query {}
}
