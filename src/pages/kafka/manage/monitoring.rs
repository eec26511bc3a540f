//! `/kafka/{instance}/monitoring`: what the monitoring service measures, and the names to ask it with (K5.9.4).

mod metrics;
mod names;

use std::sync::Arc;

use dms_api::models::InstanceStatus;
use dms_api::ops::kafka::{ShowCesHierarchy, ShowInstance};

use crate::data::use_query;
use crate::i18n::{Msg, core, monitoring as text, t};
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Bound, Choice, Combobox, EmptyState, Glyph, IconButton, PageHeader, RadioGroup, Section, Skeleton,
};

use metrics::Metrics;
use names::{Dimension, Names};

/// What the URL names: a dimension, and what fills it, outermost first.
#[derive(Clone, Copy)]
struct Chosen {
    dimension: QueryText,
    /// The service nests no deeper.
    levels: [QueryText; 3],
}

impl Chosen {
    /// The names that are chosen. Tracked.
    fn picked(self) -> Vec<String> {
        self.levels.iter().map(QueryText::get).collect()
    }

    fn pick(self, level: usize, name: &str) {
        for (at, text) in self.levels.iter().enumerate().skip(level) {
            // What lies within another thing is another one.
            text.set(if at == level { name } else { "" });
        }
    }
}

/// The names of one instance.
#[component]
pub fn MonitoringPage(instance: String) -> AnyView {
    let op = ShowInstance { instance_id: instance.clone() };
    let shown = use_query(move || Some(op.clone()));
    let running = Memo::new(move |_| shown.data().is_some_and(|i| i.status == InstanceStatus::Running));
    let op = ShowCesHierarchy { instance_id: instance };
    let query = use_query(move || running.get().then(|| op.clone()));
    let names = Memo::new(move |_| query.data().map(|hierarchy| Arc::new(Names::of(&hierarchy))));
    let levels = ["of", "of2", "of3"].map(use_query_signal);
    let chosen = Chosen { dimension: use_query_signal("dim"), levels };
    let body = move || match names.get() {
        Some(names) if names.dimensions.is_empty() => {
            view! { <EmptyState title=text::NONE icon=Glyph::Eye/> }.into_any()
        }
        Some(names) => view! { <Browser names chosen/> }.into_any(),
        None if shown.data().is_some() && !running.get() => {
            view! { <p class="muted">{move || t(text::WAITS)}</p> }.into_any()
        }
        None if query.error().is_some() || shown.error().is_some() => ().into_any(),
        None => view! { <Skeleton lines=8/> }.into_any(),
    };
    view! {
        <div class="page">
            <PageHeader
                title=text::TITLE
                state=move || view! { <span>{move || t(text::INTRO)}</span> }
                actions=move || {
                    view! {
                        <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=move |()| query.refresh()/>
                    }
                }
            />
            {move || shown.error().or_else(|| query.error()).map(|failure| {
                let again = move |()| {
                    shown.refresh();
                    query.refresh();
                };
                view! { <Failure failure retry=Callback::new(again)/> }
            })}
            {body}
        </div>
    }
    .into_any()
}

/// The dimensions, what fills the chosen one, its metrics.
#[component]
fn Browser(names: Arc<Names>, chosen: Chosen) -> AnyView {
    let of_dimension = Arc::clone(&names);
    let dimension = Memo::new(move |_| of_dimension.dimension(&chosen.dimension.get()).cloned());
    let choices: Vec<Choice> = names
        .dimensions
        .iter()
        .map(|d| match word(&d.name) {
            Some(msg) => Choice::new(d.name.clone(), msg),
            None => Choice::plain(d.name.clone()),
        })
        .collect();
    let current = Signal::derive(move || dimension.get().map(|d| d.name).unwrap_or_default());
    let choose = Bound::new(current, move |name: String| {
        chosen.pick(0, "");
        chosen.dimension.set(name);
    });
    let of_levels = Arc::clone(&names);
    let levels = move || {
        let dimension = dimension.get()?;
        let level = |at| level(&of_levels, &dimension, chosen, at);
        Some((0..dimension.levels.len()).map(level).collect_view())
    };
    let picked = Signal::derive(move || chosen.picked());
    view! {
        <Section title=text::DIMENSIONS>
            <RadioGroup value=choose options=Signal::stored(choices) label=text::DIMENSIONS/>
            <div class="row-wrap monitoring-levels">{levels}</div>
        </Section>
        <Metrics names dimension picked/>
    }
    .into_any()
}

/// The choice of what fills one level of a dimension.
fn level(names: &Arc<Names>, dimension: &Dimension, chosen: Chosen, at: usize) -> Option<AnyView> {
    let (text, key) = (*chosen.levels.get(at)?, dimension.levels.get(at)?.clone());
    let label = match level_word(&key) {
        Some(msg) => TextProp::from(msg),
        None => TextProp::from(key),
    };
    let (names, dimension) = (Arc::clone(names), dimension.clone());
    let options = Signal::derive(move || {
        names.choices(&dimension, &chosen.picked(), at).into_iter().map(Choice::plain).collect::<Vec<_>>()
    });
    let value = Bound::new(text.signal(), move |name: String| chosen.pick(at, &name));
    Some(view! { <Combobox value options label=label.clone() placeholder=label/> }.into_any())
}

/// What a dimension is called.
fn word(dimension: &str) -> Option<Msg> {
    Some(match dimension {
        "kafka_instance_id" => text::OF_INSTANCE,
        "kafka_broker" => text::OF_BROKER,
        "kafka_rest" => text::OF_REST,
        "kafka_topics" => text::OF_TOPIC,
        "kafka_partitions" => text::OF_PARTITION,
        "kafka_groups_partitions" => text::OF_GROUP,
        _ => return None,
    })
}

/// What fills a level.
fn level_word(key: &str) -> Option<Msg> {
    Some(match key {
        "nodes" => text::BROKER,
        "queues" => text::TOPIC,
        "partitions" => text::PARTITION,
        "groups" => text::GROUP,
        _ => return None,
    })
}
