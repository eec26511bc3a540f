//! The flavours that an instance can be bought in, and what they allow.

use dms_api::models::kafka::{Product, ProductList};
use dms_api::record::TextNumber;

/// Storage grows in steps of this many GB.
pub const STORAGE_STEP: u64 = 100;

/// A flavour's limits, per broker unless said otherwise. `None` where the service does not say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Flavour {
    /// What requests name it by.
    pub id: String,
    /// What people call it.
    pub alias: String,
    /// Machine type behind it.
    pub machine: String,
    /// Fewest and most brokers of an instance.
    pub brokers: (u64, u64),
    /// Smallest and largest disk, GB.
    pub disk: (Option<u64>, Option<u64>),
    pub partitions: Option<u64>,
    /// Messages per second.
    pub tps: Option<u64>,
    /// MB per second.
    pub bandwidth: Option<u64>,
    pub consumers: Option<u64>,
    pub disks: Vec<Disk>,
    /// CPU architectures: `X86`.
    pub archs: Vec<String>,
    /// Whether messages can be dumped to object storage.
    pub connector: bool,
}

/// A kind of disk and where it can be had.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disk {
    pub code: String,
    pub zones: Vec<String>,
    pub sold_out: Vec<String>,
}

impl Disk {
    /// Whether the service says that the zone has none of it left. A zone that it does not mention may have some.
    pub fn is_sold_out(&self, zone: &str) -> bool {
        self.sold_out.iter().any(|z| z == zone)
    }
}

impl Flavour {
    fn of(product: &Product) -> Self {
        let limits = &product.properties;
        let n = |value: Option<TextNumber>| value.map(|n| n.0).filter(|n| *n > 0);
        let fewest = n(limits.min_broker).unwrap_or(if product.r#type == "single" { 1 } else { 3 });
        let most = n(limits.max_broker).unwrap_or(if product.r#type == "single" { 1 } else { 30 });
        let alias = &limits.product_alias;
        let disks = product.ios.iter().map(|io| Disk {
            code: io.io_spec.clone(),
            zones: io.available_zones.clone(),
            sold_out: io.unavailable_zones.clone(),
        });
        Self {
            id: product.product_id.clone(),
            alias: if alias.is_empty() { product.product_id.clone() } else { alias.clone() },
            machine: product.ecs_flavor_id.clone(),
            brokers: (fewest, most.max(fewest)),
            disk: (n(limits.min_storage_per_node), n(limits.max_storage_per_node)),
            partitions: n(limits.max_partition_per_broker),
            tps: n(limits.max_tps_per_broker),
            bandwidth: n(limits.max_bandwidth_per_broker),
            consumers: n(limits.max_consumer_per_broker),
            disks: disks.collect(),
            archs: product.arch_types.clone(),
            connector: product.support_features.iter().any(|f| f.name.starts_with("connector")),
        }
    }

    /// The kind of disk with this code.
    pub fn disk_of(&self, code: &str) -> Option<&Disk> {
        self.disks.iter().find(|d| d.code == code)
    }

    /// Smallest and largest storage of an instance with this many brokers, GB, on the grid of [`STORAGE_STEP`].
    pub fn storage(&self, brokers: u64) -> (u64, u64) {
        let (smallest, largest) = self.disk;
        let up = |gb: u64| gb.div_ceil(STORAGE_STEP) * STORAGE_STEP;
        let low = up(smallest.unwrap_or(STORAGE_STEP).saturating_mul(brokers));
        let high = largest.map_or(u64::MAX, |gb| gb.saturating_mul(brokers) / STORAGE_STEP * STORAGE_STEP);
        (low, high.max(low))
    }
}

/// The flavours on offer, smallest first.
pub fn flavours(list: &ProductList) -> Vec<Flavour> {
    let mut all: Vec<Flavour> = list.products.iter().map(Flavour::of).collect();
    all.sort_by(|a, b| (a.partitions, a.tps, &a.id).cmp(&(b.partitions, b.tps, &b.id)));
    all
}

/// The versions on offer, newest first.
pub fn versions(list: &ProductList) -> Vec<String> {
    let mut all = list.versions.clone();
    let parts = |v: &str| v.split('.').map(|p| p.parse::<u64>().unwrap_or(0)).collect::<Vec<_>>();
    all.sort_by_key(|v| std::cmp::Reverse(parts(v)));
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use dms_api::record::FromAnswer;
    use serde_json::json;

    use super::*;

    fn list() -> ProductList {
        ProductList::from_answer(&json!({
        "engine": "kafka", "versions": ["1.1.0", "2.7", "2.3.0"],
        "products": [
            {"type": "cluster", "product_id": "c6.4u8g.cluster", "arch_types": ["X86"],
             "properties": {"max_partition_per_broker": "500", "product_alias": "kafka.4u8g.cluster"}},
            {"type": "cluster", "product_id": "c6.2u4g.cluster", "arch_types": ["X86"],
             "ios": [{"io_spec": "dms.physical.storage.high.v2", "available_zones": ["a", "b"],
                      "unavailable_zones": ["c"]}],
             "support_features": [{"name": "connector_obs", "properties": {"max_task": "10"}}],
             "properties": {"max_partition_per_broker": "250", "min_broker": "3", "max_broker": "30",
                "min_storage_per_node": "150", "max_storage_per_node": "10000",
                "max_tps_per_broker": "30000", "product_alias": "kafka.2u4g.cluster"}},
        ]}))
    }

    #[test]
    fn smallest_flavour_first_newest_version_first() {
        let ids: Vec<_> = flavours(&list()).into_iter().map(|f| f.id).collect();
        assert_eq!(ids, ["c6.2u4g.cluster", "c6.4u8g.cluster"]);
        assert_eq!(versions(&list()), ["2.7", "2.3.0", "1.1.0"]);
    }

    #[test]
    fn limits_scale_with_the_brokers() {
        let all = flavours(&list());
        let small = all.first().cloned().unwrap_or_default();
        assert_eq!(small.storage(3), (500, 30_000));
        assert_eq!(small.storage(30), (4500, 300_000));
        assert_eq!((small.brokers, small.connector), ((3, 30), true));
    }

    #[test]
    fn an_answer_without_limits_still_gives_a_flavour() {
        let bare = flavours(&list()).pop().unwrap_or_default();
        assert_eq!(bare.brokers, (3, 30));
        assert_eq!(bare.storage(3), (300, u64::MAX));
        assert!(!bare.connector);
    }

    #[test]
    fn a_zone_is_sold_out_only_where_the_service_says_so() {
        let all = flavours(&list());
        let disk =
            all.first().and_then(|f| f.disk_of("dms.physical.storage.high.v2")).cloned().unwrap_or_default();
        assert!(disk.is_sold_out("c") && !disk.is_sold_out("a") && !disk.is_sold_out("unheard-of"));
    }
}
