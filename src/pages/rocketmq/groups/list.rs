//! `/rocketmq/{instance}/groups`: the list of consumer groups.

use std::sync::Arc;

use dms_api::models::rocketmq::Group;

use super::batch_edit::EditGroupsDialog;
use super::columns::{self, RowActions};
use super::delete::DeleteGroupsDialog;
use super::edit::EditGroupDialog;
use super::panel::GroupPanel;
use super::peeks::{Peeks, use_peeks};
use super::source::{Groups, use_groups};
use crate::i18n::{core, plural, rocketmq::groups as text, t};
use crate::pages::export::{self, Cell};
use crate::pages::list_count::list_count;
use crate::pages::rocketmq::facts::{quota, route};
use crate::pages::rocketmq::list_actions::list_actions;
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Bound, Button, ButtonKind, Choice, ColumnChooser, DataTable, EmptyState, FilterMenu, Glyph, PageHeader,
    SearchBox, Spacer, Table, Toolbar,
};

/// Groups that are asked about in order to sort by lag.
const MOST_SORTED: usize = 300;

/// The group list.
#[component]
pub fn GroupsPage(instance: String) -> AnyView {
    let groups = use_groups(&instance);
    let (search, state, mode) = (use_query_signal("q"), use_query_signal("state"), use_query_signal("mode"));
    let row = use_query_signal("row");
    let editing = RwSignal::new(String::new());
    let (changing, deleting) = (RwSignal::new(Vec::<String>::new()), RwSignal::new(Vec::<String>::new()));
    let open = Bound::new(row.signal(), move |name: String| row.push(name));
    let delete = Callback::new(move |names| deleting.set(names));
    let filter = move || Filter::new(&search.get(), &state.get(), &mode.get()).into_test();
    let peeks = use_peeks(&instance, groups);
    know_every_lag(peeks, groups);
    let table = columns::table(&instance, groups, peeks, filter, RowActions { open, edit: editing, delete });

    let new = route(&instance, RocketMqPage::NewGroup);
    let clear = move |()| {
        search.set("");
        state.set("");
        mode.set("");
    };
    let export_name = format!("groups-{instance}.csv");
    let own = || instance.clone();
    let (empty_new, panel_instance, of_edit, of_batch) = (new.clone(), own(), own(), own());
    // The list comes anew when the task is over, not when it begins.
    let gone = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
            groups.refresh();
        }
        if gone.contains(&row.get_untracked()) {
            row.set("");
        }
    };
    let changed = move |changed: Vec<String>| {
        if !changed.is_empty() {
            table.clear_selection();
            groups.refresh();
        }
    };
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <Summary groups/> }
                actions=move || {
                    let name = export_name.clone();
                    let export = move || export_csv(&name, table, groups);
                    list_actions(move || groups.refresh(), text::EXPORT_CSV, export, text::CREATE, new.clone())
                }
            />
            <Toolbar>
                <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
                <FilterMenu label=text::STATE options=Signal::derive(state_choices) value=state/>
                <FilterMenu label=text::MODE options=Signal::derive(mode_choices) value=mode/>
                <Spacer/>
                {list_count(table, groups)}
                <ColumnChooser table/>
            </Toolbar>
            {move || groups.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| groups.refresh())/> }
            })}
            <div class="split">
                <DataTable
                    table
                    label=text::TITLE
                    loading=Signal::derive(move || groups.loading())
                    empty=move || view! { <NoGroups groups new=empty_new.clone()/> }
                    on_clear_filters=Callback::new(clear)
                    selection_bar=move || {
                        view! {
                            <Button
                                label=core::EDIT
                                icon=Glyph::Edit
                                on_click=move |()| changing.set(table.selected())
                            />
                            <Button
                                label=core::DELETE
                                icon=Glyph::Trash
                                kind=ButtonKind::Danger
                                on_click=move |()| deleting.set(table.selected())
                            />
                        }
                    }
                />
                {move || {
                    let group = row.get();
                    let instance = panel_instance.clone();
                    (!group.is_empty()).then(|| view! {
                        <GroupPanel instance group editing on_delete=delete on_close=move |()| row.set("")/>
                    })
                }}
            </div>
            <EditGroupDialog instance=of_edit group=editing on_done=move |_| groups.refresh()/>
            <EditGroupsDialog instance=of_batch groups names=changing on_done=changed/>
            <DeleteGroupsDialog instance groups names=deleting on_done=gone/>
        </div>
    }
    .into_any()
}

