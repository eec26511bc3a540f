//! Declaring a table.

use std::sync::Arc;

use super::Selection;
use super::column::{Column, ColumnInfo};
use super::order::Sort;
use super::source::{Rows, Source, SourceRef, Spec};
use super::state::{Index, Table};
use crate::order::sorted;
use crate::prelude::*;
use crate::ui::{Bound, MenuItem};

type Matches = Arc<dyn Fn(&dyn Source, &[u32]) -> Vec<u32> + Send + Sync>;

/// Builds a [`Table`]. What is not given (sort, columns, open row, selection) the table keeps itself.
pub struct TableBuilder<T> {
    spec: Spec<T>,
    filter: Option<Matches>,
    sort: Option<Bound<String>>,
    columns: Option<Bound<String>>,
    open: Option<Bound<String>>,
    selection: Option<Bound<Selection>>,
    selectable: bool,
}

impl Table {
    /// Starts a table of rows known by `key`, which must be stable and distinct.
    pub fn builder<T: PartialEq + Send + Sync + 'static>(
        key: impl Fn(&T) -> String + Send + Sync + 'static,
    ) -> TableBuilder<T> {
        TableBuilder {
            spec: Spec { key: Box::new(key), name: None, columns: Vec::new(), actions: None },
            filter: None,
            sort: None,
            columns: None,
            open: None,
            selection: None,
            selectable: false,
        }
    }
}

impl<T: PartialEq + Send + Sync + 'static> TableBuilder<T> {
    /// Adds a column at the right.
    pub fn column(mut self, column: Column<T>) -> Self {
        self.spec.columns.push(column);
        self
    }

    /// How a row is called by its check box and its menu, where that is not the key.
    pub fn name(mut self, name: impl Fn(&T) -> String + Send + Sync + 'static) -> Self {
        self.spec.name = Some(Box::new(name));
        self
    }

    /// The menu at the end of a row, made when it opens.
    pub fn actions(mut self, actions: impl Fn(&Arc<T>) -> Vec<MenuItem> + Send + Sync + 'static) -> Self {
        self.spec.actions = Some(Box::new(actions));
        self
    }

    /// Which rows to show: `filter` is tracked and makes the test that each row has to pass.
    pub fn filter<P: Fn(&T) -> bool + 'static>(
        mut self,
        filter: impl Fn() -> P + Send + Sync + 'static,
    ) -> Self {
        self.filter = Some(Arc::new(move |source, order| {
            let passes = filter();
            let Some(rows) = source.as_any().downcast_ref::<Rows<T>>() else { return Vec::new() };
            let keep = |i: &u32| rows.rows.get(*i as usize).is_some_and(|row| passes(row));
            order.iter().copied().filter(keep).collect()
        }));
        self
    }

    /// Where the sort order lives: `name`, `-name` or `""`.
    pub fn sort(mut self, sort: impl Into<Bound<String>>) -> Self {
        self.sort = Some(sort.into());
        self
    }

    /// Where the choice of columns lives: ids with commas, `""` for the usual ones.
    pub fn columns(mut self, columns: impl Into<Bound<String>>) -> Self {
        self.columns = Some(columns.into());
        self
    }

    /// Where the key of the open row lives, `""` for none. Enter on a row sets it.
    pub fn open(mut self, open: impl Into<Bound<String>>) -> Self {
        self.open = Some(open.into());
        self
    }

    /// Lets rows be picked.
    pub fn selectable(mut self) -> Self {
        self.selectable = true;
        self
    }

    /// Lets rows be picked, with the selection kept by the caller.
    pub fn selection(mut self, selection: impl Into<Bound<Selection>>) -> Self {
        self.selection = Some(selection.into());
        self.selectable()
    }

    /// Finishes the table. `rows` is tracked; rows that did not change keep their place in the document.
    pub fn rows(self, rows: impl Fn() -> Arc<Vec<Arc<T>>> + Send + Sync + 'static) -> Table {
        let own_text = || Bound::from(RwSignal::new(String::new()));
        let columns: Arc<[ColumnInfo]> = self.spec.columns.iter().map(|c| c.info.clone()).collect();
        let has_actions = self.spec.actions.is_some();
        let spec = Arc::new(self.spec);
        let source = Memo::new(move |_| {
            let rows: Arc<dyn Source> = Arc::new(Rows::new(Arc::clone(&spec), rows()));
            SourceRef(rows)
        });
        let sort = self.sort.unwrap_or_else(own_text);
        Table {
            index: index(source, sort, Arc::clone(&columns), self.filter),
            source,
            columns: StoredValue::new(columns),
            sort,
            chosen: self.columns.unwrap_or_else(own_text),
            open: self.open,
            selection: self.selection.unwrap_or_else(|| RwSignal::new(Selection::default()).into()),
            selectable: self.selectable,
            has_actions,
            widths: RwSignal::new(Vec::new()),
        }
    }
}

