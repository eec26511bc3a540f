//! Signing in again without leaving the page.

use std::sync::LazyLock;

use dms_api::LocalDms;
use leptos::task::spawn_local;

use crate::data::ApiFailure;
use crate::i18n::{shell as text, t};
use crate::pages::sign_in::Credentials;
use crate::prelude::*;
use crate::session::sign_in::{User, as_user};
use crate::session::{self, Connection, config};
use crate::shell::Failure;
use crate::ui::{Bound, Button, ButtonKind, Dialog};

static RENEWING: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(false));

/// Opens the dialog before the session has ended.
pub fn renew() {
    RENEWING.set(true);
}

/// Whether the user has to sign in again, or wants to. Tracked.
pub fn wanted() -> bool {
    session::ended().is_some() || RENEWING.get()
}

/// The dialog. It comes up by itself when the service no longer accepts the credentials.
#[component]
pub fn SignInAgain() -> AnyView {
    let open = Bound::new(Signal::derive(wanted), |open: bool| {
        // Closing it after the end would leave a page that can do nothing: there is "sign out" for that.
        if !open {
            RENEWING.set(false);
        }
    });
    let must = Signal::derive(|| session::ended().is_some());
    let footer = move || {
        must.get().then(|| view! { <Button label=text::AGAIN_LEAVE on_click=|()| session::sign_out()/> })
    };
    let again = || {
        let session = session::current_untracked()?;
        // The local DMS tells its password to everyone.
        let local = untrack(config::get)
            .and_then(|c| c.local)
            .filter(|l| l.iam_endpoint == session.connection.iam && l.user == session.user);
        Some(match local {
            Some(local) => view! { <LocalAgain local connection=session.connection.clone()/> }.into_any(),
            None => view! { <Credentials again=Some(session) on_done=|()| RENEWING.set(false)/> }.into_any(),
        })
    };
    view! {
        <Dialog open title=text::AGAIN_TITLE busy=must footer>
            <p>{move || t(if must.get() { text::AGAIN_ENDED } else { text::AGAIN_RENEW })}</p>
            {again}
        </Dialog>
    }
    .into_any()
}

/// Signing in to the local DMS again: one click.
#[component]
fn LocalAgain(local: LocalDms, connection: Connection) -> AnyView {
    let (busy, failure) = (RwSignal::new(false), RwSignal::new(None::<ApiFailure>));
    let sign_in = move |()| {
        let user =
            User { domain: local.domain.clone(), name: local.user.clone(), password: local.password.clone() };
        let connection = connection.clone();
        busy.set(true);
        spawn_local(async move {
            match as_user(connection, &user).await {
                Ok(session) => {
                    RENEWING.set(false);
                    session::begin(session);
                }
                Err(problem) => drop(failure.try_set(Some(problem))),
            }
            busy.try_set(false);
        });
    };
    view! {
        <p class="sign-in-actions">
            <Button label=text::AGAIN_TITLE kind=ButtonKind::Primary busy on_click=sign_in/>
        </p>
        {move || failure.get().map(|failure| view! { <Failure failure/> })}
    }
    .into_any()
}
