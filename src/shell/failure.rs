//! Explains failures: on a page, and in one line for toasts and fields.

use leptos::html;

use crate::data::{ApiError, ApiFailure, try_again_by_itself};
use crate::i18n::{Msg, failure as text, locale, t, tf};
use crate::prelude::*;
use crate::session::{self, config};
use crate::shell::errors;
use crate::ui::{Banner, ErrorState, Tone};

/// What happened, the code, our explanation and remedy, the request id, and a way to try again. A passing trouble of a
/// read is tried again by itself after a while.
#[component]
pub fn Failure(
    failure: ApiFailure,
    /// What "Try again" does; no button without.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
    /// Whether only the user may try again: it is not passing, or it costs the service much.
    #[prop(optional)]
    by_hand: bool,
    /// Whether it is a change that failed: reading goes on by itself after signing in again, a change does not.
    #[prop(optional)]
    of_change: bool,
) -> AnyView {
    if failure == ApiFailure::SignedOut {
        // Settled as soon as the user has signed in again.
        let signed_out = Memo::new(|_| session::ended().is_some() || session::current().is_none());
        let view = move || match (signed_out.get(), of_change) {
            (true, _) => Some(explained(failure.clone(), retry, false)),
            (false, true) => Some(not_done()),
            (false, false) => None,
        };
        return view.into_any();
    }
    explained(failure, retry, !by_hand && !of_change)
}

/// How long it is until the next attempt.
fn next_attempt(again: Callback<()>) -> AnyView {
    let left = try_again_by_itself(again);
    let words = move || tf(text::NEXT_ATTEMPT, &[("n", &left.get())]);
    view! { <p class="next-attempt" role="timer">{words}</p> }.into_any()
}

/// The user is back, and the change that the service refused meanwhile still waits to be sent.
fn not_done() -> AnyView {
    let node = NodeRef::<html::Div>::new();
    // The dialog gives focus back as it closes; this comes after it.
    node.on_load(|note| request_animation_frame(move || drop(note.focus())));
    view! {
        <div class="not-done" tabindex="-1" node_ref=node>
            <Banner tone=Tone::Warn title=text::NOT_DONE/>
        </div>
    }
    .into_any()
}

fn explained(failure: ApiFailure, retry: Option<Callback<()>>, by_itself: bool) -> AnyView {
    let next = retry.filter(|_| by_itself && failure.is_passing()).map(next_attempt);
    let (code, request_id) = (failure.code().to_owned(), failure.request_id().to_owned());
    let title = title(&failure);
    let explained = {
        let failure = failure.clone();
        move || explanation(&failure)
    };
    let remedy = {
        let failure = failure.clone();
        move || remedy(&failure)
    };
    // The service's own words, where ours stand above them.
    let said = {
        let said = failure.api().map(|e| e.message.clone()).filter(|m| !m.is_empty());
        let explained = explained.clone();
        move || said.clone().filter(|said| explained() != *said).map(|m| tf(text::SAID, &[("message", &m)]))
    };
    let advice = view! {
        <p>{remedy}</p>
        <p class="muted">{said}</p>
    };
    let said = match retry {
        Some(retry) => view! {
            <ErrorState title=title message=explained code=code request_id=request_id retry=retry>{advice}</ErrorState>
        },
        None => view! {
            <ErrorState title=title message=explained code=code request_id=request_id>{advice}</ErrorState>
        },
    };
    view! { {said} {next} }.into_any()
}

/// One line about a failure, in the user's language: for toasts, results per item, and beside fields. Tracked
/// where called in a reactive place: the explanation of a code may arrive a moment later.
pub fn brief(failure: &ApiFailure) -> String {
    let explained = explanation(failure);
    let text = if explained.is_empty() { t(title(failure)).to_owned() } else { explained };
    match failure.code() {
        "" => text,
        code => format!("{text} ({code})"),
    }
}

fn title(failure: &ApiFailure) -> Msg {
    match failure {
        ApiFailure::Network => text::NETWORK,
        ApiFailure::Timeout { .. } => text::TIMEOUT,
        ApiFailure::Decode { .. } => text::DECODE,
        ApiFailure::NoToken => text::NO_TOKEN,
        ApiFailure::SignedOut | ApiFailure::Cancelled => text::SIGNED_OUT,
        ApiFailure::Gateway(_) => text::GATEWAY,
        ApiFailure::Api(error) => class(error).0,
    }
}

/// Title and text for a kind of error, whatever its code.
fn class(error: &ApiError) -> (Msg, Option<Msg>) {
    match error {
        e if e.is_forbidden() => (text::FORBIDDEN, Some(text::FORBIDDEN_TEXT)),
        e if e.is_flow_control() => (text::TOO_MANY, Some(text::TOO_MANY_TEXT)),
        e if e.is_not_found() => (text::NOT_FOUND, None),
        e if e.is_server_fault() => (text::SERVER, Some(text::SERVER_TEXT)),
        _ => (text::REFUSED, None),
    }
}

/// Our words on the cause; the service's where we have none.
fn explanation(failure: &ApiFailure) -> String {
    let direct = untrack(config::get).is_some_and(|c| c.proxy.is_empty());
    match failure {
        ApiFailure::Network => t(if direct { text::NETWORK_DIRECT } else { text::NETWORK_TEXT }).to_owned(),
        ApiFailure::Timeout { seconds } => tf(text::TIMEOUT_TEXT, &[("n", seconds)]),
        ApiFailure::Decode { .. } => t(text::DECODE_TEXT).to_owned(),
        ApiFailure::NoToken => t(text::NO_TOKEN_TEXT).to_owned(),
        ApiFailure::SignedOut | ApiFailure::Cancelled => t(text::SIGNED_OUT_TEXT).to_owned(),
        ApiFailure::Api(error) | ApiFailure::Gateway(error) => {
            let ours = errors::explain(&error.code, locale()).map(|e| e.explain);
            ours.unwrap_or_else(|| error.message.clone())
        }
    }
}

/// What to do about it.
fn remedy(failure: &ApiFailure) -> String {
    let Some(error) = failure.api() else { return String::new() };
    let ours = errors::explain(&error.code, locale()).map(|e| e.remedy).filter(|r| !r.is_empty());
    let general = if matches!(failure, ApiFailure::Api(_)) { class(error).1 } else { None };
    ours.or_else(|| general.map(|msg| t(msg).to_owned())).unwrap_or_default()
}
