//! `/rocketmq/{instance}/topics`: the topic list.

use std::sync::Arc;

use dms_api::models::rocketmq::{Topic, TopicPermission};

use super::columns::{self, RowActions};
use super::delete::DeleteTopicsDialog;
use super::edit::EditTopicDialog;
use super::panel::TopicPanel;
use super::source::{Topics, use_topics};
use super::words::{Kind, permission_choices};
use crate::i18n::{core, plural, rocketmq::topics as text, t};
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

/// The topic list.
#[component]
pub fn TopicsPage(instance: String) -> AnyView {
    let topics = use_topics(&instance);
    let (search, kind, perm) = (use_query_signal("q"), use_query_signal("kind"), use_query_signal("perm"));
    let row = use_query_signal("row");
    let (editing, deleting) = (RwSignal::new(String::new()), RwSignal::new(Vec::<String>::new()));
    let open = Bound::new(row.signal(), move |name: String| row.push(name));
    let delete = Callback::new(move |names| deleting.set(names));
    let filter = move || Filter::new(&search.get(), &kind.get(), &perm.get()).into_test();
    let table = columns::table(&instance, topics, filter, RowActions { open, edit: editing, delete });

    let new = route(&instance, RocketMqPage::NewTopic);
    let clear = move |()| {
        search.set("");
        kind.set("");
        perm.set("");
    };
    let (empty_new, panel_instance, of_edit) = (new.clone(), instance.clone(), instance.clone());
    let export_name = format!("topics-{instance}.csv");
    // The list comes anew when the task is over, not when it begins.
    let done = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
            topics.refresh();
        }
        if gone.contains(&row.get_untracked()) {
            row.set("");
        }
    };
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <Summary topics/> }
                actions=move || {
                    let name = export_name.clone();
                    let export = move || export_csv(&name, table, topics);
                    list_actions(move || topics.refresh(), text::EXPORT_CSV, export, text::CREATE, new.clone())
                }
            />
            <Toolbar>
                <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
                <FilterMenu label=text::KIND options=Signal::derive(kind_choices) value=kind/>
                <FilterMenu label=text::PERMISSION options=Signal::derive(right_choices) value=perm/>
                <Spacer/>
                {list_count(table, topics)}
                <ColumnChooser table/>
            </Toolbar>
            {move || topics.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| topics.refresh())/> }
            })}
            <div class="split">
                <DataTable
                    table
                    label=text::TITLE
                    loading=Signal::derive(move || topics.loading())
                    empty=move || view! { <NoTopics topics new=empty_new.clone()/> }
                    on_clear_filters=Callback::new(clear)
                    selection_bar=move || {
                        view! {
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
                    let topic = row.get();
                    let instance = panel_instance.clone();
                    (!topic.is_empty()).then(|| view! {
                        <TopicPanel instance topic editing on_delete=delete on_close=move |()| row.set("")/>
                    })
                }}
            </div>
            <EditTopicDialog instance=of_edit topic=editing on_done=move |_| topics.refresh()/>
            <DeleteTopicsDialog instance names=deleting on_done=done/>
        </div>
    }
    .into_any()
}

fn kind_choices() -> Vec<Choice> {
    Kind::ALL.into_iter().map(|kind| Choice::new(kind.word(), kind.label())).collect()
}

/// The permissions without their explanations.
fn right_choices() -> Vec<Choice> {
    permission_choices().into_iter().map(|choice| Choice { hint: None, ..choice }).collect()
}

/// How many topics there are and how many more there may be.
#[component]
fn Summary(topics: Topics) -> AnyView {
    let line = move || {
        let head = topics.head()?;
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
fn NoTopics(topics: Topics, new: Route) -> AnyView {
    let known = Memo::new(move |_| topics.error().is_none());
    let view = move || {
        let new = new.clone();
        known.get().then(|| {
            view! {
                <EmptyState title=text::EMPTY_TITLE text=text::EMPTY_TEXT icon=Glyph::Topic>
                    <Link to=new class=ButtonKind::Primary.class()>{move || t(text::CREATE)}</Link>
                </EmptyState>
            }
        })
    };
    view.into_any()
}

/// Saves the rows on show, in their order.
fn export_csv(file: &str, table: Table, topics: Topics) {
    let items = untrack(|| topics.items());
    let keys = untrack(|| table.keys());
    let find = |key: &String| items.iter().find(|topic| topic.name == *key);
    let rows = keys.iter().filter_map(find).map(|topic: &Arc<Topic>| {
        vec![
            topic.name.clone().into(),
            topic.permission.as_str().into(),
            topic.total_read_queue_num.into(),
            topic.total_write_queue_num.into(),
            topic.message_type.clone().unwrap_or_default().into(),
            topic.topic_desc.clone().unwrap_or_default().into(),
            topic.created_at.map_or_else(|| "".into(), |at| Cell::from(at.ms())),
        ]
    });
    let header = [
        "topic",
        "permission",
        "read_queues",
        "write_queues",
        "message_type",
        "description",
        "created_at_ms",
    ];
    export::save(file, export::CSV, &export::csv(&header, rows));
}

/// What the search box and the filters let through.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    words: Words,
    kind: Option<Kind>,
    permission: Option<TopicPermission>,
}

impl Filter {
    fn new(search: &str, kind: &str, permission: &str) -> Self {
        Self {
            words: Words::of(search),
            kind: Kind::ALL.into_iter().find(|k| k.word() == kind),
            permission: TopicPermission::ALL.iter().find(|p| p.as_str() == permission).cloned(),
        }
    }

    /// Every word must be in the name or the description, upper or lower case.
    fn passes(&self, topic: &Topic) -> bool {
        self.kind.is_none_or(|kind| kind == Kind::of(&topic.name))
            && self.permission.as_ref().is_none_or(|wanted| *wanted == topic.permission)
            && self.words.are_in(&[&topic.name, topic.topic_desc.as_deref().unwrap_or_default()])
    }

    fn into_test(self) -> impl Fn(&Topic) -> bool {
        move |topic| self.passes(topic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(name: &str, permission: TopicPermission, description: &str) -> Topic {
        let topic_desc = Some(description.to_owned());
        Topic { name: name.to_owned(), permission, topic_desc, ..Topic::default() }
    }

    #[test]
    fn words_kind_and_permission_all_have_to_fit() {
        let orders = topic("trade-orders", TopicPermission::All, "订单状态");
        assert!(Filter::new("ORD 订单", "normal", "all").passes(&orders));
        assert!(!Filter::new("", "dead", "").passes(&orders));
        assert!(!Filter::new("", "", "sub").passes(&orders));
        let dead = topic("%DLQ%group1", TopicPermission::Sub, "");
        assert!(Filter::new("%dlq%", "dead", "sub").passes(&dead));
        assert!(Filter::new("", "no such kind", "nor right").passes(&dead), "an old link does no harm");
    }
}
