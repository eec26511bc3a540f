//! Offsets of RocketMQ consumer groups: moved by a plan.

use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::ensure;
use dms_api::ops::rocketmq::GroupBody;
use serde_json::json;
use thirtyfour::prelude::*;

use super::rocketmq_groups::{named, page, setting};
use crate::support::{Console, Name, RocketMq, until};

/// Types the group's name and starts the reset.
pub(super) async fn confirm(console: &Console, group: &str) -> anyhow::Result<()> {
    let review = console.button("Review and reset");
    until("the plan to be known", || async { Ok(review.is_usable().await?.then_some(())) }).await?;
    review.click().await?;
    let asked = console.dialog(Name::starting("Move "));
    asked.reads("There is no way back").await?;
    console.field(Name::with(group)).within(&asked).fill(group).await?;
    console.button("Reset offsets").within(&asked).click().await
}

pub async fn a_plan_fails_in_part_and_is_retried(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "moved").await?;
    let (other, api) = (format!("{}-b", at.topic), console.api().await?);
    api.rocketmq_topic(&at.instance, &other, 1).await?;
    let clients = RocketMq::of(console.local(), &at.instance);
    clients.produce(&other, 4).await?;
    clients.consume(&at.group, "10.9.8.7@1#1", &[(&at.topic, "*"), (&other, "*")], 32).await?;
    ensure!(at.places(&console, &other).await?.iter().all(|(at, end)| at == end), "all is consumed");
    console.enter(&at.page()).await?;
    console.link("Reset offsets").click().await?;
    console.is_at(&at.reset()).await?;
    console.sees("Choose where to move the group.").await?;
    console.radio(Name::starting("To the oldest messages")).click().await?;
    let row = |topic: &str, n: u32| console.row(Name::starting(&format!("{topic} broker-{n} 0 ")));
    row(&at.topic, 0).reads("replays 5").await?;
    row(&other, 1).reads("replays 2").await?;
    console.sees("4 queues · 14 messages replayed").await?;

    let fault = json!({ "operation": "rocketmq.ResetOffset", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    confirm(&console, &at.group).await?;
    console.sees("2 queues moved · 1 topic failed").await?;
    console.sees("This plan has been carried out.").await?;
    console.sees("Before").await?;
    row(&at.topic, 0).reads("failed").await?;
    row(&at.topic, 1).reads("DMS.00500000").await?;
    row(&other, 0).reads("moved to 0").await?;
    ensure!(at.places(&console, &at.topic).await? == [(5, 5), (5, 5)], "the one that failed stays");
    ensure!(at.places(&console, &other).await? == [(0, 2), (0, 2)]);
    console.button("Retry the failed ones").click().await?;
    console.sees("4 queues moved").await?;
    row(&at.topic, 0).reads("moved to 0").await?;
    ensure!(at.places(&console, &at.topic).await? == [(0, 5), (0, 5)]);

    // One topic only, to its end.
    console.button("Make another plan").click().await?;
    console.radio(Name::starting("To the end")).click().await?;
    console.checkbox(Name::starting(&at.topic)).nth(0).click().await?;
    row(&at.topic, 0).gone().await?;
    row(&other, 0).reads("skips 2").await?;
    confirm(&console, &at.group).await?;
    console.sees("2 queues moved").await?;
    ensure!(at.places(&console, &other).await? == [(2, 2), (2, 2)]);
    ensure!(at.places(&console, &at.topic).await? == [(0, 5), (0, 5)], "left alone");
    Ok(())
}

pub async fn a_time_is_looked_up_by_the_service_and_that_is_said(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "timed").await?;
    console.enter(&at.reset()).await?;
    console.pick("Display", "UTC").await?;
    console.radio(Name::starting("To a time")).click().await?;
    let row = console.row(Name::starting(&format!("{} broker-0 0 ", at.topic)));
    let review = console.button("Review and reset");
    ensure!(!review.is_usable().await?, "no time was chosen");
    // An hour ago all messages are newer: which is the first, only the service knows.
    let now = i64::try_from(SystemTime::now().duration_since(UNIX_EPOCH)?.as_millis())?;
    console.button("1 h ago").click().await?;
    row.reads("known after the reset").await?;
    console.sees("2 cannot be told beforehand").await?;
    confirm(&console, &at.group).await?;
    console.sees("2 queues moved").await?;
    row.reads("moved to 0").await?;
    ensure!(at.places(&console, &at.topic).await? == [(0, 5), (0, 5)]);
    // In an hour there is no message: the end, which is known.
    console.button("Make another plan").click().await?;
    pick_time(&console, now + 3_600_000).await?;
    row.reads("skips 5").await?;
    confirm(&console, &at.group).await?;
    row.reads("moved to 5").await
}

