//! The topics of a running cluster: what the engine has, kept for a moment, and in step with the database.
//!
//! A list of 10,000 topics is read in 200 pages; asking the engine for all of them at each page would take longer
//! than the pages themselves.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::clusters::Running;
use crate::fail::Fail;
use crate::instance::Instance;
use crate::kafka::{KafkaError, TopicInfo};
use crate::service::Service;

/// How long an answer of the engine is used again; a topic that a Kafka client creates shows up this late.
const FRESH: Duration = Duration::from_millis(1000);

/// All topics, sorted by name.
pub type Topics = Arc<Vec<TopicInfo>>;

/// The topics as the engine last told.
#[derive(Debug, Default)]
pub struct TopicCache {
    kept: Mutex<Option<(Instant, Topics)>>,
    /// One question at a time: ten pages asked at once need one answer.
    asking: tokio::sync::Mutex<()>,
    /// Held while topics change, so that checks of names and limits hold until the change is made.
    pub changing: tokio::sync::Mutex<()>,
}

impl TopicCache {
    fn last(&self) -> Option<(Instant, Topics)> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn fresh(&self) -> Option<Topics> {
        self.last().filter(|(when, _)| when.elapsed() < FRESH).map(|(_, topics)| topics)
    }

    fn keep(&self, when: Instant, topics: Topics) {
        *self.kept.lock().unwrap_or_else(PoisonError::into_inner) = Some((when, topics));
    }

    /// Takes over what a change made of one topic, without asking for all of them again.
    fn replace(&self, name: &str, topic: Option<TopicInfo>) {
        let Some((when, topics)) = self.last() else { return };
        let mut topics = Vec::clone(&topics);
        let place = topics.binary_search_by(|t| t.name.as_str().cmp(name));
        match (place, topic) {
            (Ok(index), Some(topic)) => topics[index] = topic,
            (Ok(index), None) => drop(topics.remove(index)),
            (Err(index), Some(topic)) => topics.insert(index, topic),
            (Err(_), None) => {}
        }
        self.keep(when, Arc::new(topics));
    }
}

/// All topics of an instance but Kafka's own, at most a second old.
///
/// # Errors
/// When the cluster or the store does not answer.
pub async fn all(service: &Service, instance: &Instance, cluster: &Running) -> Result<Topics, Fail> {
    let cache = &cluster.topics;
    if let Some(topics) = cache.fresh() {
        return Ok(topics);
    }
    let _asking = cache.asking.lock().await;
    if let Some(topics) = cache.fresh() {
        return Ok(topics);
    }
    let before = cache.last();
    let when = Instant::now();
    let topics = Arc::new(cluster.admin.topics(false).await?);
    let same = |old: &Topics| old.iter().map(|t| &t.name).eq(topics.iter().map(|t| &t.name));
    if !before.is_some_and(|(_, old)| same(&old)) {
        let names = topics.iter().map(|topic| topic.name.clone()).collect();
        service.store.reconcile_topics(instance.id.clone(), names, service.now()).await?;
    }
    cache.keep(when, topics.clone());
    Ok(topics)
}

/// Looks at one topic again after it was changed.
///
/// # Errors
/// When the cluster does not answer.
pub async fn changed(cluster: &Running, name: &str) -> Result<(), KafkaError> {
    let topic = cluster.admin.topic(name).await?;
    cluster.topics.replace(name, Some(topic));
    Ok(())
}

/// Forgets a topic that was deleted.
pub fn deleted(cluster: &Running, name: &str) {
    cluster.topics.replace(name, None);
}
