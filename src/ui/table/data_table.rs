//! The table on the page.

use leptos::prelude::*;

use super::Table;
use super::source::SourceRef;
use super::state::Index;

/// A table that fills the height left over by its page.
#[component]
pub fn DataTable(
    table: Table,
    #[prop(into)] label: TextProp,
    /// Nothing has arrived yet: grey rows. Not for refreshing.
    #[prop(optional, into)]
    loading: Signal<bool>,
    /// What stands there when there are no rows at all.
    #[prop(optional, into)]
    empty: ViewFn,
    /// Offered when the filter hides every row.
    #[prop(optional, into)]
    on_clear_filters: Option<Callback<()>>,
    /// Buttons of the bar that shows while rows are picked.
    #[prop(optional, into)]
    selection_bar: ViewFn,
) -> AnyView {
    let _ = (loading, empty, on_clear_filters, selection_bar);
    let rows = move || {
        let SourceRef(source) = table.source.get();
        let columns = table.columns.with_value(|c| c.len());
        let row = |i: &u32| {
            let cells = (0..columns).map(|c| view! { <td>{source.cell(*i as usize, c)}</td> }).collect_view();
            view! { <tr>{cells}</tr> }
        };
        table.index.with(|Index(index)| index.iter().take(100).map(row).collect_view())
    };
    view! { <table aria-label=move || label.get()><tbody>{rows}</tbody></table> }.into_any()
}
