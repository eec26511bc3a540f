//! Answers asked for one by one and not kept: for reading messages.

use std::sync::LazyLock;

use dms_api::operation::{FromAnswer, Operation};
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::data::client;
use crate::data::transport::Abort;
use crate::data::{ApiFailure, query};
use crate::prelude::*;
use crate::session;

/// How often the session or the connection has come back.
static RESUMED: LazyLock<ArcRwSignal<u32>> = LazyLock::new(ArcRwSignal::default);

/// The session or the connection is back.
pub fn resumed() {
    RESUMED.update(|times| *times += 1);
}

/// Does `again` once the session or the connection is back, if `failure` came for want of it. As long as the component
/// lives.
pub fn when_resumed(failure: impl Fn() -> Option<ApiFailure> + 'static, again: impl Fn() + 'static) {
    Effect::new(move |before: Option<u32>| {
        let times = RESUMED.get();
        let is_back = before.is_some_and(|before| before != times);
        if is_back && untrack(&failure).is_some_and(|failure| failure.is_interruption()) {
            untrack(&again);
        }
        times
    });
}

/// Asks for `op`'s answer. Cancelling `abort` ends it with [`ApiFailure::Cancelled`].
///
/// # Errors
/// See [`ApiFailure`].
pub async fn read_once<O: Operation>(op: &O, abort: &Abort) -> Result<O::Response, ApiFailure> {
    let request = query::request_of(op, session::current_untracked()).ok_or(ApiFailure::SignedOut)?;
    client::send(&request, abort).await.map(|body| O::Response::from_answer(&body))
}

/// Waits for several things that run at the same time.
pub async fn all(tasks: impl IntoIterator<Item = impl Future<Output = ()> + 'static>) {
    let running = Array::new();
    for task in tasks {
        running.push(&future_to_promise(async move {
            task.await;
            Ok(JsValue::UNDEFINED)
        }));
    }
    // None of them is ever rejected.
    let _ = JsFuture::from(Promise::all(&running)).await;
}
