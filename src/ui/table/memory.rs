//! Coming back to a list finds it where it was left.

use std::cell::RefCell;

use super::grid::Grid;
use super::window::reveal;
use crate::prelude::*;

/// More lists than anybody goes back through.
const MOST: usize = 30;

thread_local! {
    /// Address of a list and how far it was scrolled, the latest last.
    static LEFT_AT: RefCell<Vec<(String, i32)>> = const { RefCell::new(Vec::new()) };
}

/// Remembers how far the list at the current address is scrolled.
pub(super) fn remember(scroll: i32) {
    let Some(address) = address() else { return };
    LEFT_AT.with_borrow_mut(|all| {
        all.retain(|(known, _)| *known != address);
        if all.len() >= MOST {
            all.remove(0);
        }
        all.push((address, scroll));
    });
}

fn recalled() -> Option<i32> {
    let address = address()?;
    LEFT_AT.with_borrow(|all| all.iter().find(|(known, _)| *known == address).map(|(_, scroll)| *scroll))
}

fn address() -> Option<String> {
    window().location().href().ok()
}

/// Once the first rows are there, scrolls to where the list was left, else to the row that is open.
pub(super) fn restore(grid: Grid) {
    let wanted = recalled().filter(|scroll| *scroll > 0);
    Effect::new(move |done: Option<bool>| {
        if done == Some(true) {
            return true;
        }
        let row = grid.row_height.get();
        let reach = i32::try_from(grid.table.shown()).unwrap_or(i32::MAX).saturating_mul(row);
        let (found, target) = match (wanted, open_row(grid)) {
            (Some(scroll), _) => (reach > scroll, Some(scroll)),
            (None, Some(position)) => (true, reveal(0, grid.height.get_untracked(), row, position)),
            (None, None) => (false, None),
        };
        if let Some(target) = target.filter(|_| found) {
            request_animation_frame(move || scroll_to(grid, target));
        }
        found
    });
}

fn open_row(grid: Grid) -> Option<usize> {
    let open = grid.table.open?;
    let key = open.peek();
    (!key.is_empty()).then(|| grid.table.position_of(&key)).flatten()
}

fn scroll_to(grid: Grid, target: i32) {
    // The user may have been quicker.
    if let Some(view) = grid.view.try_get_untracked().flatten().filter(|view| view.scroll_top() == 0) {
        view.set_scroll_top(target);
        grid.scroll.try_set(target);
    }
}
