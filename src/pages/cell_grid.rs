//! Moving between the cells of a grid with the arrow keys. One of all cells can be reached with Tab, and each says
//! where it is: `data-at="{row}-{column}"`.

use leptos::ev::KeyboardEvent;
use leptos::html;
use wasm_bindgen::JsCast;

use crate::prelude::*;

/// Row and column, from 0.
pub type At = (usize, usize);

/// Does what the key means in a grid of `size` rows and columns inside `grid`.
pub fn go_by_key(
    event: &KeyboardEvent,
    grid: NodeRef<html::Div>,
    active: RwSignal<At>,
    size: (usize, usize),
) {
    let Some(to) = step(&event.key(), active.get_untracked(), size) else { return };
    event.prevent_default();
    active.set(to);
    if let Some(cell) = grid.get_untracked().and_then(|grid| cell_at(&grid, to)) {
        // A cell that cannot have focus keeps the one that has it.
        let _ = cell.focus();
    }
}

fn cell_at(grid: &web_sys::Element, (row, column): At) -> Option<web_sys::HtmlElement> {
    let found = grid.query_selector(&format!("[data-at=\"{row}-{column}\"]")).ok().flatten();
    found?.dyn_into().ok()
}

/// Where an arrow key leads; nowhere beyond the edges.
fn step(key: &str, (row, column): At, (rows, columns): (usize, usize)) -> Option<At> {
    let to = match key {
        "ArrowUp" => (row.checked_sub(1)?, column),
        "ArrowDown" => (row + 1, column),
        "ArrowLeft" => (row, column.checked_sub(1)?),
        "ArrowRight" => (row, column + 1),
        "Home" => (row, 0),
        "End" => (row, columns.checked_sub(1)?),
        _ => return None,
    };
    (to.0 < rows && to.1 < columns).then_some(to)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_stay_inside() {
        assert_eq!(step("ArrowDown", (0, 0), (2, 3)), Some((1, 0)));
        assert_eq!(step("ArrowDown", (1, 0), (2, 3)), None);
        assert_eq!(step("ArrowUp", (0, 0), (2, 3)), None);
        assert_eq!(step("End", (1, 0), (2, 3)), Some((1, 2)));
        assert_eq!(step("Enter", (1, 0), (2, 3)), None);
        assert_eq!(step("End", (0, 0), (0, 0)), None);
    }
}
