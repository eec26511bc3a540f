//! Changes: the one path by which the console writes.

use std::sync::Arc;

use dms_api::operation::{Operation, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::client::{self, Answer, Decode};
use crate::data::transport::Abort;
use crate::data::{ApiFailure, cache, query};
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

async fn write(request: Option<Request>, decode: Decode) -> Result<Answer, ApiFailure> {
    let request = request.ok_or(ApiFailure::SignedOut)?;
    // A change is seen through even when its page goes: it may have been made already.
    let result = client::send(&request, &Abort::default()).await;
    // An answer that got lost or broken does not mean that nothing was changed.
    if !matches!(result, Err(ApiFailure::SignedOut | ApiFailure::Gateway(_))) {
        cache::invalidate(&request.path);
    }
    result.map(|body| decode(&body))
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
    Mutation { pending: RwSignal::new(false), failure: RwSignal::new(None) }
}

impl Mutation {
    /// Sends `op`, then calls `done` with the answer. Does nothing while a change is on its way. When the
    /// component has gone meanwhile, `done` is still called.
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
            self.pending.try_set(false);
            match result {
                Ok(answer) => done(answer),
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }
}
