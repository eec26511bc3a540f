//! The list of tasks: live, by state and time.

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::Task;

use super::delete::DeleteTasksDialog;
use super::panel::TaskPanel;
use super::source::{Tasks, use_tasks};
use super::span::{OWN, Span};
use super::table::{Filter, table};
use super::words;
use crate::i18n::{Zone, now, number, plural, t, tasks as text, tf, zone};
use crate::pages::auto_refresh::{AutoRefresh, pace};
use crate::pages::list_count::list_count;
use crate::pages::time_field::{from_field, to_field};
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Choice, ColumnChooser, DataTable, DateTimeInput, EmptyState,
    FilterMenu, Glyph, PageHeader, SearchBox, Spacer, Tone, Toolbar,
};

/// Seconds between two looks: often while something is under way.
const BUSY: u32 = 5;
const QUIET: u32 = 30;

/// The stretch of time in the URL.
#[derive(Clone, Copy)]
struct Chosen {
    word: QueryText,
    from: QueryText,
    to: QueryText,
}

/// The tasks of an instance of either engine (K5.7).
#[component]
pub fn TasksPage(engine: Engine, instance: String) -> AnyView {
    let chosen = Chosen {
        word: use_query_signal("since"),
        from: use_query_signal("from"),
        to: use_query_signal("to"),
    };
    // Counted from the moment of choosing, so that refreshing asks the same again.
    let span = Memo::new(move |_| Span::of(&chosen.word.get(), &chosen.from.get(), &chosen.to.get(), now()));
    let tasks = use_tasks(engine, &instance, span);
    let running = Memo::new(move |_| tasks.items().iter().filter(|t| t.status.is_transient()).count());
    let every = use_query_signal("every");
    let every_ms = pace(every, move || if running.get() > 0 { BUSY } else { QUIET });
    let tasks = tasks.poll_every(every_ms);

    let filter = Filter { search: use_query_signal("q"), state: use_query_signal("state") };
    let row = use_query_signal("row");
    let deleting = RwSignal::new(Vec::<Arc<Task>>::new());
    let open = Bound::new(row.signal(), move |id: String| row.push(id));
    let delete = Callback::new(move |tasks| deleting.set(tasks));
    let table = table(tasks, filter, open, delete);
    let find = move |id: &str| tasks.items().iter().find(|task| task.id == id).cloned();
    let picked = move || -> Vec<_> { table.selected().iter().filter_map(|id| find(id)).collect() };
    let clear = move |()| {
        filter.search.set("");
        filter.state.set("");
    };
    let on_done = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
        }
        if gone.contains(&row.get_untracked()) {
            row.set("");
        }
    };
    let of_panel = instance.clone();
    let panel = move || {
        let (id, instance) = (row.get(), of_panel.clone());
        let listed = {
            let id = id.clone();
            Signal::derive(move || find(&id))
        };
        (!id.is_empty()).then(|| {
            view! { <TaskPanel engine instance id listed on_delete=delete on_close=move |()| row.set("")/> }
        })
    };
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <StateLine tasks running/> }
                actions=move || {
                    view! { <AutoRefresh chosen=every every_ms on_refresh=move |()| tasks.refresh()/> }
                }
            />
            <Toolbar>
                <SearchBox value=filter.search label=text::SEARCH placeholder=text::SEARCH/>
                <FilterMenu
                    label=text::STATE
                    options=Signal::derive(words::state_choices)
                    value=filter.state
                    many=true
                />
                <FilterMenu label=text::TIME options=Signal::derive(spans) value=chosen.word/>
                <OwnSpan chosen/>
                <Spacer/>
                {list_count(table, tasks)}
                <ColumnChooser table/>
            </Toolbar>
            {move || span.with(Span::is_backwards).then(|| {
                view! { <Banner tone=Tone::Warn title=text::BACKWARDS/> }
            })}
            {move || tasks.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| tasks.refresh())/> }
            })}
            <div class="split">
                <DataTable
                    table
                    label=text::TITLE
                    loading=Signal::derive(move || tasks.loading())
                    empty=move || view! { <NoTasks tasks span/> }
                    on_clear_filters=Callback::new(clear)
                    selection_bar=move || view! {
                        <Button
                            label=text::DELETE
                            icon=Glyph::Trash
                            kind=ButtonKind::Danger
                            on_click=move |()| deleting.set(untrack(picked))
                        />
                    }
                />
                {panel}
            </div>
            <DeleteTasksDialog engine instance tasks=deleting on_done/>
        </div>
    }
    .into_any()
}

fn spans() -> Vec<Choice> {
    let words = [
        ("1h", text::LAST_HOUR),
        ("1d", text::LAST_DAY),
        ("7d", text::LAST_WEEK),
        ("30d", text::LAST_MONTH),
        (OWN, text::OWN_SPAN),
    ];
    words.map(|(word, msg)| Choice::new(word, msg)).to_vec()
}

/// Both ends of a stretch of the user's own.
#[component]
fn OwnSpan(chosen: Chosen) -> AnyView {
    let own = Memo::new(move |_| chosen.word.get() == OWN);
    let end = |ms: QueryText| {
        Bound::new(Signal::derive(move || to_field(&ms.get())), move |typed: String| {
            ms.set(from_field(&typed))
        })
    };
    let zone = || if zone() == Zone::Utc { "UTC".to_owned() } else { String::new() };
    let fields = move || {
        own.get().then(|| {
            view! {
                <DateTimeInput value=end(chosen.from) label=text::FROM zone/>
                <span class="muted">"–"</span>
                <DateTimeInput value=end(chosen.to) label=text::TO zone/>
            }
        })
    };
    fields.into_any()
}

#[component]
fn StateLine(tasks: Tasks, running: Memo<usize>) -> AnyView {
    let count = move || {
        let progress = tasks.progress();
        let all = plural(progress.total.unwrap_or(progress.loaded), text::COUNT_ONE, text::COUNT_OTHER);
        match running.get() {
            0 => all,
            n => format!("{all} · {}", tf(text::RUNNING_NOW, &[("n", &number(n as u64))])),
        }
    };
    view! { <span>{count}</span> }.into_any()
}

/// Says that there are none, which a list that could not be read does not know.
#[component]
fn NoTasks(tasks: Tasks, span: Memo<Span>) -> AnyView {
    let known = Memo::new(move |_| tasks.error().is_none());
    let words = move || {
        let all = span.with(|span| *span == Span::default());
        t(if all { text::EMPTY_TEXT } else { text::EMPTY_SPAN })
    };
    (move || {
        known.get().then(|| view! { <EmptyState title=text::EMPTY_TITLE text=words icon=Glyph::Clock/> })
    })
    .into_any()
}
