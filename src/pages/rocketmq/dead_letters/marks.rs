//! Which dead letters were resent from this browser. The service keeps resent ones and does not tell.

use std::collections::HashMap;

use serde_json::Value;

use crate::i18n::now;
use crate::order::in_order;
use crate::prelude::*;
use crate::session::storage::{local_get, local_set};

/// Marks of a group that are kept, the latest ones.
const MOST: usize = 5_000;

/// The marks of one group: the ids of messages with the time when they were resent, epoch milliseconds. Ids are no
/// secret. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Marks {
    all: RwSignal<HashMap<String, i64>>,
    key: StoredValue<String>,
}

impl Marks {
    /// No marks of no group.
    pub fn new() -> Self {
        Self { all: RwSignal::new(HashMap::new()), key: StoredValue::new(String::new()) }
    }

    /// Shows the marks of another group, as the browser remembers them.
    pub fn turn_to(self, instance: &str, group: &str) {
        let key = format!("dms.resent.{instance}.{group}");
        self.all.set(read(&local_get(&key).unwrap_or_default()));
        self.key.set_value(key);
    }

    /// When a message was resent. Tracked.
    pub fn when(self, id: &str) -> Option<i64> {
        self.all.with(|all| all.get(id).copied())
    }

    /// How many messages are marked. Tracked.
    pub fn count(self) -> usize {
        self.all.with(HashMap::len)
    }

    /// Marks messages as resent now. Also when the page has gone meanwhile.
    pub fn mark(self, ids: &[String]) {
        let now = now();
        self.all.try_update(|all| all.extend(ids.iter().map(|id| (id.clone(), now))));
        self.keep();
    }

    /// Forgets all marks of the group.
    pub fn forget(self) {
        self.all.try_update(HashMap::clear);
        self.keep();
    }

    fn keep(self) {
        if let (Some(key), Some(text)) = (self.key.try_get_value(), self.all.try_with_untracked(write)) {
            local_set(&key, &text);
        }
    }
}

fn read(text: &str) -> HashMap<String, i64> {
    let stored: Value = serde_json::from_str(text).unwrap_or_default();
    let each = stored.as_object().into_iter().flatten();
    each.filter_map(|(id, at)| Some((id.clone(), at.as_i64()?))).collect()
}

/// The latest marks as JSON.
fn write(all: &HashMap<String, i64>) -> String {
    let list: Vec<(&String, i64)> = all.iter().map(|(id, at)| (id, *at)).collect();
    let latest = in_order(&list, |a, b| b.1.cmp(&a.1));
    let mut object = serde_json::Map::new();
    for (id, at) in latest.into_iter().take(MOST) {
        object.insert(id.clone(), at.into());
    }
    Value::Object(object).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_remembered_and_the_oldest_go_first() {
        let all: HashMap<String, i64> = (0..6_000).map(|n| (format!("id{n}"), n)).collect();
        let again = read(&write(&all));
        assert_eq!(again.len(), MOST);
        assert!(again.contains_key("id5999") && !again.contains_key("id999"));
        assert!(read("").is_empty() && read("[1]").is_empty() && read("{\"a\": \"b\"}").is_empty());
    }
}
