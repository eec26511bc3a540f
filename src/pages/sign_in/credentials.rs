//! Asks for credentials, finds the project, begins the session.

use std::sync::Arc;

use dms_api::models::iam::Project;
use leptos::html;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::blame::{Method, blame};
use super::fields::Fields;
use super::form::CredentialsForm;
use super::project::ProjectChoice;
use crate::data::ApiFailure;
use crate::i18n::{Msg, sign_in as text, t};
use crate::prelude::*;
use crate::session::sign_in::{self, Found};
use crate::session::{self, Connection, Session};
use crate::shell::Failure;
use crate::ui::{Banner, Tone};

/// The sign-in form. `again` asks for new credentials for a connection that is in use; without it the
/// connection is asked for too.
#[component]
pub fn Credentials(again: Option<Arc<Session>>, #[prop(into)] on_done: Callback<()>) -> AnyView {
    let attempt = Attempt::new(again, on_done);
    let form = move || {
        match attempt.projects.get() {
        projects if projects.is_empty() => {
            view! { <CredentialsForm fields=attempt.fields again=attempt.is_again() on_submit=move |()| attempt.submit()/> }
                .into_any()
        }
        projects => view! {
            <ProjectChoice
                projects
                busy=attempt.fields.form.sending
                on_choose=move |project| attempt.take(project)
                on_back=move |()| attempt.projects.set(Vec::new())
            />
        }
        .into_any(),
    }
    };
    let problem = move || match attempt.problem.get() {
        None => ().into_any(),
        Some(Problem::Failed(failure)) => view! { <Failure failure/> }.into_any(),
        Some(Problem::Said(msg)) => view! { <Banner tone=Tone::Bad title=msg/> }.into_any(),
    };
    if attempt.is_again() {
        // All but the secret is known: start there, whatever the dialog would focus first.
        attempt.node.on_load(move |_| attempt.focus("input[type=password], textarea"));
    }
    view! { <div class="credentials" node_ref=attempt.node>{form} {problem}</div> }.into_any()
}

/// Why the last attempt brought no session, where no entry is to blame.
#[derive(Clone)]
enum Problem {
    Failed(ApiFailure),
    Said(Msg),
}

#[derive(Clone, Copy)]
struct Attempt {
    fields: Fields,
    again: StoredValue<Option<Arc<Session>>>,
    /// To choose from; empty while credentials are asked for.
    projects: RwSignal<Vec<Project>>,
    problem: RwSignal<Option<Problem>>,
    on_done: Callback<()>,
    node: NodeRef<html::Div>,
}

impl Attempt {
    fn new(again: Option<Arc<Session>>, on_done: Callback<()>) -> Self {
        Self {
            fields: Fields::new(again.as_ref()),
            again: StoredValue::new(again),
            projects: RwSignal::new(Vec::new()),
            problem: RwSignal::new(None),
            on_done,
            node: NodeRef::new(),
        }
    }

    fn is_again(self) -> bool {
        self.again.with_value(Option::is_some)
    }

    /// The connection that is used already, or the one entered.
    fn connection(self) -> Connection {
        let used = self.again.with_value(|again| again.as_ref().map(|s| s.connection.clone()));
        used.unwrap_or_else(|| self.fields.connection())
    }

    fn submit(self) {
        self.run(async move {
            let connection = self.connection();
            if !connection.project_id.is_empty() {
                return self.enter(connection).await;
            }
            let found = match self.find_projects(&connection).await {
                Ok(projects) => sign_in::choose(projects, &connection.region),
                Err(failure) => return Err(self.blamed(failure, false, true)),
            };
            match found {
                Found::One(project) => self.enter(with_project(connection, project)).await,
                Found::Many(projects) => {
                    self.projects.try_set(projects);
                    Ok(None)
                }
                Found::None if untrack(|| self.fields.method()) == Method::Password => {
                    Err(Some(Problem::Said(text::NO_PROJECT_USER)))
                }
                Found::None => {
                    self.fields.project_id.reject(t(text::NO_PROJECT));
                    self.focus_wrong();
                    Err(None)
                }
            }
        });
    }

    /// A project was chosen.
    fn take(self, project: Project) {
        self.run(async move { self.enter(with_project(self.connection(), project)).await });
    }

    async fn find_projects(self, connection: &Connection) -> Result<Vec<Project>, ApiFailure> {
        match untrack(|| self.fields.method()) {
            Method::Password => sign_in::projects_of_user(connection, &self.fields.as_user()).await,
            Method::Keys | Method::Token => sign_in::projects(connection, &self.fields.auth()).await,
        }
    }

    /// Gets a session for a connection with a project.
    async fn enter(self, connection: Connection) -> Result<Option<Session>, Option<Problem>> {
        let by_password = untrack(|| self.fields.method()) == Method::Password;
        let result = if by_password {
            sign_in::as_user(connection, &self.fields.as_user()).await
        } else {
            sign_in::with(connection, self.fields.auth()).await
        };
        result.map(Some).map_err(|failure| self.blamed(failure, true, by_password))
    }

    /// Shows a failure at the entry to blame; what is left to say elsewhere.
    fn blamed(self, failure: ApiFailure, at_project: bool, iam: bool) -> Option<Problem> {
        let method = untrack(|| self.fields.method());
        match blame(&failure, method, at_project && !self.is_again()) {
            Some((entry, message)) => {
                self.projects.try_set(Vec::new());
                self.fields.reject(entry, message, iam);
                self.focus_wrong();
                None
            }
            None => Some(Problem::Failed(failure)),
        }
    }

    /// Focus goes to the entry to correct, once it is marked.
    fn focus_wrong(self) {
        self.focus("[aria-invalid=true]");
    }

    fn focus(self, selector: &'static str) {
        request_animation_frame(move || {
            let Some(node) = self.node.try_get_untracked().flatten() else { return };
            let entry = node.query_selector(selector).ok().flatten();
            if let Some(entry) = entry.and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok()) {
                let _ = entry.focus();
            }
        });
    }

    fn run(self, attempt: impl Future<Output = Result<Option<Session>, Option<Problem>>> + 'static) {
        self.fields.form.sending.set(true);
        self.problem.set(None);
        spawn_local(async move {
            let result = attempt.await;
            self.fields.form.sending.try_set(false);
            match result {
                Ok(Some(session)) => {
                    if !self.is_again() {
                        self.fields.choices().save();
                    }
                    session::begin(session);
                    let _ = self.on_done.try_run(());
                }
                Ok(None) => {}
                Err(problem) => drop(self.problem.try_set(problem)),
            }
        });
    }
}

fn with_project(mut connection: Connection, project: Project) -> Connection {
    connection.project_id = project.id;
    connection.project_name = project.name;
    connection
}
