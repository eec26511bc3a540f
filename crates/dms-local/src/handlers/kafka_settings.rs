//! Passwords, automatic topics, addresses for other networks, Kafka Manager (K5.2.1-4).

use std::collections::BTreeMap;
use std::sync::Arc;

use dms_api::models::kafka::{AutoTopic, CrossVpcResult, CrossVpcResults};
use dms_api::ops::kafka::{AutoTopicBody, CrossVpcBody, NewPasswordBody};
use dms_api::rules::{self, Findings};
use serde_json::json;

use super::instances;
use super::kafka_topics::cluster;
use crate::access;
use crate::auth::password;
use crate::call::Call;
use crate::fail::{Code, Fail, check};
use crate::kafka::Broker;
use crate::service::Service;
use crate::tasks;

/// The new password of the body, good for `user`.
fn new_password(call: &Call, user: &str) -> Result<String, Fail> {
    let body: NewPasswordBody = call.body()?;
    let mut found = Findings::default();
    found.note("new_password", rules::password(body.new_password.expose(), user));
    check(found)?;
    Ok(password::hash(body.new_password.expose()))
}

/// `kafka.ResetPassword`: clients that log in from now on need the new one.
pub async fn reset_password(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let (instance, _) = cluster(&service, &call).await?;
    let user = instance.spec.kafka.access_user.clone();
    let hash = new_password(&call, &user)?;
    if !instance.spec.ssl_enable {
        return Err(Code::KAFKA_REFUSED.because("The instance has no SASL user."));
    }
    service.store.change_spec(instance.id.clone(), move |spec| spec.kafka.access_password = hash).await?;
    access::changed(&service, &instance.id).await?;
    tasks::done(&service, &call, &instance.id, "resetPassword", json!({ "user_name": user })).await?;
    Ok(())
}

/// `kafka.ResetManagerPassword`.
pub async fn reset_manager_password(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = instances::own_running(&service, &call).await?;
    let hash = new_password(&call, &instance.spec.kafka.manager_user)?;
    let user = manager_user(&instance.spec.kafka.manager_user)?;
    service.store.change_spec(instance.id.clone(), move |spec| spec.kafka.manager_password = hash).await?;
    let params = json!({ "kafka_manager_user": user });
    tasks::done(&service, &call, &instance.id, "resetManagerPassword", params).await?;
    Ok(())
}

fn manager_user(user: &str) -> Result<String, Fail> {
    if user.is_empty() {
        return Err(Code::KAFKA_REFUSED.because("Kafka Manager is not enabled."));
    }
    Ok(user.to_owned())
}

/// `kafka.RestartManager`: nothing but the task shows it.
pub async fn restart_manager(service: Arc<Service>, call: Call) -> Result<(), Fail> {
    let instance = instances::own_running(&service, &call).await?;
    manager_user(&instance.spec.kafka.manager_user)?;
    tasks::begin(&service, &call, &instance.id, "restartKafkaManager", json!({})).await?;
    Ok(())
}

/// `kafka.SetAutoTopic`: brokers heed it at once.
pub async fn set_auto_topic(service: Arc<Service>, call: Call) -> Result<AutoTopic, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let AutoTopicBody { enable_auto_topic: on } = call.body()?;
    service.store.change_spec(instance.id.clone(), move |spec| spec.kafka.enable_auto_topic = on).await?;
    running.cluster.set_auto_create_topics(on);
    let params = json!({ "old_auto_status": instance.spec.kafka.enable_auto_topic, "new_auto_status": on });
    tasks::done(&service, &call, &instance.id, "modifyAutoTopic", params).await?;
    Ok(AutoTopic { enable_auto_topic: Some(on) })
}

/// How a broker is named by the address it listens on. The port belongs to it: all brokers share one host here.
pub fn listener(broker: &Broker) -> String {
    format!("{}:{}", broker.host, broker.port)
}

/// `kafka.ModifyCrossVpc`. An address that another broker has already is refused for the second one, as clients could
/// not tell the two apart.
pub async fn modify_cross_vpc(service: Arc<Service>, call: Call) -> Result<CrossVpcResults, Fail> {
    let (instance, running) = cluster(&service, &call).await?;
    let body: CrossVpcBody = call.body()?;
    let listeners: Vec<String> = running.brokers.iter().map(listener).collect();
    check(body.check(&listeners))?;
    let before = &instance.spec.kafka.advertised;
    let mut kept = BTreeMap::new();
    let mut results = Vec::with_capacity(listeners.len());
    for ip in listeners {
        let wanted = body.advertised_ip_contents.get(&ip).cloned().unwrap_or_default();
        let success = !kept.values().any(|other| *other == wanted) || wanted == host(&ip);
        let now = if success {
            wanted.clone()
        } else {
            before.get(&ip).cloned().unwrap_or_else(|| host(&ip).to_owned())
        };
        kept.insert(ip.clone(), now);
        results.push(CrossVpcResult { advertised_ip: wanted, success, ip, ..Default::default() });
    }
    let params = json!({ "advertised_ip_contents": body.advertised_ip_contents });
    service.store.change_spec(instance.id.clone(), move |spec| spec.kafka.advertised = kept).await?;
    tasks::done(&service, &call, &instance.id, "modifyCrossVpcIp", params).await?;
    Ok(CrossVpcResults { success: results.iter().all(|result| result.success), results })
}

fn host(listener: &str) -> &str {
    listener.rsplit_once(':').map_or(listener, |(host, _)| host)
}
