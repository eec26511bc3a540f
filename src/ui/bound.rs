//! A value that its owner keeps: the component reads it here and asks for changes through it.

use crate::prelude::*;

/// Read and write access to a value that may live in a signal, a form or the URL.
///
/// Components take `#[prop(into)] value: Bound<T>`: an `RwSignal<T>` and a
/// [`FieldState<T>`](super::FieldState) convert into it.
pub struct Bound<T: Send + Sync + 'static> {
    get: Signal<T>,
    set: Callback<T>,
}

impl<T: Send + Sync + 'static> Bound<T> {
    /// A value read from `get` and changed by calling `set`.
    pub fn new(get: impl Into<Signal<T>>, set: impl Fn(T) + Send + Sync + 'static) -> Self {
        Self { get: get.into(), set: Callback::new(set) }
    }

    /// The value, tracked.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.get.get()
    }

    /// The value, not tracked.
    pub fn peek(self) -> T
    where
        T: Clone,
    {
        self.get.get_untracked()
    }

    /// Looks at the value in place, tracked.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.get.with(look)
    }

    /// Asks the owner for the new value. Does nothing when the owner is gone.
    pub fn set(self, value: T) {
        let _ = self.set.try_run(value);
    }
}

impl<T: Send + Sync + 'static> Clone for Bound<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> Copy for Bound<T> {}

impl<T: Clone + Send + Sync + 'static> From<RwSignal<T>> for Bound<T> {
    fn from(signal: RwSignal<T>) -> Self {
        // The page may go while an event of it is still on its way.
        Self::new(signal, move |value| {
            signal.try_set(value);
        })
    }
}
