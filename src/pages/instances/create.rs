//! The form that creates a Kafka instance (K5.1.1): form at the left, summary and request at the right.

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
mod spec;
mod submit;
mod summary;
mod zones;

use leptos::prelude::*;

pub(super) use draft::ids as ids_of;

use access::Access;
use aside::Aside;
use basics::Basics;
use billing::Billing;
use form::KafkaForm;
use network::Network;
use offer::{Offer, use_offer};
use operation::Operation;
use spec::Spec;
use submit::Submission;

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
    view! {
        <div class="page">
            <PageHeader title=text::TITLE state=move || view! { {move || t(text::STATE)} }/>
            <OfferTrouble offer/>
            <Form of=form.state on_submit=move |()| submission.send(form)>
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
                            <NotCreated submission/>
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
fn NotCreated(submission: Submission) -> AnyView {
    let view = move || {
        submission.failure.get().map(|failure| {
            view! {
                <Banner tone=Tone::Bad title=text::NOT_CREATED>
                    <Failure failure/>
                </Banner>
            }
        })
    };
    view.into_any()
}
