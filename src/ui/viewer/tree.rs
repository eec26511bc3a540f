//! JSON as a tree: opened and closed with the mouse or the arrow keys.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use web_sys::HtmlElement;

use super::lines::{MakeLine, Scroll, scrolled, window};
use crate::i18n::{core, number, tf, viewer as text};
use crate::json::{Doc, Id, Kind, Line, Tree, What, path_of};
use crate::prelude::*;
use crate::ui::dom::{closest, find, next_id, truth};
use crate::ui::menu::{MenuHost, MenuPopup};
use crate::ui::{Glyph, Icon, MenuItem};

/// The menu of a value: made of its path and its text.
pub type ValueActions = Arc<dyn Fn(&str, &str) -> Vec<MenuItem> + Send + Sync>;

/// Lines opened at first.
const OPENED: usize = 120;
/// Characters of a string on its line.
const LONGEST: usize = 300;
/// Members named on the line of a closed object.
const NAMED: usize = 6;

#[derive(Clone, Copy)]
struct Handle {
    id: u32,
    doc: StoredValue<Arc<Doc>>,
    tree: RwSignal<Tree>,
    lines: Memo<Arc<Vec<Line>>>,
    active: RwSignal<usize>,
    scroll: Scroll,
    menu: MenuHost,
    actions: StoredValue<Option<ValueActions>>,
}

/// A document as a tree. Arrow keys move, open and close; Enter opens the menu of a value, where there is one.
#[component]
pub fn JsonTree(
    doc: Arc<Doc>,
    #[prop(into)] label: TextProp,
    /// The menu of a value.
    #[prop(optional)]
    actions: Option<ValueActions>,
) -> AnyView {
    let tree = RwSignal::new(Tree::opened(&doc, OPENED));
    let of_lines = Arc::clone(&doc);
    let handle = Handle {
        id: next_id(),
        doc: StoredValue::new(doc),
        tree,
        lines: Memo::new(move |_| Arc::new(tree.with(|tree| tree.lines(&of_lines)))),
        active: RwSignal::new(0),
        scroll: Scroll::new(),
        menu: MenuHost::new(),
        actions: StoredValue::new(actions),
    };
    let count = Signal::derive(move || handle.lines.with(|lines| lines.len()));
    let line: MakeLine = Arc::new(move |i| handle.line(i));
    view! {
        <div
            class="lines tree mono"
            role="tree"
            tabindex="0"
            aria-label=move || label.get()
            aria-activedescendant=move || handle.line_id(handle.active.get())
            node_ref=handle.scroll.view
            on:scroll=scrolled(handle.scroll)
            on:keydown=move |event| handle.on_key(&event)
            on:click=move |event| handle.on_click(&event)
        >
            {window(handle.scroll, count, line)}
        </div>
        <MenuPopup host=handle.menu label=core::ACTIONS/>
    }
    .into_any()
}

impl Handle {
    fn line_id(self, i: usize) -> String {
        format!("tree{}-{i}", self.id)
    }

    fn get(self, i: usize) -> Option<Line> {
        self.lines.with_untracked(|lines| lines.get(i).copied())
    }

    fn line(self, i: usize) -> AnyView {
        // Made anew when the lines change.
        let Some(line) = self.lines.with(|lines| lines.get(i).copied()) else { return ().into_any() };
        let doc = self.doc.get_value();
        let expanded = match line.what {
            What::Open => Some("true"),
            What::Closed => Some("false"),
            What::Leaf | What::More(_) => None,
        };
        let mark = match line.what {
            What::Open => view! { <Icon of=Glyph::ChevronDown/> }.into_any(),
            What::Closed => view! { <Icon of=Glyph::ChevronRight/> }.into_any(),
            What::Leaf | What::More(_) => ().into_any(),
        };
        let content = match line.what {
            What::More(n) => more(n),
            _ => value(&doc, line),
        };
        view! {
            <div
                class="line tree-line"
                class:is-active=move || self.active.get() == i
                role="treeitem"
                id=self.line_id(i)
                data-line=i.to_string()
                attr:aria-level=(line.depth + 1).to_string()
                aria-posinset=line.place.0.to_string()
                aria-setsize=line.place.1.to_string()
                aria-expanded=expanded
                aria-selected=move || truth(self.active.get() == i)
                style=("--depth", line.depth.to_string())
            >
                <span class="tree-mark">{mark}</span>
                {content}
            </div>
        }
        .into_any()
    }

