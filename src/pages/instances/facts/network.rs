//! Where an instance is and how clients reach it.

use dms_api::models::Instance;
use dms_api::operation::Engine;

use super::{Collect, Fact, list};
use crate::i18n::instances::fact;
use crate::pages::instances::cross_vpc::{Listener, listeners};
use crate::pages::instances::{rows, words};

pub(super) fn connection(of: &Instance, add: &mut Collect) {
    if of.engine_kind() == Some(Engine::RocketMq) {
        add.addresses(fact::NAMESRV, of.namesrv_address.as_deref());
        add.addresses(fact::BROKER_ADDRESS, of.broker_address.as_deref());
        add.addresses(fact::PUBLIC_NAMESRV, of.public_namesrv_address.as_deref());
        add.addresses(fact::PUBLIC_BROKER, of.public_broker_address.as_deref());
        return;
    }
    let private = rows::addresses(of);
    add.codes(fact::ADDRESS, private.iter().map(String::as_str));
    add.codes(fact::PUBLIC_ADDRESS, list(&of.public_connect_address));
    add.codes(fact::IPV6_ADDRESS, of.ipv6_connect_addresses.iter().flatten().map(String::as_str));
    add.codes(fact::PRIVATE_ADDRESS, list(&of.kafka_private_connect_address));
    add.addresses(fact::POD_ADDRESS, of.pod_connect_address.as_deref());
    add.code(fact::MANAGER_ADDRESS, of.management_connect_address.as_deref());
    add.code(fact::MANAGER_PUBLIC_ADDRESS, of.public_management_connect_address.as_deref());
    add.code(fact::REST_ADDRESS, of.rest_connect_address.as_deref());
}

pub(super) fn network(of: &Instance, add: &mut Collect) {
    zones(of, add);
    add.named(fact::VPC, &of.vpc_name, &of.vpc_id);
    add.named(fact::SUBNET, of.subnet_name.as_deref().unwrap_or_default(), &of.subnet_id);
    add.text(fact::SUBNET_RANGE, of.subnet_cidr.as_deref().unwrap_or_default());
    add.named(fact::SECURITY_GROUP, &of.security_group_name, &of.security_group_id);
    add.flag(fact::PUBLIC_ACCESS, Some(of.enable_publicip));
    add.codes(fact::PUBLIC_IPS, list(&of.publicip_address));
    add.codes(fact::PUBLIC_IP_IDS, list(&of.publicip_id));
    if let Some(bandwidth) = of.public_bandwidth.or(of.public_boundwidth).filter(|n| *n > 0) {
        add.add(fact::PUBLIC_BANDWIDTH, Fact::Counted(fact::MBIT, bandwidth.into()));
    }
    add.word(fact::PUBLIC_STATE, of.kafka_public_status.as_deref(), words::public_access);
    add.word(fact::PUBLIC_SINCE, of.public_access_enabled.as_deref(), words::public_access);
    add.flag(fact::IPV6, of.ipv6_enable);
    let listeners = of.cross_vpc_info.as_ref().map(|info| listeners(&info.0)).unwrap_or_default();
    if !listeners.is_empty() {
        add.add(fact::CROSS_VPC, Fact::Lines(listeners.iter().map(cross_vpc_line).collect()));
    }
}

/// The zones by name and id where the service says both.
fn zones(of: &Instance, add: &mut Collect) {
    let names = of.available_zone_names.as_deref().unwrap_or_default();
    if !names.is_empty() && names.len() == of.available_zones.len() {
        let pairs = names.iter().cloned().zip(of.available_zones.iter().cloned());
        add.add(fact::ZONES, Fact::Named(pairs.collect()));
        return;
    }
    add.text(fact::ZONES, &names.join(", "));
    add.codes(fact::ZONES, of.available_zones.iter().map(String::as_str));
}

/// `192.168.1.21 → 10.0.0.5`: the private address and what other networks' clients are told.
fn cross_vpc_line(of: &Listener) -> String {
    match of.advertised.as_str() {
        told if told.is_empty() || told == of.address => of.address.clone(),
        told => format!("{} → {told}", of.address),
    }
}
