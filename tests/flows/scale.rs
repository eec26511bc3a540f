//! Ten thousand topics, ten thousand groups, and many refreshes.

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

/// The list of groups under the same load as that of topics.
pub async fn ten_thousand_groups(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    let kafka = console.api().await?.find_kafka("kafka-scale").await?.context("no kafka-scale")?;
    console.local().forget().await?;
    console.open(&format!("/kafka/{kafka}/groups?every=0")).await?;
    console.link("reader-00000").get().await?;
    let grid = console.role(&["grid"], "Consumer groups");
    few_nodes(&console, "while it loads").await?;
    let all = (SCALE + 1).to_string();
    let known = || async { Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&all)).then_some(())) };
    until_within(Duration::from_secs(240), "all rows to be known", known).await?;
    // The first page is asked for alone, so that its rows show after one request.
    let calls = console.local().calls().await?;
    let lists = calls.iter().filter(|call| call.operation.as_deref() == Some("kafka.ListGroups")).count();
    ensure!(lists == SCALE as usize / 50, "{lists} calls for {SCALE} groups");
    few_nodes(&console, "at the top").await?;
    console.button("Name").click().await?;
    console.button("Name").click().await?;
    console.link("reader-09999").get().await?;
    to_the_end(&console).await?;
    console.link("reader-00000").get().await?;
    few_nodes(&console, "at the end").await?;
    console.role(&["searchbox"], Name::Any).fill("reader-0001").await?;
    until("the rows that match", || async {
        let count = grid.attr("aria-rowcount").await?.unwrap_or_default();
        Ok((count == "11").then_some(()))
    })
    .await
    .context("ten groups and the header")?;
    few_nodes(&console, "filtered").await
}

pub async fn ten_thousand_rocketmq_topics(console: Console) -> anyhow::Result<()> {
    let list = RocketMqList { page: "topics", title: "Topics", operation: "rocketmq.ListTopics" };
    list.is_smooth(&console, ["billing-00004", "stock-09993"]).await?;
    console.role(&["searchbox"], Name::Any).fill("fraud-000").await?;
    console.link("fraud-00007").get().await?;
    list.has_rows(&console, 12).await?;
    few_nodes(&console, "filtered").await
}

pub async fn ten_thousand_rocketmq_groups(console: Console) -> anyhow::Result<()> {
    let list = RocketMqList { page: "groups", title: "Consumer groups", operation: "rocketmq.ListGroups" };
    list.is_smooth(&console, ["reader-00000", "reader-09999"]).await?;
    console.role(&["searchbox"], Name::Any).fill("reader-0001").await?;
    console.link("reader-00010").get().await?;
    list.has_rows(&console, 10).await?;
    few_nodes(&console, "filtered").await
}

/// A list of the large RocketMQ instance.
struct RocketMqList {
    page: &'static str,
    title: &'static str,
    operation: &'static str,
}

impl RocketMqList {
    const INSTANCE: &'static str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b99";

    /// Loads page by page, sorts, scrolls and refreshes it, always with few nodes and without an empty moment. `ends` are
    /// the first and the last name.
    async fn is_smooth(&self, console: &Console, ends: [&'static str; 2]) -> anyhow::Result<()> {
        let [first, last] = ends;
        console.enter("/instances").await?;
        console.local().forget().await?;
        console.open(&format!("/rocketmq/{}/{}?sort=name", Self::INSTANCE, self.page)).await?;
        console.link(first).get().await?;
        few_nodes(console, "while it loads").await?;
        self.has_rows(console, SCALE).await?;
        // Fifty rows are the most that a call may ask for.
        let calls = console.local().calls().await?;
        let calls = calls.iter().filter(|call| call.operation.as_deref() == Some(self.operation)).count();
        ensure!(calls == SCALE as usize / 50, "{calls} calls for {SCALE} rows");
        few_nodes(console, "at the top").await?;

        let blank = "
            const grid = document.querySelector('[role=grid]');
            window.__least = Infinity;
            window.__watch = new MutationObserver(() => {
                const rows = grid.isConnected ? grid.querySelectorAll('[role=row]').length : 0;
                window.__least = Math.min(window.__least, rows);
            });
            window.__watch.observe(document.body, { subtree: true, childList: true });";
        console.js(blank).await?;
        console.button("Refresh").click().await?;
        console.sees("refreshing: ").await?;
        until_within(Duration::from_secs(240), "the refresh to end", || async {
            Ok((!console.text().await?.contains("refreshing: ")).then_some(()))
        })
        .await?;
        let least = console.js("window.__watch.disconnect(); return window.__least;").await?;
        ensure!(least.as_u64().is_none_or(|rows| rows > 10), "{least} rows were left during a refresh");

        console.button("Name").click().await?;
        console.link(last).get().await?;
        to_the_end(console).await?;
        console.link(first).get().await?;
        few_nodes(console, "at the end").await
    }

    /// Waits until the list has so many rows.
    async fn has_rows(&self, console: &Console, rows: u32) -> anyhow::Result<()> {
        let grid = console.role(&["grid"], self.title);
        let all = (rows + 1).to_string();
        // Minutes only for a debug build on a busy machine; the list can be used from the first page on.
        let known =
            || async { Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&all)).then_some(())) };
        until_within(Duration::from_secs(240), format!("{rows} rows"), known).await
    }
}

