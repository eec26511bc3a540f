//! RocketMQ instances: created, changed, deleted.

use anyhow::ensure;
use dms_api::models::InstanceStatus;
use dms_api::ops::rocketmq::{CreateInstance, CreateInstanceBody, ShowInstance};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Name, until};

/// Ids that look like the cloud's.
const VPC: &str = "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf";
const SUBNET: &str = "0a0f1fcb-f019-458d-b9e5-301867394d50";
const GROUP: &str = "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c";
const ZONE: &str = "9f1c5806706d4c1fb0eb72f0a9b18c77";

/// A running instance of this name; its id.
async fn running(console: &Console, name: &str) -> anyhow::Result<String> {
    let api = console.api().await?;
    let body = CreateInstanceBody {
        name: name.to_owned(),
        engine: "reliability".to_owned(),
        engine_version: "4.8.0".to_owned(),
        broker_num: 1,
        storage_space: 300,
        storage_spec_code: "dms.physical.storage.ultra.v2".to_owned(),
        product_id: "c6.4u8g.cluster".to_owned(),
        vpc_id: VPC.to_owned(),
        subnet_id: SUBNET.to_owned(),
        security_group_id: GROUP.to_owned(),
        available_zones: vec![ZONE.to_owned()],
        ..CreateInstanceBody::default()
    };
    let id = api.send(&CreateInstance { body }).await?.instance_id;
    until(format!("{name} to run"), || async {
        let shown = api.send(&ShowInstance { instance_id: id.clone() }).await?;
        Ok((shown.status == InstanceStatus::Running).then_some(()))
    })
    .await?;
    Ok(id)
}

pub async fn one_is_created_and_runs_without_a_reload(console: Console) -> anyhow::Result<()> {
    let name = console.unique("rmq-made");
    console.enter("/instances").await?;
    console.link("Create RocketMQ instance").click().await?;
    console.radio("rocketmq.4u8g.cluster").click().await?;
    for (field, value) in [
        ("Name", name.as_str()),
        ("Brokers", "2"),
        ("Storage of all brokers", "600"),
        ("VPC ID", VPC),
        ("Subnet network ID", SUBNET),
        ("Security group ID", GROUP),
    ] {
        console.field(field).fill(value).await?;
    }
    console.field(Name::starting("Description")).fill("made by a test").await?;
    console.checkbox(Name::with("local-1a")).click().await?;
    console.checkbox(Name::starting("Access control")).click().await?;
    console.button("Create instance").click().await?;
    console.sees(&format!("Instance {name} is being created")).await?;
    console.js("window.stillHere = true;").await?;
    console.heading(&name).get().await?;
    console.sees("Running").await?;
    console.sees("made by a test").await?;
    ensure!(console.js("return window.stillHere;").await? == json!(true), "the page was loaded again");
    let calls = console.local().calls().await?;
    ensure!(
        calls.iter().any(|c| c.operation.as_deref() == Some("rocketmq.CreateInstance") && c.status == 200)
    );
    Ok(())
}

pub async fn every_rule_of_the_form_is_said_in_both_languages(console: Console) -> anyhow::Result<()> {
    console.enter("/instances/new/rocketmq").await?;
    console.radio("rocketmq.4u8g.cluster").click().await?;
    let rules = [
        ("Name", "名称", "", "Enter a value.", "请填写。"),
        ("Name", "名称", "abc", "At least 4 characters.", "至少 4 个字符。"),
        ("Name", "名称", "1abc", "names begin with a letter", "须以英文字母开头"),
        ("Name", "名称", "ab c1", "(character 3) is not allowed here.", "第 3 个字符“空格”不允许使用。"),
        ("Brokers", "Broker 数量", "0", "At least 1.", "不能小于 1。"),
        ("Brokers", "Broker 数量", "11", "At most 10.", "不能大于 10。"),
        ("Brokers", "Broker 数量", "2", "in steps of 200", "步长 200 GB"),
        ("Storage of all brokers", "总存储空间", "x", "Enter a whole number.", "请输入整数。"),
        ("Storage of all brokers", "总存储空间", "100", "At least 600.", "不能小于 600。"),
        ("Storage of all brokers", "总存储空间", "700", "multiple of 200", "200 的整数倍"),
        ("VPC ID", "虚拟私有云 ID", "", "Enter a value.", "请填写。"),
        (
            "VPC ID",
            "虚拟私有云 ID",
            "a/b",
            "(character 2) is not allowed here.",
            "第 2 个字符“/”不允许使用。",
        ),
    ];
    for (language, english) in [("English", true), ("中文（简体）", false)] {
        console.speak(language).await?;
        for (en_field, zh_field, value, en, zh) in rules {
            let (field, said) = if english { (en_field, en) } else { (zh_field, zh) };
            let entry = console.field(Name::starting(field));
            entry.fill(value).await?;
            entry.press("" + Key::Tab).await?;
            console.sees(said).await?;
        }
    }
    console.speak("English").await?;
    console.button("Create instance").click().await?;
    console.sees("Choose one.").await
}

pub async fn changes_are_reviewed_then_saved(console: Console) -> anyhow::Result<()> {
    let id = running(&console, &console.unique("rmq-edit")).await?;
    console.enter(&format!("/rocketmq/{id}")).await?;
    console.button("Edit").click().await?;
    let form = console.dialog(Name::with("Edit"));
    console.field(Name::starting("Description")).within(&form).fill("changed by a test").await?;
    console.checkbox(Name::starting("Access control")).within(&form).click().await?;
    console.button("Review").within(&form).click().await?;
    form.reads("Clients without credentials are cut off.").await?;
    console.button("Save changes").within(&form).click().await?;
    console.sees("Changes saved").await?;
    form.gone().await?;
    console.sees("changed by a test").await
}

pub async fn one_is_deleted_by_typing_its_name(console: Console) -> anyhow::Result<()> {
    let name = console.unique("rmq-gone");
    let id = running(&console, &name).await?;
    console.enter(&format!("/rocketmq/{id}")).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete {name}"));
    console.field(Name::with(&name)).within(&asked).fill(&name).await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees(&format!("{name} is being deleted")).await?;
    console.is_at("/instances").await?;
    console.heading("Instances").get().await?;
    console.link(&name).gone().await
}

pub async fn several_are_deleted_with_one_call(console: Console) -> anyhow::Result<()> {
    let stem = console.unique("rmq-batch");
    for end in ["a", "b"] {
        running(&console, &format!("{stem}-{end}")).await?;
    }
    console.enter(&format!("/instances?q={stem}")).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 instances");
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    console.button("Delete").within(&asked).click().await?;
    console.sees("2 instances are being deleted").await?;
    let calls = console.local().calls().await?;
    // Both engines have this call, with one path and one body: the journal may name either.
    let batch = ["rocketmq.BatchDelete", "kafka.BatchAction"].map(Some);
    let sent = calls.iter().filter(|c| batch.contains(&c.operation.as_deref())).count();
    ensure!(sent == 1, "{sent} calls");
    Ok(())
}
