//! Where the pages get topics and groups from.

use dms_api::models::rocketmq::{Group, GroupList, Topic, TopicList};
use dms_api::ops::rocketmq::{ListGroups, ListTopics};

use crate::data::{Page, PageAt, Paged, Paging, use_paged};

/// All topics of an instance, without those for retries and dead letters.
pub type Topics = Paged<Topic, TopicList>;
/// All consumer groups of an instance.
pub type Groups = Paged<Group, GroupList>;

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

/// The groups of `instance` (R5.2.1), shared by every page that shows them.
pub fn use_groups(instance: &str) -> Groups {
    let op = ListGroups { instance_id: instance.to_owned(), group: None, limit: None, offset: None };
    use_paged(
        move || Some(op.clone()),
        Paging {
            at: |op: &mut ListGroups, page: PageAt| {
                op.limit = Some(page.limit);
                op.offset = Some(page.offset);
            },
            take: |answer: &mut GroupList| Page {
                items: std::mem::take(&mut answer.groups),
                total: Some(answer.total).filter(|total| *total > 0),
            },
            key: |group: &Group| &group.name,
        },
    )
}
