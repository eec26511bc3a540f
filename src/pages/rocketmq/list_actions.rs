//! The buttons in the heading of a list.

use crate::i18n::{Msg, core, t};
use crate::prelude::*;
use crate::routes::{Link, Route};
use crate::ui::{Button, ButtonKind, Glyph, Icon, IconButton};

/// Refresh, save as CSV, create: called `export_label` and `create`, the latter at `new`.
pub fn list_actions(
    refresh: impl Fn() + Send + Sync + 'static,
    export_label: Msg,
    export: impl Fn() + Send + Sync + 'static,
    create: Msg,
    new: Route,
) -> AnyView {
    let (refresh, export) = (Callback::new(move |()| refresh()), Callback::new(move |()| export()));
    view! {
        <IconButton icon=Glyph::Refresh label=core::REFRESH on_click=refresh/>
        <Button label=export_label icon=Glyph::Download on_click=export/>
        <Link to=new class=ButtonKind::Primary.class()>
            <Icon of=Glyph::Plus/>
            <span class="btn-label">{move || t(create)}</span>
        </Link>
    }
    .into_any()
}
