//! The groups that consume a topic.

use dms_api::models::rocketmq::TopicGroups;
use dms_api::ops::rocketmq::ListTopicGroups;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::i18n::{rocketmq::topics as text, t};
use crate::pages::rocketmq::facts::route;
use crate::prelude::*;
use crate::routes::{Link, RocketMqPage};
use crate::shell::Failure;
use crate::ui::Skeleton;

/// Names of the groups that consume one topic.
pub type Subscriptions = Paged<String, TopicGroups>;

/// Asks for the groups of the instance and topic that are `wanted`.
pub fn use_subscribers(
    wanted: impl Fn() -> Option<(String, String)> + Send + Sync + 'static,
) -> Subscriptions {
    use_paged(
        move || {
            let (instance_id, topic) = wanted()?;
            Some(ListTopicGroups { instance_id, topic, limit: None, offset: None })
        },
        Paging {
            at: |op: &mut ListTopicGroups, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut TopicGroups| Page {
                items: std::mem::take(&mut answer.groups),
                total: answer.total,
            },
            key: |group: &String| group,
        },
    )
}

/// Each with a link to its page.
#[component]
pub fn Subscribers(instance: String, groups: Subscriptions) -> AnyView {
    let list = move || {
        let items = groups.items();
        if groups.loading() {
            return view! { <Skeleton lines=1/> }.into_any();
        }
        if items.is_empty() {
            let none = groups.error().is_none();
            return none.then(|| view! { <p class="muted">{t(text::NO_SUBSCRIBERS)}</p> }).into_any();
        }
        let item = |group: &std::sync::Arc<String>| {
            let to = route(&instance, RocketMqPage::Group((**group).clone()));
            let name = (**group).clone();
            view! { <li><Link to>{name}</Link></li> }
        };
        view! { <ul class="name-list mono">{items.iter().map(item).collect_view()}</ul> }.into_any()
    };
    view! {
        {move || groups.error().map(|failure| {
            view! { <Failure failure retry=Callback::new(move |()| groups.refresh())/> }
        })}
        {list}
    }
    .into_any()
}
