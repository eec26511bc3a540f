//! Which topics the plan is about.

use super::board::{Board, MOST_TOPICS};
use crate::i18n::{Msg, number, reassign as text, t, tf};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Banner, Bound, Button, Choice, Combobox, Glyph, IconButton, Section, Tone};

/// A field to add topics, and those that were.
#[component]
pub fn Chosen(board: Board) -> AnyView {
    let topics = board.topics;
    let options = Signal::derive(move || {
        let names = board.names();
        let items = topics.items();
        let free = items.iter().filter(|topic| !topic.is_internal() && !names.contains(&topic.name));
        free.map(|topic| Choice::plain(topic.name.clone())).collect::<Vec<_>>()
    });
    let add = Bound::new(Signal::stored(String::new()), move |name: String| {
        if !name.is_empty() {
            board.add(&name);
        }
    });
    let chips = move || {
        let chip = |name: String| {
            let (of_label, doomed) = (name.clone(), name.clone());
            view! {
                <li class="plan-topic">
                    <span class="mono">{name}</span>
                    <IconButton
                        icon=Glyph::Close
                        label=move || tf(text::REMOVE_TOPIC, &[("name", &of_label)])
                        on_click=move |()| board.remove(&doomed)
                    />
                </li>
            }
        };
        board.names().into_iter().map(chip).collect_view()
    };
    let some = Memo::new(move |_| !board.names().is_empty());
    let unread = move || {
        let banner = |(name, failure)| {
            view! {
                <Banner tone=Tone::Warn title=move || tf(text::TOPIC_UNREAD, &[("name", &name)])>
                    <Failure failure/>
                </Banner>
            }
        };
        board.unread().into_iter().map(banner).collect_view()
    };
    view! {
        <Section title=text::TOPICS hint=text::TOPICS_HINT>
            <div class="row-wrap plan-add">
                <Combobox value=add options label=text::ADD_TOPIC placeholder=text::ADD_TOPIC/>
                <Button label=text::ADD_ALL on_click=move |()| board.add_all()/>
                {move || some.get().then(|| view! {
                    <Button label=text::REMOVE_ALL on_click=move |()| board.clear()/>
                })}
            </div>
            {move || topics.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| topics.refresh())/> }
            })}
            {part(board)}
            <ul class="plan-topics" aria-label=move || t(text::TOPICS)>{chips}</ul>
            {unread}
        </Section>
    }
    .into_any()
}

/// Says which of all topics these are, where they are more than a plan takes.
fn part(board: Board) -> AnyView {
    let parted = Memo::new(move |_| board.parted());
    let view = move || {
        let (from, to, total) = parted.get()?;
        let title = move || {
            let [max, from, to, total] = [MOST_TOPICS, from, to, total].map(|n| number(n as u64));
            tf(text::PART, &[("max", &max), ("from", &from), ("to", &to), ("total", &total)])
        };
        let before = turn(board, text::PART_BEFORE, from.checked_sub(MOST_TOPICS));
        let next = turn(board, text::PART_NEXT, (to < total).then_some(to + 1));
        Some(view! { <Banner tone=Tone::Info title><div class="row-wrap">{before} {next}</div></Banner> })
    };
    view.into_any()
}

fn turn(board: Board, label: Msg, first: Option<usize>) -> Option<AnyView> {
    first.map(|first| view! { <Button label on_click=move |()| board.turn_to(first)/> }.into_any())
}
