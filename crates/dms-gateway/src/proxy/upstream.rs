//! The way out: one pooled HTTP/1.1 client that never follows a redirect.

use std::error::Error;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::header::HOST;
use http::request::Parts;
use http::{HeaderValue, Request, Response, Uri, Version};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use tokio::time::timeout_at;

use super::address::{GuardedResolver, ResolveError};
use super::refusal::Refusal;
use super::{Call, headers};
use crate::config::Limits;
use crate::hosts::AllowList;

/// Sends requests to allow-listed hosts.
pub struct Upstream(Client<HttpsConnector<HttpConnector<GuardedResolver>>, Full<Bytes>>);

impl Upstream {
    /// A client whose name resolution obeys `allow`.
    pub fn new(allow: Arc<AllowList>, connect: Duration) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(GuardedResolver(allow));
        tcp.enforce_http(false);
        tcp.set_connect_timeout(Some(connect));
        tcp.set_nodelay(true);
        let tls = HttpsConnectorBuilder::new()
            .with_webpki_roots()
            .https_or_http()
            .enable_http1()
            .wrap_connector(tcp);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(Duration::from_secs(30))
            .build(tls);
        Self(client)
    }

    /// The answer, and the time until its headers.
    pub async fn send(
        &self,
        request: Request<Full<Bytes>>,
        call: &Call,
        limits: &Limits,
    ) -> Result<(Response<Incoming>, Duration), Refusal> {
        let sent = Instant::now();
        let host = || call.target.authority();
        let late = || Refusal::Timeout { host: host(), seconds: limits.total.as_secs() };
        match timeout_at(call.deadline, self.0.request(request)).await {
            Err(_) => Err(late()),
            Ok(Ok(answer)) => Ok((answer, sent.elapsed())),
            Ok(Err(error)) if is_private(&error) => Err(Refusal::PrivateAddress(host())),
            Ok(Err(error)) => Err(Refusal::Unreachable { host: host(), cause: cause(&error) }),
        }
    }
}

/// The request as it goes out.
///
/// # Errors
/// [`Refusal::BadTarget`] when host and path make no URI.
pub fn request(mut parts: Parts, body: Bytes, call: &Call) -> Result<Request<Full<Bytes>>, Refusal> {
    let authority = call.target.authority();
    parts.uri = Uri::builder()
        .scheme(call.target.scheme.as_str())
        .authority(authority.as_str())
        .path_and_query(call.path_and_query.clone())
        .build()
        .map_err(|_| Refusal::BadTarget)?;
    parts.version = Version::HTTP_11;
    headers::strip_request(&mut parts.headers);
    parts.headers.insert(HOST, HeaderValue::try_from(authority).map_err(|_| Refusal::BadTarget)?);
    Ok(Request::from_parts(parts, Full::new(body)))
}

fn chain<'e>(error: &'e (dyn Error + 'static)) -> impl Iterator<Item = &'e (dyn Error + 'static)> {
    std::iter::successors(Some(error), |e| (**e).source())
}

fn is_private(error: &(dyn Error + 'static)) -> bool {
    chain(error).any(|e| matches!(e.downcast_ref(), Some(ResolveError::Private)))
}

/// The reason in plain words where there are some, else the innermost error's own.
fn cause(error: &(dyn Error + 'static)) -> String {
    if chain(error).any(|e| e.is::<ResolveError>()) {
        return "its name does not resolve".to_owned();
    }
    let io = chain(error).filter_map(|e| e.downcast_ref::<io::Error>()).last();
    match io.map(io::Error::kind) {
        Some(io::ErrorKind::ConnectionRefused) => "it refuses the connection".to_owned(),
        Some(io::ErrorKind::TimedOut) => "connecting takes too long".to_owned(),
        Some(io::ErrorKind::ConnectionReset | io::ErrorKind::UnexpectedEof) => {
            "it closed the connection".to_owned()
        }
        _ => chain(error).last().map_or_else(String::new, ToString::to_string),
    }
}
