use std::collections::HashSet;

use dms_api::catalogue::{ALL, by_id, find, path_param};
use dms_api::operation::{Engine, Method, Operation, Scope, decode, encode};
use dms_api::ops::kafka::{CreateInstance, ListInstances, ListProducts, ShowTopic};
use dms_api::ops::rocketmq;
use dms_api::permissions;
use serde_json::Value;

fn ids(method: Method, path: &str) -> Vec<&'static str> {
    find(method, path).iter().map(|spec| spec.id).collect()
}

#[test]
fn ids_are_unique_and_found() {
    let distinct: HashSet<&str> = ALL.iter().map(|spec| spec.id).collect();
    assert_eq!(distinct.len(), ALL.len());
    for spec in ALL {
        assert_eq!(by_id(spec.id), Some(*spec));
        assert!(["kafka", "rocketmq", "iam"].contains(&spec.service()), "{}", spec.id);
        assert!(spec.path.starts_with('/') && !spec.path.ends_with('/'));
        assert!(ids(spec.method, spec.path).contains(&spec.id), "{} does not find itself", spec.id);
    }
    assert_eq!(by_id("kafka.Nothing"), None);
}

#[test]
fn both_engines_share_paths() {
    assert_eq!(ids(Method::Get, "/v2/p/instances"), ["kafka.ListInstances", "rocketmq.ListInstances"]);
    assert_eq!(ids(Method::Post, "/v2/kafka/p/instances"), ["kafka.CreateInstance"]);
    assert_eq!(ids(Method::Post, "/v2/p/instances"), ["rocketmq.CreateInstance"]);
}

#[test]
fn literal_segments_win() {
    assert_eq!(ids(Method::Post, "/v2/p/instances/action"), ["kafka.BatchAction", "rocketmq.BatchDelete"]);
    assert_eq!(ids(Method::Get, "/v2/instances/maintain-windows"), ["kafka.ListMaintainWindows"]);
    assert_eq!(ids(Method::Get, "/v2/p/kafka/tags"), ["kafka.ListProjectTags"]);
    assert_eq!(ids(Method::Get, "/v2/kafka/products"), ["kafka.ListProducts", "rocketmq.ListProducts"]);
    assert_eq!(ids(Method::Post, "/v2/p/instances/i/topics/delete"), ["kafka.DeleteTopics"]);
}

#[test]
fn what_is_no_operation() {
    for path in [
        "",
        "/",
        "/v2",
        "/v2/p/instances/",
        "/v2/p/instances/i/nothing",
        "/v2//instances",
        "/v3/auth/tokens/x",
    ] {
        assert_eq!(ids(Method::Get, path), Vec::<&str>::new(), "{path}");
    }
    assert_eq!(ids(Method::Delete, "/v3/auth/tokens"), Vec::<&str>::new());
}

#[test]
fn names_of_any_kind_travel_in_the_path() {
    let scope = Scope { project_id: "p".into() };
    for name in ["%DLQ%group1", "a|b", "a/b", "订单", "a b?c#d&e", "%2F", "é~.-_"] {
        let operation = ShowTopic { instance_id: "i".into(), topic: name.into() };
        let request = operation.request(&scope).unwrap();
        assert_eq!(ids(Method::Get, &request.path), ["kafka.ShowTopic"], "{name}");
        let encoded = path_param(request.spec.path, &request.path, "topic").unwrap();
        assert_eq!(decode(encoded), name);
        assert_eq!(decode(&encode(name)), name);
    }
    assert_eq!(encode("a|b"), "a%7Cb");
    assert_eq!(encode("%DLQ%group1"), "%25DLQ%25group1");
}

/// Every operation, with every name in every placeholder: the path still means that operation and that name.
#[test]
fn names_of_any_kind_travel_in_every_path() {
    for spec in ALL {
        let placeholders = spec.path.split('/').filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'));
        for placeholder in placeholders.filter(|name| !["engine", "project_id"].contains(name)) {
            for name in ["%DLQ%group1", "a|b", "a/b", "订单", "a b?c#d&e+f", "%2F", "é~.-_"] {
                let wanted = format!("{{{placeholder}}}");
                let segments = spec.path.split('/').map(|segment| match segment {
                    segment if segment == wanted => encode(name),
                    "{engine}" => Engine::parse(spec.service()).unwrap_or_default().as_str().to_owned(),
                    segment => segment.trim_matches(['{', '}']).to_owned(),
                });
                let path = segments.collect::<Vec<_>>().join("/");
                assert!(ids(spec.method, &path).contains(&spec.id), "{} {path}", spec.id);
                let found = path_param(spec.path, &path, placeholder).unwrap();
                assert_eq!(decode(found), name, "{} {path}", spec.id);
            }
        }
    }
}

#[test]
fn names_that_a_client_left_unencoded() {
    for (segment, wanted) in
        [("%DLQ%group1", "%DLQ%group1"), ("a|b", "a|b"), ("a%7Cb", "a|b"), ("%E8%AE%A2", "订")]
    {
        let path = format!("/v2/p/instances/i/management/topics/{segment}");
        let found = find(Method::Get, &path);
        assert_eq!(found.len(), 1);
        let raw = path_param(found[0].path, &path, "topic").unwrap();
        assert_eq!(decode(raw), wanted);
    }
}

#[test]
fn requests_are_as_the_tables_say() {
    let scope = Scope { project_id: "0123456789abcdef".into() };
    let list = ListInstances {
        name: Some("订单 a".into()),
        limit: Some(50),
        offset: Some(100),
        ..Default::default()
    };
    let request = list.request(&scope).unwrap();
    assert_eq!(
        request.target(),
        "/v2/0123456789abcdef/instances?engine=kafka&name=%E8%AE%A2%E5%8D%95%20a&offset=100&limit=50"
    );
    assert_eq!(request.body, None);
    let list = rocketmq::ListInstances {
        engine: Engine::RocketMq,
        include_failure: Some(true),
        ..Default::default()
    };
    assert_eq!(list.request(&scope).unwrap().query, "engine=reliability&include_failure=true");
    let create = CreateInstance::default().request(&scope).unwrap();
    assert_eq!(create.path, "/v2/kafka/0123456789abcdef/instances");
    assert!(create.body.is_some_and(|body| body.starts_with('{')));
    assert_eq!(ListProducts::default().request(&scope).unwrap().target(), "/v2/kafka/products");
}

#[test]
fn actions_are_those_of_the_references() {
    let rows: Vec<Value> = serde_json::from_str(include_str!("../data/permissions.json")).unwrap();
    let mut checked = 0;
    for spec in ALL {
        // The permission tables print Kafka's creation without the engine in its path.
        let path = spec.path.replace("/{engine}/", "/");
        let row = rows.iter().find(|row| {
            spec.section != "SDK"
                && row["service"] == spec.service()
                && row["method"] == spec.method.as_str()
                && (row["path"] == path || row["path"] == spec.path)
        });
        match row.map(|row| &row["action"]) {
            Some(Value::String(action)) => assert_eq!(spec.action, action, "{}", spec.id),
            Some(by_body) => {
                for verb in ["restart", "delete"] {
                    let body = format!("{{\"action\":\"{verb}\",\"instances\":[]}}");
                    assert_eq!(by_body[verb], permissions::action(spec, Some(&body)), "{} {verb}", spec.id);
                }
            }
            None => assert_eq!(spec.action, "", "{} is in no permission table", spec.id),
        }
        checked += usize::from(row.is_some());
    }
    assert!(checked >= 16, "{checked}");
}
