//! What the search finds.

use crate::i18n::{Msg, search as text};
use crate::ui::Glyph;

/// A kind of results, in the order in which equally good ones stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// What happened to the message whose id was typed.
    Trace,
    Page,
    Instance,
    Topic,
    Group,
    User,
}

impl Kind {
    pub fn word(self) -> Msg {
        match self {
            Self::Trace | Self::Page => text::PAGE,
            Self::Instance => text::INSTANCE,
            Self::Topic => text::TOPIC,
            Self::Group => text::GROUP,
            Self::User => text::USER,
        }
    }

    pub fn glyph(self) -> Glyph {
        match self {
            Self::Trace => Glyph::Activity,
            Self::Page => Glyph::ArrowRight,
            Self::Instance => Glyph::Instance,
            Self::Topic => Glyph::Topic,
            Self::Group => Glyph::Rows,
            Self::User => Glyph::User,
        }
    }
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub kind: Kind,
    pub name: String,
    /// The instance it belongs to, or the engine of an instance; may be empty.
    pub beside: String,
    /// The address of its page, with the base.
    pub href: String,
}
