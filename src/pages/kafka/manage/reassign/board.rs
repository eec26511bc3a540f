//! The state of the page: the topics chosen, where their partitions are, and what shall change.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::models::kafka::{Broker, ClusterAnswer, Partition, TopicDetail, TopicReplicas};
use dms_api::ops::kafka::{ShowCluster, ShowTopic, ShowTopicReplicas};

use super::plan::{self, Line};
use crate::data::{ApiFailure, Each, Query, use_each, use_query};
use crate::pages::kafka::topics::{Topics, use_topics};
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};

/// Topics of one plan. Each takes two calls to look at.
pub const MOST_TOPICS: usize = 300;
/// Stands for all topics in the URL.
const ALL: &str = "*";
/// What is older is asked for again.
const OLD_MS: i64 = 60_000;
/// Calls for places at a time. Sizes come one at a time: the service takes one such call a second.
const LANES: usize = 3;

/// What shall be of a partition, where that was touched.
pub type Edits = BTreeMap<(String, u32), Vec<i32>>;

/// The page's state. Cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Board {
    instance: StoredValue<String>,
    pub topics: Topics,
    chosen: QueryText,
    /// Which part of all topics, from 0, where they are more than a plan takes.
    part: QueryText,
    pub cluster: Query<ClusterAnswer>,
    places: Each<String, TopicReplicas>,
    details: Each<String, TopicDetail>,
    pub edits: RwSignal<Edits>,
    /// The plan before the last steps, the latest one last.
    past: RwSignal<Vec<Edits>>,
    /// Brokers that the generated plans leave alone.
    pub barred: RwSignal<Vec<i32>>,
    /// Whether what was edited has been sent.
    pub sent: RwSignal<bool>,
    /// Every partition of the chosen topics that is known.
    pub lines: Memo<Arc<Vec<Line>>>,
}

/// The plan of the topics named in the URL.
pub fn use_board(instance: &str) -> Board {
    let of = |instance: &str| instance.to_owned();
    let (of_cluster, of_places, of_details) = (of(instance), of(instance), of(instance));
    let places = use_each(LANES, move |topic: &String| ShowTopicReplicas {
        instance_id: of_places.clone(),
        topic: topic.clone(),
    });
    let details = use_each(1, move |topic: &String| ShowTopic {
        instance_id: of_details.clone(),
        topic: topic.clone(),
    });
    let (topics, chosen, part) = (use_topics(instance), use_query_signal("topics"), use_query_signal("part"));
    let edits = RwSignal::new(Edits::new());
    let names = Memo::new(move |_| names(&chosen.get(), &part.get(), topics));
    let lines = Memo::new(move |before: Option<&Arc<Vec<Line>>>| {
        let before = before.map_or(&[][..], |lines| lines.as_slice());
        let of_topic = |name: &String| {
            edits.with(|edits| {
                let read = lines_of(name, places, details, edits);
                if read.is_empty() { kept(before, name, edits) } else { read }
            })
        };
        Arc::new(names.with(|names| names.iter().flat_map(of_topic).collect::<Vec<_>>()))
    });
    let board = Board {
        instance: StoredValue::new(of(instance)),
        topics,
        chosen,
        part,
        cluster: use_query(move || Some(ShowCluster { instance_id: of_cluster.clone() })),
        places,
        details,
        edits,
        past: RwSignal::new(Vec::new()),
        barred: RwSignal::new(Vec::new()),
        sent: RwSignal::new(false),
        lines,
    };
    Effect::new(move |_| {
        let names = names.get();
        places.want_all(names.clone(), OLD_MS);
        details.want_all(names, OLD_MS);
    });
    board
}

fn names(chosen: &str, part: &str, topics: Topics) -> Vec<String> {
    if chosen == ALL {
        let items = topics.items();
        let own = items.iter().filter(|topic| !topic.is_internal()).skip(start_of(part));
        return own.take(MOST_TOPICS).map(|topic| topic.name.clone()).collect();
    }
    chosen.split(',').filter(|name| !name.is_empty()).take(MOST_TOPICS).map(str::to_owned).collect()
}

