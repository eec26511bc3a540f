//! Rules for Kafka users and what they may do (K5.5).

use crate::models::kafka::AccessPolicy;
use crate::ops::kafka::{
    CreateUserBody, DeleteUsersBody, ModifyUserBody, ResetUserPasswordBody, SetTopicPoliciesBody,
};

use super::group::names;
use super::{ACCESS_USER, Findings, Problem, USER_DESC, one_of, password};

/// Users of an instance: 500 since July 2023, but 20 is what every edition takes.
pub const USERS_PER_INSTANCE: usize = 20;

/// What a user may do with a topic.
pub const ACCESS_POLICIES: &[&str] = &["all", "pub", "sub"];

impl CreateUserBody {
    /// Every problem of the body; `existing` are the names there are.
    pub fn check(&self, existing: &[&str]) -> Findings {
        let mut found = Findings::default();
        let known = existing.contains(&self.user_name.as_str());
        let named = ACCESS_USER.check(&self.user_name);
        found.note("user_name", named.and(if known { Err(Problem::Duplicate) } else { Ok(()) }));
        found.note("user_passwd", password(self.user_passwd.expose(), &self.user_name));
        found.note("user_desc", USER_DESC.check(self.user_desc.as_deref().unwrap_or_default()));
        found
    }
}

impl ResetUserPasswordBody {
    /// Every problem of the body; `user` is whose password it is.
    pub fn check(&self, user: &str) -> Findings {
        let mut found = Findings::default();
        found.note("new_password", password(self.new_password.expose(), user));
        found
    }
}

impl ModifyUserBody {
    /// Every problem of the change of `user`.
    pub fn check(&self, user: &str) -> Findings {
        let mut found = Findings::default();
        if self.user_name.as_deref().is_some_and(|name| !name.is_empty() && name != user) {
            found.note("user_name", Err::<(), _>(Problem::Unknown));
        }
        if let Some(new) = &self.new_password {
            found.note("new_password", password(new.expose(), user));
        }
        found.note("user_desc", USER_DESC.check(self.user_desc.as_deref().unwrap_or_default()));
        found
    }
}

impl DeleteUsersBody {
    /// Every problem of the body.
    pub fn check(&self) -> Findings {
        let mut found = names("users", &self.users);
        found.note("action", one_of(&self.action, &[Self::DELETE]));
        found
    }
}

impl SetTopicPoliciesBody {
    /// Every problem of the body. A user can be named once per topic.
    pub fn check(&self) -> Findings {
        let mut found = Findings::default();
        if self.topics.is_empty() {
            found.note("topics", Err::<(), _>(Problem::Required));
        }
        for (index, topic) in self.topics.iter().enumerate() {
            found.note_entry(
                "topics",
                index,
                if topic.name.is_empty() { Err(Problem::Required) } else { Ok(()) },
            );
            for (place, entry) in topic.policies.iter().enumerate() {
                let before = topic.policies.iter().take(place);
                let named = match entry.user_name.as_str() {
                    "" => Err(Problem::Required),
                    name if before.into_iter().any(|other| other.user_name == name) => {
                        Err(Problem::Duplicate)
                    }
                    _ => Ok(()),
                };
                found.note_entry("policies.user_name", index, named);
                let known = AccessPolicy::ALL.iter().any(|policy| policy.as_str() == entry.access_policy);
                let policy = Err(Problem::NotOneOf { allowed: ACCESS_POLICIES });
                found.note_entry("policies.access_policy", index, if known { Ok(()) } else { policy });
            }
        }
        found
    }
}
