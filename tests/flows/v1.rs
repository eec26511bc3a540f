//! Version 1 of Kafka's API, where the connection asks for it.

use anyhow::{Context, ensure};
use thirtyfour::prelude::*;

use crate::pages::SignIn;
use crate::support::{Console, Name, axe, until};

/// What version 1 can do.
const OPERATIONS: [&str; 12] = [
    "V1ListInstances",
    "V1ListProducts",
    "V1ListAvailableZones",
    "V1ListMaintainWindows",
    "V1CreateInstance",
    "V1ShowInstance",
    "V1ModifyInstance",
    "V1BatchAction",
    "V1CreateTopic",
    "V1ListTopics",
    "V1DeleteTopics",
    "V1DeleteInstance",
];

pub async fn everything_that_version_1_can_do(console: Console) -> anyhow::Result<()> {
    let name = console.unique("older");
    console.enter("/instances?q=kafka-orders").await?;
    console.link("kafka-orders").get().await?;
    console.pick("local", "Version 1 of the API for Kafka").await?;
    console.sees("API V1").await?;
    console.link("kafka-orders").get().await?;

    console.link("Create Kafka instance").nth(0).click().await?;
    console.sees("Version 1 of the API sells bandwidth").await?;
    console.radio(Name::starting("300MB")).click().await?;
    let fill = |field: &'static str, value: String| {
        let console = console.clone();
        async move { console.field(Name::starting(field)).fill(&value).await }
    };
    fill("Storage of all brokers", "600".to_owned()).await?;
    console.field(Name::starting("Storage of all brokers")).press("" + Key::Tab).await?;
    console.sees("At least 1200.").await?;
    fill("Storage of all brokers", "1200".to_owned()).await?;
    fill("Name", name.clone()).await?;
    fill("VPC ID", "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf".to_owned()).await?;
    fill("Subnet network ID", "0a0f1fcb-f019-458d-b9e5-301867394d50".to_owned()).await?;
    fill("Security group ID", "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c".to_owned()).await?;
    console.checkbox(Name::with("local-1a")).click().await?;
    axe::check(&console, "ordering by bandwidth").await?;
    console.button("Create instance").click().await?;
    console.sees(&format!("Instance {name} is being created")).await?;
    console.sees("Running").await?;
    let api = console.api().await?;
    let instance = api.find_kafka(&name).await?.context("it is not there")?;

    console.button("Edit").nth(0).click().await?;
    let form = console.dialog(Name::with("Edit"));
    console.field(Name::starting("Description")).within(&form).fill("by version 1").await?;
    console.button("Review").within(&form).click().await?;
    console.button("Save changes").click().await?;
    console.sees("Changes saved").await?;
    ensure!(api.show_kafka(&instance).await?.description == "by version 1");

    console.button("Restart").click().await?;
    let asked = console.dialog(&format!("Restart {name}"));
    console.button("Restart").within(&asked).click().await?;
    console.sees(&format!("{name} is restarting")).await?;
    console.sees("Running").await?;

    topics(&console, &instance).await?;
    delete(&console, &instance, &name).await?;
    let calls = console.local().calls().await?;
    for operation in OPERATIONS {
        let id = format!("kafka.{operation}");
        ensure!(calls.iter().any(|c| c.operation.as_deref() == Some(&id) && c.status < 300), "{id}");
    }
    // Back to version 2.
    console.pick("local", "Version 1 of the API for Kafka").await?;
    console.sees_no("API V1").await?;
    console.open("/instances?q=kafka-orders").await?;
    console.link("kafka-orders").get().await.map(drop)
}

async fn topics(console: &Console, instance: &str) -> anyhow::Result<()> {
    console.open(&format!("/kafka/{instance}/topics/new")).await?;
    console.field(Name::starting("Name")).fill("older-orders").await?;
    console.button("Create topic").click().await?;
    console.sees("Topic older-orders created").await?;
    console.open(&format!("/kafka/{instance}/topics")).await?;
    console.row(Name::with("older-orders")).get().await?;
    console.checkbox("Select older-orders").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete topic older-orders?");
    console.field(Name::with("older-orders")).within(&asked).fill("older-orders").await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees("Topic older-orders deleted").await
}

async fn delete(console: &Console, instance: &str, name: &str) -> anyhow::Result<()> {
    console.open(&format!("/kafka/{instance}")).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete {name}"));
    console.field(Name::with(name)).within(&asked).fill(name).await?;
    console.button("Delete").within(&asked).click().await?;
    until(format!("{name} to be gone"), || async {
        Ok(console.api().await?.find_kafka(name).await?.is_none().then_some(()))
    })
    .await
}

pub async fn it_is_chosen_at_sign_in_and_remembered(console: Console) -> anyhow::Result<()> {
    console.enter("/instances?q=kafka-orders").await?;
    console.speak("中文（简体）").await?;
    console.pick("local", "Kafka 使用 V1 版 API").await?;
    console.sees("V1 API").await?;
    // A reload, and a session that has ended and comes back, keep it.
    console.driver.refresh().await?;
    console.sees("V1 API").await?;
    console.link("kafka-orders").get().await?;
    let token = console.api().await?.token().to_owned();
    console.pick("local", "退出登录").await?;
    console.speak("English").await?;
    let page = SignIn(&console);
    page.open("Token").await?;
    console.checkbox(Name::starting("Version 1 of the API for Kafka")).click().await?;
    console.field("Token").fill(&token).await?;
    page.submit().click().await?;
    page.done().await?;
    console.sees("API V1").await?;
    let calls = console.local().calls().await?;
    let kafka = calls.iter().rev().find(|c| {
        c.operation.as_deref().is_some_and(|id| id.starts_with("kafka.") && id.ends_with("ListInstances"))
    });
    ensure!(kafka.is_some_and(|c| c.operation.as_deref() == Some("kafka.V1ListInstances")));
    Ok(())
}
