//! A topic beside the list.

use dms_api::ops::rocketmq::{ShowTopic, ShowTopicStatus};

use super::detail::Missing;
use super::queues::Numbers;
use super::subscribers::{Subscribers, use_subscribers};
use super::words::Settings;
use crate::data::use_query;
use crate::i18n::{core, rocketmq::topics as text, t};
use crate::pages::rocketmq::facts::route;
use crate::pages::rocketmq::links::messages_href;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Glyph, Section, SidePanel, Skeleton};

/// Settings, sums and groups of a topic, without leaving the list.
#[component]
pub fn TopicPanel(
    instance: String,
    topic: String,
    /// The topic whose settings are being changed.
    editing: RwSignal<String>,
    /// Asks to delete these topics.
    on_delete: Callback<Vec<String>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let of_detail = ShowTopic { instance_id: instance.clone(), topic: topic.clone() };
    let detail = use_query(move || Some(of_detail.clone()));
    let of_status = ShowTopicStatus { instance_id: instance.clone(), topic: topic.clone() };
    let status = use_query(move || Some(of_status.clone()));
    let subscribed = (instance.clone(), topic.clone());
    let groups = use_subscribers(move || Some(subscribed.clone()));
    let missing = Memo::new(move |_| detail.error().is_some_and(|failure| failure.is_not_found()));
    let page = route(&instance, RocketMqPage::Topic(topic.clone()));
    let messages = messages_href(&instance, &topic);
    let (title, edited, doomed) = (topic.clone(), topic.clone(), topic.clone());
    let content = move || {
        let (instance, topic) = (instance.clone(), topic.clone());
        if missing.get() {
            return view! { <Missing instance topic/> }.into_any();
        }
        view! {
            {move || detail.error().or_else(|| status.error()).map(|failure| {
                let retry = Callback::new(move |()| {
                    detail.refresh();
                    status.refresh();
                });
                view! { <Failure failure retry/> }
            })}
            <Numbers status/>
            <Section title=text::SETTINGS>
                {move || match detail.data() {
                    Some(topic) => view! { <Settings topic/> }.into_any(),
                    None => view! { <Skeleton lines=5/> }.into_any(),
                }}
            </Section>
            <Section title=text::SUBSCRIBERS><Subscribers instance groups/></Section>
        }
        .into_any()
    };
    view! {
        <SidePanel title on_close>
            <div class="row-wrap panel-buttons">
                <Link to=page class=ButtonKind::Secondary.class()>{move || t(text::OPEN_PAGE)}</Link>
                <a class=ButtonKind::Secondary.class() href=messages>
                    {move || t(crate::i18n::messages::TITLE)}
                </a>
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
