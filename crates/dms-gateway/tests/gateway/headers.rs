//! Which headers pass, in both directions.

use crate::support::{Upstream, gateway, get};

#[tokio::test]
async fn what_a_signature_covers_passes_and_what_is_the_browser_s_does_not() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    let kept = [
        "authorization: SDK-HMAC-SHA256 Access=AK, SignedHeaders=host;x-sdk-date, Signature=00",
        "x-auth-token: token",
        "x-sdk-date: 20260101T000000Z",
        "x-project-id: p",
        "x-domain-id: d",
        "x-security-token: s",
        "x-sdk-content-sha256: UNSIGNED-PAYLOAD",
        "content-type: application/json;charset=utf-8",
        "accept-language: zh-CN",
        "user-agent: test",
    ];
    let dropped = [
        "cookie: session=1",
        "referer: http://portal/secret",
        "sec-fetch-site: same-origin",
        "sec-ch-ua: x",
        "x-forwarded-for: 10.0.0.1",
        "x-forwarded-host: portal",
        "forwarded: for=10.0.0.1",
        "proxy-authorization: Basic x",
        "te: trailers",
        "keep-alive: 1",
        "x-http-method-override: DELETE",
        "via: 1.1 portal",
    ];
    let all: Vec<&str> = kept.into_iter().chain(dropped).collect();
    get(gateway.addr, &upstream.path("/v2/x"), &all).await;
    let seen = upstream.last();
    let mut names: Vec<&str> =
        seen.headers.iter().map(|(name, _)| name.as_str()).filter(|n| *n != "host").collect();
    names.sort_unstable();
    let mut expected: Vec<&str> = kept.iter().map(|h| h.split(':').next().unwrap()).collect();
    expected.sort_unstable();
    assert_eq!(names, expected);
    for line in kept {
        let (name, value) = line.split_once(": ").unwrap();
        assert_eq!(seen.header(name), Some(value));
    }
    assert_eq!(
        seen.header("host"),
        Some(upstream.addr.to_string().as_str()),
        "the signature covers the target's host"
    );
}

#[tokio::test]
async fn a_foreign_service_sets_nothing_for_the_gateway_s_own_origin() {
    let upstream = Upstream::answering(
        "HTTP/1.1 401 Unauthorized\r\nContent-Type: text/html\r\nContent-Length: 2\r\nSet-Cookie: a=b\r\n\
         WWW-Authenticate: Basic\r\nAccess-Control-Allow-Origin: *\r\nContent-Security-Policy: script-src *\r\n\
         Clear-Site-Data: \"*\"\r\nCache-Control: public\r\nX-Subject-Token: t\r\nX-Request-Id: r\r\n\r\nhi",
    )
    .await;
    let gateway = gateway(&upstream, |_| ()).await;
    let answer = get(gateway.addr, &upstream.path("/x"), &[]).await;
    for name in ["set-cookie", "www-authenticate", "access-control-allow-origin", "clear-site-data"] {
        assert_eq!(answer.header(name), None, "{name}");
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    assert_eq!(answer.header("x-subject-token"), Some("t"));
    assert_eq!(answer.header("x-request-id"), Some("r"));
    let policy = "default-src 'none'; sandbox; frame-ancestors 'none'";
    assert_eq!(answer.header("content-security-policy"), Some(policy), "as a page it can do nothing");
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}
