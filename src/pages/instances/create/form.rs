//! The form's fields and what is wrong with them.

use dms_api::models::Tag;
use dms_api::rules::{self, Findings, Problem};
use dms_api::secret::Secret;

use super::draft::Draft;
use super::flavour::Flavour;
use super::ids;
use super::offer::Offer;
use crate::i18n::instances::create as text;
use crate::i18n::problems::problem_text;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::{FieldState, FormState, TagPair};

/// Values of the field that says how clients sign in.
pub const PLAINTEXT: &str = "plaintext";
pub const SASL: &str = "sasl";
/// Values of the field that says how the instance is paid for.
pub const HOURLY: &str = "hourly";
pub const PREPAID: &str = "prepaid";

/// The create form. Every field is named as in K5.1.1 where it has a counterpart. Cheap to copy.
#[derive(Clone, Copy)]
pub struct KafkaForm {
    pub state: FormState,
    pub offer: Offer,
    pub draft: Memo<Draft>,

    pub name: FieldState,
    pub description: FieldState,
    pub version: FieldState,
    pub enterprise_project: FieldState,
    pub tags: FieldState<Vec<TagPair>>,

    pub arch: FieldState,
    pub product: FieldState,
    pub brokers: FieldState,
    pub storage: FieldState,
    pub disk: FieldState,
    pub encrypted: FieldState<bool>,
    pub encryption_key: FieldState,
    pub retention: FieldState,

    pub zones: FieldState<Vec<String>>,
    pub vpc: FieldState,
    pub subnet: FieldState,
    pub security_group: FieldState,
    pub public: FieldState<bool>,
    pub public_ips: FieldState,

    pub security: FieldState,
    pub protocol: FieldState,
    pub mechanisms: FieldState<Vec<String>>,
    pub user: FieldState,
    pub password: FieldState,
    pub plain_in_vpc: FieldState<bool>,
    pub manager_user: FieldState,
    pub manager_password: FieldState,

    /// `02:00-06:00`, or empty for the service's choice.
    pub window: FieldState,
    pub auto_topic: FieldState<bool>,
    pub connector: FieldState<bool>,

    pub billing: FieldState,
    pub period_type: FieldState,
    pub periods: FieldState,
    pub auto_renew: FieldState<bool>,
    pub auto_pay: FieldState<bool>,
}

/// An id is typed, not chosen, whatever the rule calls it.
pub fn id_problem(checked: Option<String>, raw: &str) -> Option<String> {
    if raw.trim().is_empty() {
        return checked.map(|_| problem_text(&Problem::Required));
    }
    checked.or_else(|| ids::bad_char(raw).map(|p| problem_text(&p)))
}

/// What the rules found, reachable before the memo that finds it exists: the fields' checks read it later.
#[derive(Clone, Copy)]
struct Checks(StoredValue<Option<Memo<Findings>>>);

impl Checks {
    fn of(self, field: &str) -> Option<String> {
        let findings = self.0.get_value()?;
        findings.with(|found| found.of(field).map(problem_text))
    }
}

