//! An ordinary Kafka client beside the console, in Python.

use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::process::{Child, Command};

use super::console::Console;

/// How long a member may take to get its partitions.
const JOIN: Duration = Duration::from_secs(30);

/// `topic:partition:count[:timestamp]…`: so many messages each, a second apart where a time is given.
const PRODUCE: &str = "
import sys
from confluent_kafka import Producer
producer = Producer({'bootstrap.servers': sys.argv[1]})
for part in sys.argv[2:]:
    topic, partition, count, *at = part.split(':')
    for n in range(int(count)):
        more = {'timestamp': int(at[0]) + 1000 * n} if at else {}
        producer.produce(topic, f'message {n}'.encode(), partition=int(partition), **more)
assert producer.flush(30) == 0
";

/// `group topic:partition:offset…`: commits without joining.
const COMMIT: &str = "
import sys
from confluent_kafka import Consumer, TopicPartition
consumer = Consumer({'bootstrap.servers': sys.argv[1], 'group.id': sys.argv[2], 'enable.auto.commit': False})
places = [part.split(':') for part in sys.argv[3:]]
consumer.commit(offsets=[TopicPartition(t, int(p), int(o)) for t, p, o in places], asynchronous=False)
consumer.close()
";

/// `group topic:partition…`: committed offset, start and end of each, as JSON.
const PLACES: &str = "
import json, sys
from confluent_kafka import Consumer, TopicPartition
consumer = Consumer({'bootstrap.servers': sys.argv[1], 'group.id': sys.argv[2], 'enable.auto.commit': False})
places = [TopicPartition(part.split(':')[0], int(part.split(':')[1])) for part in sys.argv[3:]]
out = []
for place in consumer.committed(places, timeout=30):
    start, end = consumer.get_watermark_offsets(place, timeout=30)
    out.append({'committed': place.offset, 'start': start, 'end': end})
consumer.close()
print(json.dumps(out))
";

/// `group topic client`: a member that reads nothing but stays, until it is stopped. A line `topic:partition:offset`
/// makes it commit.
const MEMBER: &str = "
import sys
from confluent_kafka import Consumer, TopicPartition
consumer = Consumer({'bootstrap.servers': sys.argv[1], 'group.id': sys.argv[2], 'client.id': sys.argv[4],
                     'enable.auto.commit': False, 'session.timeout.ms': 6000, 'auto.offset.reset': 'earliest'})
consumer.subscribe([sys.argv[3]], on_assign=lambda c, parts: (c.pause(parts), print('assigned', flush=True)))
try:
    while True:
        consumer.poll(0.2)
        if sys.stdin in __import__('select').select([sys.stdin], [], [], 0)[0]:
            line = sys.stdin.readline()
            if not line:
                break
            topic, partition, offset = line.strip().rsplit(':', 2)
            consumer.commit(offsets=[TopicPartition(topic, int(partition), int(offset))], asynchronous=False)
finally:
    consumer.close()
";

/// `topic`: one message, then the connection stays until it is told to go.
const PRODUCER: &str = "
import sys
from confluent_kafka import Producer
producer = Producer({'bootstrap.servers': sys.argv[1]})
producer.produce(sys.argv[2], b'still here', partition=0)
assert producer.flush(30) == 0
print('assigned', flush=True)
sys.stdin.read()
";

/// A client of one instance.
pub struct Kafka {
    brokers: String,
}

/// Where a group stands in a partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Negative for none.
    pub committed: i64,
    pub start: i64,
    pub end: i64,
}

/// A consumer in a group, which leaves when told or dropped.
pub struct Member(Child);

impl Kafka {
    /// A client of the instance.
    pub async fn of(console: &Console, instance: &str) -> anyhow::Result<Self> {
        Ok(Self { brokers: console.local().bootstrap(instance).await? })
    }

    /// Produces `topic:partition:count[:timestamp]`.
    pub async fn produce(&self, parts: &[String]) -> anyhow::Result<()> {
        self.run(PRODUCE, parts).await.map(drop)
    }

    /// Commits `topic:partition:offset` for a group nobody is in.
    pub async fn commit(&self, group: &str, places: &[String]) -> anyhow::Result<()> {
        let arguments: Vec<String> =
            std::iter::once(group.to_owned()).chain(places.iter().cloned()).collect();
        self.run(COMMIT, &arguments).await.map(drop)
    }

    /// Where a group stands in partitions of a topic, from 0.
    pub async fn places(&self, group: &str, topic: &str, partitions: u32) -> anyhow::Result<Vec<Place>> {
        let parts = (0..partitions).map(|p| format!("{topic}:{p}"));
        let arguments: Vec<String> = std::iter::once(group.to_owned()).chain(parts).collect();
        let answer: Vec<Value> = serde_json::from_str(&self.run(PLACES, &arguments).await?)?;
        let n = |value: &Value| value.as_i64().unwrap_or(-1);
        let place =
            |v: &Value| Place { committed: n(&v["committed"]), start: n(&v["start"]), end: n(&v["end"]) };
        Ok(answer.iter().map(place).collect())
    }

    /// A consumer that joins a group and has got its partitions.
    pub async fn join(&self, group: &str, topic: &str, client: &str) -> anyhow::Result<Member> {
        self.stay(&[MEMBER, &self.brokers, group, topic, client]).await
    }

    /// A producer that has sent one message to the topic's first partition and stays connected.
    pub async fn keep_producing(&self, topic: &str) -> anyhow::Result<Member> {
        self.stay(&[PRODUCER, &self.brokers, topic]).await
    }

    /// A client that runs until it is told to leave.
    async fn stay(&self, script: &[&str]) -> anyhow::Result<Member> {
        let mut child = Command::new(python())
            .arg("-c")
            .args(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .context("Python does not start")?;
        let mut lines = BufReader::new(child.stdout.take().context("no output")?).lines();
        match tokio::time::timeout(JOIN, lines.next_line()).await {
            Ok(Ok(Some(line))) if line == "assigned" => Ok(Member(child)),
            other => bail!("the client is not ready: {other:?}"),
        }
    }

    async fn run(&self, script: &str, arguments: &[String]) -> anyhow::Result<String> {
        let mut command = Command::new(python());
        command.args(["-c", script, &self.brokers]).args(arguments);
        let output = command.output().await;
        let output =
            output.context("Python does not start: set DMS_E2E_PYTHON to one with confluent-kafka")?;
        ensure!(
            output.status.success(),
            "the Kafka client failed: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        Ok(String::from_utf8(output.stdout)?)
    }
}

impl Member {
    /// Commits `topic:partition:offset` as a member, which is how a group reads on.
    pub async fn commit(&mut self, place: &str) -> anyhow::Result<()> {
        let input = self.0.stdin.as_mut().context("the member has no input")?;
        input.write_all(format!("{place}\n").as_bytes()).await.context("the member does not listen")
    }

    /// Leaves the group, and is gone when this returns.
    pub async fn leave(mut self) -> anyhow::Result<()> {
        drop(self.0.stdin.take());
        let ended =
            tokio::time::timeout(JOIN, self.0.wait()).await.context("the member does not leave")??;
        ensure!(ended.success(), "the member fails: {ended}");
        Ok(())
    }
}

fn python() -> std::ffi::OsString {
    std::env::var_os("DMS_E2E_PYTHON").unwrap_or_else(|| "python3".into())
}
