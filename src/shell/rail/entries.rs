//! The pages of an instance that the rail leads to.

use dms_api::Engine;

use crate::i18n::{Msg, messages, shell as text};
use crate::routes::{ManagePage, RocketMqPage, Route};
use crate::shell::crumbs::manage_word;
use crate::ui::Glyph;

/// One link.
pub struct Entry {
    pub to: Route,
    /// Names pages below it that mark it as current.
    pub also: fn(&Route) -> bool,
    pub icon: Glyph,
    pub label: Msg,
}

/// The links of an instance, in the order of the rail.
pub fn of(engine: Engine, instance: &str) -> Vec<Entry> {
    match engine {
        Engine::RocketMq => rocketmq(instance),
        _ => kafka(instance),
    }
}

fn kafka(instance: &str) -> Vec<Entry> {
    let instance = || instance.to_owned();
    let manage = |page, also, icon| Entry {
        to: Route::Manage { instance: instance(), page },
        also,
        icon,
        label: manage_word(page),
    };
    vec![
        Entry {
            to: Route::Kafka { instance: instance() },
            also: never,
            icon: Glyph::Activity,
            label: text::OVERVIEW,
        },
        Entry {
            to: Route::Topics { instance: instance() },
            also: below_topics,
            icon: Glyph::Topic,
            label: text::TOPICS,
        },
        Entry {
            to: Route::Messages { instance: instance() },
            also: |route| matches!(route, Route::NewMessage { .. }),
            icon: Glyph::List,
            label: messages::TITLE,
        },
        Entry {
            to: Route::Groups { instance: instance() },
            also: |route| {
                matches!(route, Route::Group { .. } | Route::ResetGroup { .. } | Route::Coordinators { .. })
            },
            icon: Glyph::Rows,
            label: text::GROUPS,
        },
        Entry {
            to: Route::Users { instance: instance() },
            also: |route| matches!(route, Route::Permissions { .. }),
            icon: Glyph::Users,
            label: text::USERS,
        },
        manage(ManagePage::Brokers, below_brokers, Glyph::Instance),
        manage(ManagePage::Monitoring, never, Glyph::Eye),
        manage(ManagePage::Settings, below_settings, Glyph::Settings),
        manage(ManagePage::Tasks, never, Glyph::Clock),
    ]
}

fn rocketmq(instance: &str) -> Vec<Entry> {
    use RocketMqPage as Page;
    let entry = |page, also, icon, label| Entry {
        to: Route::RocketMq { instance: instance.to_owned(), page },
        also,
        icon,
        label,
    };
    vec![
        entry(Page::Overview, never, Glyph::Activity, text::OVERVIEW),
        entry(
            Page::Topics,
            |r| rocketmq_page(r, |p| matches!(p, Page::NewTopic | Page::Topic(_))),
            Glyph::Topic,
            text::TOPICS,
        ),
        entry(
            Page::Messages,
            |r| rocketmq_page(r, |p| matches!(p, Page::NewMessage | Page::Trace)),
            Glyph::List,
            messages::TITLE,
        ),
        entry(
            Page::Groups,
            |r| rocketmq_page(r, |p| matches!(p, Page::NewGroup | Page::Group(_) | Page::ResetGroup(_))),
            Glyph::Rows,
            text::GROUPS,
        ),
        entry(Page::DeadLetters, never, Glyph::Inbox, text::DEAD_LETTERS),
        entry(
            Page::Users,
            |r| rocketmq_page(r, |p| matches!(p, Page::Permissions)),
            Glyph::Users,
            text::USERS,
        ),
        entry(
            Page::Migrations,
            |r| rocketmq_page(r, |p| matches!(p, Page::NewMigration)),
            Glyph::Upload,
            text::MIGRATIONS,
        ),
        entry(Page::Tasks, never, Glyph::Clock, text::TASKS),
    ]
}

fn never(_: &Route) -> bool {
    false
}

fn below_topics(route: &Route) -> bool {
    let compare = matches!(route, Route::Manage { page: ManagePage::CompareTopics, .. });
    compare || matches!(route, Route::NewTopic { .. } | Route::Topic { .. } | Route::EditTopic { .. })
}

fn below_brokers(route: &Route) -> bool {
    matches!(route, Route::Manage { page: ManagePage::Reassign, .. })
}

fn below_settings(route: &Route) -> bool {
    matches!(route, Route::Manage { page: ManagePage::Resize, .. })
}

fn rocketmq_page(route: &Route, wanted: fn(&RocketMqPage) -> bool) -> bool {
    matches!(route, Route::RocketMq { page, .. } if wanted(page))
}
