//! Dead letters: resent, verified, saved.

use anyhow::ensure;
use dms_api::ops::rocketmq::{DeleteTopic, ListMessages, Reliability};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::rocketmq_messages::{catch_files, file, make_group};
use crate::support::{Console, Name, axe, until};

const LAB: &str = "rocketmq-messages";
/// The demo's instance with a group that breaks at every third message.
const TRADE: &str = "6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7b01";

/// A group with dead letters.
struct Bench {
    lab: String,
    group: String,
    topic: String,
}

impl Bench {
    async fn new(console: &Console, stem: &str, letters: usize) -> anyhow::Result<Self> {
        let api = console.api().await?;
        let (lab, group) = (api.rocketmq_small(LAB).await?, console.unique(stem));
        let topic = format!("{group}-orders");
        api.rocketmq_topic(&lab, &topic, 1).await?;
        make_group(&api, &lab, &group).await?;
        let bench = Self { lab, group, topic };
        bench.fill(console, letters).await?;
        Ok(bench)
    }

    /// Makes the topic of dead letters as RocketMQ does, with so many in it.
    async fn fill(&self, console: &Console, letters: usize) -> anyhow::Result<()> {
        let dead = self.dead();
        console.api().await?.rocketmq_topic(&self.lab, &dead, 1).await?;
        for n in 0..letters {
            let more = json!({ "keys": format!("LS-{n}"), "tags": "paid", "properties": {
                "RETRY_TOPIC": self.topic, "ORIGIN_MESSAGE_ID": format!("0A00{n:028X}") } });
            let body = format!("{{\"order\":\"LS-{n}\"}}");
            console.local().rocketmq_sends(&self.lab, &dead, &body, more).await?;
        }
        Ok(())
    }

    fn dead(&self) -> String {
        format!("%DLQ%{}", self.group)
    }

    fn path(&self) -> String {
        format!("/rocketmq/{}/dead-letters?group={}", self.lab, self.group)
    }

    /// Messages that the group was given once more.
    async fn retries(&self, console: &Console) -> anyhow::Result<u64> {
        let list = ListMessages {
            engine: Reliability,
            instance_id: self.lab.clone(),
            topic: format!("%RETRY%{}", self.group),
            limit: None,
            offset: None,
            start_time: Some(0),
            end_time: Some(i64::MAX),
            msg_id: None,
            key: None,
            queue: None,
        };
        Ok(console.api().await?.send(&list).await?.total)
    }
}

/// Waits until the list has so many rows.
async fn rows(console: &Console, list: &str, n: usize) -> anyhow::Result<()> {
    let grid = console.role(&["grid"], list);
    until(format!("{n} rows"), || async {
        Ok((grid.attr("aria-rowcount").await?.as_deref() == Some(&(n + 1).to_string())).then_some(()))
    })
    .await
}

pub async fn they_are_resent_in_part_and_the_failed_again(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "resent", 5).await?;
    console.enter(&format!("/rocketmq/{}/dead-letters", bench.lab)).await?;
    // Which groups have any is found out without choosing one.
    let groups = console.role(&["grid"], "Groups with dead letters");
    console.row(Name::starting(&format!("{} 5 ", bench.group))).within(&groups).get().await?;
    axe::check(&console, "groups with dead letters").await?;
    console.link(&bench.group).within(&groups).click().await?;
    rows(&console, "Dead letters", 5).await?;
    console.row(Name::with(&bench.topic)).get().await?;
    console.checkbox("Select all 5 rows").click().await?;
    console.button("Resend").click().await?;
    let asked = console.dialog("Resend 5 dead letters?");
    asked.reads(&format!("%RETRY%{}", bench.group)).await?;
    let size = console.field(Name::starting("Messages per call")).within(&asked);
    size.fill("51").await?;
    asked.reads("A whole number from 1 to 50.").await?;
    ensure!(!console.button("Resend").within(&asked).is_usable().await?, "it works with a wrong number");
    size.fill("2").await?;
    console.field(Name::starting("Messages per second")).within(&asked).fill("2").await?;
    asked.reads("5 messages in 3 calls, at least 2.0 s.").await?;
    console
        .local()
        .fault(json!({ "operation": "rocketmq.ResendDeadLetters", "kind": "status", "status": 500 }))
        .await?;
    console.button("Resend").within(&asked).click().await?;
    let results = console.dialog("3 resent, 2 not");
    results.reads("Not resent").await?;
    ensure!(bench.retries(&console).await? == 3, "three and no more were resent");
    console.button("Retry the failed ones").within(&results).click().await?;
    console.sees("5 dead letters resent").await?;
    ensure!(bench.retries(&console).await? == 5, "each once");

    // The service keeps them; the mark tells, also after a reload.
    rows(&console, "Dead letters", 5).await?;
    console.sees("5 marked as resent in this browser").await?;
    console.open(&format!("{}&resent=no", bench.path())).await?;
    console.sees("Clear filters").await?;
    rows(&console, "Dead letters", 0).await?;
    console.button("Clear filters").click().await?;
    rows(&console, "Dead letters", 5).await?;
    console.checkbox("Select all 5 rows").click().await?;
    console.button("Resend").click().await?;
    console.sees("Nothing is left to resend.").await?;
    console.checkbox("Leave out those that are marked as resent: 5").click().await?;
    console.dialog("Resend 5 dead letters?").reads("5 messages in 1 call,").await?;
    console.key("" + Key::Escape).await?;
    console.button("Forget the marks").click().await?;
    console.sees(&format!("Marks of {} forgotten", bench.group)).await?;
    console.sees_no("marked as resent in this browser").await
}

