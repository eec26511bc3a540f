//! Flavours of version 1 (K7.1.2.2).

use dms_api::models::kafka::{V1Engine, V1Io, V1Kind, V1Product, V1ProductList};
use dms_api::record::TextNumber;
use dms_api::rules::V1Flavour;

use super::{products, zones};

/// All flavours for every version of Kafka, as version 1 shows them.
pub fn answer() -> V1ProductList {
    let engines = products::versions(dms_api::Engine::Kafka).iter().map(|version| V1Engine {
        name: "kafka".to_owned(),
        version: (*version).to_owned(),
        values: vec![V1Kind {
            detail: V1Flavour::ALL.iter().map(product).collect(),
            name: "cluster".to_owned(),
            unavailable_zones: zones(true),
            available_zones: zones(false),
        }],
    });
    let hourly: Vec<V1Engine> = engines.collect();
    V1ProductList { monthly: Some(hourly.clone()), hourly }
}

fn product(flavour: &V1Flavour) -> V1Product {
    V1Product {
        tps: TextNumber(flavour.tps),
        storage: TextNumber(flavour.storage.unsigned_abs()),
        partition_num: TextNumber(flavour.partitions),
        product_id: flavour.product_id.to_owned(),
        spec_code: flavour.spec_code.to_owned(),
        io: flavour.disks.iter().map(|code| io(code)).collect(),
        bandwidth: flavour.bandwidth.to_owned(),
        unavailable_zones: Some(zones(true)),
        available_zones: zones(false),
        ecs_flavor_id: flavour.machine.to_owned(),
        arch_type: "X86".to_owned(),
    }
}

fn io(code: &str) -> V1Io {
    let kind = code.rsplit('.').next().unwrap_or_default();
    V1Io {
        io_type: kind.to_owned(),
        storage_spec_code: code.to_owned(),
        available_zones: zones(false),
        unavailable_zones: Some(zones(true)),
        volume_type: if kind == "ultra" { "SSD" } else { "SAS" }.to_owned(),
    }
}

fn zones(sold_out: bool) -> Vec<String> {
    zones::ALL.iter().filter(|zone| zone.sold_out == sold_out).map(|zone| zone.id.to_owned()).collect()
}
