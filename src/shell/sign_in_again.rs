//! Signing in again without leaving the page.

use std::sync::LazyLock;

use leptos::prelude::*;

use crate::i18n::{shell as text, t};
use crate::pages::sign_in::Credentials;
use crate::session;
use crate::ui::{Bound, Button, Dialog};

static RENEWING: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(false));

/// Opens the dialog before the session has ended.
pub fn renew() {
    RENEWING.set(true);
}

/// The dialog. It comes up by itself when the service no longer accepts the credentials.
#[component]
pub fn SignInAgain() -> AnyView {
    let ended = || session::ended().is_some();
    let open = Bound::new(Signal::derive(move || ended() || RENEWING.get()), move |open: bool| {
        // Closing it after the end would leave a page that can do nothing: there is "sign out" for that.
        if !open {
            RENEWING.set(false);
        }
    });
    let must = Signal::derive(ended);
    let footer = move || {
        must.get().then(|| view! { <Button label=text::AGAIN_LEAVE on_click=|()| session::sign_out()/> })
    };
    view! {
        <Dialog open title=text::AGAIN_TITLE busy=must footer>
            <p>{move || t(if must.get() { text::AGAIN_ENDED } else { text::AGAIN_RENEW })}</p>
            <Credentials again=session::current_untracked() on_done=|()| RENEWING.set(false)/>
        </Dialog>
    }
    .into_any()
}
