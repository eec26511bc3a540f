//! A group beside the list.

use super::detail::{Missing, Numbers, StateLine, use_group};
use super::tables::TopicLinks;
use crate::i18n::{core, rocketmq::groups as text, t};
use crate::pages::rocketmq::facts::route;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Glyph, Section, SidePanel};

/// Settings, lag and topics of a group, without leaving the list.
#[component]
pub fn GroupPanel(
    instance: String,
    group: String,
    /// The group whose settings are being changed.
    editing: RwSignal<String>,
    /// Asks to delete these groups.
    on_delete: Callback<Vec<String>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let shown = use_group(&instance, &group, Signal::stored(0));
    let missing = Memo::new(move |_| shown.is_missing());
    let page = route(&instance, RocketMqPage::Group(group.clone()));
    let reset = route(&instance, RocketMqPage::ResetGroup(group.clone()));
    let (title, edited, doomed) = (group.clone(), group.clone(), group.clone());
    let content = move || {
        let (instance, group) = (instance.clone(), group.clone());
        if missing.get() {
            return view! { <Missing instance group/> }.into_any();
        }
        view! {
            {move || shown.detail.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| shown.refresh())/> }
            })}
            <Numbers shown/>
            <Section title=text::TOPICS><TopicLinks instance consumed=shown.consumed/></Section>
        }
        .into_any()
    };
    view! {
        <SidePanel title subtitle=move || view! { <StateLine shown/> } on_close>
            <div class="row-wrap panel-buttons">
                <Link to=page class=ButtonKind::Secondary.class()>{move || t(text::OPEN_PAGE)}</Link>
                <Link to=reset class=ButtonKind::Secondary.class()>{move || t(text::RESET)}</Link>
                <Button label=core::EDIT on_click=move |()| editing.set(edited.clone())/>
                <Button
                    label=core::DELETE
                    icon=Glyph::Trash
                    on_click=move |()| on_delete.run(vec![doomed.clone()])
                />
            </div>
            {content}
        </SidePanel>
    }
    .into_any()
}
