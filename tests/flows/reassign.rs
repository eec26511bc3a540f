//! Partitions moved between brokers: planned, sent, followed.

use anyhow::{Context, ensure};
use dms_api::ops::kafka::{
    PartitionAssignment, Reassign, ReassignBody, ShowTopicReplicas, TopicReassignment,
};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, until};

/// Every test's own topics live on this instance; only one task of it moves partitions at a time.
const LAB: &str = "reassign-lab";

/// The brokers of a topic's partitions, in order.
async fn places(api: &Api<'_>, instance: &str, topic: &str) -> anyhow::Result<Vec<Vec<i32>>> {
    let op = ShowTopicReplicas { instance_id: instance.to_owned(), topic: topic.to_owned() };
    let answer = api.send(&op).await?;
    let mut partitions = answer.topics.into_iter().next().context("no topic")?.partitions;
    partitions.sort_by_key(|partition| partition.partition);
    Ok(partitions.into_iter().map(|partition| partition.replicas).collect())
}

/// A topic whose partitions are all on broker 1.
async fn crowded(api: &Api<'_>, instance: &str, topic: &str, partitions: i32) -> anyhow::Result<()> {
    api.create_topic(instance, topic, partitions.into()).await?;
    let on_one = |partition| PartitionAssignment { partition, partition_brokers: vec![1] };
    let moved = TopicReassignment {
        topic: topic.to_owned(),
        assignment: Some((0..partitions).map(on_one).collect()),
        ..TopicReassignment::default()
    };
    let body = ReassignBody { reassignments: vec![moved], ..ReassignBody::default() };
    until("the task before to end", || async {
        let op = Reassign { instance_id: instance.to_owned(), body: body.clone() };
        Ok(api.send(&op).await.ok().map(drop))
    })
    .await?;
    until("all partitions on broker 1", || async {
        let all = places(api, instance, topic).await?;
        Ok(all.iter().all(|held| held == &[1]).then_some(()))
    })
    .await
}

/// Waits until each of a crowded topic's partitions has a second replica, and broker 1 still leads.
async fn doubled(api: &Api<'_>, instance: &str, topic: &str) -> anyhow::Result<()> {
    until(format!("{topic} to have two replicas"), || async {
        let held = places(api, instance, topic).await?;
        Ok(held.iter().all(|held| held.len() == 2 && held[0] == 1).then_some(()))
    })
    .await
}

fn page(instance: &str, topics: &str) -> String {
    format!("/kafka/{instance}/reassign?topics={topics}")
}

async fn send(console: &Console) -> anyhow::Result<()> {
    console.button("Move partitions").click().await?;
    let asked = console.dialog(Name::starting("Move "));
    console.button("Move partitions").within(&asked).click().await
}

pub async fn a_crowded_broker_is_relieved_as_one_task(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("crowded"));
    let instance = api.kafka(LAB).await?;
    crowded(&api, &instance, &topic, 6).await?;
    console.enter(&format!("/kafka/{instance}/reassign")).await?;
    console.sees("No topic chosen yet").await?;
    console.field("Add a topic").fill(&topic).await?;
    console.option(&topic).click().await?;
    console.address_has(&topic).await?;
    console.table_row_reads("Broker 1", "6").await?;

    console.button("Balance").click().await?;
    for id in [0, 2] {
        console.table_row_reads(&format!("Broker {id}"), "0 → 2").await?;
    }
    console.table_row_reads("Broker 1", "6 → 2").await?;
    console.sees("4 partitions change").await?;
    console.button("Undo last step").click().await?;
    console.sees("0 partitions change").await?;
    console.button("Balance").click().await?;
    console.button("Estimate the time").click().await?;
    console.sees("The service expects about").await?;

    send(&console).await?;
    console.sees("Task started: 4 partitions move").await?;
    console.address_has("job=").await?;
    console.sees("4 of 4 partitions moved").await?;
    console.sees("Done").await?;
    // What was moved is no longer planned.
    console.sees("0 partitions change").await?;
    let mut held: Vec<i32> = places(&api, &instance, &topic).await?.into_iter().flatten().collect();
    held.sort_unstable();
    ensure!(held == [0, 0, 1, 1, 2, 2], "{held:?}");
    // The task is still followed after a reload.
    console.driver.refresh().await?;
    console.sees("4 of 4 partitions moved").await
}

