//! Parts of the console that are fetched after the first page.

use anyhow::{Context, ensure};
use serde_json::{Value, json};

use crate::support::{Console, until};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
const MISSING: &str = "This part of the console could not be loaded";

pub async fn the_topic_list_waits_for_none_and_the_others_follow(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.open(&format!("/kafka/{ORDERS}/topics?q=orders")).await?;
    console.link("orders-dead-letter").get().await?;
    let script = "
        const all = performance.getEntriesByType('resource');
        const list = all.find((e) => e.name.includes('/topics'));
        const early = all.filter((e) => e.name.endsWith('.wasm') && e.startTime < list.responseEnd);
        return early.map((e) => e.name);";
    let early = console.js(script).await?;
    let early: Vec<&str> = early.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    ensure!(early.len() == 1 && early[0].ends_with("_bg.wasm"), "fetched before the list showed: {early:?}");
    for chunk in ["instance_list-", "later-", "instances-", "kafka-", "tools-"] {
        fetched(&console, chunk).await?;
    }
    Ok(())
}

pub async fn the_instance_list_comes_while_the_user_signs_in(console: Console) -> anyhow::Result<()> {
    console.open("/sign-in").await?;
    fetched(&console, "instance_list-").await?;
    console.enter("/instances").await?;
    console.heading("Instances").get().await.map(drop)
}

pub async fn a_page_of_a_chunk_brings_its_styles(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    let outage = Outage::of(&console, "*/later-*.css").await?;
    console.open(&format!("/kafka/{ORDERS}")).await?;
    console.sees(MISSING).await?;
    outage.ends().await?;
    console.button("Try again").click().await?;
    console.heading("kafka-orders").get().await?;
    let shown = console.js("return getComputedStyle(document.querySelector('.facts')).display;").await?;
    ensure!(shown == "grid", "the facts are shown as {shown}");
    Ok(())
}

pub async fn a_deep_link_and_the_way_back_and_forth(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.open("/tools/journal").await?;
    console.heading("Request journal").get().await?;
    console.open(&format!("/kafka/{ORDERS}/topics/new")).await?;
    console.field("Name").get().await?;
    console.driver.back().await?;
    console.heading("Request journal").get().await?;
    console.driver.forward().await?;
    console.field("Name").get().await?;
    console.driver.refresh().await?;
    console.field("Name").get().await.map(drop)
}

pub async fn one_that_cannot_be_had_says_so_and_comes_at_the_second_try(
    console: Console,
) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    let outage = Outage::of(&console, "*/kafka-*.wasm").await?;
    console.open(&format!("/kafka/{ORDERS}/topics/new")).await?;
    console.sees(MISSING).await?;
    console.button("Reload the page").get().await?;
    console.button("Try again").click().await?;
    console.sees(MISSING).await?;
    // The rest of the console works.
    console.link("Instances").nth(0).click().await?;
    console.heading("Instances").get().await?;
    console.driver.back().await?;
    console.sees(MISSING).await?;
    outage.ends().await?;
    console.button("Try again").click().await?;
    console.field("Name").get().await.map(drop)
}

pub async fn a_dialog_that_cannot_be_had_says_so(console: Console) -> anyhow::Result<()> {
    let topic = console.unique("chunk");
    console.api().await?.create_topic(ORDERS, &topic, 1).await?;
    console.enter("/instances").await?;
    let outage = Outage::of(&console, "*/kafka-*.wasm").await?;
    console.open(&format!("/kafka/{ORDERS}/topics?q={topic}")).await?;
    console.checkbox(&format!("Select {topic}")).click().await?;
    console.button("Delete").click().await?;
    let said = console.dialog(MISSING);
    said.get().await?;
    outage.ends().await?;
    console.button("Try again").within(&said).click().await?;
    console.dialog(&format!("Delete topic {topic}?")).get().await.map(drop)
}

/// Waits until a file whose name starts so has been fetched.
async fn fetched(console: &Console, chunk: &str) -> anyhow::Result<()> {
    let script = "return performance.getEntriesByType('resource').map((e) => e.name);";
    until(format!("{chunk}… to be fetched"), || async {
        let names = console.js(script).await?;
        let found = names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .any(|name| name.rsplit('/').next().is_some_and(|file| file.starts_with(chunk)));
        Ok(found.then_some(()))
    })
    .await
}

/// Files that the network does not deliver.
struct Outage<'c>(&'c Console);

impl<'c> Outage<'c> {
    async fn of(console: &'c Console, files: &str) -> anyhow::Result<Self> {
        console.cdp("Network.enable", json!({})).await?;
        console.cdp("Network.setBlockedURLs", json!({ "urls": [files] })).await.context("blocking")?;
        Ok(Self(console))
    }

    /// What the browser said of it was meant to be.
    async fn ends(self) -> anyhow::Result<()> {
        self.0.cdp("Network.setBlockedURLs", json!({ "urls": [] })).await?;
        self.0.driver.browser_log().await?;
        Ok(())
    }
}
