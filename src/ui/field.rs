//! The frame of a form field: label, hint, error, and how the control inside learns of them.

use leptos::context::Provider;

use super::dom::{after_press, flag, next_id};
use super::form::FieldCheck;
use super::{Glyph, Icon};
use crate::i18n::{t, ui as text};
use crate::prelude::*;

/// What a control inside a [`Field`] needs to know of it.
#[derive(Clone, Copy)]
pub(crate) struct FieldContext {
    id: u32,
    has_hint: bool,
    required: bool,
    check: Option<FieldCheck>,
}

/// The attributes of a control, from the [`Field`] around it or from its own label.
#[derive(Clone)]
pub(crate) struct Control {
    id: u32,
    field: Option<FieldContext>,
    label: Option<TextProp>,
}

impl Control {
    /// Reads the field around the control; `label` names it where there is none.
    pub fn new(label: Option<TextProp>) -> Self {
        let field = use_context::<FieldContext>();
        Self { id: field.map_or_else(next_id, |f| f.id), field, label }
    }

    pub fn id(&self) -> String {
        format!("f{}", self.id)
    }

    /// For groups, which a `<label for>` cannot name.
    pub fn labelled_by(&self) -> Option<String> {
        self.field.map(|f| format!("f{}-label", f.id))
    }

    pub fn aria_label(&self) -> Option<impl Fn() -> String + Clone + Send + Sync + 'static> {
        self.label.clone().map(|label| move || label.get().to_string())
    }

    pub fn described_by(&self) -> impl Fn() -> Option<String> + Clone + Send + Sync + 'static {
        let field = self.field;
        move || {
            let field = field?;
            let invalid = field.check.is_some_and(|c| c.error.with(Option::is_some));
            match (field.has_hint, invalid) {
                (true, true) => Some(format!("f{0}-error f{0}-hint", field.id)),
                (true, false) => Some(format!("f{}-hint", field.id)),
                (false, true) => Some(format!("f{}-error", field.id)),
                (false, false) => None,
            }
        }
    }

    pub fn invalid(&self) -> impl Fn() -> Option<&'static str> + Clone + Send + Sync + 'static {
        let check = self.field.and_then(|f| f.check);
        move || flag(check.is_some_and(|c| c.error.with(Option::is_some)))
    }

    pub fn required(&self) -> Option<&'static str> {
        flag(self.field.is_some_and(|f| f.required))
    }

    /// Whether errors may show: the user has been here, or has tried to send.
    pub fn shows_errors(&self) -> impl Fn() -> bool + Clone + Send + Sync + 'static {
        let check = self.field.and_then(|f| f.check);
        move || check.is_some_and(|c| c.touched.get() || c.error.with(Option::is_some))
    }

    /// The user has been here: from now on errors may show.
    pub fn touch(&self) {
        if let Some(check) = self.field.and_then(|f| f.check) {
            after_press(move || {
                check.touched.try_set(true);
            });
        }
    }
}

/// Label, control, hint and error of one form field.
///
/// `of` takes a [`FieldState`](super::FieldState) (or its `check`); without it the field has no errors.
#[component]
pub fn Field(
    #[prop(into)] label: TextProp,
    #[prop(optional, into)] of: Option<FieldCheck>,
    #[prop(optional, into)] hint: Option<TextProp>,
    #[prop(optional)] required: bool,
    /// The control is a group (radio buttons, tags): it names itself by the label.
    #[prop(optional)]
    group: bool,
    children: Children,
) -> AnyView {
    let id = next_id();
    let context = FieldContext { id, has_hint: hint.is_some(), required, check: of };
    // A provider, so that the next field does not find this one's context.
    let control = view! { <Provider value=context>{children()}</Provider> };
    let mark = (!required).then(|| view! { <span class="field-optional">{move || t(text::OPTIONAL)}</span> });
    let name = view! { <span>{move || label.get()}</span> {mark} };
    let label_id = format!("f{id}-label");
    let heading = if group {
        view! { <div class="field-label" id=label_id>{name}</div> }.into_any()
    } else {
        view! { <label class="field-label" id=label_id for=format!("f{id}")>{name}</label> }.into_any()
    };
    let error = of.map(|check| {
        move || {
            check.error.get().map(|message| {
                view! {
                    <p class="field-error" id=format!("f{id}-error")>
                        <Icon of=Glyph::Warning/>
                        {message}
                    </p>
                }
            })
        }
    });
    let hint = hint.map(|hint| {
        view! { <p class="field-hint" id=format!("f{id}-hint")>{move || hint.get()}</p> }
    });
    view! { <div class="field">{heading} {control} {error} {hint}</div> }.into_any()
}
