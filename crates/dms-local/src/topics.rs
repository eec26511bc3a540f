//! The topics of a running cluster: what the engine has, kept for a moment, and in step with the database.
//!
//! A list of 10,000 topics is read in 200 pages; asking the engine for all of them at each page would take longer
//! than the pages themselves.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::clusters::Running;
use crate::fail::Fail;
use crate::kafka::{KafkaError, TopicInfo};
use crate::service::Service;

/// How long an answer of the engine is used again at least, from its arrival; a topic that a Kafka client creates
/// shows up this late.
const FRESH: Duration = Duration::from_millis(1000);
/// For how many times the time it took to get it, an older answer still serves while a new one is fetched.
const PATIENCE: u32 = 10;

/// All topics, sorted by name.
pub type Topics = Arc<Vec<TopicInfo>>;

/// An answer of the engine.
#[derive(Clone, Debug)]
struct Kept {
    /// When it came. Counted from the question, an answer that takes its time would be old on arrival, and each
    /// page of a long list would ask again.
    arrived: Instant,
    took: Duration,
    topics: Topics,
}

/// What an answer of some age is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    AsItIs,
    /// While a new one is fetched.
    ForNow,
    No,
}

impl Kept {
    /// An engine that takes long is left in peace for as long as it took.
    fn usable(&self, now: Instant) -> Use {
        let age = now.saturating_duration_since(self.arrived);
        match age {
            age if age < FRESH.max(self.took) => Use::AsItIs,
            age if age < FRESH + self.took * PATIENCE => Use::ForNow,
            _ => Use::No,
        }
    }
}

/// The topics as the engine last told.
#[derive(Debug, Default)]
pub struct TopicCache {
    kept: Mutex<(u64, Option<Kept>)>,
    /// One question at a time: ten pages asked at once need one answer.
    asking: tokio::sync::Mutex<()>,
    /// Held while topics change, so that checks of names and limits hold until the change is made.
    pub changing: tokio::sync::Mutex<()>,
}

impl TopicCache {
    /// The number of changes so far, and the last answer.
    fn last(&self) -> (u64, Option<Kept>) {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Keeps an answer, unless topics were changed since it was asked for.
    fn keep(&self, changes: u64, answer: Kept) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.0 == changes {
            kept.1 = Some(answer);
        }
    }

    /// Takes over what a change made of one topic, without asking for all of them again.
    fn replace(&self, name: &str, topic: Option<TopicInfo>) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.0 += 1;
        let Some(answer) = &mut kept.1 else { return };
        let topics = Arc::make_mut(&mut answer.topics);
        let place = topics.binary_search_by(|t| t.name.as_str().cmp(name));
        match (place, topic) {
            (Ok(index), Some(topic)) => topics[index] = topic,
            (Ok(index), None) => drop(topics.remove(index)),
            (Err(index), Some(topic)) => topics.insert(index, topic),
            (Err(_), None) => {}
        }
    }
}

/// All topics of an instance but Kafka's own: at most a second old where the engine answers at once, a little older
/// where there are so many that it takes its time.
///
/// # Errors
/// When the cluster or the store does not answer.
pub async fn all(service: &Arc<Service>, instance_id: &str, cluster: &Arc<Running>) -> Result<Topics, Fail> {
    let cache = &cluster.topics;
    if let Some(kept) = cache.last().1 {
        match kept.usable(Instant::now()) {
            Use::AsItIs => return Ok(kept.topics),
            Use::ForNow => {
                refresh(service.clone(), instance_id.to_owned(), cluster.clone());
                return Ok(kept.topics);
            }
            Use::No => {}
        }
    }
    let _asking = cache.asking.lock().await;
    match cache.last().1 {
        Some(kept) if kept.usable(Instant::now()) == Use::AsItIs => Ok(kept.topics),
        _ => ask(service, instance_id, cluster).await,
    }
}

/// Asks anew while others go on with what there is.
fn refresh(service: Arc<Service>, instance_id: String, cluster: Arc<Running>) {
    tokio::spawn(async move {
        let Ok(_asking) = cluster.topics.asking.try_lock() else { return };
        if let Err(fail) = ask(&service, &instance_id, &cluster).await {
            tracing::debug!(code = fail.code(), instance = instance_id, "topics could not be refreshed");
        }
    });
}

async fn ask(service: &Service, instance_id: &str, cluster: &Running) -> Result<Topics, Fail> {
    let cache = &cluster.topics;
    let (changes, before) = cache.last();
    let (asked, asked_at) = (Instant::now(), service.now());
    let topics: Topics = Arc::new(cluster.admin.topics(false).await?);
    let same = |old: &Topics| old.iter().map(|t| &t.name).eq(topics.iter().map(|t| &t.name));
    if !before.is_some_and(|old| same(&old.topics)) {
        let names = topics.iter().map(|topic| topic.name.clone()).collect();
        service.store.reconcile_topics(instance_id.to_owned(), names, asked_at).await?;
    }
    cache.keep(changes, Kept { arrived: Instant::now(), took: asked.elapsed(), topics: topics.clone() });
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

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(took: Duration) -> Kept {
        Kept { arrived: Instant::now(), took, topics: Topics::default() }
    }

    #[test]
    fn an_answer_that_took_long_is_not_old_on_arrival() {
        let slow = answer(Duration::from_secs(4));
        let at = |ms: u64| slow.usable(slow.arrived + Duration::from_millis(ms));
        assert_eq!((at(0), at(3900)), (Use::AsItIs, Use::AsItIs));
        assert_eq!((at(4100), at(40_000)), (Use::ForNow, Use::ForNow));
        assert_eq!(at(42_000), Use::No);
    }

    #[test]
    fn what_an_engine_that_answers_at_once_has_is_a_second_old_at_most() {
        let quick = answer(Duration::from_millis(2));
        assert_eq!(quick.usable(quick.arrived + Duration::from_millis(900)), Use::AsItIs);
        assert_eq!(quick.usable(quick.arrived + Duration::from_millis(1100)), Use::No);
    }
}
