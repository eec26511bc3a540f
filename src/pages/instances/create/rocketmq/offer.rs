//! What the region offers for RocketMQ.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::rocketmq::{Product, ProductList};
use dms_api::models::{AvailableZone, AvailableZoneList};
use dms_api::ops::rocketmq::{ListAvailableZones, ListProducts, Reliability};
use dms_api::rules::{self, InstanceFacts, Limits};

use crate::data::{Query, use_query};
use crate::pages::instances::create::flavour::{self, Flavour};
use crate::prelude::*;

/// The version that R5.1.1 names.
const VERSION: &str = "4.8.0";

/// The region's offer, as far as it has arrived. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Offer {
    products: Query<ProductList>,
    pub zones: Query<AvailableZoneList>,
    flavours: Memo<Arc<Vec<Flavour>>>,
}

/// Asks for zones (R5.8.1) and flavours. Only the SDKs know the list of flavours: where a service has none, those of
/// the reference are offered.
pub fn use_offer() -> Offer {
    let products = use_query(|| Some(ListProducts { engine: Reliability, product_id: None }));
    let zones = use_query(|| Some(ListAvailableZones { engine: Some(Engine::RocketMq) }));
    let flavours = Memo::new(move |_| {
        let listed = products.data().map(|list| list.products.iter().map(listed).collect::<Vec<_>>());
        Arc::new(match listed {
            Some(listed) if !listed.is_empty() => listed,
            None if products.error().is_none() => Vec::new(),
            _ => rules::Flavour::all(Engine::RocketMq).iter().map(known).collect(),
        })
    });
    Offer { products, zones, flavours }
}

impl Offer {
    /// Flavours, smallest first. Tracked.
    pub fn flavours(self) -> Arc<Vec<Flavour>> {
        self.flavours.get()
    }

    /// The flavour with this id. Tracked.
    pub fn flavour(self, id: &str) -> Option<Flavour> {
        self.flavours.with(|all| all.iter().find(|f| f.id == id).cloned())
    }

    /// Versions, newest first. Tracked.
    pub fn versions(self) -> Vec<String> {
        let listed = self.products.data().map(|list| flavour::versions(&list.versions)).unwrap_or_default();
        if listed.is_empty() { vec![VERSION.to_owned()] } else { listed }
    }

    /// Zones. Tracked.
    pub fn zones(self) -> Vec<AvailableZone> {
        self.zones.data().map(|list| list.available_zones.clone()).unwrap_or_default()
    }

    /// What the rules check against. Tracked.
    pub fn with_facts<R>(self, check: impl FnOnce(&InstanceFacts<'_>) -> R) -> R {
        check(&InstanceFacts { products: &[], versions: &[], zones: &self.zones() })
    }
}

/// A flavour as the service lists it.
fn listed(product: &Product) -> Flavour {
    let limits = &product.properties;
    let alias = if limits.product_alias.is_empty() { &product.product_id } else { &limits.product_alias };
    let known = rules::Flavour::find(Engine::RocketMq, &product.product_id);
    let topics = limits.max_topic_per_broker.map(|n| n.0);
    flavour(&product.product_id, alias, topics.or_else(|| u64::try_from(known?.per_broker).ok()))
}

/// A flavour of the reference's table. Product ids begin with the generation of the machines.
fn known(row: &rules::Flavour) -> Flavour {
    let id = format!("c6.{}", row.size);
    flavour(&id, &format!("rocketmq.{}", row.size), u64::try_from(row.per_broker).ok())
}

fn flavour(id: &str, alias: &str, topics: Option<u64>) -> Flavour {
    Flavour {
        id: id.to_owned(),
        alias: alias.to_owned(),
        limits: Limits::of(Engine::RocketMq, id, None),
        partitions: topics,
        tps: None,
        bandwidth: None,
        disks: Vec::new(),
        archs: Vec::new(),
        connector: false,
    }
}
