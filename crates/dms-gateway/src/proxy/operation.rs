//! Which operation of the catalogue a call is: for the metrics, the log and `--read-only`.

use dms_api::catalogue;
use http::Method;

/// What is known of a call's operation.
pub struct Found {
    /// Unique name such as `kafka.ListTopics`, or `unknown`. Where both engines share a path, the first one's.
    pub id: &'static str,
    /// Whether it changes nothing. Logging in counts: without it a console that only reads could read nothing.
    pub reads: bool,
}

/// Looks a call up; `None` for a method that DMS does not know.
pub fn identify(method: &Method, path: &str) -> Option<Found> {
    let method = match *method {
        Method::GET => dms_api::Method::Get,
        Method::POST => dms_api::Method::Post,
        Method::PUT => dms_api::Method::Put,
        Method::DELETE => dms_api::Method::Delete,
        _ => return None,
    };
    let specs = catalogue::find(method, path);
    let id = specs.first().map_or("unknown", |spec| spec.id);
    let login = method == dms_api::Method::Post && path == "/v3/auth/tokens";
    let reads = login || (!specs.is_empty() && specs.iter().all(|spec| spec.is_read()));
    Some(Found { id, reads })
}
