//! The search for everything: Ctrl+K on any page.

use anyhow::ensure;
use thirtyfour::{Key, TypingData};

use crate::support::{Console, Name};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
/// One of the demo's RocketMQ instances.
const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";

/// The keys that open the search.
fn keys() -> TypingData {
    Key::Control + "k"
}

pub async fn everything_is_found_by_keyboard_alone(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}")).await?;
    console.link("Topics").get().await?;
    console.key(keys()).await?;
    let dialog = console.dialog("Search");
    let input = console.role(&["combobox"], Name::with("Page, instance")).within(&dialog);

    // A topic of the instance on show, letters left out.
    input.fill("ordpay").await?;
    console.option(Name::starting("order-payments")).get().await?;
    console.key(Key::Enter).await?;
    console.is_at(&format!("/kafka/{ORDERS}/topics/order-payments")).await?;
    dialog.gone().await?;

    // What one does on a page, not what it is called.
    console.key(keys()).await?;
    input.fill("drain").await?;
    console.option(Name::starting("Move partitions kafka-orders")).get().await?;

    // A page of another instance.
    console.key(Key::Escape).await?;
    dialog.gone().await?;
    console.key(keys()).await?;
    input.fill("rocketmq-trade dead").await?;
    console.option(Name::starting("Dead letters")).get().await?;
    console.key(Key::Enter).await?;
    console.is_at(&format!("/rocketmq/{TRADE}/dead-letters")).await?;

    // A group of an instance that was left: this tab has shown it.
    console.key(keys()).await?;
    input.fill("warehouse kafka").await?;
    let group = console.option(Name::with("warehouse-sync kafka-orders"));
    group.get().await?;
    console.key(Key::Down + Key::Up).await?;
    ensure!(group.attr("aria-selected").await?.as_deref() == Some("true"), "the first stays chosen");
    console.key(Key::Escape).await?;
    dialog.gone().await?;
    console.is_at(&format!("/rocketmq/{TRADE}/dead-letters")).await
}

pub async fn a_click_opens_and_chinese_words_find_english_pages(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/rocketmq/{TRADE}")).await?;
    console.button("Search").click().await?;
    let dialog = console.dialog("Search");
    let input = console.role(&["combobox"], Name::with("Page, instance")).within(&dialog);
    input.fill("消费组").await?;
    console.option(Name::starting("Consumer groups")).nth(0).click().await?;
    console.is_at(&format!("/rocketmq/{TRADE}/groups")).await?;

    // What was typed is no name but the id of a message.
    let id = "7F00000100002A9F0000000000000000";
    console.button("Search").click().await?;
    input.fill(id).await?;
    console.option(Name::starting(&format!("Trace of {id}"))).click().await?;
    console.is_at(&format!("/rocketmq/{TRADE}/trace?id={id}")).await?;

    console.button("Search").click().await?;
    input.fill("nothing is called so").await?;
    console.sees("Nothing found").await
}

pub async fn names_are_found_without_having_been_looked_at(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let (name, topic) = (console.unique("found"), console.unique("refund-topic"));
    let instance = api.rocketmq_small(&name).await?;
    api.rocketmq_topic(&instance, &topic, 1).await?;
    console.enter("/instances").await?;
    console.key(keys()).await?;
    let dialog = console.dialog("Search");
    let input = console.role(&["combobox"], Name::with("Page, instance")).within(&dialog);
    input.fill(&topic).await?;
    console.option(Name::starting(&format!("{topic} {name}"))).get().await?;
    // Which names were looked through is said.
    dialog.reads("Topics and groups of ").await?;
    // What one does is found, and an instance that does not run comes last.
    input.fill("delete").await?;
    console.option(Name::starting("Topics ")).nth(0).get().await?;
    input.fill(&topic).await?;
    console.key(Key::Enter).await?;
    console.is_at(&format!("/rocketmq/{instance}/topics/{topic}")).await
}

pub async fn unsaved_changes_are_kept(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{ORDERS}/topics/new")).await?;
    console.field("Name").fill("half-typed").await?;
    console.key(keys()).await?;
    let dialog = console.dialog("Search");
    console.role(&["combobox"], Name::with("Page, instance")).within(&dialog).fill("journal").await?;
    console.option(Name::starting("Request journal")).get().await?;
    console.key(Key::Enter).await?;
    console.dialog("Discard your changes?").get().await?;
    console.key(Key::Escape).await?;
    ensure!(console.field("Name").value().await? == "half-typed", "what was typed is lost");
    Ok(())
}
