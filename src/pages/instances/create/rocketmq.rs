//! The form that creates a RocketMQ instance (R5.1.1).

mod draft;
mod fields;
mod flavours;
mod form;
mod offer;
mod summary;

use dms_api::Engine;
use dms_api::ops::rocketmq::CreateInstance;

use super::layout::{self, Parts};
use super::submit::{Order, Submission};
use crate::i18n::instances::{create as text, create_rocketmq as own};
use crate::prelude::*;
use crate::shell::Failure;

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
    let parts = Parts {
        title: own::TITLE,
        state: text::STATE,
        trouble: trouble.into_any(),
        sections: view! { <Basics form/> <Spec form/> <Network form/> <Access form/> }.into_any(),
        summary: view! { <Aside form/> }.into_any(),
    };
    layout::page(form.state, submission, parts, Callback::new(send))
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
