//! Changing one group's settings.

use std::sync::Arc;

use dms_api::models::rocketmq::Group;
use dms_api::ops::rocketmq::{ModifyGroup, ShowGroup};

use super::draft::{GroupDraft, What};
use super::form::{BrokerFields, ConsumeFields, Description, GroupForm, line};
use crate::data::{Mutation, use_mutation, use_query};
use crate::i18n::{core, rocketmq::groups as text, t, tf};
use crate::pages::rocketmq::facts::{Facts, use_facts};
use crate::pages::rocketmq::fresh;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Bound, Button, ButtonKind, Dialog, DiffTable, Form, Skeleton, Tone, use_toasts};

/// Open while `group` is not empty.
#[component]
pub fn EditGroupDialog(
    instance: String,
    group: RwSignal<String>,
    /// The group has been changed.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let mutation = use_mutation();
    let facts = use_facts(&instance);
    let open = Bound::new(Signal::derive(move || group.with(|name| !name.is_empty())), move |on: bool| {
        if !on {
            group.set(String::new());
            mutation.failure.set(None);
        }
    });
    let title = move || tf(text::EDIT_TITLE, &[("name", &group.get())]);
    view! {
        <Dialog open title busy=mutation.pending wide=true>
            <Loaded
                instance=instance.clone()
                name=group.get_untracked()
                facts
                mutation
                on_done
                close=move |()| open.set(false)
            />
        </Dialog>
    }
    .into_any()
}

/// The form starts from what the service says now, not from what a list said a while ago.
#[component]
fn Loaded(
    instance: String,
    name: String,
    facts: Facts,
    mutation: Mutation,
    on_done: Callback<()>,
    #[prop(into)] close: Callback<()>,
) -> AnyView {
    let op = ShowGroup { instance_id: instance.clone(), group: name.clone() };
    let detail = use_query(move || Some(op.clone()));
    let start = fresh(detail);
    // Once the form is there, what becomes of the query does not touch it.
    let failed = Memo::new(move |_| start.with(Option::is_none).then(|| detail.error()).flatten());
    (move || match (start.get(), failed.get()) {
        (Some(group), _) => {
            let (instance, name) = (instance.clone(), name.clone());
            view! { <EditForm instance name group facts mutation on_done close/> }.into_any()
        }
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=6/> }.into_any(),
    })
    .into_any()
}

#[component]
fn EditForm(
    instance: String,
    name: String,
    group: Arc<Group>,
    facts: Facts,
    mutation: Mutation,
    on_done: Callback<()>,
    close: Callback<()>,
) -> AnyView {
    let before = Arc::new(GroupDraft::of(&group));
    let form = GroupForm::editing(facts, &before);
    let toasts = use_toasts();
    let changes = {
        let before = Arc::clone(&before);
        Memo::new(move |_| form.draft().changes(&before))
    };
    let submit = move |()| {
        let body = untrack(|| form.draft().change_body(&before));
        let shown = name.clone();
        let op = ModifyGroup { instance_id: instance.clone(), group: name.clone(), body };
        mutation.run(op, move |_| {
            toasts.ok(tf(text::SAVED_TOAST, &[("name", &shown)]));
            close.run(());
            on_done.run(());
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.reject(&failure);
        }
    });
    view! {
        <Form of=form.state on_submit=submit>
            <ConsumeFields form present=true/>
            <BrokerFields form present=true/>
            <Description form/>
            <section class="stack-small" aria-label=move || t(text::REVIEW)>
                <h3>{move || t(text::REVIEW)}</h3>
                <DiffTable changes=Signal::derive(move || changes.get().into_iter().map(line).collect())/>
                {move || changes.with(|all| all.iter().any(|c| c.what == What::Broadcast)).then(|| view! {
                    <Banner tone=Tone::Warn title=text::MODE_WARNING/>
                })}
            </section>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=close/>
                <Button
                    label=text::SUBMIT_EDIT
                    kind=ButtonKind::Primary
                    submit=true
                    busy=mutation.pending
                    disabled=Signal::derive(move || changes.with(Vec::is_empty))
                    tip=text::NO_CHANGES_TIP
                />
            </div>
        </Form>
    }
    .into_any()
}
