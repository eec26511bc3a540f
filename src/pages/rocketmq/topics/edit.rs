//! Changing a topic's queues, permission and description.

use std::sync::Arc;

use dms_api::models::rocketmq::Topic;
use dms_api::ops::rocketmq::{ModifyTopic, ModifyTopicBody, ShowTopic};
use dms_api::rules;
use leptos::prelude::*;

use super::draft::{BrokerDraft, Change, TopicDraft, What};
use super::new_draft::number;
use super::words::{permission, permission_choices};
use crate::data::{ApiFailure, Mutation, use_mutation, use_query};
use crate::i18n::problems::{complaint, problem_text};
use crate::i18n::{core, rocketmq as common, rocketmq_topics as text, t, tf};
use crate::pages::rocketmq::fresh;
use crate::shell::{Failure, brief};
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Choice, Dialog, DiffTable, Field, FieldState, Form, FormState,
    NumberInput, RadioGroup, RadioLook, Skeleton, TextArea, Tone, use_toasts,
};

/// Open while `topic` is not empty.
#[component]
pub fn EditTopicDialog(
    instance: String,
    topic: RwSignal<String>,
    /// The topic has been changed.
    #[prop(into)]
    on_done: Callback<()>,
) -> AnyView {
    let mutation = use_mutation();
    let open = Bound::new(Signal::derive(move || topic.with(|name| !name.is_empty())), move |on: bool| {
        if !on {
            topic.set(String::new());
            mutation.failure.set(None);
        }
    });
    let title = move || tf(text::EDIT_TITLE, &[("name", &topic.get())]);
    view! {
        <Dialog open title busy=mutation.pending wide=true>
            <Loaded
                instance=instance.clone()
                name=topic.get_untracked()
                mutation
                on_done
                close=move |()| open.set(false)
            />
        </Dialog>
    }
    .into_any()
}

/// The form starts from what the service says now, not from what a list said a while ago.
#[component]
fn Loaded(
    instance: String,
    name: String,
    mutation: Mutation,
    on_done: Callback<()>,
    #[prop(into)] close: Callback<()>,
) -> AnyView {
    let op = ShowTopic { instance_id: instance.clone(), topic: name.clone() };
    let detail = use_query(move || Some(op.clone()));
    let start = fresh(detail);
    // Once the form is there, what becomes of the query does not touch it.
    let failed = Memo::new(move |_| start.with(Option::is_none).then(|| detail.error()).flatten());
    (move || match (start.get(), failed.get()) {
        (Some(topic), _) => {
            let (instance, name) = (instance.clone(), name.clone());
            view! { <EditForm instance name topic mutation on_done close/> }.into_any()
        }
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| detail.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=6/> }.into_any(),
    })
    .into_any()
}

/// The fields.
#[derive(Clone, Copy)]
struct EditFields {
    by_broker: FieldState<bool>,
    read: FieldState,
    write: FieldState,
    each: FieldState<Vec<BrokerDraft>>,
    permission: FieldState,
    description: FieldState,
}

impl EditFields {
    fn new(state: FormState, start: &TopicDraft) -> Self {
        let by_broker = state.free(start.by_broker);
        let names: Arc<[String]> = start.each.iter().map(|b| b.broker.clone()).collect();
        let total = move |field: fn(i64) -> ModifyTopicBody| {
            let names = Arc::clone(&names);
            move |raw: &str| (!by_broker.get()).then(|| wrong_total(raw, field, &names)).flatten()
        };
        let read = total(|n| ModifyTopicBody { read_queue_num: Some(n), ..ModifyTopicBody::default() });
        let write = total(|n| ModifyTopicBody { write_queue_num: Some(n), ..ModifyTopicBody::default() });
        Self {
            by_broker,
            read: state.text(start.read.clone(), read),
            write: state.text(start.write.clone(), write),
            each: state.field(start.each.clone(), move |each: &Vec<BrokerDraft>| {
                by_broker.get().then(|| wrong_broker(each)).flatten()
            }),
            permission: state.free(start.permission.clone()),
            description: state.text(start.description.clone(), |raw| complaint(rules::TOPIC_DESC.check(raw))),
        }
    }

    fn draft(self) -> TopicDraft {
        TopicDraft {
            by_broker: self.by_broker.get(),
            read: self.read.get(),
            write: self.write.get(),
            each: self.each.get(),
            permission: self.permission.get(),
            description: self.description.get(),
        }
    }

