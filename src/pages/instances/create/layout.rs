//! What the three forms that create an instance look like: parts at the left, summary and buttons at the right.

use super::NotCreated;
use super::submit::Submission;
use crate::i18n::instances::create as text;
use crate::i18n::{Msg, core, t};
use crate::prelude::*;
use crate::routes::{Link, Route, use_leave_guard};
use crate::ui::{Button, ButtonKind, Form, FormState, PageHeader};

/// What differs from form to form.
pub struct Parts {
    pub title: Msg,
    /// The line under the title.
    pub state: Msg,
    /// Why the form lacks choices, if it does.
    pub trouble: AnyView,
    /// The form's sections.
    pub sections: AnyView,
    /// What will be created, and by which request.
    pub summary: AnyView,
}

/// The page. Leaving it with something typed asks first, until the instance is on its way.
pub fn page(form: FormState, submission: Submission, parts: Parts, on_submit: Callback<()>) -> AnyView {
    use_leave_guard(Signal::derive(move || form.is_dirty() && !submission.created.get()));
    let state = parts.state;
    view! {
        <div class="page">
            <PageHeader title=parts.title state=move || t(state)/>
            {parts.trouble}
            <Form of=form on_submit>
                <div class="page-form">
                    <div>{parts.sections}</div>
                    <aside class="page-aside create-aside" aria-label=move || t(text::SUMMARY)>
                        <div class="create-summary">
                            {parts.summary}
                            <NotCreated failure=submission.failure/>
                        </div>
                        <div class="row-wrap">
                            <Button label=text::SUBMIT kind=ButtonKind::Primary busy=form.sending submit=true/>
                            <Link to=Route::Instances class=ButtonKind::Secondary.class()>
                                <span class="btn-label">{move || t(core::CANCEL)}</span>
                            </Link>
                        </div>
                    </aside>
                </div>
            </Form>
        </div>
    }
    .into_any()
}
