//! What a page keeps in the URL's query: filters, sort order, columns, the open row.
//!
//! Changes show at once and reach the address bar a moment later, all together: typing into a search box must
//! not flood the browser's history interface.

use std::cell::RefCell;
use std::sync::LazyLock;
use std::time::Duration;

use dms_api::operation::encode;
use percent_encoding::percent_decode_str;

use crate::prelude::*;
use crate::routes::navigate;
use crate::ui::Bound;

/// Whether a change makes a history entry of its own ("back" undoes it) or amends the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum History {
    Push,
    Replace,
}

type Change = (&'static str, String);

/// Changes that have not reached the address bar yet.
static PENDING: LazyLock<ArcRwSignal<Vec<Change>>> = LazyLock::new(|| ArcRwSignal::new(Vec::new()));

thread_local! {
    static TIMER: RefCell<Option<TimeoutHandle>> = const { RefCell::new(None) };
}

const DELAY: Duration = Duration::from_millis(200);

/// One parameter of the query as a signal; `""` stands for absent.
#[derive(Clone, Copy)]
pub struct QueryText {
    key: &'static str,
    value: Memo<String>,
}

/// The parameter `key` of the current page's query. Other parameters stay as they are when it changes.
pub fn use_query_signal(key: &'static str) -> QueryText {
    let value = Memo::new(move |_| {
        PENDING
            .with(|changes| changes.iter().find(|(k, _)| *k == key).map(|(_, v)| v.clone()))
            .unwrap_or_else(|| get(&navigate::search(), key).unwrap_or_default())
    });
    QueryText { key, value }
}

impl QueryText {
    /// The value, tracked.
    pub fn get(&self) -> String {
        self.value.get()
    }

    /// The value, not tracked.
    pub fn get_untracked(&self) -> String {
        self.value.get_untracked()
    }

    /// The value as a signal.
    pub fn signal(&self) -> Signal<String> {
        self.value.into()
    }

    /// The parameter as a value that components change with a history entry: for the open row of a table.
    pub fn pushing(self) -> Bound<String> {
        Bound::new(self.value, move |value| self.push(value))
    }

    /// Changes the value without a history entry: for filters, sort and columns.
    pub fn set(&self, value: impl Into<String>) {
        update_query(vec![(self.key, value.into())], History::Replace);
    }

    /// Changes the value with a history entry: for what "back" should close, such as an open row.
    pub fn push(&self, value: impl Into<String>) {
        update_query(vec![(self.key, value.into())], History::Push);
    }
}

impl From<QueryText> for Bound<String> {
    fn from(text: QueryText) -> Self {
        Self::new(text.signal(), move |value| text.set(value))
    }
}

/// The address of the current page with some parameters changed, for a link; tracked.
pub fn href_with(changes: &[Change]) -> String {
    let (path, _) = navigate::location();
    let search = with_changes(&navigate::search(), changes);
    if search.is_empty() { path } else { format!("{path}?{search}") }
}

/// Changes several parameters at once; an empty value removes one.
pub fn update_query(changes: Vec<Change>, history: History) {
    PENDING.update(|pending| {
        for (key, value) in changes {
            pending.retain(|(k, _)| *k != key);
            pending.push((key, value));
        }
    });
    cancel_timer();
    match history {
        History::Push => flush(History::Push),
        History::Replace => {
            let timer = set_timeout_with_handle(|| flush(History::Replace), DELAY).ok();
            TIMER.with_borrow_mut(|t| *t = timer);
        }
    }
}

/// Forgets changes on their way: the page they belong to is being left.
pub(super) fn discard() {
    cancel_timer();
    if !PENDING.with_untracked(Vec::is_empty) {
        PENDING.update(Vec::clear);
    }
}

fn cancel_timer() {
    if let Some(timer) = TIMER.with_borrow_mut(Option::take) {
        timer.clear();
    }
}

fn flush(history: History) {
    let changes = PENDING.get_untracked();
    let (path, search) = navigate::location();
    let search = with_changes(&search, &changes);
    let target = if search.is_empty() { path } else { format!("{path}?{search}") };
    navigate::to_full_path(&target, history == History::Replace);
    PENDING.update(Vec::clear);
}

/// The first value of `key` in a query without `?`.
pub fn get(query: &str, key: &str) -> Option<String> {
    pairs(query).find(|(k, _)| k == key).map(|(_, v)| v)
}

fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter(|p| !p.is_empty()).map(|pair| {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        (decode(key), decode(value))
    })
}

/// `query` with the changes applied, other parameters and their order kept.
fn with_changes(query: &str, changes: &[Change]) -> String {
    let mut all: Vec<(String, String)> = pairs(query).collect();
    for (key, value) in changes {
        match all.iter_mut().find(|(k, _)| k == key) {
            Some((_, old)) => old.clone_from(value),
            None => all.push(((*key).to_owned(), value.clone())),
        }
    }
    let written: Vec<String> = all
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{}={}", encode(key), encode(value)))
        .collect();
    written.join("&")
}

fn decode(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_wrote() {
        let query = with_changes("", &[("q", "a b&c=d|订+".into()), ("sort", "-name".into())]);
        assert_eq!(get(&query, "q").as_deref(), Some("a b&c=d|订+"));
        assert_eq!(get(&query, "sort").as_deref(), Some("-name"));
        assert_eq!(get(&query, "row"), None);
    }

    #[test]
    fn keeps_the_others_and_drops_the_empty() {
        let query = with_changes("q=x&engine=kafka&row=7", &[("q", "y".into()), ("row", String::new())]);
        assert_eq!(query, "q=y&engine=kafka");
    }
}
