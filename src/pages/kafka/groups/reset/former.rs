//! Where groups stood before they were moved here: kept until the console is closed.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::apply::Apply;
use super::listing;
use super::plan::Key;
use super::target::TargetForm;
use crate::i18n::{clock, groups as text, plural, tf};
use crate::pages::export;
use crate::prelude::*;
use crate::ui::{Banner, Button, ButtonKind, Tone};

/// Offsets before a reset.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Former {
    /// When the reset began, epoch milliseconds.
    pub at: i64,
    pub offsets: BTreeMap<Key, i64>,
    /// Partitions that had none, and have one now.
    pub without: u64,
}

/// By instance and group.
static KEPT: LazyLock<ArcRwSignal<BTreeMap<(String, String), Former>>> = LazyLock::new(ArcRwSignal::default);

/// Keeps where a group stood. A second try of the same reset does not overwrite what was there before the first.
pub fn keep(instance: &str, group: &str, former: Former) {
    KEPT.update(|kept| drop(kept.insert((instance.to_owned(), group.to_owned()), former)));
}

/// Where the group stood, tracked.
pub fn of(instance: &str, group: &str) -> Option<Former> {
    KEPT.with(|kept| kept.get(&(instance.to_owned(), group.to_owned())).cloned())
}

/// Hands the user the offsets as a file.
pub fn save(group: &str, at: i64, offsets: &BTreeMap<Key, i64>) {
    export::save(&format!("offsets-{group}-{at}.csv"), export::CSV, &listing::write(offsets));
}

/// Offers the way back.
#[component]
pub fn FormerBanner(instance: String, group: String, form: TargetForm, apply: Apply) -> AnyView {
    let of_group = group.clone();
    let former = Memo::new(move |_| of(&instance, &of_group).filter(|_| !apply.is_running()));
    (move || {
        former.get().map(|former| {
            let (saved, group) = (former.clone(), group.clone());
            let undo = former.clone();
            let at = former.at;
            let without = former.without;
            view! {
                <Banner tone=Tone::Info title=move || tf(text::UNDO_INTRO, &[("time", &clock(at))])>
                    {(without > 0).then(|| view! {
                        <p>{move || plural(without, text::UNDO_NO_OFFSET_ONE, text::UNDO_NO_OFFSET_OTHER)}</p>
                    })}
                    <div class="row-wrap">
                        <Button
                            label=text::UNDO
                            kind=ButtonKind::Primary
                            on_click=move |()| {
                                apply.start_over();
                                form.go_to_list(&undo.offsets);
                            }
                        />
                        <Button
                            label=text::SAVE_FORMER
                            on_click=move |()| save(&group, saved.at, &saved.offsets)
                        />
                    </div>
                </Banner>
            }
        })
    })
    .into_any()
}
