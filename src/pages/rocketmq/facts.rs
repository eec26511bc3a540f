//! What the pages about topics and groups need to know of the instance.

use dms_api::models::Instance;
use dms_api::models::rocketmq::BrokerList;
use dms_api::ops::rocketmq::{ListBrokers, ShowInstance};

use crate::data::{Query, use_query};
use crate::i18n::{problems::complaint, rocketmq as text, t, tf};
use crate::prelude::*;
use crate::routes::{RocketMqPage, Route};
use crate::ui::{Bound, Checkbox, Field, FieldState};

/// The instance and its brokers.
#[derive(Clone, Copy)]
pub struct Facts {
    pub instance: Query<Instance>,
    brokers: Query<BrokerList>,
}

/// Asks for them.
pub fn use_facts(instance: &str) -> Facts {
    let (of_instance, of_brokers) = (instance.to_owned(), instance.to_owned());
    Facts {
        instance: use_query(move || Some(ShowInstance { instance_id: of_instance.clone() })),
        brokers: use_query(move || {
            Some(ListBrokers { instance_id: of_brokers.clone(), limit: None, offset: None })
        }),
    }
}

impl Facts {
    /// Names of the brokers, tracked; none until they are known.
    pub fn brokers(self) -> Vec<String> {
        let names = |list: &BrokerList| list.brokers.iter().map(|b| b.broker_name.clone()).collect();
        self.brokers.data().map(|list| names(&list)).unwrap_or_default()
    }

    /// The brokers' query, for its failure.
    pub fn brokers_query(self) -> Query<BrokerList> {
        self.brokers
    }

    /// Whether the instance runs version 5, which has kinds of topics and ordered groups; `None` until it is known.
    /// Tracked.
    pub fn is_five(self) -> Option<bool> {
        self.instance.data().map(|instance| instance.engine_version.starts_with('5'))
    }

    /// Whether access is controlled; `None` until it is known. Tracked.
    pub fn is_controlled(self) -> Option<bool> {
        self.instance.data().map(|instance| instance.enable_acl.unwrap_or_default())
    }
}

/// The route of a page about the instance.
pub fn route(instance: &str, page: RocketMqPage) -> Route {
    Route::RocketMq { instance: instance.to_owned(), page }
}

/// Brokers to choose from; those of version 4.8.0 only are named in the requests.
#[component]
pub fn BrokerBoxes(field: FieldState<Vec<String>>, facts: Facts) -> AnyView {
    let boxes = move || {
        let each = facts.brokers().into_iter().map(|broker| {
            let (is, name) = (broker.clone(), broker.clone());
            let on = Signal::derive(move || field.value.with(|all| all.contains(&is)));
            let checked = Bound::new(on, move |on: bool| {
                field.touched.set(true);
                field.value.update(|all| {
                    all.retain(|other| *other != broker);
                    if on {
                        all.push(broker.clone());
                    }
                });
            });
            view! { <Checkbox checked label=name/> }
        });
        each.collect_view()
    };
    let invalid = move || field.error().with(Option::is_some).then_some("true");
    view! {
        <Field label=text::BROKERS of=field hint=text::BROKERS_HINT required=true group=true>
            <div class="check-row" role="group" aria-label=move || t(text::BROKERS) aria-invalid=invalid>
                {boxes}
            </div>
        </Field>
    }
    .into_any()
}

/// At least one broker, in words.
pub fn some_broker(chosen: &[String]) -> Option<String> {
    let problem = if chosen.is_empty() { Err(dms_api::rules::Problem::NotChosen) } else { Ok(()) };
    complaint(problem)
}

/// "12 of 4000 used, 3988 left"; nothing where the service names no limit. Tracks the language.
pub fn quota(used: u64, max: u64, remaining: u64) -> Option<String> {
    let n = |n: u64| crate::i18n::number(n);
    (max > 0).then(|| tf(text::QUOTA, &[("used", &n(used)), ("max", &n(max)), ("left", &n(remaining))]))
}
