//! Which headers pass. Everything that a signature may cover does; what belongs to one connection, to the
//! browser or to this origin does not.

use std::net::IpAddr;

use http::header::{CONNECTION, HeaderName};
use http::{HeaderMap, HeaderValue};

/// Headers of one connection (RFC 9110 §7.6.1), in either direction.
const HOP_BY_HOP: &[&str] = &[
    "connection",
    "http2-settings",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
];

/// What DMS has no business knowing about the browser, and what could change a method behind `--read-only`'s back.
const FROM_BROWSER: &[&str] = &[
    "cookie",
    "expect",
    "forwarded",
    "host",
    "origin",
    "referer",
    "via",
    "x-http-method",
    "x-http-method-override",
    "x-method-override",
    "x-real-ip",
];

/// What a foreign service must not set for the gateway's own origin. `WWW-Authenticate` would make the browser
/// open a password dialog of its own.
const FROM_UPSTREAM: &[&str] = &[
    "alt-svc",
    "cache-control",
    "clear-site-data",
    "content-security-policy",
    "content-security-policy-report-only",
    "expires",
    "link",
    "location",
    "nel",
    "pragma",
    "refresh",
    "report-to",
    "reporting-endpoints",
    "service-worker-allowed",
    "set-cookie",
    "sourcemap",
    "strict-transport-security",
    "www-authenticate",
    "x-frame-options",
];

/// Removes what does not go to DMS.
pub fn strip_request(headers: &mut HeaderMap) {
    strip(headers, |name| {
        FROM_BROWSER.contains(&name) || name.starts_with("sec-") || name.starts_with("x-forwarded-")
    });
}

/// Removes what does not go to the browser.
pub fn strip_response(headers: &mut HeaderMap) {
    strip(headers, |name| FROM_UPSTREAM.contains(&name) || name.starts_with("access-control-"));
}

fn strip(headers: &mut HeaderMap, also: impl Fn(&str) -> bool) {
    let named: Vec<String> = headers.get_all(CONNECTION).iter().flat_map(connection_names).collect();
    let doomed: Vec<HeaderName> = headers
        .keys()
        .filter(|name| HOP_BY_HOP.contains(&name.as_str()) || also(name.as_str()))
        .cloned()
        .chain(named.iter().filter_map(|name| name.parse().ok()))
        .collect();
    for name in doomed {
        headers.remove(name);
    }
}

fn connection_names(value: &HeaderValue) -> Vec<String> {
    value.to_str().unwrap_or_default().split(',').map(|name| name.trim().to_owned()).collect()
}

/// The client's address as the reverse proxy in front saw it: the last entry of `X-Forwarded-For`, the only one
/// that the client cannot write itself.
pub fn forwarded_for(headers: &HeaderMap, peer: IpAddr) -> IpAddr {
    let last = headers.get_all("x-forwarded-for").iter().next_back().and_then(|v| v.to_str().ok());
    last.and_then(|v| v.rsplit(',').next()).and_then(|v| v.trim().parse().ok()).unwrap_or(peer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(k, v)| (k.parse().unwrap(), v.parse().unwrap())).collect()
    }

    #[test]
    fn what_connection_names_is_dropped_too() {
        let mut map =
            headers(&[("connection", "x-hop, close"), ("x-hop", "1"), ("x-sdk-date", "d"), ("te", "t")]);
        strip_request(&mut map);
        assert_eq!(map, headers(&[("x-sdk-date", "d")]));
    }

    #[test]
    fn the_reverse_proxy_s_word_counts() {
        let peer = "127.0.0.1".parse().unwrap();
        let map = headers(&[("x-forwarded-for", "6.6.6.6, 9.9.9.9")]);
        assert_eq!(forwarded_for(&map, peer).to_string(), "9.9.9.9");
        assert_eq!(forwarded_for(&headers(&[("x-forwarded-for", "junk")]), peer), peer);
    }
}
