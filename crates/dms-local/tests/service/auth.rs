//! Who may ask.

use std::time::Duration;

use dms_api::operation::{Operation, Scope};
use dms_api::ops::iam::{CreateToken, CreateTokenBody, ListAuthProjects, ListProjects, TokenScope};
use dms_api::sign::Credentials;
use dms_api::{Method, time};
use serde_json::Value;

use crate::support::{Local, list};

fn keys(local: &Local) -> Credentials {
    let info = local.info();
    Credentials {
        access_key: info.access_key.clone(),
        secret_key: info.secret_key.as_str().into(),
        security_token: None,
    }
}

fn now() -> i64 {
    std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_millis() as i64
}

#[tokio::test]
async fn a_wrong_password_gets_iams_own_answer() {
    let local = Local::start().await;
    let info = local.info().clone();
    for (domain, user, password) in [
        (info.domain.as_str(), info.user.as_str(), "wrong"),
        (info.domain.as_str(), "nobody", info.password.as_str()),
        ("elsewhere", info.user.as_str(), info.password.as_str()),
    ] {
        let body = CreateTokenBody::password(domain, user, password, None);
        let reply = local.reply(&CreateToken { nocatalog: None, body }).await;
        assert_eq!(reply.status, 401);
        assert_eq!(reply.json()["error"]["message"], "The username or password is wrong.");
        assert!(!reply.headers.contains_key("x-subject-token"));
    }
}

#[tokio::test]
async fn a_token_expires_after_a_day_and_on_demand() {
    let local = Local::start().await;
    assert_eq!(local.reply(&list()).await.status, 200);
    local.advance(Duration::from_secs(24 * 3600)).await;
    let reply = local.reply(&list()).await;
    assert_eq!((reply.status, reply.code().as_str()), (401, "DMS.10240102"));

    let local = Local { token: local.new_token().await, ..local };
    assert_eq!(local.reply(&list()).await.status, 200);
    local.control(Method::Post, "tokens/expire", Value::Null).await;
    assert_eq!(local.reply(&list()).await.code(), "DMS.10240102");
}

#[tokio::test]
async fn no_token_a_made_up_token_and_another_projects_token_are_told_apart() {
    let local = Local::start().await;
    let target = list().request(&local.scope()).unwrap().target();
    assert_eq!(local.raw("GET", &target, &[], "").await.unwrap().code(), "DMS.10240103");
    let made_up = [("X-Auth-Token", "MIImadeup")];
    let reply = local.raw("GET", &target, &made_up, "").await.unwrap();
    assert_eq!((reply.status, reply.code().as_str()), (401, "DMS.10240101"));

    let other = Scope { project_id: "1d1b2e6fa03c4d7e9f801122334455cc".to_owned() };
    let target = list().request(&other).unwrap().target();
    let headers = [("X-Auth-Token", local.token.as_str())];
    assert_eq!(local.raw("GET", &target, &headers, "").await.unwrap().code(), "DMS.10240104");
}

#[tokio::test]
async fn a_signed_request_is_taken_and_a_wrong_one_gets_the_gateways_answer() {
    let local = Local::start().await;
    let keys = keys(&local);
    assert_eq!(local.signed(&list(), &keys, now()).await.status, 200);

    let wrong = Credentials { secret_key: "wrong".into(), ..keys.clone() };
    let reply = local.signed(&list(), &wrong, now()).await;
    assert_eq!((reply.status, reply.code().as_str()), (401, "APIGW.0301"));
    assert!(reply.text.contains("verify aksk signature fail"), "{}", reply.text);

    let unknown = Credentials { access_key: "NOBODY".to_owned(), ..keys.clone() };
    let reply = local.signed(&list(), &unknown, now()).await;
    assert!(reply.text.contains("ak NOBODY not exist"), "{}", reply.text);
    assert_eq!(reply.json()["request_id"], reply.headers["x-request-id"].to_str().unwrap());
}

#[tokio::test]
async fn a_signature_is_good_for_a_quarter_of_an_hour() {
    let local = Local::start().await;
    let minutes = |n: i64| n * 60_000;
    assert_eq!(local.signed(&list(), &keys(&local), now() - minutes(14)).await.status, 200);
    assert_eq!(local.signed(&list(), &keys(&local), now() + minutes(14)).await.status, 200);
    for at in [now() - minutes(16), now() + minutes(16)] {
        let reply = local.signed(&list(), &keys(&local), at).await;
        assert_eq!(reply.status, 401);
        assert!(reply.text.contains("signature expired, signature time:"), "{}", reply.text);
    }
    assert!(time::parse("20230719T010203Z").is_some());
}

#[tokio::test]
async fn a_temporary_key_needs_its_security_token() {
    let local = Local::start().await;
    let temporary = |token: Option<&str>| Credentials {
        access_key: "LOCALTEMPACCESSKEY02".to_owned(),
        secret_key: "local-temp-secret-key-for-loopback-only0".into(),
        security_token: token.map(Into::into),
    };
    let good = local.signed(&list(), &temporary(Some("local-demo-security-token")), now()).await;
    assert_eq!(good.status, 200, "{}", good.text);
    for token in [None, Some("another")] {
        assert_eq!(local.signed(&list(), &temporary(token), now()).await.code(), "APIGW.0301");
    }
}

#[tokio::test]
async fn projects_can_be_listed_and_chosen() {
    let local = Local::start().await;
    let all = local.send(&ListAuthProjects {}).await.unwrap().projects;
    assert_eq!(all.len(), 2);
    assert!(all.iter().all(|project| project.enabled && !project.is_domain));
    let by_name = ListProjects {
        domain_id: None,
        name: Some(local.info().project_name.clone()),
        parent_id: None,
        enabled: None,
        is_domain: None,
        page: None,
        per_page: None,
    };
    let found = local.send(&by_name).await.unwrap().projects;
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].id, local.info().project_id);

    let info = local.info();
    let scope = Some(TokenScope::project_id(&all[1].id));
    let body = CreateTokenBody::password(&info.domain, &info.user, &info.password, scope);
    let answer = local.send(&CreateToken { nocatalog: Some(true), body }).await.unwrap();
    assert_eq!(answer.token.project.unwrap().name, "local_staging");
    assert!(answer.token.catalog.is_empty());
}
