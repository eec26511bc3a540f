//! The form above the messages: what to read.

use std::sync::Arc;

use dms_api::models::kafka::Topic;
use leptos::ev::SubmitEvent;

use super::ask::{AskText, DAY, HOUR, SIZES};
use crate::prelude::*;

use crate::i18n::{Msg, messages as text, now, number, t, tf};
use crate::pages::browse::TimeRange;
use crate::pages::kafka::topics::Topics;
use crate::ui::{
    Bound, Button, ButtonKind, Choice, Combobox, Glyph, NumberInput, RadioGroup, Select, TextInput,
};

/// The form's content and what it is for.
#[derive(Clone, Copy)]
pub struct Bar {
    /// What the form holds, applied or not.
    pub draft: RwSignal<AskText>,
    /// Reads what the form holds, if it is complete.
    pub apply: Callback<()>,
    /// Ends a reading.
    pub stop: Callback<()>,
    /// Whether a reading is on its way.
    pub running: Signal<bool>,
}

impl Bar {
    /// One part of the form. `at_once` reads as soon as it changes, as far as the form is complete.
    fn part(
        self,
        get: fn(&AskText) -> &String,
        set: fn(&mut AskText) -> &mut String,
        at_once: bool,
    ) -> Bound<String> {
        let value = Signal::derive(move || self.draft.with(|d| get(d).clone()));
        Bound::new(value, move |new: String| {
            if self.draft.with_untracked(|d| *get(d) == new) {
                return;
            }
            self.draft.update(|d| *set(d) = new);
            if at_once {
                self.apply.run(());
            }
        })
    }

    fn from(self) -> String {
        self.draft.with(|d| if d.from.is_empty() { "newest".to_owned() } else { d.from.clone() })
    }

    /// Whether a search by content still has nothing to look for. Tracked.
    pub fn has_no_words(self) -> bool {
        self.draft.with(|d| d.from == "content" && d.words().is_empty())
    }

    /// What is missing before anything can be read, once a topic is chosen. Tracked.
    pub fn missing(self) -> Option<&'static str> {
        self.draft.with(|d| {
            let complete = d.topic.is_empty() || d.ask(now()).is_some();
            match d.from.as_str() {
                _ if complete => None,
                "offset" if d.partition.is_empty() => Some(t(text::NEEDS_PARTITION)),
                "offset" => Some(t(text::NEEDS_OFFSET)),
                "content" if d.words().is_empty() => Some(t(text::NEEDS_WORDS)),
                _ => Some(t(text::TIME_BACKWARDS)),
            }
        })
    }
}

/// The form.
#[component]
pub fn AskForm(bar: Bar, topics: Topics) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        bar.apply.run(());
    };
    let topic = bar.part(|d| &d.topic, |d| &mut d.topic, true);
    let names = Signal::derive(move || {
        let choice = |topic: &Arc<Topic>| Choice::plain(topic.name.clone());
        topics.items().iter().map(choice).collect::<Vec<_>>()
    });
    let partitions = Signal::derive(move || {
        let name = bar.draft.with(|d| d.topic.clone());
        let count = topics.items().iter().find(|t| t.name == name).map_or(0, |t| t.partition);
        let all = Choice::new("", text::ALL_PARTITIONS);
        let given = bar.draft.with(|d| d.partition.parse::<u32>().ok()).filter(|p| *p >= count);
        let each = (0..count).chain(given).map(|p| {
            Choice::new(p.to_string(), TextProp::from(move || tf(text::IN_PARTITION, &[("p", &p)])))
        });
        std::iter::once(all).chain(each).collect::<Vec<_>>()
    });
    let from = Bound::new(Signal::derive(move || bar.from()), move |new: String| {
        bar.draft.update(|d| {
            if new == "time" && d.start.is_empty() {
                (d.start, d.end) = ((now() - HOUR).to_string(), now().to_string());
            }
            d.from = new;
        });
        bar.apply.run(());
    });
    let ways = Signal::derive(|| {
        let ways = [
            ("newest", text::NEWEST),
            ("oldest", text::OLDEST),
            ("offset", text::AT_OFFSET),
            ("time", text::IN_TIME),
            ("content", text::BY_CONTENT),
            ("live", text::LIVE),
        ];
        ways.map(|(id, name)| Choice::new(id, name)).to_vec()
    });
    let way = Memo::new(move |_| bar.from());
    let button = move || {
        if bar.running.get() {
            view! { <Button label=text::STOP icon=Glyph::Close on_click=bar.stop/> }
        } else {
            let (label, icon) = match way.get().as_str() {
                "content" => (text::FIND, Glyph::Search),
                _ => (text::READ, Glyph::Refresh),
            };
            view! { <Button label icon kind=ButtonKind::Primary submit=true/> }
        }
    };
    view! {
        <form class="ask" aria-label=move || t(text::ASK) novalidate on:submit=submit>
            <span class="ask-topic">
                <Combobox value=topic options=names label=text::TOPIC placeholder=text::TOPIC_PLACEHOLDER/>
            </span>
            <span class="ask-partition">
                <Select
                    value=bar.part(|d| &d.partition, |d| &mut d.partition, true)
                    options=partitions
                    label=text::PARTITION
                />
            </span>
            <RadioGroup value=from options=ways label=text::FROM/>
            {move || match way.get().as_str() {
                "offset" => offset(bar),
                "time" => times(bar),
                "content" => contents(bar, button.into_any()),
                _ => ().into_any(),
            }}
            // A search by content returns few anyway.
            {move || (!matches!(way.get().as_str(), "live" | "content")).then(|| view! {
                <span class="ask-count">{sizes(bar)}</span>
            })}
            {move || (!matches!(way.get().as_str(), "live" | "content")).then(button)}
            <span class="ask-missing" role="status">{move || bar.missing()}</span>
        </form>
    }
    .into_any()
}

