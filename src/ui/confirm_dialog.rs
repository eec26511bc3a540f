//! Asking before something is lost.

use leptos::ev::KeyboardEvent;

use super::{Bound, Button, ButtonKind, Dialog, Field, TextInput};
use crate::i18n::{tf, ui as text};
use crate::prelude::*;

/// Asks before a change that cannot be undone: says what is lost (the children) and, with `expect`, has the name
/// typed.
#[component]
pub fn ConfirmDialog(
    #[prop(into)] open: Bound<bool>,
    #[prop(into)] title: TextProp,
    /// What the button says: the verb ("Delete topic"), not "OK".
    #[prop(into)]
    action: TextProp,
    /// What has to be typed before the button works; `""` for nothing.
    #[prop(optional, into)]
    expect: Signal<String>,
    #[prop(optional, into)] busy: Signal<bool>,
    /// What was entered inside cannot be sent.
    #[prop(optional, into)]
    blocked: Signal<bool>,
    /// Not destructive: an ordinary primary button.
    #[prop(optional)]
    harmless: bool,
    #[prop(into)] on_confirm: Callback<()>,
    /// What is lost.
    children: ChildrenFn,
) -> AnyView {
    let kind = if harmless { ButtonKind::Primary } else { ButtonKind::Danger };
    let typed = RwSignal::new(String::new());
    // Each time it opens the name has to be typed anew.
    Effect::new(move |_| {
        open.with(|_| ());
        typed.set(String::new());
    });
    let matches = Signal::derive(move || expect.with(|e| typed.with(|t| t.trim() == e)));
    let confirm = move |()| {
        if matches.get_untracked() && !busy.get_untracked() && !blocked.get_untracked() {
            on_confirm.run(());
        }
    };
    let footer = move || {
        view! {
            <Button label=text::CANCEL disabled=busy on_click=move |()| open.set(false)/>
            <Button kind label=action.clone() busy disabled=move || !matches.get() || blocked.get() on_click=confirm/>
        }
    };
    let on_enter = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            confirm(());
        }
    };
    let question = move || {
        expect.with(|e| !e.is_empty()).then(|| {
            view! {
                <div on:keydown=on_enter>
                    <Field label=move || tf(text::TYPE_TO_CONFIRM, &[("name", &expect.get())]) required=true>
                        <TextInput value=typed mono=true autofocus=true/>
                    </Field>
                </div>
            }
        })
    };
    view! {
        <Dialog open title busy footer>
            <div class="stack-small">{children()}</div>
            {question}
        </Dialog>
    }
    .into_any()
}
