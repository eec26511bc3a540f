//! What the RocketMQ handlers share: the instance's cluster, and how a question to it is put.

use std::sync::Arc;

use dms_api::rules::{Findings, rocketmq_code};

use super::instances;
use crate::call::Call;
use crate::fail::{Code, Fail, in_words};
use crate::instance::Instance;
use crate::rocketmq::{Found, Page, RocketmqCluster, RocketmqError};
use crate::service::Service;
use crate::tables::products;

/// A running RocketMQ instance of the caller's and its cluster.
pub struct Asked {
    /// The instance.
    pub instance: Instance,
    /// Its cluster.
    pub cluster: Arc<dyn RocketmqCluster>,
    /// Now, by the service's clock.
    pub now: i64,
}

impl Asked {
    /// The instance that the call is about.
    ///
    /// # Errors
    /// DMS.00404022, or DMS.00400026 for an instance that is not at work.
    pub async fn by(service: &Service, call: &Call) -> Result<Self, Fail> {
        let instance = instances::own_running(service, call).await?;
        let cluster = service.rocketmq.get(&instance.id).ok_or(Code::CLUSTER_AWAY)?;
        Ok(Self { instance, cluster, now: service.now() })
    }

    /// The same where access is controlled.
    ///
    /// # Errors
    /// As [`Self::by`], and DMS.00400026 without access control.
    pub async fn controlled(service: &Service, call: &Call) -> Result<Self, Fail> {
        let asked = Self::by(service, call).await?;
        if asked.instance.spec.enable_acl {
            return Ok(asked);
        }
        Err(Code::STATUS_FORBIDS.because("Access control (enable_acl) is off."))
    }

    /// Puts a question to the cluster, off the async threads.
    ///
    /// # Errors
    /// The code of what the cluster says.
    pub async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&dyn RocketmqCluster, i64) -> Result<T, RocketmqError> + Send + 'static,
    ) -> Result<T, Fail> {
        let (cluster, now) = (self.cluster.clone(), self.now);
        Ok(blocking(move || question(cluster.as_ref(), now)).await??)
    }

    /// Names of the brokers.
    pub fn brokers(&self) -> Vec<String> {
        self.cluster.brokers().into_iter().map(|broker| broker.broker_name).collect()
    }

    /// Most topics, and most groups, of the instance.
    pub fn most(&self) -> u64 {
        let spec = &self.instance.spec;
        products::per_broker(dms_api::Engine::RocketMq, &spec.product_id) * u64::from(spec.broker_num)
    }
}

/// Runs work that blocks.
///
/// # Errors
/// DMS.00500000 if it panics.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, Fail> {
    tokio::task::spawn_blocking(work).await.map_err(|error| {
        tracing::error!(%error, "work for a cluster broke off");
        Code::INTERNAL.into()
    })
}

/// Refuses a body for the first thing that the contract's rules find.
///
/// # Errors
/// The nearest documented code of that field.
pub fn check(found: Findings) -> Result<(), Fail> {
    let Some(finding) = found.0.first() else { return Ok(()) };
    let place = finding.index.map_or_else(String::new, |index| format!(" (entry {index})"));
    let code = Code::named(rocketmq_code(finding.field, &finding.problem));
    Err(code.because(format_args!("{}{place}: {}", finding.field, in_words(&finding.problem))))
}

/// The page that a call asks for.
///
/// # Errors
/// See [`Call::page`].
pub fn page(call: &Call, default: u32) -> Result<Page, Fail> {
    call.page(default).map(|(offset, limit)| Page { offset, limit })
}

/// Where the pages before and after one begin, -1 for none.
pub fn neighbours(page: Page, total: u64) -> (i64, i64) {
    let limit = u64::from(page.limit);
    let next = page.offset.saturating_add(limit);
    let signed = |at: u64| i64::try_from(at).unwrap_or(-1);
    let previous = if page.offset == 0 { -1 } else { signed(page.offset.saturating_sub(limit)) };
    (if next < total { signed(next) } else { -1 }, previous)
}

/// The page of a list that is at hand as a whole.
pub fn cut<T>(items: Vec<T>, page: Page) -> Found<T> {
    let total = items.len() as u64;
    let (skip, take) = (usize::try_from(page.offset).unwrap_or(usize::MAX), page.limit as usize);
    Found { items: items.into_iter().skip(skip).take(take).collect(), total }
}

impl From<RocketmqError> for Fail {
    fn from(error: RocketmqError) -> Self {
        let code = match &error {
            RocketmqError::TopicExists(_) => Code::TOPIC_TAKEN,
            RocketmqError::TopicUnknown(_) => Code::TOPIC_UNKNOWN,
            RocketmqError::GroupExists(_) => Code::GROUP_TAKEN,
            RocketmqError::GroupUnknown(_) => Code::GROUP_UNKNOWN,
            RocketmqError::Offline(_) => Code::GROUP_OFFLINE,
            RocketmqError::Denied(_) => Code::ACCESS_DENIED,
            RocketmqError::UserUnknown(_) => Code::URL_UNKNOWN,
            RocketmqError::BrokerUnknown(_)
            | RocketmqError::Broadcast(_)
            | RocketmqError::NotWritable(_)
            | RocketmqError::UserExists(_) => Code::PARAMETER,
            RocketmqError::Store(_) | RocketmqError::Content(_) | RocketmqError::File(_) => {
                tracing::error!(error = &error as &dyn std::error::Error, "a RocketMQ cluster");
                return Code::INTERNAL.into();
            }
        };
        code.because(error)
    }
}
