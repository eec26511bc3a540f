//! Where the pages get instances from.

use std::sync::Arc;

use dms_api::models::{Instance, InstanceList};
use dms_api::operation::Engine;
use dms_api::ops::{kafka, rocketmq};
use leptos::prelude::*;

use super::rows;
use crate::data::{Page, Paged, Paging, use_paged};

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
    let kafka = use_paged(
        || Some(kafka_list()),
        Paging {
            at: |op: &mut kafka::ListInstances, page| {
                op.offset = Some(page.offset);
                op.limit = Some(page.limit);
            },
            take,
            key,
        },
    );
    let rocketmq = use_paged(
        || Some(rocketmq_list()),
        Paging {
            at: |op: &mut rocketmq::ListInstances, page| {
                op.offset = Some(page.offset);
                op.limit = Some(page.limit);
            },
            take,
            key,
        },
    );
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

fn take(answer: &mut InstanceList) -> Page<Instance> {
    let items = std::mem::take(&mut answer.instances);
    // A service that forgets the number must not end the list early.
    let total = Some(answer.instance_num).filter(|n| *n >= items.len() as u64);
    Page { items, total }
}

fn key(instance: &Instance) -> &str {
    &instance.instance_id
}

fn kafka_list() -> kafka::ListInstances {
    kafka::ListInstances {
        engine: Engine::Kafka,
        name: None,
        instance_id: None,
        status: None,
        include_failure: Some(true),
        exact_match_name: None,
        enterprise_project_id: None,
        offset: None,
        limit: None,
    }
}

fn rocketmq_list() -> rocketmq::ListInstances {
    rocketmq::ListInstances {
        engine: Engine::RocketMq,
        name: None,
        instance_id: None,
        status: None,
        include_failure: Some(true),
        exact_match_name: None,
        enterprise_project_id: None,
        offset: None,
        limit: None,
    }
}
