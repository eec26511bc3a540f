//! Users and access control (R5.5).

use dms_api::models::rocketmq::{NamedPermission, Permission};
use dms_api::ops::rocketmq::{
    CreateUser, DeleteUser, ListGroupPolicies, ListTopicPolicies, ListUsers, ModifyUser, ShowUser, UserBody,
};
use serde_json::json;

use super::Rocket;

const KEY: &str = "Rocket-2026!";

fn named(name: &str) -> UserBody {
    UserBody { access_key: name.to_owned(), secret_key: KEY.into(), ..Default::default() }
}

fn entry(name: &str, perm: &str) -> Option<Vec<NamedPermission>> {
    Some(vec![NamedPermission { name: name.to_owned(), perm: perm.to_owned() }])
}

fn create(rocket: &Rocket, body: UserBody) -> CreateUser {
    CreateUser { instance_id: rocket.id.clone(), body }
}

#[tokio::test]
async fn a_users_life() {
    let rocket = Rocket::with_acl().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let body = UserBody {
        white_remote_address: Some("10.10.*.*,192.168.1.{4,5}".to_owned()),
        default_topic_perm: Some("SUB".to_owned()),
        topic_perms: entry("orders", "PUB|SUB"),
        group_perms: entry("billing", "PUB|SUB"),
        ..named("shop_app")
    };
    let created = rocket.local.send(&create(&rocket, body)).await.unwrap();
    assert_eq!((created.secret_key.as_str(), created.admin), ("*****", false));
    assert_eq!(
        (&created.default_topic_perm, &created.default_group_perm),
        (&Permission::Sub, &Permission::Deny)
    );
    // A group's right to both is its right to consume.
    assert_eq!(created.group_perms[0].perm, "SUB");

    let list = ListUsers { instance_id: rocket.id.clone(), ..Default::default() };
    let users = rocket.local.send(&list).await.unwrap();
    assert_eq!((users.total, &users.users[0]), (1, &created));
    let policies = ListTopicPolicies {
        instance_id: rocket.id.clone(),
        topic: "orders".to_owned(),
        ..Default::default()
    };
    let policies = rocket.local.send(&policies).await.unwrap();
    assert_eq!(
        (policies.name.as_str(), policies.total, &policies.policies[0].perm),
        ("orders", 1, &Permission::PubSub)
    );
    let policies = ListGroupPolicies {
        instance_id: rocket.id.clone(),
        group_id: "billing".to_owned(),
        ..Default::default()
    };
    assert_eq!(rocket.local.send(&policies).await.unwrap().policies[0].perm, Permission::Sub);

    let change = UserBody {
        access_key: "shop_app".to_owned(),
        default_topic_perm: Some("DENY".to_owned()),
        topic_perms: Some(Vec::new()),
        ..Default::default()
    };
    let modify =
        ModifyUser { instance_id: rocket.id.clone(), user_name: "shop_app".to_owned(), body: change };
    let changed = rocket.local.send(&modify).await.unwrap();
    assert_eq!((changed.default_topic_perm, changed.topic_perms.len()), (Permission::Deny, 0));
    assert_eq!(changed.white_remote_address, created.white_remote_address);

    let delete = DeleteUser { instance_id: rocket.id.clone(), user_name: "shop_app".to_owned() };
    assert!(rocket.local.send(&delete).await.unwrap().message.contains("shop_app"));
    let show = ShowUser { instance_id: rocket.id.clone(), user_name: "shop_app".to_owned() };
    assert_eq!(rocket.refused(&show).await.0, 404);
    assert_eq!(rocket.refused(&delete).await.0, 404);
}

