//! Instances: found, created, changed, restarted, deleted.

use anyhow::{Context, ensure};
use serde_json::json;
use thirtyfour::prelude::*;

use crate::support::{Console, Name, until};

/// The demo's instance with live traffic.
const ORDERS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01";
const PAYMENTS: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a03";
/// A password that every rule accepts.
const GOOD_PASSWORD: &str = "Lake-side_2026";

pub async fn both_engines_are_listed_and_found(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    for name in ["kafka-orders", "rocketmq-trade", "kafka-legacy"] {
        console.link(name).get().await?;
    }
    console.row(Name::with("kafka-legacy")).reads("Frozen").await?;
    let search = console.role(&["searchbox"], Name::Any);
    search.fill("成本中心").await?;
    console.link("rocketmq-trade").gone().await?;
    console.link("kafka-orders").get().await?;
    search.fill("no such thing").await?;
    console.sees("No row passes the search and the filters.").await?;
    console.button("Clear filters").nth(0).click().await?;
    console.link("rocketmq-trade").get().await?;
    console.pick("Engine", "RocketMQ").await?;
    console.link("kafka-orders").gone().await?;
    console.address_has("engine=").await
}

pub async fn those_that_need_attention_are_shown_by_one_click(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.button(Name::with("need")).click().await?;
    console.address_has("status=").await?;
    console.link("kafka-orders").gone().await?;
    console.row(Name::with("kafka-legacy")).reads("Frozen").await
}

pub async fn an_instance_is_created_and_runs_without_a_reload(console: Console) -> anyhow::Result<()> {
    let name = console.unique("made");
    console.enter("/instances").await?;
    console.link("Create Kafka instance").nth(0).click().await?;
    fill_in(&console, &name).await?;
    console.button("Create instance").click().await?;
    console.sees(&format!("Instance {name} is being created")).await?;
    console.js("window.stillHere = true;").await?;
    console.open_from_list(&name).await?;
    console.sees("Running").await?;
    ensure!(console.js("return window.stillHere;").await? == json!(true), "the page was loaded again");
    ensure!(console.api().await?.find_kafka(&name).await?.is_some());
    Ok(())
}

pub async fn every_rule_of_the_form_is_said_in_both_languages(console: Console) -> anyhow::Result<()> {
    console.enter("/instances/new/kafka").await?;
    console.radio("kafka.2u4g.cluster").click().await?;
    for (language, english) in [("English", true), ("中文（简体）", false)] {
        console.speak(language).await?;
        for (field, value, said) in rules(english) {
            let entry = console.field(Name::starting(field));
            entry.fill(value).await?;
            entry.press("" + Key::Tab).await?;
            console.sees(said).await.with_context(|| format!("{field} = {value:?}"))?;
        }
    }
    Ok(())
}

/// Fields, bad values, and what is then said.
fn rules(english: bool) -> Vec<(&'static str, &'static str, &'static str)> {
    if english {
        vec![
            ("Name", "", "Enter a value."),
            ("Name", "abc", "At least 4 characters."),
            ("Name", "1abc", "names begin with a letter"),
            ("Name", "abc.d", "“.” (character 4) is not allowed here."),
            ("Brokers", "2", "At least 3."),
            ("Brokers", "31", "At most 30."),
            ("Brokers", "x", "Enter a whole number."),
            ("Brokers", "3", "per broker"),
            ("Storage of all brokers", "100", "At least 300."),
            ("VPC ID", "", "Enter a value."),
            ("User name", "abc", "At least 4 characters."),
            ("Password", "short", "At least 8 characters."),
            ("Password", "aaaaaaaaaa", "Use at least 3 of"),
        ]
    } else {
        vec![
            ("名称", "", "请填写。"),
            ("名称", "abc", "至少 4 个字符。"),
            ("名称", "1abc", "须以英文字母开头"),
            ("名称", "abc.d", "第 4 个字符“.”不允许使用。"),
            ("Broker 数量", "2", "不能小于 3。"),
            ("Broker 数量", "31", "不能大于 30。"),
            ("Broker 数量", "x", "请输入整数。"),
            ("Broker 数量", "3", "每个 Broker"),
            ("总存储空间", "100", "不能小于 300。"),
            ("虚拟私有云 ID", "", "请填写。"),
            ("用户名", "abc", "至少 4 个字符。"),
            ("密码", "short", "至少 8 个字符。"),
            ("密码", "aaaaaaaaaa", "至少 3 种"),
        ]
    }
}

