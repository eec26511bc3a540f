//! Flavour, brokers, disks.

use super::draft;
use super::flavours_table::FlavourTable;
use super::form::KafkaForm;
use crate::i18n::instances as words;
use crate::i18n::instances::create as text;
use crate::i18n::{number, t, tf};
use crate::pages::instances::words as api_words;
use crate::prelude::*;
use crate::ui::{
    Bound, Checkbox, Choice, ErrorState, Field, NumberInput, RadioGroup, RadioLook, Section, Skeleton,
    TextInput,
};

/// What the instance is made of.
#[component]
pub fn Spec(form: KafkaForm) -> AnyView {
    follow_flavour(form);
    let archs = Signal::derive(move || archs(form));
    let table = move || {
        if form.offer.loading() {
            view! { <Skeleton lines=4/> }.into_any()
        } else if form.offer.flavours().is_empty() {
            view! { <ErrorState title=text::NO_PRODUCTS retry=move |()| form.offer.refresh()/> }.into_any()
        } else {
            view! { <FlavourTable form/> }.into_any()
        }
    };
    view! {
        <Section title=text::SPEC>
            <Field label=text::ARCH required=true group=true>
                <RadioGroup value=form.arch options=archs/>
            </Field>
            <Field label=text::FLAVOUR of=form.product required=true group=true>{table}</Field>
            <Brokers form/>
            <Storage form/>
            <DiskType form/>
            <Encryption form/>
            <Retention form/>
        </Section>
    }
    .into_any()
}

fn archs(form: KafkaForm) -> Vec<Choice> {
    let mut all: Vec<String> = form.offer.flavours().iter().flat_map(|f| f.archs.clone()).collect();
    all.push("X86".to_owned());
    all.sort();
    all.dedup();
    all.into_iter().map(Choice::plain).collect()
}

/// A change of flavour or brokers moves what would no longer fit, as long as the user has not set it.
fn follow_flavour(form: KafkaForm) {
    Effect::new(move |_| {
        let Some(flavour) = form.flavour() else { return };
        if !form.brokers.touched.get_untracked() {
            let brokers = flavour.brokers_near(draft::number(&form.brokers.value.get_untracked()));
            set_if_other(form.brokers.value, brokers.to_string());
        }
        let fits = form.disk.value.with_untracked(|disk| flavour.disks.iter().any(|d| d.code == *disk));
        if let Some(last) = flavour.disks.last().filter(|_| !fits) {
            form.disk.value.set(last.code.clone());
        }
        if !flavour.connector {
            form.connector.value.set(false);
        }
    });
    Effect::new(move |_| {
        let (Some(flavour), Ok(brokers)) = (form.flavour(), form.brokers.get().trim().parse::<i64>()) else {
            return;
        };
        if !form.storage.touched.get_untracked() && flavour.limits.brokers.check(brokers).is_ok() {
            let wanted = draft::number(&form.storage.value.get_untracked());
            set_if_other(form.storage.value, flavour.storage_near(wanted, brokers).to_string());
        }
    });
    Effect::new(move |_| {
        let versions = form.offer.versions();
        if let Some(newest) = versions.first().filter(|_| form.version.value.with_untracked(String::is_empty))
        {
            form.version.restart(newest.clone());
        }
    });
}

fn set_if_other(value: RwSignal<String>, new: String) {
    if value.with_untracked(|old| *old != new) {
        value.set(new);
    }
}

#[component]
fn Brokers(form: KafkaForm) -> AnyView {
    let limits = Memo::new(move |_| form.flavour().map(|f| f.limits.brokers));
    let hint = move || match limits.get() {
        Some(rule) => tf(text::BROKERS_HINT, &[("min", &rule.min), ("max", &rule.max)]),
        None => t(text::BROKERS_BEFORE).to_owned(),
    };
    let min = Signal::derive(move || limits.get().map_or(1, |rule| rule.min));
    let max = Signal::derive(move || limits.get().map_or(50, |rule| rule.max));
    view! {
        <Field label=text::BROKER_RANGE of=form.brokers hint required=true>
            <NumberInput value=form.brokers min max/>
        </Field>
    }
    .into_any()
}

