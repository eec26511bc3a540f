//! Creating a consumer group before anybody joins it.

use dms_api::ops::kafka::{CreateGroup, GroupBody};
use dms_api::rules;

use super::source::Groups;
use crate::data::use_mutation;
use crate::i18n::problems::complaint;
use crate::i18n::{core, groups as text, t, tf};
use crate::prelude::*;
use crate::routes::{Route, go};
use crate::shell::{Failure, brief};
use crate::ui::{Bound, Button, ButtonKind, Dialog, Field, Form, FormState, TextArea, TextInput, use_toasts};

/// Name and description; afterwards the new group's page.
#[component]
pub fn CreateGroupDialog(instance: String, open: RwSignal<bool>, groups: Groups) -> AnyView {
    let mutation = use_mutation();
    let bound = Bound::new(open, move |on: bool| {
        open.set(on);
        if !on {
            mutation.failure.set(None);
        }
    });
    view! {
        <Dialog open=bound title=text::CREATE_TITLE busy=mutation.pending>
            <CreateForm instance=instance.clone() open groups mutation/>
        </Dialog>
    }
    .into_any()
}

/// Made anew each time the dialog opens.
#[component]
fn CreateForm(
    instance: String,
    open: RwSignal<bool>,
    groups: Groups,
    mutation: crate::data::Mutation,
) -> AnyView {
    let state = FormState::new();
    let name = state.text("", move |raw| {
        let items = groups.items();
        let names: Vec<&str> = items.iter().map(|group| group.group_id.as_str()).collect();
        complaint(rules::group_name(raw.trim(), &names))
    });
    let description = state.text("", |raw| complaint(rules::GROUP_DESC.check(raw)));
    let toasts = use_toasts();
    let submit = move |()| {
        let group = untrack(|| name.get()).trim().to_owned();
        let group_desc = Some(untrack(|| description.get())).filter(|desc| !desc.is_empty());
        let body = GroupBody { group_name: group.clone(), group_desc };
        let instance = instance.clone();
        mutation.run(CreateGroup { instance_id: instance.clone(), body }, move |_| {
            toasts.ok(tf(text::CREATED_TOAST, &[("name", &group)]));
            open.set(false);
            go(&Route::Group { instance, group });
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get()
            && let Some("group_name" | "group" | "name") = failure.field()
        {
            name.reject(brief(&failure));
        }
    });
    view! {
        <Form of=state on_submit=submit>
            <p class="muted">{move || t(text::CREATE_HINT)}</p>
            <Field label=text::NAME of=name required=true><TextInput value=name mono=true/></Field>
            <Field label=core::DESCRIPTION of=description><TextArea value=description rows=2 max_chars=200/></Field>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=move |()| open.set(false)/>
                <Button label=text::CREATE kind=ButtonKind::Primary submit=true busy=mutation.pending/>
            </div>
        </Form>
    }
    .into_any()
}
