//! `/rocketmq/{instance}/messages/new`: sending a message, or an edited copy of one.

use dms_api::models::rocketmq::{Message, MessageProperty};
use dms_api::ops::rocketmq::{Reliability, SendBody, SendMessage};
use dms_api::rules::MAX_BODY;

use super::crc::Checked;
use super::link::{message_href, messages_href};
use super::properties::{self, BadLine};
use super::single::{Loader, Single};
use crate::data::{ApiFailure, use_mutation};
use crate::i18n::{Msg, bytes, core, messages as shared, rocketmq::messages as text, t, tf};
use crate::pages::browse::{beginning, body_words, format_button};
use crate::pages::request_preview::{RequestPreview, request_of};
use crate::pages::rocketmq::topics::{Topics, use_topics};
use crate::prelude::*;
use crate::routes::{go_to_href, use_leave_guard, use_query_signal};
use crate::session::config;
use crate::shell::{Failure, brief};
use crate::ui::{
    Banner, Button, ButtonKind, Checkbox, Choice, Combobox, Fact, Field, FieldState, Form, FormState,
    KeyValues, PageHeader, Section, Select, TextArea, TextInput, ToastKind, Tone, use_toasts,
};

/// What RocketMQ's delay levels 1 to 18 stand for.
const DELAYS: [(u32, Msg); 18] = [
    (1, text::SPAN_SECONDS),
    (5, text::SPAN_SECONDS),
    (10, text::SPAN_SECONDS),
    (30, text::SPAN_SECONDS),
    (1, text::SPAN_MINUTES),
    (2, text::SPAN_MINUTES),
    (3, text::SPAN_MINUTES),
    (4, text::SPAN_MINUTES),
    (5, text::SPAN_MINUTES),
    (6, text::SPAN_MINUTES),
    (7, text::SPAN_MINUTES),
    (8, text::SPAN_MINUTES),
    (9, text::SPAN_MINUTES),
    (10, text::SPAN_MINUTES),
    (20, text::SPAN_MINUTES),
    (30, text::SPAN_MINUTES),
    (1, text::SPAN_HOURS),
    (2, text::SPAN_HOURS),
];

/// The fields of the form.
#[derive(Clone, Copy)]
struct ProduceForm {
    state: FormState,
    topic: FieldState,
    keys: FieldState,
    tag: FieldState,
    sharding: FieldState,
    /// A level, `""` for none.
    delay: FieldState,
    properties: FieldState,
    body: FieldState,
}

