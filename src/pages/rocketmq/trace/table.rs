//! The events as a table.

use std::sync::Arc;

use super::story::{Event, Story};
use super::words;
use crate::i18n::{rocketmq::trace as text, t};
use crate::pages::rocketmq::messages::moment;
use crate::prelude::*;
use crate::ui::{Column, DataTable, Status, Table};

/// An event with its number and the time since the story's begin.
#[derive(PartialEq)]
struct Line {
    number: usize,
    after: i64,
    event: Event,
}

/// The table.
#[component]
pub fn Events(story: Arc<Story>) -> AnyView {
    let begin = story.begin().unwrap_or_default();
    let line = |(number, event): (usize, &Event)| {
        Arc::new(Line { number, after: event.begin - begin, event: event.clone() })
    };
    let lines: Arc<Vec<Arc<Line>>> = Arc::new(story.events.iter().enumerate().map(line).collect());
    let words = |id, title, width, get: fn(&Line) -> &str| {
        Column::new(
            id,
            title,
            move |line: &Arc<Line>| view! { <span class="mono">{get(line).to_owned()}</span> },
        )
        .width(width)
    };
    let table = Table::builder(|line: &Line| line.number.to_string())
        .column(
            Column::new("at", text::AT, |line: &Arc<Line>| moment(Some(line.event.begin)))
                .width(216)
                .sort_by(|a: &Line, b| a.number.cmp(&b.number))
                .required(),
        )
        .column(
            Column::new("after", text::AFTER, |line: &Arc<Line>| format!("+{}", words::span(line.after)))
                .numeric()
                .width(84),
        )
        .column(Column::new("who", text::WHO, who).width(250))
        .column(
            Column::new("what", text::WHAT, |line: &Arc<Line>| {
                let line = Arc::clone(line);
                move || words::what(&line.event)
            })
            .width(150),
        )
        .column(Column::new("result", text::RESULT, result).width(230))
        .column(
            Column::new("cost", text::COST, |line: &Arc<Line>| {
                words::span(line.event.end - line.event.begin)
            })
            .numeric()
            .width(84),
        )
        .column(words("client", text::CLIENT, 130, |line| &line.event.client))
        .column(words("topic", text::IN_TOPIC, 190, |line| &line.event.topic))
        .rows(move || Arc::clone(&lines));
    view! { <div class="table-box is-short"><DataTable table label=text::EVENTS/></div> }.into_any()
}

fn who(line: &Arc<Line>) -> AnyView {
    let (kind, name) = (words::kind(&line.event.actor), line.event.actor.name().to_owned());
    view! { <span class="muted">{move || t(kind)}</span> " " <span class="mono">{name}</span> }.into_any()
}

fn result(line: &Arc<Line>) -> AnyView {
    let (tone, line) = (words::tone(line.event.went), Arc::clone(line));
    view! { <Status tone=Signal::stored(tone) label=move || words::result(&line.event)/> }.into_any()
}
