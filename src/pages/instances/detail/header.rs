//! Name, state, what can be done.

use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};

use super::edit::Edit;
use crate::i18n::instances::detail as text;
use crate::i18n::{TimeAgo, core};
use crate::pages::instances::actions::Actions;
use crate::pages::instances::batch::Action;
use crate::pages::instances::rows;
use crate::pages::instances::state::StateBadge;
use crate::pages::instances::table::refusal;
use crate::prelude::*;
use crate::ui::{Badge, Button, ButtonKind, CopyButton, Glyph, PageHeader};

/// The top of the page.
#[component]
pub(super) fn Header(instance: Arc<Instance>, actions: Actions, edit: Edit) -> AnyView {
    let beside = {
        let instance = instance.clone();
        move || view! { <Badge label=rows::engine_name(&instance)/> }
    };
    let state = {
        let instance = instance.clone();
        move || {
            let id = instance.instance_id.clone();
            let ms = instance.created_at.map(|at| at.ms());
            view! {
                <StateBadge status=instance.status.clone()/>
                <span class="row">
                    <span class="mono">{id.clone()}</span>
                    <CopyButton text=id/>
                </span>
                <TimeAgo ms/>
            }
        }
    };
    let buttons = {
        let instance = instance.clone();
        move || view! { <Buttons instance=instance.clone() actions edit/> }
    };
    view! { <PageHeader title=instance.name.clone() beside state actions=buttons/> }.into_any()
}

#[component]
fn Buttons(instance: Arc<Instance>, actions: Actions, edit: Edit) -> AnyView {
    let action = |action: Action, label, icon, kind| {
        let why = refusal(action, &instance);
        let disabled = why.is_some();
        let target = instance.clone();
        let on_click = move |()| actions.ask(action, vec![target.clone()]);
        match why {
            Some(tip) => view! { <Button label icon kind disabled tip on_click/> },
            None => view! { <Button label icon kind disabled on_click/> },
        }
    };
    let restart = action(Action::Restart, core::RESTART, Glyph::Refresh, ButtonKind::Secondary);
    let delete = action(Action::Delete, core::DELETE, Glyph::Trash, ButtonKind::Danger);
    let settled = instance.status == InstanceStatus::Running;
    let target = instance.clone();
    let on_edit = move |()| edit.open(target.clone());
    let edit = if settled {
        view! { <Button label=core::EDIT icon=Glyph::Edit on_click=on_edit/> }
    } else {
        view! { <Button label=core::EDIT icon=Glyph::Edit disabled=true tip=text::NOT_RUNNING on_click=on_edit/> }
    };
    view! { {edit} {restart} {delete} }.into_any()
}
