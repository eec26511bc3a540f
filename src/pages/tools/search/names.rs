//! Names of the things in an instance: topics, groups, users.

use dms_api::Engine;
use dms_api::models::{kafka as kafka_models, rocketmq as rocketmq_models};
use dms_api::operation::encode;
use dms_api::ops::{kafka as kafka_ops, rocketmq as rocketmq_ops};

use super::result::Kind;
use crate::data::{Query, use_query};
use crate::pages::{kafka, rocketmq};
use crate::routes::{RocketMqPage, Route};
use crate::shell::About;

/// Names that are asked for of an instance that this tab has not shown.
pub const FIRST: u32 = 50;

/// Shows each of many names to a function.
type Each = Box<dyn Fn(&mut dyn FnMut(&str)) + Send + Sync>;

/// How many of the names there are searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    Nothing,
    /// The first [`FIRST`].
    First,
    Whole,
}

/// The names of one kind of things in one instance.
pub struct Names {
    pub kind: Kind,
    /// Tracked.
    pub each: Each,
    /// Whether more may come. Tracked.
    pub loading: Box<dyn Fn() -> bool + Send + Sync>,
    /// Tracked.
    pub reach: Box<dyn Fn() -> Reach + Send + Sync>,
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

/// The first topics and groups of an instance that this tab has not shown: two requests, however many there are.
pub fn first_of(about: &About) -> Vec<Names> {
    let instance_id = || about.id.clone();
    let (limit, offset) = (Some(FIRST), Some(0));
    match about.engine {
        Engine::RocketMq => {
            let topics = rocketmq_ops::ListTopics { instance_id: instance_id(), limit, offset };
            let groups = rocketmq_ops::ListGroups { instance_id: instance_id(), group: None, limit, offset };
            vec![
                first(Kind::Topic, use_query(move || Some(topics.clone())), rocketmq_topics, rocketmq_topic),
                first(Kind::Group, use_query(move || Some(groups.clone())), rocketmq_groups, rocketmq_group),
            ]
        }
        _ => {
            let topics = kafka_ops::ListTopics { instance_id: instance_id(), limit, offset };
            let groups = kafka_ops::ListGroups { instance_id: instance_id(), group: None, limit, offset };
            vec![
                first(Kind::Topic, use_query(move || Some(topics.clone())), kafka_topics, kafka_topic),
                first(Kind::Group, use_query(move || Some(groups.clone())), kafka_groups, kafka_group),
            ]
        }
    }
}

/// Shows the names of an answer, and says how many there are in all; 0 where the answer does not tell.
type Read<T> = fn(&T, &mut dyn FnMut(&str)) -> u64;

fn first<T: Send + Sync + 'static>(
    kind: Kind,
    query: Query<T>,
    read: Read<T>,
    href: fn(&str, &str) -> String,
) -> Names {
    let reach = move || {
        let Some(answer) = query.data() else { return Reach::Nothing };
        let mut here = 0;
        let total = read(&answer, &mut |_| here += 1);
        if here < total { Reach::First } else { Reach::Whole }
    };
    Names {
        kind,
        each: Box::new(move |see| {
            if let Some(answer) = query.data() {
                read(&answer, see);
            }
        }),
        loading: Box::new(move || query.loading()),
        reach: Box::new(reach),
        href,
    }
}

fn kafka_topics(list: &kafka_models::TopicList, see: &mut dyn FnMut(&str)) -> u64 {
    list.topics.iter().for_each(|topic| see(&topic.name));
    list.total
}

fn kafka_groups(list: &kafka_models::GroupList, see: &mut dyn FnMut(&str)) -> u64 {
    list.groups.iter().for_each(|group| see(&group.group_id));
    list.total
}

fn rocketmq_topics(list: &rocketmq_models::TopicList, see: &mut dyn FnMut(&str)) -> u64 {
    list.topics.iter().for_each(|topic| see(&topic.name));
    list.total
}

fn rocketmq_groups(list: &rocketmq_models::GroupList, see: &mut dyn FnMut(&str)) -> u64 {
    list.groups.iter().for_each(|group| see(&group.name));
    list.total
}

fn kafka_topic(instance: &str, name: &str) -> String {
    Route::Topic { instance: instance.to_owned(), topic: name.to_owned() }.href()
}

fn kafka_group(instance: &str, name: &str) -> String {
    Route::Group { instance: instance.to_owned(), group: name.to_owned() }.href()
}

fn rocketmq_topic(instance: &str, name: &str) -> String {
    page(instance, RocketMqPage::Topic(name.to_owned())).href()
}

fn rocketmq_group(instance: &str, name: &str) -> String {
    page(instance, RocketMqPage::Group(name.to_owned())).href()
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
            reach: Box::new(|| Reach::Whole),
            href: kafka_topic,
        },
        Names {
            kind: Kind::Group,
            each: Box::new(move |see| groups.items().iter().for_each(|group| see(&group.group_id))),
            loading: Box::new(move || groups.refreshing()),
            reach: Box::new(|| Reach::Whole),
            href: kafka_group,
        },
        Names {
            kind: Kind::User,
            each: Box::new(move |see| users.names().iter().for_each(|name| see(name))),
            loading: Box::new(move || users.list.refreshing()),
            reach: Box::new(|| Reach::Whole),
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
            reach: Box::new(|| Reach::Whole),
            href: rocketmq_topic,
        },
        Names {
            kind: Kind::Group,
            each: Box::new(move |see| groups.items().iter().for_each(|group| see(&group.name))),
            loading: Box::new(move || groups.refreshing()),
            reach: Box::new(|| Reach::Whole),
            href: rocketmq_group,
        },
        Names {
            kind: Kind::User,
            each: Box::new(move |see| users.names().iter().for_each(|name| see(name))),
            loading: Box::new(move || users.list.refreshing()),
            reach: Box::new(|| Reach::Whole),
            href: |instance, name| {
                format!("{}?row={}", page(instance, RocketMqPage::Users).href(), encode(name))
            },
        },
    ]
}

fn page(instance: &str, page: RocketMqPage) -> Route {
    Route::RocketMq { instance: instance.to_owned(), page }
}