#[tokio::test]
async fn wrong_users() {
    let rocket = Rocket::with_acl().await;
    rocket.local.send(&create(&rocket, named("shop_app"))).await.unwrap();
    for (body, code) in [
        (named("shop_app"), "DMS.00400062"),
        (named("short1"), "DMS.00400015"),
        (named("1shop_app"), "DMS.00400015"),
        (UserBody { secret_key: "password".into(), ..named("shop_two") }, "DMS.00400012"),
        (UserBody { secret_key: "".into(), ..named("shop_two") }, "DMS.00400012"),
        (UserBody { white_remote_address: Some("10.300.*.*".into()), ..named("shop_two") }, "DMS.00400062"),
        (UserBody { default_topic_perm: Some("ANY".into()), ..named("shop_two") }, "DMS.00400062"),
        (UserBody { default_group_perm: Some("PUB".into()), ..named("shop_two") }, "DMS.00400062"),
        (UserBody { topic_perms: entry("", "PUB"), ..named("shop_two") }, "DMS.00400062"),
    ] {
        assert_eq!(rocket.refused(&create(&rocket, body.clone())).await, (400, code.to_owned()), "{body:?}");
    }
    let modify =
        |name: &str, body| ModifyUser { instance_id: rocket.id.clone(), user_name: name.to_owned(), body };
    assert_eq!(rocket.refused(&modify("shop_app", named("shop_two"))).await.0, 400);
    assert_eq!(rocket.refused(&modify("nobody_here", UserBody::default())).await.0, 404);
    let policies = ListTopicPolicies {
        instance_id: rocket.id.clone(),
        topic: "nothing".to_owned(),
        ..Default::default()
    };
    assert_eq!(rocket.refused(&policies).await.1, "DMS.10540401");
}

#[tokio::test]
async fn without_access_control_there_are_no_users() {
    let rocket = Rocket::start().await;
    let list = ListUsers { instance_id: rocket.id.clone(), ..Default::default() };
    assert_eq!(rocket.refused(&list).await, (400, "DMS.00400026".to_owned()));
    assert_eq!(rocket.refused(&create(&rocket, named("shop_app"))).await.1, "DMS.00400026");
}

#[tokio::test]
async fn rights_decide_what_clients_may_do() {
    let rocket = Rocket::with_acl().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let body = UserBody { topic_perms: entry("orders", "PUB"), ..named("producer_1") };
    rocket.local.send(&create(&rocket, body)).await.unwrap();
    let produce = async |key: &str, secret: &str| {
        let body = json!({ "topic": "orders", "body": "x", "access_key": key, "secret_key": secret });
        rocket.client("produce", body).await.0
    };
    assert_eq!(produce("producer_1", KEY).await, 200);
    assert_eq!(produce("producer_1", "Wrong-2026!").await, 400);
    assert_eq!(produce("nobody_here", KEY).await, 400);
    let consume = async |extra: serde_json::Value| {
        let mut body = json!({ "group": "billing", "client_id": "c", "subscriptions": { "orders": "*" } });
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        rocket.client("consume", body).await.0
    };
    assert_eq!(consume(json!({ "access_key": "producer_1", "secret_key": KEY })).await, 400);
    let body = UserBody {
        default_topic_perm: Some("SUB".into()),
        group_perms: entry("billing", "SUB"),
        white_remote_address: Some("10.1.2.3".into()),
        ..named("consumer_1")
    };
    rocket.local.send(&create(&rocket, body)).await.unwrap();
    assert_eq!(consume(json!({ "access_key": "consumer_1", "secret_key": KEY })).await, 200);
    // The address is enough for those who are on the list; the key stays valid through a change without one.
    assert_eq!(consume(json!({ "address": "10.1.2.3:4711" })).await, 200);
    assert_eq!(consume(json!({ "address": "10.1.2.4:4711" })).await, 400);
    let change = UserBody { access_key: "producer_1".into(), admin: Some(true), ..Default::default() };
    let modify =
        ModifyUser { instance_id: rocket.id.clone(), user_name: "producer_1".to_owned(), body: change };
    rocket.local.send(&modify).await.unwrap();
    assert_eq!(consume(json!({ "access_key": "producer_1", "secret_key": KEY })).await, 200);
}
