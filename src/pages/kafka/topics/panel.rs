//! A topic beside the list.

use dms_api::ops::kafka::ShowTopic;

use super::detail::{Missing, Numbers, Subscribers};
use super::settings::Settings;
use super::source::{Lookup, Topics, use_topic};
use crate::data::use_query;
use crate::i18n::{core, t, topics as text};
use crate::pages::kafka::messages::messages_href;
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Glyph, Section, SidePanel, Skeleton};

/// Settings and sums of the topic called `name`, without leaving the list.
#[component]
pub fn TopicPanel(
    instance: String,
    name: String,
    topics: Topics,
    /// Asks to delete these topics.
    on_delete: Callback<Vec<String>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let op = ShowTopic { instance_id: instance.clone(), topic: name.clone() };
    let detail = use_query(move || Some(op.clone()));
    let found = use_topic(topics, name.clone());
    let missing = move || found.with(|found| *found == Lookup::Missing);
    let page = Route::Topic { instance: instance.clone(), topic: name.clone() };
    let edit = Route::EditTopic { instance: instance.clone(), topic: name.clone() };
    let (title, doomed, of_groups) = (name.clone(), name.clone(), instance.clone());
    let messages = messages_href(&instance, &name);
    let settings = move || match found.get() {
        Lookup::Found(topic) => view! { <Settings topic/> }.into_any(),
        Lookup::Missing => view! { <Missing instance=instance.clone() topic=name.clone()/> }.into_any(),
        Lookup::Searching => view! { <Skeleton lines=5/> }.into_any(),
    };
    let own_page = page.clone();
    let buttons = move || {
        let doomed = doomed.clone();
        view! {
            <Link to=own_page.clone() class=ButtonKind::Secondary.class()>{move || t(text::OPEN_PAGE)}</Link>
            <a class=ButtonKind::Secondary.class() href=messages.clone()>
                {move || t(crate::i18n::messages::TITLE)}
            </a>
            {found.get().found().filter(|topic| !topic.is_internal()).map(|_| view! {
                <Link to=edit.clone() class=ButtonKind::Secondary.class()>{move || t(core::EDIT)}</Link>
                <Button
                    label=text::DELETE_MENU
                    icon=Glyph::Trash
                    on_click=move |()| on_delete.run(vec![doomed.clone()])
                />
            })}
        }
    };
    view! {
        <SidePanel title on_close>
            <div class="row-wrap panel-buttons">{buttons}</div>
            {move || detail.error().filter(|_| !missing()).map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }
            })}
            <Numbers detail/>
            <Section title=text::SETTINGS>{settings}</Section>
            <Section title=text::SUBSCRIBERS><Subscribers instance=of_groups detail/></Section>
        </SidePanel>
    }
    .into_any()
}
