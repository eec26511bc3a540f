//! What DMS, the API gateway before it and IAM answer when something is wrong.

mod body;
mod catalogue;
mod fields;

pub use catalogue::{Catalogue, Entry, Explanation};
pub use fields::field_hint;

/// An error answer, read from any of the shapes that the three services use. Nothing in it is a secret.
#[derive(Clone, Debug, Default, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct ApiError {
    /// HTTP status. Codes do not tell it: `DMS.00404033` comes with 400.
    pub status: u16,
    /// `DMS.00404022`, `APIGW.0301`, `IAM.0011`; the status as text where the body names none.
    pub code: String,
    /// What the service says, in the language it chose; may be empty.
    pub message: String,
    /// Names the call in the service's own log.
    pub request_id: Option<String>,
}

/// The code of a result that is no error: two RocketMQ operations answer it inside a success (R5.4.4, R5.4.5).
pub const SUCCESS: &str = "DMS.00000000";

impl ApiError {
    /// Reads an error answer. `request_id` is the header `X-Request-Id`; without it the body's is taken.
    ///
    /// Any body will do: the JSON of the three services at any depth, text, HTML, nothing, JSON that was cut off.
    pub fn read(status: u16, body: &str, request_id: Option<&str>) -> Self {
        let found = body::find(body);
        let request_id = request_id.map(str::to_owned).or(found.request_id).filter(|id| !id.is_empty());
        let code = found.code.map(|code| normalise(&code)).filter(|code| !code.is_empty());
        Self {
            status,
            code: code.unwrap_or_else(|| status.to_string()),
            message: found.message.unwrap_or_default(),
            request_id,
        }
    }

    /// Whether signing in again may help: the credentials are missing, wrong or too old.
    pub fn is_auth(&self) -> bool {
        self.status == 401 || AUTH.contains(&self.code.as_str())
    }

    /// Whether the caller is known but may not do this.
    pub fn is_forbidden(&self) -> bool {
        self.status == 403
    }

    /// Whether the call came too soon after others; the same call will do later.
    pub fn is_flow_control(&self) -> bool {
        self.status == 429 || FLOW_CONTROL.contains(&self.code.as_str())
    }

    /// Whether what was asked for does not exist. Flow control comes as 404 too and does not count.
    pub fn is_not_found(&self) -> bool {
        self.status == 404 && !self.is_flow_control()
    }

    /// Whether the fault is the service's: the same read may work a moment later.
    pub fn is_server_fault(&self) -> bool {
        self.status >= 500
    }

    /// The request field that the code speaks about; see [`field_hint`].
    pub fn field_hint(&self) -> Option<&'static str> {
        field_hint(&self.code)
    }
}

/// Codes about credentials that may come with another status than 401.
const AUTH: &[&str] = &[
    "APIGW.0301",
    "APIGW.0302",
    "APIGW.0303",
    "APIGW.0307",
    "DMS.10240101",
    "DMS.10240102",
    "DMS.10240103",
    "DMS.10240104",
];

/// Codes that ask to come back later.
const FLOW_CONTROL: &[&str] = &["APIGW.0308", "DMS.10240407"];

/// A code without the blanks that the printed references have inside some codes.
pub fn normalise(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace()).collect()
}
