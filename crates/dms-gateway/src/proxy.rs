//! The proxy: `{base}proxy/{host}/{path}?{query}` goes to an allow-listed `{host}`, path and query byte for byte,
//! because they are part of the request's signature.

mod address;
mod cors;
mod headers;
mod limits;
mod operation;
mod refusal;
mod respond;
mod upstream;

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::request::Parts;
use http::{Method, Request, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use tokio::time::timeout_at;

use crate::config::ProxyConfig;
use crate::hosts::AllowList;
use crate::metrics::Metrics;
use crate::origin::{Caller, Origin, caller};
use crate::security::SecurityHeaders;
use limits::Quotas;
pub(crate) use refusal::Refusal;
use upstream::Upstream;

/// Forwards calls.
pub struct Proxy {
    config: ProxyConfig,
    allow: Arc<AllowList>,
    origins: Vec<Origin>,
    upstream: Upstream,
    quotas: Quotas,
    security: SecurityHeaders,
}

/// What is known of a call once it may go out.
struct Call {
    target: crate::hosts::Target,
    path_and_query: http::uri::PathAndQuery,
    /// Operation of the catalogue, or `unknown`.
    operation: &'static str,
    deadline: tokio::time::Instant,
}

impl Proxy {
    /// A proxy for these settings. `origins` may use it besides the gateway's own pages.
    pub fn new(config: ProxyConfig, origins: Vec<Origin>) -> Self {
        let allow = Arc::new(config.allow.clone());
        let upstream = Upstream::new(Arc::clone(&allow), config.limits.connect);
        let quotas = Quotas::new(&config.limits);
        Self { config, allow, origins, upstream, quotas, security: SecurityHeaders::forwarded() }
    }

    /// Answers a request whose raw path and query after `proxy/` are `rest`.
    pub async fn answer(
        &self,
        metrics: &Metrics,
        peer: IpAddr,
        request: Request<Body>,
        rest: &str,
    ) -> Response<Body> {
        let (parts, body) = request.into_parts();
        let caller = caller(&parts.headers, &self.origins);
        let listed = match &caller {
            Caller::Listed(origin) => Some(origin.clone()),
            Caller::Own | Caller::Foreign => None,
        };
        let answer = match (&caller, &parts.method) {
            (Caller::Foreign, _) => Err(Refusal::Foreign),
            (Caller::Listed(_), &Method::OPTIONS) => Ok(cors::preflight()),
            _ => self.forward(metrics, peer, parts, body, rest).await,
        };
        let mut response = answer.unwrap_or_else(|refusal| {
            metrics.refused(refusal.code());
            tracing::warn!(code = refusal.code(), "{refusal}");
            refusal.into_response()
        });
        self.security.apply(response.headers_mut());
        if let Some(origin) = listed {
            cors::allow(response.headers_mut(), &origin);
        }
        response
    }

    async fn forward(
        &self,
        metrics: &Metrics,
        peer: IpAddr,
        parts: Parts,
        body: Body,
        rest: &str,
    ) -> Result<Response<Body>, Refusal> {
        let started = Instant::now();
        let call = self.check(&parts, rest)?;
        let client =
            if self.config.trust_forwarded { headers::forwarded_for(&parts.headers, peer) } else { peer };
        let slot = self.quotas.take(client, started)?;
        let body = self.collect(&parts, body, &call).await?;
        let method = parts.method.clone();
        let request = upstream::request(parts, body, &call)?;
        let (answer, latency) = self.upstream.send(request, &call, &self.config.limits).await?;
        let status = answer.status().as_u16();
        metrics.answered(call.operation, status, latency);
        tracing::info!(
            %method,
            host = call.target.host,
            path = call.path_and_query.path(),
            operation = call.operation,
            status,
            ms = latency.as_millis(),
            "forwarded"
        );
        respond::stream(answer, &call, slot)
    }

    /// Everything that can be said before a byte of the body is read.
    fn check(&self, parts: &Parts, rest: &str) -> Result<Call, Refusal> {
        let (authority, path_and_query) = split(rest).ok_or(Refusal::BadTarget)?;
        let target = self.allow.find(authority).ok_or_else(|| Refusal::HostNotAllowed(shown(authority)))?;
        let path_and_query: http::uri::PathAndQuery =
            path_and_query.parse().map_err(|_| Refusal::BadTarget)?;
        // The local DMS trusts every program of this machine there; browsers behind this proxy are not meant.
        if path_and_query.path().starts_with("/__local") {
            return Err(Refusal::BadTarget);
        }
        let found = operation::identify(&parts.method, path_and_query.path()).ok_or(Refusal::Method)?;
        if self.config.read_only && !found.reads {
            return Err(Refusal::ReadOnly);
        }
        let deadline = tokio::time::Instant::now() + self.config.limits.total;
        Ok(Call { target, path_and_query, operation: found.id, deadline })
    }

    /// The whole body: bodies are small, and only a complete one can be refused with a clear answer.
    async fn collect(&self, parts: &Parts, body: Body, call: &Call) -> Result<Bytes, Refusal> {
        let limit = self.config.limits.body;
        let declared =
            parts.headers.get(CONTENT_LENGTH).and_then(|v| v.to_str().ok()).and_then(|v| v.parse().ok());
        if declared.is_some_and(|length: u64| usize::try_from(length).map_or(true, |length| length > limit)) {
            return Err(Refusal::TooLarge(limit));
        }
        let collected = timeout_at(call.deadline, Limited::new(body, limit).collect()).await;
        match collected.map_err(|_| Refusal::SlowBody)? {
            Ok(collected) => Ok(collected.to_bytes()),
            Err(error) if error.is::<LengthLimitError>() => Err(Refusal::TooLarge(limit)),
            Err(_) => Err(Refusal::BrokenBody),
        }
    }
}

/// Authority and raw path with query of `{host}/{path}?{query}`.
fn split(rest: &str) -> Option<(&str, String)> {
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, tail) = rest.split_at_checked(end)?;
    let slash = if tail.starts_with('/') { "" } else { "/" };
    (!authority.is_empty()).then(|| (authority, format!("{slash}{tail}")))
}

/// A host as an error text may show it.
fn shown(authority: &str) -> String {
    authority.chars().take(80).collect()
}