    fn reject(self, failure: &ApiFailure) {
        let field = match failure.field() {
            Some("read_queue_num") => self.read,
            Some("write_queue_num") => self.write,
            Some("permission") => self.permission,
            Some("topic_desc") => self.description,
            _ => return,
        };
        field.reject(brief(failure));
    }
}

/// What is wrong with a number that the brokers share evenly. The rule is that of the request.
fn wrong_total(raw: &str, body: fn(i64) -> ModifyTopicBody, brokers: &[String]) -> Option<String> {
    let brokers: Vec<&str> = brokers.iter().map(String::as_str).collect();
    let problem = match rules::number(raw) {
        Ok(n) => body(n).check(&brokers).0.into_iter().next().map(|finding| finding.problem)?,
        Err(problem) => problem,
    };
    Some(problem_text(&problem))
}

/// The first broker with a number that cannot be sent, and why.
fn wrong_broker(each: &[BrokerDraft]) -> Option<String> {
    each.iter().find_map(|b| {
        let problem = [&b.read, &b.write]
            .into_iter()
            .find_map(|raw| rules::number(raw).and_then(|n| rules::QUEUES.check(n)).err())?;
        Some(tf(text::OF_BROKER, &[("broker", &b.broker), ("problem", &problem_text(&problem))]))
    })
}

#[component]
fn EditForm(
    instance: String,
    name: String,
    topic: Arc<Topic>,
    mutation: Mutation,
    on_done: Callback<()>,
    close: Callback<()>,
) -> AnyView {
    let before = Arc::new(TopicDraft::of(&topic));
    let state = FormState::new();
    let fields = EditFields::new(state, &before);
    let toasts = use_toasts();
    let changes = {
        let before = Arc::clone(&before);
        Memo::new(move |_| fields.draft().changes(&before))
    };
    let submit = {
        let before = Arc::clone(&before);
        move |()| {
            let body = untrack(|| fields.draft().body(&before));
            let shown = name.clone();
            let op = ModifyTopic { instance_id: instance.clone(), topic: name.clone(), body };
            mutation.run(op, move |_| {
                toasts.ok(tf(text::SAVED_TOAST, &[("name", &shown)]));
                close.run(());
                on_done.run(());
            });
        }
    };
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            fields.reject(&failure);
        }
    });
    view! {
        <Form of=state on_submit=submit>
            <Numbers fields brokers=before.each.len()/>
            <Field label=text::PERMISSION of=fields.permission required=true group=true>
                <RadioGroup value=fields.permission options=Signal::derive(permission_choices) look=RadioLook::List/>
            </Field>
            <Field label=core::DESCRIPTION of=fields.description hint=common::NEWER_ONLY>
                <TextArea value=fields.description rows=2 max_chars=200/>
            </Field>
            <section class="stack-small" aria-label=move || t(text::REVIEW)>
                <h3>{move || t(text::REVIEW)}</h3>
                <DiffTable changes=Signal::derive(move || changes.get().into_iter().map(line).collect())/>
                <Warnings fields before/>
            </section>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure/> })}
            <div class="dialog-foot">
                <Button label=core::CANCEL disabled=mutation.pending on_click=close/>
                <Button
                    label=text::SUBMIT_EDIT
                    kind=ButtonKind::Primary
                    submit=true
                    busy=mutation.pending
                    disabled=Signal::derive(move || changes.with(Vec::is_empty))
                    tip=text::NO_CHANGES_TIP
                />
            </div>
        </Form>
    }
    .into_any()
}

/// Queues of all brokers together, or broker by broker.
#[component]
fn Numbers(fields: EditFields, brokers: usize) -> AnyView {
    let step = i64::try_from(brokers).unwrap_or(1).max(1);
    let word = Signal::derive(move || if fields.by_broker.get() { "each" } else { "even" }.to_owned());
    let way = Bound::new(word, move |word: String| fields.by_broker.set(word == "each"));
    let options = Signal::derive(|| {
        vec![
            Choice::new("even", text::EVEN).hint(text::EVEN_HINT),
            Choice::new("each", text::SPREAD_EACH).hint(common::NEWER_ONLY),
        ]
    });
    let total = move |label, field: FieldState| {
        view! {
            <Field label=label of=field hint=move || tf(text::TOTAL_HINT, &[("n", &step)]) required=true>
                <NumberInput
                    value=field
                    min=Signal::stored(rules::QUEUES.min * step)
                    max=Signal::stored(rules::QUEUES.max * step)
                    step=step
                />
            </Field>
        }
    };
    view! {
        {(brokers > 1).then(|| view! {
            <RadioGroup value=way options label=text::SPREAD look=RadioLook::List/>
        })}
        {move || if fields.by_broker.get() {
            view! { <EachBroker fields/> }.into_any()
        } else {
            view! {
                <div class="field-pair">
                    {total(text::READ_QUEUES, fields.read)} {total(text::WRITE_QUEUES, fields.write)}
                </div>
            }
            .into_any()
        }}
    }
    .into_any()
}

