//! The documented error code for a problem of a field, for the service side.

use super::Problem;

/// The error code that the service answers when a field has a problem. Fields without a code of their own get the
/// general one.
pub fn dms_code(field: &str, problem: &Problem) -> &'static str {
    match field {
        "tags" | "tags.key" | "tags.value" => tag_code(field, problem),
        "instances" => match problem {
            Problem::TooMany { .. } => "DMS.00400100",
            Problem::Duplicate => "DMS.00400082",
            Problem::BadChar { .. } => "DMS.00400061",
            _ => "DMS.00400065",
        },
        "name" if *problem == Problem::Duplicate => "DMS.00400060",
        "id" | "topics" => match problem {
            Problem::Duplicate | Problem::Collides { .. } => "DMS.00400800",
            _ => "DMS.00400101",
        },
        "replication" => match problem {
            // Below the rule's own end: as many as there are brokers.
            Problem::TooLarge { max } if *max < super::REPLICAS.max => "DMS.00400861",
            _ => "DMS.00400103",
        },
        "available_zones" if *problem == Problem::Unknown => "DMS.00400042",
        "all_failure" => "DMS.00400064",
        "kafka_manager_password" | "new_password" => "DMS.00400012",
        "kafka_manager_user" => "DMS.00400015",
        "maintain_end" => "DMS.00400106",
        "partition" if *problem == Problem::NotChosen => "DMS.00400062",
        "user_passwd" => "DMS.00400012",
        "user_name" if *problem != Problem::Duplicate => "DMS.00400015",
        "group_name" => match problem {
            Problem::Duplicate => "DMS.10240018",
            Problem::BadChar { .. } | Problem::BadStart => "DMS.10240007",
            _ => "DMS.10240011",
        },
        "start_time" | "end_time" => "DMS.00400142",
        "limit" => "DMS.10240042",
        "new_partition_numbers" => "DMS.00400102",
        "engine" => "DMS.00400007",
        "disk_encrypted_key" => "DMS.00400136",
        "new_storage_space" => "DMS.00400500",
        "new_product_id" => "DMS.00400009",
        "reassignments.topic" if *problem == Problem::Unknown => "DMS.10540401",
        "reassignments.replication_factor" => "DMS.00400861",
        field if field.starts_with("topic_other_configs") => "DMS.00400063",
        field => by_field(field).unwrap_or("DMS.00400062"),
    }
}

fn tag_code(field: &str, problem: &Problem) -> &'static str {
    match (field, problem) {
        (_, Problem::TooMany { .. }) => "DMS.10240044",
        (_, Problem::Duplicate) => "DMS.10240045",
        ("tags.value", Problem::TooLong { .. }) => "DMS.10240038",
        ("tags.value", _) => "DMS.10240039",
        (_, Problem::Required | Problem::TooLong { .. }) => "DMS.10240035",
        _ => "DMS.10240036",
    }
}

/// Fields with one code for every problem.
fn by_field(field: &str) -> Option<&'static str> {
    const CODES: &[(&str, &str)] = &[
        ("engine_version", "DMS.00400008"),
        ("product_id", "DMS.00400009"),
        ("name", "DMS.00400010"),
        ("description", "DMS.00400011"),
        ("password", "DMS.00400012"),
        ("vpc_id", "DMS.00400013"),
        ("security_group_id", "DMS.00400014"),
        ("access_user", "DMS.00400015"),
        ("subnet_id", "DMS.00400016"),
        ("is_auto_renew", "DMS.00400021"),
        ("period_num", "DMS.00400038"),
        ("period_type", "DMS.00400047"),
        ("action", "DMS.00400064"),
        ("available_zones", "DMS.00400067"),
        ("partition", "DMS.00400102"),
        ("retention_time", "DMS.00400105"),
        ("maintain_begin", "DMS.00400106"),
        ("storage_spec_code", "DMS.00400125"),
        ("publicip_id", "DMS.00400128"),
        ("storage_space", "DMS.00400500"),
    ];
    CODES.iter().find(|(f, _)| *f == field).map(|(_, code)| *code)
}
