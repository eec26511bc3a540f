//! What all requests and background tasks share.

use std::io;
use std::sync::Arc;

use crate::clock::Clock;
use crate::clusters::Clusters;
use crate::faults::Faults;
use crate::flow::FlowControl;
use crate::journal::Journal;
use crate::lifecycle::Alarm;
use crate::options::Options;
use crate::rocketmq;
use crate::store::Store;

/// The running service's parts.
#[derive(Debug)]
pub struct Service {
    /// What it was started with.
    pub options: Options,
    /// Its time.
    pub clock: Clock,
    /// What it must not forget.
    pub store: Store,
    /// The Kafka clusters of running instances.
    pub clusters: Clusters,
    /// The RocketMQ clusters of running instances.
    pub rocketmq: rocketmq::Clusters,
    /// The calls it answered.
    pub journal: Journal,
    /// The failures it was told to play.
    pub faults: Faults,
    /// Limits on how often something may be asked.
    pub flow: FlowControl,
    /// Wakes the lifecycle when there is a new job.
    pub alarm: Alarm,
}

impl Service {
    /// Puts the parts together.
    ///
    /// # Errors
    /// When there is no room for temporary files.
    pub fn new(options: Options, store: Store) -> io::Result<Arc<Self>> {
        let clusters = Clusters::new(&options)?;
        let rocketmq = rocketmq::Clusters::new(options.data_dir.as_deref());
        Ok(Arc::new(Self {
            options,
            clock: Clock::default(),
            store,
            clusters,
            rocketmq,
            journal: Journal::default(),
            faults: Faults::default(),
            flow: FlowControl::default(),
            alarm: Alarm::default(),
        }))
    }

    /// Milliseconds since 1970 by the service's clock.
    pub fn now(&self) -> i64 {
        self.clock.now_ms()
    }
}
