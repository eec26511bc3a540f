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
mod network;
mod offer;
mod operation;
mod rejection;
pub mod rocketmq;
mod spec;
mod submit;
mod summary;
pub mod v1;
mod zones;

use dms_api::Engine;
use dms_api::ops::kafka::CreateInstance;
use leptos::prelude::*;

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
use network::Network;
use offer::{Offer, use_offer};
use operation::Operation;
use spec::Spec;
use submit::{Order, Submission};

use crate::data::ApiFailure;
use crate::i18n::instances::create as text;
use crate::i18n::{core, t};
use crate::routes::{Link, Route, use_leave_guard};
use crate::shell::Failure;
use crate::ui::{Banner, Button, ButtonKind, Form, PageHeader, Tone};

/// Creates a Kafka instance.
#[component]
pub fn NewKafkaPage() -> impl IntoView {
    let offer = use_offer();
    let form = KafkaForm::new(offer);
    let submission = Submission::new();
    let unsaved = Signal::derive(move || form.state.is_dirty() && !submission.created.get());
    use_leave_guard(unsaved);
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
    view! {
        <div class="page">
            <PageHeader title=text::TITLE state=move || view! { {move || t(text::STATE)} }/>
            <OfferTrouble offer/>
            <Form of=form.state on_submit=send>
                <div class="page-form">
                    <div>
                        <Basics form/>
                        <Spec form/>
                        <Network form/>
                        <Access form/>
                        <Operation form/>
                        <Billing form/>
                    </div>
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
                    <Failure failure/>
                </Banner>
            }
        })
    };
    view.into_any()
}
