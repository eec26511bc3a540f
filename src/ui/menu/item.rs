//! What stands in a menu.

use std::sync::Arc;

use crate::prelude::*;
use crate::ui::Glyph;

/// What picking an item does.
#[derive(Clone)]
pub enum MenuAction {
    // No `Callback`: those made in an event handler die with the element that had it.
    Run(Arc<dyn Fn() + Send + Sync>),
    /// Goes to an address.
    Go(String),
}

/// One item of a menu.
#[derive(Clone)]
pub struct MenuItem {
    pub label: TextProp,
    pub icon: Option<Glyph>,
    pub action: MenuAction,
    /// Destroys something.
    pub danger: bool,
    /// Cannot be picked; the text says why.
    pub disabled: Option<TextProp>,
    /// A line above.
    pub separated: bool,
    /// For items that can be on or off.
    pub checked: Option<bool>,
    /// The menu stays open: for picking several.
    pub stays: bool,
}

impl MenuItem {
    /// An item that does something.
    pub fn new(label: impl Into<TextProp>, run: impl Fn() + Send + Sync + 'static) -> Self {
        Self::with(label.into(), MenuAction::Run(Arc::new(run)))
    }

    /// An item that is a link.
    pub fn link(label: impl Into<TextProp>, href: impl Into<String>) -> Self {
        Self::with(label.into(), MenuAction::Go(href.into()))
    }

    fn with(label: TextProp, action: MenuAction) -> Self {
        let (icon, disabled, checked) = (None, None, None);
        Self { label, icon, action, danger: false, disabled, separated: false, checked, stays: false }
    }

    /// Adds an icon.
    pub fn icon(mut self, icon: Glyph) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Marks it as destructive.
    pub fn danger(mut self) -> Self {
        self.danger = true;
        self
    }

    /// Draws a line above.
    pub fn separated(mut self) -> Self {
        self.separated = true;
        self
    }

    /// Disables it where there is a reason.
    pub fn disabled(mut self, reason: Option<TextProp>) -> Self {
        self.disabled = reason;
        self
    }

    /// Shows a tick where on.
    pub fn checked(mut self, on: bool) -> Self {
        self.checked = Some(on);
        self
    }

    /// Keeps the menu open after picking.
    pub fn stays(mut self) -> Self {
        self.stays = true;
        self
    }
}
