//! Every URL of the console, typed: built, parsed and tested in one place.
//!
//! A path is the document's base (from `<base href>`, so that the console can live under any prefix) followed by
//! one of the patterns of [`Route`]. What a list shows (filter, sort, open row) is in the query, see [`query`].

mod history;
mod link;
mod manage;
mod navigate;
pub mod query;
mod rocketmq;

use dms_api::operation::encode;
use percent_encoding::percent_decode_str;

pub use link::Link;
pub use manage::ManagePage;
pub use navigate::{
    current, go, go_back_to, go_replacing, go_to_href, held_back, here, init, leave, stay, use_leave_guard,
    watch_history,
};
pub use query::{QueryText, href_with, update_query, use_query_signal};
pub use rocketmq::RocketMqPage;

/// A page and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/sign-in?next=…`; `next` is a path below the base.
    SignIn { next: Option<String> },
    /// `/instances`, and `/` as well.
    Instances,
    /// `/instances/new/kafka`
    NewKafka,
    /// `/instances/new/rocketmq`
    NewRocketMq,
    /// `/kafka/{instance}`
    Kafka { instance: String },
    /// `/kafka/{instance}/topics`
    Topics { instance: String },
    /// `/kafka/{instance}/topics/new`; a topic called "new" is at `/topics/%6Eew`.
    NewTopic { instance: String },
    /// `/kafka/{instance}/topics/{topic}`
    Topic { instance: String, topic: String },
    /// `/kafka/{instance}/topics/{topic}/edit`
    EditTopic { instance: String, topic: String },
    /// `/kafka/{instance}/groups`
    Groups { instance: String },
    /// `/kafka/{instance}/groups/{group}`
    Group { instance: String, group: String },
    /// `/kafka/{instance}/groups/{group}/reset`
    ResetGroup { instance: String, group: String },
    /// `/kafka/{instance}/coordinators`
    Coordinators { instance: String },
    /// `/kafka/{instance}/users`
    Users { instance: String },
    /// `/kafka/{instance}/permissions`
    Permissions { instance: String },
    /// `/kafka/{instance}/messages`; which ones is in the query.
    Messages { instance: String },
    /// `/kafka/{instance}/messages/new`
    NewMessage { instance: String },
    /// `/kafka/{instance}/{page}`
    Manage { instance: String, page: ManagePage },
    /// `/rocketmq/{instance}` and below.
    RocketMq { instance: String, page: RocketMqPage },
    /// `/tools/journal`
    Journal,
    /// `/tools/gallery`, in development builds.
    Gallery,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The encoded path below the base, beginning with `/`; with the query that belongs to the route itself.
    pub fn path(&self) -> String {
        match self {
            Self::SignIn { next: None } => "/sign-in".to_owned(),
            Self::SignIn { next: Some(next) } => format!("/sign-in?next={}", encode(next)),
            Self::Instances => "/instances".to_owned(),
            Self::NewKafka => "/instances/new/kafka".to_owned(),
            Self::NewRocketMq => "/instances/new/rocketmq".to_owned(),
            Self::Kafka { instance } => format!("/kafka/{}", encode(instance)),
            Self::Topics { instance } => format!("/kafka/{}/topics", encode(instance)),
            Self::NewTopic { instance } => format!("/kafka/{}/topics/new", encode(instance)),
            Self::Topic { instance, topic } => {
                format!("/kafka/{}/topics/{}", encode(instance), named_segment(topic))
            }
            Self::EditTopic { instance, topic } => {
                format!("/kafka/{}/topics/{}/edit", encode(instance), named_segment(topic))
            }
            Self::Groups { instance } => format!("/kafka/{}/groups", encode(instance)),
            Self::Group { instance, group } => {
                format!("/kafka/{}/groups/{}", encode(instance), encode(group))
            }
            Self::ResetGroup { instance, group } => {
                format!("/kafka/{}/groups/{}/reset", encode(instance), encode(group))
            }
            Self::Coordinators { instance } => format!("/kafka/{}/coordinators", encode(instance)),
            Self::Users { instance } => format!("/kafka/{}/users", encode(instance)),
            Self::Permissions { instance } => format!("/kafka/{}/permissions", encode(instance)),
            Self::Messages { instance } => format!("/kafka/{}/messages", encode(instance)),
            Self::NewMessage { instance } => format!("/kafka/{}/messages/new", encode(instance)),
            Self::Manage { instance, page } => format!("/kafka/{}/{}", encode(instance), page.segment()),
            Self::RocketMq { instance, page } => format!("/rocketmq/{}{}", encode(instance), page.path()),
            Self::Journal => "/tools/journal".to_owned(),
            Self::Gallery => "/tools/gallery".to_owned(),
            Self::NotFound => "/not-found".to_owned(),
        }
    }

    /// Reads an encoded path below the base, with or without a query. A trailing slash does not matter.
    pub fn parse(target: &str) -> Self {
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let segments: Vec<&str> = path.split('/').filter(|s| !s.is_empty()).collect();
        match segments.as_slice() {
            [] | ["instances"] => Self::Instances,
            ["sign-in"] => Self::SignIn { next: query::get(query, "next") },
            ["instances", "new", "kafka"] => Self::NewKafka,
            ["instances", "new", "rocketmq"] => Self::NewRocketMq,
            ["kafka", instance] => Self::Kafka { instance: decode(instance) },
            ["kafka", instance, "topics"] => Self::Topics { instance: decode(instance) },
            ["kafka", instance, "topics", "new"] => Self::NewTopic { instance: decode(instance) },
            ["kafka", instance, "topics", topic] => {
                Self::Topic { instance: decode(instance), topic: decode(topic) }
            }
            ["kafka", instance, "topics", topic, "edit"] => {
                Self::EditTopic { instance: decode(instance), topic: decode(topic) }
            }
            ["kafka", instance, "groups"] => Self::Groups { instance: decode(instance) },
            ["kafka", instance, "groups", group] => {
                Self::Group { instance: decode(instance), group: decode(group) }
            }
            ["kafka", instance, "groups", group, "reset"] => {
                Self::ResetGroup { instance: decode(instance), group: decode(group) }
            }
            ["kafka", instance, "coordinators"] => Self::Coordinators { instance: decode(instance) },
            ["kafka", instance, "users"] => Self::Users { instance: decode(instance) },
            ["kafka", instance, "permissions"] => Self::Permissions { instance: decode(instance) },
            ["kafka", instance, "messages"] => Self::Messages { instance: decode(instance) },
            ["kafka", instance, "messages", "new"] => Self::NewMessage { instance: decode(instance) },
            ["kafka", instance, page] => match ManagePage::parse(page) {
                Some(page) => Self::Manage { instance: decode(instance), page },
                None => Self::NotFound,
            },
            ["rocketmq", instance, below @ ..] => match RocketMqPage::parse(below) {
                Some(page) => Self::RocketMq { instance: decode(instance), page },
                None => Self::NotFound,
            },
            ["tools", "journal"] => Self::Journal,
            ["tools", "gallery"] => Self::Gallery,
            _ => Self::NotFound,
        }
    }

    /// The path with the base: what an `href` needs.
    pub fn href(&self) -> String {
        navigate::base() + &self.path()
    }

    /// The instance that the page is about.
    pub fn instance(&self) -> Option<&str> {
        match self {
            Self::Kafka { instance }
            | Self::Topics { instance }
            | Self::NewTopic { instance }
            | Self::Topic { instance, .. }
            | Self::EditTopic { instance, .. }
            | Self::Groups { instance }
            | Self::Group { instance, .. }
            | Self::ResetGroup { instance, .. }
            | Self::Coordinators { instance }
            | Self::Users { instance }
            | Self::Permissions { instance }
            | Self::Messages { instance }
            | Self::NewMessage { instance }
            | Self::Manage { instance, .. }
            | Self::RocketMq { instance, .. } => Some(instance),
            _ => None,
        }
    }

    /// The overview of a RocketMQ instance.
    pub fn rocketmq(instance: impl Into<String>) -> Self {
        Self::RocketMq { instance: instance.into(), page: RocketMqPage::Overview }
    }
}

