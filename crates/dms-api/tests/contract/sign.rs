use dms_api::operation::{Method, Operation, Scope};
use dms_api::ops::kafka::{CreateTopic, CreateTopicBody, ListTopics};
use dms_api::sign::{
    Authorization, Credentials, Message, authorization, canonical_query, canonical_request, canonical_uri,
    payload_hash, sign, string_to_sign,
};
use proptest::prelude::*;
use serde_json::Value;

/// Requests signed by the official Python signer with fixed dates.
fn vectors() -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../data/signing-vectors.json")).unwrap();
    all["vectors"].as_array().unwrap().clone()
}

fn text<'v>(vector: &'v Value, key: &str) -> &'v str {
    vector[key].as_str().unwrap()
}

fn headers(vector: &Value) -> Vec<(&str, &str)> {
    let headers = vector["headers"].as_object().unwrap();
    headers.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect()
}

fn message<'v>(vector: &'v Value, headers: &'v [(&'v str, &'v str)]) -> Message<'v> {
    Message {
        method: text(vector, "method"),
        path: text(vector, "path_wire"),
        query: text(vector, "query_wire"),
        headers,
        body: text(vector, "body").as_bytes(),
    }
}

#[test]
fn the_vectors_of_the_official_signer() {
    let vectors = vectors();
    assert!(vectors.len() >= 8, "{}", vectors.len());
    for vector in &vectors {
        let name = text(vector, "name");
        let headers = headers(vector);
        let message = message(vector, &headers);
        let wanted = Authorization::parse(text(vector, "authorization")).unwrap();
        let canonical = canonical_request(&message, &wanted.signed_headers, &canonical_uri(message.path));
        assert_eq!(canonical, text(vector, "canonical_request"), "{name}");
        assert_eq!(
            string_to_sign(text(vector, "date"), &canonical),
            text(vector, "string_to_sign"),
            "{name}"
        );
        let credentials = Credentials {
            access_key: text(vector, "ak").to_owned(),
            secret_key: text(vector, "sk").into(),
            security_token: None,
        };
        assert_eq!(
            authorization(&message, &credentials, text(vector, "date")),
            text(vector, "authorization"),
            "{name}"
        );
        assert!(wanted.verify(&message, text(vector, "sk")), "{name}");
    }
}

#[test]
fn any_change_spoils_the_signature() {
    for vector in vectors() {
        let headers = headers(&vector);
        let good = message(&vector, &headers);
        let signed = Authorization::parse(text(&vector, "authorization")).unwrap();
        let sk = text(&vector, "sk");
        let other_method = if good.method == "PUT" { "POST" } else { "PUT" };
        let extra = format!("{}x", good.path);
        assert!(!signed.verify(&Message { method: other_method, ..good }, sk));
        assert!(!signed.verify(&Message { path: &extra, ..good }, sk));
        assert!(!signed.verify(&Message { query: "a=b", ..good }, sk));
        assert!(!signed.verify(&good, "another secret"));
        assert!(!signed.verify(&Message { headers: &[], ..good }, sk));
        if payload_hash(&good) != "UNSIGNED-PAYLOAD" {
            assert!(!signed.verify(&Message { body: b"{}", ..good }, sk));
        }
    }
}

fn keys() -> Credentials {
    Credentials { access_key: "AK".into(), secret_key: "sesame".into(), security_token: None }
}

