//! From the plan to the calls: one per topic, each with a result per queue.

use std::sync::Arc;

use dms_api::models::rocketmq::{ResetOffsets, TopicStatus};
use dms_api::ops::rocketmq::{ListClients, Reliability, ResetOffset, ResetOffsetBody, ShowTopicStatus};
use leptos::task::spawn_local;

use super::plan::{self, Line, Target, Totals};
use super::target::{TargetForm, Way};
use crate::data::{ApiFailure, Each, ask, mutate_each, use_each};
use crate::pages::rocketmq::groups::detail::Shown;
use crate::pages::rocketmq::groups::places::Place;
use crate::prelude::*;

/// Topics asked about at a time.
const LANES: usize = 2;
/// Where queues begin is asked again after this, milliseconds: old messages go.
const OLD_MS: i64 = 30_000;

/// What became of one topic.
#[derive(Clone, Debug, PartialEq)]
pub enum Sent {
    Waiting,
    Done(Arc<ResetOffsets>),
    Failed(ApiFailure),
}

/// A plan that is being carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Begun {
    lines: Arc<Vec<Line>>,
    target: Target,
}

/// The plan, and how far it has come.
#[derive(Clone, Copy)]
pub struct Apply {
    about: StoredValue<(String, String)>,
    pub shown: Shown,
    form: TargetForm,
    starts: Each<String, TopicStatus>,
    /// The plan as it is now; while it is carried out, as it was when that began.
    pub lines: Memo<Arc<Vec<Line>>>,
    begun: RwSignal<Option<Begun>>,
    /// By topic, once begun.
    results: RwSignal<Vec<(String, Sent)>>,
    running: RwSignal<bool>,
    /// The consumers have gone since the plan was made: nothing was sent.
    pub went_offline: RwSignal<bool>,
}

impl Apply {
    /// The plan that `form` makes for a group.
    pub fn new(instance: String, group: String, shown: Shown, form: TargetForm) -> Self {
        let of_status = instance.clone();
        let starts = use_each(LANES, move |topic: &String| ShowTopicStatus {
            instance_id: of_status.clone(),
            topic: topic.clone(),
        });
        Effect::new(move |_| {
            if form.way() == Way::Earliest {
                starts.want_all(form.topics(), OLD_MS);
            }
        });
        let begun = RwSignal::new(None::<Begun>);
        let lines = Memo::new(move |_| {
            if let Some(begun) = begun.get() {
                return begun.lines;
            }
            let (Some(target), topics) = (form.target(), form.topics()) else { return Arc::default() };
            let chosen = |place: &&Place| topics.contains(&place.topic);
            let places: Vec<Place> =
                shown.consumed.places.with(|all| all.iter().filter(chosen).cloned().collect());
            Arc::new(plan::plan(&places, |place| start(starts, place), target))
        });
        Self {
            about: StoredValue::new((instance, group)),
            shown,
            form,
            starts,
            lines,
            begun,
            results: RwSignal::new(Vec::new()),
            running: RwSignal::new(false),
            went_offline: RwSignal::new(false),
        }
    }

    /// Whether calls are on their way, tracked.
    pub fn is_running(self) -> bool {
        self.running.get()
    }

    /// Whether the plan has been carried out or is just being, tracked.
    pub fn has_begun(self) -> bool {
        self.begun.with(Option::is_some)
    }

    /// Sums of the plan, tracked.
    pub fn totals(self) -> Totals {
        self.lines.with(|lines| plan::totals(lines))
    }

    /// The way chosen, tracked.
    pub fn way(self) -> Way {
        self.form.way()
    }

    /// Whether it is said where to, tracked.
    pub fn has_target(self) -> bool {
        self.form.target().is_some()
    }

    /// The topics that will be sent, tracked.
    pub fn topics(self) -> Vec<String> {
        self.form.topics()
    }

    /// Whether everything that can be known is: for the plan to be confirmed. Tracked.
    pub fn is_known(self) -> bool {
        let waits = self.form.way() == Way::Earliest && self.starts.pending() > 0;
        self.form.target().is_some() && self.shown.consumed.waiting() == 0 && !waits
    }

