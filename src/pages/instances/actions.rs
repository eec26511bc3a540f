//! Restarting and deleting: asked for, reviewed, sent, and a result per instance.

mod review;
mod send;

use std::sync::Arc;

use dms_api::models::Instance;

use super::batch::{self, Action};
use crate::i18n::instances::list;
use crate::i18n::{number, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item};
use crate::prelude::*;
use crate::ui::use_toasts;

use review::ReviewDialog;

const WORDS: BatchWords = BatchWords {
    title: list::RESULT_SUMMARY,
    done: list::RESULT_OK,
    failed: list::RESULT_FAILED,
    unexplained: list::RESULT_UNEXPLAINED,
};

/// The way from "delete these" to a result per instance. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Actions {
    action: RwSignal<Action>,
    /// The instances asked about; the review is open while there are some.
    asked: RwSignal<Vec<Arc<Instance>>>,
    batch: Batch,
}

impl Actions {
    /// Nothing asked yet. `on_accepted` is called once all is over and the service has taken on at least one.
    pub fn new(on_accepted: impl Fn(Action) + Send + Sync + 'static) -> Self {
        let (action, asked) = (RwSignal::new(Action::Restart), RwSignal::new(Vec::new()));
        let toasts = use_toasts();
        let batch = Batch::new(move |items: Vec<Item>| {
            let (action, counts) = (action.get_untracked(), Counts::of(&items));
            asked.set(Vec::new());
            if counts.is_success() {
                toasts.ok(accepted_text(action, &items));
            }
            if counts.done > 0 {
                on_accepted(action);
            }
        });
        Self { action, asked, batch }
    }

    /// Opens the review of `action` on these instances.
    pub fn ask(self, action: Action, instances: Vec<Arc<Instance>>) {
        self.action.set(action);
        self.asked.set(instances);
    }

    /// Whether something has been asked. Tracked.
    pub fn wanted(self) -> bool {
        self.asked.with(|asked| !asked.is_empty())
    }

    fn cancel(self) {
        self.asked.set(Vec::new());
    }

    /// Acts on what can be acted on.
    fn confirm(self) {
        let action = self.action.get_untracked();
        let (can, _) = batch::divide(action, &self.asked.get_untracked());
        let items = can.iter().map(|i| Item::new(&i.instance_id, &i.name)).collect();
        self.batch.start(items, send::job(action, &can));
    }
}

fn accepted_text(action: Action, items: &[Item]) -> String {
    let (one, many) = match action {
        Action::Restart => (list::ACCEPTED_RESTART, list::ACCEPTED_RESTART_OTHER),
        Action::Delete => (list::ACCEPTED_DELETE, list::ACCEPTED_DELETE_OTHER),
    };
    match items {
        [one_item] => tf(one, &[("name", &one_item.name)]),
        items => tf(many, &[("n", &number(items.len() as u64))]),
    }
}

/// The dialogs behind [`Actions`]; once per page.
#[component]
pub fn ActionDialogs(actions: Actions) -> AnyView {
    view! {
        <ReviewDialog actions on_confirm=move |()| actions.confirm()/>
        <BatchResults batch=actions.batch words=WORDS/>
    }
    .into_any()
}
