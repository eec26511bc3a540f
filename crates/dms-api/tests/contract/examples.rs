//! Every example and every table of the references, read and written by our types.

use dms_api::operation::{Operation, Spec};
use dms_api::ops::{iam, kafka, rocketmq, shared};
use dms_api::record::FromAnswer;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, to_value};

use crate::facts;

/// How an operation's answers and bodies go through our types and back to JSON.
struct Case {
    spec: &'static Spec,
    answer: fn(&Value) -> Value,
    body: Option<fn(&Value) -> serde_json::Result<Value>>,
}

fn answer<O: Operation>(json: &Value) -> Value
where
    O::Response: Serialize,
{
    to_value(O::Response::from_answer(json)).unwrap()
}

fn body<B: Serialize + DeserializeOwned>(json: &Value) -> serde_json::Result<Value> {
    to_value(serde_json::from_value::<B>(json.clone())?)
}

macro_rules! cases {
    ($($op:ty $(, $body:ty)?;)*) => {
        vec![$(Case {
            spec: <$op as Operation>::SPEC,
            answer: answer::<$op>,
            body: cases!(@ $($body)?),
        }),*]
    };
    (@) => { None };
    (@ $body:ty) => { Some(body::<$body>) };
}

fn cases() -> Vec<Case> {
    cases![
        iam::CreateToken, iam::CreateTokenBody;
        iam::ListProjects;
        iam::ListAuthProjects;
        kafka::CreateInstance, kafka::CreateInstanceBody;
        kafka::ListInstances;
        kafka::ShowInstance;
        kafka::DeleteInstance;
        kafka::ModifyInstance, kafka::ModifyInstanceBody;
        kafka::BatchAction, shared::InstanceActionBody;
        kafka::ResetPassword, kafka::NewPasswordBody;
        kafka::ResetManagerPassword, kafka::NewPasswordBody;
        kafka::RestartManager;
        kafka::SetAutoTopic, kafka::AutoTopicBody;
        kafka::ModifyCrossVpc, kafka::CrossVpcBody;
        kafka::ShowCluster;
        kafka::AddPartitions, kafka::AddPartitionsBody;
        kafka::ReassignReplicas, kafka::ReassignReplicasBody;
        kafka::ShowDiskUsage;
        kafka::ListGroups;
        kafka::ShowGroup;
        kafka::ShowGroupDetail;
        kafka::ListCoordinators;
        kafka::CreateGroup, kafka::GroupBody;
        kafka::ModifyGroup, kafka::GroupBody;
        kafka::ModifyGroups, kafka::ModifyGroupsBody;
        kafka::DeleteGroup;
        kafka::DeleteGroups, kafka::DeleteGroupsBody;
        kafka::ResetOffset, kafka::ResetOffsetBody;
        kafka::ResetGroupOffset, kafka::ResetOffsetBody;
        kafka::ListGroupMembers;
        kafka::ListGroupOffsets;
        kafka::ListGroupTopics;
        kafka::DeleteGroupOffsets, kafka::DeleteGroupOffsetsBody;
        kafka::Reassign, kafka::ReassignBody;
        kafka::CreateReassignment, kafka::ReassignBody;
        kafka::Extend, kafka::ExtendBody;
        kafka::ListExtendProducts;
        kafka::Resize, kafka::ExtendBody;
        kafka::ListResizeProducts;
        kafka::CreateTopic, kafka::CreateTopicBody;
        kafka::ListTopics;
        kafka::ModifyTopics, kafka::ModifyTopicsBody;
        kafka::DeleteTopics, kafka::DeleteTopicsBody;
        kafka::ShowTopic;
        kafka::ShowTopicReplicas;
        kafka::ListTopicPartitions;
        kafka::ListTopicProducers;
        kafka::ListUsers;
        kafka::CreateUser, kafka::CreateUserBody;
        kafka::DeleteUsers, kafka::DeleteUsersBody;
        kafka::ResetUserPassword, kafka::ResetUserPasswordBody;
        kafka::ModifyUser, kafka::ModifyUserBody;
        kafka::ShowTopicPolicies;
        kafka::SetTopicPolicies, kafka::SetTopicPoliciesBody;
        kafka::FindMessages;
        kafka::ShowMessage;
        kafka::ListMessages;
        kafka::ShowFirstMessage;
        kafka::ShowLastMessage;
        kafka::SendMessage, kafka::SendMessageBody;
        kafka::DeleteMessages, kafka::DeleteMessagesBody;
        kafka::ListTasks;
        kafka::ShowTask;
        kafka::DeleteTask;
        kafka::ChangeTags, shared::ChangeTagsBody;
        kafka::ListTags;
        kafka::ListProjectTags;
        kafka::ListMaintainWindows;
        kafka::ListAvailableZones;
        kafka::ListProducts;
        kafka::ShowCesHierarchy;
        kafka::v1::CreateInstance, kafka::v1::CreateInstanceBody;
        kafka::v1::ShowInstance;
        kafka::v1::ModifyInstance, kafka::ModifyInstanceBody;
        kafka::v1::DeleteInstance;
        kafka::v1::BatchAction, kafka::v1::ActionBody;
        kafka::v1::ListInstances;
        kafka::v1::CreateTopic, kafka::CreateTopicBody;
        kafka::v1::ListTopics;
        kafka::v1::DeleteTopics, kafka::DeleteTopicsBody;
        kafka::v1::ListAvailableZones;
        kafka::v1::ListProducts;
        kafka::v1::ListMaintainWindows;
        rocketmq::CreateInstance, rocketmq::CreateInstanceBody;
        rocketmq::ListInstances;
        rocketmq::ShowInstance;
        rocketmq::DeleteInstance;
        rocketmq::ModifyInstance, rocketmq::ModifyInstanceBody;
        rocketmq::BatchDelete, shared::InstanceActionBody;
        rocketmq::ListBrokers;
        rocketmq::ListGroups;
        rocketmq::CreateGroup, rocketmq::GroupBody;
        rocketmq::DeleteGroups, rocketmq::DeleteGroupsBody;
        rocketmq::ModifyGroups, rocketmq::ModifyGroupsBody;
        rocketmq::DeleteGroup;
        rocketmq::ShowGroup;
        rocketmq::ModifyGroup, rocketmq::GroupBody;
        rocketmq::ShowConsumption;
        rocketmq::ResetOffset, rocketmq::ResetOffsetBody;
        rocketmq::ListClients;
        rocketmq::ListTopics;
        rocketmq::CreateTopic, rocketmq::CreateTopicBody;
        rocketmq::DeleteTopics, rocketmq::DeleteTopicsBody;
        rocketmq::DeleteTopic;
        rocketmq::ShowTopic;
        rocketmq::ModifyTopic, rocketmq::ModifyTopicBody;
        rocketmq::ListTopicGroups;
        rocketmq::ShowTopicStatus;
        rocketmq::ListMessages;
        rocketmq::ShowTrace;
        rocketmq::ExportDeadLetters, rocketmq::ExportBody;
        rocketmq::ResendDeadLetters, rocketmq::ResendBody;
        rocketmq::VerifyConsumption, rocketmq::VerifyBody;
        rocketmq::SendMessage, rocketmq::SendBody;
        rocketmq::CreateUser, rocketmq::UserBody;
        rocketmq::ListUsers;
        rocketmq::ModifyUser, rocketmq::UserBody;
        rocketmq::ShowUser;
        rocketmq::DeleteUser;
        rocketmq::ListTopicPolicies;
        rocketmq::ListGroupPolicies;
        rocketmq::CreateMigration, Value;
        rocketmq::ListMigrations;
        rocketmq::DeleteMigrations, rocketmq::DeleteMigrationsBody;
        rocketmq::BatchDeleteMigrations, rocketmq::BatchDeleteMigrationsBody;
        rocketmq::ListTasks;
        rocketmq::ShowTask;
        rocketmq::DeleteTask;
        rocketmq::ChangeTags, shared::ChangeTagsBody;
        rocketmq::ListTags;
        rocketmq::ListProjectTags;
        rocketmq::ListAvailableZones;
        rocketmq::ListProducts;
        rocketmq::ShowHierarchy;
    ]
}

