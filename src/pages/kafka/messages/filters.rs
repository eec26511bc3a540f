//! The bar of filters on what is loaded: search box, conditions, field columns.

use leptos::ev::SubmitEvent;

use super::columns::{FIELD_IDS, paths};
use super::filter::{Condition, Filter, NoCondition};
use crate::i18n::{messages as text, t, tf};
use crate::prelude::*;
use crate::routes::QueryText;
use crate::ui::{Glyph, IconButton, TextInput};

/// Where filters live: in the address, one condition or path per line.
#[derive(Clone, Copy)]
pub struct Filters {
    pub search: QueryText,
    pub conditions: QueryText,
    pub fields: QueryText,
    /// The table's own columns, where they were chosen by hand.
    pub columns: QueryText,
}

impl Filters {
    /// Adds a condition, unless it is there.
    pub fn add(self, condition: &str) {
        self.conditions.set(with_line(&self.conditions.get_untracked(), condition));
    }

    /// Adds a column for a path, or takes it away. Columns chosen by hand stay chosen, and a new one joins them.
    pub fn toggle_field(self, path: &str) {
        let now = self.fields.get_untracked();
        let is_there = now.lines().any(|line| line == path);
        let shown = paths(&now);
        if !is_there && shown.len() >= FIELD_IDS.len() {
            return;
        }
        let gone = shown.iter().position(|(text, _)| text == path);
        self.columns.set(columns_after(&self.columns.get_untracked(), shown.len(), gone));
        self.fields.set(if is_there { without_line(&now, path) } else { with_line(&now, path) });
    }

    /// Whether a path has a column.
    pub fn has_field(self, path: &str) -> bool {
        self.fields.get_untracked().lines().any(|line| line == path)
    }

    /// What the search box and the conditions let through. Tracked.
    pub fn filter(self) -> Filter {
        Filter::new(&self.search.get(), &self.conditions.get())
    }

    /// Takes every filter away.
    pub fn clear(self) {
        self.search.set("");
        self.conditions.set("");
    }
}

fn with_line(all: &str, line: &str) -> String {
    let others = all.lines().filter(|l| *l != line);
    others.chain([line]).collect::<Vec<_>>().join("\n")
}

fn without_line(all: &str, line: &str) -> String {
    all.lines().filter(|l| *l != line).collect::<Vec<_>>().join("\n")
}

/// The columns chosen (`""` for the usual ones) once field `gone` of `count` is taken away, or one more has come.
/// Fields are numbered, so those behind one that goes move up.
fn columns_after(chosen: &str, count: usize, gone: Option<usize>) -> String {
    if chosen.is_empty() {
        return String::new();
    }
    let ids: Vec<&str> = chosen.split(',').collect();
    let mut fields: Vec<bool> = FIELD_IDS.iter().take(count).map(|id| ids.contains(id)).collect();
    match gone {
        Some(at) if at < fields.len() => drop(fields.remove(at)),
        Some(_) => {}
        None => fields.push(true),
    }
    let others = ids.into_iter().filter(|id| !FIELD_IDS.contains(id));
    let kept = FIELD_IDS.into_iter().zip(fields).filter(|(_, on)| *on).map(|(id, _)| id);
    others.chain(kept).collect::<Vec<_>>().join(",")
}

/// The field that takes a condition.
#[component]
pub fn AddFilter(filters: Filters) -> AnyView {
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<NoCondition>);
    // What is being changed is not wrong any more.
    Effect::new(move |_| {
        typed.track();
        problem.set(None);
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if typed.with_untracked(|text| text.trim().is_empty()) {
            return;
        }
        match Condition::parse(&typed.get_untracked()) {
            Ok(condition) => {
                filters.add(&condition.text);
                typed.set(String::new());
                problem.set(None);
            }
            Err(why) => problem.set(Some(why)),
        }
    };
    let said = move || {
        problem.get().map(|why| match why {
            NoCondition::NoTest => t(text::BAD_FILTER).to_owned(),
            NoCondition::Path(bad) => tf(text::BAD_PATH, &[("at", &(bad.at + 1))]),
        })
    };
    view! {
        <form class="add-filter" on:submit=submit title=move || t(text::FILTER_HINT)>
            <TextInput
                value=typed
                label=text::FILTER
                placeholder=text::FILTER_PLACEHOLDER
                mono=true
                icon=Glyph::Filter
            />
            <button type="submit" class="icon-btn" aria-label=move || t(text::ADD_FILTER)>
                <crate::ui::Icon of=Glyph::Plus/>
            </button>
            <span class="add-filter-said" role="status">{said}</span>
        </form>
    }
    .into_any()
}

/// The conditions and the field columns, each with a button that takes it away.
#[component]
pub fn FilterChips(filters: Filters) -> AnyView {
    let chip = |line: String, name: crate::i18n::Msg, remove: Callback<String>| {
        let (label, gone) = (line.clone(), line.clone());
        view! {
            <span class="filter-chip">
                <span class="mono">{line}</span>
                <IconButton
                    icon=Glyph::Close
                    label=move || tf(name, &[("text", &label)])
                    on_click=move |()| remove.run(gone.clone())
                />
            </span>
        }
        .into_any()
    };
    let forget = Callback::new(move |line: String| {
        filters.conditions.set(without_line(&filters.conditions.get_untracked(), &line));
    });
    let hide = Callback::new(move |line: String| filters.toggle_field(&line));
    let conditions = move || {
        let all = filters.conditions.get();
        all.lines().map(|line| chip(line.to_owned(), text::REMOVE_FILTER, forget)).collect_view()
    };
    let fields = move || {
        let all = filters.fields.get();
        (!all.is_empty()).then(|| {
            let chips =
                all.lines().map(|line| chip(line.to_owned(), text::REMOVE_COLUMN, hide)).collect_view();
            view! { <span class="muted">{move || t(text::FIELD_COLUMNS)}</span> {chips} }
        })
    };
    let any = move || !filters.conditions.get().is_empty() || !filters.fields.get().is_empty();
    let shown = Memo::new(move |_| any());
    (move || shown.get().then(|| view! { <div class="filter-chips">{conditions} {fields}</div> })).into_any()
}

#[cfg(test)]
mod tests {
    use super::columns_after;

    #[test]
    fn a_new_field_joins_columns_chosen_by_hand() {
        assert_eq!(columns_after("", 1, None), "", "the usual columns have every field");
        assert_eq!(columns_after("time,body", 0, None), "time,body,field-1");
        assert_eq!(columns_after("time,field-2", 2, None), "time,field-2,field-3");
    }

    #[test]
    fn fields_behind_one_that_goes_move_up() {
        assert_eq!(columns_after("time,field-1,field-3", 3, Some(1)), "time,field-1,field-2");
        assert_eq!(columns_after("time,field-2", 2, Some(1)), "time");
        assert_eq!(columns_after("time", 0, Some(7)), "time");
    }
}
