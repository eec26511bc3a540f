//! What a form starts from.

use std::sync::Arc;

use crate::data::Query;
use crate::prelude::*;

/// The first answer that comes after now, and then always this one: a form is not rewritten under its user. What was
/// kept from earlier is not used, since "before" in a review has to be true.
pub fn fresh<T: Send + Sync + 'static>(query: Query<T>) -> Memo<Option<Arc<T>>> {
    let kept = RwSignal::new(None::<Arc<T>>);
    query.refresh();
    Effect::new(move |_| {
        if kept.with_untracked(Option::is_none) && !query.refreshing() && query.error().is_none() {
            kept.set(query.data());
        }
    });
    Memo::new_with_compare(
        move |_| kept.get(),
        |old, new| !matches!((old, new), (Some(Some(a)), Some(Some(b))) if Arc::ptr_eq(a, b)),
    )
}
