//! The fields of the form that changes a topic.

use std::sync::Arc;

use dms_api::ops::rocketmq::ModifyTopicBody;
use dms_api::rules;

use crate::data::ApiFailure;
use crate::i18n::problems::{complaint, problem_text};
use crate::i18n::{
    rocketmq::{self as common, topics as text},
    t, tf,
};
use crate::pages::rocketmq::topics::draft::{BrokerDraft, TopicDraft};
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{Bound, Choice, Field, FieldState, FormState, NumberInput, RadioGroup, RadioLook};

/// The fields.
#[derive(Clone, Copy)]
pub struct EditFields {
    by_broker: FieldState<bool>,
    read: FieldState,
    write: FieldState,
    each: FieldState<Vec<BrokerDraft>>,
    pub permission: FieldState,
    pub description: FieldState,
}

impl EditFields {
    /// Fields that start from the topic's settings.
    pub fn new(state: FormState, start: &TopicDraft) -> Self {
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

    /// What the form holds now. Tracked.
    pub fn draft(self) -> TopicDraft {
        TopicDraft {
            by_broker: self.by_broker.get(),
            read: self.read.get(),
            write: self.write.get(),
            each: self.each.get(),
            permission: self.permission.get(),
            description: self.description.get(),
        }
    }

    /// Shows a refusal by the service beside the field that it is about, if it is about one.
    pub fn reject(self, failure: &ApiFailure) {
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

/// Queues of all brokers together, or broker by broker.
#[component]
pub fn Numbers(fields: EditFields, brokers: usize) -> AnyView {
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
