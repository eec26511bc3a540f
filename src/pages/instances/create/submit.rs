//! Sending the form.

use std::sync::Arc;

use dms_api::models::CreatedInstance;
use dms_api::operation::Engine;
use dms_api::ops::kafka::CreateInstance;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::KafkaForm;
use super::rejection::{is_duplicate_name, refused_field};
use crate::data::{ApiFailure, mutate};
use crate::i18n::instances::create as text;
use crate::i18n::tf;
use crate::pages::instances::focus_first_error;
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

impl Submission {
    /// Nothing sent yet.
    pub fn new() -> Self {
        Self { failure: RwSignal::new(None), created: RwSignal::new(false) }
    }

    /// Sends the form; on success goes to the new instance's page, otherwise everything stays as it was typed.
    pub fn send(self, form: KafkaForm) {
        let toasts = use_toasts();
        let body = form.draft.with_untracked(super::draft::Draft::body);
        let name = body.name.clone();
        form.state.sending.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let result = mutate(CreateInstance { engine: Engine::Kafka, body }).await;
            form.state.sending.try_set(false);
            match result {
                Ok(answer) => self.done(&answer, name, toasts),
                Err(failure) => self.failed(form, failure),
            }
        });
    }

    fn done(self, answer: &Arc<CreatedInstance>, name: String, toasts: Toasts) {
        toasts.ok(move || tf(text::SENT, &[("name", &name)]));
        // The page may have gone meanwhile; then the user is not to be carried off.
        if self.created.try_set(true).is_some() {
            return;
        }
        let instance = answer.instance_id.clone();
        go(&if instance.is_empty() { Route::Instances } else { Route::Kafka { instance } });
    }

    fn failed(self, form: KafkaForm, failure: ApiFailure) {
        if form.name.value.try_get_untracked().is_none() {
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
            form.reject(key, said)
        });
        if at_field {
            focus_first_error();
        }
        self.failure.set(Some(failure));
    }
}
