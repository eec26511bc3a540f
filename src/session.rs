//! Who is connected to what: the connection, its credentials, sign-in and the runtime configuration.
//!
//! Credentials live in memory and in this tab's session storage, so that a reload does not ask again; they are
//! in no URL, no log, no journal, and go when the user signs out or closes the tab.

pub mod config;
pub mod endpoint;
pub mod last_choices;
pub mod sign_in;
pub mod storage;
mod stored;

use std::sync::{Arc, LazyLock};

use dms_api::Scope;
use dms_api::secret::Secret;

use crate::data::{self, ApiError};
use crate::i18n::read;
use crate::prelude::*;

/// Where DMS and IAM are, and which project is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Connection {
    /// Region id, `""` for endpoints that belong to no known region.
    pub region: String,
    /// Endpoint of DMS with scheme and without a path: `https://dms.eu-west-0.myhuaweicloud.com`.
    pub dms: String,
    /// Endpoint of IAM, likewise.
    pub iam: String,
    pub project_id: String,
    pub project_name: String,
    /// Name of the account, as far as known.
    pub domain: String,
    /// Whether calls about Kafka instances and topics use version 1 of the API (K7.1), for portals that have no other.
    pub version_1: bool,
}

/// How requests prove who sends them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Auth {
    /// `X-Auth-Token`.
    Token { token: Secret },
    /// SDK-HMAC-SHA256; `security_token` is empty for permanent keys.
    Keys { access_key: String, secret_key: Secret, security_token: Secret },
    /// None, for asking IAM for a token.
    Nobody,
}

/// A connection with credentials that were accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub connection: Connection,
    pub auth: Auth,
    /// Who is signed in, for people: user name or access key.
    pub user: String,
    /// When the credentials end, epoch milliseconds; `None` for never or unknown.
    pub expires_at: Option<i64>,
}

impl Session {
    /// What request paths need.
    pub fn scope(&self) -> Scope {
        Scope { project_id: self.connection.project_id.clone() }
    }

    /// The endpoint that serves an operation.
    pub fn endpoint(&self, service: &str) -> &str {
        if service == "iam" { &self.connection.iam } else { &self.connection.dms }
    }
}

const KEY: &str = "dms.session";

static SESSION: LazyLock<ArcRwSignal<Option<Arc<Session>>>> = LazyLock::new(|| ArcRwSignal::new(None));
static ENDED: LazyLock<ArcRwSignal<Option<ApiError>>> = LazyLock::new(|| ArcRwSignal::new(None));

/// The session, tracked.
pub fn current() -> Option<Arc<Session>> {
    read(&SESSION)
}

/// The session, not tracked.
pub fn current_untracked() -> Option<Arc<Session>> {
    SESSION.get_untracked()
}

/// Why the service no longer accepts the session's credentials; the user is being asked to sign in again.
/// Tracked.
pub fn ended() -> Option<ApiError> {
    read(&ENDED)
}

/// Restores this tab's session and loads the runtime configuration.
pub fn init() {
    config::init();
    let stored = storage::session_get(KEY).and_then(|text| stored::read(&text));
    SESSION.set(stored.map(Arc::new));
}

/// Starts or renews the session. What is shown of the same project stays and is asked again where it failed.
pub fn begin(session: Session) {
    storage::session_set(KEY, &stored::written(&session));
    let same_place = current_untracked().is_some_and(|old| old.connection == session.connection);
    if !same_place {
        data::forget_everything();
    }
    SESSION.set(Some(Arc::new(session)));
    ENDED.set(None);
    data::resume();
}

/// Switches to another version of the API for Kafka instances and topics. What is shown is asked again.
pub fn use_version_1(on: bool) {
    if let Some(session) = current_untracked() {
        let mut session = (*session).clone();
        session.connection.version_1 = on;
        begin(session);
    }
}

/// Whether calls about Kafka instances and topics use version 1 of the API. Tracked.
pub fn is_version_1() -> bool {
    current().is_some_and(|session| session.connection.version_1)
}

/// Whether the session is one at the gateway's own DMS. Tracked.
pub fn at_local_dms() -> bool {
    let local = config::get().and_then(|config| config.local);
    local.is_some_and(|local| current().is_some_and(|session| session.connection.dms == local.endpoint))
}

/// Ends the session: forgets credentials, answers and the journal.
pub fn sign_out() {
    storage::session_remove(KEY);
    data::forget_everything();
    data::journal::clear();
    SESSION.set(None);
    ENDED.set(None);
}

/// The service refused the credentials of `used`. Pages and forms stay; a dialog asks to sign in again.
pub fn refused(used: &Arc<Session>, error: ApiError) {
    if current_untracked().is_some_and(|now| Arc::ptr_eq(&now, used)) && ENDED.with_untracked(Option::is_none)
    {
        ENDED.set(Some(error));
    }
}