pub async fn a_broker_is_drained_by_the_older_call(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("drained"));
    let instance = api.kafka(LAB).await?;
    crowded(&api, &instance, &topic, 3).await?;
    console.enter(&page(&instance, &topic)).await?;
    console.table_row_reads("Broker 1", "3").await?;
    console.field("Broker to drain").press("Broker 1").await?;
    // Without another broker there is nowhere to go.
    for id in ["Broker 0", "Broker 2"] {
        console.checkbox(id).click().await?;
    }
    console.button("Drain").click().await?;
    console.alert().reads("brokers needed 1, allowed 0").await?;
    console.checkbox("Broker 0").click().await?;
    console.button("Drain").click().await?;
    console.table_row_reads("Broker 1", "3 → 0").await?;

    console.field(Name::starting("Call")).click().await?;
    console.option("One task").click().await?;
    let throttle = console.field(Name::starting("Most data"));
    throttle.fill("0").await?;
    throttle.press("" + Key::Tab).await?;
    console.sees("At least 1.").await?;
    throttle.fill("20").await?;
    console.sees("\"throttle\": 20971520").await?;

    // A refusal keeps the plan.
    let fault = json!({ "operation": "kafka.Reassign", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    send(&console).await?;
    console.sees("DMS.00500000").await?;
    console.table_row_reads("Broker 1", "3 → 0").await?;
    send(&console).await?;
    console.sees("3 of 3 partitions moved").await?;
    let held = places(&api, &instance, &topic).await?;
    ensure!(held.iter().all(|held| held == &[0]), "{held:?}");
    Ok(())
}

pub async fn topic_by_topic_what_failed_is_sent_again(console: Console) -> anyhow::Result<()> {
    let (api, stem) = (console.api().await?, console.unique("one-by-one"));
    let instance = api.kafka(LAB).await?;
    let (a, b) = (format!("{stem}-a"), format!("{stem}-b"));
    for topic in [&a, &b] {
        crowded(&api, &instance, topic, 2).await?;
    }
    console.enter(&page(&instance, &format!("{a},{b}"))).await?;
    let factor = console.field("Replicas of each partition");
    factor.fill("9").await?;
    console.button("Change replication").click().await?;
    console.alert().reads("brokers needed 9, allowed 3").await?;
    factor.fill("2").await?;
    console.button("Change replication").click().await?;
    console.sees("4 partitions change").await?;
    console.field(Name::starting("Call")).press("Topic by topic").await?;
    console.sees("names no task").await?;
    let fault = json!({ "operation": "kafka.ReassignReplicas", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    send(&console).await?;
    // The second goes although the first was refused.
    let result = console.dialog(Name::with("Topics accepted: 1, not accepted: 1"));
    result.reads("Not accepted").await?;
    // What is retried waits by itself for the one that is under way: the service moves one topic at a time.
    console.button("Retry the failed ones").within(&result).click().await?;
    for topic in [&a, &b] {
        doubled(&api, &instance, topic).await?;
    }
    console.sees("All partitions are where they were asked to be").await
}

pub async fn topic_by_topic_waits_for_each_and_can_be_stopped(console: Console) -> anyhow::Result<()> {
    let (api, stem) = (console.api().await?, console.unique("in-turn"));
    let instance = api.kafka(LAB).await?;
    let topics = ["a", "b", "c"].map(|end| format!("{stem}-{end}"));
    for topic in &topics {
        crowded(&api, &instance, topic, 2).await?;
    }
    console.enter(&page(&instance, &topics.join(","))).await?;
    console.field("Replicas of each partition").fill("2").await?;
    console.button("Change replication").click().await?;
    console.sees("6 partitions change").await?;
    console.field(Name::starting("Call")).press("Topic by topic").await?;
    console.local().forget().await?;
    // The page does not see the first one arrive, so the others have to wait.
    let blind = json!({ "operation": "kafka.ShowTopicReplicas", "kind": "truncate", "times": 100 });
    console.local().fault(blind).await?;
    let blind = json!({ "operation": "kafka.ShowTopic", "kind": "truncate", "times": 100 });
    console.local().fault(blind).await?;
    send(&console).await?;
    let under_way = console.dialog(Name::with("1 of 3"));
    console.button("Stop").within(&under_way).click().await?;
    let result = console.dialog(Name::with("Topics accepted: 1, not accepted: 2"));
    result.reads("Not accepted").await?;
    let calls = console.local().calls().await?;
    let sent = calls.iter().filter(|call| call.operation.as_deref() == Some("kafka.ReassignReplicas"));
    ensure!(sent.count() == 1, "one call before it was stopped");
    console.local().calm().await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    for topic in &topics {
        doubled(&api, &instance, topic).await?;
    }
    console.sees("All partitions are where they were asked to be").await
}

pub async fn by_hand_with_the_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("by-hand"));
    let instance = api.kafka(LAB).await?;
    crowded(&api, &instance, &topic, 2).await?;
    console.enter("/instances").await?;
    console.speak("中文（简体）").await?;
    console.open(&page(&instance, &topic)).await?;
    console.sees("首选 Leader").await?;
    tab_to(&console, &format!("{topic} 分区 0，Broker 0")).await?;
    console.key("" + Key::Enter).await?;
    console.menu_item("设为 Leader").get().await?;
    // The menu opens at what is so now, the last entry; a replica is the one above.
    for key in [Key::Up + "", Key::Enter + ""] {
        console.key(key).await?;
    }
    console.sees("+ 副本").await?;
    console.key("" + Key::Right).await?;
    ensure!(console.focused().await?.contains("Broker 1"), "an arrow moves on: {}", console.focused().await?);
    console.sees("1 个分区有变化").await?;
    tab_to(&console, "开始迁移").await?;
    console.key("" + Key::Enter).await?;
    let asked = console.dialog("迁移 1 个分区？");
    asked.get().await?;
    tab_to(&console, "开始迁移").await?;
    console.key("" + Key::Enter).await?;
    console.sees("已迁移 1 / 1 个分区").await?;
    let held = places(&api, &instance, &topic).await?;
    ensure!(held == [vec![1, 0], vec![1]], "{held:?}");
    Ok(())
}

/// Goes on with Tab until what has the focus is called so.
async fn tab_to(console: &Console, part: &str) -> anyhow::Result<()> {
    for _ in 0..80 {
        console.key("" + Key::Tab).await?;
        if console.focused().await?.contains(part) {
            return Ok(());
        }
    }
    anyhow::bail!("Tab never comes to “{part}”")
}

pub async fn unsent_plans_are_not_lost_by_a_click(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("unsent"));
    let instance = api.kafka(LAB).await?;
    crowded(&api, &instance, &topic, 3).await?;
    console.enter(&page(&instance, &topic)).await?;
    console.button("Balance").click().await?;
    console.sees("2 partitions change").await?;
    console.link("Topics").nth(0).click().await?;
    let asked = console.dialog("Discard your changes?");
    console.button("Stay").within(&asked).click().await?;
    console.sees("2 partitions change").await?;
    console.button("Discard the plan").click().await?;
    console.link("Topics").nth(0).click().await?;
    console.is_at(&format!("/kafka/{instance}/topics")).await
}
