//! Changing an instance: a form, then a review of what changes, then the request.

mod fields;

use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::operation::Engine;
use dms_api::ops::{kafka, rocketmq};
use dms_api::rules::Findings;
use leptos::task::spawn_local;

use super::changes::{self, Changed, Editable};
use crate::data::{ApiFailure, mutate};
use crate::i18n::instances::detail as text;
use crate::i18n::problems::problem_text;
use crate::i18n::{core, locale, t, tf};
use crate::pages::instances::focus_first_error;
use crate::prelude::*;
use crate::shell::{Failure, brief};
use crate::ui::{
    Bound, Button, ButtonKind, Change, Dialog, DiffTable, FieldState, Form, FormState, use_toasts,
};

use fields::Fields;

/// The form's fields; those that the engine's API does not take are not shown.
#[derive(Clone, Copy)]
pub struct Edit {
    state: FormState,
    engine: Engine,
    /// The instance as it was when the form opened; the dialog is open while there is one.
    before: RwSignal<Option<Arc<Instance>>>,
    reviewing: RwSignal<bool>,
    failure: RwSignal<Option<ApiFailure>>,
    name: FieldState,
    description: FieldState,
    security_group: FieldState,
    window: FieldState,
    retention: FieldState,
    enterprise_project: FieldState,
    acl: FieldState<bool>,
    public: FieldState<bool>,
    public_ips: FieldState,
}

impl Edit {
    /// A form for instances of one engine.
    pub fn new(engine: Engine) -> Self {
        let state = FormState::new();
        let findings = StoredValue::new(None::<Memo<Findings>>);
        let text = |key: &'static str| {
            state.text("", move |_| findings.get_value()?.with(|found| found.of(key).map(problem_text)))
        };
        let edit = Self {
            state,
            engine,
            before: RwSignal::new(None),
            reviewing: RwSignal::new(false),
            failure: RwSignal::new(None),
            name: text("name"),
            description: text("description"),
            security_group: text("security_group_id"),
            window: text("maintain_begin"),
            retention: text("retention_policy"),
            enterprise_project: state.free(String::new()),
            acl: state.free(false),
            public: state.free(false),
            public_ips: text("publicip_id"),
        };
        findings.set_value(Some(Memo::new(move |_| edit.findings())));
        edit
    }

    /// Opens the form with the values of `instance`.
    pub fn open(self, instance: Arc<Instance>) {
        let now = Editable::of(&instance);
        self.name.restart(now.name);
        self.description.restart(now.description);
        self.security_group.restart(now.security_group);
        self.window.restart(now.window);
        self.retention.restart(now.retention);
        self.enterprise_project.restart(now.enterprise_project);
        self.acl.restart(now.acl);
        self.public.restart(now.public);
        self.public_ips.restart(now.public_ips);
        self.failure.set(None);
        self.reviewing.set(false);
        self.before.set(Some(instance));
    }

    fn close(self) {
        self.before.set(None);
    }

    fn after(self) -> Editable {
        Editable {
            name: self.name.get(),
            description: self.description.get(),
            security_group: self.security_group.get(),
            window: self.window.get(),
            retention: self.retention.get(),
            enterprise_project: self.enterprise_project.get(),
            acl: self.acl.get(),
            public: self.public.get(),
            public_ips: self.public_ips.get(),
        }
    }

    fn values(self) -> Option<(Arc<Instance>, Editable, Editable)> {
        let before = self.before.get()?;
        let was = Editable::of(&before);
        Some((before, was, self.after()))
    }

    fn findings(self) -> Findings {
        match (self.values(), self.engine) {
            (None, _) => Findings::default(),
            (Some((_, was, is)), Engine::Kafka) => changes::kafka_body(&was, &is).check(),
            (Some((_, was, is)), Engine::RocketMq) => changes::rocketmq_body(&was, &is).check(),
        }
    }

    fn changes(self) -> Vec<Changed> {
        self.values()
            .map(|(_, was, is)| changes::changes(self.engine, &was, &is, locale()))
            .unwrap_or_default()
    }

    fn save(self) {
        let Some((instance, was, is)) = untrack(|| self.values()) else { return };
        let (engine, instance_id, toasts) = (self.engine, instance.instance_id.clone(), use_toasts());
        self.state.sending.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let result = match engine {
                Engine::Kafka => {
                    let body = changes::kafka_body(&was, &is);
                    mutate(kafka::ModifyInstance { instance_id, body }).await
                }
                Engine::RocketMq => {
                    let body = changes::rocketmq_body(&was, &is);
                    mutate(rocketmq::ModifyInstance { instance_id, body }).await
                }
            };
            self.state.sending.try_set(false);
            match result {
                Ok(_) => {
                    self.before.try_set(None);
                    toasts.ok(text::SAVED);
                }
                Err(why) => self.reject(why),
            }
        });
    }
}

