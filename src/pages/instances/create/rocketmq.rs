//! The form that creates a RocketMQ instance (R5.1.1).

mod draft;
mod fields;
mod flavours;
mod form;
mod offer;
mod summary;

use dms_api::Engine;
use dms_api::ops::rocketmq::CreateInstance;
use leptos::prelude::*;

use super::NotCreated;
use super::submit::{Order, Submission};
use crate::i18n::instances::{create as text, create_rocketmq as own};
use crate::i18n::{core, t};
use crate::routes::{Link, Route, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Form, PageHeader};

use draft::Draft;
use fields::{Access, Basics, Network, Spec};
use form::RocketMqForm;
use offer::use_offer;
use summary::Aside;

/// Creates a RocketMQ instance, which is paid by the hour.
#[component]
pub fn NewRocketMqPage() -> AnyView {
    let form = RocketMqForm::new(use_offer());
    newest_version(form);
    let submission = Submission::new();
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !submission.created.get()));
    let send = move |()| {
        let body = form.draft.with_untracked(Draft::body);
        let order = Order {
            engine: Engine::RocketMq,
            name: body.name.clone(),
            sending: form.state.sending,
            reject: Callback::new(move |(key, said)| form.reject(key, said)),
        };
        submission.send(CreateInstance { body }, order);
    };
    let trouble = move || {
        let retry = move |()| form.offer.zones.refresh();
        form.offer.zones.error().map(|failure| view! { <Failure failure retry/> })
    };
    view! {
        <div class="page">
            <PageHeader title=own::TITLE state=move || view! { {move || t(text::STATE)} }/>
            {trouble}
            <Form of=form.state on_submit=send>
                <div class="page-form">
                    <div><Basics form/> <Spec form/> <Network form/> <Access form/></div>
                    <aside class="page-aside create-aside" aria-label=move || t(text::SUMMARY)>
                        <div class="create-summary">
                            <Aside form/>
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

/// The newest version is chosen until the user chooses another.
fn newest_version(form: RocketMqForm) {
    Effect::new(move |_| {
        let versions = form.offer.versions();
        if let Some(newest) = versions.first().filter(|_| !untrack(|| form.version.is_dirty())) {
            form.version.restart(newest.clone());
        }
    });
}
