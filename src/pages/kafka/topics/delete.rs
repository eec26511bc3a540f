//! Deleting topics: what is lost, the name typed, a result for each, failed ones again.

use std::sync::Arc;

use dms_api::models::kafka::DeletedTopics;
use dms_api::ops::kafka::{DeleteTopics, DeleteTopicsBody};

use crate::data::mutate;
use crate::i18n::{plural, topics as text};
use crate::pages::batch::{BatchWords, DeleteDialog, DeleteWords, Job, Outcome};
use crate::prelude::*;

/// Topics per call. The reference names no limit; other batch calls of the service take 50.
const MOST: usize = 50;

const WORDS: DeleteWords = DeleteWords {
    title_one: text::DELETE_TITLE_ONE,
    title_other: text::DELETE_TITLE_OTHER,
    action: text::DELETE_MENU,
    loss: text::DELETE_LOSS,
    list: text::DELETE_LIST,
    count_word: text::DELETE_COUNT_WORD,
    toast_one: text::DELETED_TOAST_ONE,
    toast_other: text::DELETED_TOAST_OTHER,
    results: BatchWords {
        title: text::RESULT_TITLE,
        done: text::DELETED,
        failed: text::NOT_DELETED,
        unexplained: text::DELETE_REFUSED,
    },
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
    let note = Signal::derive(move || {
        let asked =
            |internal: &Vec<String>| names.with(|n| n.iter().filter(|n| internal.contains(n)).count());
        let n = internal.with(asked);
        (n > 0).then(|| plural(n as u64, text::DELETE_INTERNAL_ONE, text::DELETE_INTERNAL_OTHER))
    });
    let job = Job::calls(MOST, move |topics| delete(instance.clone(), topics));
    view! { <DeleteDialog words=WORDS names kept=internal note job on_done/> }.into_any()
}

async fn delete(instance_id: String, topics: Vec<String>) -> Vec<Outcome> {
    let body = DeleteTopicsBody { topics: topics.clone() };
    let answer = mutate(DeleteTopics { instance_id, body }).await;
    Outcome::of_answer(&topics, answer, |answer: &Arc<DeletedTopics>, name| {
        answer.topics.iter().find(|topic| topic.id == name).map(|topic| topic.success)
    })
}
