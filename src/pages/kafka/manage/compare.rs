//! `/kafka/{instance}/compare?a=…&b=…&with=…`: the settings of two topics side by side, of one instance or of two.

use std::sync::Arc;

use dms_api::models::kafka::Topic;

use crate::i18n::{Msg, plural, t, tf, topic_extras as text, topics};
use crate::pages::kafka::topics::{Lookup, Topics, lookup, setting_values, use_kafka_choices, use_topics};
use crate::prelude::*;
use crate::routes::{Link, QueryText, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Badge, Bound, Checkbox, Choice, Combobox, EmptyState, Field, PageHeader, Section, Select, Skeleton, Tone,
    Toolbar,
};

/// The instance of one side and its topic, which stands in the URL.
#[derive(Clone, Copy)]
struct Side {
    instance: StoredValue<String>,
    topic: QueryText,
    topics: Topics,
    found: Memo<Lookup>,
}

fn use_side(instance: String, topic: QueryText) -> Side {
    let topics = use_topics(&instance);
    let found = Memo::new(move |_| lookup(topics, &topic.get()));
    Side { instance: StoredValue::new(instance), topic, topics, found }
}

/// Two topics to choose, then their settings.
#[component]
pub fn ComparePage(instance: String) -> AnyView {
    let (a, b, with) = (use_query_signal("a"), use_query_signal("b"), use_query_signal("with"));
    let own = StoredValue::new(instance);
    let other = Memo::new(move |_| match with.get() {
        none if none.is_empty() => own.get_value(),
        some => some,
    });
    let body = move || {
        let (left, right) = (use_side(own.get_value(), a), use_side(other.get(), b));
        let other_instance = Bound::new(other, move |id: String| {
            with.set(if id == own.get_value() { String::new() } else { id });
        });
        view! {
            <div class="compare-fields">
                <Field label=text::LEFT required=true><Pick side=left/></Field>
                <Field label=text::RIGHT required=true><Pick side=right/></Field>
                <Field label=text::RIGHT_INSTANCE required=true>
                    <Select value=other_instance options=use_kafka_choices()/>
                </Field>
            </div>
            {[left, right].map(|side| view! { <Trouble side/> })}
            <Compared left right/>
        }
    };
    view! {
        <div class="page">
            <PageHeader title=text::COMPARE state=move || t(text::COMPARE_INTRO)/>
            {body}
        </div>
    }
    .into_any()
}

#[component]
fn Pick(side: Side) -> AnyView {
    let options = Signal::derive(move || {
        let items = side.topics.items();
        items.iter().map(|topic| Choice::plain(topic.name.clone())).collect::<Vec<_>>()
    });
    view! { <Combobox value=side.topic options/> }.into_any()
}

/// Why a side cannot be shown.
#[component]
fn Trouble(side: Side) -> AnyView {
    (move || {
        if let Some(failure) = side.topics.error() {
            let again = Callback::new(move |()| side.topics.refresh());
            return view! { <Failure failure retry=again/> }.into_any();
        }
        let name = side.topic.get();
        let missing = !name.is_empty() && side.found.with(|found| *found == Lookup::Missing);
        match missing {
            true => view! { <p role="status">{tf(text::NOT_THERE, &[("name", &name)])}</p> }.into_any(),
            false => ().into_any(),
        }
    })
    .into_any()
}

#[component]
fn Compared(left: Side, right: Side) -> AnyView {
    let only = RwSignal::new(false);
    (move || {
        if left.topic.get().is_empty() || right.topic.get().is_empty() {
            return view! { <EmptyState title=text::CHOOSE_TWO/> }.into_any();
        }
        match (left.found.get(), right.found.get()) {
            (Lookup::Found(a), Lookup::Found(b)) => view! { <Settings left right a b only/> }.into_any(),
            (Lookup::Missing, _) | (_, Lookup::Missing) => ().into_any(),
            _ => view! { <Skeleton lines=8/> }.into_any(),
        }
    })
    .into_any()
}

#[component]
fn Settings(left: Side, right: Side, a: Arc<Topic>, b: Arc<Topic>, only: RwSignal<bool>) -> AnyView {
    let rows = {
        let (a, b) = (Arc::clone(&a), Arc::clone(&b));
        move || rows(&a, &b)
    };
    let sum = {
        let rows = rows.clone();
        move || match rows().iter().filter(|row| row.differs()).count() as u64 {
            0 => t(text::SAME).to_owned(),
            n => plural(n, text::DIFFERENCES_ONE, text::DIFFERENCES_OTHER),
        }
    };
    let body = move || {
        let shown = rows().into_iter().filter(|row| !only.get() || row.differs());
        shown.map(row_view).collect_view()
    };
    let head = |side: Side, topic: &Topic| {
        let instance = side.instance.get_value();
        let name = topic.name.clone();
        let to = Route::Topic { instance, topic: name.clone() };
        view! { <th scope="col"><Link to class="mono">{name}</Link></th> }
    };
    let edit = |side: Side, topic: &Topic| {
        let to = Route::EditTopic { instance: side.instance.get_value(), topic: topic.name.clone() };
        let name = topic.name.clone();
        (!topic.is_internal()).then(|| {
            view! { <Link to>{move || tf(text::EDIT_ONE, &[("name", &name)])}</Link> }
        })
    };
    view! {
        <Section title=topics::SETTINGS>
            <Toolbar>
                <Checkbox checked=only label=text::ONLY_DIFFERENCES/>
                <span role="status">{sum}</span>
            </Toolbar>
            <div class="plan-scroll" tabindex="0" role="group" aria-label=move || t(topics::SETTINGS)>
                <table class="plan-brokers compare">
                    <thead>
                        <tr>
                            <th scope="col">{move || t(text::SETTING)}</th>
                            {head(left, &a)}
                            {head(right, &b)}
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{body}</tbody>
                </table>
            </div>
            <p class="compare-links">{edit(left, &a)} {edit(right, &b)}</p>
        </Section>
    }
    .into_any()
}

/// One setting of both topics.
struct Row {
    label: Msg,
    left: String,
    right: String,
}

impl Row {
    fn differs(&self) -> bool {
        self.left != self.right
    }
}

/// All settings in the order of the topic's page. Tracks the language.
fn rows(a: &Topic, b: &Topic) -> Vec<Row> {
    let (a, b) = (setting_values(a), setting_values(b));
    a.into_iter().zip(b).map(|((label, left), (_, right))| Row { label, left, right }).collect()
}

fn row_view(row: Row) -> AnyView {
    let differs = row.differs();
    let dash = |value: String| if value.is_empty() { "\u{2013}".to_owned() } else { value };
    let label = row.label;
    view! {
        <tr class:is-different=differs>
            <th scope="row">{move || t(label)}</th>
            <td>{dash(row.left)}</td>
            <td>{dash(row.right)}</td>
            <td>{differs.then(|| view! { <Badge label=text::DIFFERS tone=Tone::Warn/> })}</td>
        </tr>
    }
    .into_any()
}
