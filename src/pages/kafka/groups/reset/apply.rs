//! From the plan to the calls: one per partition, each with its own result.

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::ops::kafka::{ResetGroupOffset, ResetOffset, ResetOffsetBody, ResetTo, ShowGroup};
use leptos::task::spawn_local;

use super::facts::Facts;
use super::former::{self, Former};
use super::plan::{self, Key, Line, Send, Totals};
use super::state::{Live, liveness};
use super::target::TargetForm;
use crate::data::{ApiFailure, ask, mutate_each};
use crate::i18n::now;
use crate::pages::kafka::groups::detail::Shown;
use crate::pages::kafka::groups::samples;
use crate::prelude::*;
use crate::ui::{Bound, Selection};

/// What became of one partition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    Waiting,
    Done,
    Failed(ApiFailure),
}

/// Why nothing was begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A consumer has joined since the plan was made.
    Live,
    /// Whether one has cannot be found out.
    Unchecked(ApiFailure),
}

/// The plan, what is picked of it, and how far it has come.
#[derive(Clone, Copy)]
pub struct Apply {
    about: StoredValue<(String, String)>,
    pub shown: Shown,
    pub facts: Facts,
    form: TargetForm,
    /// The plan as it is now; while it is carried out, as it was when that began.
    pub lines: Memo<Arc<Vec<Line>>>,
    frozen: RwSignal<Option<Arc<Vec<Line>>>>,
    /// Partitions that move but are left alone.
    left_out: RwSignal<Selection>,
    /// By partition, once begun.
    pub results: RwSignal<BTreeMap<Key, Sent>>,
    running: RwSignal<bool>,
    pub refusal: RwSignal<Option<Refusal>>,
}

impl Apply {
    /// The plan that `form` and `facts` make for a group.
    pub fn new(instance: String, group: String, shown: Shown, facts: Facts, form: TargetForm) -> Self {
        let frozen = RwSignal::new(None::<Arc<Vec<Line>>>);
        let lines = Memo::new(move |_| match (frozen.get(), facts.target()) {
            (Some(lines), _) => lines,
            (None, Some(target)) => Arc::new(plan::plan(&facts.partitions(), &target)),
            (None, None) => Arc::default(),
        });
        Self {
            about: StoredValue::new((instance, group)),
            shown,
            facts,
            form,
            lines,
            frozen,
            left_out: RwSignal::new(Selection::default()),
            results: RwSignal::new(BTreeMap::new()),
            running: RwSignal::new(false),
            refusal: RwSignal::new(None),
        }
    }

    /// Whether calls are on their way, tracked.
    pub fn is_running(self) -> bool {
        self.running.get()
    }

    /// Whether the plan has been carried out or is just being, tracked.
    pub fn has_begun(self) -> bool {
        self.frozen.with(Option::is_some)
    }

    /// Which rows are picked: all that move, without those left out.
    pub fn selection(self) -> Bound<Selection> {
        let moving = move || -> Vec<String> {
            self.lines.with(|lines| lines.iter().filter(|l| l.send.is_some()).map(row_key).collect())
        };
        let picked = Signal::derive(move || {
            self.left_out.with(|left_out| {
                moving().into_iter().filter(|key| !left_out.contains(key)).collect::<Selection>()
            })
        });
        Bound::new(picked, move |wanted: Selection| {
            let left_out = untrack(moving).into_iter().filter(|key| !wanted.contains(key));
            self.left_out.set(left_out.collect());
        })
    }

    /// The lines that will be sent, tracked.
    pub fn picked(self) -> Vec<Line> {
        self.lines.with(|lines| {
            self.left_out.with(|left_out| {
                let picked = |line: &&Line| line.send.is_some() && !left_out.contains(&row_key(line));
                lines.iter().filter(picked).cloned().collect()
            })
        })
    }

    /// Sums over what is picked, tracked.
    pub fn totals(self) -> Totals {
        plan::totals(self.picked().iter())
    }

    /// Where the group stands now, tracked.
    pub fn offsets_now(self) -> BTreeMap<Key, i64> {
        self.shown.places.with(|places| {
            let offset = |place: &super::super::places::Place| {
                let partition = i32::try_from(place.partition).ok()?;
                Some(((place.topic.clone(), partition), i64::try_from(place.committed?).ok()?))
            };
            places.iter().filter_map(offset).collect()
        })
    }

