//! What topics have beyond their settings: growth, producers, rights, lag in the list, comparing, copying.

use anyhow::ensure;
use dms_api::ops::kafka::ShowTopic;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Kafka, Name};

const LAB: &str = "topic-extras";
/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
/// The demo's instance whose clients sign in.
const PAYMENTS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a03";

pub async fn partitions_are_added(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("grown"));
    let instance = api.kafka(LAB).await?;
    api.create_topic(&instance, &topic, 2).await?;
    console.enter(&format!("/kafka/{instance}/topics/{topic}")).await?;
    console.button("More").click().await?;
    console.menu_item("Add partitions").click().await?;
    let asked = console.dialog(&format!("Add partitions to {topic}"));
    let field = console.field("Partitions in all").within(&asked);
    field.fill("2").await?;
    field.press("" + Key::Tab).await?;
    asked.reads("At least 3.").await?;
    field.fill("5").await?;
    let fault = json!({ "operation": "kafka.AddPartitions", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    let add = console.button("Add partitions").within(&asked);
    add.click().await?;
    asked.reads("DMS.00500000").await?;
    ensure!(field.value().await? == "5", "what was typed stays");
    add.click().await?;
    console.sees(&format!("{topic} has 5 partitions now")).await?;
    console.sees("5 partitions").await?;
    let detail = api.send(&ShowTopic { instance_id: instance, topic }).await?;
    ensure!(detail.partitions.len() == 5, "{} partitions", detail.partitions.len());
    Ok(())
}

pub async fn producers_and_live_offsets(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("written"));
    let instance = api.kafka(LAB).await?;
    api.create_topic(&instance, &topic, 1).await?;
    let client = Kafka::of(&console, &instance).await?;
    client.produce(&[format!("{topic}:0:7")]).await?;
    console.enter(&format!("/kafka/{instance}/topics/{topic}")).await?;
    console.button("Look at producers and offsets").click().await?;
    let row = console.row(Name::starting("0 0 7 7"));
    row.reads("+0").await?;
    client.produce(&[format!("{topic}:0:3")]).await?;
    console.row(Name::starting("0 0 10 10")).reads("+3").await?;
    console.sees("Nobody produces to this topic at the moment.").await?;
    let producer = client.keep_producing(&topic).await?;
    let producers = console.role(&["grid"], "Producers");
    console.row(Name::with("127.0.0.1")).within(&producers).get().await?;
    producer.leave().await?;
    console.sees("Nobody produces to this topic at the moment.").await
}

pub async fn rights_of_a_topic(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}/topics/orders")).await?;
    console.sees("Clients of this instance do not sign in").await?;
    console.open(&format!("/kafka/{PAYMENTS}/topics/payments-settled")).await?;
    console.link("Change in the permission matrix").click().await?;
    console.is_at(&format!("/kafka/{PAYMENTS}/permissions?q=payments-settled")).await
}

pub async fn lag_and_groups_of_the_topics_in_sight(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("lagging"));
    let instance = api.kafka(LAB).await?;
    api.create_topic(&instance, &topic, 1).await?;
    let client = Kafka::of(&console, &instance).await?;
    client.produce(&[format!("{topic}:0:9")]).await?;
    for (group, at) in [("a", 2), ("b", 4)] {
        client.commit(&format!("{topic}-{group}"), &[format!("{topic}:0:{at}")]).await?;
    }
    let list = format!("/kafka/{instance}/topics?q={topic}&cols=name,groups,lag");
    console.enter(&list).await?;
    let row = console.row(Name::with(&topic));
    row.reads("12").await?;
    row.reads("2").await?;
    // One group that does not say makes the sum unknown, not smaller.
    let fault = json!({ "operation": "kafka.ListGroupTopics", "kind": "status", "status": 500, "times": 1 });
    console.local().fault(fault).await?;
    console.driver.refresh().await?;
    row.reads("unknown").await?;
    // Nobody asks while the columns are not shown.
    console.open(&format!("/kafka/{instance}/topics?q={topic}")).await?;
    row.get().await?;
    console.local().forget().await?;
    console.button("Refresh").click().await?;
    row.get().await?;
    let calls = console.local().calls().await?;
    let asked = calls.iter().filter(|c| c.operation.as_deref() == Some("kafka.ShowTopic")).count();
    ensure!(asked == 0, "{asked} details asked for nobody");
    Ok(())
}

pub async fn two_are_compared(console: Console) -> anyhow::Result<()> {
    let (api, stem) = (console.api().await?, console.unique("pair"));
    let instance = api.kafka(LAB).await?;
    let (a, b) = (format!("{stem}-a"), format!("{stem}-b"));
    api.create_topic(&instance, &a, 1).await?;
    api.create_topic(&instance, &b, 4).await?;
    console.enter(&format!("/kafka/{instance}/topics?q={stem}")).await?;
    for topic in [&a, &b] {
        console.checkbox(format!("Select {topic}").as_str()).click().await?;
    }
    console.link("Compare").click().await?;
    console.is_at(&format!("/kafka/{instance}/compare?a={a}&b={b}")).await?;
    console.sees("1 setting differs").await?;
    console.table_row_reads("Partitions", "differs").await?;
    console.sees("Max. message size").await?;
    console.checkbox("Only differences").click().await?;
    console.sees_no("Max. message size").await?;
    // With a topic of another instance, in Chinese.
    console.speak("中文（简体）").await?;
    console.open(&format!("/kafka/{instance}/compare?a={a}&b=orders&with={ORDERS}")).await?;
    console.sees("项配置不同").await?;
    console.open(&format!("/kafka/{instance}/compare?a={a}&b=nowhere")).await?;
    console.sees("该实例没有 Topic nowhere").await
}

pub async fn settings_are_copied_to_another_instance(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("model"));
    let instance = api.kafka(LAB).await?;
    let other = api.kafka("topic-copies").await?;
    api.create_topic(&instance, &topic, 7).await?;
    console.enter(&format!("/kafka/{instance}/topics/{topic}")).await?;
    console.button("More").click().await?;
    console.menu_item("Copy settings to a new topic").click().await?;
    console.sees(&format!("With the settings of {topic}")).await?;
    ensure!(console.field("Partitions").value().await? == "7");
    ensure!(console.field("Name").value().await?.is_empty(), "the name is taken here");
    console.field("Instance to create it on").click().await?;
    console.option("topic-copies").click().await?;
    console.address_has(&format!("/kafka/{other}/topics/new")).await?;
    console.sees(&format!("With the settings of {topic}")).await?;
    ensure!(console.field("Name").value().await? == topic, "there the name is free");
    ensure!(console.field("Replicas").value().await? == "1");
    console.button("Create topic").click().await?;
    console.is_at(&format!("/kafka/{other}/topics/{topic}")).await?;
    let detail = api.send(&ShowTopic { instance_id: other, topic }).await?;
    ensure!(detail.partitions.len() == 7, "{} partitions", detail.partitions.len());
    Ok(())
}
