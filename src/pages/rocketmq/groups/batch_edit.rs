//! Changing several groups at once: reviewed as a list of what differs, a result for each, failed ones again.

use std::rc::Rc;
use std::sync::Arc;

use dms_api::models::rocketmq::Group;
use dms_api::ops::rocketmq::{GroupBody, ModifyGroup, ModifyGroups, ModifyGroupsBody, ShowGroup};
use dms_api::rules;

use super::batch_draft::BatchDraft;
use super::form::{label, shown};
use super::source::Groups;
use super::words::{of_word, yes_no_choices};
use crate::data::{ask, mutate};
use crate::i18n::problems::complaint;
use crate::i18n::{
    core, number, plural,
    rocketmq::{self as common, groups as text},
    t, tf,
};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, done};
use crate::pages::rocketmq::jobs::{Calls, one_or_many};
use crate::prelude::*;
use crate::ui::{
    Bound, Button, ButtonKind, Change, Choice, Dialog, DiffTable, Field, FieldState, Form, FormState,
    NumberInput, Select, use_toasts,
};

const WORDS: BatchWords = BatchWords {
    title: text::CHANGE_RESULT_TITLE,
    done: text::CHANGED,
    failed: text::NOT_CHANGED,
    unexplained: text::CHANGE_REFUSED,
};

/// Lines of the review in the document at most.
const LINES: usize = 200;

