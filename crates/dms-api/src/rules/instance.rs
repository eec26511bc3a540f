//! Rules for instances: what both engines share, and Kafka's bodies (K5.1).

use std::collections::HashSet;

use crate::models::AvailableZone;
use crate::models::kafka::{Product, hour};
use crate::operation::Engine;
use crate::ops::kafka::{BssParam, CreateInstanceBody, ModifyInstanceBody};
use crate::ops::shared::InstanceActionBody;

use super::{
    ACCESS_USER, DESCRIPTION, Findings, INSTANCE_NAME, Limits, MANAGER_USER, NumberRule, Problem, one_of,
    password, tags,
};

/// Hours at which a maintenance window can begin, UTC.
pub const WINDOW_STARTS: &[u8] = &[22, 2, 6, 10, 14, 18];
/// How long a maintenance window is.
pub const WINDOW_HOURS: u8 = 4;
/// Security protocols with SASL.
pub const PROTOCOLS: &[&str] = &["SASL_SSL", "SASL_PLAINTEXT"];
/// SASL mechanisms. `SASL_PLAINTEXT` has the second only.
pub const MECHANISMS: &[&str] = &["PLAIN", "SCRAM-SHA-512"];
/// What happens when disks are full.
pub const RETENTION_POLICIES: &[&str] = &["time_base", "produce_reject"];
/// Ways of paying.
pub const CHARGING_MODES: &[&str] = &[BssParam::PREPAID, BssParam::POSTPAID];
/// Units of a prepaid period.
pub const PERIOD_TYPES: &[&str] = &["month", "year"];
/// Prepaid months.
pub const MONTHS: NumberRule = NumberRule::range("K5.1.1", 1, 9);
/// Prepaid years.
pub const YEARS: NumberRule = NumberRule::range("K5.1.1", 1, 3);
/// Most instances of one batch action (DMS.00400100).
pub const ACTION_INSTANCES: usize = 50;

/// What is known about the region's offer; an empty list is not known and not checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct InstanceFacts<'a> {
    /// Flavours.
    pub products: &'a [Product],
    /// Versions of the engine.
    pub versions: &'a [String],
    /// Zones.
    pub zones: &'a [AvailableZone],
}

impl InstanceFacts<'_> {
    pub(super) fn product(&self, id: &str) -> Option<&Product> {
        self.products.iter().find(|p| p.product_id == id)
    }

    /// Version and flavour of a new instance.
    pub(super) fn check_offer(&self, found: &mut Findings, version: &str, product_id: &str) {
        found.require_choice("engine_version", version);
        if !version.is_empty() && !self.versions.is_empty() && !self.versions.iter().any(|v| v == version) {
            found.note("engine_version", Err::<(), _>(Problem::Unknown));
        }
        found.require_choice("product_id", product_id);
        if !product_id.is_empty() && !self.products.is_empty() && self.product(product_id).is_none() {
            found.note("product_id", Err::<(), _>(Problem::Unknown));
        }
    }

    /// Kind of disk of a new instance: one that the flavour comes with.
    pub(super) fn check_disk(&self, found: &mut Findings, product_id: &str, code: &str) {
        found.require_choice("storage_spec_code", code);
        let disks = self.product(product_id).map(|product| product.ios.as_slice()).unwrap_or_default();
        if !code.is_empty() && !disks.is_empty() && !disks.iter().any(|disk| disk.io_spec == code) {
            found.note("storage_spec_code", Err::<(), _>(Problem::Unknown));
        }
    }
}

/// Checks the zones of a new instance: one, or three or more, each once.
///
/// # Errors
/// The first problem. Older editions take one only (DMS.00400067).
pub fn zones(ids: &[String], known: &[AvailableZone]) -> Result<(), Problem> {
    if ids.is_empty() || ids.iter().any(String::is_empty) {
        return Err(Problem::NotChosen);
    }
    if ids.iter().collect::<HashSet<_>>().len() < ids.len() {
        return Err(Problem::Duplicate);
    }
    let usable = |id: &String| known.iter().any(|zone| zone.id == *id && zone.is_usable());
    if !known.is_empty() && !ids.iter().all(usable) {
        return Err(Problem::Unknown);
    }
    if ids.len() == 2 { Err(Problem::TwoZones) } else { Ok(()) }
}

