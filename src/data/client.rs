//! Sends an operation: address, credentials, retries of reads, journal, and what the answer means.

use std::any::Any;
use std::sync::Arc;

use dms_api::operation::{FromAnswer, Operation, Request};
use serde_json::Value;

use crate::data::journal::{self, Call};
use crate::data::retry::{self, Ending};
use crate::data::transport::{self, Abort, Broken, Reply};
use crate::data::{ApiError, ApiFailure, auth, version_1};
use crate::i18n::now;
use crate::session::{self, Session, config};

/// An answer of any type, shared by everyone who shows it.
pub type Answer = Arc<dyn Any + Send + Sync>;

/// Turns a JSON body into an answer; one small function per type keeps the rest free of generics.
pub type Decode = fn(&Value) -> Answer;

/// [`Decode`] for one type.
pub fn decode<T: FromAnswer + Send + Sync + 'static>(body: &Value) -> Answer {
    Arc::new(T::from_answer(body))
}

/// A success: the JSON body (`Null` for an empty one) and, from IAM, the new token.
pub struct Success {
    pub body: Value,
    pub subject_token: Option<String>,
}

/// Sends `request` with the current session.
///
/// # Errors
/// See [`ApiFailure`]. When the credentials are refused the user is asked to sign in again, and the failure is
/// [`ApiFailure::SignedOut`].
pub async fn send(request: &Request, abort: &Abort) -> Result<Value, ApiFailure> {
    let session = session::current_untracked().ok_or(ApiFailure::SignedOut)?;
    match send_as(&session, request, abort).await {
        Err(ApiFailure::Api(error)) if error.is_auth() => {
            session::refused(&session, error);
            Err(ApiFailure::SignedOut)
        }
        other => other.map(|success| success.body),
    }
}

/// Sends `request` with credentials of its own: for signing in.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn send_as(session: &Session, request: &Request, abort: &Abort) -> Result<Success, ApiFailure> {
    let proxy = config::ready().await.proxy;
    let older = session.connection.version_1.then(|| version_1::translated(request)).flatten();
    let request = older.as_ref().unwrap_or(request);
    let endpoint = session.endpoint(request.spec.service());
    let url = address(&proxy, endpoint, &request.target());
    let mut attempt = 0;
    loop {
        let call = Call::new(request, endpoint, attempt, now());
        let (failure, ending) = match attempt_once(session, request, &url, abort, call).await {
            Ok(success) => return Ok(success),
            Err(failed) => failed,
        };
        let wait = match ending {
            Some(ending) if request.spec.is_read() => retry::wait(attempt, ending, transport::random_byte()),
            _ => None,
        };
        let Some(wait) = wait else { return Err(failure) };
        transport::sleep(wait).await;
        if abort.is_cancelled() {
            return Err(ApiFailure::Cancelled);
        }
        attempt += 1;
    }
}

/// Sends `op` with credentials of its own and reads its answer; with it, from IAM, the new token.
///
/// # Errors
/// See [`ApiFailure`].
pub async fn call_as<O: Operation>(
    session: &Session,
    op: &O,
) -> Result<(O::Response, Option<String>), ApiFailure> {
    let request = op.request(&session.scope()).map_err(|_| ApiFailure::Cancelled)?;
    let success = send_as(session, &request, &Abort::default()).await?;
    Ok((O::Response::from_answer(&success.body), success.subject_token))
}

/// What the browser fetches: the gateway's proxy, or the endpoint itself where there is no proxy.
fn address(proxy: &str, endpoint: &str, target: &str) -> String {
    match proxy {
        "" => format!("{endpoint}{target}"),
        proxy => format!("{proxy}{}{target}", host(endpoint)),
    }
}

/// Host, with the port where it is not the scheme's own.
pub fn host(endpoint: &str) -> &str {
    let (scheme, rest) = endpoint.split_once("://").unwrap_or(("https", endpoint));
    let host = rest.split('/').next().unwrap_or(rest);
    let default_port = if scheme == "http" { ":80" } else { ":443" };
    host.strip_suffix(default_port).unwrap_or(host)
}

type Failed = (ApiFailure, Option<Ending>);

/// One exchange, noted in the journal.
async fn attempt_once(
    session: &Session,
    request: &Request,
    url: &str,
    abort: &Abort,
    mut call: Call,
) -> Result<Success, Failed> {
    let host = host(&call.endpoint).to_owned();
    let headers = auth::headers(&session.auth, &session.connection.project_id, request, &host, call.at);
    let reply = transport::exchange(request.method, url, &headers, request.body.as_deref(), abort).await;
    call.took_ms = u32::try_from(now() - call.at).unwrap_or_default();
    let result = match reply {
        Ok(reply) => understand(reply, &mut call),
        Err(broken) => Err(lost(broken)),
    };
    call.failure = result.as_ref().err().map(|(failure, _)| failure.clone());
    if call.failure != Some(ApiFailure::Cancelled) {
        journal::note(call);
    }
    result
}

fn lost(broken: Broken) -> Failed {
    match broken {
        Broken::Network => (ApiFailure::Network, Some(Ending::Lost)),
        // The wait was long enough.
        Broken::Timeout => (ApiFailure::Timeout { seconds: transport::SECONDS }, None),
        Broken::Cancelled => (ApiFailure::Cancelled, None),
    }
}

fn understand(reply: Reply, call: &mut Call) -> Result<Success, Failed> {
    call.status = Some(reply.status);
    call.bytes = u32::try_from(reply.text.len()).unwrap_or(u32::MAX);
    call.request_id = reply.request_id.clone().unwrap_or_default();
    if !(200..300).contains(&reply.status) {
        return Err(refusal(&reply, call));
    }
    if reply.text.trim().is_empty() {
        return Ok(Success { body: Value::Null, subject_token: reply.subject_token });
    }
    match serde_json::from_str(&reply.text) {
        Ok(body) => Ok(Success { body, subject_token: reply.subject_token }),
        // Some operations answer a bare word.
        Err(_) if !reply.text.trim_start().starts_with(['{', '[', '"', '<']) => {
            Ok(Success { body: Value::String(reply.text), subject_token: reply.subject_token })
        }
        Err(_) => Err((ApiFailure::Decode { request_id: call.request_id.clone() }, Some(Ending::Lost))),
    }
}

fn refusal(reply: &Reply, call: &mut Call) -> Failed {
    let error = ApiError::read(reply.status, &reply.text, reply.request_id.as_deref());
    call.request_id = error.request_id.clone().unwrap_or_default();
    let retry_after = reply.retry_after.as_deref().and_then(|h| retry::retry_after(h, now(), js_date));
    let ending = Ending::Status { status: reply.status, retry_after };
    let failure =
        if error.code.starts_with("GATEWAY.") { ApiFailure::Gateway(error) } else { ApiFailure::Api(error) };
    (failure, Some(ending))
}

fn js_date(text: &str) -> Option<i64> {
    let ms = js_sys::Date::parse(text);
    (!ms.is_nan()).then_some(ms as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_go_through_the_proxy_or_straight_to_the_endpoint() {
        let target = "/v2/p/instances?engine=kafka";
        let through = address("proxy/", "https://dms.example:443", target);
        assert_eq!(through, "proxy/dms.example/v2/p/instances?engine=kafka");
        let local = address("proxy/", "http://127.0.0.1:8635", target);
        assert_eq!(local, "proxy/127.0.0.1:8635/v2/p/instances?engine=kafka");
        assert_eq!(address("", "https://dms.example", "/v2/p"), "https://dms.example/v2/p");
    }
}
