//! Where the pages get users from, and the topics and groups that rights are about.

use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::models::rocketmq::{User, UserList};
use dms_api::ops::rocketmq::{ListUsers, ShowInstance};

use crate::data::{Page, PageAt, Paged, Paging, Query, use_paged, use_query};
use crate::pages::rocketmq::groups::{Groups, use_groups};
use crate::pages::rocketmq::topics::{Topics, use_topics};
use crate::prelude::*;

/// An instance's users, asked for only where it can have any.
#[derive(Clone, Copy)]
pub struct Users {
    pub instance: Query<Instance>,
    pub list: Paged<User, UserList>,
}

/// The users of `instance`.
pub fn use_users(instance: &str) -> Users {
    let shown = ShowInstance { instance_id: instance.to_owned() };
    let details = use_query(move || Some(shown.clone()));
    let op = ListUsers { instance_id: instance.to_owned(), offset: None, limit: None };
    let acl = Memo::new(move |_| details.data().and_then(|instance| instance.enable_acl));
    let list = use_paged(
        move || (acl.get() == Some(true)).then(|| op.clone()),
        Paging {
            at: |op: &mut ListUsers, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut UserList| Page {
                items: std::mem::take(&mut answer.users),
                total: Some(answer.total).filter(|total| *total > 0),
            },
            key: |user: &User| &user.access_key,
        },
    );
    Users { instance: details, list }
}

impl Users {
    /// Whether access is controlled; `None` until that is known. Tracked.
    pub fn has_acl(self) -> Option<bool> {
        self.instance.data().map(|instance| instance.enable_acl.unwrap_or_default())
    }

    /// All users, tracked.
    pub fn all(self) -> Arc<Vec<Arc<User>>> {
        self.list.items()
    }

    /// Their names, tracked.
    pub fn names(self) -> Vec<String> {
        self.all().iter().map(|user| user.access_key.clone()).collect()
    }

    /// The user called `name`, tracked.
    pub fn find(self, name: &str) -> Option<Arc<User>> {
        self.all().iter().find(|user| user.access_key == name).cloned()
    }
}

/// What a right can be about.
#[derive(Clone, Copy)]
pub struct Things {
    pub topics: Topics,
    pub groups: Groups,
}

/// The topics and groups of `instance`.
pub fn use_things(instance: &str) -> Things {
    Things { topics: use_topics(instance), groups: use_groups(instance) }
}

impl Things {
    /// Names of the topics, tracked.
    pub fn topic_names(self) -> Vec<String> {
        self.topics.items().iter().map(|topic| topic.name.clone()).collect()
    }

    /// Names of the groups, tracked.
    pub fn group_names(self) -> Vec<String> {
        self.groups.items().iter().map(|group| group.name.clone()).collect()
    }

    /// Whether all of both have come. Tracked.
    pub fn done(self) -> bool {
        self.topics.progress().done && self.groups.progress().done
    }

    /// Asks for both again.
    pub fn refresh(self) {
        self.topics.refresh();
        self.groups.refresh();
    }
}
