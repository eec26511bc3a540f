//! The static list of all operations, and how a request line is matched to one.

use crate::operation::{Method, Operation, Spec};
use crate::ops::{iam, kafka, rocketmq};

macro_rules! catalogue {
    ($($op:path),* $(,)?) => {
        /// Every operation this crate knows. An operation that is not listed here does not exist for the
        /// local DMS, the journal and the coverage report.
        pub static ALL: &[&Spec] = &[$(<$op as Operation>::SPEC),*];
    };
}

catalogue![
    iam::CreateToken,
    iam::ListProjects,
    iam::ListAuthProjects,
    kafka::CreateInstance,
    kafka::ListInstances,
    kafka::ShowInstance,
    kafka::DeleteInstance,
    kafka::ModifyInstance,
    kafka::BatchAction,
    kafka::ResetPassword,
    kafka::ResetManagerPassword,
    kafka::RestartManager,
    kafka::SetAutoTopic,
    kafka::ModifyCrossVpc,
    kafka::ShowCluster,
    kafka::AddPartitions,
    kafka::ReassignReplicas,
    kafka::ShowDiskUsage,
    kafka::ListGroups,
    kafka::ShowGroup,
    kafka::ShowGroupDetail,
    kafka::ListCoordinators,
    kafka::CreateGroup,
    kafka::ModifyGroup,
    kafka::ModifyGroups,
    kafka::DeleteGroup,
    kafka::DeleteGroups,
    kafka::ResetOffset,
    kafka::ResetGroupOffset,
    kafka::ListGroupMembers,
    kafka::ListGroupOffsets,
    kafka::ListGroupTopics,
    kafka::DeleteGroupOffsets,
    kafka::Reassign,
    kafka::CreateReassignment,
    kafka::Extend,
    kafka::ListExtendProducts,
    kafka::Resize,
    kafka::ListResizeProducts,
    kafka::CreateTopic,
    kafka::ListTopics,
    kafka::ModifyTopics,
    kafka::DeleteTopics,
    kafka::ShowTopic,
    kafka::ShowTopicReplicas,
    kafka::ListTopicPartitions,
    kafka::ListTopicProducers,
    kafka::ListUsers,
    kafka::CreateUser,
    kafka::DeleteUsers,
    kafka::ResetUserPassword,
    kafka::ModifyUser,
    kafka::ShowTopicPolicies,
    kafka::SetTopicPolicies,
    kafka::FindMessages,
    kafka::ShowMessage,
    kafka::ListMessages,
    kafka::ShowFirstMessage,
    kafka::ShowLastMessage,
    kafka::SendMessage,
    kafka::DeleteMessages,
    kafka::ListTasks,
    kafka::ShowTask,
    kafka::DeleteTask,
    kafka::ChangeTags,
    kafka::ListTags,
    kafka::ListProjectTags,
    kafka::ListMaintainWindows,
    kafka::ListAvailableZones,
    kafka::ListProducts,
    kafka::ShowCesHierarchy,
    kafka::v1::CreateInstance,
    kafka::v1::ShowInstance,
    kafka::v1::ModifyInstance,
    kafka::v1::DeleteInstance,
    kafka::v1::BatchAction,
    kafka::v1::ListInstances,
    kafka::v1::CreateTopic,
    kafka::v1::ListTopics,
    kafka::v1::DeleteTopics,
    kafka::v1::ListAvailableZones,
    kafka::v1::ListProducts,
    kafka::v1::ListMaintainWindows,
    rocketmq::CreateInstance,
    rocketmq::ListInstances,
    rocketmq::ShowInstance,
    rocketmq::DeleteInstance,
    rocketmq::ModifyInstance,
    rocketmq::BatchDelete,
    rocketmq::ListBrokers,
    rocketmq::ListGroups,
    rocketmq::CreateGroup,
    rocketmq::DeleteGroups,
    rocketmq::ModifyGroups,
    rocketmq::DeleteGroup,
    rocketmq::ShowGroup,
    rocketmq::ModifyGroup,
    rocketmq::ShowConsumption,
    rocketmq::ResetOffset,
    rocketmq::ListClients,
    rocketmq::ListTopics,
    rocketmq::CreateTopic,
    rocketmq::DeleteTopics,
    rocketmq::DeleteTopic,
    rocketmq::ShowTopic,
    rocketmq::ModifyTopic,
    rocketmq::ListTopicGroups,
    rocketmq::ShowTopicStatus,
    rocketmq::ListMessages,
    rocketmq::ShowTrace,
    rocketmq::ExportDeadLetters,
    rocketmq::ResendDeadLetters,
    rocketmq::VerifyConsumption,
    rocketmq::SendMessage,
    rocketmq::CreateUser,
    rocketmq::ListUsers,
    rocketmq::ModifyUser,
    rocketmq::ShowUser,
    rocketmq::DeleteUser,
    rocketmq::ListTopicPolicies,
    rocketmq::ListGroupPolicies,
    rocketmq::CreateMigration,
    rocketmq::ListMigrations,
    rocketmq::DeleteMigrations,
    rocketmq::BatchDeleteMigrations,
    rocketmq::ListTasks,
    rocketmq::ShowTask,
    rocketmq::DeleteTask,
    rocketmq::ChangeTags,
    rocketmq::ListTags,
    rocketmq::ListProjectTags,
    rocketmq::ListAvailableZones,
    rocketmq::ListProducts,
    rocketmq::ShowHierarchy,
];

/// The operation with this id, such as `kafka.ListTopics`.
pub fn by_id(id: &str) -> Option<&'static Spec> {
    ALL.iter().find(|spec| spec.id == id).copied()
}

/// The operations that a request line can mean: more than one where both engines share a path, or where one path
/// creates and deletes. `path` is the encoded path; a placeholder never takes an empty segment. Literal segments
/// win over placeholders of the same service, so `/v2/{project_id}/instances/action` is not an instance called
/// "action"; yet a RocketMQ topic may have a name that is a word in a path of Kafka's.
pub fn find(method: Method, path: &str) -> Vec<&'static Spec> {
    let fitting: Vec<(usize, &'static Spec)> = ALL
        .iter()
        .filter(|spec| spec.method == method)
        .filter_map(|spec| matches(spec.path, path).map(|literals| (literals, *spec)))
        .collect();
    let best = |service: &str| {
        fitting.iter().filter(|(_, spec)| spec.service() == service).map(|(literals, _)| *literals).max()
    };
    fitting
        .iter()
        .filter(|(literals, spec)| best(spec.service()) == Some(*literals))
        .map(|(_, spec)| *spec)
        .collect()
}

/// The encoded text that fills a placeholder of `template` in `path`.
pub fn path_param<'p>(template: &str, path: &'p str, name: &str) -> Option<&'p str> {
    template.split('/').zip(path.split('/')).find_map(|(t, segment)| {
        let placeholder = t.strip_prefix('{').and_then(|t| t.strip_suffix('}'))?;
        (placeholder == name).then_some(segment)
    })
}

/// How many literal segments match; `None` if the path does not fit the template.
fn matches(template: &str, path: &str) -> Option<usize> {
    let (mut t, mut p) = (template.split('/'), path.split('/'));
    let mut literals = 0;
    loop {
        match (t.next(), p.next()) {
            (None, None) => return Some(literals),
            (Some(t), Some(p)) if t.starts_with('{') => {
                if p.is_empty() {
                    return None;
                }
            }
            (Some(t), Some(p)) if t == p => literals += 1,
            _ => return None,
        }
    }
}
