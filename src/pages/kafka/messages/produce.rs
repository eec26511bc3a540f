//! `/kafka/{instance}/messages/new`: producing a message, or an edited copy of one.

use std::sync::Arc;

use dms_api::models::kafka::{SentMessage, Topic};
use dms_api::ops::kafka::{ConfigEntry, MessageProperty, SendAction, SendMessage, SendMessageBody};

use super::ask::Place;
use super::link::{message_href, messages_href};
use super::single::{Loader, Single};
use crate::data::{ApiFailure, use_mutation};
use crate::i18n::{bytes, core, messages as text, t, tf};
use crate::pages::browse::{beginning, body_words, format_button};
use crate::pages::kafka::topics::{Topics, use_topics};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::prelude::*;
use crate::routes::{go_to_href, use_leave_guard, use_query_signal};
use crate::session::config;
use crate::shell::{Failure, brief};
use crate::ui::{
    Banner, Button, ButtonKind, Checkbox, Choice, Combobox, Fact, Field, FieldState, Form, FormState,
    KeyValues, PageHeader, Section, Select, TextArea, TextInput, ToastKind, Tone, use_toasts,
};

/// The usual limit of a message, where the topic's own is not known.
const USUAL_LIMIT: u64 = 10_485_760;

/// The fields of the form.
#[derive(Clone, Copy)]
struct ProduceForm {
    state: FormState,
    topic: FieldState,
    partition: FieldState,
    key: FieldState,
    body: FieldState,
    topics: Topics,
}

/// The form on the left, what will be sent on the right.
#[component]
pub fn NewMessagePage(instance: String) -> AnyView {
    let topics = use_topics(&instance);
    let form = ProduceForm::new(topics, &use_query_signal("topic").get_untracked());
    let original = follow_copy(&instance, form);
    let mutation = use_mutation();
    let toasts = use_toasts();
    let stay = RwSignal::new(false);
    let owner = instance.clone();
    let op = move || SendMessage {
        instance_id: owner.clone(),
        action_id: SendAction::Send,
        body: form.request(form.body.get()),
    };
    let of_preview = instance.clone();
    let preview = move || {
        let body = form.request(form.body.value.with(|body| beginning(body)));
        SendMessage { instance_id: of_preview.clone(), action_id: SendAction::Send, body }
    };
    let target = instance.clone();
    let submit = move |()| {
        form.state.sending.set(true);
        let (instance, topic) = (target.clone(), form.topic.get());
        mutation.run(op(), move |sent| {
            let place = place_of(&sent);
            let title = TextProp::from({
                let topic = topic.clone();
                move || tf(text::SENT, &[("topic", &topic)])
            });
            let href = match place {
                Some(place) => message_href(&instance, &topic, place),
                None => messages_href(&instance, &topic),
            };
            let link = Some((TextProp::from(text::SHOW_SENT), href.clone()));
            toasts.show(ToastKind::Ok, title, None, link);
            if stay.try_get_untracked() == Some(true) {
                form.sent();
            } else {
                go_to_href(href);
            }
        });
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.state.sending.set(false);
            form.reject(&failure);
        }
    });
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !form.state.sending.get()));
    let back = move || messages_href(&instance, &form.topic.get());
    let foot = move || {
        if config::read_only() {
            return view! { <Banner tone=Tone::Info title=text::READ_ONLY/> }.into_any();
        }
        let back = back.clone();
        view! {
            <div class="form-foot">
                <Checkbox checked=stay label=text::AND_ANOTHER/>
                <a class=ButtonKind::Secondary.class() href=back>{move || t(core::CANCEL)}</a>
                <Button label=text::SEND kind=ButtonKind::Primary submit=true busy=form.state.sending/>
            </div>
        }
        .into_any()
    };
    view! {
        <div class="page page-form">
            <PageHeader title=text::NEW_TITLE state=move || t(text::NEW_INTRO)/>
            <Form of=form.state on_submit=submit>
                {original}
                <Fields form/>
                {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                {foot}
            </Form>
            <aside class="page-aside" aria-label=move || t(core::REQUEST)>
                <Section title=text::SIZE_SUMMARY>
                    <KeyValues>
                        <Fact label=text::SIZE value=move || form.size_words()/>
                        <Fact label=text::BODY_LABEL value=move || body_words(form.body)/>
                    </KeyValues>
                </Section>
                <Section title=core::REQUEST>
                    <RequestPreview request=Signal::derive(move || request_of(&preview()))/>
                </Section>
            </aside>
        </div>
    }
    .into_any()
}

/// Where the service says that the message went.
fn place_of(sent: &SentMessage) -> Option<Place> {
    let value = |name: &str| {
        let named = |p: &&dms_api::record::Json| {
            p.get("name").and_then(|n| n.as_str()).is_some_and(|n| n.eq_ignore_ascii_case(name))
        };
        let value = sent.property_list.iter().find(named)?.get("value")?.clone();
        value.as_str().map(str::to_owned).or_else(|| Some(value.to_string()))
    };
    let partition = value(MessageProperty::PARTITION)?.parse().ok()?;
    Some(Place { partition, offset: value("OFFSET")?.parse().ok()? })
}

