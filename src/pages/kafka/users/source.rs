//! Where the pages get users from.

use std::sync::Arc;

use dms_api::models::Instance;
use dms_api::models::kafka::{User, UserList};
use dms_api::ops::kafka::{ListUsers, ShowInstance};

use crate::data::{Query, use_query};
use crate::prelude::*;

/// An instance's users, asked for only where it can have any.
#[derive(Clone, Copy)]
pub struct Users {
    pub instance: Query<Instance>,
    pub list: Query<UserList>,
}

/// The users of `instance`.
pub fn use_users(instance: &str) -> Users {
    let shown = ShowInstance { instance_id: instance.to_owned() };
    let details = use_query(move || Some(shown.clone()));
    let op = ListUsers { instance_id: instance.to_owned() };
    let has_sasl = Memo::new(move |_| details.data().map(|instance| instance.ssl_enable));
    let list = use_query(move || (has_sasl.get() == Some(true)).then(|| op.clone()));
    Users { instance: details, list }
}

impl Users {
    /// Whether clients sign in with users at all; `None` until that is known. Tracked.
    pub fn has_sasl(self) -> Option<bool> {
        self.instance.data().map(|instance| instance.ssl_enable)
    }

    /// All users, tracked.
    pub fn all(self) -> Vec<Arc<User>> {
        let list = self.list.data();
        list.iter().flat_map(|list| &list.users).cloned().map(Arc::new).collect()
    }

    /// Their names, tracked.
    pub fn names(self) -> Vec<String> {
        self.all().iter().map(|user| user.user_name.clone()).collect()
    }
}
