//! What a migration will do, entry by entry, before anything is sent.

use std::sync::Arc;

use dms_api::rules::MigrationThing;

use super::outcome::{Before, Outcome, Verdict};
use crate::i18n::problems::problem_text;
use crate::i18n::{Msg, number, rocketmq::migrations as text, t, tf};
use crate::pages::search::Words;
use crate::prelude::*;
use crate::ui::{
    Choice, Column, Count, DataTable, FilterMenu, SearchBox, Spacer, Status, Table, Tone, Toolbar,
    natural_cmp,
};

/// The entries with their verdicts, to be searched and filtered.
#[component]
pub fn Preview(outcomes: Memo<Arc<Vec<Arc<Outcome>>>>) -> AnyView {
    let search = RwSignal::new(String::new());
    let fate = RwSignal::new(String::new());
    let filter = move || {
        let (words, fate) = (Words::of(&search.get()), fate.get());
        move |one: &Outcome| {
            let fits = fate.is_empty() || fate == class(&one.verdict);
            fits && words.are_in(&[&one.entry.name, &one.entry.source])
        }
    };
    let table = Table::builder(|one: &Outcome| one.index.to_string())
        .name(|one| one.entry.name.clone())
        .column(
            Column::new("name", text::ENTRY, |one: &Arc<Outcome>| name_cell(one))
                .width(180)
                .sort_by(|a: &Outcome, b: &Outcome| natural_cmp(&a.entry.name, &b.entry.name))
                .required(),
        )
        .column(
            Column::new("kind", text::WHAT, |one: &Arc<Outcome>| {
                let msg = if one.entry.thing.is_topic() { text::TOPIC } else { text::GROUP };
                move || t(msg)
            })
            .width(80)
            .sort_by(|a, b| a.entry.thing.is_topic().cmp(&b.entry.thing.is_topic())),
        )
        .column(
            Column::new("fate", text::FATE, |one: &Arc<Outcome>| verdict_cell(one))
                .width(264)
                .sort_by(|a, b| class(&a.verdict).cmp(class(&b.verdict))),
        )
        .column(Column::new("settings", text::SETTINGS, |one: &Arc<Outcome>| settings_cell(one)).width(350))
        .filter(filter)
        .rows(move || outcomes.get());
    let fates = Signal::derive(|| {
        let all = [
            ("create", text::WILL_CREATE),
            ("overwrite", text::WILL_OVERWRITE),
            ("fail", text::SUMMARY_FAIL),
            ("skip", text::SUMMARY_SKIP),
        ];
        all.map(|(word, msg)| Choice::new(word, msg)).to_vec()
    });
    let clear = move |()| {
        search.set(String::new());
        fate.set(String::new());
    };
    view! {
        <Toolbar>
            <SearchBox value=search label=text::SEARCH_ENTRIES placeholder=text::SEARCH_ENTRIES/>
            <FilterMenu label=text::FATE options=fates value=fate/>
            <Spacer/>
            <Count shown=Signal::derive(move || table.shown()) total=Signal::derive(move || table.total())/>
        </Toolbar>
        <div class="boxed-table">
            <DataTable table label=text::PREVIEW on_clear_filters=Callback::new(clear)/>
        </div>
    }
    .into_any()
}

/// The verdict as the filter knows it.
fn class(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Create => "create",
        Verdict::Overwrite => "overwrite",
        Verdict::Exists | Verdict::Refuse(_) => "fail",
        Verdict::Skip => "skip",
        Verdict::Unknown => "unknown",
    }
}

fn name_cell(one: &Outcome) -> AnyView {
    let (name, source) = (one.entry.name.clone(), one.entry.source.clone());
    let from = (name != source).then(|| view! { <span class="muted">{format!(" ← {source}")}</span> });
    view! { <span class="mono">{name}</span> {from} }.into_any()
}

fn verdict_cell(one: &Outcome) -> AnyView {
    let twice = one.twice;
    let with = move |msg: Msg| {
        TextProp::from(move || match twice {
            true => format!("{} ({})", t(msg), t(text::TWICE)),
            false => t(msg).to_owned(),
        })
    };
    let (tone, label) = match &one.verdict {
        Verdict::Create => (Tone::Ok, with(text::WILL_CREATE)),
        Verdict::Overwrite => (Tone::Warn, with(text::WILL_OVERWRITE)),
        Verdict::Exists => (Tone::Bad, with(text::WILL_FAIL)),
        Verdict::Skip => (Tone::Idle, with(text::WILL_SKIP)),
        Verdict::Unknown => (Tone::Busy, with(text::UNKNOWN_YET)),
        Verdict::Refuse(problem) => {
            let problem = problem.clone();
            let words = move || tf(text::CANNOT, &[("why", &problem_text(&problem))]);
            (Tone::Bad, TextProp::from(words))
        }
    };
    let tip = label.clone();
    view! { <span title=move || tip.get()><Status tone=tone label/></span> }.into_any()
}

fn settings_cell(one: &Outcome) -> AnyView {
    if matches!(one.verdict, Verdict::Skip | Verdict::Refuse(_)) {
        return "–".into_any();
    }
    let (thing, before) = (one.entry.thing.clone(), one.before.clone());
    (move || {
        let now = before.as_ref().map(|before| {
            let settings = match before {
                Before::Topic(read, write) => {
                    tf(text::TOPIC_QUEUES, &[("read", &number(*read)), ("write", &number(*write))])
                }
                Before::Group(retries) => tf(text::GROUP_SETTINGS, &[("retries", &number(*retries))]),
            };
            tf(text::BEFORE, &[("before", &settings)])
        });
        let after = settings(&thing);
        match now {
            Some(now) => format!("{now} → {after}"),
            None => after,
        }
    })
    .into_any()
}

/// The settings that the file has for it. Tracks the language.
fn settings(thing: &MigrationThing) -> String {
    match thing {
        MigrationThing::Topic { permission, read_queues, write_queues } => {
            let permission = t(match *permission {
                "pub" => text::PERM_PUB,
                "sub" => text::PERM_SUB,
                _ => text::PERM_ALL,
            });
            let (read, write) = (number(*read_queues), number(*write_queues));
            tf(text::TOPIC_SETTINGS, &[("read", &read), ("write", &write), ("permission", &permission)])
        }
        MigrationThing::Group { enabled, broadcast, from_beginning, retry_max } => {
            let mut all = vec![tf(text::GROUP_SETTINGS, &[("retries", &number(*retry_max))])];
            let flags = [
                (!enabled, text::GROUP_DISABLED),
                (*broadcast, text::GROUP_BROADCAST),
                (!from_beginning, text::GROUP_FROM_END),
            ];
            all.extend(flags.into_iter().filter(|(on, _)| *on).map(|(_, msg)| t(msg).to_owned()));
            all.join(" · ")
        }
    }
}
