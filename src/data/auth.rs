//! The headers that prove who sends a request.

use dms_api::operation::Request;

use crate::session::Auth;

/// Headers for a request to `host` at `at` (epoch milliseconds).
pub fn headers(
    auth: &Auth,
    project_id: &str,
    request: &Request,
    host: &str,
    at: i64,
) -> Vec<(&'static str, String)> {
    let _ = (project_id, host, at);
    let mut headers = Vec::new();
    if request.body.is_some() {
        headers.push(("Content-Type", "application/json".to_owned()));
    }
    match auth {
        Auth::Token { token } => headers.push(("X-Auth-Token", token.expose().to_owned())),
        Auth::Keys { .. } | Auth::Nobody => {}
    }
    headers
}
