//! How many members the groups in sight have. The list of groups does not say, and asking for each of ten
//! thousand would be too much: so only rows on screen are asked about, two at a time, and once a minute.

use dms_api::models::kafka::GroupAnswer;
use dms_api::ops::kafka::ShowGroupDetail;

use crate::data::{Each, use_each};
use crate::i18n::{groups as text, number, t};
use crate::prelude::*;

const AT_A_TIME: usize = 2;
const OLD_MS: i64 = 60_000;

/// What is found out about groups on screen.
#[derive(Clone, Copy)]
pub struct Peeks {
    each: Each<String, GroupAnswer>,
    /// Changes when it is time to look again.
    tick: Signal<Option<i64>>,
}

/// Asks about the groups of `instance` whose cells are on screen.
pub fn use_peeks(instance: &str, tick: Signal<Option<i64>>) -> Peeks {
    let instance = instance.to_owned();
    let op = move |group: &String| ShowGroupDetail { instance_id: instance.clone(), group: group.clone() };
    Peeks { each: use_each(AT_A_TIME, op), tick }
}

impl Peeks {
    /// How many of these groups are known to have members. Tracked.
    pub fn live(self, groups: &[String]) -> usize {
        let live = |group: &&String| matches!(self.each.get(group), Some(Ok(answer)) if !answer.group.members.is_empty());
        groups.iter().filter(live).count()
    }
}

/// The number of members of one group; asked for while the cell is on screen.
#[component]
pub fn MembersCell(peeks: Peeks, group: String) -> AnyView {
    let (wanted, gone) = (group.clone(), group.clone());
    Effect::new(move |_| {
        peeks.tick.get();
        peeks.each.want(wanted.clone(), OLD_MS);
    });
    on_cleanup(move || peeks.each.unwant(&gone));
    let members = Memo::new(move |_| {
        let told = peeks.each.get(&group)?;
        Some(told.ok().map(|answer| answer.group.members.len() as u64))
    });
    (move || match members.get() {
        Some(Some(n)) => number(n).into_any(),
        Some(None) => view! { <span class="muted">{move || t(text::UNKNOWN)}</span> }.into_any(),
        None => view! { <span class="muted" aria-hidden="true">"…"</span> }.into_any(),
    })
    .into_any()
}
