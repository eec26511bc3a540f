//! Deleting topics: what is lost, the name typed, a result for each, failed ones again.

use std::sync::Arc;

use dms_api::models::kafka::DeletedTopics;
use dms_api::ops::kafka::{DeleteTopics, DeleteTopicsBody};
use leptos::prelude::*;

use crate::data::mutate;
use crate::i18n::{number, t, tf, topics as text};
use crate::pages::batch::{self, Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

/// Topics per call. The reference names no limit; other batch calls of the service take 50.
const MOST: usize = 50;

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    failed: text::NOT_DELETED,
    unexplained: text::DELETE_REFUSED,
};

/// Opens while `names` is not empty. Internal topics among them are left out, and that is said.
#[component]
pub fn DeleteTopicsDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// Names of the instance's internal topics.
    internal: Signal<Vec<String>>,
    /// The dialogs are closed; these topics are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(done_text(&items));
        }
        names.set(Vec::new());
        on_done.run(batch::done(&items));
    });
    let wanted = Memo::new(move |_| {
        internal.with(|internal| {
            names.get().into_iter().filter(|name| !internal.contains(name)).collect::<Vec<_>>()
        })
    });
    let left_out = Memo::new(move |_| names.with(Vec::len) - wanted.with(Vec::len));
    // The results take the place of the question; that cancels nothing.
    let asked = move || names.with(|n| !n.is_empty()) && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            names.set(Vec::new());
        }
    });
    let delete = move |()| {
        let items = wanted.get_untracked().into_iter().map(Item::named).collect();
        let instance = instance.clone();
        batch.start(items, Job::calls(MOST, move |topics| delete(instance.clone(), topics)));
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || wanted.with(|names| title(names))
            action=text::DELETE_MENU
            expect=Signal::derive(move || wanted.with(|names| expected(names)))
            busy=batch.sending()
            on_confirm=Callback::new(delete)
        >
            <p>{move || t(text::DELETE_LOSS)}</p>
            {move || (left_out.get() > 0).then(|| {
                view! { <p>{tf(text::DELETE_INTERNAL, &[("n", &left_out.get())])}</p> }
            })}
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">
                {move || wanted.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

async fn delete(instance_id: String, topics: Vec<String>) -> Vec<Outcome> {
    let body = DeleteTopicsBody { topics: topics.clone() };
    let answer = mutate(DeleteTopics { instance_id, body }).await;
    Outcome::of_answer(&topics, answer, |answer: &Arc<DeletedTopics>, name| {
        answer.topics.iter().find(|topic| topic.id == name).map(|topic| topic.success)
    })
}

fn title(names: &[String]) -> String {
    match names {
        [name] => tf(text::DELETE_TITLE_ONE, &[("name", name)]),
        names => tf(text::DELETE_TITLE_OTHER, &[("n", &number(names.len() as u64))]),
    }
}

/// What has to be typed: the topic's name, or how many.
fn expected(names: &[String]) -> String {
    match names {
        [name] => name.clone(),
        names => tf(text::DELETE_COUNT_WORD, &[("n", &names.len())]),
    }
}

fn done_text(all: &[Item]) -> String {
    match all {
        [one] => tf(text::DELETED_TOAST_ONE, &[("name", &one.name)]),
        all => tf(text::DELETED_TOAST_OTHER, &[("n", &number(all.len() as u64))]),
    }
}
