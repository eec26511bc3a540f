//! Sending the form.

use std::sync::Arc;

use dms_api::models::CreatedInstance;
use dms_api::operation::{Engine, Operation};
use leptos::task::spawn_local;

use super::rejection::{is_duplicate_name, refused_field};
use crate::data::{ApiFailure, mutate};
use crate::i18n::instances::create as text;
use crate::i18n::tf;
use crate::pages::instances::focus_first_error;
use crate::prelude::*;
use crate::routes::{Route, go};
use crate::ui::{Toasts, use_toasts};

/// What became of the last attempt.
#[derive(Clone, Copy)]
pub struct Submission {
    /// A failure that no field is to blame for.
    pub failure: RwSignal<Option<ApiFailure>>,
    /// The instance is on its way: nothing is unsaved any more.
    pub created: RwSignal<bool>,
}

/// What is ordered.
pub struct Order {
    pub engine: Engine,
    pub name: String,
    /// The form's own signal.
    pub sending: RwSignal<bool>,
    /// Shows at a field, named by its JSON key, what the service said. Whether the form has that field.
    pub reject: Callback<(&'static str, String), bool>,
}

impl Submission {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self { failure: RwSignal::new(None), created: RwSignal::new(false) }
    }

    /// Sends the order; on success goes to the new instance's page, otherwise everything stays as it was typed.
    pub fn send<O>(self, op: O, order: Order)
    where
        O: Operation<Response = CreatedInstance> + 'static,
    {
        let toasts = use_toasts();
        order.sending.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let result = mutate(op).await;
            order.sending.try_set(false);
            match result {
                Ok(answer) => self.done(&answer, order, toasts),
                Err(failure) => self.failed(&order, failure),
            }
        });
    }

    fn done(self, answer: &Arc<CreatedInstance>, order: Order, toasts: Toasts) {
        let name = order.name;
        toasts.ok(move || tf(text::SENT, &[("name", &name)]));
        // The page may have gone meanwhile; then the user is not to be carried off.
        if self.created.try_set(true).is_some() {
            return;
        }
        let instance = answer.instance_id.clone();
        go(&match order.engine {
            _ if instance.is_empty() => Route::Instances,
            Engine::Kafka => Route::Kafka { instance },
            Engine::RocketMq => Route::rocketmq(instance),
        });
    }

    fn failed(self, order: &Order, failure: ApiFailure) {
        if self.failure.try_get_untracked().is_none() {
            return;
        }
        let code = failure.code().to_owned();
        let at_field = refused_field(&code).is_some_and(|key| {
            let message = failure.api().map(|e| e.message.clone()).unwrap_or_default();
            let said = if is_duplicate_name(&code) {
                tf(text::NAME_TAKEN, &[("code", &code)])
            } else {
                tf(text::REFUSED, &[("message", &message), ("code", &code)])
            };
            order.reject.run((key, said))
        });
        if at_field {
            focus_first_error();
        }
        self.failure.set(Some(failure));
    }
}
