//! The state of one field.

use crate::prelude::*;
use crate::ui::Bound;

/// What the frame of a field needs, whatever type the value has.
#[derive(Clone, Copy)]
pub struct FieldCheck {
    /// The message to show now, if any.
    pub error: Signal<Option<String>>,
    /// Whether the user has left the field once.
    pub touched: RwSignal<bool>,
}

/// One field of a form: its value (for text fields the raw text as typed), whether the user has been there, what
/// is wrong with it.
pub struct FieldState<T: Send + Sync + 'static = String> {
    pub value: RwSignal<T>,
    pub touched: RwSignal<bool>,
    initial: RwSignal<T>,
    problem: Signal<Option<String>>,
    rejected: RwSignal<Option<(T, String)>>,
    error: Signal<Option<String>>,
}

impl<T: Send + Sync + 'static> Clone for FieldState<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for FieldState<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> FieldState<T> {
    /// `check` says what is wrong with a value, in the user's language; it may read other signals.
    /// Its message shows once the user has left the field or `submitted` is set.
    pub fn new(
        initial: T,
        submitted: Signal<bool>,
        check: impl Fn(&T) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        let value = RwSignal::new(initial.clone());
        let touched = RwSignal::new(false);
        let rejected = RwSignal::new(None::<(T, String)>);
        let problem = Signal::derive(move || value.with(&check));
        let error = Signal::derive(move || {
            let shown = touched.get() || submitted.get();
            if let Some(problem) = shown.then(|| problem.get()).flatten() {
                return Some(problem);
            }
            // What the server said holds for the value it was said of.
            rejected.with(|r| r.as_ref().filter(|(at, _)| value.with(|v| v == at)).map(|(_, m)| m.clone()))
        });
        Self { value, touched, initial: RwSignal::new(initial), problem, rejected, error }
    }

    /// The value, tracked.
    pub fn get(self) -> T {
        self.value.get()
    }

    /// Replaces the value as if the user had typed it.
    pub fn set(self, value: T) {
        self.value.set(value);
    }

    /// What is wrong with the value, shown or not. Tracked.
    pub fn problem(self) -> Option<String> {
        self.problem.get()
    }

    /// The message shown now. Tracked.
    pub fn error(self) -> Signal<Option<String>> {
        self.error
    }

    /// Shows what the server said about this value; it goes when the value changes.
    pub fn reject(self, message: impl Into<String>) {
        self.rejected.set(Some((self.value.get_untracked(), message.into())));
    }

    /// Whether the value differs from the initial one. Tracked.
    pub fn is_dirty(self) -> bool {
        self.value.with(|v| self.initial.with(|i| v != i))
    }

    /// The value to start from, tracked: for "before → after".
    pub fn initial(self) -> T {
        self.initial.get()
    }

    /// Starts over from `value`: after loading or saving.
    pub fn restart(self, value: T) {
        self.initial.set(value.clone());
        self.value.set(value);
        self.touched.set(false);
        self.rejected.set(None);
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> From<FieldState<T>> for Bound<T> {
    fn from(field: FieldState<T>) -> Self {
        field.value.into()
    }
}

impl<T: Send + Sync + 'static> From<FieldState<T>> for FieldCheck {
    fn from(field: FieldState<T>) -> Self {
        Self { error: field.error, touched: field.touched }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::FormState;

    fn form() -> (Owner, FormState, FieldState) {
        let owner = Owner::new();
        let (form, field) = owner.with(|| {
            let form = FormState::new();
            (form, form.text("orders", |raw| raw.is_empty().then(|| "Required".to_owned())))
        });
        owner.set();
        (owner, form, field)
    }

    #[test]
    fn errors_wait_until_the_user_has_left_the_field() {
        let (_owner, _, field) = form();
        field.set(String::new());
        assert_eq!(field.error().get(), None);
        field.touched.set(true);
        assert_eq!(field.error().get().as_deref(), Some("Required"));
        field.set("x".to_owned());
        assert_eq!(field.error().get(), None);
    }

    #[test]
    fn sending_shows_every_error() {
        let (_owner, form, field) = form();
        assert!(form.submit());
        field.set(String::new());
        assert!(!form.submit());
        assert_eq!(field.error().get().as_deref(), Some("Required"));
    }

    #[test]
    fn what_the_server_said_goes_when_the_value_changes_and_comes_back_with_it() {
        let (_owner, _, field) = form();
        field.reject("Exists already");
        assert_eq!(field.error().get().as_deref(), Some("Exists already"));
        field.set("orders2".to_owned());
        assert_eq!(field.error().get(), None);
        field.set("orders".to_owned());
        assert_eq!(field.error().get().as_deref(), Some("Exists already"));
    }

    #[test]
    fn a_form_is_dirty_until_it_is_as_it_was_or_saved() {
        let (_owner, form, field) = form();
        assert!(!form.is_dirty());
        field.set("orders2".to_owned());
        assert!(form.is_dirty());
        field.set("orders".to_owned());
        assert!(!form.is_dirty());
        field.restart("saved".to_owned());
        assert!(!form.is_dirty());
    }
}
