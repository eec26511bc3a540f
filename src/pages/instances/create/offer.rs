//! What the region offers: flavours, versions, zones, maintenance windows.

use std::sync::Arc;

use dms_api::models::kafka::{MaintainWindowList, ProductList};
use dms_api::models::{AvailableZone, AvailableZoneList};
use dms_api::operation::Engine;
use dms_api::ops::kafka;
use dms_api::rules::InstanceFacts;

use super::flavour::{self, Flavour};
use crate::data::{ApiFailure, Query, use_query};
use crate::prelude::*;

/// The region's offer, as far as it has arrived. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Offer {
    products: Query<ProductList>,
    zones: Query<AvailableZoneList>,
    windows: Query<MaintainWindowList>,
    flavours: Memo<Arc<Vec<Flavour>>>,
    versions: Memo<Vec<String>>,
}

/// Asks for flavours (K5.9.3), zones (K5.9.2) and maintenance windows (K5.9.1).
pub fn use_offer() -> Offer {
    let products = use_query(|| Some(kafka::ListProducts { engine: Engine::Kafka, product_id: None }));
    let zones = use_query(|| Some(kafka::ListAvailableZones {}));
    let windows = use_query(|| Some(kafka::ListMaintainWindows {}));
    let flavours = Memo::new(move |_| {
        Arc::new(products.data().map(|list| flavour::flavours(&list)).unwrap_or_default())
    });
    let versions =
        Memo::new(move |_| products.data().map(|list| flavour::versions(&list.versions)).unwrap_or_default());
    Offer { products, zones, windows, flavours, versions }
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
        self.versions.get()
    }

    /// Zones. Tracked.
    pub fn zones(self) -> Vec<AvailableZone> {
        self.zones.data().map(|list| list.available_zones.clone()).unwrap_or_default()
    }

    /// Maintenance windows as start and end hour, and whether it is the usual one. Tracked.
    pub fn windows(self) -> Vec<(u8, u8, bool)> {
        let list = self.windows.data();
        let all = list.iter().flat_map(|list| list.maintain_windows.iter());
        all.filter_map(|w| Some((w.begin_hour()?, w.end_hour()?, w.default))).collect()
    }

    /// What the rules check against. Tracked.
    pub fn with_facts<R>(self, check: impl FnOnce(&InstanceFacts<'_>) -> R) -> R {
        let products = self.products.data();
        let zones = self.zones.data();
        let facts = InstanceFacts {
            products: products.as_deref().map_or(&[], |list| &list.products),
            versions: products.as_deref().map_or(&[], |list| &list.versions),
            zones: zones.as_deref().map_or(&[], |list| &list.available_zones),
        };
        check(&facts)
    }

    /// Whether the flavours are still on their way. Tracked.
    pub fn loading(self) -> bool {
        self.products.loading()
    }

    /// Why something could not be loaded. Tracked.
    pub fn failure(self) -> Option<ApiFailure> {
        self.products.error().or_else(|| self.zones.error()).or_else(|| self.windows.error())
    }

    /// Asks again.
    pub fn refresh(self) {
        self.products.refresh();
        self.zones.refresh();
        self.windows.refresh();
    }
}