#[component]
fn Storage(form: KafkaForm) -> AnyView {
    let rule = Memo::new(move |_| {
        let brokers = form.brokers.get().trim().parse::<i64>().ok().filter(|n| *n > 0)?;
        form.flavour().map(|f| f.limits.storage(brokers))
    });
    let each = move || {
        let brokers = draft::number(&form.brokers.get());
        let storage = draft::number(&form.storage.get());
        (brokers > 0 && storage > 0).then(|| tf(text::PER_BROKER, &[("n", &number(storage / brokers))]))
    };
    let hint = move || {
        let Some(rule) = rule.get() else { return t(text::BROKERS_BEFORE).to_owned() };
        let (min, max, step) = (number(rule.min), number(rule.max), number(rule.step));
        let range = tf(text::STORAGE_HINT, &[("min", &min), ("max", &max), ("step", &step)]);
        match each() {
            Some(each) => format!("{each}. {range}"),
            None => range,
        }
    };
    let min = Signal::derive(move || rule.get().map_or(100, |rule| rule.min));
    let max = Signal::derive(move || rule.get().map_or(i64::MAX, |rule| rule.max));
    let step = Signal::derive(move || rule.get().map_or(100, |rule| rule.step));
    view! {
        <Field label=text::STORAGE of=form.storage hint required=true>
            <NumberInput value=form.storage unit="GB" min max step/>
        </Field>
    }
    .into_any()
}

#[component]
fn DiskType(form: KafkaForm) -> AnyView {
    let options = Signal::derive(move || {
        let disks = form.flavour().map(|f| f.disks).unwrap_or_default();
        if disks.is_empty() {
            usual_disks()
        } else {
            disks.into_iter().map(|d| disk_choice(d.code)).collect()
        }
    });
    view! {
        <Field label=text::DISK of=form.disk required=true group=true>
            <RadioGroup value=form.disk options look=RadioLook::Cards/>
        </Field>
    }
    .into_any()
}

/// The kinds of disk that every region has.
pub fn usual_disks() -> Vec<Choice> {
    let codes = ["dms.physical.storage.high.v2", "dms.physical.storage.ultra.v2"];
    codes.map(|code| disk_choice(code.to_owned())).to_vec()
}

fn disk_choice(code: String) -> Choice {
    match api_words::disk_kind(&code) {
        Some(kind) if kind == words::DISK_ULTRA => Choice::new(code, kind).hint(text::DISK_ULTRA_HINT),
        Some(kind) => Choice::new(code, kind).hint(text::DISK_HIGH_HINT),
        None => Choice::plain(code),
    }
}

#[component]
fn Encryption(form: KafkaForm) -> AnyView {
    view! {
        <Checkbox checked=form.encrypted label=text::ENCRYPT hint=text::ENCRYPT_HINT/>
        <Show when=move || form.encrypted.get()>
            <Field label=text::KEY of=form.encryption_key hint=text::KEY_HINT required=true>
                <TextInput value=form.encryption_key mono=true/>
            </Field>
        </Show>
    }
    .into_any()
}

#[component]
fn Retention(form: KafkaForm) -> AnyView {
    let options = vec![
        Choice::new("time_base", words::TIME_BASE).hint(text::TIME_BASE_HINT),
        Choice::new("produce_reject", words::PRODUCE_REJECT).hint(text::REJECT_HINT),
    ];
    let value: Bound<String> = form.retention.into();
    view! {
        <Field label=text::RETENTION of=form.retention group=true required=true>
            <RadioGroup value options=Signal::stored(options) look=RadioLook::Cards/>
        </Field>
    }
    .into_any()
}
