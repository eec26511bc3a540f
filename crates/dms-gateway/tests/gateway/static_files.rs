//! The console's files, as a browser asks for them.

use dms_gateway::config::Assets;
use dms_gateway::{Config, serve};

use crate::support::{config, dist, get, send, serving};

const JS: &str = "/app-0123456789abcdef.js";
const PAGE: &str = "accept: text/html,application/xhtml+xml,*/*;q=0.8";

#[tokio::test]
async fn the_smallest_variant_that_the_browser_takes() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    for (accept, encoding, body) in [
        ("accept-encoding: gzip, deflate, br", Some("br"), "brotli"),
        ("accept-encoding: gzip", Some("gzip"), "gzip"),
        ("accept-encoding: br;q=0, gzip;q=0", None, "console.log('identity')"),
        ("x: none", None, "console.log('identity')"),
    ] {
        let answer = get(gateway.addr, JS, &[accept]).await;
        assert_eq!((answer.status(), answer.header("content-encoding")), (200, encoding), "{accept}");
        assert_eq!(answer.text(), body);
        assert_eq!(answer.header("vary"), Some("Accept-Encoding"));
        assert_eq!(answer.header("content-type"), Some("text/javascript; charset=utf-8"));
        assert_eq!(answer.header("content-length"), Some(body.len().to_string().as_str()));
    }
    let wasm = get(gateway.addr, "/app-0123456789abcdef_bg.wasm", &[]).await;
    assert_eq!(
        wasm.header("content-type"),
        Some("application/wasm"),
        "or it would not compile while it streams"
    );
}

#[tokio::test]
async fn hashed_files_are_kept_and_the_page_is_asked_for_each_time() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    let hashed = get(gateway.addr, JS, &[]).await;
    assert_eq!(hashed.header("cache-control"), Some("public, max-age=31536000, immutable"));
    for target in ["/", "/config.json", "/errors.json"] {
        let first = get(gateway.addr, target, &[]).await;
        assert_eq!(first.header("cache-control"), Some("no-cache"), "{target}");
        let etag = first.header("etag").unwrap();
        let again = get(gateway.addr, target, &[&format!("if-none-match: {etag}")]).await;
        assert_eq!((again.status(), again.body.len()), (304, 0), "{target}");
        let changed = get(gateway.addr, target, &["if-none-match: \"other\""]).await;
        assert_eq!((changed.status(), &changed.body), (200, &first.body));
    }
}

#[tokio::test]
async fn every_address_of_the_console_opens_it() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    let document = "sec-fetch-dest: document";
    for target in
        ["/", "/index.html", "/instances", "/kafka/1/topics/orders.v1.js?q=a", "/kafka/1/topics/a%2Fb"]
    {
        for header in [PAGE, document] {
            let answer = get(gateway.addr, target, &[header]).await;
            assert_eq!(
                (answer.status(), answer.text().contains("Console")),
                (200, true),
                "{target} {header}"
            );
            assert_eq!(answer.header("content-type"), Some("text/html; charset=utf-8"));
        }
    }
}

#[tokio::test]
async fn a_missing_file_is_not_the_page() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    for (target, header) in [
        ("/app-fedcba9876543210.js", "accept: */*"),
        ("/app-fedcba9876543210_bg.wasm", "accept: */*"),
        ("/gone", "sec-fetch-dest: script"),
        ("/style.css", "accept: text/css,*/*;q=0.1"),
        ("/../Cargo.toml", "accept: */*"),
        ("/%2e%2e/Cargo.toml", "accept: */*"),
    ] {
        let answer = get(gateway.addr, target, &[header]).await;
        assert_eq!(answer.status(), 404, "{target}");
        assert_eq!(answer.header("content-type"), Some("text/plain; charset=utf-8"));
    }
}

