//! Signed requests (SDK-HMAC-SHA256), verified by the client's own list of headers.

use dms_api::sign::{Authorization, CLOCK_TOLERANCE_MS, Message};
use dms_api::time;
use http::header::AUTHORIZATION;
use http::request::Parts;

use super::{Caller, identity};
use crate::fail::{Code, Fail};
use crate::service::Service;

/// Whose signature it is.
///
/// # Errors
/// APIGW.0301 with the gateway's sentences.
pub fn verify(service: &Service, parts: &Parts, body: &[u8]) -> Result<Caller, Fail> {
    let headers: Vec<(&str, &str)> = parts
        .headers
        .iter()
        .filter_map(|(name, value)| Some((name.as_str(), std::str::from_utf8(value.as_bytes()).ok()?)))
        .collect();
    let header = |name: &str| headers.iter().find(|(n, _)| *n == name).map(|(_, value)| *value);
    let given = header(AUTHORIZATION.as_str()).and_then(Authorization::parse);
    let given = given.ok_or_else(|| refused("authorization header format is incorrect"))?;
    let key = identity::KEYS.iter().find(|key| key.access == given.access_key);
    let key = key.ok_or_else(|| refused(format_args!("ak {} not exist", given.access_key)))?;
    check_age(header("x-sdk-date").unwrap_or_default(), service.now())?;
    let message = Message {
        method: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &headers,
        body,
    };
    if !given.verify(&message, key.secret) {
        return Err(refused("verify aksk signature fail"));
    }
    if key.security_token.is_some_and(|token| header("x-security-token") != Some(token)) {
        return Err(refused("the temporary ak needs its security token"));
    }
    Ok(Caller { user_id: key.user.id.to_owned(), project_id: None })
}

fn check_age(sdk_date: &str, now: i64) -> Result<(), Fail> {
    let signed_at = time::parse(sdk_date).ok_or_else(|| refused("X-Sdk-Date is missing or incorrect"))?;
    if (now - signed_at).abs() <= CLOCK_TOLERANCE_MS {
        return Ok(());
    }
    let server = time::sdk_date(now);
    Err(refused(format_args!(
        "calc aksk signature fail:signature expired, signature time:{sdk_date},server time:{server}"
    )))
}

fn refused(why: impl std::fmt::Display) -> Fail {
    let code = Code::GATEWAY_AUTH;
    Fail::new(code.status, code.code, format!("{}: {why}", code.message))
}
