//! What the list of groups does not say: how much each group has yet to consume, and its dead letters. Asking for
//! each of thousands would be too much: so only rows on screen are asked about, a few at a time, and again when the
//! list itself is read again.

use dms_api::models::rocketmq::{Consumption, TopicStatus};
use dms_api::ops::rocketmq::{ShowConsumption, ShowTopicStatus};

use super::places::{TopicPlace, places, topic_place, total};
use super::source::Groups;
use crate::data::{ApiFailure, Each, use_each};
use crate::i18n::now;
use crate::pages::rocketmq::messages::DEAD;
use crate::prelude::*;

const AT_A_TIME: usize = 2;
/// An answer of this age is not asked for again, even by a list that has just been read.
const YOUNG_MS: i64 = 3_000;
/// Topics of one group that are asked about. The group's own page asks about all of them.
const MOST_TOPICS: usize = 10;
/// The longest page of topics.
const PAGE: u32 = 50;

/// How much a group has not consumed yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lag {
    /// Not all answers are there.
    Reading,
    /// Messages in all its topics.
    Known(i64),
    /// Messages in those topics that are known.
    AtLeast(i64),
    /// The service does not tell.
    Unknown,
}

impl Lag {
    /// What it sorts by: what is not known comes before everything else.
    pub fn messages(self) -> Option<i64> {
        match self {
            Self::Known(n) | Self::AtLeast(n) => Some(n),
            Self::Reading | Self::Unknown => None,
        }
    }

    fn of((sum, all): (i64, bool)) -> Self {
        match (sum, all) {
            (sum, true) => Self::Known(sum),
            (sum, false) if sum > 0 => Self::AtLeast(sum),
            _ => Self::Unknown,
        }
    }
}

/// A group's dead letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dead {
    pub count: u64,
    /// When the newest was stored, epoch milliseconds; `None` for never.
    pub newest: Option<i64>,
}

impl Dead {
    fn of(status: &TopicStatus) -> Self {
        let queues = status.brokers.iter().flat_map(|broker| &broker.queues);
        let newest = queues.filter_map(|queue| queue.last_message()).map(|at| at.ms()).max();
        Self { count: status.messages(), newest }
    }
}

/// What is found out about groups. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Peeks {
    topics: Each<String, Consumption>,
    /// By group and topic.
    places: Each<(String, String), Consumption>,
    dead: Each<String, TopicStatus>,
    groups: Groups,
    /// Rows that are out of sight are waited for, too.
    pub keep: RwSignal<bool>,
}

/// Finds out about groups of `instance`, the one that `groups` lists.
pub fn use_peeks(instance: &str, groups: Groups) -> Peeks {
    let (of_topics, of_places, of_dead) = (instance.to_owned(), instance.to_owned(), instance.to_owned());
    let topics = use_each(AT_A_TIME, move |group: &String| ShowConsumption {
        instance_id: of_topics.clone(),
        group: group.clone(),
        topic: None,
        limit: Some(PAGE),
        offset: None,
    });
    let places = use_each(AT_A_TIME, move |(group, topic): &(String, String)| ShowConsumption {
        instance_id: of_places.clone(),
        group: group.clone(),
        topic: Some(topic.clone()),
        limit: None,
        offset: None,
    });
    let dead = use_each(AT_A_TIME, move |group: &String| ShowTopicStatus {
        instance_id: of_dead.clone(),
        topic: format!("{DEAD}{group}"),
    });
    Peeks { topics, places, dead, groups, keep: RwSignal::new(false) }
}

impl Peeks {
    /// How old an answer may be: no older than the list. Tracks when the list was read.
    fn age(self) -> i64 {
        self.groups.loaded_at().map_or(YOUNG_MS, |at| (now() - at).max(YOUNG_MS))
    }

    /// Asks for the lag of a group. Tracks when the list was read.
    pub fn want_lag(self, group: &str) {
        let age = self.age();
        self.topics.want(group.to_owned(), age);
    }

    /// Asks about the topics of a group, once they are known. Tracks them, and when the list was read.
    pub fn want_topics(self, group: &str, topics: &[String]) {
        let key = |topic: &String| (group.to_owned(), topic.clone());
        self.places.want_all(topics.iter().map(key), self.age());
    }

    /// Asks for the dead letters of a group. Tracks when the list was read.
    pub fn want_dead(self, group: &str) {
        self.dead.want(group.to_owned(), self.age());
    }

    /// Nobody looks at the group any more.
    pub fn leave(self, group: &str) {
        if self.keep.try_get_untracked() != Some(false) {
            return;
        }
        let group = group.to_owned();
        let topics = untrack(|| self.topics_of(&group));
        self.topics.unwant(&group);
        self.dead.unwant(&group);
        for topic in topics {
            self.places.unwant(&(group.clone(), topic));
        }
    }

    /// Topics of a group that are asked about; none until they are known. Tracked.
    pub fn topics_of(self, group: &String) -> Vec<String> {
        match self.topics.get(group) {
            Some(Ok(answer)) => answer.topics.iter().flatten().take(MOST_TOPICS).cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// How much a group has not consumed yet. Tracked.
    pub fn lag(self, group: &String) -> Lag {
        let answer = match self.topics.get(group) {
            Some(Ok(answer)) => answer,
            Some(Err(_)) => return Lag::Unknown,
            None => return Lag::Reading,
        };
        let names: Vec<&String> = answer.topics.iter().flatten().collect();
        let there = answer.total.unwrap_or_default().max(names.len() as u64);
        let mut sums = Vec::new();
        for name in names.iter().take(MOST_TOPICS) {
            let unknown = || TopicPlace { topic: (*name).clone(), queues: None, lag: None, failure: None };
            match self.places.get(&(group.clone(), (*name).clone())) {
                Some(Ok(answer)) => sums.push(topic_place(name, &places(name, &answer))),
                Some(Err(_)) => sums.push(unknown()),
                None => return Lag::Reading,
            }
        }
        let (sum, all) = total(&sums);
        Lag::of((sum, all && there == sums.len() as u64))
    }

    /// A group's dead letters, `None` while they are asked for. A group that never had one has no topic for them.
    /// Tracked.
    pub fn dead(self, group: &String) -> Option<Result<Dead, ApiFailure>> {
        match self.dead.get(group)? {
            Ok(status) => Some(Ok(Dead::of(&status))),
            Err(failure) if failure.is_not_found() => Some(Ok(Dead::default())),
            Err(failure) => Some(Err(failure)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_known_is_not_called_none() {
        assert_eq!(Lag::of((0, true)), Lag::Known(0));
        assert_eq!(Lag::of((7, false)), Lag::AtLeast(7));
        assert_eq!(Lag::of((0, false)), Lag::Unknown);
        assert!(Lag::Unknown.messages() < Lag::Known(0).messages());
    }
}
