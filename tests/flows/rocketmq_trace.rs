//! Traces of RocketMQ's messages.

use anyhow::ensure;
use serde_json::json;
use thirtyfour::prelude::*;

use super::rocketmq_messages::make_group;
use crate::support::{Console, Name, Sent, axe};

const LAB: &str = "rocketmq-messages";

/// A message that one group consumes and another fails at, then manages. The lab, the topic, the message.
async fn story(console: &Console, stem: &str) -> anyhow::Result<(String, String, Sent)> {
    let (api, topic) = (console.api().await?, console.unique(stem));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    let groups = [format!("{topic}-good"), format!("{topic}-late")];
    for group in &groups {
        make_group(&api, &lab, group).await?;
    }
    let more = json!({ "keys": "LS-1", "tags": "paid" });
    let sent = console.local().rocketmq_sends(&lab, &topic, "{\"order\":1}", more).await?;
    console.local().rocketmq_consumes(&lab, &groups[0], &topic, "success").await?;
    console.local().rocketmq_consumes(&lab, &groups[1], &topic, "exception").await?;
    // RocketMQ tries again after ten seconds.
    console.local().advance(11_000).await?;
    console.local().rocketmq_consumes(&lab, &groups[1], &topic, "success").await?;
    Ok((lab, topic, sent))
}

pub async fn producer_broker_and_groups_on_one_axis(console: Console) -> anyhow::Result<()> {
    let (lab, topic, sent) = story(&console, "told").await?;
    console.enter(&format!("/rocketmq/{lab}/messages?topic={topic}&by=id&id={}", sent.msg_id)).await?;
    console.row(Name::with("LS-1")).click().await?;
    console.link("Trace").click().await?;
    console.address_has(&format!("id={}", sent.unique_key)).await?;
    console.sees("checkout sent it to").await?;
    console.sees(&format!("{topic}-good consumed it at the first delivery.")).await?;
    console.sees(&format!("{topic}-late consumed it; 2 deliveries.")).await?;
    console.role(&["image", "img"], Name::starting("Time axis with 5 events")).get().await?;
    // The table says the same, in order, with retries and results.
    let table = console.role(&["grid"], "Events").text().await?;
    for word in ["Sent", "Stored", "Delivered", "Delivered, retry 1", "exception in the consumer", "12 ms"] {
        ensure!(table.contains(word), "no {word} in {table}");
    }
    console.row(Name::with(&format!("%RETRY%{topic}-late"))).get().await?;
    console.checkbox("True to scale").click().await?;
    console.sees_no("Long waits are shortened.").await?;
    // By the broker's id it is the same story; and the way back to the message.
    console.field("Message ID").fill(&sent.msg_id).await?;
    console.button("Show").click().await?;
    console.address_has(&format!("id={}", sent.msg_id)).await?;
    console.sees(&format!("{topic}-late consumed it; 2 deliveries.")).await?;
    console.link("Open the message").click().await?;
    console.role(&["complementary"], Name::starting("Message ")).reads("LS-1").await
}

pub async fn a_group_that_fails_leads_to_its_dead_letters(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("failing"));
    let lab = api.rocketmq_small(LAB).await?;
    let group = format!("{topic}%g");
    api.rocketmq_topic(&lab, &topic, 1).await?;
    make_group(&api, &lab, &group).await?;
    let sent = console.local().rocketmq_sends(&lab, &topic, "{}", json!({})).await?;
    console.local().rocketmq_consumes(&lab, &group, &topic, "timeout").await?;
    console.enter(&format!("/rocketmq/{lab}/trace?id={}", sent.unique_key)).await?;
    console.sees(&format!("{group} failed at the only delivery so far: took too long.")).await?;
    console.link(&format!("Dead letters of {group}")).click().await?;
    console.sees("No dead letters").await?;
    console.address_has("group=").await
}

pub async fn transactions_and_their_checks(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("halves"));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    for (end, checked, said, event) in [
        ("commit", true, "The broker had to ask for it.", "Transaction check"),
        ("rollback", false, "no consumer ever gets it", "Rollback"),
    ] {
        let more = json!({ "transaction": end, "checked": checked });
        let sent = console.local().rocketmq_sends(&lab, &topic, "{}", more).await?;
        let path = format!("/rocketmq/{lab}/trace?id={}", sent.unique_key);
        if checked {
            console.enter(&path).await?
        } else {
            console.open(&path).await?
        }
        console.sees(said).await?;
        console.role(&["grid"], "Events").reads(event).await?;
    }
    Ok(())
}

pub async fn nothing_there_is_explained(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("silent"));
    let lab = api.rocketmq_small(LAB).await?;
    api.rocketmq_topic(&lab, &topic, 1).await?;
    let more = json!({ "properties": { "TRACE_ON": "false" } });
    let sent = console.local().rocketmq_sends(&lab, &topic, "{}", more).await?;
    console.enter(&format!("/rocketmq/{lab}/trace")).await?;
    console.sees("Which message?").await?;
    console.field("Message ID").fill(&sent.unique_key).await?;
    console.field(Name::starting("Topic")).fill(&topic).await?;
    console.button("Show").click().await?;
    console.sees("No trace of").await?;
    console.sees("The message itself is there, stored").await?;
    console.sees("enableMsgTrace").await?;
    axe::check(&console, "no trace").await?;
    console.picture("rocketmq-no-trace-en").await?;
    console.field("Message ID").fill("7F00").await?;
    console.button("Show").click().await?;
    console.sees("The topic has no message with this ID").await?;
    console.speak("中文（简体）").await?;
    console.sees("可能的原因及处理办法").await?;
    // A service that fails says so instead.
    console
        .local()
        .fault(json!({ "operation": "rocketmq.ShowTrace", "kind": "status", "status": 500, "times": 9 }))
        .await?;
    console.field("消息 ID").fill("7F01").await?;
    console.button("查询").click().await?;
    console.alert().get().await.map(drop)
}

pub async fn odd_answers_tell_the_same(console: Console) -> anyhow::Result<()> {
    let (lab, _, sent) = story(&console, "oddly").await?;
    let path = format!("/rocketmq/{lab}/trace?id={}", sent.unique_key);
    console.enter(&path).await?;
    let grid = console.role(&["grid"], "Events");
    grid.reads("Delivered, retry 1").await?;
    let usual = grid.text().await?;
    console.local().fault(json!({ "operation": "rocketmq.ShowTrace", "kind": "shape", "times": 9 })).await?;
    console.open(&path).await?;
    grid.reads("Delivered, retry 1").await?;
    ensure!(grid.text().await? == usual, "{} is not {usual}", grid.text().await?);
    Ok(())
}

pub async fn by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let (lab, topic, sent) = story(&console, "typed").await?;
    console.enter(&format!("/rocketmq/{lab}/trace")).await?;
    console.speak("中文（简体）").await?;
    console.field("消息 ID").press(sent.unique_key.as_str() + Key::Enter).await?;
    console.sees(&format!("{topic}-late 已消费成功，共投递 2 次。")).await?;
    axe::check(&console, "a trace").await?;
    console.picture("rocketmq-trace-zh").await?;
    let scale = console.checkbox("按实际比例");
    scale.press(" ").await?;
    console.sees_no("较长的等待已缩短显示").await
}
