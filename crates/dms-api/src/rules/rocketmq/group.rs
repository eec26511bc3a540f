//! Consumer groups (R5.2).

use super::ROCKETMQ_NAME;
use crate::ops::rocketmq::{DeleteGroupsBody, GroupBody, ModifyGroupsBody};
use crate::rules::{Findings, GROUP_DESC, NumberRule, Problem};

/// How often a message is tried again.
pub const RETRY_MAX: NumberRule = NumberRule::range("R5.2.2", 1, 16);

/// What is known about the instance; what is not known is not checked.
#[derive(Clone, Copy, Debug, Default)]
pub struct RocketmqFacts<'a> {
    /// Names of the brokers.
    pub brokers: &'a [&'a str],
    /// Topics or groups that can still be made.
    pub remaining: Option<u64>,
    /// Names of the topics or groups there are.
    pub names: &'a [&'a str],
}

impl RocketmqFacts<'_> {
    /// Checks the name of a broker.
    pub(super) fn broker(&self, name: &str) -> Result<(), Problem> {
        match name {
            "" => Err(Problem::NotChosen),
            name if self.brokers.is_empty() || self.brokers.contains(&name) => Ok(()),
            _ => Err(Problem::Unknown),
        }
    }

    pub(super) fn check_brokers(&self, found: &mut Findings, chosen: Option<&[String]>) {
        for (index, name) in chosen.unwrap_or_default().iter().enumerate() {
            found.note_entry("brokers", index, self.broker(name));
        }
    }

    pub(super) fn check_room(&self, found: &mut Findings) {
        if self.remaining == Some(0) {
            found.note("name", Err::<(), _>(Problem::TooMany { max: self.names.len() }));
        }
    }
}

/// Checks the name of a new group against the rule and the names there are.
///
/// # Errors
/// The first problem.
pub fn rocketmq_group_name(name: &str, existing: &[&str]) -> Result<(), Problem> {
    ROCKETMQ_NAME.check(name)?;
    if existing.contains(&name) { Err(Problem::Duplicate) } else { Ok(()) }
}

impl GroupBody {
    /// Every problem of a new group.
    pub fn check(&self, facts: &RocketmqFacts<'_>) -> Findings {
        let mut found = Findings::default();
        found.note("name", rocketmq_group_name(&self.name, facts.names));
        facts.check_room(&mut found);
        found.0.extend(self.check_change(facts).0);
        found
    }

    /// Every problem of a change.
    pub fn check_change(&self, facts: &RocketmqFacts<'_>) -> Findings {
        let mut found = Findings::default();
        facts.check_brokers(&mut found, self.brokers.as_deref());
        if let Some(attempts) = self.retry_max_time {
            found.note("retry_max_time", RETRY_MAX.check(attempts));
        }
        found.note("group_desc", GROUP_DESC.check(self.group_desc.as_deref().unwrap_or_default()));
        found
    }
}

impl ModifyGroupsBody {
    /// Every problem of the list.
    pub fn check(&self, facts: &RocketmqFacts<'_>) -> Findings {
        let mut found = Findings::default();
        if self.groups.is_empty() {
            found.note("groups", Err::<(), _>(Problem::Required));
        }
        for (index, group) in self.groups.iter().enumerate() {
            let nameless = if group.name.is_empty() { Err(Problem::Required) } else { Ok(()) };
            found.note_entry("groups.name", index, nameless);
            found.0.extend(group.check_change(facts).0);
        }
        found
    }
}

impl DeleteGroupsBody {
    /// Every problem of the list.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if self.groups.is_empty() {
            found.note("groups", Err::<(), _>(Problem::Required));
        }
        found
    }
}
