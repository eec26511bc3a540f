//! Partitions by brokers: where each replica is and shall be.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::html;

use super::board::Board;
use super::plan::{self, Line, after, before};
use crate::i18n::{Msg, reassign as text, t, tf};
use crate::pages::cell_grid::{At, go_by_key};
use crate::prelude::*;
use crate::ui::{
    Bound, Checkbox, EmptyState, MenuHost, MenuItem, MenuPopup, Pager, PagerWords, Section, Spacer, Toolbar,
};

/// Partitions on one page of the grid.
const LINES: usize = 50;

const WORDS: PagerWords = PagerWords { shown: text::LINES_SHOWN, earlier: text::EARLIER, later: text::LATER };

/// What a broker is to a partition.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    None,
    Replica,
    Leader,
}

fn role(held: &[i32], broker: i32) -> Role {
    match held.iter().position(|id| *id == broker) {
        None => Role::None,
        Some(0) => Role::Leader,
        Some(_) => Role::Replica,
    }
}

/// The word of a cell; a sign says what changes, so that colour is not needed for it.
fn word(was: Role, is: Role) -> Msg {
    match (was, is) {
        (Role::None, Role::None) => text::NONE,
        (Role::Replica, Role::Replica) => text::REPLICA,
        (Role::Leader, Role::Leader) => text::LEADER,
        (Role::None, Role::Replica) => text::NEW_REPLICA,
        (Role::None, Role::Leader) => text::NEW_LEADER,
        (Role::Replica, Role::Leader) => text::TO_LEADER,
        (Role::Leader, Role::Replica) => text::TO_REPLICA,
        (Role::Replica, Role::None) => text::GONE_REPLICA,
        (Role::Leader, Role::None) => text::GONE_LEADER,
    }
}

/// A page of partitions down, all brokers across.
#[component]
pub fn Grid(board: Board) -> AnyView {
    let (page, only) = (RwSignal::new(0_usize), RwSignal::new(false));
    let fitting = Memo::new(move |_| {
        let only = only.get();
        let fits = |line: &&Line| !only || line.is_changed();
        Arc::new(board.lines.with(|lines| lines.iter().filter(fits).cloned().collect::<Vec<_>>()))
    });
    let total = Memo::new(move |_| fitting.with(|lines| lines.len()));
    let at_page = Memo::new(move |_| page.get().min(total.get().saturating_sub(1) / LINES));
    let shown = Memo::new(move |_| {
        fitting
            .with(|lines| lines.iter().skip(at_page.get() * LINES).take(LINES).cloned().collect::<Vec<_>>())
    });
    let columns = Memo::new(move |_| board.columns());
    let active = RwSignal::new((0, 0));
    let (menu, node) = (MenuHost::new(), NodeRef::<html::Div>::new());
    let on_key = move |event: KeyboardEvent| {
        let size = (shown.with(Vec::len), columns.with(Vec::len));
        go_by_key(&event, node, active, size);
    };
    let head = move || {
        let column = |id: i32| view! { <th scope="col">{move || tf(text::BROKER, &[("id", &id)])}</th> };
        columns.get().into_iter().map(column).collect_view()
    };
    // The rows' frames follow which partitions are shown; what is in them follows by itself, so that focus stays.
    let keys = Memo::new(move |_| {
        shown.with(|lines| lines.iter().map(|line| (line.topic.clone(), line.partition)).collect::<Vec<_>>())
    });
    let rows = move || {
        let columns = columns.get();
        let row = |(r, (topic, partition)): (usize, (String, u32))| {
            let of_line = (topic.clone(), partition);
            let line = Memo::new(move |_| {
                let is = |line: &&Line| (&line.topic, line.partition) == (&of_line.0, of_line.1);
                shown.with(|lines| lines.iter().find(is).cloned().unwrap_or_default())
            });
            let cells = columns.iter().enumerate().map(|(c, broker)| {
                view! { <Cell board line broker=*broker at=(r, c) active menu/> }
            });
            view! {
                <tr>
                    <th scope="row"><span class="mono truncate">{topic}</span> " " <span class="num">{partition}</span></th>
                    {cells.collect_view()}
                </tr>
            }
        };
        keys.get().into_iter().enumerate().map(row).collect_view()
    };
    let turn = Bound::new(at_page, move |n: usize| page.set(n));
    view! {
        <Section title=text::GRID hint=text::GRID_HINT>
            <Toolbar>
                <Checkbox checked=only label=text::ONLY_CHANGED/>
                <Spacer/>
                <Pager page=turn total per=LINES words=WORDS/>
            </Toolbar>
            <div class="matrix-box plan-grid" node_ref=node>
                <table class="matrix" aria-label=move || t(text::GRID) on:keydown=on_key>
                    <thead><tr><th scope="col">{move || t(text::PARTITION)}</th>{head}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
                {move || (total.get() == 0).then(|| view! { <EmptyState title=text::NOTHING_CHANGES/> })}
                <MenuPopup host=menu label=text::CELL_MENU/>
            </div>
        </Section>
    }
    .into_any()
}