/// The form on the left, what will be sent on the right.
#[component]
pub fn NewMessagePage(instance: String) -> AnyView {
    let topics = use_topics(&instance);
    let form = ProduceForm::new(&use_query_signal("topic").get_untracked());
    let original = follow_copy(&instance, form);
    let mutation = use_mutation();
    let toasts = use_toasts();
    let stay = RwSignal::new(false);
    let owner = instance.clone();
    let op = move || SendMessage { engine: Reliability, instance_id: owner.clone(), body: form.request() };
    let of_preview = instance.clone();
    let preview = move || {
        let body = SendBody { body: form.body.value.with(|body| beginning(body)), ..form.request() };
        SendMessage { engine: Reliability, instance_id: of_preview.clone(), body }
    };
    let target = instance.clone();
    let submit = move |()| {
        form.state.sending.set(true);
        let (instance, topic) = (target.clone(), form.topic.get().trim().to_owned());
        let delayed = !form.delay.get().is_empty();
        mutation.run(op(), move |sent| {
            let words = if delayed { text::SENT_LATER } else { shared::SENT };
            let to = topic.clone();
            let title = TextProp::from(move || tf(words, &[("topic", &to)]));
            // A message that is held back is not in the topic yet.
            let href = match delayed || sent.msg_id.is_empty() {
                true => messages_href(&instance, &topic),
                false => message_href(&instance, &topic, &sent.msg_id),
            };
            let link = Some((TextProp::from(shared::SHOW_SENT), href.clone()));
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
            return view! { <Banner tone=Tone::Info title=shared::READ_ONLY/> }.into_any();
        }
        let back = back.clone();
        view! {
            <div class="form-foot">
                <Checkbox checked=stay label=shared::AND_ANOTHER/>
                <a class=ButtonKind::Secondary.class() href=back>{move || t(core::CANCEL)}</a>
                <Button label=shared::SEND kind=ButtonKind::Primary submit=true busy=form.state.sending/>
            </div>
        }
        .into_any()
    };
    let size = move || {
        let size = form.body.value.with(String::len) as u64;
        tf(shared::BODY_SIZE, &[("n", &bytes(size)), ("max", &bytes(MAX_BODY as u64))])
    };
    view! {
        <div class="page page-form">
            <PageHeader title=shared::NEW_TITLE state=move || t(shared::NEW_INTRO)/>
            <Form of=form.state on_submit=submit>
                {original}
                {fields(form, topics)}
                {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                {foot}
            </Form>
            <aside class="page-aside" aria-label=move || t(core::REQUEST)>
                <Section title=shared::BODY_LABEL>
                    <KeyValues>
                        <Fact label=shared::SIZE value=size/>
                        <Fact label=shared::BODY_LABEL value=move || body_words(form.body)/>
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

/// Fills the form with a copy of the message that the address names.
fn follow_copy(instance: &str, form: ProduceForm) -> AnyView {
    let id = use_query_signal("copy").get_untracked();
    if id.is_empty() {
        return ().into_any();
    }
    let from = use_query_signal("from").get_untracked();
    let topic = if from.is_empty() { form.topic.value.get_untracked() } else { from };
    let loader = Loader::new(instance, None);
    loader.load(&topic, &id);
    let damaged = RwSignal::new(false);
    Effect::new(move |_| {
        if let Single::Here(row) = loader.shown.get() {
            damaged.set(row.checked() == Checked::Wrong || row.message.body.contains('\u{fffd}'));
            form.copy(&row.message);
        }
    });
    let words = move || match loader.shown.get() {
        Single::Loading => t(core::LOADING).to_owned(),
        Single::Missing => tf(text::NO_SUCH_TITLE, &[("id", &id)]),
        Single::Failed(failure) => brief(&failure),
        Single::Here(_) => tf(text::COPY_OF, &[("id", &id)]),
    };
    view! {
        <Banner tone=Tone::Info title=words/>
        {move || damaged.get().then(|| view! { <Banner tone=Tone::Warn title=text::COPY_DAMAGED/> })}
    }
    .into_any()
}

fn fields(form: ProduceForm, topics: Topics) -> AnyView {
    let names = Signal::derive(move || {
        topics.items().iter().map(|topic| Choice::plain(topic.name.clone())).collect::<Vec<_>>()
    });
    let delays = Signal::derive(|| {
        let level = |(i, (n, unit)): (usize, &(u32, Msg))| {
            let (level, n, unit) = (i + 1, *n, *unit);
            let label = move || tf(text::DELAY_LEVEL, &[("span", &tf(unit, &[("n", &n)])), ("n", &level)]);
            Choice::new(level.to_string(), TextProp::from(label))
        };
        std::iter::once(Choice::new("", text::NO_DELAY))
            .chain(DELAYS.iter().enumerate().map(level))
            .collect::<Vec<_>>()
    });
    view! {
        <Section title=shared::GOES_TO>
            <Field label=text::TO_TOPIC of=form.topic required=true>
                <Combobox value=form.topic options=names free=true placeholder=shared::TOPIC_PLACEHOLDER/>
            </Field>
            <Field label=text::DELAY of=form.delay>
                <Select value=form.delay options=delays/>
            </Field>
        </Section>
        <Section title=shared::SECTION_MESSAGE>
            <Field label=text::KEYS of=form.keys hint=text::KEYS_HINT>
                <TextInput value=form.keys mono=true/>
            </Field>
            <Field label=text::TAG of=form.tag hint=text::TAG_HINT>
                <TextInput value=form.tag mono=true/>
            </Field>
            <Field label=text::SHARDING of=form.sharding hint=text::SHARDING_HINT>
                <TextInput value=form.sharding mono=true/>
            </Field>
            <Field label=shared::BODY_LABEL of=form.body required=true>
                <TextArea value=form.body mono=true rows=12/>
            </Field>
            {format_button(form.body)}
            <Field label=text::MORE_PROPERTIES of=form.properties hint=text::PROPERTIES_HINT>
                <TextArea value=form.properties mono=true rows=4/>
            </Field>
        </Section>
    }
    .into_any()
}

impl ProduceForm {
    fn new(topic: &str) -> Self {
        let state = FormState::new();
        let required = |raw: &str| raw.trim().is_empty().then(|| t(core::REQUIRED).to_owned());
        Self {
            state,
            topic: state.text(topic, required),
            keys: state.free(String::new()),
            tag: state.free(String::new()),
            sharding: state.free(String::new()),
            delay: state.free(String::new()),
            properties: state.text("", |raw| properties::read(raw).err().map(|bad| bad_line(&bad))),
            body: state.text("", |raw| match raw.len() {
                0 => Some(t(core::REQUIRED).to_owned()),
                size if size > MAX_BODY => {
                    let (size, max) = (bytes(size as u64), bytes(MAX_BODY as u64));
                    Some(tf(text::BODY_TOO_LARGE, &[("size", &size), ("max", &max)]))
                }
                _ => None,
            }),
        }
    }

    /// The request as the form stands. Tracked.
    fn request(self) -> SendBody {
        let own = [
            (MessageProperty::MESSAGE_KEYS, self.keys.get()),
            (MessageProperty::TAGS, self.tag.get()),
            (MessageProperty::SHARDING_KEY, self.sharding.get()),
            (MessageProperty::DELAY, self.delay.get()),
        ];
        let given = own.into_iter().filter(|(_, value)| !value.trim().is_empty());
        let mut property_list: Vec<MessageProperty> =
            given.map(|(name, value)| MessageProperty::new(name, value.trim())).collect();
        property_list.extend(self.properties.value.with(|lines| properties::read(lines)).unwrap_or_default());
        SendBody { topic: self.topic.get().trim().to_owned(), body: self.body.get(), property_list }
    }

    /// Starts from a message that is there already. It is not held back again.
    fn copy(self, message: &Message) {
        self.keys.restart(message.keys().join(" "));
        self.tag.restart(message.tags().unwrap_or_default().to_owned());
        let sharding = message.property(MessageProperty::SHARDING_KEY).unwrap_or_default();
        self.sharding.restart(sharding.to_owned());
        self.properties.restart(properties::write(&message.property_list));
        self.body.restart(message.body.clone());
    }

    /// The message is on its way: another can be written.
    fn sent(self) {
        self.state.sending.set(false);
        let all = [self.topic, self.keys, self.tag, self.sharding, self.delay, self.properties, self.body];
        for field in all {
            field.restart(field.value.get_untracked());
        }
    }

    /// Shows a refusal beside the field that it is about.
    fn reject(self, failure: &ApiFailure) {
        match failure.field() {
            Some("topic" | "id" | "name") => self.topic.reject(brief(failure)),
            Some("body") => self.body.reject(brief(failure)),
            Some("property_list") => self.properties.reject(brief(failure)),
            _ => {}
        }
    }
}

fn bad_line(bad: &BadLine) -> String {
    match bad {
        BadLine::Form { line } => tf(text::BAD_LINE, &[("n", line)]),
        BadLine::Field { line, name } => tf(text::OWN_FIELD, &[("n", line), ("name", name)]),
        BadLine::Twice { line, name } => tf(text::TWICE, &[("n", line), ("name", name)]),
    }
}
