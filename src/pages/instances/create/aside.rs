//! Beside the form: what will be created, and the request that does it.

use dms_api::ops::kafka::CreateInstance;
use dms_api::{Engine, Request};

use super::draft;
use super::form::KafkaForm;
use super::summary::{self, Line};
use crate::i18n::instances::create as text;
use crate::i18n::{Msg, locale, t};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::prelude::*;

/// Summary and request preview, following the form as it is filled in.
#[component]
pub fn Aside(form: KafkaForm) -> AnyView {
    let lines = move || {
        let zones = form.offer.zones();
        let name = |id: &str| match zones.iter().find(|z| z.id == id) {
            Some(zone) if !zone.name.is_empty() => zone.name.clone(),
            Some(zone) if !zone.code.is_empty() => zone.code.clone(),
            _ => id.to_owned(),
        };
        let flavour = form.flavour();
        form.draft.with(|d| summary::lines(d, flavour.as_ref(), name, locale()))
    };
    let capacity = move || {
        let brokers = form.draft.with(|d| draft::number(&d.brokers));
        let all = form.flavour().map(|f| summary::capacity(&f, brokers)).unwrap_or_default();
        (!all.is_empty()).then(|| {
            let rows = all.into_iter().map(|(msg, value)| line((msg, Some(value)))).collect_view();
            view! {
                <h3 class="summary-head">{move || t(text::CAPACITY)}</h3>
                <dl class="summary">{rows}</dl>
            }
        })
    };
    let request = Signal::derive(move || {
        let body = form.draft.with(|d| d.body());
        request_of(&CreateInstance { engine: Engine::Kafka, body })
    });
    view! {
        <h2 class="summary-title">{move || t(text::SUMMARY)}</h2>
        <dl class="summary">{move || lines().into_iter().map(line).collect_view()}</dl>
        {capacity}
        <Preview request/>
    }
    .into_any()
}

/// The request, folded away.
#[component]
pub fn Preview(request: Signal<Option<Request>>) -> AnyView {
    view! {
        <details class="preview">
            <summary>{move || t(text::PREVIEW)}</summary>
            <p class="muted preview-hint">{move || t(text::PREVIEW_HINT)}</p>
            <RequestPreview request/>
        </details>
    }
    .into_any()
}

/// One line of a summary.
pub fn line((msg, value): Line) -> AnyView {
    let missing = value.is_none();
    let shown = move || value.clone().unwrap_or_else(|| t(text::MISSING).to_owned());
    let name: Msg = msg;
    view! {
        <div class="summary-line">
            <dt>{move || t(name)}</dt>
            <dd class:is-missing=missing>{shown}</dd>
        </div>
    }
    .into_any()
}
