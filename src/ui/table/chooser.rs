//! The menu that shows and hides columns.

use leptos::prelude::*;

use super::Table;
use crate::i18n::ui as text;
use crate::ui::{Glyph, IconButton};

/// A button with a menu of the columns. Stands in the toolbar.
#[component]
pub fn ColumnChooser(table: Table) -> AnyView {
    let _ = table.chosen;
    view! { <IconButton icon=Glyph::Columns label=text::COLUMNS/> }.into_any()
}
