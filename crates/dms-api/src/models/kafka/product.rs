//! Flavours that instances can be bought in (K5.9.3) or changed to (K5.3.2).

use std::collections::BTreeMap;

use crate::record;
use crate::record::TextNumber;

record! {
    /// Answer of `kafka.ListProducts` and of `kafka.ListExtendProducts`.
    pub struct ProductList {
        /// The engine asked.
        pub engine: String,
        /// Versions of the engine that can be bought.
        pub versions: Vec<String>,
        /// Flavours.
        pub products: Vec<Product>,
    }
}

record! {
    /// A flavour.
    pub struct Product {
        /// `cluster` or `single`.
        pub r#type: String as "type",
        /// What requests name it by: `c6.2u4g.cluster`.
        pub product_id: String,
        /// Flavour of the machines beneath.
        pub ecs_flavor_id: String,
        /// Name in the bill.
        pub billing_code: Option<String>,
        /// `X86`, `ARM`.
        pub arch_types: Vec<String>,
        /// `monthly`, `hourly`.
        pub charging_mode: Vec<String>,
        /// Kinds of disk, and where each can be had.
        pub ios: Vec<ProductIo>,
        /// Extra features.
        pub support_features: Vec<ProductFeature>,
        /// Limits.
        pub properties: ProductProperties,
        /// Zones that have it; only where an instance is to be resized (K5.3.2).
        pub available_zones: Option<Vec<String>>,
        /// Zones where it is sold out; only there.
        pub unavailable_zones: Option<Vec<String>>,
        ..rest
    }
}

record! {
    /// A kind of disk of a flavour.
    pub struct ProductIo {
        /// `dms.physical.storage.high.v2` and the like.
        pub io_spec: String,
        /// `evs`.
        pub r#type: String as "type",
        /// Zones that have it.
        pub available_zones: Vec<String>,
        /// Zones where it is sold out.
        pub unavailable_zones: Vec<String>,
    }
}

record! {
    /// An extra feature of a flavour.
    pub struct ProductFeature {
        /// `connector_obs` and the like.
        pub name: String,
        /// Its limits: `max_task`, `min_task`, `max_node`, `min_node` in the references, more in practice.
        pub properties: BTreeMap<String, String>,
    }
}

record! {
    /// Limits of a flavour. All are numbers, written as texts.
    pub struct ProductProperties {
        /// Name of the flavour for people: `kafka.2u4g.cluster`.
        pub product_alias: String,
        /// Fewest brokers.
        pub min_broker: Option<TextNumber>,
        /// Most brokers.
        pub max_broker: Option<TextNumber>,
        /// Smallest disk of a broker, GB.
        pub min_storage_per_node: Option<TextNumber>,
        /// Largest disk of a broker, GB.
        pub max_storage_per_node: Option<TextNumber>,
        /// Most partitions of a broker.
        pub max_partition_per_broker: Option<TextNumber>,
        /// Most consumers of a broker.
        pub max_consumer_per_broker: Option<TextNumber>,
        /// Bandwidth of a broker, MB/s.
        pub max_bandwidth_per_broker: Option<TextNumber>,
        /// Messages per second of a broker.
        pub max_tps_per_broker: Option<TextNumber>,
        ..rest
    }
}
