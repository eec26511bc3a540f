//! Short messages about what just happened.

use leptos::prelude::*;

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
pub struct Toast {
    pub id: u32,
    pub kind: ToastKind,
    pub title: TextProp,
    pub detail: Option<TextProp>,
    /// Label and address of a link.
    pub link: Option<(TextProp, String)>,
}

/// The messages on show. Get it with [`use_toasts`].
#[derive(Clone, Copy)]
pub struct Toasts(RwSignal<Vec<Toast>>);

/// Makes toasts available below; call once in the shell, which also shows [`ToastRegion`].
pub fn provide_toasts() -> Toasts {
    let toasts = Toasts(RwSignal::new(Vec::new()));
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

    /// Any kind, with a link to what it is about.
    pub fn show(
        self,
        kind: ToastKind,
        title: TextProp,
        detail: Option<TextProp>,
        link: Option<(TextProp, String)>,
    ) {
        let id = super::dom::next_id();
        self.0.try_update(|all| all.push(Toast { id, kind, title, detail, link }));
    }

    /// Takes one away.
    pub fn close(self, id: u32) {
        self.0.try_update(|all| all.retain(|t| t.id != id));
    }
}

/// Where the toasts appear. Once, in the shell.
#[component]
pub fn ToastRegion(toasts: Toasts) -> AnyView {
    let each = move |toast: Toast| view! { <p>{move || toast.title.get()}</p> };
    view! { <div class="toasts" role="status">{move || toasts.0.get().into_iter().map(each).collect_view()}</div> }
        .into_any()
}
