//! The state of a whole form.

use std::sync::Arc;

use super::FieldState;
use crate::prelude::*;

type Ask = Arc<dyn Fn() -> bool + Send + Sync>;

/// The fields of a form together: are they right, have they changed, is the form being sent.
#[derive(Clone, Copy)]
pub struct FormState {
    /// Whether the request is on its way: the submit button is disabled only then.
    pub sending: RwSignal<bool>,
    submitted: RwSignal<bool>,
    dirty: StoredValue<Vec<Ask>>,
    wrong: StoredValue<Vec<Ask>>,
}

impl Default for FormState {
    fn default() -> Self {
        Self::new()
    }
}

impl FormState {
    /// A form without fields.
    pub fn new() -> Self {
        Self {
            sending: RwSignal::new(false),
            submitted: RwSignal::new(false),
            dirty: StoredValue::new(Vec::new()),
            wrong: StoredValue::new(Vec::new()),
        }
    }

    /// Adds a field. `check` returns the message for a value that cannot be sent.
    pub fn field<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        initial: T,
        check: impl Fn(&T) -> Option<String> + Send + Sync + 'static,
    ) -> FieldState<T> {
        let field = FieldState::new(initial, self.submitted.into(), check);
        self.dirty.update_value(|all| all.push(Arc::new(move || field.is_dirty())));
        self.wrong.update_value(|all| all.push(Arc::new(move || field.problem().is_some())));
        field
    }

    /// Adds a text field.
    pub fn text(
        self,
        initial: impl Into<String>,
        check: impl Fn(&str) -> Option<String> + Send + Sync + 'static,
    ) -> FieldState {
        self.field(initial.into(), move |raw: &String| check(raw))
    }

    /// Adds a field of which any value can be sent.
    pub fn free<T: Clone + PartialEq + Send + Sync + 'static>(self, initial: T) -> FieldState<T> {
        self.field(initial, |_| None)
    }

    /// Whether something has changed and is not being sent: for the guard of unsaved changes. Tracked.
    pub fn is_dirty(self) -> bool {
        self.dirty.with_value(|all| all.iter().any(|ask| ask()))
    }

    /// Whether every field can be sent. Tracked.
    pub fn is_valid(self) -> bool {
        self.wrong.with_value(|all| !all.iter().any(|ask| ask()))
    }

    /// Shows every error from now on; whether there is none.
    pub fn submit(self) -> bool {
        self.submitted.set(true);
        untrack(|| self.is_valid())
    }
}
