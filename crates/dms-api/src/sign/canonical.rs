//! The canonical form of a request, on which client and service agree.

use percent_encoding::{AsciiSet, percent_decode_str, percent_encode};

use super::{ALGORITHM, Message, sha256};
use crate::operation::{RESERVED, encode};

/// As in a path: segments are encoded, the slashes between them are not.
const IN_PATH: &AsciiSet = &RESERVED.remove(b'/');

/// The path, decoded once and encoded again, with a slash at the end. What was `%2F` becomes a bare slash, and an
/// escape that is broken stays as it was before its `%` is encoded.
pub fn canonical_uri(path: &str) -> String {
    let decoded: Vec<u8> = percent_decode_str(path).collect();
    with_slash(percent_encode(&decoded, IN_PATH).to_string())
}

/// The path encoded as it was sent, so that `%7C` becomes `%257C`: one official client signs that.
pub(super) fn twice_encoded_uri(path: &str) -> String {
    with_slash(percent_encode(path.as_bytes(), IN_PATH).to_string())
}

/// Sorted by inserting: a request has a handful, and a library sort would cost the browser 8 kB for each type.
pub(super) fn ordered<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let place = sorted.iter().take_while(|other| **other <= item).count();
        sorted.insert(place, item);
    }
    sorted
}

fn with_slash(mut path: String) -> String {
    if !path.ends_with('/') {
        path.push('/');
    }
    path
}

/// The query's pairs, sorted by their unencoded text, encoded again. A key without `=` gets one.
pub fn canonical_query(query: &str) -> String {
    let decode = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let pairs = query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decode(key), decode(value)));
    let pairs = ordered(pairs);
    let encoded: Vec<String> = pairs.iter().map(|(k, v)| format!("{}={}", encode(k), encode(v))).collect();
    encoded.join("&")
}

/// The header `X-Sdk-Content-Sha256` if it is there, otherwise the body's SHA-256.
pub fn payload_hash(message: &Message<'_>) -> String {
    match header(message, "x-sdk-content-sha256") {
        Some(hash) => hash.to_owned(),
        None => sha256(message.body),
    }
}

/// The value of a header, whatever the case of its name.
pub(super) fn header<'m>(message: &Message<'m>, name: &str) -> Option<&'m str> {
    message.headers.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The canonical request. `signed` are the names of the signed headers, joined by `;`, as the client lists them;
/// a header that is missing counts as empty.
pub fn canonical_request(message: &Message<'_>, signed: &str, uri: &str) -> String {
    let mut headers = String::new();
    for name in signed.split(';') {
        headers.push_str(&name.to_ascii_lowercase());
        headers.push(':');
        headers.push_str(header(message, name).unwrap_or_default());
        headers.push('\n');
    }
    let query = canonical_query(message.query);
    format!("{}\n{uri}\n{query}\n{headers}\n{signed}\n{}", message.method, payload_hash(message))
}

/// What is signed in the end.
pub fn string_to_sign(sdk_date: &str, canonical_request: &str) -> String {
    format!("{ALGORITHM}\n{sdk_date}\n{}", sha256(canonical_request.as_bytes()))
}
