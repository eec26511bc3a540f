//! Deleting groups: what is lost, the name typed, a reason for each that stays, failed ones again.

use dms_api::models::kafka::DeletedGroups;
use dms_api::ops::kafka::{DeleteGroups, DeleteGroupsBody};
use leptos::prelude::*;

use super::members::Peeks;
use crate::data::{ApiFailure, mutate};
use crate::i18n::{groups as text, number, t, tf};
use crate::pages::batch::{self, Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

/// Groups per call. The reference names no limit; other batch calls of the service take 50.
const MOST: usize = 50;

const WORDS: BatchWords = BatchWords {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    failed: text::NOT_DELETED,
    unexplained: text::DELETE_REFUSED,
};

/// Opens while `names` is not empty.
#[component]
pub fn DeleteGroupsDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// What is known of members, to warn beforehand.
    #[prop(optional)]
    peeks: Option<Peeks>,
    /// The dialogs are closed; these groups are gone.
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
    // The results take the place of the question; that cancels nothing.
    let asked = move || names.with(|n| !n.is_empty()) && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            names.set(Vec::new());
        }
    });
    let delete = move |()| {
        let items = names.get_untracked().into_iter().map(Item::named).collect();
        let instance = instance.clone();
        batch.start(items, Job::calls(MOST, move |groups| delete(instance.clone(), groups)));
    };
    let live = Memo::new(move |_| names.with(|names| peeks.map_or(0, |peeks| peeks.live(names))));
    view! {
        <ConfirmDialog
            open=asking
            title=move || names.with(|names| title(names))
            action=text::DELETE
            expect=Signal::derive(move || names.with(|names| expected(names)))
            busy=batch.sending()
            on_confirm=Callback::new(delete)
        >
            <p>{move || t(text::DELETE_LOSS)}</p>
            {move || (live.get() > 0).then(|| {
                view! { <p>{tf(text::DELETE_LIVE, &[("n", &live.get())])}</p> }
            })}
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">
                {move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

async fn delete(instance_id: String, groups: Vec<String>) -> Vec<Outcome> {
    let body = DeleteGroupsBody { group_ids: groups.clone() };
    of_answer(&groups, mutate(DeleteGroups { instance_id, body }).await.map(|answer| (*answer).clone()))
}

/// The answer names only those that failed. One that says that some failed but not which has deleted none for
/// sure.
fn of_answer(groups: &[String], answer: Result<DeletedGroups, ApiFailure>) -> Vec<Outcome> {
    let answer = match answer {
        Ok(answer) => answer,
        Err(failure) => return vec![Outcome::Call(failure); groups.len()],
    };
    let nameless = answer.failed_groups.is_empty() && answer.total > 0;
    let of = |group: &String| match answer.failed_groups.iter().find(|failed| failed.group_id == *group) {
        Some(failed) if failed.error_message.is_empty() => Outcome::Failed,
        Some(failed) => Outcome::Said(failed.error_message.clone()),
        None if nameless => Outcome::Unmentioned,
        None => Outcome::Done,
    };
    groups.iter().map(of).collect()
}

fn title(names: &[String]) -> String {
    match names {
        [name] => tf(text::DELETE_TITLE_ONE, &[("name", name)]),
        names => tf(text::DELETE_TITLE_OTHER, &[("n", &number(names.len() as u64))]),
    }
}

/// What has to be typed: the group's name, or how many.
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

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::record::FromAnswer;

    #[test]
    fn each_failed_group_keeps_its_reason() {
        let answer = DeletedGroups::from_answer(&serde_json::json!({
            "failed_groups": [{"group_id": "b", "error_message": "NON_EMPTY_GROUP"}], "total": 1,
        }));
        let groups = ["a", "b"].map(str::to_owned);
        let outcomes = of_answer(&groups, Ok(answer));
        assert_eq!(outcomes, [Outcome::Done, Outcome::Said("NON_EMPTY_GROUP".into())]);
    }

    #[test]
    fn an_answer_that_forgets_the_names_claims_nothing() {
        let answer = DeletedGroups::from_answer(&serde_json::json!({"total": 1}));
        assert_eq!(of_answer(&["a".to_owned()], Ok(answer)), [Outcome::Unmentioned]);
    }
}
