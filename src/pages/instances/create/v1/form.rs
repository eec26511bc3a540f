//! What the form holds, what is wrong with it, and the order that it becomes.

use dms_api::models::kafka::{MaintainWindowList, V1Product, V1ProductList};
use dms_api::models::{AvailableZone, AvailableZoneList};
use dms_api::ops::kafka::v1::{CreateInstanceBody, ListProducts};
use dms_api::ops::kafka::{ListAvailableZones, ListMaintainWindows};
use dms_api::rules::{self, Findings, InstanceFacts};

use crate::data::{ApiFailure, Query, use_query};
use crate::i18n::problems::problem_text;
use crate::pages::instances::create::draft::{given, number};
use crate::pages::instances::create::form::id_problem;
use crate::prelude::*;
use crate::ui::{FieldState, FormState};

/// What can be ordered (K7.1.2.1-3).
#[derive(Clone, Copy)]
pub struct Offer {
    products: Query<V1ProductList>,
    zones: Query<AvailableZoneList>,
    windows: Query<MaintainWindowList>,
}

impl Offer {
    /// Versions of Kafka, newest first. Tracked.
    pub fn versions(self) -> Vec<String> {
        let list = self.products.data();
        let mut all: Vec<String> =
            list.iter().flat_map(|list| &list.hourly).map(|engine| engine.version.clone()).collect();
        all.sort_by(|a, b| crate::ui::natural_cmp(b, a));
        all.dedup();
        all
    }

    /// What the version can be bought in. Tracked.
    pub fn products(self, version: &str) -> Vec<V1Product> {
        let list = self.products.data();
        let engines = list.iter().flat_map(|list| &list.hourly).filter(|engine| engine.version == version);
        engines.flat_map(|engine| &engine.values).flat_map(|kind| &kind.detail).cloned().collect()
    }

    /// Tracked.
    pub fn zones(self) -> Vec<AvailableZone> {
        self.zones.data().map(|list| list.available_zones.clone()).unwrap_or_default()
    }

    /// Start and end hour. Tracked.
    pub fn windows(self) -> Vec<(u8, u8)> {
        let list = self.windows.data();
        let all = list.iter().flat_map(|list| &list.maintain_windows);
        all.filter_map(|w| Some((w.begin_hour()?, w.end_hour()?))).collect()
    }

    /// Why something could not be loaded. Tracked.
    pub fn failure(self) -> Option<ApiFailure> {
        self.products.error().or_else(|| self.zones.error()).or_else(|| self.windows.error())
    }

    pub fn refresh(self) {
        self.products.refresh();
        self.zones.refresh();
        self.windows.refresh();
    }
}

/// The form. Fields are named as in K7.1.1.1. Cheap to copy.
#[derive(Clone, Copy)]
pub struct V1Form {
    pub state: FormState,
    pub offer: Offer,
    pub name: FieldState,
    pub description: FieldState,
    pub version: FieldState,
    pub product: FieldState,
    pub storage: FieldState,
    pub disk: FieldState,
    pub zones: FieldState<Vec<String>>,
    pub vpc: FieldState,
    pub subnet: FieldState,
    pub security_group: FieldState,
    pub sasl: FieldState<bool>,
    pub user: FieldState,
    pub password: FieldState,
    pub manager_user: FieldState,
    pub manager_password: FieldState,
    /// `02:00:00-06:00:00`, `""` for the service's choice.
    pub window: FieldState,
    pub retention: FieldState,
    pub auto_topic: FieldState<bool>,
}

