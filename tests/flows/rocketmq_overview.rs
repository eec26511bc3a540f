//! The overview of a RocketMQ instance: addresses, access, brokers, other networks, names for monitoring; its tasks.

use dms_api::ops::rocketmq::GroupBody;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Name};

pub async fn it_tells_brokers_addresses_and_names(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let id = api.rocketmq(&console.unique("rmq-facts"), false).await?;
    api.rocketmq_topic(&id, "a|b", 1).await?;
    api.rocketmq_group(&id, GroupBody { name: "over-group".to_owned(), ..GroupBody::default() }).await?;
    console.enter(&format!("/rocketmq/{id}")).await?;
    console.sees("127.0.0.1:8101").await?;
    for told in ["broker-1", "ID 1, ID 2", "Name server", "port-10101"] {
        console.sees(told).await?;
    }
    console.button("Show names").click().await?;
    console.sees("reliablemq_instance_id,reliablemq_groups").await?;
    console.sees("a|b").await?;
    console.sees("over-group").await?;
    console.speak("中文（简体）").await?;
    console.sees("监控名称").await?;
    console.sees("死信 Topic").await
}

pub async fn access_control_is_turned_on_by_keyboard(console: Console) -> anyhow::Result<()> {
    let id = console.api().await?.rocketmq(&console.unique("rmq-switch"), false).await?;
    console.enter(&format!("/rocketmq/{id}")).await?;
    console.button("Turn on access control").press("" + Key::Enter).await?;
    let asked = console.dialog("Turn on access control?");
    console.button("Turn on access control").within(&asked).press("" + Key::Enter).await?;
    console.sees("Access control is on").await?;
    console.button("Turn off access control").click().await?;
    let asked = console.dialog("Turn off access control?");
    asked.reads("Anyone who reaches the ports").await?;
    console.button("Turn off access control").within(&asked).click().await?;
    console.sees("Access control is off").await?;
    console.button("Turn on access control").get().await.map(drop)
}

pub async fn odd_answers_show_the_same(console: Console) -> anyhow::Result<()> {
    let id = console.api().await?.rocketmq_small(&console.unique("rmq-odd")).await?;
    for operation in ["ShowInstance", "ListBrokers"] {
        let odd = json!({ "operation": format!("rocketmq.{operation}"), "kind": "shape", "times": 20 });
        console.local().fault(odd).await?;
    }
    console.enter(&format!("/rocketmq/{id}")).await?;
    for told in ["broker-0", "ID 1, ID 2", "127.0.0.1:10100", "port-10100"] {
        console.sees(told).await?;
    }
    console.sees("127.0.0.1:8101").await
}

pub async fn brokers_that_cannot_be_read_say_why_and_come_at_the_second_try(
    console: Console,
) -> anyhow::Result<()> {
    let id = console.api().await?.rocketmq(&console.unique("rmq-mute"), false).await?;
    let refused = json!({ "operation": "rocketmq.ListBrokers", "kind": "status", "status": 400 });
    console.local().fault(refused).await?;
    console.enter(&format!("/rocketmq/{id}")).await?;
    console.sees("DMS.00500000").await?;
    console.button("Try again").click().await?;
    console.sees("broker-0").await
}

pub async fn its_background_tasks_are_listed_and_deleted(console: Console) -> anyhow::Result<()> {
    let id = console.api().await?.rocketmq(&console.unique("rmq-tasks"), false).await?;
    console.enter(&format!("/rocketmq/{id}/tasks")).await?;
    console.checkbox(Name::starting("Select all")).click().await?;
    console.button("Delete the record").click().await?;
    let asked = console.dialog(Name::starting("Delete"));
    console.button(Name::starting("Delete")).within(&asked).click().await?;
    asked.gone().await
}