/// Checks a maintenance window, `HH:mm` or `HH:mm:ss`. Both ends or neither; the field is the one that is wrong.
pub fn maintain_window(found: &mut Findings, begin: Option<&str>, end: Option<&str>) {
    let (begin, end) = (begin.filter(|t| !t.is_empty()), end.filter(|t| !t.is_empty()));
    match (begin, end) {
        (None, None) => {}
        (None, Some(_)) => found.note("maintain_begin", Err::<(), _>(Problem::Required)),
        (Some(_), None) => found.note("maintain_end", Err::<(), _>(Problem::Required)),
        (Some(begin), Some(end)) => match full_hour(begin).filter(|hour| WINDOW_STARTS.contains(hour)) {
            None => found.note("maintain_begin", Err::<(), _>(Problem::NotAWindow)),
            Some(start) if full_hour(end) == Some((start + WINDOW_HOURS) % 24) => {}
            Some(_) => found.note("maintain_end", Err::<(), _>(Problem::NotAWindow)),
        },
    }
}

/// The hour of a time without minutes and seconds.
fn full_hour(text: &str) -> Option<u8> {
    let rest = text.split(':').skip(1);
    hour(text).filter(|_| rest.clone().count() > 0 && rest.into_iter().all(|part| part == "00"))
}

/// Checks the ids of elastic addresses, joined by commas, blanks allowed. `need` is how many there must be, if
/// that is known.
///
/// # Errors
/// The first problem.
pub fn public_addresses(ids: &str, need: Option<usize>) -> Result<(), Problem> {
    let ids: Vec<&str> = ids.split(',').map(str::trim).collect();
    if ids.iter().any(|id| id.is_empty()) {
        return Err(Problem::Required);
    }
    if ids.iter().collect::<HashSet<_>>().len() < ids.len() {
        return Err(Problem::Duplicate);
    }
    match need {
        Some(need) if need != ids.len() => Err(Problem::WrongCount { need }),
        _ => Ok(()),
    }
}

impl CreateInstanceBody {
    /// Every problem of the body, in the order of the table.
    pub fn check(&self, facts: &InstanceFacts<'_>) -> Findings {
        let mut found = Findings::default();
        found.note("name", INSTANCE_NAME.check(&self.name));
        found.note("description", DESCRIPTION.check(self.description.as_deref().unwrap_or_default()));
        found.note("engine", one_of(&self.engine, &["kafka"]));
        facts.check_offer(&mut found, &self.engine_version, &self.product_id);
        self.check_size(&mut found, facts);
        facts.check_disk(&mut found, &self.product_id, &self.storage_spec_code);
        found.require_choice("vpc_id", &self.vpc_id);
        found.require_choice("subnet_id", &self.subnet_id);
        found.require_choice("security_group_id", &self.security_group_id);
        found.note("available_zones", zones(&self.available_zones, facts.zones));
        self.check_access(&mut found);
        maintain_window(&mut found, self.maintain_begin.as_deref(), self.maintain_end.as_deref());
        if let Some(policy) = &self.retention_policy {
            found.note("retention_policy", one_of(policy, RETENTION_POLICIES));
        }
        if self.disk_encrypted_enable == Some(true) {
            found.require("disk_encrypted_key", self.disk_encrypted_key.as_deref().unwrap_or_default());
        }
        found.0.extend(tags(self.tags.as_deref().unwrap_or_default()).0);
        if let Some(bss) = &self.bss_param {
            bss.check(&mut found);
        }
        found
    }

    fn check_size(&self, found: &mut Findings, facts: &InstanceFacts<'_>) {
        let limits = Limits::of(Engine::Kafka, &self.product_id, facts.product(&self.product_id));
        found.note("broker_num", limits.brokers.check(self.broker_num));
        found.note("storage_space", limits.storage(self.broker_num).check(self.storage_space));
    }

