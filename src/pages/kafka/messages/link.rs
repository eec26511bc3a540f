//! Addresses of the message pages.

use dms_api::operation::encode;

use super::ask::Place;
use crate::routes::Route;

/// The messages of a topic.
pub fn messages_href(instance: &str, topic: &str) -> String {
    let page = Route::Messages { instance: instance.to_owned() };
    if topic.is_empty() { page.href() } else { format!("{}?topic={}", page.href(), encode(topic)) }
}

/// One message, with those before it.
pub fn message_href(instance: &str, topic: &str, place: Place) -> String {
    format!("{}&msg={}", messages_href(instance, topic), encode(&place.to_string()))
}

/// The form that produces to a topic, starting from a copy of a message if there is one to copy.
pub fn produce_href(instance: &str, topic: &str, copy: Option<Place>) -> String {
    let page = Route::NewMessage { instance: instance.to_owned() };
    let copy = copy.map(|place| format!("&copy={}", encode(&place.to_string()))).unwrap_or_default();
    format!("{}?topic={}{copy}", page.href(), encode(topic))
}