/// Who sorts by lag wants to know it of every group, not only of those on screen.
fn know_every_lag(peeks: Peeks, groups: Groups) {
    let sort = use_query_signal("sort");
    let all = Memo::new(move |_| sort.get().trim_start_matches('-') == "lag");
    Effect::new(move |_| {
        peeks.keep.set(all.get());
        if all.get() {
            groups.items().iter().take(MOST_SORTED).for_each(|group| peeks.want_lag(&group.name));
        }
    });
    Effect::new(move |_| {
        if all.get() {
            for group in groups.items().iter().take(MOST_SORTED) {
                peeks.want_topics(&group.name, &peeks.topics_of(&group.name));
            }
        }
    });
}

fn state_choices() -> Vec<Choice> {
    vec![
        Choice::new("enabled", text::ENABLED),
        Choice::new("disabled", text::DISABLED),
        Choice::new("online", text::ONLINE),
        Choice::new("offline", text::OFFLINE),
    ]
}

fn mode_choices() -> Vec<Choice> {
    vec![Choice::new("clustering", text::CLUSTERING), Choice::new("broadcast", text::BROADCAST)]
}

/// How many groups there are and how many more there may be.
#[component]
fn Summary(groups: Groups) -> AnyView {
    let line = move || {
        let head = groups.head()?;
        let count = plural(head.total, text::COUNT_ONE, text::COUNT_OTHER);
        let used = head.max.saturating_sub(head.remaining);
        Some(match quota(used, head.max, head.remaining) {
            Some(quota) => format!("{count} · {quota}"),
            None => count,
        })
    };
    view! { <span>{line}</span> }.into_any()
}

/// Says that there are none, which a list that could not be read does not know.
#[component]
fn NoGroups(groups: Groups, new: Route) -> AnyView {
    let known = Memo::new(move |_| groups.error().is_none());
    let view = move || {
        let new = new.clone();
        known.get().then(|| {
            view! {
                <EmptyState title=text::EMPTY_TITLE text=text::EMPTY_TEXT>
                    <Link to=new class=ButtonKind::Primary.class()>{move || t(text::CREATE)}</Link>
                </EmptyState>
            }
        })
    };
    view.into_any()
}

/// Saves the rows on show, in their order.
fn export_csv(file: &str, table: Table, groups: Groups) {
    let items = untrack(|| groups.items());
    let keys = untrack(|| table.keys());
    let find = |key: &String| items.iter().find(|group| group.name == *key);
    let known = |value: Option<bool>| value.map_or_else(|| "".into(), Cell::from);
    let rows = keys.iter().filter_map(find).map(|group: &Arc<Group>| {
        vec![
            group.name.clone().into(),
            group.enabled.into(),
            known(group.group_online),
            group.broadcast.into(),
            group.retry_max_time.into(),
            known(group.consume_orderly),
            group.group_desc.clone().unwrap_or_default().into(),
            group.created_at.map_or_else(|| "".into(), |at| Cell::from(at.ms())),
        ]
    });
    let header = [
        "group",
        "enabled",
        "online",
        "broadcast",
        "retry_max_time",
        "consume_orderly",
        "description",
        "created_at_ms",
    ];
    export::save(file, export::CSV, &export::csv(&header, rows));
}

/// What the search box and the filters let through.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    words: Words,
    enabled: Option<bool>,
    online: Option<bool>,
    broadcast: Option<bool>,
}

impl Filter {
    fn new(search: &str, state: &str, mode: &str) -> Self {
        let one_of = |word: &str, yes: &str, no: &str| match word {
            word if word == yes => Some(true),
            word if word == no => Some(false),
            _ => None,
        };
        Self {
            words: Words::of(search),
            enabled: one_of(state, "enabled", "disabled"),
            online: one_of(state, "online", "offline"),
            broadcast: one_of(mode, "broadcast", "clustering"),
        }
    }

    /// Every word must be in the name or the description, upper or lower case.
    fn passes(&self, group: &Group) -> bool {
        self.enabled.is_none_or(|wanted| wanted == group.enabled)
            && self.online.is_none_or(|wanted| group.group_online == Some(wanted))
            && self.broadcast.is_none_or(|wanted| wanted == group.broadcast)
            && self.words.are_in(&[&group.name, group.group_desc.as_deref().unwrap_or_default()])
    }

    fn into_test(self) -> impl Fn(&Group) -> bool {
        move |group| self.passes(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_state_and_mode_all_have_to_fit() {
        let group = Group {
            name: "%a|b".into(),
            enabled: true,
            group_desc: Some("仓库".into()),
            group_online: None,
            ..Group::default()
        };
        assert!(Filter::new("A| 仓库", "enabled", "clustering").passes(&group));
        assert!(!Filter::new("", "disabled", "").passes(&group));
        assert!(!Filter::new("", "", "broadcast").passes(&group));
        assert!(!Filter::new("", "online", "").passes(&group), "unknown is neither online");
        assert!(!Filter::new("", "offline", "").passes(&group), "nor offline");
    }
}
