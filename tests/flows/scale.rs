//! Ten thousand topics.

use std::time::Duration;

use anyhow::{Context, ensure};

use crate::support::{Console, Name, SCALE, until, until_within};

/// More nodes than this and a page becomes slow.
const NODES: u64 = 2_500;

pub async fn ten_thousand_topics(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    let kafka = console.api().await?.find_kafka("kafka-scale").await?.context("no kafka-scale")?;
    console.open(&format!("/kafka/{kafka}/topics")).await?;
    let grid = console.role(&["grid"], "Topics");
    few_nodes(&console, "while it loads").await?;
    // Minutes only for a debug build on a busy machine; the list can be used from the first page on.
    let all = (SCALE + 1).to_string();
    let known = || async { Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&all)).then_some(())) };
    until_within(Duration::from_secs(240), "all rows to be known", known).await?;
    few_nodes(&console, "at the top").await?;

    // A list that is there says how far its refresh is, and keeps its rows meanwhile.
    console.button("Refresh").click().await?;
    console.sees("refreshing: ").await?;
    ensure!(known().await?.is_some(), "the rows stay while they are refreshed");

    console.button("Name").click().await?;
    console.link("billing-00004").get().await?;
    console.button("Name").click().await?;
    console.link("stock-09993").get().await?;

    to_the_end(&console).await?;
    console.link("billing-00004").get().await?;
    few_nodes(&console, "at the end").await?;

    console.role(&["searchbox"], Name::Any).fill("fraud-000").await?;
    console.link("fraud-00007").get().await?;
    until("the rows that match", || async {
        let count = grid.attr("aria-rowcount").await?.unwrap_or_default();
        Ok((count == "13").then_some(()))
    })
    .await
    .context("twelve of the first hundred, and the header")?;
    few_nodes(&console, "filtered").await
}

async fn few_nodes(console: &Console, place: &str) -> anyhow::Result<()> {
    let nodes =
        console.js("return document.querySelectorAll('*').length;").await?.as_u64().unwrap_or(u64::MAX);
    ensure!(nodes < NODES, "{nodes} nodes {place}");
    Ok(())
}

/// Scrolls whatever of the table scrolls, in large steps, as with the bar's handle.
async fn to_the_end(console: &Console) -> anyhow::Result<()> {
    let script = "
        let box = document.querySelector('[role=grid]');
        while (box && box.scrollHeight <= box.clientHeight + 1) { box = box.parentElement; }
        box.scrollTop = box.scrollHeight;
        return box.scrollTop + box.clientHeight >= box.scrollHeight - 2;";
    until("the end of the list", || async { Ok((console.js(script).await? == true).then_some(())) }).await
}
