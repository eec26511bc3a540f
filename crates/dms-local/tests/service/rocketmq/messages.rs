//! Messages, traces, retries, dead letters, transactions (R5.4).

use std::time::Duration;

use dms_api::Method;
use dms_api::models::rocketmq::{
    Consumed, ExportedMessages, Message, MessageKind, MessageProperty, Trace, TraceType, TransactionState,
};
use dms_api::ops::rocketmq::{
    ExportBody, ExportDeadLetters, GroupBody, ListMessages, ResendBody, ResendDeadLetters, SendBody,
    SendMessage, ShowConsumption, ShowTrace, VerifyBody, VerifyConsumption,
};
use serde_json::json;

use super::{Rocket, read};

/// The end of time.
const ALL: (Option<i64>, Option<i64>) = (Some(0), Some(i64::MAX));

fn find(rocket: &Rocket, topic: &str) -> ListMessages {
    ListMessages {
        instance_id: rocket.id.clone(),
        topic: topic.to_owned(),
        start_time: ALL.0,
        end_time: ALL.1,
        ..Default::default()
    }
}

async fn found(rocket: &Rocket, query: &ListMessages) -> Vec<Message> {
    rocket.local.send(query).await.unwrap().messages
}

async fn trace(rocket: &Rocket, id: &str) -> Vec<Trace> {
    let query =
        ShowTrace { instance_id: rocket.id.clone(), msg_id: Some(id.to_owned()), ..Default::default() };
    rocket.local.send(&query).await.unwrap().trace
}

#[tokio::test]
async fn an_older_edition_ignores_what_it_does_not_know() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.fill("orders", 3).await;
    let by_key = ListMessages { key: Some("no-such-key".to_owned()), ..find(&rocket, "orders") };
    assert_eq!(found(&rocket, &by_key).await.len(), 0);
    let fault = json!({ "kind": "ignore", "parameters": ["key"], "operation": "rocketmq.ListMessages" });
    rocket.local.control(Method::Post, "faults", fault).await;
    assert_eq!(found(&rocket, &by_key).await.len(), 3);
    assert_eq!(found(&rocket, &by_key).await.len(), 0, "one call only");
}

#[tokio::test]
async fn a_message_is_found_by_time_id_key_and_queue() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.fill("orders", 11).await;
    let body = SendBody {
        topic: "orders".to_owned(),
        body: "你好".to_owned(),
        property_list: vec![
            MessageProperty::new("KEYS", "o-1 o-2"),
            MessageProperty::new("TAGS", "paid"),
            MessageProperty::new("shop", "7"),
        ],
    };
    let send = SendMessage { instance_id: rocket.id.clone(), body, ..Default::default() };
    let sent = rocket.local.send(&send).await.unwrap();
    assert_eq!((sent.msg_id.len(), sent.broker_name.is_empty()), (32, false));

    let page = rocket.local.send(&find(&rocket, "orders")).await.unwrap();
    assert_eq!((page.total, page.messages.len()), (12, 10));
    let rest = ListMessages { offset: Some(10), limit: Some(50), ..find(&rocket, "orders") };
    assert_eq!(found(&rocket, &rest).await.len(), 2);

    let key = ListMessages { key: Some("o-2".to_owned()), ..find(&rocket, "orders") };
    let message = found(&rocket, &key).await.remove(0);
    assert_eq!((message.msg_id.as_str(), message.body.as_str()), (sent.msg_id.as_str(), "你好"));
    assert_eq!(
        (message.keys(), message.tags(), message.property("shop")),
        (vec!["o-1", "o-2"], Some("paid"), Some("7"))
    );
    assert_eq!((message.queue_offset, message.queue_id), (sent.queue_offset, sent.queue_id));
    assert_eq!((message.reconsume_times, message.instance_id.as_str()), (0, rocket.id.as_str()));
    for id in [sent.msg_id.as_str(), message.unique_key().unwrap()] {
        let by_id = ListMessages {
            instance_id: rocket.id.clone(),
            topic: "orders".to_owned(),
            msg_id: Some(id.to_owned()),
            ..Default::default()
        };
        assert_eq!(found(&rocket, &by_id).await.len(), 1, "{id}");
    }
    let queue = ListMessages { queue: Some(1), limit: Some(50), ..find(&rocket, "orders") };
    assert_eq!(found(&rocket, &queue).await.len(), 6);
    let past = ListMessages { start_time: Some(0), end_time: Some(1), ..find(&rocket, "orders") };
    assert_eq!(rocket.local.send(&past).await.unwrap().total, 0);
}

