//! `/rocketmq/{instance}/dead-letters`: the workbench of a group's dead letters.

use std::sync::Arc;

use super::export::Export;
use super::groups::DeadGroups;
use super::marks::Marks;
use super::resend::ResendDialog;
use crate::i18n::{
    Msg, TimeAgo, messages as shared, number,
    rocketmq::{self, dead_letters as text},
    t, tf,
};
use crate::pages::rocketmq::groups::{Groups, use_groups};
use crate::pages::rocketmq::messages::{
    AskForm, Bar, Browser, DEAD, Form, Loader, MessagePanel, PanelActions, Row, StatusLines, builder,
};
use crate::pages::rocketmq::verify::{VerifyDialog, verify_button};
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::session::config;
use crate::ui::{
    Button, ButtonKind, Choice, Column, ColumnChooser, Combobox, Count, DataTable, EmptyState, FilterMenu,
    Glyph, MenuButton, MenuItem, PageHeader, Spacer, Status, Table, Toasts, Tone, Toolbar, use_toasts,
};

/// What the page's parts share. Cheap to copy.
#[derive(Clone, Copy)]
struct Bench {
    instance: StoredValue<String>,
    browser: Browser,
    group: Memo<String>,
    marks: Marks,
    /// `no`, `yes`, or `""` for both.
    resent: QueryText,
    /// Ids to ask about.
    resending: RwSignal<Vec<String>>,
    verifying: RwSignal<Vec<String>>,
    table: Memo<Table>,
    toasts: Toasts,
}

/// The workbench.
#[component]
pub fn DeadLettersPage(instance: String) -> AnyView {
    let groups = use_groups(&instance);
    let bench = Bench::new(&instance);
    let browser = bench.browser;
    let bar = browser.bar();
    let loader = browser.follow_open(&instance);
    browser.listen_to_keys(bench.table);
    let actions = PanelActions {
        go: Callback::new(move |by| browser.go(bench.table, by)),
        close: Callback::new(move |()| browser.open.set("")),
        more: Callback::new(move |row: Arc<Row>| bench.of_one(&row.id())),
    };
    let topic = browser.topic();
    let chosen = Memo::new(move |_| !bench.group.with(String::is_empty));
    let of_content = instance.clone();
    let content = move || {
        let instance = of_content.clone();
        if chosen.get() {
            bench.list(instance, bar, loader, actions)
        } else {
            view! { <DeadGroups instance groups/> }.into_any()
        }
    };
    let (of_resend, of_verify) = (instance.clone(), instance);
    view! {
        <div class="page page-list">
            <PageHeader title=text::TITLE state=|| || t(text::INTRO)/>
            <AskForm bar subject=move || group_field(bar, groups)/>
            {content}
            <ResendDialog
                instance=of_resend
                group=bench.group.into()
                ids=bench.resending
                marks=bench.marks
                on_done=move |()| bench.table.get_untracked().clear_selection()
            />
            <VerifyDialog instance=of_verify topic ids=bench.verifying/>
        </div>
    }
    .into_any()
}

/// The field for the group. Another one than the service lists can be typed.
fn group_field(bar: Bar, groups: Groups) -> AnyView {
    let names = Signal::derive(move || {
        groups.items().iter().map(|group| Choice::plain(group.name.clone())).collect::<Vec<_>>()
    });
    let known = move |topic: &str| {
        let group = topic.strip_prefix(DEAD).unwrap_or_default();
        untrack(|| groups.items()).iter().any(|g| g.name == group)
    };
    let topic = bar.part(|d| &d.topic, |d| &mut d.topic, known);
    let group =
        Signal::derive(move || topic.with(|topic| topic.strip_prefix(DEAD).unwrap_or_default().to_owned()));
    let value = crate::ui::Bound::new(group, move |new: String| {
        topic.set(if new.is_empty() { new } else { format!("{DEAD}{new}") });
    });
    view! {
        <Combobox value options=names free=true label=text::GROUP placeholder=text::GROUP_PLACEHOLDER/>
    }
    .into_any()
}

