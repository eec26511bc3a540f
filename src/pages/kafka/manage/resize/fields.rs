//! The choice of a change and its values.

use dms_api::rules::{DISK_EXPANSIONS, NumberRule};

use super::form::{ResizeForm, is_newer};
use super::size::Size;
use crate::i18n::instances::create;
use crate::i18n::{Msg, number, resize as text, t, tf};
use crate::pages::instances::{Flavour, flavours, known, range};
use crate::prelude::*;
use crate::shell::Failure;
use crate::ui::{
    Bound, Choice, EmptyState, Field, NumberInput, RadioGroup, RadioLook, Section, Select, Skeleton, TextArea,
};

/// Everything on the left.
#[component]
pub fn Fields(form: ResizeForm) -> AnyView {
    let kind = Memo::new(move |_| form.way.kind.get());
    let value = move || match kind.get().as_str() {
        "horizontal" => view! { <Brokers form/> }.into_any(),
        "vertical" => view! { <Flavours form/> }.into_any(),
        _ => view! { <Storage form/> }.into_any(),
    };
    let chosen = Signal::derive(move || match kind.get() {
        none if none.is_empty() => "storage".to_owned(),
        kind => kind,
    });
    let choose = Bound::new(chosen, move |kind: String| form.way.kind.set(kind));
    let path = Bound::new(form.way.path.signal(), move |path: String| form.way.path.set(path));
    let paths = vec![Choice::new("", text::PATH_OLD), Choice::new("new", text::PATH_NEW)];
    view! {
        <Section title=text::KIND>
            <RadioGroup
                value=choose
                options=Signal::derive(move || kinds(form))
                label=text::KIND
                look=RadioLook::Cards
            />
        </Section>
        {value}
        <details class="resize-path">
            <summary>{move || t(text::PATH)}</summary>
            <p class="field-hint">{move || t(text::PATH_HINT)}</p>
            <Select value=path options=Signal::stored(paths) label=text::PATH/>
        </details>
    }
    .into_any()
}

/// The three kinds with their limits; one that is not possible says why. Tracked.
fn kinds(form: ResizeForm) -> Vec<Choice> {
    let products = form.products();
    let size = form.size.get_value();
    let facts = size.facts(&products);
    let (storage, brokers) = (facts.storage().max, facts.brokers().max);
    let others = products.iter().any(|product| facts.flavour(&product.product_id).is_ok());
    let of_flavour = (!products.is_empty() && !others).then_some(text::FLAVOUR_NONE);
    let choice = |id: &'static str, label: Msg, full: Option<Msg>, hint: String| {
        let hint = full.map_or(hint, |why| tf(why, &[("max", &DISK_EXPANSIONS)]));
        Choice::new(id, label).hint(hint).disabled(full.is_some())
    };
    let Size { storage: gb, brokers: n, product, .. } = &size;
    vec![
        choice(
            "storage",
            text::STORAGE,
            size.storage_is_full(&products),
            tf(text::STORAGE_HINT, &[("now", &number(*gb)), ("max", &number(storage))]),
        ),
        choice(
            "horizontal",
            text::BROKERS,
            size.brokers_are_full(&products),
            tf(text::BROKERS_HINT, &[("now", &number(*n)), ("max", &number(brokers))]),
        ),
        choice("vertical", text::FLAVOUR, of_flavour, tf(text::FLAVOUR_HINT, &[("now", product)])),
    ]
}

type Pick = fn(&NumberRule) -> i64;

/// One end of the rule for the disks or the brokers, following the flavours as they come.
fn bound(form: ResizeForm, rule: fn(&ResizeForm) -> NumberRule, pick: Pick) -> Signal<i64> {
    Signal::derive(move || pick(&rule(&form)))
}

fn storage_rule(form: &ResizeForm) -> NumberRule {
    let products = form.products();
    form.size.with_value(|size| size.facts(&products).storage())
}

fn broker_rule(form: &ResizeForm) -> NumberRule {
    let products = form.products();
    form.size.with_value(|size| size.facts(&products).brokers())
}

#[component]
fn Storage(form: ResizeForm) -> AnyView {
    let hint = move || {
        let rule = storage_rule(&form);
        let (min, max, step) = (number(rule.min), number(rule.max), number(rule.step));
        tf(text::NEW_STORAGE_HINT, &[("min", &min), ("max", &max), ("step", &step)])
    };
    view! {
        <Section title=text::STORAGE>
            <Field label=text::NEW_STORAGE of=form.storage hint required=true>
                <NumberInput
                    value=form.storage
                    unit="GB"
                    min=bound(form, storage_rule, |rule| rule.min)
                    max=bound(form, storage_rule, |rule| rule.max)
                    step=bound(form, storage_rule, |rule| rule.step)
                />
            </Field>
        </Section>
    }
    .into_any()
}

