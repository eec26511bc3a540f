//! Messages that are large or many: the page stays small.

use std::time::Duration;

use anyhow::ensure;

use super::client::python;
use super::messages::lab;
use crate::support::{Console, Name, until_within};

/// More nodes than this and the page is no longer smooth.
const NODES: u64 = 1_500;

/// A JSON list of five megabytes.
const LARGE: &str = "
import json, sys
from confluent_kafka import Producer
producer = Producer({'bootstrap.servers': sys.argv[1], 'message.max.bytes': 10000000})
body = json.dumps([{'n': n, 'text': 'x' * 80} for n in range(50000)])
assert len(body) > 5000000
producer.produce(sys.argv[2], body.encode(), key='large', partition=0)
assert producer.flush(60) == 0
";

/// 3,000 messages, 300 in a second.
const STREAM: &str = "
import json, sys, time
from confluent_kafka import Producer
producer = Producer({'bootstrap.servers': sys.argv[1], 'linger.ms': 5})
began = time.monotonic()
for n in range(3000):
    producer.produce(sys.argv[2], json.dumps({'n': n, 'note': 'x' * 400}).encode(), key=str(n))
    producer.poll(0)
    wait = began + n / 300 - time.monotonic()
    if wait > 0:
        time.sleep(wait)
assert producer.flush(30) == 0
";

async fn nodes(console: &Console) -> anyhow::Result<u64> {
    Ok(console.js("return document.querySelectorAll('*').length;").await?.as_u64().unwrap_or(u64::MAX))
}

pub async fn a_body_of_five_megabytes(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("large"));
    let kafka = lab(&api, &topic, 1).await?;
    python(&console, LARGE, &kafka, &topic).await?;
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}")).await?;
    watch(&console).await?;
    console.row(Name::with("large")).click().await?;
    console.sees("This is the beginning").await?;
    console.button("Load all of it").click().await?;
    let patience = Duration::from_secs(60);
    until_within(patience, "the tree", || async {
        Ok(console.text().await?.contains("[50000]").then_some(()))
    })
    .await?;
    let few = nodes(&console).await?;
    ensure!(few < NODES, "{few} nodes with the tree");
    console.role(&["tab"], "Text").click().await?;
    console.sees("lines of at most").await?;
    let few = nodes(&console).await?;
    ensure!(few < NODES, "{few} nodes with the text");
    console.role(&["tab"], "Bytes").click().await?;
    console.sees("00000010").await?;
    let few = nodes(&console).await?;
    ensure!(few < NODES, "{few} nodes with the bytes");
    tell(&console, "5 MB body", few).await
}

pub async fn three_thousand_messages_pass_by(console: Console) -> anyhow::Result<()> {
    let (api, topic) = (console.api().await?, console.unique("stream"));
    let kafka = lab(&api, &topic, 3).await?;
    console.enter(&format!("/kafka/{kafka}/messages?topic={topic}&from=live")).await?;
    console.sees("0 shown").await?;
    watch(&console).await?;
    let mut most = 0;
    let following = async {
        until_within(Duration::from_secs(120), "3,000 messages", || async {
            let now = nodes(&console).await?;
            ensure!(now < NODES, "{now} nodes");
            Ok(passed(&console).await?.filter(|(shown, missed)| shown + missed >= 3000))
        })
        .await
    };
    let (produced, followed) = tokio::join!(python(&console, STREAM, &kafka, &topic), following);
    produced?;
    let (shown, missed) = followed?;
    most = most.max(nodes(&console).await?);
    ensure!(shown + missed == 3000, "{shown} shown, {missed} missed");
    ensure!(shown >= 2000, "only {shown} of 3,000 could be read");
    println!("    followed 3,000 at 300/s: {shown} shown, {missed} said to be missed");
    console.sees("the last 2000 kept").await?;
    tell(&console, "tail", most).await?;

    // Pausing stops the questions; nothing changes any more.
    console.button("Pause").click().await?;
    console.sees("Paused").await?;
    console.button("Resume").click().await?;
    console.sees("Following").await
}

/// How many messages the page says were shown, and missed.
async fn passed(console: &Console) -> anyhow::Result<Option<(u64, u64)>> {
    let text = console.text().await?.replace('\u{202f}', "");
    let before = |word: &str| -> Option<u64> {
        let (before, _) = text.split_once(word)?;
        before.split_whitespace().next_back()?.parse().ok()
    };
    Ok(before(" shown").map(|shown| (shown, before(" not shown: ").unwrap_or(0))))
}

/// Notes tasks that keep the page from answering.
async fn watch(console: &Console) -> anyhow::Result<()> {
    let script = "window.__long = []; new PerformanceObserver((list) => {
        for (const e of list.getEntries()) window.__long.push(Math.round(e.duration));
    }).observe({ entryTypes: ['longtask'] });";
    console.js(script).await.map(drop)
}

/// Prints what was measured: a busy machine and a debug build make it no matter for an assertion.
async fn tell(console: &Console, what: &str, nodes: u64) -> anyhow::Result<()> {
    let long = console
        .js("return [window.__long.length, Math.max(0, ...window.__long), \
                           window.__long.reduce((a, b) => a + b, 0)];")
        .await?;
    println!("    {what}: {nodes} nodes, long tasks [count, worst ms, sum ms] {long}");
    Ok(())
}
