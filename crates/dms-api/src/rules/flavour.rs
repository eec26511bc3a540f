//! Flavours of instances and what each can have.

use crate::models::kafka::Product;
use crate::operation::Engine;
use crate::record::TextNumber;

use super::NumberRule;

/// A flavour, as the product pages describe it. The service's own list (K5.9.3) says the same and wins where it
/// is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flavour {
    /// The part of the product id after the first dot: `2u4g.cluster` of `c6.2u4g.cluster`.
    pub size: &'static str,
    /// Fewest and most brokers.
    pub brokers: (i64, i64),
    /// Smallest and largest disk of one broker, GB.
    pub storage_per_broker: (i64, i64),
    /// Kafka: most partitions of one broker. RocketMQ: most topics, and most groups.
    pub per_broker: i64,
}

const fn flavour(size: &'static str, brokers: (i64, i64), storage: (i64, i64), per_broker: i64) -> Flavour {
    Flavour { size, brokers, storage_per_broker: storage, per_broker }
}

/// K5.1.1. Larger ones have up to 50 brokers today; 30 is what every edition takes.
const KAFKA: &[Flavour] = &[
    flavour("2u4g.cluster.small", (3, 30), (100, 10_000), 100),
    flavour("2u4g.cluster", (3, 30), (100, 10_000), 250),
    flavour("4u8g.cluster", (3, 30), (100, 20_000), 500),
    flavour("8u16g.cluster", (3, 30), (100, 30_000), 1000),
    flavour("12u24g.cluster", (3, 30), (100, 30_000), 1500),
    flavour("16u32g.cluster", (3, 30), (100, 30_000), 2000),
];

/// R5.1.1 and the product pages of version 4.8.0.
const ROCKETMQ: &[Flavour] = &[
    flavour("4u8g.cluster.small", (1, 2), (300, 30_000), 2000),
    flavour("4u8g.cluster", (1, 10), (300, 60_000), 4000),
    flavour("8u16g.cluster", (1, 10), (300, 90_000), 8000),
    flavour("12u24g.cluster", (1, 10), (300, 90_000), 12_000),
    flavour("16u32g.cluster", (1, 10), (300, 90_000), 16_000),
];

impl Flavour {
    /// The flavours of an engine that this version knows, smallest first.
    pub const fn all(engine: Engine) -> &'static [Self] {
        match engine {
            Engine::Kafka => KAFKA,
            Engine::RocketMq => ROCKETMQ,
        }
    }

    /// The flavour of a product id or alias: `c6.2u4g.cluster`, `kafka.2u4g.cluster`.
    pub fn find(engine: Engine, product_id: &str) -> Option<&'static Self> {
        let (_, size) = product_id.split_once('.')?;
        Self::all(engine).iter().find(|f| f.size == size)
    }
}

/// What an instance of some flavour can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Brokers.
    pub brokers: NumberRule,
    /// Smallest and largest disk of one broker, GB.
    pub storage_per_broker: (i64, i64),
}

/// Disks grow by 100 GB a broker (K5.3.1).
const STORAGE_STEP: i64 = 100;

impl Limits {
    /// The limits of a product id, from the service's list where `product` is given and from this crate's table
    /// otherwise. A flavour that neither knows is held to wide limits: the service decides.
    pub fn of(engine: Engine, product_id: &str, product: Option<&Product>) -> Self {
        let known = Flavour::find(engine, product_id);
        let (section, brokers, storage) = match engine {
            Engine::Kafka => ("K5.1.1", (1, 50), (STORAGE_STEP, 30_000)),
            Engine::RocketMq => ("R5.1.1", (1, 10), (STORAGE_STEP, 240_000)),
        };
        let (mut brokers, mut storage) =
            known.map_or((brokers, storage), |f| (f.brokers, f.storage_per_broker));
        if let Some(properties) = product.map(|p| &p.properties) {
            override_with(&mut brokers.0, properties.min_broker);
            override_with(&mut brokers.1, properties.max_broker);
            override_with(&mut storage.0, properties.min_storage_per_node);
            override_with(&mut storage.1, properties.max_storage_per_node);
        }
        Self { brokers: NumberRule::range(section, brokers.0, brokers.1), storage_per_broker: storage }
    }

    /// The rule for the disks of `brokers` brokers together, GB: each broker gets the same.
    pub fn storage(&self, brokers: i64) -> NumberRule {
        let brokers = brokers.clamp(1, 1000);
        let (min, max) = self.storage_per_broker;
        NumberRule {
            section: self.brokers.section,
            min: min.saturating_mul(brokers),
            max: max.saturating_mul(brokers),
            step: STORAGE_STEP * brokers,
        }
    }
}

/// Zero counts as not said.
fn override_with(limit: &mut i64, said: Option<TextNumber>) {
    if let Some(TextNumber(n)) = said
        && let Ok(n) = i64::try_from(n)
        && n > 0
    {
        *limit = n;
    }
}
