//! Forgetting where a group stands in a topic that it no longer reads.

use dms_api::models::kafka::DeletedGroupOffsets;
use dms_api::ops::kafka::{DeleteGroupOffsets, DeleteGroupOffsetsBody};

use crate::data::use_mutation;
use crate::i18n::{groups as text, t, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Bound, ConfirmDialog, Tone, use_toasts};

/// Opens while `topics` is not empty.
#[component]
pub fn ForgetDialog(instance: String, group: String, topics: RwSignal<Vec<String>>) -> AnyView {
    let mutation = use_mutation();
    let refused = RwSignal::new(None::<String>);
    let toasts = use_toasts();
    let first = Signal::derive(move || topics.with(|all| all.first().cloned().unwrap_or_default()));
    let close = move || {
        topics.set(Vec::new());
        refused.set(None);
        mutation.failure.set(None);
    };
    let open = Bound::new(Signal::derive(move || topics.with(|all| !all.is_empty())), move |on: bool| {
        if !on {
            close();
        }
    });
    let forget = move |()| {
        let body = DeleteGroupOffsetsBody { topics: topics.get_untracked() };
        let op = DeleteGroupOffsets { instance_id: instance.clone(), group: group.clone(), body };
        let topic = first.get_untracked();
        mutation.run(op, move |answer| match refusal(&answer) {
            None => {
                toasts.ok(tf(text::FORGOTTEN_TOAST, &[("topic", &topic)]));
                close();
            }
            Some(code) => refused.set(Some(code)),
        });
    };
    view! {
        <ConfirmDialog
            open
            title=move || tf(text::FORGET_TITLE, &[("topic", &first.get())])
            action=text::FORGET_ACTION
            expect=first
            busy=mutation.pending
            on_confirm=Callback::new(forget)
        >
            <p>{move || t(text::FORGET_TEXT)}</p>
            {move || refused.get().map(|code| view! {
                <Banner tone=Tone::Bad title=move || tf(text::FORGET_REFUSED, &[("code", &code)])/>
            })}
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </ConfirmDialog>
    }
    .into_any()
}

/// The code of the first topic whose offsets are still there.
fn refusal(answer: &DeletedGroupOffsets) -> Option<String> {
    answer.topics.iter().find(|topic| !topic.success).map(|topic| topic.error_code.clone())
}
