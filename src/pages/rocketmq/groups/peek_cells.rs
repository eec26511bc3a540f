//! Cells of what is found out about each group on screen.

use dms_api::models::rocketmq::Group;

use super::peeks::{Lag, Peeks};
use crate::i18n::{Msg, number, rocketmq::groups as text, t, tf};
use crate::pages::rocketmq::links::dead_letters_href;
use crate::prelude::*;

/// How much a group has not consumed yet; asked for while the cell is on screen. Nobody knows it of a broadcast group.
pub fn lag_cell(peeks: Peeks, group: &Group) -> AnyView {
    if group.broadcast {
        return dash(text::LAG_BROADCAST_TIP);
    }
    let name = StoredValue::new(group.name.clone());
    Effect::new(move |_| name.with_value(|name| peeks.want_lag(name)));
    let topics = Memo::new(move |_| name.with_value(|name| peeks.topics_of(name)));
    Effect::new(move |_| topics.with(|topics| name.with_value(|name| peeks.want_topics(name, topics))));
    leave_later(peeks, &group.name);
    let lag = Memo::new(move |_| name.with_value(|name| peeks.lag(name)));
    (move || match lag.get() {
        Lag::Reading => reading(),
        Lag::Known(n) => number(n).into_any(),
        Lag::AtLeast(n) => view! {
            <span data-tip=move || t(text::LAG_PART_TIP)>{tf(text::AT_LEAST, &[("n", &number(n))])}</span>
        }
        .into_any(),
        Lag::Unknown => dash(text::LAG_UNKNOWN_TIP),
    })
    .into_any()
}

/// The number of a group's dead letters, leading to them; asked for while the cell is on screen.
pub fn dead_cell(peeks: Peeks, instance: &str, group: &str) -> AnyView {
    let href = dead_letters_href(instance, group);
    let name = StoredValue::new(group.to_owned());
    Effect::new(move |_| name.with_value(|name| peeks.want_dead(name)));
    leave_later(peeks, group);
    let count = Memo::new(move |_| {
        name.with_value(|name| peeks.dead(name)).map(|told| told.ok().map(|dead| dead.count))
    });
    (move || match count.get() {
        None => reading(),
        Some(None) => dash(text::DEAD_UNKNOWN_TIP),
        Some(Some(0)) => "0".into_any(),
        Some(Some(n)) => view! { <a href=href.clone()>{number(n)}</a> }.into_any(),
    })
    .into_any()
}

fn leave_later(peeks: Peeks, group: &str) {
    let group = group.to_owned();
    on_cleanup(move || peeks.leave(&group));
}

fn reading() -> AnyView {
    view! { <span class="muted" aria-hidden="true">"…"</span> }.into_any()
}

fn dash(why: Msg) -> AnyView {
    view! { <span class="muted" data-tip=move || t(why)>"–"</span> }.into_any()
}
