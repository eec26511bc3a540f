//! `/kafka/{instance}/topics`: the topic list.

use dms_api::models::kafka::Topic;
use dms_api::operation::encode;

use super::columns::{self, RowActions};
use super::delete::DeleteTopicsDialogProps;
use super::panel::TopicPanelProps;
use super::source::{Topics, use_topics};
use crate::i18n::{core, number, plural, shell, tf, topic_extras as extras, topics as text};
use crate::pages::kafka::KAFKA;
use crate::pages::list_count::list_count;
use crate::pages::search::Words;
use crate::prelude::*;
use crate::routes::{Link, ManagePage, Route, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Bound, Button, ButtonKind, Choice, ColumnChooser, DataTable, EmptyState, FilterMenu, Glyph, Icon,
    IconButton, PageHeader, SearchBox, Spacer, Toolbar,
};

/// The topic list.
#[component]
pub fn TopicsPage(instance: String) -> AnyView {
    let topics = use_topics(&instance);
    let (search, kind, row) = (use_query_signal("q"), use_query_signal("kind"), use_query_signal("row"));
    let deleting = RwSignal::new(Vec::<String>::new());
    let open = Bound::new(row.signal(), move |name: String| row.push(name));
    let delete = Callback::new(move |names| deleting.set(names));
    let filter = move || Filter::new(&search.get(), &kind.get()).into_test();
    let table = columns::table(&instance, topics, filter, RowActions { open, delete });

    let new = Route::NewTopic { instance: instance.clone() };
    let clear = move |()| {
        search.set("");
        kind.set("");
    };
    let kinds = Signal::derive(|| {
        vec![Choice::new("normal", text::KIND_NORMAL), Choice::new("internal", text::KIND_INTERNAL)]
    });
    let internal = Signal::derive(move || {
        topics.items().iter().filter(|t| t.is_internal()).map(|t| t.name.clone()).collect::<Vec<_>>()
    });
    let empty_new = new.clone();
    let panel_instance = instance.clone();
    let deselect = move |gone: Vec<String>| {
        if !gone.is_empty() {
            table.clear_selection();
        }
    };
    let export_name = format!("topics-{instance}.csv");
    let selected_links = {
        let instance = instance.clone();
        move |names: &[String]| selected_links(&instance, names)
    };
    let delete_dialog = KAFKA.show_over(
        move || deleting.with(|names| !names.is_empty()),
        move |parts| {
            let on_done = Callback::new(deselect);
            (parts.delete_topics)(DeleteTopicsDialogProps { instance, names: deleting, internal, on_done })
        },
    );
    view! {
        <div class="page page-list">
            <PageHeader
                title=text::TITLE
                state=move || view! { <Quota topics/> }
                actions=move || {
                    let name = export_name.clone();
                    view! {
                        <IconButton
                            icon=Glyph::Refresh
                            label=core::REFRESH
                            on_click=move |()| topics.refresh()
                        />
                        <Button
                            label=text::EXPORT_CSV
                            icon=Glyph::Download
                            on_click=move |()| {
                                let (name, keys) = (name.clone(), untrack(|| table.keys()));
                                KAFKA.run(move |parts| (parts.export_topics)(&name, &keys, &topics.items()));
                            }
                        />
                        <Link to=new.clone() class=ButtonKind::Primary.class()>
                            <Icon of=Glyph::Plus/>
                            <span class="btn-label">{move || crate::i18n::t(text::CREATE)}</span>
                        </Link>
                    }
                }
            />
            <Toolbar>
                <SearchBox value=search label=text::SEARCH placeholder=text::SEARCH/>
                <FilterMenu label=text::KIND options=kinds value=kind/>
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
                        let to = selected_links.clone();
                        view! {
                            {move || to(&table.selected())}
                            <Button
                                label=text::DELETE_MENU
                                icon=Glyph::Trash
                                kind=ButtonKind::Danger
                                on_click=move |()| deleting.set(table.selected())
                            />
                        }
                    }
                />
                {move || {
                    let name = row.get();
                    let instance = panel_instance.clone();
                    let on_close = Callback::new(move |()| row.set(""));
                    (!name.is_empty()).then(|| KAFKA.show(move |parts| {
                        let on_delete = delete;
                        (parts.topic_panel)(TopicPanelProps { instance, name, topics, on_delete, on_close })
                    }))
                }}
            </div>
            {delete_dialog}
        </div>
    }
    .into_any()
}

