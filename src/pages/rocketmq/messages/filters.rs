//! What of the messages read is shown: words, tags, queues, brokers. The service is asked for none of it.

use std::sync::Arc;

use super::reader::Reader;
use super::row::Row;
use crate::i18n::{lower, messages as shared, rocketmq::messages as text};
use crate::prelude::*;
use crate::routes::{QueryText, use_query_signal};
use crate::ui::{Choice, FilterMenu, SearchBox};

/// The filters, each with its parameter in the address: words with blanks between, lists with commas. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Filters {
    words: QueryText,
    tags: QueryText,
    queues: QueryText,
    brokers: QueryText,
}

impl Filters {
    /// Those of the address.
    pub fn new() -> Self {
        Self {
            words: use_query_signal("q"),
            tags: use_query_signal("tag"),
            queues: use_query_signal("queue"),
            brokers: use_query_signal("broker"),
        }
    }

    /// The test that they make. Tracked.
    pub fn test(self) -> impl Fn(&Row) -> bool + 'static {
        let words: Vec<String> = lower(&self.words.get()).split_whitespace().map(str::to_owned).collect();
        let (tags, queues, brokers) = (list(self.tags), list(self.queues), list(self.brokers));
        let queues: Vec<u32> = queues.iter().filter_map(|queue| queue.parse().ok()).collect();
        move |row: &Row| {
            has(&tags, row.message.tags().unwrap_or_default())
                && (queues.is_empty() || queues.contains(&row.message.queue_id))
                && has(&brokers, &row.message.store_host)
                && row.has_words(&words)
        }
    }

    /// Whether one of them leaves something out. Tracked.
    pub fn is_on(self) -> bool {
        self.all().iter().any(|filter| !filter.get().is_empty())
    }

    /// Shows everything.
    pub fn clear(self) {
        self.all().iter().for_each(|filter| filter.set(""));
    }

    fn all(self) -> [QueryText; 4] {
        [self.words, self.tags, self.queues, self.brokers]
    }

    /// The search box and the menus, which offer what is found in the messages read. Brokers are a choice from two on.
    pub fn view(self, reader: Reader) -> AnyView {
        let offered = move |of: QueryText, found: fn(&[Arc<Row>]) -> Vec<String>| {
            Memo::new(move |_| with_set(reader.rows.with(|rows| found(rows)), list(of)))
        };
        let choices = |all: Memo<Vec<String>>| {
            Signal::derive(move || all.get().into_iter().map(Choice::plain).collect::<Vec<_>>())
        };
        let brokers = offered(self.brokers, brokers_of);
        let several = Memo::new(move |_| brokers.with(|all| all.len() > 1) || !self.brokers.get().is_empty());
        let (tags, brokers) = (choices(offered(self.tags, tags_of)), choices(brokers));
        let queues = choices(offered(self.queues, queues_of));
        view! {
            <SearchBox value=self.words label=shared::SEARCH placeholder=shared::SEARCH/>
            <FilterMenu label=text::TAG options=tags value=self.tags many=true/>
            <FilterMenu label=text::QUEUE options=queues value=self.queues many=true/>
            {move || several.get().then(|| view! {
                <FilterMenu label=text::STORE_HOST options=brokers value=self.brokers many=true/>
            })}
        }
        .into_any()
    }
}

/// The parts of a list in the address. Tracked.
fn list(of: QueryText) -> Vec<String> {
    of.get().split(',').filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn has(wanted: &[String], value: &str) -> bool {
    wanted.is_empty() || wanted.iter().any(|one| one == value)
}

/// What is found, and what is set though no message has it: it can be taken back.
fn with_set(mut found: Vec<String>, set: Vec<String>) -> Vec<String> {
    for value in set {
        if !found.contains(&value) {
            found.push(value);
        }
    }
    found
}

/// Tags in the order they come. One with a comma cannot stand in the address.
fn tags_of(rows: &[Arc<Row>]) -> Vec<String> {
    once_each(rows.iter().filter_map(|row| row.message.tags()).filter(|tag| !tag.contains(',')))
}

fn queues_of(rows: &[Arc<Row>]) -> Vec<String> {
    let mut queues: Vec<u32> = rows.iter().map(|row| row.message.queue_id).collect();
    queues.sort_unstable();
    queues.dedup();
    queues.into_iter().map(|queue| queue.to_string()).collect()
}

fn brokers_of(rows: &[Arc<Row>]) -> Vec<String> {
    once_each(rows.iter().map(|row| row.message.store_host.as_str()).filter(|host| !host.is_empty()))
}

fn once_each<'a>(values: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in values {
        if !all.iter().any(|known| known == value) {
            all.push(value.to_owned());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use dms_api::models::rocketmq::Message;

    #[test]
    fn queues_and_brokers_are_offered_once() {
        let row = |queue_id, host: &str| {
            Arc::new(Row::new(Message { queue_id, store_host: host.to_owned(), ..Message::default() }))
        };
        let rows = [row(10, "b"), row(2, "a"), row(10, "b"), row(0, "")];
        assert_eq!(queues_of(&rows), ["0", "2", "10"]);
        assert_eq!(brokers_of(&rows), ["b", "a"]);
        assert!(tags_of(&rows).is_empty());
        assert_eq!(with_set(queues_of(&rows), vec!["7".to_owned(), "2".to_owned()]), ["0", "2", "10", "7"]);
    }
}
