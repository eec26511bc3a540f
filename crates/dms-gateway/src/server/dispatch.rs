//! Which part answers a request. Paths are compared as they came: nothing is decoded or normalised, because the
//! proxy has to hand them on byte for byte.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{ConnectInfo, State};
use http::header::{CONTENT_TYPE, LOCATION};
use http::request::Parts;
use http::{HeaderValue, Request, Response, StatusCode};

use super::App;
use crate::origin::host_may_reach;
use crate::proxy::Refusal;
use crate::static_files::{json, plain};

/// Answers any request.
pub async fn answer(
    State(app): State<Arc<App>>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    request: Request<Body>,
) -> Response<Body> {
    let target = request.uri().path_and_query().map_or("/", |p| p.as_str()).to_owned();
    if let (Some(proxy), Some(rest)) = (&app.proxy, proxied(&app, &target)) {
        if !host_may_reach(request.headers(), app.listen, &app.origins) {
            app.metrics.refused(Refusal::ForeignHost.code());
            return sealed(&app, Refusal::ForeignHost.into_response());
        }
        return proxy.answer(&app.metrics, peer.ip(), request, rest).await;
    }
    let (parts, _) = request.into_parts();
    sealed(&app, own(&app, &parts, &target).await)
}

/// What follows `{base}proxy/`, query included.
fn proxied<'t>(app: &App, target: &'t str) -> Option<&'t str> {
    app.base_path.strip(target)?.strip_prefix("proxy/")
}

async fn own(app: &App, request: &Parts, target: &str) -> Response<Body> {
    let path = request.uri.path();
    match (path, app.base_path.strip(path)) {
        ("/healthz", _) => plain(StatusCode::OK, "ok\n"),
        ("/metrics", _) => metrics(app),
        (_, Some("config.json")) if host_may_reach(&request.headers, app.listen, &app.origins) => {
            json(&request.method, &request.headers, app.runtime_config.clone())
        }
        (_, Some("config.json")) => Refusal::ForeignHost.into_response(),
        (_, Some(rest)) => app.files.answer(&request.method, &request.headers, rest).await,
        (_, None) if app.base_path.redirects(path) => redirect(app, target),
        (_, None) => {
            let text = format!("Nothing is served here; the console is under {}\n", app.base_path);
            plain(StatusCode::NOT_FOUND, &text)
        }
    }
}

fn metrics(app: &App) -> Response<Body> {
    let mut response = plain(StatusCode::OK, &app.metrics.render());
    let prometheus = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    response.headers_mut().insert(CONTENT_TYPE, prometheus);
    response
}

/// On to the base, keeping the query.
fn redirect(app: &App, target: &str) -> Response<Body> {
    let query = target.split_once('?').map_or(String::new(), |(_, query)| format!("?{query}"));
    let mut response = plain(StatusCode::FOUND, &format!("The console is under {}\n", app.base_path));
    if let Ok(location) = HeaderValue::try_from(format!("{}{query}", app.base_path)) {
        response.headers_mut().insert(LOCATION, location);
    }
    response
}

fn sealed(app: &App, mut response: Response<Body>) -> Response<Body> {
    app.security.apply(response.headers_mut());
    response
}