impl Bench {
    fn new(instance: &str) -> Self {
        let browser = Browser::new(instance, "group", DEAD);
        let group = use_query_signal("group");
        let group = Memo::new(move |_| group.get());
        let (marks, resent) = (Marks::new(), use_query_signal("resent"));
        let owner = instance.to_owned();
        Effect::new(move |_| group.with(|group| marks.turn_to(&owner, group)));
        let filter = move || {
            let (passes, resent) = (browser.filters.test(), resent.get());
            let wanted = match resent.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            };
            move |row: &Row| {
                wanted.is_none_or(|wanted| marks.when(&row.id()).is_some() == wanted) && passes(row)
            }
        };
        let table = Memo::new_with_compare(
            move |_| {
                builder(vec![resent_column(marks), origin_column()])
                    .filter(filter)
                    .sort(use_query_signal("sort"))
                    .columns(use_query_signal("cols"))
                    .open(browser.open.pushing())
                    .selectable()
                    .rows(move || browser.reader.rows.get())
            },
            |_, _| true,
        );
        Self {
            instance: StoredValue::new(instance.to_owned()),
            browser,
            group,
            marks,
            resent,
            resending: RwSignal::new(Vec::new()),
            verifying: RwSignal::new(Vec::new()),
            table,
            toasts: use_toasts(),
        }
    }

    /// The dead letters of the group, and the open one.
    fn list(self, instance: String, bar: Bar, loader: Loader, actions: PanelActions) -> AnyView {
        let bench = self;
        let browser = self.browser;
        let topic = browser.topic();
        let is_open = Memo::new(move |_| !browser.open.get().is_empty());
        view! {
            {bench.toolbar()}
            <StatusLines browser/>
            <div class="split">
                <DataTable
                    table=bench.table.get_untracked()
                    label=text::TITLE
                    loading=Signal::derive(move || browser.is_waiting())
                    empty=move || bench.nothing(bar)
                    on_clear_filters=Callback::new(move |()| {
                        browser.filters.clear();
                        bench.resent.set("");
                    })
                    selection_bar=move || bench.of_selection()
                />
                {move || is_open.get().then(|| view! {
                    <MessagePanel instance=instance.clone() topic id=browser.open.signal() loader actions/>
                })}
            </div>
        }
        .into_any()
    }

    /// Search, filters, marks, columns, export.
    fn toolbar(self) -> AnyView {
        let table = self.table.get_untracked();
        let states =
            Signal::derive(|| vec![Choice::new("no", text::RESENT_NO), Choice::new("yes", text::RESENT)]);
        view! {
            <Toolbar>
                {self.browser.filters.view(self.browser.reader)}
                <FilterMenu label=text::RESENT options=states value=self.resent/>
                {self.marked()}
                <Spacer/>
                <Count
                    shown=Signal::derive(move || table.shown())
                    total=Signal::derive(move || table.total())
                />
                <ColumnChooser table/>
                <MenuButton label=shared::EXPORT items=move |()| self.export_items()/>
            </Toolbar>
        }
        .into_any()
    }

    /// How many messages are marked, and a way to forget that.
    fn marked(self) -> AnyView {
        let forget = move |()| {
            self.marks.forget();
            let group = self.group.get_untracked();
            self.toasts.ok(move || tf(text::MARKS_FORGOTTEN, &[("group", &group)]));
        };
        let some = Memo::new(move |_| self.marks.count() > 0);
        let view = move || {
            some.get().then(|| {
                let words = move || tf(text::MARKS, &[("n", &number(self.marks.count() as u64))]);
                view! {
                    <span class="muted">{words}</span>
                    <Button
                        label=text::FORGET_MARKS
                        kind=ButtonKind::Ghost
                        tip=text::MARK_HINT
                        on_click=forget
                    />
                }
            })
        };
        view.into_any()
    }

    fn export_items(self) -> Vec<MenuItem> {
        if self.group.with_untracked(String::is_empty) {
            return Vec::new();
        }
        let item =
            move |label: Msg, form: Form, all: bool| MenuItem::new(label, move || self.export(form, all));
        vec![
            item(text::EXPORT_JSON, Form::Json, false),
            item(text::EXPORT_CSV, Form::Csv, false),
            item(text::EXPORT_ALL_JSON, Form::Json, true).separated(),
            item(text::EXPORT_ALL_CSV, Form::Csv, true),
        ]
    }

    fn export(self, form: Form, all: bool) {
        let rows = (!all).then(|| self.browser.wanted(self.table.get_untracked()));
        if rows.as_ref().is_some_and(Vec::is_empty) {
            return;
        }
        let (instance, group) = (self.instance.get_value(), self.group.get_untracked());
        Export { instance, group, rows, form }.start(self.toasts);
    }

    /// The buttons while messages are picked.
    fn of_selection(self) -> AnyView {
        let picked = move || untrack(|| self.table.get_untracked().selected());
        let change = move || {
            (!config::read_only()).then(|| {
                view! {
                    <Button
                        label=text::RESEND
                        kind=ButtonKind::Primary
                        icon=Glyph::Upload
                        on_click=move |()| self.resending.set(picked())
                    />
                }
            })
        };
        let verify = verify_button(move || self.verifying.set(picked()));
        view! { {change} {verify} <MenuButton label=shared::EXPORT items=move |()| self.export_items()/> }
            .into_any()
    }

    /// The buttons of one message.
    fn of_one(self, id: &str) -> AnyView {
        let id = StoredValue::new(id.to_owned());
        let one = move || vec![id.get_value()];
        let view = move || {
            (!config::read_only()).then(|| {
                view! {
                    <Button label=text::RESEND icon=Glyph::Upload on_click=move |()| self.resending.set(one())/>
                }
            })
        };
        view! { {view} {verify_button(move || self.verifying.set(one()))} }.into_any()
    }

    fn nothing(self, bar: Bar) -> AnyView {
        let view = move || {
            if bar.missing().is_some() || !self.browser.reader.is_done() {
                return self.browser.nothing(bar);
            }
            view! { <EmptyState title=text::NONE_TITLE text=text::NONE_TEXT/> }.into_any()
        };
        view.into_any()
    }
}

fn resent_column(marks: Marks) -> Column<Row> {
    let cell = move |row: &Arc<Row>| {
        let id = row.id();
        move || {
            match marks.when(&id) {
            Some(at) => {
                view! { <Status tone=Signal::stored(Tone::Ok) label=text::RESENT/> " " <TimeAgo ms=Some(at)/> }
                    .into_any()
            }
            None => view! { <span class="muted">"–"</span> }.into_any(),
        }
        }
    };
    Column::new("resent", text::RESENT, cell).width(164)
}

fn origin_column() -> Column<Row> {
    Column::new("origin", rocketmq::messages::FROM_TOPIC, |row: &Arc<Row>| {
        let topic = row.origin().map_or("–", |(topic, _)| topic).to_owned();
        view! { <span class="mono">{topic}</span> }
    })
    .width(130)
    .sort_by(|a: &Row, b| a.origin().cmp(&b.origin()))
}
