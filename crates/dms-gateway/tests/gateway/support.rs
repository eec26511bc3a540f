//! A raw HTTP/1.1 client, a raw upstream, and gateways on free ports.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use dms_gateway::config::{Assets, Config, ProxyConfig};
use dms_gateway::{Running, serve};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// A request or an answer as it was on the wire.
#[derive(Clone, Debug)]
pub struct Raw {
    /// Request line or status line.
    pub line: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Raw {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    pub fn status(&self) -> u16 {
        self.line.split(' ').nth(1).unwrap().parse().unwrap()
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("no JSON: {}", self.text()))
    }

    /// The error code of one of the gateway's own answers; its text must not be empty.
    pub fn error_code(&self) -> String {
        let body = self.json();
        let (code, message) = (body["error_code"].as_str(), body["error_msg"].as_str());
        assert!(message.is_some_and(|m| m.len() > 20), "no error of the gateway's: {} {body}", self.line);
        code.unwrap_or_default().to_owned()
    }
}

/// Reads one message; `None` when the peer closed before its end.
pub async fn read_message(stream: &mut TcpStream) -> Option<Raw> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await.ok()?);
    }
    let head = String::from_utf8(head).unwrap();
    let mut lines = head.trim_end().split("\r\n");
    let line = lines.next().unwrap().to_owned();
    let headers: Vec<(String, String)> = lines
        .map(|l| l.split_once(':').unwrap())
        .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
        .collect();
    let mut raw = Raw { line, headers, body: Vec::new() };
    if raw.header("transfer-encoding") == Some("chunked") {
        raw.body = read_chunks(stream).await?;
    } else if let Some(length) = raw.header("content-length").map(|v| v.parse::<usize>().unwrap()) {
        raw.body = vec![0; length];
        stream.read_exact(&mut raw.body).await.ok()?;
    }
    Some(raw)
}

async fn read_chunks(stream: &mut TcpStream) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let mut size = Vec::new();
        while !size.ends_with(b"\r\n") {
            size.push(stream.read_u8().await.ok()?);
        }
        let size = usize::from_str_radix(std::str::from_utf8(&size).unwrap().trim(), 16).unwrap();
        let mut chunk = vec![0; size + 2];
        stream.read_exact(&mut chunk).await.ok()?;
        body.extend_from_slice(&chunk[..size]);
        if size == 0 {
            return Some(body);
        }
    }
}

/// Sends `text` as it is and reads the answer; `None` when it breaks off.
pub async fn try_send(addr: SocketAddr, text: &[u8]) -> Option<Raw> {
    let mut stream = TcpStream::connect(addr).await.unwrap();
    stream.write_all(text).await.unwrap();
    let head_only = text.starts_with(b"HEAD ");
    if !head_only {
        return read_message(&mut stream).await;
    }
    let mut all = String::new();
    stream.read_to_string(&mut all).await.unwrap();
    let (head, body) = all.split_once("\r\n\r\n").unwrap();
    let line = head.lines().next().unwrap().to_owned();
    let headers = head.lines().skip(1).filter_map(|l| l.split_once(": "));
    let headers = headers.map(|(n, v)| (n.to_ascii_lowercase(), v.to_owned())).collect();
    Some(Raw { line, headers, body: body.as_bytes().to_vec() })
}

/// One request with these header lines.
pub async fn send(addr: SocketAddr, method: &str, target: &str, headers: &[&str], body: &[u8]) -> Raw {
    let mut text = format!("{method} {target} HTTP/1.1\r\nHost: {addr}\r\nConnection: close\r\n");
    headers.iter().for_each(|h| text.push_str(&format!("{h}\r\n")));
    if !body.is_empty() {
        text.push_str(&format!("Content-Length: {}\r\n", body.len()));
    }
    text.push_str("\r\n");
    let all = [text.as_bytes(), body].concat();
    try_send(addr, &all).await.expect("a whole answer")
}

pub async fn get(addr: SocketAddr, target: &str, headers: &[&str]) -> Raw {
    send(addr, "GET", target, headers, b"").await
}

/// A server that records what it gets, byte for byte, and answers what it is told to.
pub struct Upstream {
    pub addr: SocketAddr,
    seen: Arc<Mutex<Vec<Raw>>>,
}

impl Upstream {
    /// Answers every request with these bytes, then closes.
    pub async fn answering(answer: impl Into<Vec<u8>>) -> Self {
        let answer = answer.into();
        Self::handling(move |mut stream| {
            let answer = answer.clone();
            async move { stream.write_all(&answer).await.unwrap() }
        })
        .await
    }

    /// Reads each request, then hands the connection over.
    pub async fn handling<F, Fut>(handle: F) -> Self
    where
        F: Fn(TcpStream) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (addr, seen) = (listener.local_addr().unwrap(), Arc::new(Mutex::new(Vec::new())));
        let (record, handle) = (Arc::clone(&seen), Arc::new(handle));
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let (record, handle) = (Arc::clone(&record), Arc::clone(&handle));
                tokio::spawn(async move {
                    let Some(request) = read_message(&mut stream).await else { return };
                    record.lock().unwrap().push(request);
                    handle(stream).await;
                });
            }
        });
        Self { addr, seen }
    }

    pub async fn ok() -> Self {
        Self::answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
            .await
    }

    pub fn seen(&self) -> Vec<Raw> {
        self.seen.lock().unwrap().clone()
    }

    pub fn last(&self) -> Raw {
        self.seen().pop().expect("a request reached the upstream")
    }

    /// The gateway's path for `rest` on this upstream.
    pub fn path(&self, rest: &str) -> String {
        format!("/proxy/{}{rest}", self.addr)
    }
}

/// Settings with a free port and an allow-list of these hosts.
pub fn config(hosts: &[&str]) -> Config {
    let mut proxy = ProxyConfig::default();
    hosts.iter().for_each(|host| proxy.allow.add(host.parse().unwrap()));
    Config { listen: "127.0.0.1:0".parse().unwrap(), proxy: Some(proxy), ..Config::default() }
}

/// The same with one upstream allowed, and the proxy's settings adjusted.
pub async fn gateway(upstream: &Upstream, adjust: impl FnOnce(&mut ProxyConfig)) -> Running {
    let mut config = config(&[&format!("http://{}", upstream.addr)]);
    adjust(config.proxy.as_mut().unwrap());
    serve(config).await.unwrap()
}

/// A console of a few files, some of them precompressed.
pub fn dist() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, content: &str| std::fs::write(dir.path().join(name), content).unwrap();
    write("index.html", "<!doctype html><base href=\"/\"><title>Console</title>");
    write("app-0123456789abcdef.js", "console.log('identity')");
    write("app-0123456789abcdef.js.br", "brotli");
    write("app-0123456789abcdef.js.gz", "gzip");
    write("app-0123456789abcdef_bg.wasm", "\0asm");
    write("errors.json", "{}");
    dir
}

/// Settings that serve these files.
pub fn serving(dist: &tempfile::TempDir) -> Config {
    Config { assets: Assets::Dir(dist.path().to_owned()), ..config(&[]) }
}