impl V1Form {
    /// An empty form; the newest version and the smallest bandwidth are chosen until the user chooses others.
    pub fn new() -> Self {
        let offer = Offer {
            products: use_query(|| Some(ListProducts { engine: "kafka".to_owned() })),
            zones: use_query(|| Some(ListAvailableZones {})),
            windows: use_query(|| Some(ListMaintainWindows {})),
        };
        let state = FormState::new();
        let findings = StoredValue::new(None::<Memo<Findings>>);
        let found = move |key: &'static str| findings.get_value()?.with(|f| f.of(key).map(problem_text));
        let text = |key: &'static str, initial: &str| state.text(initial, move |_| found(key));
        let id = |key: &'static str| state.text("", move |raw| id_problem(found(key), raw));
        let form = Self {
            state,
            offer,
            name: text("name", ""),
            description: text("description", ""),
            version: text("engine_version", ""),
            product: text("product_id", ""),
            storage: state.text("600", move |raw| match rules::number(raw) {
                Ok(_) => found("storage_space"),
                Err(problem) => Some(problem_text(&problem)),
            }),
            disk: text("storage_spec_code", "dms.physical.storage.ultra"),
            zones: state.field(Vec::new(), move |_: &Vec<String>| found("available_zones")),
            vpc: id("vpc_id"),
            subnet: id("subnet_id"),
            security_group: id("security_group_id"),
            sasl: state.free(false),
            user: text("access_user", ""),
            password: text("password", ""),
            manager_user: text("kafka_manager_user", ""),
            manager_password: text("kafka_manager_password", ""),
            window: text("maintain_begin", ""),
            retention: text("retention_policy", "produce_reject"),
            auto_topic: state.free(false),
        };
        let check = move |_: Option<&Findings>| {
            let zones = offer.zones();
            form.body().check(&InstanceFacts { products: &[], versions: &offer.versions(), zones: &zones })
        };
        findings.set_value(Some(Memo::new(check)));
        form.choose_first();
        form
    }

    fn choose_first(self) {
        Effect::new(move |_| {
            let versions = self.offer.versions();
            if let Some(newest) = versions.first().filter(|_| !untrack(|| self.version.is_dirty())) {
                self.version.restart(newest.clone());
            }
            let products = self.offer.products(&self.version.get());
            if let Some(first) = products.first().filter(|_| untrack(|| self.product.get()).is_empty()) {
                self.product.restart(first.product_id.clone());
            }
        });
    }

    /// The chosen bandwidth. Tracked.
    pub fn chosen(self) -> Option<V1Product> {
        let id = self.product.get();
        self.offer.products(&self.version.get()).into_iter().find(|product| product.product_id == id)
    }

    /// The order. Tracked.
    pub fn body(self) -> CreateInstanceBody {
        let chosen = self.chosen();
        let sasl = self.sasl.get();
        let manager = given(&self.manager_user.get());
        let window = self.window.get();
        let window = window.split_once('-').map(|(begin, end)| (begin.to_owned(), end.to_owned()));
        let (maintain_begin, maintain_end) = window.unzip();
        let partitions = chosen.as_ref().and_then(|product| i64::try_from(product.partition_num.0).ok());
        CreateInstanceBody {
            name: self.name.get().trim().to_owned(),
            description: given(&self.description.get()),
            engine: "kafka".to_owned(),
            engine_version: self.version.get(),
            specification: chosen.as_ref().map(|product| product.bandwidth.clone()).unwrap_or_default(),
            storage_space: number(&self.storage.get()),
            partition_num: partitions.unwrap_or_default(),
            access_user: sasl.then(|| self.user.get().trim().to_owned()),
            password: sasl.then(|| self.password.get().into()),
            vpc_id: self.vpc.get().trim().to_owned(),
            security_group_id: self.security_group.get().trim().to_owned(),
            subnet_id: self.subnet.get().trim().to_owned(),
            available_zones: self.zones.get(),
            product_id: self.product.get(),
            kafka_manager_password: manager.as_ref().map(|_| self.manager_password.get().into()),
            kafka_manager_user: manager,
            maintain_begin,
            maintain_end,
            ssl_enable: Some(sasl),
            retention_policy: Some(self.retention.get()),
            enable_auto_topic: Some(self.auto_topic.get()),
            storage_spec_code: self.disk.get(),
            ..CreateInstanceBody::default()
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
            "access_user" => self.user,
            "password" => self.password,
            "maintain_begin" => self.window,
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
