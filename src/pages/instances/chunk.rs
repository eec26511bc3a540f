//! The list of instances, and what goes beyond it.

use std::sync::Arc;

use dms_api::models::Instance;

use super::actions::{ActionDialogs, Actions};
use super::create::NewKafkaPage;
use super::create::rocketmq::NewRocketMqPage;
use super::create::v1::NewKafkaV1Page;
use super::failed::DeleteFailed;
use super::list::InstancesPage;
use super::panel::panel;
use crate::lazy::Page;
use crate::pages::kafka::overview::KafkaPage;
use crate::pages::not_found::NotFoundPage;
use crate::pages::rocketmq::RocketMqOverviewPage;
use crate::prelude::*;
use crate::routes::{RocketMqPage, Route};
use crate::session;
use crate::ui::Bound;

crate::chunk! {
    /// The list. A file of its own, and a small one: a link to a topic list does without it, and from the sign-in page
    /// it is fetched while the user signs in.
    pub static INSTANCE_LIST: InstanceList = instance_list { page: |_| view! { <InstancesPage/> }.into_any() };
}

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct InstanceList {
    pub page: Page,
}

crate::chunk! {
    /// Creating instances, their own pages, and what can be done to them.
    pub static INSTANCES: Instances = instances { page, panel, actions, delete_failed };
}

type Several = Signal<Vec<Arc<Instance>>>;

/// What the rest of the console shows of it.
#[derive(Clone, Copy)]
pub struct Instances {
    pub page: Page,
    /// The panel of a row, see [`panel()`].
    pub panel: fn(Arc<Instance>, Bound<String>, Actions) -> AnyView,
    /// The dialogs behind [`Actions`].
    pub actions: fn(Actions) -> AnyView,
    /// The dialog that deletes failed creations; open while the first is true.
    pub delete_failed: fn(RwSignal<bool>, Several) -> AnyView,
}

fn page(route: Route) -> AnyView {
    match route {
        Route::NewKafka => new_kafka(),
        Route::NewRocketMq => view! { <NewRocketMqPage/> }.into_any(),
        Route::Kafka { instance } => view! { <KafkaPage instance/> }.into_any(),
        Route::RocketMq { instance, page: RocketMqPage::Overview } => {
            view! { <RocketMqOverviewPage instance/> }.into_any()
        }
        _ => view! { <NotFoundPage/> }.into_any(),
    }
}

/// Both versions of the API have a form of their own.
fn new_kafka() -> AnyView {
    let version_1 = Memo::new(|_| session::is_version_1());
    (move || match version_1.get() {
        true => view! { <NewKafkaV1Page/> }.into_any(),
        false => view! { <NewKafkaPage/> }.into_any(),
    })
    .into_any()
}

fn actions(actions: Actions) -> AnyView {
    view! { <ActionDialogs actions/> }.into_any()
}

fn delete_failed(asking: RwSignal<bool>, failed: Several) -> AnyView {
    view! { <DeleteFailed asking failed/> }.into_any()
}