/// Two numbers for each broker.
#[component]
fn EachBroker(fields: EditFields) -> AnyView {
    let names =
        fields.each.value.with_untracked(|all| all.iter().map(|b| b.broker.clone()).collect::<Vec<_>>());
    let input = move |at: usize, label: String, of: fn(&mut BrokerDraft) -> &mut String| {
        let now = Signal::derive(move || {
            fields
                .each
                .value
                .with(|all| all.get(at).cloned().map(|mut b| of(&mut b).clone()))
                .unwrap_or_default()
        });
        let value = Bound::new(now, move |typed: String| {
            fields.each.value.update(|all| {
                if let Some(broker) = all.get_mut(at) {
                    *of(broker) = typed;
                }
            });
        });
        let (min, max) = (Signal::stored(rules::QUEUES.min), Signal::stored(rules::QUEUES.max));
        view! { <NumberInput value label min max/> }
    };
    let rows = names.into_iter().enumerate().map(move |(at, broker)| {
        let read = tf(text::READ_QUEUES_OF, &[("broker", &broker)]);
        let write = tf(text::WRITE_QUEUES_OF, &[("broker", &broker)]);
        view! {
            <tr>
                <th scope="row" class="mono">{broker}</th>
                <td>{input(at, read, |b| &mut b.read)}</td>
                <td>{input(at, write, |b| &mut b.write)}</td>
            </tr>
        }
    });
    let invalid = move || fields.each.error().with(Option::is_some).then_some("true");
    view! {
        <Field label=text::QUEUES_BY_BROKER of=fields.each required=true group=true>
            <div
                role="group"
                aria-label=move || t(text::QUEUES_BY_BROKER)
                aria-invalid=invalid
                on:focusout=move |_| fields.each.touched.set(true)
            >
                <table class="diff broker-table">
                    <thead>
                        <tr>
                            <th scope="col">{move || t(common::BROKER)}</th>
                            <th scope="col">{move || t(text::READ_QUEUES)}</th>
                            <th scope="col">{move || t(text::WRITE_QUEUES)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        </Field>
    }
    .into_any()
}

/// What a change does that its numbers do not say.
#[component]
fn Warnings(fields: EditFields, before: Arc<TopicDraft>) -> AnyView {
    let old_read = number(&before.totals().0.map(|n| n.to_string()).unwrap_or_default());
    let fewer = Memo::new(move |_| match (fields.draft().totals().0, old_read) {
        (Some(now), Some(old)) => now < old,
        _ => false,
    });
    let unread = Memo::new(move |_| match fields.draft().totals() {
        (Some(read), Some(write)) => read < write,
        _ => false,
    });
    let started = before.permission.clone();
    let narrower = Memo::new(move |_| {
        let now = fields.permission.get();
        now != "all" && now != started
    });
    view! {
        {move || fewer.get().then(|| view! { <Banner tone=Tone::Warn title=text::FEWER_READ_WARNING/> })}
        {move || unread.get().then(|| view! { <Banner tone=Tone::Warn title=text::READ_BELOW_WRITE_WARNING/> })}
        {move || narrower.get().then(|| view! { <Banner tone=Tone::Warn title=text::PERMISSION_WARNING/> })}
    }
    .into_any()
}

fn line(change: Change) -> crate::ui::Change {
    let label = {
        let what = change.what.clone();
        move || match &what {
            What::Read(None) => t(text::READ_QUEUES).to_owned(),
            What::Write(None) => t(text::WRITE_QUEUES).to_owned(),
            What::Read(Some(broker)) => tf(text::READ_QUEUES_OF, &[("broker", broker)]),
            What::Write(Some(broker)) => tf(text::WRITE_QUEUES_OF, &[("broker", broker)]),
            What::Permission => t(text::PERMISSION).to_owned(),
            What::Description => t(core::DESCRIPTION).to_owned(),
        }
    };
    let shown = |value: String| match change.what {
        What::Permission => permission(&dms_api::models::rocketmq::TopicPermission::from_word(&value)),
        _ => value,
    };
    crate::ui::Change::new(label, shown(change.before), shown(change.after))
}
