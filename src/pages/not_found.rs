//! No page has this URL.

use crate::i18n::shell as text;
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::ui::{ButtonKind, EmptyState, Glyph, PageHeader};

/// Any unknown URL.
#[component]
pub fn NotFoundPage() -> AnyView {
    view! {
        <div class="page">
            <PageHeader title=text::NOT_FOUND/>
            <EmptyState title=text::NOT_FOUND_TEXT icon=Glyph::Search>
                <Link to=Route::Instances class=ButtonKind::Primary.class()>
                    {move || crate::i18n::t(text::TO_INSTANCES)}
                </Link>
            </EmptyState>
        </div>
    }
    .into_any()
}
