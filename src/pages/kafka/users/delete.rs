//! Deleting users: one call each, so that each has a result of its own.

use dms_api::ops::kafka::{DeleteUsers, DeleteUsersBody};

use crate::data::mutate;
use crate::i18n::{t, users as text};
use crate::pages::batch::{BatchWords, DeleteDialog, DeleteWords, Job, Outcome};
use crate::prelude::*;

const WORDS: DeleteWords = DeleteWords {
    title_one: text::DELETE_TITLE_ONE,
    title_other: text::DELETE_TITLE_OTHER,
    action: text::DELETE,
    loss: text::DELETE_LOSS,
    list: text::DELETE_LIST,
    count_word: text::DELETE_COUNT_WORD,
    toast_one: text::DELETED_TOAST_ONE,
    toast_other: text::DELETED_TOAST_OTHER,
    results: BatchWords {
        title: text::RESULT_TITLE,
        done: text::DELETED,
        failed: text::NOT_DELETED,
        unexplained: text::DELETE_SILENT,
    },
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
    let note = Signal::derive(move || {
        let first = names.with(|names| fixed.with(|fixed| names.iter().any(|name| fixed.contains(name))));
        first.then(|| t(text::DELETE_FIRST).to_owned())
    });
    let job = Job::each(move |user| delete(instance.clone(), user));
    view! { <DeleteDialog words=WORDS names kept=fixed note job on_done/> }.into_any()
}

async fn delete(instance_id: String, user: String) -> Outcome {
    let body = DeleteUsersBody::of(vec![user]);
    Outcome::of_call(mutate(DeleteUsers { instance_id, body }).await)
}
