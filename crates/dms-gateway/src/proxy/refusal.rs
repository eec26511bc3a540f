//! What the proxy answers itself, in the shape of a DMS error, so that the console explains it like any other.

use axum::body::Body;
use http::header::{CACHE_CONTROL, CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderValue, Response, StatusCode};

/// Why a call was not forwarded, or not answered. The texts are shown to people.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(
        "the path after proxy/ must be a host and a path, as in proxy/dms.cn-north-4.myhuaweicloud.com/v2/..."
    )]
    BadTarget,
    #[error("the gateway does not forward to {0}: it is not in its list of hosts (see --allow)")]
    HostNotAllowed(String),
    #[error(
        "the gateway does not forward to {0}: its name resolves to a private address (see --allow-private)"
    )]
    PrivateAddress(String),
    #[error("only the console's own pages may use the gateway's proxy (see --origin)")]
    Foreign,
    #[error("the gateway is not known under this host name (see --origin)")]
    ForeignHost,
    #[error("only GET, POST, PUT and DELETE are forwarded")]
    Method,
    #[error("this gateway is read-only: it forwards no operation that changes something")]
    ReadOnly,
    #[error("the request's body is larger than {} MB, the most that DMS takes", .0 / (1024 * 1024))]
    TooLarge(usize),
    #[error("the request's body did not arrive in time")]
    SlowBody,
    #[error("the request's body broke off")]
    BrokenBody,
    #[error("too many calls at once; try again in a second")]
    TooManyCalls,
    #[error("{host} cannot be reached: {cause}")]
    Unreachable { host: String, cause: String },
    #[error("{host} did not answer within {seconds} s")]
    Timeout { host: String, seconds: u64 },
    #[error(
        "{0} answered with a redirect, which the gateway does not follow: the endpoint is probably wrong"
    )]
    Redirect(String),
}

impl Refusal {
    /// The error code, `GATEWAY.` and a name.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::BadTarget => "GATEWAY.BAD_TARGET",
            Self::HostNotAllowed(_) => "GATEWAY.HOST_NOT_ALLOWED",
            Self::PrivateAddress(_) => "GATEWAY.PRIVATE_ADDRESS",
            Self::Foreign | Self::ForeignHost => "GATEWAY.FOREIGN_ORIGIN",
            Self::Method => "GATEWAY.METHOD_NOT_ALLOWED",
            Self::ReadOnly => "GATEWAY.READ_ONLY",
            Self::TooLarge(_) => "GATEWAY.TOO_LARGE",
            Self::SlowBody | Self::BrokenBody => "GATEWAY.BROKEN_REQUEST",
            Self::TooManyCalls => "GATEWAY.TOO_MANY_REQUESTS",
            Self::Unreachable { .. } => "GATEWAY.UNREACHABLE",
            Self::Timeout { .. } => "GATEWAY.TIMEOUT",
            Self::Redirect(_) => "GATEWAY.REDIRECT",
        }
    }

    /// The answer's status.
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::BadTarget | Self::BrokenBody => StatusCode::BAD_REQUEST,
            Self::HostNotAllowed(_) | Self::PrivateAddress(_) => StatusCode::FORBIDDEN,
            Self::Foreign | Self::ForeignHost | Self::ReadOnly => StatusCode::FORBIDDEN,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::SlowBody => StatusCode::REQUEST_TIMEOUT,
            Self::TooManyCalls => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreachable { .. } | Self::Redirect(_) => StatusCode::BAD_GATEWAY,
            Self::Timeout { .. } => StatusCode::GATEWAY_TIMEOUT,
        }
    }

    /// The whole answer.
    pub fn into_response(self) -> Response<Body> {
        let body = serde_json::json!({ "error_code": self.code(), "error_msg": self.to_string() });
        let mut response = Response::new(Body::from(body.to_string()));
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
        if matches!(self, Self::TooManyCalls) {
            headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
        }
        response
    }
}
