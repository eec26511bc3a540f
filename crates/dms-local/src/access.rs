//! Who may log in to a Kafka instance with SASL, and what each user may do with its topics: what the REST calls of
//! K5.5 say is what the embedded brokers go by, at once.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

use dms_api::models::kafka::AccessPolicy;

use crate::auth::password;
use crate::instance::Instance;
use crate::kafka::{TopicRight, UserCheck};
use crate::service::Service;
use crate::store::{KafkaPolicies, StoreError};

/// The users of an instance as its brokers ask for them.
#[derive(Debug, Default)]
pub struct Access(RwLock<State>);

#[derive(Debug, Default)]
struct State {
    /// Salted hashes of passwords, by user.
    passwords: HashMap<String, String>,
    /// A topic without an entry is open to every user.
    policies: KafkaPolicies,
}

impl UserCheck for Access {
    fn check(&self, user: &str, password: &str) -> bool {
        let kept = self.0.read().unwrap_or_else(PoisonError::into_inner).passwords.get(user).cloned();
        kept.is_some_and(|kept| password::matches(password, &kept))
    }

    fn may(&self, user: &str, topic: &str, right: TopicRight) -> bool {
        let state = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let Some(users) = state.policies.get(topic) else { return true };
        let granted = users.get(user).map(|policy| AccessPolicy::from_word(policy));
        match right {
            TopicRight::Publish => matches!(granted, Some(AccessPolicy::All | AccessPolicy::Publish)),
            TopicRight::Subscribe => matches!(granted, Some(AccessPolicy::All | AccessPolicy::Subscribe)),
        }
    }
}

async fn read(service: &Service, instance: &Instance) -> Result<State, StoreError> {
    let users = service.store.kafka_users(instance.id.clone()).await?;
    let mut passwords: HashMap<String, String> =
        users.into_iter().map(|user| (user.name, user.password)).collect();
    let kafka = &instance.spec.kafka;
    passwords.insert(kafka.access_user.clone(), kafka.access_password.clone());
    let policies = service.store.kafka_policies(instance.id.clone()).await?;
    Ok(State { passwords, policies })
}

/// The users of an instance; `None` where clients need not log in.
///
/// # Errors
/// When the store refuses.
pub async fn load(service: &Service, instance: &Instance) -> Result<Option<Arc<Access>>, StoreError> {
    if !instance.spec.ssl_enable {
        return Ok(None);
    }
    Ok(Some(Arc::new(Access(RwLock::new(read(service, instance).await?)))))
}

/// Tells the brokers of an instance, if it runs, that users, passwords or policies were changed in the store.
///
/// # Errors
/// When the store refuses.
pub async fn changed(service: &Service, instance_id: &str) -> Result<(), StoreError> {
    let access = service.clusters.get(instance_id).and_then(|running| running.access.clone());
    let Some(access) = access else { return Ok(()) };
    if let Some(instance) = service.store.instance(instance_id.to_owned()).await? {
        let state = read(service, &instance).await?;
        *access.0.write().unwrap_or_else(PoisonError::into_inner) = state;
    }
    Ok(())
}