impl KafkaForm {
    /// An empty form with sensible defaults.
    pub fn new(offer: Offer) -> Self {
        let state = FormState::new();
        let checks = Checks(StoredValue::new(None));
        let text = |key: &'static str, initial: &str| state.text(initial, move |_| checks.of(key));
        let number = |key: &'static str, initial: &str| {
            state.text(initial, move |raw| match rules::number(raw) {
                Ok(_) => checks.of(key),
                Err(problem) => Some(problem_text(&problem)),
            })
        };
        let id = |key: &'static str| state.text("", move |raw| id_problem(checks.of(key), raw));
        let security = state.free(SASL.to_owned());
        let sasl = move || security.value.with(|s| s == SASL);
        let encrypted = state.free(false);
        let billing = state.free(HOURLY.to_owned());
        let prepaid = move || billing.value.with(|b| b == PREPAID);
        let form = Self {
            state,
            offer,
            draft: Memo::new(|_| Draft::default()),
            name: text("name", ""),
            description: text("description", ""),
            version: text("engine_version", ""),
            enterprise_project: state.free(String::new()),
            tags: state.field(Vec::new(), move |_: &Vec<TagPair>| {
                ["tags", "tags.key", "tags.value"].into_iter().find_map(|key| checks.of(key))
            }),
            arch: state.free("X86".to_owned()),
            product: text("product_id", ""),
            brokers: number("broker_num", ""),
            storage: number("storage_space", ""),
            disk: text("storage_spec_code", ""),
            encrypted,
            encryption_key: state.text("", move |raw| {
                let odd = || encrypted.get().then(|| ids::bad_char(raw)).flatten();
                checks.of("disk_encrypted_key").or_else(|| odd().map(|p| problem_text(&p)))
            }),
            retention: text("retention_policy", "time_base"),
            zones: state.field(Vec::new(), move |_: &Vec<String>| checks.of("available_zones")),
            vpc: id("vpc_id"),
            subnet: id("subnet_id"),
            security_group: id("security_group_id"),
            public: state.free(false),
            public_ips: text("publicip_id", ""),
            security,
            protocol: text("kafka_security_protocol", "SASL_SSL"),
            mechanisms: state.field(vec!["SCRAM-SHA-512".to_owned()], move |chosen: &Vec<String>| {
                sasl()
                    .then(|| mechanisms_problem(chosen))
                    .flatten()
                    .or_else(|| checks.of("sasl_enabled_mechanisms"))
            }),
            user: text("access_user", ""),
            password: text("password", ""),
            plain_in_vpc: state.free(false),
            manager_user: text("kafka_manager_user", ""),
            manager_password: text("kafka_manager_password", ""),
            window: text("maintain_begin", ""),
            auto_topic: state.free(false),
            connector: state.free(false),
            billing,
            period_type: state.free("month".to_owned()),
            periods: state.text("1", move |raw| {
                prepaid().then(|| {
                    rules::number(raw).err().map(|p| problem_text(&p)).or_else(|| checks.of("period_num"))
                })?
            }),
            auto_renew: state.free(false),
            auto_pay: state.free(true),
        };
        let draft = Memo::new(move |_| form.collect());
        let findings = Memo::new(move |_| {
            let body = draft.with(Draft::body);
            offer.with_facts(|facts| body.check(facts))
        });
        checks.0.set_value(Some(findings));
        Self { draft, ..form }
    }

    /// The flavour chosen. Tracked.
    pub fn flavour(self) -> Option<Flavour> {
        self.offer.flavour(&self.product.get())
    }

    fn collect(self) -> Draft {
        let tags = self.tags.get().into_iter().filter(|tag| !tag.key.is_empty() || !tag.value.is_empty());
        Draft {
            name: self.name.get(),
            description: self.description.get(),
            version: self.version.get(),
            enterprise_project: self.enterprise_project.get(),
            product: self.product.get(),
            arch: self.arch.get(),
            brokers: self.brokers.get(),
            storage: self.storage.get(),
            disk: self.disk.get(),
            encrypted: self.encrypted.get(),
            encryption_key: self.encryption_key.get(),
            retention: self.retention.get(),
            zones: self.zones.get(),
            vpc: self.vpc.get(),
            subnet: self.subnet.get(),
            security_group: self.security_group.get(),
            public: self.public.get(),
            public_ips: self.public_ips.get(),
            sasl: self.security.value.with(|s| s == SASL),
            protocol: self.protocol.get(),
            mechanisms: self.mechanisms.get(),
            user: self.user.get(),
            password: Secret::from(self.password.get()),
            plain_in_vpc: self.plain_in_vpc.get(),
            manager_user: self.manager_user.get(),
            manager_password: Secret::from(self.manager_password.get()),
            window: self.window.get().split_once('-').map(|(b, e)| (b.to_owned(), e.to_owned())),
            auto_topic: self.auto_topic.get(),
            connector: self.connector.get(),
            tags: tags.map(|tag| Tag { key: tag.key, value: tag.value }).collect(),
            prepaid: self.billing.value.with(|b| b == PREPAID),
            period_type: self.period_type.get(),
            periods: self.periods.get(),
            auto_renew: self.auto_renew.get(),
            auto_pay: self.auto_pay.get(),
        }
    }

    /// Shows at a field, named by its JSON key, what the service said. Whether the form has that field.
    pub fn reject(self, key: &str, message: String) -> bool {
        let sasl = self.security.value.with_untracked(|s| s == SASL);
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
            "disk_encrypted_key" => self.encryption_key,
            "access_user" => {
                if sasl {
                    self.user
                } else {
                    self.manager_user
                }
            }
            "password" => {
                if sasl {
                    self.password
                } else {
                    self.manager_password
                }
            }
            "maintain_begin" => self.window,
            "period_num" => self.periods,
            "available_zones" => {
                self.zones.reject(message);
                return true;
            }
            "tags" => {
                self.tags.reject(message);
                return true;
            }
            _ => return false,
        };
        field.reject(message);
        true
    }
}

fn mechanisms_problem(chosen: &[String]) -> Option<String> {
    chosen.is_empty().then(|| t(text::CHOOSE_MECHANISM).to_owned())
}

/// What the rules say about one tag among all.
pub fn tag_problem(all: &[TagPair], index: usize) -> Option<String> {
    let tags: Vec<Tag> = all.iter().map(|t| Tag { key: t.key.clone(), value: t.value.clone() }).collect();
    let found = rules::tags(&tags);
    let problem: Option<&Problem> =
        found.of_entry("tags.key", index).or_else(|| found.of_entry("tags.value", index));
    problem.map(problem_text)
}
