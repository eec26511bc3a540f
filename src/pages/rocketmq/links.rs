//! Addresses of pages that show something about one topic or group.

use dms_api::operation::encode;

use super::facts::route;
use crate::routes::RocketMqPage;

/// The messages of a topic.
pub fn messages_href(instance: &str, topic: &str) -> String {
    format!("{}?topic={}", route(instance, RocketMqPage::Messages).href(), encode(topic))
}

/// The dead letters of a group.
pub fn dead_letters_href(instance: &str, group: &str) -> String {
    format!("{}?group={}", route(instance, RocketMqPage::DeadLetters).href(), encode(group))
}