/// Where one can go with the ticked topics: their places, and two of them side by side.
fn selected_links(instance: &str, names: &[String]) -> AnyView {
    let page = |page: ManagePage| Route::Manage { instance: instance.to_owned(), page }.href();
    let names: Vec<String> = names.iter().map(|name| encode(name)).collect();
    let move_href = format!("{}?topics={}", page(ManagePage::Reassign), names.join(","));
    let compare = match names.as_slice() {
        [a, b] => Some(format!("{}?a={a}&b={b}", page(ManagePage::CompareTopics))),
        _ => None,
    };
    let link = |href: String, label: crate::i18n::Msg| {
        view! { <a class=ButtonKind::Secondary.class() href=href>{move || crate::i18n::t(label)}</a> }
    };
    view! { {link(move_href, shell::REASSIGN)} {compare.map(|href| link(href, extras::COMPARE))} }.into_any()
}

/// How many topics there are and how much of the partition quota they take.
#[component]
fn Quota(topics: Topics) -> AnyView {
    let line = move || {
        let head = topics.head()?;
        let count = plural(head.total, text::COUNT_ONE, text::COUNT_OTHER);
        if head.max_partitions == 0 {
            return Some(count);
        }
        let used = head.max_partitions.saturating_sub(head.remain_partitions);
        let quota =
            tf(text::PARTITIONS_USED, &[("used", &number(used)), ("max", &number(head.max_partitions))]);
        Some(format!("{count} · {quota}"))
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
                <EmptyState title=text::EMPTY_TITLE text=text::EMPTY_TEXT>
                    <Link to=new class=ButtonKind::Primary.class()>{move || crate::i18n::t(text::CREATE)}</Link>
                </EmptyState>
            }
        })
    };
    view.into_any()
}

/// What the search box and the filter let through.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Filter {
    words: Words,
    internal: Option<bool>,
}

impl Filter {
    fn new(search: &str, kind: &str) -> Self {
        let internal = match kind {
            "internal" => Some(true),
            "normal" => Some(false),
            _ => None,
        };
        Self { words: Words::of(search), internal }
    }

    /// Every word must be in the name or the description, upper or lower case.
    fn passes(&self, topic: &Topic) -> bool {
        if self.internal.is_some_and(|internal| internal != topic.is_internal()) {
            return false;
        }
        self.words.are_in(&[&topic.name, topic.topic_desc.as_deref().unwrap_or_default()])
    }

    fn into_test(self) -> impl Fn(&Topic) -> bool {
        move |topic| self.passes(topic)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn topic(name: &str, description: &str, topic_type: i32) -> Topic {
        Topic {
            name: name.to_owned(),
            topic_desc: Some(description.to_owned()),
            topic_type,
            ..Topic::default()
        }
    }

    #[test]
    fn every_word_must_be_somewhere() {
        let filter = Filter::new("ORD prod", "");
        assert!(filter.passes(&topic("orders-prod", "", 0)));
        assert!(filter.passes(&topic("orders", "for PROD", 0)));
        assert!(!filter.passes(&topic("orders-test", "", 0)));
    }

    #[test]
    fn internal_topics_can_be_told_apart() {
        assert!(Filter::new("", "internal").passes(&topic("__consumer_offsets", "", 1)));
        assert!(!Filter::new("", "normal").passes(&topic("__consumer_offsets", "", 1)));
        assert!(Filter::new("", "").passes(&topic("__consumer_offsets", "", 1)));
    }
}
