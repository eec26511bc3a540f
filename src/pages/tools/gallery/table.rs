//! The table with ten thousand rows.

use std::sync::Arc;

use super::{buttons, overlays, showing};
use crate::i18n::{bytes, number};
use crate::prelude::*;
use crate::routes::use_query_signal;
use crate::ui::{
    Button, ButtonKind, Choice, Column, ColumnChooser, Count, DataTable, EmptyState, Fact, FilterMenu, Glyph,
    IconButton, KeyValues, MenuItem, SearchBox, SidePanel, Spacer, Status, Table, Tone, Toolbar,
};

crate::messages! {
    FIND = "Find topics", "搜索 Topic";
    NAME = "Name", "名称";
    STATUS = "Status", "状态";
    PARTITIONS = "Partitions", "分区数";
    SIZE = "Size", "大小";
    LAG = "Lag", "堆积量";
    OWNER = "Owner", "负责人";
    RETENTION = "Retention", "老化时间";
    TOUCH = "Change one row", "修改一行";
    EMPTIED = "Empty it", "清空";
}

#[derive(Clone, PartialEq)]
struct Row {
    name: String,
    tone: Tone,
    partitions: u32,
    size: u64,
    lag: u64,
    owner: &'static str,
}

fn rows() -> Vec<Arc<Row>> {
    const KINDS: [&str; 6] = ["orders", "payments", "clicks", "audit-log", "inventory", "user-events"];
    const OWNERS: [&str; 4] = ["Checkout", "Data platform", "Risk", "Search"];
    const TONES: [Tone; 8] =
        [Tone::Ok, Tone::Ok, Tone::Ok, Tone::Ok, Tone::Ok, Tone::Warn, Tone::Busy, Tone::Bad];
    let row = |i: u64| {
        let pick = |n: usize| (i.wrapping_mul(2_654_435_761) >> 7) as usize % n;
        Arc::new(Row {
            name: format!("{}-{}", KINDS[pick(KINDS.len())], i + 1),
            tone: TONES[pick(TONES.len())],
            partitions: 3 * (1 + i as u32 % 8),
            size: i.wrapping_mul(7_919_777_333) % (1 << (20 + i % 21)),
            lag: if i.is_multiple_of(3) { 0 } else { i.wrapping_mul(48_271) % 90_000 },
            owner: OWNERS[pick(OWNERS.len())],
        })
    };
    (0..10_000).map(row).collect()
}

fn label(tone: Tone) -> crate::i18n::Msg {
    match tone {
        Tone::Ok => overlays::RUNNING,
        Tone::Busy => showing::CREATING,
        Tone::Warn => showing::WARN,
        _ => showing::FAULTY,
    }
}

fn id(tone: Tone) -> &'static str {
    match tone {
        Tone::Ok => "ok",
        Tone::Busy => "busy",
        Tone::Warn => "warn",
        _ => "bad",
    }
}