pub async fn every_rule_of_its_options_is_said_in_both_languages(console: Console) -> anyhow::Result<()> {
    console.enter("/instances/new/kafka").await?;
    console.radio("kafka.2u4g.cluster").click().await?;
    console.field("Brokers").fill("3").await?;
    console.checkbox(Name::starting("Encrypt the disks")).click().await?;
    console.checkbox("Reachable from the internet").click().await?;
    console.radio(Name::starting("Yearly/monthly")).click().await?;
    console.field(Name::starting("User name")).fill("Tester-2026").await?;
    let long = "x".repeat(1025);
    let rules = [
        ("Description", "描述", long.as_str(), "At most 1024 characters.", "最多 1024 个字符。"),
        ("Storage of all brokers", "总存储空间", "400", "Enter a multiple of 300.", "请输入 300 的整数倍。"),
        ("Storage of all brokers", "总存储空间", "99999999", "At most 30", "不能大于 30"),
        ("Encryption key ID", "密钥 ID", "", "Enter a value.", "请填写。"),
        ("Subnet network ID", "子网的网络 ID", "", "Enter a value.", "请填写。"),
        (
            "Security group ID",
            "安全组 ID",
            "a/b",
            "“/” (character 2) is not allowed here.",
            "第 2 个字符“/”不允许使用。",
        ),
        ("Elastic IP IDs", "弹性公网 IP 的 ID", "a,a", "This is there already.", "不能重复。"),
        ("Elastic IP IDs", "弹性公网 IP 的 ID", "a", "Exactly 3 are needed.", "需要 3 个。"),
        ("Password", "密码", "Tester-2026", "must not be the user name.", "密码不能与用户名相同。"),
        (
            "Password",
            "密码",
            "6202-retseT",
            "must not be the user name backwards.",
            "密码不能是用户名的倒序。",
        ),
        ("Manager user", "Kafka Manager 用户名", "abc", "At least 4 characters.", "至少 4 个字符。"),
        ("Manager password", "Kafka Manager 密码", "short", "At least 8 characters.", "至少 8 个字符。"),
        ("Period", "购买时长", "10", "At most 9.", "不能大于 9。"),
    ];
    for (language, english) in [("English", true), ("中文（简体）", false)] {
        console.speak(language).await?;
        for (en_field, zh_field, value, en, zh) in rules {
            let (field, said) = if english { (en_field, en) } else { (zh_field, zh) };
            let entry = console.field(Name::starting(field));
            entry.fill(value).await?;
            entry.press("" + Key::Tab).await?;
            console.sees(said).await.with_context(|| format!("{field} = {value:.20?}"))?;
            ensure!(entry.attr("aria-invalid").await?.as_deref() == Some("true"), "{field} is not marked");
        }
        let zones = ["local-1a", "local-1b"].map(|code| console.checkbox(Name::with(code)));
        for zone in &zones {
            zone.click().await?;
        }
        console.sees(if english { "Choose one zone, or three or more" } else { "不支持 2 个。" }).await?;
        for zone in &zones {
            zone.click().await?;
        }
        console.sees(if english { "Choose one." } else { "请选择。" }).await?;
    }
    Ok(())
}

pub async fn arrow_keys_step_by_the_disks_of_all_brokers(console: Console) -> anyhow::Result<()> {
    console.enter("/instances/new/kafka").await?;
    console.radio("kafka.2u4g.cluster").click().await?;
    console.field("Brokers").fill("3").await?;
    let storage = console.field("Storage of all brokers");
    storage.fill("400").await?;
    for (key, shown) in
        [(Key::Up, "600"), (Key::Up, "900"), (Key::Down, "600"), (Key::Down, "300"), (Key::Down, "300")]
    {
        storage.press("" + key).await?;
        ensure!(storage.value().await? == shown, "{} instead of {shown}", storage.value().await?);
    }
    Ok(())
}

