//! Starting, stopping, and the local DMS inside.

use dms_gateway::{Config, serve, welcome};
use tokio::io::AsyncWriteExt;

use crate::support::{Upstream, config, gateway, get};

#[tokio::test]
async fn a_running_call_finishes_before_the_gateway_stops() {
    let (go, wait) = tokio::sync::watch::channel(false);
    let upstream = Upstream::handling(move |mut stream| {
        let mut wait = wait.clone();
        async move {
            wait.wait_for(|go| *go).await.unwrap();
            stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\ndone").await.unwrap();
        }
    })
    .await;
    let gateway = gateway(&upstream, |_| ()).await;
    let (addr, path) = (gateway.addr, upstream.path("/x"));
    let call = tokio::spawn(async move { get(addr, &path, &[]).await.text() });
    while upstream.seen().is_empty() {
        tokio::task::yield_now().await;
    }
    let stopped = tokio::spawn(gateway.shutdown());
    while tokio::net::TcpStream::connect(addr).await.is_ok() {
        tokio::task::yield_now().await;
    }
    go.send(true).unwrap();
    assert_eq!(call.await.unwrap(), "done");
    stopped.await.unwrap();
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let first = serve(config(&[])).await.unwrap();
    let error = serve(Config { listen: first.addr, ..config(&[]) }).await.unwrap_err().to_string();
    assert!(error.contains("--listen") && error.contains(&first.addr.to_string()), "{error}");
}

#[tokio::test]
async fn the_local_dms_is_offered_and_reached_through_the_proxy() {
    let options =
        dms_local::Options { listen: "127.0.0.1:0".parse().unwrap(), ..dms_local::Options::default() };
    let gateway = serve(Config { local: Some(options), ..config(&[]) }).await.unwrap();
    let info = gateway.local.as_ref().unwrap().info().clone();
    let offered = get(gateway.addr, "/config.json", &[]).await.json();
    assert_eq!(offered["local"]["endpoint"], info.endpoint);
    assert_eq!(offered["local"]["password"], info.password);
    assert_eq!(offered["local"]["secret_key"], info.secret_key);
    let host = info.endpoint.strip_prefix("http://").unwrap();
    assert_eq!(offered["hosts"], serde_json::json!([host]));
    assert_eq!(get(gateway.addr, &format!("/proxy/{host}/healthz"), &[]).await.status(), 200);

    let text = welcome(&gateway);
    for word in
        [&gateway.url(), &info.endpoint, &info.user, &info.password, &info.access_key, &info.secret_key]
    {
        assert!(text.contains(word.as_str()), "{word} in {text}");
    }
    gateway.shutdown().await;
}
