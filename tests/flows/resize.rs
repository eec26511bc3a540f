//! Changing the size of a Kafka instance.

use anyhow::ensure;
use dms_api::models::InstanceStatus;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, axe, until};

async fn lab(console: &Console) -> anyhow::Result<(String, String, Api<'_>)> {
    let (api, name) = (console.api().await?, console.unique("resize-lab"));
    let instance = api.kafka(&name).await?;
    Ok((name, instance, api))
}

/// Sends the change that is filled in, and waits for its task to end.
async fn go(console: &Console, name: &str) -> anyhow::Result<()> {
    console.button("Resize").click().await?;
    let asked = console.dialog(&format!("Resize {name}?"));
    console.button("Resize").within(&asked).click().await?;
    console.address_has("task=").await?;
    console.sees("The instance has its new size").await?;
    console.sees("Done").await
}

pub async fn each_kind_is_shown_before_and_followed_to_its_end(console: Console) -> anyhow::Result<()> {
    let (name, instance, api) = lab(&console).await?;
    console.enter(&format!("/kafka/{instance}/settings")).await?;
    console.link("Resize").click().await?;
    console.sees("300 GB now, up to").await?;
    let storage = console.field(Name::starting("Disk of all brokers afterwards"));
    storage.fill("650").await?;
    storage.press("" + Key::Tab).await?;
    console.sees("Enter a multiple of 300.").await?;
    ensure!(!console.button("Resize").is_usable().await?);
    storage.fill("600").await?;
    console.sees("Disk of one broker").await?;
    console.sees("200 GB").await?;
    console.sees("1 of 20").await?;
    axe::check(&console, "a resize").await?;
    go(&console, &name).await?;
    ensure!(api.show_kafka(&instance).await?.total_storage_space == Some(600));

    // The same by the path of newer editions.
    console.open(&format!("/kafka/{instance}/resize?kind=horizontal&api=new")).await?;
    let brokers = console.field(Name::starting("Brokers afterwards"));
    brokers.fill("4").await?;
    console.sees("800 GB").await?;
    console.sees("New brokers hold no partitions").await?;
    go(&console, &name).await?;
    ensure!(api.show_kafka(&instance).await?.broker_num == Some(4));
    console.link("Move partitions to the new brokers").get().await?;

    console.button("Change something else").click().await?;
    console.radio(Name::starting("Another flavour")).click().await?;
    console.radio("kafka.4u8g.cluster").click().await?;
    console.sees("2000").await?;
    go(&console, &name).await?;
    ensure!(api.show_kafka(&instance).await?.product_id == "c6.4u8g.cluster");
    let calls = console.local().calls().await?;
    for operation in ["ListExtendProducts", "Extend", "ListResizeProducts", "Resize"] {
        let id = format!("kafka.{operation}");
        ensure!(calls.iter().any(|c| c.operation.as_deref() == Some(&id) && c.status < 300), "{id}");
    }
    Ok(())
}

pub async fn a_refusal_comes_back_to_its_field(console: Console) -> anyhow::Result<()> {
    let (name, instance, api) = lab(&console).await?;
    console.enter(&format!("/kafka/{instance}/resize")).await?;
    let storage = console.field(Name::starting("Disk of all brokers afterwards"));
    storage.fill("900").await?;
    let fault = json!({ "operation": "kafka.Extend", "kind": "status", "status": 400,
        "code": "DMS.00400500", "message": "Too large here." });
    console.local().fault(fault).await?;
    console.button("Resize").click().await?;
    let asked = console.dialog(&format!("Resize {name}?"));
    console.button("Resize").within(&asked).click().await?;
    asked.reads("DMS.00400500").await?;
    console.button("Cancel").within(&asked).click().await?;
    until("the field to be marked", || async {
        Ok((storage.attr("aria-invalid").await?.as_deref() == Some("true")).then_some(()))
    })
    .await?;
    ensure!(storage.value().await? == "900", "what was typed is kept");
    ensure!(api.show_kafka(&instance).await?.status == InstanceStatus::Running);
    go(&console, &name).await
}

pub async fn by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let (name, instance, api) = lab(&console).await?;
    console.enter(&format!("/kafka/{instance}/resize")).await?;
    console.speak("中文（简体）").await?;
    console.radio(Name::starting("增加 Broker")).press(" ").await?;
    console.address_has("kind=horizontal").await?;
    let brokers = console.field(Name::starting("变更后 Broker 数量"));
    brokers.press("" + Key::Up).await?;
    ensure!(brokers.value().await? == "5");
    brokers.press("" + Key::Enter).await?;
    let asked = console.dialog(&format!("变更 {name} 的规格？"));
    console.button("提交变更").within(&asked).press("" + Key::Enter).await?;
    console.sees("变更已完成").await?;
    ensure!(api.show_kafka(&instance).await?.broker_num == Some(5));
    Ok(())
}
