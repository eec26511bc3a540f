//! What users may do with topics (K5.5.5-6).

use std::sync::Arc;

use dms_api::models::kafka::{AccessPolicy, PolicyEntry, TopicPolicies};
use dms_api::ops::kafka::SetTopicPoliciesBody;

use super::kafka_topics::cluster;
use super::kafka_users::{known, names, secured};
use crate::access;
use crate::call::Call;
use crate::fail::{Fail, check};
use crate::service::Service;
use crate::store::KafkaPolicies;

/// `kafka.ShowTopicPolicies`.
pub async fn show(service: Arc<Service>, call: Call) -> Result<TopicPolicies, Fail> {
    let instance = secured(&service, &call).await?;
    let (_, running) = cluster(&service, &call).await?;
    let topic = running.admin.topic(call.param("topic_name")).await?;
    let mut policies = service.store.kafka_policies(instance.id).await?;
    let granted = policies.remove(&topic.name).unwrap_or_default().into_iter();
    let policies = granted.map(|(user_name, policy)| PolicyEntry {
        owner: false,
        user_name,
        access_policy: AccessPolicy::from_word(&policy),
        ..Default::default()
    });
    Ok(TopicPolicies {
        name: topic.name,
        topic_type: i32::from(topic.internal),
        policies: policies.collect(),
    })
}

/// `kafka.SetTopicPolicies`: everything is checked before anything is changed. A topic that nobody is named for is
/// open to everybody again.
pub async fn set(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = secured(&service, &call).await?;
    let (_, running) = cluster(&service, &call).await?;
    let body: SetTopicPoliciesBody = call.body()?;
    check(body.check())?;
    let users = names(&service, &instance).await?;
    let mut policies = KafkaPolicies::new();
    for topic in body.topics {
        running.admin.topic(&topic.name).await?;
        let entry = policies.entry(topic.name).or_default();
        for policy in topic.policies {
            known(&users, &policy.user_name)?;
            entry.insert(policy.user_name, policy.access_policy);
        }
    }
    service.store.set_kafka_policies(instance.id.clone(), policies).await?;
    Ok(access::changed(&service, &instance.id).await?)
}
