//! Which function answers which operation.
//!
//! To add an operation: declare it in `dms-api` (`operation!` and the catalogue), write an
//! `async fn(Arc<Service>, Call) -> Result<Response, Fail>` in the file of its chapter, and add one line below. The
//! compiler checks that the function answers what the contract says. Authentication, faults, the journal and the
//! choice between the two engines are done before a handler runs.

mod iam;
mod instances;
mod kafka_instances;
mod kafka_management;
mod kafka_topic_detail;
mod kafka_topics;
mod order;
mod rocketmq_instances;
mod tables;
mod tags;

use std::pin::Pin;
use std::sync::Arc;

use dms_api::{Operation, Spec, ops as api};

use crate::call::{Answer, Call};
use crate::fail::Fail;
use crate::service::Service;

/// A future of an answer.
pub type Answering = Pin<Box<dyn Future<Output = Result<Answer, Fail>> + Send>>;

/// One operation and its function.
pub struct Handler {
    /// The operation.
    pub spec: &'static Spec,
    /// Answers it.
    pub run: fn(Arc<Service>, Call) -> Answering,
}

macro_rules! handlers {
    ($($(#[$form:ident])? $op:ty => $handler:path,)*) => {
        /// Every operation that is answered.
        pub static ALL: &[Handler] = &[$(Handler {
            spec: <$op as Operation>::SPEC,
            run: |service, call| Box::pin(async move { handlers!(@answer $($form)? $op, $handler(service, call)) }),
        }),*];
    };
    // The usual form: the contract's answer type, written as JSON.
    (@answer $op:ty, $call:expr) => {{
        let answer: <$op as Operation>::Response = $call.await?;
        Answer::json(&answer)
    }};
    // `#[raw]`: the handler makes the whole answer, headers included.
    (@answer raw $op:ty, $call:expr) => { $call.await };
}

handlers! {
    #[raw] api::iam::CreateToken => iam::create_token,
    api::iam::ListProjects => iam::list_projects,
    api::iam::ListAuthProjects => iam::list_auth_projects,

    api::kafka::CreateInstance => kafka_instances::create,
    api::kafka::ListInstances => instances::list,
    api::kafka::ShowInstance => instances::show,
    api::kafka::DeleteInstance => instances::delete,
    api::kafka::ModifyInstance => kafka_instances::modify,
    api::kafka::BatchAction => instances::batch,
    api::kafka::ShowCluster => kafka_management::show_cluster,
    api::kafka::ListGroups => kafka_management::list_groups,
    api::kafka::CreateTopic => kafka_topics::create,
    api::kafka::ListTopics => kafka_topics::list,
    api::kafka::ModifyTopics => kafka_topics::modify,
    api::kafka::DeleteTopics => kafka_topics::delete,
    api::kafka::ShowTopic => kafka_topic_detail::show,
    api::kafka::ChangeTags => tags::change,
    api::kafka::ListTags => tags::list,
    api::kafka::ListProjectTags => tags::list_of_project,
    api::kafka::ListMaintainWindows => tables::maintain_windows,
    api::kafka::ListAvailableZones => tables::zones,
    api::kafka::ListProducts => tables::products,

    api::rocketmq::CreateInstance => rocketmq_instances::create,
    api::rocketmq::ListInstances => instances::list,
    api::rocketmq::ShowInstance => instances::show,
    api::rocketmq::DeleteInstance => instances::delete,
    api::rocketmq::ModifyInstance => rocketmq_instances::modify,
    api::rocketmq::BatchDelete => instances::batch,
    api::rocketmq::ChangeTags => tags::change,
    api::rocketmq::ListTags => tags::list,
    api::rocketmq::ListAvailableZones => tables::zones,
}

/// The function for an operation.
pub fn find(spec: &Spec) -> Option<&'static Handler> {
    ALL.iter().find(|handler| handler.spec.id == spec.id)
}

/// The ids of catalogue operations that nobody answers yet.
pub fn missing() -> Vec<&'static str> {
    dms_api::catalogue::ALL.iter().filter(|spec| find(spec).is_none()).map(|spec| spec.id).collect()
}
