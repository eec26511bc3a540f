//! Names of the things in an instance: topics, groups, users.

use dms_api::Engine;
use dms_api::operation::encode;

use super::result::Kind;
use crate::pages::{kafka, rocketmq};
use crate::routes::{RocketMqPage, Route};
use crate::shell::About;

/// Shows each of many names to a function.
type Each = Box<dyn Fn(&mut dyn FnMut(&str)) + Send + Sync>;

/// The names of one kind of things in one instance.
pub struct Names {
    pub kind: Kind,
    /// Tracked.
    pub each: Each,
    /// Whether more may come. Tracked.
    pub loading: Box<dyn Fn() -> bool + Send + Sync>,
    /// The address of the thing's page.
    pub href: fn(instance: &str, name: &str) -> String,
}

/// Everything with a name in an instance.
pub fn of(about: &About) -> Vec<Names> {
    match about.engine {
        Engine::RocketMq => rocketmq_names(&about.id),
        _ => kafka_names(&about.id),
    }
}

fn kafka_names(instance: &str) -> Vec<Names> {
    let topics = kafka::topics::use_topics(instance);
    let groups = kafka::groups::use_groups(instance);
    let users = kafka::users::use_users(instance);
    vec![
        Names {
            kind: Kind::Topic,
            each: Box::new(move |see| topics.items().iter().for_each(|topic| see(&topic.name))),
            loading: Box::new(move || topics.refreshing()),
            href: |instance, name| {
                Route::Topic { instance: instance.to_owned(), topic: name.to_owned() }.href()
            },
        },
        Names {
            kind: Kind::Group,
            each: Box::new(move |see| groups.items().iter().for_each(|group| see(&group.group_id))),
            loading: Box::new(move || groups.refreshing()),
            href: |instance, name| {
                Route::Group { instance: instance.to_owned(), group: name.to_owned() }.href()
            },
        },
        Names {
            kind: Kind::User,
            each: Box::new(move |see| users.names().iter().for_each(|name| see(name))),
            loading: Box::new(move || users.list.refreshing()),
            href: |instance, name| {
                format!("{}?q={}", Route::Users { instance: instance.to_owned() }.href(), encode(name))
            },
        },
    ]
}

fn rocketmq_names(instance: &str) -> Vec<Names> {
    let things = rocketmq::users::use_things(instance);
    let users = rocketmq::users::use_users(instance);
    let (topics, groups) = (things.topics, things.groups);
    vec![
        Names {
            kind: Kind::Topic,
            each: Box::new(move |see| topics.items().iter().for_each(|topic| see(&topic.name))),
            loading: Box::new(move || topics.refreshing()),
            href: |instance, name| page(instance, RocketMqPage::Topic(name.to_owned())).href(),
        },
        Names {
            kind: Kind::Group,
            each: Box::new(move |see| groups.items().iter().for_each(|group| see(&group.name))),
            loading: Box::new(move || groups.refreshing()),
            href: |instance, name| page(instance, RocketMqPage::Group(name.to_owned())).href(),
        },
        Names {
            kind: Kind::User,
            each: Box::new(move |see| users.names().iter().for_each(|name| see(name))),
            loading: Box::new(move || users.list.refreshing()),
            href: |instance, name| {
                format!("{}?row={}", page(instance, RocketMqPage::Users).href(), encode(name))
            },
        },
    ]
}

fn page(instance: &str, page: RocketMqPage) -> Route {
    Route::RocketMq { instance: instance.to_owned(), page }
}