pub async fn rows_are_called_by_their_names(console: Console) -> anyhow::Result<()> {
    console.enter("/instances").await?;
    console.checkbox("Select kafka-orders").get().await?;
    console.button("Actions for kafka-orders").get().await.map(drop)
}

pub async fn a_name_that_is_taken_is_said_at_the_name(console: Console) -> anyhow::Result<()> {
    console.enter("/instances/new/kafka").await?;
    fill_in(&console, "kafka-orders").await?;
    console.button("Create instance").click().await?;
    console.sees("Another instance has this name").await?;
    ensure!(console.field("Name").attr("aria-invalid").await?.as_deref() == Some("true"));
    ensure!(console.field("Brokers").value().await? == "3", "the form keeps what was typed");
    Ok(())
}

pub async fn the_overview_tells_how_to_connect(console: Console) -> anyhow::Result<()> {
    let brokers = console.local().bootstrap(ORDERS).await?;
    console.enter(&format!("/kafka/{ORDERS}")).await?;
    console.heading("kafka-orders").get().await?;
    console.sees("Orders, shipments and stock of the shop").await?;
    console.sees("vpc-lakeside").await?;
    for broker in brokers.split(',') {
        console.sees(broker).await?;
    }
    console.radio("Python").click().await?;
    console.sees(&format!("\"bootstrap.servers\": \"{brokers}\"")).await?;
    console.sees_no("Replace the words in angle brackets").await?;
    console.link("Open topics").click().await?;
    console.link("orders-dead-letter").get().await?;
    Ok(())
}

pub async fn an_order_for_tls_shows_what_the_local_brokers_speak(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/kafka/{PAYMENTS}")).await?;
    console.sees("The brokers of the local DMS speak SASL_PLAINTEXT with PLAIN").await?;
    console.sees("security.protocol=SASL_PLAINTEXT").await?;
    console.sees("PlainLoginModule").await?;
    console.sees("Replace the words in angle brackets").await?;
    console.sees_no("truststore").await
}

pub async fn changes_are_reviewed_then_saved(console: Console) -> anyhow::Result<()> {
    let name = console.unique("editable");
    let kafka = console.api().await?.kafka(&name).await?;
    console.enter(&format!("/kafka/{kafka}")).await?;
    console.button("Edit").nth(0).click().await?;
    let form = console.dialog(Name::with("Edit"));
    console.field(Name::starting("Description")).within(&form).fill("changed by a test").await?;
    console.button("Review").within(&form).click().await?;
    console.sees("changed by a test").await?;
    console.button("Save changes").click().await?;
    console.sees("Changes saved").await?;
    form.gone().await?;
    console.driver.refresh().await?;
    console.sees("changed by a test").await
}

pub async fn a_restart_is_followed_to_its_end(console: Console) -> anyhow::Result<()> {
    let name = console.unique("restarted");
    let kafka = console.api().await?.kafka(&name).await?;
    console.enter(&format!("/kafka/{kafka}")).await?;
    console.local().stop_clock().await?;
    console.button("Restart").click().await?;
    let asked = console.dialog(&format!("Restart {name}"));
    asked.reads("No message is lost.").await?;
    console.button("Restart").within(&asked).click().await?;
    console.sees(&format!("{name} is restarting")).await?;
    console.sees("Restarting").await?;
    console.local().calm().await?;
    console.sees("Running").await
}

pub async fn one_is_deleted_by_typing_its_name(console: Console) -> anyhow::Result<()> {
    let name = console.unique("deleted");
    let kafka = console.api().await?.kafka(&name).await?;
    console.enter(&format!("/kafka/{kafka}")).await?;
    console.button("Delete").click().await?;
    let asked = console.dialog(&format!("Delete {name}"));
    let confirm = console.button("Delete").within(&asked);
    ensure!(!confirm.is_usable().await?, "nothing is typed yet");
    console.field(Name::with(&name)).within(&asked).fill(&name).await?;
    confirm.click().await?;
    until(format!("{name} to be gone"), || async {
        Ok(console.api().await?.find_kafka(&name).await?.is_none().then_some(()))
    })
    .await?;
    console.open("/instances").await?;
    console.link("kafka-orders").get().await?;
    console.link(&name).gone().await
}