/// Fills the form with a copy of the message that the address names.
fn follow_copy(instance: &str, form: ProduceForm) -> AnyView {
    let Some(place) = Place::parse(&use_query_signal("copy").get_untracked()) else { return ().into_any() };
    let loader = Loader::new(instance, None);
    loader.load(&form.topic.value.get_untracked(), place);
    let damaged = RwSignal::new(false);
    Effect::new(move |_| {
        if let Single::Here(message) = loader.shown.get() {
            if !message.is_whole() {
                loader.load_whole(place);
                return;
            }
            form.key.restart(message.key.as_deref().unwrap_or_default().to_owned());
            let body = message.text().map(|text| text.to_string()).unwrap_or_default();
            damaged.set(body.contains('\u{fffd}'));
            form.body.restart(body);
        }
    });
    let words = move || match loader.shown.get() {
        Single::Loading => t(core::LOADING).to_owned(),
        Single::Missing => tf(text::NO_SUCH_TITLE, &[("place", &place)]),
        Single::Failed(failure) => brief(&failure),
        Single::Here(_) => tf(text::COPY_OF, &[("place", &place)]),
    };
    view! {
        <Banner tone=Tone::Info title=words/>
        {move || damaged.get().then(|| view! { <Banner tone=Tone::Warn title=text::NO_CHARSET/> })}
    }
    .into_any()
}

#[component]
fn Fields(form: ProduceForm) -> AnyView {
    let names = Signal::derive(move || {
        let open = |topic: &&Arc<Topic>| !topic.is_internal();
        let items = form.topics.items();
        items.iter().filter(open).map(|topic| Choice::plain(topic.name.clone())).collect::<Vec<_>>()
    });
    let partitions = Signal::derive(move || {
        let count = form.found().map_or(0, |topic| topic.partition);
        let by_key = Choice::new("", text::BY_KEY);
        let each = (0..count).map(|p| Choice::plain(p.to_string()));
        std::iter::once(by_key).chain(each).collect::<Vec<_>>()
    });
    view! {
        <Section title=text::GOES_TO>
            <Field label=text::TOPIC of=form.topic required=true>
                <Combobox value=form.topic options=names placeholder=text::TOPIC_PLACEHOLDER/>
            </Field>
            <Field label=text::PARTITION of=form.partition hint=text::PARTITION_HINT>
                <Select value=form.partition options=partitions/>
            </Field>
        </Section>
        <Section title=text::SECTION_MESSAGE>
            <Field label=text::KEY of=form.key hint=text::KEY_HINT>
                <TextInput value=form.key mono=true/>
            </Field>
            <Field label=text::BODY_LABEL of=form.body required=true>
                <TextArea value=form.body mono=true rows=14/>
            </Field>
            {format_button(form.body)}
        </Section>
    }
    .into_any()
}

impl ProduceForm {
    fn new(topics: Topics, topic: &str) -> Self {
        let state = FormState::new();
        let topic = state.text(topic, |raw| raw.trim().is_empty().then(|| t(core::REQUIRED).to_owned()));
        let partition = state.free(String::new());
        let key = state.free(String::new());
        let limit = move || limit_of(topics, &topic.get());
        let body = state.text("", move |raw| {
            let size = (raw.len() + key.value.with(String::len)) as u64;
            match limit() {
                _ if raw.is_empty() => Some(t(core::REQUIRED).to_owned()),
                max if size > max => {
                    Some(tf(text::TOO_LARGE, &[("size", &bytes(size)), ("max", &bytes(max))]))
                }
                _ => None,
            }
        });
        Self { state, topic, partition, key, body, topics }
    }

    fn found(self) -> Option<Arc<Topic>> {
        let name = self.topic.get();
        self.topics.items().iter().find(|topic| topic.name == name).cloned()
    }

    /// The request as the form stands, with `content` as the body. Tracked.
    fn request(self, content: String) -> SendMessageBody {
        let body = SendMessageBody::new(self.topic.get().trim(), content);
        let with = |body: SendMessageBody, name, value: String| {
            if value.is_empty() { body } else { body.with(name, value) }
        };
        let body = with(body, MessageProperty::KEY, self.key.get());
        with(body, MessageProperty::PARTITION, self.partition.get())
    }

    fn size_words(self) -> String {
        let size = self.body.value.with(String::len) + self.key.value.with(String::len);
        let max = limit_of(self.topics, &self.topic.get());
        tf(text::BODY_SIZE, &[("n", &bytes(size as u64)), ("max", &bytes(max))])
    }

    /// The message is on its way: another can be written.
    fn sent(self) {
        self.state.sending.set(false);
        for field in [self.topic, self.partition, self.key, self.body] {
            field.restart(field.value.get_untracked());
        }
    }

    /// Shows a refusal beside the field that it is about.
    fn reject(self, failure: &ApiFailure) {
        let said = brief(failure);
        match failure.field() {
            Some("topic" | "id" | "name") => self.topic.reject(said),
            Some("body") => self.body.reject(said),
            Some("partition") => self.partition.reject(said),
            _ => {}
        }
    }
}

/// The most bytes that the topic takes in one message.
fn limit_of(topics: Topics, name: &str) -> u64 {
    let items = topics.items();
    let topic = items.iter().find(|topic| topic.name == name);
    let limit = topic.and_then(|topic| topic.config(ConfigEntry::MAX_MESSAGE_BYTES)?.parse().ok());
    limit.unwrap_or(USUAL_LIMIT)
}
