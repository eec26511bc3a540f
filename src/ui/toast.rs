//! Short messages about what just happened.

use std::time::Duration;

use leptos::html;

use super::dom::{hide_popover, show_popover};
use super::{Glyph, Icon, IconButton, Tone};
use crate::i18n::{t, ui as text};
use crate::prelude::*;

/// How long a message stays that is no error.
const STAY: Duration = Duration::from_secs(6);

/// What a toast says about the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastKind {
    Ok,
    Info,
    /// Stays until closed and interrupts a screen reader.
    Error,
}

/// One message.
#[derive(Clone)]
struct Toast {
    id: u32,
    kind: ToastKind,
    title: TextProp,
    detail: Option<TextProp>,
    link: Option<(TextProp, String)>,
}

/// The messages on show. Get it with [`use_toasts`].
#[derive(Clone, Copy)]
pub struct Toasts {
    all: RwSignal<Vec<Toast>>,
    /// Whether the pointer or focus is on them: nothing goes while being read.
    held: RwSignal<bool>,
}

/// Makes toasts available below; call once in the shell, which also shows [`ToastRegion`].
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts { all: RwSignal::new(Vec::new()), held: RwSignal::new(false) };
    provide_context(toasts);
    toasts
}

/// The toasts of the shell. Fetch it before an await, not after.
pub fn use_toasts() -> Toasts {
    use_context().unwrap_or_else(provide_toasts)
}

impl Toasts {
    /// "Topic created."
    pub fn ok(self, title: impl Into<TextProp>) {
        self.show(ToastKind::Ok, title.into(), None, None);
    }

    /// Something worth knowing.
    pub fn info(self, title: impl Into<TextProp>) {
        self.show(ToastKind::Info, title.into(), None, None);
    }

    /// Something failed; stays until closed.
    pub fn error(self, title: impl Into<TextProp>, detail: impl Into<TextProp>) {
        self.show(ToastKind::Error, title.into(), Some(detail.into()), None);
    }

    /// Any kind, with a link (label, address) to what it is about.
    pub fn show(
        self,
        kind: ToastKind,
        title: TextProp,
        detail: Option<TextProp>,
        link: Option<(TextProp, String)>,
    ) {
        let id = super::dom::next_id();
        self.all.try_update(|all| all.push(Toast { id, kind, title, detail, link }));
        if kind != ToastKind::Error {
            self.close_later(id);
        }
    }

    fn close(self, id: u32) {
        self.all.try_update(|all| all.retain(|t| t.id != id));
        self.held.try_set(false);
    }

    fn close_later(self, id: u32) {
        let end = move || match self.held.try_get_untracked() {
            Some(true) => self.close_later(id),
            Some(false) => self.close(id),
            None => {}
        };
        set_timeout(end, STAY);
    }
}

/// Where the toasts appear. Once, in the shell.
#[component]
pub fn ToastRegion(toasts: Toasts) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    // Over everything, also over a dialog that opened meanwhile.
    Effect::new(move |before: Option<usize>| {
        let count = toasts.all.with(Vec::len);
        let Some(region) = node.get() else { return count };
        if before.is_none_or(|before| count > before) || count == 0 {
            hide_popover(&region);
        }
        if count > 0 {
            show_popover(&region);
        }
        count
    });
    let list = move |role: &'static str, errors: bool| {
        let shown = move || {
            toasts
                .all
                .get()
                .into_iter()
                .filter(|t| (t.kind == ToastKind::Error) == errors)
                .collect::<Vec<_>>()
        };
        view! {
            <div class="toast-list" role=role>
                <For each=shown key=|t| t.id let:toast><ToastView toast toasts/></For>
            </div>
        }
    };
    let hold = move |on: bool| toasts.held.set(on);
    view! {
        <div
            class="toasts"
            popover="manual"
            node_ref=node
            role="region"
            aria-label=move || t(text::MESSAGES)
            on:mouseenter=move |_| hold(true)
            on:mouseleave=move |_| hold(false)
            on:focusin=move |_| hold(true)
            on:focusout=move |_| hold(false)
        >
            {list("alert", true)}
            {list("status", false)}
        </div>
    }
    .into_any()
}

#[component]
fn ToastView(toast: Toast, toasts: Toasts) -> AnyView {
    let Toast { id, kind, title, detail, link } = toast;
    let tone = match kind {
        ToastKind::Ok => Tone::Ok,
        ToastKind::Info => Tone::Info,
        ToastKind::Error => Tone::Bad,
    };
    let link = link.map(|(label, href)| view! { <a href=href>{move || label.get()}</a> });
    view! {
        <div class=format!("toast {}", tone.class())>
            <Icon of=tone.glyph()/>
            <div class="toast-text">
                <p class="toast-title">{move || title.get()}</p>
                {detail.map(|detail| view! { <p class="toast-detail">{move || detail.get()}</p> })}
                {link}
            </div>
            <IconButton icon=Glyph::Close label=text::CLOSE on_click=move |()| toasts.close(id)/>
        </div>
    }
    .into_any()
}