    fn check_access(&self, found: &mut Findings) {
        if self.ssl_enable == Some(true) {
            let user = self.access_user.as_deref().unwrap_or_default();
            found.note("access_user", ACCESS_USER.check(user));
            found.note("password", password(self.password.as_ref().map_or("", |p| p.expose()), user));
            self.check_sasl(found);
        }
        let manager = self.kafka_manager_user.as_deref().unwrap_or_default();
        let secret = self.kafka_manager_password.as_ref().map_or("", |p| p.expose());
        if !manager.is_empty() || !secret.is_empty() {
            found.note("kafka_manager_user", MANAGER_USER.check(manager));
            found.note("kafka_manager_password", password(secret, manager));
        }
        if self.enable_publicip == Some(true) {
            let need = usize::try_from(self.broker_num).ok();
            found
                .note("publicip_id", public_addresses(self.publicip_id.as_deref().unwrap_or_default(), need));
        }
    }

    fn check_sasl(&self, found: &mut Findings) {
        let protocol = self.kafka_security_protocol.as_deref().unwrap_or_default();
        if !protocol.is_empty() {
            found.note("kafka_security_protocol", one_of(protocol, PROTOCOLS));
        }
        let allowed = if protocol == "SASL_PLAINTEXT" { &["SCRAM-SHA-512"] } else { MECHANISMS };
        for mechanism in self.sasl_enabled_mechanisms.iter().flatten() {
            found.note("sasl_enabled_mechanisms", one_of(mechanism, allowed));
        }
    }
}

impl BssParam {
    fn check(&self, found: &mut Findings) {
        let mode = self.charging_mode.as_deref().unwrap_or(Self::POSTPAID);
        found.note("charging_mode", one_of(mode, CHARGING_MODES));
        if mode != Self::PREPAID {
            return;
        }
        let unit = self.period_type.as_deref().unwrap_or_default();
        if unit.is_empty() {
            found.note("period_type", Err::<(), _>(Problem::NotChosen));
        } else {
            found.note("period_type", one_of(unit, PERIOD_TYPES));
        }
        let rule = if unit == "year" { YEARS } else { MONTHS };
        found.note("period_num", self.period_num.ok_or(Problem::Required).and_then(|n| rule.check(n)));
    }
}

impl ModifyInstanceBody {
    /// Every problem of the change.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if let Some(name) = &self.name {
            found.note("name", INSTANCE_NAME.check(name));
        }
        found.note("description", DESCRIPTION.check(self.description.as_deref().unwrap_or_default()));
        maintain_window(&mut found, self.maintain_begin.as_deref(), self.maintain_end.as_deref());
        if let Some(group) = &self.security_group_id {
            found.require_choice("security_group_id", group);
        }
        if let Some(policy) = &self.retention_policy {
            found.note("retention_policy", one_of(policy, RETENTION_POLICIES));
        }
        found
    }
}

impl InstanceActionBody {
    /// Every problem of the action. RocketMQ's reference knows `delete` only; its error text (DMS.00400064) and
    /// the newer editions restart too.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.note("action", one_of(&self.action, &[Self::RESTART, Self::DELETE]));
        match &self.all_failure {
            Some(engine) if self.action == Self::DELETE => {
                found.note("all_failure", one_of(engine, &["kafka", "reliability", "rocketmq"]));
            }
            _ if self.instances.is_empty() => found.note("instances", Err::<(), _>(Problem::Required)),
            _ => {}
        }
        let distinct: HashSet<_> = self.instances.iter().collect();
        if distinct.len() < self.instances.len() {
            found.note("instances", Err::<(), _>(Problem::Duplicate));
        }
        if self.instances.len() > ACTION_INSTANCES {
            found.note("instances", Err::<(), _>(Problem::TooMany { max: ACTION_INSTANCES }));
        }
        found
    }
}
