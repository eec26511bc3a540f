//! What users may do with topics and groups (R5.5). Pure.
//!
//! Three rules make a right: an administrator may do everything; else the user's own entry for the topic or group
//! holds, if there is one; else the user's default.

use std::collections::BTreeMap;

use dms_api::models::rocketmq::{NamedPermission, Permission, User};

/// A topic or a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Topic,
    Group,
}

/// Something that rights are about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Thing {
    pub kind: Kind,
    pub name: String,
}

impl Thing {
    /// Reads [`Thing::key`].
    pub fn of_key(key: &str) -> Option<Self> {
        let (kind, name) = key.split_once(':')?;
        let kind = match kind {
            "topic" => Kind::Topic,
            "group" => Kind::Group,
            _ => return None,
        };
        (!name.is_empty()).then(|| Self { kind, name: name.to_owned() })
    }

    /// Names it among topics and groups, also in the URL: `topic:orders`.
    pub fn key(&self) -> String {
        format!("{}:{}", if self.kind == Kind::Topic { "topic" } else { "group" }, self.name)
    }
}

/// Where a right comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The user is an administrator.
    Admin,
    /// The user has an entry for it.
    Own,
    /// It has none.
    Default,
}

/// What a user may really do, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effective {
    pub right: Permission,
    pub source: Source,
}

/// The entries of a user for one kind of thing.
pub fn entries(user: &User, kind: Kind) -> &[NamedPermission] {
    match kind {
        Kind::Topic => &user.topic_perms,
        Kind::Group => &user.group_perms,
    }
}

/// What `user` may do with `thing`.
pub fn effective(user: &User, thing: &Thing) -> Effective {
    if user.admin {
        return Effective { right: Permission::PubSub, source: Source::Admin };
    }
    match own(user, thing) {
        Some(right) => Effective { right, source: Source::Own },
        None => {
            let default = match thing.kind {
                Kind::Topic => &user.default_topic_perm,
                Kind::Group => &user.default_group_perm,
            };
            Effective { right: default.clone(), source: Source::Default }
        }
    }
}

/// The user's own entry for `thing`.
pub fn own(user: &User, thing: &Thing) -> Option<Permission> {
    let entry = entries(user, thing.kind).iter().find(|entry| entry.name == thing.name)?;
    Some(Permission::from_word(&entry.perm))
}

/// The rights that can be chosen for a kind of thing, in the order of menus.
pub fn choices(kind: Kind) -> &'static [Permission] {
    match kind {
        Kind::Topic => &[Permission::Deny, Permission::Pub, Permission::Sub, Permission::PubSub],
        Kind::Group => &[Permission::Deny, Permission::Sub],
    }
}

/// Changes not sent yet: user and thing, and what the entry shall be; `None` for no entry.
pub type Edits = BTreeMap<(String, Thing), Option<Permission>>;

/// Notes an edit; one that leads back to what is there is no edit.
pub fn edit(edits: &mut Edits, user: &User, thing: &Thing, right: Option<Permission>) {
    let key = (user.access_key.clone(), thing.clone());
    if own(user, thing) == right {
        edits.remove(&key);
    } else {
        edits.insert(key, right);
    }
}

/// The user with the edits made to it.
pub fn edited(user: &User, edits: &Edits) -> User {
    let mut after = user.clone();
    for ((_, thing), right) in edits.iter().filter(|((name, _), _)| *name == user.access_key) {
        let list = match thing.kind {
            Kind::Topic => &mut after.topic_perms,
            Kind::Group => &mut after.group_perms,
        };
        let at = list.iter().position(|entry| entry.name == thing.name);
        match (at, right) {
            (Some(at), None) => drop(list.remove(at)),
            (Some(at), Some(right)) => {
                if let Some(entry) = list.get_mut(at) {
                    entry.perm = right.as_str().to_owned();
                }
            }
            (None, Some(right)) => {
                list.push(NamedPermission { name: thing.name.clone(), perm: right.as_str().to_owned() });
            }
            (None, None) => {}
        }
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn user() -> User {
        let entry = |name: &str, perm: &str| NamedPermission { name: name.to_owned(), perm: perm.to_owned() };
        User {
            access_key: "mail_service".to_owned(),
            default_topic_perm: Permission::Sub,
            default_group_perm: Permission::Deny,
            topic_perms: vec![entry("mail", "SUB|PUB"), entry("sms", "DENY"), entry("odd", "WRITE")],
            group_perms: vec![entry("mail", "SUB")],
            ..User::default()
        }
    }

    fn thing(key: &str) -> Thing {
        Thing::of_key(key).unwrap()
    }

    #[test]
    fn own_rights_go_before_the_default_and_an_administrator_before_both() {
        let (user, told) = (user(), |right, source| Effective { right, source });
        assert_eq!(effective(&user, &thing("topic:mail")), told(Permission::PubSub, Source::Own));
        assert_eq!(effective(&user, &thing("topic:sms")), told(Permission::Deny, Source::Own));
        assert_eq!(effective(&user, &thing("topic:other")), told(Permission::Sub, Source::Default));
        assert_eq!(effective(&user, &thing("group:mail")), told(Permission::Sub, Source::Own));
        assert_eq!(effective(&user, &thing("group:sms")), told(Permission::Deny, Source::Default));
        let odd = effective(&user, &thing("topic:odd")).right;
        assert!(odd == Permission::Other("WRITE".to_owned()) && !odd.may_publish());
        let admin = User { admin: true, ..user };
        assert_eq!(effective(&admin, &thing("topic:sms")), told(Permission::PubSub, Source::Admin));
    }

    #[test]
    fn keys_survive_names_with_colons_and_percent_signs() {
        for key in ["topic:%DLQ%g|1", "group:a:b"] {
            assert_eq!(thing(key).key(), key);
        }
        assert_eq!((Thing::of_key("topic:"), Thing::of_key("x:y")), (None, None));
    }

    #[test]
    fn edits_change_add_and_take_away_entries() {
        let (user, mut edits) = (user(), Edits::new());
        edit(&mut edits, &user, &thing("topic:mail"), Some(Permission::PubSub));
        assert!(edits.is_empty(), "it says so already");
        edit(&mut edits, &user, &thing("topic:mail"), Some(Permission::Pub));
        edit(&mut edits, &user, &thing("topic:sms"), None);
        edit(&mut edits, &user, &thing("group:new"), Some(Permission::Sub));
        let after = edited(&user, &edits);
        assert_eq!(own(&after, &thing("topic:mail")), Some(Permission::Pub));
        assert_eq!(own(&after, &thing("topic:sms")), None);
        assert_eq!(own(&after, &thing("group:new")), Some(Permission::Sub));
        assert_eq!(after.topic_perms.len(), 2);
        assert_eq!(edited(&User { access_key: "other".into(), ..user.clone() }, &edits).topic_perms.len(), 3);
    }
}
