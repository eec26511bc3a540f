//! The same change to several groups. Pure.

use dms_api::models::rocketmq::Group;
use dms_api::ops::rocketmq::GroupBody;

use super::draft::{Change, GroupDraft};

/// What all of them get; `None` and an empty text leave a setting as each group has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BatchDraft {
    pub enabled: Option<bool>,
    pub broadcast: Option<bool>,
    pub retries: String,
    pub from_beginning: Option<bool>,
    pub orderly: Option<bool>,
}

impl BatchDraft {
    fn applied(&self, before: &GroupDraft) -> GroupDraft {
        let retries = Some(self.retries.trim()).filter(|text| !text.is_empty());
        GroupDraft {
            enabled: self.enabled.unwrap_or(before.enabled),
            broadcast: self.broadcast.unwrap_or(before.broadcast),
            retries: retries.map_or_else(|| before.retries.clone(), str::to_owned),
            from_beginning: self.from_beginning.or(before.from_beginning),
            orderly: self.orderly.or(before.orderly),
            ..before.clone()
        }
    }

    /// What changes for one group.
    pub fn changes(&self, group: &Group) -> Vec<Change> {
        let before = GroupDraft::of(group);
        self.applied(&before).changes(&before)
    }

    /// The entry of one group in the request.
    pub fn entry(&self, group: &Group) -> GroupBody {
        let before = GroupDraft::of(group);
        GroupBody { name: group.name.clone(), ..self.applied(&before).change_body(&before) }
    }

    /// Whether `group` is as this change wants it. What the service does not tell counts as done.
    pub fn is_done(&self, group: &Group) -> bool {
        let told =
            |wanted: Option<bool>, now: Option<bool>| wanted.is_none() || now.is_none() || wanted == now;
        let plain = Self { from_beginning: None, orderly: None, ..self.clone() };
        plain.changes(group).is_empty()
            && told(self.from_beginning, group.from_beginning)
            && told(self.orderly, group.consume_orderly)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::rocketmq::groups::draft::What;

    fn group(name: &str, enabled: bool, retry_max_time: u32) -> Group {
        Group { name: name.into(), enabled, retry_max_time, ..Group::default() }
    }

    #[test]
    fn each_group_keeps_what_is_not_chosen() {
        let draft = BatchDraft { enabled: Some(false), ..BatchDraft::default() };
        let json = |group: &Group| serde_json::to_value(draft.entry(group)).unwrap();
        assert_eq!(
            json(&group("a|b", true, 3)),
            serde_json::json!({"name": "a|b", "enabled": false, "broadcast": false, "retry_max_time": 3})
        );
        let whats: Vec<What> = draft.changes(&group("a|b", true, 3)).iter().map(|c| c.what).collect();
        assert_eq!(whats, [What::Enabled]);
        assert!(draft.changes(&group("off", false, 3)).is_empty() && draft.is_done(&group("off", false, 3)));
    }

    #[test]
    fn what_the_service_does_not_tell_does_not_count_as_undone() {
        let draft = BatchDraft { retries: "5".into(), from_beginning: Some(false), ..BatchDraft::default() };
        assert!(draft.is_done(&group("a", true, 5)));
        assert!(!draft.is_done(&group("a", true, 16)));
        let told = Group { from_beginning: Some(true), ..group("a", true, 5) };
        assert!(!draft.is_done(&told));
    }
}
