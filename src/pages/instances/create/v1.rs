//! The form that orders a Kafka instance with version 1 of the API (K7.1.1.1): by bandwidth.

mod fields;
mod form;

use dms_api::Engine;
use dms_api::ops::kafka::v1::CreateInstance;
use leptos::prelude::*;

use super::NotCreated;
use super::submit::{Order, Submission};
use crate::i18n::instances::{create as text, create_v1 as own};
use crate::i18n::{core, t};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::routes::{Link, Route, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Form, PageHeader, Section};

use fields::{Access, Basics, Network, Spec};
use form::V1Form;

/// Orders an instance of one of the older flavours.
#[component]
pub fn NewKafkaV1Page() -> AnyView {
    let form = V1Form::new();
    let submission = Submission::new();
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !submission.created.get()));
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
    view! {
        <div class="page">
            <PageHeader title=own::TITLE state=move || view! { {move || t(own::STATE)} }/>
            {trouble}
            <Form of=form.state on_submit=send>
                <div class="page-form">
                    <div><Basics form/> <Spec form/> <Network form/> <Access form/></div>
                    <aside class="page-aside create-aside" aria-label=move || t(text::SUMMARY)>
                        <div class="create-summary">
                            <Section title=text::PREVIEW hint=text::PREVIEW_HINT>
                                <RequestPreview request/>
                            </Section>
                            <p class="muted">{move || t(own::LATER)}</p>
                            <NotCreated failure=submission.failure/>
                        </div>
                        <div class="row-wrap">
                            <Button
                                label=text::SUBMIT
                                kind=ButtonKind::Primary
                                busy=form.state.sending
                                submit=true
                            />
                            <Link to=Route::Instances class=ButtonKind::Secondary.class()>
                                <span class="btn-label">{move || t(core::CANCEL)}</span>
                            </Link>
                        </div>
                    </aside>
                </div>
            </Form>
        </div>
    }
    .into_any()
}
