//! Deleting groups: what is lost, the name typed, a reason for each that stays, failed ones again.

use dms_api::models::kafka::DeletedGroups;
use dms_api::ops::kafka::{DeleteGroup, DeleteGroups, DeleteGroupsBody};

use super::members::Peeks;
use crate::data::{ApiFailure, mutate};
use crate::i18n::{groups as text, plural};
use crate::pages::batch::{BatchWords, DeleteDialog, DeleteWords, Job, Outcome};
use crate::prelude::*;

/// Groups per call. The reference names no limit; other batch calls of the service take 50.
const MOST: usize = 50;

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
        unexplained: text::DELETE_REFUSED,
    },
};

/// Opens while `names` is not empty.
#[component]
pub fn DeleteGroupsDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    /// What is known of members, to warn beforehand.
    #[prop(optional)]
    peeks: Option<Peeks>,
    /// One group by a call of its own, whose refusal says more than a line of the common answer.
    #[prop(optional)]
    alone: bool,
    /// The dialogs are closed; these groups are gone.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let note = Signal::derive(move || {
        let live = names.with(|names| peeks.map_or(0, |peeks| peeks.live(names)));
        (live > 0).then(|| plural(live as u64, text::DELETE_LIVE_ONE, text::DELETE_LIVE_OTHER))
    });
    let job = match alone {
        true => Job::each(move |group| {
            let op = DeleteGroup { instance_id: instance.clone(), group };
            async move { Outcome::of_call(mutate(op).await) }
        }),
        false => Job::calls(MOST, move |groups| delete(instance.clone(), groups)),
    };
    view! { <DeleteDialog words=WORDS names note job on_done/> }.into_any()
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
