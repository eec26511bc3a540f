//! Sends one operation and reads its answer.

use std::any::Any;
use std::sync::Arc;

use dms_api::operation::{FromAnswer, Request};
use serde_json::Value;

use crate::data::ApiFailure;

/// An answer of any type, shared by everyone who shows it.
pub type Answer = Arc<dyn Any + Send + Sync>;

/// Turns a JSON body into an answer; one small function per type keeps the rest free of generics.
pub type Decode = fn(&Value) -> Answer;

/// [`Decode`] for one type.
pub fn decode<T: FromAnswer + Send + Sync + 'static>(body: &Value) -> Answer {
    Arc::new(T::from_answer(body))
}

/// Sends `request` and reads its answer.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn send(request: Request, decode: Decode) -> Result<Answer, ApiFailure> {
    let _ = (request, decode);
    Err(ApiFailure::SignedOut)
}