#[component]
fn Cell(
    board: Board,
    line: Memo<Line>,
    broker: i32,
    at: At,
    active: RwSignal<At>,
    menu: MenuHost,
) -> AnyView {
    let roles = Memo::new(move |_| line.with(|line| (role(before(line), broker), role(after(line), broker))));
    let words = move || {
        let (was, is) = roles.get();
        t(word(was, is))
    };
    let label = move || {
        let (topic, partition) = line.with(|line| (line.topic.clone(), line.partition));
        let values: [(&str, &dyn std::fmt::Display); 4] =
            [("word", &words()), ("topic", &topic), ("partition", &partition), ("broker", &broker)];
        tf(text::CELL, &values)
    };
    let class = move || match roles.get() {
        (was, is) if was != is => "cell is-edited",
        (_, Role::None) => "cell",
        _ => "cell is-own",
    };
    let node = NodeRef::<html::Button>::new();
    let open = move |_| {
        let Some(button) = node.get_untracked() else { return };
        active.set(at);
        menu.show(button.into(), Arc::new(move || items(board, line, broker)));
    };
    let (row, column) = at;
    view! {
        <td>
            <button
                type="button"
                class=class
                node_ref=node
                data-at=format!("{row}-{column}")
                tabindex=move || if active.get() == at { "0" } else { "-1" }
                aria-label=label
                aria-haspopup="menu"
                on:click=open
            >
                {words}
            </button>
        </td>
    }
    .into_any()
}

fn items(board: Board, line: Memo<Line>, broker: i32) -> Vec<MenuItem> {
    let line = line.get_untracked();
    let now = role(&line.after, broker);
    let alone = line.after.len() == 1;
    let (topic, partition) = (line.topic, line.partition);
    let set = move |wanted: Role| {
        board.change(&topic, partition, |held| match wanted {
            Role::Leader => plan::lead(held, broker),
            // A leader that becomes a follower hands on to the next.
            Role::Replica if held.first() == Some(&broker) => held.rotate_left(1),
            Role::Replica if held.contains(&broker) => {}
            Role::Replica => plan::toggle(held, broker),
            Role::None if held.contains(&broker) => plan::toggle(held, broker),
            Role::None => {}
        });
    };
    let item = |label: Msg, wanted: Role, held_back: bool| {
        let set = set.clone();
        let reason = held_back.then(|| TextProp::from(text::LAST_REPLICA));
        MenuItem::new(label, move || set(wanted)).checked(now == wanted).disabled(reason)
    };
    let last = alone && now != Role::None;
    vec![
        item(text::MAKE_LEADER, Role::Leader, false),
        item(text::MAKE_REPLICA, Role::Replica, last),
        item(text::MAKE_NONE, Role::None, last),
    ]
}
