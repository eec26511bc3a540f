//! `/kafka/{instance}/resize`: larger disks, more brokers, or another flavour (K5.3), with what it changes, followed as
//! a task to its end.

mod fields;
mod follow;
mod form;
mod size;

use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::ops::kafka::ShowInstance;

use crate::data::use_query;
use crate::i18n::{core, resize as text, t, tf};
use crate::pages::request_preview::RequestPreview;
use crate::prelude::*;
use crate::routes::{Link, ManagePage, QueryText, Route, use_leave_guard, use_query_signal};
use crate::shell::Failure;
use crate::ui::{
    Banner, Button, ButtonKind, Change, ConfirmDialog, DiffTable, Form, PageHeader, Section, Skeleton, Tone,
};

use fields::Fields;
use follow::Follow;
use form::{ResizeForm, Way};

/// While the instance changes.
const POLL_MS: u32 = 5_000;

/// The resizing of one instance.
#[component]
pub fn ResizePage(instance: String) -> AnyView {
    let op = ShowInstance { instance_id: instance.clone() };
    let query = use_query(move || Some(op.clone())).poll_while(POLL_MS, |i| i.status.is_transient());
    // The id of the task that was begun: a reload goes on following it.
    let task = use_query_signal("task");
    let shown = Memo::new(move |_| query.data());
    let following = Memo::new(move |_| task.get());
    // The form is made from the size that a change has left, once it is there, and keeps what is entered from then on.
    let ready = Memo::new(move |was: Option<&bool>| {
        let settled = shown.with(|i| i.as_ref().is_some_and(|i| !i.status.is_transient()));
        following.with(String::is_empty) && (was == Some(&true) || settled)
    });
    let id = instance.clone();
    let body = move || {
        match (following.get(), ready.get()) {
        (task_id, _) if !task_id.is_empty() => {
            view! { <Follow instance=id.clone() task_id on_end=move |()| query.refresh() on_again=move |()| task.set("")/> }.into_any()
        }
        (_, true) => view! { <Resizing instance=id.clone() shown task/> }.into_any(),
        _ if shown.with(Option::is_some) => {
            view! { <Banner tone=Tone::Info title=text::WAITS/> }.into_any()
        }
        _ if query.loading() => view! { <Skeleton lines=8/> }.into_any(),
        _ => ().into_any(),
    }
    };
    view! {
        <div class="page">
            <PageHeader title=text::TITLE state=move || view! { <span>{move || t(text::INTRO)}</span> }/>
            {move || query.error().map(|failure| {
                view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }
            })}
            {body}
        </div>
    }
    .into_any()
}

/// The form, what changes, the question.
#[component]
fn Resizing(instance: String, shown: Memo<Option<Arc<Instance>>>, task: QueryText) -> AnyView {
    let Some(now) = shown.get_untracked() else { return ().into_any() };
    let form = ResizeForm::new(&now, Way::in_url());
    let asking = RwSignal::new(false);
    let running =
        Memo::new(move |_| shown.with(|i| i.as_ref().is_some_and(|i| i.status == InstanceStatus::Running)));
    let begun = move |task_id: String| {
        asking.set(false);
        task.set(task_id);
    };
    let send = move |()| form.send(begun);
    let changes = Signal::derive(move || form.changes().into_iter().map(line).collect::<Vec<_>>());
    let none = Signal::derive(move || changes.with(Vec::is_empty));
    let blocked = Signal::derive(move || none.get() || !running.get());
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !form.mutation.pending.get()));
    let back = Route::Manage { instance, page: ManagePage::Settings };
    let name = now.name.clone();
    view! {
        {move || (!running.get()).then(|| view! { <Banner tone=Tone::Info title=text::WAITS/> })}
        <Form of=form.state on_submit=move |()| asking.set(!blocked.get_untracked())>
            <div class="page-form">
                <div><Fields form/></div>
                <aside class="page-aside" aria-label=move || t(text::REVIEW)>
                    <Section title=text::REVIEW>
                        <DiffTable changes/>
                        <Notes form/>
                    </Section>
                    <Section title=core::REQUEST>
                        <RequestPreview request=Signal::derive(move || form.request())/>
                    </Section>
                    <div class="row-wrap">
                        <Button
                            label=text::SUBMIT
                            kind=ButtonKind::Primary
                            submit=true
                            busy=form.mutation.pending
                            disabled=blocked
                            tip=text::NOTHING_YET
                        />
                        <Link to=back class=ButtonKind::Secondary.class()>{move || t(core::CANCEL)}</Link>
                    </div>
                    {move || form.mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                </aside>
            </div>
        </Form>
        <ConfirmDialog
            open=asking
            title=move || tf(text::CONFIRM_TITLE, &[("name", &name)])
            action=text::SUBMIT
            harmless=true
            busy=form.mutation.pending
            on_confirm=Callback::new(send)
        >
            <DiffTable changes/>
            <Notes form/>
            {move || form.mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </ConfirmDialog>
    }
    .into_any()
}

fn line(line: size::Line) -> Change {
    Change::new(line.what, line.before, line.after)
}

/// What the change does that its numbers do not say.
#[component]
fn Notes(form: ResizeForm) -> AnyView {
    let notes = move || form.notes().into_iter().map(|msg| view! { <p>{t(msg)}</p> }).collect_view();
    view! { <div class="stack-small resize-notes">{notes}</div> }.into_any()
}
