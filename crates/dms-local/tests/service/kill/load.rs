//! Clients that change things until the service goes away, and what they were promised meanwhile.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt;
use std::time::{Duration, Instant};

use bytes::Bytes;
use dms_api::models::{Instance, Tag};
use dms_api::ops::kafka::{
    ChangeTags, CreateTopic, CreateTopicBody, DeleteTopics, DeleteTopicsBody, ListTags, ListTopics,
    ModifyTopic, ModifyTopics, ModifyTopicsBody,
};
use dms_api::ops::shared::ChangeTagsBody;
use dms_local::kafka::Admin;
use krafka::{Kafka, Record};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{Instances, others};
use crate::remote::{Remote, Reply};

/// Topic of the messages; it is never deleted.
const LEDGER: &str = "ledger";
/// Retention that a changed topic has, hours.
const CHANGED: i64 = 7;
/// Topics that a round leaves: on a fast machine a load without an end meets the quota of the instance, 750 partitions.
const MOST_TOPICS: usize = 30;

/// What must be there, or must not, after the service was killed.
#[derive(Default)]
pub struct Promises {
    /// Topics that were created and not deleted, with their retention.
    topics: BTreeMap<String, i64>,
    /// Topics whose deletion was acknowledged.
    deleted: BTreeSet<String>,
    /// Tags that were set.
    tags: BTreeMap<String, String>,
    /// Messages that were acknowledged early enough, in the order they were sent.
    messages: BTreeSet<String>,
    /// Users that must be there, or must not.
    users: BTreeMap<String, bool>,
    /// Ids of RocketMQ messages that were acknowledged, and how many of them were looked for already.
    letters: Vec<String>,
    looked: usize,
    /// How many changes of REST were acknowledged, and how many messages.
    changes: usize,
    acknowledged: usize,
}

/// What clients were told until the service went away.
#[derive(Default)]
pub struct Told {
    topics: BTreeMap<String, i64>,
    /// Topics and tags that a request was under way for: anything may be true of them.
    pub unclear: BTreeSet<String>,
    deleted: BTreeSet<String>,
    tags: BTreeMap<String, String>,
    messages: Vec<(String, Instant)>,
    /// Users that are there, or not any more.
    pub users: BTreeMap<String, bool>,
    /// Ids of RocketMQ messages.
    pub letters: Vec<String>,
    pub changes: usize,
}

/// Clients at work.
pub struct Load {
    topics: JoinHandle<Told>,
    tags: JoinHandle<Told>,
    messages: JoinHandle<Told>,
    users: JoinHandle<Told>,
    letters: JoinHandle<Told>,
    gone: watch::Sender<bool>,
}

impl Load {
    /// Begins.
    pub async fn start(remote: &Remote, instances: &Instances, round: usize) -> Self {
        let instance = &instances.plain;
        let id = instance.instance_id.clone();
        if round == 0 {
            let body = CreateTopicBody { id: LEDGER.to_owned(), partition: Some(1), ..Default::default() };
            remote.send(&CreateTopic { instance_id: id.clone(), body }).await.unwrap();
            others::prepare(remote, &instances.rocketmq).await;
        }
        let kafka = Kafka::builder(address(instance)).connect().await.unwrap();
        let (gone, service_gone) = watch::channel(false);
        Self {
            gone,
            topics: tokio::spawn(change_topics(remote.clone(), id.clone(), round)),
            tags: tokio::spawn(change_tags(remote.clone(), id, round)),
            users: tokio::spawn(others::change_users(
                remote.clone(),
                instances.locked.instance_id.clone(),
                round,
            )),
            letters: tokio::spawn(others::send(
                remote.clone(),
                instances.rocketmq.instance_id.clone(),
                round,
            )),
            messages: tokio::spawn(produce(kafka, round, service_gone)),
        }
    }

