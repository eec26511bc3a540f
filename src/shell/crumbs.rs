//! Where the user is: the instance of the page, the path to it, its title.

mod rocketmq;

use std::sync::Arc;

use dms_api::Engine;
use dms_api::models::Instance;
use dms_api::ops;

use crate::data::{Query, use_query};
use crate::i18n::{Locale, Msg, core, locale, shell as text};
use crate::prelude::*;
use crate::routes::{ManagePage, RocketMqPage, Route};
use rocketmq::Name;

/// The instance that the page is about, as far as known.
#[derive(Clone, Copy)]
pub struct Subject {
    kafka: Query<Instance>,
    rocketmq: Query<Instance>,
    about: Memo<Option<About>>,
}

/// Which instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    pub id: String,
    pub engine: Engine,
}

impl About {
    /// The instance that a page is about. The tools keep the one that was `before`, so that one can go back.
    fn of(route: &Route, before: Option<&Self>) -> Option<Self> {
        let engine = if matches!(route, Route::RocketMq { .. }) { Engine::RocketMq } else { Engine::Kafka };
        match route {
            Route::Journal | Route::Gallery => before.cloned(),
            other => other.instance().map(|id| Self { id: id.to_owned(), engine }),
        }
    }
}

impl Subject {
    /// Follows the route. The pages ask for the same operation, so this costs no request of its own.
    pub fn of(route: Memo<Route>) -> Self {
        let about = Memo::new(move |before: Option<&Option<About>>| {
            route.with(|r| About::of(r, before.and_then(Option::as_ref)))
        });
        let id = move |engine: Engine| about.get().filter(|a| a.engine == engine).map(|a| a.id);
        Self {
            kafka: use_query(move || Some(ops::kafka::ShowInstance { instance_id: id(Engine::Kafka)? })),
            rocketmq: use_query(move || {
                Some(ops::rocketmq::ShowInstance { instance_id: id(Engine::RocketMq)? })
            }),
            about,
        }
    }

    /// Which one it is, tracked.
    pub fn about(self) -> Memo<Option<About>> {
        self.about
    }

    /// Its id, tracked.
    pub fn id(self) -> Option<String> {
        self.about.with(|a| a.as_ref().map(|a| a.id.clone()))
    }

    /// What is known of it, tracked.
    pub fn instance(self) -> Option<Arc<Instance>> {
        self.kafka.data().or_else(|| self.rocketmq.data())
    }

    /// Its name; dots until that is known, and its id where it stays unknown. Tracked.
    pub fn name(self) -> String {
        let Some(id) = self.id() else { return String::new() };
        match self.instance() {
            Some(instance) if !instance.name.is_empty() => instance.name.clone(),
            None if self.kafka.error().or_else(|| self.rocketmq.error()).is_none() => "…".to_owned(),
            _ => id,
        }
    }
}

/// One step of the path to the page; the last one is the page itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Crumb {
    pub name: String,
    pub to: Route,
}

/// The path to a page. `instance_name` is used where the page is about one.
pub fn crumbs(route: &Route, instance_name: &str, locale: Locale) -> Vec<Crumb> {
    let word = |msg: Msg, to: Route| Crumb { name: msg.text(locale).to_owned(), to };
    let instances = || word(text::INSTANCES, Route::Instances);
    let kafka = |instance: &str| Crumb {
        name: instance_name.to_owned(),
        to: Route::Kafka { instance: instance.to_owned() },
    };
    let topics = |instance: &str| word(text::TOPICS, Route::Topics { instance: instance.to_owned() });
    let messages = |instance: &str| {
        word(crate::i18n::messages::TITLE, Route::Messages { instance: instance.to_owned() })
    };
    let topic = |instance: &str, topic: &str| Crumb {
        name: topic.to_owned(),
        to: Route::Topic { instance: instance.to_owned(), topic: topic.to_owned() },
    };
    let groups = |instance: &str| word(text::GROUPS, Route::Groups { instance: instance.to_owned() });
    let group = |instance: &str, group: &str| Crumb {
        name: group.to_owned(),
        to: Route::Group { instance: instance.to_owned(), group: group.to_owned() },
    };
    let users = |instance: &str| word(text::USERS, Route::Users { instance: instance.to_owned() });
    match route {
        Route::SignIn { .. } => vec![word(text::SIGN_IN, route.clone())],
        Route::Instances => vec![instances()],
        Route::NewKafka => vec![instances(), word(text::NEW_KAFKA, route.clone())],
        Route::NewRocketMq => vec![instances(), word(text::NEW_ROCKETMQ, route.clone())],
        Route::Kafka { instance } => vec![instances(), kafka(instance)],
        Route::Topics { instance } => vec![instances(), kafka(instance), topics(instance)],
        Route::NewTopic { instance } => {
            vec![instances(), kafka(instance), topics(instance), word(text::NEW_TOPIC, route.clone())]
        }
        Route::Topic { instance, topic: name } => {
            vec![instances(), kafka(instance), topics(instance), topic(instance, name)]
        }
        Route::EditTopic { instance, topic: name } => vec![
            instances(),
            kafka(instance),
            topics(instance),
            topic(instance, name),
            word(text::EDIT_TOPIC, route.clone()),
        ],
        Route::Groups { instance } => vec![instances(), kafka(instance), groups(instance)],
        Route::Group { instance, group: name } => {
            vec![instances(), kafka(instance), groups(instance), group(instance, name)]
        }
        Route::ResetGroup { instance, group: name } => vec![
            instances(),
            kafka(instance),
            groups(instance),
            group(instance, name),
            word(text::RESET_GROUP, route.clone()),
        ],
        Route::Coordinators { instance } => {
            vec![instances(), kafka(instance), groups(instance), word(text::COORDINATORS, route.clone())]
        }
        Route::Users { instance } => vec![instances(), kafka(instance), users(instance)],
        Route::Permissions { instance } => {
            vec![instances(), kafka(instance), users(instance), word(text::PERMISSIONS, route.clone())]
        }
        Route::Messages { instance } => vec![instances(), kafka(instance), messages(instance)],
        Route::NewMessage { instance } => {
            let new = word(crate::i18n::messages::PRODUCE, route.clone());
            vec![instances(), kafka(instance), messages(instance), new]
        }
        Route::Manage { instance, page } => {
            let mut path = vec![instances(), kafka(instance)];
            if *page == ManagePage::CompareTopics {
                path.push(topics(instance));
            }
            path.push(word(manage_word(*page), route.clone()));
            path
        }
        Route::RocketMq { instance, page } => {
            let below = |page| Route::RocketMq { instance: instance.clone(), page };
            let overview = Crumb { name: instance_name.to_owned(), to: Route::rocketmq(instance.as_str()) };
            let mut path = vec![instances(), overview];
            path.extend(rocketmq::crumbs(page).into_iter().map(|(name, page)| Crumb {
                name: match name {
                    Name::Word(msg) => msg.text(locale).to_owned(),
                    Name::Own(name) => name,
                },
                to: below(page),
            }));
            path
        }
        Route::Journal => vec![word(text::JOURNAL, route.clone())],
        Route::Gallery => vec![word(text::GALLERY, route.clone())],
        Route::NotFound => vec![word(text::NOT_FOUND, route.clone())],
    }
}

