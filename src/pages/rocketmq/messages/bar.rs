//! The form above the messages: what to look for.

use leptos::ev::SubmitEvent;

use super::ask::{AskText, Missing};
use super::row::{DEAD, RETRY};
use crate::i18n::{messages as shared, now, rocketmq::messages as text, t, tf};
use crate::pages::browse::TimeRange;
use crate::pages::rocketmq::groups::Groups;
use crate::pages::rocketmq::topics::Topics;
use crate::prelude::*;
use crate::ui::{Bound, Button, ButtonKind, Choice, Combobox, Glyph, RadioGroup, TextInput};

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
    /// One part of the form. `at_once` tells of a new value whether to read right away, as far as the form is complete.
    pub fn part(
        self,
        get: fn(&AskText) -> &String,
        set: fn(&mut AskText) -> &mut String,
        at_once: impl Fn(&str) -> bool + Send + Sync + 'static,
    ) -> Bound<String> {
        let value = Signal::derive(move || self.draft.with(|d| get(d).clone()));
        Bound::new(value, move |new: String| {
            if self.draft.with_untracked(|d| *get(d) == new) {
                return;
            }
            let now = at_once(&new);
            self.draft.update(|d| *set(d) = new);
            if now {
                self.apply.run(());
            }
        })
    }

    fn typed(self, get: fn(&AskText) -> &String, set: fn(&mut AskText) -> &mut String) -> Bound<String> {
        self.part(get, set, |_| false)
    }

    fn way(self) -> String {
        self.draft.with(|d| if d.by.is_empty() { "time".to_owned() } else { d.by.clone() })
    }

    /// What is missing before anything can be asked, once there is a topic. Tracked.
    pub fn missing(self) -> Option<&'static str> {
        match self.draft.with(|d| d.ask(now())).err()? {
            Missing::Topic => None,
            Missing::Key => Some(t(text::NEEDS_KEY)),
            Missing::Id => Some(t(text::NEEDS_ID)),
            Missing::Backwards => Some(t(shared::TIME_BACKWARDS)),
            Missing::NoTime => Some(t(text::NEEDS_TIME)),
        }
    }
}

/// The form. `subject` is its first field: the topic, or what stands for one.
#[component]
pub fn AskForm(bar: Bar, #[prop(into)] subject: ViewFn) -> AnyView {
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        bar.apply.run(());
    };
    let ways = Signal::derive(|| {
        let ways = [("time", text::BY_TIME), ("key", text::BY_KEY), ("id", text::BY_ID)];
        ways.map(|(id, name)| Choice::new(id, name)).to_vec()
    });
    let way = Memo::new(move |_| bar.way());
    let timed = Memo::new(move |_| way.with(|way| way != "id"));
    let by = Bound::new(Signal::derive(move || bar.way()), move |new: String| {
        bar.draft.update(|d| {
            d.by = new;
            *d = std::mem::take(d).with_times(now());
        });
        bar.apply.run(());
    });
    let button = move || {
        if bar.running.get() {
            view! { <Button label=shared::STOP icon=Glyph::Close on_click=bar.stop/> }
        } else {
            view! { <Button label=shared::READ icon=Glyph::Refresh kind=ButtonKind::Primary submit=true/> }
        }
    };
    view! {
        <form class="ask" aria-label=move || t(shared::ASK) novalidate on:submit=submit>
            <span class="ask-what">
                <span class="ask-topic">{subject.run()}</span>
                <RadioGroup value=by options=ways label=text::BY/>
                {move || word(bar, &way.get())}
            </span>
            <span class="ask-when">
                {move || timed.get().then(|| times(bar))}
                {button}
            </span>
            <span class="ask-missing" role="status">{move || bar.missing()}</span>
        </form>
    }
    .into_any()
}

/// The field for what is looked for by another way than time alone.
fn word(bar: Bar, way: &str) -> AnyView {
    match way {
        "id" => {
            let value = bar.typed(|d| &d.id, |d| &mut d.id);
            view! {
                <span class="ask-id"><TextInput value mono=true label=text::ID placeholder=text::ID/></span>
            }
            .into_any()
        }
        "key" => {
            let value = bar.typed(|d| &d.key, |d| &mut d.key);
            view! { <span class="ask-key"><TextInput value label=text::KEY placeholder=text::KEY/></span> }
                .into_any()
        }
        _ => ().into_any(),
    }
}

fn times(bar: Bar) -> AnyView {
    let span = move |(start, end): (i64, i64)| {
        bar.draft.update(|d| (d.start, d.end) = (start.to_string(), end.to_string()));
        bar.apply.run(());
    };
    let (start, end) = (bar.typed(|d| &d.start, |d| &mut d.start), bar.typed(|d| &d.end, |d| &mut d.end));
    view! { <TimeRange start end on_span=span/> }.into_any()
}

/// The field for the topic: those of the instance, and those that groups have for retries and dead letters. Another one
/// can be typed.
pub fn topic_field(bar: Bar, topics: Topics, groups: Groups) -> AnyView {
    let choices = move |_: Option<&Vec<Choice>>| {
        let topics = topics.items();
        let own = topics.iter().map(|topic| Choice::plain(topic.name.clone()));
        let groups = groups.items();
        let of_groups = groups.iter().flat_map(|group| {
            let each = [(DEAD, text::DEAD_OF), (RETRY, text::RETRIES_OF)];
            each.map(|(prefix, words)| {
                let name = group.name.clone();
                Choice::plain(format!("{prefix}{name}")).hint(move || tf(words, &[("group", &name)]))
            })
        });
        own.chain(of_groups).collect::<Vec<_>>()
    };
    // The lists that they come from are compared already.
    let options = Memo::new_with_compare(choices, |_, _| true);
    let known = move |name: &str| options.with_untracked(|o| o.iter().any(|choice| choice.value == name));
    let value = bar.part(|d| &d.topic, |d| &mut d.topic, known);
    view! {
        <Combobox value options free=true label=shared::TOPIC placeholder=text::TOPIC_PLACEHOLDER/>
    }
    .into_any()
}
