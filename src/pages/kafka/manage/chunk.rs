//! Which page is shown.

use dms_api::Engine;

use super::brokers::BrokersPage;
use super::compare::ComparePage;
use super::monitoring::MonitoringPage;
use super::reassign::ReassignPage;
use super::resize::ResizePage;
use super::settings::SettingsPage;
use crate::lazy::Page;
use crate::pages::not_found::NotFoundPage;
use crate::pages::tasks::TasksPage;
use crate::prelude::*;
use crate::routes::{ManagePage, Route};

crate::chunk! {
    /// The pages on which a Kafka instance is looked after.
    pub static MANAGE: Manage = manage { page };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct Manage {
    pub page: Page,
}

fn page(route: Route) -> AnyView {
    let Route::Manage { instance, page } = route else { return view! { <NotFoundPage/> }.into_any() };
    match page {
        ManagePage::Brokers => view! { <BrokersPage instance/> }.into_any(),
        ManagePage::Monitoring => view! { <MonitoringPage instance/> }.into_any(),
        ManagePage::Resize => view! { <ResizePage instance/> }.into_any(),
        ManagePage::Settings => view! { <SettingsPage instance/> }.into_any(),
        ManagePage::Tasks => view! { <TasksPage engine=Engine::Kafka instance/> }.into_any(),
        ManagePage::CompareTopics => view! { <ComparePage instance/> }.into_any(),
        ManagePage::Reassign => view! { <ReassignPage instance/> }.into_any(),
    }
}
