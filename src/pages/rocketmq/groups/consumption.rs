//! Asking how far a group is: first for its topics, then for each of them.

use std::sync::Arc;

use dms_api::models::rocketmq::Consumption;
use dms_api::ops::rocketmq::ShowConsumption;

use super::places::{Place, TopicPlace, places, topic_place};
use crate::data::{Each, Page, PageAt, Paged, Paging, use_each, use_paged};
use crate::prelude::*;
use crate::shell::brief;

/// Topics asked about at a time.
const LANES: usize = 3;

/// A group's topics and its places in them.
#[derive(Clone, Copy)]
pub struct Consumed {
    /// Names of its topics.
    pub topics: Paged<String, Consumption>,
    each: Each<String, Consumption>,
    /// Every queue that is known, topic by topic.
    pub places: Memo<Arc<Vec<Place>>>,
    /// Every topic, also those not known yet.
    pub sums: Memo<Arc<Vec<TopicPlace>>>,
}

/// Asks for a group every `every_ms`, 0 for once.
pub fn use_consumption(instance: &str, group: &str, every_ms: Signal<u32>) -> Consumed {
    let op = ShowConsumption {
        instance_id: instance.to_owned(),
        group: group.to_owned(),
        topic: None,
        limit: None,
        offset: None,
    };
    let one = op.clone();
    let topics = use_paged(
        move || Some(op.clone()),
        Paging {
            at: |op: &mut ShowConsumption, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut Consumption| Page {
                items: answer.topics.take().unwrap_or_default(),
                total: answer.total,
            },
            key: |topic: &String| topic,
        },
    )
    .poll_every(every_ms);
    let each =
        use_each(LANES, move |topic: &String| ShowConsumption { topic: Some(topic.clone()), ..one.clone() });
    Effect::new(move |_| {
        topics.loaded_at();
        let names = topics.items();
        each.want_all(names.iter().map(|name| (**name).clone()), 0);
    });
    let all = Memo::new(move |_| {
        let names = topics.items();
        let known = |name: &Arc<String>| match each.get(name) {
            Some(Ok(answer)) => places(name, &answer),
            _ => Vec::new(),
        };
        Arc::new(names.iter().flat_map(known).collect::<Vec<_>>())
    });
    let sums = Memo::new(move |_| {
        let sum = |name: &Arc<String>| match each.get(name) {
            Some(Ok(_)) => all.with(|all| topic_place(name, all)),
            other => {
                let failure = other.and_then(Result::err).map(|failure| brief(&failure));
                TopicPlace { topic: (**name).clone(), queues: None, lag: None, failure }
            }
        };
        Arc::new(topics.items().iter().map(sum).collect::<Vec<_>>())
    });
    Consumed { topics, each, places: all, sums }
}

impl Consumed {
    /// How many topics are still being asked about. Tracked.
    pub fn waiting(self) -> usize {
        self.sums.with(|sums| sums.iter().filter(|s| s.queues.is_none() && s.failure.is_none()).count())
    }

    /// Asks for everything again.
    pub fn refresh(self) {
        self.each.stop();
        self.topics.refresh();
    }
}
