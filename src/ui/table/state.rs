//! The handle of a table.

use std::ops::Range;
use std::sync::Arc;

use super::column::ColumnInfo;
use super::source::SourceRef;
use super::widths::Track;
use super::{Selection, columns};
use crate::prelude::*;
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
        self.keys_at(0..self.shown())
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

    /// Number of the row at a position of the list shown.
    pub(super) fn row_at(self, position: usize) -> Option<usize> {
        self.index.with(|Index(index)| index.get(position).map(|i| *i as usize))
    }

    pub(super) fn key_at(self, position: usize) -> Option<String> {
        let row = self.row_at(position)?;
        Some(self.source.with(|SourceRef(source)| source.key(row).to_owned()))
    }

    pub(super) fn keys_at(self, positions: Range<usize>) -> Vec<String> {
        let SourceRef(source) = self.source.get();
        self.index.with(|Index(index)| {
            let rows = index.get(positions).unwrap_or_default();
            rows.iter().map(|i| source.key(*i as usize).to_owned()).collect()
        })
    }

    /// Where a row stands in the list shown.
    pub(super) fn position_of(self, key: &str) -> Option<usize> {
        let SourceRef(source) = self.source.get();
        self.index.with(|Index(index)| index.iter().position(|i| source.key(*i as usize) == key))
    }

    /// Picks rows, or takes them out.
    pub(super) fn pick(self, keys: &[String], picked: bool) {
        let now = self.selection.peek();
        self.selection.set(now.with(keys.iter().map(String::as_str), picked));
    }

    pub(super) fn is_picked(self, key: &str) -> bool {
        self.selection.with(|s| s.contains(key))
    }

    /// The columns shown, with their numbers. Tracked.
    pub(super) fn visible(self) -> Vec<(usize, ColumnInfo)> {
        let all = self.columns.get_value();
        let shown = self.chosen.with(|chosen| columns::shown(&all, chosen));
        shown.into_iter().filter_map(|i| Some((i, all.get(i)?.clone()))).collect()
    }

    /// The layout of the columns shown. Tracked.
    pub(super) fn tracks(self) -> Vec<Track> {
        let widths = self.widths.get();
        let track = |(_, column): (usize, ColumnInfo)| match widths.iter().find(|(id, _)| *id == column.id) {
            Some((_, width)) => Track { width: *width, grows: false },
            None => Track { width: column.width, grows: !column.numeric },
        };
        self.visible().into_iter().map(track).collect()
    }
}