/// The path segment of something named. The word "new" is taken by the creation page; one encoded letter keeps them
/// apart.
fn named_segment(name: &str) -> String {
    match name {
        "new" => "%6Eew".to_owned(),
        _ => encode(name),
    }
}

fn decode(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_route(name: &str) -> Vec<Route> {
        let (instance, topic) = (|| "c6f1-22".to_owned(), || name.to_owned());
        let mut routes = vec![
            Route::SignIn { next: None },
            Route::SignIn { next: Some(format!("/kafka/i/topics?q={name}&sort=-name")) },
            Route::Instances,
            Route::NewKafka,
            Route::NewRocketMq,
            Route::Kafka { instance: topic() },
            Route::Topics { instance: instance() },
            Route::NewTopic { instance: instance() },
            Route::Topic { instance: instance(), topic: topic() },
            Route::EditTopic { instance: instance(), topic: topic() },
            Route::Groups { instance: instance() },
            Route::Group { instance: instance(), group: topic() },
            Route::ResetGroup { instance: instance(), group: topic() },
            Route::Coordinators { instance: instance() },
            Route::Users { instance: instance() },
            Route::Permissions { instance: instance() },
            Route::Messages { instance: topic() },
            Route::NewMessage { instance: instance() },
            Route::rocketmq(topic()),
            Route::Journal,
            Route::Gallery,
        ];
        routes.extend(ManagePage::ALL.map(|page| Route::Manage { instance: topic(), page }));
        let below = RocketMqPage::every(name).into_iter();
        routes.extend(below.map(|page| Route::RocketMq { instance: instance(), page }));
        routes
    }

    #[test]
    fn every_url_reads_back_whatever_the_name() {
        for name in
            ["orders", "%DLQ%group1", "a|b", "订单", "a/b", "a b", "new", "edit", "topics", "a?b#c", "%6Eew"]
        {
            for route in every_route(name) {
                let path = route.path();
                assert_eq!(Route::parse(&path), route, "{path}");
                assert!(path.starts_with('/') && path.is_ascii(), "{path}");
            }
        }
    }

    #[test]
    fn the_start_page_is_the_instance_list_and_strangers_are_not_found() {
        assert_eq!(Route::parse(""), Route::Instances);
        assert_eq!(Route::parse("/"), Route::Instances);
        assert_eq!(Route::parse("/instances/?q=a"), Route::Instances);
        assert_eq!(Route::parse("/kafka"), Route::NotFound);
        assert_eq!(Route::parse("/kafka/a/topics/b/c"), Route::NotFound);
        assert_eq!(Route::parse("/kafka/a/elsewhere"), Route::NotFound);
        assert_eq!(Route::parse("/rocketmq/a/elsewhere"), Route::NotFound);
    }

    #[test]
    fn a_topic_called_new_is_not_the_creation_page() {
        let route = Route::Topic { instance: "i".into(), topic: "new".into() };
        assert_eq!(route.path(), "/kafka/i/topics/%6Eew");
        assert_eq!(Route::parse("/kafka/i/topics/new"), Route::NewTopic { instance: "i".into() });
    }
}
