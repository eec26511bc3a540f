//! Lines of equal height, of which only those in sight are in the document.

use std::ops::Range;
use std::sync::Arc;

use leptos::html;

use crate::prelude::*;

/// Height of a line in pixels; the same as in viewer.css.
pub const LINE: i32 = 20;
/// The view is never higher; the same as in viewer.css.
const HIGHEST: i32 = 800;
/// Lines kept ready above and below.
const SPARE: i32 = 8;

/// Makes one line.
pub type MakeLine = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

/// Where the view stands. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Scroll {
    pub view: NodeRef<html::Div>,
    top: RwSignal<i32>,
}

impl Scroll {
    pub fn new() -> Self {
        Self { view: NodeRef::new(), top: RwSignal::new(0) }
    }

    /// Brings a line into sight with the least scrolling.
    pub fn reveal(self, line: usize) {
        let Some(view) = self.view.get_untracked() else { return };
        let (top, height) = (view.scroll_top(), view.client_height());
        let at = pixels(line);
        let to = if at < top {
            at
        } else if at + LINE > top + height {
            at + LINE - height
        } else {
            return;
        };
        view.set_scroll_top(to);
        self.top.set(to);
    }

    /// Lines that fit into the view.
    pub fn page(self) -> usize {
        let height = self.view.get_untracked().map_or(HIGHEST, |v| v.client_height());
        usize::try_from(height / LINE).unwrap_or(1).max(1)
    }

    fn moved(self) {
        if let Some(view) = self.view.get_untracked() {
            self.top.set(view.scroll_top());
        }
    }
}

fn pixels(line: usize) -> i32 {
    i32::try_from(line).unwrap_or(i32::MAX).saturating_mul(LINE)
}

fn in_sight(top: i32, count: usize) -> Range<usize> {
    let first = usize::try_from(top / LINE - SPARE).unwrap_or(0).min(count);
    let last = usize::try_from((top + HIGHEST) / LINE + SPARE).unwrap_or(0).min(count);
    first..last
}

/// The lines in sight, for an element of the caller's that scrolls (see [`scrolled`]).
pub fn window(scroll: Scroll, count: Signal<usize>, line: MakeLine) -> AnyView {
    let range = Memo::new(move |_| in_sight(scroll.top.get(), count.get()));
    let height = move || format!("{}px", pixels(count.get()));
    let top = move || format!("{}px", pixels(range.get().start));
    let shown = move || range.get().map(|i| line(i)).collect_view();
    view! {
        <div class="lines-all" role="presentation" style:height=height>
            <div class="lines-shown" role="presentation" style:top=top>{shown}</div>
        </div>
    }
    .into_any()
}

/// To be called when the element scrolls.
pub fn scrolled(scroll: Scroll) -> impl Fn(web_sys::Event) + Copy {
    move |_| scroll.moved()
}

/// A box of lines that can be scrolled with the keyboard.
pub fn lines_box(label: TextProp, count: Signal<usize>, line: MakeLine) -> AnyView {
    let scroll = Scroll::new();
    view! {
        <div
            class="lines mono"
            role="region"
            tabindex="0"
            aria-label=move || label.get()
            node_ref=scroll.view
            on:scroll=scrolled(scroll)
        >
            {window(scroll, count, line)}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::in_sight;

    #[test]
    fn few_lines_are_made_however_long_the_text() {
        assert_eq!(in_sight(0, 1_000_000), 0..48);
        assert_eq!(in_sight(200_000, 1_000_000), 9992..10_048);
        assert_eq!(in_sight(200_000, 10), 10..10, "the text became shorter");
        assert_eq!(in_sight(0, 3), 0..3);
    }
}
