//! The demo's RocketMQ instances.

use dms_api::ops::rocketmq::{
    ListMessages, ListUsers, ShowConsumption, ShowGroup, ShowTopicStatus, ShowTrace,
};
use dms_local::Options;

use super::Rocket;
use crate::support::{Local, eventually, options};

const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";
const NOTIFY: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b02";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn groups_that_follow_lag_are_stuck_and_break() {
    let rocket =
        Rocket { local: Local::with(Options { demo: true, ..options() }).await, id: TRADE.to_owned() };
    let lag = async |group: &str, topic: &str| {
        let show = ShowConsumption {
            instance_id: TRADE.to_owned(),
            group: group.to_owned(),
            topic: Some(topic.to_owned()),
            ..Default::default()
        };
        rocket.local.send(&show).await.unwrap().lag.unwrap()
    };
    assert!(lag("invoice-writer", "trade-orders").await > 20);
    assert_eq!(lag("warehouse-sync", "stock%eu|1").await, 60);
    assert!(lag("nightly-report", "trade-orders").await > 20);
    assert!(lag("order-processor", "trade-orders").await < 20);
    let status = ShowTopicStatus { instance_id: TRADE.to_owned(), topic: "trade-orders".to_owned() };
    let before = rocket.local.send(&status).await.unwrap().messages();
    eventually(async || (rocket.local.send(&status).await.unwrap().messages() > before).then_some(())).await;
    let group = ShowGroup { instance_id: TRADE.to_owned(), group: "warehouse-sync".to_owned() };
    eventually(async || rocket.local.send(&group).await.unwrap().group_online.filter(|online| *online)).await;

    let all = |topic: &str| ListMessages {
        instance_id: TRADE.to_owned(),
        topic: topic.to_owned(),
        start_time: Some(0),
        end_time: Some(i64::MAX),
        ..Default::default()
    };
    let dead = rocket.local.send(&all("%DLQ%refund-handler")).await.unwrap();
    assert!(dead.total > 5 && dead.messages[0].reconsume_times == 2);
    // Sent, stored, delivered, tried again: in this order.
    let key = dead.messages[0].unique_key().unwrap().to_owned();
    let way = ShowTrace { instance_id: TRADE.to_owned(), msg_id: Some(key), ..Default::default() };
    let way = rocket.local.send(&way).await.unwrap().trace;
    let kinds: Vec<&str> = way.iter().map(|entry| entry.trace_type.as_str()).collect();
    assert_eq!(kinds[..5], ["Pub", "SubBefore", "SubAfter", "SubBefore", "SubAfter"]);
    let stored = way[0].timestamp.ms() + i64::try_from(way[0].cost_time).unwrap();
    assert!(way[1..].iter().all(|entry| entry.timestamp.ms() > stored), "{way:?}");
    assert!(
        way[3].timestamp.ms() - way[1].timestamp.ms() < 13_000,
        "the first retry comes after ten seconds"
    );
    let payment = rocket.local.send(&all("trade-payments")).await.unwrap().messages.remove(0);
    let trace =
        ShowTrace { instance_id: TRADE.to_owned(), msg_id: Some(payment.msg_id), ..Default::default() };
    assert!(!rocket.local.send(&trace).await.unwrap().trace.is_empty());
    let users = ListUsers { instance_id: NOTIFY.to_owned(), ..Default::default() };
    assert_eq!(rocket.local.send(&users).await.unwrap().total, 5);
    rocket.local.running.shutdown().await;
}