pub async fn several_are_deleted_with_a_result_for_each(console: Console) -> anyhow::Result<()> {
    let stem = console.unique("batch");
    let names = ["a", "b"].map(|end| format!("{stem}-{end}"));
    let api = console.api().await?;
    for name in &names {
        api.kafka(name).await?;
    }
    console.enter(&format!("/instances?q={stem}")).await?;
    console.link(&names[0]).get().await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Delete").click().await?;
    let asked = console.dialog("Delete 2 instances");
    console.field(Name::with("delete 2")).within(&asked).fill("delete 2").await?;
    let fault = json!({ "operation": "kafka.BatchAction", "kind": "status", "status": 500 });
    console.local().fault(fault).await?;
    console.button("Delete").within(&asked).click().await?;
    let result = console.dialog("0 accepted, 2 failed");
    result.reads(&names[1]).await?;
    result.reads("Refused").await?;
    console.button("Retry the failed ones").within(&result).click().await?;
    console.sees("2 instances are being deleted").await
}

pub async fn a_prepaid_instance_is_ordered(console: Console) -> anyhow::Result<()> {
    let name = console.unique("prepaid");
    console.enter("/instances/new/kafka").await?;
    fill_in(&console, &name).await?;
    console.radio(Name::starting("Yearly/monthly")).click().await?;
    let period = console.field("Period");
    for (value, said) in [("0", "At least 1."), ("10", "At most 9."), ("", "Enter a value.")] {
        period.fill(value).await?;
        period.press("" + Key::Tab).await?;
        console.sees(said).await.with_context(|| format!("{value:?} months"))?;
    }
    period.fill("3").await?;
    console.checkbox("Renew automatically when the period ends").click().await?;
    console.sees("Yearly/monthly · 3 months").await?;
    console.button("Create instance").click().await?;
    console.sees(&format!("Instance {name} is being created")).await?;
    console.sees("Running").await?;
    console.sees("Yearly/monthly").await
}

/// Fills in what a new instance needs.
async fn fill_in(console: &Console, name: &str) -> anyhow::Result<()> {
    console.radio("kafka.2u4g.cluster").click().await?;
    let entries = [
        ("Name", name),
        ("Brokers", "3"),
        ("Storage of all brokers", "300"),
        ("VPC ID", "3db8490c-4d6d-4d8f-8d3f-047b0de4c5cf"),
        ("Subnet network ID", "0a0f1fcb-f019-458d-b9e5-301867394d50"),
        ("Security group ID", "23c5977f-ff33-4b95-a73e-08d8a0bc4e6c"),
        ("User name", "tester"),
        ("Password", GOOD_PASSWORD),
    ];
    for (field, value) in entries {
        console.field(field).fill(value).await?;
    }
    console.radio(Name::starting("Ultra-high I/O")).click().await?;
    let zone = console.checkbox(Name::with("local-1a"));
    if !zone.get().await?.is_selected().await? {
        zone.click().await?;
    }
    Ok(())
}

/// The ids of a network can be taken from an instance that is in it.
pub async fn a_network_is_that_of_another_instance(console: Console) -> anyhow::Result<()> {
    console.enter("/instances/new/kafka").await?;
    let vpc = console.field("VPC ID");
    ensure!(vpc.value().await?.is_empty());
    console.field(Name::starting("Same network as")).click().await?;
    // Several instances are in it; which of them are named depends on what other tests have made.
    console.option(Name::with(", ")).nth(0).click().await?;
    let filled = async |field: &str| {
        let field = console.field(Name::starting(field));
        until("an id", || async { Ok((field.value().await?.len() == 36).then_some(())) }).await
    };
    filled("VPC ID").await?;
    filled("Subnet network ID").await?;
    filled("Security group ID").await
}
