//! Tags of an instance, changed on its page.

use anyhow::ensure;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Name};

/// One of the demo's RocketMQ instances.
const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";

pub async fn a_kafka_instances_tags_are_changed(console: Console) -> anyhow::Result<()> {
    let name = console.unique("tagged");
    let kafka = console.api().await?.kafka(&name).await?;
    console.enter(&format!("/kafka/{kafka}")).await?;
    console.sees("No tags").await?;
    let form = console.dialog(Name::with("Tags of"));
    add(&console, 1, "env", "test").await?;
    console.button("Save changes").within(&form).click().await?;
    console.sees("Tags saved").await?;
    console.sees("env=test").await?;

    // One is changed, one comes, and a refusal of the second call keeps what was typed.
    console.button("Edit tags").click().await?;
    console.field("Value of tag 1").within(&form).fill("prod").await?;
    console.button("Add tag").within(&form).click().await?;
    console.field("Key of tag 2").within(&form).fill("team").await?;
    form.reads("(none)").await?;
    let fault = json!({ "operation": "kafka.ChangeTags", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Save changes").within(&form).click().await?;
    console.alert().within(&form).get().await?;
    ensure!(console.field("Value of tag 1").within(&form).value().await? == "prod");
    console.button("Save changes").within(&form).click().await?;
    form.gone().await?;
    console.sees("env=prod").await?;
    console.driver.refresh().await?;
    console.sees("env=prod").await?;
    console.sees("team").await?;

    console.button("Edit tags").click().await?;
    console.button("Remove tag 1").within(&form).click().await?;
    console.button("Save changes").within(&form).click().await?;
    form.gone().await?;
    console.sees_no("env=prod").await
}

pub async fn a_rocketmq_instances_tags_are_changed(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/rocketmq/{TRADE}")).await?;
    console.button("Edit tags").click().await?;
    let form = console.dialog(Name::with("Tags of rocketmq-trade"));
    console.button("Add tag").within(&form).click().await?;
    let keys = console.field(Name::starting("Key of tag")).within(&form).names().await?;
    let last = keys.len();
    console.field(&format!("Key of tag {last}")).within(&form).fill("a#b").await?;
    console.field(&format!("Key of tag {last}")).within(&form).press("" + Key::Tab).await?;
    console.field(&format!("Value of tag {last}")).within(&form).press("" + Key::Tab).await?;
    console.sees("“#” (character 2) is not allowed here.").await?;
    console.field(&format!("Key of tag {last}")).within(&form).fill("reviewed").await?;
    console.button("Save changes").within(&form).click().await?;
    form.gone().await?;
    console.sees("reviewed").await
}

/// Opens the dialog and adds a tag at the end.
async fn add(console: &Console, n: usize, key: &str, value: &str) -> anyhow::Result<()> {
    console.button("Edit tags").click().await?;
    console.button("Add tag").click().await?;
    console.field(&format!("Key of tag {n}")).fill(key).await?;
    console.field(&format!("Value of tag {n}")).fill(value).await
}
