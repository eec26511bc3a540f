//! The endpoints under `/__local`: what a test or a curious person asks the service about itself.
//!
//! They need no credentials, so they answer only programs of this machine: the caller's address and the `Host` it
//! used must be loopback, and a page of another site may not ask at all.

mod rocketmq;

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::header::{HOST, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::faults::Fault;
use crate::handlers;
use crate::respond;
use crate::service::Service;

/// The routes.
pub fn routes(service: Arc<Service>) -> Router {
    Router::new()
        .route("/__local/info", get(info))
        .route("/__local/journal", get(journal).delete(clear_journal))
        .route("/__local/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/__local/clock", get(clock).post(advance).delete(reset_clock))
        .route("/__local/tokens/expire", post(expire_tokens))
        .merge(rocketmq::routes())
        .layer(middleware::from_fn(loopback_only))
        .with_state(service)
}

async fn loopback_only(ConnectInfo(peer): ConnectInfo<SocketAddr>, request: Request, next: Next) -> Response {
    if peer.ip().is_loopback() && named_loopback(request.headers()) && !request.headers().contains_key(ORIGIN)
    {
        return next.run(request).await;
    }
    let message = json!({ "error": "only programs on the same machine may ask this" });
    respond::json(StatusCode::FORBIDDEN, &message)
}

/// A name that only claims to be this machine (DNS rebinding) is not one of these.
fn named_loopback(headers: &HeaderMap) -> bool {
    let Some(host) = headers.get(HOST).and_then(|host| host.to_str().ok()) else { return false };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|b| b.is_ascii_digit()) => name,
        _ => host,
    };
    let bare = name.trim_start_matches('[').trim_end_matches(']');
    name == "localhost" || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

async fn info(State(service): State<Arc<Service>>) -> Json<Value> {
    let answered: Vec<_> = handlers::ALL.iter().map(|handler| handler.spec.id).collect();
    let mut instances = serde_json::Map::new();
    for (id, brokers) in service.clusters.addresses() {
        instances.insert(id, brokers.into());
    }
    Json(json!({
        "version": env!("CARGO_PKG_VERSION"),
        "now": service.now(),
        "demo": service.options.demo,
        "pace_ms": u64::try_from(service.options.pace.as_millis()).unwrap_or(u64::MAX),
        "kafka": instances,
        "operations": answered,
        "missing_operations": handlers::missing(),
    }))
}

async fn journal(State(service): State<Arc<Service>>) -> Json<Value> {
    Json(json!({ "calls": service.journal.entries() }))
}

async fn clear_journal(State(service): State<Arc<Service>>) -> StatusCode {
    service.journal.clear();
    StatusCode::NO_CONTENT
}

async fn faults(State(service): State<Arc<Service>>) -> Json<Value> {
    Json(json!({ "faults": service.faults.waiting() }))
}

/// One fault, or a list of them.
async fn add_fault(State(service): State<Arc<Service>>, Json(body): Json<Value>) -> Response<Body> {
    let list = if body.is_array() { body } else { Value::Array(vec![body]) };
    match serde_json::from_value::<Vec<Fault>>(list) {
        Err(error) => respond::json(StatusCode::BAD_REQUEST, &json!({ "error": error.to_string() })),
        Ok(faults) => {
            faults.into_iter().for_each(|fault| service.faults.add(fault));
            respond::json(StatusCode::CREATED, &json!({ "faults": service.faults.waiting() }))
        }
    }
}

async fn clear_faults(State(service): State<Arc<Service>>) -> StatusCode {
    service.faults.clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct Advance {
    #[serde(default)]
    advance_ms: i64,
    /// Whether it stops as well.
    #[serde(default)]
    stop: bool,
}

async fn clock(State(service): State<Arc<Service>>) -> Json<Value> {
    Json(json!({ "now": service.now(), "ahead_ms": service.clock.ahead_ms() }))
}

async fn advance(State(service): State<Arc<Service>>, Json(body): Json<Advance>) -> Json<Value> {
    service.clock.advance(body.advance_ms);
    if body.stop {
        service.clock.stop();
    }
    service.alarm.ring();
    clock(State(service)).await
}

async fn reset_clock(State(service): State<Arc<Service>>) -> Json<Value> {
    service.clock.reset();
    service.alarm.ring();
    clock(State(service)).await
}

async fn expire_tokens(State(service): State<Arc<Service>>) -> Response<Body> {
    match service.store.expire_tokens(service.now()).await {
        Ok(expired) => respond::json(StatusCode::OK, &json!({ "expired": expired })),
        Err(error) => {
            respond::json(StatusCode::INTERNAL_SERVER_ERROR, &json!({ "error": error.to_string() }))
        }
    }
}
