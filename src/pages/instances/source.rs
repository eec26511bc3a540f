//! Where the pages get instances from.

use std::sync::Arc;

use dms_api::models::{Instance, InstanceList};
use dms_api::operation::{Engine, Operation};
use dms_api::ops::{kafka, rocketmq};

use super::rows;
use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::prelude::*;

/// How often the page asks while something is changing, milliseconds.
pub const POLL_MS: u32 = 4000;

type List = Paged<Instance, InstanceList>;

/// Both engines' instances, failed creations included. Asked again while one of them is changing.
#[derive(Clone, Copy)]
pub struct Instances {
    pub kafka: List,
    pub rocketmq: List,
    all: Memo<Arc<Vec<Arc<Instance>>>>,
}

/// Loads the instances of both engines.
pub fn use_instances() -> Instances {
    let (kafka, rocketmq) = (use_list(kafka_list, at_kafka), use_list(rocketmq_list, at_rocketmq));
    let changing = |instance: &Instance| instance.status.is_transient();
    let (kafka, rocketmq) = (kafka.poll_while(POLL_MS, changing), rocketmq.poll_while(POLL_MS, changing));
    let all = Memo::new(move |_| Arc::new(rows::merge(&kafka.items(), &rocketmq.items())));
    Instances { kafka, rocketmq, all }
}

impl Instances {
    /// Newest first. Tracked.
    pub fn all(self) -> Arc<Vec<Arc<Instance>>> {
        self.all.get()
    }

    /// The instances with these ids, in the order of the list. Not tracked.
    pub fn by_ids(self, ids: &[String]) -> Vec<Arc<Instance>> {
        let all = self.all.get_untracked();
        all.iter().filter(|i| ids.contains(&i.instance_id)).cloned().collect()
    }

    /// Whether there is nothing to show yet. Tracked.
    pub fn loading(self) -> bool {
        (self.kafka.loading() || self.rocketmq.loading()) && self.all.with(|all| all.is_empty())
    }

    /// Whether requests are on their way. Tracked.
    pub fn refreshing(self) -> bool {
        self.kafka.refreshing() || self.rocketmq.refreshing()
    }

    /// While lists that are there are loaded again: how many rows have come, of how many. Tracked.
    pub fn reloaded(self) -> Option<(u64, u64)> {
        self.kafka.reloaded().or_else(|| self.rocketmq.reloaded())
    }

    /// How many there will be, while not all have arrived. Tracked.
    pub fn expected(self) -> Option<u64> {
        let (kafka, rocketmq) = (self.kafka.progress(), self.rocketmq.progress());
        let all = kafka.total.unwrap_or(kafka.loaded) + rocketmq.total.unwrap_or(rocketmq.loaded);
        (!kafka.done || !rocketmq.done).then_some(all)
    }

    /// Asks again.
    pub fn refresh(self) {
        self.kafka.refresh();
        self.rocketmq.refresh();
    }
}

/// The list of one engine: the two differ in nothing but the operation.
fn use_list<O>(op: fn() -> O, at: fn(&mut O, PageAt)) -> List
where
    O: Operation<Response = InstanceList> + Clone + 'static,
{
    use_paged(move || Some(op()), Paging { at, take, key: |instance: &Instance| &instance.instance_id })
}

fn take(answer: &mut InstanceList) -> Page<Instance> {
    let items = std::mem::take(&mut answer.instances);
    // A service that forgets the number must not end the list early.
    let total = Some(answer.instance_num).filter(|n| *n >= items.len() as u64);
    Page { items, total }
}

fn kafka_list() -> kafka::ListInstances {
    kafka::ListInstances { engine: Engine::Kafka, include_failure: Some(true), ..Default::default() }
}

fn at_kafka(op: &mut kafka::ListInstances, page: PageAt) {
    (op.offset, op.limit) = (Some(page.offset), Some(page.limit));
}

fn rocketmq_list() -> rocketmq::ListInstances {
    rocketmq::ListInstances { engine: Engine::RocketMq, include_failure: Some(true), ..Default::default() }
}

fn at_rocketmq(op: &mut rocketmq::ListInstances, page: PageAt) {
    (op.offset, op.limit) = (Some(page.offset), Some(page.limit));
}
