//! Configuration, regions and secrets.

use dms_api::config::RuntimeConfig;
use dms_api::ops::iam::{CreateTokenBody, TokenScope};
use dms_api::regions;
use dms_api::secret::{MASK, Secret, redact_text};
use serde_json::{Value, json};

#[test]
fn a_missing_or_partial_configuration_means_the_defaults() {
    let empty = RuntimeConfig::read(&json!({}));
    assert_eq!(empty, RuntimeConfig::default());
    assert_eq!(RuntimeConfig::read(&Value::Null), empty);
    assert_eq!((empty.proxy.as_str(), empty.local, empty.read_only), ("proxy/", None, false));
    let direct = RuntimeConfig::read(&json!({"proxy": "", "later": 1}));
    assert_eq!(direct.proxy, "");
}

#[test]
fn a_local_service_comes_with_its_credentials() {
    let text =
        json!({"local": {"name": "Local DMS", "endpoint": "http://127.0.0.1:8635", "secret_key": "sk"}});
    let config = RuntimeConfig::read(&text);
    let local = config.local.clone().unwrap();
    assert_eq!((local.endpoint.as_str(), local.secret_key.expose()), ("http://127.0.0.1:8635", "sk"));
    let again = RuntimeConfig::read(&serde_json::to_value(&config).unwrap());
    assert_eq!(again, config);
    assert!(!format!("{config:?}").contains("\"sk\""));
}

#[test]
fn regions_and_their_endpoints() {
    assert_eq!(regions::ALL.len(), 34);
    let paris = regions::by_id("eu-west-0").unwrap();
    assert_eq!(paris.dms, "https://dms.eu-west-0.myhuaweicloud.com");
    assert_eq!((paris.iam_known, paris.en, paris.zh), (true, "EU-Paris", "欧洲-巴黎"));
    let dublin = regions::by_endpoint("https://dms.eu-west-101.myhuaweicloud.eu/").unwrap();
    assert_eq!(dublin.iam, "https://iam.eu-west-101.myhuaweicloud.eu");
    assert_eq!(regions::ALL.iter().filter(|region| !region.iam_known).count(), 6);
    assert_eq!(regions::by_id("moon-1"), None);
}

#[test]
fn secrets_never_show() {
    let body =
        CreateTokenBody::password("corp", "ada", "open sesame", Some(TokenScope::project_name("eu-west-0")));
    assert!(!format!("{body:?}").contains("sesame"));
    let sent = serde_json::to_string(&body).unwrap();
    assert!(sent.contains("open sesame"));
    let shown = redact_text(&sent);
    assert!(shown.contains("ada") && !shown.contains("sesame"), "{shown}");
    assert!(!format!("{:?}", Secret::from("x1")).contains("x1"));
}

#[test]
fn secrets_are_cut_out_of_journals() {
    let cut = |text: &str| serde_json::from_str::<Value>(&redact_text(text)).unwrap();
    let body =
        r#"{"new_password":"a","users":[{"secret_key":"b","name":"n"}],"token":{"id":"c"},"password":5}"#;
    assert_eq!(
        cut(body),
        json!({"new_password": MASK, "users": [{"secret_key": MASK, "name": "n"}], "token": {"id": MASK}, "password": MASK})
    );
    assert_eq!(redact_text("password=plain"), MASK);
    assert_eq!(redact_text(""), "");
    assert_eq!(
        cut(r#"{"credential":{"access":"AK","secret":"SK","securitytoken":"T"}}"#)["credential"]["secret"],
        MASK
    );
}
