//! Looking at the changes before they are made, then the result of each.

use crate::i18n::{Msg, core, plural, t, users as text};
use crate::pages::batch::{self, Batch, BatchResults, BatchWords, Counts, Item, Job};
use crate::prelude::*;
use crate::ui::{Badge, Bound, Button, ButtonKind, Dialog, Tone, use_toasts};

/// The changes before and after, thing by thing, then what became of each.
#[component]
pub fn ReviewDialog(
    open: RwSignal<bool>,
    /// Changed things, one call each. Tracked.
    count: Signal<usize>,
    /// "Change permissions of {n} topic?", and of several.
    title: (Msg, Msg),
    /// What it means for clients.
    note: Msg,
    /// A [`ChangeSection`] for each. Tracked.
    #[prop(into)]
    sections: ViewFn,
    /// What to send, as it is when the user applies it.
    start: Callback<(), (Vec<Item>, Job)>,
    results: BatchWords,
    /// "Permissions of {n} topic changed", and of several.
    toast: (Msg, Msg),
    /// These have been changed.
    on_done: Callback<Vec<String>>,
) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(plural(items.len() as u64, toast.0, toast.1));
        }
        on_done.run(batch::done(&items));
        open.set(false);
    });
    // The results take the place of the review; that cancels nothing.
    let asked = move || open.get() && !batch.shows_results();
    let asking = Bound::new(Signal::derive(asked), move |on: bool| {
        if !on && untrack(asked) {
            open.set(false);
        }
    });
    let apply = move |()| {
        let (items, job) = start.run(());
        batch.start(items, job);
    };
    let footer = move || {
        view! {
            <Button label=core::CANCEL disabled=batch.sending() on_click=move |()| open.set(false)/>
            <Button label=text::APPLY kind=ButtonKind::Primary busy=batch.sending() on_click=apply/>
        }
    };
    let title = move || plural(count.get() as u64, title.0, title.1);
    view! {
        <Dialog open=asking title busy=batch.sending() wide=true footer>
            <p class="muted">{move || t(note)}</p>
            <div class="changes" tabindex="0" role="group" aria-label=move || t(text::REVIEW)>
                {sections.run()}
            </div>
        </Dialog>
        <BatchResults batch words=results/>
    }
    .into_any()
}

/// One changed thing: what it is called, what else happens, the rights before and after.
#[component]
pub fn ChangeSection(
    name: String,
    /// What the change does beyond its rows.
    #[prop(optional_no_strip)]
    warning: Option<TextProp>,
    /// Of what, before, after.
    rows: Vec<(String, TextProp, TextProp)>,
) -> AnyView {
    let warning = warning.map(|words| {
        view! {
            <p class="change-warning"><Badge label="!" tone=Tone::Warn/> {move || words.get()}</p>
        }
    });
    let row = |(of, before, after): (String, TextProp, TextProp)| {
        view! {
            <tr>
                <th scope="row" class="mono">{of}</th>
                <td><del class="diff-before">{move || before.get()}</del></td>
                <td><ins class="diff-after">{move || after.get()}</ins></td>
            </tr>
        }
    };
    view! {
        <section class="change">
            <h3 class="mono">{name}</h3>
            {warning}
            <table class="diff"><tbody>{rows.into_iter().map(row).collect_view()}</tbody></table>
        </section>
    }
    .into_any()
}
