//! Language and theme.

use anyhow::ensure;
use serde_json::json;

use crate::support::{Console, until};

pub async fn the_language_switches_without_a_reload(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.js("window.stillHere = true;").await?;
    console.speak("中文（简体）").await?;
    console.heading("实例").get().await?;
    console.link("创建 Kafka 实例").nth(0).get().await?;
    ensure!(console.js("return window.stillHere;").await? == json!(true), "the page was loaded again");
    console.driver.refresh().await?;
    console.heading("实例").get().await?;
    console.speak("English").await?;
    console.heading("Instances").get().await?;
    Ok(())
}

pub async fn messages_follow_the_language(console: Console) -> anyhow::Result<()> {
    console.open("/sign-in").await?;
    console.button("Sign in").click().await?;
    console.sees("Choose a region, or “Other endpoints” to enter them.").await?;
    console.speak("中文（简体）").await?;
    console.heading("登录 DMS").get().await?;
    console.button("登录").click().await?;
    console.sees("请选择区域，或选择“自定义终端节点”后填写。").await?;
    console.sees_no("Please").await
}

pub async fn ages_are_counted(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.link("kafka-orders").get().await?;
    // Nothing here is older than a year: the browser's clock is put forward, and a switch of language reads it.
    let later = "const real = Date.now; Date.now = () => real() + 800 * 24 * 3600 * 1000;";
    console.js(later).await?;
    console.speak("中文（简体）").await?;
    console.sees("年前").await?;
    console.sees_no("去年").await?;
    console.speak("English").await?;
    console.sees("yr ago").await?;
    console.sees_no("last yr").await
}

pub async fn themes(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    ensure!(console.brightness().await? > 200, "the system is light");
    for (theme, dark) in [("Dark", true), ("Light", false), ("High contrast", false)] {
        console.pick("Display", theme).await?;
        until(format!("the {theme} theme"), || async {
            Ok(((console.brightness().await? < 80) == dark).then_some(()))
        })
        .await?;
        console.driver.refresh().await?;
        console.heading("Instances").get().await?;
        ensure!((console.brightness().await? < 80) == dark, "{theme} is forgotten");
    }
    console.pick("Display", "Theme like the system").await?;
    let dark = json!({ "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    console.cdp("Emulation.setEmulatedMedia", dark).await?;
    until("the system's dark theme", || async { Ok((console.brightness().await? < 80).then_some(())) }).await
}
