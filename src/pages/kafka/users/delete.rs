//! Deleting users: one call each, so that each has a result of its own.

use dms_api::ops::kafka::{DeleteUsers, DeleteUsersBody};
use leptos::prelude::*;

use crate::data::mutate;
use crate::i18n::{number, t, tf, users as text};
use crate::pages::batch::{self, Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    failed: text::NOT_DELETED,
    unexplained: text::DELETE_SILENT,
};

/// Opens while `names` is not empty. The first user among them is left out, and that is said.
#[component]
pub fn DeleteUsersDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// The users that cannot be deleted.
    fixed: Signal<Vec<String>>,
    /// The dialogs are closed; these users are gone.
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
        fixed.with(|fixed| names.get().into_iter().filter(|name| !fixed.contains(name)).collect::<Vec<_>>())
    });
    let left_out = Memo::new(move |_| names.with(Vec::len) > wanted.with(Vec::len));
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
        batch.start(items, Job::each(move |user| delete(instance.clone(), user)));
    };
    view! {
        <ConfirmDialog
            open=asking
            title=move || wanted.with(|names| title(names))
            action=text::DELETE
            expect=Signal::derive(move || wanted.with(|names| expected(names)))
            busy=batch.sending()
            on_confirm=Callback::new(delete)
        >
            <p>{move || t(text::DELETE_LOSS)}</p>
            {move || left_out.get().then(|| view! { <p>{t(text::DELETE_FIRST)}</p> })}
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">
                {move || wanted.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

async fn delete(instance_id: String, user: String) -> Outcome {
    let body = DeleteUsersBody::of(vec![user]);
    Outcome::of_call(mutate(DeleteUsers { instance_id, body }).await)
}

fn title(names: &[String]) -> String {
    match names {
        [name] => tf(text::DELETE_TITLE_ONE, &[("name", name)]),
        names => tf(text::DELETE_TITLE_OTHER, &[("n", &number(names.len() as u64))]),
    }
}

/// What has to be typed: the user's name, or how many.
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