#[tokio::test]
async fn wrong_questions() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    let timeless = ListMessages { start_time: None, ..find(&rocket, "orders") };
    assert_eq!(rocket.refused(&timeless).await, (400, "DMS.00400062".to_owned()));
    let backwards = ListMessages { start_time: Some(5), end_time: Some(4), ..find(&rocket, "orders") };
    assert_eq!(rocket.refused(&backwards).await, (400, "DMS.00400142".to_owned()));
    assert_eq!(rocket.refused(&find(&rocket, "nothing")).await, (404, "DMS.10540401".to_owned()));
    assert_eq!(rocket.refused(&find(&rocket, "")).await.1, "DMS.00400062");
    let nameless = ShowTrace { instance_id: rocket.id.clone(), ..Default::default() };
    assert_eq!(rocket.refused(&nameless).await.1, "DMS.00400062");
    let send = |body| SendMessage { instance_id: rocket.id.clone(), body, ..Default::default() };
    let body = |topic: &str, body: String| SendBody { topic: topic.to_owned(), body, ..Default::default() };
    assert_eq!(rocket.refused(&send(body("nothing", "x".to_owned()))).await.0, 404);
    assert_eq!(rocket.refused(&send(body("orders", String::new()))).await.1, "DMS.00400062");
    let large = "x".repeat(4 * 1024 * 1024 + 1);
    assert_eq!(rocket.refused(&send(body("orders", large))).await.1, "DMS.10540011");
    let resend = ResendDeadLetters { instance_id: rocket.id.clone(), ..Default::default() };
    assert_eq!(rocket.refused(&resend).await.1, "DMS.00400062");
}

#[tokio::test]
async fn a_message_that_fails_is_tried_again_and_ends_as_a_dead_letter() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket
        .group_with(GroupBody { name: "bill|ing".into(), retry_max_time: Some(2), ..Default::default() })
        .await;
    let id = rocket.fill("orders", 1).await.remove(0);
    assert_eq!(rocket.consume("bill|ing", "c1", "orders", "exception").await, ["m0"]);
    // RocketMQ waits 10 s, then 30 s.
    for (wait, attempt) in [(11, 1), (31, 2)] {
        assert!(rocket.consume("bill|ing", "c1", "orders", "failed").await.is_empty());
        rocket.local.advance(Duration::from_secs(wait)).await;
        assert_eq!(rocket.consume("bill|ing", "c1", "orders", "failed").await, ["m0"], "{attempt}");
        let retried = found(&rocket, &find(&rocket, "%RETRY%bill|ing")).await;
        assert_eq!(retried[0].reconsume_times, attempt);
    }
    let dead = found(&rocket, &find(&rocket, "%DLQ%bill|ing")).await;
    assert_eq!((dead.len(), dead[0].reconsume_times), (1, 2));
    assert_eq!(dead[0].property(MessageProperty::ORIGIN_ID), Some(id.as_str()));
    assert_eq!(dead[0].property(MessageProperty::RETRY_TOPIC), Some("orders"));

    let way = trace(&rocket, &id).await;
    let kinds: Vec<&TraceType> = way.iter().map(|entry| &entry.trace_type).collect();
    use TraceType::{Pub, SubAfter, SubBefore};
    assert_eq!(kinds, [&Pub, &SubBefore, &SubAfter, &SubBefore, &SubAfter, &SubBefore, &SubAfter]);
    assert_eq!((way[2].consumed(), way[2].success, way[6].retry_times), (Consumed::Exception, false, 2));
    assert_eq!(way[1].group_name, "bill|ing");
    // It is stored when sending it is over, and nobody gets what is not stored yet.
    let stored = way[0].timestamp.ms() + i64::try_from(way[0].cost_time).unwrap();
    assert!(way[1..].iter().all(|entry| entry.timestamp.ms() >= stored), "{way:?}");

    let export = ExportDeadLetters {
        instance_id: rocket.id.clone(),
        body: ExportBody {
            topic: "%DLQ%bill|ing".to_owned(),
            msg_id_list: vec![dead[0].msg_id.clone()],
            ..Default::default()
        },
    };
    let reply = rocket.local.reply(&export).await;
    assert!(reply.text.starts_with('['), "{}", reply.text);
    assert_eq!(read::<ExportedMessages>(&reply.text).0[0].body, "m0");

    let ids = vec![dead[0].msg_id.clone(), "7F00000100002774FFFFFFFFFFFFFFFF".to_owned()];
    let resend = ResendDeadLetters {
        instance_id: rocket.id.clone(),
        body: ResendBody { topic: "%DLQ%bill|ing".to_owned(), msg_id_list: ids },
        ..Default::default()
    };
    let results = rocket.local.send(&resend).await.unwrap().resend_results;
    assert_eq!((results[0].is_success(), results[1].is_success()), (true, false));
    assert_eq!(rocket.consume("bill|ing", "c1", "orders", "success").await, ["m0"]);
    // It stays among the dead letters.
    assert_eq!(found(&rocket, &find(&rocket, "%DLQ%bill|ing")).await.len(), 1);
}