/// Sorts when rows or order change; typing into a filter only filters.
fn index(
    source: Memo<SourceRef>,
    sort: Bound<String>,
    columns: Arc<[ColumnInfo]>,
    filter: Option<Matches>,
) -> Memo<Index> {
    let order = Memo::new(move |_| {
        let SourceRef(rows) = source.get();
        let by = sort.with(|text| {
            let sort = Sort::parse(text)?;
            let column = columns.iter().position(|c| c.id == sort.column && c.sortable)?;
            Some((column, sort.descending))
        });
        Index(Arc::new(match by {
            Some((column, down)) => sorted(rows.len(), down, &|a, b| rows.compare(column, a, b)),
            None => (0..u32::try_from(rows.len()).unwrap_or(u32::MAX)).collect(),
        }))
    });
    match filter {
        Some(filter) => Memo::new(move |_| {
            let SourceRef(rows) = source.get();
            Index(Arc::new(order.with(|Index(order)| filter(rows.as_ref(), order))))
        }),
        None => order,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::natural_cmp;

    type Row = (&'static str, u32);

    struct Setting {
        owner: Owner,
        rows: RwSignal<Arc<Vec<Arc<Row>>>>,
        q: RwSignal<String>,
        sort: RwSignal<String>,
        table: Table,
    }

    fn list(rows: &[Row]) -> Arc<Vec<Arc<Row>>> {
        Arc::new(rows.iter().copied().map(Arc::new).collect())
    }

    fn setting() -> Setting {
        let owner = Owner::new();
        owner.set();
        let rows = RwSignal::new(list(&[("b-10", 1), ("a", 3), ("b-2", 2)]));
        let (q, sort) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
        let table = Table::builder(|row: &Row| row.0.to_owned())
            .column(Column::text("name", "Name", |row: &Row| row.0.to_owned()))
            .column(
                Column::new("size", "Size", |row: &Arc<Row>| row.1.to_string())
                    .sort_by(|a: &Row, b: &Row| a.1.cmp(&b.1)),
            )
            .filter(move || {
                let q = q.get();
                move |row: &Row| row.0.contains(&q)
            })
            .sort(sort)
            .selectable()
            .rows(move || rows.get());
        Setting { owner, rows, q, sort, table }
    }

    #[test]
    fn sorts_and_filters_and_follows_the_rows() {
        let Setting { owner: _owner, rows, q, sort, table } = setting();
        assert_eq!(table.keys(), ["b-10", "a", "b-2"], "as they came");
        sort.set("name".to_owned());
        assert_eq!(table.keys(), ["a", "b-2", "b-10"]);
        sort.set("-size".to_owned());
        assert_eq!(table.keys(), ["a", "b-2", "b-10"]);
        q.set("b-".to_owned());
        assert_eq!((table.keys(), table.total()), (vec!["b-2".to_owned(), "b-10".to_owned()], 3));
        rows.set(list(&[("b-3", 9)]));
        assert_eq!(table.keys(), ["b-3"]);
        sort.set("unknown".to_owned());
        assert_eq!(table.keys(), ["b-3"], "a column of an old link does no harm");
    }

    #[test]
    fn the_selection_outlives_filters_but_not_the_rows() {
        let Setting { owner: _owner, rows, q, table, .. } = setting();
        table.pick(&["a".to_owned(), "b-2".to_owned()], true);
        q.set("b-".to_owned());
        assert_eq!(table.selected(), ["a", "b-2"]);
        rows.set(list(&[("b-2", 2)]));
        assert_eq!(table.selected(), ["b-2"]);
        table.clear_selection();
        assert!(table.selected().is_empty());
    }

    #[test]
    fn ten_thousand_rows_sort_by_name() {
        let names: Vec<String> =
            (0..10_000_u32).map(|i| format!("topic-{}", i.wrapping_mul(7919) % 10_000)).collect();
        let order = sorted(names.len(), false, &|a, b| natural_cmp(&names[a], &names[b]));
        assert_eq!(names[order[2] as usize], "topic-2");
        assert_eq!(names[order[9_999] as usize], "topic-9999");
    }
}
