//! A matrix of rights: things down, users across, a page of each at a time. Cells are edited in place; the edits are
//! reviewed and sent together. What a cell says and what it can become is the page's business.

mod bar;
mod cell;
mod grid;
mod pager;
mod review;

use std::collections::BTreeSet;

use crate::i18n::Msg;
use crate::prelude::*;
use crate::routes::QueryText;
use crate::ui::MenuItem;

pub use bar::EditBar;
pub use grid::Grid;
pub use pager::Pagers;
pub use review::{ChangeSection, ReviewDialog};

/// Things and users on one page of the matrix.
pub const ROWS: usize = 25;
pub const COLUMNS: usize = 12;

/// What a matrix shows. Cheap to copy into closures.
#[derive(Clone, Copy)]
pub struct Board {
    /// Keys of the things on screen.
    pub rows: Memo<Vec<String>>,
    /// Users on screen.
    pub columns: Memo<Vec<String>>,
    /// How many there are on all pages.
    pub row_count: Memo<usize>,
    pub column_count: Memo<usize>,
    /// Whether a list without rows is all there is, not one on its way.
    pub loaded: Signal<bool>,
    /// Ticked, on screen or not.
    pub picked_rows: RwSignal<BTreeSet<String>>,
    pub picked_columns: RwSignal<BTreeSet<String>>,
    /// Numbers of the pages, from 1.
    pub row_page: QueryText,
    pub column_page: QueryText,
    /// A thing's name, by its key.
    pub name: fn(&str) -> String,
    /// The thing at the head of its row, by its key.
    pub head: Callback<String, AnyView>,
    /// What stands in the cell of a thing and a user. Tracked.
    pub cell: Callback<(String, String), CellLook>,
    /// What can be done there.
    pub menu: Callback<(String, String), Vec<MenuItem>>,
    pub words: Words,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellLook {
    /// What is read in it.
    pub text: String,
    /// Its name, for screen readers and on hover.
    pub label: String,
    pub weight: Weight,
    /// Whether there is something to choose yet.
    pub usable: bool,
}

/// Where a right comes from, as far as its looks go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// From a rule about many things or users.
    Light,
    /// Given for this thing to this user.
    Own,
    /// Changed here, not sent yet.
    Edited,
}

/// What the things and their number are called.
#[derive(Clone, Copy)]
pub struct Words {
    /// Names the table, for screen readers.
    pub label: Msg,
    /// Stands over the things.
    pub corner: Msg,
    /// "Select topic {name}"
    pub select_row: Msg,
    /// "{topics} topics, {users} users"
    pub selection: Msg,
    /// "Topics {from}-{to} of {total}", the way back, the way on.
    pub rows_shown: [Msg; 3],
    /// No row fits.
    pub nothing: Msg,
}

/// Number of the page in the URL, from 0. Tracked.
pub fn page_of(page: QueryText) -> usize {
    page.get().parse::<usize>().ok().and_then(|n| n.checked_sub(1)).unwrap_or(0).min(100_000)
}

/// The part of a list on a page of `per`. Tracked.
pub fn page_cut(all: Vec<String>, page: QueryText, per: usize) -> Vec<String> {
    all.into_iter().skip(page_of(page) * per).take(per).collect()
}
