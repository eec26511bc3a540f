//! The story on one time axis, a line for each actor. The table of events says the same for those who cannot see it.

use std::sync::Arc;

use super::axis::Axis;
use super::story::{Actor, Event, Story};
use super::words;
use crate::i18n::{rocketmq::trace as text, t, tf};
use crate::prelude::*;
use crate::ui::{Checkbox, Icon};

/// Room between two times below the axis, thousandths.
const APART: u32 = 110;
/// Times behind this end where their moment is, instead of beginning there.
const LATE: u32 = 900;

/// The time axis.
#[component]
pub fn Timeline(story: Arc<Story>) -> AnyView {
    let to_scale = RwSignal::new(false);
    let count = story.events.len();
    let picture = move || {
        let axis = Axis::new(&story.moments(), to_scale.get());
        let lines: Vec<AnyView> = story.actors.iter().map(|actor| line(&story, actor, &axis)).collect();
        let ticks = ticks(&axis, story.begin().unwrap_or_default());
        view! { {lines} {ticks} }
    };
    let name = move || tf(text::AXIS_NAME, &[("n", &count)]);
    view! {
        <div class="row-wrap trace-options">
            <Checkbox checked=to_scale label=text::TO_SCALE/>
            <span class="muted">{move || (!to_scale.get()).then(|| t(text::SHORTENED))}</span>
        </div>
        <div class="trace-axis" role="img" aria-label=name>{picture}</div>
    }
    .into_any()
}

/// An actor's line: its deeds, and where the broker had the message.
fn line(story: &Story, actor: &Actor, axis: &Axis) -> AnyView {
    let own = story.events.iter().filter(|event| event.actor == *actor);
    let bars: Vec<AnyView> = own.map(|event| bar(event, axis)).collect();
    let stored = story.stored_at().map(|at| {
        view! { <i class="trace-stored" style=("--at", axis.place(at).to_string())></i> }
    });
    let (kind, name) = (words::kind(actor), actor.name().to_owned());
    let title = name.clone();
    view! {
        <div class="trace-line">
            <div class="trace-who">
                <span class="trace-kind">{move || t(kind)}</span>
                <span class="mono" title=title>{name}</span>
            </div>
            <div class="trace-track">{stored}{bars}</div>
        </div>
    }
    .into_any()
}

fn bar(event: &Event, axis: &Axis) -> AnyView {
    let (at, to) = (axis.place(event.begin), axis.place(event.end));
    let tone = words::tone(event.went);
    let told = event.clone();
    let tip = move || {
        let cost = words::span(told.end - told.begin);
        format!("{} · {} · {cost}", words::what(&told), words::result(&told))
    };
    view! {
        <span
            class=format!("trace-bar {}", tone.class())
            style=("--at", at.to_string())
            style=("--to", to.to_string())
            data-tip=tip
        >
            <Icon of=tone.glyph()/>
        </span>
    }
    .into_any()
}

fn ticks(axis: &Axis, begin: i64) -> AnyView {
    let tick = |(at, place): (i64, u32)| {
        let words = match at - begin {
            0 => "0".to_owned(),
            ms => format!("+{}", words::span(ms)),
        };
        let class = if place > LATE { "trace-tick is-late" } else { "trace-tick" };
        view! { <span class=class style=("--at", place.to_string())>{words}</span> }.into_any()
    };
    let ticks: Vec<AnyView> = axis.ticks(APART).into_iter().map(tick).collect();
    view! { <div class="trace-line"><div></div><div class="trace-track is-ticks">{ticks}</div></div> }
        .into_any()
}