#[component]
fn Brokers(form: ResizeForm) -> AnyView {
    let hint = move || {
        let rule = broker_rule(&form);
        tf(text::NEW_BROKERS_HINT, &[("min", &number(rule.min)), ("max", &number(rule.max))])
    };
    let public = form.size.with_value(|size| size.public).then(|| {
        view! {
            <Field label=text::PUBLIC_IPS of=form.public_ips hint=text::PUBLIC_IPS_HINT required=true>
                <TextArea value=form.public_ips mono=true rows=3/>
            </Field>
        }
    });
    let private = move || {
        is_newer(form.way).then(|| {
            view! {
                <Field label=text::PRIVATE_IPS of=form.private_ips hint=text::PRIVATE_IPS_HINT>
                    <TextArea value=form.private_ips mono=true rows=2/>
                </Field>
            }
        })
    };
    view! {
        <Section title=text::BROKERS>
            <Field label=text::NEW_BROKERS of=form.brokers hint required=true>
                <NumberInput
                    value=form.brokers
                    min=bound(form, broker_rule, |rule| rule.min)
                    max=bound(form, broker_rule, |rule| rule.max)
                />
            </Field>
            {public}
            {private}
        </Section>
    }
    .into_any()
}

#[component]
fn Flavours(form: ResizeForm) -> AnyView {
    let body = move || {
        let list = form.list();
        match (list.data(), list.error()) {
            (Some(list), _) if list.products.is_empty() => {
                view! { <EmptyState title=text::FLAVOUR_NONE/> }.into_any()
            }
            (Some(list), _) => {
                let rows = flavours(&list).into_iter().map(|flavour| row(flavour, form)).collect_view();
                view! { <tbody>{rows}</tbody> }.into_any()
            }
            (None, Some(failure)) => {
                view! { <Failure failure retry=Callback::new(move |()| list.refresh())/> }.into_any()
            }
            (None, None) => view! { <Skeleton lines=4/> }.into_any(),
        }
    };
    let is_table = Memo::new(move |_| form.list().data().is_some_and(|list| !list.products.is_empty()));
    let head = |msg: Msg| view! { <th scope="col" class="num">{move || t(msg)}</th> };
    let heads =
        [create::BROKER_RANGE, create::PARTITIONS, create::TPS, create::BANDWIDTH, create::DISK_RANGE];
    let invalid = move || form.product.error().with(Option::is_some).then_some("true");
    let table = move || {
        if !is_table.get() {
            return body().into_any();
        }
        view! {
            <div
                class="pick-scroll"
                role="radiogroup"
                aria-label=move || t(text::NEW_FLAVOUR)
                aria-invalid=invalid
            >
                <table class="pick">
                    <thead>
                        <tr>
                            <th scope="col">{move || t(create::FLAVOUR_COLUMN)}</th>
                            {heads.map(head).collect_view()}
                        </tr>
                    </thead>
                    {body}
                </table>
            </div>
        }
        .into_any()
    };
    view! {
        <Section title=text::FLAVOUR>
            <Field label=text::NEW_FLAVOUR of=form.product required=true group=true>{table}</Field>
        </Section>
    }
    .into_any()
}

fn row(flavour: Flavour, form: ResizeForm) -> AnyView {
    let (id, alias) = (flavour.id.clone(), flavour.alias.clone());
    let is_own = form.size.with_value(|size| size.product == id);
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| form.product.value.with(|p| *p == id))
    };
    let pick = {
        let id = id.clone();
        move || {
            if !is_own {
                form.product.value.set(id.clone());
            }
        }
    };
    let click = pick.clone();
    let (brokers, (small, large)) = (flavour.limits.brokers, flavour.limits.storage_per_broker);
    let cells = [
        range(brokers.min, brokers.max),
        known(flavour.partitions),
        known(flavour.tps),
        known(flavour.bandwidth),
        range(small, large),
    ];
    let own = is_own.then(|| {
        view! { " " <span class="muted">{move || t(text::OWN_FLAVOUR)}</span> }
    });
    view! {
        <tr class:is-picked=chosen on:click=move |_| click()>
            <th scope="row">
                <label class="radio">
                    <input
                        type="radio"
                        name="new-flavour"
                        value=id
                        disabled=is_own
                        prop:checked=chosen
                        on:change=move |_| pick()
                        on:blur=move |_| form.product.touched.set(true)
                    />
                    <span class="radio-text">{alias} {own}</span>
                </label>
            </th>
            {cells.map(|cell| view! { <td class="num">{cell}</td> }).collect_view()}
        </tr>
    }
    .into_any()
}