#[test]
fn a_browser_signs_few_headers() {
    let operation = CreateTopic {
        instance_id: "i".into(),
        body: CreateTopicBody { id: "订单".into(), ..Default::default() },
    };
    let request = operation.request(&Scope { project_id: "p".into() }).unwrap();
    let credentials = Credentials { security_token: Some("token".into()), ..keys() };
    let sent = sign(&request, &credentials, "20230719T010203Z", "127.0.0.1:8635", Some("p"));
    let names: Vec<&str> = sent.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["Content-Type", "X-Project-Id", "X-Sdk-Date", "X-Security-Token", "Authorization"]);
    let signed = Authorization::parse(&sent[4].1).unwrap();
    assert_eq!(signed.signed_headers, "content-type;host;x-project-id;x-sdk-date;x-security-token");

    let mut received: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (*n, v.as_str())).collect();
    received.extend([("host", "127.0.0.1:8635"), ("accept", "*/*")]);
    let message = Message {
        method: "POST",
        path: &request.path,
        query: "",
        headers: &received,
        body: request.body.as_deref().unwrap().as_bytes(),
    };
    assert!(signed.verify(&message, "sesame"));

    let read = ListTopics { instance_id: "i".into(), ..Default::default() };
    let request = read.request(&Scope { project_id: "p".into() }).unwrap();
    assert_eq!(request.method, Method::Get);
    let sent = sign(&request, &keys(), "20230719T010203Z", "h", None);
    assert_eq!(sent.len(), 2);
    assert!(sent[1].1.contains("SignedHeaders=host;x-sdk-date,"));
}

#[test]
fn paths_and_queries() {
    assert_eq!(canonical_uri("/v2/a%7Cb"), "/v2/a%7Cb/");
    assert_eq!(canonical_uri("/v2/a|b"), "/v2/a%7Cb/");
    assert_eq!(canonical_uri("/a%2Fb"), "/a/b/");
    assert_eq!(canonical_uri("/groups/%DLQ%group1"), "/groups/%25DLQ%25group1/");
    assert_eq!(canonical_uri("/%E8%AE%A2%e5%8d%95/~x"), "/%E8%AE%A2%E5%8D%95/~x/");
    assert_eq!(canonical_uri(""), "/");
    assert_eq!(canonical_query("b=2&a=%20&a&A=1&&c=x=y"), "A=1&a=&a=%20&b=2&c=x%3Dy");
    assert_eq!(canonical_query(""), "");
}

#[test]
fn the_client_that_encodes_twice_is_understood() {
    let headers = [("host", "h"), ("x-sdk-date", "20230719T010203Z")];
    let sent = Message { method: "GET", path: "/groups/a%7Cb", query: "", headers: &headers, body: b"" };
    let twice = Message { path: "/groups/a%257Cb", ..sent };
    let signed = Authorization::parse(&authorization(&twice, &keys(), "20230719T010203Z")).unwrap();
    assert!(signed.verify(&sent, "sesame"));
}

#[test]
fn headers_of_another_kind() {
    for value in [
        "",
        "Bearer x",
        "SDK-HMAC-SHA256",
        "SDK-HMAC-SHA256 Access=a, Signature=b",
        "V11-HMAC-SHA256 Access=a",
    ] {
        assert_eq!(Authorization::parse(value), None, "{value}");
    }
    let unsigned_host =
        Authorization::parse("SDK-HMAC-SHA256 Access=a, SignedHeaders=x-sdk-date, Signature=b").unwrap();
    let headers = [("x-sdk-date", "d")];
    assert!(
        !unsigned_host
            .verify(&Message { method: "GET", path: "/", query: "", headers: &headers, body: b"" }, "s")
    );
}

#[test]
fn secrets_do_not_show() {
    let shown = format!("{:?}", Credentials { security_token: Some("token".into()), ..keys() });
    assert!(shown.contains("AK") && !shown.contains("sesame") && !shown.contains("token\""), "{shown}");
}

proptest! {
    #[test]
    fn what_is_signed_verifies(path in "/[ -~é订]{0,40}", query in "[ -~]{0,40}", body: Vec<u8>, secret: String) {
        let headers = [("Host", "h:1"), ("X-Sdk-Date", "20230719T010203Z")];
        let message = Message { method: "POST", path: &path, query: &query, headers: &headers, body: &body };
        let keys = Credentials { secret_key: secret.as_str().into(), ..keys() };
        let signed = Authorization::parse(&authorization(&message, &keys, "20230719T010203Z"));
        prop_assert!(signed.is_some_and(|s| s.verify(&message, &secret)));
    }
}
