//! The flavours side by side, one to be picked.

use super::form::RocketMqForm;
use crate::i18n::instances::{create as text, create_rocketmq as own};
use crate::i18n::{Msg, t};
use crate::pages::instances::create::flavour::Flavour;
use crate::pages::instances::create::flavours_table::{known, range};
use crate::prelude::*;

/// A table of flavours with a radio button in each row; the whole row can be clicked.
#[component]
pub fn FlavourTable(form: RocketMqForm) -> AnyView {
    let heads: [Msg; 3] = [text::BROKER_RANGE, own::TOPICS, text::DISK_RANGE];
    let head = |msg: Msg| view! { <th scope="col" class="num">{move || t(msg)}</th> };
    let rows = move || form.offer.flavours().iter().map(|flavour| row(flavour.clone(), form)).collect_view();
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

fn row(flavour: Flavour, form: RocketMqForm) -> AnyView {
    let id = flavour.id;
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| form.product.value.with(|p| *p == id))
    };
    let value = id.clone();
    let pick = move || form.product.value.set(id.clone());
    let click = pick.clone();
    let limits = flavour.limits;
    let (small, large) = limits.storage_per_broker;
    let cells =
        [range(limits.brokers.min, limits.brokers.max), known(flavour.partitions), range(small, large)];
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
                    <span class="radio-text">{flavour.alias}</span>
                </label>
            </th>
            {cells.map(|cell| view! { <td class="num">{cell}</td> }).collect_view()}
        </tr>
    }
    .into_any()
}
