//! The forms that create an instance (K5.1.1, R5.1.1): form at the left, summary and request at the right. Here
//! Kafka's; RocketMQ's is in [`rocketmq`].

mod access;
mod aside;
mod basics;
mod billing;
mod draft;
mod flavour;
mod flavours_table;
mod form;
mod ids;
mod layout;
mod network;
mod offer;
mod operation;
mod rejection;
pub mod rocketmq;
mod same_network;
mod spec;
mod submit;
mod summary;
pub mod v1;
mod zones;

use dms_api::Engine;
use dms_api::ops::kafka::CreateInstance;

pub use draft::ids as ids_of;
pub use flavour::{Flavour, flavours};
pub use flavours_table::{known, range};
pub(super) use form::tag_problem;

use access::Access;
use aside::Aside;
use basics::Basics;
use billing::Billing;
use draft::Draft;
use form::KafkaForm;
use layout::Parts;
use network::Network;
use offer::{Offer, use_offer};
use operation::Operation;
use spec::Spec;
use submit::{Order, Submission};

use crate::data::ApiFailure;
use crate::i18n::instances::create as text;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Tone};

/// Creates a Kafka instance.
#[component]
pub fn NewKafkaPage() -> AnyView {
    let offer = use_offer();
    let form = KafkaForm::new(offer);
    let submission = Submission::new();
    let send = move |()| {
        let body = form.draft.with_untracked(Draft::body);
        let order = Order {
            engine: Engine::Kafka,
            name: body.name.clone(),
            sending: form.state.sending,
            reject: Callback::new(move |(key, said)| form.reject(key, said)),
        };
        submission.send(CreateInstance { engine: Engine::Kafka, body }, order);
    };
    let parts = Parts {
        title: text::TITLE,
        state: text::STATE,
        trouble: view! { <OfferTrouble offer/> }.into_any(),
        sections: view! {
            <Basics form/>
            <Spec form/>
            <Network form/>
            <Access form/>
            <Operation form/>
            <Billing form/>
        }
        .into_any(),
        summary: view! { <Aside form/> }.into_any(),
    };
    layout::page(form.state, submission, parts, Callback::new(send))
}

#[component]
fn OfferTrouble(offer: Offer) -> AnyView {
    (move || offer.failure().map(|failure| view! { <Failure failure retry=move |()| offer.refresh()/> }))
        .into_any()
}

/// Why the last attempt failed. The form keeps everything.
#[component]
pub fn NotCreated(failure: RwSignal<Option<ApiFailure>>) -> AnyView {
    let view = move || {
        failure.get().map(|failure| {
            view! {
                <Banner tone=Tone::Bad title=text::NOT_CREATED>
                    <Failure failure of_change=true/>
                </Banner>
            }
        })
    };
    view.into_any()
}
