//! Answers asked for one by one and not kept: for reading messages.

use dms_api::operation::{FromAnswer, Operation};
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

use crate::data::client;
use crate::data::transport::Abort;
use crate::data::{ApiFailure, query};
use crate::session;

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
