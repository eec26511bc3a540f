//! The entries of the sign-in form and what they must be.

use std::sync::Arc;

use dms_api::regions;

use super::blame::{Entry, Method};
use crate::i18n::{Msg, sign_in as text, t};
use crate::prelude::*;
use crate::session::endpoint::{self, EndpointProblem};
use crate::session::last_choices::LastChoices;
use crate::session::sign_in::User;
use crate::session::{Auth, Connection, Session, config};
use crate::ui::{FieldState, FormState};

/// The region choice that means "endpoints typed by hand".
pub const CUSTOM: &str = "custom";

/// All entries; those of the other methods are kept while one is used.
#[derive(Clone, Copy)]
pub struct Fields {
    pub form: FormState,
    pub method: FieldState,
    pub region: FieldState,
    pub dms: FieldState,
    pub iam: FieldState,
    pub domain: FieldState,
    pub user: FieldState,
    pub password: FieldState,
    pub access_key: FieldState,
    pub secret_key: FieldState,
    pub security_token: FieldState,
    pub token: FieldState,
    pub project_id: FieldState,
    pub version_1: FieldState<bool>,
}

impl Fields {
    /// The form as the user left it last time, or for signing in `again` to the same connection.
    pub fn new(again: Option<&Arc<Session>>) -> Self {
        let last = again.map_or_else(LastChoices::load, |session| choices_of(session));
        let form = FormState::new();
        let method = form.free(Method::parse(&last.method).word().to_owned());
        let is = move |wanted: Method| method.value.with(|m| m == wanted.word());
        let needed = move |wanted: Method| {
            move |value: &str| (is(wanted) && value.trim().is_empty()).then(|| t(text::MISSING).to_owned())
        };
        let no_blanks =
            |value: &str| value.trim().contains(char::is_whitespace).then(|| t(text::HAS_BLANKS).to_owned());
        Self {
            form,
            method,
            region: form
                .text(last.region, |region| region.is_empty().then(|| t(text::REGION_MISSING).to_owned())),
            dms: form.text(last.dms, endpoint_problem),
            iam: form.text(last.iam, endpoint_problem),
            domain: form.text(last.domain, needed(Method::Password)),
            user: form.text(last.user, needed(Method::Password)),
            password: form.text("", needed(Method::Password)),
            access_key: form.text(last.access_key, needed(Method::Keys)),
            secret_key: form.text("", needed(Method::Keys)),
            security_token: form.text("", |_| None),
            token: form.text("", needed(Method::Token)),
            project_id: form.text(last.project_id, no_blanks),
            version_1: form.free(last.version_1),
        }
    }

    /// Tracked.
    pub fn method(self) -> Method {
        self.method.value.with(|m| Method::parse(m))
    }

    /// The region was picked: its endpoints follow, those typed by hand stay.
    pub fn pick_region(self, id: &str) {
        if let Some(region) = regions::by_id(id) {
            self.dms.set(region.dms.to_owned());
            self.iam.set(region.iam.to_owned());
        }
    }

    /// Where to sign in, not tracked. The project is still open unless its id was entered.
    pub fn connection(self) -> Connection {
        let peek = |field: FieldState| field.value.get_untracked().trim().to_owned();
        let normal = |field: FieldState| endpoint::normalise(&peek(field)).unwrap_or_default();
        let region = peek(self.region);
        Connection {
            region: if region == CUSTOM { String::new() } else { region },
            dms: normal(self.dms),
            iam: normal(self.iam),
            project_id: if untrack(|| self.method()) == Method::Password {
                String::new()
            } else {
                peek(self.project_id)
            },
            project_name: String::new(),
            domain: peek(self.domain),
            version_1: self.version_1.value.get_untracked(),
        }
    }

    /// The IAM user as entered, not tracked. A password may begin or end with a blank.
    pub fn as_user(self) -> User {
        User {
            domain: self.domain.value.get_untracked().trim().to_owned(),
            name: self.user.value.get_untracked().trim().to_owned(),
            password: self.password.value.get_untracked().into(),
        }
    }

    /// Keys or token as entered, not tracked.
    pub fn auth(self) -> Auth {
        let peek = |field: FieldState| field.value.get_untracked().trim().to_owned();
        match untrack(|| self.method()) {
            Method::Keys => Auth::Keys {
                access_key: peek(self.access_key),
                secret_key: peek(self.secret_key).into(),
                security_token: peek(self.security_token).into(),
            },
            Method::Token => Auth::Token { token: peek(self.token).into() },
            Method::Password => Auth::Nobody,
        }
    }

    /// What to remember: no secret among it.
    pub fn choices(self) -> LastChoices {
        let peek = |field: FieldState| field.value.get_untracked().trim().to_owned();
        LastChoices {
            method: peek(self.method),
            region: peek(self.region),
            dms: peek(self.dms),
            iam: peek(self.iam),
            domain: peek(self.domain),
            user: peek(self.user),
            access_key: peek(self.access_key),
            project_id: peek(self.project_id),
            version_1: self.version_1.value.get_untracked(),
        }
    }

    /// Shows a message at an entry. `iam`: the call that failed went to IAM.
    pub fn reject(self, entry: Entry, message: Msg, iam: bool) {
        let field = match entry {
            Entry::Password => self.password,
            Entry::AccessKey => self.access_key,
            Entry::SecretKey => self.secret_key,
            Entry::Token => self.token,
            Entry::ProjectId => self.project_id,
            Entry::Endpoint if iam => self.iam,
            Entry::Endpoint => self.dms,
        };
        field.reject(t(message));
    }
}

fn choices_of(session: &Session) -> LastChoices {
    let c = &session.connection;
    let (method, access_key) = match &session.auth {
        Auth::Keys { access_key, .. } => (Method::Keys, access_key.clone()),
        // A token that was pasted belongs to nobody we know.
        Auth::Token { .. } if session.user.is_empty() => (Method::Token, String::new()),
        _ => (Method::Password, String::new()),
    };
    LastChoices {
        method: method.word().to_owned(),
        region: if c.region.is_empty() { CUSTOM.to_owned() } else { c.region.clone() },
        dms: c.dms.clone(),
        iam: c.iam.clone(),
        domain: c.domain.clone(),
        user: session.user.clone(),
        access_key,
        project_id: c.project_id.clone(),
        version_1: c.version_1,
    }
}

fn endpoint_problem(value: &str) -> Option<String> {
    let problem = match endpoint::normalise(value) {
        Err(problem) => problem,
        Ok(endpoint) => {
            let config = config::get().unwrap_or_default();
            if endpoint::is_allowed(&endpoint, &config) {
                return None;
            }
            EndpointProblem::NotAllowed
        }
    };
    let message = match problem {
        EndpointProblem::Missing => text::MISSING,
        EndpointProblem::Malformed => text::ENDPOINT_MALFORMED,
        EndpointProblem::NotAllowed => text::ENDPOINT_NOT_ALLOWED,
    };
    Some(t(message).to_owned())
}
