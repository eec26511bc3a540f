//! The settings of a Kafka instance: reviewed, refused at a field, failing in part.

use anyhow::ensure;
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Api, Console, Name, axe, until};

const OLD: &str = "Sesame-2026";
const NEW: &str = "Closed-2027";

/// A new instance with SASL and Kafka Manager; its name and id.
async fn lab(console: &Console) -> anyhow::Result<(String, String, Api<'_>)> {
    let (api, name) = (console.api().await?, console.unique("settings-lab"));
    let instance = api.kafka_with_manager(&name, OLD).await?;
    Ok((name, instance, api))
}

async fn called(console: &Console, operation: &str) -> anyhow::Result<bool> {
    let calls = console.local().calls().await?;
    Ok(calls.iter().any(|c| c.operation.as_deref() == Some(operation) && c.status < 300))
}

pub async fn general_settings_and_automatic_topics(console: Console) -> anyhow::Result<()> {
    let (_, instance, api) = lab(&console).await?;
    console.enter(&format!("/kafka/{instance}/settings")).await?;
    console.button("Change").nth(0).click().await?;
    let form = console.dialog(Name::with("Edit"));
    console.radio(Name::starting("Delete the oldest messages")).within(&form).click().await?;
    console.field(Name::starting("Maintenance window")).within(&form).press("22").await?;
    console.button("Review").within(&form).click().await?;
    form.reads("Old messages will go early when the disk is full.").await?;
    console.button("Save changes").click().await?;
    console.sees("Changes saved").await?;
    ensure!(api.show_kafka(&instance).await?.retention_policy.as_deref() == Some("time_base"));

    console.button("Turn on").click().await?;
    let asked = console.dialog("Create topics automatically?");
    asked.reads("A mistyped name in a client makes a topic as well.").await?;
    asked.reads("Off").await?;
    let fault = json!({ "operation": "kafka.SetAutoTopic", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Turn on").within(&asked).click().await?;
    asked.reads("DMS.00500000").await?;
    axe::check(&console, "a refused setting").await?;
    console.button("Turn on").within(&asked).click().await?;
    console.sees("Automatic topics switched").await?;
    console.button("Turn off").get().await?;
    ensure!(api.show_kafka(&instance).await?.enable_auto_topic == Some(true));
    Ok(())
}

pub async fn a_refusal_comes_back_to_its_field(console: Console) -> anyhow::Result<()> {
    let (name, instance, api) = lab(&console).await?;
    let taken = console.unique("settings-taken");
    api.kafka(&taken).await?;
    console.enter(&format!("/kafka/{instance}/settings")).await?;
    console.button("Change").nth(0).click().await?;
    let form = console.dialog(Name::with("Edit"));
    let field = console.field(Name::starting("Name")).within(&form);
    field.fill("1x").await?;
    field.press("" + Key::Tab).await?;
    form.reads("names begin with a letter").await?;
    field.fill(&taken).await?;
    console.field(Name::starting("Description")).within(&form).fill("kept").await?;
    console.button("Review").within(&form).click().await?;
    let fault = json!({ "operation": "kafka.ModifyInstance", "kind": "status", "status": 400,
        "code": "DMS.00400060", "message": "The name is taken." });
    console.local().fault(fault).await?;
    console.button("Save changes").click().await?;
    // Back in the form: the field is marked, and nothing that was typed is lost.
    until("the field to be marked", || async {
        Ok((field.attr("aria-invalid").await?.as_deref() == Some("true")).then_some(()))
    })
    .await?;
    form.reads("DMS.00400060").await?;
    ensure!(field.value().await? == taken);
    ensure!(console.field(Name::starting("Description")).within(&form).value().await? == "kept");
    ensure!(api.show_kafka(&instance).await?.name == name);
    Ok(())
}

pub async fn addresses_fail_in_part_and_are_retried(console: Console) -> anyhow::Result<()> {
    let (_, instance, api) = lab(&console).await?;
    let info = api.show_kafka(&instance).await?.cross_vpc_info;
    let info = info.and_then(|info| info.0.as_object().cloned()).unwrap_or_default();
    let listeners: Vec<String> = info.keys().cloned().collect();
    ensure!(listeners.len() == 3);
    console.enter(&format!("/kafka/{instance}/settings")).await?;
    let open = console.button("Change").nth(1);
    let dialog = console.dialog("Addresses for other networks");
    let field =
        |i: usize| console.field(Name::starting(&format!("Address for {}", listeners[i]))).within(&dialog);
    let apply = console.button("Change addresses").within(&dialog);
    open.click().await?;
    ensure!(!apply.is_usable().await?, "nothing has changed");
    field(0).fill("kafka a").await?;
    field(0).press("" + Key::Tab).await?;
    dialog.reads("is not allowed here").await?;
    field(0).fill("kafka-a.example").await?;
    field(1).fill("kafka-a.example").await?;
    dialog.reads("Two brokers would have the same address").await?;
    axe::check(&console, "addresses").await?;
    apply.click().await?;
    let result = console.dialog("Brokers changed: 1, failed: 1");
    result.reads("Another broker may have it.").await?;
    console.button("Close").within(&result).nth(0).click().await?;
    dialog.gone().await?;
    console.sees("kafka-a.example").await?;

    open.click().await?;
    field(1).fill("kafka-b.example").await?;
    field(2).fill("kafka-c.example").await?;
    let fault = json!({ "operation": "kafka.ModifyCrossVpc", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    apply.click().await?;
    let result = console.dialog("Brokers changed: 0, failed: 2");
    result.reads("DMS.00500000").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("Addresses changed").await?;
    let info = api.show_kafka(&instance).await?.cross_vpc_info.map(|info| info.0).unwrap_or_default();
    for (listener, letter) in listeners.iter().zip(["a", "b", "c"]) {
        let told = format!("kafka-{letter}.example");
        ensure!(info[listener]["advertised_ip"] == told, "{listener} in {info}");
        console.sees(&told).await?;
    }
    Ok(())
}

pub async fn passwords_leave_only_in_their_request(console: Console) -> anyhow::Result<()> {
    let (_, instance, _) = lab(&console).await?;
    console.enter(&format!("/kafka/{instance}/settings")).await?;
    for (nth, user) in [(0, "admin"), (1, "manager")] {
        console.button("Reset password").nth(nth).click().await?;
        let asked = console.dialog(&format!("New password for {user}"));
        let entry = |name: &str| console.role(&["textbox"], Name::starting(name)).within(&asked);
        let (password, again) = (entry("Password").nth(0), entry("Password again"));
        password.fill("short").await?;
        password.press("" + Key::Tab).await?;
        asked.reads("At least 8 characters.").await?;
        password.fill(NEW).await?;
        again.fill(NEW).await?;
        console.button("Reset password").within(&asked).click().await?;
        console.sees(&format!("Password of {user} changed")).await?;
        asked.gone().await?;
    }
    console.button("Restart Kafka Manager").click().await?;
    let asked = console.dialog("Restart Kafka Manager?");
    asked.reads("producers and consumers notice nothing").await?;
    console.button("Restart Kafka Manager").within(&asked).click().await?;
    console.sees("Kafka Manager restarts").await?;
    for operation in ["kafka.ResetPassword", "kafka.ResetManagerPassword", "kafka.RestartManager"] {
        ensure!(called(&console, operation).await?, "{operation}");
    }
    // Neither kept nor shown, not even in the journal of requests.
    console.link("Request journal").click().await?;
    console.sees("kafka.ResetManagerPassword").await?;
    let kept = console
        .js("return JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href;")
        .await?;
    ensure!(!kept.to_string().contains(NEW) && !console.text().await?.contains(NEW), "the password was kept");
    Ok(())
}

pub async fn by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let (_, instance, api) = lab(&console).await?;
    console.enter(&format!("/kafka/{instance}/settings")).await?;
    console.speak("中文（简体）").await?;
    console.sees("API 只能查询，不能开关公网访问").await?;
    console.button("开启").press("" + Key::Enter).await?;
    let asked = console.dialog("开启自动创建 Topic？");
    console.button("开启").within(&asked).press("" + Key::Enter).await?;
    console.sees("已修改自动创建 Topic 设置").await?;
    ensure!(api.show_kafka(&instance).await?.enable_auto_topic == Some(true));
    console.button("重启 Kafka Manager").press("" + Key::Enter).await?;
    let asked = console.dialog("重启 Kafka Manager？");
    asked.get().await?;
    console.key("" + Key::Escape).await?;
    asked.gone().await
}
