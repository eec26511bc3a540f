//! A migration beside the list, with what became of each entry where the service says it.

use std::sync::Arc;

use dms_api::models::rocketmq::{Migration, MigrationOutcome, MigrationResult};

use super::source::use_migration;
use super::words::{kind_text, outcome_look, started_view, status_view};
use crate::i18n::{number, rocketmq::migrations as text, t, tf};
use crate::pages::export;
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, Fact, Glyph, KeyValues, PlainScroll, Section, SidePanel, Skeleton, Status, Tone,
};

/// Lines in the document at most: thousands are for the file.
const LINES: usize = 300;

/// Everything that the service says of one task, kept up to date while it is at work.
#[component]
pub fn MigrationPanel(
    instance: String,
    id: String,
    on_delete: Callback<Arc<Migration>>,
    #[prop(into)] on_close: Callback<()>,
) -> AnyView {
    let query = use_migration(&instance, &id);
    let task = Memo::new(move |_| {
        query.data().and_then(|list| list.task.iter().find(|task| task.id == id).cloned().map(Arc::new))
    });
    let content = move || match (task.get(), query.error()) {
        (Some(task), failure) => {
            let failure = failure.map(|failure| view! { <Failure failure/> });
            view! { {failure} <Facts task/> }.into_any()
        }
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }.into_any()
        }
        (None, None) if query.loading() => view! { <Skeleton lines=5/> }.into_any(),
        (None, None) => view! { <Banner tone=Tone::Warn title=text::GONE/> }.into_any(),
    };
    let title = move || task.with(|task| task.as_ref().map(|task| task.name.clone()).unwrap_or_default());
    let delete = move || {
        task.with(Option::is_some).then(|| {
            let delete = move |()| {
                if let Some(task) = task.get_untracked() {
                    on_delete.run(task);
                }
            };
            view! { <Button label=text::DELETE icon=Glyph::Trash on_click=delete/> }
        })
    };
    view! {
        <SidePanel title on_close>
            <div class="row-wrap panel-buttons">{delete}</div>
            {content}
        </SidePanel>
    }
    .into_any()
}

#[component]
fn Facts(task: Arc<Migration>) -> AnyView {
    let kind = task.r#type.clone();
    let rest = task.rest.0.iter().map(|(key, value)| {
        let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        view! { <Fact label=key.clone() value mono=true/> }
    });
    let rest = rest.collect_view();
    let waits = task.status.is_transient();
    let results = match &task.results {
        Some(results) if !waits => {
            view! { <Results name=task.name.clone() results=results.clone()/> }.into_any()
        }
        _ => {
            let words = if waits { text::RESULTS_WAIT } else { text::RESULTS_SILENT };
            view! { <p class="muted">{move || t(words)}</p> }.into_any()
        }
    };
    let (status, started) = (status_view(&task), started_view(&task));
    view! {
        <KeyValues>
            <Fact label=text::STATUS>{status}</Fact>
            <Fact label=text::KIND value=move || kind_text(&kind)/>
            <Fact label=text::STARTED>{started}</Fact>
            <Fact label=text::TASK_ID value=task.id.clone() mono=true copy=true wide=true/>
            {rest}
        </KeyValues>
        <Section title=text::RESULTS>{results}</Section>
    }
    .into_any()
}

/// Counts, then entry by entry, the failed ones first.
#[component]
fn Results(name: String, results: Vec<MigrationResult>) -> AnyView {
    let count =
        |outcome: MigrationOutcome| number(results.iter().filter(|one| one.result == outcome).count() as u64);
    let counts = [
        ("created", count(MigrationOutcome::Created)),
        ("changed", count(MigrationOutcome::Overwritten)),
        ("skipped", count(MigrationOutcome::Skipped)),
        ("failed", count(MigrationOutcome::Failed)),
    ];
    let words = move || {
        let values: Vec<(&str, &dyn std::fmt::Display)> =
            counts.iter().map(|(key, n)| (*key, n as &dyn std::fmt::Display)).collect();
        tf(text::RESULT_COUNTS, &values)
    };
    let failed = |one: &&MigrationResult| one.result == MigrationOutcome::Failed;
    let first = results.iter().filter(failed).chain(results.iter().filter(|one| !failed(one)));
    let rows = first.take(LINES).map(row).collect_view();
    let more = results.len().saturating_sub(LINES);
    let more = (more > 0).then(|| {
        view! { <p class="muted">{move || tf(text::RESULTS_MORE, &[("n", &number(more as u64))])}</p> }
    });
    let save = move |()| save_csv(&name, &results);
    view! {
        <div class="row-wrap">
            <p>{words}</p>
            <Button label=text::EXPORT_CSV icon=Glyph::Download on_click=save/>
        </div>
        <PlainScroll label=text::RESULTS>
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{move || t(text::ENTRY)}</th>
                        <th scope="col">{move || t(text::WHAT)}</th>
                        <th scope="col">{move || t(text::RESULT)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </PlainScroll>
        {more}
    }
    .into_any()
}

fn row(one: &MigrationResult) -> AnyView {
    let (tone, msg) = outcome_look(&one.result);
    let label = msg.map_or_else(|| TextProp::from(one.result.as_str().to_owned()), TextProp::from);
    let source = (!one.source.is_empty() && one.source != one.name)
        .then(|| view! { <div class="diff-note">{format!("← {}", one.source)}</div> });
    let why = [one.error_code.as_deref(), one.error_message.as_deref()];
    let why: Vec<&str> = why.into_iter().flatten().collect();
    let why = (!why.is_empty()).then(|| view! { <div class="diff-note wraps">{why.join(" · ")}</div> });
    let kind = one.kind.clone();
    view! {
        <tr>
            <th scope="row"><span class="mono">{one.name.clone()}</span> {source}</th>
            <td>{move || kind_word(&kind)}</td>
            <td><Status tone=tone label/> {why}</td>
        </tr>
    }
    .into_any()
}

/// A topic or a group; another word as it came.
fn kind_word(kind: &str) -> String {
    match kind {
        "topic" => t(text::TOPIC).to_owned(),
        "group" => t(text::GROUP).to_owned(),
        other => other.to_owned(),
    }
}

fn save_csv(name: &str, results: &[MigrationResult]) {
    let header = ["kind", "name", "source", "result", "error_code", "error_message"];
    let rows = results.iter().map(|one| {
        vec![
            one.kind.clone().into(),
            one.name.clone().into(),
            one.source.clone().into(),
            one.result.as_str().into(),
            one.error_code.clone().unwrap_or_default().into(),
            one.error_message.clone().unwrap_or_default().into(),
        ]
    });
    export::save(&format!("{name}.csv"), export::CSV, &export::csv(&header, rows));
}
