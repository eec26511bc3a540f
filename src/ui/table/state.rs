//! The handle of a table.

use std::sync::Arc;

use leptos::prelude::*;

use super::Selection;
use super::column::ColumnInfo;
use super::source::SourceRef;
use crate::ui::Bound;

/// Numbers of the rows to show, in order.
#[derive(Clone, PartialEq)]
pub(crate) struct Index(pub Arc<Vec<u32>>);

/// A table: its rows, and what the user has done to them. Made by [`Table::builder`]; cheap to copy.
#[derive(Clone, Copy)]
pub struct Table {
    pub(super) source: Memo<SourceRef>,
    pub(super) index: Memo<Index>,
    pub(super) columns: StoredValue<Arc<[ColumnInfo]>>,
    pub(super) sort: Bound<String>,
    pub(super) chosen: Bound<String>,
    pub(super) open: Option<Bound<String>>,
    pub(super) selection: Bound<Selection>,
    pub(super) selectable: bool,
    pub(super) has_actions: bool,
    /// Pixels by column id, where the user has dragged.
    pub(super) widths: RwSignal<Vec<(&'static str, u16)>>,
}

impl Table {
    /// How many rows pass the filter. Tracked.
    pub fn shown(self) -> usize {
        self.index.with(|Index(index)| index.len())
    }

    /// How many rows there are. Tracked.
    pub fn total(self) -> usize {
        self.source.with(|SourceRef(source)| source.len())
    }

    /// Keys of the rows that pass the filter, in order. Tracked.
    pub fn keys(self) -> Vec<String> {
        let SourceRef(source) = self.source.get();
        self.index.with(|Index(index)| index.iter().map(|i| source.key(*i as usize).to_owned()).collect())
    }

    /// Keys of the picked rows that still exist, in the order of the rows as they came. Tracked.
    pub fn selected(self) -> Vec<String> {
        let SourceRef(source) = self.source.get();
        let keys = (0..source.len()).map(|i| source.key(i));
        self.selection.with(|s| keys.filter(|key| s.contains(key)).map(str::to_owned).collect())
    }

    /// Picks nothing.
    pub fn clear_selection(self) {
        self.selection.set(Selection::default());
    }
}
