//! `kill -9` of the service at random moments, while clients change things: what was acknowledged is there afterwards.

mod load;
mod others;

use std::ops::Range;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use dms_api::Engine;
use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::Operation;
use dms_api::ops::kafka::{CreateInstance, CreateInstanceBody, ListInstances, ShowInstance};
use dms_api::ops::rocketmq;

use crate::kill::load::{Load, Promises};
use crate::remote::{Process, Remote, Reply};
use crate::support::order;

/// Seeds the random moments; a failing run prints the one it had.
const SEED: &str = "DMS_TEST_SEED";
/// How long a write of the messages can take on a loaded machine, beyond the flush interval.
const SLOW_WRITE: Duration = Duration::from_millis(800);

/// A small generator (xorshift), enough to pick moments.
struct Random(u64);

impl Random {
    fn seeded() -> Self {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_nanos() as u64;
        let seed = std::env::var(SEED).ok().and_then(|seed| seed.parse().ok()).unwrap_or(now | 1);
        println!("moments are seeded by {SEED}={seed}");
        Self(seed)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }

    fn moment(&mut self, between: &Range<u64>) -> Duration {
        Duration::from_millis(between.start + self.below(between.end - between.start))
    }
}

/// The instances that are changed.
struct Instances {
    /// Its topics, tags and messages.
    plain: Instance,
    /// Its users: it asks clients for a login.
    locked: Instance,
    /// Its messages, which go over REST.
    rocketmq: Instance,
}

/// Makes them at the first start, and waits until they run.
async fn instances(remote: &Remote) -> Instances {
    let locked = CreateInstanceBody {
        ssl_enable: Some(true),
        access_user: Some("shop-user".to_owned()),
        password: Some("Secret-2026!".into()),
        ..order("kafka-locked")
    };
    let kafka = |body| CreateInstance { engine: Engine::Kafka, body };
    let rocketmq = rocketmq::CreateInstance { body: others::rocketmq_order() };
    Instances {
        plain: running(remote, Engine::Kafka, "kafka-killed", &kafka(order("kafka-killed"))).await,
        locked: running(remote, Engine::Kafka, "kafka-locked", &kafka(locked)).await,
        rocketmq: running(remote, Engine::RocketMq, "rocketmq-killed", &rocketmq).await,
    }
}

async fn running<O: Operation>(remote: &Remote, engine: Engine, name: &str, create: &O) -> Instance {
    let named = ListInstances { engine, name: Some(name.to_owned()), ..Default::default() };
    if remote.send(&named).await.unwrap().instances.is_empty() {
        remote.send(create).await.unwrap();
    }
    let deadline = Instant::now() + Duration::from_secs(20);
    loop {
        let found = remote.send(&named).await.unwrap().instances.remove(0);
        if found.status == InstanceStatus::Running {
            let show = ShowInstance { instance_id: found.instance_id };
            return remote.send(&show).await.unwrap();
        }
        assert!(Instant::now() < deadline, "{name} is still {:?}", found.status);
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// Kills the service `times` times, `moments` milliseconds after the load began, and looks after each of them whether
/// every promise was kept. A message may be lost if it was acknowledged later than `window` before the kill; without a
/// window none may.
async fn kill_and_look(times: usize, moments: Range<u64>, flush: Option<Duration>, window: Option<Duration>) {
    let mut random = Random::seeded();
    let folder = tempfile::tempdir().unwrap();
    let mut promises = Promises::default();
    let mut token: Option<String> = None;
    for round in 0..=times {
        let (process, remote): (Process, Remote) = Remote::start(folder.path(), flush);
        let instances = instances(&remote).await;
        if let Some(token) = &token {
            let old = remote.with_token(token);
            let shown = old.send(&ShowInstance { instance_id: instances.plain.instance_id.clone() }).await;
            assert!(matches!(shown, Reply::Done(_)), "a token that was issued before the kill");
        }
        token = Some(remote.token().to_owned());
        promises.look(&remote, &instances, round).await;
        if round == times {
            break;
        }
        let load = Load::start(&remote, &instances, round).await;
        tokio::time::sleep(random.moment(&moments)).await;
        process.kill();
        let killed = Instant::now();
        promises.add(load.end().await, killed, window);
    }
    println!("{promises}");
    promises.assert_many(times);
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_kills_lose_nothing_acknowledged_without_a_flush_interval() {
    kill_and_look(20, 20..500, Some(Duration::ZERO), None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn with_the_default_interval_only_the_last_messages_can_be_lost() {
    let flush = dms_local::Options::default().flush;
    assert_eq!(flush, Duration::from_millis(500), "docs/local-dms.md states it");
    kill_and_look(3, 1600..2600, None, Some(flush + SLOW_WRITE)).await;
}
