//! An ordinary Kafka client beside the console: both see the same topics.

use anyhow::{Context, ensure};
use tokio::process::Command;

use crate::support::{Console, Name, until};

/// Produces five messages to partition 0 of a topic.
const PRODUCE: &str = "
import sys
from confluent_kafka import Producer
producer = Producer({'bootstrap.servers': sys.argv[1]})
for n in range(5):
    producer.produce(sys.argv[2], f'message {n}'.encode(), partition=0)
assert producer.flush(30) == 0
";

/// Makes a topic.
const CREATE: &str = "
import sys
from confluent_kafka.admin import AdminClient, NewTopic
admin = AdminClient({'bootstrap.servers': sys.argv[1]})
for future in admin.create_topics([NewTopic(sys.argv[2], 2, 1)]).values():
    future.result(30)
";

pub async fn produced_messages_move_the_end_offset(console: Console) -> anyhow::Result<()> {
    let api = console.api().await?;
    let (kafka, topic) = (api.kafka("client-lab").await?, console.unique("produced"));
    api.create_topic(&kafka, &topic, 1).await?;
    console.enter(&format!("/kafka/{kafka}/topics/{topic}")).await?;
    console.sees("Messages kept").await?;
    python(&console, PRODUCE, &kafka, &topic).await?;
    until("the end offset 5", || async {
        console.button("Refresh").click().await?;
        let row = console.row(Name::starting("0 "));
        let text = row.text().await?;
        Ok(text.split_whitespace().any(|cell| cell == "5").then_some(()))
    })
    .await?;
    console.sees_no("Never").await
}

pub async fn a_topic_made_by_a_client_shows_in_the_list(console: Console) -> anyhow::Result<()> {
    let (kafka, topic) = (console.api().await?.kafka("client-lab").await?, console.unique("foreign"));
    console.enter(&format!("/kafka/{kafka}/topics")).await?;
    python(&console, CREATE, &kafka, &topic).await?;
    until(format!("{topic} in the list"), || async {
        console.button("Refresh").click().await?;
        Ok(console.link(&topic).is_there().await?.then_some(()))
    })
    .await
}

/// Runs a script with the instance's brokers and a topic as its arguments.
pub async fn python(console: &Console, script: &str, kafka: &str, topic: &str) -> anyhow::Result<()> {
    let python = std::env::var_os("DMS_E2E_PYTHON").unwrap_or_else(|| "python3".into());
    let brokers = console.local().bootstrap(kafka).await?;
    let output = Command::new(python).args(["-c", script, &brokers, topic]).output().await;
    let output = output.context("Python does not start: set DMS_E2E_PYTHON to one with confluent-kafka")?;
    ensure!(output.status.success(), "the Kafka client failed: {}", String::from_utf8_lossy(&output.stderr));
    Ok(())
}
