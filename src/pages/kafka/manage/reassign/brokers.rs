//! What each broker holds before and after.

use super::board::Board;
use super::plan::{Load, after, before, load};
use crate::i18n::{bytes, number, reassign as text, t, tf};
use crate::prelude::*;
use crate::ui::{Section, Status, Tone};

/// One row per broker.
#[component]
pub fn Brokers(board: Board) -> AnyView {
    let rows = move || {
        let lines = board.lines.get();
        let cluster = board.cluster_brokers();
        let most =
            board.columns().into_iter().map(|id| most(load(&lines, id, before), load(&lines, id, after)));
        let most = most.max().unwrap_or(0);
        let row = |id: i32| {
            let (was, is) = (load(&lines, id, before), load(&lines, id, after));
            let known = cluster.iter().find(|broker| broker.broker_id.trim() == id.to_string());
            let state = match known {
                None => Some((Tone::Bad, text::BROKER_GONE)),
                Some(broker) if !broker.is_health => Some((Tone::Warn, text::BROKER_ILL)),
                Some(_) => None,
            };
            view! {
                <tr>
                    <th scope="row">
                        {move || tf(text::BROKER, &[("id", &id)])}
                        {state.map(|(tone, label)| view! { <Status tone=Signal::stored(tone) label/> })}
                    </th>
                    <td>{change(number(was.leaders), number(is.leaders))}</td>
                    <td>{change(number(was.replicas), number(is.replicas))}</td>
                    <td>{change(size(was), size(is))}</td>
                    <td class="plan-bars" aria-hidden="true">{bar(was, most, "is-before")}{bar(is, most, "is-after")}</td>
                </tr>
            }
        };
        board.columns().into_iter().map(row).collect_view()
    };
    view! {
        <Section title=text::BROKERS>
            <div class="plan-scroll" tabindex="0" role="group" aria-label=move || t(text::BROKERS)>
                <table class="plan-brokers">
                    <thead>
                        <tr>
                            <th scope="col">{move || t(text::BROKERS)}</th>
                            <th scope="col">{move || t(text::LEADERS)}</th>
                            <th scope="col">{move || t(text::REPLICAS)}</th>
                            <th scope="col">{move || t(text::DATA)}</th>
                            <td></td>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </Section>
    }
    .into_any()
}

/// What the bars are measured by: bytes where known, else replicas.
fn weight(load: Load) -> u64 {
    load.bytes.filter(|bytes| *bytes > 0).unwrap_or(load.replicas)
}

fn most(was: Load, is: Load) -> u64 {
    weight(was).max(weight(is))
}

fn bar(load: Load, most: u64, class: &'static str) -> AnyView {
    let share = u128::from(weight(load)) * 100 / u128::from(most.max(1));
    view! { <span class=format!("plan-bar-line {class}") style:width=format!("{share}%")></span> }.into_any()
}

fn size(load: Load) -> String {
    load.bytes.map_or_else(|| t(text::UNKNOWN).to_owned(), bytes)
}

/// "3 → 5", or the one number where nothing changes.
fn change(was: String, is: String) -> AnyView {
    if was == is {
        return view! { <span class="muted">{was}</span> }.into_any();
    }
    let words = move || tf(text::BEFORE_AFTER, &[("before", &was), ("after", &is)]);
    view! { <strong>{words}</strong> }.into_any()
}