impl Edit {
    /// Shows what the service said: beside the field that it speaks of, else below the review.
    fn reject(self, why: ApiFailure) {
        let field = match why.field() {
            Some("name") => Some(self.name),
            Some("description") => Some(self.description),
            Some("security_group_id") => Some(self.security_group),
            Some("maintain_begin" | "maintain_end") => Some(self.window),
            Some("retention_policy") => Some(self.retention),
            Some("publicip_id") => Some(self.public_ips),
            _ => None,
        };
        if let Some(field) = field {
            field.reject(brief(&why));
            self.reviewing.try_set(false);
            request_animation_frame(focus_first_error);
        }
        self.failure.try_set(Some(why));
    }
}

/// The dialog behind [`Edit`]; once per page.
#[component]
pub fn EditDialog(edit: Edit) -> AnyView {
    let open = Bound::new(Signal::derive(move || edit.before.with(Option::is_some)), move |open: bool| {
        if !open {
            edit.close();
        }
    });
    let title = move || {
        let name = edit.before.with(|b| b.as_ref().map(|i| i.name.clone()).unwrap_or_default());
        tf(text::EDIT_TITLE, &[("name", &name)])
    };
    let body = move || {
        if edit.reviewing.get() {
            view! { <Review edit/> }.into_any()
        } else {
            view! {
                <Form of=edit.state on_submit=move |()| edit.reviewing.set(true)>
                    <Fields edit/>
                    {move || edit.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
                </Form>
            }
            .into_any()
        }
    };
    let footer = move || view! { <Buttons edit/> };
    view! { <Dialog open title busy=edit.state.sending wide=true footer>{body}</Dialog> }.into_any()
}

/// First the way to the review, then the way back and the way on.
#[component]
fn Buttons(edit: Edit) -> AnyView {
    let review = move |()| {
        if edit.state.submit() {
            edit.failure.set(None);
            edit.reviewing.set(true);
        } else {
            focus_first_error();
        }
    };
    let none = Signal::derive(move || edit.changes().is_empty());
    let view = move || {
        if !edit.reviewing.get() {
            return view! {
                <Button label=core::CANCEL on_click=move |()| edit.close()/>
                <Button label=text::REVIEW kind=ButtonKind::Primary on_click=review/>
            }
            .into_any();
        }
        view! {
            <Button
                label=text::BACK_TO_EDIT
                disabled=edit.state.sending
                on_click=move |()| edit.reviewing.set(false)
            />
            <Button
                label=text::SAVE
                kind=ButtonKind::Primary
                busy=edit.state.sending
                disabled=none
                on_click=move |()| edit.save()
            />
        }
        .into_any()
    };
    view.into_any()
}

/// Before and after.
#[component]
fn Review(edit: Edit) -> AnyView {
    let all = Memo::new(move |_| edit.changes());
    let none = Signal::derive(move || all.with(Vec::is_empty));
    let rows = Signal::derive(move || {
        let row = |c: Changed| {
            let change = Change::new(c.what, c.before, c.after);
            match c.note {
                Some(note) => change.note(note),
                None => change,
            }
        };
        all.get().into_iter().map(row).collect::<Vec<_>>()
    });
    view! {
        <div class="stack">
            <p>{move || t(if none.get() { text::NOTHING_CHANGED } else { text::REVIEW_HINT })}</p>
            <DiffTable changes=rows/>
            {move || edit.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </div>
    }
    .into_any()
}
