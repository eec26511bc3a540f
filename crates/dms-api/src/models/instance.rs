//! Instances of both engines (K5.1, R5.1).

use crate::operation::Engine;
use crate::record;
use crate::record::{CommaList, Json, JsonText, TextMillis, TextNumber};

use super::{Charging, InstanceStatus, Tag};

record! {
    /// Answer of `kafka.ListInstances` (K5.1.2) and `rocketmq.ListInstances` (R5.1.2).
    pub struct InstanceList {
        /// The page.
        pub instances: Vec<Instance>,
        /// How many instances match in all.
        pub instance_num: u64 as "instance_num" | "total" | "count",
    }
}

record! {
    /// An instance, as the lists and `ShowInstance` of both engines answer it (K5.1.2-3, R5.1.2-3).
    ///
    /// A field is an `Option` where only one engine has it or where the service leaves it out at times; keys
    /// that only newer editions have are in `rest`. Sizes are GB.
    pub struct Instance {
        /// UUID.
        pub instance_id: String as "instance_id" | "id",
        /// 4-64 characters; several instances can share a name.
        pub name: String,
        /// `kafka`, or `reliability` for RocketMQ; see [`Instance::engine_kind`].
        pub engine: String,
        /// `2.7`, `4.8.0`.
        pub engine_version: String,
        /// Free text, up to 1024 characters.
        pub description: String,
        /// State.
        pub status: InstanceStatus,
        /// `cluster` or `single`.
        pub r#type: String as "type",
        /// For people: `c6.2u4g.cluster * 3 broker`.
        pub specification: String,
        /// Flavour: `c6.2u4g.cluster`.
        pub product_id: String,
        /// Older name of the flavour, often empty.
        pub resource_spec_code: String,
        /// How it is paid for.
        pub charging_mode: Option<Charging>,
        /// Order of a prepaid instance.
        pub order_id: Option<String>,
        /// Number of brokers.
        pub broker_num: Option<u32>,
        /// Number of nodes: for RocketMQ that is brokers' replicas and name servers.
        pub node_num: Option<u32>,
        /// Size of the disks that was bought.
        pub total_storage_space: Option<u64>,
        /// Size that messages can use.
        pub storage_space: u64,
        /// Size in use.
        pub used_storage_space: u64,
        /// Kind of disk: `dms.physical.storage.ultra.v2`.
        pub storage_spec_code: String,
        /// Id of the disks' resource.
        pub storage_resource_id: String,
        /// `hec` and the like.
        pub storage_type: String,
        /// `advanced` and the like.
        pub service_type: String,
        /// How often the disks have grown; 20 is the end (Kafka).
        pub extend_times: Option<u32>,
        /// Whether disks grow without a restart (Kafka).
        pub is_logical_volume: Option<bool>,
        /// Whether disks are encrypted.
        pub disk_encrypted: Option<bool>,
        /// Id of the key that encrypts them.
        pub disk_encrypted_key: Option<String>,
        /// When creation was done.
        pub created_at: Option<TextMillis>,
        /// Ids of the zones its nodes are in.
        pub available_zones: Vec<String>,
        /// Names of those zones; newer editions only.
        pub available_zone_names: Option<Vec<String>>,
        /// Virtual private cloud.
        pub vpc_id: String,
        /// Its name.
        pub vpc_name: String,
        /// Subnet.
        pub subnet_id: String,
        /// Its name.
        pub subnet_name: Option<String>,
        /// Its address range.
        pub subnet_cidr: Option<String>,
        /// Security group.
        pub security_group_id: String,
        /// Its name.
        pub security_group_name: String,
        /// Who created it.
        pub user_id: String,
        /// That user's name.
        pub user_name: String,
        /// Enterprise project, `"0"` for the default one.
        pub enterprise_project_id: Option<String>,
        /// Start of the maintenance window, UTC: `02:00:00`.
        pub maintain_begin: String,
        /// End of the maintenance window.
        pub maintain_end: String,
        /// Tags.
        pub tags: Option<Vec<Tag>>,
        /// Whether clients authenticate with SASL (Kafka) or connect with TLS (RocketMQ).
        pub ssl_enable: bool,
        /// Whether access control is on.
        pub enable_acl: Option<bool>,
        /// Whether it is reachable from the internet.
        pub enable_publicip: bool,
        /// Ids of its elastic addresses.
        pub publicip_id: Option<CommaList>,
        /// Its elastic addresses.
        pub publicip_address: Option<CommaList>,
        /// Whether it has IPv6 addresses.
        pub ipv6_enable: Option<bool>,
        /// Per private address: what clients in another network are told, and ids of the ports.
        pub cross_vpc_info: Option<JsonText<Json>>,
        /// Names of features, joined by commas; see [`Instance::has_feature`].
        pub support_features: Option<CommaList>,
        /// Versions of the monitoring it reports to: `linux,v1,v2`.
        pub ces_version: Option<String>,
        /// Whether it is charged by the newer flavours.
        pub new_spec_billing_enable: Option<bool>,
        /// Whether logs are collected.
        pub enable_log_collection: Option<bool>,
        /// Whether it is a disaster-recovery instance.
        pub dr_enable: Option<bool>,
        // Kafka only.
        /// Most partitions that all topics can have together.
        pub partition_num: Option<TextNumber>,
        /// Private addresses of the brokers, without port.
        pub connect_address: Option<CommaList> as "connect_address" | "connect_addresses",
        /// Port for clients.
        pub port: Option<u32>,
        /// IPv6 addresses of the brokers.
        pub ipv6_connect_addresses: Option<Vec<String>>,
        /// Public addresses, with ports.
        pub public_connect_address: Option<CommaList>,
        /// Private addresses with ports.
        pub kafka_private_connect_address: Option<CommaList>,
        /// Addresses inside the tenant's network.
        pub pod_connect_address: Option<String>,
        /// SASL user that was named at creation.
        pub access_user: Option<String>,
        /// `SASL_SSL`, `SASL_PLAINTEXT` or `PLAINTEXT`.
        pub kafka_security_protocol: Option<String>,
        /// `PLAIN`, `SCRAM-SHA-512`.
        pub sasl_enabled_mechanisms: Option<Vec<String>>,
        /// Whether clients show certificates as well.
        pub ssl_two_way_enable: Option<bool>,
        /// Whether the certificate can be replaced.
        pub cert_replaced: Option<bool>,
        /// Whether clients in the VPC may connect without SASL.
        pub vpc_client_plain: Option<bool>,
        /// What happens when disks are full: `time_base` deletes the oldest messages, `produce_reject` refuses
        /// new ones.
        pub retention_policy: Option<String>,
        /// Whether a topic comes into being when a client first names it.
        pub enable_auto_topic: Option<bool>,
        /// Whether Kafka Manager is on.
        pub kafka_manager_enable: Option<bool>,
        /// User of Kafka Manager.
        pub kafka_manager_user: Option<String>,
        /// Private address of Kafka Manager.
        pub management_connect_address: Option<String>,
        /// Public address of Kafka Manager.
        pub public_management_connect_address: Option<String>,
        /// Public access, `"true"`, `"false"` or a state in between.
        pub kafka_public_status: Option<String>,
        /// Since when public access is on: `true`, `actived`, `closed`, `false`.
        pub public_access_enabled: Option<String>,
        /// Public bandwidth, Mbit/s.
        pub public_bandwidth: Option<u32>,
        /// The same, in an older key; the table's name for it is a misprint.
        pub public_boundwidth: Option<u32> as "public_boundwidth" | "public_bound_width",
        /// Whether messages can be dumped to storage.
        pub connector_enable: Option<bool> as "connector_enable" | "connector_enabled",
        /// Id of the dump task.
        pub connector_id: Option<String>,
        /// Whether the REST access of Kafka is on.
        pub rest_enable: Option<bool>,
        /// Its address.
        pub rest_connect_address: Option<String>,
        /// Whether messages can be queried.
        pub message_query_inst_enable: Option<bool>,
        /// Whether messages are traced.
        pub trace_enable: Option<bool>,
        /// Whether an agent is on.
        pub agent_enable: Option<bool>,
        // RocketMQ only.
        /// Private addresses of the name servers, with ports, joined by `;`.
        pub namesrv_address: Option<String>,
        /// Private addresses of the brokers, with ports.
        pub broker_address: Option<String> as "broker_address" | "broker_addresses",
        /// Public addresses of the name servers.
        pub public_namesrv_address: Option<String>,
        /// Public addresses of the brokers.
        pub public_broker_address: Option<String>,
        ..rest
    }
}

