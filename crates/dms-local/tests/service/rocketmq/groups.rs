//! Consumer groups (R5.2).

use std::time::Duration;

use dms_api::ops::rocketmq::{
    CreateGroup, DeleteGroup, DeleteGroups, DeleteGroupsBody, DeleteTopic, GroupBody, ListClients,
    ListGroups, ModifyGroup, ModifyGroups, ModifyGroupsBody, ResetOffset, ResetOffsetBody, ShowConsumption,
    ShowGroup,
};
use serde_json::json;

use super::Rocket;

fn named(name: &str) -> GroupBody {
    GroupBody { name: name.to_owned(), ..Default::default() }
}

fn consumption(rocket: &Rocket, group: &str, topic: Option<&str>) -> ShowConsumption {
    ShowConsumption {
        instance_id: rocket.id.clone(),
        group: group.to_owned(),
        topic: topic.map(str::to_owned),
        ..Default::default()
    }
}

#[tokio::test]
async fn a_groups_life() {
    let rocket = Rocket::start().await;
    let instance_id = rocket.id.clone();
    for name in ["%DLQ%g", "a|b", "billing"] {
        rocket.group(name).await;
    }
    let list = ListGroups { instance_id: instance_id.clone(), ..Default::default() };
    let all = rocket.local.send(&list).await.unwrap();
    assert_eq!((all.total, all.max, all.remaining, all.next_offset), (3, 8000, 7997, -1));
    let found = ListGroups { group: Some("|".to_owned()), ..list.clone() };
    let found = rocket.local.send(&found).await.unwrap();
    assert_eq!((found.total, found.remaining, found.groups[0].name.as_str()), (1, 7997, "a|b"));
    let second = ListGroups { limit: Some(2), offset: Some(2), ..list };
    let second = rocket.local.send(&second).await.unwrap();
    assert_eq!((second.groups.len(), second.next_offset, second.previous_offset), (1, -1, 0));

    let show = |group: &str| ShowGroup { instance_id: instance_id.clone(), group: group.to_owned() };
    let group = rocket.local.send(&show("a|b")).await.unwrap();
    assert_eq!((group.enabled, group.broadcast, group.retry_max_time), (true, false, 16));
    assert_eq!(
        (group.brokers, group.group_online),
        (vec!["broker-0".to_owned(), "broker-1".to_owned()], Some(false))
    );

    let change = GroupBody {
        enabled: Some(false),
        retry_max_time: Some(3),
        group_desc: Some("x".into()),
        ..named("a|b")
    };
    let modify = ModifyGroup { instance_id: instance_id.clone(), group: "a|b".to_owned(), body: change };
    rocket.local.send(&modify).await.unwrap();
    let group = rocket.local.send(&show("a|b")).await.unwrap();
    assert_eq!((group.enabled, group.retry_max_time, group.group_desc.as_deref()), (false, 3, Some("x")));

    let groups = vec![
        GroupBody { broadcast: Some(true), ..named("billing") },
        GroupBody { enabled: Some(true), ..named("a|b") },
    ];
    let modify = ModifyGroups { instance_id: instance_id.clone(), body: ModifyGroupsBody { groups } };
    let job = rocket.local.send(&modify).await.unwrap().job_id;
    rocket.done(&job).await;
    assert!(rocket.local.send(&show("billing")).await.unwrap().broadcast);
    assert_eq!(rocket.local.send(&show("a|b")).await.unwrap().retry_max_time, 3);

    rocket
        .local
        .send(&DeleteGroup { instance_id: instance_id.clone(), group: "%DLQ%g".to_owned() })
        .await
        .unwrap();
    assert_eq!(rocket.refused(&show("%DLQ%g")).await, (404, "DMS.10240405".to_owned()));
    let groups = vec!["a|b".to_owned(), "billing".to_owned()];
    let delete = DeleteGroups {
        instance_id: instance_id.clone(),
        body: DeleteGroupsBody { groups },
        ..Default::default()
    };
    let job = rocket.local.send(&delete).await.unwrap().job_id;
    rocket.done(&job).await;
    assert_eq!(rocket.refused(&show("billing")).await.0, 404);
}

#[tokio::test]
async fn wrong_groups() {
    let rocket = Rocket::start().await;
    rocket.group("billing").await;
    let create = |body| CreateGroup { instance_id: rocket.id.clone(), body };
    let retries = |n| GroupBody { retry_max_time: Some(n), ..named("fine") };
    for (body, code) in [
        (named("billing"), "DMS.10240018"),
        (named("ab"), "DMS.10240011"),
        (named("a.b"), "DMS.10240007"),
        (retries(0), "DMS.00400062"),
        (retries(17), "DMS.00400062"),
        (GroupBody { group_desc: Some("x".repeat(201)), ..named("fine") }, "DMS.00400011"),
    ] {
        assert_eq!(rocket.refused(&create(body.clone())).await, (400, code.to_owned()), "{body:?}");
    }
    let modify =
        |group: &str, body| ModifyGroup { instance_id: rocket.id.clone(), group: group.to_owned(), body };
    assert_eq!(rocket.refused(&modify("nobody", GroupBody::default())).await.1, "DMS.10240405");
    assert_eq!(rocket.refused(&modify("billing", named("other"))).await.1, "DMS.00400062");
    let groups = vec!["nobody".to_owned()];
    let delete = DeleteGroups {
        instance_id: rocket.id.clone(),
        body: DeleteGroupsBody { groups },
        ..Default::default()
    };
    assert_eq!(rocket.refused(&delete).await.1, "DMS.10240405");
    assert_eq!(rocket.refused(&consumption(&rocket, "nobody", None)).await.1, "DMS.10240405");
    assert_eq!(rocket.refused(&consumption(&rocket, "billing", Some("nothing"))).await.1, "DMS.10540401");
}

