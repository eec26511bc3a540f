//! The menu that shows and hides columns.

use super::{Table, columns};
use crate::i18n::ui as text;
use crate::prelude::*;
use crate::ui::{Glyph, MenuButton, MenuItem};

/// A button with a menu of the columns. Stands in the toolbar.
#[component]
pub fn ColumnChooser(table: Table) -> AnyView {
    let items = move |()| {
        let all = table.columns.get_value();
        let chosen = table.chosen.peek();
        let shown = columns::shown(&all, &chosen);
        let each = |(i, column): (usize, &super::column::ColumnInfo)| {
            let id = column.id;
            let all = table.columns.get_value();
            let toggle = move || table.chosen.set(columns::toggled(&all, &table.chosen.peek(), id));
            (!column.required)
                .then(|| MenuItem::new(column.title.clone(), toggle).checked(shown.contains(&i)).stays())
        };
        let mut items: Vec<MenuItem> = all.iter().enumerate().filter_map(each).collect();
        let reset = move || {
            table.chosen.set(String::new());
            table.widths.set(Vec::new());
        };
        items.push(MenuItem::new(text::RESET_COLUMNS, reset).separated());
        items
    };
    view! { <MenuButton icon=Glyph::Columns label=text::COLUMNS items/> }.into_any()
}
