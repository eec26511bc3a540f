//! Goes to the same page of another instance.

use dms_api::Engine;
use dms_api::models::{Instance, InstanceList};
use dms_api::ops::kafka::ListInstances;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::i18n::shell as text;
use crate::prelude::*;
use crate::routes::{self, Route};
use crate::shell::crumbs::Subject;
use crate::ui::{Bound, Choice, Combobox};

/// A box with the name of the instance; typing finds another one.
#[component]
pub fn Switcher(subject: Subject) -> AnyView {
    let (kafka, rocketmq) = (instances(Engine::Kafka), instances(Engine::RocketMq));
    let options = Signal::derive(move || {
        let own = subject.instance().map(|i| choice(&i));
        let all = kafka.items().iter().chain(rocketmq.items().iter()).map(|i| choice(i)).collect::<Vec<_>>();
        // Until the lists are there, the box shows at least the name of the instance.
        let missing = own.filter(|own| all.iter().all(|c| c.value != own.value));
        missing.into_iter().chain(all).collect::<Vec<_>>()
    });
    let value = Bound::new(Signal::derive(move || subject.id().unwrap_or_default()), move |id: String| {
        let is_rocketmq = rocketmq.items().iter().any(|i| i.instance_id == id);
        let here = routes::here();
        if subject.id().as_deref() != Some(id.as_str()) && !id.is_empty() {
            routes::go(&destination(&Route::parse(&here), id, is_rocketmq));
        }
    });
    view! { <div class="rail-switch"><Combobox value options label=text::SWITCH_INSTANCE/></div> }.into_any()
}

fn choice(instance: &Instance) -> Choice {
    let name = if instance.name.is_empty() { &instance.instance_id } else { &instance.name };
    let engine = if instance.engine == Engine::Kafka.as_str() { "Kafka" } else { "RocketMQ" };
    Choice::new(instance.instance_id.clone(), name.clone()).hint(engine)
}

/// The like page of the other instance: from one topic list to the other, else to the overview.
fn destination(here: &Route, instance: String, is_rocketmq: bool) -> Route {
    match here {
        _ if is_rocketmq => Route::rocketmq(instance),
        Route::Topics { .. } | Route::Topic { .. } | Route::NewTopic { .. } | Route::EditTopic { .. } => {
            Route::Topics { instance }
        }
        _ => Route::Kafka { instance },
    }
}

fn instances(engine: Engine) -> Paged<Instance, InstanceList> {
    let op = move || {
        Some(ListInstances {
            engine,
            name: None,
            instance_id: None,
            status: None,
            include_failure: None,
            exact_match_name: None,
            enterprise_project_id: None,
            limit: None,
            offset: None,
        })
    };
    let at =
        |op: &mut ListInstances, page: PageAt| (op.offset, op.limit) = (Some(page.offset), Some(page.limit));
    let take = |answer: &mut InstanceList| Page {
        items: std::mem::take(&mut answer.instances),
        total: Some(answer.instance_num),
    };
    use_paged(op, Paging { at, take, key: |instance: &Instance| &instance.instance_id })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_on_the_like_page() {
        let (a, b) = (|| "a".to_owned(), || "b".to_owned());
        let topic = Route::Topic { instance: a(), topic: "orders".into() };
        assert_eq!(destination(&topic, b(), false), Route::Topics { instance: b() });
        assert_eq!(destination(&topic, b(), true), Route::rocketmq(b()));
        assert_eq!(destination(&Route::Kafka { instance: a() }, b(), false), Route::Kafka { instance: b() });
    }
}
