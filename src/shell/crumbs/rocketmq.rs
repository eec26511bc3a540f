//! The path to a page about a RocketMQ instance.

use crate::i18n::{Msg, shell as text};
use crate::routes::RocketMqPage as Page;

/// What a step is called.
pub enum Name {
    /// A word of the console's.
    Word(Msg),
    /// The name of a topic or group.
    Own(String),
}

/// The steps below the instance.
pub fn crumbs(page: &Page) -> Vec<(Name, Page)> {
    let word = |msg| (Name::Word(msg), page.clone());
    let topics = || (Name::Word(text::TOPICS), Page::Topics);
    let groups = || (Name::Word(text::GROUPS), Page::Groups);
    let group = |name: &String| (Name::Own(name.clone()), Page::Group(name.clone()));
    let messages = || (Name::Word(crate::i18n::messages::TITLE), Page::Messages);
    match page {
        Page::Overview => Vec::new(),
        Page::Topics => vec![topics()],
        Page::NewTopic => vec![topics(), word(text::NEW_TOPIC)],
        Page::Topic(name) => vec![topics(), (Name::Own(name.clone()), page.clone())],
        Page::Groups => vec![groups()],
        Page::NewGroup => vec![groups(), word(text::NEW_GROUP)],
        Page::Group(name) => vec![groups(), group(name)],
        Page::ResetGroup(name) => vec![groups(), group(name), word(text::RESET_GROUP)],
        Page::Messages => vec![messages()],
        Page::NewMessage => vec![messages(), word(crate::i18n::messages::PRODUCE)],
        Page::Trace => vec![messages(), word(text::TRACE)],
        Page::DeadLetters => vec![word(text::DEAD_LETTERS)],
        Page::Users => vec![word(text::USERS)],
        Page::Permissions => vec![(Name::Word(text::USERS), Page::Users), word(text::PERMISSIONS)],
        Page::Migrations => vec![word(text::MIGRATIONS)],
        Page::NewMigration => {
            vec![(Name::Word(text::MIGRATIONS), Page::Migrations), word(text::NEW_MIGRATION)]
        }
        Page::Tasks => vec![word(text::TASKS)],
    }
}
