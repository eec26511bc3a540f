//! Giving several groups the same description.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::kafka::GroupSummary;
use dms_api::ops::kafka::{GroupBody, ModifyGroups, ModifyGroupsBody};
use dms_api::rules;

use super::source::Groups;
use crate::data::mutate;
use crate::i18n::problems::complaint;
use crate::i18n::{core, groups as text, plural, t};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome, done};
use crate::prelude::*;
use crate::ui::{
    Bound, Button, ButtonKind, Change, Dialog, DiffTable, Field, Form, FormState, TextArea, use_toasts,
};

/// Groups per call. No edition names a limit; other batch calls of the service take 50.
const MOST: usize = 50;

const WORDS: BatchWords = BatchWords {
    title: text::DESCRIBE_RESULT,
    done: text::DESCRIBE_DONE,
    failed: text::DESCRIBE_FAILED,
    unexplained: text::DESCRIBE_UNEXPLAINED,
};

/// Opens while `names` is not empty: the new description, what it changes, then a result for each.
#[component]
pub fn DescribeManyDialog(
    instance: String,
    names: RwSignal<Vec<String>>,
    groups: Groups,
    /// The dialogs are closed; these groups were changed.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(plural(
                items.len() as u64,
                text::DESCRIBE_MANY_TOAST_ONE,
                text::DESCRIBE_MANY_TOAST_OTHER,
            ));
        }
        names.set(Vec::new());
        on_done.run(done(&items));
    });
    // The results take the place of the question; that cancels nothing.
    let asked = move || names.with(|names| !names.is_empty()) && !batch.shows_results();
    let open = Bound::new(Signal::derive(asked), move |on: bool| {
        if !on && untrack(asked) {
            names.set(Vec::new());
        }
    });
    let title = move || {
        plural(names.with(Vec::len) as u64, text::DESCRIBE_MANY_TITLE_ONE, text::DESCRIBE_MANY_TITLE_OTHER)
    };
    view! {
        <Dialog open title busy=batch.sending() wide=true>
            <Fields instance=instance.clone() names groups batch/>
        </Dialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

#[component]
fn Fields(instance: String, names: RwSignal<Vec<String>>, groups: Groups, batch: Batch) -> AnyView {
    let state = FormState::new();
    let description = state.text("", |raw| complaint(rules::GROUP_DESC.check(raw)));
    let changes = Memo::new(move |_| {
        let (new, items) = (description.get().trim().to_owned(), groups.items());
        names.with(|names| changes(names, &items, &new))
    });
    let rows = Signal::derive(move || {
        let row = |(name, before, after): (String, String, String)| Change::new(name, before, after);
        changes.get().into_iter().map(row).collect::<Vec<_>>()
    });
    let same = Signal::derive(move || changes.with(Vec::is_empty));
    let submit = move |()| {
        let wanted = description.value.get_untracked().trim().to_owned();
        let items = changes.get_untracked().into_iter().map(|(name, ..)| Item::named(name)).collect();
        let instance = instance.clone();
        let job = Job::calls(MOST, move |groups| send(instance.clone(), groups, wanted.clone()));
        batch.start(items, job);
    };
    view! {
        <Form of=state on_submit=submit>
            <Field label=core::DESCRIPTION of=description hint=text::DESCRIBE_MANY_HINT>
                <TextArea value=description rows=2 max_chars=200/>
            </Field>
            <div class="changes" tabindex="0" role="group" aria-label=move || t(text::DESCRIBE_CHANGES)>
                <DiffTable changes=rows/>
            </div>
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=batch.sending() on_click=move |()| names.set(Vec::new())/>
                <Button
                    label=core::SAVE
                    kind=ButtonKind::Primary
                    submit=true
                    busy=batch.sending()
                    disabled=same
                    tip=text::DESCRIBE_SAME
                />
            </div>
        </Form>
    }
    .into_any()
}

/// Name, description before and after of the groups whose description changes.
fn changes(names: &[String], items: &[Arc<GroupSummary>], new: &str) -> Vec<(String, String, String)> {
    let change = |name: &String| {
        let now = items.iter().find(|group| group.group_id == *name);
        let now = now.and_then(|group| group.group_desc.clone()).unwrap_or_default();
        (now != new).then(|| (name.clone(), now, new.to_owned()))
    };
    names.iter().filter_map(change).collect()
}

/// The answer says nothing of single groups: the call was made for all of them or for none.
async fn send(instance_id: String, groups: Vec<String>, description: String) -> Vec<Outcome> {
    let body = |name: &String| GroupBody { group_name: name.clone(), group_desc: Some(description.clone()) };
    let body = ModifyGroupsBody { groups: groups.iter().map(body).collect() };
    let answer = mutate(ModifyGroups { engine: Engine::Kafka, instance_id, body }).await;
    Outcome::of_answer(&groups, answer, |_, _| Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_that_stays_is_no_change() {
        let group = |name: &str, desc: Option<&str>| {
            Arc::new(GroupSummary {
                group_id: name.to_owned(),
                group_desc: desc.map(str::to_owned),
                ..GroupSummary::default()
            })
        };
        let items = [group("a", Some("old")), group("b", Some("new")), group("c", None)];
        let names = ["a", "b", "c"].map(str::to_owned);
        let changed: Vec<String> =
            changes(&names, &items, "new").into_iter().map(|(name, ..)| name).collect();
        assert_eq!(changed, ["a", "c"]);
        assert!(changes(&names[2..], &items, "").is_empty());
    }
}
