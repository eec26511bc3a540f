//! Rules of version 1 (K7.1.1.1): instances are ordered by bandwidth, and everything else follows from it.

use crate::ops::kafka::{CreateInstanceBody as Version2, v1::CreateInstanceBody};

use super::{Findings, InstanceFacts, NumberRule, Problem, number, one_of};

/// A flavour of version 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct V1Flavour {
    /// What a request calls `specification`.
    pub bandwidth: &'static str,
    /// What it calls `product_id`.
    pub product_id: &'static str,
    /// What answers call `resource_spec_code`.
    pub spec_code: &'static str,
    /// Brokers.
    pub brokers: u32,
    /// Messages per second.
    pub tps: u64,
    /// Partitions of all topics together.
    pub partitions: u64,
    /// Smallest disk of all brokers together, GB; the largest is 90,000 for all.
    pub storage: i64,
    /// Kinds of disk: `high`, `ultra`.
    pub disks: &'static [&'static str],
    /// Flavour of the machines beneath.
    pub machine: &'static str,
}

/// Largest disk of all brokers together, GB.
const STORAGE: i64 = 90_000;

/// Kinds of disk of the smaller flavours.
const BOTH: &[&str] = &["dms.physical.storage.high", "dms.physical.storage.ultra"];
/// Kinds of disk of the larger ones.
const ULTRA: &[&str] = &["dms.physical.storage.ultra"];
/// Words of `specification`.
const BANDWIDTHS: &[&str] = &["100MB", "300MB", "600MB", "1200MB"];

/// A flavour's name in requests and in answers, and its machines.
type Names = (&'static str, &'static str, &'static str, &'static str);

const fn flavour(names: Names, brokers: u32, tps: u64, partitions: u64, storage: i64) -> V1Flavour {
    let (bandwidth, product_id, spec_code, machine) = names;
    let disks = if brokers == 3 { BOTH } else { ULTRA };
    V1Flavour { bandwidth, product_id, spec_code, brokers, tps, partitions, storage, disks, machine }
}

impl V1Flavour {
    /// All flavours, smallest first.
    #[rustfmt::skip]
    pub const ALL: &'static [Self] = &[
        flavour(("100MB", "00300-30308-0--0", "dms.instance.kafka.cluster.c3.mini", "c4.large.2"), 3, 50_000, 300, 600),
        flavour(("300MB", "00300-30310-0--0", "dms.instance.kafka.cluster.c3.small.2", "c4.xlarge.2"), 3, 100_000, 900, 1200),
        flavour(("600MB", "00300-30312-0--0", "dms.instance.kafka.cluster.c3.middle.2", "c4.2xlarge.2"), 4, 200_000, 1800, 2400),
        flavour(("1200MB", "00300-30314-0--0", "dms.instance.kafka.cluster.c3.high.2", "c4.2xlarge.2"), 8, 300_000, 1800, 4800),
    ];

    /// The flavour of a product id. An example of the references has one hyphen less.
    pub fn find(product_id: &str) -> Option<&'static Self> {
        Self::ALL.iter().find(|f| f.product_id == product_id || f.product_id.replace("--", "-") == product_id)
    }

    /// The disks that can be ordered with it, GB.
    pub const fn storage(&self) -> NumberRule {
        NumberRule::range("K7.1.1.1", self.storage, STORAGE)
    }

    /// The public bandwidth that can be ordered with it, Mbit/s: the same for each broker, at most 300.
    pub fn public_bandwidth(&self) -> NumberRule {
        let brokers = i64::from(self.brokers);
        NumberRule { section: "K7.1.1.1", min: brokers, max: brokers * 300, step: brokers }
    }
}

impl CreateInstanceBody {
    /// Every problem of the order. Zones and versions are checked as far as `facts` names them.
    pub fn check(&self, facts: &InstanceFacts<'_>) -> Findings {
        let facts = InstanceFacts { products: &[], ..*facts };
        let mut found = self.as_version_2().check(&facts);
        found.note("specification", one_of(&self.specification, BANDWIDTHS));
        let Some(flavour) = V1Flavour::find(&self.product_id) else {
            found.note("product_id", Err::<(), _>(Problem::Unknown));
            return found;
        };
        let fits = |ok: bool| if ok { Ok(()) } else { Err(Problem::Unknown) };
        found.note("product_id", fits(flavour.bandwidth == self.specification));
        found.note("storage_space", flavour.storage().check(self.storage_space));
        let partitions = i64::try_from(flavour.partitions).unwrap_or(i64::MAX);
        found.note(
            "partition_num",
            NumberRule::range("K7.1.1.1", partitions, partitions).check(self.partition_num),
        );
        found.note("storage_spec_code", one_of(&self.storage_spec_code, flavour.disks));
        if let Some(bandwidth) =
            self.public_bandwidth.as_deref().filter(|_| self.enable_publicip == Some(true))
        {
            let checked = number(bandwidth).and_then(|n| flavour.public_bandwidth().check(n));
            found.note("public_bandwidth", checked);
        }
        found
    }

    /// The same order for version 2, but for what depends on the flavour: that is one which version 2 has.
    pub fn as_version_2(&self) -> Version2 {
        let brokers = V1Flavour::find(&self.product_id).map_or(3, |flavour| i64::from(flavour.brokers));
        Version2 {
            name: self.name.clone(),
            description: self.description.clone(),
            engine: self.engine.clone(),
            engine_version: self.engine_version.clone(),
            broker_num: brokers,
            storage_space: brokers * 100,
            storage_spec_code: self.storage_spec_code.clone(),
            product_id: "c6.2u4g.cluster".to_owned(),
            vpc_id: self.vpc_id.clone(),
            subnet_id: self.subnet_id.clone(),
            security_group_id: self.security_group_id.clone(),
            available_zones: self.available_zones.clone(),
            ssl_enable: self.ssl_enable,
            access_user: self.access_user.clone(),
            password: self.password.clone(),
            kafka_manager_user: self.kafka_manager_user.clone(),
            kafka_manager_password: self.kafka_manager_password.clone(),
            maintain_begin: self.maintain_begin.clone(),
            maintain_end: self.maintain_end.clone(),
            enable_publicip: self.enable_publicip,
            publicip_id: self.publicip_id.clone(),
            retention_policy: self.retention_policy.clone(),
            enable_auto_topic: self.enable_auto_topic,
            enterprise_project_id: self.enterprise_project_id.clone(),
            tags: self.tags.clone(),
            ..Version2::default()
        }
    }
}
