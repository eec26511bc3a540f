//! What is seen while a chunk is on its way, and when it does not come.

use super::{AnyChunk, State};
use crate::i18n::{shell as text, t};
use crate::prelude::*;
use crate::ui::{Bound, Button, ButtonKind, Dialog, EmptyState, Glyph, Skeleton};

/// Makes the view of a part; `None` while its chunk is not there.
pub type Part = Box<dyn FnOnce() -> Option<AnyView> + Send>;

/// Fetches the chunk and shows `meanwhile` until the part can be shown.
pub fn until_here(chunk: AnyChunk, part: Part, meanwhile: fn(AnyChunk) -> AnyView) -> AnyView {
    // One that failed to come ahead of time deserves another try now that it is wanted.
    chunk.fetch();
    let here = Memo::new(move |_| chunk.state() == State::Here);
    let mut part = Some(part);
    let view = move || match part.take_if(|_| here.get()) {
        // What the part reads while it is made is no reason to make it again.
        Some(part) => untrack(part).unwrap_or_else(|| ().into_any()),
        None => meanwhile(chunk),
    };
    view.into_any()
}

/// Shows what `make` gives, from the first time that it is wanted.
pub fn from_first(wanted: Signal<bool>, mut make: Box<dyn FnMut() -> Option<AnyView> + Send>) -> AnyView {
    let ever = Memo::new(move |was| was == Some(&true) || wanted.get());
    let view = move || if ever.get() { untrack(&mut make) } else { None };
    view.into_any()
}

/// A skeleton where the page will be, which shows only if it takes long enough to be noticed.
pub fn in_place(chunk: AnyChunk) -> AnyView {
    let failed = Memo::new(move |_| chunk.state() == State::Failed);
    let view = move || match failed.get() {
        true => view! {
            <EmptyState title=text::PART_TITLE text=text::PART_TEXT icon=Glyph::Warning>
                <Ways chunk/>
            </EmptyState>
        }
        .into_any(),
        false => view! { <div class="page late"><Skeleton lines=8/></div> }.into_any(),
    };
    view! { <div role="alert">{view}</div> }.into_any()
}

/// Nothing, or a dialog that says what is wrong.
pub fn in_a_dialog(chunk: AnyChunk) -> AnyView {
    let closed = RwSignal::new(false);
    let failed = Signal::derive(move || chunk.state() == State::Failed && !closed.get());
    let open = Bound::new(failed, move |open: bool| closed.set(!open));
    view! {
        <Dialog open title=text::PART_TITLE footer=move || view! { <Ways chunk/> }>
            <p>{move || t(text::PART_TEXT)}</p>
        </Dialog>
    }
    .into_any()
}

/// Try again, which helps after an outage, or reload, which helps when the console has been updated meanwhile.
#[component]
fn Ways(chunk: AnyChunk) -> AnyView {
    let reload = |()| drop(window().location().reload());
    view! {
        <Button
            label=crate::i18n::core::RETRY
            icon=Glyph::Refresh
            kind=ButtonKind::Primary
            on_click=move |()| chunk.fetch()
        />
        <Button label=text::RELOAD on_click=reload/>
    }
    .into_any()
}
