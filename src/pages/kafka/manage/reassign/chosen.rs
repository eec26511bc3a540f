//! Which topics the plan is about.

use leptos::prelude::*;

use super::board::{Board, MOST_TOPICS};
use crate::i18n::{number, reassign as text, t, tf};
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
    let count = Memo::new(move |_| topics.items().iter().filter(|topic| !topic.is_internal()).count());
    let too_many = Signal::derive(move || count.get() > MOST_TOPICS);
    let tip = move || match too_many.get() {
        true => tf(text::ADD_ALL_TOO_MANY, &[("max", &MOST_TOPICS), ("n", &number(count.get() as u64))]),
        false => t(text::ADD_ALL).to_owned(),
    };
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
                <Button label=text::ADD_ALL disabled=too_many tip on_click=move |()| board.add_all()/>
                {move || some.get().then(|| view! {
                    <Button label=text::REMOVE_ALL on_click=move |()| board.clear()/>
                })}
            </div>
            {move || topics.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| topics.refresh())/> }
            })}
            <ul class="plan-topics" aria-label=move || t(text::TOPICS)>{chips}</ul>
            {unread}
        </Section>
    }
    .into_any()
}
