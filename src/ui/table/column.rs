//! Columns of a table.

use std::cmp::Ordering;
use std::sync::Arc;

use super::order::natural_cmp;
use crate::prelude::*;

type Cell<T> = Arc<dyn Fn(&Arc<T>) -> AnyView + Send + Sync>;
pub(super) type Compare<T> = Arc<dyn Fn(&T, &T) -> Ordering + Send + Sync>;

/// One column of rows of type `T`.
pub struct Column<T> {
    pub(super) info: ColumnInfo,
    pub(super) cell: Cell<T>,
    pub(super) compare: Option<Compare<T>>,
}

/// What the table knows of a column without knowing the type of the rows.
#[derive(Clone)]
pub(crate) struct ColumnInfo {
    /// Stands in the URL: keep it stable.
    pub id: &'static str,
    pub title: TextProp,
    /// Pixels, before the user drags.
    pub width: u16,
    pub numeric: bool,
    pub sortable: bool,
    /// Cannot be hidden.
    pub required: bool,
    /// Hidden until chosen.
    pub hidden: bool,
}

impl<T: 'static> Column<T> {
    /// A column showing what `cell` makes of a row. The id stands in the URL: keep it stable.
    pub fn new<V: IntoView + 'static>(
        id: &'static str,
        title: impl Into<TextProp>,
        cell: impl Fn(&Arc<T>) -> V + Send + Sync + 'static,
    ) -> Self {
        let title = title.into();
        let (numeric, sortable, required, hidden) = (false, false, false, false);
        let info = ColumnInfo { id, title, width: 160, numeric, sortable, required, hidden };
        Self { info, cell: Arc::new(move |row| cell(row).into_any()), compare: None }
    }

    /// A column of plain text, sorted by it ("topic-2" before "topic-10").
    pub fn text(
        id: &'static str,
        title: impl Into<TextProp>,
        text: impl Fn(&T) -> String + Clone + Send + Sync + 'static,
    ) -> Self {
        let compare = text.clone();
        Self::new(id, title, move |row: &Arc<T>| text(row))
            .sort_by(move |a, b| natural_cmp(&compare(a), &compare(b)))
    }

    /// Pixels before the user drags; at least 48.
    pub fn width(mut self, pixels: u16) -> Self {
        self.info.width = pixels.max(48);
        self
    }

    /// Right-aligned, with figures of equal width.
    pub fn numeric(mut self) -> Self {
        self.info.numeric = true;
        self
    }

    /// Makes the column sortable; the order given is the ascending one.
    pub fn sort_by(mut self, compare: impl Fn(&T, &T) -> Ordering + Send + Sync + 'static) -> Self {
        self.info.sortable = true;
        self.compare = Some(Arc::new(compare));
        self
    }

    /// Cannot be hidden.
    pub fn required(mut self) -> Self {
        self.info.required = true;
        self
    }

    /// Not shown until the user chooses it.
    pub fn hidden(mut self) -> Self {
        self.info.hidden = true;
        self
    }
}
