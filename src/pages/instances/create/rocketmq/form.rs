//! The form's fields and what is wrong with them.

use dms_api::rules::{self, Findings, Limits};

use super::draft::Draft;
use super::offer::Offer;
use crate::i18n::problems::problem_text;
use crate::pages::instances::create::{form::id_problem, ids};
use crate::prelude::*;
use crate::ui::{FieldState, FormState};

/// The create form. Fields are named as in R5.1.1. Cheap to copy.
#[derive(Clone, Copy)]
pub struct RocketMqForm {
    pub state: FormState,
    pub offer: Offer,
    pub draft: Memo<Draft>,

    pub name: FieldState,
    pub description: FieldState,
    pub version: FieldState,
    pub enterprise_project: FieldState,
    pub product: FieldState,
    pub brokers: FieldState,
    pub storage: FieldState,
    pub disk: FieldState,
    pub zones: FieldState<Vec<String>>,
    pub vpc: FieldState,
    pub subnet: FieldState,
    pub security_group: FieldState,
    pub ipv6: FieldState<bool>,
    pub public: FieldState<bool>,
    pub public_ips: FieldState,
    pub tls: FieldState<bool>,
    pub acl: FieldState<bool>,
}

impl RocketMqForm {
    /// An empty form with sensible defaults.
    pub fn new(offer: Offer) -> Self {
        let state = FormState::new();
        // Reachable before the memo that finds them exists: the fields' checks read it later.
        let findings = StoredValue::new(None::<Memo<Findings>>);
        let found = move |key: &'static str| findings.get_value()?.with(|f| f.of(key).map(problem_text));
        let text = |key: &'static str, initial: &str| state.text(initial, move |_| found(key));
        let number = |key: &'static str, initial: &str| {
            state.text(initial, move |raw| match rules::number(raw) {
                Ok(_) => found(key),
                Err(problem) => Some(problem_text(&problem)),
            })
        };
        let id = |key: &'static str| state.text("", move |raw| id_problem(found(key), raw));
        let form = Self {
            state,
            offer,
            draft: Memo::new(|_| Draft::default()),
            name: text("name", ""),
            description: text("description", ""),
            version: text("engine_version", ""),
            enterprise_project: state.text("", |raw| ids::bad_char(raw).map(|p| problem_text(&p))),
            product: text("product_id", ""),
            brokers: number("broker_num", "1"),
            storage: number("storage_space", "300"),
            disk: text("storage_spec_code", "dms.physical.storage.ultra.v2"),
            zones: state.field(Vec::new(), move |_: &Vec<String>| found("available_zones")),
            vpc: id("vpc_id"),
            subnet: id("subnet_id"),
            security_group: id("security_group_id"),
            ipv6: state.free(false),
            public: state.free(false),
            public_ips: text("publicip_id", ""),
            tls: state.free(true),
            acl: state.free(false),
        };
        let draft = Memo::new(move |_| form.collect());
        let check = move |_: Option<&Findings>| {
            let body = draft.with(Draft::body);
            offer.with_facts(|facts| body.check(facts))
        };
        findings.set_value(Some(Memo::new(check)));
        Self { draft, ..form }
    }

    /// What the chosen flavour allows. Tracked.
    pub fn limits(self) -> Option<Limits> {
        self.offer.flavour(&self.product.get()).map(|flavour| flavour.limits)
    }

    fn collect(self) -> Draft {
        Draft {
            name: self.name.get(),
            description: self.description.get(),
            version: self.version.get(),
            enterprise_project: self.enterprise_project.get(),
            product: self.product.get(),
            brokers: self.brokers.get(),
            storage: self.storage.get(),
            disk: self.disk.get(),
            zones: self.zones.get(),
            vpc: self.vpc.get(),
            subnet: self.subnet.get(),
            security_group: self.security_group.get(),
            ipv6: self.ipv6.get(),
            public: self.public.get(),
            public_ips: self.public_ips.get(),
            tls: self.tls.get(),
            acl: self.acl.get(),
        }
    }

    /// Shows at a field, named by its JSON key, what the service said. Whether the form has that field.
    pub fn reject(self, key: &str, said: String) -> bool {
        let field = match key {
            "name" => self.name,
            "description" => self.description,
            "engine_version" => self.version,
            "product_id" => self.product,
            "storage_space" => self.storage,
            "storage_spec_code" => self.disk,
            "vpc_id" => self.vpc,
            "subnet_id" => self.subnet,
            "security_group_id" => self.security_group,
            "publicip_id" => self.public_ips,
            "available_zones" => {
                self.zones.reject(said);
                return true;
            }
            _ => return false,
        };
        field.reject(said);
        true
    }
}
