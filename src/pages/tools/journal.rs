//! The request journal: what this console has asked the service, and what came back.

mod detail;

use std::sync::Arc;

use crate::data::ApiFailure;
use crate::data::client::host;
use crate::data::journal::{self, CAPACITY, Call};
use crate::i18n::{bytes, core, duration_ms, journal as text, lower, shell, t, tf, time};
use crate::prelude::*;
use crate::routes::{QueryText, href_with, use_query_signal};
use crate::ui::{
    Button, Choice, Column, ColumnChooser, Count, DataTable, EmptyState, FilterMenu, Glyph, PageHeader,
    SearchBox, Spacer, Status, Table, Tone, Toolbar,
};

use detail::CallPanel;

/// `/tools/journal`
#[component]
pub fn JournalPage() -> AnyView {
    let (q, result, row) = (use_query_signal("q"), use_query_signal("status"), use_query_signal("row"));
    let table = table(q, result, row);
    let calls = Memo::new(|_| journal::calls().len());
    let open = move || {
        let id = row.get();
        let call = journal::calls().into_iter().find(|c| c.id.to_string() == id)?;
        Some(view! { <CallPanel call on_close=move |()| row.push("")/> })
    };
    let intro = || view! { <p>{move || tf(text::INTRO, &[("n", &CAPACITY)])}</p> };
    let actions = || view! { <Button label=core::CLEAR icon=Glyph::Trash on_click=|()| journal::clear()/> };
    let empty = || view! { <EmptyState title=text::EMPTY text=text::EMPTY_TEXT icon=Glyph::Journal/> };
    let results = || vec![Choice::new("failed", text::FAILED), Choice::new("done", text::DONE)];
    let clear_filters = move |()| {
        q.set("");
        result.set("");
    };
    view! {
        <div class="page-list">
            <PageHeader title=shell::JOURNAL state=intro actions/>
            <Toolbar>
                <SearchBox value=q label=text::SEARCH/>
                <FilterMenu label=text::RESULT options=Signal::derive(results) value=result/>
                <Spacer/>
                <Count shown=Signal::derive(move || table.shown()) total=calls/>
                <ColumnChooser table/>
            </Toolbar>
            <div class="split">
                <DataTable table label=shell::JOURNAL empty on_clear_filters=Callback::new(clear_filters)/>
                {open}
            </div>
        </div>
    }
    .into_any()
}

fn table(q: QueryText, result: QueryText, row: QueryText) -> Table {
    Table::builder(|call: &Call| call.id.to_string())
        .column(Column::new("time", text::TIME, when).width(140).sort_by(|a, b| a.id.cmp(&b.id)).required())
        .column(
            Column::new("status", text::STATUS, outcome).width(180).sort_by(|a, b| a.status.cmp(&b.status)),
        )
        .column(Column::text("operation", text::OPERATION, |c: &Call| c.operation.to_owned()).width(200))
        .column(Column::text("method", text::METHOD, |c: &Call| c.method.as_str().to_owned()).width(80))
        .column(Column::new("path", text::PATH, path).width(340))
        .column(
            Column::new("took", text::TOOK, |c: &Arc<Call>| duration_ms(c.took_ms))
                .numeric()
                .width(90)
                .sort_by(|a, b| a.took_ms.cmp(&b.took_ms)),
        )
        .column(
            Column::new("size", text::SIZE, |c: &Arc<Call>| bytes(c.bytes.into()))
                .numeric()
                .width(90)
                .sort_by(|a, b| a.bytes.cmp(&b.bytes)),
        )
        .column(
            Column::text("request", text::REQUEST_ID, |c: &Call| c.request_id.clone()).width(260).hidden(),
        )
        .column(Column::text("host", text::HOST, |c: &Call| host(&c.endpoint).to_owned()).width(220).hidden())
        .column(Column::text("action", text::PERMISSION, |c: &Call| c.action.to_owned()).width(200).hidden())
        .filter(move || {
            let (words, result) = (lower(&q.get()), result.get());
            move |call: &Call| passes(call, &words, &result)
        })
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(row.pushing())
        .rows(|| Arc::new(journal::calls()))
}

/// `words` in lower case; `result` is `failed`, `done` or empty for any.
fn passes(call: &Call, words: &str, result: &str) -> bool {
    let of_result = match result {
        "failed" => call.failure.is_some(),
        "done" => call.failure.is_none(),
        _ => true,
    };
    let code = call.failure.as_ref().map_or("", |f| f.code());
    let texts = [call.operation, &call.target, &call.request_id, &call.endpoint, code, call.action];
    of_result && (words.is_empty() || texts.iter().any(|text| lower(text).contains(words)))
}

/// Opens the call's details.
fn when(call: &Arc<Call>) -> AnyView {
    let (at, id) = (call.at, call.id);
    view! { <a class="mono" href=move || href_with(&[("row", id.to_string())])>{move || time(at)}</a> }
        .into_any()
}

fn path(call: &Arc<Call>) -> AnyView {
    view! { <span class="mono" title=call.path().to_owned()>{short(call.path())}</span> }.into_any()
}

/// A path with its long ids cut short, so that its end stays in sight.
fn short(path: &str) -> String {
    let segment = |s: &str| match s.chars().count() {
        0..=20 => s.to_owned(),
        _ => s.chars().take(8).chain(['…']).collect(),
    };
    path.split('/').map(segment).collect::<Vec<_>>().join("/")
}

/// Status with a word: never colour alone.
fn outcome(call: &Arc<Call>) -> AnyView {
    let (tone, call) = (tone(call), Arc::clone(call));
    let label = move || match (call.status, &call.failure) {
        (Some(status), Some(ApiFailure::Decode { .. })) => format!("{status} {}", t(text::DAMAGED)),
        (Some(status), Some(failure)) if failure.code().len() > 3 => format!("{status} {}", failure.code()),
        (Some(status), _) => status.to_string(),
        (None, _) => t(text::NO_ANSWER).to_owned(),
    };
    view! { <Status tone label/> }.into_any()
}

fn tone(call: &Call) -> Tone {
    match (&call.failure, call.status) {
        (None, _) => Tone::Ok,
        (Some(_), Some(400..500)) => Tone::Warn,
        (Some(_), _) => Tone::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::journal::tests::call;

    #[test]
    fn long_ids_do_not_hide_the_end_of_a_path() {
        let path =
            "/v2/0c0a1d5e9f2b4c6d8e7f00112233aabb/instances/6a1f0c52-3b7e-4d18-9f21-0b8c5d2e7a01/topics";
        assert_eq!(short(path), "/v2/0c0a1d5e…/instances/6a1f0c52…/topics");
        assert_eq!(short("/v2/p/订单订单订单订单"), "/v2/p/订单订单订单订单");
    }

    #[test]
    fn finds_calls_by_what_people_know_of_them() {
        let mut call = call("/v2/p1/instances?engine=kafka", None);
        call.request_id = "Req-77".into();
        for words in ["", "kafka.test", "/instances", "req-77", "engine=kafka", "dms:instance:list"] {
            assert!(passes(&call, words, ""), "{words}");
        }
        assert!(!passes(&call, "rocketmq", "") && !passes(&call, "", "failed") && passes(&call, "", "done"));
        call.failure = Some(ApiFailure::Network);
        assert!(passes(&call, "", "failed"));
    }
}