    /// What everybody was told, once the service is gone.
    pub async fn end(self) -> Told {
        self.gone.send_replace(true);
        let mut all = Told::default();
        for client in [self.topics, self.tags, self.messages, self.users, self.letters] {
            let told = client.await.unwrap();
            all.topics.extend(told.topics);
            all.deleted.extend(told.deleted);
            all.tags.extend(told.tags);
            all.users.extend(told.users);
            all.unclear.extend(told.unclear);
            all.messages.extend(told.messages);
            all.letters.extend(told.letters);
            all.changes += told.changes;
        }
        all
    }
}

fn address(instance: &Instance) -> String {
    format!("127.0.0.1:{}", instance.port.unwrap())
}

/// Creates topics and changes every second one. Deletes every third one, and the oldest when there are many.
async fn change_topics(remote: Remote, instance_id: String, round: usize) -> Told {
    let mut told = Told::default();
    let mut kept = VecDeque::new();
    for n in 0.. {
        let name = format!("round-{round}-{n}");
        let body = CreateTopicBody {
            id: name.clone(),
            partition: Some(1),
            retention_time: Some(5),
            ..Default::default()
        };
        let create = CreateTopic { instance_id: instance_id.clone(), body };
        told.unclear.insert(name.clone());
        if gone(remote.send(&create).await) {
            return told;
        }
        told.unclear.remove(&name);
        told.topics.insert(name.clone(), 5);
        told.changes += 1;
        if n % 2 == 1 {
            let change =
                ModifyTopic { id: name.clone(), retention_time: Some(CHANGED), ..Default::default() };
            let body = ModifyTopicsBody { topics: vec![change] };
            told.unclear.insert(name.clone());
            if gone(remote.send(&ModifyTopics { instance_id: instance_id.clone(), body }).await) {
                return told;
            }
            told.unclear.remove(&name);
            told.topics.insert(name.clone(), CHANGED);
            told.changes += 1;
        }
        let goes = if n % 3 == 2 {
            Some(name)
        } else {
            kept.push_back(name);
            (kept.len() > MOST_TOPICS).then(|| kept.pop_front()).flatten()
        };
        if let Some(name) = goes {
            let body = DeleteTopicsBody { topics: vec![name.clone()] };
            told.unclear.insert(name.clone());
            if gone(remote.send(&DeleteTopics { instance_id: instance_id.clone(), body }).await) {
                return told;
            }
            told.topics.remove(&name);
            told.unclear.remove(&name);
            told.deleted.insert(name);
            told.changes += 1;
        }
    }
    told
}

/// Gives one of ten tags another value.
async fn change_tags(remote: Remote, instance_id: String, round: usize) -> Told {
    let mut told = Told::default();
    for n in 0.. {
        let tag = Tag { key: format!("key-{}", n % 10), value: format!("{round}-{n}") };
        let body = ChangeTagsBody { action: "create".to_owned(), tags: vec![tag.clone()] };
        // While the answer is out, either value may be the one.
        told.tags.remove(&tag.key);
        if gone(remote.send(&ChangeTags { instance_id: instance_id.clone(), body }).await) {
            told.unclear.insert(tag.key);
            return told;
        }
        told.tags.insert(tag.key, tag.value);
        told.changes += 1;
    }
    told
}

/// Whether the service is.
pub fn gone<T>(reply: Reply<T>) -> bool {
    match reply {
        Reply::Done(_) => false,
        Reply::Unknown => true,
        Reply::Refused(refusal) => panic!("{refusal}"),
    }
}

/// Sends messages one after the other, no two alike.
async fn produce(kafka: Kafka, round: usize, mut service_gone: watch::Receiver<bool>) -> Told {
    let mut told = Told::default();
    let Ok(producer) = kafka.producer().build().await else { return told };
    for n in 0.. {
        let text = format!("{round}-{n}");
        // Of itself the producer would try again for minutes.
        let sent = tokio::select! {
            sent = producer.send(Record::new(LEDGER, text.clone())) => sent.is_ok(),
            _ = service_gone.wait_for(|gone| *gone) => false,
        };
        if !sent {
            break;
        }
        told.messages.push((text, Instant::now()));
    }
    told
}

