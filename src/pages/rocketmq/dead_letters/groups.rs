//! Which groups have dead letters: what the page shows before a group is chosen. The service has no such list, so the
//! groups are asked about one after the other.

use std::sync::Arc;

use crate::data::{ApiFailure, when_resumed};
use crate::i18n::{
    TimeAgo, number, plural,
    rocketmq::{dead_letters as text, groups as group_text},
    t, tf,
};
use crate::pages::rocketmq::facts::route;
use crate::pages::rocketmq::groups::{Dead, Groups, use_peeks};
use crate::pages::rocketmq::links::dead_letters_href;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage};
use crate::shell::Failure;
use crate::ui::{Button, ButtonKind, Column, DataTable, EmptyState, Glyph, Table};

/// Groups that are asked about without being told to.
const AT_ONCE: usize = 200;
/// What the page reads of a group that is opened, milliseconds up to now.
const USUAL: i64 = 3 * 86_400_000;

/// A group that has dead letters.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    group: String,
    dead: Dead,
}

/// What is known so far.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    rows: Arc<Vec<Arc<Row>>>,
    /// Groups that were asked about, with success or not.
    looked: usize,
    /// Groups that are wanted.
    wanted: usize,
    failed: usize,
    failure: Option<ApiFailure>,
}

/// The groups of `instance` that have dead letters, those with the newest first.
#[component]
pub fn DeadGroups(instance: String, groups: Groups) -> AnyView {
    let peeks = use_peeks(&instance, groups);
    let most = RwSignal::new(AT_ONCE);
    let look = move || groups.items().iter().take(most.get()).for_each(|group| peeks.want_dead(&group.name));
    Effect::new(move |_| look());
    let found = Memo::new(move |_| {
        let mut found = Found::default();
        let mut rows = Vec::new();
        for group in groups.items().iter().take(most.get()) {
            found.wanted += 1;
            let Some(told) = peeks.dead(&group.name) else { continue };
            found.looked += 1;
            match told {
                Ok(dead) if dead.count > 0 => rows.push(Arc::new(Row { group: group.name.clone(), dead })),
                Ok(_) => {}
                Err(failure) => {
                    found.failed += 1;
                    found.failure.get_or_insert(failure);
                }
            }
        }
        let newest_first = |a: &Arc<Row>, b: &Arc<Row>| b.dead.newest.cmp(&a.dead.newest);
        found.rows = Arc::new(crate::order::in_order(&rows, newest_first));
        found
    });
    when_resumed(move || found.with_untracked(|found| found.failure.clone()), look);
    let table = table(&instance, move || found.with(|found| Arc::clone(&found.rows)));
    let more = Memo::new(move |_| groups.items().len() > most.get());
    let instance = StoredValue::new(instance);
    let reading = Memo::new(move |_| {
        groups.loading() || found.with(|found| found.looked < found.wanted && found.rows.is_empty())
    });
    let failure = move || {
        groups.error().or_else(|| found.with(|found| found.failure.clone())).map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| groups.refresh())/> }
        })
    };
    view! {
        <div class="report" role="region" aria-label=move || t(text::LOOKED_REPORT)>
            <span role="status">{move || found.with(line)}</span>
            <Button
                label=text::LOOK_AGAIN
                icon=Glyph::Refresh
                kind=ButtonKind::Ghost
                on_click=move |()| groups.refresh()
            />
            {move || more.get().then(|| view! {
                <Button
                    label=move || tf(text::LOOK_ON, &[("n", &number(AT_ONCE as u64))])
                    on_click=move |()| most.update(|n| *n += AT_ONCE)
                />
            })}
        </div>
        {failure}
        <DataTable
            table
            label=text::GROUPS_TITLE
            loading=Signal::from(reading)
            empty=move || nothing(found, instance.get_value(), groups)
        />
    }
    .into_any()
}

