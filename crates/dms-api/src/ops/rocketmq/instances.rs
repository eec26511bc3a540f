//! Life of an instance (R5.1). The paths are Kafka's; the service tells them apart by the engine.

use serde::{Deserialize, Serialize};

use crate::models::{ActionResults, CreatedInstance, Instance, InstanceList};
use crate::operation;
use crate::operation::Engine;
use crate::ops::shared::InstanceActionBody;

operation! {
    /// Creates an instance that is paid for by the hour.
    pub CreateInstance -> CreatedInstance = "rocketmq.CreateInstance" "R5.1.1" "dms:instance:create" 200,
    Post "/v2/{project_id}/instances",
    path {}
    query {}
    body: CreateInstanceBody
}

operation! {
    /// Lists the project's instances of one engine, newest first.
    pub ListInstances -> InstanceList = "rocketmq.ListInstances" "R5.1.2" "dms:instance:list" 200,
    Get "/v2/{project_id}/instances",
    path {}
    query {
        /// [`Engine::RocketMq`].
        engine: Engine,
        /// Part of the name, or all of it with `exact_match_name`.
        name: Option<String>,
        instance_id: Option<String>,
        /// A state's word; see [`InstanceStatus`](crate::models::InstanceStatus).
        status: Option<String>,
        /// Whether instances that could not be created are listed too.
        include_failure: Option<bool>,
        exact_match_name: Option<bool>,
        enterprise_project_id: Option<String>,
        /// Index of the first instance wanted, from 0.
        offset: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

operation! {
    /// Shows one instance.
    pub ShowInstance -> Instance = "rocketmq.ShowInstance" "R5.1.3" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
}

operation! {
    /// Deletes an instance with all its messages; there is no backup.
    pub DeleteInstance -> () = "rocketmq.DeleteInstance" "R5.1.4" "dms:instance:delete" 204,
    Delete "/v2/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
}

operation! {
    /// Changes an instance's name, description, security group, access control and public access.
    pub ModifyInstance -> () = "rocketmq.ModifyInstance" "R5.1.5" "dms:instance:modify" 204,
    Put "/v2/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
    body: ModifyInstanceBody
}

operation! {
    /// Deletes up to 50 instances, or all that could not be created.
    pub BatchDelete -> ActionResults = "rocketmq.BatchDelete" "R5.1.6" "dms:instance:delete" 200,
    Post "/v2/{project_id}/instances/action",
    path {}
    query {}
    body: InstanceActionBody
}

/// Body of [`CreateInstance`]. The rules are in [`crate::rules`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateInstanceBody {
    /// 4-64 characters.
    pub name: String,
    /// Up to 1024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `reliability`.
    pub engine: String,
    /// `4.8.0`.
    pub engine_version: String,
    /// Brokers.
    #[serde(default = "one_broker")]
    pub broker_num: i64,
    /// Disk of all brokers together, GB.
    pub storage_space: i64,
    /// Kind of disk: `dms.physical.storage.high.v2` or `dms.physical.storage.ultra.v2`.
    pub storage_spec_code: String,
    /// Flavour: `c6.4u8g.cluster`.
    pub product_id: String,
    /// Virtual private cloud.
    pub vpc_id: String,
    /// Subnet in it.
    pub subnet_id: String,
    /// Security group.
    pub security_group_id: String,
    /// Ids of one zone, or of three or more.
    pub available_zones: Vec<String>,
    /// Whether clients connect with TLS.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssl_enable: Option<bool>,
    /// Whether access control is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_acl: Option<bool>,
    /// Whether it has IPv6 addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv6_enable: Option<bool>,
    /// Whether it is reachable from the internet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_publicip: Option<bool>,
    /// Ids of the elastic addresses, joined by commas; needed with `enable_publicip`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publicip_id: Option<String>,
    /// Enterprise project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise_project_id: Option<String>,
}

/// Body of [`ModifyInstance`]: what is left out stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ModifyInstanceBody {
    /// 4-64 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Up to 1024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// Security group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_group_id: Option<String>,
    /// Whether access control is on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_acl: Option<bool>,
    /// Whether it is reachable from the internet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_publicip: Option<bool>,
    /// Ids of the elastic addresses, joined by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publicip_id: Option<String>,
}

/// Brokers where the body names none: the reference calls the field mandatory and gives it a default.
fn one_broker() -> i64 {
    1
}
