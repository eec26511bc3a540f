//! Everything that the proxy refuses, each with a code and a text of its own.

use std::time::Duration;

use dms_gateway::serve;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::{Upstream, config, gateway, get, read_message, send, try_send};

#[tokio::test]
async fn hosts_outside_of_the_list() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    let port = upstream.addr.port();
    for host in [
        "evil.example.com",
        "127.0.0.1",
        "127.0.0.1:1",
        &format!("localhost:{port}"),
        &format!("2130706433:{port}"),
        &format!("127.1:{port}"),
        &format!("{}@evil.example.com", upstream.addr),
        &format!("evil.example.com%2f@{}", upstream.addr),
        "169.254.169.254",
        "[::ffff:127.0.0.1]",
        "http:",
    ] {
        let answer = get(gateway.addr, &format!("/proxy/{host}/v2/x"), &[]).await;
        assert_eq!(
            (answer.status(), answer.error_code().as_str()),
            (403, "GATEWAY.HOST_NOT_ALLOWED"),
            "{host}"
        );
    }
    let answer = get(gateway.addr, "/proxy//v2/x", &[]).await;
    assert_eq!((answer.status(), answer.error_code().as_str()), (400, "GATEWAY.BAD_TARGET"));
    assert!(upstream.seen().is_empty());
}

#[tokio::test]
async fn names_that_resolve_to_this_machine() {
    let upstream = Upstream::ok().await;
    let host = format!("localhost:{}", upstream.addr.port());
    let mut settings = config(&[&format!("http://{host}")]);
    let gateway = serve(settings.clone()).await.unwrap();
    let answer = get(gateway.addr, &format!("/proxy/{host}/x"), &[]).await;
    assert_eq!((answer.status(), answer.error_code().as_str()), (403, "GATEWAY.PRIVATE_ADDRESS"));
    assert!(upstream.seen().is_empty());

    let rule: dms_gateway::hosts::HostRule = format!("http://{host}").parse().unwrap();
    settings.proxy.as_mut().unwrap().allow.add(rule.or_private());
    let gateway = serve(settings).await.unwrap();
    let answer = get(gateway.addr, &format!("/proxy/{host}/x"), &[]).await;
    assert_eq!(answer.status(), 200, "listed explicitly: {}", answer.text());
    assert_eq!(upstream.last().header("host"), Some(host.as_str()));
}

#[tokio::test]
async fn methods_that_dms_does_not_know() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    for method in ["PATCH", "OPTIONS", "TRACE", "HEAD", "BREW"] {
        let answer = send(gateway.addr, method, &upstream.path("/x"), &[], b"").await;
        assert_eq!(answer.status(), 405, "{method}");
    }
    assert!(upstream.seen().is_empty());
}

#[tokio::test]
async fn a_redirect_is_not_followed_nor_passed_on() {
    for status in [301, 302, 303, 307, 308] {
        let answer =
            format!("HTTP/1.1 {status} X\r\nLocation: http://evil.example.com/\r\nContent-Length: 0\r\n\r\n");
        let upstream = Upstream::answering(answer).await;
        let gateway = gateway(&upstream, |_| ()).await;
        let answer = get(gateway.addr, &upstream.path("/x"), &["x-auth-token: t"]).await;
        assert_eq!((answer.status(), answer.error_code().as_str()), (502, "GATEWAY.REDIRECT"));
        assert_eq!(answer.header("location"), None);
        assert_eq!(upstream.seen().len(), 1);
    }
}

#[tokio::test]
async fn an_upstream_that_is_not_there() {
    let free = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let gateway = serve(config(&[&format!("http://{free}")])).await.unwrap();
    let answer = get(gateway.addr, &format!("/proxy/{free}/x"), &[]).await;
    assert_eq!((answer.status(), answer.error_code().as_str()), (502, "GATEWAY.UNREACHABLE"));
    assert!(answer.text().contains("refuses the connection"), "{}", answer.text());
}

#[tokio::test]
async fn an_upstream_without_tls() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let addr = listener.local_addr().unwrap();
    let plain = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n").await.unwrap();
        let mut seen = Vec::new();
        // The gateway may cut the connection as rudely as it likes.
        let _ = stream.read_to_end(&mut seen).await;
        seen
    });
    let gateway = serve(config(&[&format!("https://{addr}")])).await.unwrap();
    let answer = get(gateway.addr, &format!("/proxy/{addr}/x"), &["x-auth-token: SECRET"]).await;
    assert_eq!((answer.status(), answer.error_code().as_str()), (502, "GATEWAY.UNREACHABLE"));
    let seen = String::from_utf8_lossy(&plain.await.unwrap()).into_owned();
    assert!(!seen.contains("SECRET"), "no token goes out in plain text");
}

#[tokio::test]
async fn an_upstream_that_never_answers() {
    let upstream = Upstream::handling(|stream| async move {
        std::future::pending::<()>().await;
        drop(stream);
    })
    .await;
    let gateway = gateway(&upstream, |p| p.limits.total = Duration::from_millis(100)).await;
    let answer = get(gateway.addr, &upstream.path("/x"), &[]).await;
    assert_eq!((answer.status(), answer.error_code().as_str()), (504, "GATEWAY.TIMEOUT"));
}

