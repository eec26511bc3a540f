//! Sign-in: the local DMS in one click, or the cloud with password, keys or token.

mod blame;
mod credentials;
mod fields;
mod form;
mod local;
mod project;

use crate::i18n::{core, sign_in as text, t};
use crate::prelude::*;
use crate::session::config;
use crate::shell::{DisplayMenu, LanguageMenu};

pub use credentials::Credentials;
use local::LocalCard;

/// `/sign-in`
#[component]
pub fn SignInPage() -> AnyView {
    Effect::new(|_| document().set_title(&format!("{} · {}", t(text::SUBMIT), t(core::APP))));
    let local = move || config::get().and_then(|c| c.local).map(|local| view! { <LocalCard local/> });
    // The form waits for the configuration, which decides what may be entered; it is there in no time.
    let form = move || config::get().map(|_| view! { <Credentials again=None on_done=|()| ()/> });
    view! {
        <div class="sign-in">
            <header class="sign-in-bar">
                <span class="rail-home">
                    <span class="rail-mark" aria-hidden="true"></span>
                    <span>{move || t(core::APP)}</span>
                </span>
                <span class="spacer"></span>
                <LanguageMenu/>
                <DisplayMenu/>
            </header>
            <main class="sign-in-main">
                <div class="sign-in-column">
                    <h1>{move || t(text::TITLE)}</h1>
                    <p class="sign-in-intro">{move || t(text::INTRO)}</p>
                    {local}
                    {form}
                </div>
            </main>
        </div>
    }
    .into_any()
}
