//! Maintenance window and features.

use super::form::KafkaForm;
use crate::i18n::instances::create as text;
use crate::i18n::t;
use crate::prelude::*;
use crate::ui::{Checkbox, Choice, Field, Section, Select};

/// When the service may restart things, and what the instance does by itself.
#[component]
pub fn Operation(form: KafkaForm) -> AnyView {
    let windows = Signal::derive(move || {
        let mut all = vec![Choice::new("", text::WINDOW_AUTO)];
        all.extend(
            form.offer.windows().into_iter().map(|(begin, end, usual)| window_choice(begin, end, usual)),
        );
        all
    });
    let no_connector = Signal::derive(move || form.flavour().is_some_and(|f| !f.connector));
    let connector_hint =
        move || t(if no_connector.get() { text::CONNECTOR_NONE } else { text::CONNECTOR_HINT });
    view! {
        <Section title=text::OPERATION>
            <Field label=text::WINDOW of=form.window hint=text::WINDOW_HINT>
                <Select value=form.window options=windows/>
            </Field>
            <Checkbox checked=form.auto_topic label=text::AUTO_TOPIC hint=text::AUTO_TOPIC_HINT/>
            <Checkbox checked=form.connector label=text::CONNECTOR hint=connector_hint disabled=no_connector/>
        </Section>
    }
    .into_any()
}

/// A window as `02:00-06:00`, the form that [`KafkaForm`] keeps.
fn window_choice(begin: u8, end: u8, usual: bool) -> Choice {
    let value = format!("{begin:02}:00-{end:02}:00");
    let shown = format!("{begin:02}:00 – {end:02}:00");
    let label = move || if usual { format!("{shown} ({})", t(text::WINDOW_DEFAULT)) } else { shown.clone() };
    Choice::new(value, label)
}
