//! The menus of the top bar.

use crate::i18n::{self, Locale, Msg, Zone, core, locale, set_locale, set_zone, shell as text, t, tf};
use crate::prelude::*;
use crate::session::{self, Session};
use crate::shell::prefs::{self, Theme};
use crate::ui::{ButtonKind, Density, Glyph, MenuButton, MenuItem, use_toasts};

/// Chinese or English.
#[component]
pub fn LanguageMenu() -> AnyView {
    // Each language is called by its own name.
    let item = |name: &'static str, own: Locale| {
        MenuItem::new(name, move || set_locale(own)).checked(locale() == own)
    };
    let items = move |()| vec![item("中文（简体）", Locale::Zh), item("English", Locale::En)];
    view! { <MenuButton label=text::LANGUAGE items=items icon=Glyph::Globe kind=ButtonKind::Ghost/> }
        .into_any()
}

/// Theme, height of rows, time zone.
#[component]
pub fn DisplayMenu() -> AnyView {
    let items = move |()| {
        let theme = |label: Msg, own: Theme| {
            MenuItem::new(label, move || prefs::set_theme(own)).checked(prefs::theme() == own)
        };
        let density = |label: Msg, own: Density| {
            MenuItem::new(label, move || prefs::set_density(own)).checked(prefs::density() == own)
        };
        let zone =
            |label: Msg, own: Zone| MenuItem::new(label, move || set_zone(own)).checked(i18n::zone() == own);
        vec![
            theme(text::THEME_AUTO, Theme::Auto).icon(Glyph::System),
            theme(text::THEME_LIGHT, Theme::Light).icon(Glyph::Sun),
            theme(text::THEME_DARK, Theme::Dark).icon(Glyph::Moon),
            theme(text::THEME_CONTRAST, Theme::Contrast).icon(Glyph::Eye),
            density(text::DENSITY_NORMAL, Density::Normal).separated(),
            density(text::DENSITY_COMPACT, Density::Compact),
            zone(text::ZONE_LOCAL, Zone::Local).separated(),
            zone(text::ZONE_UTC, Zone::Utc),
        ]
    };
    view! { <MenuButton label=text::DISPLAY items=items icon=Glyph::Settings kind=ButtonKind::Ghost/> }
        .into_any()
}

/// Who is signed in where, and the way out.
#[component]
pub fn ConnectionMenu() -> AnyView {
    let toasts = use_toasts();
    let items = move |()| {
        let Some(session) = session::current_untracked() else { return Vec::new() };
        let project_id = session.connection.project_id.clone();
        let shown_id = project_id.clone();
        let copy = move || {
            let _ = window().navigator().clipboard().write_text(&project_id);
            toasts.ok(text::PROJECT_ID_COPIED);
        };
        let project = tf(text::PROJECT, &[("name", &project_name(&session))]);
        let user = tf(text::SIGNED_IN_AS, &[("user", &session.user)]);
        let version_1 = session.connection.version_1;
        let endpoint = session.connection.dms.clone();
        vec![
            MenuItem::new(user, || {}).icon(Glyph::User).disabled(Some(endpoint.into())),
            MenuItem::new(project, || {}).icon(Glyph::Tag).disabled(Some(shown_id.into())),
            MenuItem::new(text::VERSION_1, move || session::use_version_1(!version_1))
                .checked(version_1)
                .separated(),
            MenuItem::new(text::COPY_PROJECT_ID, copy).icon(Glyph::Copy).separated(),
            MenuItem::new(text::SIGN_OUT, session::sign_out).icon(Glyph::SignOut).separated(),
        ]
    };
    let label = move || match session::current() {
        Some(session) => place(&session),
        None => t(text::CONNECTION).to_owned(),
    };
    view! { <MenuButton label=label items=items kind=ButtonKind::Ghost/> }.into_any()
}

fn project_name(session: &Session) -> String {
    let c = &session.connection;
    if c.project_name.is_empty() { c.project_id.clone() } else { c.project_name.clone() }
}

/// Region and project, which often have the same name.
fn place(session: &Session) -> String {
    let (region, project) = (&session.connection.region, project_name(session));
    let name = if region.is_empty() || project.starts_with(region.as_str()) {
        project
    } else {
        format!("{region} · {project}")
    };
    if name.is_empty() { core::NONE.text(locale()).to_owned() } else { name }
}
