//! How the instance is paid for.

use dms_api::rules::{MONTHS, YEARS};

use super::form::{HOURLY, KafkaForm, PREPAID};
use crate::i18n::instances as words;
use crate::i18n::instances::create as text;
use crate::i18n::tf;
use crate::prelude::*;
use crate::ui::{Checkbox, Choice, Field, NumberInput, RadioGroup, RadioLook, Section};

/// By the hour, or for months or years in advance.
#[component]
pub fn Billing(form: KafkaForm) -> AnyView {
    let modes = vec![
        Choice::new(HOURLY, words::PAY_PER_USE).hint(text::HOURLY_HINT),
        Choice::new(PREPAID, words::PREPAID).hint(text::PREPAID_HINT),
    ];
    view! {
        <Section title=text::BILLING>
            <Field label=crate::i18n::instances::fact::CHARGING of=form.billing required=true group=true>
                <RadioGroup value=form.billing options=Signal::stored(modes) look=RadioLook::Cards/>
            </Field>
            <Show when=move || form.billing.value.with(|b| b == PREPAID)>
                <Prepaid form/>
            </Show>
        </Section>
    }
    .into_any()
}

#[component]
fn Prepaid(form: KafkaForm) -> AnyView {
    let units = vec![Choice::new("month", text::MONTHS), Choice::new("year", text::YEARS)];
    let most = Signal::derive(move || {
        let rule = if form.period_type.value.with(|p| p == "year") { YEARS } else { MONTHS };
        rule.max
    });
    let hint = move || tf(text::PERIOD_HINT, &[("max", &most.get())]);
    view! {
        <Field label=text::PERIOD_UNIT of=form.period_type required=true group=true>
            <RadioGroup value=form.period_type options=Signal::stored(units)/>
        </Field>
        <Field label=text::PERIOD of=form.periods hint required=true>
            <NumberInput value=form.periods min=Signal::stored(1) max=most/>
        </Field>
        <Checkbox checked=form.auto_renew label=text::AUTO_RENEW/>
        <Checkbox checked=form.auto_pay label=text::AUTO_PAY hint=text::AUTO_PAY_HINT/>
    }
    .into_any()
}
