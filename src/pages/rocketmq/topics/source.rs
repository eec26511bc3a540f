//! Where the pages get topics from.

use dms_api::models::rocketmq::{Topic, TopicList};
use dms_api::ops::rocketmq::ListTopics;

use crate::data::{Page, PageAt, Paged, Paging, use_paged};

/// All topics of an instance with how many more there may be.
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
