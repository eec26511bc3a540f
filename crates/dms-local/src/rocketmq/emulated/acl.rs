//! Access control: who may produce and consume what.

use std::net::IpAddr;

use dms_api::models::rocketmq::{NamedPermission, Permission, User};
use dms_api::rules;
use rusqlite::Connection;

use super::append::Draft;
use super::clients::Session;
use super::{Emulated, append, users};
use crate::auth::password;
use crate::rocketmq::{Place, RocketmqError};

/// Who a client says it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Credentials {
    /// Name.
    pub access_key: String,
    /// Key.
    pub secret_key: String,
}

/// The right to a topic or group: its own entry, or else the default. An administrator has every right.
pub(crate) fn right(user: &User, own: &[NamedPermission], default: &Permission, name: &str) -> Permission {
    if user.admin {
        return Permission::PubSub;
    }
    let entry = own.iter().find(|entry| entry.name == name);
    entry.map_or_else(|| default.clone(), |entry| Permission::from_word(&entry.perm))
}

impl Emulated {
    /// A producer sends a message, as far as it may.
    ///
    /// # Errors
    /// When access is denied, the topic is not there or cannot be written.
    pub fn produce(
        &self,
        credentials: Option<&Credentials>,
        draft: &Draft,
        now: i64,
    ) -> Result<Place, RocketmqError> {
        let controlled = self.acl.load(std::sync::atomic::Ordering::Relaxed);
        self.write(|tx| {
            append::release(tx, now)?;
            if controlled {
                let user = identify(tx, credentials, &draft.born_host)?;
                let right = right(&user, &user.topic_perms, &user.default_topic_perm, &draft.topic);
                allowed(right.may_publish(), &user, &draft.topic)?;
            }
            append::send(tx, draft, now)
        })
    }
}

/// Whether a consumer may have its group and its topics.
pub(super) fn may_consume(c: &Connection, session: &Session) -> Result<(), RocketmqError> {
    let user = identify(c, session.credentials.as_ref(), &session.address)?;
    let group = right(&user, &user.group_perms, &user.default_group_perm, &session.group);
    allowed(group.may_subscribe(), &user, &session.group)?;
    for (topic, _) in &session.subscriptions {
        let right = right(&user, &user.topic_perms, &user.default_topic_perm, topic);
        allowed(right.may_subscribe(), &user, topic)?;
    }
    Ok(())
}

fn allowed(may: bool, user: &User, what: &str) -> Result<(), RocketmqError> {
    if may { Ok(()) } else { Err(RocketmqError::Denied(format!("{} {what}", user.access_key))) }
}

/// The user of a name and a key, or the one whose white list has the address.
fn identify(c: &Connection, credentials: Option<&Credentials>, address: &str) -> Result<User, RocketmqError> {
    let denied = |why: &str| Err(RocketmqError::Denied(why.to_owned()));
    let host = address.rsplit_once(':').map_or(address, |(host, _)| host);
    let Some(credentials) = credentials else {
        let listed = |user: &User| match host.parse::<IpAddr>() {
            Ok(IpAddr::V4(ip)) => rules::white_list_has(&user.white_remote_address, ip.octets()),
            _ => false,
        };
        let found = users::all(c)?.into_iter().map(|stored| stored.user).find(listed);
        return found.map_or_else(|| denied("no credentials"), Ok);
    };
    match users::find(c, &credentials.access_key)? {
        Some(stored) if password::matches(&credentials.secret_key, &stored.secret) => Ok(stored.user),
        Some(_) => denied("wrong key"),
        None => denied("unknown user"),
    }
}
