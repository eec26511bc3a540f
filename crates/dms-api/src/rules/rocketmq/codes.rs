//! The documented error code for a problem of a field, for the service side. The reference's table of codes is
//! Kafka's, so these are the nearest.

use crate::rules::Problem;

/// The error code that the service answers when a field of a RocketMQ body (topics, groups, messages, users,
/// migrations) has a problem.
pub fn rocketmq_code(field: &str, problem: &Problem) -> &'static str {
    match (field, problem) {
        ("secret_key", _) => "DMS.00400012",
        ("access_key", _) => "DMS.00400015",
        ("timestamp", _) => "DMS.00400142",
        ("body", Problem::TooLong { .. }) => "DMS.10540011",
        (_, Problem::BadChar { .. } | Problem::BadStart | Problem::Reserved) => match field {
            "name" => "DMS.10240007",
            _ => "DMS.00400062",
        },
        ("name", Problem::TooShort { .. } | Problem::TooLong { .. } | Problem::Required) => "DMS.10240011",
        ("group_desc" | "topic_desc", _) => "DMS.00400011",
        _ => "DMS.00400062",
    }
}
