//! What forms share: the state of each field, checks shown at the right moment, unsaved changes.

mod field_state;
mod form_state;
mod form_view;

pub use field_state::{FieldCheck, FieldState};
pub use form_state::FormState;
pub use form_view::{Form, FormProps};