fn sizes(bar: Bar) -> AnyView {
    let options = Signal::stored(SIZES.map(|n| Choice::new(n.to_string(), number(n as u64))).to_vec());
    let part = bar.part(|d| &d.most, |d| &mut d.most, true);
    let value = Bound::new(
        Signal::derive(move || Some(part.get()).filter(|n| !n.is_empty()).unwrap_or_else(|| "50".to_owned())),
        move |new| part.set(new),
    );
    view! { <Select value options label=text::COUNT/> }.into_any()
}

fn offset(bar: Bar) -> AnyView {
    let value = bar.part(|d| &d.offset, |d| &mut d.offset, false);
    view! {
        <span class="ask-offset">
            <NumberInput value min=Signal::stored(0) label=text::OFFSET placeholder=text::OFFSET/>
        </span>
    }
    .into_any()
}

fn times(bar: Bar) -> AnyView {
    let span = move |(start, end): (i64, i64)| {
        bar.draft.update(|d| {
            d.end = end.to_string();
            d.start = start.to_string();
        });
        bar.apply.run(());
    };
    let (start, end) =
        (bar.part(|d| &d.start, |d| &mut d.start, false), bar.part(|d| &d.end, |d| &mut d.end, false));
    view! { <TimeRange start end on_span=span/> }.into_any()
}

/// What to look for, and where.
fn contents(bar: Bar, button: AnyView) -> AnyView {
    let word = |label: Msg, hint: Msg, part: Bound<String>| {
        view! {
            <label class="ask-word">
                <span>{move || t(label)}</span>
                <TextInput value=part placeholder=hint/>
            </label>
        }
    };
    let in_range = Memo::new(move |_| bar.draft.with(AskText::has_times));
    let chosen = Signal::derive(move || if in_range.get() { "range" } else { "" }.to_owned());
    let place = Bound::new(chosen, move |new: String| {
        bar.draft.update(|d| {
            (d.start, d.end) = if new.is_empty() {
                (String::new(), String::new())
            } else {
                ((now() - DAY).to_string(), now().to_string())
            };
        });
        bar.apply.run(());
    });
    let places =
        Signal::derive(|| vec![Choice::new("", text::WHOLE_TOPIC), Choice::new("range", text::IN_TIME)]);
    view! {
        <span class="ask-contents">
            {word(text::BODY_HAS, text::WORDS_HINT, bar.part(|d| &d.with, |d| &mut d.with, false))}
            {word(text::BODY_LACKS, text::WORDS_HINT, bar.part(|d| &d.without, |d| &mut d.without, false))}
            {word(text::KEY_HAS, text::WORD_HINT, bar.part(|d| &d.key, |d| &mut d.key, false))}
            <span class="ask-where"><Select value=place options=places label=text::WHERE/></span>
            {move || in_range.get().then(|| times(bar))}
            {button}
        </span>
    }
    .into_any()
}
