//! Search and filters of the list, kept in the URL.

use super::rows::{self, Filter};
use super::source::Instances;
use super::state;
use crate::i18n::instances as text;
use crate::i18n::instances::list;
use crate::i18n::t;
use crate::prelude::*;
use crate::routes::query::History;
use crate::routes::{QueryText, update_query, use_query_signal};
use crate::ui::{Choice, ColumnChooser, Count, FilterMenu, SearchBox, Spacer, Table, Toolbar};

/// The filters of the list. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Filters {
    text: QueryText,
    engine: QueryText,
    pub status: QueryText,
    tag: QueryText,
}

/// Reads the filters from the URL.
pub fn use_filters() -> Filters {
    Filters {
        text: use_query_signal("q"),
        engine: use_query_signal("engine"),
        status: use_query_signal("status"),
        tag: use_query_signal("tag"),
    }
}

impl Filters {
    /// What the list is narrowed to. Tracked.
    pub fn get(self) -> Filter {
        Filter {
            text: self.text.get(),
            engines: rows::split_filter(&self.engine.get()),
            statuses: rows::split_filter(&self.status.get()),
            tags: rows::split_filter(&self.tag.get()),
        }
    }

    /// Lets everything through again.
    pub fn clear(self) {
        let none = ["q", "engine", "status", "tag"].map(|key| (key, String::new()));
        update_query(none.to_vec(), History::Replace);
    }
}

/// The bar above the list.
#[component]
pub fn FilterBar(instances: Instances, filters: Filters, table: Table) -> AnyView {
    let counted = |n: usize| n.to_string();
    let engines = Signal::derive(move || {
        let options = rows::options(&instances.all(), |i| vec![rows::engine_word(i)]);
        options.into_iter().map(|(word, n)| engine_choice(word).hint(counted(n))).collect::<Vec<_>>()
    });
    let statuses = Signal::derive(move || {
        let options = rows::options(&instances.all(), |i| vec![i.status.as_str()]);
        options.into_iter().map(|(word, n)| status_choice(word).hint(counted(n))).collect::<Vec<_>>()
    });
    let tags = Signal::derive(move || {
        let options = rows::options(&instances.all(), |i| rows::tag_words(i).collect());
        options.into_iter().map(|(word, n)| Choice::plain(word).hint(counted(n))).collect::<Vec<_>>()
    });
    view! {
        <Toolbar>
            <SearchBox value=filters.text label=list::SEARCH placeholder=list::SEARCH/>
            <FilterMenu label=list::FILTER_ENGINE options=engines value=filters.engine many=true/>
            <FilterMenu label=list::FILTER_STATUS options=statuses value=filters.status many=true/>
            <FilterMenu label=list::FILTER_TAG options=tags value=filters.tag many=true/>
            <Spacer/>
            <Count
                shown=Signal::derive(move || table.shown())
                total=Signal::derive(move || table.total())
                expected=Signal::derive(move || instances.expected())
                reloaded=Signal::derive(move || instances.reloaded())
            />
            <ColumnChooser table/>
        </Toolbar>
    }
    .into_any()
}

fn engine_choice(word: String) -> Choice {
    match word.as_str() {
        "kafka" => Choice::new(word, text::KAFKA),
        "rocketmq" => Choice::new(word, text::ROCKETMQ),
        _ => Choice::plain(word),
    }
}

fn status_choice(word: String) -> Choice {
    match state::msg(&dms_api::models::InstanceStatus::from_word(&word)) {
        Some(msg) => Choice::new(word, move || t(msg)),
        None => Choice::plain(word),
    }
}
