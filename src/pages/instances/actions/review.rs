//! The review before instances are restarted or deleted.

use std::sync::Arc;

use dms_api::models::Instance;

use super::Actions;
use crate::i18n::instances::list;
use crate::i18n::{number, t, tf};
use crate::pages::instances::batch::{self, Action};
use crate::pages::instances::rows;
use crate::pages::instances::state::StateBadge;
use crate::pages::instances::table::refusal;
use crate::prelude::*;
use crate::ui::{Bound, Button, ConfirmDialog, Dialog};

type Divided = (Vec<Arc<Instance>>, Vec<(Arc<Instance>, batch::Refusal)>);

/// What will happen to which instances, what is lost, and who is left out. Deleting has the name typed.
#[component]
pub(super) fn ReviewDialog(actions: Actions, #[prop(into)] on_confirm: Callback<()>) -> AnyView {
    let divided: Memo<Divided> =
        Memo::new(move |_| actions.asked.with(|asked| batch::divide(actions.action.get(), asked)));
    let open =
        // The results take the place of the review.
        Bound::new(Signal::derive(move || divided.with(|(can, _)| !can.is_empty()) && !actions.batch.shows_results()), move |open: bool| {
            if !open {
                actions.cancel();
            }
        });
    let deletes = move || actions.action.get() == Action::Delete;
    let title = move || divided.with(|(can, _)| title(actions.action.get(), can));
    let action = move || t(if deletes() { list::DELETE_ACTION } else { list::RESTART_ACTION });
    let expect =
        Signal::derive(
            move || {
                if deletes() { divided.with(|(can, _)| expected(can)) } else { String::new() }
            },
        );
    let body = move || {
        let (can, cannot) = divided.get();
        let loss = match (deletes(), can.len()) {
            (true, 1) => list::DELETE_LOSS_ONE,
            (true, _) => list::DELETE_LOSS,
            (false, _) => list::RESTART_LOSS,
        };
        view! {
            <p>{move || t(loss)}</p>
            <ul class="affected">{can.into_iter().map(affected).collect_view()}</ul>
            <LeftOut rows=cannot action=actions.action.get()/>
        }
    };
    view! {
        <ConfirmDialog open title action expect busy=actions.batch.sending() on_confirm>{body}</ConfirmDialog>
        <NothingToDo actions divided/>
    }
    .into_any()
}

/// Stands in when every chosen instance is left out.
#[component]
fn NothingToDo(actions: Actions, divided: Memo<Divided>) -> AnyView {
    let open = Bound::new(
        Signal::derive(move || divided.with(|(can, cannot)| can.is_empty() && !cannot.is_empty())),
        move |open: bool| {
            if !open {
                actions.cancel();
            }
        },
    );
    let title = move || {
        let n = divided.with(|(_, cannot)| cannot.len());
        tf(title_of_many(actions.action.get()), &[("n", &n)])
    };
    let footer =
        move || view! { <Button label=crate::i18n::core::CLOSE on_click=move |()| actions.cancel()/> };
    let body = move || {
        let rows = divided.get().1;
        view! { <p>{move || t(list::NOTHING_LEFT)}</p> <LeftOut rows action=actions.action.get()/> }
    };
    view! { <Dialog open title footer>{body}</Dialog> }.into_any()
}

fn title_of_many(action: Action) -> crate::i18n::Msg {
    match action {
        Action::Restart => list::RESTART_TITLE,
        Action::Delete => list::DELETE_TITLE,
    }
}

fn title(action: Action, can: &[Arc<Instance>]) -> String {
    match (action, can) {
        (Action::Restart, [one]) => tf(list::RESTART_TITLE_ONE, &[("name", &one.name)]),
        (Action::Delete, [one]) => tf(list::DELETE_TITLE_ONE, &[("name", &one.name)]),
        (action, many) => tf(title_of_many(action), &[("n", &many.len())]),
    }
}

/// What has to be typed: the name of one, "delete 3" for several.
fn expected(can: &[Arc<Instance>]) -> String {
    match can {
        [one] => one.name.clone(),
        many => tf(list::DELETE_WORD, &[("n", &many.len())]),
    }
}

fn affected(instance: Arc<Instance>) -> AnyView {
    let used = instance.used_storage_space;
    let used = (used > 0).then_some(move || tf(list::USED_NOW, &[("used", &number(used))]));
    view! {
        <li>
            <strong>{instance.name.clone()}</strong>
            " "
            <span class="muted">{rows::engine_name(&instance)}</span>
            " "
            <span class="muted">{used}</span>
            <span class="mono muted affected-id">{instance.instance_id.clone()}</span>
        </li>
    }
    .into_any()
}

/// The chosen instances that will not be touched, and why.
#[component]
fn LeftOut(rows: Vec<(Arc<Instance>, batch::Refusal)>, action: Action) -> AnyView {
    if rows.is_empty() {
        return ().into_any();
    }
    let each = move |(instance, _): (Arc<Instance>, batch::Refusal)| {
        let why = refusal(action, &instance);
        view! {
            <li>
                {instance.name.clone()}
                " "
                <StateBadge status=instance.status.clone()/>
                " "
                <span class="muted">{why.map(|why| move || why.get())}</span>
            </li>
        }
    };
    view! {
        <p class="affected-title">{move || t(list::LEFT_OUT)}</p>
        <ul class="affected">{rows.into_iter().map(each).collect_view()}</ul>
    }
    .into_any()
}
