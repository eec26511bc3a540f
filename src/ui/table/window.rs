//! Which rows are in sight. Pure functions, in pixels and rows.

use std::ops::Range;

/// Rows kept ready above and below what is in sight, so that scrolling shows no gaps.
const SPARE: i32 = 6;

/// The rows to have in the document: those in sight and some spare ones. `height` is that of the view below the
/// header.
pub(super) fn in_sight(scroll: i32, height: i32, row: i32, count: usize) -> Range<usize> {
    let row = row.max(1);
    let first = scroll.max(0) / row - SPARE;
    let last = (scroll.max(0) + height.max(0)) / row + 1 + SPARE;
    let clamp = |n: i32| usize::try_from(n).unwrap_or(0).min(count);
    clamp(first)..clamp(last)
}

/// Where to scroll so that a row is wholly in sight; `None` where it is already.
pub(super) fn reveal(scroll: i32, height: i32, row: i32, position: usize) -> Option<i32> {
    let top = i32::try_from(position).unwrap_or(i32::MAX).saturating_mul(row);
    if top < scroll {
        Some(top)
    } else if top.saturating_add(row) > scroll.saturating_add(height) {
        Some(top.saturating_add(row).saturating_sub(height).max(0))
    } else {
        None
    }
}

/// The position a key leads to; `None` where the key does not move. `page` is the number of rows in sight.
pub(super) fn moved(key: &str, from: Option<usize>, count: usize, page: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let page = page.saturating_sub(1).max(1);
    let to = match (key, from) {
        ("Home", _) => 0,
        ("End", _) => last,
        ("ArrowDown" | "ArrowUp" | "PageDown" | "PageUp", None) => 0,
        ("ArrowDown", Some(at)) => at.saturating_add(1),
        ("ArrowUp", Some(at)) => at.saturating_sub(1),
        ("PageDown", Some(at)) => at.saturating_add(page),
        ("PageUp", Some(at)) => at.saturating_sub(page),
        _ => return None,
    };
    Some(to.min(last))
}

/// The positions from one row to another, whichever comes first.
pub(super) fn between(a: usize, b: usize) -> Range<usize> {
    a.min(b)..a.max(b) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_rows_near_the_view_are_there() {
        assert_eq!(in_sight(0, 320, 32, 10_000), 0..17);
        assert_eq!(in_sight(3200, 320, 32, 10_000), 94..117);
        assert_eq!(in_sight(319_680, 320, 32, 10_000), 9984..10_000, "the end is reached");
        assert_eq!(in_sight(0, 320, 32, 3), 0..3);
        assert_eq!(in_sight(5000, 320, 32, 3), 3..3, "a list that shrank");
        assert_eq!(in_sight(-40, -1, 0, 5), 0..5);
    }

    #[test]
    fn a_row_is_revealed_with_the_least_scrolling() {
        assert_eq!(reveal(320, 320, 32, 5), Some(160));
        assert_eq!(reveal(320, 320, 32, 12), None);
        assert_eq!(reveal(0, 320, 32, 10), Some(32));
        assert_eq!(reveal(0, 320, 32, 9), None);
    }

    #[test]
    fn keys_move_inside_the_list() {
        assert_eq!(moved("ArrowDown", Some(9), 10, 5), Some(9));
        assert_eq!(moved("ArrowUp", Some(0), 10, 5), Some(0));
        assert_eq!(moved("PageDown", Some(1), 10, 5), Some(5));
        assert_eq!(moved("PageUp", Some(9), 10, 5), Some(5));
        assert_eq!(moved("End", None, 10, 5), Some(9));
        assert_eq!(moved("ArrowDown", None, 10, 5), Some(0));
        assert_eq!(moved("x", Some(1), 10, 5), None);
        assert_eq!(moved("Home", None, 0, 5), None);
    }

    #[test]
    fn ranges_go_both_ways() {
        assert_eq!(between(4, 2), 2..5);
        assert_eq!(between(3, 3), 3..4);
    }
}
