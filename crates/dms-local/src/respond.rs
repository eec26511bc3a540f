//! Outcomes as HTTP responses, broken ones included.

use std::io;
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures::{StreamExt, stream};
use http::header::{CONTENT_LENGTH, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Response, StatusCode};
use serde::Serialize;

use crate::call::Answer;
use crate::fail::Fail;
use crate::faults::Effect;

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const JSON: HeaderValue = HeaderValue::from_static("application/json;charset=utf-8");

/// The response to a call. `success` is the status of an [`Answer`].
pub fn response(
    outcome: Result<Answer, Fail>,
    success: u16,
    request_id: &str,
    effect: Option<&Effect>,
) -> Response<Body> {
    let (status, body, headers, retry_after) = match outcome {
        Ok(answer) => {
            let status = StatusCode::from_u16(success).unwrap_or(StatusCode::OK);
            (status, answer.body, answer.headers, None)
        }
        Err(fail) => (fail.status, fail.body(request_id).to_string().into(), Vec::new(), fail.retry_after),
    };
    let empty = body.is_empty();
    let mut response = Response::new(match effect {
        Some(Effect::Drop) => Body::empty(),
        Some(Effect::Truncate) => Body::from(body.slice(..body.len() / 2)),
        _ => Body::from(body),
    });
    *response.status_mut() = status;
    if let Ok(id) = HeaderValue::from_str(request_id) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    if !empty {
        response.headers_mut().insert(CONTENT_TYPE, JSON);
    }
    if let Some(seconds) = retry_after {
        response.headers_mut().insert(RETRY_AFTER, seconds.into());
    }
    response.headers_mut().extend(headers);
    if effect == Some(&Effect::Drop) { broken(response) } else { response }
}

/// Promises more than it sends. The head must be out before the connection breaks: clients may silently repeat a
/// request that got no answer at all.
fn broken(mut response: Response<Body>) -> Response<Body> {
    *response.status_mut() = StatusCode::OK;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response.headers_mut().insert(CONTENT_LENGTH, 4096.into());
    let start = stream::once(async { Ok(Bytes::from_static(b"{")) });
    let end = stream::once(async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Err(io::Error::from(io::ErrorKind::ConnectionReset))
    });
    *response.body_mut() = Body::from_stream(start.chain(end));
    response
}

/// A JSON response of the `/__local` endpoints.
pub fn json(status: StatusCode, value: &impl Serialize) -> Response<Body> {
    let text = serde_json::to_vec(value).unwrap_or_default();
    let mut response = Response::new(Body::from(text));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, JSON);
    response
}
