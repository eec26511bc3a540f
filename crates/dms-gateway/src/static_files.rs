//! The built console's files under the base path: the right type, compression and caching, and `index.html`
//! for every URL that a person can open.

mod assets;
mod negotiate;

use axum::body::Body;
use bytes::Bytes;
use http::header::{
    ACCEPT, ACCEPT_ENCODING, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, ETAG, VARY,
};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Response, StatusCode};

use crate::base_path::BasePath;
use crate::config::Assets;
use negotiate::Encoding;

/// Shown when there is no built console to serve.
const NOT_BUILT: &str = include_str!("static_files/not_built.html");

/// Serves the console's files.
#[derive(Clone, Debug)]
pub struct StaticFiles {
    assets: Assets,
    base: BasePath,
}

/// One file as it goes out.
struct Served {
    bytes: Bytes,
    content_type: HeaderValue,
    encoding: Option<Encoding>,
    /// A name with a content hash never changes its content.
    immutable: bool,
}

impl StaticFiles {
    /// Files of `assets`, for a console under `base`.
    pub fn new(assets: Assets, base: BasePath) -> Self {
        Self { assets, base }
    }

    /// Whether there is a console to serve.
    pub async fn built(&self) -> bool {
        assets::read(&self.assets, "index.html").await.is_some()
    }

    /// Answers a request for `path`, relative to the base.
    pub async fn answer(&self, method: &Method, headers: &HeaderMap, path: &str) -> Response<Body> {
        if method != Method::GET && method != Method::HEAD {
            let mut response = plain(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD are served here.\n");
            response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return response;
        }
        let accepted = Encoding::accepted(headers.get(ACCEPT_ENCODING));
        let file = match path {
            "" | "index.html" => None,
            path => self.file(path, &accepted).await,
        };
        match file {
            Some(file) => respond(method, headers, file),
            None if path.is_empty() || path == "index.html" || is_navigation(headers, path) => {
                match self.index(&accepted).await {
                    Some(index) => respond(method, headers, index),
                    None => html(StatusCode::SERVICE_UNAVAILABLE, NOT_BUILT),
                }
            }
            None => plain(StatusCode::NOT_FOUND, "The console has no such file.\n"),
        }
    }

    async fn file(&self, path: &str, accepted: &[Encoding]) -> Option<Served> {
        if !is_plain(path) {
            return None;
        }
        let identity = assets::read(&self.assets, path).await?;
        let (bytes, encoding) = match self.variant(path, accepted).await {
            Some((bytes, encoding)) => (bytes, Some(encoding)),
            None => (identity, None),
        };
        Some(Served { bytes, content_type: content_type(path), encoding, immutable: has_content_hash(path) })
    }

    /// The smallest precompressed variant that the browser takes.
    async fn variant(&self, path: &str, accepted: &[Encoding]) -> Option<(Bytes, Encoding)> {
        for encoding in accepted {
            let name = format!("{path}.{}", encoding.extension());
            if let Some(bytes) = assets::read(&self.assets, &name).await {
                return Some((bytes, *encoding));
            }
        }
        None
    }

    async fn index(&self, accepted: &[Encoding]) -> Option<Served> {
        let original = assets::read(&self.assets, "index.html").await?;
        let text = String::from_utf8_lossy(&original);
        let rewritten = self.base.rewrite(&text);
        let variant = if self.base == BasePath::default() {
            self.variant("index.html", accepted).await
        } else if accepted.contains(&Encoding::Gzip) {
            negotiate::gzip(rewritten.as_bytes()).map(|bytes| (bytes, Encoding::Gzip))
        } else {
            None
        };
        let (bytes, encoding) = match variant {
            Some((bytes, encoding)) => (bytes, Some(encoding)),
            None => (Bytes::from(rewritten), None),
        };
        Some(Served { bytes, content_type: content_type("index.html"), encoding, immutable: false })
    }
}

fn respond(method: &Method, request: &HeaderMap, file: Served) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, file.content_type);
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    if let Some(encoding) = file.encoding {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static(encoding.token()));
    }
    if file.immutable {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=31536000, immutable"));
    }
    finish(method, request, response, file.bytes)
}

/// JSON made by the gateway itself, which the browser must ask for again each time.
pub fn json(method: &Method, request: &HeaderMap, body: Bytes) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(VARY, HeaderValue::from_static("Accept-Encoding"));
    let takes_gzip = Encoding::accepted(request.get(ACCEPT_ENCODING)).contains(&Encoding::Gzip);
    let body = match takes_gzip.then(|| negotiate::gzip(&body)).flatten() {
        Some(packed) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static(Encoding::Gzip.token()));
            packed
        }
        None => body,
    };
    finish(method, request, response, body)
}

