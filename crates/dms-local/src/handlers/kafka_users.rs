//! SASL users of an instance (K5.5.1-4).

use std::sync::Arc;

use dms_api::models::kafka::{User, UserList};
use dms_api::ops::kafka::{CreateUserBody, DeleteUsersBody, ModifyUserBody, ResetUserPasswordBody};
use dms_api::record::Millis;
use dms_api::rules::USERS_PER_INSTANCE;

use super::instances;
use crate::access;
use crate::auth::password;
use crate::call::Call;
use crate::fail::{Code, Fail, check};
use crate::instance::Instance;
use crate::service::Service;
use crate::store::KafkaUser;

/// The one role that users have.
const ROLE: &str = "guest";

/// The caller's running instance, which has users only if clients have to log in.
///
/// # Errors
/// DMS.00404022, DMS.00400026, DMS.00400800 without SASL.
pub async fn secured(service: &Service, call: &Call) -> Result<Instance, Fail> {
    let instance = instances::own_running(service, call).await?;
    if instance.spec.ssl_enable {
        return Ok(instance);
    }
    Err(Code::KAFKA_REFUSED.because("SASL is not enabled for the instance."))
}

/// The names of all users, that of the instance's order first.
///
/// # Errors
/// When the store refuses.
pub async fn names(service: &Service, instance: &Instance) -> Result<Vec<String>, Fail> {
    let users = service.store.kafka_users(instance.id.clone()).await?;
    let first = instance.spec.kafka.access_user.clone();
    Ok(std::iter::once(first).chain(users.into_iter().map(|user| user.name)).collect())
}

/// `kafka.ListUsers`.
pub async fn list(service: Arc<Service>, call: Call) -> Result<UserList, Fail> {
    let instance = secured(&service, &call).await?;
    let first = User {
        user_name: instance.spec.kafka.access_user.clone(),
        user_desc: Some(String::new()),
        role: ROLE.to_owned(),
        default_app: true,
        created_time: Some(Millis(instance.created_at)),
        ..User::default()
    };
    let others = service.store.kafka_users(instance.id).await?.into_iter().map(|user| User {
        user_name: user.name,
        user_desc: Some(user.description),
        role: ROLE.to_owned(),
        default_app: false,
        created_time: Some(Millis(user.created_at)),
        ..User::default()
    });
    Ok(UserList { users: std::iter::once(first).chain(others).collect() })
}

/// `kafka.CreateUser`.
pub async fn create(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = secured(&service, &call).await?;
    let body: CreateUserBody = call.body()?;
    let existing = names(&service, &instance).await?;
    check(body.check(&existing.iter().map(String::as_str).collect::<Vec<_>>()))?;
    if existing.len() >= USERS_PER_INSTANCE {
        return Err(Code::QUOTA.because(format_args!("An instance has at most {USERS_PER_INSTANCE} users.")));
    }
    let user = KafkaUser {
        name: body.user_name,
        created_at: service.now(),
        password: password::hash(body.user_passwd.expose()),
        description: body.user_desc.unwrap_or_default(),
    };
    service.store.put_kafka_user(instance.id.clone(), user).await?;
    Ok(access::changed(&service, &instance.id).await?)
}

/// `kafka.DeleteUsers`: all of them or none. The user that the instance was ordered with stays.
pub async fn delete(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = secured(&service, &call).await?;
    let body: DeleteUsersBody = call.body()?;
    check(body.check())?;
    let existing = names(&service, &instance).await?;
    for name in &body.users {
        if *name == instance.spec.kafka.access_user {
            return Err(Code::KAFKA_REFUSED.because(format_args!("{name} came with the instance and stays.")));
        }
        known(&existing, name)?;
    }
    service.store.remove_kafka_users(instance.id.clone(), body.users).await?;
    Ok(access::changed(&service, &instance.id).await?)
}

/// Refuses a user that is not there.
///
/// # Errors
/// DMS.00400062.
pub fn known(existing: &[String], name: &str) -> Result<(), Fail> {
    if existing.iter().any(|user| user == name) {
        return Ok(());
    }
    Err(Code::PARAMETER.because(format_args!("There is no user {name}.")))
}

/// `kafka.ResetUserPassword`.
pub async fn reset_password(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = secured(&service, &call).await?;
    let name = call.param("user_name");
    let body: ResetUserPasswordBody = call.body()?;
    known(&names(&service, &instance).await?, name)?;
    check(body.check(name))?;
    set(&service, &instance, name, Some(body.new_password.expose()), None).await
}

/// `kafka.ModifyUser`.
pub async fn modify(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = secured(&service, &call).await?;
    let name = call.param("user_name");
    let body: ModifyUserBody = call.body()?;
    known(&names(&service, &instance).await?, name)?;
    check(body.check(name))?;
    let new_password = body.new_password.as_ref().map(|new| new.expose());
    set(&service, &instance, name, new_password, body.user_desc).await
}

async fn set(
    service: &Service,
    instance: &Instance,
    name: &str,
    new_password: Option<&str>,
    description: Option<String>,
) -> Result<(), Fail> {
    let hash = new_password.map(password::hash);
    if name == instance.spec.kafka.access_user {
        if let Some(hash) = hash {
            let change = move |spec: &mut crate::instance::InstanceSpec| spec.kafka.access_password = hash;
            service.store.change_spec(instance.id.clone(), change).await?;
        }
    } else {
        let users = service.store.kafka_users(instance.id.clone()).await?;
        let Some(mut user) = users.into_iter().find(|user| user.name == name) else { return Ok(()) };
        user.password = hash.unwrap_or(user.password);
        user.description = description.unwrap_or(user.description);
        service.store.put_kafka_user(instance.id.clone(), user).await?;
    }
    Ok(access::changed(service, &instance.id).await?)
}
