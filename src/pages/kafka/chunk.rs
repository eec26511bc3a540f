//! Kafka instances beyond the topic list.

use std::sync::Arc;

use dms_api::models::kafka::Topic;

use super::groups::{CoordinatorsPage, GroupPage, GroupsPage, ResetGroupPage};
use super::messages::{MessagesPage, NewMessagePage};
use super::topics::{
    DeleteTopicsDialog, DeleteTopicsDialogProps, EditTopicPage, NewTopicPage, PeekProps, TopicPage,
    TopicPanel, TopicPanelProps, export_topics, peek_cell,
};
use super::users::{PermissionsPage, UsersPage};
use crate::lazy::Page;
use crate::pages::not_found::NotFoundPage;
use crate::prelude::*;
use crate::routes::Route;

crate::chunk! {
    /// Topics one by one, consumer groups, users, messages.
    pub static KAFKA: Kafka = kafka {
        page,
        topic_panel: |props| TopicPanel(props).into_any(),
        delete_topics: |props| DeleteTopicsDialog(props).into_any(),
        export_topics,
        peek_cell,
    };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct Kafka {
    pub page: Page,
    pub topic_panel: fn(TopicPanelProps) -> AnyView,
    pub delete_topics: fn(DeleteTopicsDialogProps) -> AnyView,
    /// Saves the topics of these names as a file.
    pub export_topics: fn(&str, &[String], &[Arc<Topic>]),
    /// Groups or lag of one topic of the list.
    pub peek_cell: fn(PeekProps) -> AnyView,
}

fn page(route: Route) -> AnyView {
    match route {
        Route::NewTopic { instance } => view! { <NewTopicPage instance/> }.into_any(),
        Route::Topic { instance, topic } => view! { <TopicPage instance topic/> }.into_any(),
        Route::EditTopic { instance, topic } => view! { <EditTopicPage instance topic/> }.into_any(),
        Route::Groups { instance } => view! { <GroupsPage instance/> }.into_any(),
        Route::Group { instance, group } => view! { <GroupPage instance group/> }.into_any(),
        Route::ResetGroup { instance, group } => view! { <ResetGroupPage instance group/> }.into_any(),
        Route::Coordinators { instance } => view! { <CoordinatorsPage instance/> }.into_any(),
        Route::Users { instance } => view! { <UsersPage instance/> }.into_any(),
        Route::Permissions { instance } => view! { <PermissionsPage instance/> }.into_any(),
        Route::Messages { instance } => view! { <MessagesPage instance/> }.into_any(),
        Route::NewMessage { instance } => view! { <NewMessagePage instance/> }.into_any(),
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}
