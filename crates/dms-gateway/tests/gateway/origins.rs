//! Who may use the proxy.

use dms_gateway::serve;

use crate::support::{Upstream, config, gateway, get, send, try_send};

#[tokio::test]
async fn pages_of_other_origins_may_not() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    for headers in [
        &["sec-fetch-site: cross-site"][..],
        &["sec-fetch-site: same-site", "origin: http://other.localhost"],
        &["sec-fetch-site: none"],
        &["origin: https://evil.example.com"],
        &["origin: null"],
    ] {
        let answer = get(gateway.addr, &upstream.path("/x"), headers).await;
        assert_eq!(
            (answer.status(), answer.error_code().as_str()),
            (403, "GATEWAY.FOREIGN_ORIGIN"),
            "{headers:?}"
        );
        assert_eq!(answer.header("access-control-allow-origin"), None);
    }
    assert!(upstream.seen().is_empty());
}

#[tokio::test]
async fn the_console_s_own_pages_may() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    let own = format!("origin: http://{}", gateway.addr);
    for headers in
        [&["sec-fetch-site: same-origin", &own][..], &["sec-fetch-site: same-origin"], &[&own], &[]]
    {
        let answer = send(gateway.addr, "POST", &upstream.path("/x"), headers, b"{}").await;
        assert_eq!(answer.status(), 200, "{headers:?}");
        assert_eq!(upstream.last().header("origin"), None);
    }
}

#[tokio::test]
async fn a_listed_origin_may_and_gets_cors_headers() {
    let upstream = Upstream::ok().await;
    let mut settings = config(&[&format!("http://{}", upstream.addr)]);
    settings.origins = vec!["https://portal.example.com".parse().unwrap()];
    let gateway = serve(settings).await.unwrap();
    let headers = ["origin: https://portal.example.com", "sec-fetch-site: cross-site"];
    let asked = send(gateway.addr, "OPTIONS", &upstream.path("/x"), &headers, b"").await;
    assert_eq!(asked.status(), 204);
    assert!(asked.header("access-control-allow-headers").unwrap().contains("authorization"));
    assert!(upstream.seen().is_empty(), "DMS answers no OPTIONS");

    let answer = get(gateway.addr, &upstream.path("/x"), &headers).await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.header("access-control-allow-origin"), Some("https://portal.example.com"));
    assert!(answer.header("access-control-expose-headers").unwrap().contains("x-subject-token"));
    assert_eq!(answer.header("access-control-allow-credentials"), None);
}

#[tokio::test]
async fn a_name_that_only_points_here_may_not() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    for target in [upstream.path("/x"), "/config.json".to_owned()] {
        let request =
            format!("GET {target} HTTP/1.1\r\nHost: rebound.example.com\r\nConnection: close\r\n\r\n");
        let answer = try_send(gateway.addr, request.as_bytes()).await.unwrap();
        assert_eq!(
            (answer.status(), answer.error_code().as_str()),
            (403, "GATEWAY.FOREIGN_ORIGIN"),
            "{target}"
        );
    }
    assert!(upstream.seen().is_empty());
}