fn start_of(part: &str) -> usize {
    part.parse().unwrap_or(0_usize).saturating_mul(MOST_TOPICS)
}

fn lines_of(
    topic: &String,
    places: Each<String, TopicReplicas>,
    details: Each<String, TopicDetail>,
    edits: &Edits,
) -> Vec<Line> {
    let detail = details.get(topic).and_then(Result::ok);
    let held: Vec<(u32, Vec<i32>)> = match (places.get(topic), &detail) {
        (Some(Ok(answer)), _) => {
            let mut placed =
                answer.topics.iter().flat_map(|placement| &placement.partitions).collect::<Vec<_>>();
            placed.sort_by_key(|place| place.partition);
            placed.iter().map(|place| (place.partition, place.replicas.clone())).collect()
        }
        // Older editions do not have that call; the leader of now stands for the preferred one.
        (Some(Err(_)), Some(detail)) => {
            let mut partitions: Vec<&Partition> = detail.partitions.iter().collect();
            partitions.sort_by_key(|partition| partition.partition);
            partitions.iter().map(|partition| (partition.partition, replicas(partition))).collect()
        }
        _ => Vec::new(),
    };
    let line = |(partition, before): (u32, Vec<i32>)| Line {
        after: edits.get(&(topic.clone(), partition)).unwrap_or(&before).clone(),
        bytes: detail.as_ref().and_then(|detail| size(detail, partition)),
        topic: topic.clone(),
        partition,
        before,
    };
    held.into_iter().map(line).collect()
}

/// What was known of a topic that cannot be read just now: a plan outlives a lost connection.
fn kept(before: &[Line], topic: &str, edits: &Edits) -> Vec<Line> {
    let own = before.iter().filter(|line| line.topic == topic);
    let line = |line: &Line| Line {
        after: edits.get(&(line.topic.clone(), line.partition)).unwrap_or(&line.before).clone(),
        ..line.clone()
    };
    own.map(line).collect()
}

fn replicas(partition: &Partition) -> Vec<i32> {
    let mut all: Vec<i32> = partition.replicas.iter().map(|replica| replica.broker).collect();
    all.sort_by_key(|broker| (*broker != partition.leader, *broker));
    all
}

fn size(detail: &TopicDetail, partition: u32) -> Option<u64> {
    let found = detail.partitions.iter().find(|found| found.partition == partition)?;
    found.replicas.iter().map(|replica| replica.size).max()
}

impl Board {
    /// Id of the instance.
    pub fn instance(self) -> String {
        self.instance.get_value()
    }

    /// The topics of the plan, tracked.
    pub fn names(self) -> Vec<String> {
        names(&self.chosen.get(), &self.part.get(), self.topics)
    }

    /// The first topic, the last, and how many there are, where all were chosen and a plan does not take them. Tracked.
    pub fn parted(self) -> Option<(usize, usize, usize)> {
        if self.chosen.get() != ALL {
            return None;
        }
        let total = self.topics.items().iter().filter(|topic| !topic.is_internal()).count();
        let start = start_of(&self.part.get());
        (total > MOST_TOPICS).then(|| (start + 1, (start + MOST_TOPICS).min(total), total))
    }

    /// Turns to the part of all topics that begins with this one, counted from 1.
    pub fn turn_to(self, first: usize) {
        self.part.set(match first / MOST_TOPICS {
            0 => String::new(),
            part => part.to_string(),
        });
    }

    /// Adds a topic to the plan.
    pub fn add(self, topic: &str) {
        let mut names = untrack(|| self.names());
        if !names.iter().any(|name| name == topic) {
            names.push(topic.to_owned());
        }
        self.choose(names.join(","));
    }

    fn choose(self, names: String) {
        self.part.set("");
        self.chosen.set(names);
    }

    /// Puts all topics into the plan.
    pub fn add_all(self) {
        self.chosen.set(ALL);
    }

