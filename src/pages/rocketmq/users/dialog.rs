//! Creating a user, and changing one: a form, for a change then a review, then the request.

use dms_api::models::rocketmq::User;
use dms_api::ops::rocketmq::{CreateUser, ModifyUser, ShowUser};

use super::fields::UserFields;
use super::form::UserForm;
use super::source::{Things, Users};
use crate::data::{Mutation, use_mutation, use_query};
use crate::i18n::instances::detail as edit_text;
use crate::i18n::{core, rocketmq::users as text, t, tf};
use crate::pages::rocketmq::fresh;
use crate::prelude::*;
use crate::routes::use_leave_guard;
use crate::shell::Failure;
use crate::ui::{Bound, Button, ButtonKind, Dialog, DiffTable, Form, Skeleton, use_toasts};

/// Whom the dialog is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    New,
    /// The user of this name.
    User(String),
}

/// What the dialogs need of their page. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Editing {
    instance: StoredValue<String>,
    users: Users,
    things: Things,
    /// Open while there is one.
    pub about: RwSignal<Option<About>>,
    mutation: Mutation,
}

impl Editing {
    /// Nothing being edited yet.
    pub fn new(instance: &str, users: Users, things: Things) -> Self {
        Self {
            instance: StoredValue::new(instance.to_owned()),
            users,
            things,
            about: RwSignal::new(None),
            mutation: use_mutation(),
        }
    }

    /// Opens the form for a new user.
    pub fn create(self) {
        self.about.set(Some(About::New));
    }

    /// Opens the form of a user.
    pub fn edit(self, name: &str) {
        self.about.set(Some(About::User(name.to_owned())));
    }

    fn close(self) {
        self.about.try_set(None);
        self.mutation.failure.try_set(None);
    }
}

/// The dialog; once per page.
#[component]
pub fn UserDialog(editing: Editing) -> AnyView {
    let Editing { about, mutation, .. } = editing;
    let open = Bound::new(Signal::derive(move || about.with(Option::is_some)), move |on: bool| {
        if !on {
            editing.close();
        }
    });
    let title = move || match about.get() {
        Some(About::User(name)) => tf(text::EDIT_TITLE, &[("name", &name)]),
        _ => t(text::CREATE_TITLE).to_owned(),
    };
    view! {
        <Dialog open title busy=mutation.pending wide=true>
            {move || match about.get() {
                Some(About::User(name)) => view! { <Loaded editing name/> }.into_any(),
                Some(About::New) => view! { <UserEditor editing before=None/> }.into_any(),
                None => ().into_any(),
            }}
        </Dialog>
    }
    .into_any()
}

/// The user is asked for anew: what is sent replaces all of it.
#[component]
fn Loaded(editing: Editing, name: String) -> AnyView {
    let op = ShowUser { instance_id: editing.instance.get_value(), user_name: name };
    let query = use_query(move || Some(op.clone()));
    let first = fresh(query);
    // A change that is refused asks anew: that must not make the form anew.
    let error = Memo::new(move |_| if first.with(Option::is_none) { query.error() } else { None });
    (move || match (first.get(), error.get()) {
        (Some(user), _) => view! { <UserEditor editing before=Some((*user).clone())/> }.into_any(),
        (None, Some(failure)) => {
            view! { <Failure failure retry=Callback::new(move |()| query.refresh())/> }.into_any()
        }
        (None, None) => view! { <Skeleton lines=6/> }.into_any(),
    })
    .into_any()
}

/// Made anew each time, so that no key outlives it.
#[component]
fn UserEditor(editing: Editing, #[prop(optional_no_strip)] before: Option<User>) -> AnyView {
    let Editing { instance, users, things, mutation, .. } = editing;
    let name = before.as_ref().map(|user| user.access_key.clone());
    let form = UserForm::new(users, before.as_ref());
    let changing = before.is_some();
    let reviewing = RwSignal::new(false);
    let toasts = use_toasts();
    use_leave_guard(Signal::derive(move || form.state.is_dirty() && !mutation.pending.get()));
    let send = Callback::new(move |()| {
        let body = untrack(|| form.body());
        let done = move |name: String, msg| {
            toasts.ok(tf(msg, &[("name", &name)]));
            editing.close();
        };
        let instance_id = instance.get_value();
        match name.clone() {
            Some(name) => {
                let op = ModifyUser { instance_id, user_name: name.clone(), body };
                mutation.run(op, move |_| done(name, text::SAVED_TOAST));
            }
            None => {
                let name = body.access_key.clone();
                mutation.run(CreateUser { instance_id, body }, move |_| done(name, text::CREATED_TOAST));
            }
        }
    });
    Effect::new(move || {
        if let Some(failure) = mutation.failure.get() {
            form.reject(&failure);
        }
    });
    let submit = move |()| if changing { reviewing.set(true) } else { send.run(()) };
    // The fields stay while the review shows: going back finds everything as it was typed.
    view! {
        <div hidden=move || reviewing.get()>
            <Form of=form.state on_submit=submit>
                <UserFields form things editing=changing/>
                {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                <div class="dialog-foot">
                    <Button label=core::CANCEL disabled=mutation.pending on_click=move |()| editing.close()/>
                    {if changing {
                        view! { <Button label=edit_text::REVIEW kind=ButtonKind::Primary submit=true/> }
                    } else {
                        view! {
                            <Button
                                label=text::CREATE
                                kind=ButtonKind::Primary
                                submit=true
                                busy=mutation.pending
                            />
                        }
                    }}
                </div>
            </Form>
        </div>
        {move || reviewing.get().then(|| view! { <Review editing form reviewing send/> })}
    }
    .into_any()
}

/// Before and after, and the way on.
#[component]
fn Review(editing: Editing, form: UserForm, reviewing: RwSignal<bool>, send: Callback<()>) -> AnyView {
    let mutation = editing.mutation;
    let changes = Memo::new(move |_| form.changes().len());
    let none = Signal::derive(move || changes.get() == 0);
    view! {
        <div class="stack">
            <p>{move || t(if none.get() { edit_text::NOTHING_CHANGED } else { edit_text::REVIEW_HINT })}</p>
            <DiffTable changes=Signal::derive(move || form.changes())/>
            <p class="muted">{move || t(text::CHANGE_NOTE)}</p>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
            <div class="dialog-foot">
                <Button
                    label=edit_text::BACK_TO_EDIT
                    disabled=mutation.pending
                    on_click=move |()| reviewing.set(false)
                />
                <Button
                    label=edit_text::SAVE
                    kind=ButtonKind::Primary
                    busy=mutation.pending
                    disabled=none
                    on_click=send
                />
            </div>
        </div>
    }
    .into_any()
}
