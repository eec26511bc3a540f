//! The form that orders a Kafka instance with version 1 of the API (K7.1.1.1): by bandwidth.

mod fields;
mod form;

use dms_api::Engine;
use dms_api::ops::kafka::v1::CreateInstance;

use super::layout::{self, Parts};
use super::submit::{Order, Submission};
use crate::i18n::instances::{create as text, create_v1 as own};
use crate::i18n::t;
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::Section;

use fields::{Access, Basics, Network, Spec};
use form::V1Form;

/// Orders an instance of one of the older flavours.
#[component]
pub fn NewKafkaV1Page() -> AnyView {
    let form = V1Form::new();
    let submission = Submission::new();
    let send = move |()| {
        let body = untrack(|| form.body());
        let order = Order {
            engine: Engine::Kafka,
            name: body.name.clone(),
            sending: form.state.sending,
            reject: Callback::new(move |(key, said)| form.reject(key, said)),
        };
        submission.send(CreateInstance { body }, order);
    };
    let trouble = move || {
        form.offer.failure().map(|failure| {
            view! { <Failure failure retry=move |()| form.offer.refresh()/> }
        })
    };
    let request = Signal::derive(move || request_of(&CreateInstance { body: form.body() }));
    let summary = view! {
        <Section title=text::PREVIEW hint=text::PREVIEW_HINT><RequestPreview request/></Section>
        <p class="muted">{move || t(own::LATER)}</p>
    };
    let parts = Parts {
        title: own::TITLE,
        state: own::STATE,
        trouble: trouble.into_any(),
        sections: view! { <Basics form/> <Spec form/> <Network form/> <Access form/> }.into_any(),
        summary: summary.into_any(),
    };
    layout::page(form.state, submission, parts, Callback::new(send))
}
