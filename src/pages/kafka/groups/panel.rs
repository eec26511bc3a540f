//! A group beside the list.

use super::detail::{Missing, Numbers, StateLine, use_group};
use super::tables::TopicLinks;
use crate::i18n::{groups as text, t};
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Glyph, Section, SidePanel};

/// Lag, members and topics of a group, without leaving the list.
#[component]
pub fn GroupPanel(
    instance: String,
    group: String,
    every_ms: Signal<u32>,
    /// Asks to delete these groups.
    on_delete: Callback<Vec<String>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let shown = use_group(&instance, &group, every_ms);
    let detail = shown.detail;
    let missing = Memo::new(move |_| detail.error().is_some_and(|failure| failure.is_not_found()));
    let page = Route::Group { instance: instance.clone(), group: group.clone() };
    let reset = Route::ResetGroup { instance: instance.clone(), group: group.clone() };
    let (title, doomed) = (group.clone(), group.clone());
    let content = move || {
        let (instance, group) = (instance.clone(), group.clone());
        if missing.get() {
            return view! { <Missing instance group/> }.into_any();
        }
        let of_topics = instance.clone();
        view! {
            {move || detail.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }
            })}
            <Numbers instance group shown/>
            <Section title=text::TOPICS_TITLE><TopicLinks instance=of_topics shown/></Section>
        }
        .into_any()
    };
    view! {
        <SidePanel title subtitle=move || view! { <StateLine shown/> } on_close>
            <div class="row-wrap panel-buttons">
                <Link to=page class=ButtonKind::Secondary.class()>{move || t(text::OPEN_PAGE)}</Link>
                <Link to=reset class=ButtonKind::Secondary.class()>{move || t(text::RESET)}</Link>
                <Button
                    label=text::DELETE
                    icon=Glyph::Trash
                    on_click=move |()| on_delete.run(vec![doomed.clone()])
                />
            </div>
            {content}
        </SidePanel>
    }
    .into_any()
}
