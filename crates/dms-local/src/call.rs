//! One request after it was matched to an operation, and the answer a handler gives.

use bytes::Bytes;
use dms_api::Spec;
use http::{HeaderName, HeaderValue};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::auth::Caller;
use crate::fail::{Code, Fail};

/// A request for one operation.
#[derive(Clone, Debug)]
pub struct Call {
    /// Which operation.
    pub spec: &'static Spec,
    /// Who asks; nobody where the operation is how one signs in.
    pub caller: Caller,
    /// The path's placeholders, decoded.
    pub params: Vec<(&'static str, String)>,
    /// The query, decoded, in the order sent.
    pub query: Vec<(String, String)>,
    /// The body as sent.
    pub body: Bytes,
    /// The address the client used, `http://host:port`, for links in answers.
    pub origin: String,
}

impl Call {
    /// A placeholder of the path; empty if the path has none of that name.
    pub fn param(&self, name: &str) -> &str {
        self.params.iter().find(|(n, _)| *n == name).map_or("", |(_, value)| value)
    }

    /// The instance that the path names.
    pub fn instance_id(&self) -> String {
        self.param("instance_id").to_owned()
    }

    /// A query parameter; an empty one counts as not given.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.query.iter().find(|(n, value)| n == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    /// A query parameter that is a number.
    ///
    /// # Errors
    /// DMS.00400062 for anything else.
    pub fn number<T: std::str::FromStr>(&self, name: &str) -> Result<Option<T>, Fail> {
        match self.query(name) {
            None => Ok(None),
            Some(text) => text.parse().map(Some).map_err(|_| Code::PARAMETER.because(name)),
        }
    }

    /// Offset and limit of a paged list. Without `limit` in the query the page has `default` items.
    ///
    /// # Errors
    /// DMS.10240042 for a limit outside 1-50, DMS.00400062 for what is no number.
    pub fn page(&self, default: u32) -> Result<(u64, u32), Fail> {
        let limit = self.number("limit")?.unwrap_or(default);
        if self.query("limit").is_some() && !(1..=50).contains(&limit) {
            return Err(Code::PAGE_SIZE.because("limit must be within 1-50."));
        }
        Ok((self.number("offset")?.unwrap_or(0), limit))
    }

    /// The body.
    ///
    /// # Errors
    /// DMS.00400004 without a body, DMS.00400005 where it does not fit the reference's table.
    pub fn body<T: DeserializeOwned>(&self) -> Result<T, Fail> {
        if self.body.is_empty() {
            return Err(Code::BODY_EMPTY.into());
        }
        serde_json::from_slice(&self.body).map_err(|error| Code::BODY_NOT_JSON.because(error))
    }
}

/// A success. Its status is the operation's.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// JSON text; empty for no body.
    pub body: Bytes,
    /// Headers beyond the usual ones.
    pub headers: Vec<(HeaderName, HeaderValue)>,
}

impl Answer {
    /// An answer with a body; `()` gives none.
    ///
    /// # Errors
    /// DMS.00500000 if the value cannot be written.
    pub fn json(value: &impl Serialize) -> Result<Self, Fail> {
        let text = serde_json::to_vec(value).map_err(|error| {
            tracing::error!(%error, "an answer cannot be written");
            Fail::from(Code::INTERNAL)
        })?;
        let body = if text == b"null" { Bytes::new() } else { text.into() };
        Ok(Self { body, headers: Vec::new() })
    }

    /// Adds a header.
    pub fn with_header(mut self, name: HeaderName, value: HeaderValue) -> Self {
        self.headers.push((name, value));
        self
    }
}

/// Percent-decodes a path segment or a part of a query, once. Broken escapes stay as they are: clients send them.
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Splits and decodes a query. `+` means itself, as DMS and its signature have it.
pub fn parse_query(query: &str) -> Vec<(String, String)> {
    query
        .split('&')
        .filter(|part| !part.is_empty())
        .map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        })
        .collect()
}