/// Open while `names` is not empty.
#[component]
pub fn EditGroupsDialog(
    instance: String,
    groups: Groups,
    names: RwSignal<Vec<String>>,
    /// The dialogs are closed; these groups have been changed.
    #[prop(into)]
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(plural(items.len() as u64, text::CHANGED_TOAST_ONE, text::CHANGED_TOAST_OTHER));
        }
        names.set(Vec::new());
        on_done.run(done(&items));
    });
    // The results take the place of the form; that cancels nothing.
    let asked = move || names.with(|n| !n.is_empty()) && !batch.shows_results();
    let open = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            names.set(Vec::new());
        }
    });
    let title = move || {
        let n = names.with(|names| names.len() as u64);
        plural(n, text::EDIT_TITLE_ONE, text::EDIT_TITLE_OTHER)
    };
    view! {
        <Dialog open title busy=batch.sending() wide=true>
            <BatchForm instance=instance.clone() groups names batch close=move |()| open.set(false)/>
        </Dialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

#[derive(Clone, Copy)]
struct Fields {
    enabled: FieldState,
    broadcast: FieldState,
    retries: FieldState,
    from_beginning: FieldState,
    orderly: FieldState,
}

impl Fields {
    fn new(state: FormState) -> Self {
        Self {
            enabled: state.free(String::new()),
            broadcast: state.free(String::new()),
            retries: state.text("", |raw| {
                let check = || rules::number(raw).and_then(|n| rules::RETRY_MAX.check(n));
                (!raw.trim().is_empty()).then(|| complaint(check())).flatten()
            }),
            from_beginning: state.free(String::new()),
            orderly: state.free(String::new()),
        }
    }

    fn draft(self) -> BatchDraft {
        BatchDraft {
            enabled: of_word(&self.enabled.get()),
            broadcast: of_word(&self.broadcast.get()),
            retries: self.retries.get(),
            from_beginning: of_word(&self.from_beginning.get()),
            orderly: of_word(&self.orderly.get()),
        }
    }
}

#[component]
fn BatchForm(
    instance: String,
    groups: Groups,
    names: RwSignal<Vec<String>>,
    batch: Batch,
    #[prop(into)] close: Callback<()>,
) -> AnyView {
    let state = FormState::new();
    let fields = Fields::new(state);
    // What the review calls "before" has to be true.
    groups.refresh();
    let affected = Memo::new(move |_| {
        let draft = fields.draft();
        let items = groups.items();
        let own = |group: &&Arc<Group>| names.with(|names| names.contains(&group.name));
        let changed = items.iter().filter(own).filter(|group| !draft.changes(group).is_empty());
        changed.map(|group| (**group).clone()).collect::<Vec<_>>()
    });
    let job_instance = instance.clone();
    let submit = move |()| {
        let (draft, groups) = untrack(|| (fields.draft(), affected.get()));
        let items = groups.iter().map(|group| Item::named(group.name.clone())).collect();
        batch.start(items, job(job_instance.clone(), draft, groups));
    };
    let action = move || plural(affected.with(Vec::len) as u64, text::CHANGE_ONE, text::CHANGE_OTHER);
    let choose = move |label, field: FieldState, options: fn() -> Vec<Choice>| {
        view! {
            <Field label=label>
                <Select value=field options=Signal::derive(options) placeholder=text::AS_IT_IS/>
            </Field>
        }
    };
    view! {
        <Form of=state on_submit=submit>
            <div class="field-pair">
                {choose(text::STATE, fields.enabled, enabled_choices)}
                {choose(text::MODE, fields.broadcast, mode_choices)}
                <Field label=text::RETRIES of=fields.retries hint=text::RETRIES_BATCH_HINT>
                    <NumberInput
                        value=fields.retries
                        placeholder=text::AS_IT_IS
                        min=Signal::stored(rules::RETRY_MAX.min)
                        max=Signal::stored(rules::RETRY_MAX.max)
                    />
                </Field>
                {choose(text::FROM_BEGINNING, fields.from_beginning, yes_no_choices)}
                <Field label=text::ORDERLY hint=common::VERSION_FIVE_ONLY>
                    <Select
                        value=fields.orderly
                        options=Signal::derive(yes_no_choices)
                        placeholder=text::AS_IT_IS
                    />
                </Field>
            </div>
            <Review fields affected names/>
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=batch.sending() on_click=close/>
                <Button
                    label=action
                    kind=ButtonKind::Primary
                    submit=true
                    busy=batch.sending()
                    disabled=Signal::derive(move || affected.with(Vec::is_empty))
                    tip=text::NO_CHANGES_TIP
                />
            </div>
        </Form>
    }
    .into_any()
}

fn enabled_choices() -> Vec<Choice> {
    vec![Choice::new("yes", text::ENABLED), Choice::new("no", text::DISABLED)]
}

fn mode_choices() -> Vec<Choice> {
    vec![Choice::new("no", text::CLUSTERING), Choice::new("yes", text::BROADCAST)]
}

/// Every setting of every group that differs, before and after; and how many groups stay as they are.
#[component]
fn Review(fields: Fields, affected: Memo<Vec<Group>>, names: RwSignal<Vec<String>>) -> AnyView {
    let lines = Memo::new_with_compare(
        move |_| {
            let draft = fields.draft();
            let of = |group: &Group| {
                let name = group.name.clone();
                draft.changes(group).into_iter().map(move |change| (name.clone(), change)).collect::<Vec<_>>()
            };
            affected.with(|groups| groups.iter().flat_map(of).collect::<Vec<_>>())
        },
        |old, new| old != new,
    );
    let changes = Signal::derive(move || {
        let line = |(name, change): &(String, super::draft::Change)| {
            let (name, what) = (name.clone(), change.what);
            let title = move || tf(text::OF_GROUP, &[("name", &name), ("setting", &t(label(what)))]);
            Change::new(title, shown(what, change.before.clone()), shown(what, change.after.clone()))
        };
        lines.with(|lines| lines.iter().take(LINES).map(line).collect::<Vec<_>>())
    });
    let more = move || lines.with(Vec::len).saturating_sub(LINES);
    let same = move || names.with(Vec::len).saturating_sub(affected.with(Vec::len));
    let noted = move |n: usize, msg| (n > 0).then(|| tf(msg, &[("n", &number(n as u64))]));
    view! {
        <section class="stack-small batch-review" aria-label=move || t(text::REVIEW) tabindex="0">
            <h3>{move || t(text::REVIEW)}</h3>
            <DiffTable changes/>
            <p class="muted">{move || noted(more(), text::MORE_LINES)}</p>
            <p class="muted">{move || affected.with(|a| !a.is_empty()).then(|| noted(same(), text::STAY_SAME))}</p>
        </section>
    }
    .into_any()
}

fn job(instance: String, draft: BatchDraft, groups: Vec<Group>) -> Job {
    let (of_one, of_look, of_tasks) = (instance.clone(), instance.clone(), instance.clone());
    let wanted = draft.clone();
    let entry: Rc<dyn Fn(&str) -> GroupBody> = Rc::new(move |name| {
        let group = groups.iter().find(|group| group.name == name);
        group.map(|group| draft.entry(group)).unwrap_or_default()
    });
    let single = Rc::clone(&entry);
    let calls = Calls {
        many: Rc::new(move |names| {
            let body = ModifyGroupsBody { groups: names.iter().map(|name| entry(name)).collect() };
            let op = ModifyGroups { instance_id: instance.clone(), body };
            Box::pin(async move { mutate(op).await.map(|answer| answer.job_id.clone()) })
        }),
        one: Rc::new(move |name| {
            let body = GroupBody { name: String::new(), ..single(&name) };
            let op = ModifyGroup { instance_id: of_one.clone(), group: name, body };
            Box::pin(async move { mutate(op).await.map(drop) })
        }),
        is_done: Rc::new(move |name| {
            let (op, wanted) = (ShowGroup { instance_id: of_look.clone(), group: name }, wanted.clone());
            Box::pin(async move { ask(op).await.map(|group| wanted.is_done(&group)) })
        }),
    };
    one_or_many(of_tasks, calls)
}
