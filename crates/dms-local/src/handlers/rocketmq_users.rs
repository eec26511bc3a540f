//! Users and who may do what (R5.5). All of it needs access control.

use std::sync::Arc;

use dms_api::models::rocketmq::{
    DeletedUser, NamedPermission, Permission, Policy, PolicyList, User, UserList,
};
use dms_api::ops::rocketmq::UserBody;

use super::rocketmq::{Asked, blocking, check, cut, page};
use crate::auth::password;
use crate::call::Call;
use crate::fail::Fail;
use crate::rocketmq::{Page, StoredUser, right};
use crate::service::Service;

/// What stands for a key in answers.
const MASK: &str = "*****";

/// `rocketmq.CreateUser`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<User, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let body = lenient(call.body()?);
    check(body.check())?;
    let user = after(User { access_key: body.access_key.clone(), ..nobody() }, &body);
    let secret = hashed(&body).await?;
    let stored = StoredUser { user: user.clone(), secret };
    asked.ask(move |cluster, now| cluster.create_user(&stored, now)).await?;
    Ok(masked(user))
}

/// A user before anything was said.
fn nobody() -> User {
    User { default_topic_perm: Permission::Deny, default_group_perm: Permission::Deny, ..User::default() }
}

/// The examples give a group `PUB|SUB`; what that means for a group is `SUB`, and so it is answered.
fn lenient(mut body: UserBody) -> UserBody {
    let fix = |right: &mut String| {
        if Permission::from_word(right) == Permission::PubSub {
            *right = Permission::Sub.as_str().to_owned();
        }
    };
    body.default_group_perm.as_mut().into_iter().for_each(fix);
    body.group_perms.iter_mut().flatten().for_each(|entry| fix(&mut entry.perm));
    body.default_topic_perm = body.default_topic_perm.filter(|right| !right.is_empty());
    body.default_group_perm = body.default_group_perm.filter(|right| !right.is_empty());
    body
}

async fn hashed(body: &UserBody) -> Result<String, Fail> {
    let key = body.secret_key.expose().to_owned();
    blocking(move || password::hash(&key)).await
}

/// The user as it is after a change: what is left out stays.
fn after(old: User, body: &UserBody) -> User {
    let word = |right: &Option<String>, old: Permission| right.as_deref().map_or(old, Permission::from_word);
    User {
        white_remote_address: body.white_remote_address.clone().unwrap_or(old.white_remote_address),
        admin: body.admin.unwrap_or(old.admin),
        default_topic_perm: word(&body.default_topic_perm, old.default_topic_perm),
        default_group_perm: word(&body.default_group_perm, old.default_group_perm),
        topic_perms: body.topic_perms.clone().unwrap_or(old.topic_perms),
        group_perms: body.group_perms.clone().unwrap_or(old.group_perms),
        access_key: old.access_key,
        secret_key: String::new(),
        ..Default::default()
    }
}

fn masked(user: User) -> User {
    User { secret_key: MASK.to_owned(), ..user }
}

/// `rocketmq.ListUsers`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<UserList, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let page = page(&call, 10)?;
    let found = asked.ask(move |cluster, _| cluster.users(page)).await?;
    Ok(UserList { users: found.items.into_iter().map(masked).collect(), total: found.total })
}

/// `rocketmq.ModifyUser`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<User, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let name = call.param("user_name").to_owned();
    let body = lenient(call.body()?);
    check(body.check_change(&name))?;
    let old = asked.ask(move |cluster, _| cluster.user(&name)).await?;
    let secret = if body.secret_key.is_empty() { old.secret } else { hashed(&body).await? };
    let user = after(old.user, &body);
    let stored = StoredUser { user: user.clone(), secret };
    asked.ask(move |cluster, _| cluster.change_user(&stored)).await?;
    Ok(masked(user))
}

/// `rocketmq.ShowUser`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<User, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let name = call.param("user_name").to_owned();
    Ok(masked(asked.ask(move |cluster, _| cluster.user(&name)).await?.user))
}

/// `rocketmq.DeleteUser`.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<DeletedUser, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let name = call.param("user_name").to_owned();
    let message = format!("The user {name} was deleted.");
    asked.ask(move |cluster, _| cluster.delete_user(&name)).await?;
    Ok(DeletedUser { message })
}

/// `rocketmq.ListTopicPolicies`.
pub async fn of_topic(service: Arc<Service>, call: Call) -> Result<PolicyList, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let name = call.param("topic").to_owned();
    let topic = name.clone();
    asked.ask(move |cluster, _| cluster.topic(&topic)).await?;
    policies(&asked, &call, name, |user| (&user.topic_perms, &user.default_topic_perm)).await
}

/// `rocketmq.ListGroupPolicies`.
pub async fn of_group(service: Arc<Service>, call: Call) -> Result<PolicyList, Fail> {
    let asked = Asked::controlled(&service, &call).await?;
    let name = call.param("group_id").to_owned();
    let group = name.clone();
    asked.ask(move |cluster, now| cluster.group(&group, now)).await?;
    policies(&asked, &call, name, |user| (&user.group_perms, &user.default_group_perm)).await
}

/// Users who may do something with it, or have an entry for it.
async fn policies(
    asked: &Asked,
    call: &Call,
    name: String,
    rights: fn(&User) -> (&Vec<NamedPermission>, &Permission),
) -> Result<PolicyList, Fail> {
    let page = page(call, 10)?;
    let users = asked.ask(move |cluster, _| cluster.users(Page::ALL)).await?.items;
    let policy = |user: User| {
        let (own, default) = rights(&user);
        let perm = right(&user, own, default, &name);
        let listed = perm != Permission::Deny || own.iter().any(|entry| entry.name == name);
        listed.then(|| Policy {
            secret_key: Some(MASK.to_owned()),
            white_remote_address: user.white_remote_address.clone(),
            admin: user.admin,
            perm,
            access_key: user.access_key.clone(),
            ..Default::default()
        })
    };
    let found = cut(users.into_iter().filter_map(policy).collect(), page);
    Ok(PolicyList { policies: found.items, total: found.total, name })
}