/// Refreshes counted by the answers that arrive, not by the clock; the heap is looked at after a collection.
pub async fn refreshing_again_and_again_keeps_the_memory_flat(console: Console) -> anyhow::Result<()> {
    const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
    /// Rounds before the first look: caches and samples fill up to their bounds.
    const WARM: u32 = 40;
    /// Rounds between two looks.
    const ROUNDS: u32 = 120;
    /// What a page may keep more after so many rounds.
    const GROWTH: u64 = 2 << 20;
    console.enter(&format!("/kafka/{ORDERS}/groups?every=0")).await?;
    console.link("order-processor").get().await?;
    refresh(&console, WARM).await?;
    let before = heap(&console).await?;
    refresh(&console, ROUNDS).await?;
    let after = heap(&console).await?;
    println!("heap and WebAssembly memory: {before} bytes, after {ROUNDS} refreshes {after} bytes");
    ensure!(after < before + GROWTH, "{before} bytes became {after} in {ROUNDS} refreshes");
    Ok(())
}

/// Presses Refresh so often, each time once the answer before has come.
async fn refresh(console: &Console, times: u32) -> anyhow::Result<()> {
    let script = "
        const [times, done] = arguments;
        const button = [...document.querySelectorAll('button')].find((b) => b.ariaLabel === 'Refresh');
        let left = times;
        const answers = new PerformanceObserver((list) => {
            left -= list.getEntries().filter((entry) => entry.name.includes('/groups')).length;
            performance.clearResourceTimings();
        });
        answers.observe({ type: 'resource' });
        // A click while an answer is on its way asks for nothing.
        const press = () => {
            if (left > 0) { button.click(); requestAnimationFrame(press); } else { answers.disconnect(); done(true); }
        };
        press();";
    let done = console.driver.execute_async(script, vec![times.into()]).await?;
    ensure!(*done.json() == true, "the refreshes do not come to an end");
    Ok(())
}

/// Bytes of the page's objects and of its WebAssembly memory, after a collection.
async fn heap(console: &Console) -> anyhow::Result<u64> {
    use serde_json::json;
    for _ in 0..3 {
        console.cdp("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let usage = console.cdp("Runtime.getHeapUsage", json!({})).await?;
    let used = usage["usedSize"].as_u64().context("no size")?;
    let backing = usage["backingStorageSize"].as_u64().unwrap_or_default();
    Ok(used + backing)
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

/// A plan takes so many topics: the page says which of all they are, and goes on with the next.
pub async fn a_plan_of_ten_thousand_topics_comes_in_parts(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    let kafka = console.api().await?.find_kafka("kafka-scale").await?.context("no kafka-scale")?;
    console.open(&format!("/kafka/{kafka}/reassign?topics=*&part=1")).await?;
    // It can be used long before the last of all topics is known.
    let part = || async { Ok(console.text().await?.contains("301-600 of ").then_some(())) };
    until_within(Duration::from_secs(240), "the second part", part).await?;
    console.button("Next topics").click().await?;
    console.sees("601-900 of ").await?;
    console.address_has("part=2").await?;
    console.button("Topics before").click().await?;
    console.sees("301-600 of ").await
}