#[tokio::test]
async fn under_a_base_path() {
    let dist = dist();
    let base_path = "/portal/dms/".parse().unwrap();
    let gateway = serve(Config { base_path, ..serving(&dist) }).await.unwrap();
    let page = get(gateway.addr, "/portal/dms/kafka/1", &[PAGE]).await;
    assert!(page.text().contains("<base href=\"/portal/dms/\">"), "{}", page.text());
    assert_eq!(get(gateway.addr, "/portal/dms/app-0123456789abcdef.js", &[]).await.status(), 200);
    assert_eq!(get(gateway.addr, "/portal/dms/config.json", &[]).await.json()["proxy"], "proxy/");
    let forwarded = get(gateway.addr, "/portal/dms/proxy/evil.example.com/x", &[]).await;
    assert_eq!(forwarded.error_code(), "GATEWAY.HOST_NOT_ALLOWED");

    for (target, location) in
        [("/", "/portal/dms/"), ("/portal/dms", "/portal/dms/"), ("/portal/dms?a=b", "/portal/dms/?a=b")]
    {
        let answer = get(gateway.addr, target, &[PAGE]).await;
        assert_eq!((answer.status(), answer.header("location")), (302, Some(location)), "{target}");
    }
    for target in ["/portal/dmsx", "/instances", "/app-0123456789abcdef.js", "/proxy/x/y", "/config.json"] {
        let answer = get(gateway.addr, target, &[PAGE]).await;
        assert_eq!(answer.status(), 404, "{target}");
        assert!(answer.text().contains("/portal/dms/"), "it says where the console is");
    }
    assert_eq!(get(gateway.addr, "/healthz", &[]).await.text(), "ok\n");
    assert_eq!(gateway.url(), format!("http://{}/portal/dms/", gateway.addr));
}

#[tokio::test]
async fn the_rewritten_page_is_compressed_too() {
    let dist = dist();
    let base_path = "/p/".parse().unwrap();
    let gateway = serve(Config { base_path, ..serving(&dist) }).await.unwrap();
    let page = get(gateway.addr, "/p/", &["accept-encoding: gzip, br"]).await;
    assert_eq!(page.header("content-encoding"), Some("gzip"));
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&page.body[..]), &mut text).unwrap();
    assert!(text.contains("<base href=\"/p/\">"));
}

#[tokio::test]
async fn the_configuration_is_compressed_as_well() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    let plain = get(gateway.addr, "/config.json", &[]).await;
    let packed = get(gateway.addr, "/config.json", &["accept-encoding: gzip, br"]).await;
    assert_eq!((plain.header("content-encoding"), packed.header("content-encoding")), (None, Some("gzip")));
    assert!(packed.body.len() < 800, "{} bytes: size-budget.toml counts on less", packed.body.len());
    let mut text = Vec::new();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&packed.body[..]), &mut text).unwrap();
    assert_eq!(text, plain.body);
}

#[tokio::test]
async fn head_is_get_without_the_body() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    for target in ["/", JS, "/config.json"] {
        let head = send(gateway.addr, "HEAD", target, &[], b"").await;
        let get = get(gateway.addr, target, &[]).await;
        assert_eq!(head.body.len(), 0);
        for name in ["content-length", "content-type", "cache-control", "etag", "content-security-policy"] {
            assert_eq!(head.header(name), get.header(name), "{target} {name}");
        }
    }
    let post = send(gateway.addr, "POST", "/", &[], b"x").await;
    assert_eq!((post.status(), post.header("allow")), (405, Some("GET, HEAD")));
}

#[tokio::test]
async fn pages_are_kept_to_themselves() {
    let dist = dist();
    let gateway = serve(serving(&dist)).await.unwrap();
    let page = get(gateway.addr, "/", &[]).await;
    assert_eq!(
        page.header("content-security-policy"),
        Some(
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
             connect-src 'self'; font-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
        )
    );
    assert_eq!(page.header("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.header("referrer-policy"), Some("no-referrer"));
    assert_eq!(page.header("x-frame-options"), Some("DENY"));

    let frame_ancestors = "https://portal.example.com".parse().unwrap();
    let framed = serve(Config { frame_ancestors, proxy: None, ..serving(&dist) }).await.unwrap();
    let page = get(framed.addr, "/", &[]).await;
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.ends_with("frame-ancestors https://portal.example.com"), "{policy}");
    assert!(policy.contains("connect-src 'self' https:;"), "without a proxy the console calls the endpoints");
    assert_eq!(page.header("x-frame-options"), None);
    let config = get(framed.addr, "/config.json", &[]).await.json();
    assert_eq!(config["proxy"], "");
}

#[tokio::test]
async fn a_gateway_without_a_console_says_how_to_build_it() {
    let empty = tempfile::tempdir().unwrap();
    let error =
        serve(Config { assets: Assets::Dir(empty.path().to_owned()), ..config(&[]) }).await.unwrap_err();
    let text = error.to_string();
    assert!(text.contains("--dist") && text.contains(&empty.path().display().to_string()), "{text}");
}
