//! The service's side: reads the header `Authorization` and checks it.

use super::canonical::{header, twice_encoded_uri};
use super::{ALGORITHM, Message, canonical_request, canonical_uri, signature, string_to_sign};

/// A header `Authorization`, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// Who signed.
    pub access_key: String,
    /// Names of the signed headers as the client lists them, joined by `;`.
    pub signed_headers: String,
    /// The signature, lower-case hexadecimal.
    pub signature: String,
}

impl Authorization {
    /// Takes a header apart; `None` if it is not of this method or lacks a part.
    pub fn parse(value: &str) -> Option<Self> {
        let parts = value.trim().strip_prefix(ALGORITHM)?;
        let part = |name: &str| {
            let mut values = parts.split(',').filter_map(|part| part.trim().split_once('='));
            values.find(|(key, _)| *key == name).map(|(_, value)| value.trim().to_owned())
        };
        Some(Self {
            access_key: part("Access")?,
            signed_headers: part("SignedHeaders")?,
            signature: part("Signature")?.to_ascii_lowercase(),
        })
    }

    /// Whether a header is signed.
    pub fn signs(&self, name: &str) -> bool {
        self.signed_headers.split(';').any(|n| n.eq_ignore_ascii_case(name))
    }

    /// Whether the signature is that of `secret_key` for this message. `host` and `x-sdk-date` must be signed. The
    /// two official clients encode paths differently; either form will do. How old the date is, the caller checks.
    pub fn verify(&self, message: &Message<'_>, secret_key: &str) -> bool {
        let Some(date) = header(message, "x-sdk-date") else { return false };
        if !self.signs("host") || !self.signs("x-sdk-date") {
            return false;
        }
        [canonical_uri(message.path), twice_encoded_uri(message.path)].iter().any(|uri| {
            let canonical = canonical_request(message, &self.signed_headers, uri);
            same(&signature(secret_key, &string_to_sign(date, &canonical)), &self.signature)
        })
    }
}

/// Compares in a time that does not tell where the difference is.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |diff, (a, b)| diff | (a ^ b)) == 0
}
