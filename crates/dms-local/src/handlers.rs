//! Which function answers which operation.
//!
//! To add an operation: declare it in `dms-api` (`operation!` and the catalogue), write an
//! `async fn(Arc<Service>, Call) -> Result<Response, Fail>` in the file of its chapter, and add one line below. The
//! compiler checks that the function answers what the contract says. Authentication, faults, the journal and the
//! choice between the two engines are done before a handler runs.

mod iam;
mod instances;
mod kafka_ces;
mod kafka_disk;
mod kafka_find_messages;
mod kafka_group_pages;
mod kafka_groups;
mod kafka_instances;
mod kafka_management;
mod kafka_messages;
mod kafka_policies;
mod kafka_reassign;
mod kafka_resize;
mod kafka_settings;
mod kafka_topic_detail;
mod kafka_topic_parts;
mod kafka_topics;
mod kafka_users;
mod order;
mod rocketmq;
mod rocketmq_groups;
mod rocketmq_instances;
mod rocketmq_messages;
mod rocketmq_metadata;
mod rocketmq_other;
mod rocketmq_topics;
mod rocketmq_users;
mod tables;
mod tags;
mod tasks;
mod v1;

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
    api::kafka::ResetPassword => kafka_settings::reset_password,
    api::kafka::ResetManagerPassword => kafka_settings::reset_manager_password,
    api::kafka::RestartManager => kafka_settings::restart_manager,
    api::kafka::SetAutoTopic => kafka_settings::set_auto_topic,
    api::kafka::ModifyCrossVpc => kafka_settings::modify_cross_vpc,
    api::kafka::ShowCluster => kafka_management::show_cluster,
    api::kafka::ListGroups => kafka_groups::list,
    api::kafka::ShowGroup => kafka_groups::show,
    api::kafka::ShowGroupDetail => kafka_groups::show_detail,
    api::kafka::ListCoordinators => kafka_groups::coordinators,
    #[raw] api::kafka::CreateGroup => kafka_groups::create,
    api::kafka::ModifyGroup => kafka_groups::modify,
    api::kafka::ModifyGroups => kafka_groups::modify_all,
    api::kafka::DeleteGroup => kafka_groups::delete,
    api::kafka::DeleteGroups => kafka_groups::delete_all,
    api::kafka::ResetOffset => kafka_groups::reset,
    api::kafka::ResetGroupOffset => kafka_groups::reset,
    api::kafka::ListGroupMembers => kafka_group_pages::members,
    api::kafka::ListGroupOffsets => kafka_group_pages::offsets,
    api::kafka::ListGroupTopics => kafka_group_pages::topics,
    api::kafka::DeleteGroupOffsets => kafka_group_pages::delete_offsets,
    api::kafka::AddPartitions => kafka_reassign::add_partitions,
    api::kafka::ReassignReplicas => kafka_reassign::reassign_replicas,
    api::kafka::ShowDiskUsage => kafka_disk::show,
    api::kafka::Reassign => kafka_reassign::reassign,
    api::kafka::CreateReassignment => kafka_reassign::reassign,
    api::kafka::Extend => kafka_resize::extend,
    api::kafka::ListExtendProducts => kafka_resize::list_products,
    api::kafka::Resize => kafka_resize::extend,
    api::kafka::ListResizeProducts => kafka_resize::list_products,
    api::kafka::CreateTopic => kafka_topics::create,
    api::kafka::ListTopics => kafka_topics::list,
    api::kafka::ModifyTopics => kafka_topics::modify,
    api::kafka::DeleteTopics => kafka_topics::delete,
    api::kafka::ShowTopic => kafka_topic_detail::show,
    #[raw] api::kafka::ShowTopicReplicas => kafka_topic_parts::replicas,
    api::kafka::ListTopicPartitions => kafka_topic_parts::partitions,
    api::kafka::ListTopicProducers => kafka_topic_parts::producers,
    api::kafka::ListUsers => kafka_users::list,
    api::kafka::CreateUser => kafka_users::create,
    api::kafka::DeleteUsers => kafka_users::delete,
    api::kafka::ResetUserPassword => kafka_users::reset_password,
    api::kafka::ModifyUser => kafka_users::modify,
    api::kafka::ShowTopicPolicies => kafka_policies::show,
    api::kafka::SetTopicPolicies => kafka_policies::set,
    api::kafka::FindMessages => kafka_find_messages::find,
    api::kafka::ShowMessage => kafka_messages::show,
    api::kafka::ListMessages => kafka_messages::list,
    api::kafka::ShowFirstMessage => kafka_messages::first,
    api::kafka::ShowLastMessage => kafka_messages::last,
    api::kafka::SendMessage => kafka_messages::send,
    api::kafka::DeleteMessages => kafka_messages::delete,
    api::kafka::ListTasks => tasks::list,
    api::kafka::ShowTask => tasks::show,
    api::kafka::DeleteTask => tasks::delete,
    api::kafka::ChangeTags => tags::change,
    api::kafka::ListTags => tags::list,
    api::kafka::ListProjectTags => tags::list_of_project,
    api::kafka::ListMaintainWindows => tables::maintain_windows,
    api::kafka::ListAvailableZones => tables::zones,
    api::kafka::ListProducts => tables::products,
    api::kafka::ShowCesHierarchy => kafka_ces::show,

    api::kafka::v1::CreateInstance => v1::create,
    #[raw] api::kafka::v1::ShowInstance => v1::show,
    api::kafka::v1::ModifyInstance => kafka_instances::modify,
    api::kafka::v1::DeleteInstance => instances::delete,
    api::kafka::v1::BatchAction => v1::batch,
    #[raw] api::kafka::v1::ListInstances => v1::list,
    #[raw] api::kafka::v1::CreateTopic => v1::create_topic,
    #[raw] api::kafka::v1::ListTopics => v1::list_topics,
    api::kafka::v1::DeleteTopics => kafka_topics::delete,
    #[raw] api::kafka::v1::ListAvailableZones => v1::zones,
    api::kafka::v1::ListProducts => v1::products,
    api::kafka::v1::ListMaintainWindows => v1::maintain_windows,

    api::rocketmq::CreateInstance => rocketmq_instances::create,
    api::rocketmq::ListInstances => instances::list,
    api::rocketmq::ShowInstance => instances::show,
    api::rocketmq::DeleteInstance => instances::delete,
    api::rocketmq::ModifyInstance => rocketmq_instances::modify,
    api::rocketmq::BatchDelete => instances::batch,
    api::rocketmq::ListBrokers => rocketmq_other::brokers,
    api::rocketmq::ListGroups => rocketmq_groups::list,
    api::rocketmq::CreateGroup => rocketmq_groups::create,
    api::rocketmq::DeleteGroups => rocketmq_groups::delete_all,
    api::rocketmq::ModifyGroups => rocketmq_groups::modify_all,
    api::rocketmq::DeleteGroup => rocketmq_groups::delete,
    api::rocketmq::ShowGroup => rocketmq_groups::show,
    api::rocketmq::ModifyGroup => rocketmq_groups::modify,
    api::rocketmq::ShowConsumption => rocketmq_groups::consumption,
    api::rocketmq::ResetOffset => rocketmq_groups::reset,
    api::rocketmq::ListClients => rocketmq_groups::clients,
    api::rocketmq::ListTopics => rocketmq_topics::list,
    api::rocketmq::CreateTopic => rocketmq_topics::create,
    api::rocketmq::DeleteTopics => rocketmq_topics::delete_all,
    api::rocketmq::DeleteTopic => rocketmq_topics::delete,
    api::rocketmq::ShowTopic => rocketmq_topics::show,
    api::rocketmq::ModifyTopic => rocketmq_topics::modify,
    api::rocketmq::ListTopicGroups => rocketmq_topics::groups,
    api::rocketmq::ShowTopicStatus => rocketmq_topics::status,
    api::rocketmq::ListMessages => rocketmq_messages::list,
    api::rocketmq::ShowTrace => rocketmq_messages::trace,
    api::rocketmq::ExportDeadLetters => rocketmq_messages::export,
    api::rocketmq::ResendDeadLetters => rocketmq_messages::resend,
    api::rocketmq::VerifyConsumption => rocketmq_messages::verify,
    api::rocketmq::SendMessage => rocketmq_messages::send,
    api::rocketmq::CreateUser => rocketmq_users::create,
    api::rocketmq::ListUsers => rocketmq_users::list,
    api::rocketmq::ModifyUser => rocketmq_users::modify,
    api::rocketmq::ShowUser => rocketmq_users::show,
    api::rocketmq::DeleteUser => rocketmq_users::delete,
    api::rocketmq::ListTopicPolicies => rocketmq_users::of_topic,
    api::rocketmq::ListGroupPolicies => rocketmq_users::of_group,
    api::rocketmq::CreateMigration => rocketmq_metadata::create,
    api::rocketmq::ListMigrations => rocketmq_metadata::list,
    api::rocketmq::DeleteMigrations => rocketmq_metadata::delete,
    api::rocketmq::BatchDeleteMigrations => rocketmq_metadata::batch_delete,
    api::rocketmq::ListTasks => tasks::list,
    api::rocketmq::ShowTask => tasks::show,
    api::rocketmq::DeleteTask => tasks::delete,
    api::rocketmq::ChangeTags => tags::change,
    api::rocketmq::ListTags => tags::list,
    api::rocketmq::ListProjectTags => tags::list_of_project,
    api::rocketmq::ListAvailableZones => tables::zones,
    api::rocketmq::ListProducts => rocketmq_other::products,
    api::rocketmq::ShowHierarchy => rocketmq_other::hierarchy,
}

/// The function for an operation.
pub fn find(spec: &Spec) -> Option<&'static Handler> {
    ALL.iter().find(|handler| handler.spec.id == spec.id)
}

/// The ids of catalogue operations that nobody answers yet.
pub fn missing() -> Vec<&'static str> {
    dms_api::catalogue::ALL.iter().filter(|spec| find(spec).is_none()).map(|spec| spec.id).collect()
}
