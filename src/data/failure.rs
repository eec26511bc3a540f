//! What can go wrong between the console and DMS.

pub use dms_api::error::ApiError;

/// Why a call brought no answer that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ApiFailure {
    /// The browser reached nobody: offline, the gateway down, or the endpoint refused the browser (CORS).
    Network,
    /// No answer within the time limit.
    Timeout { seconds: u32 },
    /// The page left, or a newer request took over. Not to be shown.
    Cancelled,
    /// The proxy of this console answered instead of the service (host not on its list, too large, …).
    Gateway(ApiError),
    /// The service answered with an error.
    Api(ApiError),
    /// The service reported success with a body that is no JSON.
    Decode { request_id: String },
    /// IAM accepted the credentials but sent no token along: a proxy that drops the header `X-Subject-Token`.
    NoToken,
    /// Nobody is signed in, or the session has ended: the user is being asked to sign in again.
    SignedOut,
}

impl ApiFailure {
    /// Whether there was no session or no connection: worth asking again once it is back.
    pub fn is_interruption(&self) -> bool {
        matches!(self, Self::SignedOut | Self::Network)
    }

    /// Whether asking again later may help: nobody was reached, or who was reached is in trouble.
    pub fn is_passing(&self) -> bool {
        matches!(self, Self::Network | Self::Timeout { .. })
            || self.status().is_some_and(|status| status >= 500 || status == 429)
    }

    /// The service's error, where there is one.
    pub fn api(&self) -> Option<&ApiError> {
        match self {
            Self::Api(error) | Self::Gateway(error) => Some(error),
            _ => None,
        }
    }

    /// The error code, `""` where there is none.
    pub fn code(&self) -> &str {
        self.api().map_or("", |e| &e.code)
    }

    /// HTTP status of the answer, if there was one.
    pub fn status(&self) -> Option<u16> {
        self.api().map(|e| e.status)
    }

    /// Whether the thing asked for does not exist.
    pub fn is_not_found(&self) -> bool {
        self.api().is_some_and(ApiError::is_not_found)
    }

    /// Names the call in the service's own log, `""` where unknown.
    pub fn request_id(&self) -> &str {
        match self {
            Self::Decode { request_id } => request_id,
            _ => self.api().and_then(|e| e.request_id.as_deref()).unwrap_or_default(),
        }
    }

    /// The request field (JSON key) that the error is about, for showing it beside that field of a form.
    pub fn field(&self) -> Option<&'static str> {
        self.api().and_then(ApiError::field_hint)
    }
}
