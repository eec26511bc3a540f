//! Where the pages get topics from.

use std::sync::Arc;

use dms_api::models::kafka::{Topic, TopicList};
use dms_api::ops::kafka::ListTopics;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};
use crate::pages::instances::use_instances;
use crate::prelude::*;
use crate::ui::Choice;

/// All topics of an instance with the instance's partition quota.
pub type Topics = Paged<Topic, TopicList>;

/// The topics of `instance`, shared by every page that shows them.
pub fn use_topics(instance: &str) -> Topics {
    let op = ListTopics { instance_id: instance.to_owned(), limit: None, offset: None };
    use_paged(
        move || Some(op.clone()),
        Paging {
            at: |op: &mut ListTopics, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut TopicList| Page {
                items: std::mem::take(&mut answer.topics),
                total: Some(answer.total).filter(|total| *total > 0),
            },
            key: |topic: &Topic| &topic.name,
        },
    )
}

/// The Kafka instances that can have topics, to choose from.
pub fn use_kafka_choices() -> Signal<Vec<Choice>> {
    let kafka = use_instances().kafka;
    Signal::derive(move || {
        let items = kafka.items();
        let there = items.iter().filter(|instance| !instance.name.is_empty());
        there.map(|instance| Choice::new(instance.instance_id.clone(), instance.name.clone())).collect()
    })
}

/// One topic's settings. The API has no call for a single topic, so it is looked up in the list.
#[derive(Clone, PartialEq)]
pub enum Lookup {
    /// Not among the topics that have arrived; more may come.
    Searching,
    Found(Arc<Topic>),
    /// The list is complete and does not have it.
    Missing,
}

impl Lookup {
    /// The topic, if it is there.
    pub fn found(self) -> Option<Arc<Topic>> {
        match self {
            Self::Found(topic) => Some(topic),
            Self::Searching | Self::Missing => None,
        }
    }
}

/// Looks for the topic called `name`. Changes only when the topic itself does, not with every page of the list.
pub fn use_topic(topics: Topics, name: String) -> Memo<Lookup> {
    Memo::new(move |_| lookup(topics, &name))
}

/// Looks for the topic called `name` among those that have arrived. Tracked.
pub fn lookup(topics: Topics, name: &str) -> Lookup {
    match topics.items().iter().find(|topic| topic.name == name) {
        Some(topic) => Lookup::Found(Arc::clone(topic)),
        None if topics.progress().done => Lookup::Missing,
        None => Lookup::Searching,
    }
}
