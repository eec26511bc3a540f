//! What the form about a user holds, checked as it is filled in.

use dms_api::models::rocketmq::{Permission, User};
use dms_api::ops::rocketmq::UserBody;
use dms_api::rules::{self, Problem};
use dms_api::secret::Secret;

use super::lines;
use super::rights::{Kind, choices};
use super::source::Users;
use super::words::right_text;
use crate::data::ApiFailure;
use crate::i18n::problems::complaint;
use crate::i18n::{core, rocketmq::users as text, t};
use crate::pages::new_password::NewPassword;
use crate::prelude::*;
use crate::shell::brief;
use crate::ui::{Change, FieldState, FormState};

/// The fields. Cheap to copy.
#[derive(Clone, Copy)]
pub struct UserForm {
    pub state: FormState,
    pub name: FieldState,
    pub key: NewPassword,
    pub white_list: FieldState,
    pub admin: FieldState<bool>,
    pub topic_default: FieldState,
    pub group_default: FieldState,
    /// Rights to single topics and groups, as lines.
    pub topics: FieldState,
    pub groups: FieldState,
}

impl UserForm {
    /// A form for a new user, or for `before` as it is now.
    pub fn new(users: Users, before: Option<&User>) -> Self {
        let state = FormState::new();
        let editing = before.is_some();
        let fresh = User {
            default_topic_perm: Permission::Deny,
            default_group_perm: Permission::Deny,
            ..User::default()
        };
        let start = before.unwrap_or(&fresh);
        let name = state.text(start.access_key.clone(), move |raw| {
            let raw = raw.trim();
            let taken = !editing && users.names().iter().any(|name| name == raw);
            let fresh = if taken { Err(Problem::Duplicate) } else { Ok(()) };
            // A name that is there already need not please this version.
            complaint(if editing { Ok(()) } else { rules::ACCESS_KEY.check(raw).and(fresh) })
        });
        let user = Signal::derive(move || name.value.get());
        let right = |kind: Kind, now: &Permission| {
            state.text(now.as_str(), move |word| {
                let known = choices(kind).contains(&Permission::from_word(word));
                let allowed = if kind == Kind::Topic { rules::PERMISSIONS } else { rules::GROUP_PERMISSIONS };
                complaint(if known { Ok(()) } else { Err(Problem::NotOneOf { allowed }) })
            })
        };
        let entries = |kind: Kind, now: String| state.text(now, move |raw| lines::complaint(raw, kind));
        Self {
            state,
            name,
            key: if editing { NewPassword::optional(state, user) } else { NewPassword::new(state, user) },
            white_list: state
                .text(start.white_remote_address.clone(), |raw| complaint(rules::white_list(raw.trim()))),
            admin: state.free(start.admin),
            topic_default: right(Kind::Topic, &start.default_topic_perm),
            group_default: right(Kind::Group, &start.default_group_perm),
            topics: entries(Kind::Topic, lines::print(&start.topic_perms)),
            groups: entries(Kind::Group, lines::print(&start.group_perms)),
        }
    }

    /// The request as the form stands. Tracked.
    pub fn body(self) -> UserBody {
        UserBody {
            access_key: self.name.get().trim().to_owned(),
            secret_key: Secret(self.key.password.get()),
            white_remote_address: Some(self.white_list.get().trim().to_owned()),
            admin: Some(self.admin.get()),
            default_topic_perm: Some(self.topic_default.get()),
            default_group_perm: Some(self.group_default.get()),
            topic_perms: Some(lines::parse(&self.topics.get(), Kind::Topic).unwrap_or_default()),
            group_perms: Some(lines::parse(&self.groups.get(), Kind::Group).unwrap_or_default()),
        }
    }

    /// What is not as it was. Tracked.
    pub fn changes(self) -> Vec<Change> {
        let yes_no = |on: bool| t(if on { core::YES } else { core::NO }).to_owned();
        let right = |word: String| right_text(&Permission::from_word(&word));
        let mut all = Vec::new();
        if self.key.password.is_dirty() {
            all.push(Change::new(text::KEY, t(text::KEY_OLD), t(text::KEY_NEW)));
        }
        if self.white_list.is_dirty() {
            all.push(Change::new(text::WHITE_LIST, self.white_list.initial(), self.white_list.get()));
        }
        if self.admin.is_dirty() {
            all.push(Change::new(text::ADMIN, yes_no(self.admin.initial()), yes_no(self.admin.get())));
        }
        for (label, field) in
            [(text::DEFAULT_TOPIC, self.topic_default), (text::DEFAULT_GROUP, self.group_default)]
        {
            if field.is_dirty() {
                all.push(Change::new(label, right(field.initial()), right(field.get())));
            }
        }
        for (label, field) in [(text::SPECIAL_TOPICS, self.topics), (text::SPECIAL_GROUPS, self.groups)] {
            let (was, is) = (field.initial(), field.get());
            if was.trim() != is.trim() {
                all.push(Change::new(label, was, is));
            }
        }
        all
    }

    /// Shows a refusal beside the field that it is about.
    pub fn reject(self, failure: &ApiFailure) {
        let said = brief(failure);
        match failure.field() {
            Some("access_key" | "user_name" | "name") => self.name.reject(said),
            Some("secret_key") => self.key.password.reject(said),
            Some("white_remote_address") => self.white_list.reject(said),
            Some("default_topic_perm") => self.topic_default.reject(said),
            Some("default_group_perm") => self.group_default.reject(said),
            Some("topic_perms") => self.topics.reject(said),
            Some("group_perms") => self.groups.reject(said),
            _ => {}
        }
    }
}
