//! The flavours side by side, one to be picked. No operation lists RocketMQ's: they are those of R5.1.1.

use dms_api::operation::Engine;
use dms_api::rules;
use leptos::prelude::*;

use super::form::RocketMqForm;
use crate::i18n::instances::{create as text, create_rocketmq as own};
use crate::i18n::{Msg, number, t};

/// Generation of the machines: product ids begin with it.
const GENERATION: &str = "c6";

/// A table of flavours with a radio button in each row; the whole row can be clicked.
#[component]
pub fn FlavourTable(form: RocketMqForm) -> AnyView {
    let heads: [Msg; 3] = [text::BROKER_RANGE, own::TOPICS, text::DISK_RANGE];
    let head = |msg: Msg| view! { <th scope="col" class="num">{move || t(msg)}</th> };
    let rows = rules::Flavour::all(Engine::RocketMq).iter().map(|flavour| row(flavour, form)).collect_view();
    let invalid = move || form.product.error().with(Option::is_some).then_some("true");
    view! {
        <div class="pick-scroll" role="radiogroup" aria-label=move || t(text::FLAVOUR) aria-invalid=invalid>
            <table class="pick">
                <thead>
                    <tr>
                        <th scope="col">{move || t(text::FLAVOUR_COLUMN)}</th>
                        {heads.map(head).collect_view()}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(flavour: &'static rules::Flavour, form: RocketMqForm) -> AnyView {
    let id = format!("{GENERATION}.{}", flavour.size);
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| form.product.value.with(|p| *p == id))
    };
    let value = id.clone();
    let pick = move || form.product.value.set(id.clone());
    let click = pick.clone();
    let range = |(low, high): (i64, i64)| format!("{} – {}", number(low), number(high));
    let cells = [range(flavour.brokers), number(flavour.per_broker), range(flavour.storage_per_broker)];
    view! {
        <tr class:is-picked=chosen on:click=move |_| click()>
            <th scope="row">
                <label class="radio">
                    <input
                        type="radio"
                        name="flavour"
                        value=value
                        prop:checked=chosen
                        on:change=move |_| pick()
                        on:blur=move |_| form.product.touched.set(true)
                    />
                    <span class="radio-text">{format!("rocketmq.{}", flavour.size)}</span>
                </label>
            </th>
            {cells.map(|cell| view! { <td class="num">{cell}</td> }).collect_view()}
        </tr>
    }
    .into_any()
}
