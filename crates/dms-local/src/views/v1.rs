//! Answers in the shapes of version 1 (K7.1): fewer keys, some under other names.

use dms_api::record::{Json, JsonObject};
use serde::Serialize;
use serde_json::json;

/// What K7.1.1.6 lists of an instance.
const LISTED: &str = "name engine engine_version specification storage_space partition_num used_storage_space \
    connect_address port status instance_id resource_spec_code charging_mode vpc_id vpc_name created_at user_id \
    user_name maintain_begin maintain_end enable_publicip ssl_enable enterprise_project_id enable_auto_topic type \
    product_id security_group_id security_group_name subnet_id available_zones total_storage_space \
    public_connect_address storage_resource_id storage_spec_code service_type storage_type retention_policy \
    kafka_public_status public_bandwidth enable_log_collection cross_vpc_info ipv6_enable ipv6_connect_addresses \
    rest_enable rest_connect_address message_query_inst_enable vpc_client_plain support_features trace_enable \
    pod_connect_address disk_encrypted kafka_private_connect_address ces_version";
/// What K7.1.1.2 shows beyond that.
const SHOWN: &str = "description access_user subnet_name subnet_cidr publicip_id";
/// What K7.1.1.8 lists of a topic.
const TOPIC: &str = "policiesOnly id replication partition retention_time sync_replication sync_message_flush \
    external_configs topic_type";
/// What K7.1.2.1 lists of a zone.
const ZONE: &str = "soldOut id code name port resource_availability";

/// The keys of `value` that are named in `keys`.
fn only(value: &Json, keys: &str) -> JsonObject {
    let fields = value.as_object().into_iter().flatten();
    fields
        .filter(|(key, _)| keys.split_whitespace().any(|known| known == *key))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}

/// Version 2's answer as a tree to pick from.
fn tree(answer: &impl Serialize) -> Json {
    serde_json::to_value(answer).unwrap_or_default()
}

fn instance(shown: &Json, detail: bool) -> Json {
    let mut keys = only(shown, LISTED);
    if detail {
        keys.extend(only(shown, SHOWN));
    }
    // The tables name it so, the examples as version 2 does.
    if let Some(addresses) = keys.get("connect_address").cloned() {
        keys.insert("connect_addresses".to_owned(), addresses);
    }
    Json::Object(keys)
}

/// One instance.
pub fn shown(answer: &impl Serialize) -> Json {
    instance(&tree(answer), true)
}

/// A page of instances.
pub fn instances(answer: &impl Serialize) -> Json {
    let mut answer = tree(answer);
    each(&mut answer, "instances", |one| instance(one, false));
    answer
}

/// All topics; the example counts them in `count`.
pub fn topics(answer: &impl Serialize) -> Json {
    let mut answer = tree(answer);
    each(&mut answer, "topics", |one| Json::Object(only(one, TOPIC)));
    if let Json::Object(keys) = &mut answer {
        keys.remove("topic_max_partitions");
        let total = keys.get("total").cloned().unwrap_or_default();
        keys.insert("count".to_owned(), total);
    }
    answer
}

/// All zones; the example calls the region `regionId`.
pub fn zones(answer: &impl Serialize) -> Json {
    let mut answer = tree(answer);
    each(&mut answer, "available_zones", |one| Json::Object(only(one, ZONE)));
    if let Json::Object(keys) = &mut answer {
        let region = keys.get("region_id").cloned().unwrap_or_default();
        keys.insert("regionId".to_owned(), region);
    }
    answer
}

/// The name of a new topic.
pub fn created_topic(name: &str) -> Json {
    json!({ "id": name })
}

fn each(answer: &mut Json, key: &str, change: impl Fn(&Json) -> Json) {
    if let Some(Json::Array(items)) = answer.get_mut(key) {
        for item in items {
            *item = change(item);
        }
    }
}
