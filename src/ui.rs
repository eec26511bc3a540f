//! The component kit: calm, dense, precise. Knows nothing of DMS, of routes, of pages.
//!
//! Texts come in as [`Msg`](crate::i18n::Msg), string or closure (`TextProp`) and follow the language. Values that
//! the caller keeps come in as [`Bound<T>`]: an `RwSignal<T>`, a [`FieldState<T>`] or a pair of read and write.
//!
//! - Buttons: [`Button`], [`IconButton`], [`MenuButton`] with [`MenuItem`]s, [`CopyButton`]; icons: [`Icon`], [`Glyph`]
//! - Forms: [`Form`] and [`FormState`] with a [`FieldState`] per field; [`Field`] around [`TextInput`], [`TextArea`],
//!   [`NumberInput`], [`Select`], [`Combobox`], [`RadioGroup`], [`TagsInput`], [`DateTimeInput`], [`PasswordInput`], [`FileInput`];
//!   [`Checkbox`] and [`Switch`] bring their own label
//! - Over the page: [`Dialog`], [`ConfirmDialog`], [`SidePanel`], [`ToastRegion`] ([`use_toasts`]), [`TooltipLayer`]
//! - Layout: [`PageHeader`], [`Section`], [`Tabs`], [`LinkTabs`], [`Toolbar`] with [`SearchBox`], [`FilterMenu`],
//!   [`Count`], [`Spacer`]
//! - Showing: [`Status`], [`Badge`], [`Meter`], [`Progress`], [`KeyValues`] of [`Fact`]s, [`DiffTable`],
//!   [`Sparkline`], [`Banner`], [`EmptyState`], [`ErrorState`], [`Skeleton`], [`Tooltip`]
//! - Tables: [`Table`], [`Column`], [`DataTable`], [`ColumnChooser`]

mod banner;
mod bound;
mod button;
mod checkbox;
mod choice;
pub(crate) mod clipboard;
mod combobox;
mod confirm_dialog;
#[cfg(test)]
mod contrast;
mod copy_button;
mod date_time_input;
mod density;
mod dialog;
mod diff_table;
pub(crate) mod dom;
mod field;
mod file_button;
mod file_input;
mod form;
mod glyph;
mod icon;
mod key_values;
mod menu;
mod meter;
mod number_input;
mod page;
mod pager;
mod password_input;
mod place;
mod plain_scroll;
mod radio_group;
pub(crate) mod roving;
mod select;
mod side_panel;
mod sparkline;
mod states;
mod status;
mod table;
mod tabs;
mod tags_input;
mod text;
mod text_input;
mod toast;
mod toolbar;
mod tooltip;
mod viewer;

pub use banner::*;
pub use bound::Bound;
pub use button::*;
pub use checkbox::*;
pub use choice::Choice;
pub use combobox::*;
pub use confirm_dialog::*;
pub use copy_button::*;
pub use date_time_input::*;
pub use density::{Density, provide_density};
pub use dialog::*;
pub use diff_table::*;
pub use field::*;
pub use file_button::*;
pub use file_input::*;
pub use form::*;
pub use glyph::Glyph;
pub use icon::*;
pub use key_values::*;
pub use menu::*;
pub use meter::*;
pub use number_input::*;
pub use page::*;
pub use pager::*;
pub use password_input::*;
pub use plain_scroll::*;
pub use radio_group::*;
pub use select::*;
pub use side_panel::*;
pub use sparkline::*;
pub use states::*;
pub use status::*;
pub use table::*;
pub use tabs::*;
pub use tags_input::*;
pub use text_input::*;
pub use toast::*;
pub use toolbar::*;
pub use tooltip::*;
pub use viewer::*;