#[test]
fn every_operation_of_the_catalogue_has_its_case() {
    let cases: Vec<&str> = cases().iter().map(|case| case.spec.id).collect();
    let catalogue: Vec<&str> = dms_api::catalogue::ALL.iter().map(|spec| spec.id).collect();
    assert_eq!(cases, catalogue);
}

/// What our types write otherwise than an example or a table has it, and why that is right.
const READ_OTHERWISE: &[(&str, &str)] = &[
    // The table's own names, where an example has others.
    ("kafka.ListTopics", ".count: "),
    ("kafka.ListTopics", ".topics[].id: "),
    ("kafka.ListTopics", ".topics[].sync_replication: \"false\" -> false"),
    ("kafka.ListTopics", ".topics[].sync_message_flush: \"false\" -> false"),
    // The example has the group's fields beside an empty `group`; the table and the SDK have them inside.
    ("kafka.ShowGroup", ".group: null"),
    ("kafka.ShowGroup", ".group_id: "),
    ("kafka.ShowGroup", ".state: "),
    ("kafka.ShowGroup", ".coordinator_id: "),
    ("kafka.ShowGroup", ".members: "),
    ("kafka.ShowGroup", ".group_message_offsets: "),
    ("kafka.ShowGroup", ".assignment_strategy: "),
    ("kafka.V1ListTopics", ".count: "),
    // The local DMS writes both names.
    ("kafka.V1ListTopics", ".topics[].id: "),
    ("kafka.V1ListTopics", ".topics[].sync_replication: \"false\" -> false"),
    ("kafka.V1ListTopics", ".topics[].sync_message_flush: \"false\" -> false"),
    ("kafka.V1ListAvailableZones", ".regionId: "),
    ("kafka.V1ShowInstance", ".connect_addresses: "),
    // The table leaves out the level that the example has.
    ("kafka.V1ListProducts", ".name: "),
    ("kafka.V1ListProducts", ".version: "),
    ("kafka.V1ListProducts", ".values: "),
    // Times as ISO 8601, which the made-up answer is not.
    ("kafka.ListTasks", ".tasks[].created_at: \"1\" -> "),
    ("kafka.ListTasks", ".tasks[].updated_at: \"1\" -> "),
    ("kafka.ShowTask", ".tasks[].created_at: \"1\" -> "),
    ("kafka.ShowTask", ".tasks[].updated_at: \"1\" -> "),
    // Misprints; the SDKs have the name that is written.
    ("kafka.ListInstances", ".instances[].public_bound_width: "),
    ("kafka.ShowInstance", ".public_bound_width: "),
    ("rocketmq.ListInstances", ".instances[].broker_addresses: "),
    ("rocketmq.ShowInstance", ".broker_addresses: "),
    ("rocketmq.ResetOffset", ".queues[].timestamp_of_fset: "),
    // One table for two answers: of creating and of deleting.
    ("rocketmq.CreateGroup", ".job_id: "),
    ("rocketmq.DeleteGroups", ".name: "),
    ("rocketmq.CreateTopic", ".job_id: "),
    ("rocketmq.DeleteTopics", ".id: "),
    // Numbers in the examples and in the newer SDK, texts in the table.
    ("rocketmq.ListMessages", ".messages[].reconsume_times: \"1\" -> 1"),
    ("rocketmq.ListMessages", ".messages[].queue_id: \"1\" -> 1"),
    ("rocketmq.ListMessages", ".messages[].queue_offset: \"1\" -> 1"),
    ("rocketmq.ShowTrace", ".trace[].retry_times: \"1\" -> 1"),
    // A bare list, one object instead of a list: `variants` looks into them.
    ("rocketmq.ShowTrace", ": [{"),
    ("rocketmq.ShowTopicStatus", ".brokers: {"),
    ("rocketmq.ExportDeadLetters", ": {"),
    ("rocketmq.ListGroupPolicies", ".policies: {"),
    // A text that holds "true" or "false"; the made-up answer has "1".
    ("kafka.ListAvailableZones", ".available_zones[].resource_availability: \"1\" -> \"true\""),
    ("rocketmq.ListAvailableZones", ".available_zones[].resource_availability: \"1\" -> \"true\""),
];

