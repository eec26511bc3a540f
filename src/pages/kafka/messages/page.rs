//! `/kafka/{instance}/messages`: reading and following the messages of a topic.

use super::ask::{Ask, AskText, From, HOUR, PARAMETERS, Place};
use super::bar::{AskForm, Bar};
use super::beyond::beyond_what_is_loaded;
use super::board::Board;
use super::columns::{paths, table};
use super::delete::DeleteMessagesDialog;
use super::filters::{AddFilter, FilterChips, Filters};
use super::link::produce_href;
use super::panel::{MessagePanel, PanelActions};
use super::reader::Reader;
use super::report::is_search;
use super::saving::save_all;
use super::single::Loader;
use super::status::{Reading, StatusLines};
use super::tail::Tail;
use crate::data::when_resumed;
use crate::i18n::{messages as text, now, t};
use crate::pages::browse::{listen_to_keys, neighbour};
use crate::pages::kafka::topics::use_topics;
use crate::prelude::*;
use crate::routes::query::History;
use crate::routes::{QueryText, update_query, use_query_signal};
use crate::session::config;
use crate::ui::{
    Button, ButtonKind, ColumnChooser, Count, DataTable, EmptyState, Glyph, Icon, MenuButton, MenuItem,
    PageHeader, SearchBox, Spacer, Table, Toolbar,
};

/// Everything the page's parts share. Cheap to copy.
#[derive(Clone, Copy)]
struct State {
    asked: Memo<AskText>,
    ask: Memo<Option<Ask>>,
    board: Board,
    reader: Reader,
    tail: Tail,
    filters: Filters,
    open: QueryText,
    table: Memo<Table>,
}

/// The message browser.
#[component]
pub fn MessagesPage(instance: String) -> AnyView {
    let topics = use_topics(&instance);
    let state = State::new(&instance);
    let bar = state.bar();
    let loader = state.follow_open(&instance);
    let topic = Signal::derive(move || state.asked.with(|a| a.topic.clone()));
    let of_header = instance.clone();
    let reading = Reading {
        ask: state.ask,
        board: state.board,
        tail: state.tail,
        more: Callback::new(move |()| state.reader.more()),
        again: Callback::new(move |()| state.reader.again()),
        load: Callback::new(move |places| {
            if state.is_live() { state.tail.load(places) } else { state.reader.load(places) }
        }),
        by_content: Signal::derive(move || state.filters.filter().needs_content()),
    };
    let place = Signal::derive(move || Place::parse(&state.open.get()));
    let is_open = Memo::new(move |_| place.get().is_some() && !topic.with(String::is_empty));
    let actions = PanelActions {
        go: Callback::new(move |by| state.go(by)),
        close: Callback::new(move |()| state.open.set("")),
        filters: state.filters,
    };
    let found = Signal::derive(move || state.table.get().shown());
    let beyond = beyond_what_is_loaded(state.ask, state.board, state.filters, found);
    listen_to_keys(move || !state.open.get_untracked().is_empty(), move |by| state.go(by));
    let (deleting, of_dialog) = (RwSignal::new(false), instance.clone());
    let read_again = move |()| state.run(state.ask.get_untracked());
    view! {
        <div class="page page-list">
            <PageHeader title=text::TITLE actions=move || header(&of_header, topic, deleting)/>
            <AskForm bar topics/>
            <FilterBar state topic/>
            <FilterChips filters=state.filters/>
            <StatusLines reading/>
            {beyond}
            <div class="split">
                {move || view! {
                    <DataTable
                        table=state.table.get()
                        label=text::TITLE
                        loading=Signal::derive(move || state.is_waiting())
                        empty=move || nothing(state, bar)
                        on_clear_filters=Callback::new(move |()| state.filters.clear())
                    />
                }}
                {move || is_open.get().then(|| view! {
                    <MessagePanel instance=instance.clone() topic place loader actions/>
                })}
            </div>
            <DeleteMessagesDialog instance=of_dialog topic open=deleting on_done=read_again/>
        </div>
    }
    .into_any()
}

/// What changes messages; nothing where the console may not.
fn header(instance: &str, topic: Signal<String>, deleting: RwSignal<bool>) -> AnyView {
    let instance = instance.to_owned();
    let new = move || {
        let href = produce_href(&instance, &topic.get(), None);
        let chosen = topic.with(|topic| !topic.is_empty());
        (!config::read_only()).then(|| {
            view! {
                {chosen.then(|| view! {
                    <Button label=text::DELETE icon=Glyph::Trash on_click=move |()| deleting.set(true)/>
                })}
                <a class=ButtonKind::Secondary.class() href=href>
                    <Icon of=Glyph::Plus/>
                    <span class="btn-label">{move || t(text::PRODUCE)}</span>
                </a>
            }
        })
    };
    new.into_any()
}

/// Search, conditions, columns, export.
#[component]
fn FilterBar(state: State, topic: Signal<String>) -> AnyView {
    let save = move |as_csv: bool| {
        let (topic, fields) = (topic.get_untracked(), state.filters.fields.get_untracked());
        save_all(&topic, state.board, state.table.get_untracked(), &fields, as_csv);
    };
    let export = move |()| {
        vec![
            MenuItem::new(text::EXPORT_JSON, move || save(false)),
            MenuItem::new(text::EXPORT_CSV, move || save(true)),
        ]
    };
    let of_table = move || {
        let table = state.table.get();
        view! {
            <Count
                shown=Signal::derive(move || table.shown())
                total=Signal::derive(move || table.total())
            />
            <ColumnChooser table/>
        }
    };
    view! {
        <Toolbar>
            <SearchBox value=state.filters.search label=text::SEARCH placeholder=text::SEARCH/>
            <AddFilter filters=state.filters/>
            <Spacer/>
            {of_table}
            <MenuButton label=text::EXPORT items=export/>
        </Toolbar>
    }
    .into_any()
}

