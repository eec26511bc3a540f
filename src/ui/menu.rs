//! Menus that open from a button.

mod button;
mod item;
mod popup;

pub use button::{MenuButton, MenuButtonProps};
pub use item::{MenuAction, MenuItem};
pub(crate) use popup::{MenuHost, MenuPopup};