#[tokio::test]
async fn an_answer_that_never_ends() {
    let upstream = Upstream::handling(|mut stream| async move {
        stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{").await.unwrap();
        std::future::pending::<()>().await;
    })
    .await;
    let gateway = gateway(&upstream, |p| p.limits.total = Duration::from_millis(200)).await;
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", upstream.path("/x"), gateway.addr);
    assert!(try_send(gateway.addr, request.as_bytes()).await.is_none(), "the connection is cut");
}

#[tokio::test]
async fn a_body_that_is_too_large() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |p| p.limits.body = 1024 * 1024).await;
    let declared = format!(
        "POST {} HTTP/1.1\r\nHost: {}\r\nContent-Length: 1048577\r\n\r\n",
        upstream.path("/x"),
        gateway.addr
    );
    let answer = try_send(gateway.addr, declared.as_bytes()).await.unwrap();
    assert_eq!((answer.status(), answer.error_code().as_str()), (413, "GATEWAY.TOO_LARGE"));
    assert!(answer.text().contains("1 MB"), "{}", answer.text());

    let mut stream = TcpStream::connect(gateway.addr).await.unwrap();
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: {}\r\nTransfer-Encoding: chunked\r\n\r\n100001\r\n",
        upstream.path("/x"),
        gateway.addr
    );
    stream.write_all(&[head.as_bytes(), &[b'x'; 0x100001], b"\r\n"].concat()).await.unwrap();
    let answer = read_message(&mut stream).await.unwrap();
    assert_eq!(answer.error_code(), "GATEWAY.TOO_LARGE");
    assert!(upstream.seen().is_empty());

    let answer = send(gateway.addr, "POST", &upstream.path("/x"), &[], &vec![b'x'; 1024 * 1024]).await;
    assert_eq!(answer.status(), 200, "the limit itself passes");
}

#[tokio::test]
async fn too_many_calls_at_once() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |p| (p.limits.rate, p.limits.burst) = (1, 2)).await;
    for _ in 0..2 {
        assert_eq!(get(gateway.addr, &upstream.path("/x"), &[]).await.status(), 200);
    }
    let answer = get(gateway.addr, &upstream.path("/x"), &[]).await;
    assert_eq!((answer.status(), answer.error_code().as_str()), (429, "GATEWAY.TOO_MANY_REQUESTS"));
    assert_eq!(answer.header("retry-after"), Some("1"));
}

#[tokio::test]
async fn another_client_behind_the_reverse_proxy_has_its_own_quota() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |p| {
        (p.limits.rate, p.limits.burst) = (1, 1);
        p.trust_forwarded = true;
    })
    .await;
    for (client, status) in [("1.1.1.1, 2.2.2.2", 200), ("3.3.3.3, 2.2.2.2", 429), ("4.4.4.4", 200)] {
        let header = format!("x-forwarded-for: {client}");
        let answer = get(gateway.addr, &upstream.path("/x"), &[&header]).await;
        assert_eq!(answer.status(), status, "{client}");
    }
}

#[tokio::test]
async fn a_running_call_holds_its_place_until_its_end() {
    let (go, wait) = tokio::sync::watch::channel(false);
    let upstream = Upstream::handling(move |mut stream| {
        let mut wait = wait.clone();
        async move {
            wait.wait_for(|go| *go).await.unwrap();
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n").await.unwrap();
        }
    })
    .await;
    let gateway = gateway(&upstream, |p| p.limits.concurrent = 1).await;
    let (addr, path) = (gateway.addr, upstream.path("/x"));
    let first = tokio::spawn(async move { get(addr, &path, &[]).await.status() });
    while upstream.seen().is_empty() {
        tokio::task::yield_now().await;
    }
    let second = get(gateway.addr, &upstream.path("/x"), &[]).await;
    assert_eq!(second.error_code(), "GATEWAY.TOO_MANY_REQUESTS");
    go.send(true).unwrap();
    assert_eq!(first.await.unwrap(), 200);
    assert_eq!(get(gateway.addr, &upstream.path("/x"), &[]).await.status(), 200);
}

#[tokio::test]
async fn refusals_are_counted() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    get(gateway.addr, "/proxy/evil.example.com/x", &[]).await;
    get(gateway.addr, &upstream.path("/v2/kafka/p/instances/i/topics"), &[]).await;
    get(gateway.addr, &upstream.path("/v9/no/such"), &[]).await;
    let metrics = get(gateway.addr, "/metrics", &[]).await;
    assert!(metrics.header("content-type").unwrap().starts_with("text/plain; version=0.0.4"));
    for line in [
        "dms_gateway_refused_total{code=\"GATEWAY.HOST_NOT_ALLOWED\"} 1",
        "dms_gateway_requests_total{operation=\"unknown\",status=\"200\"}",
        "dms_gateway_request_seconds_count{operation=\"unknown\"}",
    ] {
        assert!(metrics.text().contains(line), "{line} in {}", metrics.text());
    }
}
