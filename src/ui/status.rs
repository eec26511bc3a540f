//! States: always an icon and a word, never colour alone.

use super::{Glyph, Icon};
use crate::prelude::*;

/// What a state means for the user.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    Ok,
    /// Changing by itself.
    Busy,
    Warn,
    Bad,
    /// Off, unknown, not relevant.
    #[default]
    Idle,
    /// Worth noticing, neither good nor bad.
    Info,
}

impl Tone {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Ok => "tone-ok",
            Self::Busy => "tone-busy",
            Self::Warn => "tone-warn",
            Self::Bad => "tone-bad",
            Self::Idle => "tone-idle",
            Self::Info => "tone-info",
        }
    }

    pub(crate) const fn glyph(self) -> Glyph {
        match self {
            Self::Ok => Glyph::CircleCheck,
            Self::Busy => Glyph::Spinner,
            Self::Warn => Glyph::Warning,
            Self::Bad => Glyph::CircleX,
            Self::Idle => Glyph::Circle,
            Self::Info => Glyph::Info,
        }
    }
}

/// The state of a thing: icon and word.
#[component]
pub fn Status(#[prop(into)] tone: Signal<Tone>, #[prop(into)] label: TextProp) -> AnyView {
    view! {
        <span class=move || format!("status {}", tone.get().class())>
            {move || view! { <Icon of=tone.get().glyph()/> }}
            <span>{move || label.get()}</span>
        </span>
    }
    .into_any()
}

/// A small label: an engine, a version, a tag.
#[component]
pub fn Badge(#[prop(into)] label: TextProp, #[prop(optional)] tone: Tone) -> AnyView {
    view! { <span class=format!("badge {}", tone.class())>{move || label.get()}</span> }.into_any()
}
