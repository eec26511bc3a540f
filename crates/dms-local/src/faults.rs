//! Failures on demand: what a client must survive, played to the next calls that match.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Effect {
    /// Only slow; then answered as always.
    Latency,
    /// 429 with `Retry-After`.
    Throttle {
        /// Seconds to wait.
        #[serde(default = "one")]
        retry_after: u32,
    },
    /// Any status, by default 500.
    Status {
        /// The status, 400-599.
        #[serde(default = "internal")]
        status: u16,
        /// Code; by default DMS's for an internal error.
        #[serde(default)]
        code: Option<String>,
        /// Sentence.
        #[serde(default)]
        message: Option<String>,
    },
    /// The connection breaks in the middle of the answer.
    Drop,
    /// The answer is half of its JSON.
    Truncate,
    /// 401: the token has expired.
    ExpiredToken,
    /// The answer has the shape of an example or of an older edition; see `odd`.
    Shape,
    /// The service is of an older edition: it does not know these query parameters.
    Ignore {
        /// Names, such as `key`.
        parameters: Vec<String>,
    },
}

impl Effect {
    /// The name in JSON.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Latency => "latency",
            Self::Throttle { .. } => "throttle",
            Self::Status { .. } => "status",
            Self::Drop => "drop",
            Self::Truncate => "truncate",
            Self::ExpiredToken => "expired_token",
            Self::Shape => "shape",
            Self::Ignore { .. } => "ignore",
        }
    }
}

const fn one() -> u32 {
    1
}

const fn internal() -> u16 {
    500
}

/// A failure to play.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// Id of the operation it hits, such as `kafka.CreateTopic`; `None` hits all.
    #[serde(default)]
    pub operation: Option<String>,
    /// How many more calls it hits.
    #[serde(default = "one")]
    pub times: u32,
    /// Delay before anything else, milliseconds.
    #[serde(default)]
    pub latency_ms: u64,
    /// Whether the operation is carried out before its answer goes wrong: the case where a client that repeats a
    /// write does it twice.
    #[serde(default)]
    pub executed: bool,
    /// What goes wrong.
    #[serde(flatten)]
    pub effect: Effect,
}

impl Fault {
    /// Delay before anything else.
    pub const fn latency(&self) -> Duration {
        Duration::from_millis(self.latency_ms)
    }
}

/// The failures waiting.
#[derive(Debug, Default)]
pub struct Faults {
    waiting: Mutex<Vec<Fault>>,
}

impl Faults {
    /// Adds a failure behind those waiting.
    pub fn add(&self, fault: Fault) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).push(fault);
    }

    /// What is still waiting.
    pub fn waiting(&self) -> Vec<Fault> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Calls them all off.
    pub fn clear(&self) {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Takes the first failure that hits a call of `operation`.
    pub fn take(&self, operation: Option<&str>) -> Option<Fault> {
        let mut waiting = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        let index =
            waiting.iter().position(|f| f.operation.is_none() || f.operation.as_deref() == operation)?;
        let fault = waiting.get_mut(index)?;
        fault.times = fault.times.saturating_sub(1);
        let taken = fault.clone();
        if taken.times == 0 {
            waiting.remove(index);
        }
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hits_only_its_operation_and_only_so_often() {
        let faults = Faults::default();
        let fault =
            serde_json::from_str(r#"{"operation":"kafka.ListTopics","times":2,"kind":"drop"}"#).unwrap();
        faults.add(fault);
        assert_eq!(faults.take(Some("kafka.CreateTopic")), None);
        assert!(faults.take(Some("kafka.ListTopics")).is_some());
        assert!(faults.take(Some("kafka.ListTopics")).is_some());
        assert_eq!(faults.take(Some("kafka.ListTopics")), None);
    }
}
