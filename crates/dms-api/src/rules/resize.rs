//! Rules for changing an instance's size (K5.3.1).

use crate::models::kafka::Product;
use crate::operation::Engine;
use crate::ops::kafka::ExtendBody;

use super::instance::public_addresses;
use super::{Findings, Limits, NumberRule, Problem};

/// How often the disks of an instance can grow (DMS.00400124).
pub const DISK_EXPANSIONS: u32 = 20;

/// Disks grow by 100 GB a broker at least.
const STEP: i64 = 100;

/// The instance as it is, and what the region offers.
#[derive(Clone, Copy, Debug, Default)]
pub struct ExtendFacts<'a> {
    /// Its brokers.
    pub brokers: i64,
    /// Disk of all of them together as it was bought, GB.
    pub storage: i64,
    /// Its flavour.
    pub product_id: &'a str,
    /// Whether it is reachable from the internet.
    pub public: bool,
    /// Flavours that it can be changed to; an empty list is not known and not checked.
    pub products: &'a [Product],
}

impl ExtendFacts<'_> {
    fn limits(&self, product_id: &str) -> Limits {
        let product = self.products.iter().find(|p| p.product_id == product_id);
        Limits::of(Engine::Kafka, product_id, product)
    }

    /// The disks that it can grow to with the brokers it has, GB.
    pub fn storage(&self) -> NumberRule {
        let brokers = self.brokers.max(1);
        let whole = STEP.saturating_mul(brokers);
        let max = self.limits(self.product_id).storage_per_broker.1.saturating_mul(brokers);
        let step = if self.storage % whole == 0 { whole } else { STEP };
        NumberRule { section: "K5.3.1", min: self.storage.saturating_add(whole), max, step }
    }

    /// The brokers that it can grow to.
    pub fn brokers(&self) -> NumberRule {
        let max = self.limits(self.product_id).brokers.max;
        NumberRule::range("K5.3.1", self.brokers.saturating_add(1), max)
    }

    /// The disks that `brokers` brokers have when each keeps its own, GB: the only size that goes with them.
    pub const fn storage_of(&self, brokers: i64) -> i64 {
        let own = if self.brokers > 0 { self.storage / self.brokers } else { 0 };
        own.saturating_mul(brokers)
    }

    /// Checks a flavour to change to: another one, with room for the brokers and disks that there are.
    ///
    /// # Errors
    /// The first problem.
    pub fn flavour(&self, product_id: &str) -> Result<(), Problem> {
        if product_id.is_empty() {
            return Err(Problem::NotChosen);
        }
        if product_id == self.product_id {
            return Err(Problem::Duplicate);
        }
        if !self.products.is_empty() && !self.products.iter().any(|p| p.product_id == product_id) {
            return Err(Problem::Unknown);
        }
        let limits = self.limits(product_id);
        limits.brokers.check(self.brokers)?;
        let (min, max) = limits.storage_per_broker;
        let each = self.storage / self.brokers.max(1);
        NumberRule::range("K5.3.1", min, max).check(each)
    }
}

impl ExtendBody {
    /// Every problem of the change.
    pub fn check(&self, facts: &ExtendFacts<'_>) -> Findings {
        let mut found = Findings::default();
        match self {
            Self::Storage { new_storage_space } => {
                found.note("new_storage_space", facts.storage().check(*new_storage_space));
            }
            Self::Horizontal { new_broker_num, new_storage_space, publicip_id, tenant_ips, .. } => {
                found.note("new_broker_num", facts.brokers().check(*new_broker_num));
                let wanted = facts.storage_of(*new_broker_num);
                found.note(
                    "new_storage_space",
                    NumberRule::range("K5.3.1", wanted, wanted).check(*new_storage_space),
                );
                let added = usize::try_from(new_broker_num.saturating_sub(facts.brokers)).unwrap_or_default();
                if facts.public {
                    let ids = publicip_id.as_deref().unwrap_or_default();
                    found.note("publicip_id", public_addresses(ids, Some(added)));
                }
                if tenant_ips.as_ref().is_some_and(|ips| ips.len() > added) {
                    found.note("tenant_ips", Err::<(), _>(Problem::TooMany { max: added }));
                }
            }
            Self::Vertical { new_product_id } => found.note("new_product_id", facts.flavour(new_product_id)),
        }
        found
    }
}
