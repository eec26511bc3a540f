//! Which page is shown. The overview is in the chunk of the instances.

use dms_api::Engine;

use super::groups::{GroupPage, GroupsPage, NewGroupPage, ResetGroupPage};
use super::migrations::{MigrationsPage, NewMigrationPage};
use super::topics::{NewTopicPage, TopicPage, TopicsPage};
use super::users::{PermissionsPage, UsersPage};
use crate::lazy::Page;
use crate::pages::not_found::NotFoundPage;
use crate::pages::rocketmq::dead_letters::DeadLettersPage;
use crate::pages::rocketmq::messages::{MessagesPage, NewMessagePage};
use crate::pages::rocketmq::trace::TracePage;
use crate::pages::tasks::TasksPage;
use crate::prelude::*;
use crate::routes::{RocketMqPage, Route};

crate::chunk! {
    /// Topics, consumer groups, messages and users of RocketMQ instances.
    pub static ROCKETMQ: RocketMq = rocketmq { page };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct RocketMq {
    pub page: Page,
}

fn page(route: Route) -> AnyView {
    let Route::RocketMq { instance, page } = route else { return view! { <NotFoundPage/> }.into_any() };
    match page {
        RocketMqPage::Topics => view! { <TopicsPage instance/> }.into_any(),
        RocketMqPage::NewTopic => view! { <NewTopicPage instance/> }.into_any(),
        RocketMqPage::Topic(topic) => view! { <TopicPage instance topic/> }.into_any(),
        RocketMqPage::Groups => view! { <GroupsPage instance/> }.into_any(),
        RocketMqPage::NewGroup => view! { <NewGroupPage instance/> }.into_any(),
        RocketMqPage::Group(group) => view! { <GroupPage instance group/> }.into_any(),
        RocketMqPage::ResetGroup(group) => view! { <ResetGroupPage instance group/> }.into_any(),
        RocketMqPage::DeadLetters => view! { <DeadLettersPage instance/> }.into_any(),
        RocketMqPage::Messages => view! { <MessagesPage instance/> }.into_any(),
        RocketMqPage::NewMessage => view! { <NewMessagePage instance/> }.into_any(),
        RocketMqPage::Trace => view! { <TracePage instance/> }.into_any(),
        RocketMqPage::Migrations => view! { <MigrationsPage instance/> }.into_any(),
        RocketMqPage::NewMigration => view! { <NewMigrationPage instance/> }.into_any(),
        RocketMqPage::Tasks => view! { <TasksPage engine=Engine::RocketMq instance/> }.into_any(),
        RocketMqPage::Users => view! { <UsersPage instance/> }.into_any(),
        RocketMqPage::Permissions => view! { <PermissionsPage instance/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}