pub async fn each_that_is_gone_has_its_reason(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "gone", 2).await?;
    console.enter(&bench.path()).await?;
    rows(&console, "Dead letters", 2).await?;
    let gone = DeleteTopic { instance_id: bench.lab.clone(), topic: bench.dead() };
    console.api().await?.send(&gone).await?;
    bench.fill(&console, 0).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Resend").click().await?;
    console.button("Resend").within(&console.dialog("Resend 2 dead letters?")).click().await?;
    let results = console.dialog("0 resent, 2 not");
    results.reads("There is no such dead letter.").await?;
    console.button("Close").within(&results).click().await?;
    console.sees_no("marked as resent").await
}

pub async fn a_slow_batch_can_be_stopped(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "slow", 4).await?;
    console.enter(&bench.path()).await?;
    console.checkbox("Select all 4 rows").click().await?;
    console.button("Resend").click().await?;
    let asked = console.dialog("Resend 4 dead letters?");
    console.field(Name::starting("Messages per call")).within(&asked).fill("3").await?;
    // Three messages take three seconds before the fourth.
    console.field(Name::starting("Messages per second")).within(&asked).fill("1").await?;
    console.button("Resend").within(&asked).click().await?;
    let running = console.dialog(Name::starting("3 of 4 done"));
    console.button("Stop").within(&running).click().await?;
    let results = console.dialog("3 resent, 1 not");
    results.reads("Not sent: stopped before.").await?;
    console.button("Close").within(&results).click().await?;
    console.sees("3 marked as resent in this browser").await?;
    ensure!(bench.retries(&console).await? == 3, "no more than three were resent");
    Ok(())
}

pub async fn consumption_is_verified_with_a_chosen_client(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "verified", 2).await?;
    console.enter(&bench.path()).await?;
    console.checkbox("Select all 2 rows").click().await?;
    console.button("Verify consumption").click().await?;
    let asked = console.dialog("Verify consumption of 2 messages");
    asked.reads("there is nobody to verify with").await?;
    ensure!(
        !console.button("Send to this client").within(&asked).is_usable().await?,
        "it works without a client"
    );
    console.local().rocketmq_consumes(&bench.lab, &bench.group, &bench.topic, "exception").await?;
    console.button("Refresh").within(&asked).click().await?;
    asked.reads("10.9.0.1:40001").await?;
    console.radio(Name::starting(&format!("10.9.0.1@{}", bench.group))).click().await?;
    console.button("Send to this client").within(&asked).click().await?;
    let results = console.dialog("0 consumed, 2 not");
    results.reads("an exception in the consumer").await?;
    // The consumer is mended: the failed ones are tried again.
    console.local().rocketmq_consumes(&bench.lab, &bench.group, &bench.topic, "success").await?;
    console.button("Retry the failed ones").within(&results).click().await?;
    console.sees("The client consumed 2 messages").await?;
    // The trace has both attempts.
    console.row(Name::with("LS-1")).click().await?;
    console.link("Trace").click().await?;
    console.sees(&format!("{} consumed it; 2 deliveries.", bench.group)).await
}

