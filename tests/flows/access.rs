//! Every page, in every theme and both languages: rules of accessibility, and a picture to look at.

use anyhow::Context;

use crate::support::{Console, Name, axe};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
/// One of the demo's RocketMQ instances.
const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";

/// Name for pictures, address, and a word that shows only once the page's data is there.
fn pages() -> Vec<(&'static str, String, &'static str)> {
    vec![
        ("instances", "/instances".to_owned(), "kafka-orders"),
        ("instance-panel", format!("/instances?row={ORDERS}"), "vpc-lakeside"),
        ("new-kafka", "/instances/new/kafka".to_owned(), "kafka.2u4g.cluster"),
        ("overview", format!("/kafka/{ORDERS}"), "127.0.0.1"),
        ("topics", format!("/kafka/{ORDERS}/topics"), "orders-dead-letter"),
        ("topic-panel", format!("/kafka/{ORDERS}/topics?row=orders"), "order-processor"),
        ("new-topic", format!("/kafka/{ORDERS}/topics/new"), "CreateTime"),
        ("topic", format!("/kafka/{ORDERS}/topics/orders"), "order-processor"),
        ("edit-topic", format!("/kafka/{ORDERS}/topics/orders/edit"), "CreateTime"),
        ("rocketmq", format!("/rocketmq/{TRADE}"), "rocketmq-trade"),
        ("not-found", "/no/such/page".to_owned(), "404"),
    ]
}

pub async fn pages_in_the_light_theme(console: Console) -> anyhow::Result<()> {
    tour(&console, "English", "Light").await
}

pub async fn pages_in_the_dark_theme(console: Console) -> anyhow::Result<()> {
    tour(&console, "中文（简体）", "Dark").await
}

pub async fn pages_in_high_contrast(console: Console) -> anyhow::Result<()> {
    tour(&console, "English", "High contrast").await
}

async fn tour(console: &Console, language: &str, theme: &str) -> anyhow::Result<()> {
    let look = format!(
        "{}-{}",
        if language == "English" { "en" } else { "zh" },
        theme.replace(' ', "-").to_lowercase()
    );
    console.open("/sign-in").await?;
    console.pick("Display", theme).await?;
    console.speak(language).await?;
    check(console, "sign-in", &look).await?;
    let enter = if language == "English" { "Open the local DMS" } else { "进入本地 DMS" };
    console.button(enter).click().await?;
    let journal = console.link(if language == "English" { "Request journal" } else { "请求日志" });
    journal.get().await?;
    for (name, path, word) in pages() {
        console.open(&path).await?;
        if name != "not-found" {
            console.sees(word).await.with_context(|| format!("{name} ({path})"))?;
        }
        check(console, name, &look).await?;
    }
    // The journal lives as long as the page: it is reached by a click, with calls in it.
    console.open("/instances").await?;
    console.sees("kafka-orders").await?;
    journal.click().await?;
    console.sees("GET").await?;
    check(console, "journal", &look).await
}

async fn check(console: &Console, name: &str, look: &str) -> anyhow::Result<()> {
    console.role(&["heading"], Name::Any).get().await?;
    console.picture(&format!("{name}-{look}")).await?;
    axe::check(console, &format!("{name} ({look})")).await
}
