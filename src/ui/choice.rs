//! One option of a select, radio group, filter or combobox.

use crate::prelude::TextProp;

/// A value and how it is called.
#[derive(Clone, Debug)]
pub struct Choice {
    pub value: String,
    pub label: TextProp,
    /// A second line or a remark at the right.
    pub hint: Option<TextProp>,
    pub disabled: bool,
    /// Stays in the list whatever is typed.
    pub pinned: bool,
}

impl Choice {
    /// An option that can be picked.
    pub fn new(value: impl Into<String>, label: impl Into<TextProp>) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, disabled: false, pinned: false }
    }

    /// An option called like its value.
    pub fn plain(value: impl Into<String>) -> Self {
        let value = value.into();
        Self::new(value.clone(), value)
    }

    /// Adds a remark.
    pub fn hint(mut self, hint: impl Into<TextProp>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Keeps the option in a list that is narrowed by typing: a way out where nothing else fits.
    pub fn pinned(mut self) -> Self {
        self.pinned = true;
        self
    }

    /// Shows the option but does not let it be picked.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }
}
