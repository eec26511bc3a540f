//! Addresses for clients in other networks (K5.2.4).

mod plan;

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::models::kafka::CrossVpcResults;
use dms_api::ops::kafka::ModifyCrossVpc;
use dms_api::rules;

use super::{Settings, change};
use crate::data::mutate;
use crate::i18n::problems::complaint;
use crate::i18n::{core, settings as text, t, tf};
use crate::pages::batch::{Batch, BatchResults, BatchWords, Counts, Item, Job, Outcome};
use crate::prelude::*;
use crate::ui::{
    Banner, Bound, Button, ButtonKind, Change, Dialog, DiffTable, Field, FieldState, Form, FormState,
    Section, TextInput, Tone, use_toasts,
};

use plan::Broker;

const WORDS: BatchWords = BatchWords {
    title: text::CROSS_RESULT,
    done: text::CROSS_DONE,
    failed: text::CROSS_FAILED,
    unexplained: text::CROSS_SILENT,
};

/// Each broker's address as it is.
pub fn section(settings: Settings, instance: &Instance) -> AnyView {
    let brokers = plan::brokers(instance);
    let some = !brokers.is_empty();
    let actions = move || some.then(|| change(settings, text::CHANGE, move || settings.cross_vpc.set(true)));
    let row = |broker: Broker| {
        let same = broker.told == broker.listener;
        let told = if same {
            view! { <span class="muted">{move || t(text::SAME)}</span> }.into_any()
        } else {
            view! { <span class="mono">{broker.told}</span> }.into_any()
        };
        view! { <tr><th scope="row" class="mono">{broker.listener}</th><td>{told}</td></tr> }
    };
    let body = if some {
        view! {
            <div class="plain-scroll">
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">{move || t(text::LISTENS)}</th>
                            <th scope="col">{move || t(text::ADVERTISED)}</th>
                        </tr>
                    </thead>
                    <tbody>{brokers.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    } else {
        view! { <p class="muted">{move || t(text::CROSS_NONE)}</p> }.into_any()
    };
    view! { <Section title=text::CROSS hint=text::CROSS_HINT actions>{body}</Section> }.into_any()
}

/// A field for each broker, what changes, then a result for each.
#[component]
pub(super) fn CrossVpcDialog(id: String, settings: Settings) -> AnyView {
    let toasts = use_toasts();
    let batch = Batch::new(move |items: Vec<Item>| {
        if Counts::of(&items).is_success() {
            toasts.ok(text::CROSS_TOAST);
        }
        settings.cross_vpc.set(false);
    });
    // The results take the place of the form; that cancels nothing.
    let asked = move || settings.cross_vpc.get() && !batch.shows_results();
    let open = Bound::new(Signal::derive(asked), move |open: bool| {
        if !open && untrack(asked) {
            settings.cross_vpc.set(false);
        }
    });
    view! {
        <Dialog open title=text::CROSS_TITLE busy=batch.sending() wide=true>
            <AddressForm id=id.clone() settings batch/>
        </Dialog>
        <BatchResults batch words=WORDS/>
    }
    .into_any()
}

/// Made anew each time the dialog opens, from the addresses as they are then.
#[component]
fn AddressForm(id: String, settings: Settings, batch: Batch) -> AnyView {
    let before = settings.instance.get_untracked().map(|i| plan::brokers(&i)).unwrap_or_default();
    let state = FormState::new();
    let address = |broker: &Broker| {
        state.text(broker.told.clone(), |raw| complaint(rules::advertised_address(raw.trim())))
    };
    let fields: Vec<FieldState> = before.iter().map(address).collect();
    let before = Arc::new(before);
    let wanted = {
        let fields = fields.clone();
        Memo::new(move |_| fields.iter().map(|field| field.get()).collect::<Vec<String>>())
    };
    let changes = {
        let before = Arc::clone(&before);
        Signal::derive(move || {
            let wanted = wanted.get();
            let changed = plan::changed(&before, &wanted);
            let all = before.iter().zip(wanted).filter(|(broker, _)| changed.contains(&broker.listener));
            let line = |(broker, to): (&Broker, String)| {
                Change::new(broker.listener.clone(), broker.told.clone(), to.trim())
            };
            all.map(line).collect::<Vec<_>>()
        })
    };
    let none = Signal::derive(move || changes.with(Vec::is_empty));
    let twins = {
        let before = Arc::clone(&before);
        Memo::new(move |_| wanted.with(|wanted| plan::has_twins(&before, wanted)))
    };
    let rows = before.iter().zip(&fields).map(|(broker, field)| {
        let (field, ip) = (*field, broker.listener.clone());
        view! {
            <Field
                label=move || tf(text::CROSS_FIELD, &[("ip", &ip)])
                of=field
                hint=text::CROSS_FIELD_HINT
                required=true
            >
                <TextInput value=field mono=true/>
            </Field>
        }
    });
    let rows = rows.collect_view();
    let submit = move |()| {
        let wanted = wanted.get_untracked();
        let keys = plan::changed(&before, &wanted);
        let trimmed = wanted.iter().map(|one| one.trim().to_owned());
        let wanted = before.iter().map(|broker| broker.listener.clone()).zip(trimmed).collect();
        batch.start(keys.into_iter().map(Item::named).collect(), job(id.clone(), settings, Arc::new(wanted)));
    };
    view! {
        <Form of=state on_submit=submit>
            <p class="muted">{move || t(text::CROSS_HINT)}</p>
            {rows}
            {move || twins.get().then(|| {
                view! { <Banner tone=Tone::Warn title=text::CROSS_TWICE/> }
            })}
            <DiffTable changes/>
            <div class="dialog-foot">
                <Button
                    label=core::CANCEL
                    disabled=batch.sending()
                    on_click=move |()| settings.cross_vpc.set(false)
                />
                <Button
                    label=text::APPLY
                    kind=ButtonKind::Primary
                    submit=true
                    busy=batch.sending()
                    disabled=none
                    tip=text::CROSS_UNCHANGED
                />
            </div>
        </Form>
    }
    .into_any()
}

/// One call for all brokers. A second one, for those that failed, leaves the others as they are by then.
fn job(instance_id: String, settings: Settings, wanted: Arc<BTreeMap<String, String>>) -> Job {
    Job::calls(usize::MAX, move |keys: Vec<String>| {
        let now = settings.instance.try_get_untracked().flatten();
        let now = now.map(|instance| plan::brokers(&instance)).unwrap_or_default();
        let body = plan::body(&now, &wanted, &keys);
        let instance_id = instance_id.clone();
        async move {
            let result = mutate(ModifyCrossVpc { instance_id, body }).await;
            Outcome::of_answer(&keys, result, |answer: &Arc<CrossVpcResults>, key| plan::said(answer, key))
        }
    })
}
