//! The bar above a list: search, filters, how many are shown.

use leptos::ev::{self, KeyboardEvent};
use leptos::html;

use super::dom::takes_text;
use super::{Bound, Choice, Glyph, Icon, IconButton, MenuButton, MenuItem};
use crate::i18n::{count, t, tf, ui as text};
use crate::prelude::*;

/// The bar above a list. Put `<Spacer/>` before what belongs at the right.
#[component]
pub fn Toolbar(children: Children) -> AnyView {
    view! { <div class="toolbar">{children()}</div> }.into_any()
}

/// Takes the free room in a bar.
#[component]
pub fn Spacer() -> AnyView {
    view! { <span class="spacer"></span> }.into_any()
}

/// The search box of a list, with a button that clears it. "/" anywhere on the page moves focus here.
#[component]
pub fn SearchBox(
    #[prop(into)] value: Bound<String>,
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] placeholder: Option<TextProp>,
) -> AnyView {
    let node = NodeRef::<html::Input>::new();
    let to_box = move || {
        if let Some(input) = node.get_untracked() {
            super::dom::focus(&input);
            input.select();
        }
    };
    let slash = window_event_listener(ev::keydown, move |event| {
        let plain = !event.ctrl_key() && !event.meta_key() && !event.alt_key();
        if event.key() == "/" && plain && !takes_text(event.target()) {
            event.prevent_default();
            to_box();
        }
    });
    on_cleanup(move || slash.remove());
    let on_key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && value.with(|v| !v.is_empty()) {
            event.prevent_default();
            value.set(String::new());
        }
    };
    let clear = move |()| {
        value.set(String::new());
        to_box();
    };
    let placeholder = placeholder.unwrap_or_else(|| label.clone());
    let end = move || {
        if value.with(String::is_empty) {
            view! { <kbd aria-hidden="true">"/"</kbd> }.into_any()
        } else {
            view! { <IconButton icon=Glyph::Close label=text::CLEAR on_click=clear/> }.into_any()
        }
    };
    view! {
        <span class="input search" role="search">
            <Icon of=Glyph::Search/>
            <input
                type="search"
                autocomplete="off"
                spellcheck="false"
                node_ref=node
                aria-label=move || label.get()
                aria-keyshortcuts="/"
                placeholder=move || placeholder.get()
                prop:value=move || value.get()
                on:input:target=move |event| value.set(event.target().value())
                on:keydown=on_key
            />
            {end}
        </span>
    }
    .into_any()
}

/// A filter of a list: a button that opens a menu of options. `""` means no filter. With `many`, several can be
/// picked and the value is a comma-separated list.
#[component]
pub fn FilterMenu(
    #[prop(into)] label: TextProp,
    #[prop(into)] options: Signal<Vec<Choice>>,
    #[prop(into)] value: Bound<String>,
    #[prop(optional)] many: bool,
) -> AnyView {
    let items = move |()| {
        let current = value.peek();
        let all = MenuItem::new(text::ALL, move || value.set(String::new())).checked(current.is_empty());
        let each = |choice: Choice| {
            let on = is_picked(&current, &choice.value);
            let own = choice.value;
            let item = MenuItem::new(choice.label, move || {
                let now = value.peek();
                value.set(if many { toggled(&now, &own) } else { own.clone() });
            });
            let item = item.checked(on);
            if many { item.stays() } else { item }
        };
        std::iter::once(all).chain(options.get_untracked().into_iter().map(each)).collect::<Vec<_>>()
    };
    let face = move || {
        let names = value.with(|v| {
            let picked = |c: &Choice| is_picked(v, &c.value).then(|| c.label.get().to_string());
            options.with(|all| all.iter().filter_map(picked).collect::<Vec<_>>())
        });
        (!names.is_empty()).then(|| {
            let names = names.join(t(text::LIST_SEPARATOR));
            view! { <span class="chip-value">{names}</span> }
        })
    };
    let class = move || if value.with(String::is_empty) { "chip" } else { "chip is-set" };
    view! { <MenuButton label items face=move || face.into_any() class/> }.into_any()
}

fn is_picked(value: &str, option: &str) -> bool {
    value.split(',').any(|v| v == option)
}

/// The list with `option` added at the end, or taken out.
fn toggled(value: &str, option: &str) -> String {
    let mut all: Vec<&str> = value.split(',').filter(|v| !v.is_empty()).collect();
    match all.iter().position(|v| *v == option) {
        Some(at) => drop(all.remove(at)),
        None => all.push(option),
    }
    all.join(",")
}

/// "12 of 345"; while not all have arrived also how many have: "345 of 1200 loaded". A list that is loaded again says so
/// beside its figures, once that takes its time.
#[component]
pub fn Count(
    #[prop(into)] shown: Signal<usize>,
    #[prop(into)] total: Signal<usize>,
    /// Number expected in all, while not all have arrived.
    #[prop(optional, into)]
    expected: Signal<Option<u64>>,
    /// While rows that are there are loaded again: how many have come, of how many.
    #[prop(optional, into)]
    reloaded: Signal<Option<(u64, u64)>>,
) -> AnyView {
    let arriving = move || {
        let loaded = total.get() as u64;
        expected
            .get()
            .filter(|all| *all > loaded)
            .map(|all| tf(text::LOADED, &[("count", &count(loaded, Some(all)))]))
    };
    let again = move || {
        let (come, all) = reloaded.get()?;
        Some(tf(text::RELOADED, &[("count", &count(come, Some(all)))]))
    };
    let words = move || {
        let (shown, total) = (shown.get() as u64, total.get() as u64);
        match arriving() {
            Some(arriving) if shown == total => arriving,
            Some(arriving) => format!("{} · {arriving}", count(shown, Some(total))),
            None => count(shown, Some(total)),
        }
    };
    // The figures of a list that is there keep their place and their words while it is loaded again.
    view! {
        <span class="count-again">{again}</span>
        <span class="count" role="status">{words}</span>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_come_and_go() {
        assert_eq!(toggled("", "a"), "a");
        assert_eq!(toggled("a", "b"), "a,b");
        assert_eq!(toggled("a,b", "a"), "b");
        assert_eq!(toggled("a", "a"), "");
        assert!(is_picked("ab,c", "c") && !is_picked("ab,c", "a"));
    }
}