/// How far the search is. Tracks the language.
fn line(found: &Found) -> String {
    let n = number(found.rows.len() as u64);
    if found.looked < found.wanted {
        let (looked, wanted) = (number(found.looked as u64), number(found.wanted as u64));
        return tf(text::LOOKING, &[("looked", &looked), ("wanted", &wanted), ("n", &n)]);
    }
    let mut words = plural(found.looked as u64, text::LOOKED_ONE, text::LOOKED_OTHER);
    if found.looked > found.failed {
        words.push_str(" · ");
        words.push_str(&plural(found.rows.len() as u64, text::HAVE_ONE, text::HAVE_OTHER));
    }
    if found.failed > 0 {
        words.push_str(" · ");
        words.push_str(&tf(text::NOT_READ, &[("n", &number(found.failed as u64))]));
    }
    words
}

/// Says that no group has any, which is only known where each could be read.
fn nothing(found: Memo<Found>, instance: String, groups: Groups) -> AnyView {
    let known = Memo::new(move |_| {
        groups.error().is_none() && found.with(|found| found.failed == 0 && found.looked == found.wanted)
    });
    let any = Memo::new(move |_| found.with(|found| found.wanted > 0));
    let view = move || {
        let list = route(&instance, RocketMqPage::Groups);
        match (known.get(), any.get()) {
            (false, _) => ().into_any(),
            (true, true) => {
                view! { <EmptyState title=text::NONE_AT_ALL_TITLE text=text::NONE_AT_ALL_TEXT/> }.into_any()
            }
            (true, false) => view! {
                <EmptyState title=group_text::EMPTY_TITLE text=text::NO_GROUPS_TEXT>
                    <Link to=list class=ButtonKind::Secondary.class()>{move || t(group_text::TITLE)}</Link>
                </EmptyState>
            }
            .into_any(),
        }
    };
    view.into_any()
}

fn table(instance: &str, rows: impl Fn() -> Arc<Vec<Arc<Row>>> + Send + Sync + 'static) -> Table {
    let instance = instance.to_owned();
    Table::builder(|row: &Row| row.group.clone())
        .column(
            Column::new("name", text::GROUP, move |row: &Arc<Row>| {
                let href = href(&instance, row, crate::i18n::now());
                view! { <a class="mono" href=href>{row.group.clone()}</a> }
            })
            .width(320)
            .sort_by(|a: &Row, b| crate::ui::natural_cmp(&a.group, &b.group))
            .required(),
        )
        .column(
            Column::new("count", text::TITLE, |row: &Arc<Row>| number(row.dead.count))
                .numeric()
                .width(140)
                .sort_by(|a: &Row, b| a.dead.count.cmp(&b.dead.count)),
        )
        .column(
            Column::new("newest", text::NEWEST, |row: &Arc<Row>| {
                let at = row.dead.newest;
                view! { <TimeAgo ms=at/> }
            })
            .width(180)
            .sort_by(|a: &Row, b| a.dead.newest.cmp(&b.dead.newest)),
        )
        .rows(rows)
}

/// The group's dead letters, from as early as it takes to see any.
fn href(instance: &str, row: &Row, now: i64) -> String {
    let plain = dead_letters_href(instance, &row.group);
    match start(row.dead.newest, now) {
        Some(start) => format!("{plain}&start={start}&end={now}"),
        None => plain,
    }
}

/// Where reading begins if even the newest dead letter is older than what is read usually.
fn start(newest: Option<i64>, now: i64) -> Option<i64> {
    newest.filter(|at| now.saturating_sub(*at) >= USUAL).map(|at| at.saturating_sub(USUAL).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_leads_to_where_the_messages_are() {
        let now = 10 * USUAL;
        assert_eq!(start(None, now), None);
        assert_eq!(start(Some(now - 1), now), None);
        assert_eq!(start(Some(2 * USUAL), now), Some(USUAL));
        assert_eq!(start(Some(1), now), Some(0), "no moment before the epoch");
    }
}
