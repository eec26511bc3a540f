//! The metrics of a dimension, ready to be copied.

use std::sync::Arc;

use super::names::{Dimension, NAMESPACE, Names};
use crate::i18n::{monitoring as text, t};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::ui::{Banner, CopyButton, Fact, KeyValues, SearchBox, Section, Tone, Toolbar};

/// A line for each metric: its name, and all that a query needs.
#[component]
pub fn Metrics(
    names: Arc<Names>,
    dimension: Memo<Option<Dimension>>,
    picked: Signal<Vec<String>>,
) -> AnyView {
    let search = use_query_signal("q");
    let query = Memo::new(move |_| {
        dimension.with(|d| d.as_ref().and_then(|d| picked.with(|picked| names.query(d, picked))))
    });
    let shown = Memo::new(move |_| {
        let words = Words::of(&search.get());
        let all = dimension.with(|d| d.as_ref().map(|d| d.metrics.clone()).unwrap_or_default());
        all.into_iter().filter(|metric| words.are_in(&[metric])).collect::<Vec<_>>()
    });
    let rows = move || {
        let query = query.get();
        shown.get().into_iter().map(|metric| row(metric, query.clone())).collect_view()
    };
    let incomplete = move || {
        query.with(Option::is_none).then(|| view! { <Banner tone=Tone::Info title=text::INCOMPLETE/> })
    };
    let none = move || {
        shown.with(Vec::is_empty).then(|| view! { <p class="muted">{move || t(text::NO_METRICS)}</p> })
    };
    let all = move || shown.with(|all| all.join("\n"));
    let dimensions = move || query.get().unwrap_or_default();
    view! {
        <Section title=text::METRICS>
            <KeyValues>
                <Fact label=text::NAMESPACE value=NAMESPACE mono=true copy=true/>
                <Fact label=text::DIMENSION value=dimensions mono=true copy=true wide=true/>
            </KeyValues>
            {incomplete}
            <div class="monitoring-bar">
                <Toolbar>
                    <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
                    <span class="row muted">{move || t(text::COPY_ALL)} <CopyButton text=all/></span>
                </Toolbar>
            </div>
            <div class="plain-scroll">
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">{move || t(text::METRIC)}</th>
                            <th scope="col">{move || t(text::QUERY)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
            {none}
        </Section>
    }
    .into_any()
}

fn row(metric: String, query: Option<String>) -> AnyView {
    let copied = metric.clone();
    let query = query.map(|dimensions| {
        let query = format!("namespace={NAMESPACE}&metric_name={metric}&{dimensions}");
        let copied = query.clone();
        view! { <div class="row"><CopyButton text=copied/> <span class="mono monitoring-query">{query}</span></div> }
    });
    view! {
        <tr>
            <th scope="row"><span class="row"><span class="mono">{metric}</span> <CopyButton text=copied/></span></th>
            <td>{query}</td>
        </tr>
    }
    .into_any()
}