/// Adds the body. What is not immutable gets a validator and is asked for again each time.
fn finish(
    method: &Method,
    request: &HeaderMap,
    mut response: Response<Body>,
    bytes: Bytes,
) -> Response<Body> {
    let headers = response.headers_mut();
    if !headers.contains_key(CACHE_CONTROL) {
        let etag = negotiate::etag(&bytes);
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.insert(ETAG, etag.clone());
        if negotiate::matches(request, &etag) {
            headers.remove(CONTENT_TYPE);
            headers.remove(CONTENT_ENCODING);
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return response;
        }
    }
    headers.insert(CONTENT_LENGTH, HeaderValue::from(bytes.len()));
    if method != Method::HEAD {
        *response.body_mut() = Body::from(bytes);
    }
    response
}

/// A short text for people.
pub fn plain(status: StatusCode, text: &str) -> Response<Body> {
    text_of(status, "text/plain; charset=utf-8", text)
}

fn html(status: StatusCode, text: &str) -> Response<Body> {
    text_of(status, "text/html; charset=utf-8", text)
}

fn text_of(status: StatusCode, content_type: &'static str, text: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Whether a person opens this URL, rather than a page asking for one of its parts. The name alone does not
/// tell: a Topic may be called `orders.js`.
fn is_navigation(headers: &HeaderMap, path: &str) -> bool {
    const DESTINATION: HeaderName = HeaderName::from_static("sec-fetch-dest");
    let text = |name| headers.get(name).and_then(|v: &HeaderValue| v.to_str().ok());
    if let Some(destination) = text(DESTINATION) {
        return matches!(destination, "document" | "iframe" | "frame" | "embed" | "object");
    }
    let accept = text(ACCEPT).unwrap_or("*/*");
    let last = path.rsplit('/').next().unwrap_or(path);
    accept.contains("text/html") || (accept.contains("*/*") && !last.contains('.'))
}

/// Whether every segment is an ordinary file name: nothing climbs out of the folder, nothing is escaped.
fn is_plain(path: &str) -> bool {
    path.split('/').all(|s| !s.is_empty() && !s.starts_with('.') && !s.contains(['\\', ':', '%', '\0']))
}

/// Whether the file's name carries a content hash as Trunk writes it: `-` and up to 16 hex digits
/// (leading zeros are not written) before `.` or `_bg.`.
fn has_content_hash(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let hash = stem.rsplit('-').next().unwrap_or(stem);
    (12..=16).contains(&hash.len()) && hash.len() < stem.len() && hash.bytes().all(|b| b.is_ascii_hexdigit())
}

fn content_type(path: &str) -> HeaderValue {
    let mime = mime_guess::from_path(path).first_or_octet_stream();
    let text = mime.type_() == mime_guess::mime::TEXT;
    let full = if text { format!("{mime}; charset=utf-8") } else { mime.to_string() };
    HeaderValue::try_from(full).unwrap_or(HeaderValue::from_static("application/octet-stream"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_hashed_names_are_immutable() {
        for name in [
            "app-0123456789abcdef.js",
            "dms-console-0123456789abcdef_bg.wasm",
            "style/app-0123456789abcdef.css",
            "app-0123456789abcdef.js.br",
            "menu-ae0c702a93050e3.css",
        ] {
            assert!(has_content_hash(name), "{name}");
        }
        for name in
            ["index.html", "errors.json", "0123456789abcdef.js", "app-1234.js", "app-0123456789abcdeg.js"]
        {
            assert!(!has_content_hash(name), "{name}");
        }
    }

    #[test]
    fn nothing_climbs_out() {
        for path in ["../a", "a/../b", "/etc/passwd", "a//b", "a\\b", "%2e%2e/a", ".env", "c:/x", "a/"] {
            assert!(!is_plain(path), "{path}");
        }
        assert!(is_plain("fonts/a.woff2"));
    }

    #[test]
    fn wasm_has_its_own_type() {
        assert_eq!(content_type("a_bg.wasm"), "application/wasm");
        assert_eq!(content_type("a.js"), "text/javascript; charset=utf-8");
        assert_eq!(content_type("a.css"), "text/css; charset=utf-8");
        assert_eq!(content_type("a.json"), "application/json");
        assert_eq!(content_type("a.unknown"), "application/octet-stream");
    }
}
