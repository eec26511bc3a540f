//! Flavours of RocketMQ instances; only the SDKs have the operation for this engine.

use crate::models::kafka::ProductIo;
use crate::record;
use crate::record::TextNumber;

record! {
    /// Answer of `rocketmq.ListProducts`.
    pub struct ProductList {
        /// The engine asked.
        pub engine: String,
        /// Versions of the engine that can be bought.
        pub versions: Vec<String>,
        /// Flavours.
        pub products: Vec<Product>,
        /// How many flavours there are in all.
        pub total: u64,
        /// Where the next page begins, -1 for none.
        pub next_offset: i64,
        /// Where the previous page begins, -1 for none.
        pub previous_offset: i64,
    }
}

record! {
    /// A flavour.
    pub struct Product {
        /// `cluster` or `single`.
        pub r#type: String as "type",
        /// What an order names it by: `c6.4u8g.cluster`.
        pub product_id: String,
        /// The machine below it.
        pub ecs_flavor_id: String,
        /// What the bill names it by.
        pub billing_code: String,
        /// `X86`, `ARM`.
        pub arch_types: Vec<String>,
        /// `monthly`, `hourly`.
        pub charging_mode: Vec<String>,
        /// Kinds of disk, and where each can be had.
        pub ios: Vec<ProductIo>,
        /// Names of extra features.
        pub support_features: Vec<String>,
        /// Limits.
        pub properties: ProductProperties,
        ..rest
    }
}

record! {
    /// Limits of a flavour. All are numbers, written as texts.
    pub struct ProductProperties {
        /// Name of the flavour for people: `rocketmq.4u8g.cluster`.
        pub product_alias: String,
        /// Versions of the engine, joined by commas.
        pub engine_versions: Option<String>,
        /// Fewest brokers.
        pub min_broker: Option<TextNumber>,
        /// Most brokers.
        pub max_broker: Option<TextNumber>,
        /// Smallest disk of a broker, GB.
        pub min_storage_per_node: Option<TextNumber>,
        /// Largest disk of a broker, GB.
        pub max_storage_per_node: Option<TextNumber>,
        /// Most topics of a broker.
        pub max_topic_per_broker: Option<TextNumber>,
        /// Most groups of a broker.
        pub max_consumer_per_broker: Option<TextNumber>,
        /// Messages per second of a broker.
        pub max_tps_per_broker: Option<TextNumber>,
        ..rest
    }
}
