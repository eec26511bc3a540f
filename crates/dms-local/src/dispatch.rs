//! From a request line to the one operation it means, and from there to its handler.
//!
//! Order: which operation, a failure to play instead, who asks, the handler, a failure to play afterwards.

use std::sync::Arc;
use std::time::Instant;

use axum::body::Body;
use axum::extract::State;
use bytes::Bytes;
use dms_api::{Engine, Method, Spec, catalogue};
use http::header::HOST;
use http::request::Parts;
use http::{HeaderMap, Request, Response};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde_json::Value;

use crate::auth::{self, Caller};
use crate::call::{Answer, Call, decode, parse_query};
use crate::fail::{Code, Fail};
use crate::faults::{Effect, Fault};
use crate::handlers;
use crate::journal::Entry;
use crate::odd;
use crate::respond;
use crate::service::Service;

/// The largest body that the cloud's gateway takes.
const BODY_LIMIT: usize = 12 * 1024 * 1024;

/// A request line that means one operation, and what came with it.
struct Resolved {
    spec: &'static Spec,
    query: Vec<(String, String)>,
    body: Bytes,
}

/// Answers any request outside `/__local` and `/healthz`.
pub async fn dispatch(State(service): State<Arc<Service>>, request: Request<Body>) -> Response<Body> {
    let (begun, time) = (Instant::now(), service.now());
    let request_id = uuid::Uuid::new_v4().simple().to_string();
    let (parts, body) = request.into_parts();
    let resolved = resolve(&service, &parts, body).await;
    let spec = resolved.as_ref().ok().map(|resolved| resolved.spec);
    let fault = service.faults.take(spec.map(|spec| spec.id));
    if let Some(fault) = &fault {
        tokio::time::sleep(fault.latency()).await;
    }
    let outcome = match (fault.as_ref().and_then(instead), resolved) {
        (Some(fail), _) | (None, Err(fail)) => Err(fail),
        (None, Ok(mut resolved)) => {
            if let Some(Effect::Ignore { parameters }) = fault.as_ref().map(|fault| &fault.effect) {
                resolved.query.retain(|(name, _)| !parameters.contains(name));
            }
            carry_out(&service, &parts, resolved).await
        }
    };
    let outcome = fault.as_ref().and_then(afterwards).map_or(outcome, Err);
    let outcome = match (spec, fault.as_ref().map(|fault| &fault.effect)) {
        (Some(spec), Some(Effect::Shape)) => {
            outcome.map(|answer| Answer { body: odd::shape(spec.id, answer.body), ..answer })
        }
        _ => outcome,
    };
    let error_code = outcome.as_ref().err().map(|fail| fail.code().to_owned());
    let success = spec.map_or(200, |spec| spec.success);
    let response = respond::response(outcome, success, &request_id, fault.as_ref().map(|f| &f.effect));
    service.journal.add(Entry {
        time,
        method: parts.method.to_string(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or_default().to_owned(),
        operation: spec.map(|spec| spec.id),
        status: response.status().as_u16(),
        error_code,
        ms: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        request_id,
        fault: fault.map(|f| f.effect.name()),
    });
    response
}

/// The refusal that stands in for carrying out the operation.
fn instead(fault: &Fault) -> Option<Fail> {
    Some(fault).filter(|f| !f.executed).and_then(refusal)
}

/// The refusal that replaces the answer of an operation that was carried out.
fn afterwards(fault: &Fault) -> Option<Fail> {
    Some(fault).filter(|f| f.executed).and_then(refusal)
}

fn refusal(fault: &Fault) -> Option<Fail> {
    match &fault.effect {
        Effect::Latency | Effect::Truncate | Effect::Shape | Effect::Ignore { .. } => None,
        // Broken later, while it is sent. What it says does not matter.
        Effect::Drop => (!fault.executed).then(|| Code::INTERNAL.into()),
        Effect::ExpiredToken => Some(Code::TOKEN_EXPIRED.into()),
        Effect::Throttle { retry_after } => {
            let mut fail = Fail::new(429, "APIGW.0308", "The throttling threshold has been reached");
            fail.retry_after = Some(*retry_after);
            Some(fail)
        }
        Effect::Status { status, code, message } => Some(Fail::new(
            *status,
            code.as_deref().unwrap_or(Code::INTERNAL.code),
            message.as_deref().unwrap_or(Code::INTERNAL.message),
        )),
    }
}

/// The operations that the request line can mean; never empty.
fn candidates(parts: &Parts) -> Result<Vec<&'static Spec>, Fail> {
    let method = match parts.method.as_str() {
        "GET" => Method::Get,
        "POST" => Method::Post,
        "PUT" => Method::Put,
        "DELETE" => Method::Delete,
        _ => return Err(Code::METHOD.into()),
    };
    let path = &path_of(parts);
    let found = catalogue::find(method, path);
    if !found.is_empty() {
        return Ok(found);
    }
    let others = [Method::Get, Method::Post, Method::Put, Method::Delete];
    let known = others.into_iter().any(|other| !catalogue::find(other, path).is_empty());
    Err(if known { Code::METHOD } else { Code::URL_UNKNOWN }.into())
}

