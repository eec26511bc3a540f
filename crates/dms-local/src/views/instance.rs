//! Instances as K5.1.2-3 and R5.1.2-3 show them.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::{Charging, Instance as Shown, Tag};
use dms_api::record::{CommaList, Json, JsonText, TextMillis, TextNumber};
use dms_api::rules::V1Flavour;
use serde_json::json;

use crate::auth::identity;
use crate::clusters::Running;
use crate::instance::{Instance, InstanceSpec, KafkaSpec};
use crate::tables::{network, products, zones};

/// Usable part of the ordered storage; the rest is the system's.
const USABLE_PERCENT: u64 = 93;

/// GB of an instance's disks that messages can use.
pub const fn usable(spec: &InstanceSpec) -> u64 {
    spec.storage_space * USABLE_PERCENT / 100
}

/// An instance with its tags, its cluster if it runs, and the bytes that its messages take.
pub fn shown(
    instance: Instance,
    tags: Vec<(String, String)>,
    cluster: Option<&Arc<Running>>,
    bytes: u64,
) -> Shown {
    let spec = &instance.spec;
    let engine = instance.engine;
    let common = Shown {
        instance_id: instance.id.clone(),
        name: instance.name.clone(),
        engine: engine.as_str().to_owned(),
        engine_version: spec.engine_version.clone(),
        description: spec.description.clone(),
        status: instance.status.clone(),
        r#type: "cluster".to_owned(),
        specification: specification(spec),
        product_id: spec.product_id.clone(),
        charging_mode: Some(if spec.billing.prepaid { Charging::Period } else { Charging::PayPerUse }),
        broker_num: Some(spec.broker_num),
        total_storage_space: Some(spec.storage_space),
        storage_space: usable(spec),
        used_storage_space: bytes >> 30,
        storage_spec_code: spec.storage_spec_code.clone(),
        storage_resource_id: resource_id(&instance.id),
        storage_type: "hec".to_owned(),
        service_type: "advanced".to_owned(),
        extend_times: Some(spec.extend_times),
        disk_encrypted: Some(spec.disk_encrypted),
        created_at: Some(TextMillis(instance.created_at)),
        available_zones: spec.available_zones.clone(),
        available_zone_names: Some(zone_names(&spec.available_zones)),
        vpc_id: spec.vpc_id.clone(),
        vpc_name: network::name_of(&network::VPCS, &spec.vpc_id).to_owned(),
        subnet_id: spec.subnet_id.clone(),
        subnet_name: Some(network::name_of(&network::SUBNETS, &spec.subnet_id).to_owned()),
        subnet_cidr: Some(network::cidr_of(&spec.subnet_id).to_owned()),
        security_group_id: spec.security_group_id.clone(),
        security_group_name: network::name_of(&network::SECURITY_GROUPS, &spec.security_group_id).to_owned(),
        user_id: identity::DEMO.id.to_owned(),
        user_name: identity::DEMO.name.to_owned(),
        enterprise_project_id: Some(spec.enterprise_project_id.clone()),
        maintain_begin: spec.maintain_begin.clone(),
        maintain_end: spec.maintain_end.clone(),
        tags: Some(tags.into_iter().map(|(key, value)| Tag { key, value }).collect()),
        ssl_enable: spec.ssl_enable,
        enable_acl: Some(spec.enable_acl),
        enable_publicip: spec.enable_publicip,
        ipv6_enable: Some(spec.ipv6_enable),
        ces_version: Some("linux,v1,v2".to_owned()),
        new_spec_billing_enable: Some(true),
        enable_log_collection: Some(false),
        dr_enable: Some(false),
        ..Shown::default()
    };
    match engine {
        Engine::Kafka => kafka(common, &instance, cluster),
        Engine::RocketMq => rocketmq(common, &instance),
    }
}

fn specification(spec: &InstanceSpec) -> String {
    let older = V1Flavour::find(&spec.product_id).map(|flavour| flavour.bandwidth.to_owned());
    older.unwrap_or_else(|| format!("{} * {} broker", spec.product_id, spec.broker_num))
}

fn kafka(common: Shown, instance: &Instance, cluster: Option<&Arc<Running>>) -> Shown {
    let (spec, kafka) = (&instance.spec, &instance.spec.kafka);
    let brokers = cluster.map(|running| running.brokers.as_slice()).unwrap_or_default();
    let addresses = || brokers.iter().map(|b| format!("{}:{}", b.host, b.port)).collect::<Vec<_>>();
    let public = spec.enable_publicip;
    let partitions = products::partitions(spec);
    Shown {
        order_id: Some(spec.billing.order_id.clone()),
        disk_encrypted_key: Some(spec.disk_encrypted_key.clone()),
        node_num: Some(spec.broker_num),
        is_logical_volume: Some(true),
        partition_num: Some(TextNumber(partitions)),
        // All brokers share one address here and differ by port; clients learn the others from the first.
        connect_address: Some(CommaList(brokers.first().map(|b| b.host.clone()).into_iter().collect())),
        port: Some(brokers.first().map_or(0, |b| b.port.into())),
        kafka_private_connect_address: Some(CommaList(addresses())),
        public_connect_address: public.then(|| CommaList(addresses())),
        ipv6_connect_addresses: Some(Vec::new()),
        pod_connect_address: Some(String::new()),
        cross_vpc_info: Some(cross_vpc(
            &kafka.advertised,
            brokers.iter().map(|b| (b.host.as_str(), b.port.into())),
        )),
        support_features: Some(CommaList(features(KAFKA_FEATURES))),
        management_connect_address: manager_address(kafka, brokers),
        public_management_connect_address: manager_address(kafka, brokers).filter(|_| public),
        kafka_manager_enable: Some(!kafka.manager_user.is_empty()),
        kafka_manager_user: Some(kafka.manager_user.clone()),
        access_user: Some(kafka.access_user.clone()),
        kafka_security_protocol: Some(protocol(kafka)),
        sasl_enabled_mechanisms: Some(kafka.sasl_mechanisms.clone()),
        ssl_two_way_enable: Some(false),
        cert_replaced: Some(false),
        vpc_client_plain: Some(kafka.vpc_client_plain),
        retention_policy: Some(kafka.retention_policy.clone()),
        enable_auto_topic: Some(kafka.enable_auto_topic),
        kafka_public_status: Some(if public { "actived" } else { "closed" }.to_owned()),
        public_access_enabled: Some(public.to_string()),
        public_bandwidth: Some(kafka.public_bandwidth),
        public_boundwidth: Some(kafka.public_bandwidth),
        publicip_id: public
            .then(|| CommaList(spec.publicip_id.split(',').map(|id| id.trim().to_owned()).collect())),
        connector_enable: Some(kafka.connector_enable),
        connector_id: Some(String::new()),
        rest_enable: Some(false),
        rest_connect_address: Some(String::new()),
        message_query_inst_enable: Some(true),
        trace_enable: Some(false),
        agent_enable: Some(false),
        resource_spec_code: V1Flavour::find(&spec.product_id)
            .map_or("", |flavour| flavour.spec_code)
            .to_owned(),
        ..common
    }
}

