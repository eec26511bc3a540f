//! Instances (R5.1).

use crate::operation::Engine;
use crate::ops::rocketmq::{CreateInstanceBody, ModifyInstanceBody};

use crate::rules::{
    DESCRIPTION, Findings, INSTANCE_NAME, InstanceFacts, Limits, one_of, public_addresses, zones,
};

impl CreateInstanceBody {
    /// Every problem of the body, in the order of the form.
    pub fn check(&self, facts: &InstanceFacts<'_>) -> Findings {
        let mut found = Findings::default();
        found.note("name", INSTANCE_NAME.check(&self.name));
        found.note("description", DESCRIPTION.check(self.description.as_deref().unwrap_or_default()));
        found.note("engine", one_of(&self.engine, &["reliability", "rocketmq"]));
        facts.check_offer(&mut found, &self.engine_version, &self.product_id);
        let limits = Limits::of(Engine::RocketMq, &self.product_id, facts.product(&self.product_id));
        found.note("broker_num", limits.brokers.check(self.broker_num));
        found.note("storage_space", limits.storage(self.broker_num).check(self.storage_space));
        facts.check_disk(&mut found, &self.product_id, &self.storage_spec_code);
        found.require_choice("vpc_id", &self.vpc_id);
        found.require_choice("subnet_id", &self.subnet_id);
        found.require_choice("security_group_id", &self.security_group_id);
        found.note("available_zones", zones(&self.available_zones, facts.zones));
        if self.enable_publicip == Some(true) {
            let ids = self.publicip_id.as_deref().unwrap_or_default();
            found.note("publicip_id", public_addresses(ids, None));
        }
        found
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
        if let Some(group) = &self.security_group_id {
            found.require_choice("security_group_id", group);
        }
        if self.enable_publicip == Some(true) {
            let ids = self.publicip_id.as_deref().unwrap_or_default();
            found.note("publicip_id", public_addresses(ids, None));
        }
        found
    }
}
