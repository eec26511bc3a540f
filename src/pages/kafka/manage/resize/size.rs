//! An instance's size, and what a change makes of it. Pure.

use dms_api::models::Instance;
use dms_api::models::kafka::Product;
use dms_api::ops::kafka::ExtendBody;
use dms_api::record::TextNumber;
use dms_api::rules::{self, DISK_EXPANSIONS, ExtendFacts};

use crate::i18n::{Locale, Msg, instances, number, resize as text};
use crate::pages::instances::addresses;

/// The size as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Size {
    pub brokers: i64,
    /// Disk of all brokers together, GB.
    pub storage: i64,
    pub product: String,
    pub public: bool,
    /// How often the disks have grown, where the service says so.
    pub expansions: Option<u32>,
    /// Whether disks grow without a restart.
    pub logical: bool,
}

impl Size {
    /// The size of an instance. Version 1 of the API does not count brokers: each has an address.
    pub fn of(instance: &Instance) -> Self {
        let counted = instance.broker_num.filter(|n| *n > 0).map(i64::from);
        let listed = i64::try_from(addresses(instance).len()).unwrap_or_default();
        let storage = instance.total_storage_space.unwrap_or(instance.storage_space);
        Self {
            brokers: counted.unwrap_or(listed),
            storage: i64::try_from(storage).unwrap_or(i64::MAX),
            product: instance.product_id.clone(),
            public: instance.enable_publicip,
            expansions: instance.extend_times,
            logical: instance.is_logical_volume == Some(true),
        }
    }

    /// What the rules check against.
    pub fn facts<'a>(&'a self, products: &'a [Product]) -> ExtendFacts<'a> {
        ExtendFacts {
            brokers: self.brokers,
            storage: self.storage,
            product_id: &self.product,
            public: self.public,
            products,
        }
    }

    /// Why the disks cannot grow.
    pub fn storage_is_full(&self, products: &[Product]) -> Option<Msg> {
        let rule = self.facts(products).storage();
        if self.expansions.is_some_and(|n| n >= DISK_EXPANSIONS) {
            return Some(text::STORAGE_TIMES);
        }
        (rule.min > rule.max).then_some(text::STORAGE_FULL)
    }

    /// Why there can be no more brokers.
    pub fn brokers_are_full(&self, products: &[Product]) -> Option<Msg> {
        let rule = self.facts(products).brokers();
        (rule.min > rule.max).then_some(text::BROKERS_FULL)
    }

    /// What `body` changes, line by line; nothing where it cannot be sent.
    pub fn changes(&self, body: &ExtendBody, products: &[Product], locale: Locale) -> Vec<Line> {
        if !body.check(&self.facts(products)).is_empty() {
            return Vec::new();
        }
        match body {
            ExtendBody::Storage { new_storage_space } => self.grown(*new_storage_space, locale),
            ExtendBody::Horizontal { new_broker_num, new_storage_space, .. } => {
                let mut lines = vec![
                    Line::new(text::L_BROKERS, number(self.brokers), number(*new_broker_num)),
                    self.storage_line(*new_storage_space, locale),
                ];
                if let Some(each) = partitions(&self.product, products) {
                    let before = number(each.saturating_mul(self.brokers));
                    lines.push(Line::new(
                        text::L_PARTITIONS,
                        before,
                        number(each.saturating_mul(*new_broker_num)),
                    ));
                }
                lines
            }
            ExtendBody::Vertical { new_product_id } => self.other_flavour(new_product_id, products),
        }
    }

    fn storage_line(&self, gb: i64, locale: Locale) -> Line {
        let size = |gb: i64| instances::GB.fill(locale, &[("n", &number(gb))]);
        Line::new(text::L_STORAGE, size(self.storage), size(gb))
    }

    fn grown(&self, gb: i64, locale: Locale) -> Vec<Line> {
        let brokers = self.brokers.max(1);
        let each = |gb: i64| instances::GB.fill(locale, &[("n", &number(gb / brokers))]);
        let mut lines =
            vec![self.storage_line(gb, locale), Line::new(text::L_EACH, each(self.storage), each(gb))];
        if let Some(n) = self.expansions {
            let times = |n: u32| text::OF_TIMES.fill(locale, &[("n", &n), ("max", &DISK_EXPANSIONS)]);
            lines.push(Line::new(text::L_TIMES, times(n), times(n + 1)));
        }
        lines
    }

