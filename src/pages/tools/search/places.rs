//! Pages that can be found by their names.

use dms_api::Engine;

use crate::i18n::Locale;
use crate::routes::{ManagePage, RocketMqPage, Route};
use crate::shell::{About, page_name};

/// The pages that are about no instance.
pub fn general() -> [Route; 4] {
    [Route::Instances, Route::NewKafka, Route::NewRocketMq, Route::Journal]
}

/// The pages of an instance that need no other name, in the order of the rail, each before those below it.
pub fn of(about: &About) -> Vec<Route> {
    let instance = || about.id.clone();
    match about.engine {
        Engine::RocketMq => {
            let pages = rocketmq().into_iter();
            pages.map(|page| Route::RocketMq { instance: instance(), page }).collect()
        }
        _ => vec![
            Route::Kafka { instance: instance() },
            Route::Topics { instance: instance() },
            Route::NewTopic { instance: instance() },
            manage(about, ManagePage::CompareTopics),
            Route::Messages { instance: instance() },
            Route::NewMessage { instance: instance() },
            Route::Groups { instance: instance() },
            Route::Coordinators { instance: instance() },
            Route::Users { instance: instance() },
            Route::Permissions { instance: instance() },
            manage(about, ManagePage::Brokers),
            manage(about, ManagePage::Reassign),
            manage(about, ManagePage::Monitoring),
            manage(about, ManagePage::Settings),
            manage(about, ManagePage::Resize),
            manage(about, ManagePage::Tasks),
        ],
    }
}

fn manage(about: &About, page: ManagePage) -> Route {
    Route::Manage { instance: about.id.clone(), page }
}

fn rocketmq() -> [RocketMqPage; 14] {
    use RocketMqPage as Page;
    [
        Page::Overview,
        Page::Topics,
        Page::NewTopic,
        Page::Messages,
        Page::NewMessage,
        Page::Trace,
        Page::Groups,
        Page::NewGroup,
        Page::DeadLetters,
        Page::Users,
        Page::Permissions,
        Page::Migrations,
        Page::NewMigration,
        Page::Tasks,
    ]
}

/// What a page is called in both languages, the one in use first: a word of the other one finds it as well.
pub fn names(route: &Route, locale: Locale) -> [String; 2] {
    let other = match locale {
        Locale::En => Locale::Zh,
        Locale::Zh => Locale::En,
    };
    [page_name(route, locale), page_name(route, other)]
}
