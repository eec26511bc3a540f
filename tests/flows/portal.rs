//! The same console under a path of a portal.

use anyhow::ensure;
use serde_json::json;

use crate::support::{Console, Name};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";

pub async fn deep_links_reloads_and_history(console: Console) -> anyhow::Result<()> {
    ensure!(console.site.url().ends_with("/portal/dms/"));
    let list = format!("/kafka/{ORDERS}/topics");
    console.open(&format!("{list}?q=orders")).await?;
    console.button("Open the local DMS").click().await?;
    console.is_at(&format!("{list}?q=orders")).await?;
    console.link("orders-dead-letter").get().await?;
    console.driver.refresh().await?;
    console.link("orders-dead-letter").get().await?;
    console.link("Overview").click().await?;
    console.is_at(&format!("/kafka/{ORDERS}")).await?;
    console.link("Instances").nth(0).click().await?;
    console.is_at("/instances").await?;
    console.driver.back().await?;
    console.is_at(&format!("/kafka/{ORDERS}")).await?;
    console.driver.back().await?;
    console.is_at(&format!("{list}?q=orders")).await?;
    ensure!(console.role(&["searchbox"], Name::Any).value().await? == "orders");
    Ok(())
}

pub async fn a_topic_is_created_and_deleted(console: Console) -> anyhow::Result<()> {
    let topic = console.unique("portal");
    console.enter(&format!("/kafka/{ORDERS}/topics/new")).await?;
    console.field("Name").fill(&topic).await?;
    console.button("Create topic").click().await?;
    console.is_at(&format!("/kafka/{ORDERS}/topics/{topic}")).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete topic {topic}?"));
    console.field(Name::with(&topic)).within(&asked).fill(&topic).await?;
    console.button("Delete").within(&asked).click().await?;
    console.is_at(&format!("/kafka/{ORDERS}/topics")).await
}

pub async fn nothing_is_asked_of_the_host_outside_its_path(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.link("kafka-orders").get().await?;
    let base = console.site.url();
    let asked = console.js("return performance.getEntriesByType('resource').map((e) => e.name);").await?;
    let outside: Vec<_> = asked
        .as_array()
        .into_iter()
        .flatten()
        .filter(|u| !u.as_str().unwrap_or_default().starts_with(&base))
        .collect();
    ensure!(outside.is_empty(), "asked outside of {base}: {}", json!(outside));
    Ok(())
}
