//! Path, query and bodies byte for byte: a signature covers them.

use tokio::io::AsyncWriteExt;

use crate::support::{Upstream, gateway, get, send, try_send};

#[tokio::test]
async fn path_and_query_arrive_as_they_were_sent() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    for target in [
        "/v2/p/instances/i/groups/%DLQ%group1",
        "/v2/a|b/c%7Cd",
        "/v2/a%2Fb/a%2fb",
        "/v2/%E4%B8%BB%E9%A2%98",
        "/v2/主题?名=值",
        "//v2//double//",
        "/v2/../v3/./x",
        "/v2/x?",
        "/v2/x?a=&b&=c",
        "/v2/x?b=2&a=1&a=0&B=3",
        "/v2/x?q=a+b%20c%2B%zz",
        "/v2/x?u=http://h/p?x=1&y=//",
        "/v2/{id}/a;b=c,d@e:f!$'()*~",
        "/v2/x?a[0]=1&b={}&c=|\\^`",
        "/",
    ] {
        let answer = get(gateway.addr, &upstream.path(target), &[]).await;
        assert_eq!(answer.status(), 200, "{target}: {}", answer.text());
        assert_eq!(upstream.last().line, format!("GET {target} HTTP/1.1"));
    }
}

#[tokio::test]
async fn a_target_without_a_path_means_the_root() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    for (target, line) in [("", "GET / HTTP/1.1"), ("?x=1", "GET /?x=1 HTTP/1.1")] {
        get(gateway.addr, &upstream.path(target), &[]).await;
        assert_eq!(upstream.last().line, line);
    }
}

#[tokio::test]
async fn bodies_arrive_as_they_were_sent() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    let bodies: [&[u8]; 4] =
        [br#"{"name": "\u4e3b\u9898",  "n":1 }"#, "{\"名\":\"值\"}".as_bytes(), b"\0\xff\r\n\r\n", b""];
    for method in ["POST", "PUT", "DELETE"] {
        for body in bodies {
            let headers = ["Content-Type: application/json;charset=utf-8"];
            send(gateway.addr, method, &upstream.path("/v2/x"), &headers, body).await;
            let seen = upstream.last();
            assert_eq!(seen.line, format!("{method} /v2/x HTTP/1.1"));
            assert_eq!(seen.body, body);
            assert_eq!(seen.header("content-type"), Some("application/json;charset=utf-8"));
        }
    }
}

#[tokio::test]
async fn a_chunked_body_arrives_whole() {
    let upstream = Upstream::ok().await;
    let gateway = gateway(&upstream, |_| ()).await;
    let head = format!(
        "POST {} HTTP/1.1\r\nHost: x.localhost\r\nTransfer-Encoding: chunked\r\n\r\n",
        upstream.path("/x")
    );
    try_send(gateway.addr, format!("{head}3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n").as_bytes()).await.unwrap();
    assert_eq!(upstream.last().body, b"abcde");
    assert_eq!(upstream.last().header("transfer-encoding"), None);
}

#[tokio::test]
async fn errors_of_dms_come_through_unchanged() {
    let body = r#"{"error_code":"DMS.10240407","error_msg":"Too many requests"}"#;
    let upstream = Upstream::answering(format!(
        "HTTP/1.1 429 Too Many Requests\r\nX-Request-Id: r1\r\nRetry-After: 7\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    ))
    .await;
    let gateway = gateway(&upstream, |_| ()).await;
    let answer = get(gateway.addr, &upstream.path("/v2/x"), &[]).await;
    assert_eq!(answer.status(), 429);
    assert_eq!(answer.text(), body);
    assert_eq!(answer.header("x-request-id"), Some("r1"));
    assert_eq!(answer.header("retry-after"), Some("7"));
}

#[tokio::test]
async fn an_answer_streams_before_its_end() {
    let (go, wait) = tokio::sync::watch::channel(false);
    let upstream = Upstream::handling(move |mut stream| {
        let mut wait = wait.clone();
        async move {
            let head = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nfirst\r\n";
            stream.write_all(head).await.unwrap();
            wait.wait_for(|go| *go).await.unwrap();
            stream.write_all(b"4\r\nlast\r\n0\r\n\r\n").await.unwrap();
        }
    })
    .await;
    let gateway = gateway(&upstream, |_| ()).await;
    let mut stream = tokio::net::TcpStream::connect(gateway.addr).await.unwrap();
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", upstream.path("/x"), gateway.addr);
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut seen = Vec::new();
    while !seen.ends_with(b"first\r\n") {
        tokio::io::AsyncReadExt::read_buf(&mut stream, &mut seen).await.unwrap();
    }
    go.send(true).unwrap();
    while !seen.ends_with(b"0\r\n\r\n") {
        tokio::io::AsyncReadExt::read_buf(&mut stream, &mut seen).await.unwrap();
    }
    assert!(String::from_utf8(seen).unwrap().contains("last"));
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_not_taken_for_a_whole_one() {
    let upstream = Upstream::answering("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"topics\":[").await;
    let gateway = gateway(&upstream, |_| ()).await;
    let request = format!("GET {} HTTP/1.1\r\nHost: {}\r\n\r\n", upstream.path("/x"), gateway.addr);
    assert!(try_send(gateway.addr, request.as_bytes()).await.is_none());
}
