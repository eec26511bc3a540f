//! Deleting things of one kind: the question, the name typed where something is lost, a result for each, failed ones
//! again.

use super::{Batch, BatchResults, BatchWords, Counts, Item, Job, done};
use crate::i18n::{Msg, number, t, tf};
use crate::prelude::*;
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

/// What is said while records of something are deleted. They stand for what stays, so nothing has to be typed. `{name}` is
/// the name of one, `{n}` how many there are.
#[derive(Clone, Copy)]
pub struct RecordWords {
    /// What the button says.
    pub action: Msg,
    /// What is lost, and what is not.
    pub loss: Msg,
    /// Names the list, for screen readers.
    pub list: Msg,
    /// "Record of {name} deleted"
    pub toast_one: Msg,
    /// "{n} records deleted"
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
    let wanted = Memo::new(move |_| {
        kept.with(|kept| names.get().into_iter().filter(|name| !kept.contains(name)).collect::<Vec<_>>())
    });
    let items = move || wanted.get().into_iter().map(Item::named).collect();
    let DeleteWords { action, loss, list, toast_one, toast_other, results, .. } = words;
    let question = Question {
        words: RecordWords { action, loss, list, toast_one, toast_other, results },
        title: Signal::derive(move || wanted.with(|names| title(words, names))),
        expect: Signal::derive(move || wanted.with(|names| expected(words, names))),
        note,
    };
    let all = Bound::new(Signal::derive(items), move |_| names.set(Vec::new()));
    question.view(Signal::derive(move || names.with(|n| !n.is_empty())), all, job, on_done)
}

/// Opens while `records` is not empty; sets it empty.
#[component]
pub fn DeleteRecordsDialog(
    words: RecordWords,
    records: Bound<Vec<Item>>,
    #[prop(into)] title: Signal<String>,
    /// Makes the calls.
    job: Job,
    /// The dialogs are closed; the records with these keys are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let question =
        Question { words, title, expect: Signal::stored(String::new()), note: Signal::stored(None) };
    question.view(Signal::derive(move || records.with(|all| !all.is_empty())), records, job, on_done)
}

/// What is asked.
#[derive(Clone, Copy)]
struct Question {
    words: RecordWords,
    title: Signal<String>,
    /// What has to be typed; `""` for nothing.
    expect: Signal<String>,
    note: Signal<Option<String>>,
}

impl Question {
    /// Asks while something is `wanted`, sends `items`, shows what became of each and sets them empty.
    fn view(
        self,
        wanted: Signal<bool>,
        items: Bound<Vec<Item>>,
        job: Job,
        on_done: Callback<Vec<String>>,
    ) -> AnyView {
        let (toasts, words) = (use_toasts(), self.words);
        let job = StoredValue::new_local(job);
        let batch = Batch::new(move |all: Vec<Item>| {
            if Counts::of(&all).is_success() {
                toasts.ok(toast(words, &all));
            }
            items.set(Vec::new());
            on_done.run(done(&all));
        });
        // The results take the place of the question; that cancels nothing.
        let asked = move || wanted.get() && !batch.shows_results();
        let asking = Bound::new(Signal::derive(asked), move |open: bool| {
            if !open && untrack(asked) {
                items.set(Vec::new());
            }
        });
        let lines = move || items.get().into_iter().map(|item| view! { <li>{item.name}</li> }).collect_view();
        view! {
            <ConfirmDialog
                open=asking
                title=self.title
                action=words.action
                expect=self.expect
                busy=batch.sending()
                on_confirm=Callback::new(move |()| batch.start(items.peek(), job.get_value()))
            >
                <p>{move || t(words.loss)}</p>
                {move || self.note.get().map(|note| view! { <p>{note}</p> })}
                <ul class="name-list mono" aria-label=move || t(words.list) tabindex="0">{lines}</ul>
            </ConfirmDialog>
            <BatchResults batch words=words.results/>
        }
        .into_any()
    }
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

fn toast(words: RecordWords, all: &[Item]) -> String {
    match all {
        [one] => tf(words.toast_one, &[("name", &one.name)]),
        all => tf(words.toast_other, &[("n", &number(all.len() as u64))]),
    }
}
