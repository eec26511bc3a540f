//! CORS, for listed origins only.

use axum::body::Body;
use http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ACCESS_CONTROL_MAX_AGE, VARY,
};
use http::{HeaderMap, HeaderValue, Response, StatusCode};

use crate::origin::Origin;

/// Headers that the console sends; `*` would not cover `authorization`.
const REQUEST_HEADERS: &str = "authorization, content-type, x-auth-token, x-domain-id, x-project-id, \
    x-sdk-content-sha256, x-sdk-date, x-security-token";
/// Headers that the console reads.
const RESPONSE_HEADERS: &str = "x-subject-token, x-request-id, x-iam-trace-id, retry-after";

/// The answer to a browser's question before the call.
pub fn preflight() -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::NO_CONTENT;
    let headers = response.headers_mut();
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static("GET, POST, PUT, DELETE"));
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(REQUEST_HEADERS));
    headers.insert(ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("7200"));
    response
}

/// Lets pages of `origin` read the answer.
pub fn allow(headers: &mut HeaderMap, origin: &Origin) {
    if let Ok(origin) = HeaderValue::try_from(origin.to_string()) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(RESPONSE_HEADERS));
        headers.append(VARY, HeaderValue::from_static("Origin"));
    }
}