impl Promises {
    /// Adds what was told before a kill. A message counts if it was acknowledged longer than `window` before it.
    pub fn add(&mut self, told: Told, killed: Instant, window: Option<Duration>) {
        self.changes += told.changes;
        self.acknowledged += told.messages.len();
        self.topics.extend(told.topics.into_iter().filter(|(name, _)| !told.unclear.contains(name)));
        self.deleted.extend(told.deleted);
        self.users.retain(|name, _| !told.unclear.contains(name));
        self.users.extend(told.users.into_iter().filter(|(name, _)| !told.unclear.contains(name)));
        self.letters.extend(told.letters);
        self.tags.extend(told.tags);
        self.tags.retain(|key, _| !told.unclear.contains(key));
        let early = |at: Instant| window.is_none_or(|window| killed.saturating_duration_since(at) > window);
        self.messages.extend(told.messages.into_iter().filter(|(_, at)| early(*at)).map(|(text, _)| text));
    }

    /// Compares them with what the service shows.
    pub async fn look(&mut self, remote: &Remote, instances: &Instances, round: usize) {
        others::look_for_users(remote, &instances.locked, &self.users, round).await;
        others::look_for_letters(remote, &instances.rocketmq, &self.letters[self.looked..], round).await;
        self.looked = self.letters.len();
        let instance = &instances.plain;
        let instance_id = instance.instance_id.clone();
        let list = ListTopics { instance_id: instance_id.clone(), limit: None, offset: None };
        let topics = remote.send(&list).await.unwrap().topics;
        let shown: BTreeMap<&str, i64> =
            topics.iter().map(|topic| (topic.name.as_str(), i64::from(topic.retention_time))).collect();
        for (name, retention) in &self.topics {
            assert_eq!(shown.get(name.as_str()), Some(retention), "round {round}: topic {name}");
        }
        for name in &self.deleted {
            assert!(!shown.contains_key(name.as_str()), "round {round}: deleted topic {name} is back");
        }
        let tags = remote.send(&ListTags { instance_id }).await.unwrap().tags;
        let tags: BTreeMap<String, String> = tags.into_iter().map(|tag| (tag.key, tag.value)).collect();
        for (key, value) in &self.tags {
            assert_eq!(tags.get(key), Some(value), "round {round}: tag {key}");
        }
        if round > 0 {
            let kept = messages(instance).await;
            let lost: Vec<&String> = self.messages.difference(&kept).take(5).collect();
            assert!(lost.is_empty(), "round {round}: acknowledged messages {lost:?} are lost");
        }
    }

    /// A test that changed next to nothing proves next to nothing.
    pub fn assert_many(&self, times: usize) {
        let enough = self.changes > times * 4 && self.messages.len() > times && self.letters.len() > times;
        assert!(enough, "{self}");
    }
}

impl fmt::Display for Promises {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (changes, acknowledged) = (self.changes, self.acknowledged);
        let (due, letters) = (self.messages.len(), self.letters.len());
        write!(
            f,
            "{changes} changes, {acknowledged} Kafka messages ({due} of them due) and {letters} RocketMQ messages (all due) \
             acknowledged"
        )
    }
}

async fn messages(instance: &Instance) -> BTreeSet<String> {
    let kafka = Admin::connect(&address(instance), None).await.unwrap();
    let fetched = kafka.fetch_range(LEDGER, 0, 0, usize::MAX, usize::MAX).await.unwrap();
    kafka.close().await;
    let text = |value: Option<Bytes>| String::from_utf8(value.unwrap_or_default().to_vec()).unwrap();
    fetched.messages.into_iter().map(|message| text(message.value)).collect()
}
