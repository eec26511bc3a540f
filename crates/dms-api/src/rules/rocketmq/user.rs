//! Users (R5.5).

use std::collections::HashSet;

use super::white_list;
use crate::models::rocketmq::NamedPermission;
use crate::ops::rocketmq::UserBody;
use crate::rules::text::Chars;
use crate::rules::{Findings, Problem, TextRule, one_of, password};

/// Name of a user.
pub const ACCESS_KEY: TextRule = TextRule { section: "R5.5.1", min: 7, max: 64, chars: Chars::Name("-_") };

/// Rights to a topic.
pub const PERMISSIONS: &[&str] = &["PUB", "SUB", "PUB|SUB", "DENY"];

/// Rights to a group. The reference's examples have `PUB|SUB` as well; not every edition takes it.
pub const GROUP_PERMISSIONS: &[&str] = &["SUB", "DENY"];

impl UserBody {
    /// Every problem of a new user.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        found.note("access_key", ACCESS_KEY.check(&self.access_key));
        found.note("secret_key", password(self.secret_key.expose(), &self.access_key));
        found.0.extend(self.check_settings().0);
        found
    }

    /// Every problem of a change to the user `name`. An empty key stays as it was.
    pub fn check_change(&self, name: &str) -> Findings {
        let mut found = Findings::default();
        if !self.access_key.is_empty() && self.access_key != name {
            found.note("access_key", Err::<(), _>(Problem::Unknown));
        }
        if !self.secret_key.is_empty() {
            found.note("secret_key", password(self.secret_key.expose(), name));
        }
        found.0.extend(self.check_settings().0);
        found
    }

    fn check_settings(&self) -> Findings {
        let mut found = Findings::default();
        let addresses = self.white_remote_address.as_deref().unwrap_or_default();
        found.note("white_remote_address", white_list(addresses));
        if let Some(right) = &self.default_topic_perm {
            found.note("default_topic_perm", one_of(right, PERMISSIONS));
        }
        if let Some(right) = &self.default_group_perm {
            found.note("default_group_perm", one_of(right, GROUP_PERMISSIONS));
        }
        let topics = self.topic_perms.as_deref().unwrap_or_default();
        entries(&mut found, topics, PERMISSIONS, ["topic_perms.name", "topic_perms.perm"]);
        let groups = self.group_perms.as_deref().unwrap_or_default();
        entries(&mut found, groups, GROUP_PERMISSIONS, ["group_perms.name", "group_perms.perm"]);
        found
    }
}

fn entries(
    found: &mut Findings,
    entries: &[NamedPermission],
    rights: &'static [&'static str],
    [name, perm]: [&'static str; 2],
) {
    let mut seen = HashSet::new();
    for (index, entry) in entries.iter().enumerate() {
        let fresh = if seen.insert(&entry.name) { Ok(()) } else { Err(Problem::Duplicate) };
        let named = if entry.name.is_empty() { Err(Problem::NotChosen) } else { fresh };
        found.note_entry(name, index, named);
        found.note_entry(perm, index, one_of(&entry.perm, rights));
    }
}
