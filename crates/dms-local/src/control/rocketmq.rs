//! Clients of the emulated RocketMQ clusters, for tests and scripts: it has no wire protocol that others could speak.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::post;
use axum::{Json, Router};
use dms_api::models::rocketmq::MessageProperty;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::respond;
use crate::rocketmq::{Credentials, Draft, Emulated, Outcome, RocketmqError, Session, TransactionEnd};
use crate::service::Service;

/// The routes.
pub fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/__local/rocketmq/{instance}/consume", post(consume))
        .route("/__local/rocketmq/{instance}/leave", post(leave))
        .route("/__local/rocketmq/{instance}/produce", post(produce))
}

/// A consumer's step; see [`Emulated::consume`].
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Consume {
    group: String,
    client_id: String,
    /// Topics and expressions.
    subscriptions: BTreeMap<String, String>,
    most: Option<usize>,
    outcome: Outcome,
    address: Option<String>,
    access_key: Option<String>,
    secret_key: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Leave {
    group: String,
    client_id: String,
}

/// A producer's message.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Produce {
    topic: String,
    body: String,
    keys: Option<String>,
    tags: Option<String>,
    properties: BTreeMap<String, String>,
    producer: String,
    address: Option<String>,
    access_key: Option<String>,
    secret_key: Option<String>,
    /// Makes it a transaction that ends so.
    transaction: Option<TransactionEnd>,
    /// Whether the broker had to ask how it ends.
    checked: bool,
}

fn credentials(access_key: Option<String>, secret_key: Option<String>) -> Option<Credentials> {
    access_key.map(|access_key| Credentials { access_key, secret_key: secret_key.unwrap_or_default() })
}

async fn consume(
    State(service): State<Arc<Service>>,
    Path(instance): Path<String>,
    Json(body): Json<Consume>,
) -> Response<Body> {
    let mut session = Session::new(&body.group, &body.client_id, &[]);
    session.subscriptions = body.subscriptions.into_iter().collect();
    session.credentials = credentials(body.access_key, body.secret_key);
    session.address = body.address.unwrap_or(session.address);
    answer(&service, &instance, move |cluster, now| {
        let messages = cluster.consume(&session, body.most.unwrap_or(32), body.outcome, now)?;
        Ok(json!({ "messages": messages }))
    })
    .await
}

async fn leave(
    State(service): State<Arc<Service>>,
    Path(instance): Path<String>,
    Json(body): Json<Leave>,
) -> Response<Body> {
    answer(&service, &instance, move |cluster, _| {
        Ok(json!({ "left": cluster.leave(&body.group, &body.client_id) }))
    })
    .await
}

async fn produce(
    State(service): State<Arc<Service>>,
    Path(instance): Path<String>,
    Json(body): Json<Produce>,
) -> Response<Body> {
    let mut draft = Draft::new(&body.topic, body.body);
    for (name, value) in &body.properties {
        draft.set(name, value);
    }
    for (name, value) in [(MessageProperty::MESSAGE_KEYS, body.keys), (MessageProperty::TAGS, body.tags)] {
        if let Some(value) = value {
            draft.set(name, value);
        }
    }
    draft.producer = body.producer;
    draft.born_host = body.address.unwrap_or_default();
    let credentials = credentials(body.access_key, body.secret_key);
    answer(&service, &instance, move |cluster, now| {
        let Some(end) = body.transaction else {
            let place = cluster.produce(credentials.as_ref(), &draft, now)?;
            return Ok(json!({ "msg_id": place.msg_id, "unique_key": place.unique_key }));
        };
        let id = cluster.begin_transaction(&draft, now)?;
        let place = cluster.end_transaction(&id, end, body.checked, now)?;
        Ok(json!({ "msg_id": place.map(|place| place.msg_id), "unique_key": id }))
    })
    .await
}

/// Asks a cluster. Nothing there is 404, a refusal 400.
async fn answer(
    service: &Arc<Service>,
    instance: &str,
    question: impl FnOnce(&Emulated, i64) -> Result<Value, RocketmqError> + Send + 'static,
) -> Response<Body> {
    let Some(cluster) = service.rocketmq.emulated(instance) else {
        return respond::json(
            StatusCode::NOT_FOUND,
            &json!({ "error": "no such running RocketMQ instance" }),
        );
    };
    let now = service.now();
    match tokio::task::spawn_blocking(move || question(&cluster, now)).await {
        Ok(Ok(value)) => respond::json(StatusCode::OK, &value),
        Ok(Err(error)) => respond::json(StatusCode::BAD_REQUEST, &json!({ "error": error.to_string() })),
        Err(error) => {
            respond::json(StatusCode::INTERNAL_SERVER_ERROR, &json!({ "error": error.to_string() }))
        }
    }
}