/// The path as the catalogue has it. Today's SDK has a second way of writing those of RocketMQ that begin with the
/// engine: `/v2/{project_id}/rocketmq/instances/...`.
fn path_of(parts: &Parts) -> String {
    let path = parts.uri.path();
    let segments: Vec<&str> = path.split('/').collect();
    match segments.as_slice() {
        ["", "v2", project, "rocketmq", "instances"] => format!("/v2/{project}/instances"),
        ["", "v2", project, "rocketmq", "instances", rest @ ..] => {
            format!("/v2/rocketmq/{project}/instances/{}", rest.join("/"))
        }
        _ => path.to_owned(),
    }
}

async fn resolve(service: &Service, parts: &Parts, body: Body) -> Result<Resolved, Fail> {
    let specs = candidates(parts)?;
    let body = read(body).await?;
    let query = parse_query(parts.uri.query().unwrap_or_default());
    let spec = choose(service, specs, &path_of(parts), &query, &body).await?;
    Ok(Resolved { spec, query, body })
}

async fn carry_out(service: &Arc<Service>, parts: &Parts, resolved: Resolved) -> Result<Answer, Fail> {
    let Resolved { spec, query, body } = resolved;
    let open = auth::is_open(spec);
    let caller = if open { Caller::default() } else { auth::authenticate(service, parts, &body).await? };
    let params = params(spec, &path_of(parts));
    let call = Call { spec, caller, params, query, body, origin: origin(&parts.headers) };
    auth::check_project(&call)?;
    let handler = handlers::find(spec).ok_or_else(|| Code::NOT_BUILT.because(spec.id))?;
    let instance_id = call.instance_id();
    let answer = (handler.run)(service.clone(), call).await?;
    if !spec.is_read() {
        service.clusters.write(&instance_id).await?;
    }
    Ok(answer)
}

async fn read(body: Body) -> Result<Bytes, Fail> {
    match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(collected) => Ok(collected.to_bytes()),
        Err(error) if error.is::<LengthLimitError>() => Err(Code::TOO_LARGE.into()),
        Err(error) => Err(Code::BODY_NOT_JSON.because(error)),
    }
}

/// Both engines share most paths: the instance in the path decides, then an engine in path, query or body. Where
/// nothing decides it is Kafka's operation, whose handler then finds that there is no such instance.
async fn choose(
    service: &Service,
    specs: Vec<&'static Spec>,
    path: &str,
    query: &[(String, String)],
    body: &[u8],
) -> Result<&'static Spec, Fail> {
    let Some(first) = specs.first().copied() else { return Err(Code::URL_UNKNOWN.into()) };
    if specs.len() == 1 {
        return Ok(first);
    }
    let engine = match catalogue::path_param(first.path, path, "instance_id") {
        Some(id) => {
            service.store.instance(decode(id)).await?.map(|instance| instance.engine).unwrap_or_default()
        }
        None => match engine_named(first, path, query, body) {
            Some(engine) => engine,
            None => engine_of_listed(service, body).await?.unwrap_or_default(),
        },
    };
    let deletes = query.iter().any(|(name, value)| name == "action" && value == "delete");
    let fitting = || specs.iter().copied().filter(|spec| Engine::parse(spec.service()) == Some(engine));
    // Where one path of an engine creates and deletes, the query's action tells.
    let chosen = fitting().find(|spec| spec.id.contains(".Delete") == deletes).or_else(|| fitting().next());
    Ok(chosen.unwrap_or(first))
}

fn engine_named(spec: &Spec, path: &str, query: &[(String, String)], body: &[u8]) -> Option<Engine> {
    if let Some(segment) = catalogue::path_param(spec.path, path, "engine") {
        return Engine::parse(&decode(segment));
    }
    if let Some((_, value)) = query.iter().find(|(name, _)| name == "engine") {
        return Engine::parse(value);
    }
    let body: Value = serde_json::from_slice(body).ok()?;
    ["engine", "all_failure"].iter().find_map(|key| body.get(key)?.as_str()).and_then(Engine::parse)
}

/// The engine of the first instance that the body lists, as that of a batch does.
async fn engine_of_listed(service: &Service, body: &[u8]) -> Result<Option<Engine>, Fail> {
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    let Some(id) = body.pointer("/instances/0").and_then(Value::as_str) else { return Ok(None) };
    Ok(service.store.instance(id.to_owned()).await?.map(|instance| instance.engine))
}

/// The placeholders of the path, each decoded once, after splitting: `%2F` is part of a name.
fn params(spec: &'static Spec, path: &str) -> Vec<(&'static str, String)> {
    let names = spec.path.split('/').zip(path.split('/'));
    names
        .filter_map(|(template, segment)| {
            Some((template.strip_prefix('{')?.strip_suffix('}')?, decode(segment)))
        })
        .collect()
}

fn origin(headers: &HeaderMap) -> String {
    let host = headers.get(HOST).and_then(|value| value.to_str().ok()).unwrap_or("127.0.0.1");
    format!("http://{host}")
}