    /// What became of a topic, tracked.
    pub fn sent(self, topic: &str) -> Option<Sent> {
        self.results.with(|all| all.iter().find(|(name, _)| name == topic).map(|(_, sent)| sent.clone()))
    }

    /// Checks once more that somebody is connected, then moves every chosen topic.
    pub fn begin(self) {
        let (target, topics) = untrack(|| (self.form.target(), self.topics()));
        let Some(target) = target.filter(|_| !self.running.get_untracked() && !topics.is_empty()) else {
            return;
        };
        self.running.set(true);
        self.went_offline.set(false);
        spawn_local(async move {
            if self.is_offline().await {
                self.running.try_set(false);
                self.went_offline.try_set(true);
                self.shown.refresh();
                return;
            }
            let lines = self.lines.try_get_untracked().unwrap_or_default();
            self.begun.try_set(Some(Begun { lines, target }));
            self.send(topics, target).await;
        });
    }

    /// Sends again what failed.
    pub fn retry(self) {
        let failed = |(name, sent): &(String, Sent)| matches!(sent, Sent::Failed(_)).then(|| name.clone());
        let topics: Vec<String> = self.results.with_untracked(|all| all.iter().filter_map(failed).collect());
        let Some(begun) = self.begun.get_untracked() else { return };
        if self.running.get_untracked() || topics.is_empty() {
            return;
        }
        self.running.set(true);
        spawn_local(self.send(topics, begun.target));
    }

    /// Forgets the results: the next plan.
    pub fn start_over(self) {
        self.begun.set(None);
        self.results.set(Vec::new());
        self.shown.refresh();
    }

    /// Whether it is certain that nobody is connected. An edition that cannot tell leaves it to the reset itself.
    async fn is_offline(self) -> bool {
        let Some((instance_id, group)) = self.about.try_get_value() else { return true };
        let op = ListClients { instance_id, group, limit: Some(1), offset: None, is_detail: Some(false) };
        ask(op).await.is_ok_and(|list| !list.online && list.total == 0 && list.clients.is_empty())
    }

    async fn send(self, topics: Vec<String>, target: Target) {
        let Some((instance_id, group_id)) = self.about.try_get_value() else { return };
        let op = |topic: &String| ResetOffset {
            engine: Reliability,
            instance_id: instance_id.clone(),
            group_id: group_id.clone(),
            body: ResetOffsetBody { topic: topic.clone(), timestamp: target.timestamp() },
        };
        for topic in &topics {
            self.note(topic, Sent::Waiting);
        }
        mutate_each(topics.iter().map(op).collect(), |i, result| {
            if let Some(topic) = topics.get(i) {
                self.note(topic, result.map_or_else(Sent::Failed, Sent::Done));
            }
        })
        .await;
        self.running.try_set(false);
    }

    fn note(self, topic: &str, sent: Sent) {
        self.results.try_update(|all| match all.iter_mut().find(|(name, _)| name == topic) {
            Some((_, old)) => *old = sent,
            None => all.push((topic.to_owned(), sent)),
        });
    }

    /// How many topics are done, failed, and there in all. Tracked.
    pub fn counts(self) -> (usize, usize, usize) {
        self.results.with(|all| {
            let of = |test: fn(&Sent) -> bool| all.iter().filter(|(_, sent)| test(sent)).count();
            (of(|s| matches!(s, Sent::Done(_))), of(|s| matches!(s, Sent::Failed(_))), all.len())
        })
    }

    /// How many queues the service says it has moved. Tracked.
    pub fn moved(self) -> u64 {
        self.results.with(|all| {
            let queues = |sent: &Sent| match sent {
                Sent::Done(answer) => answer.queues.len() as u64,
                Sent::Waiting | Sent::Failed(_) => 0,
            };
            all.iter().map(|(_, sent)| queues(sent)).sum()
        })
    }
}

/// The oldest offset of a queue, where it is known. Tracked.
fn start(starts: Each<String, TopicStatus>, place: &Place) -> Option<i64> {
    let status = starts.get(&place.topic)?.ok()?;
    let broker = status.brokers.iter().find(|broker| broker.broker_name == place.broker)?;
    let queue = broker.queues.iter().find(|queue| queue.id == place.queue)?;
    i64::try_from(queue.min_offset).ok()
}
