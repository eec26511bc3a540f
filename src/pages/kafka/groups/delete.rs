//! Deleting groups: what is lost, the name typed, a reason for each that stays, failed ones again.

use dms_api::models::kafka::DeletedGroups;
use dms_api::ops::kafka::{DeleteGroups, DeleteGroupsBody};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::members::Peeks;
use crate::data::mutate;
use crate::i18n::{groups as text, number, t, tf};
use crate::pages::kafka::batch::{self, Outcome, Reason, Results, Words};
use crate::ui::{Bound, ConfirmDialog, use_toasts};

/// Groups per call. The reference names no limit; other batch calls of the service take 50.
const BATCH: usize = 50;

const WORDS: Words = Words {
    title: text::RESULT_TITLE,
    done: text::DELETED,
    not_done: text::NOT_DELETED,
    silent: text::DELETE_REFUSED,
    retry: text::RETRY_FAILED,
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
    let busy = RwSignal::new(false);
    let outcomes = RwSignal::new(Vec::<Outcome>::new());
    let toasts = use_toasts();
    let close = move |gone: Vec<String>| {
        names.set(Vec::new());
        outcomes.set(Vec::new());
        on_done.run(gone);
    };
    let delete = move |wanted: Vec<String>| {
        let instance = instance.clone();
        busy.set(true);
        spawn_local(async move {
            let results = delete_all(&instance, &wanted).await;
            busy.try_set(false);
            let all = batch::merged(outcomes.try_get_untracked().unwrap_or_default(), results);
            if batch::names(&all, false).is_empty() {
                toasts.ok(done_text(&all));
                close(batch::names(&all, true));
            } else {
                outcomes.try_set(all);
            }
        });
    };
    let retry = delete.clone();
    // A dialog also closes because the other one takes its place, or because all is done; that cancels nothing.
    let asked = move || names.with(|n| !n.is_empty()) && outcomes.with(Vec::is_empty);
    let asking = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            close(Vec::new());
        }
    });
    let reported = move || outcomes.with(|o| !o.is_empty());
    let reporting = Bound::new(Signal::derive(reported), move |open: bool| {
        if !open && untrack(reported) {
            close(outcomes.with_untracked(|all| batch::names(all, true)));
        }
    });
    let live = Memo::new(move |_| names.with(|names| peeks.map_or(0, |peeks| peeks.live(names))));
    view! {
        <ConfirmDialog
            open=asking
            title=move || names.with(|names| title(names))
            action=text::DELETE
            expect=Signal::derive(move || names.with(|names| expected(names)))
            busy
            on_confirm=Callback::new(move |()| delete(names.get_untracked()))
        >
            <p>{move || t(text::DELETE_LOSS)}</p>
            {move || (live.get() > 0).then(|| {
                view! { <p>{tf(text::DELETE_LIVE, &[("n", &live.get())])}</p> }
            })}
            <ul class="name-list mono" aria-label=move || t(text::DELETE_LIST) tabindex="0">
                {move || names.get().into_iter().map(|name| view! { <li>{name}</li> }).collect_view()}
            </ul>
        </ConfirmDialog>
        <Results open=reporting outcomes busy words=WORDS on_retry=Callback::new(retry)/>
    }
    .into_any()
}

/// Deletes in batches; a batch that fails as a whole does not stop the others.
async fn delete_all(instance: &str, names: &[String]) -> Vec<Outcome> {
    let mut results = Vec::with_capacity(names.len());
    for some in names.chunks(BATCH) {
        let body = DeleteGroupsBody { group_ids: some.to_vec() };
        let answer = mutate(DeleteGroups { instance_id: instance.to_owned(), body }).await;
        results.extend(match answer {
            Ok(answer) => of_answer(some, &answer),
            Err(failure) => batch::all_failed(some, &failure),
        });
    }
    results
}

/// The answer names only those that failed. One that says that some failed but not which has deleted none for
/// sure.
fn of_answer(asked: &[String], answer: &DeletedGroups) -> Vec<Outcome> {
    let nameless = answer.failed_groups.is_empty() && answer.total > 0;
    asked
        .iter()
        .map(|name| match answer.failed_groups.iter().find(|failed| failed.group_id == *name) {
            Some(failed) if failed.error_message.is_empty() => Outcome::failed(name, Reason::Silent),
            Some(failed) => Outcome::failed(name, Reason::Said(failed.error_message.clone())),
            None if nameless => Outcome::failed(name, Reason::Silent),
            None => Outcome::done(name),
        })
        .collect()
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

fn done_text(all: &[Outcome]) -> String {
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
        let asked = ["a", "b"].map(str::to_owned);
        let outcomes = of_answer(&asked, &answer);
        assert_eq!(batch::names(&outcomes, true), ["a"]);
        assert_eq!(outcomes[1].result, Err(Reason::Said("NON_EMPTY_GROUP".into())));
    }

    #[test]
    fn an_answer_that_forgets_the_names_claims_nothing() {
        let answer = DeletedGroups::from_answer(&serde_json::json!({"total": 1}));
        assert!(batch::names(&of_answer(&["a".to_owned()], &answer), true).is_empty());
    }
}
