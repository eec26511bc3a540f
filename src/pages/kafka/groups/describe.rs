//! Changing what a group says about itself.

use dms_api::Engine;
use dms_api::ops::kafka::{GroupBody, ModifyGroup};
use dms_api::rules;

use crate::data::{Mutation, use_mutation};
use crate::i18n::problems::complaint;
use crate::i18n::{core, groups as text, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Bound, Button, ButtonKind, Dialog, Field, Form, FormState, TextArea, use_toasts};

/// One field, starting from the description of `now`.
#[component]
pub fn DescribeDialog(instance: String, group: String, open: RwSignal<bool>, now: Signal<String>) -> AnyView {
    let mutation = use_mutation();
    let title = {
        let group = group.clone();
        move || tf(text::DESCRIBE_TITLE, &[("name", &group)])
    };
    let bound = Bound::new(open, move |on: bool| {
        open.set(on);
        mutation.failure.set(None);
    });
    view! {
        <Dialog open=bound title busy=mutation.pending>
            <DescribeForm instance=instance.clone() group=group.clone() open start=now.get_untracked() mutation/>
        </Dialog>
    }
    .into_any()
}

#[component]
fn DescribeForm(
    instance: String,
    group: String,
    open: RwSignal<bool>,
    start: String,
    mutation: Mutation,
) -> AnyView {
    let state = FormState::new();
    let description = state.text(start, |raw| complaint(rules::GROUP_DESC.check(raw)));
    let toasts = use_toasts();
    let submit = move |()| {
        let body = GroupBody {
            group_name: group.clone(),
            group_desc: Some(description.value.get_untracked().trim().to_owned()),
        };
        let (instance_id, name) = (instance.clone(), group.clone());
        mutation.run(
            ModifyGroup { engine: Engine::Kafka, instance_id, group: name.clone(), body },
            move |_| {
                toasts.ok(tf(text::DESCRIBED_TOAST, &[("name", &name)]));
                open.set(false);
            },
        );
    };
    view! {
        <Form of=state on_submit=submit>
            <Field label=core::DESCRIPTION of=description><TextArea value=description rows=3 max_chars=200/></Field>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=move |()| open.set(false)/>
                <Button label=core::SAVE kind=ButtonKind::Primary submit=true busy=mutation.pending/>
            </div>
        </Form>
    }
    .into_any()
}
