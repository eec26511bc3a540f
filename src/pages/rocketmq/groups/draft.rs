//! What the forms of a group hold, and the requests they turn into. Pure: no signals, no browser.

use dms_api::models::rocketmq::Group;
use dms_api::ops::rocketmq::GroupBody;

/// A group's settings as typed: numbers stay text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupDraft {
    pub name: String,
    pub enabled: bool,
    pub broadcast: bool,
    pub retries: String,
    /// Whether only `brokers` know the group, not all.
    pub some_brokers: bool,
    pub brokers: Vec<String>,
    /// `None`: not known, and not sent.
    pub from_beginning: Option<bool>,
    /// `None`: not known, and not sent.
    pub orderly: Option<bool>,
    pub description: String,
}

impl Default for GroupDraft {
    /// The service's own defaults, spelt out so that the user sees them.
    fn default() -> Self {
        Self {
            name: String::new(),
            enabled: true,
            broadcast: false,
            retries: "16".to_owned(),
            some_brokers: false,
            brokers: Vec::new(),
            from_beginning: Some(true),
            orderly: None,
            description: String::new(),
        }
    }
}

/// A setting that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Enabled,
    Broadcast,
    Retries,
    Brokers,
    FromBeginning,
    Orderly,
    Description,
}

/// A value before or after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Text(String),
    Switch(Option<bool>),
}

/// One line of the review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub what: What,
    pub before: Value,
    pub after: Value,
}

impl GroupDraft {
    /// The settings that `group` has now.
    pub fn of(group: &Group) -> Self {
        Self {
            name: group.name.clone(),
            enabled: group.enabled,
            broadcast: group.broadcast,
            retries: group.retry_max_time.to_string(),
            some_brokers: true,
            brokers: group.brokers.clone(),
            from_beginning: group.from_beginning,
            orderly: group.consume_orderly,
            description: group.group_desc.clone().unwrap_or_default(),
        }
    }

    /// The request that creates the group. A number that cannot be read is left out; the form's rules have refused
    /// it before.
    pub fn create_body(&self) -> GroupBody {
        GroupBody {
            name: self.name.trim().to_owned(),
            enabled: Some(self.enabled),
            broadcast: Some(self.broadcast),
            brokers: self.some_brokers.then(|| self.brokers.clone()),
            retry_max_time: number(&self.retries),
            from_beginning: self.from_beginning,
            consume_orderly: self.orderly,
            group_desc: Some(self.description.clone()).filter(|text| !text.is_empty()),
        }
    }

    /// What differs from `before`, in the form's order.
    pub fn changes(&self, before: &Self) -> Vec<Change> {
        let change = |what, before, after| (before != after).then_some(Change { what, before, after });
        let switch =
            |what, old: Option<bool>, new: Option<bool>| change(what, Value::Switch(old), Value::Switch(new));
        let text = |what, old: &str, new: &str| {
            change(what, Value::Text(old.trim().to_owned()), Value::Text(new.trim().to_owned()))
        };
        let brokers = |draft: &Self| {
            let sorted = crate::order::in_order(&draft.brokers, |a, b| crate::ui::natural_cmp(a, b));
            sorted.join(", ")
        };
        [
            switch(What::Enabled, Some(before.enabled), Some(self.enabled)),
            switch(What::Broadcast, Some(before.broadcast), Some(self.broadcast)),
            text(What::Retries, &before.retries, &self.retries),
            text(What::Brokers, &brokers(before), &brokers(self)),
            switch(What::FromBeginning, before.from_beginning, self.from_beginning),
            switch(What::Orderly, before.orderly, self.orderly),
            text(What::Description, &before.description, &self.description),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The request that makes `before` into this draft. The service demands the first three settings in every change;
    /// of the others only what differs is sent. `name` is for a change of several groups only.
    pub fn change_body(&self, before: &Self) -> GroupBody {
        let mut body = GroupBody {
            enabled: Some(self.enabled),
            broadcast: Some(self.broadcast),
            retry_max_time: number(&self.retries),
            ..GroupBody::default()
        };
        for change in self.changes(before) {
            match change.what {
                What::Enabled | What::Broadcast | What::Retries => {}
                What::Brokers => body.brokers = Some(self.brokers.clone()),
                What::FromBeginning => body.from_beginning = self.from_beginning,
                What::Orderly => body.consume_orderly = self.orderly,
                What::Description => body.group_desc = Some(self.description.clone()),
            }
        }
        body
    }
}

/// A whole number as typed.
pub fn number(text: &str) -> Option<i64> {
    text.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn billing() -> Group {
        Group {
            name: "billing".into(),
            enabled: true,
            retry_max_time: 16,
            brokers: vec!["broker-1".into(), "broker-0".into()],
            ..Group::default()
        }
    }

    #[test]
    fn creating_sends_what_the_form_shows() {
        let draft = GroupDraft { name: " %RETRY|x ".into(), ..GroupDraft::default() };
        assert_eq!(
            serde_json::to_value(draft.create_body()).unwrap(),
            serde_json::json!({
                "name": "%RETRY|x", "enabled": true, "broadcast": false, "retry_max_time": 16,
                "from_beginning": true,
            })
        );
    }

    #[test]
    fn a_change_has_what_the_service_demands_and_what_differs() {
        let before = GroupDraft::of(&billing());
        let mut after = before.clone();
        assert!(after.changes(&before).is_empty());
        after.brokers = vec!["broker-0".into(), "broker-1".into()];
        assert!(after.changes(&before).is_empty(), "the order of brokers does not matter");
        after.retries = " 3 ".into();
        after.orderly = Some(true);
        after.description = "账单".into();
        assert_eq!(
            serde_json::to_value(after.change_body(&before)).unwrap(),
            serde_json::json!({
                "enabled": true, "broadcast": false, "retry_max_time": 3, "consume_orderly": true,
                "group_desc": "账单",
            })
        );
        let whats: Vec<What> = after.changes(&before).iter().map(|change| change.what).collect();
        assert_eq!(whats, [What::Retries, What::Orderly, What::Description]);
    }
}