/// What a page is called on which a Kafka instance is looked after.
pub fn manage_word(page: ManagePage) -> Msg {
    match page {
        ManagePage::Brokers => text::BROKERS,
        ManagePage::Monitoring => text::MONITORING,
        ManagePage::Settings => text::SETTINGS,
        ManagePage::Resize => text::RESIZE,
        ManagePage::Tasks => text::TASKS,
        ManagePage::Reassign => text::REASSIGN,
        ManagePage::CompareTopics => text::COMPARE_TOPICS,
    }
}

/// The path to the page shown, tracked.
pub fn current(route: Memo<Route>, subject: Subject) -> Vec<Crumb> {
    let name = subject.name();
    route.with(|route| crumbs(route, &name, locale()))
}

/// What a page is called that needs no name of a thing.
pub fn page_name(route: &Route, locale: Locale) -> String {
    match route {
        Route::Kafka { .. } | Route::RocketMq { page: RocketMqPage::Overview, .. } => {
            text::OVERVIEW.text(locale).to_owned()
        }
        other => crumbs(other, "", locale).pop().map(|crumb| crumb.name).unwrap_or_default(),
    }
}

/// Title for the window: the most particular first, as tabs are narrow.
pub fn title(crumbs: &[Crumb], locale: Locale) -> String {
    let names: Vec<&str> =
        crumbs.iter().rev().map(|c| c.name.as_str()).filter(|n| *n != text::INSTANCES.text(locale)).collect();
    let app = core::APP.text(locale);
    match (names.is_empty(), crumbs.first()) {
        (true, Some(only)) => format!("{} · {app}", only.name),
        _ => format!("{} · {app}", names.join(" · ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(route: &Route, locale: Locale) -> Vec<String> {
        crumbs(route, "prod-orders", locale).into_iter().map(|c| c.name).collect()
    }

    #[test]
    fn the_path_leads_from_the_instances_to_the_page() {
        let route = Route::EditTopic { instance: "i1".into(), topic: "a|b".into() };
        assert_eq!(names(&route, Locale::En), ["Instances", "prod-orders", "Topics", "a|b", "Edit"]);
        assert_eq!(names(&route, Locale::Zh), ["实例", "prod-orders", "Topic", "a|b", "编辑"]);
        let last = crumbs(&route, "x", Locale::En).pop().map(|c| c.to);
        assert_eq!(last, Some(route));
    }

    #[test]
    fn rocketmq_pages_lie_below_their_instance() {
        let page = RocketMqPage::ResetGroup("%DLQ%g".into());
        let route = Route::RocketMq { instance: "i2".into(), page };
        let expected = ["Instances", "prod-orders", "Consumer groups", "%DLQ%g", "Reset offsets"];
        assert_eq!(names(&route, Locale::En), expected);
        let to: Vec<_> = crumbs(&route, "x", Locale::En).into_iter().map(|c| c.to.path()).collect();
        assert_eq!(to[1..3], ["/rocketmq/i2", "/rocketmq/i2/groups"]);
        assert_eq!(to.last(), Some(&route.path()));
    }

    #[test]
    fn the_tools_keep_the_instance_and_the_list_forgets_it() {
        let kafka = About::of(&Route::Topics { instance: "i1".into() }, None);
        assert_eq!(kafka.as_ref().map(|a| (a.id.as_str(), a.engine)), Some(("i1", Engine::Kafka)));
        assert_eq!(About::of(&Route::Journal, kafka.as_ref()), kafka);
        assert_eq!(About::of(&Route::Instances, kafka.as_ref()), None);
        let rocketmq = About::of(&Route::rocketmq("i2"), kafka.as_ref());
        assert_eq!(rocketmq.map(|a| a.engine), Some(Engine::RocketMq));
    }

    #[test]
    fn titles_begin_with_the_most_particular() {
        let topic = Route::Topic { instance: "i1".into(), topic: "orders".into() };
        let of = |route: &Route| title(&crumbs(route, "prod", Locale::En), Locale::En);
        assert_eq!(of(&topic), "orders · Topics · prod · DMS Console");
        assert_eq!(of(&Route::Instances), "Instances · DMS Console");
    }
}
