//! What the parts of a table on the page share: scroll position, the active row, focus.

use std::ops::Range;

use leptos::html;
use web_sys::HtmlElement;

use super::Table;
use super::window::{between, in_sight, reveal};
use crate::prelude::*;
use crate::ui::density::row_height;
use crate::ui::dom::{find, focus_in_place, focused};
use crate::ui::menu::MenuHost;

/// Height of the header; the same as in table.css.
pub(super) const HEADER: i32 = 32;

/// A row to have in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Which element shows it.
    pub slot: usize,
    pub key: String,
    /// Number of the row as it came.
    pub row: usize,
    /// Position in the list shown.
    pub position: usize,
}

/// The table on the page. Cheap to copy into handlers.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub table: Table,
    pub view: NodeRef<html::Div>,
    pub menu: MenuHost,
    pub row_height: Signal<i32>,
    pub scroll: RwSignal<i32>,
    /// Height of the view below the header.
    pub height: RwSignal<i32>,
    /// Key of the row that the keyboard is on.
    pub active: RwSignal<Option<String>>,
    /// Key of the row from which a range is picked.
    pub anchor: StoredValue<Option<String>>,
    /// The rows to have in the document.
    pub places: Memo<Vec<Place>>,
    /// Key of the row that Tab leads to.
    pub tab_stop: Memo<Option<String>>,
}

impl Grid {
    pub fn new(table: Table) -> Self {
        let row_height = row_height();
        let scroll = RwSignal::new(0);
        // A guess until the view has been measured.
        let height = RwSignal::new(800);
        let active = RwSignal::new(None::<String>);
        let range = Memo::new(move |_| in_sight(scroll.get(), height.get(), row_height.get(), table.shown()));
        let places = Memo::new(move |before: Option<&Vec<Place>>| {
            let active = active.get();
            let mut places = places(table, range.get(), active.as_deref());
            assign(before.map_or(&[], Vec::as_slice), &mut places, active.as_deref());
            places
        });
        let tab_stop = Memo::new(move |_| {
            let is_there = active.get().filter(|key| places.with(|p| p.iter().any(|p| p.key == *key)));
            is_there.or_else(|| places.with(|p| p.first().map(|p| p.key.clone())))
        });
        Self {
            table,
            view: NodeRef::new(),
            menu: MenuHost::new(),
            row_height,
            scroll,
            height,
            active,
            anchor: StoredValue::new(None),
            places,
            tab_stop,
        }
    }

    /// Makes a row the active one, brings it into sight and gives it focus.
    pub fn go_to(self, position: usize) {
        let Some(key) = untrack(|| self.table.key_at(position)) else { return };
        self.active.set(Some(key));
        let Some(view) = self.view.get_untracked() else { return };
        let row = self.row_height.get_untracked();
        if let Some(scroll) = reveal(view.scroll_top(), self.height.get_untracked(), row, position) {
            view.set_scroll_top(scroll);
            self.scroll.set(scroll);
        }
        self.focus_row(position);
    }

    fn focus_row(self, position: usize) {
        // A row that was out of sight is in the document in the next frame.
        request_animation_frame(move || {
            let Some(view) = self.view.try_get_untracked().flatten() else { return };
            if let Some(row) = find(&view, &format!("[data-position=\"{position}\"]")) {
                focus_in_place(&row);
            }
        });
    }

    /// Picks or takes out one row, or with `range` all from the last one touched.
    pub fn pick(self, key: &str, picked: bool, range: bool) {
        let keys = untrack(|| {
            let here = self.table.position_of(key)?;
            let from = self.anchor.get_value().filter(|_| range);
            let from = from.and_then(|key| self.table.position_of(&key))?;
            Some(self.table.keys_at(between(from, here)))
        });
        self.table.pick(&keys.unwrap_or_else(|| vec![key.to_owned()]), picked);
        self.anchor.set_value(Some(key.to_owned()));
    }

    /// After a refresh the active row may stand elsewhere: focus follows it.
    pub fn follow_active(self) {
        Effect::new(move |before: Option<Option<usize>>| {
            let active = self.active.get();
            let position = active.and_then(|key| {
                self.places.with(|places| places.iter().find(|p| p.key == key).map(|p| p.position))
            });
            let moved = before.flatten().zip(position).is_some_and(|(before, now)| before != now);
            if let (true, Some(position), None) = (moved, position, focused()) {
                self.focus_row(position);
            }
            position
        });
    }

    /// The row around an element.
    pub fn row_of(self, element: &HtmlElement) -> Option<(usize, String)> {
        let position = element.get_attribute("data-position")?.parse().ok()?;
        Some((position, untrack(|| self.table.key_at(position))?))
    }
}

/// The rows of a range, and the active one wherever it is: focus must not fall out of the document.
fn places(table: Table, range: Range<usize>, active: Option<&str>) -> Vec<Place> {
    let place = |position: usize| {
        let row = table.row_at(position)?;
        Some(Place { slot: 0, key: table.key_at(position)?, row, position })
    };
    let mut places: Vec<Place> = range.clone().filter_map(place).collect();
    let missing = active.filter(|key| !places.iter().any(|p| p.key == *key));
    if let Some(place) = missing.and_then(|key| place(table.position_of(key)?)) {
        let at = if place.position < range.start { 0 } else { places.len() };
        places.insert(at, place);
    }
    places
}

/// Gives every row an element: one that was there keeps its own, a new one takes that of a row that has gone. Making
/// elements is most of what a search or scrolling costs. That of the row with the focus goes with its row: nobody's
/// focus shall stand on another row than the one it was put on.
fn assign(before: &[Place], now: &mut [Place], active: Option<&str>) {
    let mut kept = Vec::with_capacity(now.len());
    for place in now.iter_mut() {
        let own = before.iter().find(|old| old.key == place.key);
        place.slot = own.map_or(usize::MAX, |old| old.slot);
        kept.push(place.slot);
    }
    let mut free = before.iter().filter(|old| !kept.contains(&old.slot) && active != Some(&old.key));
    let mut next = before.iter().map(|old| old.slot + 1).max().unwrap_or(0);
    for place in now.iter_mut().filter(|place| place.slot == usize::MAX) {
        place.slot = free.next().map_or(next, |old| old.slot);
        next = next.max(place.slot + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(keys: &[&str]) -> Vec<Place> {
        keys.iter().map(|key| Place { key: (*key).to_owned(), ..Place::default() }).collect()
    }

    fn slots(before: &[Place], keys: &[&str], active: Option<&str>) -> (Vec<Place>, Vec<usize>) {
        let mut now = list(keys);
        assign(before, &mut now, active);
        let slots = now.iter().map(|place| place.slot).collect();
        (now, slots)
    }

    #[test]
    fn rows_keep_their_elements_and_new_ones_take_those_of_the_gone() {
        let (first, numbers) = slots(&[], &["a", "b", "c"], None);
        assert_eq!(numbers, [0, 1, 2]);
        let (scrolled, numbers) = slots(&first, &["b", "c", "d"], None);
        assert_eq!(numbers, [1, 2, 0]);
        let (_, numbers) = slots(&scrolled, &["x", "c", "y", "z"], None);
        assert_eq!(numbers, [1, 2, 0, 3]);
    }

    #[test]
    fn the_element_with_the_focus_is_not_given_away() {
        let (first, _) = slots(&[], &["a", "b"], None);
        assert_eq!(slots(&first, &["x", "y"], Some("a")).1, [1, 2]);
        assert_eq!(slots(&first, &["b", "a"], Some("a")).1, [1, 0]);
    }
}
