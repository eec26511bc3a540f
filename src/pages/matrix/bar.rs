//! What is selected, what has been changed, and what to do with both.

use super::Board;
use crate::i18n::{plural, t, tf, users as text};
use crate::prelude::*;
use crate::ui::{Button, ButtonKind, MenuButton, MenuItem};

/// Shows while something is ticked or changed.
#[component]
pub fn EditBar(
    board: Board,
    /// What the ticked cells can all become.
    items: Callback<(), Vec<MenuItem>>,
    /// How many cells have been changed.
    changes: Memo<u64>,
    on_discard: Callback<()>,
    on_review: Callback<()>,
) -> AnyView {
    let selected = move || {
        let (things, users) =
            (board.picked_rows.with(|picked| picked.len()), board.picked_columns.with(|p| p.len()));
        (things > 0 || users > 0).then_some((things, users))
    };
    let both = Signal::derive(move || selected().is_none_or(|(things, users)| things == 0 || users == 0));
    let shown = Memo::new(move |_| selected().is_some() || changes.get() > 0);
    let words = move || {
        let selection = selected()
            .map(|(things, users)| tf(board.words.selection, &[("topics", &things), ("users", &users)]));
        let changed =
            (changes.get() > 0).then(|| plural(changes.get(), text::CHANGES_ONE, text::CHANGES_OTHER));
        selection.into_iter().chain(changed).collect::<Vec<_>>().join(" · ")
    };
    (move || {
        shown.get().then(|| {
            view! {
                <div class="edit-bar" role="region" aria-label=move || t(text::CHANGED)>
                    <span class="selection-count" role="status">{words}</span>
                    <MenuButton label=text::SET_SELECTED items=move |()| items.run(()) disabled=both/>
                    {move || (changes.get() > 0).then(|| view! {
                        <Button label=text::DISCARD on_click=on_discard/>
                        <Button label=text::REVIEW kind=ButtonKind::Primary on_click=on_review/>
                    })}
                </div>
            }
        })
    })
    .into_any()
}
