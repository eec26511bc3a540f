//! Request signing with access key and secret key: SDK-HMAC-SHA256.
//!
//! The signature covers the request line, the named headers and the hash of the body, so path, query and body must
//! reach the service byte for byte as they were signed. The host that is signed is the one that the *service* sees,
//! also when the request travels through a proxy. [`sign`] is the client's side, [`Authorization::verify`] the
//! service's.

mod canonical;
mod verify;

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::operation::Request;
use crate::secret::Secret;

pub use canonical::{canonical_query, canonical_request, canonical_uri, payload_hash, string_to_sign};
pub use verify::Authorization;

/// Name of the method, the first word of the header `Authorization`.
pub const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// How far apart the clocks of client and service may be, milliseconds.
pub const CLOCK_TOLERANCE_MS: i64 = 15 * 60 * 1000;

/// The content type of every body of this contract.
pub const JSON: &str = "application/json";

/// Keys to sign with. The secrets never show in `Debug`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credentials {
    /// Access key, AK.
    pub access_key: String,
    /// Secret key, SK.
    pub secret_key: Secret,
    /// Goes with temporary keys.
    pub security_token: Option<Secret>,
}

/// What is signed.
#[derive(Clone, Copy, Debug)]
pub struct Message<'m> {
    /// `GET` and so on.
    pub method: &'m str,
    /// Encoded path as sent.
    pub path: &'m str,
    /// Encoded query as sent, without `?`.
    pub query: &'m str,
    /// Headers; names in any case.
    pub headers: &'m [(&'m str, &'m str)],
    /// The body as sent.
    pub body: &'m [u8],
}

/// Signs a request of this contract. `sdk_date` is the current time from [`crate::time::sdk_date`]; `host` the
/// endpoint's host, with its port unless that is the scheme's default; `project_id` is left out for IAM.
///
/// Returns the headers to send besides `Host`, which browsers set themselves: they are few, so that a browser can
/// send all of them. A body is sent as [`JSON`].
pub fn sign(
    request: &Request,
    credentials: &Credentials,
    sdk_date: &str,
    host: &str,
    project_id: Option<&str>,
) -> Vec<(&'static str, String)> {
    let mut headers = Vec::with_capacity(5);
    if request.body.is_some() {
        headers.push(("Content-Type", JSON.to_owned()));
    }
    if let Some(id) = project_id {
        headers.push(("X-Project-Id", id.to_owned()));
    }
    headers.push(("X-Sdk-Date", sdk_date.to_owned()));
    if let Some(token) = &credentials.security_token {
        headers.push(("X-Security-Token", token.expose().to_owned()));
    }
    let mut all: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.push(("Host", host));
    let message = Message {
        method: request.method.as_str(),
        path: &request.path,
        query: &request.query,
        headers: &all,
        body: request.body.as_deref().unwrap_or_default().as_bytes(),
    };
    let authorization = authorization(&message, credentials, sdk_date);
    headers.push(("Authorization", authorization));
    headers
}

/// The header `Authorization` for a message, signing all of its headers but those with `_` in their name.
pub fn authorization(message: &Message<'_>, credentials: &Credentials, sdk_date: &str) -> String {
    let names = message.headers.iter().map(|(n, _)| n.to_ascii_lowercase()).filter(|n| !n.contains('_'));
    let mut names = canonical::ordered(names);
    names.dedup();
    let signed = names.join(";");
    let canonical = canonical_request(message, &signed, &canonical_uri(message.path));
    let signature = signature(credentials.secret_key.expose(), &string_to_sign(sdk_date, &canonical));
    format!("{ALGORITHM} Access={}, SignedHeaders={signed}, Signature={signature}", credentials.access_key)
}

/// The signature of a string to sign, lower-case hexadecimal.
pub fn signature(secret_key: &str, string_to_sign: &str) -> String {
    // HMAC takes keys of any length, so this never fails.
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret_key.as_bytes()) else { return String::new() };
    mac.update(string_to_sign.as_bytes());
    hex(&mac.finalize().into_bytes())
}

/// SHA-256 of some bytes, lower-case hexadecimal.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    let digit = |n: u8| char::from_digit(n.into(), 16).unwrap_or_default();
    bytes.iter().flat_map(|b| [digit(b >> 4), digit(b & 15)]).collect()
}
