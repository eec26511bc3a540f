//! Nothing is known of a message: why that may be.

use dms_api::ops::rocketmq::{ListMessages, Reliability};

use crate::data::use_query;
use crate::i18n::{Msg, core, date_time_exact, rocketmq::trace as text, t, tf};
use crate::pages::rocketmq::messages::{message_href, messages_href};
use crate::prelude::*;
use crate::ui::{Banner, Button, ButtonKind, Glyph, Tone};

const REASONS: [Msg; 5] = [text::WHY_OFF, text::WHY_SOON, text::WHY_ID, text::WHY_OLD, text::WHY_RIGHTS];

/// The likely reasons. Where the topic is known, it is found out whether the message is there at all.
#[component]
pub fn NoTrace(instance: String, id: String, topic: String, #[prop(into)] refresh: Callback<()>) -> AnyView {
    let (title_id, of_links) = (id.clone(), instance.clone());
    let links = match topic.as_str() {
        "" => messages_href(&of_links, ""),
        topic => message_href(&of_links, topic, &id),
    };
    let found = (!topic.is_empty()).then(|| found(instance, id, topic));
    let reasons = REASONS.into_iter().map(|reason| view! { <li>{move || t(reason)}</li> }).collect_view();
    view! {
        <section class="trace-empty" role="status">
            <h2>{move || tf(text::NONE_TITLE, &[("id", &title_id)])}</h2>
            {found}
            <p>{move || t(text::NONE_TEXT)}</p>
            <ul>{reasons}</ul>
            <div class="row-wrap">
                <Button label=core::REFRESH icon=Glyph::Refresh on_click=refresh/>
                <a class=ButtonKind::Secondary.class() href=links>{move || t(text::SEARCH_MESSAGES)}</a>
            </div>
        </section>
    }
    .into_any()
}

/// Whether the topic has the message.
fn found(instance: String, id: String, topic: String) -> AnyView {
    let query = use_query(move || {
        Some(ListMessages {
            engine: Reliability,
            instance_id: instance.clone(),
            topic: topic.clone(),
            limit: Some(1),
            offset: Some(0),
            start_time: None,
            end_time: None,
            msg_id: Some(id.clone()),
            key: None,
            queue: None,
        })
    });
    let view = move || {
        let answer = query.data()?;
        let (tone, title): (Tone, TextProp) = match answer.messages.first().map(|m| m.store_timestamp.ms()) {
            Some(at) => (Tone::Info, (move || tf(text::IS_THERE, &[("at", &date_time_exact(at))])).into()),
            None => (Tone::Warn, text::IS_NOT_THERE.into()),
        };
        Some(view! { <Banner tone title/> })
    };
    view.into_any()
}
