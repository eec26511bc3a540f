//! Restarting and deleting: asked for, reviewed, sent, and a result per instance.

mod result;
mod review;
mod send;

use std::sync::Arc;

use dms_api::models::Instance;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::batch::{self, Action, Outcome};
use crate::i18n::instances::list;
use crate::i18n::tf;
use crate::ui::{Toasts, use_toasts};

use result::ResultDialog;
use review::ReviewDialog;

/// One instance and what became of it; `None` while its call is on its way.
#[derive(Clone, PartialEq)]
struct Line {
    instance: Arc<Instance>,
    outcome: Option<Outcome>,
}

/// The way from "delete these" to a result per instance. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Actions {
    action: RwSignal<Action>,
    /// The instances asked about; the review is open while there are some.
    asked: RwSignal<Vec<Arc<Instance>>>,
    lines: RwSignal<Vec<Line>>,
    /// Whether the results are shown.
    results: RwSignal<bool>,
    sending: RwSignal<bool>,
}

impl Actions {
    /// Nothing asked yet.
    pub fn new() -> Self {
        Self {
            action: RwSignal::new(Action::Restart),
            asked: RwSignal::new(Vec::new()),
            lines: RwSignal::new(Vec::new()),
            results: RwSignal::new(false),
            sending: RwSignal::new(false),
        }
    }

    /// Opens the review of `action` on these instances.
    pub fn ask(self, action: Action, instances: Vec<Arc<Instance>>) {
        self.action.set(action);
        self.asked.set(instances);
    }

    fn cancel(self) {
        self.asked.set(Vec::new());
    }

    /// Acts on what can be acted on.
    fn confirm(self, on_accepted: Option<Callback<Action>>) {
        let (can, _) = batch::divide(self.action.get_untracked(), &self.asked.get_untracked());
        self.lines.set(can.into_iter().map(|instance| Line { instance, outcome: None }).collect());
        self.send(on_accepted);
    }

    /// Sends the calls for the lines that are still open, one after the other.
    fn send(self, on_accepted: Option<Callback<Action>>) {
        let (action, toasts) = (self.action.get_untracked(), use_toasts());
        let open = self.lines.with_untracked(|lines| open_instances(lines));
        self.sending.set(true);
        spawn_local(async move {
            if let [instance] = open.as_slice() {
                let outcome = send::one(action, instance).await;
                self.note(vec![(instance.instance_id.clone(), outcome)]);
            } else {
                self.results.try_set(true);
                self.asked.try_set(Vec::new());
                for call in batch::calls(&open) {
                    self.note(send::many(action, call).await);
                }
            }
            self.sending.try_set(false);
            self.finish(action, toasts, on_accepted);
        });
    }

    fn note(self, outcomes: Vec<(String, Outcome)>) {
        self.lines.try_update(|lines| {
            for (id, outcome) in outcomes {
                if let Some(line) = lines.iter_mut().find(|l| l.instance.instance_id == id) {
                    line.outcome = Some(outcome);
                }
            }
        });
    }

    /// One accepted instance is worth a toast, everything else a list.
    fn finish(self, action: Action, toasts: Toasts, on_accepted: Option<Callback<Action>>) {
        let Some(lines) = self.lines.try_get_untracked() else { return };
        self.asked.try_set(Vec::new());
        if let [Line { instance, outcome: Some(Outcome::Done) }] = lines.as_slice() {
            self.results.try_set(false);
            let name = instance.name.clone();
            let msg = match action {
                Action::Restart => list::ACCEPTED_RESTART,
                Action::Delete => list::ACCEPTED_DELETE,
            };
            toasts.ok(move || tf(msg, &[("name", &name)]));
        } else {
            self.results.try_set(true);
        }
        let any = lines.iter().any(|line| line.outcome == Some(Outcome::Done));
        if let Some(on_accepted) = on_accepted.filter(|_| any) {
            let _ = on_accepted.try_run(action);
        }
    }

    /// Sends again what failed.
    fn retry(self, on_accepted: Option<Callback<Action>>) {
        self.lines.update(|lines| {
            for line in lines.iter_mut().filter(|l| l.outcome.as_ref().is_some_and(Outcome::is_failure)) {
                line.outcome = None;
            }
        });
        self.send(on_accepted);
    }
}

fn open_instances(lines: &[Line]) -> Vec<Arc<Instance>> {
    lines.iter().filter(|l| l.outcome.is_none()).map(|l| l.instance.clone()).collect()
}

/// The dialogs behind [`Actions`]; once per page.
#[component]
pub fn ActionDialogs(
    actions: Actions,
    /// Called when the service has taken on at least one.
    #[prop(optional, into)]
    on_accepted: Option<Callback<Action>>,
) -> AnyView {
    view! {
        <ReviewDialog actions on_confirm=move |()| actions.confirm(on_accepted)/>
        <ResultDialog actions on_retry=move |()| actions.retry(on_accepted)/>
    }
    .into_any()
}
