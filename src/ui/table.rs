//! The data table: tens of thousands of rows, of which only those in sight are in the document.
//!
//! A page declares columns of its own row type; [`TableBuilder::rows`] erases that type, so that everything else
//! is compiled once for all tables.
//!
//! ```ignore
//! let table = Table::builder(|topic: &Topic| topic.name.clone())
//!     .column(Column::text("name", text::NAME, |t: &Topic| t.name.clone()).width(280).required())
//!     .column(Column::new("partitions", text::PARTITIONS, |t: &Arc<Topic>| number(t.partitions).into_any())
//!         .numeric().width(100).sort_by(|a, b| a.partitions.cmp(&b.partitions)))
//!     .filter(move || { let q = q.get(); move |t: &Topic| t.name.contains(&q) })
//!     .sort(use_query_signal("sort"))
//!     .selectable()
//!     .rows(move || topics.items());
//! view! { <DataTable table label=text::TITLE selection_bar=move || view! { … }/> }
//! ```

mod builder;
mod chooser;
mod column;
mod columns;
mod data_table;
mod grid;
mod header;
mod keys;
mod memory;
mod order;
mod row;
mod selection;
mod source;
mod state;
mod widths;
mod window;

pub use builder::TableBuilder;
pub use chooser::{ColumnChooser, ColumnChooserProps};
pub use column::Column;
pub use data_table::{DataTable, DataTableProps};
pub use order::{Sort, natural_cmp};
pub use selection::Selection;
pub use state::Table;