#[tokio::test]
async fn positions_and_lag_are_those_of_the_clients() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    rocket.fill("orders", 8).await;
    // Two clients share four queues; the second one comes when the first has read everything.
    assert_eq!(rocket.consume("billing", "c1", "orders", "success").await.len(), 8);
    rocket.consume("billing", "c2", "orders", "success").await;
    rocket.fill("orders", 4).await;
    let topics = rocket.local.send(&consumption(&rocket, "billing", None)).await.unwrap();
    assert_eq!((topics.topics, topics.total), (Some(vec!["orders".to_owned()]), Some(1)));
    let detail = rocket.local.send(&consumption(&rocket, "billing", Some("orders"))).await.unwrap();
    assert_eq!((detail.lag, detail.max_offset, detail.consumer_offset), (Some(4), Some(12), Some(8)));
    let owners: Vec<String> = detail
        .brokers
        .unwrap()
        .into_iter()
        .flat_map(|broker| broker.queues)
        .map(|queue| queue.client_id.unwrap())
        .collect();
    assert_eq!(owners, ["c1", "c1", "c2", "c2"]);
    assert_eq!(rocket.consume("billing", "c2", "orders", "success").await.len(), 2);

    let clients =
        ListClients { instance_id: rocket.id.clone(), group: "billing".to_owned(), ..Default::default() };
    let connected = rocket.local.send(&clients).await.unwrap();
    assert_eq!((connected.online, connected.total, connected.subscription_consistency), (true, 2, true));
    assert_eq!(connected.clients[0].subscriptions[0].topic, "orders");
    let other = json!({ "group": "billing", "client_id": "c3", "subscriptions": { "orders": "paid" } });
    assert_eq!(rocket.client("consume", other).await.0, 200);
    assert!(!rocket.local.send(&clients).await.unwrap().subscription_consistency);
    for client in ["c1", "c2", "c3"] {
        rocket.client("leave", json!({ "group": "billing", "client_id": client })).await;
    }
    assert!(!rocket.local.send(&clients).await.unwrap().online);
    // What a group once consumed is known while nobody is connected; a topic that is gone is not.
    let detail = rocket.local.send(&consumption(&rocket, "billing", Some("orders"))).await.unwrap();
    assert_eq!(detail.lag, Some(2));
    let gone = DeleteTopic { instance_id: rocket.id.clone(), topic: "orders".to_owned() };
    rocket.local.send(&gone).await.unwrap();
    let topics = rocket.local.send(&consumption(&rocket, "billing", None)).await.unwrap();
    assert_eq!(topics.total, Some(0));
}

#[tokio::test]
async fn a_reset_needs_a_client_and_says_where_each_queue_went() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    rocket.fill("orders", 4).await;
    rocket.local.advance(Duration::from_secs(60)).await;
    let between: i64 = {
        let clock = rocket.local.control(dms_api::Method::Get, "clock", serde_json::Value::Null).await.json();
        clock["now"].as_i64().unwrap() - 30_000
    };
    rocket.fill("orders", 4).await;
    let reset = |timestamp| ResetOffset {
        instance_id: rocket.id.clone(),
        group_id: "billing".to_owned(),
        body: ResetOffsetBody { topic: "orders".to_owned(), timestamp },
        ..Default::default()
    };
    assert_eq!(rocket.refused(&reset(between)).await, (400, "DMS.50050004".to_owned()));
    assert_eq!(rocket.consume("billing", "c1", "orders", "success").await.len(), 8);
    let moved = rocket.local.send(&reset(between)).await.unwrap();
    assert_eq!(moved.queues.len(), 4);
    assert!(moved.queues.iter().all(|queue| queue.timestamp_offset == 1));
    let mut again = rocket.consume("billing", "c1", "orders", "success").await;
    again.sort();
    assert_eq!(again, ["m0", "m1", "m2", "m3"]);
    rocket.local.send(&reset(ResetOffsetBody::EARLIEST)).await.unwrap();
    rocket.local.send(&reset(ResetOffsetBody::LATEST)).await.unwrap();
    assert!(rocket.consume("billing", "c1", "orders", "success").await.is_empty());
    assert_eq!(rocket.refused(&reset(-2)).await, (400, "DMS.00400142".to_owned()));
    let mut nowhere = reset(0);
    nowhere.body.topic = "nothing".to_owned();
    assert_eq!(rocket.refused(&nowhere).await, (404, "DMS.10540401".to_owned()));
    let broadcast = GroupBody { broadcast: Some(true), ..GroupBody::default() };
    let modify = ModifyGroup { instance_id: rocket.id.clone(), group: "billing".to_owned(), body: broadcast };
    rocket.local.send(&modify).await.unwrap();
    assert_eq!(rocket.refused(&reset(0)).await, (400, "DMS.00400062".to_owned()));
}
