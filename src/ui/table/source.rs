//! The rows behind a table, with their type erased.

use std::any::Any;
use std::cmp::Ordering;
use std::collections::HashSet;
use std::sync::Arc;

use super::column::Column;
use crate::prelude::*;
use crate::ui::MenuItem;

/// Rows as the table sees them. Indexes are those of the rows as they came; one out of range is answered with
/// nothing.
pub(crate) trait Source: Send + Sync {
    fn len(&self) -> usize;
    fn key(&self, row: usize) -> &str;
    /// How the row is called.
    fn name(&self, row: usize) -> String;
    fn cell(&self, row: usize, column: usize) -> AnyView;
    fn compare(&self, column: usize, a: usize, b: usize) -> Ordering;
    fn actions(&self, row: usize) -> Vec<MenuItem>;
    /// Whether a row has the same content as a row of an earlier version of the same list.
    fn same(&self, row: usize, earlier: &dyn Source, earlier_row: usize) -> bool;
    fn as_any(&self) -> &dyn Any;
}

/// A version of the rows; equal only to itself.
#[derive(Clone)]
pub(crate) struct SourceRef(pub Arc<dyn Source>);

impl PartialEq for SourceRef {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

type Name<T> = Box<dyn Fn(&T) -> String + Send + Sync>;
type Actions<T> = Box<dyn Fn(&Arc<T>) -> Vec<MenuItem> + Send + Sync>;

/// What a page says about its rows.
pub(super) struct Spec<T> {
    pub key: Name<T>,
    pub name: Option<Name<T>>,
    pub columns: Vec<Column<T>>,
    pub actions: Option<Actions<T>>,
}

pub(super) struct Rows<T> {
    pub spec: Arc<Spec<T>>,
    pub rows: Arc<Vec<Arc<T>>>,
    keys: Vec<String>,
}

impl<T> Rows<T> {
    pub fn new(spec: Arc<Spec<T>>, rows: Arc<Vec<Arc<T>>>) -> Self {
        let keys = distinct(rows.iter().map(|row| (spec.key)(row)));
        Self { spec, rows, keys }
    }
}

/// Keys made distinct: a service that lists a thing twice must not break the table.
fn distinct(keys: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen = HashSet::new();
    let mut out: Vec<String> = keys.collect();
    for (i, key) in out.iter_mut().enumerate() {
        if !seen.insert(key.clone()) {
            key.push_str(&format!("\u{1}{i}"));
        }
    }
    out
}

impl<T: PartialEq + Send + Sync + 'static> Source for Rows<T> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn key(&self, row: usize) -> &str {
        self.keys.get(row).map_or("", String::as_str)
    }

    fn name(&self, row: usize) -> String {
        match (&self.spec.name, self.rows.get(row)) {
            (Some(name), Some(row)) => name(row),
            _ => self.key(row).to_owned(),
        }
    }

    fn cell(&self, row: usize, column: usize) -> AnyView {
        match (self.rows.get(row), self.spec.columns.get(column)) {
            (Some(row), Some(column)) => (column.cell)(row),
            _ => ().into_any(),
        }
    }

    fn compare(&self, column: usize, a: usize, b: usize) -> Ordering {
        let compare = self.spec.columns.get(column).and_then(|c| c.compare.as_ref());
        match (compare, self.rows.get(a), self.rows.get(b)) {
            (Some(compare), Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        }
    }

    fn actions(&self, row: usize) -> Vec<MenuItem> {
        match (&self.spec.actions, self.rows.get(row)) {
            (Some(actions), Some(row)) => actions(row),
            _ => Vec::new(),
        }
    }

    fn same(&self, row: usize, earlier: &dyn Source, earlier_row: usize) -> bool {
        let Some(earlier) = earlier.as_any().downcast_ref::<Self>() else { return false };
        match (self.rows.get(row), earlier.rows.get(earlier_row)) {
            (Some(a), Some(b)) => Arc::ptr_eq(a, b) || a == b,
            _ => false,
        }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::distinct;

    #[test]
    fn a_key_listed_twice_stays_apart() {
        let keys = distinct(["a", "b", "a"].into_iter().map(String::from));
        assert_eq!(keys[..2], ["a", "b"]);
        assert!(keys[2].starts_with('a') && keys[2] != "a");
    }
}
