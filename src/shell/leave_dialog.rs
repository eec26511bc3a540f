//! Asks before unsaved changes are lost.

use crate::i18n::{core, shell as text, t};
use crate::prelude::*;
use crate::routes;
use crate::ui::{Bound, Button, ButtonKind, Dialog};

/// The dialog, shown when a form holds the user back.
#[component]
pub fn LeaveDialog() -> AnyView {
    let open = Bound::new(Signal::derive(routes::held_back), |open: bool| {
        if !open {
            routes::stay();
        }
    });
    let footer = || {
        view! {
            <Button label=text::STAY on_click=|()| routes::stay()/>
            <Button label=core::LEAVE_ACTION kind=ButtonKind::Danger on_click=|()| routes::leave()/>
        }
    };
    view! {
        <Dialog open title=core::LEAVE_TITLE footer>
            <p>{move || t(core::LEAVE_TEXT)}</p>
        </Dialog>
    }
    .into_any()
}
