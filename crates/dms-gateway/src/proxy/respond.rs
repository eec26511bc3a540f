//! The upstream's answer on its way back: streamed, within the call's deadline.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use axum::body::Body;
use bytes::Bytes;
use http::header::CACHE_CONTROL;
use http::{HeaderValue, Response, StatusCode};
use hyper::body::{Body as HttpBody, Frame, Incoming, SizeHint};
use tokio::time::{Sleep, sleep_until};

use super::limits::Slot;
use super::refusal::Refusal;
use super::{Call, headers};

/// Hands the answer on.
///
/// # Errors
/// [`Refusal::Redirect`]: a browser that followed one would take the call's credentials to another host.
pub fn stream(answer: Response<Incoming>, call: &Call, slot: Slot) -> Result<Response<Body>, Refusal> {
    let (mut parts, body) = answer.into_parts();
    if parts.status.is_redirection() && parts.status != StatusCode::NOT_MODIFIED {
        return Err(Refusal::Redirect(call.target.authority()));
    }
    headers::strip_response(&mut parts.headers);
    parts.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    let body = Timed { body, deadline: Box::pin(sleep_until(call.deadline)), _slot: slot };
    Ok(Response::from_parts(parts, Body::new(body)))
}

/// A body that fails at the deadline, and holds the client's slot until its end.
struct Timed {
    body: Incoming,
    deadline: Pin<Box<Sleep>>,
    _slot: Slot,
}

/// Why an answer broke off.
#[derive(Debug, thiserror::Error)]
enum BrokenAnswer {
    #[error("the answer took too long")]
    Late,
    #[error("the answer broke off")]
    Upstream(#[from] hyper::Error),
}

impl HttpBody for Timed {
    type Data = Bytes;
    type Error = BrokenAnswer;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        if self.deadline.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Some(Err(BrokenAnswer::Late)));
        }
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        Poll::Ready(frame.map(|frame| frame.map_err(BrokenAnswer::from)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
