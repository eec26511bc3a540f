//! A believable company to try things on: an online shop called Lakeside.
//!
//! [`cast`] is who there is, [`topics`] what they have, [`messages`] what is in it, [`traffic`] what keeps moving;
//! [`rocketmq`] has all of that for RocketMQ.
//! Everything is set up once and then belongs to the user: what was deleted stays deleted, also after a restart.

mod cast;
mod fill;
mod messages;
mod rocketmq;
mod scale;
mod tasks;
mod topics;
mod traffic;

use std::sync::Arc;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::fail::Fail;
use crate::kafka::KafkaError;
use crate::options::KafkaBackend;
use crate::rocketmq::RocketmqError;
use crate::service::Service;
use crate::store::StoreError;

/// Setting that says how far the set-up came.
const PROGRESS: &str = "demo";

/// Why the demo could not be set up.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DemoError {
    /// The database refused.
    #[error("the database refused")]
    Store(#[from] StoreError),
    /// A cluster refused.
    #[error("a cluster refused")]
    Kafka(#[from] KafkaError),
    /// A RocketMQ cluster refused.
    #[error("a RocketMQ cluster refused")]
    Rocketmq(#[from] RocketmqError),
    /// The service itself refused; its log has the reason.
    #[error("the service refused with {0}")]
    Refused(String),
}

impl From<Fail> for DemoError {
    fn from(fail: Fail) -> Self {
        Self::Refused(fail.code().to_owned())
    }
}

/// Adds the instances, once. Comes before their brokers are started.
///
/// # Errors
/// When the database refuses.
pub async fn add_instances(service: &Service) -> Result<(), DemoError> {
    if service.options.demo && service.store.setting(PROGRESS).await?.is_none() {
        for member in cast::instances(service.now()) {
            // An instance of the user's own that has the name is left alone.
            let _ = service.store.add_instance(member, u32::MAX).await?;
        }
        tasks::add_past(service).await?;
        service.store.set_setting(PROGRESS, "instances".to_owned()).await?;
    }
    if service.options.demo_scale.is_some() {
        scale::add_instances(service).await?;
    }
    Ok(())
}

/// Creates topics, messages and groups, once. Comes after the brokers were started. Somebody else's cluster is
/// left alone.
///
/// # Errors
/// When a cluster or the database refuses.
pub async fn fill(service: &Service) -> Result<(), DemoError> {
    rocketmq::fill(service).await?;
    if let Some(topics) = service.options.demo_scale {
        scale::fill_rocketmq(service, topics).await?;
    }
    if service.options.kafka != KafkaBackend::Embedded {
        return Ok(());
    }
    if service.options.demo && service.store.setting(PROGRESS).await?.as_deref() == Some("instances") {
        fill::all(service).await?;
        tasks::begin(service).await?;
        service.store.set_setting(PROGRESS, "filled".to_owned()).await?;
    }
    if let Some(topics) = service.options.demo_scale {
        scale::fill(service, topics).await?;
    }
    Ok(())
}

/// Keeps messages moving until `stop` says so.
pub fn move_messages(service: &Arc<Service>, stop: &watch::Receiver<bool>) -> Vec<JoinHandle<()>> {
    if !service.options.demo {
        return Vec::new();
    }
    let mut tasks = vec![rocketmq::start(service, stop)];
    if service.options.kafka == KafkaBackend::Embedded {
        tasks.extend(traffic::start(service, stop));
    }
    tasks
}
