//! Deleting named things of one kind: the question, the name typed, a result for each, failed ones again.

use leptos::prelude::*;

use super::{Batch, BatchResults, BatchWords, Counts, Item, Job, done};
use crate::i18n::{Msg, number, t, tf};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

/// What a kind of thing is called while it is deleted. `{name}` is its name, `{n}` how many there are.
#[derive(Clone, Copy)]
pub struct DeleteWords {
    /// "Delete topic {name}?"
    pub title_one: Msg,
    /// "Delete {n} topics?"
    pub title_other: Msg,
    /// What the button says.
    pub action: Msg,
    /// What is lost.
    pub loss: Msg,
    /// Names the list, for screen readers.
    pub list: Msg,
    /// What has to be typed for several: "delete {n}".
    pub count_word: Msg,
    /// "Topic {name} deleted"
    pub toast_one: Msg,
    /// "{n} topics deleted"
    pub toast_other: Msg,
    /// Of the results.
    pub results: BatchWords,
}

/// Opens while `names` is not empty.
#[component]
pub fn DeleteDialog(
    words: DeleteWords,
    names: RwSignal<Vec<String>>,
    /// Names that are not deleted even when asked for; `note` says so.
    #[prop(optional, into)]
    kept: Signal<Vec<String>>,
    /// What else to say of `names`.
    note: Signal<Option<String>>,
    /// Makes the calls.
    job: Job,
    /// The dialogs are closed; these are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let job = StoredValue::new_local(job);
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(toast(words, &items));
        }
        names.set(Vec::new());
        on_done.run(done(&items));
    });
    let wanted = Memo::new(move |_| {
        kept.with(|kept| names.get().into_iter().filter(|name| !kept.contains(name)).collect::<Vec<_>>())
    });
    // The results take the place of the question; that cancels nothing.
    let asked = move || names.with(|n| !n.is_empty()) && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            names.set(Vec::new());
        }
    });
    let delete = move |()| {
        let items = wanted.get_untracked().into_iter().map(Item::named).collect();
        batch.start(items, job.get_value());
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || wanted.with(|names| title(words, names))
            action=words.action
            expect=Signal::derive(move || wanted.with(|names| expected(words, names)))
            busy=batch.sending()
            on_confirm=Callback::new(delete)
        >
            <p>{move || t(words.loss)}</p>
            {move || note.get().map(|note| view! { <p>{note}</p> })}
            <ul class="name-list mono" aria-label=move || t(words.list) tabindex="0">
                {move || wanted.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <BatchResults batch words=words.results/>
    }
    .into_any()
}

fn title(words: DeleteWords, names: &[String]) -> String {
    match names {
        [name] => tf(words.title_one, &[("name", name)]),
        names => tf(words.title_other, &[("n", &number(names.len() as u64))]),
    }
}

/// What has to be typed: the one name, or how many.
fn expected(words: DeleteWords, names: &[String]) -> String {
    match names {
        [name] => name.clone(),
        names => tf(words.count_word, &[("n", &names.len())]),
    }
}

fn toast(words: DeleteWords, all: &[Item]) -> String {
    match all {
        [one] => tf(words.toast_one, &[("name", &one.name)]),
        all => tf(words.toast_other, &[("n", &number(all.len() as u64))]),
    }
}