#[tokio::test]
async fn a_stuck_client_holds_its_queues_up() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let ids = rocket.fill("orders", 4).await;
    for _ in 0..3 {
        assert!(rocket.consume("billing", "c1", "orders", "stuck").await.is_empty());
    }
    let show = ShowConsumption {
        instance_id: rocket.id.clone(),
        group: "billing".to_owned(),
        topic: Some("orders".to_owned()),
        ..Default::default()
    };
    assert_eq!(rocket.local.send(&show).await.unwrap().lag, Some(4));
    let way = trace(&rocket, &ids[0]).await;
    assert_eq!(way.len(), 2, "begun once, not ended");
}

#[tokio::test]
async fn a_verification_reaches_one_client_and_moves_nothing() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let ids = rocket.fill("orders", 1).await;
    let verify = |client: &str| VerifyConsumption {
        instance_id: rocket.id.clone(),
        body: VerifyBody {
            group: "billing".to_owned(),
            topic: Some("orders".to_owned()),
            client_id: client.to_owned(),
            msg_id_list: vec![ids[0].clone(), "unknown".to_owned()],
        },
        ..Default::default()
    };
    assert_eq!(rocket.refused(&verify("c1")).await, (400, "DMS.50050004".to_owned()));
    rocket.consume("billing", "c1", "orders", "success").await;
    let results = rocket.local.send(&verify("c1")).await.unwrap().resend_results;
    assert_eq!((results[0].is_success(), results[1].is_success()), (true, false));
    rocket.consume("billing", "c2", "orders", "exception").await;
    let results = rocket.local.send(&verify("c2")).await.unwrap().resend_results;
    assert_eq!(results[0].error_code, "DMS.10542204");
    assert_eq!(rocket.refused(&verify("c9")).await.1, "DMS.50050004");
}

#[tokio::test]
async fn transactions_delays_tags_and_order() {
    let rocket = Rocket::start().await;
    rocket.topic("orders").await;
    rocket.group("billing").await;
    let send = async |end: &str, checked: bool| {
        let body = json!({ "topic": "orders", "body": end, "producer": "P", "transaction": end, "checked": checked });
        rocket.client("produce", body).await.1["unique_key"].as_str().unwrap().to_owned()
    };
    let committed = send("commit", true).await;
    let dropped = send("rollback", false).await;
    assert_eq!(rocket.consume("billing", "c1", "orders", "success").await, ["commit"]);
    let way = trace(&rocket, &committed).await;
    assert_eq!(
        (&way[0].msg_type, &way[1].trace_type),
        (&MessageKind::TransactionHalf, &TraceType::EndTransaction)
    );
    assert_eq!(
        (&way[1].transaction_state, way[1].from_transaction_check),
        (&Some(TransactionState::Commit), true)
    );
    assert_eq!(trace(&rocket, &dropped).await[1].transaction_state, Some(TransactionState::Rollback));

    rocket
        .client("produce", json!({ "topic": "orders", "body": "later", "properties": { "DELAY": "5" } }))
        .await;
    assert!(rocket.consume("billing", "c1", "orders", "success").await.is_empty());
    rocket.local.advance(Duration::from_secs(61)).await;
    assert_eq!(rocket.consume("billing", "c1", "orders", "success").await, ["later"]);

    for (body, tag) in [("one", "paid"), ("two", "new"), ("three", "sent")] {
        rocket.client("produce", json!({ "topic": "orders", "body": body, "tags": tag })).await;
    }
    let session =
        json!({ "group": "billing", "client_id": "c1", "subscriptions": { "orders": "paid || sent" } });
    let taken = rocket.client("consume", session).await.1;
    assert_eq!(taken["messages"].as_array().unwrap().len(), 2);

    for n in 0..4 {
        let properties = json!({ "__SHARDINGKEY": "order-7" });
        rocket
            .client("produce", json!({ "topic": "orders", "body": n.to_string(), "properties": properties }))
            .await;
    }
    assert_eq!(rocket.consume("billing", "c1", "orders", "success").await, ["0", "1", "2", "3"]);
}
