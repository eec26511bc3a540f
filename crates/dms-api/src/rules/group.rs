//! Rules for Kafka consumer groups (K5.2). A group that a Kafka client made can have any name; these are for new ones.

use crate::ops::kafka::{
    DeleteGroupOffsetsBody, DeleteGroupsBody, GroupBody, ModifyGroupsBody, ResetOffsetBody,
};

use super::{Findings, GROUP_DESC, GROUP_NAME, Problem};

/// Checks the name of a new group against the rule and the names there are.
///
/// # Errors
/// The first problem.
pub fn group_name(name: &str, existing: &[&str]) -> Result<(), Problem> {
    GROUP_NAME.check(name)?;
    if existing.contains(&name) { Err(Problem::Duplicate) } else { Ok(()) }
}

impl GroupBody {
    /// Every problem of a new group; `existing` are the names there are.
    pub fn check(&self, existing: &[&str]) -> Findings {
        let mut found = Findings::default();
        found.note("group_name", group_name(&self.group_name, existing));
        found.note("group_desc", self.description());
        found
    }

    /// Every problem of a change: its name is that of a group there is, whatever that looks like.
    pub fn check_change(&self) -> Findings {
        let mut found = Findings::default();
        found.note("group_desc", self.description());
        found
    }

    fn description(&self) -> Result<(), Problem> {
        GROUP_DESC.check(self.group_desc.as_deref().unwrap_or_default())
    }
}

impl ModifyGroupsBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if self.groups.is_empty() {
            found.note("groups", Err::<(), _>(Problem::Required));
        }
        for (index, group) in self.groups.iter().enumerate() {
            let named = if group.group_name.is_empty() { Err(Problem::Required) } else { Ok(()) };
            found.note_entry("groups.group_name", index, named);
            found.note_entry("groups.group_desc", index, group.description());
        }
        found
    }
}

impl DeleteGroupsBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        names("group_ids", &self.group_ids)
    }
}

impl DeleteGroupOffsetsBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        names("topics", &self.topics)
    }
}

impl ResetOffsetBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.require_choice("topic", &self.topic);
        found
    }
}

/// At least one name, and none of them empty.
pub(super) fn names(field: &'static str, list: &[String]) -> Findings {
    let mut found = Findings::default();
    if list.is_empty() {
        found.note(field, Err::<(), _>(Problem::Required));
    }
    for (index, name) in list.iter().enumerate() {
        found.note_entry(field, index, if name.is_empty() { Err(Problem::Required) } else { Ok(()) });
    }
    found
}
