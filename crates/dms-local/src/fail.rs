//! Refusals: what is answered when something is wrong, as DMS, the API gateway and IAM word it.

mod codes;
mod words;

use dms_api::rules::{Finding, Findings, dms_code};
use http::StatusCode;
use serde_json::{Value, json};

pub use codes::Code;
pub use words::in_words;

use crate::kafka::{ErrorKind, KafkaError};
use crate::store::StoreError;

/// A refusal on its way to the caller.
#[derive(Clone, Debug, PartialEq)]
pub struct Fail {
    /// HTTP status.
    pub status: StatusCode,
    /// Retry-After, in seconds.
    pub retry_after: Option<u32>,
    body: Body,
}

#[derive(Clone, Debug, PartialEq)]
enum Body {
    /// DMS and the gateway: `{"error_code", "error_msg", "request_id"}`.
    Dms { code: String, message: String },
    /// IAM: `{"error": {"code", "message", "title"}}`.
    Iam { message: String, title: &'static str },
}

impl Fail {
    /// A refusal with any code.
    pub fn new(status: u16, code: impl Into<String>, message: impl Into<String>) -> Self {
        let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self { status, retry_after: None, body: Body::Dms { code: code.into(), message: message.into() } }
    }

    /// A refusal in the form of IAM.
    pub fn iam(status: StatusCode, message: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error");
        Self { status, retry_after: None, body: Body::Iam { message: message.into(), title } }
    }

    /// The body, with the id of the request it answers.
    pub fn body(&self, request_id: &str) -> Value {
        match &self.body {
            Body::Dms { code, message } => {
                json!({ "error_code": code, "error_msg": message, "request_id": request_id })
            }
            Body::Iam { message, title } => {
                json!({ "error": { "code": self.status.as_u16(), "message": message, "title": title } })
            }
        }
    }

    /// What it says.
    pub fn message(&self) -> &str {
        match &self.body {
            Body::Dms { message, .. } | Body::Iam { message, .. } => message,
        }
    }

    /// The code, for logs.
    pub fn code(&self) -> &str {
        match &self.body {
            Body::Dms { code, .. } => code,
            Body::Iam { title, .. } => title,
        }
    }
}

impl Code {
    /// The refusal with the reference's sentence and what exactly was wrong behind it.
    pub fn because(self, detail: impl std::fmt::Display) -> Fail {
        Fail::new(self.status, self.code, format!("{} {detail}", self.message))
    }
}

impl From<&Finding> for Fail {
    fn from(finding: &Finding) -> Self {
        let place = finding.index.map_or_else(String::new, |index| format!(" (entry {index})"));
        let code = Code::named(dms_code(finding.field, &finding.problem));
        code.because(format_args!("{}{place}: {}", finding.field, in_words(&finding.problem)))
    }
}

/// Refuses a body for the first thing that the contract's rules find.
///
/// # Errors
/// The documented code of that field.
pub fn check(found: Findings) -> Result<(), Fail> {
    found.0.first().map_or(Ok(()), |finding| Err(finding.into()))
}

impl From<Code> for Fail {
    fn from(code: Code) -> Self {
        Self::new(code.status, code.code, code.message)
    }
}

impl From<StoreError> for Fail {
    fn from(error: StoreError) -> Self {
        tracing::error!(error = &error as &dyn std::error::Error, "store");
        Code::INTERNAL.into()
    }
}

/// Why a group cannot be moved or deleted.
pub const HAS_MEMBERS: &str = "The consumer group has members: stop its consumers first.";

impl From<KafkaError> for Fail {
    fn from(error: KafkaError) -> Self {
        let code = match error.kind() {
            ErrorKind::TopicExists => Code::TOPIC_TAKEN,
            ErrorKind::UnknownTopic => Code::TOPIC_UNKNOWN,
            ErrorKind::InvalidTopic => Code::TOPIC_NAME,
            ErrorKind::InvalidPartitions => Code::TOPIC_PARTITIONS,
            ErrorKind::InvalidReplication => Code::REPLICAS_EXCEED_BROKERS,
            ErrorKind::UnknownGroup => Code::GROUP_UNKNOWN,
            ErrorKind::GroupNotEmpty => return Code::KAFKA_REFUSED.because(HAS_MEMBERS),
            ErrorKind::Unavailable => {
                tracing::warn!(error = &error as &dyn std::error::Error, "cluster");
                Code::CLUSTER_AWAY
            }
            _ => return Code::KAFKA_REFUSED.because(error.reason()),
        };
        code.into()
    }
}
