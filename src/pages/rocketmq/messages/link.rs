//! Addresses of the pages about messages.

use dms_api::operation::encode;

pub use crate::pages::rocketmq::links::{dead_letters_href, messages_href};
use crate::routes::{RocketMqPage, Route};

fn page(instance: &str, page: RocketMqPage) -> String {
    Route::RocketMq { instance: instance.to_owned(), page }.href()
}

/// An address with those parameters that are not empty.
fn with(page: String, parameters: &[(&str, &str)]) -> String {
    let given = parameters.iter().filter(|(_, value)| !value.is_empty());
    given.fold(page, |mut href, (name, value)| {
        href.push(if href.contains('?') { '&' } else { '?' });
        href.push_str(name);
        href.push('=');
        href.push_str(&encode(value));
        href
    })
}

/// One message.
pub fn message_href(instance: &str, topic: &str, id: &str) -> String {
    let asked = [("topic", topic), ("by", "id"), ("id", id), ("msg", id)];
    with(page(instance, RocketMqPage::Messages), &asked)
}

/// The form that sends to a topic, starting from a copy of a message of topic `copy.0` if there is one.
pub fn produce_href(instance: &str, topic: &str, copy: Option<(&str, &str)>) -> String {
    let (from, id) = copy.unwrap_or_default();
    with(page(instance, RocketMqPage::NewMessage), &[("topic", topic), ("from", from), ("copy", id)])
}

/// What happened to a message.
pub fn trace_href(instance: &str, topic: &str, id: &str) -> String {
    with(page(instance, RocketMqPage::Trace), &[("id", id), ("topic", topic)])
}
