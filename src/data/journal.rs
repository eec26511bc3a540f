//! The request journal: the last calls of this tab, with all secrets taken out before they are kept.

use std::collections::VecDeque;
use std::sync::{Arc, LazyLock};

use dms_api::operation::{Method, Request};
use dms_api::secret;

use crate::data::ApiFailure;
use crate::order::in_order;
use crate::prelude::*;

/// How many calls are kept.
pub const CAPACITY: usize = 500;

/// One exchange with a service: an attempt of a read, or a write.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Counts up from 1 in this tab.
    pub id: u64,
    /// When it was sent, epoch milliseconds.
    pub at: i64,
    /// Operation, its section in the API reference, and the IAM action it needs (`""` where none is named).
    pub operation: &'static str,
    pub section: &'static str,
    pub action: &'static str,
    pub method: Method,
    /// Endpoint without a path, `https://dms.example`.
    pub endpoint: String,
    /// Path and query as sent.
    pub target: String,
    /// Body as sent, secrets masked.
    pub body: Option<String>,
    /// 0 for the first attempt.
    pub attempt: u8,
    /// `None` while it is on its way or when no answer came.
    pub status: Option<u16>,
    /// Until the whole answer was there.
    pub took_ms: u32,
    /// Length of the answer's body.
    pub bytes: u32,
    pub request_id: String,
    /// Why it failed.
    pub failure: Option<ApiFailure>,
}

impl Call {
    /// A call about to be sent.
    pub fn new(request: &Request, endpoint: &str, attempt: u8, at: i64) -> Self {
        Self {
            id: 0,
            at,
            operation: request.spec.id,
            section: request.spec.section,
            action: request.spec.action,
            method: request.method,
            endpoint: endpoint.to_owned(),
            target: request.target(),
            body: request.body.as_deref().map(secret::redact_text),
            attempt,
            status: None,
            took_ms: 0,
            bytes: 0,
            request_id: String::new(),
            failure: None,
        }
    }

    /// The address as the service sees it.
    pub fn url(&self) -> String {
        format!("{}{}", self.endpoint, self.target)
    }

    /// Path without the query.
    pub fn path(&self) -> &str {
        self.target.split_once('?').map_or(&self.target, |(path, _)| path)
    }
}

/// The kept calls, newest last.
#[derive(Clone, Debug, Default)]
pub struct Ring {
    calls: VecDeque<Arc<Call>>,
    last_id: u64,
}

impl Ring {
    /// Keeps a call, dropping the oldest beyond [`CAPACITY`].
    pub fn push(&mut self, mut call: Call) {
        self.last_id += 1;
        call.id = self.last_id;
        if self.calls.len() == CAPACITY {
            self.calls.pop_front();
        }
        self.calls.push_back(Arc::new(call));
    }

    /// The calls, the last one sent first. They are kept in the order in which they ended.
    pub fn newest_first(&self) -> Vec<Arc<Call>> {
        let calls: Vec<_> = self.calls.iter().rev().cloned().collect();
        in_order(&calls, |a, b| b.at.cmp(&a.at))
    }
}

static RING: LazyLock<ArcRwSignal<Ring>> = LazyLock::new(ArcRwSignal::default);

/// Notes a finished call.
pub fn note(call: Call) {
    RING.update(|ring| ring.push(call));
}

/// The kept calls, newest first; tracked.
pub fn calls() -> Vec<Arc<Call>> {
    RING.with(Ring::newest_first)
}

/// Forgets all calls.
pub fn clear() {
    RING.update(|ring| ring.calls.clear());
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use dms_api::operation::Spec;

    const SPEC: &Spec = &Spec {
        id: "kafka.Test",
        section: "K0",
        method: Method::Get,
        path: "/v2/{project_id}/instances",
        action: "dms:instance:list",
        success: 200,
    };

    pub(crate) fn call(target: &str, body: Option<&str>) -> Call {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let request = Request {
            spec: SPEC,
            method: Method::Get,
            path: path.to_owned(),
            query: query.to_owned(),
            body: body.map(str::to_owned),
        };
        Call::new(&request, "https://dms.example", 0, 1_000)
    }

    #[test]
    fn keeps_the_newest_and_numbers_them_on() {
        let mut ring = Ring::default();
        for n in 0..CAPACITY + 3 {
            ring.push(call(&format!("/v2/{n}"), None));
        }
        let kept = ring.newest_first();
        assert_eq!(kept.len(), CAPACITY);
        assert_eq!(kept.first().map(|c| (c.id, c.path().to_owned())), Some((503, "/v2/502".to_owned())));
        assert_eq!(kept.last().map(|c| c.id), Some(4));
    }

    #[test]
    fn never_keeps_a_secret() {
        let kept = call("/v2/p/instances/i/users", Some(r#"{"user_name":"u","user_passwd":"S3cret!"}"#));
        assert!(!format!("{kept:?}").contains("S3cret!"));
    }
}