pub async fn they_are_saved_in_full(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "kept", 3).await?;
    console.enter(&bench.path()).await?;
    rows(&console, "Dead letters", 3).await?;
    catch_files(&console).await?;
    console.button("Export").click().await?;
    console.menu_item("All of the group as JSON").click().await?;
    console.sees("3 dead letters saved").await?;
    let list: Value = serde_json::from_str(&file(&console, 0).await?)?;
    let orders: Vec<&str> =
        list.as_array().into_iter().flatten().filter_map(|m| m["body"]["order"].as_str()).collect();
    ensure!(orders == ["LS-2", "LS-1", "LS-0"], "{orders:?}");
    let calls = console.local().calls().await?;
    ensure!(
        calls.iter().any(|c| c.operation.as_deref() == Some("rocketmq.ExportDeadLetters") && c.status == 200)
    );
    // One alone: the reference's example is one bare message.
    console.local().fault(json!({ "operation": "rocketmq.ExportDeadLetters", "kind": "shape" })).await?;
    console.checkbox(Name::starting("Select ")).nth(1).click().await?;
    console.button("Export").nth(1).click().await?;
    console.menu_item("These as CSV").click().await?;
    let table = file(&console, 1).await?;
    ensure!(table.lines().count() == 2 && table.contains(&bench.topic), "{table}");
    // Newer editions do not export: what was read is saved.
    let fault = json!({ "operation": "rocketmq.ExportDeadLetters", "kind": "status", "status": 404 });
    console.local().fault(fault).await?;
    console.button("Clear selection").click().await?;
    console.button("Export").click().await?;
    console.menu_item("These as JSON").click().await?;
    console.sees("The service does not export").await?;
    let list: Value = serde_json::from_str(&file(&console, 2).await?)?;
    ensure!(list.as_array().is_some_and(|list| list.len() == 3), "{list}");
    Ok(())
}

pub async fn odd_answers_mean_the_same(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "odd-dead", 2).await?;
    console.local().rocketmq_consumes(&bench.lab, &bench.group, &bench.topic, "failed").await?;
    for operation in ["ListMessages", "ResendDeadLetters", "VerifyConsumption"] {
        let operation = format!("rocketmq.{operation}");
        console.local().fault(json!({ "operation": operation, "kind": "shape", "times": 9 })).await?;
    }
    console.enter(&bench.path()).await?;
    rows(&console, "Dead letters", 2).await?;
    console.row(Name::with("LS-0")).click().await?;
    let panel = console.role(&["complementary"], Name::starting("Message "));
    panel.reads("matches the body").await?;
    console.button("Verify consumption").within(&panel).click().await?;
    console.button("Send to this client").click().await?;
    let results = console.dialog("0 consumed, 1 not");
    results.reads("the consumer wants it again later").await?;
    console.button("Close").within(&results).click().await?;
    console.button("Resend").within(&panel).click().await?;
    console.button("Resend").within(&console.dialog("Resend a dead letter?")).click().await?;
    console.sees("Dead letter resent").await
}

pub async fn by_keyboard_alone_in_chinese(console: Console) -> anyhow::Result<()> {
    let bench = Bench::new(&console, "keys-dead", 2).await?;
    console.enter(&format!("/rocketmq/{}/dead-letters", bench.lab)).await?;
    console.speak("中文（简体）").await?;
    console.field("消费组").press(bench.group.as_str() + Key::Down + Key::Enter).await?;
    rows(&console, "死信消息", 2).await?;
    let row = console.row(Name::with("LS-1"));
    row.press(" ").await?;
    console.sees("已选 1 项").await?;
    console.button("重发").press("" + Key::Enter).await?;
    let asked = console.dialog("重发 1 条死信消息？");
    asked.reads("共 1 条，1 次调用").await?;
    axe::check(&console, "the question before resending").await?;
    console.picture("rocketmq-resend-zh").await?;
    console.button("重发").within(&asked).press("" + Key::Enter).await?;
    console.sees("已重发 1 条死信消息").await?;
    ensure!(bench.retries(&console).await? == 1, "one was resent");
    row.press("" + Key::Enter).await?;
    console.role(&["complementary"], Name::starting("消息 ")).reads("LS-1").await
}

pub async fn those_of_the_demo_in_both_languages(console: Console) -> anyhow::Result<()> {
    console.enter(&format!("/rocketmq/{TRADE}/dead-letters?group=refund-handler")).await?;
    console.row(Name::with("trade-refunds")).click().await?;
    console.sees("Original message").await?;
    axe::check(&console, "dead letters").await?;
    console.picture("rocketmq-dead-letters-en").await?;
    console.link("trade-refunds").click().await?;
    console.role(&["complementary"], Name::starting("Message ")).reads("trade-refunds").await?;
    console.open(&format!("/rocketmq/{TRADE}/dead-letters?group=refund-handler")).await?;
    console.row(Name::with("trade-refunds")).click().await?;
    console.link("Trace").click().await?;
    console.sees("refund-handler failed at all 3 deliveries so far: exception in the consumer.").await?;
    axe::check(&console, "a trace with retries").await?;
    console.picture("rocketmq-trace-en").await?;
    console.speak("中文（简体）").await?;
    console.sees("refund-handler 已投递 3 次，全部失败").await
}
