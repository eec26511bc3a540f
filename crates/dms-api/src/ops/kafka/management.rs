//! Cluster and consumer groups (K5.2).

use crate::models::kafka::{ClusterAnswer, GroupList};
use crate::operation;

operation! {
    /// Shows the cluster's brokers and totals.
    pub ShowCluster -> ClusterAnswer = "kafka.ShowCluster" "K5.2.5" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/management/cluster",
    path { instance_id: String }
    query {}
}

operation! {
    /// Lists the instance's consumer groups.
    pub ListGroups -> GroupList = "kafka.ListGroups" "K5.2.12" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/groups",
    path { instance_id: String }
    query {
        /// Index of the first group wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
        /// Part of the name.
        group: Option<String>,
    }
}