impl Instance {
    /// The engine, `None` for one this version does not know.
    pub fn engine_kind(&self) -> Option<Engine> {
        Engine::parse(&self.engine)
    }

    /// Whether the service says that the instance supports a feature, such as `route` or `rocketmq.acl`.
    pub fn has_feature(&self, name: &str) -> bool {
        self.support_features.as_ref().is_some_and(|features| features.iter().any(|f| f == name))
    }

    /// The tags; none if the service did not say.
    pub fn tags(&self) -> &[Tag] {
        self.tags.as_deref().unwrap_or_default()
    }
}

record! {
    /// Answer of `CreateInstance` of both engines.
    pub struct CreatedInstance {
        /// Id of the instance that is being created.
        pub instance_id: String as "instance_id" | "id",
    }
}

record! {
    /// Answer of `kafka.BatchAction` (K5.1.6) and `rocketmq.BatchDelete` (R5.1.6). A 204 without a body, which
    /// some editions send when all failed instances are deleted, is an empty list.
    pub struct ActionResults {
        /// One result per instance.
        pub results: Vec<ActionResult>,
    }
}

record! {
    /// What became of one instance of a batch.
    pub struct ActionResult {
        /// `success` or `failed`.
        pub result: String,
        /// The instance's id.
        pub instance: String,
    }
}

impl ActionResult {
    /// Whether the action was taken on.
    pub fn is_success(&self) -> bool {
        self.result.eq_ignore_ascii_case("success")
    }
}