    /// Checks once more that nobody is in the group, then moves what is picked.
    pub fn begin(self) {
        let lines = untrack(|| self.picked());
        if self.running.get_untracked() || lines.is_empty() {
            return;
        }
        self.running.set(true);
        self.refusal.set(None);
        spawn_local(async move {
            if let Err(refusal) = self.check().await {
                self.running.try_set(false);
                self.refusal.try_set(Some(refusal));
                self.shown.detail.refresh();
                return;
            }
            let all = self.lines.try_get_untracked().unwrap_or_default();
            self.remember(&all);
            self.frozen.try_set(Some(all));
            self.send(lines).await;
        });
    }

    /// Sends again what failed.
    pub fn retry(self) {
        let results = self.results.get_untracked();
        let failed = |line: &Line| matches!(results.get(&line.key()), Some(Sent::Failed(_)));
        let lines: Vec<Line> =
            self.lines.with_untracked(|lines| lines.iter().filter(|l| failed(l)).cloned().collect());
        if self.running.get_untracked() || lines.is_empty() {
            return;
        }
        self.running.set(true);
        spawn_local(async move {
            match self.check().await {
                Ok(()) => self.send(lines).await,
                Err(refusal) => {
                    self.running.try_set(false);
                    self.refusal.try_set(Some(refusal));
                }
            }
        });
    }

    /// Forgets the results: the next plan.
    pub fn start_over(self) {
        self.frozen.set(None);
        self.results.set(BTreeMap::new());
        self.left_out.set(Selection::default());
        self.refusal.set(None);
        self.form.own.set(BTreeMap::new());
        self.facts.forget();
        self.shown.detail.refresh();
    }

    async fn check(self) -> Result<(), Refusal> {
        let Some((instance_id, group)) = self.about.try_get_value() else { return Err(Refusal::Live) };
        match ask(ShowGroup { instance_id, group }).await {
            Ok(answer) if liveness(&answer.group) == Live::No => Ok(()),
            Ok(_) => Err(Refusal::Live),
            Err(failure) => Err(Refusal::Unchecked(failure)),
        }
    }

    /// Notes where the group stood, for the way back.
    fn remember(self, lines: &[Line]) {
        let moved: Vec<&Line> = lines.iter().filter(|line| line.send.is_some()).collect();
        let offsets = moved.iter().filter_map(|line| Some((line.key(), line.old?))).collect();
        let without = moved.iter().filter(|line| line.old.is_none()).count() as u64;
        if let Some((instance, group)) = self.about.try_get_value() {
            former::keep(&instance, &group, Former { at: now(), offsets, without });
            samples::forget(&instance, &group);
        }
    }

    async fn send(self, lines: Vec<Line>) {
        let Some((instance_id, group)) = self.about.try_get_value() else { return };
        self.results.try_update(|results| {
            results.extend(lines.iter().map(|line| (line.key(), Sent::Waiting)));
        });
        let told = |i: usize, result: Result<Arc<()>, ApiFailure>| {
            let Some(line) = lines.get(i) else { return };
            let sent = match result {
                Ok(_) => Sent::Done,
                Err(failure) => Sent::Failed(failure),
            };
            self.results.try_update(|results| drop(results.insert(line.key(), sent)));
        };
        let bodies = lines.iter().map(body);
        // Two paths to the same deed; an instance may know only one of them.
        if self.form.newer.try_get_untracked() == Some(true) {
            let op = |body| ResetGroupOffset { instance_id: instance_id.clone(), group: group.clone(), body };
            mutate_each(bodies.map(op).collect(), told).await;
        } else {
            let op = |body| ResetOffset { instance_id: instance_id.clone(), group: group.clone(), body };
            mutate_each(bodies.map(op).collect(), told).await;
        }
        self.running.try_set(false);
    }

    /// How many are done, failed, and there in all. Tracked.
    pub fn counts(self) -> (usize, usize, usize) {
        self.results.with(|results| {
            let of = |test: fn(&Sent) -> bool| results.values().filter(|sent| test(sent)).count();
            (of(|s| *s == Sent::Done), of(|s| matches!(s, Sent::Failed(_))), results.len())
        })
    }
}

fn body(line: &Line) -> ResetOffsetBody {
    ResetOffsetBody {
        topic: line.topic.clone(),
        partition: u32::try_from(line.partition).ok(),
        to: match line.send {
            Some(Send::Time(ms)) => ResetTo::Time(ms),
            Some(Send::Offset(offset)) => ResetTo::Offset(offset),
            None => ResetTo::Offset(line.old.unwrap_or_default()),
        },
    }
}

/// The key of a line's row in the table.
pub fn row_key(line: &Line) -> String {
    format!("{}/{}", line.topic, line.partition)
}