/// Examples whose requests our types write otherwise.
const WRITTEN_OTHERWISE: &[(&str, &str)] = &[
    ("kafka.CreateInstance", ".sasls_enabled_mechanisms: [\"SCRAM-SHA-512\"] -> null"),
    ("kafka.CreateTopic", ".sync_replication: \"false\" -> false"),
    ("kafka.CreateTopic", ".topic_other_configs[].value: 10485760 -> \"10485760\""),
    ("kafka.ModifyTopics", ".topics[].topic_other_configs[].value: 10485760 -> \"10485760\""),
    ("kafka.V1CreateInstance", ".partition_num: \"300\" -> 300"),
    ("kafka.V1CreateInstance", ".public_bandwidth: 6 -> \"6\""),
];

fn expected(list: &[(&str, &str)], id: &str, difference: &str) -> bool {
    list.iter().any(|(op, start)| *op == id && difference.starts_with(start))
}

#[test]
fn answers_in_the_examples_survive() {
    let (mut seen, mut surprises) = (0, Vec::new());
    for case in cases() {
        let Some(facts) = facts::of(case.spec) else { continue };
        for example in facts::examples(&facts, "response") {
            seen += 1;
            for difference in facts::differences(&example, &(case.answer)(&example)) {
                if !expected(READ_OTHERWISE, case.spec.id, &difference) {
                    surprises.push(format!("{}{difference}", case.spec.id));
                }
            }
        }
    }
    assert_eq!(surprises, Vec::<String>::new());
    assert!(seen >= 15, "{seen}");
}