/// Ports of the name servers.
const NAME_SERVERS: [u32; 2] = [8100, 8101];

fn rocketmq(common: Shown, instance: &Instance) -> Shown {
    let spec = &instance.spec;
    let public = spec.enable_publicip;
    let list = |ids: &str| CommaList(ids.split(',').map(|id| id.trim().to_owned()).collect());
    let host = "127.0.0.1";
    let ports = || (0..spec.broker_num).map(|n| 10100 + n);
    let brokers = ports().map(|port| format!("{host}:{port}")).collect::<Vec<_>>().join(",");
    let servers = NAME_SERVERS.map(|port| format!("{host}:{port}")).join(";");
    Shown {
        // Three replicas per broker and two name servers.
        node_num: Some(spec.broker_num * 3 + 2),
        namesrv_address: Some(servers.clone()),
        broker_address: Some(brokers.clone()),
        public_namesrv_address: Some(if public { servers } else { String::new() }),
        public_broker_address: Some(if public { brokers } else { String::new() }),
        publicip_id: public.then(|| list(&spec.publicip_id)),
        publicip_address: public.then(|| CommaList(vec![host.to_owned()])),
        cross_vpc_info: Some(rocketmq_cross_vpc(host, ports())),
        support_features: Some(CommaList(features(ROCKETMQ_FEATURES))),
        ..common
    }
}

const KAFKA_FEATURES: &str = "kafka.crossvpc.domain.enable,feature.physerver.kafka.topic.accesspolicy,\
    feature.physerver.kafka.topic.modify,feature.physerver.kafka.user.manager,message_trace_enable,auto_topic_switch,\
    kafka.config.dynamic.modify.enable,route";
const ROCKETMQ_FEATURES: &str = "rocketmq.acl,message_trace_enable,route,features.log.collection";

fn features(all: &str) -> Vec<String> {
    all.split(',').map(str::to_owned).collect()
}

fn protocol(kafka: &KafkaSpec) -> String {
    if kafka.security_protocol.is_empty() { "PLAINTEXT".to_owned() } else { kafka.security_protocol.clone() }
}

fn manager_address(kafka: &KafkaSpec, brokers: &[crate::kafka::Broker]) -> Option<String> {
    let host = brokers.first().filter(|_| !kafka.manager_user.is_empty())?;
    Some(format!("https://{}:9999", host.host))
}

/// What clients of other networks are told about each broker. Keyed with the port: the address is one for all.
fn cross_vpc<'a>(
    advertised: &BTreeMap<String, String>,
    brokers: impl Iterator<Item = (&'a str, u32)>,
) -> JsonText<Json> {
    let entries = brokers.map(|(host, port)| {
        let listener = format!("{host}:{port}");
        let told = advertised.get(&listener).map_or(host, String::as_str);
        let entry = json!({ "advertised_ip": told, "port": port, "port_id": format!("port-{port}") });
        (listener, entry)
    });
    JsonText(Json::Object(entries.collect()))
}

/// The same for RocketMQ, which tells brokers and name servers apart by their ports.
fn rocketmq_cross_vpc(host: &str, brokers: impl Iterator<Item = u32>) -> JsonText<Json> {
    let entry = |port: u32, of_broker: bool| {
        let text = |fits: bool| if fits { port.to_string() } else { "-".to_owned() };
        let told = json!({
            "advertised_ip": host, "broker_port": text(of_broker), "namesrv_port": text(!of_broker),
            "port_id": format!("port-{port}"),
        });
        (format!("{host}:{port}"), told)
    };
    let servers = NAME_SERVERS.into_iter().map(|port| entry(port, false));
    JsonText(Json::Object(servers.chain(brokers.map(|port| entry(port, true))).collect()))
}

fn zone_names(ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| zones::find(id).map_or_else(|| id.clone(), |zone| zone.name.to_owned())).collect()
}

/// A stable id that differs from the instance's.
fn resource_id(instance_id: &str) -> String {
    instance_id
        .chars()
        .map(|c| c.to_digit(16).map_or(c, |d| char::from_digit(15 - d, 16).unwrap_or(c)))
        .collect()
}