    /// Takes a topic out of the plan, with what was planned for it.
    pub fn remove(self, topic: &str) {
        let names = untrack(|| self.names()).into_iter().filter(|name| name != topic);
        self.choose(names.collect::<Vec<_>>().join(","));
        self.edits.update(|edits| edits.retain(|(of, _), _| of != topic));
    }

    /// Takes all topics out.
    pub fn clear(self) {
        self.choose(String::new());
        self.discard();
    }

    /// How many topics are still being asked about, tracked.
    pub fn waiting(self) -> usize {
        self.names().iter().filter(|name| self.places.get(name).is_none()).count()
    }

    /// Topics whose places cannot be read, and why. Tracked.
    pub fn unread(self) -> Vec<(String, ApiFailure)> {
        let unread = |name: String| match (self.places.get(&name)?, self.details.get(&name)?) {
            (Err(failure), Err(_)) => Some((name, failure)),
            _ => None,
        };
        self.names().into_iter().filter_map(unread).collect()
    }

    /// The cluster's brokers, tracked.
    pub fn cluster_brokers(self) -> Vec<Broker> {
        self.cluster.data().map(|answer| answer.cluster.brokers.clone()).unwrap_or_default()
    }

    /// Their ids, tracked.
    pub fn ids(self) -> Vec<i32> {
        let mut ids: Vec<i32> =
            self.cluster_brokers().iter().filter_map(|broker| broker.broker_id.trim().parse().ok()).collect();
        ids.sort_unstable();
        ids
    }

    /// The brokers that generated plans may use, tracked.
    pub fn usable(self) -> Vec<i32> {
        let barred = self.barred.get();
        self.ids().into_iter().filter(|id| !barred.contains(id)).collect()
    }

    /// The brokers to show: those of the cluster and those that hold a replica. Tracked.
    pub fn columns(self) -> Vec<i32> {
        self.lines.with(|lines| plan::brokers(&self.ids(), lines))
    }

    /// Takes over a plan that was made; `false` where it is the one that is there.
    pub fn take(self, made: &[Line]) -> bool {
        let lines = self.lines.get_untracked();
        if made == lines.as_slice() {
            return false;
        }
        self.remember();
        self.edits.update(|edits| {
            for line in made {
                note(edits, line);
            }
        });
        true
    }

    /// Changes one partition by hand.
    pub fn change(self, topic: &str, partition: u32, change: impl Fn(&mut Vec<i32>)) {
        let lines = self.lines.get_untracked();
        let Some(line) = lines.iter().find(|line| line.topic == topic && line.partition == partition) else {
            return;
        };
        let mut line = line.clone();
        change(&mut line.after);
        self.remember();
        self.edits.update(|edits| note(edits, &line));
    }

    fn remember(self) {
        let edits = self.edits.get_untracked();
        self.past.update(|past| past.push(edits));
        self.sent.set(false);
    }

    /// Whether there is a step to undo, tracked.
    pub fn can_undo(self) -> bool {
        self.past.with(|past| !past.is_empty())
    }

    /// Goes back one step.
    pub fn undo(self) {
        if let Some(Some(edits)) = self.past.try_update(Vec::pop) {
            self.edits.set(edits);
        }
    }

    /// Forgets the plan.
    pub fn discard(self) {
        self.edits.set(Edits::new());
        self.past.set(Vec::new());
        self.sent.set(false);
    }

    /// Looks again where the partitions are.
    pub fn look_again(self) {
        let names = untrack(|| self.names());
        self.places.want_all(names.clone(), 0);
        self.details.want_all(names, OLD_MS);
    }

    /// Asks for everything anew.
    pub fn refresh(self) {
        self.cluster.refresh();
        self.topics.refresh();
        let names = untrack(|| self.names());
        self.places.want_all(names.clone(), 0);
        self.details.want_all(names, 0);
    }
}

/// Keeps what shall be; what is so already needs no note.
fn note(edits: &mut Edits, line: &Line) {
    let key = (line.topic.clone(), line.partition);
    if line.is_changed() {
        edits.insert(key, line.after.clone());
    } else {
        edits.remove(&key);
    }
}
