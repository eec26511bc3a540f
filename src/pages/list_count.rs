//! How much of a list that comes in pages is shown.

use crate::data::Paged;
use crate::prelude::*;
use crate::ui::{Count, Table};

/// The count beside a table's filters: shown, there, expected while the list fills, and how far its refresh is.
pub fn list_count<T, R>(table: Table, list: Paged<T, R>) -> AnyView
where
    T: Send + Sync + 'static,
    R: Send + Sync + 'static,
{
    let expected = Signal::derive(move || {
        let progress = list.progress();
        progress.total.filter(|_| !progress.done)
    });
    view! {
        <Count
            shown=Signal::derive(move || table.shown())
            total=Signal::derive(move || table.total())
            expected
            reloaded=Signal::derive(move || list.reloaded())
        />
    }
    .into_any()
}
