//! Settings, passwords and addresses of an instance, and what takes its disks (K5.2.1-4, K5.2.11).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::models::kafka::{AutoTopic, CrossVpcResults, DiskUsage};
use crate::operation;
use crate::secret::Secret;

operation! {
    /// Gives the SASL user of the instance's creation a new password.
    pub ResetPassword -> () = "kafka.ResetPassword" "K5.2.1" "dms:instance:resetAuthInfo" 204,
    Post "/v2/{project_id}/instances/{instance_id}/password",
    path { instance_id: String }
    query {}
    body: NewPasswordBody
}

operation! {
    /// Gives the user of Kafka Manager a new password.
    pub ResetManagerPassword -> () = "kafka.ResetManagerPassword" "K5.2.2" "dms:instance:resetAuthInfo" 204,
    Put "/v2/{project_id}/instances/{instance_id}/kafka-manager-password",
    path { instance_id: String }
    query {}
    body: NewPasswordBody
}

operation! {
    /// Restarts Kafka Manager. The references name it in their table of permissions only.
    pub RestartManager -> () = "kafka.RestartManager" "K6" "dms:instance:modifyStatus" 204,
    Put "/v2/{project_id}/instances/{instance_id}/restart-kafka-manager",
    path { instance_id: String }
    query {}
}

operation! {
    /// Decides whether a topic comes into being when a client first names it.
    pub SetAutoTopic -> AutoTopic = "kafka.SetAutoTopic" "K5.2.3" "dms:instance:modify" 200,
    Post "/v2/{project_id}/instances/{instance_id}/autotopic",
    path { instance_id: String }
    query {}
    body: AutoTopicBody
}

operation! {
    /// Sets what clients in other networks are told about each broker.
    pub ModifyCrossVpc -> CrossVpcResults = "kafka.ModifyCrossVpc" "K5.2.4" "dms:instance:modify" 200,
    Post "/v2/{project_id}/instances/{instance_id}/crossvpc/modify",
    path { instance_id: String }
    query {}
    body: CrossVpcBody
}

operation! {
    /// Shows what partitions take of each broker's disk.
    pub ShowDiskUsage -> DiskUsage = "kafka.ShowDiskUsage" "K5.2.11" "" 200,
    Get "/v2/{project_id}/instances/{instance_id}/topics/diskusage",
    path { instance_id: String }
    query {
        /// Only partitions of at least this size: `1K`, `1M`, `1G`. The table says that `1G` is meant where it is left
        /// out; the example, which leaves it out, has smaller ones.
        min_size: Option<String> as "minSize",
        /// Only so many of the largest partitions of each broker, 1-1000.
        top: Option<u32>,
        /// Only partitions that take more than this many percent of the disk.
        percentage: Option<String>,
    }
}

/// Body of [`ResetPassword`] and [`ResetManagerPassword`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NewPasswordBody {
    /// 8-32 characters of three kinds.
    pub new_password: Secret,
}

/// Body of [`SetAutoTopic`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AutoTopicBody {
    /// Whether topics come into being.
    pub enable_auto_topic: bool,
}

/// Body of [`ModifyCrossVpc`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CrossVpcBody {
    /// Per broker, named by the address that it listens on: the address or domain name that clients are told. All
    /// brokers must be there, those that stay as they are too.
    pub advertised_ip_contents: BTreeMap<String, String>,
}
