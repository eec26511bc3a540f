//! The flavours that an instance can be bought in, as the form shows them.

use dms_api::models::kafka::{Product, ProductList};
use dms_api::operation::Engine;
use dms_api::record::TextNumber;
use dms_api::rules::{self, Limits};

/// A flavour. Numbers are per broker; `None` where the service does not say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flavour {
    /// What requests name it by.
    pub id: String,
    /// What people call it.
    pub alias: String,
    /// Brokers and disks.
    pub limits: Limits,
    /// RocketMQ: topics, and as many groups.
    pub partitions: Option<u64>,
    /// Messages per second.
    pub tps: Option<u64>,
    /// MB per second.
    pub bandwidth: Option<u64>,
    pub disks: Vec<Disk>,
    /// CPU architectures: `X86`.
    pub archs: Vec<String>,
    /// Whether messages can be dumped to object storage.
    pub connector: bool,
}

/// A kind of disk and where it is sold out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Disk {
    pub code: String,
    pub sold_out: Vec<String>,
}

impl Flavour {
    fn of(product: &Product) -> Self {
        let limits = &product.properties;
        let n = |value: Option<TextNumber>| value.map(|n| n.0).filter(|n| *n > 0);
        let alias = &limits.product_alias;
        let known = rules::Flavour::find(Engine::Kafka, &product.product_id);
        let disks = product
            .ios
            .iter()
            .map(|io| Disk { code: io.io_spec.clone(), sold_out: io.unavailable_zones.clone() });
        Self {
            id: product.product_id.clone(),
            alias: if alias.is_empty() { product.product_id.clone() } else { alias.clone() },
            limits: Limits::of(Engine::Kafka, &product.product_id, Some(product)),
            partitions: n(limits.max_partition_per_broker)
                .or_else(|| known.and_then(|f| u64::try_from(f.per_broker).ok())),
            tps: n(limits.max_tps_per_broker),
            bandwidth: n(limits.max_bandwidth_per_broker),
            disks: disks.collect(),
            archs: product.arch_types.clone(),
            connector: product.support_features.iter().any(|f| f.name.starts_with("connector")),
        }
    }

    /// Whether the service says that a zone, named by id or code, has none of this kind of disk left. A zone that
    /// it does not mention may have some.
    pub fn is_sold_out(&self, disk: &str, zone_id: &str, zone_code: &str) -> bool {
        let disk = self.disks.iter().find(|d| d.code == disk);
        disk.is_some_and(|d| d.sold_out.iter().any(|z| z == zone_id || (z == zone_code && !z.is_empty())))
    }

    /// The number of brokers nearest to `wanted` that the flavour allows.
    pub fn brokers_near(&self, wanted: i64) -> i64 {
        let rule = &self.limits.brokers;
        wanted.min(rule.max).max(rule.min)
    }

    /// The storage nearest to `wanted` GB that this many brokers can have, never less than wanted where possible.
    pub fn storage_near(&self, wanted: i64, brokers: i64) -> i64 {
        let rule = self.limits.storage(brokers);
        let step = rule.step.max(1);
        let up = |gb: i64| gb.saturating_add(step - 1) / step * step;
        let (low, high) = (up(rule.min), rule.max / step * step);
        up(wanted.max(0)).min(high).max(low)
    }
}

/// The flavours on offer, smallest first.
pub fn flavours(list: &ProductList) -> Vec<Flavour> {
    let mut all: Vec<Flavour> = list.products.iter().map(Flavour::of).collect();
    all.sort_by(|a, b| (a.partitions, a.tps, &a.id).cmp(&(b.partitions, b.tps, &b.id)));
    all
}

/// Versions on offer, newest first.
pub fn versions(listed: &[String]) -> Vec<String> {
    let mut all = listed.to_vec();
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
             "properties": {"product_alias": "kafka.4u8g.cluster"}},
            {"type": "cluster", "product_id": "c6.2u4g.cluster", "arch_types": ["X86"],
             "ios": [{"io_spec": "dms.physical.storage.high.v2", "available_zones": ["a", "b"],
                      "unavailable_zones": ["c"]}],
             "support_features": [{"name": "connector_obs", "properties": {"max_task": "10"}}],
             "properties": {"max_partition_per_broker": "250", "min_broker": "3", "max_broker": "30",
                "min_storage_per_node": "150", "max_storage_per_node": "10000",
                "max_tps_per_broker": "30000", "product_alias": "kafka.2u4g.cluster"}},
        ]}))
    }

    fn small() -> Flavour {
        flavours(&list()).remove(0)
    }

    #[test]
    fn smallest_flavour_first_newest_version_first() {
        let all = flavours(&list());
        let ids: Vec<_> = all.iter().map(|f| f.id.as_str()).collect();
        assert_eq!(ids, ["c6.2u4g.cluster", "c6.4u8g.cluster"]);
        assert_eq!(all[1].partitions, Some(500), "known from the product pages");
        assert_eq!(versions(&list().versions), ["2.7", "2.3.0", "1.1.0"]);
        assert!(small().connector && !all[1].connector);
    }

    #[test]
    fn suggestions_keep_the_rules() {
        let small = small();
        assert_eq!((small.brokers_near(0), small.brokers_near(99)), (3, 30));
        for (wanted, brokers) in [(0, 3), (700, 4), (1_000_000, 3), (601, 3)] {
            let storage = small.storage_near(wanted, brokers);
            assert_eq!(small.limits.storage(brokers).check(storage), Ok(()), "{wanted} for {brokers}");
        }
        assert_eq!(small.storage_near(0, 3), 600, "3 x 150 on the grid of 300");
    }

    #[test]
    fn a_zone_is_sold_out_only_where_the_service_says_so() {
        let small = small();
        let disk = "dms.physical.storage.high.v2";
        assert!(small.is_sold_out(disk, "c", "") && small.is_sold_out(disk, "id", "c"));
        assert!(!small.is_sold_out(disk, "a", "") && !small.is_sold_out("other", "c", "c"));
    }
}