fn columns(q: Signal<String>, status: Signal<String>, all: RwSignal<Arc<Vec<Arc<Row>>>>) -> Table {
    let open = use_query_signal("row");
    Table::builder(|row: &Row| row.name.clone())
        .column(
            Column::new("name", NAME, move |row: &Arc<Row>| {
                let name = row.name.clone();
                view! { <a href=format!("tools/gallery?part=table&row={name}")>{name.clone()}</a> }
            })
            .sort_by(|a: &Row, b: &Row| crate::ui::natural_cmp(&a.name, &b.name))
            .width(280)
            .required(),
        )
        .column(
            Column::new("status", STATUS, |row: &Arc<Row>| {
                view! { <Status tone=row.tone label=label(row.tone)/> }
            })
            .width(150)
            .sort_by(|a: &Row, b: &Row| id(a.tone).cmp(id(b.tone))),
        )
        .column(
            Column::new("partitions", PARTITIONS, |row: &Arc<Row>| number(row.partitions))
                .numeric()
                .width(100)
                .sort_by(|a: &Row, b: &Row| a.partitions.cmp(&b.partitions)),
        )
        .column(
            Column::new("size", SIZE, |row: &Arc<Row>| bytes(row.size))
                .numeric()
                .width(110)
                .sort_by(|a: &Row, b: &Row| a.size.cmp(&b.size)),
        )
        .column(
            Column::new("lag", LAG, |row: &Arc<Row>| number(row.lag))
                .numeric()
                .width(100)
                .sort_by(|a: &Row, b: &Row| a.lag.cmp(&b.lag)),
        )
        .column(Column::text("owner", OWNER, |row: &Row| row.owner.to_owned()).width(140))
        .column(Column::new("retention", RETENTION, |_: &Arc<Row>| "72 h").numeric().width(110).hidden())
        .actions(|_| -> Vec<MenuItem> { buttons::menu(()) })
        .filter(move || {
            let (q, status) = (q.get().to_lowercase(), status.get());
            move |row: &Row| {
                row.name.contains(&q) && (status.is_empty() || status.split(',').any(|s| s == id(row.tone)))
            }
        })
        .sort(use_query_signal("sort"))
        .columns(use_query_signal("cols"))
        .open(open)
        .selectable()
        .rows(move || all.get())
}

pub(super) fn part() -> AnyView {
    let (q, status) = (use_query_signal("q"), use_query_signal("status"));
    let all = RwSignal::new(Arc::new(rows()));
    let table = columns(q.signal(), status.signal(), all);
    let open = use_query_signal("row");
    let tones = || {
        [Tone::Ok, Tone::Busy, Tone::Warn, Tone::Bad].map(|tone| Choice::new(id(tone), label(tone))).to_vec()
    };
    let clear = move |()| {
        q.set("");
        status.set("");
    };
    view! {
        <div class="gallery-list">
            <Toolbar>
                <SearchBox value=q label=FIND/>
                <FilterMenu label=STATUS options=tones value=status many=true/>
                <Count shown=move || table.shown() total=move || table.total()/>
                <Spacer/>
                <Button label=TOUCH kind=ButtonKind::Ghost on_click=move |()| touch(all)/>
                <Button label=EMPTIED kind=ButtonKind::Ghost on_click=move |()| all.set(Arc::default())/>
                <IconButton icon=Glyph::Refresh label=super::buttons::PRESSED/>
                <ColumnChooser table/>
            </Toolbar>
            <div class="split">
                <DataTable
                    table
                    label=super::TABLE
                    on_clear_filters=clear
                    empty=|| {
                        view! {
                            <EmptyState title=super::states::NO_TOPICS text=super::states::NO_TOPICS_HINT icon=Glyph::Topic/>
                        }
                    }
                    selection_bar=selection_bar
                />
                {move || (!open.get().is_empty()).then(|| panel(open.signal(), move || open.set("")))}
            </div>
        </div>
    }
    .into_any()
}

fn selection_bar() -> AnyView {
    view! {
        <Button label=buttons::EXPORT icon=Glyph::Download/>
        <Button label=buttons::DELETE kind=ButtonKind::Danger icon=Glyph::Trash/>
    }
    .into_any()
}

/// As a refresh would: a new list in which one row differs.
fn touch(all: RwSignal<Arc<Vec<Arc<Row>>>>) {
    all.update(|all| {
        let rows = Arc::make_mut(all);
        if let Some(first) = rows.first_mut() {
            Arc::make_mut(first).lag += 1;
        }
    });
}

fn panel(name: Signal<String>, close: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! {
        <SidePanel title=move || name.get() on_close=move |()| close()>
            <KeyValues>
                <Fact label=NAME value=move || name.get() mono=true copy=true/>
                <Fact label=RETENTION value="72 h"/>
            </KeyValues>
        </SidePanel>
    }
    .into_any()
}
