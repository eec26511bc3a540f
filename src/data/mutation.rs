//! Changes: the one path by which the console writes.

use std::sync::Arc;

use dms_api::operation::{Operation, Request};
use leptos::task::spawn_local;

use crate::data::client::{self, Answer, Decode};
use crate::data::transport::Abort;
use crate::data::{ApiFailure, cache, query};
use crate::prelude::*;
use crate::session;

/// Sends a change, once: writes are never repeated. On success, what the change may have touched is asked again.
///
/// # Errors
/// See [`ApiFailure`]. After [`ApiFailure::SignedOut`] the user may simply submit again.
pub async fn mutate<O>(op: O) -> Result<Arc<O::Response>, ApiFailure>
where
    O: Operation,
    O::Response: Send + Sync + 'static,
{
    let answer =
        write(query::request_of(&op, session::current_untracked()), client::decode::<O::Response>).await?;
    answer.downcast().map_err(|_| ApiFailure::Decode { request_id: String::new() })
}

/// Sends changes one after the other, each once, and tells the result of each as it comes, with its number. What
/// they may have touched is asked again when the last one is done, not a hundred times.
pub async fn mutate_each<O>(ops: Vec<O>, mut told: impl FnMut(usize, Result<Arc<O::Response>, ApiFailure>))
where
    O: Operation,
    O::Response: Send + Sync + 'static,
{
    let mut touched = Vec::new();
    for (i, op) in ops.iter().enumerate() {
        let request = query::request_of(op, session::current_untracked());
        let (path, result) = send(request, client::decode::<O::Response>).await;
        touched.extend(path.filter(|path| !touched.contains(path)));
        let unreadable = |_| ApiFailure::Decode { request_id: String::new() };
        told(i, result.and_then(|answer| answer.downcast().map_err(unreadable)));
    }
    touched.iter().for_each(|path| cache::invalidate(path));
}

/// Asks once, past what is kept: for a check right before a change.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn ask<O>(op: O) -> Result<Arc<O::Response>, ApiFailure>
where
    O: Operation,
    O::Response: Send + Sync + 'static,
{
    let request = query::request_of(&op, session::current_untracked());
    let answer = send(request, client::decode::<O::Response>).await.1?;
    answer.downcast().map_err(|_| ApiFailure::Decode { request_id: String::new() })
}

async fn write(request: Option<Request>, decode: Decode) -> Result<Answer, ApiFailure> {
    let (touched, result) = send(request, decode).await;
    touched.iter().for_each(|path| cache::invalidate(path));
    result
}

/// Sends a request and says which path it may have touched.
async fn send(request: Option<Request>, decode: Decode) -> (Option<String>, Result<Answer, ApiFailure>) {
    let Some(request) = request else { return (None, Err(ApiFailure::SignedOut)) };
    // A change is seen through even when its page goes: it may have been made already.
    let result = client::send(&request, &Abort::default()).await;
    // An answer that got lost or broken does not mean that nothing was changed.
    let touched = !matches!(result, Err(ApiFailure::SignedOut | ApiFailure::Gateway(_)));
    (touched.then_some(request.path), result.map(|body| decode(&body)))
}

/// The state of a form's or a button's change.
#[derive(Clone, Copy)]
pub struct Mutation {
    /// Whether the change is on its way: disable the submit button.
    pub pending: RwSignal<bool>,
    /// Why the last attempt failed.
    pub failure: RwSignal<Option<ApiFailure>>,
}

/// A change that a component can make.
pub fn use_mutation() -> Mutation {
    Mutation::pending_in(RwSignal::new(false))
}

impl Mutation {
    /// A change that says in `pending`, such as a form's own signal, that it is on its way.
    pub fn pending_in(pending: RwSignal<bool>) -> Self {
        Self { pending, failure: RwSignal::new(None) }
    }

    /// Sends `op`, then calls `done` with the answer; it counts as pending until `done` has returned, so that a
    /// form that is left there has nothing unsaved. Does nothing while a change is on its way. When the component
    /// has gone meanwhile, `done` is still called.
    pub fn run<O>(self, op: O, done: impl FnOnce(Arc<O::Response>) + 'static)
    where
        O: Operation + 'static,
        O::Response: Send + Sync + 'static,
    {
        if self.pending.get_untracked() {
            return;
        }
        self.pending.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let result = mutate(op).await;
            match result {
                Ok(answer) => done(answer),
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
            self.pending.try_set(false);
        });
    }
}