fn nothing(state: State, bar: Bar) -> AnyView {
    let view = move || {
        let live = state.is_live();
        // Why there are none stands above.
        if state.board.failure.with(Option::is_some) {
            return ().into_any();
        }
        if state.asked.with(|a| a.topic.is_empty()) {
            view! { <EmptyState title=text::NO_TOPIC_TITLE text=text::NO_TOPIC_TEXT icon=Glyph::Topic/> }
        } else if bar.has_no_words() {
            view! { <EmptyState title=text::FIND_TITLE text=text::FIND_TEXT icon=Glyph::Search/> }
        } else if let Some(missing) = bar.missing() {
            view! { <EmptyState title=text::INCOMPLETE_TITLE text=missing/> }
        } else if live {
            view! {
                <EmptyState title=text::NONE_LIVE_TITLE text=text::NONE_LIVE_TEXT icon=Glyph::Activity/>
            }
        } else if state.board.report.with(|report| report.done) {
            let by_content = state.ask.with(|ask| ask.as_ref().is_some_and(is_search));
            let text = if by_content { text::NONE_FOUND_TEXT } else { text::NONE_TEXT };
            view! { <EmptyState title=text::NONE_TITLE text/> }
        } else {
            view! { <EmptyState title=text::STOPPED text=text::STOPPED_TEXT/> }
        }
        .into_any()
    };
    view.into_any()
}

/// A time range without its ends means the last hour: the form says so.
fn with_times(mut form: AskText) -> AskText {
    if form.from == "time" && form.start.is_empty() {
        (form.start, form.end) = ((now() - HOUR).to_string(), now().to_string());
    }
    form
}

impl State {
    fn new(instance: &str) -> Self {
        let parameters = PARAMETERS.map(use_query_signal);
        let asked = Memo::new(move |_| {
            let value =
                |name| parameters.iter().zip(PARAMETERS).find(|(_, n)| *n == name).map(|(p, _)| p.get());
            AskText::read(|name| value(name).unwrap_or_default())
        });
        let filters = Filters {
            search: use_query_signal("q"),
            conditions: use_query_signal("where"),
            fields: use_query_signal("fields"),
            columns: use_query_signal("cols"),
        };
        let board = Board::new();
        let open = use_query_signal("msg");
        let filter = move || filters.filter();
        let ask = Memo::new(move |_| asked.with(|a| a.ask(now())));
        let sought = Memo::new(move |_| {
            let by_service = ask.with(|ask| ask.as_ref().map(Ask::sought).unwrap_or_default());
            let here = filters.search.get();
            here.split_whitespace().map(str::to_owned).chain(by_service).collect::<Vec<_>>()
        });
        let table = Memo::new_with_compare(
            move |_| table(board, paths(&filters.fields.get()), filter, sought, open),
            |_, _| true,
        );
        Self {
            asked,
            ask,
            board,
            reader: Reader::new(instance, board),
            tail: Tail::new(instance, board),
            filters,
            open,
            table,
        }
    }

    fn is_live(self) -> bool {
        self.ask.with(|ask| ask.as_ref().is_some_and(|ask| ask.from == From::Live))
    }

    /// Nothing to show yet, but on its way.
    fn is_waiting(self) -> bool {
        self.board.running.get() && self.board.messages.with(|m| m.is_empty())
    }

    /// The form, following the address; and reading, following it too.
    fn bar(self) -> Bar {
        let draft = RwSignal::new(self.asked.get_untracked());
        Effect::new(move |_| draft.set(with_times(self.asked.get())));
        Effect::new(move |_| self.run(self.ask.get()));
        let apply = move |()| {
            let wanted = draft.get_untracked();
            if wanted.ask(now()).is_none() {
                return;
            }
            let before = self.asked.get_untracked().parts();
            let after = wanted.parts();
            if before == after {
                self.run(wanted.ask(now()));
                return;
            }
            let changes = PARAMETERS.into_iter().zip(after).chain([("msg", String::new())]);
            update_query(changes.collect(), History::Push);
        };
        Bar {
            draft,
            apply: Callback::new(apply),
            stop: Callback::new(move |()| self.reader.stop()),
            running: self.board.running.into(),
        }
    }

    fn run(self, ask: Option<Ask>) {
        match ask {
            Some(ask) if ask.from == From::Live => {
                self.reader.stop();
                self.tail.start(&ask);
            }
            Some(ask) => {
                self.tail.stop();
                self.reader.read(ask);
            }
            None => {
                self.tail.stop();
                self.reader.stop();
                self.board.clear();
            }
        }
    }

    /// Loads the message that the address names.
    fn follow_open(self, instance: &str) -> Loader {
        let loader = Loader::new(instance, Some(self.board));
        let open = self.open;
        let wanted = Memo::new(move |_| {
            let topic = self.asked.with(|a| a.topic.clone());
            Some((topic, Place::parse(&open.get())?)).filter(|(topic, _)| !topic.is_empty())
        });
        let load = move || {
            if let Some((topic, place)) = wanted.get() {
                loader.load(&topic, place);
            }
        };
        Effect::new(move |_| load());
        when_resumed(move || loader.failure(), load);
        loader
    }

    /// Opens the message so many rows further down.
    fn go(self, by: i32) {
        let open = self.open.get_untracked();
        if let Some(key) = untrack(|| neighbour(self.table.get(), &open, by)) {
            if open.is_empty() { self.open.push(key) } else { self.open.set(key) }
        }
    }
}
