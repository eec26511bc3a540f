//! Life of an instance (K5.1).

use serde::{Deserialize, Serialize};

use crate::models::{ActionResults, CreatedInstance, Instance, InstanceList, Tag};
use crate::operation;
use crate::operation::Engine;
use crate::ops::shared::InstanceActionBody;
use crate::secret::Secret;

operation! {
    /// Creates an instance. The answer comes at once; the instance is `CREATING` for a quarter of an hour or so.
    pub CreateInstance -> CreatedInstance = "kafka.CreateInstance" "K5.1.1" "dms:instance:create" 200,
    Post "/v2/{engine}/{project_id}/instances",
    path { engine: Engine }
    query {}
    body: CreateInstanceBody
}

operation! {
    /// Lists the project's instances of one engine, newest first.
    pub ListInstances -> InstanceList = "kafka.ListInstances" "K5.1.2" "dms:instance:list" 200,
    Get "/v2/{project_id}/instances",
    path {}
    query {
        /// Optional in the reference (Kafka then), required in practice.
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
    pub ShowInstance -> Instance = "kafka.ShowInstance" "K5.1.3" "dms:instance:get" 200,
    Get "/v2/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
}

operation! {
    /// Deletes an instance with all its messages; there is no backup.
    pub DeleteInstance -> () = "kafka.DeleteInstance" "K5.1.4" "dms:instance:delete" 204,
    Delete "/v2/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
}

operation! {
    /// Changes an instance's name, description, maintenance window and the like.
    pub ModifyInstance -> () = "kafka.ModifyInstance" "K5.1.5" "dms:instance:modify" 204,
    Put "/v2/{project_id}/instances/{instance_id}",
    path { instance_id: String }
    query {}
    body: ModifyInstanceBody
}

operation! {
    /// Restarts or deletes up to 50 instances, or deletes all that could not be created. Restarting needs
    /// `dms:instance:modifyStatus` instead; see [`crate::permissions`].
    pub BatchAction -> ActionResults = "kafka.BatchAction" "K5.1.6" "dms:instance:delete" 200,
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
    /// `kafka`.
    pub engine: String,
    /// `1.1.0`, `2.3.0`, `2.7`; what a region offers is in `kafka.ListProducts`.
    pub engine_version: String,
    /// Brokers.
    pub broker_num: i64,
    /// Disk of all brokers together, GB.
    pub storage_space: i64,
    /// Kind of disk: `dms.physical.storage.high.v2` or `dms.physical.storage.ultra.v2`.
    pub storage_spec_code: String,
    /// Flavour: `c6.2u4g.cluster`.
    pub product_id: String,
    /// Virtual private cloud.
    pub vpc_id: String,
    /// Subnet in it.
    pub subnet_id: String,
    /// Security group.
    pub security_group_id: String,
    /// Ids of one zone, or of three or more.
    pub available_zones: Vec<String>,
    /// CPU: `X86`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arch_type: Option<String>,
    /// Whether clients authenticate with SASL; it can never be changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ssl_enable: Option<bool>,
    /// `SASL_SSL` or `SASL_PLAINTEXT`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kafka_security_protocol: Option<String>,
    /// `PLAIN`, `SCRAM-SHA-512` or both.
    #[serde(skip_serializing_if = "Option::is_none", alias = "sasls_enabled_mechanisms")]
    pub sasl_enabled_mechanisms: Option<Vec<String>>,
    /// SASL user; needed with `ssl_enable`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_user: Option<String>,
    /// That user's password.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// Whether clients in the VPC may connect without SASL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vpc_client_plain: Option<bool>,
    /// User of Kafka Manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kafka_manager_user: Option<String>,
    /// Password of Kafka Manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kafka_manager_password: Option<Secret>,
    /// Start of the maintenance window, UTC, `HH:mm`; only together with the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_begin: Option<String>,
    /// End of the maintenance window, four hours later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_end: Option<String>,
    /// Whether it is reachable from the internet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_publicip: Option<bool>,
    /// Ids of the elastic addresses, one per broker, joined by commas.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publicip_id: Option<String>,
    /// `time_base` deletes the oldest messages when disks are full, `produce_reject` refuses new ones.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_policy: Option<String>,
    /// Whether disks are encrypted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disk_encrypted_enable: Option<bool>,
    /// Id of the key that encrypts them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub disk_encrypted_key: Option<String>,
    /// Whether messages can be dumped to storage. The table spells it `connector_enabled`, the service and its
    /// SDKs do not.
    #[serde(skip_serializing_if = "Option::is_none", alias = "connector_enabled")]
    pub connector_enable: Option<bool>,
    /// Whether a topic comes into being when a client first names it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enable_auto_topic: Option<bool>,
    /// Whether it has IPv6 addresses; newer editions only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ipv6_enable: Option<bool>,
    /// Enterprise project; needed by enterprise accounts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise_project_id: Option<String>,
    /// Tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    /// How a prepaid instance is paid for; without it, by the hour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bss_param: Option<BssParam>,
}

/// How an instance is paid for (table 5-4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct BssParam {
    /// [`PREPAID`](Self::PREPAID) or [`POSTPAID`](Self::POSTPAID).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub charging_mode: Option<String>,
    /// `month` or `year`; prepaid only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_type: Option<String>,
    /// 1-9 months or 1-3 years; prepaid only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period_num: Option<i64>,
    /// Whether the period is renewed when it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_auto_renew: Option<bool>,
    /// Whether the order is paid at once from the account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_auto_pay: Option<bool>,
}

impl BssParam {
    /// Paid in advance.
    pub const PREPAID: &'static str = "prePaid";
    /// Paid by the hour.
    pub const POSTPAID: &'static str = "postPaid";
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
    /// Start of the maintenance window, UTC, `HH:mm:ss`; only together with the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_begin: Option<String>,
    /// End of the maintenance window.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub maintain_end: Option<String>,
    /// Security group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_group_id: Option<String>,
    /// `time_base` or `produce_reject`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retention_policy: Option<String>,
    /// Enterprise project.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enterprise_project_id: Option<String>,
}
