//! What the region offers: the same for everybody, and the same every day.

pub mod network;
pub mod products;
pub mod v1;
pub mod windows;
pub mod zones;

use std::sync::LazyLock;

use dms_api::Engine;
use dms_api::models::AvailableZone;
use dms_api::models::kafka::Product;
use dms_api::rules::InstanceFacts;

/// What can be ordered for an engine.
#[derive(Debug)]
pub struct Offer {
    products: Vec<Product>,
    versions: Vec<String>,
    zones: Vec<AvailableZone>,
}

impl Offer {
    fn of(engine: Engine) -> Self {
        Self {
            products: products::answer(engine),
            versions: products::versions(engine).iter().map(|&version| version.to_owned()).collect(),
            zones: zones::answer(),
        }
    }

    /// The same as the contract's rules take it.
    pub fn facts(&self) -> InstanceFacts<'_> {
        InstanceFacts { products: &self.products, versions: &self.versions, zones: &self.zones }
    }
}

/// What can be ordered for an engine.
pub fn offer(engine: Engine) -> &'static Offer {
    static KAFKA: LazyLock<Offer> = LazyLock::new(|| Offer::of(Engine::Kafka));
    static ROCKETMQ: LazyLock<Offer> = LazyLock::new(|| Offer::of(Engine::RocketMq));
    match engine {
        Engine::Kafka => &KAFKA,
        Engine::RocketMq => &ROCKETMQ,
    }
}
