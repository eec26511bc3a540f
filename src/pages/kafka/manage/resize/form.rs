//! The form: which change, its values, the request.

use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::models::kafka::{Product, ProductList};
use dms_api::ops::kafka::{ADVANCED, Extend, ExtendBody, ListExtendProducts, ListResizeProducts, Resize};
use dms_api::rules::Findings;
use dms_api::{Engine, Request};

use super::size::{Line, Size};
use crate::data::{Mutation, Query, use_mutation, use_query};
use crate::i18n::problems::problem_text;
use crate::i18n::{Msg, locale, resize as text};
use crate::pages::instances::ids_of;
use crate::pages::request_preview::request_of;
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::shell::brief;
use crate::ui::{FieldState, FormState};

/// What the URL says: the kind of change, and the path of the API.
#[derive(Clone, Copy)]
pub struct Way {
    pub kind: QueryText,
    /// `new` for the path of newer editions.
    pub path: QueryText,
}

impl Way {
    pub fn in_url() -> Self {
        Self { kind: use_query_signal("kind"), path: use_query_signal("api") }
    }
}

/// The form of one instance. Cheap to copy.
#[derive(Clone, Copy)]
pub struct ResizeForm {
    pub state: FormState,
    pub mutation: Mutation,
    pub way: Way,
    pub size: StoredValue<Size>,
    id: StoredValue<String>,
    older: Query<ProductList>,
    newer: Query<ProductList>,
    pub storage: FieldState,
    pub brokers: FieldState,
    pub product: FieldState,
    pub public_ips: FieldState,
    pub private_ips: FieldState,
}

impl ResizeForm {
    /// Starts from the smallest change of each kind.
    pub fn new(instance: &Arc<Instance>, way: Way) -> Self {
        let size = Size::of(instance);
        let state = FormState::new();
        let findings = StoredValue::new(None::<Memo<Findings>>);
        let text = |key: &'static str, initial: String| {
            state.text(initial, move |_| findings.get_value()?.with(|found| found.of(key).map(problem_text)))
        };
        let (facts, id) = (size.facts(&[]), instance.instance_id.clone());
        let (storage, brokers) = (facts.storage().min.to_string(), facts.brokers().min.to_string());
        let (of_older, of_newer) = (id.clone(), id.clone());
        let advanced = || ADVANCED.to_owned();
        let form = Self {
            state,
            mutation: use_mutation(),
            way,
            older: use_query(move || {
                let (engine, instance_id) = (Engine::Kafka, of_older.clone());
                (!is_newer(way)).then(|| ListExtendProducts { engine, instance_id, r#type: advanced() })
            }),
            newer: use_query(move || {
                let instance_id = of_newer.clone();
                is_newer(way).then(|| ListResizeProducts { instance_id, r#type: advanced() })
            }),
            storage: text("new_storage_space", storage),
            brokers: text("new_broker_num", brokers),
            product: text("new_product_id", String::new()),
            public_ips: text("publicip_id", String::new()),
            private_ips: text("tenant_ips", String::new()),
            size: StoredValue::new(size),
            id: StoredValue::new(id),
        };
        let check = move |_: Option<&Findings>| {
            let products = form.products();
            form.size.with_value(|size| form.body().check(&size.facts(&products)))
        };
        findings.set_value(Some(Memo::new(check)));
        Effect::new(move || {
            if let Some(failure) = form.mutation.failure.get() {
                let field = match failure.field() {
                    Some("storage_space" | "new_storage_space") => form.storage,
                    Some("product_id" | "new_product_id") => form.product,
                    Some("broker_num" | "new_broker_num") => form.brokers,
                    Some("publicip_id") => form.public_ips,
                    _ => return,
                };
                field.reject(brief(&failure));
            }
        });
        form
    }

    /// The flavours that the instance can be changed to, its own included. Tracked.
    pub fn list(self) -> Query<ProductList> {
        if is_newer(self.way) { self.newer } else { self.older }
    }

    /// Tracked.
    pub fn products(self) -> Vec<Product> {
        self.list().data().map(|list| list.products.clone()).unwrap_or_default()
    }

    /// The change as it stands. Tracked.
    pub fn body(self) -> ExtendBody {
        // What is no number fails the rule of the field.
        let number = |field: FieldState| field.get().trim().parse().unwrap_or_default();
        match self.way.kind.get().as_str() {
            "horizontal" => self.horizontal(number(self.brokers)),
            "vertical" => ExtendBody::Vertical { new_product_id: self.product.get() },
            _ => ExtendBody::Storage { new_storage_space: number(self.storage) },
        }
    }

    fn horizontal(self, new_broker_num: i64) -> ExtendBody {
        let ips = |field: FieldState| Some(ids_of(&field.get())).filter(|all| !all.is_empty());
        let public = self.size.with_value(|size| size.public);
        ExtendBody::Horizontal {
            new_storage_space: self.size.with_value(|size| size.facts(&[]).storage_of(new_broker_num)),
            new_broker_num,
            publicip_id: ips(self.public_ips).filter(|_| public).map(|all| all.join(",")),
            // Only the newer path takes them.
            tenant_ips: ips(self.private_ips).filter(|_| is_newer(self.way)),
            second_tenant_subnet_id: None,
        }
    }

    /// What it changes; nothing while it cannot be sent. Tracked.
    pub fn changes(self) -> Vec<Line> {
        let (body, products) = (self.body(), self.products());
        self.size.with_value(|size| size.changes(&body, &products, locale()))
    }

    /// What it means beyond that. Tracked.
    pub fn notes(self) -> Vec<Msg> {
        match self.body() {
            ExtendBody::Storage { .. } if self.size.with_value(|size| size.logical) => {
                vec![text::NOTE_LOGICAL]
            }
            ExtendBody::Storage { .. } => vec![text::NOTE_STORAGE],
            ExtendBody::Horizontal { .. } => vec![text::NOTE_BROKERS, text::CLIENTS],
            ExtendBody::Vertical { .. } => vec![text::NOTE_FLAVOUR],
        }
    }

    /// The request that would be sent. Tracked.
    pub fn request(self) -> Option<Request> {
        let (instance_id, body) = (self.id.get_value(), self.body());
        match is_newer(self.way) {
            true => request_of(&Resize { instance_id, body }),
            false => request_of(&Extend { engine: Engine::Kafka, instance_id, body }),
        }
    }

    /// Begins the change; `begun` gets the id of its task.
    pub fn send(self, begun: impl Fn(String) + 'static) {
        let (instance_id, body, newer) = untrack(|| (self.id.get_value(), self.body(), is_newer(self.way)));
        if newer {
            self.mutation.run(Resize { instance_id, body }, move |answer| begun(answer.job_id.clone()));
        } else {
            let op = Extend { engine: Engine::Kafka, instance_id, body };
            self.mutation.run(op, move |answer| begun(answer.job_id.clone()));
        }
    }
}

/// Tracked.
pub fn is_newer(way: Way) -> bool {
    way.path.get() == "new"
}
