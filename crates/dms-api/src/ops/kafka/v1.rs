//! Version 1 of the API (K7.1): the same instances and topics at other paths. New programs use version 2.

use serde::{Deserialize, Serialize};

use crate::models::kafka::{CreatedTopic, DeletedTopics, MaintainWindowList, TopicList, V1ProductList};
use crate::models::{ActionResults, AvailableZoneList, CreatedInstance, Instance, InstanceList, Tag};
use crate::operation;
use crate::ops::kafka::{CreateTopicBody, DeleteTopicsBody, ModifyInstanceBody};
use crate::ops::shared::{number_or_text, optional_text_or_number};
use crate::secret::Secret;

operation! {
    /// Creates an instance of one of the older flavours, which are sold by bandwidth.
    pub CreateInstance -> CreatedInstance = "kafka.V1CreateInstance" "K7.1.1.1" "" 200,
    Post "/v1.0/{project_id}/instances",
    path {}
    query {}
    body: CreateInstanceBody
}

operation! {
    /// Shows one instance.
    pub ShowInstance -> Instance = "kafka.V1ShowInstance" "K7.1.1.2" "" 200,
    Get "/v1.0/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
}

operation! {
    /// Changes an instance's name, description, maintenance window and the like.
    pub ModifyInstance -> () = "kafka.V1ModifyInstance" "K7.1.1.3" "" 204,
    Put "/v1.0/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
    body: ModifyInstanceBody
}

operation! {
    /// Deletes an instance with all its messages; there is no backup.
    pub DeleteInstance -> () = "kafka.V1DeleteInstance" "K7.1.1.4" "" 204,
    Delete "/v1.0/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
}

operation! {
    /// Restarts or deletes instances, or deletes all that could not be created.
    pub BatchAction -> ActionResults = "kafka.V1BatchAction" "K7.1.1.5" "" 200,
    Post "/v1.0/{project_id}/instances/action",
    path {}
    query {}
    body: ActionBody
}

operation! {
    /// Lists the project's instances, newest first.
    pub ListInstances -> InstanceList = "kafka.V1ListInstances" "K7.1.1.6" "" 200,
    Get "/v1.0/{project_id}/instances",
    path {}
    query {
        /// `kafka`.
        engine: Option<String>,
        /// Part of the name, or all of it with `exact_match_name`.
        name: Option<String>,
        id: Option<String>,
        /// A state's word; see [`InstanceStatus`](crate::models::InstanceStatus).
        status: Option<String>,
        /// Whether instances that could not be created are listed too.
        include_failure: Option<bool> as "includeFailure",
        exact_match_name: Option<bool> as "exactMatchName",
        enterprise_project_id: Option<String>,
        /// Number of the first instance wanted, from 1; an example has it, the table has not.
        start: Option<u64>,
        /// Page size, 1-50; 10 if left out.
        limit: Option<u32>,
    }
}

operation! {
    /// Creates a topic.
    pub CreateTopic -> CreatedTopic = "kafka.V1CreateTopic" "K7.1.1.7" "" 200,
    Post "/v1.0/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {}
    body: CreateTopicBody
}

operation! {
    /// Lists an instance's topics, all of them.
    pub ListTopics -> TopicList = "kafka.V1ListTopics" "K7.1.1.8" "" 200,
    Get "/v1.0/{project_id}/instances/{instance_id}/topics",
    path { instance_id: String }
    query {}
}

operation! {
    /// Deletes topics with all their messages. Some may fail: the answer says which.
    pub DeleteTopics -> DeletedTopics = "kafka.V1DeleteTopics" "K7.1.1.9" "" 200,
    Post "/v1.0/{project_id}/instances/{instance_id}/topics/delete",
    path { instance_id: String }
    query {}
    body: DeleteTopicsBody
}

operation! {
    /// Lists the region's availability zones.
    pub ListAvailableZones -> AvailableZoneList = "kafka.V1ListAvailableZones" "K7.1.2.1" "" 200,
    Get "/v1.0/availableZones",
    path {}
    query {}
}

operation! {
    /// Lists the older flavours.
    pub ListProducts -> V1ProductList = "kafka.V1ListProducts" "K7.1.2.2" "" 200,
    Get "/v1.0/products",
    path {}
    query {
        /// `kafka`.
        engine: String,
    }
}

operation! {
    /// Lists the maintenance windows that an instance can have.
    pub ListMaintainWindows -> MaintainWindowList = "kafka.V1ListMaintainWindows" "K7.1.2.3" "" 200,
    Get "/v1.0/instances/maintain-windows",
    path {}
    query {}
}

/// Body of [`BatchAction`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ActionBody {
    /// `restart` or `delete`.
    pub action: String,
    /// Ids.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub instances: Vec<String>,
    /// With `delete`: `kafka`, whose failed creations are all deleted.
    #[serde(rename = "allFailure", skip_serializing_if = "Option::is_none")]
    pub all_failure: Option<String>,
}

/// Body of [`CreateInstance`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateInstanceBody {
    /// 4-64 characters.
    pub name: String,
    /// Up to 1024 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// `kafka`.
    pub engine: String,
    /// `1.1.0`, `2.3.0`, `2.7`.
    pub engine_version: String,
    /// Bandwidth: `100MB`, `300MB`, `600MB`, `1200MB`.
    pub specification: String,
    /// Disk of all brokers together, GB.
    pub storage_space: i64,
    /// Partitions of all topics together: 300, 900, 1800, by bandwidth.
    #[serde(deserialize_with = "number_or_text")]
    pub partition_num: i64,
    /// SASL user; needed with `ssl_enable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_user: Option<String>,
    /// That user's password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// Virtual private cloud.
    pub vpc_id: String,
    /// Security group.
    pub security_group_id: String,
    /// Subnet.
    pub subnet_id: String,
    /// Ids of one zone, or of three or more.
    pub available_zones: Vec<String>,
    /// Flavour: `00300-30308-0--0`.
    pub product_id: String,
    /// User of Kafka Manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kafka_manager_user: Option<String>,
    /// Password of Kafka Manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kafka_manager_password: Option<Secret>,
    /// Start of the maintenance window, UTC, `HH:mm:ss`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_begin: Option<String>,
    /// End of the maintenance window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_end: Option<String>,
    /// Whether it is reachable from the internet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_publicip: Option<bool>,
    /// Public bandwidth, Mbit/s; a text by the table, a number in the example.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "optional_text_or_number")]
    pub public_bandwidth: Option<String>,
    /// Ids of its elastic addresses, joined by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publicip_id: Option<String>,
    /// Whether clients authenticate with SASL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssl_enable: Option<bool>,
    /// `time_base` or `produce_reject`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_policy: Option<String>,
    /// Whether a topic comes into being when a client first names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_auto_topic: Option<bool>,
    /// Kind of disk: `dms.physical.storage.high` or `dms.physical.storage.ultra`.
    pub storage_spec_code: String,
    /// Enterprise project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise_project_id: Option<String>,
    /// Tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}
