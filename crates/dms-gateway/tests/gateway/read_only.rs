//! `--read-only` forwards reads and the login, nothing else.

use crate::support::{Upstream, gateway, get, send};

#[tokio::test]
async fn reads_and_the_login_pass() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |p| p.read_only = true).await;
    let instances = upstream.path("/v2/0123/instances?engine=kafka&limit=50");
    assert_eq!(get(gateway.addr, &instances, &[]).await.status(), 200);
    let login = upstream.path("/v3/auth/tokens?nocatalog=true");
    assert_eq!(send(gateway.addr, "POST", &login, &[], b"{}").await.status(), 200);
    let config = get(gateway.addr, "/config.json", &[]).await.json();
    assert_eq!(config["read_only"], true, "the console hides what would be refused");
}

#[tokio::test]
async fn everything_else_is_refused() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |p| p.read_only = true).await;
    for (method, path) in [
        ("POST", "/v2/0123/kafka/instances"),
        ("PUT", "/v2/0123/instances/i"),
        ("DELETE", "/v2/0123/instances/i"),
        ("POST", "/v2/0123/instances/action"),
        ("POST", "/v3/auth/tokens/"),
        ("POST", "//v3/auth/tokens"),
        ("GET", "/v9/nothing/we/know"),
    ] {
        let answer = send(gateway.addr, method, &upstream.path(path), &[], b"{}").await;
        assert_eq!(
            (answer.status(), answer.error_code().as_str()),
            (403, "GATEWAY.READ_ONLY"),
            "{method} {path}"
        );
    }
    assert!(upstream.seen().is_empty());
}
