//! The flavours side by side, one to be picked.

use super::flavour::Flavour;
use super::form::KafkaForm;
use crate::i18n::instances::create as text;
use crate::i18n::{Msg, number, t};
use crate::prelude::*;

/// A table of flavours with a radio button in each row; the whole row can be clicked.
#[component]
pub fn FlavourTable(form: KafkaForm) -> AnyView {
    let heads: [Msg; 5] =
        [text::BROKER_RANGE, text::PARTITIONS, text::TPS, text::BANDWIDTH, text::DISK_RANGE];
    let head = |msg: Msg| view! { <th scope="col" class="num">{move || t(msg)}</th> };
    let offered = move || {
        let arch = form.arch.get();
        let all = form.offer.flavours();
        let fits = |f: &&Flavour| f.archs.is_empty() || f.archs.contains(&arch);
        all.iter().filter(fits).map(|flavour| row(flavour.clone(), form)).collect_view()
    };
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
                <tbody>{offered}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(flavour: Flavour, form: KafkaForm) -> AnyView {
    let (id, alias) = (flavour.id.clone(), flavour.alias.clone());
    let chosen = {
        let id = id.clone();
        Memo::new(move |_| form.product.value.with(|p| *p == id))
    };
    let pick = {
        let id = id.clone();
        move || form.product.value.set(id.clone())
    };
    let click = pick.clone();
    let brokers = flavour.limits.brokers;
    let (small, large) = flavour.limits.storage_per_broker;
    let cells = [
        range(brokers.min, brokers.max),
        known(flavour.partitions),
        known(flavour.tps),
        known(flavour.bandwidth),
        range(small, large),
    ];
    view! {
        <tr class:is-picked=chosen on:click=move |_| click()>
            <th scope="row">
                <label class="radio">
                    <input
                        type="radio"
                        name="flavour"
                        value=id
                        prop:checked=chosen
                        on:change=move |_| pick()
                        on:blur=move |_| form.product.touched.set(true)
                    />
                    <span class="radio-text">{alias}</span>
                </label>
            </th>
            {cells.map(|cell| view! { <td class="num">{cell}</td> }).collect_view()}
        </tr>
    }
    .into_any()
}

/// A number that the service may not say.
pub fn known(n: Option<u64>) -> String {
    n.map_or_else(|| "–".to_owned(), number)
}

/// "3 – 30".
pub fn range(low: i64, high: i64) -> String {
    if low == high { number(low) } else { format!("{} – {}", number(low), number(high)) }
}
