//! Turning access control on and off (R5.1.5), from the overview and from where users would be.

use dms_api::ops::rocketmq::{ModifyInstance, ModifyInstanceBody};

use crate::data::{Mutation, use_mutation};
use crate::i18n::{rocketmq::users as text, t};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{Bound, ConfirmDialog, use_toasts};

/// The question and the change.
#[derive(Clone, Copy)]
pub struct AclSwitch {
    instance: StoredValue<String>,
    /// Whether it is on now.
    on: bool,
    asking: RwSignal<bool>,
    mutation: Mutation,
}

impl AclSwitch {
    /// For an instance whose access control is `on` now.
    pub fn new(instance: &str, on: bool) -> Self {
        Self {
            instance: StoredValue::new(instance.to_owned()),
            on,
            asking: RwSignal::new(false),
            mutation: use_mutation(),
        }
    }

    /// Opens the question.
    pub fn ask(self) {
        self.asking.set(true);
    }
}

/// Says what turning it on or off means, and does it.
#[component]
pub fn AclDialog(switch: AclSwitch) -> AnyView {
    let AclSwitch { instance, on, asking, mutation } = switch;
    let (title, action, loss, done) = if on {
        (text::ACL_OFF_TITLE, text::ACL_OFF, text::ACL_OFF_LOSS, text::ACL_OFF_TOAST)
    } else {
        (text::ACL_ON_TITLE, text::ACL_ON, text::ACL_ON_LOSS, text::ACL_ON_TOAST)
    };
    let open = Bound::new(asking, move |on: bool| {
        asking.set(on);
        mutation.failure.set(None);
    });
    let toasts = use_toasts();
    let confirm = move |()| {
        let body = ModifyInstanceBody { enable_acl: Some(!on), ..ModifyInstanceBody::default() };
        mutation.run(ModifyInstance { instance_id: instance.get_value(), body }, move |_| {
            toasts.ok(done);
            asking.try_set(false);
        });
    };
    view! {
        <ConfirmDialog open title action busy=mutation.pending on_confirm=Callback::new(confirm)>
            <p>{move || t(loss)}</p>
            {move || mutation.failure.get().map(|failure| view! { <Failure failure of_change=true/> })}
        </ConfirmDialog>
    }
    .into_any()
}