    fn other_flavour(&self, product_id: &str, products: &[Product]) -> Vec<Line> {
        let mut lines = vec![Line::new(text::L_FLAVOUR, self.product.clone(), product_id)];
        let find = |id: &str| products.iter().find(|product| product.product_id == id);
        let mut note = |what: Msg, before: Option<i64>, after: Option<i64>| {
            let shown =
                |n: Option<i64>| n.map_or_else(|| "–".to_owned(), |n| number(n.saturating_mul(self.brokers)));
            if before != after {
                lines.push(Line::new(what, shown(before), shown(after)));
            }
        };
        note(text::L_PARTITIONS, partitions(&self.product, products), partitions(product_id, products));
        let both = |of: fn(&Product) -> Option<TextNumber>| {
            let of =
                |id: &str| find(id).and_then(of).and_then(|n| i64::try_from(n.0).ok()).filter(|n| *n > 0);
            (of(&self.product), of(product_id))
        };
        let (before, after) = both(|product| product.properties.max_bandwidth_per_broker);
        note(text::L_BANDWIDTH, before, after);
        let (before, after) = both(|product| product.properties.max_tps_per_broker);
        note(text::L_TPS, before, after);
        lines
    }
}

/// One value before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub what: Msg,
    pub before: String,
    pub after: String,
}

impl Line {
    fn new(what: Msg, before: impl Into<String>, after: impl Into<String>) -> Self {
        Self { what, before: before.into(), after: after.into() }
    }
}

/// Most partitions of a broker of a flavour, as the service says, else as the product pages do.
fn partitions(product_id: &str, products: &[Product]) -> Option<i64> {
    let said = products.iter().find(|product| product.product_id == product_id);
    let said = said.and_then(|product| product.properties.max_partition_per_broker);
    let known = rules::Flavour::find(dms_api::Engine::Kafka, product_id).map(|flavour| flavour.per_broker);
    said.and_then(|n| i64::try_from(n.0).ok()).filter(|n| *n > 0).or(known)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size() -> Size {
        Size {
            brokers: 3,
            storage: 600,
            product: "c6.2u4g.cluster".into(),
            expansions: Some(1),
            ..Size::default()
        }
    }

    fn told(body: &ExtendBody) -> Vec<(String, String)> {
        let lines = size().changes(body, &[], Locale::En);
        lines.into_iter().map(|line| (line.before, line.after)).collect()
    }

    fn pairs<const N: usize>(all: [(&str, &str); N]) -> Vec<(String, String)> {
        all.map(|(before, after)| (before.to_owned(), after.to_owned())).to_vec()
    }

    #[test]
    fn larger_disks_are_counted_for_each_broker() {
        let body = ExtendBody::Storage { new_storage_space: 900 };
        let expected = [("600 GB", "900 GB"), ("200 GB", "300 GB"), ("1 of 20", "2 of 20")];
        assert_eq!(told(&body), pairs(expected));
        assert!(told(&ExtendBody::Storage { new_storage_space: 601 }).is_empty(), "not a step");
    }

    #[test]
    fn more_brokers_bring_disks_and_partitions() {
        let body = ExtendBody::Horizontal {
            new_storage_space: 1000,
            new_broker_num: 5,
            publicip_id: None,
            tenant_ips: None,
            second_tenant_subnet_id: None,
        };
        assert_eq!(told(&body), pairs([("3", "5"), ("600 GB", "1000 GB"), ("750", "1250")]));
    }

    #[test]
    fn another_flavour_says_what_it_can() {
        let body = ExtendBody::Vertical { new_product_id: "c6.4u8g.cluster".into() };
        let expected = [("c6.2u4g.cluster", "c6.4u8g.cluster"), ("750", "1500")];
        assert_eq!(told(&body), pairs(expected));
    }

    #[test]
    fn what_cannot_grow_says_why() {
        let worn = Size { expansions: Some(20), ..size() };
        assert_eq!(worn.storage_is_full(&[]), Some(text::STORAGE_TIMES));
        let full = Size { storage: 30_000, brokers: 30, ..size() };
        assert_eq!(full.brokers_are_full(&[]), Some(text::BROKERS_FULL));
        assert_eq!((size().storage_is_full(&[]), size().brokers_are_full(&[])), (None, None));
    }
}