#[test]
fn answers_as_the_tables_say_survive() {
    let mut surprises = Vec::new();
    for case in cases() {
        let Some(facts) = facts::of(case.spec) else { continue };
        let sample = facts::sample_answer(&facts);
        if sample.as_object().is_some_and(|fields| fields.is_empty()) {
            continue;
        }
        for difference in facts::differences(&sample, &(case.answer)(&sample)) {
            if !expected(READ_OTHERWISE, case.spec.id, &difference) {
                surprises.push(format!("{}{difference}", case.spec.id));
            }
        }
    }
    assert_eq!(surprises, Vec::<String>::new());
}

#[test]
fn requests_in_the_examples_are_what_we_send() {
    let (mut seen, mut surprises) = (0, Vec::new());
    for case in cases() {
        let (Some(facts), Some(body)) = (facts::of(case.spec), case.body) else { continue };
        for example in facts::requests(&facts, case.spec) {
            seen += 1;
            let written = body(&example).unwrap_or_else(|e| panic!("{}: {e}", case.spec.id));
            for difference in facts::differences(&example, &written) {
                if !expected(WRITTEN_OTHERWISE, case.spec.id, &difference) {
                    surprises.push(format!("{}{difference}", case.spec.id));
                }
            }
            for difference in facts::differences(&written, &example) {
                let misspelt = difference.starts_with(".sasl_enabled_mechanisms: ");
                let shape = ["sync_replication", "[].value", ".partition_num", ".public_bandwidth"]
                    .iter()
                    .any(|name| difference.contains(name));
                if !(misspelt || shape) {
                    surprises.push(format!("{} adds{difference}", case.spec.id));
                }
            }
        }
    }
    assert_eq!(surprises, Vec::<String>::new());
    assert!(seen >= 15, "{seen}");
}

#[test]
fn method_path_and_status_are_those_of_the_reference() {
    for case in cases() {
        let Some(facts) = facts::of(case.spec) else { continue };
        let spec = case.spec;
        assert_eq!(facts["method"], spec.method.as_str(), "{}", spec.id);
        assert_eq!(facts["path"], spec.path, "{}", spec.id);
        assert_eq!(facts["success_status"][0], spec.success, "{}", spec.id);
    }
}