/// Puts a moment into the browser's own control, as picking it does.
async fn pick_time(console: &Console, ms: i64) -> anyhow::Result<()> {
    let script = format!(
        "const field = document.querySelector('input[type=datetime-local]');
         if (!field) {{ return false; }}
         field.value = new Date({ms}).toISOString().slice(0, 19);
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));
         return true;"
    );
    until("the field for the time", || async { Ok((console.js(&script).await? == true).then_some(())) }).await
}

pub async fn what_cannot_be_moved_says_why(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "barred").await?;
    let clients = RocketMq::of(console.local(), &at.instance);
    clients.leave(&at.group, "10.9.8.7@1#1").await?;
    console.enter(&at.reset()).await?;
    console.sees("No consumer is connected, so the group cannot be moved").await?;
    console.radio(Name::starting("To the oldest messages")).click().await?;
    let review = console.button("Review and reset");
    ensure!(!review.is_usable().await?, "a group nobody is in can be moved");
    clients.consume(&at.group, "10.9.8.7@1#1", &[(&at.topic, "*")], 0).await?;
    until("the page to notice the consumer", || async { Ok(review.is_usable().await?.then_some(())) })
        .await?;
    // The consumer goes between the look and the confirmation.
    review.click().await?;
    let asked = console.dialog(Name::starting("Move "));
    console.field(Name::with(&at.group)).within(&asked).fill(&at.group).await?;
    let before = at.places(&console, &at.topic).await?;
    clients.leave(&at.group, "10.9.8.7@1#1").await?;
    console.button("Reset offsets").within(&asked).click().await?;
    console.sees("The consumers have gone meanwhile: nothing was changed.").await?;
    ensure!(at.places(&console, &at.topic).await? == before);

    let everybody = format!("{}-all", at.group);
    let body = GroupBody { broadcast: Some(true), ..named(&everybody) };
    console.api().await?.rocketmq_group(&at.instance, body).await?;
    clients.consume(&everybody, "10.9.8.7@3#3", &[(&at.topic, "*")], 0).await?;
    console.open(&format!("{}/reset", page(&at.instance, &everybody))).await?;
    console.sees("A broadcast group cannot be moved").await?;
    ensure!(!review.is_usable().await?, "a broadcast group can be moved");
    Ok(())
}

pub async fn a_reset_by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let at = setting(&console, "keys").await?;
    console.enter(&at.page()).await?;
    console.speak("中文（简体）").await?;
    console.link("重置消费进度").press("" + Key::Enter).await?;
    console.is_at(&at.reset()).await?;
    // The arrow keys go through the ways.
    console.radio(Name::starting("最早消息")).press(" ").await?;
    console.address_has("to=earliest").await?;
    console.key("" + Key::Down).await?;
    console.address_has("to=latest").await?;
    console.row(Name::starting(&format!("{} broker-0 0 ", at.topic))).reads("跳过").await?;
    let review = console.button("确认并重置");
    until("the plan to be known", || async { Ok(review.is_usable().await?.then_some(())) }).await?;
    review.press("" + Key::Enter).await?;
    let asked = console.dialog(Name::with(&at.group));
    asked.get().await?;
    until("the name's field to have the focus", || async {
        Ok(console.focused().await?.contains(&at.group).then_some(()))
    })
    .await?;
    console.key(at.group.as_str()).await?;
    console.key("" + Key::Enter).await?;
    console.sees("已重置 2 个队列").await?;
    ensure!(at.places(&console, &at.topic).await?.iter().all(|(at, end)| at == end));
    Ok(())
}
