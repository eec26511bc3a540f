//! An instance as the service keeps it. What the API shows of it is made in `views`.

use std::collections::BTreeMap;

use dms_api::Engine;
use dms_api::models::InstanceStatus;
use serde::{Deserialize, Serialize};

/// An instance.
#[derive(Clone, Debug, PartialEq)]
pub struct Instance {
    /// UUID.
    pub id: String,
    /// Project that owns it.
    pub project_id: String,
    /// Which engine it runs.
    pub engine: Engine,
    /// Unique within the project.
    pub name: String,
    /// Where it is in its life.
    pub status: InstanceStatus,
    /// Milliseconds since 1970.
    pub created_at: i64,
    /// The rest.
    pub spec: InstanceSpec,
}

/// What was ordered, and what was changed since. Kept as JSON: a new field needs no migration, only a default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct InstanceSpec {
    /// Free text.
    pub description: String,
    /// For example `2.7`.
    pub engine_version: String,
    /// For example `c6.2u4g.cluster`.
    pub product_id: String,
    /// Number of brokers.
    pub broker_num: u32,
    /// Ordered space in GB.
    pub storage_space: u64,
    /// Kind of disk.
    pub storage_spec_code: String,
    /// Virtual private cloud.
    pub vpc_id: String,
    /// Subnet of it.
    pub subnet_id: String,
    /// Firewall.
    pub security_group_id: String,
    /// Zone ids.
    pub available_zones: Vec<String>,
    /// `HH:mm:ss`.
    pub maintain_begin: String,
    /// `HH:mm:ss`.
    pub maintain_end: String,
    /// Enterprise project; `0` is the default one.
    pub enterprise_project_id: String,
    /// Whether clients authenticate (SASL) over TLS.
    pub ssl_enable: bool,
    /// Whether it has public addresses.
    pub enable_publicip: bool,
    /// Their ids, separated by commas.
    pub publicip_id: String,
    /// Whether it has IPv6 addresses.
    pub ipv6_enable: bool,
    /// Whether disks are encrypted.
    pub disk_encrypted: bool,
    /// With which key.
    pub disk_encrypted_key: String,
    /// Whether access control lists apply.
    pub enable_acl: bool,
    /// What only Kafka has.
    pub kafka: KafkaSpec,
    /// How it is paid.
    pub billing: Billing,
    /// Loopback ports of the brokers, chosen at creation and kept.
    pub ports: Vec<u16>,
    /// How often its disks have grown.
    pub extend_times: u32,
}

/// The Kafka part of [`InstanceSpec`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct KafkaSpec {
    /// SASL user of the instance.
    pub access_user: String,
    /// Salted hash of that user's password (see `auth::password`).
    pub access_password: String,
    /// User of Kafka Manager.
    pub manager_user: String,
    /// Salted hash of that user's password.
    pub manager_password: String,
    /// `SASL_SSL` or `SASL_PLAINTEXT`, empty without SASL.
    pub security_protocol: String,
    /// `PLAIN`, `SCRAM-SHA-512`.
    pub sasl_mechanisms: Vec<String>,
    /// `time_base` or `produce_reject`.
    pub retention_policy: String,
    /// Whether producing to a topic that does not exist makes it.
    pub enable_auto_topic: bool,
    /// Whether messages can be dumped to object storage.
    pub connector_enable: bool,
    /// Whether clients within the VPC may connect in clear.
    pub vpc_client_plain: bool,
    /// Public bandwidth, Mbit/s; version 1 of the API orders it.
    pub public_bandwidth: u32,
    /// What clients in other networks are told of each broker, by the address and port that it listens on.
    pub advertised: BTreeMap<String, String>,
}

/// How an instance is paid.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Billing {
    /// Paid in advance (`true`) or by the hour.
    pub prepaid: bool,
    /// `month` or `year`, empty unless prepaid.
    pub period_type: String,
    /// Number of periods.
    pub period_num: u32,
    /// Whether it renews itself.
    pub auto_renew: bool,
    /// The order, empty unless prepaid.
    pub order_id: String,
}