    fn on_click(self, event: &MouseEvent) {
        let Some(row) = closest(event.target(), "[data-line]") else { return };
        let Some(i) = row.get_attribute("data-line").and_then(|i| i.parse::<usize>().ok()) else { return };
        self.active.set(i);
        let on_value = closest(event.target(), ".tree-value").is_some();
        match self.get(i) {
            Some(Line { what: What::Leaf, .. }) if on_value => self.show_menu(row, i),
            Some(line) => self.act(line),
            None => {}
        }
    }

    /// Opens, closes, shows more.
    fn act(self, line: Line) {
        self.tree.update(|tree| match line.what {
            What::Open | What::Closed => tree.toggle(line.id),
            What::More(_) => tree.show_more(line.id),
            What::Leaf => {}
        });
    }

    fn show_menu(self, row: HtmlElement, i: usize) {
        let (Some(line), Some(actions)) = (self.get(i), self.actions.get_value()) else { return };
        let doc = self.doc.get_value();
        let (path, text) = (path_of(&doc, line.id), doc.text(line.id).into_owned());
        let anchor = find(&row, ".tree-value").unwrap_or(row);
        self.menu.show(anchor, Arc::new(move || actions(&path, &text)));
    }

    fn go_to(self, i: usize) {
        self.active.set(i);
        self.scroll.reveal(i);
    }

    fn on_key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let active = self.active.get_untracked();
        let last = self.lines.with_untracked(|lines| lines.len().saturating_sub(1));
        let active = active.min(last);
        let Some(line) = self.get(active) else { return };
        match event.key().as_str() {
            "ArrowDown" => self.go_to((active + 1).min(last)),
            "ArrowUp" => self.go_to(active.saturating_sub(1)),
            "PageDown" => self.go_to((active + self.scroll.page()).min(last)),
            "PageUp" => self.go_to(active.saturating_sub(self.scroll.page())),
            "Home" => self.go_to(0),
            "End" => self.go_to(last),
            "ArrowRight" if line.what == What::Closed => self.tree.update(|tree| tree.open(line.id)),
            "ArrowRight" if line.what == What::Open => self.go_to((active + 1).min(last)),
            "ArrowLeft" if line.what == What::Open => self.tree.update(|tree| tree.close(line.id)),
            "ArrowLeft" => self.go_to(self.above(active, line.depth)),
            "Enter" | " " => match line.what {
                What::Leaf => {
                    let view = self.scroll.view.get_untracked();
                    let row = view.and_then(|view| find(&view, &format!("[data-line=\"{active}\"]")));
                    row.into_iter().for_each(|row| self.show_menu(row, active));
                }
                _ => self.act(line),
            },
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    }

    /// The line of the container around a line.
    fn above(self, from: usize, depth: usize) -> usize {
        self.lines.with_untracked(|lines| {
            let before = lines.get(..from).unwrap_or_default();
            before.iter().rposition(|line| line.depth < depth).unwrap_or(0)
        })
    }
}

fn more(n: usize) -> AnyView {
    view! { <span class="tree-more">{move || tf(text::MORE, &[("n", &number(n as u64))])}</span> }.into_any()
}

fn value(doc: &Doc, line: Line) -> AnyView {
    let Line { id, what, .. } = line;
    let key = match (doc.key(id), line.depth) {
        (Some(key), _) => Some(view! { <span class="tree-key">{key.into_owned()}</span> }.into_any()),
        (None, 0) => None,
        (None, _) => {
            Some(view! { <span class="tree-index">{(line.place.0 - 1).to_string()}</span> }.into_any())
        }
    };
    let (class, shown) = match doc.kind(id) {
        Kind::Object if what == What::Closed => ("tree-value is-closed", named(doc, id)),
        Kind::Object => ("tree-value is-closed", format!("{{{}}}", doc.children_count(id))),
        Kind::Array => ("tree-value is-closed", format!("[{}]", doc.children_count(id))),
        Kind::String => ("tree-value is-string", cut(&doc.text(id))),
        Kind::Number => ("tree-value is-number", cut(doc.raw(id))),
        Kind::True | Kind::False => ("tree-value is-word", doc.raw(id).to_owned()),
        Kind::Null => ("tree-value is-null", doc.raw(id).to_owned()),
    };
    view! { {key} <span class=class>{shown}</span> }.into_any()
}

/// What a closed object has inside.
fn named(doc: &Doc, id: Id) -> String {
    let names: Vec<_> = doc.children(id).take(NAMED).filter_map(|child| doc.key(child)).collect();
    let rest = if doc.children_count(id) > names.len() { ", …" } else { "" };
    cut(&format!("{{ {}{rest} }}", names.join(", ")))
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default()),
        None => text.to_owned(),
    }
}
