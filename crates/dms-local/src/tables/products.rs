//! Flavours (K5.9.3). Their limits are the contract's, so that forms and this service agree.

use std::collections::BTreeMap;

use dms_api::Engine;
use dms_api::models::kafka::{Product, ProductFeature, ProductIo, ProductProperties};
use dms_api::record::TextNumber;
use dms_api::rules::{Flavour, V1Flavour};

use super::zones;
use crate::instance::InstanceSpec;

/// Generation of the machines: product ids begin with it.
const GENERATION: &str = "c6";
/// Kinds of disk.
const DISKS: [&str; 2] = ["dms.physical.storage.high.v2", "dms.physical.storage.ultra.v2"];
/// Machines and messages per second of the sizes.
const SIZES: &[(&str, &str, u64)] = &[
    ("2u4g", "c6.large.2", 30_000),
    ("4u8g", "c6.xlarge.2", 100_000),
    ("8u16g", "c6.2xlarge.2", 150_000),
    ("12u24g", "c6.3xlarge.2", 200_000),
    ("16u32g", "c6.4xlarge.2", 250_000),
];

/// Versions of an engine that can be bought.
pub fn versions(engine: Engine) -> &'static [&'static str] {
    match engine {
        Engine::Kafka => &["1.1.0", "2.3.0", "2.7"],
        Engine::RocketMq => &["4.8.0"],
    }
}

/// Partitions (Kafka) or topics (RocketMQ) that one broker of a flavour takes.
pub fn per_broker(engine: Engine, product_id: &str) -> u64 {
    Flavour::find(engine, product_id).map_or(0, |flavour| flavour.per_broker.unsigned_abs())
}

/// Partitions that all topics of a Kafka instance may have together.
pub fn partitions(spec: &InstanceSpec) -> u64 {
    match V1Flavour::find(&spec.product_id) {
        Some(older) => older.partitions,
        None => per_broker(Engine::Kafka, &spec.product_id) * u64::from(spec.broker_num),
    }
}

/// All flavours of an engine as the API shows them.
pub fn answer(engine: Engine) -> Vec<Product> {
    Flavour::all(engine).iter().map(|flavour| product(engine, flavour)).collect()
}

fn product(engine: Engine, flavour: &Flavour) -> Product {
    let machine = flavour.size.split('.').next().unwrap_or_default();
    let (ecs_flavor, tps) = SIZES
        .iter()
        .find(|(size, ..)| *size == machine)
        .map_or(("c6.large.2", 30_000), |(_, flavor, tps)| (*flavor, *tps));
    let name = match engine {
        Engine::Kafka => "kafka",
        Engine::RocketMq => "rocketmq",
    };
    let number = |n: i64| Some(TextNumber(n.unsigned_abs()));
    Product {
        r#type: "cluster".to_owned(),
        product_id: format!("{GENERATION}.{}", flavour.size),
        ecs_flavor_id: ecs_flavor.to_owned(),
        billing_code: Some("dms.platinum.c6".to_owned()),
        arch_types: vec!["X86".to_owned()],
        charging_mode: vec!["monthly".to_owned(), "hourly".to_owned()],
        ios: disks(),
        support_features: features(engine),
        properties: ProductProperties {
            product_alias: format!("{name}.{}", flavour.size),
            min_broker: number(flavour.brokers.0),
            max_broker: number(flavour.brokers.1),
            min_storage_per_node: number(flavour.storage_per_broker.0),
            max_storage_per_node: number(flavour.storage_per_broker.1),
            max_partition_per_broker: number(flavour.per_broker),
            max_consumer_per_broker: Some(TextNumber(4000)),
            max_bandwidth_per_broker: Some(TextNumber(100)),
            max_tps_per_broker: Some(TextNumber(tps)),
            ..ProductProperties::default()
        },
        ..Product::default()
    }
}

fn disks() -> Vec<ProductIo> {
    let ids = |sold_out: bool| {
        zones::ALL.iter().filter(|zone| zone.sold_out == sold_out).map(|zone| zone.id.to_owned()).collect()
    };
    let disk = |code: &str| ProductIo {
        io_spec: code.to_owned(),
        r#type: "evs".to_owned(),
        available_zones: ids(false),
        unavailable_zones: ids(true),
    };
    DISKS.into_iter().map(disk).collect()
}

fn features(engine: Engine) -> Vec<ProductFeature> {
    let limits = [("max_task", "10"), ("min_task", "1"), ("max_node", "10"), ("min_node", "2")];
    let properties: BTreeMap<_, _> =
        limits.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    match engine {
        Engine::Kafka => vec![ProductFeature { name: "connector_obs".to_owned(), properties }],
        Engine::RocketMq => Vec::new(),
    }
}
