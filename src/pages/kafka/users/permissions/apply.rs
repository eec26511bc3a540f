//! Making the changes: one call per topic, each with a result of its own.

use dms_api::ops::kafka::{SetTopicPolicies, SetTopicPoliciesBody, TopicPolicy, UserPolicy};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::matrix::Matrix;
use super::rights::TopicChange;
use crate::data::mutate_each;
use crate::i18n::{plural, tf, users as text};
use crate::pages::kafka::batch::{self, Outcome, Reason};
use crate::ui::{Toasts, use_toasts};

/// Changes on their way.
#[derive(Clone, Copy)]
pub struct Applying {
    instance: StoredValue<String>,
    matrix: Matrix,
    pub busy: RwSignal<bool>,
    /// Results, shown once a topic has failed.
    pub outcomes: RwSignal<Vec<Outcome>>,
    done: RwSignal<(usize, usize)>,
    toasts: Toasts,
}

impl Applying {
    /// Nothing on its way yet.
    pub fn new(instance: String, matrix: Matrix) -> Self {
        Self {
            instance: StoredValue::new(instance),
            matrix,
            busy: RwSignal::new(false),
            outcomes: RwSignal::new(Vec::new()),
            done: RwSignal::new((0, 0)),
            toasts: use_toasts(),
        }
    }

    /// "3 of 10 topics done" while on the way, tracked.
    pub fn progress(self) -> Option<String> {
        let (n, total) = self.done.get();
        self.busy.get().then(|| tf(text::APPLYING, &[("n", &n), ("total", &total)]))
    }

    /// Makes the changes. When all are made `open` closes; else the results stay.
    pub fn run(self, changes: Vec<TopicChange>, open: RwSignal<bool>) {
        let Some(instance_id) = self.instance.try_get_value() else { return };
        if self.busy.get_untracked() || changes.is_empty() {
            return;
        }
        self.busy.set(true);
        self.done.set((0, changes.len()));
        let ops = changes.iter().map(|change| op(&instance_id, change)).collect();
        spawn_local(async move {
            let mut results = Vec::with_capacity(changes.len());
            mutate_each(ops, |i, result| {
                let Some(change) = changes.get(i) else { return };
                results.push(match result {
                    Ok(_) => Outcome::done(&change.topic),
                    Err(failure) => Outcome::failed(&change.topic, Reason::Call(failure)),
                });
                self.done.try_update(|(n, _)| *n += 1);
            })
            .await;
            self.busy.try_set(false);
            self.finish(results, open);
        });
    }

    fn finish(self, results: Vec<Outcome>, open: RwSignal<bool>) {
        self.matrix.applied(&batch::names(&results, true));
        let all = batch::merged(self.outcomes.try_get_untracked().unwrap_or_default(), results);
        if batch::names(&all, false).is_empty() {
            let n = all.len() as u64;
            self.toasts.ok(plural(n, text::APPLIED_TOAST_ONE, text::APPLIED_TOAST_OTHER));
            self.outcomes.try_set(Vec::new());
            open.try_set(false);
        } else {
            self.outcomes.try_set(all);
        }
    }
}

fn op(instance: &str, change: &TopicChange) -> SetTopicPolicies {
    let policies = change.after.iter().filter_map(|(user, grant)| {
        Some(UserPolicy { user_name: user.clone(), access_policy: grant.word()?.to_owned() })
    });
    let topic = TopicPolicy { name: change.topic.clone(), policies: policies.collect() };
    SetTopicPolicies { instance_id: instance.to_owned(), body: SetTopicPoliciesBody { topics: vec![topic] } }
}
