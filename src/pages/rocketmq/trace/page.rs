//! `/rocketmq/{instance}/trace`: what happened to one message.

use std::sync::Arc;

use dms_api::models::rocketmq::{Trace, TraceList};
use dms_api::ops::rocketmq::{Reliability, ShowTrace};
use leptos::ev::SubmitEvent;

use super::empty::NoTrace;
use super::story::Story;
use super::table::Events;
use super::timeline::Timeline;
use super::words::{Sentence, message_kind, sentences};
use crate::data::use_query;
use crate::i18n::{bytes, messages as shared, number, rocketmq::trace as text, t, tf};
use crate::pages::auto_refresh::{AutoRefresh, pace};
use crate::pages::rocketmq::messages::{RETRY, dead_letters_href, message_href, messages_href};
use crate::prelude::*;
use crate::routes::query::History;
use crate::routes::{update_query, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, ButtonKind, EmptyState, Fact, Glyph, KeyValues, PageHeader, Section, Skeleton, Status,
    TextInput, Tone,
};

/// The trace page.
#[component]
pub fn TracePage(instance: String) -> AnyView {
    let (id, topic, every) = (use_query_signal("id"), use_query_signal("topic"), use_query_signal("every"));
    let every_ms = pace(every, || 0);
    let owner = instance.clone();
    let query = use_query(move || {
        let msg_id = Some(id.get()).filter(|id| !id.is_empty())?;
        let instance_id = owner.clone();
        Some(ShowTrace { engine: Reliability, instance_id, msg_id: Some(msg_id), limit: None, offset: None })
    })
    .poll_every(every_ms);
    let refresh = Callback::new(move |()| query.refresh());
    let body = move || {
        let (id, topic) = (id.get(), topic.get());
        if id.is_empty() {
            return view! { <EmptyState title=text::WHICH_TITLE text=text::WHICH_TEXT icon=Glyph::Search/> }
                .into_any();
        }
        match query.data() {
            Some(answer) if answer.trace.is_empty() => {
                let instance = instance.clone();
                view! { <NoTrace instance id topic refresh/> }.into_any()
            }
            Some(answer) => shown(&instance, &answer),
            None if query.error().is_some() => ().into_any(),
            None => view! { <Skeleton lines=8/> }.into_any(),
        }
    };
    view! {
        <div class="page">
            <PageHeader
                title=text::TITLE
                state=|| || t(text::INTRO)
                actions=move || view! { <AutoRefresh chosen=every every_ms on_refresh=refresh/> }
            />
            <AskForm/>
            {move || query.error().map(|failure| view! { <Failure failure retry=refresh/> })}
            {body}
        </div>
    }
    .into_any()
}

/// The form above: which message.
#[component]
fn AskForm() -> AnyView {
    let (id, topic) = (use_query_signal("id"), use_query_signal("topic"));
    let (new_id, new_topic) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    Effect::new(move |_| {
        new_id.set(id.get());
        new_topic.set(topic.get());
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        let trimmed = |signal: RwSignal<String>| signal.with_untracked(|text| text.trim().to_owned());
        update_query(vec![("id", trimmed(new_id)), ("topic", trimmed(new_topic))], History::Push);
    };
    view! {
        <form class="ask" aria-label=move || t(text::FORM) novalidate on:submit=submit>
            <span class="ask-id">
                <TextInput value=new_id mono=true label=text::ID placeholder=text::ID/>
            </span>
            <span class="ask-topic">
                <TextInput value=new_topic mono=true label=text::TOPIC placeholder=text::TOPIC/>
            </span>
            <Button label=text::SHOW kind=ButtonKind::Primary submit=true/>
        </form>
    }
    .into_any()
}

fn shown(instance: &str, answer: &TraceList) -> AnyView {
    let story = Arc::new(Story::of(&answer.trace));
    let facts = answer.trace.first().map(|first| facts(instance, first));
    let (given, total) = (answer.trace.len() as u64, answer.total.unwrap_or_default());
    let more = (total > given).then(|| {
        let title = move || tf(text::MORE, &[("total", &number(total)), ("n", &number(given))]);
        view! { <Banner tone=Tone::Info title/> }
    });
    let (of_summary, owner) = (Arc::clone(&story), instance.to_owned());
    let summary = move || {
        let each = sentences(&of_summary).into_iter().map(|sentence| sentence_view(&owner, sentence));
        each.collect::<Vec<_>>()
    };
    let of_axis = Arc::clone(&story);
    view! {
        {facts}
        {more}
        <Section title=text::SUMMARY><ul class="trace-words">{summary}</ul></Section>
        <Section title=text::AXIS><Timeline story=of_axis/></Section>
        <Section title=text::EVENTS><Events story/></Section>
    }
    .into_any()
}

fn sentence_view(instance: &str, sentence: Sentence) -> AnyView {
    let Sentence { tone, words, failing } = sentence;
    let links = failing.map(|group| {
        let dead = dead_letters_href(instance, &group);
        let retries = messages_href(instance, &format!("{RETRY}{group}"));
        view! {
            <a href=dead>{tf(text::SEE_DEAD, &[("group", &group)])}</a>
            <a href=retries>{t(text::SEE_RETRIES)}</a>
        }
    });
    view! { <li><Status tone=Signal::stored(tone) label=words/> {links}</li> }.into_any()
}

/// What the first entry says of the message.
fn facts(instance: &str, first: &Trace) -> AnyView {
    let href = message_href(instance, &first.topic, &first.offset_msg_id);
    let kind = message_kind(&first.msg_type);
    let word = first.msg_type.as_str().to_owned();
    let kind = move || kind.map_or_else(|| word.clone(), |kind| t(kind).to_owned());
    let first = first.clone();
    let inside = move || {
        view! {
            <Fact label=shared::TOPIC value=first.topic.clone() mono=true/>
            <Fact label=text::KEYS value=first.keys.clone() mono=true/>
            <Fact label=text::TAG value=first.tags.clone() mono=true/>
            <Fact label=text::KIND value=kind/>
            <Fact label=text::BODY_LENGTH value=bytes(first.body_length)/>
            <Fact label=text::ID value=first.msg_id.clone() mono=true copy=true/>
        }
    };
    view! {
        <KeyValues>{inside()}</KeyValues>
        <div class="row-wrap panel-buttons">
            <a class=ButtonKind::Secondary.class() href=href>{move || t(text::OPEN_MESSAGE)}</a>
        </div>
    }
    .into_any()
}
