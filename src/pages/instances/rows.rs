//! The rows of the list: both engines merged, searched and filtered.

use std::collections::HashSet;
use std::sync::Arc;

use dms_api::models::{Instance, InstanceStatus};
use dms_api::operation::Engine;

use crate::i18n::lower;
use crate::order::in_order;

/// What the list is narrowed to. Empty parts let everything through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that name, id, addresses or tags must contain, all of them, in any case.
    pub text: String,
    /// Engines, as [`engine_word`] writes them.
    pub engines: Vec<String>,
    /// States, as [`InstanceStatus::as_str`] writes them.
    pub statuses: Vec<String>,
    /// Tags as `key=value`; an instance must have one of them.
    pub tags: Vec<String>,
}

impl Filter {
    /// Whether a row stays.
    pub fn lets_through(&self, instance: &Instance) -> bool {
        let one_of = |wanted: &[String], has: &str| wanted.is_empty() || wanted.iter().any(|w| w == has);
        one_of(&self.engines, engine_word(instance))
            && one_of(&self.statuses, instance.status.as_str())
            && (self.tags.is_empty() || tag_words(instance).any(|tag| self.tags.contains(&tag)))
            && self.found_in(instance)
    }

    fn found_in(&self, instance: &Instance) -> bool {
        if self.text.trim().is_empty() {
            return true;
        }
        let hay = haystack(instance);
        self.text.split_whitespace().all(|word| hay.contains(&lower(word)))
    }
}

/// Everything that the search looks into, in lower case.
fn haystack(instance: &Instance) -> String {
    let mut hay = format!("{}\n{}\n{}", instance.name, instance.instance_id, instance.description);
    for address in addresses(instance) {
        hay.push('\n');
        hay.push_str(&address);
    }
    for tag in tag_words(instance) {
        hay.push('\n');
        hay.push_str(&tag);
    }
    lower(&hay)
}

/// The engine's word in the URL, `kafka` or `rocketmq`, whatever spelling the service used.
pub fn engine_word(instance: &Instance) -> &str {
    match instance.engine_kind() {
        Some(Engine::Kafka) => "kafka",
        Some(Engine::RocketMq) => "rocketmq",
        None => &instance.engine,
    }
}

/// The engine's name for people, with its version.
pub fn engine_name(instance: &Instance) -> String {
    let name = match instance.engine_kind() {
        Some(Engine::Kafka) => "Kafka",
        Some(Engine::RocketMq) => "RocketMQ",
        None => &instance.engine,
    };
    format!("{name} {}", instance.engine_version).trim_end().to_owned()
}

/// The values of a filter in the URL, which joins them by commas.
pub fn split_filter(joined: &str) -> Vec<String> {
    joined.split(',').filter(|v| !v.is_empty()).map(str::to_owned).collect()
}

/// An instance's tags as the filter writes them.
pub fn tag_words(instance: &Instance) -> impl Iterator<Item = String> {
    instance.tags().iter().map(|tag| tag_word(&tag.key, &tag.value))
}

/// `key=value`, or the key alone for a tag without value.
pub fn tag_word(key: &str, value: &str) -> String {
    if value.is_empty() { key.to_owned() } else { format!("{key}={value}") }
}

/// Where clients connect: private addresses with ports, one text per address.
pub fn addresses(instance: &Instance) -> Vec<String> {
    if instance.engine_kind() == Some(Engine::RocketMq) {
        return split_addresses(instance.namesrv_address.as_deref().unwrap_or_default());
    }
    let hosts = instance.connect_address.iter().flat_map(|list| list.0.iter());
    hosts
        .map(|host| match instance.port {
            Some(port) if !host.contains(':') => format!("{host}:{port}"),
            _ => host.clone(),
        })
        .collect()
}

/// Takes apart addresses joined by commas (Kafka) or semicolons (RocketMQ).
pub fn split_addresses(text: &str) -> Vec<String> {
    text.split([',', ';']).map(str::trim).filter(|s| !s.is_empty()).map(str::to_owned).collect()
}

/// Beginning and end of an id: those of one account often begin alike. A short one as it is.
pub fn short_id(id: &str) -> String {
    let end = id.len().saturating_sub(6);
    match (id.get(..4), id.get(end..)) {
        (Some(begin), Some(rest)) if end > 6 => format!("{begin}\u{2026}{rest}"),
        _ => id.to_owned(),
    }
}

/// How much storage is in use and how much there is, GB; `None` where the service gave no size.
pub fn storage(instance: &Instance) -> Option<(u64, u64)> {
    let size =
        if instance.storage_space > 0 { Some(instance.storage_space) } else { instance.total_storage_space };
    size.filter(|size| *size > 0).map(|size| (instance.used_storage_space, size))
}

/// Both engines' instances in one list, newest first. An id that both lists name (a service that ignores the
/// engine filter) is one row.
pub fn merge(kafka: &[Arc<Instance>], rocketmq: &[Arc<Instance>]) -> Vec<Arc<Instance>> {
    let mut all: Vec<Arc<Instance>> = kafka.to_vec();
    let known: HashSet<&str> = kafka.iter().map(|i| i.instance_id.as_str()).collect();
    all.extend(rocketmq.iter().filter(|i| !known.contains(i.instance_id.as_str())).cloned());
    in_order(&all, |a, b| b.created_at.cmp(&a.created_at))
}

/// Used share of the storage in thousandths; what the storage column sorts by.
pub fn fullness(instance: &Instance) -> Option<u64> {
    storage(instance).map(|(used, size)| used.saturating_mul(1000) / size)
}

/// Rank of a state: what needs attention comes first.
pub fn severity(status: &InstanceStatus) -> u8 {
    match status {
        InstanceStatus::Error | InstanceStatus::CreateFailed | InstanceStatus::ExtendedFailed => 0,
        InstanceStatus::Frozen | InstanceStatus::Freezing => 1,
        status if status.is_transient() => 2,
        InstanceStatus::Running => 4,
        _ => 3,
    }
}

/// The values that the filters offer, each with the number of rows that have it.
pub fn options<'a, W: AsRef<str>>(
    all: &'a [Arc<Instance>],
    words: impl Fn(&'a Instance) -> Vec<W>,
) -> Vec<(String, usize)> {
    let mut counted: Vec<(String, usize)> = Vec::new();
    for word in all.iter().flat_map(|i| words(i)) {
        match counted.iter_mut().find(|(w, _)| w == word.as_ref()) {
            Some((_, n)) => *n += 1,
            None => counted.push((word.as_ref().to_owned(), 1)),
        }
    }
    in_order(&counted, |a, b| a.0.cmp(&b.0))
}

#[cfg(test)]
mod tests;
