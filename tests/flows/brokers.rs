//! Brokers with their disks, and the names of what is monitored.

use anyhow::{Context, ensure};
use dms_api::models::kafka::size_bytes;
use dms_api::ops::kafka::ShowDiskUsage;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Name, axe, until};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";

pub async fn health_disks_and_the_largest_topics(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}")).await?;
    console.link("Brokers and disks").click().await?;
    console.is_at(&format!("/kafka/{ORDERS}/brokers")).await?;
    console.sees("All brokers reachable, every partition has a leader, every replica is in sync").await?;
    console.sees("Controller").await?;
    console.sees("Reachable").await?;
    for broker in 0..3 {
        console.role(&["meter"], format!("Disk of broker-{broker}").as_str()).get().await?;
    }
    // The largest topic of the page is that of the API.
    let op = ShowDiskUsage {
        instance_id: ORDERS.to_owned(),
        min_size: Some("1K".to_owned()),
        top: Some(100),
        percentage: None,
    };
    let usage = console.api().await?.send(&op).await?;
    let mut sums = std::collections::BTreeMap::new();
    for one in usage.broker_list.iter().flat_map(|broker| &broker.topic_list) {
        *sums.entry(one.topic_name.clone()).or_insert(0) += size_bytes(&one.size).unwrap_or_default();
    }
    let (largest, _) = sums.into_iter().max_by_key(|(_, bytes)| *bytes).context("no topics")?;
    let rows = console.role(&["row"], Name::with(" <0.01 %"));
    rows.nth(0).reads(&largest).await?;

    // A menu's name goes on with what is chosen.
    let choose = |menu: &'static str, entry: &'static str| {
        let console = console.clone();
        async move {
            console.button(Name::starting(menu)).click().await?;
            console.menu_item(entry).click().await
        }
    };
    choose("Grouped by", "partition").await?;
    console.address_has("by=partition").await?;
    console.row(Name::with("broker-2")).nth(0).get().await?;
    choose("Size from", "100 GB").await?;
    console.sees("No partition is that large.").await?;
    choose("Size from", "All").await?;
    choose("How many", "10 per broker").await?;
    console.address_has("top=10").await?;
    choose("Disk share above", "25 %").await?;
    console.sees("No partition is that large.").await?;
    choose("Disk share above", "All").await?;
    console.row(Name::with("broker-2")).nth(0).get().await?;

    let fault = json!({ "operation": "kafka.ShowDiskUsage", "kind": "status", "status": 500, "times": 9 });
    console.local().fault(fault).await?;
    console.open(&format!("/kafka/{ORDERS}/brokers")).await?;
    console.alert().get().await?;
    console.local().calm().await?;
    console.button("Try again").click().await?;
    console.role(&["meter"], "Disk of broker-0").get().await.map(drop)
}

pub async fn a_broker_is_drained_from_the_brokers_page(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}/brokers")).await?;
    console.link("Move partitions").nth(0).get().await?;
    console.link("Drain… broker 1").click().await?;
    console.is_at(&format!("/kafka/{ORDERS}/reassign?topics=*&drain=1")).await?;
    let drain = console.button("Drain");
    until("broker and topics to be chosen", || async { Ok(drain.is_usable().await?.then_some(())) }).await?;
    ensure!(console.field("Broker to drain").value().await? == "1");

    // Three replicas do not fit on two brokers: all that is concerned is counted, and there are ways on.
    until("the partitions to be read", || async {
        let waits = console.text().await?.contains("still being read");
        Ok((!waits).then_some(()))
    })
    .await?;
    drain.click().await?;
    let refused = console.alert();
    refused.reads("brokers needed 3, allowed 2").await?;
    refused.reads("partitions of").await?;
    console.link("Add a broker").within(&refused).get().await?;
    console.button("Drain, leaving these with 2 replicas").within(&refused).click().await?;
    console.table_row_reads("Broker 1", "→ 0").await?;
    console.sees("partitions with fewer replicas").await?;
    axe::check(&console, "a drained broker").await?;
    console.button("Discard the plan").click().await
}

pub async fn monitoring_names_are_ready_to_copy(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}/monitoring")).await?;
    console.sees(&format!("dim.0=kafka_instance_id,{ORDERS}")).await?;
    console.sees("current_partitions").await?;
    console.radio("Partitions").click().await?;
    console.sees("a query needs every dimension").await?;
    let pick = |field: &'static str, value: &'static str| {
        let console = console.clone();
        async move {
            console.field(field).fill(value).await?;
            console.option(value).click().await
        }
    };
    pick("Topic", "orders").await?;
    pick("Partition", "1").await?;
    let dimensions =
        format!("dim.0=kafka_instance_id,{ORDERS}&dim.1=kafka_topics,orders&dim.2=kafka_partitions,1");
    console.sees(&format!("namespace=SYS.DMS&metric_name=produced_messages&{dimensions}")).await?;
    // The address keeps it, and a group has what it reads.
    console.address_has("of2=1").await?;
    let path = console.path().await?;
    console.open(&path).await?;
    console.sees(&dimensions).await?;
    console.speak("中文（简体）").await?;
    console.radio("消费组").press(" ").await?;
    console.sees("查询时需要完整的维度").await?;
    console.field("消费组").fill("order-processor").await?;
    console.field("消费组").press("" + Key::Down + Key::Enter).await?;
    console.field("Topic").fill("orders").await?;
    console.option("orders").get().await?;
    console.role(&["searchbox"], Name::Any).fill("remained").await?;
    console.sees("messages_remained").await?;
    ensure!(!console.text().await?.contains("messages_consumed"));
    Ok(())
}
